"""Decisions: verdicts on the fact, fixes to the words, and the rules that guard them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.orm import Session

from factcheck.db import comparisons, derived, standing
from factcheck.errors import BadInput, Refused
from factcheck.models import Claim, Evidence, Fix, Rating, Verdict
from factcheck.models.base import now
from factcheck.services import evidence as evidence_service
from factcheck.services import notes, people, ratings, signing, suggesting
from factcheck.services.evidence import NewEvidence
from factcheck.services.needs import NEEDS_EVIDENCE
from factcheck.text.plain import bare, check_text
from factcheck.words import Action, Conclusion, FixState, Stance

#: What evidence that comes with a decision does to the claim; mixed evidence must be told apart.
STANCES: dict[str, str | None] = {
    Conclusion.SUPPORTED: Stance.SUPPORTS,
    Conclusion.REFUTED: Stance.REFUTES,
    Conclusion.MIXED: None,
    Conclusion.CONFLICTING: None,
    Conclusion.NOT_ENOUGH_EVIDENCE: Stance.CONTEXT,
    Conclusion.NOT_CHECKABLE: Stance.CONTEXT,
}


@dataclass(slots=True)
class NewFix:
    """What should happen to the words, and who agreed to it."""

    action: Action
    wording: str | None = None
    agreed_with: str | None = None


@dataclass(slots=True)
class Decision:
    """All that one decision may say about a claim; each part may stand alone."""

    conclusion: Conclusion | None = None
    why: str | None = None
    because: str | None = None
    rating: str | None = None
    #: Why it is decided without evidence, or below what the house needs.
    exception: str | None = None
    #: Take over what the evidence suggests.
    accepts: bool = False
    #: The day on which to look again; an empty text takes an earlier one away.
    recheck: str | None = None
    evidence: NewEvidence = field(default_factory=NewEvidence)
    fix: NewFix | None = None
    #: Agreement to the fix that is proposed already.
    agreed_with: str | None = None
    #: Whoever will not have the fix that is proposed.
    overruled_by: str | None = None
    question: str | None = None

    @property
    def given(self) -> bool:
        parts = (
            self.conclusion, self.fix, self.agreed_with, self.overruled_by, self.question,
            self.recheck,
        )  # fmt: skip
        return self.accepts or any(part is not None for part in parts) or self.evidence.given


def decide(session: Session, claims: Sequence[Claim], decision: Decision) -> None:
    """Record one decision on each of these claims.

    Raises Refused where the rules forbid it, with the claim and the reason.
    """
    for value, option in (
        (decision.exception, "--exception"),
        (decision.agreed_with, "--agreed"),
        (decision.overruled_by, "--overruled"),
    ):
        if value is not None:
            check_text(value, option)
    for claim in claims:
        if claim.hidden:
            msg = f"Claim {claim.id} is hidden."
            raise Refused(msg, hint=f"factcheck restore {claim.id}", record=_name(claim))
        _decide(session, claim, decision)


def _decide(session: Session, claim: Claim, decision: Decision) -> None:
    if decision.evidence.given:
        evidence_service.weigh(session, claim, decision.evidence, _stance(decision))
    if decision.question:
        notes.ask(session, claim, decision.question)
    # The fix first: whoever decides in the same breath knows the agreed words.
    if decision.fix is not None:
        add_fix(session, claim, decision.fix, decision.because)
    elif decision.agreed_with:
        agree(session, claim, decision.agreed_with)
    if decision.overruled_by:
        overrule(session, claim, decision.overruled_by, decision.because)
    if decision.accepts:
        decision = _accepted(session, claim, decision)
    if decision.conclusion is not None:
        record(session, claim, decision)
    if decision.recheck is not None:
        signing.recheck(session, claim, decision.recheck or None)


def _accepted(session: Session, claim: Claim, decision: Decision) -> Decision:
    """What the evidence suggests, as this person's verdict, with its reason or their own."""
    session.flush()
    (facts,) = derived.facts(session.connection(), [claim.id])
    compared = {piece.id: comparisons.comparison(facts, piece) for piece in facts.evidence}
    found = suggesting.suggestion(facts, compared)
    if found is None or found["conclusion"] is None:
        what = found["because"] if found else "no evidence that counts goes one way or the other"
        msg = f"There is nothing to accept for claim {claim.id}: {what}."
        raise Refused(msg, hint="Decide it yourself: --ok, --wrong ...", record=_name(claim))
    before = facts.verdict
    if before and before.conclusion == found["conclusion"] and not decision.because:
        msg = f"Claim {claim.id} is {before.conclusion} already; the evidence points the same way."
        raise Refused(msg, hint="Decide it anew with --because.", record=_name(claim))
    because = decision.because or found["because"]
    return replace(decision, conclusion=Conclusion(found["conclusion"]), because=because)


def _stance(decision: Decision) -> str | None:
    if decision.conclusion is not None:
        return STANCES[decision.conclusion]
    # Evidence for another wording speaks against the one that stands.
    changes = decision.fix is not None and decision.fix.action == Action.CHANGE
    return Stance.REFUTES if changes else None


def record(session: Session, claim: Claim, decision: Decision) -> Verdict:
    """A verdict; it supersedes the one before."""
    session.flush()
    (facts,) = derived.facts(session.connection(), [claim.id])
    _check(claim, decision, facts)
    assert decision.conclusion is not None  # noqa: S101 - the caller has asked
    rating = _rating(session, claim, decision)
    if _say_stance(session, facts, decision.conclusion):
        (facts,) = derived.facts(session.connection(), [claim.id])
    grounds = standing.grounds(facts, decision.conclusion)
    me = people.me(session)
    verdict = Verdict(
        claim_id=claim.id,
        conclusion=decision.conclusion.value,
        why=decision.why,
        rating=rating["label"] if rating else None,
        reason=check_text(decision.because, "--because") if decision.because else None,
        exception=decision.exception,
        grounds=grounds,
        basis=standing.basis(grounds),
        person_id=me.id,
        at=now(),
    )
    session.add(verdict)
    session.flush()
    if rating:
        session.add(Rating(verdict_id=verdict.id, **rating))
        session.flush()
    return verdict


