"""What is kept of every look: bytes, runs, visits, snapshots, sightings, findings.

Observations are added and stay; they are written straight, beside the history. Bytes are kept
once per SHA-256, so that a page which did not change costs a row.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text, update

from factcheck.db import derived, history, presence
from factcheck.errors import DatabaseForeign, NotFound
from factcheck.looks import Capture
from factcheck.models import Blob, Evidence, Noticed, Run, Sighting, Snapshot, Visit
from factcheck.models.base import table_of, uuid7

blobs, runs, visits, snapshots, sightings, findings = map(
    table_of, (Blob, Run, Visit, Snapshot, Sighting, Noticed)
)
evidence = table_of(Evidence)

#: zlib: nearly all of what there is to gain, in half of the usual time.
LEVEL = 4


# Bytes


def keep_bytes(connection: Connection, data: bytes) -> str:
    """Store what is not there yet; its SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    there = connection.scalar(select(blobs.c.sha256).where(blobs.c.sha256 == sha256))
    if there is None:
        row = (sha256, len(data), zlib.compress(data, LEVEL))
        history.insert(connection, "blob", ("sha256", "size", "packed"), [row], skip_known=True)
    return sha256


def load_bytes(connection: Connection, sha256: str) -> bytes:
    """What was kept. Raises NotFound, and DatabaseForeign for what is not as it was kept."""
    packed = connection.scalar(select(blobs.c.packed).where(blobs.c.sha256 == sha256))
    if packed is None:
        raise NotFound(f"The bytes {sha256[:12]} are not kept here.", hint="factcheck db check")
    data = _unpacked(bytes(packed))
    if data is None or hashlib.sha256(data).hexdigest() != sha256:
        msg = f"The bytes {sha256[:12]} are not as they were kept."
        raise DatabaseForeign(msg, hint="Restore a backup; factcheck db check lists what is hurt.")
    return data


def load_text(connection: Connection, sha256: str | None) -> str:
    """A text that was kept; "" where there is none."""
    return load_bytes(connection, sha256).decode("utf-8", "replace") if sha256 else ""


def _unpacked(packed: bytes) -> bytes | None:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def damaged(connection: Connection) -> Iterator[str]:
    """Sentences about bytes that are not as they were kept, or not there."""
    for row in connection.execute(select(blobs).execution_options(stream_results=True)):
        data = _unpacked(bytes(row.packed))
        if data is None or hashlib.sha256(data).hexdigest() != row.sha256:
            yield f"the bytes {row.sha256[:12]} are not as they were kept"
    for name in ("sha256", "text_sha256"):
        column = snapshots.c[name]
        known = select(blobs.c.sha256).where(blobs.c.sha256 == column).exists()
        lost = select(snapshots.c.id, column).where(column.is_not(None), ~known)
        for number, sha256 in connection.execute(lost):
            yield f"snapshot {number} names the bytes {sha256[:12]}, which are not there"


# Rows

#: Of audits that write at the same time; any number that nothing else locks.
LOOK_LOCK = 7_209_315


def wait_for_others(connection: Connection) -> None:
    """Until the end of the transaction no other audit writes; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOOK_LOCK})"))


def add(connection: Connection, table: Any, values: Mapping[str, Any]) -> int:
    """A new row; its number."""
    done = connection.execute(table.insert(), {"uid": uuid7(), **values})
    (number,) = done.inserted_primary_key or (0,)
    return int(number)


def add_all(connection: Connection, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """New rows, whose numbers nobody asks for."""
    connection.execute(table.insert(), [{"uid": uuid7(), **values} for values in rows])


def newest_audit(connection: Connection) -> int:
    """The number of the newest audit; 0 before the first one."""
    last = select(runs.c.id).where(runs.c.kind == "audit").order_by(runs.c.id.desc())
    return connection.scalar(last.limit(1)) or 0


def newest_snapshots(connection: Connection, sources: Iterable[int]) -> dict[int, Any]:
    """The newest snapshot of each source that can be compared with its page, by source."""
    here = snapshots.c.how != Capture.ARCHIVE.value
    return _newest(connection, snapshots, sources, snapshots.c.text_sha256.is_not(None), here)


def newest_visits(connection: Connection, sources: Iterable[int]) -> dict[int, Any]:
    """The newest visit to each source, by source."""
    return _newest(connection, visits, sources)


def _newest(
    connection: Connection, table: Any, sources: Iterable[int], *conditions: Any
) -> dict[int, Any]:
    """By its day and not its number: a package may bring what was seen before all that is here."""
    latest = (table.c.at.desc(), table.c.id.desc())
    place = func.row_number().over(partition_by=table.c.source_id, order_by=latest)
    found: dict[int, Any] = {}
    for chunk in derived.chunks(sorted(set(sources))):
        some = select(table.c.id, place.label("place"))
        ranked = some.where(table.c.source_id.in_(chunk), *conditions).subquery()
        last = select(ranked.c.id).where(ranked.c.place == 1)
        rows = connection.execute(select(table).where(table.c.id.in_(last)))
        found |= {row.source_id: row for row in rows}
    return found


def snapshots_of(connection: Connection, sources: Sequence[int]) -> list[Any]:
    """The snapshots of a source, and of those merged into it, the oldest first."""
    listed = select(snapshots).where(snapshots.c.source_id.in_(sources))
    return list(connection.execute(listed.order_by(snapshots.c.at, snapshots.c.id)))


def last_sightings(connection: Connection, pieces: Iterable[int]) -> dict[int, Any]:
    """Where each quotation was seen last, by the number of its evidence."""
    found: dict[int, Any] = {}
    for chunk in derived.chunks(sorted(set(pieces))):
        last = (
            select(func.max(sightings.c.id))
            .where(sightings.c.evidence_id.in_(chunk), sightings.c.start.is_not(None))
            .group_by(sightings.c.evidence_id)
        )
        rows = connection.execute(select(sightings).where(sightings.c.id.in_(last)))
        found |= {row.evidence_id: row for row in rows}
    return found


_SET_PRESENCE = (
    update(evidence).where(evidence.c.id == bindparam("row")).values(presence=bindparam("new"))
)


def set_presence(
    connection: Connection, before: Mapping[int, Any], found: Mapping[int, Any]
) -> None:
    """Whether quotations are still in their source, by evidence, and whether they were.

    Claims follow where what they rest on was lost, or came back.
    """
    if not found:
        return
    rows = [{"row": number, "new": value} for number, value in found.items()]
    connection.execute(_SET_PRESENCE, rows)
    moved = [number for number, now in found.items() if _moved(before[number], now)]
    for chunk in derived.chunks(moved):
        claims = select(evidence.c.claim_id).where(evidence.c.id.in_(chunk)).distinct()
        derived.refresh(connection, connection.scalars(claims).all(), compare=False)


def _moved(before: Any, now: Any) -> bool:
    """Whether what a claim rests on is otherwise now; in other words it was not looked for."""
    same = before is not None and before["basis"] == now["basis"]
    return presence.became(now) != (presence.became(before) if same else "")
