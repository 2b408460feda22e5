"""`factcheck evidence`: what one source gives for one claim."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE, dated
from tests.conftest import Program

Claim = Callable[[int], Any]


def test_what_is_typed_is_seen(cli: Program) -> None:
    added = cli(
        "evidence", "add", 2, "tass", "--quote", "around 60 km/h", "--stance", "supports",
        "--how", "page", "--on", "2023-09-12", "--tier", "secondary", "--note", "a round figure",
    )  # fmt: skip
    assert dated(added.out) == (
        "  + evidence 1 supports: tass  [seen by Ann Checker, WHEN]\n"
        "    source      tass.com, TASS <https://tass.com/economy/1672415>\n"
        '    quote       "around 60 km/h"\n'
        "    compare     they agree: 37 mile/hour = 59.5 km/hour; the source says "
        "about 60 km/hour, rounded to whole numbers\n"
        "    tier        secondary\n"
        "    how         page, 2023-09-12\n"
        "    note        a round figure\n"
    )


def test_cited_until_somebody_looks(cli: Program, stored: Stored) -> None:
    assert cli("evidence", "add", 2, "tass", "--cited", "--json").json["seen"] is None
    assert cli("verify", 2, "--ok").status == 2
    seen = cli("evidence", "seen", 1, "--stance", "supports", "--by", "Bo", "--json").json
    assert (seen["seen"]["by"], seen["stance"]) == ("Bo", "supports")
    assert cli("verify", 2, "--ok").status == 0


def test_evidence_is_listed(cli: Program, run: Program) -> None:
    cli("evidence", "add", 1, "atlas", "--locator", "p. 3", "--stance", "refutes", "--says", "21")
    cli("evidence", "add", 2, "tass", "--cited")
    assert run("evidence", "list").out == (
        "#  claim  stance        source  place  state  words\n"
        "1  1      refutes       atlas   p. 3   seen   21\n"
        "2  2      not yet said  tass           cited\n"
    )
    assert [piece["id"] for piece in cli("evidence", "list", "2", "--json").json] == [2]


def test_evidence_changes_its_words(cli: Program, claim: Claim) -> None:
    cli("evidence", "add", 1, "atlas", "--locator", "p. 3", "--note", "old")
    cli("evidence", "edit", 1, "--locator", "p. 4", "--source", "tass", "--note", "")
    [piece] = claim(1)["evidence"]
    assert (piece["locator"], piece["source"]["key"], piece["note"]) == ("p. 4", "tass", None)


def test_retracted_evidence_stays(cli: Program, claim: Claim) -> None:
    cli("evidence", "add", 1, "atlas", "--stance", "supports")
    refused = cli("evidence", "retract", 1)
    assert refused.err == (
        "Error: Retracting evidence 1 needs a reason.\n"
        "Hint: Add --because 'the page was corrected'.\n"
    )
    cli("evidence", "retract", 1, "--because", "the page was corrected")
    [piece] = claim(1)["evidence"]
    assert (piece["retracted"], piece["retracted_because"]) == (True, "the page was corrected")
    assert cli("verify", 1, "--ok").status == 2
    assert cli("evidence", "retract", 1, "--because", "x").status == 2


def test_several_seen_are_asked(cli: Program, stored: Stored) -> None:
    for source in ("atlas", "tass", "author"):
        cli("evidence", "add", 1, source, "--cited")
    assert cli("evidence", "seen", "1-3").status == 2
    assert len(cli("evidence", "seen", "1-3", "--dry-run", "--json").json) == 3
    assert stored("SELECT count(*) FROM evidence WHERE seen_at IS NOT NULL") == [(0,)]
    assert cli("evidence", "seen", "1-9", "--yes").status == 0
    assert stored("SELECT count(*) FROM evidence WHERE seen_at IS NOT NULL") == [(3,)]


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("add 99 atlas", 3, "There is no claim 99."),
        ("add 1 atals", 2, "There is no source 'atals'."),
        ("add 1 99", 3, "There is no source 99."),
        ("add 1-2 atlas", 2, "Evidence is for one claim."),
        ("add 1 atlas --stance suports", 2, "'suports' is no stance."),
        ("add 1 atlas --how by-call", 2, "'by-call' is no way to meet a source."),
        ("add 1 atlas --on soon", 2, "'soon' is no day."),
        ("edit 99 --note x", 3, "There is no evidence 99."),
        ("edit x --note x", 2, "'x' is no evidence number."),
        ("edit claim:1 --note x", 2, "'claim:1' is no evidence number."),
        ("seen 99", 3, "There is no evidence 99."),
        ("retract 99 --because x", 3, "There is no evidence 99."),
        ("list 99", 3, "There is no claim 99."),
    ],
)
def test_what_is_wrong_is_said(cli: Program, words: str, status: int, message: str) -> None:
    refused = cli("evidence", *words.split(), "--json")
    assert refused.status == status
    assert refused.json["error"]["message"] == message
    assert refused.json["error"]["hint"]
