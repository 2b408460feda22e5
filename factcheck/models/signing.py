"""What people put their names to beside a verdict: ratings, second looks, dates, exceptions."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped

from factcheck.models.base import Record, column


class Rating(Record):
    """What the house publishes of a verdict (schema.org Rating), with the scale as it was then."""

    __tablename__ = "rating"
    __table_args__ = (
        Index(None, "verdict_id"),
        {"sqlite_autoincrement": True},
    )

    verdict_id: Mapped[int] = column(ForeignKey("verdict.id", deferrable=True))
    scale: Mapped[str] = column()
    label: Mapped[str] = column()
    #: None where the scale has labels alone, or for a label without a number.
    number: Mapped[int | None] = column()
    best: Mapped[int | None] = column()
    worst: Mapped[int | None] = column()


class SignOff(Record):
    """A second person has looked at a verdict; it holds while the verdict does."""

    __tablename__ = "sign_off"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(None, "verdict_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    verdict_id: Mapped[int] = column(ForeignKey("verdict.id", deferrable=True))
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    at: Mapped[datetime] = column()


class Recheck(Record):
    """When a claim must be looked at again; the newest one of a claim is in force."""

    __tablename__ = "recheck"
    __table_args__ = (
        Index(None, "claim_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    #: A day, ISO 8601; None takes the date before away.
    on: Mapped[str | None] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    at: Mapped[datetime] = column()


class Lift(Record):
    """Somebody lets a finding stand, with a reason; it comes back when what it says changes."""

    __tablename__ = "lift"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(None, "article_id"),
        {"sqlite_autoincrement": True},
    )

    code: Mapped[str] = column()
    #: What the finding is about: a claim, or a place in an article.
    claim_id: Mapped[int | None] = column(ForeignKey("claim.id", deferrable=True))
    article_id: Mapped[int | None] = column(ForeignKey("article.id", deferrable=True))
    #: SHA-256 of what the finding was made of.
    basis: Mapped[str] = column()
    because: Mapped[str] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    at: Mapped[datetime] = column()
