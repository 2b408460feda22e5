"""Decisions: what is refused, and what a verdict, a fix and an agreement leave behind."""

from typing import Any

import pytest
from sqlalchemy import select

from factcheck.errors import BadInput, FactcheckError, Refused
from factcheck.models import Verdict
from factcheck.services import claims, verdicts
from factcheck.services.evidence import NewEvidence
from factcheck.services.verdicts import NewFix
from factcheck.words import Action, Conclusion
from tests.services.desk import Desk, claim

NOT_ENOUGH = Conclusion.NOT_ENOUGH_EVIDENCE


def furnish(desk: Desk) -> None:
    """With claim 1, a source, and an article in which the claim stands."""
    desk.article()
    desk.source()
    desk.claim("The train has 20 carriages", quote="20 carriages")


REFUSED: list[tuple[Conclusion | None, dict[str, Any], type[FactcheckError], str]] = [
    (Conclusion.SUPPORTED, {}, Refused, "has no evidence"),
    (Conclusion.MIXED, {"because": "x"}, Refused, "has no evidence"),
    (Conclusion.REFUTED, {"because": "x"}, Refused, "has no evidence"),
    (Conclusion.CONFLICTING, {"because": "x"}, Refused, "has no evidence"),
    (Conclusion.REFUTED, {"place": "atlas p. 1"}, Refused, "without a reason"),
    (Conclusion.MIXED, {"place": "atlas p. 1"}, Refused, "without a reason"),
    (Conclusion.NOT_CHECKABLE, {}, Refused, "without a reason"),
    (NOT_ENOUGH, {"because": "x"}, BadInput, "why?"),
    (NOT_ENOUGH, {"why": "no-answer"}, Refused, "without a reason"),
    (Conclusion.NOT_CHECKABLE, {"why": "no-time", "because": "x"}, BadInput, "not enough evidence"),
    (None, {"agreed_with": "Bob"}, Refused, "no fix to agree to"),
    (None, {"overruled_by": "Bob"}, Refused, "needs a reason"),
    (None, {"overruled_by": "Bob", "because": "x"}, Refused, "no fix to overrule"),
    (None, {"fix": " "}, BadInput, "new wording"),
    (None, {"question": " "}, BadInput, "empty"),
    (None, {"place": "nobody p. 1"}, BadInput, "no source"),
]


def test_every_refusal_leaves_nothing(desk: Desk) -> None:
    steps = desk.steps()
    for conclusion, fields, error, said in REFUSED:
        with pytest.raises(error, match=said):
            desk.decide(1, conclusion, **fields)
    assert (desk.steps(), desk.shape(1)["status"]) == (steps, "unverified")


def test_cited_evidence_does_not_count(desk: Desk) -> None:
    number = desk.claim("x", evidence=[NewEvidence("atlas", seen=False)])
    with pytest.raises(Refused, match="Nobody has looked") as caught:
        desk.decide(number, Conclusion.SUPPORTED)
    assert caught.value.record == f"claim:{number}"
    assert "evidence seen 1" in (caught.value.hint or "")


def test_retracted_evidence_does_not_count(desk: Desk) -> None:
    number = desk.claim("x", evidence=[NewEvidence("atlas")])
    desk.execute("UPDATE evidence SET retracted_at = seen_at")
    with pytest.raises(Refused, match="has no evidence"):
        desk.decide(number, Conclusion.SUPPORTED)


def test_exception_is_kept(desk: Desk) -> None:
    desk.decide(1, Conclusion.SUPPORTED, exception="everybody knows")
    assert desk.shape(1)["verdict"]["exception"] == "everybody knows"


def test_hidden_claim_is_not_decided(desk: Desk) -> None:
    with desk.writing() as session:
        claims.hide(session, [claim(session, 1)])
    with pytest.raises(Refused, match="is hidden"):
        desk.decide(1, Conclusion.NOT_CHECKABLE, because="x")


STANCES = {
    Conclusion.SUPPORTED: "supports",
    Conclusion.REFUTED: "refutes",
    Conclusion.MIXED: None,
    Conclusion.CONFLICTING: None,
    NOT_ENOUGH: "context",
    Conclusion.NOT_CHECKABLE: "context",
}


def test_stance_follows_the_verdict(desk: Desk) -> None:
    for conclusion, stance in STANCES.items():
        number = desk.claim(conclusion.value)
        why = "no-answer" if conclusion == NOT_ENOUGH else None
        desk.decide(number, conclusion, place="atlas p. 12", because="so", why=why)
        shape = desk.shape(number)
        assert (shape["status"], shape["evidence"][0]["stance"]) == (conclusion, stance)
        assert shape["stale"] is False


def test_stance_that_is_said_stays(desk: Desk) -> None:
    piece = NewEvidence(place="atlas p. 12", stance="context")
    desk.decide(1, Conclusion.SUPPORTED, evidence=piece)
    assert desk.shape(1)["evidence"][0]["stance"] == "context"


