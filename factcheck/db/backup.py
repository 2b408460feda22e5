"""Backup, restore and check. A backup is always a SQLite file, log and all."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import URL, Connection, Engine, inspect, select, text

from factcheck.db import create, derived, history, holdings, indexing, search
from factcheck.db.engine import APPLICATION_ID, make_engine, translated
from factcheck.db.upgrade import current_revision, upgrade
from factcheck.errors import BadInput, DatabaseForeign, Refused
from factcheck.models import RECORDS, Base

#: Rows carried at a time.
BATCH = 1_000


def backup(engine: Engine, target: Path) -> None:
    """Copy the database to a SQLite file that is not there yet, whole or not at all.

    Others may write meanwhile: the copy is of one moment.
    """
    if os.path.exists(target):  # noqa: PTH110 - Path raises for a name that is too long
        msg = f"{target} is there already."
        raise Refused(msg, hint="Name a new file; nothing is overwritten.")
    if not os.path.isdir(target.parent):  # noqa: PTH112 - Path raises for a name that is too long
        raise BadInput(f"There is no folder {target.parent}.", hint="Make it first.")
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        with translated():
            _copy_to(engine, part)
        part.replace(target)
    except OSError as error:
        raise BadInput(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        create.remove(part)


def _copy_to(engine: Engine, part: Path) -> None:
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            with closing(sqlite3.connect(part)) as copy:
                connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]  # it is connected
                copy.execute("PRAGMA journal_mode=DELETE")
            return
        connection.execution_options(isolation_level="REPEATABLE READ")
        part.touch()
        upgrade(lite(part), current_revision(connection) or "head")
        with make_engine(lite(part)).connect() as copy:
            carry(connection, copy)
    _one_file(part)


def _one_file(path: Path) -> None:
    """Out of WAL, so that the copy is one file that can be sent."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")


def restore(source: Path, url: str, path: Path | None) -> None:
    """Make the database at `url` (a SQLite file at `path`) from a backup, older ones upgraded.

    Raises Refused where there is a database already, DatabaseForeign for what is no backup.
    """
    check_backup(source)
    if path is None:
        with TemporaryDirectory() as folder, create.database(url, None), translated():
            copy = _upgraded(source, Path(folder, "backup.db"))
            reader = make_engine(lite(copy), writing=False)
            with reader.connect() as old, make_engine(url).connect() as new:
                carry(old, new)
        return
    create.check_free(path)
    copy = create.beside_of(path)
    try:
        create.move(_upgraded(source, copy), path)
    finally:
        create.remove(copy)


def _upgraded(source: Path, copy: Path) -> Path:
    """A copy of a backup, brought to the newest schema."""
    try:
        shutil.copyfile(source, copy)
    except OSError as error:
        raise BadInput(f"{source} cannot be copied: {error.strerror}.") from error
    upgrade(lite(copy))
    return copy


def lite(path: Path) -> URL:
    """A name may hold what has a meaning in a URL."""
    return URL.create("sqlite", database=str(path))


def check_backup(source: Path) -> None:
    """Raises BadInput or DatabaseForeign for what is no backup of ours."""
    if not os.path.isfile(source):  # noqa: PTH113 - Path raises for a name that is too long
        raise BadInput(f"There is no file {source}.", hint="Name a file made by db backup.")
    with source.open("rb") as file:
        header = file.read(100)
    ours = header.startswith(b"SQLite format 3\0") and (
        int.from_bytes(header[68:72], "big") == APPLICATION_ID
    )
    if not ours:
        raise DatabaseForeign(f"{source} is no backup of factcheck.", hint="Name another file.")


def carry(old: Connection, new: Connection) -> None:
    """Stream every table from one database to an empty one of the same revision."""
    defer = (
        "PRAGMA defer_foreign_keys=ON"
        if new.dialect.name == "sqlite"
        else "SET CONSTRAINTS ALL DEFERRED"
    )
    new.execute(text(defer))
    for table in Base.metadata.sorted_tables:
        # With keys of all rows in hand no two batches overlap.
        rows = old.execution_options(stream_results=True).execute(
            select(table).order_by(*table.primary_key.columns)
        )
        for batch in rows.mappings().partitions(BATCH):
            new.execute(table.insert(), [dict(row) for row in batch])
    _carry_floors(old, new)
    new.commit()


