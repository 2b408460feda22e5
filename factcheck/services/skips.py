"""Words with nothing to check, as somebody decided: covered without a claim."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Article, Revision, Skip
from factcheck.services import people, places
from factcheck.services.places import Place
from factcheck.text import anchors
from factcheck.text.plain import bare, check_text
from factcheck.words import SpanState

#: Words that changed since are to be looked at again.
HOLDING = (SpanState.EXACT.value, SpanState.MOVED.value)


def add(
    session: Session,
    article: Article,
    quote: str,
    nth: int | None = None,
    because: str | None = None,
) -> Skip:
    """Skip words of the newest draft. Raises BadInput where they do not stand there."""
    place = places.find(session, article, check_text(quote, "--quote"), nth)
    return several(session, [place], because)[0]


def several(session: Session, there: Sequence[Place], because: str | None = None) -> list[Skip]:
    """Skip places of one draft; what is skipped already is not skipped twice."""
    revisions = {place.revision.id: place.revision for place in there}
    rows = [row for revision in revisions.values() for row in of_revision(session, revision)]
    known = {(row.start, row.end): row for row in rows}
    for place in there:
        if (place.start, place.end) not in known:
            known[place.start, place.end] = _new(session, place, because)
    session.flush()
    return [known[place.start, place.end] for place in there]


def _new(session: Session, place: Place, because: str | None) -> Skip:
    me = people.me(session)
    skip = Skip(
        revision_id=place.revision.id, revision=place.revision,
        **asdict(anchors.select(place.revision.text, place.start, place.end)),
        because=bare(because), person_id=me.id, person=me,
    )  # fmt: skip
    session.add(skip)
    return skip


def of_revision(session: Session, revision: Revision) -> list[Skip]:
    """What is skipped in a draft and stands there as it did, in reading order."""
    listed = select(Skip).where(Skip.revision_id == revision.id, Skip.state.in_(HOLDING))
    return list(session.scalars(listed.order_by(Skip.start, Skip.id)))


def shape(row: Skip, article: Article) -> dict[str, Any]:
    """A skipped passage as JSON."""
    return {
        "article": {"id": article.id, "slug": article.slug, "title": article.title},
        "start": row.start,
        "end": row.end,
        "exact": row.exact,
        "state": row.state,
        "because": row.because,
        "by": row.person.name,
    }
