"""Which zone of a revision a place lies in."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.documents.document import Zoned
from factcheck.models import Revision, Stretch
from factcheck.words import Zone


class Zones:
    """The zones of one text; what lies in none is body."""

    def __init__(self, parts: Iterable[Zoned]) -> None:
        self.parts: Sequence[Zoned] = sorted(parts, key=lambda part: part.start)
        self._starts = [part.start for part in self.parts]

    def at(self, place: int) -> str:
        """The zone of the character at `place`."""
        before = bisect_right(self._starts, place) - 1
        inside = before >= 0 and place < self.parts[before].end
        return self.parts[before].zone.value if inside else Zone.BODY.value


def of_revision(session: Session, revision: Revision) -> Zones:
    listed = select(Stretch).where(Stretch.revision_id == revision.id)
    return Zones(Zoned(row.start, row.end, Zone(row.zone)) for row in session.scalars(listed))


def store(session: Session, revision: Revision, parts: Sequence[Zoned]) -> None:
    for part in parts:
        if part.start < part.end:
            session.add(
                Stretch(
                    revision_id=revision.id, start=part.start, end=part.end, zone=part.zone.value
                )
            )
    session.flush()
