"""Making a database that is not there yet."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Engine, inspect

from factcheck.db.engine import make_engine, translated
from factcheck.db.upgrade import current_revision, upgrade
from factcheck.errors import BadInput, DatabaseForeign, Refused


@contextmanager
def database(url: str | URL, path: Path | None, revision: str = "head") -> Iterator[str | URL]:
    """An empty database at a revision, for the block to fill; whole or not at all.

    Yields the URL to fill it by: a new file is made beside its place and moved there at the end,
    so that no half-made one is ever met. Raises Refused if there is a database, DatabaseForeign
    if there is something else.
    """
    if path is None:
        _check_empty(make_engine(url))
        upgrade(url, revision)
        yield url
        return
    check_free(path)
    part = beside_of(path)
    try:
        _touch(part, path)
        beside = URL.create("sqlite", database=str(part))
        upgrade(beside, revision)
        yield beside
        move(part, path)
    finally:
        remove(part)


def beside_of(path: Path) -> Path:
    """Where a file is made before it takes its place."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def check_free(path: Path) -> None:
    if os.path.exists(path):  # noqa: PTH110 - Path raises for a name that is too long
        msg = f"{path} is there already."
        raise Refused(msg, hint="Use it, or name another with --db.")


def _touch(part: Path, path: Path) -> None:
    """An empty file; SQLite fills it."""
    try:
        part.touch(exist_ok=False)
    except OSError as error:
        msg = f"{path} cannot be made: {error.strerror}."
        raise BadInput(msg, hint="Choose a folder that is there and can be written.") from error


def move(part: Path, path: Path) -> None:
    """To its place, unless somebody else made one there meanwhile."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        check_free(path)
    except OSError:
        # A file system without links; then the check must do.
        check_free(path)
        part.replace(path)


def remove(path: Path) -> None:
    """A database file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()


def is_empty(url: str) -> bool:
    """A database on a server that holds no table yet."""
    with translated(), make_engine(url, writing=False).connect() as connection:
        return not inspect(connection).get_table_names()


def _check_empty(engine: Engine) -> None:
    with translated(), engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if not tables:
            return
        if current_revision(connection) is not None:
            raise Refused("There is a factcheck database already.", hint="Use it, or name another.")
        msg = f"The database holds {len(tables)} tables that are not ours."
        raise DatabaseForeign(msg, hint="Name an empty one.")
