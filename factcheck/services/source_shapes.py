"""Sources as JSON; a protected one by its alias unless `reveal`."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from factcheck.models import Source
from factcheck.models.base import iso

Shape = dict[str, Any]


def by_number(
    connection: Connection, ids: Iterable[int], *, reveal: bool = False
) -> dict[int, Shape]:
    wanted = list(ids)
    if not wanted:
        return {}
    table = Source.__table__
    rows = connection.execute(select(table).where(table.c.id.in_(wanted)))
    return {row.id: cited(row, reveal=reveal) for row in rows}


#: What of a protected source may be seen without asking.
ALWAYS_SHOWN = ("id", "uid", "key", "kind", "tier", "terms", "protected", "alias", "hidden")


def cited(row: Any, *, reveal: bool = False) -> Shape:
    """A source as evidence names it."""
    veiled = row.protected and not reveal
    return {
        "id": row.id,
        "key": row.key,
        "title": row.alias if veiled else row.title,
        "url": None if veiled else row.url,
        "publisher": None if veiled else row.publisher,
        "kind": row.kind,
        "author": None if veiled else row.author,
        "published": None if veiled else row.published,
        "tier": row.tier,
        "terms": row.terms,
        "protected": row.protected,
        "is_author": row.article_id is not None,
    }


def one(session: Session, number: int) -> Shape:
    """A source as evidence names it, by its number."""
    return by_number(session.connection(), [number])[number]


def whole(session: Session, row: Source, *, reveal: bool = False, uses: int = 0) -> Shape:
    """A source in full."""
    veiled = row.protected and not reveal
    origin = session.get(Source, row.origin_id) if row.origin_id and not veiled else None
    return {
        "id": row.id,
        "uid": row.uid,
        **{k: v for k, v in cited(row, reveal=reveal).items() if k != "id"},
        "origin": {"id": origin.id, "key": origin.key} if origin else None,
        "kept": None if veiled else row.kept,
        "alias": row.alias,
        "article": row.article_id,
        "merged_into": row.merged_into_id,
        "cited": uses,
        "hidden": row.hidden,
        "created_at": iso(row.created_at),
        "updated_at": iso(row.updated_at),
    }
