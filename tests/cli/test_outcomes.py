"""What to do about a claim now, in the words of both houses; and what calls for a re-check."""

import shlex
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.told import LITE
from tests.conftest import Program

Claim = Callable[[int], Any]

OUTCOMES = [
    ("verify 1 --stet --agreed Maria", "stet", "STET (Maria)", "-"),
    ("query ask 1 'which?'", "ask", "ASK AUTHOR", "waiting"),
    ("verify 1 --fix '20 carriages' --agreed M", "ok-as-changed", "OK AS CHANGED", "corrected"),
    ("verify 1 --fix '21 carriages'", "change", 'CHANGE TO "21 carriages"', "-"),
    ("verify 1 --attribute", "attribute", "ATTRIBUTE", "-"),
    ("verify 1 --cut", "cut-asked", "CUT?", "-"),
    ("tag 1 --add x", "open", "OPEN", "open"),
    (
        "verify 1 --ok --from 'author call'",
        "ok-on-author",
        "OK, ON AUTHOR",
        "only the author's word",
    ),
    ("verify 1 --ok --from atlas", "ok", "OK", "true"),
    ("verify 1 --partly --because x --from atlas", "partly", "PARTLY RIGHT", None),
    ("verify 1 --wrong --because x --from atlas", "wrong", "WRONG", "false"),
    (
        "verify 1 --verdict conflicting --because x --from atlas",
        "sources-differ",
        "SOURCES DIFFER",
        "sources conflict",
    ),
    (
        "verify 1 --cant-confirm no-time --because x",
        "cant-confirm",
        "CAN'T CONFIRM",
        "unproven",
    ),
    ("verify 1 --opinion --because x", "no-fact", "OPINION", "not checkable"),
]


@LITE
@pytest.mark.parametrize(("line", "outcome", "in_line", "in_desk"), OUTCOMES)
def test_each_outcome_in_words(
    cli: Program, line: str, outcome: str, in_line: str, in_desk: str | None
) -> None:
    assert cli(*shlex.split(line)).status == 0
    assert cli("show", 1, "--json").json["outcome"] == outcome
    assert cli("show", 1).out.splitlines()[0] == f"Claim 1  {in_line}"
    cli("house", "edit", "words", "desk")
    shown = in_desk or "partly true, misleading"
    assert cli("show", 1).out.splitlines()[0] == f"Claim 1  {shown}"


def test_the_first_row_fits(cli: Program, claim: Claim) -> None:
    cli("verify", 1, "--wrong", "--because", "21", "--from", "atlas")
    cli("verify", 1, "--fix", "21 carriages")
    cli("query", "ask", 1, "which?")
    assert claim(1)["outcome"] == "ask"
    cli("query", "answer", 1, "these")
    assert claim(1)["outcome"] == "change"
    cli("verify", 1, "--stet")
    assert claim(1)["outcome"] == "stet"


@pytest.fixture
def decided(cli: Program) -> Program:
    """Claim 2 is supported by evidence 1 of the atlas."""
    cli("verify", 2, "--ok", "--source", "atlas", "--evidence", "37 mph", "--locator", "p. 2")
    return cli


RECHECKS = [
    ("edit 2 --text 'The train can reach 47 mph'", ["37 became 47"]),
    ("evidence add 2 tass --stance refutes", ["evidence 2 against it added"]),
    ("evidence edit 1 --quote '36 mph'", ["evidence 1 edited"]),
    ("evidence edit 1 --stance context", ["evidence 1 edited"]),
    ("evidence retract 1 --because 'a misprint'", ["evidence 1 retracted"]),
    ("edit 2 --quote '37 mph'", ['"up to" is gone']),
]


@pytest.mark.parametrize(("line", "because"), RECHECKS)
def test_what_calls_for_recheck(
    decided: Program, claim: Claim, line: str, because: list[str]
) -> None:
    decided(*shlex.split(line))
    assert claim(2)["stale"]
    assert [reason.casefold() for reason in claim(2)["stale_because"]] == because
    assert [row["id"] for row in decided("list", "--stale", "--json").json] == [2]
    decided("undo")
    assert (claim(2)["stale"], claim(2)["stale_because"]) == (False, [])


NO_REASONS = [
    "evidence add 2 tass --stance supports",
    "evidence add 2 tass --stance context",
    "evidence add 2 tass --stance refutes --cited",
    "note 2 'they ring back'",
    "tag 2 --add x",
    "edit 2 --kind statistic --claimant KCNA",
    "evidence edit 1 --note 'a round figure' --tier primary",
    "edit 1 --text 'The train has 21 carriages'",
]


def test_what_is_no_reason(decided: Program, claim: Claim) -> None:
    for line in NO_REASONS:
        assert decided(*shlex.split(line)).status == 0
        assert not claim(2)["stale"], line


def test_a_change_taken_back(decided: Program, claim: Claim) -> None:
    decided("edit", 2, "--text", "The train can reach 47 mph")
    decided("edit", 2, "--text", "The train can reach 37 mph")
    assert not claim(2)["stale"]


def test_agreed_words_are_good(decided: Program, claim: Claim) -> None:
    decided("verify", 2, "--fix", "The train can reach 47 mph", "--agreed", "Maria")
    decided("edit", 2, "--text", "The train can reach 47 mph")
    assert not claim(2)["stale"]


def test_a_recheck_is_shown(decided: Program) -> None:
    decided("edit", 2, "--text", "The train can reach 47 mph")
    assert decided("list").out.splitlines()[2] == (
        "2  OK       RE-CHECK: 37 became 47  measurement  Yonhap    The train can reach 47 mph"
    )
    assert "\nRE-CHECK: 37 became 47\n" in decided("show", 2).out
    assert "RE-CHECK: 37 became 47" in decided("report").out


def test_a_new_verdict_settles(decided: Program, claim: Claim) -> None:
    decided("edit", 2, "--text", "The train can reach 47 mph")
    decided("verify", 2, "--ok", "--because", "47 in the new edition")
    assert not claim(2)["stale"]


def test_the_author_is_not_alone(decided: Program, claim: Claim) -> None:
    decided("verify", 1, "--ok", "--from", "author call")
    assert claim(1)["outcome"] == "ok-on-author"
    decided("evidence", "add", 1, "atlas", "--stance", "supports")
    assert claim(1)["outcome"] == "ok"
