"""The rows of the working sheet straight from the tables, without what else a claim's JSON has."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Select,
    bindparam,
    case,
    exists,
    func,
    null,
    select,
)

from factcheck.db.derived import chunks
from factcheck.exchange.rows import Piece
from factcheck.exchange.sheet_rows import Row
from factcheck.models import Article, Claim, Evidence, Fix, Revision, Source, Span, Tag, Verdict
from factcheck.models.base import table_of
from factcheck.words import Action, FixState, SpanState

claims, spans, revisions, tags = (table_of(cls) for cls in (Claim, Span, Revision, Tag))
articles, verdicts, fixes = (table_of(cls) for cls in (Article, Verdict, Fix))
evidence, sources = (table_of(cls) for cls in (Evidence, Source))


#: In place of the tags, which are fetched by themselves: a claim may have several.
_SOME = "some"

#: Rows fetched at a time.
FETCHED = 500

#: The reading order of services.listing, by the same index.
_READING = (claims.c.article_id.asc().nulls_first(), claims.c.position, claims.c.id)


def listed(connection: Connection, conditions: Iterable[Any]) -> Iterator[Row]:
    """The rows of the claims that meet the conditions, in reading order, as they are taken."""
    found = _rows().where(*conditions).order_by(*_READING)
    fetched = connection.execute(found.execution_options(yield_per=FETCHED))
    for part in fetched.partitions():
        yield from _tagged(connection, part)


def rows(connection: Connection, ids: Iterable[int]) -> Iterator[Row]:
    """The row of each claim, in the order of `ids`; numbers of no claim are left out."""
    for chunk in chunks(ids, FETCHED):
        fetched = connection.execute(_ROWS, {"ids": chunk}).all()
        found = {row.number: row for row in _tagged(connection, fetched)}
        yield from (found[number] for number in chunk if number in found)


def pieces(connection: Connection, claim: int) -> set[Piece]:
    """Source, place and quote of each piece of evidence that somebody has seen."""
    found = (
        select(sources.c.key, evidence.c.locator, evidence.c.quote)
        .join_from(evidence, sources, sources.c.id == evidence.c.source_id)
        .where(evidence.c.claim_id == claim)
        .where(evidence.c.seen_at.is_not(None), evidence.c.retracted_at.is_(None))
    )
    return {(key, place or "", quote or "") for key, place, quote in connection.execute(found)}


def _tagged(connection: Connection, fetched: Iterable[Any]) -> list[Row]:
    """With the tags of the claims that have some: few do."""
    found = list(map(Row._make, fetched))
    wanted = [row.number for row in found if row.tags]
    if not wanted:
        return found
    tagged: dict[int, list[str]] = {}
    for number, name in connection.execute(_TAGS, {"ids": wanted}):
        tagged.setdefault(number, []).append(name)
    return [
        row._replace(tags=" ".join(sorted(tagged[row.number]))) if row.tags else row
        for row in found
    ]


def _first_span() -> Any:
    """Where a claim stands: in the newest draft of its own article, before what is lost."""
    there, others, own = spans.alias("there"), spans.alias("others"), claims.alias("own")
    its, theirs = revisions.alias("its"), revisions.alias("theirs")
    newest = (
        select(func.max(theirs.c.number))
        .join_from(others, theirs, theirs.c.id == others.c.revision_id)
        .where(others.c.claim_id == there.c.claim_id, theirs.c.article_id == its.c.article_id)
        .scalar_subquery()
    )
    elsewhere = its.c.article_id.is_distinct_from(own.c.article_id)
    lost = there.c.state == SpanState.LOST.value
    return (
        select(there.c.id)
        .join_from(there, its, its.c.id == there.c.revision_id)
        .join(own, own.c.id == there.c.claim_id)
        .where(there.c.claim_id == claims.c.id, its.c.number == newest)
        .order_by(elsewhere, lost, there.c.start, there.c.id)
        .limit(1)
        .scalar_subquery()
    )


def _newest_fix() -> Any:
    those = fixes.alias("those")
    newest = select(those.c.id).where(those.c.claim_id == claims.c.id)
    return newest.order_by(those.c.at.desc(), those.c.uid.desc()).limit(1).scalar_subquery()


def _first_seen() -> Any:
    those = evidence.alias("those_seen")
    seen = those.c.seen_at.is_not(None), those.c.retracted_at.is_(None)
    first = select(func.min(those.c.id)).where(those.c.claim_id == claims.c.id, *seen)
    return first.scalar_subquery()


def _rows() -> Select[Any]:
    """The columns of `Row`, in its order; with a sign in place of the tags."""
    fix = case(
        (fixes.c.state == FixState.OVERRULED.value, null()),
        (fixes.c.action == Action.CHANGE.value, fixes.c.wording),
        else_=fixes.c.action,
    )
    has_tags = case((exists().where(tags.c.claim_id == claims.c.id), _SOME))
    return (
        select(
            claims.c.uid, claims.c.id, articles.c.slug, claims.c.text, spans.c.exact,
            claims.c.kind, claims.c.claimant, claims.c.priority, has_tags,
            claims.c.outcome, verdicts.c.conclusion, verdicts.c.why, verdicts.c.reason, fix,
            sources.c.key, evidence.c.locator, evidence.c.quote,
        )
        .select_from(claims)
        .outerjoin(articles, articles.c.id == claims.c.article_id)
        .outerjoin(spans, spans.c.id == _first_span())
        .outerjoin(verdicts, verdicts.c.id == claims.c.verdict_id)
        .outerjoin(fixes, fixes.c.id == _newest_fix())
        .outerjoin(evidence, evidence.c.id == _first_seen())
        .outerjoin(sources, sources.c.id == evidence.c.source_id)
    )  # fmt: skip


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ROWS = _rows().where(claims.c.id.in_(_IDS))
_TAGS = select(tags.c.claim_id, tags.c.name).where(tags.c.claim_id.in_(_IDS))
