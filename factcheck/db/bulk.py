"""Many records at once, straight to the driver, with their events and images in one link.

For imports: no objects are made, the caller brings the rows. What the ORM changes in the same
session belongs to the same step.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from factcheck.db import derived, history
from factcheck.db.history import Key, begin_link, image_columns, insert, plain
from factcheck.db.indexing import derived_values
from factcheck.db.standing import Facts
from factcheck.models import RECORDS, Claim, Event, Evidence, Step
from factcheck.models.base import Json, canonical, table_of

Change = tuple[Key, str | None, str | None]

#: Of more claims than this the comparisons are left to whoever looks at them.
COMPARED = 1000

#: Numbers or uids asked for in one statement.
ASKED = 500

steps, events = table_of(Step), table_of(Event)


class Bulk:
    """Writes rows for one session; the link is begun with the first of them."""

    def __init__(self, session: Session) -> None:
        session.flush()
        self.step = history.pending(session)
        self.connection = session.connection()
        self.touched: set[int] = set()
        #: New claims, and claims with new evidence; no more of them than are compared at once.
        self.compared: set[int] = set()
        defer_constraints(self.connection)
        if self.connection.dialect.name == "postgresql":
            lock(self.connection)

    def add(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Rows of all columns, in the order of `row_columns`."""
        if self.connection.dialect.name == "postgresql":
            copy_in(self.connection, table, row_columns(table), rows)
        else:
            insert(self.connection, table, row_columns(table), rows)

    def add_one(self, table: str, record: dict[str, Any], before: str | None = None) -> None:
        """A record from its image, with its event."""
        values = tuple(record[name] for name in image_columns(RECORDS[table]))
        self.add(table, [encoded_row(table, values) + derived_row(table, record)])
        after = canonical(record)
        if before != after:
            self.note([((table, record["id"]), before, after)])

    def note(self, changes: Sequence[Change]) -> None:
        """The events and images of what was written."""
        if changes:
            begin_link(self.connection, self.step).add(changes)

    def change(self, table: str, number: int, values: dict[str, Any]) -> None:
        """Overwrite a row; one that has a version counts on."""
        columns = table_of(RECORDS[table])
        if "version" in columns.c:
            values = {**values, "version": columns.c.version + 1}
        self.connection.execute(columns.update().where(columns.c.id == number).values(values))

    def remove(self, table: str, numbers: Iterable[int]) -> None:
        columns = table_of(RECORDS[table])
        gone = columns.delete().where(columns.c.id == bindparam("number"))
        rows = [{"number": number} for number in numbers]
        if rows:
            self.connection.execute(gone, rows)

    def sign_anew(self, numbers: dict[int, int]) -> None:
        """People get other numbers: the few steps that set the database up follow them."""
        moved = {old: new for old, new in numbers.items() if old != new}
        previous = None
        for row in self.connection.execute(select(steps).order_by(steps.c.id)).mappings().all():
            signed = moved.get(row["person_id"], row["person_id"])
            head = {**row, "person_id": signed, "before_sha256": previous}
            previous = head["sha256"] = history.hash_again(self.connection, head)
            self.connection.execute(steps.update().where(steps.c.id == row["id"]).values(head))
        self.step.person_id = moved.get(self.step.person_id, self.step.person_id)

    def finish(self) -> None:
        """Work out the derived columns of the claims that were touched, and set the counters."""
        every = self.touched | self.compared
        compare = len(every) <= COMPARED
        derived.refresh(self.connection, every if compare else self.touched, compare=compare)
        self.touched, self.compared = set(), set()
        if self.connection.dialect.name == "postgresql":
            set_counters(self.connection)


def defer_constraints(connection: Connection) -> None:
    """A row may point to one that comes later; all are checked at the commit."""
    lite = connection.dialect.name == "sqlite"
    statement = "PRAGMA defer_foreign_keys=ON" if lite else "SET CONSTRAINTS ALL DEFERRED"
    connection.execute(text(statement))


def lock(connection: Connection) -> None:
    """Nobody else adds records meanwhile: the numbers that are free now stay free."""
    names = ", ".join(f'"{table}"' for table in RECORDS)
    connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))


