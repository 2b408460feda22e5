"""Text that would act on a terminal or a page is stored as it is, and shown harmless."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program

EVIL = "<script>alert(1)</script>\x1b[31mRED\x1b]0;pwn\x07\u202eevil\u200b\u009b31m"
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
READING = [
    "list", "show 4", "show 4 --history", "verify 4", "log", "log 4", "log source:evil",
    "log article:kim-train", "report", "source list", "source show evil", "evidence list",
    "query list", "stats", "house show", "search alert", "article list", "article show",
    "undo --dry-run", "show 4 --json", "list --json", "log --json", "report --format json",
]  # fmt: skip


@pytest.fixture
def evil(cli: Program) -> Program:
    """Every field that takes text, with text that would act."""
    words: dict[str, list[object]] = {
        "source add": [EVIL, "--key", "evil", *both("publisher", "author", "kept", "alias")],
        "add": [
            EVIL, *both("claimant", "claimant-role", "occasion", "note", "evidence", "says"),
            *both("locator", "by"), "--source", "evil", "--tag", "a\x1b[31m",
        ],
        "query ask": [4, EVIL, *both("to")],
        "query answer": [1, EVIL, *both("from", "fix", "agreed", "because")],
        "note": ["article:kim-train", EVIL],
        "note source:evil": [EVIL],
        "house edit publisher": [EVIL, *both("person", "alias")],
        "article edit kim-train": [*both("title", "publisher", "author")],
        "verify 4 --wrong": [*both("because", "without-evidence")],
    }  # fmt: skip
    for line, rest in words.items():
        done = cli(*line.split(), *rest)
        assert done.status == 0, done.err
        assert not ACTING.search(done.out + done.err), line
    return cli


def both(*options: str) -> list[str]:
    return [word for option in options for word in (f"--{option}", EVIL)]


def test_nothing_acts_when_shown(evil: Program) -> None:
    for line in READING:
        shown = evil(*line.split())
        assert shown.status == 0, shown.err
        if "json" not in line:
            assert not ACTING.search(shown.out), line


def test_it_is_stored_unchanged(evil: Program, stored: Stored) -> None:
    assert stored("SELECT text, claimant FROM claim WHERE id = 4") == [(EVIL, EVIL)]
    assert stored("SELECT title FROM source WHERE id = 4") == [(EVIL,)]
    assert stored("SELECT question, answer FROM query") == [(EVIL, EVIL)]
    assert evil("show", 4, "--json").json["text"] == EVIL


@LITE
def test_a_report_has_no_tags(evil: Program) -> None:
    told = evil("report").out
    assert "\\<script\\>alert(1)" in told
    assert not re.search(r"(?<!\\)<script", told)


@LITE
def test_errors_are_harmless_too(evil: Program) -> None:
    for line in ("show", "source show", "article show", "verify", "list --kind", "undo", "log"):
        refused = evil(*line.split(), f"{EVIL}.")
        assert refused.status in {2, 3}
        assert not ACTING.search(refused.err), line


def test_bytes_that_are_no_text(cli: Program, stored: Stored) -> None:
    for words in (
        ["add", "b\udce9d"],
        ["add", "x", "--claimant", "b\udce9d"],
        ["list", "--by", "b\udce9d"],
    ):
        refused = cli(*words)
        assert refused.status == 2
        assert "byte 0xe9, which is not UTF-8.\nHint: Give it as UTF-8 text.\n" in refused.err
    assert stored("SELECT count(*) FROM claim") == [(3,)]


@LITE
def test_a_reader_that_leaves(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_DB", database)
    monkeypatch.chdir(Path(__file__).parents[2])
    line = f"{sys.executable} -m factcheck list --json | head -c 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"[", b"")


@LITE
def test_help_begins_with_example(cli: Program) -> None:
    for line in ("add", "verify", "source", "source add", "db restore", "undo"):
        page = cli(*line.split(), "-h")
        assert page.status == 0
        assert page.out.startswith(("Example", "Usage:")), line
        assert f"factcheck {line}" in page.out
