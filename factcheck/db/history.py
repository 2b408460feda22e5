"""The history, written by the session itself when it flushes and commits.

`session.info["step"]` says who is doing what; without it a session cannot write. A step hashes
the step before it, its own head and each of its events, and events name images of the records
by SHA-256, so that no line can be changed, slipped in or taken out unseen.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, event, exists, inspect, select, text
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.attributes import set_committed_value

from factcheck.db import derived, indexing
from factcheck.models import (
    RECORDS,
    Article,
    Changing,
    Claim,
    Event,
    Image,
    Record,
    Revision,
    Rule,
    Step,
)
from factcheck.models.base import canonical, iso, now, table_of, uuid7

Key = tuple[str, int]

#: One lock for the end of the chain on PostgreSQL; SQLite has one writer anyway.
CHAIN_LOCK = 0x46414354

#: The kind of a step that only looked: it has no events, and is not undone.
LOOK = "look"

steps, events, images = (table_of(cls) for cls in (Step, Event, Image))


@dataclass(slots=True)
class Pending:
    """A step in the making."""

    person_id: int
    who: str
    command: str
    schema: str
    kind: str = "command"
    why: str | None = None
    undoes_id: int | None = None
    #: While earlier images are put back, `updated_at` is theirs.
    restoring: bool = False
    #: The step's number once it is written.
    number: int | None = None
    before: dict[Key, str | None] = field(default_factory=dict)
    after: dict[Key, str | None] = field(default_factory=dict)
    deleted: list[Key] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    #: The link of the chain, once a bulk change has begun to write it.
    link: "Link | None" = None

    def child(self) -> "Pending":
        """The same step with nothing changed yet, for one item of several."""
        return replace(self, before={}, after={}, deleted=[], touched=set())

    def take(self, item: "Pending") -> None:
        """Add what an item changed."""
        self.person_id = item.person_id
        self.after |= item.after
        for key, image in item.before.items():
            self.before.setdefault(key, image)


@cache
def image_columns(cls: type[Record]) -> tuple[str, ...]:
    """The columns of an image: all but the derived ones."""
    table = RECORDS[cls.__tablename__].__table__
    return tuple(column.key for column in table.columns if not column.info.get("derived"))


def plain(value: Any) -> Any:
    return iso(value) if isinstance(value, datetime) else value


def image_of(record: Record) -> str:
    """The record as canonical JSON, references as numbers."""
    return canonical({name: plain(getattr(record, name)) for name in image_columns(type(record))})


def digest(image: str) -> str:
    return hashlib.sha256(image.encode()).hexdigest()


def watch(session_class: type[Session]) -> None:
    """Make sessions of this class keep the history."""
    event.listen(session_class, "before_flush", _before_flush)
    event.listen(session_class, "after_flush", _after_flush)
    event.listen(session_class, "after_flush_postexec", _after_flush_postexec)
    event.listen(session_class, "before_commit", _before_commit)
    event.listen(session_class, "do_orm_execute", _refuse_bulk)


def pending(session: Session) -> Pending:
    step = session.info.get("step")
    if step is None:
        msg = "a session without a step cannot write"
        raise RuntimeError(msg)
    return step  # type: ignore[no-any-return]  # session.info is a plain dict


def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        msg = "bulk changes go through factcheck.db.history"
        raise RuntimeError(msg)


def _before_flush(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    changed = [row for row in session.dirty if session.is_modified(row)]
    if not (changed or session.new or session.deleted):
        return
    step = pending(session)
    for record in changed:
        _keep_before(step, record)
        if isinstance(record, Changing) and not step.restoring:
            record.updated_at = _moment(step, record)
    for record in session.deleted:
        _keep_before(step, record)
        step.deleted.append((record.__tablename__, record.id))
        step.touched |= _claims_of(session, record)
    for record in [*changed, *session.new]:
        indexing.prepare(record)


def _keep_before(step: Pending, record: Any) -> None:
    key = (record.__tablename__, record.id)
    if key not in step.before:
        step.before[key] = _old_image(record)


def _moment(step: Pending, record: Changing) -> datetime:
    """Now; of a record that is again as the step found it, the time that it had."""
    before = step.before[record.__tablename__, record.id]
    if before is None or (record.__tablename__, record.id) not in step.after:
        return now()
    was = json.loads(before)
    again = json.loads(image_of(record)) | {"updated_at": was["updated_at"]}
    return datetime.fromisoformat(was["updated_at"]) if again == was else now()


def _old_image(record: Record) -> str:
    state = inspect(record)
    old = {}
    for name in image_columns(type(record)):
        gone = state.attrs[name].history.deleted
        old[name] = plain(gone[0] if gone else getattr(record, name))
    return canonical(old)


def _after_flush(session: Session, _context: UOWTransaction) -> None:
    for record in session.new:
        key = (record.__tablename__, record.id)
        pending(session).before.setdefault(key, None)
    for record in [*session.new, *session.dirty]:
        step = pending(session)
        key = (record.__tablename__, record.id)
        if key in step.before:
            step.after[key] = image_of(record)
            step.touched |= _claims_of(session, record)


def _claims_of(session: Session, record: Any) -> set[int]:
    """The claims whose derived columns a change of this record may change."""
    if isinstance(record, Claim):
        return {record.id}
    if isinstance(record, Rule) and record.key == derived.RECHECK:
        return set(derived.decided(session.connection()))
    if isinstance(record, Revision | Article):
        # An article without claims yet is the common case, and the query says so at once.
        return set(derived.of_article(session.connection(), _article_number(record)))
    if "claim_id" not in record.__mapper__.columns:
        return set()
    was = inspect(record).attrs["claim_id"].history.deleted or ()
    return {number for number in (record.claim_id, *was) if number is not None}


def _article_number(record: Article | Revision) -> int:
    return record.id if isinstance(record, Article) else record.article_id


def _after_flush_postexec(session: Session, _context: UOWTransaction) -> None:
    step = session.info.get("step")
    if step is None:
        return
    for key in step.deleted:
        step.after[key] = None
    touched, step.touched, step.deleted = step.touched, set(), []
    if touched:
        _show(session, derived.refresh(session.connection(), touched))


def _show(session: Session, written: dict[int, dict[str, Any]]) -> None:
    """Let the objects in memory have what was just written beside them."""
    for record in list(session.identity_map.values()):
        if isinstance(record, Claim) and record.id in written:
            for name, value in written[record.id].items():
                set_committed_value(record, name, value)


def forget_derived(session: Session) -> None:
    """After a rollback to a savepoint: what was shown in memory is no longer so."""
    for record in list(session.identity_map.values()):
        if isinstance(record, Claim):
            session.expire(record, derived.COLUMNS)


def _before_commit(session: Session) -> None:
    # SQLAlchemy calls this for a savepoint too; an item of several is part of the whole step.
    if session.info.get("step") is None or session.in_nested_transaction():
        return
    session.flush()
    step = pending(session)
    changes = [(key, step.before[key], step.after.get(key)) for key in step.before]
    changes = [change for change in changes if change[1] != change[2]]
    if changes or step.link is not None:
        write_step(session.connection(), step, changes)
        step.link = None


def write_step(
    connection: Connection, step: Pending, changes: Sequence[tuple[Key, str | None, str | None]]
) -> None:
    """Add the step, its events and the images that are new to the database."""
    link = begin_link(connection, step)
    for start in range(0, len(changes), 1000):
        link.add(changes[start : start + 1000])
    link.close()


def begin_link(connection: Connection, step: Pending) -> "Link":
    """The link of this step; what changes in bulk is written to it before the commit."""
    if step.link is None:
        step.link = Link(connection, step)
    return step.link


class Link:
    """One link of the chain, events added as they come, hashed when closed."""

    def __init__(self, connection: Connection, step: Pending) -> None:
        self.connection, self.step = connection, step
        before = _newest_digest(connection)
        self.head = {
            "uid": uuid7(),
            "person_id": step.person_id,
            "who": step.who,
            "at": now(),
            "kind": step.kind,
            "command": step.command,
            "why": step.why,
            "schema": step.schema,
            "undoes_id": step.undoes_id,
            "before_sha256": before,
        }
        result = connection.execute(steps.insert(), {**self.head, "finished": True, "sha256": ""})
        (number,) = result.inserted_primary_key or (0,)
        self.number = step.number = self.head["id"] = number
        self.hash = hashlib.sha256(head_line(self.head).encode())
        self.ordinal = 0

    def add(self, changes: Iterable[tuple[Key, str | None, str | None]]) -> None:
        kept, rows = {}, []
        for (table, number), before, after in changes:
            shas = [None if image is None else digest(image) for image in (before, after)]
            kept.update({s: i for s, i in zip(shas, (before, after), strict=True) if s})
            self.ordinal += 1
            action = "added" if before is None else "removed" if after is None else "changed"
            row = (self.number, self.ordinal, table, number, action, *shas)
            self.hash.update(own_event_line(row).encode())
            rows.append(row)
        keep_images(self.connection, kept)
        insert(self.connection, "event", EVENT_COLUMNS, rows)

    def close(self) -> None:
        done = steps.update().where(steps.c.id == self.number)
        self.connection.execute(done.values(sha256=self.hash.hexdigest()))


EVENT_COLUMNS = (
    "step_id", "ordinal", "record", "record_id", "action", "before_sha256", "after_sha256",
)  # fmt: skip


def head_line(head: dict[str, Any]) -> str:
    """What of a step is hashed, beside its events: all but `finished`, which a run sets last."""
    names = (
        "id", "uid", "person_id", "who", "at", "kind", "command", "why", "schema", "undoes_id",
        "before_sha256",
    )  # fmt: skip
    return canonical([plain(head[name]) for name in names]) + "\n"


def event_line(row: Sequence[Any]) -> str:
    """What of an event is hashed: all but the number of its step."""
    return canonical(list(row[1:])) + "\n"


def own_event_line(row: Sequence[Any]) -> str:
    """The same of an event of our own making, where nothing needs escaping: a third of the time."""
    _step, ordinal, table, number, action, before, after = row
    old = f'"{before}"' if before else "null"
    new = f'"{after}"' if after else "null"
    return f'[{ordinal},"{table}",{number},"{action}",{old},{new}]\n'


def _newest_digest(connection: Connection) -> str | None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({CHAIN_LOCK})"))
    return connection.scalar(select(steps.c.sha256).order_by(steps.c.id.desc()).limit(1))


def keep_images(connection: Connection, kept: dict[str, str | None]) -> None:
    """Store each image once; one that was struck out stays struck."""
    # In the order of the table: a page of it is then found and written once for several rows.
    insert(connection, "image", ("sha256", "json"), sorted(kept.items()), skip_known=True)


def insert(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    skip_known: bool = False,
) -> None:
    """Rows straight to the driver: for the bulk path, where a statement a row would be felt."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join([mark] * len(columns))
    statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names are ours
    if skip_known:
        statement += " ON CONFLICT DO NOTHING"
    values = [tuple(row) for row in rows]
    if values:
        connection.exec_driver_sql(statement, values)


