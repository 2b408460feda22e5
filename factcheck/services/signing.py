"""A second look: sign-offs by somebody else, and days on which to look again."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db import derived, rechecks, standing
from factcheck.db.standing import Facts
from factcheck.errors import Refused
from factcheck.models import Article, Author, Claim, Person, Recheck, SignOff, Step
from factcheck.models.base import now
from factcheck.services import house, people
from factcheck.services.needs import Origins, unmet


@dataclass(slots=True)
class Signed:
    """What was signed off, and what was left with the reason, by claim number."""

    done: list[int]
    left: dict[int, Refused]


def sign_off(session: Session, numbers: Sequence[int]) -> Signed:
    """Sign off these claims' verdicts; those that cannot be are left, each with its reason."""
    session.flush()
    me = people.me(session)
    signed = Signed([], {})
    seat = Seat(session)
    for chunk in derived.chunks(numbers):
        for facts in derived.facts(session.connection(), chunk):
            refused = seat.refusal(facts)
            if refused:
                signed.left[facts.claim.id] = refused
            elif seat.waits(facts):
                session.add(_signed(facts, me))
                signed.done.append(facts.claim.id)
    session.flush()
    return signed


def _signed(facts: Facts, me: Person) -> SignOff:
    return SignOff(claim_id=facts.claim.id, verdict_id=facts.verdict.id, person_id=me.id, at=now())


class Seat:
    """Who signs in this house, and what still waits for a second person."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.rules = house.every(session)
        self.origins = Origins(session.connection())

    def refusal(self, facts: Facts) -> Refused | None:
        """Why this person may not sign this verdict off; None where they may."""
        number, verdict = facts.claim.id, facts.verdict
        if facts.claim.hidden:
            return _refused(number, "is hidden", f"factcheck restore {number}")
        if verdict is None:
            return _refused(number, "is not decided yet", f"factcheck verify {number}")
        if standing.calls(facts.claim):
            reasons = "; ".join(rechecks.because(facts))
            return _refused(number, f"calls for a re-check: {reasons}", "Decide it again first.")
        short = [each for each in unmet(facts, self.rules["needs"], self.origins) if each.blocks]
        if short:
            told = f"is below what this house needs: {short[0].needs}"
            return _refused(number, told, "Add evidence, or decide it with --exception REASON.")
        return self._same_person(facts) if self.rules["second_person"] else None

    def waits(self, facts: Facts) -> bool:
        """Whether a verdict still wants a signature: with two people, that of another."""
        if facts.verdict is None:
            return False
        if not self.rules["second_person"]:
            return not facts.signed
        barred = {facts.verdict.person_id, *self._authors(facts)}
        return all(row.person_id in barred for row in facts.signed)

    def _same_person(self, facts: Facts) -> Refused | None:
        number, me = facts.claim.id, people.me(self._session)
        if facts.verdict.person_id == me.id:
            what = f"was decided by {me.name}; this house wants a second person"
            return _refused(number, what, "Somebody else signs it off: --by NAME.")
        if me.id in self._authors(facts):
            what = f"is from {me.name}'s own article"
            return _refused(number, what, "Somebody else signs it off: --by NAME.")
        return None

    def _authors(self, facts: Facts) -> set[int]:
        if facts.article is None:
            return set()
        listed = select(Author.person_id).where(Author.article_id == facts.article.id)
        return set(self._session.scalars(listed))


def _refused(number: int, what: str, hint: str) -> Refused:
    return Refused(f"Claim {number} {what}.", hint=hint, record=f"claim:{number}")


def sample(session: Session, article: Article, numbers: Iterable[int], size: int) -> list[int]:
    """Some of an article's claims, drawn by chance; the same ones until something is done."""
    newest = session.scalar(select(Step.uid).order_by(Step.id.desc()).limit(1))
    drawn = random.Random(f"{article.uid} {newest}")  # noqa: S311  a sample, not a secret
    listed = list(numbers)
    chosen = set(drawn.sample(listed, min(size, len(listed))))
    return [number for number in listed if number in chosen]


def waiting(session: Session, numbers: Sequence[int], *, mine: bool = False) -> list[int]:
    """Those whose verdict waits for a signature; with `mine`, for one that I may give."""
    seat = Seat(session)
    found = {
        facts.claim.id
        for chunk in derived.chunks(numbers)
        for facts in derived.facts(session.connection(), chunk)
        if seat.waits(facts) and not (mine and seat.refusal(facts))
    }
    return [number for number in numbers if number in found]


def recheck(session: Session, claim: Claim, on: str | None) -> Recheck:
    """Look at it again on this day, ISO 8601; None takes an earlier date away."""
    row = Recheck(claim_id=claim.id, on=on, person_id=people.me(session).id, at=now())
    session.add(row)
    session.flush()
    return row
