"""The bytes of a page as text."""

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
_META = re.compile(rb"<meta\s[^>]{0,500}?charset\s*=[\s\"']*([\w.:-]+)", re.IGNORECASE)
# A wrong charset spoils nearly all of what is not ASCII; one damaged letter spoils a few.
_SPOILT = 0.1


def decoded(data: bytes, charset: str | None) -> tuple[str, list[str]]:
    """The text of a page, and remarks on how it was read.

    The byte order mark wins, then `charset` of the HTTP header, then the page's own <meta>,
    then what the bytes look like. One that spoils the text gives way to the next.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(codec, "replace")
            return text, _remarks(text, codec, None)
    tried = [(codec, data.decode(codec, "replace")) for codec in _first_two(data, charset)]
    codec, text = min(tried, key=lambda pair: _share(pair[1]))
    return text, _remarks(text, codec, next(_named(data, charset), None))


def _first_two(data: bytes, charset: str | None) -> Iterator[str]:
    """The codec to read with, and the next best only where it spoils the text."""
    candidates = dict.fromkeys(_candidates(data, charset))
    for codec in candidates:
        yield codec
        if _share(data.decode(codec, "replace")) <= _SPOILT:
            return


def _candidates(data: bytes, charset: str | None) -> Iterator[str]:
    yield from _named(data, charset)
    if wide := _wide(data):
        yield wide
    yield "utf-8"
    detected = _codec(detect_encoding(data)) or "cp1252"
    # A few curly quotes in Windows-1252 pass for Vietnamese, which is UTF-8 on the web.
    yield "cp1252" if detected == "cp1258" else detected


def _named(data: bytes, charset: str | None) -> Iterator[str]:
    return filter(None, map(_codec, (charset, _meta(data))))


def _meta(data: bytes) -> str | None:
    """The charset that a <meta> names."""
    match = _META.search(data[:_HEAD])
    name = match[1].decode("ascii", "replace") if match else None
    # What says UTF-16 there could be read as ASCII, so it is not (the HTML standard's rule).
    return "utf-8" if name and name.lower().startswith("utf-16") else name


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of the markup is NUL."""
    head = data[:200]
    if head.count(0) <= len(head) // 3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _codec(name: str | None) -> str | None:
    codec = map_encoding_to_html5(name.strip(" \"'").lower(), fallback_utf8=False) if name else None
    try:
        return codecs.lookup(codec).name if codec else None
    except LookupError:
        return None


def _share(text: str) -> float:
    """How much of what is not ASCII could not be read, 0 to 1."""
    bad = text.count("\ufffd")
    return bad / _foreign(text) if bad else 0.0


def _foreign(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _remarks(text: str, codec: str, said: str | None) -> list[str]:
    remarks = []
    if said and codec != said:
        remarks.append(f"The page says that it is {said}, but it reads as {codec}.")
    if bad := text.count("\ufffd"):
        many = "Many" if _share(text) > _SPOILT else "A few"
        remarks.append(f"{many} characters could not be read ({bad}, as {codec}).")
    return remarks
