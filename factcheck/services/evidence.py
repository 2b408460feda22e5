"""Evidence: what one source gives for one claim."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import BadInput, Refused
from factcheck.models import Article, Claim, Evidence, Source
from factcheck.models.base import now
from factcheck.services import people, sources
from factcheck.services.articles import check_version
from factcheck.text.plain import bare, check_text


@dataclass(slots=True)
class NewEvidence:
    """What may be said of a piece of evidence.

    `source` is a key, number, address or title; or `place` is `SOURCE PLACE` in one.
    """

    source: str | None = None
    place: str | None = None
    quote: str | None = None
    says: str | None = None
    stance: str | None = None
    locator: str | None = None
    how: str | None = None
    on: str | None = None
    tier: str | None = None
    note: str | None = None
    seen: bool = True

    @property
    def given(self) -> bool:
        """Anything was said at all."""
        return any((self.source, self.place, *self.details().values()))

    def details(self) -> dict[str, str | None]:
        names = ("quote", "says", "stance", "locator", "how", "on", "tier", "note")
        return {name: getattr(self, name) for name in names}


def source_of(
    session: Session, new: NewEvidence, within: Article | None
) -> tuple[Source, str | None]:
    """The source meant, and the place in it."""
    if new.source and new.place:
        raise BadInput("--source and --from both name the source.", hint="Give one of them.")
    if new.place:
        source, place = sources.split_place(session, new.place, within)
        return source, new.locator or place
    if not new.source:
        raise BadInput("Evidence needs a source.", hint="Add --source KEY, or --from 'KEY PLACE'.")
    return sources.cited(session, new.source, within), new.locator


def add(session: Session, claim: Claim, new: NewEvidence) -> Evidence:
    """A new piece of evidence; what a checker types is seen."""
    source, locator = source_of(session, new, claim.article)
    check_usable(source)
    return _add(session, claim, source, {**_checked(new), "locator": locator}, seen=new.seen)


def check_usable(source: Source) -> None:
    if source.hidden:
        msg = f"Source {source.key} is hidden."
        raise Refused(msg, hint=f"factcheck source restore {source.key}")


def _checked(new: NewEvidence) -> dict[str, Any]:
    details: dict[str, Any] = new.details()
    for name in ("quote", "says", "locator", "note"):
        if details[name] is not None:
            details[name] = check_text(details[name], f"--{name}")
    return details


def _add(
    session: Session, claim: Claim, source: Source, details: dict[str, Any], *, seen: bool
) -> Evidence:
    me = people.me(session)
    details["tier"] = details["tier"] or source.tier
    evidence = Evidence(
        claim_id=claim.id, claim=claim, source_id=source.id, source=source,
        person_id=me.id, person=me, **details,
    )  # fmt: skip
    if seen:
        evidence.seen_by_id, evidence.seen_by, evidence.seen_at = me.id, me, now()
    session.add(evidence)
    session.flush()
    return evidence


def weigh(session: Session, claim: Claim, new: NewEvidence, stance: str | None) -> Evidence:
    """The evidence that comes with a decision: cited evidence of that source becomes seen.

    The stance follows the decision unless it is said; evidence that is seen already and says
    the same is not recorded twice.
    """
    source, locator = source_of(session, new, claim.article)
    check_usable(source)
    details = {**_checked(new), "locator": locator, "stance": new.stance or stance}
    for known in of_source(session, claim, source):
        if _same_place(known, details):
            _fill(known, details)
            return see(session, known)
    return _add(session, claim, source, details, seen=True)


def of_source(session: Session, claim: Claim, source: Source) -> list[Evidence]:
    """What this source gives for this claim, retracted evidence left out."""
    found = select(Evidence).where(
        Evidence.claim_id == claim.id,
        Evidence.source_id == source.id,
        Evidence.retracted_at.is_(None),
    )
    return list(session.scalars(found.order_by(Evidence.id)))


def _same_place(known: Evidence, details: dict[str, Any]) -> bool:
    """Nothing that was said then is said otherwise now."""
    names = ("locator", "quote", "says", "stance", "how", "on", "tier")
    pairs = ((getattr(known, name), details[name]) for name in names)
    return all(was is None or new is None or was == new for was, new in pairs)


def _fill(known: Evidence, details: dict[str, Any]) -> None:
    for name, value in details.items():
        if value is not None and getattr(known, name) is None:
            setattr(known, name, value)


def see(session: Session, evidence: Evidence) -> Evidence:
    """A checker has looked at it; who looked first stays."""
    if evidence.retracted_at is not None:
        msg = f"Evidence {evidence.id} was retracted: {evidence.retracted_because}."
        raise Refused(msg, hint="Add it anew with factcheck evidence add.")
    if evidence.seen_at is None:
        me = people.me(session)
        evidence.seen_by_id, evidence.seen_by, evidence.seen_at = me.id, me, now()
    session.flush()
    return evidence


def retract(session: Session, evidence: Evidence, because: str | None) -> Evidence:
    """It no longer counts; it stays in the record with the reason."""
    if not (because or "").strip():
        msg = f"Retracting evidence {evidence.id} needs a reason."
        raise Refused(msg, hint="Add --because 'the page was corrected'.")
    if evidence.retracted_at is not None:
        raise Refused(
            f"Evidence {evidence.id} is retracted already.", hint="factcheck undo takes it back."
        )
    evidence.retracted_at = now()
    evidence.retracted_by_id = people.me(session).id
    evidence.retracted_because = check_text(because or "", "--because")
    session.flush()
    return evidence


def edit(
    session: Session, evidence: Evidence, changes: dict[str, Any], *, version: int | None = None
) -> Evidence:
    """Change what is said of it. Raises Conflict if `version` is older than the record."""
    check_version(evidence, version)
    changes = dict(changes)
    word = changes.pop("source", None)
    if word:
        source = sources.cited(session, word, evidence.claim.article)
        check_usable(source)
        evidence.source_id, evidence.source = source.id, source
    for name, value in changes.items():
        setattr(evidence, name, bare(value) if isinstance(value, str) else value)
    session.flush()
    return evidence


def of_claims(session: Session, claim_ids: list[int] | None = None) -> list[Evidence]:
    listed = select(Evidence).order_by(Evidence.id)
    if claim_ids is not None:
        listed = listed.where(Evidence.claim_id.in_(claim_ids))
    return list(session.scalars(listed))


def of_one_source(session: Session, source: Source) -> list[Evidence]:
    listed = select(Evidence).where(Evidence.source_id == source.id).order_by(Evidence.id)
    return list(session.scalars(listed))
