"""Questions to the author, and whatever else is worth keeping."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, relationship

from factcheck.models.base import Changing, Record, column, derived
from factcheck.models.claim import Claim
from factcheck.models.person import Person
from factcheck.words import NoteKind


class Query(Changing):
    """A question to the author; open until it is answered."""

    __tablename__ = "query"
    __table_args__ = (
        Index(None, "claim_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    question: Mapped[str] = column()
    #: Whom it was put to, if not the author.
    put_to: Mapped[str | None] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    asked_at: Mapped[datetime] = column()
    answer: Mapped[str | None] = column()
    answered_by: Mapped[str | None] = column()
    answered_at: Mapped[datetime | None] = column()

    search: Mapped[str] = derived(default="")

    claim: Mapped[Claim] = relationship()
    person: Mapped[Person] = relationship()


class Note(Record):
    """Append-only; about one claim, source or article."""

    __tablename__ = "note"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(None, "source_id"),
        Index(None, "article_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int | None] = column(ForeignKey("claim.id", deferrable=True))
    source_id: Mapped[int | None] = column(ForeignKey("source.id", deferrable=True))
    article_id: Mapped[int | None] = column(ForeignKey("article.id", deferrable=True))
    text: Mapped[str] = column()
    kind: Mapped[str] = column(default=NoteKind.NOTE.value)
    #: When the call was made, the mail sent (ISO 8601).
    on: Mapped[str | None] = column()
    #: The day to come back to it; a later note on the same record settles it.
    next: Mapped[str | None] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    at: Mapped[datetime] = column()

    search: Mapped[str] = derived(default="")

    person: Mapped[Person] = relationship()
