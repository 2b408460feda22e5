"""`factcheck verify -`: a line a claim, one step in the log."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program

Claim = Callable[[int], Any]
LINES = """\
# what was done on Monday
1 change "21 carriages" atlas 23 Nov
2 ok atlas p. 212

3 ask which year? | or which train?
"""


def test_a_line_a_claim(run: Program, stored: Stored) -> None:
    decided = run("verify", "-", stdin=LINES)
    assert decided.out == (
        "#  outcome                   kind         claimant  claim\n"
        '1  CHANGE TO "21 carriages"  number                 The train has 20 carriages\n'
        "2  OK                        measurement  Yonhap    The train can reach 37 mph\n"
        "3  ASK AUTHOR                other                  The train has 14 vents\n"
    )
    assert stored("SELECT command FROM step WHERE id > 5") == [("verify -",)]


def test_lines_are_one_step(cli: Program, stored: Stored) -> None:
    cli("verify", "-", stdin=LINES)
    assert cli("undo").status == 0
    assert stored("SELECT outcome, count(*) FROM claim GROUP BY outcome") == [("open", 3)]
    assert stored("SELECT count(*) FROM evidence") == [(0,)]


@LITE
@pytest.mark.parametrize(
    ("line", "outcome", "locator"),
    [
        ("1 ok atlas p. 212", "ok", "p. 212"),
        ("#1 true atlas", "ok", None),
        ("1 wrong atlas p. 9 | the table says otherwise", "wrong", "p. 9"),
        ("1 partly right atlas p. 9 | not all", "partly", "p. 9"),
        ("1 sources differ atlas p. 9 | 20 or 21", "sources-differ", "p. 9"),
        ("1 attribute atlas p. 2", "attribute", "p. 2"),
        ("1 cut atlas p. 3", "cut-asked", "p. 3"),
    ],
)
def test_the_words_of_lines(
    cli: Program, claim: Claim, line: str, outcome: str, locator: str | None
) -> None:
    assert cli("verify", "-", stdin=line).status == 0
    assert claim(1)["outcome"] == outcome
    assert claim(1)["evidence"][0]["locator"] == locator


def test_lines_need_no_source(cli: Program, claim: Claim) -> None:
    lines = "1 can't confirm no-answer | two calls\n2 stet Maria Keller\n3 opinion | taste\n"
    cli("verify", "-", stdin=lines)
    assert (claim(1)["verdict"]["why"], claim(1)["verdict"]["reason"]) == ("no-answer", "two calls")
    assert claim(2)["fix"]["agreed_with"] == "Maria Keller"
    assert claim(3)["outcome"] == "no-fact"


def test_ranges_skip_the_gaps(cli: Program) -> None:
    decided = cli("verify", "-", "--json", stdin="1,3-9 ok atlas p. 1\n")
    assert [claim["id"] for claim in decided.json] == [1, 3]
    assert cli("verify", "-", stdin="1,9 ok atlas p. 2\n").status == 3


BAD = [
    ("117", "Line 1: '117' is no line like 117 ok atlas p. 212."),
    ("ok 1", "Line 1: 'ok 1' is no line like 117 ok atlas p. 212."),
    ("1 okk atlas", "Line 1: 'okk' is no decision."),
    ("1 ok atls p. 3", "Line 1: There is no source 'atls'."),
    ("1 ok", "Line 1: Claim 1 has no evidence."),
    ("1 wrong atlas", "Line 1: Claim 1 cannot be refuted without a reason."),
    ("1 change 21 carriages", "Line 1: A change needs the new wording in quotation marks."),
    ("1 ask", "Line 1: What is the question?"),
    ("1 cant-confirm maybe | x", "Line 1: 'maybe' is no reason for that."),
    ("1 cant-confirm", "Line 1: Not enough evidence for claim 1: why?"),
    ("2 ok atlas\n99 ok atlas", "Line 2: There is no claim 99."),
    ("9-3 ok atlas", "Line 1: 9-3 is no range of claims."),
    ("", "There is no line on stdin."),
    ("1 ok \udce9", "stdin: line 1: byte 0xe9 is not UTF-8"),
]


@LITE
@pytest.mark.parametrize(("lines", "message"), BAD)
def test_a_bad_line_stops(cli: Program, stored: Stored, lines: str, message: str) -> None:
    refused = cli("verify", "-", "--json", stdin=lines.encode("utf-8", "surrogateescape"))
    error = refused.json["error"]
    assert refused.status == (3 if "99" in message else 2)
    assert error["message"].startswith(message)
    assert error["hint"]
    assert stored("SELECT count(*) FROM step") == [(5,)]


def test_good_lines_keep_going(cli: Program, claim: Claim) -> None:
    lines = "1 ok atlas\n2 okk atlas\n99 ok atlas\n3 ok atlas\n"
    kept = cli("verify", "-", "--keep-going", "--jsonl", stdin=lines)
    assert (kept.status, len(kept.out.splitlines())) == (1, 2)
    assert json.loads(kept.err)["error"]["message"] == (
        "Left out 2 lines: Line 2: 'okk' is no decision. Line 3: There is no claim 99."
    )
    assert [claim(n)["outcome"] for n in (1, 2, 3)] == ["ok", "open", "ok"]


def test_a_half_line_undone(cli: Program, stored: Stored) -> None:
    cli("verify", "-", "--keep-going", stdin="1,99 ok https://new.example/x\n2 ok atlas\n")
    assert stored("SELECT count(*) FROM source") == [(3,)]
    assert stored("SELECT claim_id FROM evidence") == [(2,)]
    assert cli("db", "check").status == 0


def test_a_trial_leaves_nothing(cli: Program, stored: Stored) -> None:
    tried = cli("verify", "-", "--dry-run", stdin=LINES)
    assert tried.err == "Dry run: nothing was changed.\n"
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
def test_options_would_be_lost(cli: Program) -> None:
    refused = cli("verify", "-", "--ok", "--from", "atlas", stdin="1 ok atlas\n")
    assert refused.status == 2
    assert refused.err.startswith("Error: With - each line says what is decided;")
