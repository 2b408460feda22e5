"""`factcheck add -`: a claim a line, JSON lines, or the working sheet."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program

Claim = Callable[[int], Any]


def test_one_claim_a_line(cli: Program, stored: Stored) -> None:
    added = cli("add", "-", "--tag", "new", stdin="one\n\n  two  \r\nthree")
    assert added.out == "Added 3 claims, 4 to 6.\n"
    assert stored("SELECT text FROM claim WHERE id > 3 ORDER BY id") == [
        ("one",), ("two",), ("three",),
    ]  # fmt: skip
    assert stored("SELECT count(*) FROM tag WHERE name = 'new'") == [(3,)]


def test_many_claims_one_step(cli: Program, run: Program, stored: Stored) -> None:
    run("add", "-", stdin="\n".join(f"claim {n}" for n in range(50)))
    assert stored("SELECT count(*), max(id) FROM step") == [(6, 6)]
    cli("undo")
    assert stored("SELECT count(*) FROM claim") == [(3,)]


def test_one_line_is_an_array(cli: Program) -> None:
    assert [claim["id"] for claim in cli("add", "-", "--json", stdin="one\n").json] == [4]
    assert cli("add", "-", stdin="one\n").out == "Added claim 5.\n"


def test_json_lines_of_options(cli: Program) -> None:
    line = {
        "text": "It left on a Monday", "quote": "on Monday", "claimant": "KCNA",
        "claimant_role": "agency", "said-on": "23 Nov 2023", "tags": ["a", "b"], "kind": "Date",
        "evidence": [
            {"source": "atlas", "quote": "Monday", "stance": "supports", "on": "2023-09-12"},
            {"from": "tass par. 2", "says": "so it is"},
        ],
    }  # fmt: skip
    [added] = cli("add", "-", "--json", stdin=json.dumps(line)).json
    assert (added["kind"], added["said"]["on"], added["tags"]) == ("date", "2023-11-23", ["a", "b"])
    assert [(e["source"]["key"], e["quote"], e["locator"]) for e in added["evidence"]] == [
        ("atlas", "Monday", None), ("tass", None, "par. 2"),
    ]  # fmt: skip


SHEET = """\
Fact,Source,Place,OK?,Notes
"It left, they say",atlas,p. 3,x,
It is green,tass,par. 2,,ask again
It is old,atlas,p. 9,wrong,it is new
"""


def test_the_working_sheet_comes(cli: Program) -> None:
    added = cli("add", "-", "--json", stdin=SHEET).json
    assert [(claim["text"], claim["outcome"]) for claim in added] == [
        ("It left, they say", "ok"), ("It is green", "open"), ("It is old", "wrong"),
    ]  # fmt: skip
    assert [claim["evidence"][0]["locator"] for claim in added] == ["p. 3", "par. 2", "p. 9"]


def test_options_hold_for_all(cli: Program) -> None:
    common = ["--claimant", "KCNA", "--said-at", "https://a.example/1", "--from", "atlas p. 1"]
    added = cli("add", "-", *common, "--json", stdin='{"text": "a"}\n{"text":"b","claimant":"K"}')
    assert [claim["claimant"] for claim in added.json] == ["KCNA", "K"]
    for claim in added.json:
        assert claim["said"]["appearances"] == ["https://a.example/1"]
        assert claim["evidence"][0]["locator"] == "p. 1"


BAD = [
    (b"\xff\xfe\n", "stdin: line 1: byte 0xff is not UTF-8"),
    (b"good\nb\xe9d\n", "stdin: line 2: byte 0xe9 is not UTF-8"),
    (b"good\nnul\0\n", "stdin: line 2: there is a NUL byte"),
    (b'{"text":"\\ud800"}', "Line 1: The text contains half a character (U+D800)"),
    (b'{"text":"\\u0000"}', "Line 1: The text contains a NUL character."),
    (b'{"text":"x","claimant":"\\u0000"}', "Line 1: The claimant contains a NUL character."),
    (b'{"text":"x"}\n{bad', "Line 2: This is no JSON"),
    (b'{"text":"x"}\n[1]', "Line 2: This is JSON, but no object."),
    (b'{"txt":"x"}', "Line 1: 'txt' is no field of a claim."),
    (b'{"text":"x","kind":"dat"}', "Line 1: 'dat' is no kind."),
    (b'{"text":"x","said_on":"soon"}', "Line 1: 'soon' is no day."),
    (b'{"text":"x","source":"atlas","on":"soon"}', "Line 1: 'soon' is no day."),
    (b'{"text":"x","source":"atls"}', "Line 1: There is no source 'atls'."),
    (b'{"text":"x","article":"kim"}', "Line 1: There is no article 'kim'."),
    (b'{"quote":"not there"}', 'Line 1: "not there" does not stand in kim-train.'),
    (b'{"text":"x","ok":"yes"}', "Line 1: Claim 4 has no evidence."),
    (b"fact,source\na,b,c\n", "Line 2: The row has 3 cells, the heading 2."),
    (b"", "There is no claim on stdin."),
    (b"\n \n", "There is no claim on stdin."),
]


@LITE
@pytest.mark.parametrize(("lines", "message"), BAD)
def test_a_bad_line_takes_all(cli: Program, stored: Stored, lines: bytes, message: str) -> None:
    refused = cli("add", "-", "--json", stdin=lines)
    assert refused.out == ""
    assert refused.status in {2, 3}
    assert message in refused.json["error"]["message"]
    assert stored("SELECT count(*) FROM claim") == [(3,)]


def test_good_lines_keep_going(cli: Program, stored: Stored) -> None:
    lines = b"good\nb\xe9d\nnul\0\nlast\n"
    kept = cli("add", "-", "--keep-going", stdin=lines)
    assert (kept.status, kept.out) == (1, "Added 2 claims, 4 to 5.\n")
    assert kept.err == (
        "Left out: stdin: line 2: byte 0xe9 is not UTF-8; looks like Windows-1252. "
        "Convert it: iconv -f WINDOWS-1252 -t UTF-8 < old > new\n"
        "Left out: stdin: line 3: there is a NUL byte, so this is not plain text. "
        "Give it as UTF-8 text.\n"
    )
    assert stored("SELECT text FROM claim WHERE id > 3") == [("good",), ("last",)]


def test_what_was_left_as_json(cli: Program) -> None:
    kept = cli("add", "-", "--keep-going", "--json", stdin='{"text":"a"}\n{"txt":"b"}\n')
    assert kept.status == 1
    assert [claim["text"] for claim in kept.json] == ["a"]
    assert json.loads(kept.err)["error"] == {
        "code": "check-failed",
        "message": "Left out 1 line: Line 2: 'txt' is no field of a claim.",
        "hint": "Did you mean text?",
        "record": None,
        "line": 2,
    }


@LITE
def test_a_line_of_megabytes(cli: Program, run: Program, stored: Stored) -> None:
    lines = b"a" * 20_000_000 + b"\ngood\n"
    refused = run("add", "-", stdin=lines)
    assert refused.status == 2
    assert refused.err.startswith("Error: stdin: line 1 is longer than 5000000 bytes.\n")
    assert cli("add", "-", "--keep-going", stdin=lines).status == 1
    assert stored("SELECT text FROM claim WHERE id > 3") == [("good",)]


@LITE
def test_a_place_stands_in_lines(cli: Program) -> None:
    refused = cli("add", "-", "--quote", "on Monday", stdin="x\n")
    assert refused.status == 2
    assert refused.err.startswith("Error: --quote is for one claim.\n")
