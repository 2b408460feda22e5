"""A part of the database as our own JSON lines: what belongs to some articles, or to some claims.

Downwards goes what a record owns: an article its drafts, a claim its evidence. Upwards goes what
a record points to, but no more of it: a source, a person, the article of another claim.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, null, select
from sqlalchemy.orm import Session

from factcheck.db.bulk import images
from factcheck.db.derived import CHUNK, chunks
from factcheck.db.upgrade import newest_revision
from factcheck.exchange import jsonl
from factcheck.exchange.forms import Image, encode, form
from factcheck.models import RECORDS, Article, Claim, Revision, Rule, Source, Span
from factcheck.models.base import table_of

#: Numbers of records, by table.
Chosen = dict[str, set[int]]
#: Records of one table as they are, to records as they may leave; as many, in the same order.
Change = Callable[[str, list[Image]], list[Image]]

#: What goes with each record of a table; an article's claims, and what sources are about one
#: another, are chosen before.
OWNED: dict[str, tuple[str, ...]] = {
    "article": ("article_author", "revision", "closing", "source", "note", "lift"),
    "revision": ("stretch", "annotation", "skip", "original"),
    "claim": (
        "span", "tag", "evidence", "verdict", "fix", "query", "note", "sign_off", "recheck",
        "lift", "correction",
    ),
    "evidence": ("outside_rating",),
    "verdict": ("rating",),
}  # fmt: skip

ARTICLE, CLAIM, SOURCE = (cls.__tablename__ for cls in (Article, Claim, Source))
articles, claims, sources, spans, revisions = map(
    table_of, (Article, Claim, Source, Span, Revision)
)


# What belongs to it


def chosen(
    session: Session,
    article_ids: Collection[int],
    claim_ids: Collection[int],
    veiled: Collection[int] = (),
) -> Chosen:
    """All that these articles and claims need to be whole elsewhere, and the rules of the house.

    An article brings all claims that stand in it, a claim its article without other claims. Where
    a source that is `veiled` came from is not followed.
    """
    connection = session.connection()
    found: Chosen = defaultdict(set)
    given = _there(connection, claims, claim_ids)
    found[CLAIM] = _claims(connection, _there(connection, articles, article_ids), given)
    found[ARTICLE] = whole(session, article_ids, claim_ids)
    for owner, owned in OWNED.items():
        for table in owned:
            found[table].update(_owned(connection, owner, table, found))
    found[SOURCE] |= _values(connection, "evidence", "source_id", found["evidence"])
    _follow_sources(connection, found[SOURCE], frozenset(veiled))
    found["note"].update(_owned(connection, SOURCE, "note", found))
    found[Rule.__tablename__] = set(connection.scalars(select(table_of(Rule).c.id)))
    _follow(connection, found, frozenset(veiled))
    return {table: found[table] for table in RECORDS if found[table]}


def whole(session: Session, article_ids: Collection[int], claim_ids: Collection[int]) -> set[int]:
    """The articles that come with all their texts: these, and those of these claims."""
    connection = session.connection()
    theirs = _values(connection, CLAIM, "article_id", set(claim_ids))
    return _there(connection, articles, article_ids) | theirs


def _there(connection: Connection, table: Any, numbers: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for chunk in chunks(sorted(set(numbers))):
        found.update(connection.scalars(select(table.c.id).where(table.c.id.in_(chunk))))
    return found


def _claims(connection: Connection, within: set[int], given: set[int]) -> set[int]:
    """These claims, those that stand in the articles, and those that they are parts of."""
    found = set(given)
    for chunk in chunks(sorted(within)):
        own = select(claims.c.id).where(claims.c.article_id.in_(chunk))
        there = revisions.c.id == spans.c.revision_id
        standing = select(spans.c.claim_id).join(revisions, there)
        found.update(connection.scalars(own))
        found.update(connection.scalars(standing.where(revisions.c.article_id.in_(chunk))))
    new = found
    while new:
        names = ("part_of_id", "same_as_id")
        new = {n for name in names for n in _values(connection, CLAIM, name, new)} - found
        found |= new
    return found


def _owned(connection: Connection, owner: str, table: str, found: Chosen) -> Iterator[int]:
    """What of a table belongs to the owners found, but for what is about a claim that is not."""
    columns = RECORDS[table].__table__.c
    link = next(name for name, target in form(table).references.items() if target == owner)
    claim = columns["claim_id"] if "claim_id" in columns else null()
    for chunk in chunks(sorted(found[owner])):
        listed = select(columns.id, claim).where(columns[link].in_(chunk))
        for number, about in connection.execute(listed):
            if about is None or about in found[CLAIM]:
                yield number


def _values(connection: Connection, table: str, name: str, numbers: Iterable[int]) -> set[int]:
    """What these records point to by one column."""
    columns = RECORDS[table].__table__.c
    found: set[int] = set()
    for chunk in chunks(sorted(numbers)):
        listed = select(columns[name]).where(columns.id.in_(chunk), columns[name].is_not(None))
        found.update(connection.scalars(listed.distinct()))
    return found


def _follow_sources(connection: Connection, found: set[int], veiled: frozenset[int]) -> None:
    """Add where they came from, what they were merged into, and what was merged into them."""
    new = found - veiled
    while new:
        above = {n for name in _LINKS for n in _values(connection, SOURCE, name, new)}
        new = (above | (_merged_into(connection, new) - veiled)) - found
        found |= new
        new -= veiled


_LINKS = ("origin_id", "merged_into_id")


def _merged_into(connection: Connection, numbers: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for chunk in chunks(sorted(numbers)):
        listed = select(sources.c.id).where(sources.c.merged_into_id.in_(chunk))
        found.update(connection.scalars(listed))
    return found


def _follow(connection: Connection, found: Chosen, veiled: frozenset[int]) -> None:
    """Add what the records point to, and what that points to, to the end."""
    new: Mapping[str, set[int]] = {table: set(ids) for table, ids in found.items()}
    while any(new.values()):
        above: Chosen = defaultdict(set)
        for table, numbers in new.items():
            for name, target in form(table).references.items():
                led = numbers - veiled if table == SOURCE and name in _LINKS else numbers
                above[target] |= _values(connection, table, name, led)
        new = {table: numbers - found[table] for table, numbers in above.items()}
        for table, numbers in new.items():
            found[table] |= numbers


# Out


def lines(session: Session, part: Chosen, change: Change | None = None) -> Iterator[str]:
    """The lines of an export that holds these records alone, each with its end.

    `change` says what of them may leave.
    """
    connection = session.connection()
    yield encode(_header(connection, part, veiled=change is not None)) + "\n"
    streams = [_stream(connection, table, ids, change) for table, ids in part.items()]
    for _uid, line in heapq.merge(*streams):
        yield line


def _header(connection: Connection, part: Chosen, *, veiled: bool) -> dict[str, Any]:
    return {
        "factcheck": "export",
        "version": jsonl.VERSION,
        "schema": newest_revision(),
        "protected": 0 if veiled else protected(connection, part),
        "records": {table: len(ids) for table, ids in part.items() if ids},
    }


def protected(connection: Connection, part: Chosen) -> int:
    """How many of the sources are protected."""
    found = 0
    for chunk in chunks(sorted(part.get(SOURCE, ()))):
        counted = select(func.count()).where(sources.c.id.in_(chunk), sources.c.protected)
        found += connection.scalar(counted) or 0
    return found


def _stream(
    connection: Connection, table: str, numbers: set[int], change: Change | None
) -> Iterator[tuple[str, str]]:
    """Each record as its uid and its line, in order of uid."""
    # A draft may be as long as a book, and is read by itself.
    size = 1 if table == Revision.__tablename__ else CHUNK
    for chunk in chunks(_by_uid(connection, table, numbers), size):
        there = images(connection, table, chunk)
        found = [there[number] for number in chunk]
        for record in change(table, found) if change else found:
            yield record["uid"], jsonl.line(table, record)


def _by_uid(connection: Connection, table: str, numbers: set[int]) -> list[int]:
    columns = RECORDS[table].__table__.c
    found: list[tuple[str, int]] = []
    for chunk in chunks(sorted(numbers)):
        rows = connection.execute(select(columns.uid, columns.id).where(columns.id.in_(chunk)))
        found += [(row.uid, row.id) for row in rows]
    return [number for _uid, number in sorted(found)]


def newest(session: Session, part: Chosen) -> datetime | None:
    """When the newest of these records was written, or changed last."""
    times: list[datetime] = []
    for table, numbers in part.items():
        columns = RECORDS[table].__table__.c
        names = [name for name in ("created_at", "updated_at") if name in columns]
        for chunk in chunks(sorted(numbers)):
            latest = select(*(func.max(columns[name]) for name in names))
            row = session.connection().execute(latest.where(columns.id.in_(chunk))).one()
            times += [moment for moment in row if moment is not None]
    return max(times, default=None)
