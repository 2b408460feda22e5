"""Keeps the derived columns of claims in step with the rows they come from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, or_, select

from factcheck.db import comparisons, standing
from factcheck.db.standing import Facts
from factcheck.models import (
    Article,
    Claim,
    Evidence,
    Fix,
    Query,
    Rating,
    Recheck,
    Revision,
    Rule,
    SignOff,
    Source,
    Span,
    Tag,
    Verdict,
)
from factcheck.models.base import table_of
from factcheck.models.claim import NOWHERE
from factcheck.words import SpanState

CHUNK = 500

#: The rule of the house that says when a verdict is too old.
RECHECK = "recheck"

claims, spans, revisions = (table_of(cls) for cls in (Claim, Span, Revision))

Item = TypeVar("Item")

#: What is derived on a claim here; `search` is written with the text itself.
COLUMNS = (
    "status", "outcome", "verdict_id", "basis", "stale", "recheck_by", "position", "elsewhere",
)  # fmt: skip


def chunks(ids: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    items = iter(ids)
    while chunk := list(islice(items, size)):
        yield chunk


def facts(connection: Connection, ids: Sequence[int]) -> Iterator[Facts]:
    """The rows that bear on each of these claims, in order of number."""
    placed = _by_claim(connection, _spans(ids))
    evidence = _by_claim(connection, _evidence(ids))
    plain = (Verdict, Fix, Query, SignOff, Recheck)
    others = [_by_claim(connection, _plain(cls, ids)) for cls in plain]
    rated, tagged = _by_claim(connection, _ratings(ids)), _by_claim(connection, _plain(Tag, ids))
    listed = connection.execute(select(claims).where(claims.c.id.in_(ids)).order_by("id")).all()
    pieces = _articles(connection, {claim.article_id for claim in listed})
    for claim in listed:
        verdicts, fixes, queries, sign_offs, rechecks = (rows.get(claim.id, ()) for rows in others)
        yield Facts(
            claim=claim,
            spans=newest_spans(claim, placed.get(claim.id, ())),
            evidence=evidence.get(claim.id, ()),
            verdicts=verdicts,
            fixes=fixes,
            queries=queries,
            sign_offs=sign_offs,
            rechecks=rechecks,
            ratings=rated.get(claim.id, ()),
            tags=[tag.name for tag in tagged.get(claim.id, ())],
            article=pieces.get(claim.article_id),
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


def compute(facts: Facts, intervals: Mapping[str, int]) -> dict[str, Any]:
    """The derived columns of one claim; `intervals` is the house's rule `recheck`."""
    verdict = facts.verdict
    now = standing.basis(standing.grounds_now(facts, verdict)) if verdict else None
    own = [span for span in facts.spans if span.article_id == facts.claim.article_id]
    return {
        "status": standing.status(facts),
        "outcome": standing.outcome(facts).value,
        "verdict_id": verdict.id if verdict else None,
        "basis": now,
        "stale": verdict is not None and now != verdict.basis,
        "recheck_by": standing.recheck_by(facts, intervals),
        "position": own[0].start if own else NOWHERE,
        "elsewhere": len(own) < len(facts.spans),
    }


def refresh(
    connection: Connection, ids: Iterable[int], *, compare: bool = True
) -> dict[int, dict[str, Any]]:
    """Write what has changed; returns the new values by claim number.

    Values and comparisons are left to a later write where `compare` is false.
    """
    written = {}
    for chunk in chunks(sorted(set(ids))):
        _lock(connection, chunk)
        changed = dict(_differing(connection, chunk, compare=compare))
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


def _differing(
    connection: Connection, ids: Sequence[int], *, compare: bool
) -> Iterator[tuple[int, dict[str, Any]]]:
    intervals = recheck_intervals(connection)
    for each in facts(connection, ids):
        if compare:
            comparisons.keep(connection, each)
        values = compute(each, intervals)
        if any(getattr(each.claim, name) != value for name, value in values.items()):
            yield each.claim.id, values


_update = (
    claims.update()
    .where(claims.c.id == bindparam("claim"))
    .values({name: bindparam(name) for name in COLUMNS})
)


def recheck_intervals(connection: Connection) -> dict[str, int]:
    """The house's rule: after how many days a verdict is too old, by kind or tag."""
    rules = table_of(Rule)
    found = connection.scalar(select(rules.c.value).where(rules.c.key == RECHECK))
    return dict(found or {})


def decided(connection: Connection) -> list[int]:
    """The claims with a verdict: a new rule about its age is about them all."""
    return list(connection.scalars(select(claims.c.id).where(claims.c.verdict_id.is_not(None))))


def compare_some(connection: Connection, most: int) -> int:
    """Compare the passages of `most` claims that a large import left alone; how many are left."""
    table = table_of(Evidence)
    bare = table.c.comparison.is_(None), or_(table.c.quote != "", table.c.says != "")
    listed = select(table.c.claim_id).where(*bare).distinct().order_by(table.c.claim_id)
    ids = list(connection.scalars(listed))
    refresh(connection, ids[:most])
    return len(ids[most:])


def to_recheck() -> Any:
    """The condition of claims that call for a re-check today."""
    return or_(claims.c.stale, claims.c.recheck_by <= standing.today())


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
    columns = (
        sources.c.article_id.is_not(None).label("is_author"),
        sources.c.published.label("source_published"),
        sources.c.publisher,
    )
    return (
        select(evidence, *columns)
        .join(sources, sources.c.id == evidence.c.source_id)
        .where(evidence.c.claim_id.in_(ids))
        .order_by(evidence.c.claim_id, evidence.c.id)
    )


def _ratings(ids: Sequence[int]) -> Any:
    verdicts, ratings = table_of(Verdict), table_of(Rating)
    return (
        select(ratings, verdicts.c.claim_id)
        .join(verdicts, verdicts.c.id == ratings.c.verdict_id)
        .where(verdicts.c.claim_id.in_(ids))
        .order_by(verdicts.c.claim_id, ratings.c.id)
    )


def _articles(connection: Connection, ids: Iterable[int | None]) -> dict[int | None, Any]:
    wanted = [number for number in ids if number is not None]
    if not wanted:
        return {}
    table = table_of(Article)
    columns = (table.c.id, table.c.slug, table.c.published, table.c.language, table.c.closed_at)
    rows = connection.execute(select(*columns).where(table.c.id.in_(wanted)))
    return {row.id: row for row in rows}


def _plain(cls: Any, ids: Sequence[int]) -> Any:
    table = cls.__table__
    return select(table).where(table.c.claim_id.in_(ids)).order_by(table.c.claim_id)