def load_image(connection: Connection, sha256: str) -> dict[str, Any] | None:
    """The record as it was; None where the image was struck out."""
    stored = connection.scalar(select(images.c.json).where(images.c.sha256 == sha256))
    return None if stored is None else json.loads(stored)


def broken_links(connection: Connection) -> Iterator[str]:
    """Sentences about every step, event or image that is not as it was written."""
    previous = None
    for step in connection.execute(select(steps).order_by(steps.c.id)):
        if step.before_sha256 != previous:
            yield f"step {step.id} does not follow the step before it"
        if hash_again(connection, step._mapping) != step.sha256:  # noqa: SLF001 - SQLAlchemy's public name
            yield f"step {step.id} is not as it was written"
        previous = step.sha256
    yield from _broken_images(connection)


def _broken_images(connection: Connection) -> Iterator[str]:
    for image in connection.execute(select(images)):
        if image.json is not None and digest(image.json) != image.sha256:
            yield f"image {image.sha256[:12]} is not as it was written"
        if (image.json is None) != (image.struck_because is not None):
            yield f"image {image.sha256[:12]} was struck out without a reason"
    for name in ("before_sha256", "after_sha256"):
        there = exists().where(images.c.sha256 == events.c[name])
        lost = select(events.c.step_id, events.c[name]).where(events.c[name].is_not(None), ~there)
        for step_id, sha256 in connection.execute(lost):
            yield f"step {step_id} names image {sha256[:12]}, which is not there"


def hash_again(connection: Connection, step: Any) -> str:
    """The hash of a step, from its row and those of its events."""
    again = hashlib.sha256(head_line(step).encode())
    columns = [events.c[name] for name in EVENT_COLUMNS]
    rows = select(*columns).where(events.c.step_id == step["id"]).order_by(events.c.ordinal)
    for row in connection.execute(rows):
        again.update(event_line(row).encode())
    return again.hexdigest()
