"""What had to be set right after a piece ran."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, relationship

from factcheck.models.base import Record, column
from factcheck.models.claim import Claim
from factcheck.models.person import Person
from factcheck.words import CorrectionKind, CorrectionSeverity


class Correction(Record):
    """One line of the public log (schema.org CorrectionComment); never changed, only undone."""

    __tablename__ = "correction"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(None, "article_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    #: The piece that ran with it.
    article_id: Mapped[int] = column(ForeignKey("article.id", deferrable=True))
    kind: Mapped[str] = column(default=CorrectionKind.CORRECTION.value)
    severity: Mapped[str] = column(default=CorrectionSeverity.MINOR.value)
    #: What was wrong, and how it came about: both for readers.
    what: Mapped[str] = column()
    why: Mapped[str] = column()
    #: The words that ran, and those that stand there now.
    before: Mapped[str | None] = column()
    after: Mapped[str | None] = column()
    reported_by: Mapped[str | None] = column()
    #: Where readers see it.
    url: Mapped[str | None] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    at: Mapped[datetime] = column()

    claim: Mapped[Claim] = relationship()
    person: Mapped[Person] = relationship()
