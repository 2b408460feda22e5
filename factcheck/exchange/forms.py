"""What a line of an export may hold: a form a table, against which each record is checked."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Integer

from factcheck.db import standing
from factcheck.db.history import image_columns
from factcheck.errors import BadInput
from factcheck.models import RECORDS
from factcheck.models.base import Json, Moment
from factcheck.services.house import RULES
from factcheck.services.lookup import BIGGEST
from factcheck.words import (
    Action,
    AnnotationKind,
    Conclusion,
    CorrectionKind,
    CorrectionSeverity,
    FixState,
    Format,
    How,
    Kind,
    NoteKind,
    Priority,
    SourceKind,
    SpanState,
    Stance,
    Terms,
    Tier,
    Why,
    Zone,
    nearest,
)

Image = dict[str, Any]

#: The same text as models.base.canonical, by an encoder that is made once.
_encoder = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
encode = _encoder.encode

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")

VOCABULARIES: dict[str, dict[str, Any]] = {
    "source": {"kind": SourceKind, "tier": Tier, "terms": Terms},
    "claim": {"kind": Kind, "priority": Priority},
    "span": {"state": SpanState, "zone": Zone},
    "stretch": {"zone": Zone},
    "annotation": {"kind": AnnotationKind, "state": SpanState},
    "skip": {"state": SpanState},
    "evidence": {"stance": Stance, "how": How, "tier": Tier},
    "verdict": {"conclusion": Conclusion, "why": Why},
    "fix": {"action": Action, "state": FixState},
    "note": {"kind": NoteKind},
    "correction": {"kind": CorrectionKind, "severity": CorrectionSeverity},
    "original": {"format": Format},
}

#: What people call a record by, or read it for, cannot be nothing.
FILLED: dict[str, tuple[str, ...]] = {
    "person": ("name",),
    "house": ("key",),
    "article": ("slug", "title"),
    "source": ("key", "title"),
    "claim": ("text",),
    "tag": ("name",),
    "outside_rating": ("label",),
    "correction": ("what", "why"),
}

#: Columns that hold an address of the web, or a list of them.
ADDRESSES: dict[str, tuple[str, ...]] = {
    "article": ("url",),
    "closing": ("url",),
    "source": ("url",),
    "claim": ("claimant_same_as", "first_at", "said_at", "review_url"),
    "correction": ("url",),
}

#: What a table has once, beside number and uid.
UNIQUE: dict[str, tuple[str, ...]] = {
    "person": ("name",),
    "house": ("key",),
    "article": ("slug",),
    "source": ("key",),
    "article_author": ("article_id", "person_id"),
    "revision": ("article_id", "number"),
    "original": ("revision_id",),
    "tag": ("claim_id", "name"),
}

#: Chains that the program follows to their end, so that a ring would never end.
CHAINS = {("claim", "same_as_id"), ("source", "merged_into_id"), ("source", "origin_id")}


class Form(NamedTuple):
    """The columns of a table's images, and what each may hold."""

    table: str
    names: tuple[str, ...]
    take: Callable[[Image], tuple[Any, ...]]
    #: Columns that hold the number of another record, and the table that it is in.
    references: dict[str, str]
    times: tuple[str, ...]
    words: tuple[tuple[str, frozenset[Any]], ...]
    filled: tuple[str, ...]
    unique: tuple[str, ...]
    #: Combinations of types that were found to be right: nearly all rows have one of a few.
    right: set[tuple[type, ...]]

    def check(self, record: Image) -> None:
        """Raises BadInput for what cannot be stored."""
        try:
            values = self.take(record)
        except KeyError as error:
            msg = f"The {self.table} lacks {error.args[0]!r}."
            raise BadInput(msg, hint="Export it again.") from error
        if len(record) != len(self.names):
            raise self._unknown(record)
        types = (*map(type, values),)
        if types not in self.right:
            self._check_types(record)
            self.right.add(types)
        self._check_values(record)

    def _unknown(self, record: Image) -> BadInput:
        name = next(name for name in record if name not in self.names)
        guess = nearest(name, list(self.names))
        hint = f"Did you mean {guess}?" if guess else f"Known: {', '.join(self.names)}."
        return BadInput(f"{name!r:.80} is no column of {self.table}.", hint=hint)

    def _check_types(self, record: Image) -> None:
        for column in RECORDS[self.table].__table__.columns:
            # Not isinstance: true is no number.
            if column.key in record and type(record[column.key]) not in _types(column):
                raise self.wrong(column.key, record[column.key])

    def _check_values(self, record: Image) -> None:
        if not 0 < record["id"] <= BIGGEST:
            raise self.wrong("id", record["id"])
        if not _UID.fullmatch(record["uid"]):
            raise self.wrong("uid", record["uid"])
        for name in self.times:
            if record[name] is not None and not _is_time(record[name]):
                raise self.wrong(name, record[name])
        for name, known in self.words:
            if record[name] not in known:
                raise self.wrong(name, record[name])
        for name in self.filled:
            if not record[name].strip():
                raise self.wrong(name, record[name])
        self._check_addresses(record)
        special = SPECIAL.get(self.table)
        if special is not None:
            special(self, record)

    def _check_addresses(self, record: Image) -> None:
        """What a report makes a link of leads to the web."""
        for name in ADDRESSES.get(self.table, ()):
            for url in _listed(record[name]):
                if not (isinstance(url, str) and _WEB.match(url)):
                    raise self.wrong(name, record[name])

    def wrong(self, name: str, value: Any) -> BadInput:
        shown = encode(value) if len(str(value)) < 80 else f"{str(value)[:77]!r}..."
        msg = f"The {self.table}'s {name} is {shown}, which cannot be stored."
        known = next((words for column, words in self.words if column == name), None)
        hint = f"One of: {', '.join(sorted(w for w in known if w))}." if known else None
        return BadInput(msg, hint=hint or "Export it again, or correct the line.")


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _types(column: Any) -> tuple[type, ...]:
    """The types that a column's value may have in JSON."""
    if isinstance(column.type, Json):
        return _JSON.get(column.key, (dict, list, str, int, float, bool, type(None)))
    kind: type = str
    if isinstance(column.type, Boolean):
        kind = bool
    elif isinstance(column.type, Integer):
        kind = int
    return (kind, type(None)) if column.nullable else (kind,)


