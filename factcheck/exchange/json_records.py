"""JSON of other programs, record by record: a list, one object, pages of a list, or JSON lines."""

import json
import re
from collections.abc import Collection, Generator, Iterator
from typing import Any, NoReturn

from factcheck.errors import BadInput

#: A collection, its first page, and no further.
_DEEPEST = 2

_BLANK = re.compile(r"[ \t\r\n]*")

Record = tuple[int, "Any | BadInput"]
_Found = Generator[tuple[int, Any], None, int]


def records(text: str, lists: Collection[str] = ()) -> Iterator[Record]:
    """Each record with the line that it begins on.

    `lists` are the members of an object under which its records stand. What is no JSON comes
    as a BadInput, and nothing after it: nobody can tell where the next record begins.
    """
    line = last = 0
    try:
        for at, value in _values(text, frozenset(lists)):
            line, last = line + text.count("\n", last, at), at
            yield line + 1, value
    except _NoJson as error:
        line = text.count("\n", 0, error.at) + 1
        hint = "Was the file cut off, or edited by hand?"
        yield line, BadInput(f"This is no JSON: {error}.", hint=hint, line=line)


class _NoJson(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def _values(text: str, lists: frozenset[str]) -> Iterator[tuple[int, Any]]:
    at = _past_blanks(text, 0)
    while at < len(text):
        end = yield from _walk(text, at, lists, 0)
        at = _past_blanks(text, end)


def _walk(text: str, at: int, lists: frozenset[str], depth: int) -> _Found:
    """The records of one value; gives where it ends."""
    if text[at] == "[":
        return (yield from _items(text, at))
    value, end = _decoded(text, at)
    if depth < _DEEPEST and _holds(value, lists):
        return (yield from _members(text, at, lists, depth + 1))
    yield at, value
    return end


def _holds(value: Any, lists: frozenset[str]) -> bool:
    """Whether the records stand further inside."""
    return isinstance(value, dict) and any(
        isinstance(value.get(name), list | dict) for name in lists
    )


def _items(text: str, at: int) -> _Found:
    at = _past_blanks(text, at + 1)
    while not text.startswith("]", at):
        value, end = _decoded(text, at)
        yield at, value
        at = _past_mark(text, end, "]")
    return at + 1


def _members(text: str, at: int, lists: frozenset[str], depth: int) -> _Found:
    """The records under the members named, of an object that was read before."""
    at = _past_blanks(text, at + 1)
    while not text.startswith("}", at):
        name, end = _decoded(text, at)
        at = _past_blanks(text, _past_blanks(text, end) + 1)
        if name in lists and text[at] in "[{":
            end = yield from _walk(text, at, lists, depth)
        else:
            _, end = _decoded(text, at)
        at = _past_mark(text, end, "}")
    return at + 1


def _past_mark(text: str, at: int, closing: str) -> int:
    """Where the next item begins, or the bracket that closes the list."""
    at = _past_blanks(text, at)
    if text.startswith(",", at):
        return _past_blanks(text, at + 1)
    if not text.startswith(closing, at):
        message = f"a comma or {closing} is missing"
        raise _NoJson(message, at)
    return at


def _past_blanks(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _constant(name: str) -> NoReturn:
    message = f"{name} is no number"
    raise ValueError(message)


_DECODER = json.JSONDecoder(parse_constant=_constant)


def _decoded(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _NoJson(error.msg[:1].lower() + error.msg[1:], error.pos) from error
    except ValueError as error:
        raise _NoJson(str(error).partition(";")[0], at) from error
    except RecursionError as error:
        message = "it is nested too deep"
        raise _NoJson(message, at) from error
