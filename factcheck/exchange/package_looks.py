"""What sources said, and where their quotations stood: the lines of it in a hand-over.

    {"kind":"snapshot","record":{"source":"0192...","sha256":"...",...}}

Snapshots, then the visits that brought them, then sightings of quotations, then what is known of
each quotation's presence. They point to records and to one another by uid.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from factcheck.db import holdings, presence
from factcheck.db.derived import chunks
from factcheck.db.history import plain
from factcheck.exchange.forms import encode
from factcheck.exchange.part import SOURCE, Chosen
from factcheck.models import RECORDS
from factcheck.services.veils import Veil

Shape = dict[str, Any]

TABLES = {
    "snapshot": holdings.snapshots, "visit": holdings.visits, "sighting": holdings.sightings,
}  # fmt: skip

#: Columns that hold the number of something, what that is, and what stands for it in a line.
POINTING = {
    "source_id": ("source", "source"),
    "evidence_id": ("evidence", "evidence"),
    "snapshot_id": ("snapshot", "snapshot"),
}

#: Of this copy alone.
OWN = ("id", "run_id")

#: What must stay as it is for the line to mean anything.
_EXACT = frozenset((
    "uid", "at", "how", "state", "sha256", "text_sha256", "media_type", "source", "snapshot",
    "evidence", "basis", "marks", "kind", "trouble", "quote_sha256", "since", "published",
    "modified",
))  # fmt: skip


class Looks:
    """The observations about some records, but about no source that is veiled."""

    def __init__(self, connection: Connection, part: Chosen, veil: Veil) -> None:
        self.connection = connection
        self.veil = veil
        self._sources = self._uids(SOURCE, part.get(SOURCE, set()) - veil.aliases.keys())
        self._evidence = self._uids("evidence", part.get("evidence", ()))
        #: Whose bytes are here; what is hurt is taken out before the lines are written.
        self.snapshots = self._rows("snapshot", "source_id", self._sources)

    def _uids(self, table: str, numbers: Iterable[int]) -> dict[int, str]:
        columns = RECORDS[table].__table__.c
        found: dict[int, str] = {}
        for chunk in chunks(sorted(numbers)):
            rows = select(columns.id, columns.uid).where(columns.id.in_(chunk))
            found |= {row.id: row.uid for row in self.connection.execute(rows)}
        return found

    def _rows(self, kind: str, name: str, numbers: Iterable[int]) -> dict[int, Any]:
        table = TABLES[kind]
        found: dict[int, Any] = {}
        for chunk in chunks(sorted(numbers)):
            rows = select(table).where(table.c[name].in_(chunk)).order_by(table.c.id)
            found |= {row.id: row for row in self.connection.execute(rows)}
        return {number: found[number] for number in sorted(found)}

    def lines(self) -> Iterator[bytes]:
        kept = {number: row.uid for number, row in self.snapshots.items()}
        uids = {"source": self._sources, "evidence": self._evidence, "snapshot": kept}
        for row in self.snapshots.values():
            yield self._line("snapshot", _shape(row, uids))
        for row in self._rows("visit", "source_id", self._sources).values():
            yield self._line("visit", _shape(row, uids))
        quoted = self._quoted()
        for row in self._rows("sighting", "snapshot_id", kept).values():
            if row.evidence_id in quoted:
                now = quoted[row.evidence_id]
                told = quote_sha256(now.quote) if presence.of(now) == row.basis else None
                yield self._line("sighting", _shape(row, uids) | {"quote_sha256": told})
        for row in quoted.values():
            yield from self._presence(row, kept)

    def _quoted(self) -> dict[int, Any]:
        """The evidence whose quotation leaves as it was looked for, by its number."""
        table, found = holdings.evidence, {}
        for chunk in chunks(sorted(self._evidence)):
            listed = select(table).where(table.c.id.in_(chunk)).order_by(table.c.id)
            for row in self.connection.execute(listed):
                if row.source_id in self._sources and not self.veil.names_one(row.quote or ""):
                    found[row.id] = row
        return found

    def _presence(self, row: Any, kept: Mapping[int, str]) -> Iterator[bytes]:
        """The newest look for a quotation."""
        found = presence.newest(row)
        if found is None:
            return
        read = found["read"] and _pointed(found["read"], kept)
        told = {name: value for name, value in found.items() if name != "basis"}
        record = {
            "evidence": row.uid,
            "source": self._sources[row.source_id],
            "quote_sha256": quote_sha256(row.quote),
            "presence": {**_pointed(told, kept), "read": read},
        }
        yield self._line("presence", record)

    def _line(self, kind: str, shape: Shape) -> bytes:
        record = self.veil.over(shape, keep=_EXACT)
        return f'{{"kind":"{kind}","record":{encode(record)}}}\n'.encode()


def _shape(row: Any, uids: Mapping[str, Mapping[int, str]]) -> Shape:
    """A row with uids in the place of numbers."""
    found = {}
    for name, value in row._mapping.items():  # noqa: SLF001 - SQLAlchemy's public name
        if name in POINTING:
            table, told = POINTING[name]
            found[told] = uids[table].get(value)
        elif name not in OWN:
            found[name] = plain(value)
    return found


def _pointed(shape: Shape, kept: Mapping[int, str]) -> Shape:
    number = shape["snapshot"]
    return {**shape, "snapshot": kept.get(number) if number else None}


def quote_sha256(quote: str | None) -> str:
    """Of the quotation alone: where its source has another number it is looked for all the same."""
    return hashlib.sha256((quote or "").encode("utf-8", "surrogatepass")).hexdigest()
