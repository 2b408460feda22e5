"""Bytes and fields from outside, checked and as text."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from factcheck.errors import BadInput

MAX_BYTES = 25_000_000
MAX_LINE = 5_000_000

_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, or UTF-16 where a byte order mark says so.

    The byte order mark goes, CRLF becomes LF, all else stays code point for code point.
    Raises BadInput, with the line, for other encodings, NUL, nothing but blanks, over 25 MB.
    """
    if len(data) > MAX_BYTES:
        size, most = len(data) / 1e6, MAX_BYTES // 1_000_000
        message = f"{name}: {size:.1f} MB is more than the {most} MB that can be taken."
        raise BadInput(message, hint="Divide it, or take out what is not text.")
    text = _decoded(data, name).replace("\r\n", "\n")
    if not text or text.isspace():
        raise BadInput(f"{name}: there is nothing in it.", hint="Was it saved?")
    _refuse_nul(text, name)
    return text


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            line = data[: error.start].decode("utf-16", "replace").count("\n") + 1
            message = f"{name}: line {line}: the file is not whole UTF-16: {error.reason}."
            raise BadInput(message, line=line, hint="Save it again as UTF-8.") from error
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _not_utf8(data, error, name, line) from error


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str, line: int) -> BadInput:
    message = f"{name}: line {line}: byte 0x{data[error.start]:02x} is not UTF-8"
    if not _plausibly_windows(data):
        return BadInput(f"{message}.", line=line, hint="Save it as UTF-8 text.")
    return BadInput(
        f"{message}; looks like Windows-1252.",
        line=line,
        hint="Convert it: iconv -f WINDOWS-1252 -t UTF-8 < old > new",
    )


def _plausibly_windows(data: bytes) -> bool:
    """Mostly ASCII, with a few bytes that Windows-1252 has characters for."""
    sample = data[:1_000_000]
    high = len(sample) - len(sample.decode("ascii", "ignore"))
    if _CONTROLS.search(sample) or high > len(sample) * 0.3:
        return False
    # Python decodes these five as nothing; no program of Windows ever writes them.
    return not any(byte in sample for byte in b"\x81\x8d\x8f\x90\x9d")


def _refuse_nul(text: str, name: str) -> None:
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        message = f"{name}: line {line}: there is a NUL byte, so this is not plain text."
        hint = "Save it as UTF-8 text; UTF-16 needs its byte order mark."
        raise BadInput(message, line=line, hint=hint)


def check_text(value: str, what: str, limit: int = MAX_LINE) -> str:
    """One field, typed or piped, without surrounding white space.

    Raises BadInput for undecodable bytes, NUL, nothing at all, or more than `limit`
    code points.
    """
    text = value.strip()
    if not text:
        raise BadInput(f"The {what} is empty.", hint="Give it in words.")
    if len(text) > limit:
        message = f"The {what} is {len(text)} characters long: {text[:40]!r}..."
        raise BadInput(message, hint=f"At most {limit} characters can be taken.")
    check_characters(text, what)
    return text


def bare(value: str | None) -> str | None:
    """A field that may be left out, without surrounding white space; None for nothing else."""
    return (value or "").strip() or None


def check_characters(text: str, what: str) -> None:
    """Refuse what no database can keep: NUL, and bytes that were never UTF-8."""
    if "\0" in text:
        raise BadInput(f"The {what} contains a NUL character.", hint="Take it out.")
    bad = _SURROGATE.search(text)
    if bad:
        message = f"The {what} contains {undecodable(bad[0])}, which is not UTF-8."
        raise BadInput(message, hint="Give it as UTF-8 text.")


def undecodable(char: str) -> str:
    """Python reads a byte that it cannot decode as U+DC00 plus the byte."""
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"byte 0x{code - 0xDC00:02x}"
    return f"half a character (U+{code:04X})"


def lines(stream: BinaryIO) -> Iterator[tuple[int, str | BadInput]]:
    """The lines of `stream` that hold something, with their numbers from 1.

    A line that cannot be taken comes as a BadInput that the caller may raise or report. A
    line over 5 MB is read past, never held.
    """
    number = 0
    while data := stream.readline(MAX_LINE + 1):
        number += 1
        if len(data) > MAX_LINE and not data.endswith(b"\n"):
            _read_past(stream)
            yield number, _too_long(number)
            continue
        if number == 1:
            data = data.removeprefix(codecs.BOM_UTF8)
        line = _line(data, number)
        if isinstance(line, BadInput) or line.strip():
            yield number, line


def _read_past(stream: BinaryIO) -> None:
    while data := stream.readline(MAX_LINE):
        if data.endswith(b"\n"):
            return


def _too_long(number: int) -> BadInput:
    message = f"stdin: line {number} is longer than {MAX_LINE} bytes."
    return BadInput(message, line=number, hint="Give one record a line.")


def _line(data: bytes, number: int) -> str | BadInput:
    try:
        text = data.decode().removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, "stdin", number)
    if "\0" in text:
        message = f"stdin: line {number}: there is a NUL byte, so this is not plain text."
        return BadInput(message, line=number, hint="Give it as UTF-8 text.")
    return text
