"""`factcheck report`: every format, for whom, and where it goes."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
import termios
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from factcheck.documents.docx import read
from tests.cli.conftest import TEXT
from tests.cli.terminal import ROOT
from tests.cli.told import LITE
from tests.conftest import Program

FORMATS = {
    "markdown": "report.md", "html": "report.html", "docx": "report.docx", "csv": "report.csv",
    "xlsx": "report.xlsx", "json": "report.json", "claimreview": "report.jsonld",
    "corrections": "corrections.txt",
}  # fmt: skip
#: Findings have one where there are any.
WORKBOOK = ["Claims", "Evidence", "Sources"]


@pytest.fixture
def decided(cli: Program) -> Program:
    """Claims 1 and 2 can be published, 3 is open; the house is known."""
    for words in (
        ["house", "edit", "publisher", "The Desk"],
        ["house", "edit", "publisher_url", "https://desk.example"],
        ["house", "edit", "corrections_url", "https://desk.example/how"],
        ["house", "edit", "scale", "true-false"],
        ["edit", 1, 2, "--yes", "--review-url", "https://desk.example/kim", "--claimant", "Yonhap",
         "--review-on", "2026-11-20", "--said-at", "https://yonhap.example/1"],
        ["edit", 2, "--review-url", "https://desk.example/kim-2"],
        ["evidence", "add", 1, "https://tass.com/economy/1672415", "--quote", "20 carriages",
         "--tier", "primary", "--on", "2026-11-19"],
        ["verify", 1, "--ok", "--because", "Counted.", "--rating", "True"],
        ["verify", 2, "--wrong", "--from", "atlas p. 2", "--because", "It is 38 </script>.",
         "--rating", "False"],
    ):  # fmt: skip
        done = cli(*words)
        assert done.status == 0, done.err
    return cli


def written(cli: Program, *words: object) -> bytes:
    """The file that comes of it."""
    (file,) = (Path(str(each)) for each in words if "." in str(each))
    done = cli("report", *words)
    assert (done.status, done.out) == (0, ""), done.err
    assert done.err.splitlines()[-1] == f"Wrote {file}."
    return file.read_bytes()


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


# Formats


def test_every_format(decided: Program) -> None:
    """By its name and by the file's, the same bytes whenever they are written."""
    made: dict[str, bytes] = {}
    for form, name in FORMATS.items():
        made[form] = written(decided, "kim-train", "--format", form, "-o", name)
        if name != "corrections.txt":
            named = written(decided, "kim-train", "-o", f"again-{name.upper()}")
            assert (form, named) == (form, made[form])
    assert made["markdown"].startswith(b"# Claim report: kim train\n")
    assert b"[^1]" in made["markdown"]
    assert made["html"].startswith(b"<!DOCTYPE html>")
    assert read(made["docx"]).text == TEXT.strip("\n")
    assert [(row["number"], row["outcome"]) for row in table(made["csv"])] == [
        ("1", "OK"), ("2", "WRONG"), ("3", "OPEN"),
    ]  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(made["xlsx"])) as book:
        sheets = re.findall(r'<sheet [^>]*name="([^"]*)"', book.read("xl/workbook.xml").decode())
    assert sheets == WORKBOOK
    content = json.loads(made["json"])
    assert [(each["id"], each["outcome"]) for each in content["claims"]] == [
        (1, "ok"), (2, "wrong"), (3, "open"),
    ]  # fmt: skip
    assert json.loads(made["claimreview"])["@type"] == "DataFeed"
    assert made["corrections"].startswith(b"# Corrections: kim train\n")


@LITE
def test_what_is_meant(decided: Program) -> None:
    """One article needs no name; claims have numbers; a script is told JSON by --json."""
    whole = decided("report", "kim-train").out
    assert decided("report").out == whole == decided("report", "--format", "md").out
    one = decided("report", "claim:2", 3, "--json").json
    assert ([each["id"] for each in one["claims"]], one["article"]) == ([2, 3], None)
    assert decided("report", "2-3", "--format", "json").json == one
    assert decided("report", "kim-train", "-o", "-").out == whole
    assert decided("report", "kim-train", "-o", "notes.txt").status == 0
    assert Path("notes.txt").read_text(encoding="utf-8") == whole


@LITE
def test_audiences(decided: Program) -> None:
    seen = {
        who: [each["id"] for each in decided("report", "--audience", who, "--json").json["claims"]]
        for who in ("internal", "author", "editor", "Public")
    }
    assert seen == {"internal": [1, 2, 3], "author": [], "editor": [2, 3], "Public": [1, 2]}


@LITE
def test_the_articles_own_words_may_name_a_protected_source(decided: Program) -> None:
    decided("source", "add", "Pyongyang", "--protected", "--alias", "a town", "--key", "town")
    decided("add", "--quote", "left Pyongyang on Monday")
    shown = decided("report", "kim-train")
    assert shown.status == 0
    assert shown.err == (
        "Warning: The article's own words at claim 4 name a protected source. "
        "They are shown as they stand.\n"
    )
    assert "left Pyongyang on Monday" in shown.out
    assert decided("report", "kim-train", "--reveal").err == ""


