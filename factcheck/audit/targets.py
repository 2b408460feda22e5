"""Which pages an audit looks at, and which of them first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from factcheck.audit.desk import Desk, claims, evidence, sources
from factcheck.db.holdings import newest_snapshots, visits
from factcheck.documents.page import EXTRACTOR
from factcheck.fetch.crossref import doi_of
from factcheck.looks import SEEN, Look
from factcheck.models.base import now

#: Servers forget to change their tags, so that now and then a page is fetched in any case.
FULL_AFTER = timedelta(days=30)
FULL_EVERY = 10


@dataclass(slots=True)
class Target:
    """An address, the sources that are there, and what is quoted from them."""

    url: str
    sources: list[int]
    quotes: list[str]
    doi: str | None
    headers: dict[str, str] = field(default_factory=dict)
    #: What is looked at first: (rests on it alone, was in trouble, oldest look).
    risk: tuple[int, int, float] = (0, 0, 0.0)


def targets(desk: Desk, skip: Iterable[int] = ()) -> list[Target]:
    """Every distinct address, the riskiest first; `skip` are sources that are done."""
    listed = select(
        sources.c.id, sources.c.id.label("source"), sources.c.url, sources.c.url_folded
    ).where(sources.c.url.is_not(None))
    done = set(skip)
    rows = [row for row in desk.of_sources(listed.order_by(sources.c.id)) if row.id not in done]
    numbers = [row.id for row in rows]
    cited = _cited(desk)
    last = _last_looks(desk.connection)
    conditional = _conditional(desk.connection, numbers)
    found: dict[str, Target] = {}
    for row in rows:
        target = found.setdefault(
            row.url_folded or row.url, Target(row.url, [], [], doi_of(row.url))
        )
        target.sources.append(row.id)
        target.quotes += cited.quotes[row.id]
        target.headers = conditional.get(row.id, {}) if len(target.sources) == 1 else {}
        target.risk = max(target.risk, _risk(row.id, cited, last))
    return sorted(found.values(), key=lambda each: each.risk, reverse=True)


@dataclass(slots=True)
class _Cited:
    """What rests on each source: its quotations, and the claims that have nothing else."""

    quotes: Mapping[int, list[str]]
    alone: Mapping[int, int]


def _cited(desk: Desk) -> _Cited:
    listed = (
        select(evidence.c.source_id, evidence.c.quote, claims.c.id.label("claim"))
        .join(claims, claims.c.id == evidence.c.claim_id)
        .where(evidence.c.retracted_at.is_(None), ~claims.c.hidden)
    )
    quotes: dict[int, list[str]] = defaultdict(list)
    by_claim: dict[int, set[int]] = defaultdict(set)
    for row in desk.connection.execute(listed):
        by_claim[row.claim].add(row.source_id)
        if row.quote:
            quotes[row.source_id].append(row.quote)
    alone: dict[int, int] = defaultdict(int)
    for carrying in by_claim.values():
        if len(carrying) == 1:
            alone[next(iter(carrying))] += 1
    return _Cited(quotes, alone)


def _last_looks(connection: Connection) -> dict[int, Any]:
    """The newest visit to each source."""
    last = select(func.max(visits.c.id)).group_by(visits.c.source_id)
    rows = connection.execute(
        select(visits.c.source_id, visits.c.at, visits.c.state).where(visits.c.id.in_(last))
    )
    return {row.source_id: row for row in rows}


def _risk(source: int, cited: _Cited, last: Mapping[int, Any]) -> tuple[int, int, float]:
    visit = last.get(source)
    troubled = visit is not None and Look(visit.state) not in SEEN
    age = -visit.at.timestamp() if visit else 0.0
    return cited.alone[source], int(troubled), age


def _conditional(connection: Connection, numbers: list[int]) -> dict[int, dict[str, str]]:
    """If-None-Match and If-Modified-Since, from the newest snapshot of each source."""
    kept = newest_snapshots(connection, numbers)
    repeated = _repeated(connection)
    moment = now()
    return {
        number: headers
        for number, row in kept.items()
        if _may_ask(row, moment, repeated.get(number, 0)) and (headers := _validators(row))
    }


def _may_ask(row: Any, moment: datetime, repeated: int) -> bool:
    fresh = moment - row.at < FULL_AFTER and repeated < FULL_EVERY
    return fresh and row.extractor == EXTRACTOR and not row.partial and row.how != "file"


def _validators(row: Any) -> dict[str, str]:
    given = dict(row.headers)
    asked = {"if-none-match": given.get("etag"), "if-modified-since": given.get("last-modified")}
    return {name: value for name, value in asked.items() if value and value.isascii()}


def _repeated(connection: Connection) -> dict[int, int]:
    """How often each source has answered that nothing changed."""
    counted = (
        select(visits.c.source_id, func.count())
        .where(visits.c.state == Look.UNCHANGED.value)
        .group_by(visits.c.source_id)
    )
    return {row[0]: row[1] % (FULL_EVERY + 1) for row in connection.execute(counted)}
