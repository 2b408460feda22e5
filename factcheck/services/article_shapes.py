"""An article as JSON: its drafts, its closing, its counts."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.models import Article, Author, Claim, Closing, Person, Revision
from factcheck.services.shapes import Names, Shape, time


def article(session: Session, row: Article) -> Shape:
    """An article with its revisions, its closing and its counts."""
    names = Names(session.connection())
    authors = [author.person.name for author in row.authors]
    revisions = [revision(each, names) for each in _revisions(session, row)]
    counted = _outcomes(session, row)
    return {
        "id": row.id,
        "uid": row.uid,
        "slug": row.slug,
        "title": row.title,
        "author": ", ".join(authors) or None,
        "authors": authors,
        "publisher": row.publisher,
        "published": row.published,
        "language": row.language,
        "url": row.url,
        "state": "closed" if row.closed_at else "open",
        "revision": revisions[-1]["number"] if revisions else None,
        "sha256": revisions[-1]["sha256"] if revisions else None,
        "revisions": revisions,
        "closed": _closing(session, row, names),
        "claims": {"total": sum(counted.values()), "outcomes": counted},
        "hidden": row.hidden,
        "created_at": time(row.created_at),
        "updated_at": time(row.updated_at),
    }


def _revisions(session: Session, row: Article) -> Iterable[Any]:
    columns = (Revision.number, Revision.sha256, Revision.person_id, Revision.created_at)
    length = func.length(Revision.text).label("characters")
    listed = select(*columns, length).where(Revision.article_id == row.id)
    return session.execute(listed.order_by(Revision.number))


def revision(row: Any, names: Names) -> Shape:
    return {
        "number": row.number,
        "sha256": row.sha256,
        "characters": row.characters,
        "by": names[row.person_id],
        "at": time(row.created_at),
    }


def _outcomes(session: Session, row: Article) -> dict[str, int]:
    grouped = (
        select(Claim.outcome, func.count())
        .where(Claim.article_id == row.id, ~Claim.hidden)
        .group_by(Claim.outcome)
        .order_by(Claim.outcome)
    )
    return {row[0]: row[1] for row in session.execute(grouped)}


def _closing(session: Session, row: Article, names: Names) -> Shape | None:
    of_article = select(Closing).where(Closing.article_id == row.id).order_by(Closing.id.desc())
    closing = session.scalars(of_article.limit(1)).first()
    if closing is None or row.closed_at is None:
        return None
    return {
        "at": time(closing.at),
        "by": names[closing.person_id],
        "sha256": closing.sha256,
        "url": closing.url,
        "open": closing.open,
    }


def authors_of(session: Session, article_id: int) -> list[str]:
    named = (
        select(Person.name)
        .join(Author, Author.person_id == Person.id)
        .where(Author.article_id == article_id)
        .order_by(Author.ordinal)
    )
    return list(session.scalars(named))
