"""What is known of places in a text before anybody made a claim of them."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, relationship

from factcheck.models.article import Revision
from factcheck.models.base import Changing, Json, Record, column
from factcheck.models.claim import Claim
from factcheck.models.person import Person
from factcheck.words import SpanState


class Stretch(Record):
    """A part of a revision that is not plain body: its headline, a caption, a table."""

    __tablename__ = "stretch"
    __table_args__ = (
        Index(None, "revision_id"),
        {"sqlite_autoincrement": True},
    )

    revision_id: Mapped[int] = column(ForeignKey("revision.id", deferrable=True))
    #: In code points of the revision's text.
    start: Mapped[int] = column()
    end: Mapped[int] = column()
    #: Its headline, a caption ...
    zone: Mapped[str] = column()


class Placed(Changing):
    """Stands on words of the newest revision, and is carried on to the next one."""

    __abstract__ = True

    revision_id: Mapped[int] = column(ForeignKey("revision.id", deferrable=True))
    #: In code points of the revision's text.
    start: Mapped[int] = column()
    end: Mapped[int] = column()
    exact: Mapped[str] = column()
    prefix: Mapped[str] = column(default="")
    suffix: Mapped[str] = column(default="")
    state: Mapped[str] = column(default=SpanState.EXACT.value)


class Annotation(Placed):
    """A note, a link or a mark on words of an annotated copy (W3C Web Annotation)."""

    __tablename__ = "annotation"
    __table_args__ = (
        Index(None, "revision_id"),
        Index(None, "claim_id"),
        {"sqlite_autoincrement": True},
    )

    #: A comment, a footnote, a link ...
    kind: Mapped[str] = column()
    #: What the note says; empty for a bare link or mark.
    text: Mapped[str] = column(default="")
    author: Mapped[str | None] = column()
    #: When it was written (ISO 8601).
    on: Mapped[str | None] = column()
    #: The addresses in it.
    urls: Mapped[list[str]] = column(Json, default=list)
    #: Of a highlighted run.
    colour: Mapped[str | None] = column()
    #: The claim that was made of it.
    claim_id: Mapped[int | None] = column(ForeignKey("claim.id", deferrable=True))

    claim: Mapped[Claim | None] = relationship()
    revision: Mapped[Revision] = relationship()


class Skip(Placed):
    """Words with nothing to check, as somebody decided."""

    __tablename__ = "skip"
    __table_args__ = (
        Index(None, "revision_id"),
        {"sqlite_autoincrement": True},
    )

    #: Why nothing is to be checked in it.
    because: Mapped[str | None] = column()
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))

    person: Mapped[Person] = relationship()
    revision: Mapped[Revision] = relationship()
