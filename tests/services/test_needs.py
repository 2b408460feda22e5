"""What the house demands of a decision: how sources are counted, and what falls short."""

from types import SimpleNamespace as Row
from typing import Any

import pytest

from factcheck.models import Source
from factcheck.services import evidence, house, needs, rules, sources
from factcheck.services.evidence import NewEvidence
from factcheck.services.needs import Origins
from factcheck.words import Conclusion
from tests.services.desk import Desk

SUPPORTED = Conclusion.SUPPORTED
WELL_SOURCED = "1 primary source or 2 independent sources"


def pieces(*sources: int, publishers: tuple[str | None, ...] = ()) -> list[Any]:
    """Evidence of these sources, none of them primary."""
    names = publishers or (None,) * len(sources)
    pairs = zip(sources, names, strict=True)
    return [Row(source_id=number, publisher=name, tier="secondary") for number, name in pairs]


def sourced(desk: Desk, count: int, **fields: Any) -> list[int]:
    """Sources `s1`, `s2` ... with nothing in common."""
    whats = [f"https://example-{number}.org/" for number in range(1, count + 1)]
    return [desk.source(what, f"s{number}", **fields) for number, what in enumerate(whats, 1)]


def independent(desk: Desk, found: list[Any]) -> int:
    with desk.reading() as session:
        return needs.independent(found, Origins(session.connection()))


# Which sources are one


def test_sources_with_nothing_in_common_are_several(desk: Desk) -> None:
    assert independent(desk, pieces(*sourced(desk, 3))) == 3


def test_one_source_cited_twice_is_one(desk: Desk) -> None:
    (atlas,) = sourced(desk, 1)
    assert independent(desk, pieces(atlas, atlas)) == 1


def test_nothing_is_no_source(desk: Desk) -> None:
    assert independent(desk, []) == 0


def test_a_chain_of_origins_is_one(desk: Desk) -> None:
    wire, copy, copy_of_copy, other = sourced(desk, 4)
    desk.execute("UPDATE source SET origin_id = :o WHERE id = :i", o=wire, i=copy)
    desk.execute("UPDATE source SET origin_id = :o WHERE id = :i", o=copy, i=copy_of_copy)
    assert independent(desk, pieces(copy_of_copy, copy)) == 1
    assert independent(desk, pieces(copy_of_copy, wire)) == 1
    assert independent(desk, pieces(copy_of_copy, copy, wire, other)) == 2


def test_two_copies_of_one_origin_are_one(desk: Desk) -> None:
    wire, copy, other_copy = sourced(desk, 3)
    desk.execute("UPDATE source SET origin_id = :o WHERE id <> :o", o=wire)
    assert independent(desk, pieces(copy, other_copy)) == 1


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_a_ring_of_origins_is_one(desk: Desk, size: int) -> None:
    """Merging can close one; whoever is asked first, the answer is the same."""
    *ring, tail = sourced(desk, size + 1)
    for number, origin in zip(ring, [*ring[1:], ring[0]], strict=True):
        desk.execute("UPDATE source SET origin_id = :o WHERE id = :i", o=origin, i=number)
    desk.execute("UPDATE source SET origin_id = :o WHERE id = :i", o=ring[-1], i=tail)
    assert independent(desk, pieces(*ring)) == 1
    assert independent(desk, pieces(tail, *reversed(ring))) == 1


def test_a_ring_that_merging_closed(desk: Desk) -> None:
    old, between, into = sourced(desk, 3)
    with desk.writing() as session:
        sources.set_origin(session, session.get_one(Source, into), f"source:{between}")
        sources.set_origin(session, session.get_one(Source, between), f"source:{old}")
    with desk.writing() as session:
        first, last = (session.get_one(Source, number) for number in (old, into))
        sources.merge(session, first, last)
    assert independent(desk, pieces(between, into)) == 1


def test_a_merged_source_is_the_other(desk: Desk) -> None:
    old, into, third = sourced(desk, 3)
    desk.execute("UPDATE source SET origin_id = :o WHERE id = :i", o=old, i=third)
    with desk.writing() as session:
        first, second = (session.get_one(Source, number) for number in (old, into))
        sources.merge(session, first, second)
    assert independent(desk, pieces(old, into)) == 1
    assert independent(desk, pieces(third, into)) == 1


@pytest.mark.parametrize(
    ("publishers", "count"),
    [
        (("TASS", "TASS"), 1),
        (("TASS", " tass  "), 1),
        (("Sueddeutsche", "S\u00fcddeutsche"), 2),
        (("Cafe\u0301 Noir", "Caf\u00e9 noir"), 1),
        (("TASS", "AP"), 2),
        (("TASS", None), 2),
        ((None, None), 2),
        (("", " "), 2),
    ],
)
def test_one_named_publisher_is_one(
    desk: Desk, publishers: tuple[str | None, ...], count: int
) -> None:
    assert independent(desk, pieces(*sourced(desk, 2), publishers=publishers)) == count


