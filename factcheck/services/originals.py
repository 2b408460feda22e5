"""The files that drafts came in: comments go back into them, and a hand-over holds them."""

from pathlib import PurePosixPath, PureWindowsPath
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db import holdings
from factcheck.errors import DatabaseForeign, NotFound
from factcheck.models import Original, Revision
from factcheck.words import Format

#: Formats whose files say more than their text does.
KEPT = frozenset({Format.DOCX})


class File(NamedTuple):
    """A file on its way in."""

    name: str
    format: Format
    data: bytes


def keep(session: Session, revision: Revision, file: File | None) -> None:
    """Keep the file of a draft, where it is of a format that is worth it."""
    if file is None or file.format not in KEPT:
        return
    session.add(
        Original(
            revision_id=revision.id,
            name=PureWindowsPath(PurePosixPath(file.name).name).name or "draft",
            format=file.format.value,
            sha256=holdings.keep_bytes(session.connection(), file.data),
        )
    )
    session.flush()


def renew(session: Session, revision: Revision, file: File | None) -> None:
    """The same text came in again: the first file of its format stays."""
    listed = select(Original.id).where(Original.revision_id == revision.id)
    if session.scalar(listed) is None:
        keep(session, revision, file)


def of_draft(session: Session, sha256: str) -> bytes | None:
    """The newest file that a text of this SHA-256 came in, if it is here."""
    listed = select(Original).join(Revision).where(Revision.sha256 == sha256)
    row = session.scalars(listed.order_by(Original.id.desc()).limit(1)).first()
    if row is None:
        return None
    try:
        return holdings.load_bytes(session.connection(), row.sha256)
    except (NotFound, DatabaseForeign):
        # The record came in an export, which holds no files.
        return None
