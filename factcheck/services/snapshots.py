"""What sources said when they were fetched: kept with bytes, headers, text and where quotes stand.

A page that comes with the same text is no new snapshot: the visit says that the one before is
still right. What a checker captures on purpose is kept whenever a byte of it is new.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from factcheck.db import holdings
from factcheck.documents.page import EXTRACTOR, Page
from factcheck.errors import DatabaseForeign, NotFound
from factcheck.looks import Capture, Look, Presence
from factcheck.models import Source
from factcheck.models.base import iso
from factcheck.services import signs
from factcheck.services.looking import HELD_BACK, Seen
from factcheck.services.shapes import Shape, time
from factcheck.services.sightings import pieces_of, reading, sight
from factcheck.text import presence
from factcheck.text.pagediff import changed_share

#: A hostile server sends thousands.
_HEADERS_KEPT = 200
_HEADER_LENGTH = 4000
#: More than this of a page is other text where it comes in another language.
OTHER = 0.5


@dataclass(slots=True)
class Kept:
    """What a visit has left: its number, the snapshot that is right now, and what it says."""

    visit: int
    snapshot: int | None
    #: Whether that snapshot is new, and whether there was one before.
    new: bool
    not_first: bool
    #: State of each quotation, by the number of its evidence.
    presence: dict[int, Presence]


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of some sources already, and what is quoted from them, asked for at once."""

    newest: Mapping[int, Any]
    quoted: Mapping[int, Sequence[Any]]


def known(session: Session, sources: Sequence[int]) -> Known:
    connection = session.connection()
    return Known(holdings.newest_snapshots(connection, sources), pieces_of(connection, sources))


def keep(
    session: Session,
    source: int,
    seen: Seen,
    run: int | None = None,
    already: Known | None = None,
) -> Kept:
    """Write a visit down, with what it brought."""
    connection = session.connection()
    already = already or known(session, [source])
    before = already.newest.get(source)
    if before is not None:
        seen = _shrunk(connection, source, seen)
    page = _page(seen)
    row, new = _snapshot(connection, source, seen, before, page)
    number = row.id if row is not None else None
    values = _visit(source, seen) | {"run_id": run, "snapshot_id": number}
    visit = holdings.add(connection, holdings.visits, values)
    readable = row is not None and (is_readable(seen) or seen.state == Look.UNCHANGED)
    read = reading(row, seen, page if new else None, first=before is None) if readable else None
    found = sight(connection, already.quoted.get(source, ()), seen, read)
    return Kept(visit, number, new, before is not None, found)


def _page(seen: Seen) -> presence.Page | None:
    """The text that came, to look for quotations in."""
    if seen.page is None:
        return None
    marks = [presence.Mark(each.start, each.end, each.kind) for each in seen.page.marks]
    return presence.Page(seen.page.text, marks)


def keep_copy(session: Session, source: int, seen: Seen) -> int:
    """A public copy of a page: kept beside what the page itself said, and no look at that."""
    connection = session.connection()
    assert seen.answer is not None and seen.page is not None  # noqa: S101, PT018 - is_readable
    holdings.keep_bytes(connection, seen.answer.body)
    values = _values(source, seen)
    values["text_sha256"] = holdings.keep_bytes(connection, seen.page.text.encode())
    return holdings.add(connection, holdings.snapshots, values)


def _visit(source: int, seen: Seen) -> dict[str, Any]:
    answer = seen.answer
    return {
        "source_id": source, "at": seen.at, "url": seen.url,
        "final_url": answer.final_url if answer else None, "state": seen.state.value,
        "status": answer.status if answer else None, "hops": [list(hop) for hop in seen.hops],
        "message": seen.message, "detail": dict(seen.detail) or None,
    }  # fmt: skip


def _snapshot(
    connection: Connection, source: int, seen: Seen, before: Any | None, page: presence.Page | None
) -> tuple[Any | None, bool]:
    """The snapshot that a visit speaks of, and whether it is new."""
    if seen.state == Look.UNCHANGED and before is not None:
        return before, False
    if not (is_readable(seen) or is_worth_keeping(seen)):
        return None, False
    values = _values(source, seen)
    text = seen.page.text if seen.page else ""
    if text.strip():
        values["text_sha256"] = holdings.keep_bytes(connection, text.encode("utf-8", "replace"))
    if before is not None and _is_same(before, values, on_purpose=seen.how != Capture.VISITED):
        return before, False
    holdings.keep_bytes(connection, seen.answer.body if seen.answer else b"")
    if seen.page and page:
        first = _first(connection, source) if before is not None else None
        values["page"] |= _since_first(connection, first, seen.page, page)
    number = holdings.add(connection, holdings.snapshots, values)
    return SimpleNamespace(id=number, **values), True


