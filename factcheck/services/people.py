"""Who is who: names, initials and logins that mean one person."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.session import known_person, me, the_person
from factcheck.errors import BadInput
from factcheck.models import Person
from factcheck.text.plain import check_text

__all__ = ["add", "every", "known_person", "me", "the_person"]


def add(session: Session, name: str, aliases: Iterable[str] = ()) -> Person:
    """A person with initials and logins; adding a known one adds the aliases that are new."""
    person = the_person(session, check_text(name, "name", limit=200))
    for typed in aliases:
        alias = check_text(typed, "alias", limit=200)
        other = known_person(session, alias)
        if other is not None and other is not person:
            msg = f"{alias!r} already means {other.name}."
            raise BadInput(msg, hint="One alias can mean one person only.")
        if other is None:
            person.aliases = [*person.aliases, alias]
            session.flush()
    return person


def every(session: Session) -> list[Person]:
    return list(session.scalars(select(Person).order_by(Person.id)))
