"""Sessions: one a command, committed when its block ends well, rolled back otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from factcheck.db import history
from factcheck.db.engine import translated
from factcheck.db.history import Pending
from factcheck.db.upgrade import require_current
from factcheck.errors import Conflict
from factcheck.models import Person


class Ledger(Session):
    """A session that keeps the history."""


history.watch(Ledger)


def place(engine: Engine) -> str:
    """How a message names the database."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.render_as_string(hide_password=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that cannot write."""
    with translated(), Session(engine, expire_on_commit=False, autoflush=False) as session:
        require_current(session.connection(), place(engine))
        yield session


@contextmanager
def writing(
    engine: Engine, *, who: str, command: str, why: str | None = None, kind: str = "command"
) -> Iterator[Session]:
    """A session whose changes are one step of the history, under one name.

    `who` is a name, initials or a login: the house knows the person by each of them. Raises
    Conflict if somebody else changed a record since it was read.
    """
    with translated(), Ledger(engine, expire_on_commit=False) as session:
        schema = require_current(session.connection(), place(engine))
        person = known_person(session, who)
        session.info["step"] = step = Pending(
            person_id=person.id if person else 0,
            who=person.name if person else who,
            command=command,
            schema=schema,
            kind=kind,
            why=why,
        )
        try:
            yield session
            if person is None and (step.before or session.new or session.dirty or session.deleted):
                step.person_id = the_person(session, who).id
            session.commit()
        except StaleDataError as error:
            msg = "Somebody else changed the same record meanwhile; nothing was written."
            raise Conflict(msg, hint="Look at it again and repeat the command.") from error


def known_person(session: Session, name: str) -> Person | None:
    """Whoever goes by this name, these initials or this login."""
    found = session.scalars(select(Person).where(Person.name == name)).first()
    if found:
        return found
    bare = name.casefold()
    for person in session.scalars(select(Person).order_by(Person.id)):
        if bare in {alias.casefold() for alias in (person.name, *person.aliases)}:
            return person
    return None


def the_person(session: Session, name: str) -> Person:
    """The person of this name, added when new."""
    found = known_person(session, name)
    if found is None:
        found = Person(name=name, aliases=[])
        session.add(found)
        session.flush()
    return found


def me(session: Session) -> Person:
    """The person under whose name this session writes."""
    step = history.pending(session)
    person = session.get(Person, step.person_id) if step.person_id else None
    if person is None:
        person = the_person(session, step.who)
        step.person_id = person.id
    return person


@contextmanager
def attempt(session: Session) -> Iterator[None]:
    """One item of several: what fails inside is undone alone, and the history forgets it."""
    whole = history.pending(session)
    session.flush()
    session.info["step"] = item = whole.child()
    try:
        with session.begin_nested():
            yield
            session.flush()
    except BaseException:
        session.info["step"] = whole
        history.forget_derived(session)
        raise
    session.info["step"] = whole
    whole.take(item)


def as_of_one_moment(session: Session) -> None:
    """On PostgreSQL each statement would see what others wrote meanwhile."""
    if session.get_bind().dialect.name == "postgresql" and "step" not in session.info:
        session.rollback()
        session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
