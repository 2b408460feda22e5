"""What the evidence suggests, from stances and comparisons together; taken over by a person."""

from types import SimpleNamespace as Row
from typing import Any

import pytest

from factcheck.db.standing import Facts
from factcheck.errors import Refused
from factcheck.services import evidence, suggesting
from factcheck.services.evidence import NewEvidence
from factcheck.words import Conclusion
from tests.services.desk import Desk, claim

AGREES, DISAGREES, NOTHING = "agrees", "disagrees", "not-comparable"
SUPPORTS, REFUTES, CONTEXT, UNSAID = "supports", "refutes", "context", None
TWO_CONTRADICTIONS = (
    "evidence 1 is said to refute it, but why 1; evidence 3 is said to support it, but why 3"
)


def suggested(*pieces: tuple[str | None, str | None], **fields: Any) -> dict[str, Any] | None:
    """Of seen evidence 1, 2 ..., each with a stance and the result of its comparison."""
    rows: list[Any] = []
    compared: dict[int, dict[str, Any] | None] = {}
    for number, (stance, result) in enumerate(pieces, 1):
        row = {"seen_at": "then", "retracted_at": None, **fields}
        rows.append(Row(id=number, stance=stance, **row))
        compared[number] = compares(number, result)
    return suggesting.suggestion(Facts(claim=Row(), evidence=rows), compared)


def compares(number: int, result: str | None) -> dict[str, Any] | None:
    return {"result": result, "explanation": f"why {number}"} if result else None


def conclusion(*pieces: tuple[str | None, str | None]) -> str | None:
    found = suggested(*pieces)
    return found["conclusion"] if found else "nothing"


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        # Nothing at all, or nothing that has weight.
        ([], "nothing"),
        ([(UNSAID, None)], "nothing"),
        ([(UNSAID, NOTHING)], "nothing"),
        ([(CONTEXT, None)], "nothing"),
        ([(CONTEXT, AGREES)], "nothing"),
        ([(CONTEXT, DISAGREES)], "nothing"),
        # All of it one way.
        ([(SUPPORTS, None)], "supported"),
        ([(SUPPORTS, NOTHING)], "supported"),
        ([(SUPPORTS, AGREES)], "supported"),
        ([(UNSAID, AGREES)], "supported"),
        ([(SUPPORTS, None), (UNSAID, AGREES)], "supported"),
        ([(SUPPORTS, None), (CONTEXT, DISAGREES)], "supported"),
        ([(SUPPORTS, None), (UNSAID, NOTHING)], "supported"),
        ([(REFUTES, None)], "refuted"),
        ([(REFUTES, DISAGREES)], "refuted"),
        ([(UNSAID, DISAGREES)], "refuted"),
        ([(REFUTES, NOTHING), (UNSAID, DISAGREES)], "refuted"),
        # Both ways.
        ([(SUPPORTS, None), (REFUTES, None)], "conflicting"),
        ([(SUPPORTS, AGREES), (UNSAID, DISAGREES)], "conflicting"),
        ([(UNSAID, AGREES), (UNSAID, DISAGREES)], "conflicting"),
        ([(UNSAID, AGREES), (REFUTES, None), (SUPPORTS, None)], "conflicting"),
        # A stance that its own figures contradict is named, whatever the others say.
        ([(SUPPORTS, DISAGREES)], None),
        ([(REFUTES, AGREES)], None),
        ([(SUPPORTS, DISAGREES), (SUPPORTS, AGREES), (SUPPORTS, None)], None),
        ([(REFUTES, None), (REFUTES, AGREES)], None),
    ],
)
def test_where_it_points(pieces: list[tuple[str | None, str | None]], expected: str | None) -> None:
    assert conclusion(*pieces) == expected
    assert conclusion(*reversed(pieces)) == expected


@pytest.mark.parametrize(
    ("pieces", "because"),
    [
        ([(SUPPORTS, AGREES)], "why 1"),
        ([(UNSAID, DISAGREES)], "why 1"),
        ([(SUPPORTS, NOTHING)], "evidence 1 supports it"),
        ([(REFUTES, None)], "evidence 1 refutes it"),
        ([(CONTEXT, AGREES), (SUPPORTS, AGREES)], "why 2"),
        (
            [(SUPPORTS, AGREES), (UNSAID, DISAGREES), (REFUTES, NOTHING)],
            "evidence 1 supports it: why 1; evidence 2 refutes it: why 2; evidence 3 refutes it",
        ),
        ([(SUPPORTS, DISAGREES)], "evidence 1 is said to support it, but why 1"),
        (
            [(REFUTES, AGREES), (SUPPORTS, None), (SUPPORTS, DISAGREES)],
            TWO_CONTRADICTIONS,
        ),
    ],
)
def test_it_says_why(pieces: list[tuple[str | None, str | None]], because: str) -> None:
    found = suggested(*pieces)
    assert found is not None
    assert found["because"] == because


@pytest.mark.parametrize("fields", [{"seen_at": None}, {"retracted_at": "then"}])
@pytest.mark.parametrize("piece", [(SUPPORTS, AGREES), (SUPPORTS, DISAGREES), (UNSAID, AGREES)])
def test_what_does_not_count_suggests_nothing(
    fields: dict[str, Any], piece: tuple[str | None, str | None]
) -> None:
    assert suggested(piece, **fields) is None