def _first(connection: Connection, source: int) -> Any | None:
    """The oldest snapshot with a text, as the page itself said it."""
    table = holdings.snapshots
    own = table.c.how != Capture.ARCHIVE.value
    wanted = table.c.source_id == source, table.c.text_sha256.is_not(None), own
    return connection.execute(
        select(table).where(*wanted).order_by(table.c.at, table.c.id).limit(1)
    ).first()


def _shrunk(connection: Connection, source: int, seen: Seen) -> Seen:
    """A page that lost most of its words and asks for a subscription holds them back."""
    if seen.state != Look.READ or seen.page is None:
        return seen
    first = _first(connection, source)
    if first is None or not signs.teaser(seen.page, first.page["words"]):
        return seen
    return replace(seen, state=Look.PAYWALL, message=HELD_BACK)


def _since_first(
    connection: Connection, first: Any | None, page: Page, folded: presence.Page
) -> Shape:
    """How much of the text is other text than at first, and the notices that are new."""
    told = [notice.text for notice in presence.notices(folded)]
    if first is None:
        return {"notices": told, "changed": None, "since": None, "variant": False}
    known = first.page["notices"] if first.how != Capture.VISITED else ()
    changed = _changed(connection, first, page.text)
    return {
        "notices": [notice for notice in told if notice not in known],
        "changed": changed,
        "since": iso(first.at),
        "variant": (changed or 0) > OTHER and _tongue(first.page) != _tongue(asdict(page)),
    }


def _changed(connection: Connection, first: Any, text: str) -> float | None:
    try:
        return round(changed_share(holdings.load_text(connection, first.text_sha256), text), 3)
    except (DatabaseForeign, NotFound):
        # `db check` names what is hurt; the page of today can be looked at all the same.
        return None


def _tongue(page: Mapping[str, Any]) -> str:
    return (page["language"] or "").lower().partition("-")[0]


def _is_same(before: Any, new: Mapping[str, Any], *, on_purpose: bool) -> bool:
    """Whether the page says what it said; striking words out leaves their letters as they are."""
    names = ("text_sha256", "extractor", *(("sha256",) if on_purpose else ()))
    marked = before.page["marks"] == new["page"]["marks"]
    return marked and all(before._mapping[name] == new[name] for name in names)  # noqa: SLF001 - SQLAlchemy's public name


def _values(source: int, seen: Seen) -> dict[str, Any]:
    """The row of a snapshot, but for its text."""
    answer, page = seen.answer, seen.page
    assert answer is not None and page is not None  # noqa: S101, PT018 - is_readable
    by_hand = seen.how == Capture.FILE
    return {
        "source_id": source, "at": seen.at, "how": seen.how.value, "name": seen.name,
        "url": None if by_hand else seen.url,
        "final_url": None if by_hand else answer.final_url,
        "status": None if by_hand else answer.status, "media_type": answer.media_type,
        "headers": _headers(answer.headers), "hops": [list(hop) for hop in seen.hops],
        "sha256": hashlib.sha256(answer.body).hexdigest(), "size": len(answer.body),
        "partial": answer.partial, "text_sha256": None, "extractor": EXTRACTOR,
        "page": page_shape(page) | {"paywalled": seen.state == Look.PAYWALL or page.paywalled},
    }  # fmt: skip


def is_readable(seen: Seen) -> bool:
    """Whether there is a page with text that speaks for the source."""
    if seen.page is None or seen.answer is None or not seen.page.text.strip():
        return False
    return seen.answer.ok and seen.state in {Look.READ, Look.PAYWALL, Look.UNREADABLE}


def is_worth_keeping(seen: Seen) -> bool:
    """Whether somebody asked for a copy of what we cannot read: a picture, a locked file."""
    kept = seen.page is not None and seen.answer is not None and bool(seen.answer.body)
    return kept and seen.state == Look.UNREADABLE and seen.how != Capture.VISITED


