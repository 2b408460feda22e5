"""Taking a hand-over in: every sum is checked first, then records, files and what sources said."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from factcheck.db import holdings
from factcheck.errors import Refused
from factcheck.exchange import merge, package_looks_in
from factcheck.exchange.merge import ImportResult, Progress, Refusal
from factcheck.exchange.package import LOOKS_FILE, RECORDS_FILE
from factcheck.exchange.package_looks_in import Taker
from factcheck.exchange.package_zip import Package, is_package, opened
from factcheck.models import Original
from factcheck.models.base import table_of

__all__ = ["Taken", "is_package", "take"]

originals = table_of(Original)


class Taken(NamedTuple):
    """What came in with a hand-over."""

    records: ImportResult
    snapshots: int
    #: Files that drafts came in.
    originals: int
    #: Lines of what sources said that were left out; lines of records are with the records.
    refused: list[Refusal]
    #: Files that somebody put beside the others, and with which nothing was done.
    extra: list[str]


def take(
    session: Session,
    source: Path | BinaryIO,
    *,
    theirs: bool = False,
    keep_going: bool = False,
    progress: Progress | None = None,
) -> Taken:
    """Take over all of a hand-over, as one step; what is here already stays.

    Raises BadInput, with the name of the file, where one is missing or not as it was packed;
    nothing is written before all of them were looked at.
    """
    with _package(source) as package:
        package.verify()
        if theirs and package.manifest.get("masked"):
            msg = "The package has aliases where names stood: --theirs would put them over ours."
            raise Refused(msg, hint="Import it without --theirs.")
        with package.open(RECORDS_FILE) as file:
            result = merge.import_(
                session, file, theirs=theirs, keep_going=keep_going, progress=progress
            )
        connection = session.connection()
        files = _keep_originals(connection, package)
        holdings.wait_for_others(connection)
        taker = Taker(connection, package, keep_going=keep_going)
        with package.open(LOOKS_FILE) as file:
            taker.take(file)
        session.expire_all()
        return Taken(result, taker.added["snapshot"], files, taker.refused, package.extra)


@contextmanager
def _package(source: Path | BinaryIO) -> Iterator[Package]:
    with opened(source) as file:
        package = Package(file)
        try:
            yield package
        finally:
            package.close()


def _keep_originals(connection: Connection, package: Package) -> int:
    """The bytes of drafts' files that are not here; how many there were."""
    blobs = holdings.blobs.c
    there = select(blobs.sha256).where(blobs.sha256 == originals.c.sha256).exists()
    wanted = select(originals.c.sha256).where(~there).distinct().order_by(originals.c.sha256)
    missing = [each for each in connection.scalars(wanted) if each in package.by_sha256]
    return sum(package_looks_in.keep(connection, package, sha256) for sha256 in missing)
