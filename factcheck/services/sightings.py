"""Where the quotations of a source stand in what was fetched, or what became of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from factcheck.db import holdings
from factcheck.db.presence import of
from factcheck.errors import DatabaseForeign, NotFound
from factcheck.looks import Look, PageMark, Presence
from factcheck.models import Evidence
from factcheck.models.base import iso, table_of
from factcheck.services.looking import Seen
from factcheck.services.shapes import Shape
from factcheck.text import presence
from factcheck.text.presence import Mark

pieces = table_of(Evidence)

#: An answer that may hold back what is not found in it.
_UNSURE = frozenset({Look.PAYWALL, Look.UNREADABLE})


@dataclass(frozen=True, slots=True)
class Reading:
    """A snapshot (its row, or what becomes one) as it is read at a time."""

    row: Any
    at: datetime
    #: Why words that are not in it may be on the page all the same.
    unsure: str | None = None
    #: Its text, where that is at hand.
    page: presence.Page | None = None
    #: Nobody has looked in it yet; nobody has looked at this source before.
    new: bool = False
    first: bool = False


def sight(
    connection: Connection, quoted: Sequence[Any], seen: Seen, reading: Reading | None
) -> dict[int, Presence]:
    """Look for these quotations; the state of each, by its evidence.

    `reading` is what was read, None where nothing could be.
    """
    if not quoted:
        return {}
    if reading is None:
        found = {row.id: _could_not(row, seen.at, seen.message) for row in quoted}
    else:
        found = _looked(connection, quoted, reading)
    holdings.set_presence(connection, {row.id: row.presence for row in quoted}, found)
    return {number: Presence(shape["state"]) for number, shape in found.items()}


def reading(row: Any, seen: Seen, page: presence.Page | None, *, first: bool) -> Reading:
    """A snapshot as a visit read it; `page` where it is new."""
    unsure = _unsure(seen) or _held_back(row)
    return Reading(row, seen.at, unsure, page, new=page is not None, first=first)


def pieces_of(connection: Connection, sources: Iterable[int]) -> dict[int, list[Any]]:
    """The evidence that was not retracted, by its source."""
    columns = (pieces.c.id, pieces.c.quote, pieces.c.presence, pieces.c.source_id)
    wanted = pieces.c.source_id.in_(sorted(sources)), pieces.c.retracted_at.is_(None)
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(*columns).where(*wanted).order_by(pieces.c.id)):
        found[row.source_id].append(row)
    return found


def look_again(connection: Connection) -> None:
    """Look in the newest snapshot for quotations that were written after it was made."""
    columns = (pieces.c.id, pieces.c.quote, pieces.c.presence, pieces.c.source_id)
    kept = select(holdings.snapshots.c.id).where(
        holdings.snapshots.c.source_id == pieces.c.source_id
    )
    wanted = select(*columns).where(
        pieces.c.quote.is_not(None), pieces.c.retracted_at.is_(None), kept.exists()
    )
    missed = [row for row in connection.execute(wanted) if not _is_looked_for(row)]
    newest = holdings.newest_snapshots(connection, {row.source_id for row in missed})
    found: dict[int, Shape] = {}
    for row in missed:
        if row.source_id in newest:
            kept_row = newest[row.source_id]
            found |= _looked(
                connection, [row], Reading(kept_row, kept_row.at, _held_back(kept_row))
            )
    holdings.set_presence(connection, {row.id: row.presence for row in missed}, found)


def _held_back(row: Any) -> str | None:
    """Why words that are not in this snapshot may be on the page all the same."""
    if row.page.get("variant"):
        return "the page came in another language than at first"
    if row.page["paywalled"] or row.page["trouble"] or row.partial:
        return "the copy may not hold all of the page"
    return None


def _unsure(seen: Seen) -> str | None:
    if seen.partial:
        return "only the beginning of the page was read"
    return seen.message if seen.state in _UNSURE else None


def _is_looked_for(row: Any) -> bool:
    mine = row.presence is not None and row.presence["basis"] == of(row)
    return mine and row.presence["read"] is not None


def _could_not(row: Any, at: datetime, why: str | None) -> Shape:
    state = Presence.COULD_NOT_LOOK if row.quote else Presence.NO_QUOTE
    return _shape(row, at, None) | {"state": state.value, "why": why, "read": _kept(row)}


def _kept(row: Any) -> Shape | None:
    """What was read last, if it was these words that were looked for."""
    mine = row.presence is not None and row.presence["basis"] == of(row)
    return row.presence["read"] if mine else None


def _shape(row: Any, at: datetime, snapshot: int | None) -> Shape:
    return {"basis": of(row), "at": iso(at), "snapshot": snapshot}


def _looked(connection: Connection, quoted: Sequence[Any], reading: Reading) -> dict[int, Shape]:
    known = {} if reading.new else _known(connection, reading.row.id)
    wanted = [row for row in quoted if row.quote and (row.id, of(row)) not in known]
    if wanted:
        try:
            page = reading.page or page_of(connection, reading.row)
        except (DatabaseForeign, NotFound) as error:
            return {row.id: _could_not(row, reading.at, error.message) for row in quoted}
        made = [
            _values(row, reading, page, near) for row, near in _placed(connection, wanted, reading)
        ]
        holdings.add_all(connection, holdings.sightings, made)
        known |= {(values["evidence_id"], values["basis"]): _read(values) for values in made}
    return {row.id: _today(row, known.get((row.id, of(row))), reading) for row in quoted}


def _placed(
    connection: Connection, wanted: Sequence[Any], reading: Reading
) -> Iterator[tuple[Any, presence.Seen | None]]:
    """Each quotation with the place where it was seen last."""
    last = {} if reading.first else holdings.last_sightings(connection, [row.id for row in wanted])
    return ((row, _near(last.get(row.id))) for row in wanted)


def _known(connection: Connection, snapshot: int) -> dict[tuple[int, str], Shape]:
    """What was found in this snapshot before."""
    table = holdings.sightings
    rows = connection.execute(select(table).where(table.c.snapshot_id == snapshot)).mappings()
    return {(row["evidence_id"], row["basis"]): _read(row) for row in rows}


def page_of(connection: Connection, row: Any) -> presence.Page:
    """The text of a snapshot with its marks, to look for quotations in."""
    marks = [Mark(start, end, PageMark(kind)) for start, end, kind in row.page["marks"]]
    return presence.Page(holdings.load_text(connection, row.text_sha256), marks)


def _near(row: Any | None) -> presence.Seen | None:
    if row is None:
        return None
    return presence.Seen(row.prefix or "", row.suffix or "", row.start)


def _values(
    row: Any, reading: Reading, page: presence.Page, near: presence.Seen | None
) -> dict[str, Any]:
    """The row of a sighting."""
    sighting = presence.look(row.quote, page, near=near)
    around = None
    if sighting.start is not None and sighting.end is not None:
        around = presence.around(page, sighting.start, sighting.end)
    return {
        "evidence_id": row.id, "snapshot_id": reading.row.id, "at": reading.at,
        "state": sighting.state.value,
        "basis": of(row), "start": sighting.start, "end": sighting.end,
        "found": sighting.found, "hidden": sighting.hidden, "why": sighting.why or None,
        "changes": [[each.what.value, each.before, each.after] for each in sighting.changes],
        "prefix": around.prefix if around else None, "suffix": around.suffix if around else None,
    }  # fmt: skip


def _read(values: Any) -> Shape:
    """A sighting as it is kept with its evidence."""
    return {
        "state": values["state"], "at": iso(values["at"]), "snapshot": values["snapshot_id"],
        "found": values["found"], "changes": values["changes"], "why": values["why"],
        "hidden": values["hidden"],
    }  # fmt: skip


def _today(row: Any, read: Shape | None, reading: Reading) -> Shape:
    """`evidence.presence` after this look; what a page may hold back is not called absent."""
    shape = _shape(row, reading.at, reading.row.id)
    if read is None:
        return shape | {"state": Presence.NO_QUOTE.value, "why": None, "read": None}
    if read["state"] == Presence.ABSENT and reading.unsure:
        state = Presence.COULD_NOT_LOOK.value
        return shape | {"state": state, "why": reading.unsure, "read": _kept(row)}
    today = {**read, "at": iso(reading.at)}
    return shape | {"state": read["state"], "why": read["why"], "read": today}
