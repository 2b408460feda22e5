"""What all tables share: names of constraints, numbers, uids, times."""

import json
import secrets
import time
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Integer, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

#: Every constraint has a name from the first migration on, so that a later one can drop it.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def now() -> datetime:
    """This moment in UTC, to the second: what is kept is what is shown."""
    return datetime.now(UTC).replace(microsecond=0)


def iso(moment: datetime) -> str:
    """`2026-11-23T09:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_latest = 0


def uuid7() -> str:
    """A UUIDv7 (RFC 9562) that is later than all others made by this process."""
    global _latest  # noqa: PLW0603 - the order within a process is the point of it
    # The 12 bits after the millisecond are a clock too (RFC 9562, 6.2, method 3).
    tick = time.time_ns() * 4096 // 1_000_000
    _latest = max(tick, _latest + 1)
    head = (_latest >> 12 << 16) | 0x7000 | (_latest & 0xFFF)
    digits = f"{(head << 64) | (0b10 << 62) | secrets.randbits(62):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def canonical(value: object) -> str:
    """JSON with one spelling only: what is hashed, stored in images and exported."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Moment(TypeDecorator[datetime]):
    """A time in UTC: timestamptz on PostgreSQL, ISO 8601 text on SQLite, which sorts."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        timed = dialect.name == "postgresql"
        return dialect.type_descriptor(DateTime(timezone=True) if timed else Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return iso(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        if isinstance(value, str):
            return datetime.fromisoformat(value)
        return value.astimezone(UTC) if value is not None else None


class Json(TypeDecorator[Any]):
    """A small list or table as canonical JSON text, the same bytes on both databases."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002 - the signature is SQLAlchemy's
        return None if value is None else json.loads(value)


def column(*args: Any, **options: Any) -> MappedColumn[Any]:
    """A column whose old value the history can always see, expired or not."""
    return mapped_column(*args, active_history=True, **options)


def derived(*args: Any, **options: Any) -> MappedColumn[Any]:
    """A column that the session computes at flush: in no image, in no export."""
    return mapped_column(*args, info={"derived": True}, **options)


#: Text of any length that sorts by code point on both databases, never by locale.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Moment, str: TEXT, list[str]: Json}  # noqa: RUF012 - read by SQLAlchemy, never changed


class Record(Base):
    """A row that people know by a number and every copy by a uid."""

    __abstract__ = True

    #: Counted per table, never reused: AUTOINCREMENT on SQLite.
    id: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-3)
    #: The same in every copy of the database; import and merge join on it.
    uid: Mapped[str] = column(unique=True, default=uuid7, sort_order=-2)
    created_at: Mapped[datetime] = column(default=now, sort_order=90)


class Changing(Record):
    """A record that may be edited; two editors at once are told apart by `version`."""

    __abstract__ = True

    updated_at: Mapped[datetime] = column(default=now, sort_order=91)
    #: Counts writes in this copy, so it is in no image and no export.
    version: Mapped[int] = derived(Integer, default=1, sort_order=92)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


class Hideable(Changing):
    """A record that `rm` hides and `restore` brings back."""

    __abstract__ = True

    hidden: Mapped[bool] = column(default=False, sort_order=89)


def table_of(cls: type[Base]) -> Table:
    """The table of a mapped class, as what it is."""
    table = cls.__table__
    assert isinstance(table, Table)  # noqa: S101 - every class of ours has one table
    return table
