"""`add -`: a claim a line, JSON lines, or the working sheet."""

from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.services import intake
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.intake import Incoming
from factcheck.words import Conclusion


def items(text: str, form: str | None = None) -> list[intake.Item]:
    """As stdin gives them: lines that hold something, with their numbers."""
    lines: list[tuple[int, str | BadInput]] = [
        (number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()
    ]
    return list(intake.read(lines, form))


def taken(text: str) -> list[NewClaim]:
    found = []
    for _, item in items(text):
        assert isinstance(item, Incoming)
        found.append(item.claim)
    return found


def refused(text: str) -> list[tuple[int, str]]:
    return [(n, item.message) for n, item in items(text) if isinstance(item, BadInput)]


def test_nothing_gives_nothing() -> None:
    assert list(intake.read([])) == []


def test_claim_a_line() -> None:
    assert taken("One, and two\n\nThree\n") == [
        NewClaim(text="One, and two"),
        NewClaim(text="Three"),
    ]


@pytest.mark.parametrize("line", ["a" * 400_000, "a\rb", 'the "fact', "fact", "a;b;c"])
def test_odd_first_lines_are_claims(line: str) -> None:
    assert intake.form_of(line) == "lines"
    assert taken(line) == [NewClaim(text=line)]


def test_json_lines_of_the_same_fields() -> None:
    (found,) = taken(
        '{"text": "x", "kind": "Date", "claimant-role": "agency", "tags": "a, b", "nth": "2",'
        ' "said_at": ["https://a.example"], "source": "atlas", "says": "so", "how": "call"}'
    )
    assert found == NewClaim(
        text="x", kind="date", claimant_role="agency", tags=["a", "b"], nth=2,
        said_at=["https://a.example"], evidence=[NewEvidence("atlas", says="so", how="call")],
    )  # fmt: skip


def test_json_with_several_pieces() -> None:
    (found,) = taken(
        '{"text": "x", "evidence": [{"from": "atlas p. 1"}, {"source": "b", "quote": "c"}]}'
    )
    assert found.evidence == [NewEvidence(place="atlas p. 1"), NewEvidence("b", quote="c")]


def test_quote_is_that_of_the_claim() -> None:
    (found,) = taken('{"quote": "20 carriages", "source": "atlas", "evidence": "twenty"}')
    assert found == NewClaim(quote="20 carriages", evidence=[NewEvidence("atlas", quote="twenty")])


BAD_JSON = [
    ("{", "no JSON"),
    ('{"text": "x"', "no JSON"),
    ('{"txt": "x"}', "'txt' is no field of a claim"),
    ('{"text": ["x"]}', "is ['x'], not text"),
    ('{"text": true}', "not text"),
    ('{"text": "x", "kind": "dat"}', "'dat' is no kind"),
    ('{"text": "x", "nth": "first"}', "not a number"),
    ('{"text": "x", "nth": true}', "not a number"),
    ('{"text": "x", "nth": "\u00b2"}', "not a number"),
    ('{"text": "x", "nth": "%s"}' % ("9" * 5000), "not a number"),
    ('{"text": "x", "evidence": ["a"]}', "not an object"),
    ('{"text": "x", "evidence": [{"srce": "a"}]}', "'srce' is no field of evidence"),
    ('{"text": "x", "ok": "perhaps"}', "is no conclusion"),
    ('{"text": "\\u0000x"}', "NUL"),
    ('{"text": "x", "claimant": "\\ud800"}', "half a character"),
    ("{" * 100_000, "no JSON"),
    ("[1]", ""),
]


@pytest.mark.parametrize(("line", "said"), BAD_JSON, ids=range(len(BAD_JSON)))
def test_json_that_cannot_be_taken(line: str, said: str) -> None:
    good = '{"text": "good"}'
    found = items(f"{good}\n{line}\n{good}")
    assert [number for number, _ in found] == [1, 2, 3]
    assert isinstance(found[1][1], BadInput)
    assert said in found[1][1].message


SHEET = """fact,source,place,OK?,notes,tags
The train has 20 carriages,atlas,p. 12,x,two calls,train
It can reach 37 mph,,,,,
"It left
on Monday",atlas,p. 9,wrong,"a ""Sunday"" of old",a b
,,,,,
"""


def test_working_sheet() -> None:
    found = items(SHEET)
    assert [number for number, _ in found] == [2, 3, 4]
    one, two, three = (item for _, item in found if isinstance(item, Incoming))
    assert one.claim == NewClaim(
        text="The train has 20 carriages", note="two calls", tags=["train"],
        evidence=[NewEvidence("atlas", locator="p. 12")],
    )  # fmt: skip
    assert two.claim == NewClaim(text="It can reach 37 mph", evidence=[])
    assert three.claim.text == "It left\non Monday"
    assert [each.conclusion for each in (one, two, three)] == [
        Conclusion.SUPPORTED, None, Conclusion.REFUTED,
    ]  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_of_a_sheet(delimiter: str) -> None:
    rows = ("Claim", "Page"), ("one", "12")
    (found,) = taken("\n".join(delimiter.join(cells) for cells in rows))
    assert found == NewClaim(text="one", evidence=[NewEvidence(locator="12")])


def test_rows_that_cannot_be_taken() -> None:
    sheet = "fact,kind\none,date\ntwo,dat\nthree,date,more\nfour,date"
    assert refused(sheet) == [
        (3, "'dat' is no kind."),
        (4, "The row has 3 cells, the heading 2."),
    ]
    assert len(items(sheet)) == 4


def test_row_with_a_stray_return() -> None:
    found = items("fact,kind\none,date\nt\rwo,date\nthree,date")
    assert [type(item) for _, item in found] == [Incoming, BadInput, Incoming]


def test_unknown_heading_is_named() -> None:
    assert refused("fact,colour\none,red")[0][1] == "'colour' is no field of a claim."


def test_bad_lines_come_in_between() -> None:
    bad = BadInput("line 3 is no UTF-8")
    lines: list[tuple[int, Any]] = [(1, "fact,kind"), (2, "one,date"), (3, bad), (4, "two,date")]
    found = list(intake.read(lines))
    assert sorted(number for number, _ in found) == [2, 3, 4]
    assert list(intake.read([(1, bad)])) == [(1, bad)]
    assert list(intake.read([(1, bad)], "csv")) == [(1, bad)]


@pytest.mark.parametrize(
    ("cell", "conclusion"),
    [
        ("", None), ("no", None), ("?", None), ("x", Conclusion.SUPPORTED),
        ("OK", Conclusion.SUPPORTED), ("\u2713", Conclusion.SUPPORTED),
        ("PARTLY RIGHT", Conclusion.MIXED), ("false", Conclusion.REFUTED),
        ("can't confirm", Conclusion.NOT_ENOUGH_EVIDENCE),
    ],
)  # fmt: skip
def test_what_stands_under_ok(cell: str, conclusion: Conclusion | None) -> None:
    assert intake.from_fields({"text": "x", "ok": cell}).conclusion == conclusion
