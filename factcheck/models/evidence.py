"""Evidence: what one source gives for one claim."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, relationship

from factcheck.models.base import Changing, Json, Record, column, derived
from factcheck.models.claim import Claim
from factcheck.models.person import Person
from factcheck.models.source import Source


class Evidence(Changing):
    __tablename__ = "evidence"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(None, "source_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    source_id: Mapped[int] = column(ForeignKey("source.id", deferrable=True))
    #: supports, refutes, context, or not yet said.
    stance: Mapped[str | None] = column()
    #: Verbatim.
    quote: Mapped[str | None] = column()
    #: In the checker's words.
    says: Mapped[str | None] = column()
    #: Page, paragraph, timecode, cell.
    locator: Mapped[str | None] = column()
    #: How the checker met the source, and when (ISO 8601, a day or a time).
    how: Mapped[str | None] = column()
    on: Mapped[str | None] = column()
    #: For this use; the same document may be primary here and secondary there.
    tier: Mapped[str | None] = column()
    note: Mapped[str | None] = column()
    #: Cited until a checker has looked at it.
    seen_by_id: Mapped[int | None] = column(ForeignKey("person.id", deferrable=True))
    seen_at: Mapped[datetime | None] = column()
    retracted_at: Mapped[datetime | None] = column()
    retracted_by_id: Mapped[int | None] = column(ForeignKey("person.id", deferrable=True))
    retracted_because: Mapped[str | None] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))

    #: How its figures or words compare with the claim's, and what that was made of:
    #: {"basis": SHA-256, "result", "explanation"}.
    comparison: Mapped[Any | None] = derived(Json)
    #: Whether its quotation is still in the source: {"basis": SHA-256 of the quotation, "state",
    #: "at", "snapshot", "read": the newest that could be read}.
    presence: Mapped[Any | None] = derived(Json)
    search: Mapped[str] = derived(default="")

    claim: Mapped[Claim] = relationship()
    source: Mapped[Source] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    seen_by: Mapped[Person | None] = relationship(foreign_keys=[seen_by_id])


class OutsideRating(Record):
    """What another house rated the claim, as it is written there (schema.org Rating)."""

    __tablename__ = "outside_rating"
    __table_args__ = (
        Index(None, "evidence_id"),
        {"sqlite_autoincrement": True},
    )

    evidence_id: Mapped[int] = column(ForeignKey("evidence.id", deferrable=True))
    label: Mapped[str] = column()
    #: Decimals as they are written; on many scales more is truer, on some it is not.
    number: Mapped[str | None] = column()
    best: Mapped[str | None] = column()
    worst: Mapped[str | None] = column()