def test_changed_verdict_needs_a_reason(desk: Desk) -> None:
    desk.decide(1, Conclusion.REFUTED, place="atlas p. 12", because="ninety")
    with pytest.raises(Refused, match="was refuted; a changed verdict needs a reason"):
        desk.decide(1, Conclusion.SUPPORTED)
    desk.decide(1, Conclusion.SUPPORTED, because="a slip of mine", who="Bob")
    verdict = desk.shape(1)["verdict"]
    assert (verdict["conclusion"], verdict["by"]) == ("supported", "Bob")


def test_verdicts_are_superseded_never_changed(desk: Desk) -> None:
    desk.decide(1, Conclusion.SUPPORTED, place="atlas p. 12")
    with desk.reading() as session:
        before = session.scalars(select(Verdict)).one()
    desk.decide(1, Conclusion.MIXED, because="x")
    after = desk.row(Verdict, before.id)
    assert (after.conclusion, after.at, after.basis) == ("supported", before.at, before.basis)
    assert desk.ask("SELECT verdict_id FROM claim") == [(2,)]


def test_one_decision_on_several(desk: Desk) -> None:
    other = desk.claim("another")
    with desk.writing() as session:
        decision = verdicts.Decision(Conclusion.SUPPORTED, evidence=NewEvidence(place="atlas p. 1"))
        verdicts.decide(session, [claim(session, 1), claim(session, other)], decision)
    assert [desk.shape(number)["outcome"] for number in (1, other)] == ["ok", "ok"]


def test_one_refusal_stops_them_all(desk: Desk) -> None:
    supported = desk.claim("another", evidence=[NewEvidence("atlas")])
    decision = verdicts.Decision(Conclusion.SUPPORTED)
    with pytest.raises(Refused), desk.writing() as session:
        verdicts.decide(session, [claim(session, supported), claim(session, 1)], decision)
    assert desk.shape(supported)["status"] == "unverified"


# Fixes


def test_fix_alone_is_proposed(desk: Desk) -> None:
    desk.decide(1, fix="90 carriages", place="atlas p. 12")
    shape = desk.shape(1)
    assert (shape["outcome"], shape["status"]) == ("change", "unverified")
    assert (shape["fix"]["state"], shape["fix"]["in_draft"]) == ("proposed", False)
    assert shape["evidence"][0]["stance"] == "refutes"


def test_fix_is_agreed_later(desk: Desk) -> None:
    desk.decide(1, fix="90 carriages")
    desk.decide(1, agreed_with="Cora")
    fix = desk.shape(1)["fix"]
    assert (fix["state"], fix["agreed_with"]) == ("agreed", "Cora")
    assert fix["agreed_at"] is not None


def test_fix_is_agreed_at_once(desk: Desk) -> None:
    desk.decide(1, fix=NewFix(Action.ATTRIBUTE, agreed_with="Cora"))
    shape = desk.shape(1)
    assert (shape["outcome"], shape["fix"]["state"]) == ("attribute", "agreed")


def test_fix_is_overruled(desk: Desk) -> None:
    desk.decide(1, fix="90 carriages")
    desk.decide(1, overruled_by="The editor", because="it is a quotation")
    shape = desk.shape(1)
    assert (shape["fix"], shape["outcome"]) == (None, "open")
    assert desk.ask("SELECT state, agreed_with, because FROM fix") == [
        ("overruled", "The editor", "it is a quotation")
    ]


def test_newer_fix_is_in_force(desk: Desk) -> None:
    desk.decide(1, fix="90 carriages")
    desk.decide(1, fix="some carriages")
    assert desk.shape(1)["fix"]["wording"] == "some carriages"


@pytest.mark.parametrize(
    ("action", "outcome", "state"),
    [(Action.CUT, "cut-asked", "proposed"), (Action.STET, "stet", "agreed")],
)
def test_cut_and_stet(desk: Desk, action: Action, outcome: str, state: str) -> None:
    desk.decide(1, fix=NewFix(action))
    shape = desk.shape(1)
    assert (shape["outcome"], shape["fix"]["state"]) == (outcome, state)


def test_question_in_the_same_breath(desk: Desk) -> None:
    desk.decide(1, Conclusion.SUPPORTED, place="atlas p. 12", question="which atlas?")
    shape = desk.shape(1)
    assert (shape["outcome"], shape["status"]) == ("ask", "supported")
    assert shape["queries"][0]["question"] == "which atlas?"


def test_agreed_words_need_no_recheck(desk: Desk) -> None:
    fix = NewFix(Action.CHANGE, wording="The train has 90 carriages", agreed_with="Cora")
    desk.decide(1, Conclusion.REFUTED, place="atlas p. 12", because="ninety", fix=fix)
    desk.edit(1, text="The train has 90 carriages")
    assert desk.shape(1)["stale"] is False
    desk.edit(1, text="The train has 80 carriages")
    assert desk.shape(1)["stale_because"] == ["20 became 80"]