def copy_in(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """COPY: what PostgreSQL has for many rows."""
    names = ", ".join(f'"{name}"' for name in columns)
    statement = f'COPY "{table}" ({names}) FROM STDIN'
    driver = connection.dialect.loaded_dbapi.Error
    cursor: Any = connection.connection.cursor()
    try:
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except driver as error:
        raise DBAPIError.instance(
            statement, None, error, driver, dialect=connection.dialect
        ) from error
    finally:
        cursor.close()


def set_counters(connection: Connection) -> None:
    """COPY brings numbers of its own, of which PostgreSQL's counters know nothing."""
    for table, highest in numbers_given(connection).items():
        name = f'"{table}"'
        last = f"SELECT last_value FROM {table}_id_seq"  # noqa: S608 - the names are ours
        # A counter that was never used stands at 1 as well.
        if highest >= (connection.scalar(text(last)) or 1):
            counter = "SELECT setval(pg_get_serial_sequence(:name, 'id'), :highest)"
            connection.execute(text(counter), {"name": name, "highest": highest})


def numbers_given(connection: Connection) -> dict[str, int]:
    """The highest number that each table has given out, to a record that has left too."""
    return {table: _highest(connection, table) for table in RECORDS}


def _highest(connection: Connection, table: str) -> int:
    rows = RECORDS[table].__table__
    there = connection.scalar(select(func.max(rows.c.id)))
    then = connection.scalar(select(func.max(events.c.record_id)).where(events.c.record == table))
    return max(there or 0, then or 0)


@cache
def derived_columns(table: str) -> tuple[str, ...]:
    columns = RECORDS[table].__table__.columns
    return tuple(column.key for column in columns if column.info.get("derived"))


@cache
def row_columns(table: str) -> tuple[str, ...]:
    """The columns of an image, then the derived ones."""
    return (*image_columns(RECORDS[table]), *derived_columns(table))


def _empty(value: Any) -> str | None:
    """Nearly every list is empty."""
    return "[]" if value == [] else None if value is None else canonical(value)


@cache
def json_places(table: str) -> tuple[int, ...]:
    """Which of an image's columns are JSON."""
    columns = RECORDS[table].__table__.columns
    names = enumerate(image_columns(RECORDS[table]))
    return tuple(place for place, name in names if isinstance(columns[name].type, Json))


@cache
def _at_first(table: str) -> dict[str, Any]:
    """The derived columns of a record of which nothing but itself is known."""
    found = dict.fromkeys(derived_columns(table))
    if "version" in found:
        found["version"] = 1
    if table == Claim.__tablename__:
        found |= derived.compute(Facts(claim=SimpleNamespace(article_id=None)), {})
    return found


def encoded_row(table: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The values of an image as the columns take them: JSON as text."""
    places = json_places(table)
    if not places:
        return values
    row = list(values)
    for place in places:
        row[place] = canonical(row[place]) if row[place] else _empty(row[place])
    return tuple(row)


def derived_row(table: str, values: dict[str, Any]) -> tuple[Any, ...]:
    """The derived columns of a new record, in the order of `row_columns`."""
    first = _at_first(table)
    if not first:
        return ()
    return tuple({**first, **derived_values(table, values)}.values())


def images(connection: Connection, table: str, numbers: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The records of these numbers as they would stand in an image."""
    names = image_columns(RECORDS[table])
    columns = RECORDS[table].__table__.c
    listed = select(*(columns[name] for name in names))
    found = {}
    for chunk in derived.chunks(numbers, ASKED):
        for row in connection.execute(listed.where(columns.id.in_(chunk))):
            found[row.id] = dict(zip(names, map(plain, row), strict=True))
    return found


def touched_by(connection: Connection, table: str, number: int, claim_id: Any) -> Iterator[int]:
    """The claims whose derived columns a changed record bears on."""
    if table == Claim.__tablename__:
        yield number
    elif table in {"article", "revision"}:
        yield from derived.of_article(connection, number)
    elif table == "source":
        cited = Evidence.__table__
        yield from connection.scalars(
            select(cited.c.claim_id).where(cited.c.source_id == number).distinct()
        )
    elif claim_id is not None:
        yield claim_id