# Where it goes


@LITE
def test_a_file_is_written_whole_or_not_at_all(decided: Program) -> None:
    Path("report.jsonld").write_text("before", encoding="utf-8")
    Path("folder.html").mkdir()
    for words, status in (
        (["3", "-o", "report.jsonld"], 2),
        (["9", "-o", "report.jsonld"], 3),
        (["kim-train", "-o", "folder.html"], 2),
        (["kim-train", "-o", "no-such-folder/report.html"], 2),
    ):
        refused = decided("report", *words)
        assert (refused.status, refused.out) == (status, ""), refused.err
    assert Path("report.jsonld").read_text(encoding="utf-8") == "before"
    assert sorted(each.name for each in Path().iterdir()) == ["folder.html", "report.jsonld"]
    assert list(Path("folder.html").iterdir()) == []


@LITE
def test_what_is_no_text_is_not_for_a_terminal(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DB", database)
    for form in ("docx", "xlsx"):
        status, shown, err = on_screen("report", "--format", form)
        assert (status, shown) == (2, b"")
        assert err == (
            f"Error: {form.upper()} is no text for a terminal.\nHint: Add -o report.{form}\n"
        )
        assert on_screen("report", "-o", f"report.{form}")[:2] == (0, b"")
    assert on_screen("report", "--format", "csv")[1].startswith(b"uid,")


def on_screen(*words: str) -> tuple[int, bytes, str]:
    """What a terminal shows of the results; messages are apart."""
    ours, theirs = pty.openpty()
    with suppress(termios.error):
        mode = termios.tcgetattr(theirs)
        mode[1] &= ~termios.OPOST
        termios.tcsetattr(theirs, termios.TCSANOW, mode)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *words], stdout=theirs, stderr=subprocess.PIPE,
        check=False, env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    with suppress(OSError):
        shown = os.read(ours, 4096)
    os.close(ours)
    return done.returncode, shown, done.stderr.decode()


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message", "hint"),
    [
        (["--format", "htm"], 2, "'htm' is no format of a report.", "Did you mean html?"),
        (
            ["--format", "?"],
            2,
            "'?' is no format of a report.",
            f"One of: {', '.join(FORMATS)}.",
        ),
        (
            ["--audience", "boss"],
            2,
            "'boss' is no audience.",
            "One of: internal, author, editor, public.",
        ),
        (
            ["--audience", "public", "--reveal"],
            2,
            "--reveal is for reports that stay in the house, not for public.",
            "Leave --reveal out.",
        ),
        (
            ["--format", "corrections", "--reveal"],
            2,
            "--reveal is for reports that stay in the house, not for public.",
            "Leave --reveal out.",
        ),
        (
            ["--format", "html", "--embed"],
            2,
            "--embed is for claimreview, not for html.",
            "Say --format claimreview, or leave --embed out.",
        ),
        (
            ["kim-trian"],
            3,
            "There is no article 'kim-trian'.",
            "Did you mean kim-train?",
        ),
        (
            ["-o", "report.pdf"],
            2,
            "report.pdf would not be what its name says: the report is written as markdown.",
            "Write HTML and print it from the browser.",
        ),
        (
            ["--format", "corrections", "-o", "log.docx"],
            2,
            "log.docx would not be what its name says: the report is written as corrections.",
            "Name it otherwise, or say --format docx or xlsx.",
        ),
        (["9"], 3, "There is no claim 9.", "Run factcheck list to see what is there."),
    ],
)
def test_a_report_refused_says(
    cli: Program, words: list[str], status: int, message: str, hint: str
) -> None:
    refused = cli("report", *words)
    assert (refused.status, refused.out) == (status, "")
    assert refused.err == f"Error: {message}\nHint: {hint}\n"


def test_a_slip_costs_no_database(cli: Program, tmp_path: Path) -> None:
    for name in ("own.db", "own.db-wal", "factcheck.toml"):
        file = tmp_path / name
        file.write_bytes(b"SQLite format 3\0 and so on" if name == "own.db" else b"# settings")
        before = file.read_bytes()
        for command in ("report", "export"):
            refused = cli(command, "-o", file)
            assert (refused.status, refused.out) == (2, "")
        assert file.read_bytes() == before
    assert cli("report", "-o", "/dev/null").status == 0


# ClaimReview


