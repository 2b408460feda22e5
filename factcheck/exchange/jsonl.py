"""Our own format: everything but the log, a record a line, the same bytes on every database.

    {"factcheck":"export","protected":0,"records":{"claim":14,...},"schema":"0008","version":1}
    {"kind":"person","record":{"aliases":[],"created_at":"2026-11-23T09:00:00Z","id":1,...}}

Each record is its image in the history, letter for letter; references are numbers within the
file. The lines are in the order of the uids.
"""

import heapq
import json
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, BinaryIO, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.db.history import image_columns
from factcheck.db.session import as_of_one_moment
from factcheck.db.upgrade import newest_revision
from factcheck.errors import BadInput
from factcheck.exchange.forms import check_strings, encode, form
from factcheck.models import RECORDS, Person, Source, Step
from factcheck.models.base import Moment, iso
from factcheck.words import nearest

VERSION = 1

#: Rows fetched at a time, of each table.
FETCHED = 500

#: A text of 25 MB, all of it escaped.
LONGEST_LINE = 160_000_000
LONGEST_HEADER = 100_000


# Out


def export(session: Session) -> Iterator[str]:
    """The lines of the export, each with its end; the header says how many records follow."""
    as_of_one_moment(session)
    unnamed = known_from_the_log_alone(session)
    yield encode(header(session, unnamed)) + "\n"
    streams = [_stream(session, table, unnamed) for table in RECORDS]
    for _uid, line in heapq.merge(*streams):
        yield line


def header(session: Session, unnamed: set[int]) -> dict[str, Any]:
    counted = {table: _count(session, cls) for table, cls in RECORDS.items()}
    counted["person"] -= len(unnamed)
    return {
        "factcheck": "export",
        "version": VERSION,
        "schema": newest_revision(),
        "protected": protected(session),
        "records": {table: count for table, count in counted.items() if count},
    }


def protected(session: Session) -> int:
    """How many protected sources an export names in full."""
    counted = select(func.count()).select_from(Source).where(Source.protected)
    return session.scalar(counted) or 0


def _count(session: Session, cls: Any) -> int:
    return session.scalar(select(func.count()).select_from(cls)) or 0


def known_from_the_log_alone(session: Session) -> set[int]:
    """People who made steps, and whom no record and no alias speaks of.

    Whoever imports a file into a database of their own is known there by that step: an export
    that named them would not be the file that came in.
    """
    signed = select(Person).where(Person.id.in_(select(Step.person_id)))
    candidates = {person.id for person in session.scalars(signed) if not person.aliases}
    for column in _pointing_to_people():
        if candidates:
            named = select(column).where(column.in_(candidates)).distinct()
            candidates -= set(session.scalars(named))
    return candidates


def _pointing_to_people() -> Iterator[Any]:
    for table, cls in RECORDS.items():
        for name, target in form(table).references.items():
            if target == Person.__tablename__:
                yield cls.__table__.c[name]


def _stream(session: Session, table: str, unnamed: set[int]) -> Iterator[tuple[str, str]]:
    """Each record of a table as its uid and its line, in order of uid."""
    columns = RECORDS[table].__table__.columns
    names = image_columns(RECORDS[table])
    listed = select(*(columns[name] for name in names)).order_by(columns.uid)
    if table == Person.__tablename__:
        listed = listed.where(columns.id.not_in(unnamed))
    place = names.index("uid")
    times = [name for name in names if isinstance(columns[name].type, Moment)]
    # A stream of its own: the rows are fetched as the lines are taken.
    for row in session.connection().execute(listed.execution_options(yield_per=FETCHED)):
        record = dict(zip(names, row, strict=True))
        for name in times:
            record[name] = _time(record[name])
        yield row[place], line(table, record)


@lru_cache(maxsize=1000)
def _time(moment: datetime | None) -> str | None:
    """As in an image; what one command wrote has one time."""
    return None if moment is None else iso(moment)


def line(table: str, record: dict[str, Any]) -> str:
    return f'{{"kind":"{table}","record":{encode(record)}}}\n'


# In