# Taken over by a person


def furnish(desk: Desk) -> None:
    """A claim in an article, and a source."""
    desk.article()
    desk.source()
    desk.source("https://example.com/", "wire")
    desk.claim("The train has 20 carriages", quote="20 carriages", kind="number")


def cite(desk: Desk, source: str = "atlas", **fields: Any) -> None:
    desk.decide(1, evidence=NewEvidence(source, **fields))


def test_it_is_computed_and_never_stored(desk: Desk) -> None:
    cite(desk, quote="a train of 20 carriages")
    steps = desk.steps()
    shape = desk.shape(1)
    assert shape["suggestion"]["conclusion"] == "supported"
    assert (shape["status"], shape["verdict"], desk.steps()) == ("unverified", None, steps)
    assert desk.ask("SELECT count(*) FROM verdict") == [(0,)]
    assert desk.ask("SELECT stance FROM evidence") == [(None,)]


@pytest.mark.parametrize(
    ("quote", "status", "stance"),
    [
        ("a train of 20 carriages", "supported", "supports"),
        ("a train of 21 carriages", "refuted", "refutes"),
    ],
)
def test_accepted_it_is_the_persons_verdict(
    desk: Desk, quote: str, status: str, stance: str
) -> None:
    cite(desk, quote=quote)
    because = desk.shape(1)["suggestion"]["because"]
    desk.decide(1, accepts=True, who="Bob")
    shape = desk.shape(1)
    verdict = shape["verdict"]
    assert (verdict["conclusion"], verdict["by"], verdict["reason"]) == (status, "Bob", because)
    assert (shape["evidence"][0]["stance"], shape["stale"]) == (stance, False)


def test_accepted_with_a_reason_of_ones_own(desk: Desk) -> None:
    cite(desk, stance="refutes")
    desk.decide(1, accepts=True, because="the museum counted")
    assert desk.shape(1)["verdict"]["reason"] == "the museum counted"


def test_accepted_with_both_sides(desk: Desk) -> None:
    cite(desk, quote="a train of 20 carriages")
    cite(desk, "wire", quote="a train of 21 carriages")
    desk.decide(1, accepts=True)
    shape = desk.shape(1)
    assert (shape["status"], shape["stale"]) == ("conflicting", False)
    assert [piece["stance"] for piece in shape["evidence"]] == [None, None]


def test_accepted_with_the_evidence_in_the_same_breath(desk: Desk) -> None:
    piece = NewEvidence(place="atlas p. 12", quote="a train of 20 carriages")
    desk.decide(1, accepts=True, evidence=piece)
    assert desk.shape(1)["status"] == "supported"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "no evidence that counts goes one way or the other"),
        ({"says": "it is long"}, "no evidence that counts goes one way or the other"),
        ({"stance": "context"}, "no evidence that counts goes one way or the other"),
        (
            {"stance": "supports", "quote": "a train of 21 carriages"},
            "evidence 1 is said to support it, but ",
        ),
    ],
)
def test_where_there_is_none_it_is_refused(desk: Desk, fields: dict[str, Any], said: str) -> None:
    if fields:
        cite(desk, **fields)
    steps = desk.steps()
    with pytest.raises(Refused) as caught:
        desk.decide(1, accepts=True)
    assert caught.value.message.startswith(f"There is nothing to accept for claim 1: {said}")
    assert (caught.value.record, caught.value.hint) == (
        "claim:1", "Decide it yourself: --ok, --wrong ...",
    )  # fmt: skip
    assert (desk.steps(), desk.shape(1)["verdict"]) == (steps, None)


def test_cited_evidence_is_not_accepted(desk: Desk) -> None:
    with desk.writing() as session:
        new = NewEvidence("atlas", quote="a train of 20 carriages", seen=False)
        evidence.add(session, claim(session, 1), new)
    assert desk.shape(1)["suggestion"] is None
    with pytest.raises(Refused, match="nothing to accept"):
        desk.decide(1, accepts=True)


def test_accepting_supersedes_an_earlier_verdict(desk: Desk) -> None:
    desk.decide(1, Conclusion.SUPPORTED, place="atlas p. 12")
    cite(desk, "wire", quote="a train of 21 carriages")
    desk.decide(1, accepts=True)
    assert desk.shape(1)["status"] == "conflicting"
    assert desk.ask("SELECT conclusion FROM verdict ORDER BY id") == [
        ("supported",), ("conflicting",),
    ]  # fmt: skip


def test_accepted_undone_and_redone(desk: Desk) -> None:
    cite(desk, quote="a train of 20 carriages")
    desk.decide(1, accepts=True)
    desk.undo()
    shape = desk.shape(1)
    assert (shape["verdict"], shape["evidence"][0]["stance"]) == (None, None)
    assert shape["suggestion"]["conclusion"] == "supported"
    desk.undo()
    shape = desk.shape(1)
    assert (shape["status"], shape["evidence"][0]["stance"]) == ("supported", "supports")
    assert desk.faults() == []