def test_one_claim_is_a_review(decided: Program) -> None:
    decided("source", "edit", "tass", "--tier", "primary")
    done = decided("report", 1, "--format", "claimreview")
    document = done.json
    uid = decided("show", 1, "--json").json["uid"]
    source = {
        "@type": "CreativeWork", "url": "https://tass.com/economy/1672415",
        "name": "tass.com", "publisher": {"@type": "Organization", "name": "TASS"},
        "hasPart": {"@type": "Quotation", "text": "20 carriages"},
    }  # fmt: skip
    stance = document["citation"][0].pop("keywords", None)
    assert stance in {None, "supports"}
    assert document == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://desk.example/kim",
        "claimReviewed": "The train has 20 carriages",
        "datePublished": "2026-11-20",
        "author": {
            "@type": "Organization", "name": "The Desk", "url": "https://desk.example",
            "correctionsPolicy": "https://desk.example/how",
        },
        "itemReviewed": {
            "@type": "Claim", "@id": f"urn:uuid:{uid}",
            "author": {"@type": "Person", "name": "Yonhap"},
            "appearance": [{"@type": "CreativeWork", "url": "https://yonhap.example/1"}],
        },
        "reviewRating": {
            "@type": "Rating", "alternateName": "True", "ratingValue": 2,
            "bestRating": 2, "worstRating": 1, "ratingExplanation": "Counted.",
        },
        "citation": [source],
    }  # fmt: skip


def feed(shown: str) -> list[str]:
    document: Any = json.loads(shown)
    assert (document["@type"], document["name"]) == ("DataFeed", "The Desk")
    return [each["item"]["claimReviewed"] for each in document["dataFeedElement"]]


@LITE
def test_several_are_a_feed(decided: Program) -> None:
    both = ["The train has 20 carriages", "The train can reach 37 mph"]
    assert feed(decided("report", "1,2", "--format", "claimreview").out) == both
    assert feed(decided("report", "1-1", "--format", "claimreview").out) == both[:1]
    shown = decided("report", "kim-train", "--format", "claimreview")
    assert feed(shown.out) == both
    assert "Claim 3 left out: not decided, or waiting for something.\n" in shown.err


@LITE
def test_reviews_for_a_page(decided: Program) -> None:
    shown = decided("report", 2, "--embed").out
    start, end = '<script type="application/ld+json">\n', "</script>\n"
    assert shown.startswith(start)
    assert shown.count("<") == 2
    inner = json.loads(shown.removeprefix(start).removesuffix(end))
    assert inner == decided("report", 2, "--format", "claimreview").json
    assert inner["reviewRating"]["ratingExplanation"] == "It is 38 </script>."


@LITE
def test_a_review_is_never_filled_in(decided: Program) -> None:
    decided("verify", 3, "--ok", "--from", "atlas p. 3", "--because", "Counted.")
    file = Path("report.jsonld")
    refused = decided("report", "1-3", "-o", file)
    assert (refused.status, refused.out, file.exists()) == (2, "", False)
    missing = [
        ("there is no rating in words (reviewRating.alternateName)", "factcheck verify 3 --"),
        ("there is no address of the page where the check is published (url)",
         "factcheck edit 3 --review-url"),
        ("nobody is named who said it (itemReviewed.author)", "factcheck edit 3 --claimant"),
    ]  # fmt: skip
    for message, hint in missing:
        assert f"Claim 3: {message}" in refused.err
        assert hint in refused.err
    assert refused.err.count("\nError: ") == 1
    assert "(2 more above)\n" in refused.err
    told = decided("report", 3, "--format", "claimreview", "--json").json["error"]
    assert (told["code"], told["record"]) == ("refused", "claim:3")
    assert [message for message, _ in missing if message not in told["message"]] == []


@LITE
def test_what_is_not_decided_is_no_review(decided: Program) -> None:
    refused = decided("report", 3, "--format", "claimreview")
    assert (refused.status, refused.err) == (
        2,
        "Error: Claim 3 cannot be published now: it is not decided yet.\nHint: factcheck show 3\n",
    )
    decided("article", "add", "-", "--slug", "empty", stdin="Nothing.")
    nothing = decided("report", "empty", "--format", "claimreview")
    assert (nothing.status, nothing.out) == (3, "")
    assert nothing.err.startswith("Error: No claim is decided yet.\n")


@LITE
def test_a_house_of_two_publishes_what_both_have_seen(decided: Program) -> None:
    decided("house", "edit", "second_person", "yes")
    refused = decided("report", 1, "--format", "claimreview")
    assert refused.err.startswith(
        "Error: Claim 1 cannot be published now: nobody has signed it off,"
    )
    decided("sign-off", 1, "--by", "Bob Second")
    assert "cannot be published" not in decided("report", 1, "--format", "claimreview").err


@LITE
def test_a_claim_that_strays_from_its_words_is_not_published(decided: Program) -> None:
    warned = decided("edit", 1, "--text", "The train has 22 carriages")
    assert warned.status == 0
    warned = decided("verify", 1, "--ok", "--because", "counted again")
    assert "Warning: Claim 1 is not what its words in the article say" in warned.err
    refused = decided("report", 1, "--format", "claimreview")
    assert refused.err.startswith(
        "Error: Claim 1 cannot be published now: its words in the article say something else"
    )


@LITE
def test_what_is_protected_is_no_citation(decided: Program) -> None:
    decided("source", "edit", "tass", "--protected", "--alias", "an agency")
    shown = decided("report", 1, "--format", "claimreview")
    assert shown.status == 0, shown.err
    assert "tass" not in shown.out.casefold()
    assert "citation" not in shown.json
