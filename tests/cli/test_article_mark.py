"""`factcheck article mark`: claims are made by underlining words, in an editor or a file."""

import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import TEXT, Stored
from tests.cli.told import CLAIM_KEYS, LITE
from tests.conftest import Program

ODD = "It [[sic]] cost \\ 5 dollars. {x} ]] end\n"
SHOWN = (
    TEXT.replace("20 carriages", "[[20 carriages]]{#1}")
    .replace("up to 37 mph", "[[up to 37 mph]]{#2}")
    .replace("14 vents", "[[14 vents]]{#3}")
)

Editor = Callable[[str], None]


def marked(text: str, name: str = "marked.txt") -> str:
    Path(name).write_text(text, encoding="utf-8", newline="")
    return name


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """An editor that runs a line of Python on the `text` it is given."""

    def use(line: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(
            "import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n"
            f"text = path.read_text(encoding='utf-8')\n{line}\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", shlex.join([sys.executable, str(script)]))

    return use


# From a file


def test_marked_words_become_claims(cli: Program) -> None:
    file = marked(SHOWN.replace("Monday", "[[Monday]]").replace("green", "[[green]]"))
    done = cli("article", "mark", "--file", file)
    assert (done.status, done.out, done.err) == (0, "2 claims: 4 to 5.\n", "")
    claims = cli("show", "4-5", "--json").json
    assert [(c["text"], c["kind"], c["span"]["start"]) for c in claims] == [
        ("Monday", "date", 38), ("green", "other", 176),
    ]  # fmt: skip


def test_a_brace_cites_a_source(cli: Program) -> None:
    file = marked(TEXT.replace("Monday", "[[Monday]]{atlas p. 212}"))
    (made,) = cli("article", "mark", "--file", file, "--json").json
    assert [key for key in made if key in CLAIM_KEYS] == CLAIM_KEYS
    (piece,) = made["evidence"]
    assert (piece["source"]["key"], piece["locator"]) == ("atlas", "p. 212")
    assert (piece["stance"], piece["seen"], made["status"]) == (None, None, "unverified")


def test_the_same_page_twice_is_the_same(cli: Program) -> None:
    file = marked(TEXT.replace("Monday", "[[Monday]]{atlas p. 212}"))
    assert cli("article", "mark", "--file", file).out == (
        "1 claim: 4.\n1 source cited, not seen yet.\n"
    )
    before = cli("export").out
    assert cli("article", "mark", "--file", file).out == "No new marks.\n"
    assert cli("export").out == before


def test_a_claim_that_is_there_gets_a_source(cli: Program, claim: Callable[[int], Any]) -> None:
    file = marked(SHOWN.replace("{#2}", "{#2 atlas p. 3}"))
    assert cli("article", "mark", "--file", file).out == "1 source cited, not seen yet.\n"
    assert [piece["locator"] for piece in claim(2)["evidence"]] == ["p. 3"]


def test_marks_that_were_taken_out_stay_claims(cli: Program) -> None:
    assert cli("article", "mark", "--file", marked(TEXT)).out == "No new marks.\n"
    assert len(cli("list", "--json").json) == 3


def test_marks_in_marks(cli: Program) -> None:
    file = marked(TEXT.replace("The train has 14 vents.", "[[The train has [[14]] vents.]]"))
    made = cli("article", "mark", "--file", file, "--json").json
    assert [claim["text"] for claim in made] == ["The train has 14 vents.", "14"]


def test_brackets_of_the_text_stay(cli: Program) -> None:
    cli("article", "add", "-", "--slug", "odd", stdin=ODD)
    page = "It \\[[sic\\]] cost \\\\ [[5 dollars]]. {x} \\]] end\n"
    (made,) = cli("article", "mark", "odd", "--file", marked(page), "--json").json
    assert made["span"]["exact"] == "5 dollars"
    assert cli("article", "show", "odd", "--text").out == ODD


def test_windows_line_ends_and_a_byte_order_mark(cli: Program) -> None:
    page = "\ufeff" + TEXT.replace("Monday", "[[Monday]]").replace("\n", "\r\n")
    assert cli("article", "mark", "--file", marked(page)).out == "1 claim: 4.\n"


def test_a_pipe_may_bring_it(cli: Program) -> None:
    page = TEXT.replace("Monday", "[[Monday]]")
    assert cli("article", "mark", "--file", "-", stdin=page).out == "1 claim: 4.\n"


def test_undo_takes_marks_back(cli: Program) -> None:
    before = cli("export").out
    file = marked(TEXT.replace("Monday", "[[Monday]]{https://a.example/1}"))
    cli("article", "mark", "--file", file, "--by", "Bo", "--yes")
    cli("undo", "--by", "Bo")
    assert cli("export").out == before


def test_a_trial_leaves_nothing(cli: Program) -> None:
    before = cli("export").out
    file = marked(TEXT.replace("Monday", "[[Monday]]{https://a.example/1}"))
    tried = cli("article", "mark", "--file", file, "--dry-run")
    assert tried.out == "1 claim: 4.\n1 source cited, not seen yet.\n"
    assert tried.err == "Dry run: nothing was changed.\n"
    assert cli("export").out == before


@LITE
@pytest.mark.parametrize(
    ("change", "status", "message"),
    [
        (("Monday", "[[Monday"), 2, "Line 1: this mark is not closed: [[Monday"),
        (("Monday", "Monday]]"), 2, "Line 1: no mark begins before this ]]: ]] with"),
        (("14", "[[]]14"), 2, "Line 3: this mark holds no words: [[]]14"),
        (("14", "[[14]]{atlas"), 2, "Line 3: this brace is not closed: {atlas"),
        (("14", "15"), 2, "Line 3: the text was changed: "),
        (("14", "[[14]]{nosuch p. 3}"), 2, "Line 3: there is no source 'nosuch'."),
        (("14", "[[14]]{#99}"), 3, "Line 3: there is no claim 99."),
        (("14", "[[14]]{#99 atlas p. 3}"), 3, "Line 3: there is no claim 99."),
        (("14", "[[14]]{#4}"), 2, "Line 3: claim 4 is not in kim-train."),
        ((TEXT, "Another text.\n"), 2, "Line 1: the text was changed: "),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    cli: Program, stored: Stored, change: tuple[str, str], status: int, message: str
) -> None:
    cli("article", "add", "-", "--slug", "other", stdin="Other.\n")
    cli("add", "A claim of another article", "--article", "other")
    file = marked(TEXT.replace(*change))
    refused = cli("article", "mark", "kim-train", "--file", file)
    assert (refused.status, refused.out) == (status, "")
    assert refused.err.startswith(f"Error: {message}")
    assert "\nHint: " in refused.err
    as_json = cli("article", "mark", "kim-train", "--file", file, "--json").json["error"]
    assert as_json["line"] == int(message[5])
    assert stored("SELECT count(*) FROM claim") == [(4,)]


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("nope --file x", 3, "There is no article 'nope'."),
        ("--file nowhere.txt", 2, "nowhere.txt cannot be read: No such file or directory."),
        ("--file .", 2, ". cannot be read: Is a directory."),
        ("--file -", 2, "stdin: there is nothing in it."),
        ("", 2, "There is no editor to open."),
    ],
)
def test_what_cannot_be_read(cli: Program, words: str, status: int, message: str) -> None:
    refused = cli("article", "mark", *words.split())
    assert refused.status == status
    assert refused.err.startswith(f"Error: {message}\nHint: ")