def _rating(session: Session, claim: Claim, decision: Decision) -> dict[str, Any] | None:
    if not bare(decision.rating) or decision.conclusion is None:
        return None
    return ratings.label(session, claim, str(decision.rating), decision.conclusion)


def _say_stance(session: Session, facts: standing.Facts, conclusion: str) -> bool:
    """Where nothing else carries the verdict, what was seen and left unsaid does."""
    stance = STANCES[conclusion]
    seen = [piece for piece in facts.evidence if standing.counts(piece)]
    if conclusion not in NEEDS_EVIDENCE or stance is None:
        return False
    unsaid = [piece.id for piece in seen if piece.stance is None]
    if not unsaid or any(piece.stance == stance for piece in seen):
        return False
    for number in unsaid:
        session.get_one(Evidence, number).stance = stance
    session.flush()
    return True


def _check(claim: Claim, decision: Decision, facts: standing.Facts) -> None:
    conclusion, before = decision.conclusion, facts.verdict
    _check_why(claim, decision)
    if conclusion in NEEDS_EVIDENCE and not decision.exception:
        _check_evidence(claim, facts)
    changed = before is not None and before.conclusion != conclusion
    if decision.because:
        return
    if changed:
        msg = f"Claim {claim.id} was {before.conclusion}; a changed verdict needs a reason."
        raise Refused(msg, hint="Add --because 'what changed'.", record=_name(claim))
    if conclusion != Conclusion.SUPPORTED:
        msg = f"Claim {claim.id} cannot be {conclusion} without a reason."
        raise Refused(msg, hint="Add --because 'why'.", record=_name(claim))


def _check_why(claim: Claim, decision: Decision) -> None:
    missing = decision.conclusion == Conclusion.NOT_ENOUGH_EVIDENCE and not decision.why
    if missing:
        msg = f"Not enough evidence for claim {claim.id}: why?"
        hint = "--cant-confirm no-answer, refused, no-record, no-time or unknowable."
        raise BadInput(msg, hint=hint, record=_name(claim))
    if decision.why and decision.conclusion != Conclusion.NOT_ENOUGH_EVIDENCE:
        msg = f"{decision.why} says why there is not enough evidence, not why it is otherwise."
        raise BadInput(msg, hint="Use --because for the reason.", record=_name(claim))


def _check_evidence(claim: Claim, facts: standing.Facts) -> None:
    if any(standing.counts(piece) for piece in facts.evidence):
        return
    cited = [e for e in facts.evidence if e.retracted_at is None]
    if cited:
        msg = f"Nobody has looked at the evidence cited for claim {claim.id} yet."
        hint = f"factcheck evidence seen {cited[0].id}, or say what you saw with --from."
    else:
        msg = f"Claim {claim.id} has no evidence."
        hint = "Add --from 'SOURCE PLACE', or --without-evidence REASON."
    raise Refused(msg, hint=hint, record=_name(claim))


def add_fix(session: Session, claim: Claim, new: NewFix, because: str | None = None) -> Fix:
    """A fix; it supersedes the one before. A stet stands as it is said."""
    if new.action == Action.CHANGE and not (new.wording or "").strip():
        raise BadInput("A change needs the new wording.", hint="--fix 'On Sunday'")
    agreed = new.agreed_with is not None or new.action == Action.STET
    me = people.me(session)
    fix = Fix(
        claim_id=claim.id,
        action=new.action.value,
        wording=check_text(new.wording, "--fix") if new.wording else None,
        because=bare(because),
        state=(FixState.AGREED if agreed else FixState.PROPOSED).value,
        agreed_with=(new.agreed_with or me.name) if agreed else None,
        agreed_at=now() if agreed else None,
        person_id=me.id,
        at=now(),
    )
    session.add(fix)
    session.flush()
    return fix


def agree(session: Session, claim: Claim, name: str) -> Fix:
    """Somebody agrees to the fix in force."""
    session.flush()
    (facts,) = derived.facts(session.connection(), [claim.id])
    if facts.fix is None:
        msg = f"Claim {claim.id} has no fix to agree to."
        raise Refused(msg, hint="Add --fix 'the new wording'.", record=_name(claim))
    fix = session.get_one(Fix, facts.fix.id)
    fix.state, fix.agreed_with, fix.agreed_at = FixState.AGREED.value, name, now()
    session.flush()
    return fix


def overrule(session: Session, claim: Claim, by: str, because: str | None) -> Fix:
    """The fix in force is not to be made: by whom, and why."""
    if not because:
        msg = f"Overruling the fix of claim {claim.id} needs a reason."
        raise Refused(msg, hint="Add --because 'why'.", record=_name(claim))
    session.flush()
    (facts,) = derived.facts(session.connection(), [claim.id])
    if facts.fix is None:
        msg = f"Claim {claim.id} has no fix to overrule."
        raise Refused(msg, hint="factcheck show it to see what is there.", record=_name(claim))
    fix = session.get_one(Fix, facts.fix.id)
    fix.state, fix.agreed_with, fix.because = FixState.OVERRULED.value, by, because
    session.flush()
    return fix


def _name(claim: Claim) -> str:
    return f"claim:{claim.id}"
