"""`factcheck tag`, `factcheck split` and `factcheck same`."""

from collections.abc import Callable
from typing import Any

from tests.cli.conftest import Stored
from tests.conftest import Program

Claim = Callable[[int], Any]


def test_tags_come_and_go(cli: Program, claim: Claim) -> None:
    tagged = cli("tag", 2, "--add", "fast", "--tag", "speed", "--remove", "train", "--json")
    assert tagged.json["tags"] == ["fast", "speed"]
    cli("tag", 2, "--remove", "no-such", "--add", "fast")
    assert claim(2)["tags"] == ["fast", "speed"]


def test_several_are_tagged_once(cli: Program, stored: Stored) -> None:
    assert cli("tag", "1-3", "--add", "x").status == 2
    cli("tag", "1-3", "--add", "x", "--yes")
    cli("tag", "1-3", "--add", "x", "--yes")
    assert stored("SELECT count(*) FROM tag WHERE name = 'x'") == [(3,)]


def test_a_tag_is_one_word(cli: Program) -> None:
    for name in ("two words", "a,b", "", "x" * 101):
        assert cli("tag", 1, "--add", name).status == 2
    assert cli("tag", 1).err == "Error: Which tag?\nHint: --add TAG or --remove TAG.\n"


def test_a_trial_tags_nothing(cli: Program, stored: Stored) -> None:
    tried = cli("tag", "1-2", "--add", "x", "-n", "--json").json
    assert tried[0]["tags"] == ["x"]
    assert stored("SELECT count(*) FROM tag WHERE name = 'x'") == [(0,)]


def test_one_claim_becomes_two(cli: Program, claim: Claim) -> None:
    cli("verify", 2, "--ok", "--from", "atlas p. 9")
    parts = cli("split", 2, "It has a speed", "37 mph", "--json").json
    assert [(p["id"], p["part_of"], p["outcome"]) for p in parts] == [
        (4, 2, "open"),
        (5, 2, "open"),
    ]
    assert [p["evidence"][0]["seen"] for p in parts] == [None, None]
    assert [p["span"]["exact"] for p in parts] == ["up to 37 mph", "37 mph"]
    assert claim(2)["hidden"]


def test_parts_are_listed(run: Program) -> None:
    assert run("split", 1, "a train", "20 carriages").out == (
        "#  outcome  kind    claim\n4  OPEN     number  a train\n5  OPEN     number  20 carriages\n"
    )


def test_a_split_needs_parts(cli: Program, stored: Stored) -> None:
    assert cli("split", 1).status == 2
    assert cli("split", 1, "one").err.startswith("Error: Splitting needs at least two parts.\n")
    assert cli("split", 1, "one", " ").status == 2
    assert cli("split", "1-2", "one", "two").status == 2
    assert cli("split", 99, "one", "two").status == 3
    assert stored("SELECT count(*) FROM claim") == [(3,)]


def test_a_trial_splits_nothing(cli: Program, stored: Stored) -> None:
    assert len(cli("split", 1, "one", "two", "--dry-run", "--json").json) == 2
    assert stored("SELECT count(*) FROM claim") == [(3,)]


def test_one_fact_decided_once(cli: Program, claim: Claim) -> None:
    cli("note", 3, "see above")
    joined = cli("same", 1, 3, "--json").json
    assert (joined["id"], joined["span"]["exact"]) == (1, "20 carriages")
    assert [also["exact"] for also in joined["also_at"]] == ["14 vents"]
    assert claim(3)["id"] == 1
    assert [row["id"] for row in cli("list", "--json").json] == [1, 2]


def test_joining_many_is_asked(cli: Program) -> None:
    assert cli("same", 1, 2, 3).err == (
        "Error: Join 2 claims to claim 1? There is nobody here to ask.\nHint: Add --yes.\n"
    )
    assert len(cli("same", 1, 2, 3, "--yes", "--json").json["also_at"]) == 2


def test_two_verdicts_are_not_one(cli: Program) -> None:
    cli("verify", 1, "--ok", "--from", "atlas")
    cli("verify", 2, "--wrong", "--because", "x", "--from", "atlas")
    assert cli("same", 1, 2).err == (
        "Error: Claim 1 is supported and 2 is refuted.\nHint: Decide which is right first.\n"
    )
    assert cli("same", 3, 1).err == (
        "Error: Claim 1 is decided and 3 is not.\nHint: factcheck same 1 3\n"
    )


def test_one_claim_is_itself(cli: Program) -> None:
    assert cli("same", 1).status == 2
    assert cli("same", 1, 1).status == 2
    cli("same", 1, 2)
    assert cli("restore", 2).err == (
        "Error: Claim 2 was joined to claim 1.\nHint: factcheck undo takes that back.\n"
    )
