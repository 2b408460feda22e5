"""Whether there is enough: what each check names, and the nearest that it leaves alone."""

from typing import Any

import pytest

from factcheck.models import Evidence
from factcheck.services import evidence, gate, lookup, notes
from factcheck.services.verdicts import NewFix
from factcheck.words import Action, Conclusion, Why
from tests.audit.sourced import Noticed, cite, claims_with, findings, noticed, rule, sourced
from tests.services.desk import Desk, article

SUPPORTED, REFUTED = Conclusion.SUPPORTED, Conclusion.REFUTED
FEW = "needs 1 primary source or 2 independent sources; has 0 primary, 1 independent"


def furnish(desk: Desk) -> None:
    """Five sources with nothing in common, and one claim."""
    sourced(desk, 5)
    desk.claim()


def retract(desk: Desk, number: int) -> None:
    with desk.writing("evidence retract") as session:
        evidence.retract(session, session.get_one(Evidence, number), "a slip")


# On what it was decided, S301 and S311


def test_decided_without_a_source(desk: Desk) -> None:
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    assert noticed(desk, "S301") == []
    retract(desk, 1)
    told = Noticed("S301", "claim", 1, "decided without a source", "error", claim=1)
    assert noticed(desk, "S301", "S311") == [told]


def test_decided_on_what_nobody_has_seen(desk: Desk) -> None:
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    retract(desk, 1)
    cite(desk, "s2", seen=False)
    cite(desk, "s3", seen=False)
    told = "decided on evidence that nobody has seen: s2 and s3"
    assert noticed(desk, "S301", "S311") == [Noticed("S311", "claim", 1, told, "error", claim=1)]
    cite(desk, "s4")
    assert noticed(desk, "S301", "S311") == []


@pytest.mark.parametrize("conclusion", [Conclusion.NOT_CHECKABLE, Conclusion.NOT_ENOUGH_EVIDENCE])
def test_what_rests_on_nothing_needs_none(desk: Desk, conclusion: Conclusion) -> None:
    why = Why.NO_RECORD if conclusion == Conclusion.NOT_ENOUGH_EVIDENCE else None
    cite(desk, "s1", "supports")
    desk.decide(1, conclusion, because="looked in vain", why=why)
    assert noticed(desk, "S301", "S302", "S303", "S311") == []


def test_an_exception_speaks_for_the_want_of_a_source(desk: Desk) -> None:
    desk.decide(1, SUPPORTED, exception="everybody knows")
    assert noticed(desk, "S301", "S302", "S311") == []
    cite(desk, "s1", seen=False)
    assert noticed(desk, "S301", "S302", "S303", "S311") == []


def test_an_open_claim_is_decided_on_nothing(desk: Desk) -> None:
    assert noticed(desk, "S301", "S302", "S303", "S311") == []


# What the house needs, S302


def test_one_source_is_few(desk: Desk) -> None:
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    assert noticed(desk, "S302") == [Noticed("S302", "claim", 1, FEW, "warning", claim=1)]
    cite(desk, "s2", "supports")
    assert noticed(desk, "S302") == []


def test_one_primary_source_is_enough(desk: Desk) -> None:
    desk.source("https://census.example/", "census", tier="primary")
    desk.decide(1, SUPPORTED, place="census p. 1")
    assert noticed(desk, "S302") == []


def test_what_speaks_against_it_is_no_second_source(desk: Desk) -> None:
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    for stance in ("refutes", "context", None):
        cite(desk, "s2", stance)
    cite(desk, "s3", "supports", seen=False)
    assert [each.message for each in noticed(desk, "S302")] == [FEW]


def test_two_of_one_publisher_are_one(desk: Desk) -> None:
    desk.execute("UPDATE source SET publisher = 'The Agency' WHERE id < 3")
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    cite(desk, "s2", "supports")
    assert [each.message for each in noticed(desk, "S302")] == [FEW]


def test_the_gate_says_the_same(desk: Desk) -> None:
    desk.article()
    desk.claim(quote="20 carriages")
    desk.decide(2, SUPPORTED, place="s1 p. 1")
    for needs in ("1 primary", "any: 3 independent / number: 2 seen warns", "off"):
        rule(desk, needs=needs)
        with desk.reading() as session:
            found = gate.gate(session, article(session))
        said = [(e.message, e.severity) for e in (*found.open, *found.warnings) if e.code == "S302"]
        ours = [(e.message, e.severity) for e in noticed(desk, "S302")]
        assert ours == said


def test_the_house_says_whose_needs(desk: Desk) -> None:
    desk.edit(1, kind="money")
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    rule(desk, needs="money: 2 primary blocks; 3 independent warns")
    told = "needs 2 primary sources and 3 independent sources; has 0 primary, 1 independent"
    assert noticed(desk, "S302") == [Noticed("S302", "claim", 1, told, "error", claim=1)]
    desk.edit(1, kind="number")
    assert noticed(desk, "S302") == []


# First-hand, S303


def test_no_primary_source_and_no_reason(desk: Desk) -> None:
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    told = "no primary source, and no reason given: s1"
    assert noticed(desk, "S303") == [Noticed("S303", "claim", 1, told, "warning", claim=1)]
    cite(desk, "s2", "supports")
    told = "no primary source among 2, and no reason given: s1 and s2"
    assert [each.message for each in noticed(desk, "S303")] == [told]
    cite(desk, "s3", "supports", tier="primary")
    assert noticed(desk, "S303") == []


