"""The history (W3C PROV): steps, their events, and images of the records.

Written by `factcheck.db.history` alone, when a session flushes and commits.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, uuid7


class Step(Base):
    """One command; each hashes the one before, so that none can be slipped out."""

    __tablename__ = "step"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True, default=uuid7)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", deferrable=True))
    #: The name as it was, for the hash: a person may be renamed.
    who: Mapped[str]
    at: Mapped[datetime]
    #: command, run, undo; setup and look, which are not undone.
    kind: Mapped[str]
    #: As it was typed, without the program's name.
    command: Mapped[str]
    why: Mapped[str | None]
    #: The schema revision in force; no step is undone across an upgrade.
    schema: Mapped[str]
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("step.id", deferrable=True))
    #: A run is unfinished until its last item.
    finished: Mapped[bool] = mapped_column(default=True)
    before_sha256: Mapped[str | None]
    sha256: Mapped[str]


class Event(Base):
    """One change of one record."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_record", "record", "record_id"),
        {"sqlite_with_rowid": False},
    )

    step_id: Mapped[int] = mapped_column(
        ForeignKey("step.id", deferrable=True), primary_key=True, autoincrement=False
    )
    ordinal: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    #: The table, and the number in it.
    record: Mapped[str]
    record_id: Mapped[int]
    #: added, changed or removed.
    action: Mapped[str]
    before_sha256: Mapped[str | None]
    after_sha256: Mapped[str | None]


class Image(Base):
    """A record as canonical JSON, kept once per SHA-256."""

    __tablename__ = "image"
    __table_args__ = ({"sqlite_with_rowid": False},)

    sha256: Mapped[str] = mapped_column(primary_key=True)
    #: NULL once it is struck out; the chain hashes SHA-256s and still verifies.
    json: Mapped[str | None]
    struck_because: Mapped[str | None]
