"""A file of JSON or JSON Lines as its items, whatever its length and how well it was written.

A file of up to ten megabytes is held, and mended where that is clear; a longer one streams.
"""

import codecs
import re
from collections.abc import Collection, Iterator
from typing import Any, BinaryIO, NamedTuple

from factcheck.errors import BadInput
from factcheck.exchange.json_items import LONGEST, Window, bad, items
from factcheck.exchange.mending import SEVERAL, mended
from factcheck.text import plain

#: Bytes of a file that is held, and of a page.
HELD = 10_000_000

_CHUNK = 1 << 18
_BEGINNING = 1_000_000
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF8 = "Convert it: iconv -f WINDOWS-1252 -t UTF-8 < old > new"
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?!!--\s*[{\[]|!\[CDATA\[)")


class Found(NamedTuple):
    """An item, or the BadInput in its place, with its line and what was mended around it."""

    line: int
    value: Any
    remarks: tuple[str, ...] = ()


class Source:
    """A file that is read once, from its beginning."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._head = file.read(HELD + 1)

    @property
    def held(self) -> bytes | None:
        """All of it, where it is short."""
        return self._head if len(self._head) <= HELD else None

    @property
    def is_markup(self) -> bool:
        return _MARKUP.match(self._head) is not None

    def found(self, lists: Collection[str]) -> Iterator[Found]:
        """The items, as in `json_items.items`, of every object on a line of its own too."""
        if self._is_wide():
            yield from self._wide(lists)
        elif self._is_lines():
            yield from self._lines(lists)
        elif self.held is not None:
            yield from _held(self.held, lists)
        else:
            yield from _streamed(Window(_decoded(self._chunks())), lists)

    def _is_wide(self) -> bool:
        return self._head.startswith(_UTF16)

    def _wide(self, lists: Collection[str]) -> Iterator[Found]:
        if self.held is not None:
            yield from _held(self.held, lists)
        else:
            yield Found(1, bad(1, "a file of this size must be UTF-8, not UTF-16", "Convert it."))

    def _is_lines(self) -> bool:
        """Whether each line is an object: the first two that hold anything are."""
        lines = self._head[:_BEGINNING].removeprefix(codecs.BOM_UTF8).split(b"\n")
        if len(lines) > 1 and len(self._head) > _BEGINNING:
            lines.pop()
        first_two = [line.strip() for line in lines if line and not line.isspace()][:2]
        bracketed = all(line[:1] == b"{" and line[-1:] == b"}" for line in first_two)
        return bracketed and (len(first_two) == 2 or (bool(first_two) and len(lines) > 1))

    def _chunks(self) -> Iterator[bytes]:
        # The head is let go of piece by piece.
        head, self._head = memoryview(self._head), b""
        for start in range(0, len(head), _CHUNK):
            yield bytes(head[start : start + _CHUNK])
        del head
        while chunk := self._file.read(_CHUNK):
            yield chunk

    def _lines(self, lists: Collection[str]) -> Iterator[Found]:
        for number, line in enumerate(_split(self._chunks()), start=1):
            if line is None:
                why = f"the line is longer than {LONGEST // 1_000_000} MB"
                yield Found(number, bad(number, why, "Give one record a line."))
            elif line and not line.isspace():
                yield from _of_line(line, number, lists)


def _held(data: bytes, lists: Collection[str]) -> Iterator[Found]:
    try:
        text = plain.decode(data, "The file")
    except BadInput as error:
        yield Found(error.line or 1, error)
    else:
        yield from found(text, lists)


def _of_line(line: bytes, number: int, lists: Collection[str]) -> Iterator[Found]:
    try:
        text = line.removeprefix(codecs.BOM_UTF8 if number == 1 else b"").decode()
    except UnicodeDecodeError as error:
        yield Found(number, _not_utf8(number, error))
    else:
        yield from found(text, lists, number)


def found(text: str, lists: Collection[str], line: int = 1) -> Iterator[Found]:
    """The items of a text that begins on `line`, mended where that is clear."""
    if _reads(Window(iter([text]), line=line), lists):
        yield from _streamed(Window(iter([text]), line=line), lists)
        return
    text, remarks = mended(text)
    trial = Window(iter([text]), line=line, lenient=True)
    _reads(trial, lists)
    if trial.several:
        remarks.append(SEVERAL)
    window = Window(iter([text]), line=line, lenient=True)
    yield from _streamed(window, lists, tuple(remarks))


def _reads(window: Window, lists: Collection[str]) -> bool:
    """Whether all of it can be read: what was mended is told of every item, the first too."""
    try:
        for _ in items(window, lists):
            pass
    except BadInput:
        return False
    return True


def _streamed(
    window: Window, lists: Collection[str], remarks: tuple[str, ...] = ()
) -> Iterator[Found]:
    try:
        for line, value in items(window, lists):
            yield Found(line, value, remarks)
    except BadInput as error:
        yield Found(error.line or 1, error)


def _decoded(chunks: Iterator[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    lines = 1
    for chunk in chunks:
        try:
            text = decoder.decode(chunk)
        except UnicodeDecodeError as error:
            raise _not_utf8(lines + error.object.count(b"\n", 0, error.start), error) from error
        lines += chunk.count(b"\n")
        yield text
    if decoder.getstate()[0]:
        raise bad(lines, "the file breaks off in the middle of a character")


def _not_utf8(line: int, error: UnicodeDecodeError) -> BadInput:
    return bad(line, f"byte 0x{error.object[error.start]:02x} is not UTF-8", _UTF8)


def _split(chunks: Iterator[bytes]) -> Iterator[bytes | None]:
    """The lines without their ends; None for one that is too long to be held."""
    pieces: list[bytes] = []
    held = 0
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        held += len(first)
        # What is too long is read past, never held.
        pieces = [*pieces, first] if held <= LONGEST else []
        for line in others:
            yield b"".join(pieces) if held <= LONGEST else None
            pieces, held = [line], len(line)
    yield b"".join(pieces) if held <= LONGEST else None