def test_many_sources_are_not_all_named(desk: Desk) -> None:
    for number in range(1, 6):
        cite(desk, f"s{number}", "supports")
    told = "no primary source among 5, and no reason given: s1, s2, s3 and 2 more"
    assert [each.message for each in noticed(desk, "S303")] == [told]


def test_an_open_claim_may_lack_a_primary_source(desk: Desk) -> None:
    cite(desk, "s1", "context")
    cite(desk, "s2", "supports", seen=False)
    assert noticed(desk, "S303") == []
    cite(desk, "s3", "refutes")
    told = "no primary source, and no reason given: s3"
    assert [each.message for each in noticed(desk, "S303")] == [told]


def test_a_primary_source_for_something_else(desk: Desk) -> None:
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    cite(desk, "s2", "context", tier="primary")
    cite(desk, "s3", "refutes", tier="primary")
    assert [each.name for each in noticed(desk, "S303")] == ["S303:1"]


def test_a_note_says_why_it_was_chosen(desk: Desk) -> None:
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    with desk.writing("note") as session:
        notes.add(session, "called them", kind="call", claim=lookup.claim(session, 1))
    assert [each.name for each in noticed(desk, "S303")] == ["S303:1"]
    with desk.writing("note") as session:
        why = "the archive burnt down"
        notes.add(session, why, kind="why-chosen", claim=lookup.claim(session, 1))
    assert noticed(desk, "S303") == []


@pytest.mark.parametrize("kind", ["opinion", "prediction"])
def test_nobody_is_the_primary_source_of_what_is_no_fact(desk: Desk, kind: str) -> None:
    desk.edit(1, kind=kind)
    cite(desk, "s1", "supports")
    assert noticed(desk, "S303") == []


# Words, S309


def test_evidence_without_words_or_place(desk: Desk) -> None:
    cite(desk, "s1", "supports", quote=None)
    cite(desk, "s2", quote=None, seen=False)
    told = "{} is cited without a quotation, words or a place in it"
    assert noticed(desk, "S309") == [
        Noticed("S309", "evidence", 1, told.format("s1"), "warning", claim=1, source=1),
        Noticed("S309", "evidence", 2, told.format("s2"), "warning", claim=1, source=2),
    ]
    retract(desk, 1)
    assert [each.name for each in noticed(desk, "S309")] == ["S309:2"]


@pytest.mark.parametrize("name", ["says", "quote", "locator"])
def test_any_of_the_three_will_do(desk: Desk, name: str) -> None:
    given: dict[str, Any] = {"quote": None, name: "20"}
    cite(desk, "s1", "supports", **given)
    assert noticed(desk, "S309") == []


# The author's word, S312


def test_the_author_alone(desk: Desk) -> None:
    desk.article(authors=["Maria Keller"])
    desk.claim(quote="20 carriages")
    desk.decide(2, SUPPORTED, place="author")
    told = "rests on the author's word alone"
    assert noticed(desk, "S303", "S309", "S312") == [
        Noticed("S312", "claim", 2, told, "warning", claim=2)
    ]
    cite(desk, "s1", "supports", claim=2)
    assert noticed(desk, "S312") == []


# Whose findings


def test_claims_that_are_out_of_sight(desk: Desk) -> None:
    desk.article()
    for quote in ("20 carriages", "left Pyongyang on Monday"):
        desk.claim(quote=quote)
    for number in (1, 2, 3):
        desk.decide(number, SUPPORTED, place="s1 p. 1")
    assert claims_with(desk, "S302") == claims_with(desk, "S303") == [1, 2, 3]
    assert claims_with(desk, "S302", claims=[3, 1]) == [1, 3]
    assert claims_with(desk, "S303", claims=[2]) == [2]
    assert claims_with(desk, "S303", claims=[]) == []
    desk.execute("UPDATE claim SET hidden = :yes WHERE id = 1", yes=True)
    desk.execute("UPDATE claim SET same_as_id = 1 WHERE id = 2")
    assert claims_with(desk, "S302") == claims_with(desk, "S303") == [3]


def test_what_the_editor_lets_stand(desk: Desk) -> None:
    desk.article()
    desk.claim(quote="20 carriages")
    desk.decide(2, SUPPORTED, place="s1 p. 1")
    assert claims_with(desk, "S302") == claims_with(desk, "S303") == [2]
    desk.decide(2, fix=NewFix(Action.STET, agreed_with="The editor"), because="it stands")
    assert claims_with(desk, "S302") == claims_with(desk, "S303") == []


def test_what_a_finding_rests_on(desk: Desk) -> None:
    """Set aside, it stays so until the verdict or the sources are others."""
    desk.decide(1, SUPPORTED, place="s1 p. 1")
    codes = ("S302", "S303")
    (before, after) = ([each.basis for each in findings(desk, *codes)] for _ in range(2))
    assert before == after
    desk.decide(1, SUPPORTED, because="again")
    decided = [each.basis for each in findings(desk, *codes)]
    assert not set(before) & set(decided)
    cite(desk, "s1", "supports", quote="the same again")
    assert [each.basis for each in findings(desk, *codes)] == decided