def _headers(headers: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Cookies are left out: they are ours, and no part of what the source says."""
    kept = [pair for pair in headers if pair[0] not in {"set-cookie", "set-cookie2"}]
    return [[name, value[:_HEADER_LENGTH]] for name, value in kept[:_HEADERS_KEPT]]


def page_shape(page: Page) -> Shape:
    """What the reader noticed, without the text."""
    shape = asdict(page)
    del shape["text"]
    shape["marks"] = [[mark.start, mark.end, mark.kind.value] for mark in page.marks]
    shape["trouble"] = page.trouble.value if page.trouble else None
    return shape


# Reading


def sources_of(session: Session, source: Source) -> list[int]:
    """A source and those that were merged into it."""
    merged = select(Source.id).where(Source.merged_into_id == source.id)
    return [source.id, *session.scalars(merged)]


def every(session: Session, source: Source) -> list[Any]:
    """The snapshots of a source, the oldest first."""
    return holdings.snapshots_of(session.connection(), sources_of(session, source))


def one(session: Session, source: Source, word: str | None = None) -> Any:
    """A snapshot of a source by its number; without one the newest. Raises NotFound."""
    listed = every(session, source)
    if not listed:
        msg = f"No snapshot of {source.key} is kept."
        raise NotFound(msg, hint=f"factcheck source capture {source.key}")
    if word is None:
        return listed[-1]
    found = [row for row in listed if str(row.id) == word.strip().removeprefix("snapshot:")]
    if not found:
        numbers = ", ".join(str(row.id) for row in listed)
        raise NotFound(f"{source.key} has no snapshot {word!r:.40}.", hint=f"It has {numbers}.")
    return found[0]


def text(session: Session, row: Any) -> str:
    return holdings.load_text(session.connection(), row.text_sha256)


def shape(row: Any) -> Shape:
    """A snapshot as JSON, without its bytes."""
    return {
        "id": row.id,
        "uid": row.uid,
        "source": row.source_id,
        "at": time(row.at),
        "how": row.how,
        "url": row.url,
        "final_url": row.final_url,
        "name": row.name,
        "status": row.status,
        "media_type": row.media_type,
        "sha256": row.sha256,
        "size": row.size,
        "partial": row.partial,
        "text_sha256": row.text_sha256,
        "extractor": row.extractor,
        "kind": row.page["kind"],
        "title": row.page["title"],
        "hops": [{"status": status, "url": url} for status, url in row.hops],
        "headers": [{"name": name, "value": value} for name, value in row.headers],
    }


def shape_of(session: Session, number: int | None) -> Shape:
    """The same by its number; with no snapshot all of it is empty."""
    table = holdings.snapshots
    found = session.connection().execute(select(table).where(table.c.id == number)).first()
    return shape(found) if found else dict.fromkeys(_KEYS)


_KEYS = (
    "id", "uid", "source", "at", "how", "url", "final_url", "name", "status", "media_type",
    "sha256", "size", "partial", "text_sha256", "extractor", "kind", "title", "hops", "headers",
)  # fmt: skip


def visits(session: Session, source: Source) -> list[Shape]:
    """Every look at a source, the oldest first."""
    table = holdings.visits
    wanted = table.c.source_id.in_(sources_of(session, source))
    rows = session.connection().execute(select(table).where(wanted).order_by(table.c.id))
    return [
        {
            "id": row.id, "at": time(row.at), "state": row.state, "status": row.status,
            "url": row.url, "final_url": row.final_url, "message": row.message,
            "snapshot": row.snapshot_id, "hops": [{"status": s, "url": u} for s, u in row.hops],
        }
        for row in rows
    ]  # fmt: skip


def open_ones(session: Session) -> tuple[list[Any], int]:
    """Every snapshot, the oldest first, and how many of protected sources were left out."""
    table = holdings.snapshots
    veiled = set(session.scalars(select(Source.id).where(Source.protected)))
    rows = session.connection().execute(select(table).order_by(table.c.id)).all()
    kept = [row for row in rows if row.source_id not in veiled]
    return kept, len(rows) - len(kept)


def whole(session: Session, rows: Iterable[Any]) -> Iterator[Shape]:
    """Snapshots with their bytes, one in memory at a time."""
    for row in rows:
        names = (
            "uid", "at", "how", "url", "final_url", "name", "status", "media_type", "headers",
            "hops", "sha256", "extractor",
        )  # fmt: skip
        body = holdings.load_bytes(session.connection(), row.sha256)
        yield {**{name: getattr(row, name) for name in names}, "body": body}
