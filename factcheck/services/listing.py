"""Which claims a list shows, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from factcheck.db import derived, rechecks, standing
from factcheck.db.indexing import fold_title
from factcheck.models import (
    Article,
    Claim,
    Evidence,
    Note,
    Person,
    Query,
    Revision,
    Source,
    Span,
    Tag,
    Verdict,
)
from factcheck.words import Action, Outcome, SpanState


@dataclass(slots=True)
class Filter:
    """The filters of `list`, each None or empty where it is not asked for."""

    article: Article | None = None
    statuses: Sequence[str] = ()
    outcomes: Sequence[str] = ()
    kinds: Sequence[str] = ()
    claimant: str | None = None
    source: Source | None = None
    tags: Sequence[str] = ()
    priority: str | None = None
    #: Who decided: the verdict in force is this person's.
    by: Person | None = None
    stale: bool = False
    #: A day, ISO 8601: changed on it or later.
    since: str | None = None
    waiting: bool = False
    hidden: bool = False
    zone: str | None = None


#: `--sort`: what it orders by. Text is compared byte for byte, never by locale.
SORTS = ("reading", "id", "updated", "outcome", "kind", "priority", "claimant")


def chosen(
    session: Session, wanted: Filter, *, sort: str | None = None,
    limit: int | None = None, offset: int = 0,
) -> list[int]:  # fmt: skip
    """The numbers of the claims that the filters leave, in order."""
    listed = select(Claim.id).where(*conditions(session, wanted))
    listed = listed.order_by(*_order(sort))
    if limit is not None:
        listed = listed.limit(limit)
    return list(session.scalars(listed.offset(offset) if offset else listed))


def count(session: Session, wanted: Filter) -> int:
    found = select(func.count()).select_from(Claim).where(*conditions(session, wanted))
    return session.scalar(found) or 0


def conditions(session: Session, wanted: Filter) -> list[Any]:
    """The WHERE of a list."""
    found: list[Any] = [Claim.hidden if wanted.hidden else ~Claim.hidden]
    found += _columns(wanted)
    if not (wanted.outcomes or wanted.hidden):
        # What was cut as agreed has left the text, and comes back with its words.
        found.append(Claim.outcome != Outcome.CUT.value)
    if wanted.article is not None:
        found.append(_of_article(session, wanted.article))
    if wanted.source is not None:
        found.append(_cites(wanted.source))
    found += [_tagged(name) for name in wanted.tags]
    if wanted.by is not None:
        found.append(_decided_by(wanted.by))
    if wanted.waiting:
        found.append(or_(_asked(), due()))
    if wanted.zone:
        found.append(_in_zone(wanted.zone))
    return found


def _columns(wanted: Filter) -> list[Any]:
    found: list[Any] = []
    for column, words in (
        (Claim.status, wanted.statuses),
        (Claim.outcome, wanted.outcomes),
        (Claim.kind, wanted.kinds),
    ):
        if words:
            found.append(column.in_([str(word) for word in words]))
    if wanted.claimant:
        # Patterns in a name are meant as they stand.
        name = fold_title(wanted.claimant)
        found.append(Claim.claimant_folded.contains(name, autoescape=True))
    if wanted.priority:
        found.append(Claim.priority == wanted.priority)
    if wanted.stale:
        found.append(derived.to_recheck())
    if wanted.since:
        found.append(Claim.updated_at >= derived.midnight(wanted.since))
    return found


def _of_article(session: Session, article: Article) -> Any:
    """Its own claims, and those of other articles that stand in it too."""
    also = (
        select(Span.claim_id)
        .join(Revision, Revision.id == Span.revision_id)
        .join(Claim, Claim.id == Span.claim_id)
        .where(Claim.elsewhere, Revision.article_id == article.id)
    )
    elsewhere = list(session.scalars(also.distinct()))
    own = Claim.article_id == article.id
    return or_(own, Claim.id.in_(elsewhere)) if elsewhere else own


def _cites(source: Source) -> Any:
    return exists().where(
        Evidence.claim_id == Claim.id,
        Evidence.source_id == source.id,
        Evidence.retracted_at.is_(None),
    )


def _tagged(name: str) -> Any:
    return exists().where(Tag.claim_id == Claim.id, Tag.name == name)


def _decided_by(person: Person) -> Any:
    return exists().where(Verdict.id == Claim.verdict_id, Verdict.person_id == person.id)


def _asked() -> Any:
    return exists().where(Query.claim_id == Claim.id, Query.answered_at.is_(None))


def due() -> Any:
    """A note says to come back by today, and no later note has settled it."""
    later = aliased(Note)
    settled = exists().where(later.claim_id == Note.claim_id, later.id > Note.id)
    return exists().where(Note.claim_id == Claim.id, Note.next <= standing.today(), ~settled)


def _in_zone(zone: str) -> Any:
    """Where it stands in the newest draft; where it stood before does not count."""
    newer = aliased(Revision)
    later = exists().where(newer.article_id == Revision.article_id, newer.number > Revision.number)
    there = select(Span.id).join(Revision, Revision.id == Span.revision_id)
    there = there.where(Span.claim_id == Claim.id, Span.zone == zone, ~later)
    return there.where(Span.state != SpanState.LOST.value).correlate(Claim).exists()


def _order(sort: str | None) -> list[Any]:
    orders: dict[str, list[Any]] = {
        "reading": [Claim.article_id.asc().nulls_first(), Claim.position],
        "id": [],
        "updated": [Claim.updated_at.desc()],
        "outcome": [Claim.outcome],
        "kind": [Claim.kind],
        "priority": [Claim.priority != "high", Claim.priority == "low"],
        "claimant": [Claim.claimant.is_(None), Claim.claimant_folded],
    }
    return [*orders[sort or "reading"], Claim.id]


def rows(session: Session, ids: Sequence[int]) -> list[dict[str, Any]]:
    """What a table of claims shows, light enough for thousands.

    {"id", "text", "kind", "claimant", "outcome", "stale", "because", "wording", "agreed_with",
    "article"}
    """
    found: dict[int, dict[str, Any]] = {}
    for chunk in derived.chunks(ids):
        found |= {row["id"]: row for row in _light(session, chunk)}
        _add_details(session, found, chunk)
    return [found[number] for number in ids if number in found]


def _light(session: Session, ids: Sequence[int]) -> list[dict[str, Any]]:
    columns = (
        Claim.id, Claim.text, Claim.kind, Claim.claimant, Claim.outcome,
        derived.to_recheck().label("stale"), Claim.priority, Article.slug.label("article"),
    )  # fmt: skip
    listed = select(*columns).outerjoin(Article, Article.id == Claim.article_id)
    result = session.execute(listed.where(Claim.id.in_(ids))).mappings()
    blank: dict[str, Any] = {"because": [], "wording": None, "agreed_with": None}
    return [{**row, **blank} for row in result]


_WORDED = {Outcome.CHANGE, Outcome.STET, Outcome.OK_AS_CHANGED, Outcome.ATTRIBUTE}


def _add_details(session: Session, found: dict[int, dict[str, Any]], ids: Sequence[int]) -> None:
    """The wording of a fix, who let it stand, why it calls for a re-check: where there is one."""
    telling = [
        n for n in ids if n in found and (found[n]["stale"] or found[n]["outcome"] in _WORDED)
    ]
    if not telling:
        return
    for facts in derived.facts(session.connection(), telling):
        row = found[facts.claim.id]
        if facts.fix is not None:
            row["wording"] = facts.fix.wording
            row["agreed_with"] = facts.fix.agreed_with if facts.fix.action == Action.STET else None
        row["because"] = rechecks.because(facts) if row["stale"] else []
