"""`factcheck gate`: what is open in this record, warnings, what was lifted, what stands."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program

Claim = Callable[[int], Any]
NO_REASON = "Error: Lifting A506:2 needs a reason.\nHint: Add --because 'why it may stand'.\n"
NOT_OPEN = (
    "Error: 'A508:2' is not open in kim-train.\n"
    "Hint: factcheck gate kim-train lists what is, as A506:12.\n"
)


@pytest.fixture
def decided(cli: Program) -> Program:
    """Every claim rests on a primary source."""
    done = cli("verify", "1-3", "--ok", "--from", "atlas p. 2", "--tier", "primary", "--yes")
    assert done.status == 0, done.err
    return cli


def opened(cli: Program) -> list[str]:
    return [each["name"] for each in cli("gate", "--json").json["open"]]


def test_what_is_open(cli: Program) -> None:
    told = cli("gate")
    assert (told.status, told.err) == (1, "")
    assert told.out == (
        "kim-train: 3 things open in this record\n"
        "  A506:1  undecided\n"
        "          factcheck verify 1\n"
        "  A506:2  undecided\n"
        "  A506:3  undecided\n"
    )


def test_nothing_open_never_that_it_may_run(decided: Program) -> None:
    told = decided("gate")
    assert (told.status, told.err) == (0, "")
    assert told.out == "kim-train: nothing open in this record\n"


def test_as_json(decided: Program) -> None:
    assert decided("gate", "kim-train", "--json").json == {
        "article": {"id": 1, "slug": "kim-train"},
        "open": [],
        "warnings": [],
        "lifted": [],
        "stet": [],
    }


def test_warnings_are_apart_and_close_nothing(decided: Program) -> None:
    decided("evidence", "edit", 1, "--tier", "secondary")
    told = decided("gate")
    assert told.status == 0
    assert told.out == (
        "kim-train: nothing open in this record\n"
        "\n"
        "Warnings\n"
        "  S302:1  needs 1 primary source or 2 independent sources; "
        "has 0 primary, 1 independent\n"
        "          factcheck evidence add 1 ...\n"
    )


def test_all_of_it_in_reading_order(cli: Program) -> None:
    cli("verify", 3, "--wrong", "--because", "15", "--from", "atlas p. 2", "--tier", "primary")
    cli("query", "ask", 2, "who?")
    assert opened(cli) == ["A506:1", "A507:1", "A506:2", "A509:3"]
    cli("verify", 3, "--fix", "15 vents")
    assert opened(cli) == ["A506:1", "A507:1", "A506:2", "A508:3"]


def test_each_step_clears_its_finding(cli: Program) -> None:
    cli("query", "ask", 2, "who?")
    cli("query", "answer", 1, "Yonhap")
    done = cli("verify", "1-2", "--ok", "--from", "atlas", "--tier", "primary", "--yes")
    assert (done.status, opened(cli)) == (0, ["A506:3"])
    cli("rm", 3)
    assert cli("gate").status == 0


def test_stet_is_listed_under_the_name_of_the_editor(decided: Program) -> None:
    decided(
        "verify", 3, "--wrong", "--because", "the house style", "--stet",
        "--agreed", "Bo Editor",
    )  # fmt: skip
    told = decided("gate")
    assert told.status == 0
    assert told.out == (
        "kim-train: nothing open in this record\n"
        "\n"
        "The editor lets it stand\n"
        "  3  The train has 14 vents (Bo Editor: the house style)\n"
    )
    assert [each["id"] for each in decided("gate", "--json").json["stet"]] == [3]


def test_every_element_in_a_claim_where_the_house_wants_it(decided: Program) -> None:
    assert decided("gate").status == 0
    decided("house", "edit", "gate_coverage", "yes")
    gaps = decided("article", "coverage", "kim-train", "--json").json["gaps"]
    closed = decided("gate", "--json")
    found = closed.json["open"]
    assert [each["detail"]["start"] for each in found] == [gap["start"] for gap in gaps]
    assert closed.status == (1 if gaps else 0)
    assert {each["code"] for each in found} <= {"A501"}
    assert gaps


# Lifting


def test_lifted_by_name(cli: Program) -> None:
    lifted = cli(
        "gate", "--lift", "A506:2", "--because", "the lawyer has it", "--by", "Bo Editor"
    )  # fmt: skip
    assert (lifted.status, lifted.err) == (1, "Lifted: A506:2.\n")
    assert lifted.out == (
        "kim-train: 2 things open in this record\n"
        "  A506:1  undecided\n"
        "          factcheck verify 1\n"
        "  A506:3  undecided\n"
        "\n"
        "Lifted\n"
        "  A506:2  undecided - lifted by Bo Editor: the lawyer has it\n"
    )


def test_lifted_by_number(cli: Program) -> None:
    number = cli("gate", "--json").json["open"][1]["id"]
    assert cli("gate", "--lift", number, "--because", "x").err == "Lifted: A506:2.\n"


def test_the_last_one_lifted_opens_the_gate(decided: Program) -> None:
    decided("query", "ask", 2, "who?")
    lifted = decided("gate", "kim-train", "--lift", "a507:1", "--because", "asked twice", "--json")
    assert (lifted.status, lifted.json["open"]) == (0, [])
    (found,) = lifted.json["lifted"]
    assert (found["state"], found["lifted"]["by"], found["lifted"]["because"]) == (
        "set-aside", "Ann Checker", "asked twice",
    )  # fmt: skip


def test_it_comes_back_when_the_words_change(cli: Program) -> None:
    cli("gate", "--lift", "A506:2", "--because", "the lawyer has it")
    assert opened(cli) == ["A506:1", "A506:3"]
    cli("edit", 2, "--text", "The train can reach 47 mph")
    assert opened(cli) == ["A506:1", "A506:2", "A506:3"]
    cli("undo")
    assert opened(cli) == ["A506:1", "A506:3"]


def test_lifted_undone_and_redone(cli: Program, stored: Stored) -> None:
    cli("gate", "--lift", "A506:2", "--because", "the lawyer has it")
    cli("undo")
    assert (opened(cli), stored("SELECT count(*) FROM lift")) == (
        ["A506:1", "A506:2", "A506:3"], [(0,)],
    )  # fmt: skip
    cli("undo", 7)
    assert opened(cli) == ["A506:1", "A506:3"]


@LITE
@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--lift", "A506:2"], 2, NO_REASON),
        (["--lift", "A506:2", "--because", " "], 2, NO_REASON),
        (
            ["--lift", "A508:2", "--because", "x"],
            3,
            NOT_OPEN,
        ),
        (
            ["--because", "x"],
            2,
            "Error: --because says why a finding is lifted.\nHint: Add --lift FINDING.\n",
        ),
        (
            ["kim-trian"],
            3,
            "Error: There is no article 'kim-trian'.\nHint: Did you mean kim-train?\n",
        ),
    ],
)
def test_what_is_refused_says_why(
    cli: Program, stored: Stored, words: list[str], status: int, told: str
) -> None:
    refused = cli("gate", *words)
    assert (refused.status, refused.out, refused.err) == (status, "", told)
    assert stored("SELECT count(*) FROM lift") == [(0,)]


def test_a_hostile_claim_stays_text(cli: Program) -> None:
    cli("query", "ask", 1, "\x1b[31mred\x1b[0m?\nA506:9  undecided")
    told = cli("gate").out
    assert "\x1b" not in told
    assert not any(line.startswith("  A506:9") for line in told.splitlines())


def test_no_article_at_all_is_not_open(cli: Program) -> None:
    cli("article", "close", "kim-train", "--yes")
    refused = cli("gate")
    assert refused.status in {2, 3}
    assert refused.out == ""