class Line(NamedTuple):
    """A record of a file, checked by itself: what it refers to is not looked at yet."""

    number: int
    table: str
    record: dict[str, Any]


class Reader:
    """The lines of an export in a file that can be read twice."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.header = self._header()

    @property
    def expected(self) -> int | None:
        """How many records there should be; None where the header does not say."""
        records = self.header.get("records")
        if not isinstance(records, dict):
            return None
        return sum(count for count in records.values() if isinstance(count, int))

    def lines(self, *, checked: bool = False) -> Iterator[Line | BadInput]:
        """Each record from the first on, or what is wrong with its line.

        `checked` lines were read before, and are not looked at again.
        """
        self._file.seek(0)
        self._file.readline(LONGEST_HEADER)
        read = partial(self._file.readline, LONGEST_LINE)
        for number, data in enumerate(iter(read, b""), 2):
            try:
                if not data.isspace():
                    yield read_line(number, data, checked=checked)
            except BadInput as error:
                error.line = number
                yield error
            if len(data) == LONGEST_LINE:
                self._read_past(data)

    def _read_past(self, data: bytes) -> None:
        while data and not data.endswith(b"\n"):
            data = self._file.readline(LONGEST_LINE)

    def _header(self) -> dict[str, Any]:
        self._file.seek(0)
        first = self._file.readline(LONGEST_HEADER)
        try:
            found = json.loads(first)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or found.get("factcheck") != "export":
            msg = "This is no export of factcheck: its first line does not say so."
            raise BadInput(msg, hint="factcheck export -o FILE makes one.", line=1)
        _check_age(found)
        return found


def _check_age(found: dict[str, Any]) -> None:
    version, schema = found.get("version"), found.get("schema")
    if type(version) is not int or not isinstance(schema, str):
        msg = "The first line does not say which version of the export this is."
        raise BadInput(msg, hint="Export it again.", line=1)
    if version > VERSION or schema > newest_revision():
        msg = f"This export is of a newer factcheck: version {version}, schema {schema:.20}."
        hint = f"Install the newer one; this one knows {VERSION} and {newest_revision()}."
        raise BadInput(msg, hint=hint, line=1)


def read_line(number: int, data: bytes, *, checked: bool = False) -> Line:
    """Raises BadInput for what is no record of ours."""
    found = _json(data)
    if checked and isinstance(found, dict) and found.keys() == {"kind", "record"}:
        return Line(number, found["kind"], found["record"])
    if not isinstance(found, dict) or found.keys() != {"kind", "record"}:
        msg = "This is JSON, but no record of an export."
        raise BadInput(msg, hint='As in {"kind": "claim", "record": {...}}.')
    table, record = found["kind"], found["record"]
    if not isinstance(table, str) or table not in RECORDS:
        guess = nearest(table, list(RECORDS)) if isinstance(table, str) else None
        hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(RECORDS)}."
        raise BadInput(f"{table!r:.80} is no kind of record.", hint=hint)
    if not isinstance(record, dict):
        raise BadInput(f"The {table} is no object.", hint='"record": {"id": ..., "uid": ...}')
    if b"\\u" in data:
        check_strings(record)
    form(table).check(record)
    return Line(number, table, record)


def _json(data: bytes) -> Any:
    if len(data) >= LONGEST_LINE:
        msg = f"The line is longer than {LONGEST_LINE // 1_000_000} MB."
        raise BadInput(msg, hint="No record of ours is.")
    try:
        return json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        if b"\0" in data:
            raise BadInput("There is a NUL byte in the line.", hint="Export it again.") from error
        if not data.endswith(b"\n"):
            msg = "The file ends in the middle of this line."
            raise BadInput(msg, hint="Copy it again, whole.") from error
        if isinstance(error, UnicodeDecodeError):
            msg = f"Byte 0x{data[error.start]:02x}, character {error.start + 1}, is not UTF-8."
            raise BadInput(msg, hint="Copy the export again, as it is.") from error
        said = str(error).replace(": line 1 column ", " at character ").split(" (char")[0]
        raise BadInput(f"This is no JSON: {said}.", hint="One object a line.") from error