def test_what_is_one_with_one_is_one_with_all(desk: Desk) -> None:
    """A and B have a publisher in common, B and C an origin; in any order."""
    a, b, c = sourced(desk, 3)
    desk.execute("UPDATE source SET origin_id = :o WHERE id = :i", o=c, i=b)
    named = {a: "AP", b: "AP", c: "KCNA"}
    for order in ([a, b, c], [a, c, b], [c, a, b]):
        found = pieces(*order, publishers=tuple(named[number] for number in order))
        assert independent(desk, found) == 1


def test_a_publisher_that_looks_like_a_number_is_no_source(desk: Desk) -> None:
    one, two = sourced(desk, 2)
    assert independent(desk, pieces(one, two, publishers=(str(two), None))) == 2


# What the verdict falls short of


@pytest.fixture
def weighed(desk: Desk) -> Desk:
    """Claims 1 to 3 of low, normal and high priority; sources s1 to s3."""
    sourced(desk, 3)
    for priority in ("low", "normal", "high"):
        desk.claim(priority, priority=priority)
    return desk


def below(desk: Desk, number: int) -> list[dict[str, Any]]:
    found = desk.shape(number)["below_need"]
    assert isinstance(found, list)
    return found


def short(has: str, *, blocks: bool, wanted: str = WELL_SOURCED) -> dict[str, Any]:
    return {"needs": wanted, "has": has, "blocks": blocks}


def rule(desk: Desk, **edits: str) -> None:
    with desk.writing("house edit") as session:
        for key, value in edits.items():
            house.edit(session, key, value)


@pytest.mark.parametrize("number", [1, 2])
def test_line_one_source_is_worth_a_word(weighed: Desk, number: int) -> None:
    weighed.decide(number, SUPPORTED, place="s1 p. 1")
    assert below(weighed, number) == [short("0 primary, 1 independent", blocks=False)]


def test_line_one_source_is_too_few_for_what_matters(weighed: Desk) -> None:
    weighed.decide(3, SUPPORTED, place="s1 p. 1")
    assert below(weighed, 3) == [short("0 primary, 1 independent", blocks=True)]
    assert weighed.shape(3)["status"] == "supported"


@pytest.mark.parametrize("number", [2, 3])
def test_two_independent_are_enough(weighed: Desk, number: int) -> None:
    weighed.decide(number, SUPPORTED, place="s1 p. 1")
    weighed.decide(number, SUPPORTED, place="s2 p. 1")
    shape = weighed.shape(number)
    assert shape["below_need"] == []
    assert shape["sources"] == {"seen": 2, "primary": 0, "independent": 2}


@pytest.mark.parametrize("number", [2, 3])
def test_one_primary_is_enough(weighed: Desk, number: int) -> None:
    weighed.decide(number, SUPPORTED, evidence=NewEvidence(place="s1 p. 1", tier="primary"))
    shape = weighed.shape(number)
    assert shape["below_need"] == []
    assert shape["sources"] == {"seen": 1, "primary": 1, "independent": 1}


def test_desk_blocks_below_its_need(weighed: Desk) -> None:
    rule(weighed, needs="1 primary or 2 independent")
    weighed.decide(1, SUPPORTED, place="s1 p. 1")
    assert below(weighed, 1) == [short("0 primary, 1 independent", blocks=True)]


def test_two_of_one_origin_are_one(weighed: Desk) -> None:
    weighed.execute("UPDATE source SET origin_id = 1 WHERE id = 2")
    for place in ("s1 p. 1", "s2 p. 1"):
        weighed.decide(2, SUPPORTED, place=place)
    assert weighed.shape(2)["sources"] == {"seen": 2, "primary": 0, "independent": 1}
    assert below(weighed, 2) == [short("0 primary, 1 independent", blocks=False)]


def test_two_of_one_publisher_are_one(desk: Desk) -> None:
    sourced(desk, 2, publisher="TASS")
    number = desk.claim()
    for place in ("s1 p. 1", "s2 p. 1"):
        desk.decide(number, SUPPORTED, place=place)
    assert below(desk, number) == [short("0 primary, 1 independent", blocks=False)]


def test_an_exception_is_reason_enough(weighed: Desk) -> None:
    weighed.decide(3, SUPPORTED, place="s1 p. 1", exception="the only witness")
    shape = weighed.shape(3)
    assert (shape["below_need"], shape["verdict"]["exception"]) == ([], "the only witness")


