"""Making a database that is not there yet."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine, inspect

from factcheck.db.engine import make_engine, translated
from factcheck.db.upgrade import current_revision, upgrade
from factcheck.errors import BadInput, DatabaseForeign, Refused


@contextmanager
def database(url: str, path: Path | None, revision: str = "head") -> Iterator[None]:
    """An empty database at a revision, for the block to fill; gone again if the block fails.

    Raises Refused if there is a database, DatabaseForeign if there is something else.
    """
    made = _new_file(path) if path is not None else False
    try:
        if not made:
            _check_empty(make_engine(url))
        upgrade(url, revision)
        yield
    except BaseException:
        if made and path is not None:
            _remove(path)
        raise


def _new_file(path: Path) -> bool:
    """An empty file that was not there; SQLite fills it."""
    if path.exists():
        msg = f"{path} is there already."
        raise Refused(msg, hint="Use it, or name another with --db.")
    try:
        path.touch(exist_ok=False)
    except OSError as error:
        msg = f"{path} cannot be made: {error.strerror}."
        raise BadInput(msg, hint="Choose a folder that is there and can be written.") from error
    return True


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()


def _check_empty(engine: Engine) -> None:
    with translated(), engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if not tables:
            return
        if current_revision(connection) is not None:
            raise Refused("There is a factcheck database already.", hint="Use it, or name another.")
        msg = f"The database holds {len(tables)} tables that are not ours."
        raise DatabaseForeign(msg, hint="Name an empty one.")
