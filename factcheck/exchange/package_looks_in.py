"""What sources said, taken in from a hand-over: each line checked, what is here already skipped."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, BinaryIO

from sqlalchemy import Connection, select

from factcheck.db import holdings, presence
from factcheck.db.derived import chunks
from factcheck.errors import BadInput
from factcheck.exchange.merge import Refusal
from factcheck.exchange.package_lines import Row, read_line
from factcheck.exchange.package_looks import POINTING, TABLES, Shape, quote_sha256
from factcheck.exchange.package_zip import Package
from factcheck.models import RECORDS
from factcheck.models.base import Moment

#: Lines written at a time.
BATCH = 500
LONGEST_LINE = 50_000_000

Numbers = Mapping[str, Mapping[str, int]]


class Taker:
    """Writes the lines of one hand-over; its records are here already."""

    def __init__(self, connection: Connection, package: Package, *, keep_going: bool) -> None:
        self.connection = connection
        self.package = package
        self.keep_going = keep_going
        #: How many rows were new, by kind.
        self.added = dict.fromkeys((*TABLES, "presence"), 0)
        self.refused: list[Refusal] = []

    def take(self, file: BinaryIO) -> None:
        """Raises BadInput for the first line that cannot be taken, unless it is to keep going."""
        batch: list[Row] = []
        for row in self._rows(file):
            if batch and (row.kind != batch[0].kind or len(batch) == BATCH):
                self._write(batch)
                batch = []
            batch.append(row)
        self._write(batch)

    def _rows(self, file: BinaryIO) -> Iterator[Row]:
        for number, data in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), 1):
            try:
                if not data.isspace():
                    yield read_line(number, data)
            except BadInput as error:
                self._refuse(number, error)

    def _refuse(self, line: int, error: BadInput) -> None:
        error.line = line
        if not self.keep_going:
            raise error
        self.refused.append(Refusal(line, error.message))

    def _write(self, batch: list[Row]) -> None:
        if not batch:
            return
        kind, numbers, pieces = batch[0].kind, self._numbers(batch), self._pieces(batch)
        if kind == "presence":
            self._set_presence(batch, numbers, pieces)
            return
        known = self._known(kind, (row.record["uid"] for row in batch))
        rows: dict[str, Shape] = {}
        for row in batch:
            if row.record["uid"] in known:
                continue
            try:
                rows[row.record["uid"]] = _values(row, numbers, pieces)
                self._keep_bytes(row)
            except BadInput as error:
                rows.pop(row.record["uid"], None)
                self._refuse(row.line, error)
        if rows:
            holdings.add_all(self.connection, TABLES[kind], list(rows.values()))
        self.added[kind] += len(rows)

    def _keep_bytes(self, row: Row) -> None:
        for name in ("sha256", "text_sha256"):
            sha256 = row.record.get(name)
            if sha256 is not None:
                keep(self.connection, self.package, sha256)

    # What the lines point to

    def _numbers(self, batch: list[Row]) -> Numbers:
        """Our numbers of what a batch points to, by what it is and its uid."""
        found: dict[str, dict[str, int]] = {}
        for kind in ("source", "evidence", "snapshot"):
            uids = {row.record.get(kind) for row in batch}
            if batch[0].kind == "presence" and kind == "snapshot":
                uids = {uid for row in batch for uid in _snapshots(row.record["presence"])}
            found[kind] = self._known(kind, (uid for uid in uids if uid))
        return found

    def _known(self, kind: str, uids: Iterable[str]) -> dict[str, int]:
        columns = (TABLES[kind] if kind in TABLES else RECORDS[kind].__table__).c
        found: dict[str, int] = {}
        for chunk in chunks(sorted(set(uids))):
            rows = select(columns.uid, columns.id).where(columns.uid.in_(chunk))
            found |= {row.uid: row.id for row in self.connection.execute(rows)}
        return found

    def _pieces(self, batch: list[Row]) -> dict[str, Any]:
        """Our evidence that a batch is about, by its uid."""
        table, found = holdings.evidence, {}
        columns = (table.c.id, table.c.uid, table.c.quote, table.c.source_id, table.c.presence)
        for chunk in chunks(sorted({uid for row in batch if (uid := row.record.get("evidence"))})):
            rows = self.connection.execute(select(*columns).where(table.c.uid.in_(chunk)))
            found.update({row.uid: row for row in rows})
        return found

    # Whether quotations are still in their sources

    def _set_presence(self, batch: list[Row], numbers: Numbers, pieces: Mapping[str, Any]) -> None:
        before, found = {}, {}
        for row in batch:
            ours = pieces.get(row.record["evidence"])
            if ours is not None and _is_newer(ours, row.record, numbers["source"]):
                before[ours.id] = ours.presence
                found[ours.id] = _presence(ours, row.record["presence"], numbers["snapshot"])
        holdings.set_presence(self.connection, before, found)
        self.added["presence"] += len(found)


def keep(connection: Connection, package: Package, sha256: str) -> bool:
    """Keep the bytes of a file of the package; whether they are new. Raises BadInput."""
    blobs = holdings.blobs.c.sha256
    if connection.scalar(select(blobs).where(blobs == sha256)) is not None:
        return False
    name = package.by_sha256.get(sha256)
    if name is None:
        msg = f"The package lacks the bytes {sha256[:12]}."
        raise BadInput(msg, hint="Have it sent again, as one file.")
    holdings.keep_bytes(connection, package.read(name))
    return True


def _values(row: Row, numbers: Numbers, pieces: Mapping[str, Any]) -> Shape:
    """The row as our table takes it. Raises BadInput where what it is about is not here."""
    values, table = dict(row.record), TABLES[row.kind]
    quoted = values.pop("quote_sha256", None)
    ours = pieces.get(values.get("evidence") or "")
    if quoted is not None and ours is not None and quote_sha256(ours.quote) == quoted:
        # The number of the source is part of what was looked for.
        values["basis"] = presence.of(ours)
    for name, (kind, told) in POINTING.items():
        if name in table.c:
            values[name] = _number(table.c[name], numbers[kind], kind, values.pop(told))
    for column in table.c:
        if isinstance(column.type, Moment):
            values[column.key] = datetime.fromisoformat(values[column.key])
    return values


def _is_newer(ours: Any, record: Shape, sources: Mapping[str, int]) -> bool:
    """Whether the same quotation of the same source was looked for later than here."""
    same = sources.get(record["source"]) == ours.source_id
    if not same or quote_sha256(ours.quote) != record["quote_sha256"]:
        return False
    now = presence.newest(ours)
    return now is None or now["at"] < record["presence"]["at"]


def _number(column: Any, known: Mapping[str, int], kind: str, uid: str | None) -> int | None:
    found = known.get(uid or "")
    if found is None and not column.nullable:
        msg = f"The {kind} {uid} that it is about is not here."
        raise BadInput(msg, hint="It was left out, or the package is not whole.")
    return found


def _snapshots(shape: Shape) -> list[str]:
    read = shape["read"] or {"snapshot": None}
    return [uid for uid in (shape["snapshot"], read["snapshot"]) if uid]


def _presence(ours: Any, shape: Shape, snapshots: Mapping[str, int]) -> Shape:
    def here(look: Shape) -> Shape:
        return {**look, "snapshot": snapshots.get(look["snapshot"] or "")}

    return {
        **here(shape), "basis": presence.of(ours), "read": shape["read"] and here(shape["read"]),
    }  # fmt: skip