def test_only_what_carries_the_verdict_counts_for_its_need(weighed: Desk) -> None:
    weighed.decide(2, SUPPORTED, place="s1 p. 1")
    weighed.decide(2, evidence=NewEvidence(place="s2 p. 1", stance="context"))
    weighed.decide(2, evidence=NewEvidence(place="s3 p. 1", stance="refutes", tier="primary"))
    shape = weighed.shape(2)
    assert shape["below_need"] == [short("0 primary, 1 independent", blocks=False)]
    assert shape["sources"] == {"seen": 2, "primary": 1, "independent": 2}


@pytest.mark.parametrize("conclusion", [Conclusion.MIXED, Conclusion.CONFLICTING])
def test_both_sides_carry_what_is_mixed(weighed: Desk, conclusion: Conclusion) -> None:
    weighed.decide(2, evidence=NewEvidence(place="s1 p. 1", stance="supports"))
    weighed.decide(2, evidence=NewEvidence(place="s2 p. 1", stance="refutes"))
    weighed.decide(2, conclusion, because="they differ")
    assert below(weighed, 2) == []


@pytest.mark.parametrize(
    "decision",
    [
        {"conclusion": Conclusion.NOT_CHECKABLE, "because": "taste"},
        {"conclusion": Conclusion.NOT_ENOUGH_EVIDENCE, "why": "no-answer", "because": "called"},
    ],
)
def test_what_needs_no_evidence_falls_short_of_nothing(
    weighed: Desk, decision: dict[str, Any]
) -> None:
    weighed.decide(3, **decision)
    assert below(weighed, 3) == []


def test_open_claims_fall_short_of_nothing_yet(weighed: Desk) -> None:
    assert weighed.shape(3)["below_need"] == []
    assert weighed.shape(3)["sources"] == {"seen": 0, "primary": 0, "independent": 0}


def test_retracted_evidence_counts_no_more(weighed: Desk) -> None:
    weighed.decide(2, SUPPORTED, place="s1 p. 1")
    with weighed.writing() as session:
        evidence.retract(session, evidence.of_claims(session, [2])[0], "a slip")
    assert below(weighed, 2) == [
        short("none that supports it", blocks=True, wanted="1 seen source"),
        short("none that supports it", blocks=False),
    ]


def test_a_kind_has_its_own_need(weighed: Desk) -> None:
    quote = weighed.claim("quote", kind="quote")
    rule(weighed, needs="any: 1 seen / quote: 1 primary")
    weighed.decide(quote, SUPPORTED, place="s1 p. 1")
    weighed.decide(2, SUPPORTED, place="s1 p. 1")
    wanted = short("0 primary, 1 independent", blocks=True, wanted="1 primary source")
    assert (below(weighed, quote), below(weighed, 2)) == ([wanted], [])


def test_kind_and_priority_both_hold(weighed: Desk) -> None:
    quote = weighed.claim("quote", kind="quote", priority="high")
    rule(weighed, needs="any: 1 seen / quote: 1 primary / high: 3 independent warns")
    weighed.decide(quote, SUPPORTED, place="s1 p. 1")
    assert below(weighed, quote) == [
        short("0 primary, 1 independent", blocks=True, wanted="1 primary source"),
        short("0 primary, 1 independent", blocks=False, wanted="3 independent sources"),
    ]


def test_a_changed_need_holds_at_once_and_so_does_its_undo(weighed: Desk) -> None:
    weighed.decide(2, SUPPORTED, evidence=NewEvidence(place="s1 p. 1", tier="primary"))
    rule(weighed, needs="2 primary")
    wanted = "2 primary sources"
    assert below(weighed, 2) == [short("1 primary, 1 independent", blocks=True, wanted=wanted)]
    weighed.undo()
    assert below(weighed, 2) == []


def test_a_house_without_needs(weighed: Desk) -> None:
    rule(weighed, needs="any:")
    weighed.decide(3, SUPPORTED, place="s1 p. 1")
    assert below(weighed, 3) == []


def test_what_each_house_begins_with(desk: Desk) -> None:
    line, blocking = house.default("needs", "line"), house.default("needs", "desk")
    warned = {"seen": None, "primary": 1, "independent": 2, "blocks": False}
    seen = {"seen": 1, "primary": None, "independent": None, "blocks": True}
    assert line == {"any": [seen, warned], "high": [seen, {**warned, "blocks": True}]}
    assert blocking == {"any": [{**warned, "blocks": True}]}
    assert rules.said(warned) == WELL_SOURCED
