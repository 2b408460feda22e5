"""`factcheck sign-off`: a second person, whole articles, samples."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program

Claim = Callable[[int], Any]
OWN = "Claim 3 was decided by Bo Editor; this house wants a second person."
MARIA, BO = "Maria Keller", "Bo Editor"  # Maria wrote the article


@pytest.fixture
def decided(cli: Program) -> Program:
    """Claims 1 and 2 decided by Ann; a house that wants two people."""
    cli("house", "edit", "second_person", "yes")
    done = cli("verify", "1-2", "--ok", "--from", "atlas p. 2", "--yes")
    assert done.status == 0, done.err
    return cli


def test_one_verdict(decided: Program, claim: Claim) -> None:
    signed = decided("sign-off", 1, "--by", BO)
    assert signed.status == 0, signed.err
    assert "  signed off  Bo Editor, " in signed.out
    assert claim(1)["sign_off"]["by"] == BO
    assert list(claim(1)["sign_off"]) == ["by", "at"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["1"], "Claim 1 was decided by Ann Checker; this house wants a second person."),
        (["1", "--by", MARIA], "Claim 1 is from Maria Keller's own article."),
    ],
)
def test_the_same_person_is_refused(
    decided: Program, stored: Stored, words: list[str], message: str
) -> None:
    refused = decided("sign-off", *words)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == f"Error: {message}\nHint: Somebody else signs it off: --by NAME.\n"
    assert stored("SELECT count(*) FROM sign_off") == [(0,)]


def test_initials_are_the_same_person(decided: Program) -> None:
    decided("house", "edit", "--person", "Ann Checker", "--alias", "ac")
    assert decided("sign-off", 1, "--by", "AC").status == 2


def test_a_house_of_one_lets_the_same_person(cli: Program, claim: Claim) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 2")
    assert cli("sign-off", 1).status == 0
    assert claim(1)["sign_off"]["by"] == "Ann Checker"


@LITE
@pytest.mark.parametrize(
    ("words", "message", "status"),
    [
        ("", "Which claims?", 2),
        ("1 --article kim-train", "Which claims?", 2),
        ("1 --sample 2", "--sample draws from an article.", 2),
        ("3", "Claim 3 is not decided yet.", 2),
        ("99", "There is no claim 99.", 3),
        ("--article no-such", "There is no article 'no-such'.", 3),
        ("--article kim-train --sample 0", None, 2),
    ],
)
def test_what_cannot_be_signed_says_why(
    decided: Program, words: str, message: str | None, status: int
) -> None:
    refused = decided("sign-off", *words.split(), "--by", BO)
    assert (refused.status, refused.out) == (status, "")
    assert message is None or refused.err.startswith(f"Error: {message}\n")


def test_named_claims_are_signed_all_or_none(decided: Program, stored: Stored) -> None:
    refused = decided("sign-off", "1-3", "--by", BO, "--yes", "--json")
    assert (refused.status, refused.json["error"]["record"]) == (2, "claim:3")
    assert stored("SELECT count(*) FROM sign_off") == [(0,)]


def test_a_whole_article_leaves_what_cannot_be_signed(decided: Program, claim: Claim) -> None:
    decided("verify", 3, "--ok", "--from", "atlas p. 9", "--by", BO)
    signed = decided("sign-off", "--article", "kim-train", "--by", BO, "--yes")
    assert (signed.status, signed.err) == (
        1,
        f"Left out: {OWN} Somebody else signs it off: --by NAME.\n",
    )
    assert [line[0] for line in signed.out.splitlines()] == ["#", "1", "2"]
    assert [bool(claim(number)["sign_off"]) for number in (1, 2, 3)] == [True, True, False]


def test_what_was_left_is_said_in_json_too(decided: Program) -> None:
    decided("verify", 3, "--ok", "--from", "atlas p. 9", "--by", BO)
    signed = decided("sign-off", "--article", "kim-train", "--by", BO, "--yes", "--json")
    assert signed.status == 1
    assert [each["id"] for each in signed.json] == [1, 2]
    error = json.loads(signed.err)["error"]
    assert OWN in error["message"]
    assert error["record"] == "claim:3"


def test_several_are_asked(decided: Program, stored: Stored) -> None:
    refused = decided("sign-off", "--article", "kim-train", "--by", BO)
    assert refused.err == (
        "Error: Sign 2 verdicts off? There is nobody here to ask.\nHint: Add --yes.\n"
    )
    assert stored("SELECT count(*) FROM sign_off") == [(0,)]


def test_the_shape_follows_the_command_line(decided: Program) -> None:
    assert decided("sign-off", 1, "--by", BO, "--dry-run", "--json").json["id"] == 1
    assert [each["id"] for each in decided("sign-off", "1-1", "--by", BO, "-n", "--json").json] == [
        1
    ]
    listed = decided("sign-off", "--article", "kim-train", "--by", BO, "-n", "--json").json
    assert [each["id"] for each in listed] == [1, 2]


def test_nothing_waits(cli: Program) -> None:
    signed = cli("sign-off", "--article", "kim-train", "--by", BO, "--json")
    assert (signed.status, signed.json) == (0, [])


def many(cli: Program) -> None:
    lines = "\n".join(f"Claim of the number {number}" for number in range(20))
    assert cli("add", "-", stdin=lines).status == 0
    done = cli("verify", "--all", "--ok", "--from", "atlas p. 2", "--yes")
    assert done.status == 0, done.err


def test_the_sample_that_was_shown_is_signed(decided: Program, claim: Claim) -> None:
    many(decided)
    sample = ["sign-off", "--article", "kim-train", "--sample", "5", "--by", BO, "--json"]
    shown = [each["id"] for each in decided(*sample, "--dry-run").json]
    assert [each["id"] for each in decided(*sample, "--dry-run").json] == shown
    assert claim(shown[0])["sign_off"] is None
    assert [each["id"] for each in decided(*sample, "--yes").json] == shown
    assert len(shown) == 5
    again = [each["id"] for each in decided(*sample, "--yes").json]
    assert not set(again) & set(shown)


def test_a_sample_is_the_same_in_another_process(decided: Program, run: Program) -> None:
    many(decided)
    sample = ["sign-off", "--article", "kim-train", "--sample", "5", "--by", BO, "-n", "--json"]
    assert [e["id"] for e in run(*sample).json] == [e["id"] for e in decided(*sample).json]


def test_it_falls_with_a_recheck_and_stands_again(decided: Program, claim: Claim) -> None:
    decided("sign-off", 1, "--by", BO)
    decided("edit", 1, "--text", "The train has 21 carriages")
    assert (claim(1)["sign_off"], claim(1)["stale"]) == (None, True)
    refused = decided("sign-off", 1, "--by", BO)
    assert refused.err.startswith("Error: Claim 1 calls for a re-check: 20 became 21.\n")
    decided("undo")
    assert claim(1)["sign_off"]["by"] == BO


def test_signed_undone_and_redone(decided: Program, claim: Claim, stored: Stored) -> None:
    decided("sign-off", 1, "--by", BO)
    decided("undo", "--by", BO)
    assert (claim(1)["sign_off"], stored("SELECT count(*) FROM sign_off")) == (None, [(0,)])
    decided("undo", 9)
    assert claim(1)["sign_off"]["by"] == BO


def test_signed_already_says_so(decided: Program, stored: Stored) -> None:
    """Nobody is left to think that it carries their name."""
    decided("house", "edit", "--person", "Cora")
    decided("sign-off", 1, "--by", BO)
    before = stored("SELECT max(id) FROM step")
    again = decided("sign-off", 1, "--by", "Cora")
    assert "Bo Editor" in again.out + again.err
    assert stored("SELECT max(id) FROM step") == before