def _carry_floors(old: Connection, new: Connection) -> None:
    """Numbers are never reused, not those of rows that an undo took away either."""
    for table, floor in floors(old).items():
        if new.dialect.name == "sqlite":
            done = new.execute(
                text("UPDATE sqlite_sequence SET seq = :seq WHERE name = :name"),
                {"seq": floor, "name": table},
            )
            if done.rowcount == 0:
                new.execute(
                    text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"),
                    {"seq": floor, "name": table},
                )
        else:
            new.execute(
                text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :seq)"),
                {"name": f'"{table}"', "seq": floor},
            )


def floors(connection: Connection) -> dict[str, int]:
    """The last number given out, by table; tables without any are left out."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT name, seq FROM sqlite_sequence WHERE seq > 0"))
        return {row.name: row.seq for row in rows}
    found = {}
    for table in Base.metadata.sorted_tables:
        if "id" not in table.columns:
            continue
        sequence = connection.scalar(
            text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": f'"{table.name}"'}
        )
        row = connection.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608 - the server's own name
        if row.is_called:
            found[table.name] = row.last_value
    return found


def check(connection: Connection) -> Iterator[str]:
    """Sentences about all that is not as it should be; nothing when all is well."""
    yield from _integrity(connection)
    yield from _schema(connection)
    yield from history.broken_links(connection)
    yield from holdings.damaged(connection)
    yield from search.out_of_step(connection)
    yield from derived_out_of_step(connection)
    for table, number, values in unfolded(connection):
        yield f"{table} {number}: {', '.join(values)} not as the record says"


def _integrity(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if said != "ok":
            yield f"the file is damaged: {said}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"row {row[1]} of {row[0]} points to a {row[2]} that is not there"


def _schema(connection: Connection) -> Iterator[str]:
    there = set(inspect(connection).get_table_names())
    for table in Base.metadata.sorted_tables:
        if table.name not in there:
            yield f"the table {table.name} is missing"


def derived_out_of_step(connection: Connection) -> Iterator[str]:
    """Claims whose derived columns are not what their records say."""
    intervals = derived.recheck_intervals(connection)
    for numbers in derived.every_claim(connection):
        for facts in derived.facts(connection, numbers):
            for name, value in derived.compute(facts, intervals).items():
                if getattr(facts.claim, name) != value:
                    yield f"claim {facts.claim.id}: {name} should be {value!r}"


def unfolded(connection: Connection) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Records whose searchable words are not those of their text, each with the right ones."""
    for name in search.SEARCHED:
        rows = connection.execute(select(RECORDS[name].__table__)).mappings()
        for row in rows:
            right = indexing.derived_values(name, row)
            wrong = {column: value for column, value in right.items() if row[column] != value}
            if wrong:
                yield name, row["id"], wrong


def repair(connection: Connection) -> int:
    """Work the derived columns and the search index out anew; how many claims differed."""
    # The index first: the triggers take old words out of it when they are written anew.
    search.rebuild(connection)
    for name, number, values in list(unfolded(connection)):
        table = Base.metadata.tables[name]
        connection.execute(table.update().where(table.c.id == number).values(values))
    changed: dict[int, Any] = {}
    for numbers in derived.every_claim(connection):
        changed |= derived.refresh(connection, numbers)
    return len(changed)


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table of records holds."""
    names = [table.name for table in Base.metadata.sorted_tables]
    return {
        name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0  # noqa: S608 - ours
        for name in sorted(names)
    }


def upgrade_with_copy(url: str, path: Path | None, revision: str) -> Path | None:
    """Upgrade after a copy beside a SQLite file; where the copy lies, if there is one."""
    copy = None
    if path is not None:
        copy = path.with_name(f"{path.name}.before-{revision}")
        if not copy.exists():
            backup(make_engine(url, writing=False), copy)
    upgrade(url)
    _renew(url)
    return copy


def _renew(url: str) -> None:
    """What this factcheck derives and the one before did not."""
    with translated(), make_engine(url).begin() as connection:
        for numbers in derived.every_claim(connection):
            derived.refresh(connection, numbers)
