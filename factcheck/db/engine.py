"""Connections: one way to open SQLite and PostgreSQL, and their errors in our words."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, StatementError
from sqlalchemy.pool import NullPool

from factcheck.errors import (
    BadInput,
    Conflict,
    DatabaseForeign,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseUnavailable,
    FactcheckError,
)
from factcheck.text.plain import undecodable

#: "Fact" in the header of the SQLite file: that it is ours is seen without asking a table.
APPLICATION_ID = 0x46616374


def _timeout() -> float:
    word = os.environ.get("FACTCHECK_TIMEOUT") or "10"
    if re.fullmatch(r"\d{1,5}(\.\d{1,3})?", word, re.ASCII) is None:
        msg = f"FACTCHECK_TIMEOUT is {word!r}, not a number of seconds."
        raise BadInput(msg, hint="For example: FACTCHECK_TIMEOUT=10")
    return float(word)


#: How long a command waits for another writer, in seconds.
TIMEOUT = _timeout()


def make_engine(url: str | URL, *, writing: bool = True) -> Engine:
    """An engine for one command; a reading one cannot write.

    Raises BadInput for a URL that names no database we know, DatabaseMissing for a SQLite file
    that is not there.
    """
    target = _checked(url)
    if target.get_backend_name() == "sqlite":
        return _sqlite(target, writing=writing)
    return _postgresql(target, writing=writing)


def _checked(url: str | URL) -> URL:
    try:
        target = make_url(url)
    except (ArgumentError, ValueError) as error:
        # What stands before the @ may be a password.
        shown = str(url).rpartition("@")[2]
        msg = f"{shown:.200} is no database URL."
        raise BadInput(msg, hint="Give a path, or postgresql+psycopg://host/name.") from error
    if target.get_backend_name() not in {"sqlite", "postgresql"}:
        msg = f"{target.get_backend_name()} is no database that factcheck knows."
        raise BadInput(msg, hint="SQLite (a path) or PostgreSQL (postgresql+psycopg://...).")
    return target


def _sqlite(url: URL, *, writing: bool) -> Engine:
    path = Path(url.database or "")
    if not os.path.isfile(path):  # noqa: PTH113 - Path raises for a name that is too long
        folder = "a folder, not a database" if os.path.isdir(path) else ""  # noqa: PTH112 - the same
        msg = f"{path} is {folder}." if folder else f"There is no database at {path}."
        raise DatabaseMissing(msg, hint="Run factcheck init to make one.")
    name = _file_uri(path, writing=writing)
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        creator=lambda: sqlite3.connect(
            name, uri=True, timeout=TIMEOUT, isolation_level=None, check_same_thread=False
        ),
        poolclass=NullPool,
    )
    event.listen(engine, "connect", _set_up_writer if writing else _set_up_reader)
    # The stock driver would begin late and commit DDL by itself; so we say BEGIN ourselves.
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _file_uri(path: Path, *, writing: bool) -> str:
    uri = path.absolute().as_uri()
    if writing:
        return f"{uri}?mode=rw"
    # A WAL database needs its -shm file; where none can be made it is read as it lies.
    return uri if os.access(path.parent, os.W_OK) else f"{uri}?immutable=1"


def _set_up_writer(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def _set_up_reader(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")


def _postgresql(url: URL, *, writing: bool) -> Engine:
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    options = {} if writing else {"options": "-c default_transaction_read_only=on"}
    arguments = {"connect_timeout": max(2, int(TIMEOUT)), **options}
    try:
        engine = create_engine(url, poolclass=NullPool, connect_args=arguments)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        msg = "PostgreSQL needs a driver that is not installed."
        raise DatabaseUnavailable(msg, hint="pip install 'factcheck-desk[postgres]'") from error
    event.listen(engine, "connect", _set_up_postgresql)
    return engine


def _set_up_postgresql(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{int(TIMEOUT * 1000)}ms'")
    connection.commit()


@contextmanager
def translated() -> Iterator[None]:
    """Driver errors as ours, each with what to do next."""
    try:
        yield
    except StatementError as error:
        raise _ours(error) from error
    except sqlite3.Error as error:
        raise _ours(error) from error
    except UnicodeEncodeError as error:
        bad = error.object[error.start]
        msg = f"What was typed contains {undecodable(bad)}, which is not UTF-8."
        raise BadInput(msg, hint="Give it as UTF-8 text.") from error


def _ours(error: Exception) -> Exception:
    cause = error.orig if isinstance(error, StatementError) and error.orig else error
    said = str(cause).strip().split("\n", maxsplit=1)[0]
    for words, make in _KNOWN:
        if any(word in said.lower() for word in words):
            return make(said)
    if isinstance(cause, sqlite3.DatabaseError) and not isinstance(
        cause, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.OperationalError
    ):
        return _damaged(said)
    if isinstance(error, DBAPIError) and type(cause).__name__ == "OperationalError":
        return DatabaseUnavailable(
            f"The database cannot serve: {said}.", hint="Run factcheck db status."
        )
    return error


def _locked(_said: str) -> FactcheckError:
    unit = "second" if TIMEOUT == 1 else "seconds"
    return DatabaseLocked(
        f"Another command kept the database locked for {TIMEOUT:g} {unit}.",
        hint="Try again when it is done.",
    )


def _read_only(_said: str) -> FactcheckError:
    return DatabaseReadOnly(
        "The database cannot be written here.",
        hint="Check the permissions of the file and its folder.",
    )


def _full(_said: str) -> FactcheckError:
    return DatabaseUnavailable(
        "The disk is full; nothing was changed.", hint="Make room and run the command again."
    )


def _damaged(said: str) -> FactcheckError:
    return DatabaseForeign(
        f"The database is damaged or is no factcheck database: {said}.",
        hint="Run factcheck db check, or factcheck db restore a backup.",
    )


def _unreachable(said: str) -> FactcheckError:
    return DatabaseUnavailable(
        f"The database server cannot be reached: {said}.",
        hint="Check FACTCHECK_DB or --db, and that the server runs.",
    )


def _changed_meanwhile(_said: str) -> FactcheckError:
    return Conflict(
        "Somebody else changed the same record meanwhile; nothing was written.",
        hint="Look at it again and repeat the command.",
    )


_KNOWN = (
    (("database is locked", "database table is locked", "lock timeout"), _locked),
    (("readonly database", "read-only transaction", "unable to open database"), _read_only),
    (("disk is full", "no space left", "disk i/o error"), _full),
    (("not a database", "malformed"), _damaged),
    (("connection refused", "could not translate host", "does not exist", "connection failed",
      "timeout expired", "password authentication", "name or service not known"), _unreachable),
    (("deadlock detected", "could not serialize"), _changed_meanwhile),
)  # fmt: skip
