"""A line of what sources said, as it came with a hand-over: checked before it is believed."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Integer

from factcheck.errors import BadInput
from factcheck.exchange.forms import check_strings
from factcheck.exchange.package_looks import OWN, POINTING, TABLES, Shape
from factcheck.looks import Capture, Look, PageMark, Presence, Trouble
from factcheck.models.base import Json, Moment
from factcheck.services.lookup import BIGGEST

_TIME = re.compile(r"[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

#: The words that some columns are made of.
WORDS: dict[tuple[str, str], Any] = {
    ("snapshot", "how"): Capture, ("visit", "state"): Look, ("sighting", "state"): Presence,
}  # fmt: skip

_PRESENCE = ("evidence", "source", "quote_sha256", "presence")
_LOOK = {"at": str, "snapshot": (str, type(None)), "state": str, "why": (str, type(None))}
#: What of a page the rest of the program reads without asking whether it is there.
_PAGE = {
    "kind": str, "title": (str, type(None)), "language": (str, type(None)), "marks": list,
    "paywalled": bool, "words": int, "trouble": (str, type(None)),
}  # fmt: skip


class Row(NamedTuple):
    """A line, checked by itself."""

    line: int
    kind: str
    record: Shape


def read_line(number: int, data: bytes) -> Row:
    """Raises BadInput for what is no line of ours."""
    try:
        found = json.loads(data.decode(), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise BadInput("This is no JSON.", hint="One object a line.", line=number) from error
    known = (*TABLES, "presence")
    if not isinstance(found, dict) or found.keys() != {"kind", "record"}:
        raise BadInput("This is no line of a hand-over.", hint='{"kind": ..., "record": ...}')
    kind, record = found["kind"], found["record"]
    if kind not in known or not isinstance(record, dict):
        raise BadInput(f"{kind!r:.80} is nothing that was seen.", hint=f"One of: {known}.")
    check_strings(record)
    wrong = next(_wrong(kind, record), None)
    if wrong is not None:
        shown = json.dumps(record.get(wrong))
        msg = f"The {kind}'s {wrong} is {shown:.80}, which cannot be stored."
        raise BadInput(msg, hint="Have the package made again.")
    return Row(number, kind, record)


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _wrong(kind: str, record: Shape) -> Iterator[str]:
    """The columns that hold what they cannot."""
    expected = _expected(kind)
    yield from sorted(expected ^ record.keys())
    if kind == "presence":
        yield from (name for name in _PRESENCE[:3] if not isinstance(record[name], str))
        yield from () if _is_presence(record["presence"]) else ("presence",)
        return
    for name in sorted(expected):
        if not _fits(kind, name, record[name]):
            yield name


@cache
def _expected(kind: str) -> frozenset[str]:
    if kind == "presence":
        return frozenset(_PRESENCE)
    names = [POINTING[n][1] if n in POINTING else n for n in TABLES[kind].c.keys() if n not in OWN]  # noqa: SIM118  a collection of columns gives columns
    return frozenset([*names, *(["quote_sha256"] if kind == "sighting" else [])])


def _fits(kind: str, name: str, value: Any) -> bool:
    if name in {"source", "evidence", "snapshot", "quote_sha256"}:
        return value is None or isinstance(value, str)
    column = TABLES[kind].c[name]
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Json):
        return bool(_SHAPES[name](value))
    if isinstance(column.type, Boolean):
        return isinstance(value, bool)
    if isinstance(column.type, Integer):
        return type(value) is int and 0 <= value <= BIGGEST
    return isinstance(value, str) and _is_text(kind, column, value)


def _is_text(kind: str, column: Any, value: str) -> bool:
    if isinstance(column.type, Moment):
        return _is_time(value)
    if (kind, column.key) in WORDS:
        return value in set(WORDS[kind, column.key])
    pattern = _PATTERNS.get(column.key)
    return pattern is None or pattern.fullmatch(value) is not None


_PATTERNS = {"uid": _UID, "sha256": _SHA256, "text_sha256": _SHA256, "basis": _SHA256}


def _is_time(value: Any) -> bool:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_list(value: Any, *kinds: Any) -> bool:
    """A list of lists, each of as many values of these types."""
    return isinstance(value, list) and all(_is_each(each, kinds) for each in value)


def _is_each(each: Any, kinds: tuple[Any, ...]) -> bool:
    if not isinstance(each, list) or len(each) != len(kinds):
        return False
    return all(
        isinstance(v, k) and not isinstance(v, bool) for v, k in zip(each, kinds, strict=True)
    )


def _has(value: Any, types: Mapping[str, Any]) -> bool:
    if not isinstance(value, dict):
        return False
    return all(name in value and isinstance(value[name], t) for name, t in types.items())


def _is_page(value: Any) -> bool:
    if not _has(value, _PAGE) or not _is_list(value["marks"], int, int, str):
        return False
    known = {mark.value for mark in PageMark}
    notices, changed = value.get("notices", []), value.get("changed")
    return (
        (value["trouble"] is None or value["trouble"] in {each.value for each in Trouble})
        and all(0 <= a <= b and kind in known for a, b, kind in value["marks"])
        and isinstance(notices, list)
        and all(isinstance(notice, str) for notice in notices)
        and (changed is None or isinstance(changed, int | float))
        and (not changed or _is_time(value.get("since")))
    )


def _is_detail(value: Any) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("updates", []), list):
        return False
    told = {"label": str, "doi": str, "kind": str, "on": (str, type(None))}
    moved = "moved_to" not in value or isinstance(value["moved_to"], str | None)
    whole = not value.get("moved_to") or isinstance(value.get("permanent"), bool)
    return moved and whole and all(_has(each, told) for each in value.get("updates", []))


def _is_presence(value: Any) -> bool:
    if not _is_look(value) or "read" not in value:
        return False
    read = value["read"]
    if read is None:
        return True
    texts = {"found": (str, type(None)), "hidden": bool, "changes": list}
    return _is_look(read) and _has(read, texts) and _SHAPES["changes"](read["changes"])


def _is_look(value: Any) -> bool:
    known = {each.value for each in Presence}
    return _has(value, _LOOK) and _is_time(value["at"]) and value["state"] in known


_TEXT = (str, type(None))
_SHAPES: dict[str, Any] = {
    "headers": lambda value: _is_list(value, str, str),
    "hops": lambda value: _is_list(value, int, str),
    "changes": lambda value: _is_list(value, str, _TEXT, _TEXT),
    "page": _is_page,
    "detail": _is_detail,
}
