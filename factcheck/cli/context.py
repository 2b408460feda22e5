"""The database of this invocation, opened for reading or for one step of the history."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from factcheck.cli import group, output
from factcheck.errors import DatabaseMissing

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from factcheck.settings import Settings

#: A command line of more characters is kept shortened: its text is in the records.
LONGEST_COMMAND = 400

UNNAMED = "unnamed"


def settings() -> "Settings":
    from factcheck.settings import load

    return load(group.root_options().db)


def database(found: "Settings") -> str:
    """The URL of the database. Raises DatabaseMissing where none is named or found."""
    if found.database is None:
        message = "There is no database here or in a folder above."
        raise DatabaseMissing(message, hint="Run factcheck init, or name one with --db.")
    return found.database


def engine(*, writing: bool) -> "Engine":
    from factcheck.db.engine import make_engine

    return make_engine(database(settings()), writing=writing)


@contextmanager
def reading() -> Iterator["Session"]:
    """A session that cannot write."""
    from factcheck.db import session

    with session.reading(engine(writing=False)) as opened:
        yield opened


@contextmanager
def writing(
    by: str | None = None, *, why: str | None = None, kind: str = "command"
) -> Iterator["Session"]:
    """A session whose changes are one step, under the name of whoever works here."""
    from factcheck.db import session
    from factcheck.db.engine import make_engine

    found = settings()
    opened = make_engine(database(found), writing=True)
    who = name_of(found, by)
    with session.writing(opened, who=who, command=command_line(), why=why, kind=kind) as writer:
        yield writer


def writer(by: str | None = None) -> "Callable[[], AbstractContextManager[Session]]":
    """Opens a session for each part of a run; the name is asked for once."""
    from factcheck.db import session
    from factcheck.db.engine import make_engine

    found = settings()
    opened = make_engine(database(found), writing=True)
    who, typed = name_of(found, by), command_line()
    return lambda: session.writing(opened, who=who, command=typed)


def name_of(found: "Settings", by: str | None) -> str:
    """Who works here; a person without any name is told how to give one."""
    name = found.user(by)
    if name is None:
        output.warn(f'no name is set, so this is recorded as "{UNNAMED}"; set FACTCHECK_USER.')
    return name or UNNAMED


def command_line() -> str:
    """The command as it was typed, for the history."""
    typed = shlex.join(group.typed())
    return typed if len(typed) <= LONGEST_COMMAND else f"{typed[: LONGEST_COMMAND - 3]}..."


def article_word(article: str | None) -> str | None:
    """The article named on the command line, else in the environment or factcheck.toml."""
    return article or settings().article
