"""`factcheck correct`, and the public log of corrections."""

from pathlib import Path

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program

WHAT, WHY = "The train has 21 carriages.", "We counted the engine."


@pytest.fixture
def ran(cli: Program) -> Program:
    """The article is closed."""
    assert cli("article", "close", "kim-train", "--url", "https://example.org/kim").status == 0
    return cli


def test_a_correction_is_kept(ran: Program, stored: Stored) -> None:
    done = ran("correct", 1, "--what", WHAT, "--why", WHY, "--after", "21 carriages", "--json").json
    assert {name: done[name] for name in done if name not in {"uid", "at"}} == {
        "id": 1, "claim": 1, "article": "kim-train", "article_title": "kim train",
        "kind": "correction", "severity": "minor", "what": WHAT, "why": WHY,
        "before": "20 carriages", "after": "21 carriages", "reported_by": None,
        "url": "https://example.org/kim", "by": "Ann Checker",
    }  # fmt: skip
    assert stored('SELECT what, why, "before", "after" FROM correction') == [
        (WHAT, WHY, "20 carriages", "21 carriages")
    ]


def test_it_is_told(ran: Program) -> None:
    done = ran(
        "correct", "claim:1", "--what", WHAT, "--why", WHY, "--severity", "substantial",
        "--kind", "clarification", "--after", "21 carriages",
    )  # fmt: skip
    assert done.out == (
        "Correction 1 of claim 1 in kim-train: clarification, substantial\n"
        f"  What:   {WHAT}\n  Why:    {WHY}\n"
        "  Before: 20 carriages\n  After:  21 carriages\n"
    )


def test_the_public_log(ran: Program) -> None:
    ran("house", "edit", "corrections_url", "https://example.org/how")
    ran("correct", 1, "--what", WHAT, "--why", WHY, "--reported-by", "A reader")
    ran("correct", 2, "--what", "It is 38 mph.", "--why", "A <slip>.", "--after", "38 mph")
    log = ran("report", "kim-train", "--format", "corrections").out
    day = log.split("## ")[1][:10]
    assert log == (
        f"# Corrections: kim train\n\n## {day}: correction, minor\n\nIt is 38 mph.\n\n"
        "- Why: A \\<slip\\>.\n- Before: \u201cup to 37 mph\u201d\n- After: \u201c38 mph\u201d\n"
        "- Where: <https://example.org/kim>\n\n"
        f"## {day}: correction, minor\n\n{WHAT}\n\n- Why: {WHY}\n"
        "- Before: \u201c20 carriages\u201d\n- Where: <https://example.org/kim>\n\n"
        "How we correct: <https://example.org/how>\n"
    )


def test_a_log_of_all_pieces(ran: Program) -> None:
    assert ran("report", "--format", "corrections").out == (
        "# Corrections\n\nNothing had to be corrected.\n"
    )
    ran("correct", 1, "--what", WHAT, "--why", WHY)
    assert "- Piece: kim train\n" in ran("report", "--format", "corrections").out


def test_it_is_undone(ran: Program, stored: Stored) -> None:
    ran("correct", 1, "--what", WHAT, "--why", WHY)
    assert "removed 1 correction" in ran("undo").out
    assert stored("SELECT count(*) FROM correction") == [(0,)]


def test_a_trial_keeps_nothing(ran: Program, stored: Stored) -> None:
    assert ran("correct", 1, "--what", WHAT, "--why", WHY, "--dry-run").status == 0
    assert stored("SELECT count(*) FROM correction") == [(0,)]


def test_nothing_has_run_yet(cli: Program) -> None:
    refused = cli("correct", 1, "--what", WHAT, "--why", WHY)
    assert (refused.status, refused.err) == (
        2,
        (
            "Error: Claim 1 cannot be corrected: kim-train has not run.\n"
            "Hint: factcheck article close kim-train when it runs; until then verify with --fix.\n"
        ),
    )


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["1", "--why", WHY], 2, "A correction needs --what."),
        (["1", "--what", WHAT, "--why", " "], 2, "A correction needs --why."),
        (["9", "--what", WHAT, "--why", WHY], 3, "There is no claim 9."),
        (["1-2", "--what", WHAT, "--why", WHY], 2, "One claim at a time."),
        (["1", "--what", WHAT, "--why", WHY, "--severity", "huge"], 2, "'huge' is no severity."),
        (["1", "--what", WHAT, "--why", WHY, "--kind", "x"], 2, "'x' is no kind of correction."),
        (
            ["1", "--what", WHAT, "--why", WHY, "--after", "20 carriages"],
            2,
            "The words after the correction are those before it: '20 carriages'.",
        ),
        (
            ["1", "--what", WHAT, "--why", WHY, "--url", "javascript:x"],
            2,
            "'javascript:x' is no web address.",
        ),
    ],
)
def test_a_correction_refused_says(
    ran: Program, words: list[str], status: int, message: str
) -> None:
    refused = ran("correct", *words, "--json")
    assert (refused.status, refused.out) == (status, "")
    assert refused.json["error"]["message"].startswith(message[:30])


def test_a_claim_of_no_article(ran: Program) -> None:
    ran("add", "The moon is far away")
    refused = ran("correct", 4, "--what", WHAT, "--why", WHY)
    assert refused.err.startswith("Error: Claim 4 is of no article, so that nothing ran.\n")


def test_it_travels_with_an_export(ran: Program) -> None:
    ran("correct", 1, "--what", WHAT, "--why", WHY)
    ran("export", "-o", "all.jsonl")
    assert '"kind":"correction","record"' in Path("all.jsonl").read_text(encoding="utf-8")