# In an editor


def test_the_editor_shows_what_is_there(cli: Program, editor: Editor) -> None:
    editor("pathlib.Path('seen.txt').write_text(text, encoding='utf-8')")
    assert cli("article", "mark").out == "No new marks.\n"
    assert Path("seen.txt").read_text(encoding="utf-8") == SHOWN


def test_the_editor_marks(cli: Program, editor: Editor) -> None:
    editor("path.write_text(text.replace('Monday', '[[Monday]]'), encoding='utf-8')")
    assert cli("article", "mark").out == "1 claim: 4.\n"


@LITE
def test_hidden_claims_are_not_shown(cli: Program, editor: Editor) -> None:
    cli("rm", 2)
    editor("pathlib.Path('seen.txt').write_text(text, encoding='utf-8')")
    cli("article", "mark")
    assert "{#2}" not in Path("seen.txt").read_text(encoding="utf-8")


@LITE
def test_work_is_not_lost_with_a_mistyped_key(cli: Program, editor: Editor) -> None:
    page = SHOWN.replace("Monday", "[[Monday]]{atlsa p. 3}")
    editor("path.write_text(text.replace('Monday', '[[Monday]]{atlsa p. 3}'), encoding='utf-8')")
    refused = cli("article", "mark")
    assert refused.status == 2
    assert refused.err.startswith("Error: Line 1: there is no source 'atlsa'.\nHint: Did you mean")
    kept = re.search(r"factcheck article mark kim-train --file (\S+)\n", refused.err)
    assert kept is not None
    file = Path(kept[1])
    assert file.read_text(encoding="utf-8") == page
    assert file.stat().st_mode & 0o077 == 0
    file.write_text(page.replace("atlsa", "atlas"), encoding="utf-8")
    assert cli("article", "mark", "kim-train", "--file", file).status == 0


@LITE
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("sys.exit(1)", "ended with status 1; nothing was changed."),
        ("path.write_text('')", 'Line 1: the text was changed: "Kim'),
        ("path.unlink()", "left no text; nothing was changed."),
        ("path.write_bytes(b'\\xff\\xfex')", "The edited text is not UTF-8."),
    ],
)
def test_editors_that_fail(
    cli: Program, stored: Stored, editor: Editor, line: str, message: str
) -> None:
    editor(line)
    refused = cli("article", "mark")
    assert (refused.status, refused.out) == (2, "")
    assert message in refused.err
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
@pytest.mark.parametrize(
    ("command", "why"), [("no-such-editor", "No such file"), ("'", "quotation")]
)
def test_editors_that_do_not_start(
    cli: Program, monkeypatch: pytest.MonkeyPatch, command: str, why: str
) -> None:
    monkeypatch.setenv("EDITOR", command)
    refused = cli("article", "mark")
    assert refused.status == 2
    assert "does not start" in refused.err
    assert why in refused.err


@LITE
def test_a_draft_that_came_in_meanwhile(cli: Program, database: str, editor: Editor) -> None:
    marked(TEXT.replace("14", "15"), "next.txt")
    command = [sys.executable, "-m", "factcheck", "--db", database, "article", "revise", "next.txt"]
    root = str(Path(__file__).parents[2])
    editor(f"import subprocess; subprocess.run({command!r}, env={{'PYTHONPATH': {root!r}}})")
    refused = cli("article", "mark")
    assert refused.status == 2
    assert refused.err == (
        "Error: Draft 2 came in meanwhile; these marks are on draft 1.\n"
        "Hint: Mark the new draft: factcheck article mark.\n"
    )
