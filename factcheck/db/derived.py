"""Keeps the derived columns of claims in step with the rows they come from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, select

from factcheck.db import standing
from factcheck.db.standing import Facts
from factcheck.models import Claim, Evidence, Fix, Query, Revision, Source, Span, Verdict
from factcheck.models.base import table_of
from factcheck.models.claim import NOWHERE
from factcheck.words import SpanState

CHUNK = 500

claims, spans, revisions = (table_of(cls) for cls in (Claim, Span, Revision))

Item = TypeVar("Item")

#: What is derived on a claim here; `search` is written with the text itself.
COLUMNS = ("status", "outcome", "verdict_id", "basis", "stale", "position", "elsewhere")


def chunks(ids: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    items = iter(ids)
    while chunk := list(islice(items, size)):
        yield chunk


def facts(connection: Connection, ids: Sequence[int]) -> Iterator[Facts]:
    """The rows that bear on each of these claims, in order of number."""
    placed = _by_claim(connection, _spans(ids))
    evidence = _by_claim(connection, _evidence(ids))
    others = [_by_claim(connection, _plain(cls, ids)) for cls in (Verdict, Fix, Query)]
    for claim in connection.execute(select(claims).where(claims.c.id.in_(ids)).order_by("id")):
        verdicts, fixes, queries = (rows.get(claim.id, ()) for rows in others)
        yield Facts(
            claim=claim,
            spans=newest_spans(claim, placed.get(claim.id, ())),
            evidence=evidence.get(claim.id, ()),
            verdicts=verdicts,
            fixes=fixes,
            queries=queries,
            newest_text=partial(newest_text, connection, claim.article_id),
        )


def newest_spans(claim: Any, rows: Sequence[Any]) -> list[Any]:
    """Of each article the spans in its newest revision: its own first, what is lost last."""
    newest: dict[int, int] = {}
    for row in rows:
        newest[row.article_id] = max(row.number, newest.get(row.article_id, 0))
    kept = [row for row in rows if row.number == newest[row.article_id]]

    def order(span: Any) -> tuple[Any, ...]:
        elsewhere, lost = span.article_id != claim.article_id, span.state == SpanState.LOST
        return elsewhere, lost, span.start, span.id

    return sorted(kept, key=order)


def newest_text(connection: Connection, article_id: int | None) -> str | None:
    newest = select(revisions.c.text).where(revisions.c.article_id == article_id)
    return connection.scalar(newest.order_by(revisions.c.number.desc()).limit(1))


def compute(facts: Facts) -> dict[str, Any]:
    """The derived columns of one claim."""
    verdict = facts.verdict
    now = standing.basis(standing.grounds_now(facts, verdict)) if verdict else None
    own = [span for span in facts.spans if span.article_id == facts.claim.article_id]
    return {
        "status": standing.status(facts),
        "outcome": standing.outcome(facts).value,
        "verdict_id": verdict.id if verdict else None,
        "basis": now,
        "stale": verdict is not None and now != verdict.basis,
        "position": own[0].start if own else NOWHERE,
        "elsewhere": len(own) < len(facts.spans),
    }


def refresh(connection: Connection, ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Write what has changed; returns the new values by claim number."""
    written = {}
    for chunk in chunks(sorted(set(ids))):
        _lock(connection, chunk)
        changed = dict(_differing(connection, chunk))
        if changed:
            rows = [{"claim": number, **values} for number, values in changed.items()]
            connection.execute(_update, rows)
        written.update(changed)
    return written


def _lock(connection: Connection, ids: Sequence[int]) -> None:
    """Two who decide on one claim at once each wait to see what the other wrote."""
    if connection.dialect.name == "postgresql":
        rows = select(claims.c.id).where(claims.c.id.in_(ids)).order_by(claims.c.id)
        connection.execute(rows.with_for_update(key_share=True))


def _differing(connection: Connection, ids: Sequence[int]) -> Iterator[tuple[int, dict[str, Any]]]:
    for each in facts(connection, ids):
        values = compute(each)
        if any(getattr(each.claim, name) != value for name, value in values.items()):
            yield each.claim.id, values


_update = (
    claims.update()
    .where(claims.c.id == bindparam("claim"))
    .values({name: bindparam(name) for name in COLUMNS})
)


def of_article(connection: Connection, article_id: int) -> list[int]:
    """The claims that stand in an article: a new text may move them all."""
    standing_there = (
        select(spans.c.claim_id)
        .join(revisions, revisions.c.id == spans.c.revision_id)
        .where(revisions.c.article_id == article_id)
    )
    return list(connection.scalars(standing_there.distinct()))


def every_claim(connection: Connection) -> Iterator[list[int]]:
    """All claim numbers, a chunk at a time."""
    last = 0
    while True:
        more = select(claims.c.id).where(claims.c.id > last).order_by(claims.c.id).limit(CHUNK)
        chunk = list(connection.scalars(more))
        if not chunk:
            return
        yield chunk
        last = chunk[-1]


def midnight(day: str) -> datetime:
    """The first moment of a day, ISO 8601, as UTC counts days."""
    return datetime.combine(date.fromisoformat(day), time.min, UTC)


def _by_claim(connection: Connection, statement: Any) -> dict[int, list[Any]]:
    rows = connection.execute(statement)
    return {number: list(group) for number, group in groupby(rows, attrgetter("claim_id"))}


def _spans(ids: Sequence[int]) -> Any:
    return (
        select(spans, revisions.c.article_id, revisions.c.number)
        .join(revisions, revisions.c.id == spans.c.revision_id)
        .where(spans.c.claim_id.in_(ids))
        .order_by(spans.c.claim_id)
    )


def _evidence(ids: Sequence[int]) -> Any:
    evidence, sources = Evidence.__table__, Source.__table__
    is_author = sources.c.article_id.is_not(None).label("is_author")
    return (
        select(evidence, is_author)
        .join(sources, sources.c.id == evidence.c.source_id)
        .where(evidence.c.claim_id.in_(ids))
        .order_by(evidence.c.claim_id, evidence.c.id)
    )


def _plain(cls: Any, ids: Sequence[int]) -> Any:
    table = cls.__table__
    return select(table).where(table.c.claim_id.in_(ids)).order_by(table.c.claim_id)
