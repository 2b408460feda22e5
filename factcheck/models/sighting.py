"""What was seen when somebody looked: runs, visits, snapshots, sightings, findings.

Observations are about the records and no part of them: they stay when a record is undone, so
that they point to it by number alone; they are in no image of the history and are not undone.
Written by `factcheck.db.holdings` alone, never changed but for a finding's life.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, Json, uuid7


class Blob(Base):
    """Bytes, compressed with zlib, kept once per SHA-256 of what they unpack to."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    #: Unpacked.
    size: Mapped[int] = mapped_column(Integer)
    packed: Mapped[bytes] = mapped_column(LargeBinary)


class Observation(Base):
    __abstract__ = True

    id: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-3)
    uid: Mapped[str] = mapped_column(unique=True, default=uuid7, sort_order=-2)


class Run(Observation):
    """One audit, or one capture of several sources; `--resume` goes on with it."""

    __tablename__ = "run"
    __table_args__ = ({"sqlite_autoincrement": True},)

    #: audit or capture.
    kind: Mapped[str] = mapped_column()
    #: What it was asked to look at: {"claims", "sources", "articles"}, null for all.
    scope: Mapped[Any] = mapped_column(Json)
    step_id: Mapped[int | None] = mapped_column()
    started_at: Mapped[datetime] = mapped_column()
    #: None until its last item.
    finished_at: Mapped[datetime | None] = mapped_column()
    summary: Mapped[Any | None] = mapped_column(Json)


class Visit(Observation):
    """One look at a source's address, whatever came of it."""

    __tablename__ = "visit"
    __table_args__ = (
        Index(None, "source_id"),
        Index(None, "run_id"),
        {"sqlite_autoincrement": True},
    )

    run_id: Mapped[int | None] = mapped_column()
    source_id: Mapped[int] = mapped_column()
    at: Mapped[datetime] = mapped_column()
    #: As asked for, without user and password.
    url: Mapped[str] = mapped_column()
    final_url: Mapped[str | None] = mapped_column()
    #: What it amounts to: a word of `Look`.
    state: Mapped[str] = mapped_column()
    #: The HTTP status, where there was an answer.
    status: Mapped[int | None] = mapped_column()
    #: [status, address] of each redirect.
    hops: Mapped[Any] = mapped_column(Json)
    #: A sentence for people.
    message: Mapped[str | None] = mapped_column()
    #: What was read: a new snapshot, or the one that is still right.
    snapshot_id: Mapped[int | None] = mapped_column()
    #: Where a moved page has gone, and what else was noticed.
    detail: Mapped[Any | None] = mapped_column(Json)


class Snapshot(Observation):
    """What a source said when it was fetched (Memento, RFC 7089); immutable."""

    __tablename__ = "snapshot"
    __table_args__ = (
        Index(None, "source_id"),
        Index(None, "sha256"),
        {"sqlite_autoincrement": True},
    )

    source_id: Mapped[int] = mapped_column()
    at: Mapped[datetime] = mapped_column()
    #: fetched (asked for), visited (by an audit), file (given by hand), archive (a public copy).
    how: Mapped[str] = mapped_column()
    url: Mapped[str | None] = mapped_column()
    final_url: Mapped[str | None] = mapped_column()
    #: Of a file: its name.
    name: Mapped[str | None] = mapped_column()
    status: Mapped[int | None] = mapped_column()
    media_type: Mapped[str | None] = mapped_column()
    #: [name, value] of each header, in their order.
    headers: Mapped[Any] = mapped_column(Json)
    hops: Mapped[Any] = mapped_column(Json)
    #: Of the body as received, unpacked; a `blob`.
    sha256: Mapped[str] = mapped_column()
    size: Mapped[int] = mapped_column(Integer)
    #: Whether the body is only the beginning.
    partial: Mapped[bool] = mapped_column(default=False)
    #: Of the text taken out of it; a `blob` too.
    text_sha256: Mapped[str | None] = mapped_column()
    #: The version of what took the text out.
    extractor: Mapped[int] = mapped_column(Integer)
    #: What the reader noticed: {"kind", "title", "language", "marks", "trouble", ...}.
    page: Mapped[Any] = mapped_column(Json)


class Sighting(Observation):
    """What became of a piece of evidence's quotation in one snapshot."""

    __tablename__ = "sighting"
    __table_args__ = (
        Index(None, "evidence_id"),
        Index(None, "snapshot_id"),
        {"sqlite_autoincrement": True},
    )

    evidence_id: Mapped[int] = mapped_column()
    snapshot_id: Mapped[int] = mapped_column()
    at: Mapped[datetime] = mapped_column()
    #: A word of `Presence`.
    state: Mapped[str] = mapped_column()
    #: SHA-256 of the quotation.
    basis: Mapped[str] = mapped_column()
    start: Mapped[int | None] = mapped_column()
    end: Mapped[int | None] = mapped_column()
    #: The words as they stand in the snapshot.
    found: Mapped[str | None] = mapped_column()
    #: [what, before, after] of each difference.
    changes: Mapped[Any] = mapped_column(Json)
    hidden: Mapped[bool] = mapped_column(default=False)
    why: Mapped[str | None] = mapped_column()
    #: The words around it, for the next look.
    prefix: Mapped[str | None] = mapped_column()
    suffix: Mapped[str | None] = mapped_column()


class Noticed(Observation):
    """A finding and its life: first and last seen, and since when it is gone."""

    __tablename__ = "finding"
    __table_args__ = (
        Index(None, "code", "record", "record_id"),
        {"sqlite_autoincrement": True},
    )

    code: Mapped[str] = mapped_column()
    severity: Mapped[str] = mapped_column()
    #: claim, evidence, source, verdict, article, snapshot ... and its number.
    record: Mapped[str] = mapped_column()
    record_id: Mapped[int] = mapped_column()
    #: Tells several findings of one code about one record apart.
    place: Mapped[str] = mapped_column(default="")
    claim_id: Mapped[int | None] = mapped_column()
    source_id: Mapped[int | None] = mapped_column()
    message: Mapped[str] = mapped_column()
    detail: Mapped[Any] = mapped_column(Json)
    #: SHA-256 of what it was made of; what is set aside holds for this alone.
    basis: Mapped[str] = mapped_column()
    first_run_id: Mapped[int] = mapped_column()
    last_run_id: Mapped[int] = mapped_column()
    first_at: Mapped[datetime] = mapped_column()
    last_at: Mapped[datetime] = mapped_column()
    fixed_at: Mapped[datetime | None] = mapped_column()
