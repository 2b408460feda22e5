"""Verdicts on the fact, and fixes to the words: kept apart on purpose."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, relationship

from factcheck.models.base import Changing, Json, Record, column, derived
from factcheck.models.claim import Claim
from factcheck.models.person import Person
from factcheck.words import FixState


class Verdict(Record):
    """A checker's conclusion as of a day; never changed, only superseded."""

    __tablename__ = "verdict"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(None, "person_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    conclusion: Mapped[str] = column()
    #: Why there is not enough evidence.
    why: Mapped[str | None] = column()
    #: The label that the house publishes, from its own scale.
    rating: Mapped[str | None] = column()
    reason: Mapped[str | None] = column()
    #: Why it was decided below what the house demands, or without evidence.
    exception: Mapped[str | None] = column()
    #: What it rests on, so that a later reader can be told what has changed:
    #: {"text", "words": {place: words}, "evidence": {uid: digest}}.
    grounds: Mapped[Any] = column(Json)
    #: SHA-256 of the grounds.
    basis: Mapped[str] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    at: Mapped[datetime] = column()

    search: Mapped[str] = derived(default="")

    claim: Mapped[Claim] = relationship()
    person: Mapped[Person] = relationship()


class Fix(Changing):
    """What should happen to the words; the newest one of a claim is in force."""

    __tablename__ = "fix"
    __table_args__ = (
        Index(None, "claim_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    action: Mapped[str] = column()
    wording: Mapped[str | None] = column()
    because: Mapped[str | None] = column()
    state: Mapped[str] = column(default=FixState.PROPOSED.value)
    agreed_with: Mapped[str | None] = column()
    agreed_at: Mapped[datetime | None] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    at: Mapped[datetime] = column()

    claim: Mapped[Claim] = relationship()
    person: Mapped[Person] = relationship()
