"""Findings that somebody lets stand: lifted at the gate or set aside in an audit, it is the same.

A lift holds for what the finding was made of. The gate and the audit make theirs of other
things, so that one decision writes a row for each.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.codes import CODES
from factcheck.db.holdings import findings
from factcheck.errors import BadInput
from factcheck.models import Lift, Person
from factcheck.models.base import iso, now
from factcheck.services import people
from factcheck.text.plain import check_text

Shape = dict[str, Any]


def every(session: Session) -> dict[str, Shape]:
    """Who lets what stand and why, by what the finding was made of; the newest of several."""
    listed = select(Lift, Person.name).join(Person, Person.id == Lift.person_id).order_by(Lift.id)
    return {
        row.basis: {"by": name, "because": row.because, "at": iso(row.at)}
        for row, name in session.execute(listed)
    }


def about(session: Session, claims: Iterable[int], article: int | None = None) -> list[Shape]:
    """What was let stand about these claims, and about an article itself; each decision once."""
    wanted = set(claims)
    listed = select(Lift, Person.name).join(Person, Person.id == Lift.person_id).order_by(Lift.id)
    found: dict[Any, Shape] = {}
    for row, name in session.execute(listed):
        if row.claim_id in wanted or (row.claim_id is None and article == row.article_id):
            shape = {
                "code": row.code, "title": CODES[row.code].title, "claim": row.claim_id,
                "by": name, "because": row.because, "at": iso(row.at),
            }  # fmt: skip
            found.setdefault((row.code, row.claim_id, name, row.because), shape)
    return list(found.values())


def reason(because: str | None, what: str) -> str:
    """A reason that may be kept. Raises BadInput where there is none."""
    if not (because or "").strip():
        raise BadInput(f"{what} needs a reason.", hint="Add --because 'why it may stand'.")
    return check_text(because or "", "--because")


class About(NamedTuple):
    """The finding that may stand: its code, and what it is about."""

    code: str
    claim: int | None
    article: int | None


def add(session: Session, about: About, bases: Iterable[str], because: str) -> None:
    """Let a finding stand, whatever it is made of here and there."""
    for basis in dict.fromkeys(bases):
        session.add(
            Lift(
                code=about.code, claim_id=about.claim, article_id=about.article, basis=basis,
                because=because, person_id=people.me(session).id, at=now(),
            )
        )  # fmt: skip
    session.flush()


def of_audits(session: Session, code: str, claim: int | None) -> list[str]:
    """What an open finding of that code about that claim was made of in the newest audit."""
    if claim is None:
        return []
    wanted = findings.c.code == code, findings.c.claim_id == claim, findings.c.fixed_at.is_(None)
    return list(session.connection().scalars(select(findings.c.basis).where(*wanted)))