_JSON: dict[str, tuple[type, ...]] = {
    "aliases": (list,), "said_at": (list,), "open": (list,), "urls": (list,), "grounds": (dict,),
}  # fmt: skip


@lru_cache(maxsize=10_000)
def _is_time(value: str) -> bool:
    if not _TIME.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


@cache
def form(table: str) -> Form:
    names = image_columns(RECORDS[table])
    columns = [RECORDS[table].__table__.columns[name] for name in names]
    vocabularies = VOCABULARIES.get(table, {})
    nullable = {column.key for column in columns if column.nullable}
    return Form(
        table=table,
        names=names,
        take=itemgetter(*names),
        references={c.key: key.column.table.name for c in columns for key in c.foreign_keys},
        times=tuple(c.key for c in columns if isinstance(c.type, Moment)),
        words=tuple(
            (name, frozenset([*map(str, words), *([None] if name in nullable else [])]))
            for name, words in vocabularies.items()
        ),
        filled=FILLED.get(table, ()),
        unique=UNIQUE.get(table, ()),
        right=set(),
    )


def check_strings(record: Any) -> None:
    """Raises BadInput for characters that JSON can spell and no database takes."""
    for text in _strings(record):
        if "\0" in text:
            raise BadInput("There is a NUL character in it.", hint="Take out the \\u0000.")
        if _SURROGATE.search(text):
            msg = "There is half a character in it, a lone surrogate."
            raise BadInput(msg, hint="Take out the \\ud800, or whatever it is.")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


# What one table alone asks for


def _name(column: str) -> Callable[[Form, Image], None]:
    def check(form: Form, record: Image) -> None:
        name = record[column]
        if name.isdigit() or name.split() != [name]:
            raise form.wrong(column, name)

    return check


def _source(form: Form, record: Image) -> None:
    _name("key")(form, record)
    if record["protected"] and not (record["alias"] or "").strip():
        raise form.wrong("alias", record["alias"])


def _list_of_text(column: str) -> Callable[[Form, Image], None]:
    def check(form: Form, record: Image) -> None:
        if not all(type(item) is str for item in record[column]):
            raise form.wrong(column, record[column])

    return check


def _revision(_form: Form, record: Image) -> None:
    if hashlib.sha256(record["text"].encode()).hexdigest() != record["sha256"]:
        msg = f"The text of revision {record['id']} does not have the SHA-256 that stands with it."
        raise BadInput(msg, hint="It was changed after the export; export it again.")


def _original(form: Form, record: Image) -> None:
    if not _SHA256.fullmatch(record["sha256"]):
        raise form.wrong("sha256", record["sha256"])


def _verdict(form: Form, record: Image) -> None:
    grounds = record["grounds"]
    parts = [grounds.get(name) for name in ("words", "evidence", "against")]
    whole = len(grounds) == 4 and isinstance(grounds.get("text"), str)
    if not whole or not all(isinstance(part, dict) and _all_text(part) for part in parts):
        raise form.wrong("grounds", grounds)
    if standing.basis(grounds) != record["basis"]:
        msg = f"The grounds of verdict {record['id']} do not have the SHA-256 that stands with it."
        raise BadInput(msg, hint="They were changed after the export; export it again.")


def _all_text(part: dict[str, Any]) -> bool:
    return all(isinstance(value, str | None) for value in part.values())


def _span(form: Form, record: Image) -> None:
    if not 0 <= record["start"] <= record["end"] <= BIGGEST:
        raise form.wrong("start", record["start"])


def _annotation(form: Form, record: Image) -> None:
    _span(form, record)
    _list_of_text("urls")(form, record)


def _rule(form: Form, record: Image) -> None:
    try:
        encode(record["value"])
    except ValueError as error:
        raise form.wrong("value", str(record["value"])) from error
    if record["key"] in RULES and RULES[record["key"]].read(record["value"]) != record["value"]:
        raise form.wrong("value", record["value"])


def _counted(column: str) -> Callable[[Form, Image], None]:
    def check(form: Form, record: Image) -> None:
        if not 0 <= record[column] <= BIGGEST:
            raise form.wrong(column, record[column])

    return check


SPECIAL: dict[str, Callable[[Form, Image], None]] = {
    "person": _list_of_text("aliases"),
    "house": _rule,
    "article": _name("slug"),
    "article_author": _counted("ordinal"),
    "revision": _revision,
    "original": _original,
    "closing": _list_of_text("open"),
    "source": _source,
    "claim": _list_of_text("said_at"),
    "span": _span,
    "stretch": _span,
    "annotation": _annotation,
    "skip": _span,
    "verdict": _verdict,
}
