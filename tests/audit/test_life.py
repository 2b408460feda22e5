"""Findings are new once, then open, and fixed or set aside by name and with a reason."""

from typing import Any

import pytest

from factcheck.audit import life
from factcheck.audit.desk import Scope
from factcheck.codes import Severity
from factcheck.errors import BadInput, NotFound, Refused
from factcheck.services import gate, history, lookup, people, undo
from factcheck.words import Conclusion
from tests.audit.auditing import audit
from tests.audit.noticing import rule
from tests.services.desk import Desk

UNDECIDED = {"offline": True, "codes": frozenset({"A506"})}


def lives(desk: Desk, **given: Any) -> list[tuple[int, str]]:
    found = audit(desk, **{**UNDECIDED, **given})
    return [(each["id"], each["state"]) for each in [*found.findings, *found.fixed]]


def aside(desk: Desk, *words: str, because: str | None = "the court has it") -> None:
    with desk.writing("audit --set-aside", "Maria Keller") as session:
        life.let_stand(session, words, because)


def test_a_finding_is_new_then_open_then_fixed(desk: Desk) -> None:
    desk.claim()
    assert lives(desk) == [(1, "new")]
    assert lives(desk) == [(1, "open")]
    desk.decide(1, Conclusion.NOT_CHECKABLE, because="an opinion")
    assert lives(desk) == [(1, "fixed")]
    assert lives(desk) == []


def test_a_finding_that_comes_back_is_new(desk: Desk) -> None:
    desk.claim()
    lives(desk)
    desk.decide(1, Conclusion.NOT_CHECKABLE, because="an opinion")
    lives(desk)
    with desk.writing("undo") as session:
        undo.undo(session, undo.newest_of(session, people.me(session).id))
    assert lives(desk) == [(2, "new")]


def test_what_was_not_looked_for_is_not_fixed(desk: Desk) -> None:
    desk.claim()
    desk.claim("The train has 21 carriages")
    assert lives(desk) == [(1, "new"), (2, "new")]
    assert lives(desk, codes=frozenset({"S301"})) == []
    one = Scope(claims=frozenset({1}), sources=frozenset(), articles=frozenset())
    assert lives(desk, scope=one) == [(1, "open")]
    assert lives(desk) == [(1, "open"), (2, "open")]


def test_what_is_set_aside_stays_with_its_reason(desk: Desk) -> None:
    desk.claim()
    lives(desk)
    aside(desk, "1")
    (each,) = audit(desk, **UNDECIDED).findings
    assert each["state"] == "set-aside"
    assert (each["set_aside"]["by"], each["set_aside"]["because"]) == (
        "Maria Keller",
        "the court has it",
    )
    assert not life.counts_against(each, Severity.NOTE)


def test_it_may_be_named_by_code_and_record(desk: Desk) -> None:
    desk.claim()
    lives(desk)
    aside(desk, "a506:1")
    assert lives(desk) == [(1, "set-aside")]


def test_setting_aside_is_a_step_that_can_be_taken_back(desk: Desk) -> None:
    desk.claim()
    lives(desk)
    aside(desk, "1")
    with desk.writing("undo") as session:
        undo.undo(session, history.step(session, 4))
    assert lives(desk) == [(1, "open")]


def test_what_changes_comes_back(desk: Desk) -> None:
    desk.article()
    desk.claim(None, quote="37 mph", nth=1)
    desk.source()
    desk.decide(1, Conclusion.REFUTED, fix="60 mph", because="it is faster", place="atlas p. 1")
    fix = {"offline": True, "codes": frozenset({"A508"})}
    lives(desk, **fix)
    aside(desk, "1")
    assert lives(desk, **fix) == [(1, "set-aside")]
    desk.decide(1, None, fix="70 mph", because="faster still")
    assert lives(desk, **fix) == [(1, "new")]
    assert lives(desk, **fix) == [(1, "open")]


@pytest.mark.parametrize(
    ("word", "because", "error"),
    [
        ("1", None, BadInput),
        ("1", "  ", BadInput),
        ("99", "why", NotFound),
        ("D202:1", "why", NotFound),
        ("nonsense", "why", BadInput),
        ("X999:1", "why", BadInput),
        ("9" * 30, "why", NotFound),
    ],
)
def test_what_cannot_be_set_aside(
    desk: Desk, word: str, because: str | None, error: type[Exception]
) -> None:
    desk.claim()
    lives(desk)
    with pytest.raises(error):
        aside(desk, word, because=because)
    assert lives(desk) == [(1, "open")]


def test_the_house_says_how_grave_a_finding_is(desk: Desk) -> None:
    desk.claim()
    rule(desk, severity="A506 note")
    (each,) = audit(desk, **UNDECIDED).findings
    assert each["severity"] == "note"
    rule(desk, severity="A506 ignore")
    assert audit(desk, **UNDECIDED).findings == []


def test_an_audit_is_a_step_that_is_not_undone(desk: Desk) -> None:
    desk.claim()
    audit(desk, **UNDECIDED)
    ((kind, finished, changes),) = desk.ask(
        "SELECT kind, finished, (SELECT count(*) FROM event WHERE step_id = step.id) FROM step"
        " ORDER BY id DESC LIMIT 1"
    )
    assert (kind, bool(finished), changes) == ("look", True, 0)
    with desk.writing("undo") as session, pytest.raises(Refused, match="only looked"):
        undo.undo(session, history.step(session, 3))


def test_what_is_set_aside_is_lifted_at_the_gate_and_the_other_way(desk: Desk) -> None:
    desk.article()
    for quote in ("20 carriages", "left Pyongyang"):
        desk.claim(None, quote=quote)
    lives(desk)
    aside(desk, "1")
    with desk.reading() as session:
        found = gate.gate(session, lookup.the_article(session, None))
        assert ([each.name for each in found.lifted], found.lifted[0].lifted["by"]) == (  # type: ignore[index]  # it is lifted
            ["A506:1"],
            "Maria Keller",
        )
    with desk.writing("gate --lift") as session:
        gate.lift(session, lookup.the_article(session, None), "A506:2", "it can wait")
    assert lives(desk) == [(1, "set-aside"), (2, "set-aside")]
