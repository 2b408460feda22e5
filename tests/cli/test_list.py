"""`factcheck list` and `factcheck show`: what is there."""

import json

import pytest

from tests.cli.conftest import TEXT
from tests.cli.told import CLAIM_KEYS, LITE, dated
from tests.conftest import Program


@pytest.fixture
def worked(cli: Program) -> Program:
    """Claim 1 is ok, claim 2 is wrong by Bo and waits, claim 3 is open and urgent."""
    cli("verify", 1, "--ok", "--from", "atlas p. 1")
    cli("verify", 2, "--wrong", "--because", "47", "--from", "tass par. 2", "--by", "Bo")
    cli("query", "ask", 2, "Which speed?")
    cli("edit", 3, "--priority", "high")
    return cli


def test_the_whole_table(worked: Program) -> None:
    assert worked("list").out == (
        "#  outcome     kind         claimant  claim\n"
        "1  OK          number                 The train has 20 carriages\n"
        "2  ASK AUTHOR  measurement  Yonhap    The train can reach 37 mph\n"
        "3  OPEN        other                  The train has 14 vents\n"
    )


@pytest.mark.parametrize(
    "filters",
    [
        "--status supported", "--outcome ok", "--outcome OK", "--outcome true", "--kind number",
        "--source atlas", "--source source:2", "--by ann --kind number", "--claimant kcna",
    ],
)  # fmt: skip
def test_filters_leave_the_first(worked: Program, filters: str) -> None:
    worked("house", "edit", "--person", "Ann Checker", "--alias", "ann")
    worked("edit", 1, "--claimant", "KCNA of Pyongyang")
    listed = worked("list", *filters.split(), "--json")
    assert [claim["id"] for claim in listed.json] == [1]


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (["--tag", "train"], [2]),
        (["--outcome", "ASK AUTHOR"], [2]),
        (["--status", "refuted", "--by", "Bo"], [2]),
        (["--waiting"], [2]),
        (["--priority", "high"], [3]),
        (["--status", "unverified"], [3]),
        (["--since", "today"], [1, 2, 3]),
        (["--article", "1", "--sort", "priority"], [3, 1, 2]),
        (["--sort", "id", "--limit", "1", "--offset", "1"], [2]),
        (["--status", "supported", "--status", "refuted"], [1, 2]),
        (["--limit", "0"], [1, 2, 3]),
        (["--stale"], []),
        (["--hidden"], []),
    ],
)
def test_filters_leave_some(worked: Program, filters: list[str], numbers: list[int]) -> None:
    listed = worked("list", *filters, "--json")
    assert [claim["id"] for claim in listed.json] == numbers


@LITE
@pytest.mark.parametrize(
    ("option", "word", "status", "hint"),
    [
        ("--outcome", "opne", 2, "Did you mean open?"),
        ("--status", "suported", 2, "Did you mean supported?"),
        ("--kind", "nubmer", 2, "Did you mean number?"),
        ("--priority", "hgh", 2, "Did you mean high?"),
        ("--sort", "readng", 2, "Did you mean reading?"),
        ("--source", "atals", 2, "Did you mean atlas?"),
        ("--article", "kim-trian", 3, "Did you mean kim-train?"),
        ("--by", "Nobody", 3, "factcheck house show has names."),
        ("--since", "2026-13-01", 2, "Days look like"),
        ("--limit", "-1", 2, ""),
        ("--limit", "9" * 400, 2, ""),
        ("--offset", "9" * 400, 2, ""),
        ("--by", "\udc9b", 2, "Give it as UTF-8 text."),
        ("--claimant", "\udc9b", 2, "Give it as UTF-8 text."),
    ],
)
def test_a_wrong_filter_says(cli: Program, option: str, word: str, status: int, hint: str) -> None:
    refused = cli("list", option, word, "--json")
    assert refused.status == status
    assert hint in refused.json["error"]["hint"]


def test_an_empty_list_says(cli: Program) -> None:
    assert cli("list", "--stale").out == "No claims.\n"
    assert cli("list", "--stale", "--json").out == "[]\n"
    assert cli("list", "--stale", "--jsonl").out == ""


def test_reading_order_is_the_text(cli: Program) -> None:
    cli("add", "--quote", "left Pyongyang")
    cli("add", "not in the text")
    assert [claim["id"] for claim in cli("list", "--json").json] == [4, 1, 2, 3, 5]


def test_the_line_decides_shape(cli: Program) -> None:
    assert isinstance(cli("show", "2", "--json").json, dict)
    assert isinstance(cli("show", "claim:2", "--json").json, dict)
    for several in (["2", "3"], ["2-2"], ["2,3"], ["2-9"]):
        assert isinstance(cli("show", *several, "--json").json, list)


def test_every_key_is_there(run: Program) -> None:
    for line in run("list", "--jsonl").out.splitlines():
        claim = json.loads(line)
        assert [key for key in claim if key in CLAIM_KEYS] == CLAIM_KEYS
        assert claim["span"]["exact"] == TEXT[claim["span"]["start"] : claim["span"]["end"]]
        assert (claim["sign_off"], claim["suggestion"]) == (None, None)
        assert [value["text"] in claim["text"] for value in claim["values"]] == [True]


def test_show_has_notes_and_history(cli: Program) -> None:
    cli("note", 2, "they ring back", "--kind", "call")
    shown = cli("show", 2, "--history", "--json").json
    assert [note["text"] for note in shown["notes"]] == ["they ring back"]
    assert [step["command"].split()[0] for step in shown["history"]] == ["note", "add"]


def test_history_as_people_read(cli: Program) -> None:
    cli("edit", 3, "--kind", "number")
    told = dated(cli("show", 3, "--history").out).partition("\n\nstep")[2]
    assert told.splitlines()[:4] == [
        " 6  WHEN  Ann Checker",
        "  edit 3 --kind number",
        "    changed claim 3",
        "      kind: other -> number",
    ]


@LITE
@pytest.mark.parametrize(
    ("word", "status", "message"),
    [
        ("99", 3, "There is no claim 99."),
        ("9" * 400, 2, "is too large for a claim number."),
        ("2147483648", 3, "There is no claim 2147483648."),
        ("0", 2, "'0' is no claim number: they begin with 1."),
        ("-1", 2, "'-1' is no claim number."),
        ("5-3", 2, "The range '5-3' is backwards."),
        ("source:1", 2, "'source:1' is a source, but a claim is needed here."),
        ("x", 2, "'x' is no claim number."),
        ("", 2, "There is no claim number in ''."),
        ("50-60", 3, "There is no claim from 50 to 60."),
    ],
)
def test_an_unknown_claim_says(cli: Program, word: str, status: int, message: str) -> None:
    refused = cli("show", word, "--json")
    error = refused.json["error"]
    assert (refused.status, refused.out) == (status, "")
    assert list(error) == ["code", "message", "hint", "record", "line"]
    assert message in error["message"]
    assert error["hint"]


def test_one_missing_claim_stops(cli: Program) -> None:
    refused = cli("show", 1, 99)
    assert (refused.status, refused.out) == (3, "")
