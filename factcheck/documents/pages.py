"""All visible text of a page or a file, with the marks and signs on it; nothing is loaded.

page.py          the shape
pages_html.py    web pages, with pages_tokens.py and pages_walk.py
pages_pdf.py     PDF
pool.py          processes in which this runs
"""

import codecs
import html
import json
import re
from contextlib import suppress
from typing import NamedTuple

from factcheck.documents import docx, formats, pages_html, pages_pdf
from factcheck.documents.html_charset import decoded
from factcheck.documents.page import Page
from factcheck.errors import BadInput
from factcheck.looks import Trouble
from factcheck.text.plain import MAX_BYTES

MAX_PACKED = 100_000_000
_HEAD = 4_096
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SPOILT = 0.03
_NAMES = {
    "html": "HTML",
    "pdf": "PDF",
    "docx": "DOCX",
    "text": "plain text",
    "markdown": "Markdown",
    "json": "JSON",
    "csv": "CSV",
    "xml": "XML",
}
_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/csv": "csv",
    "application/json": "json",
    "text/xml": "xml",
    "application/xml": "xml",
}
# What is written in characters alone, so that only its sender knows which it is.
_WRITTEN = frozenset({"text", "markdown", "csv", "json"})

_XML = re.compile(r"\s*<(?:\?xml\b|rss\b|feed\b|!DOCTYPE\s+(?!html\b)|!ENTITY\b)", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)
_MARKUP = re.compile(r"\s*<[a-z!]", re.IGNORECASE)
_JSON = re.compile(r"\s*[\[{]\s*(?:[\"\[{\d]|[\]}])")
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[((?:[^\]]++|\](?!\]>))*+)\]\]>")
_TAG = re.compile(r"<!--(?:[^-]++|-(?!->))*+-->|<[^<>]*+>")
# The five of XML itself, and characters by their number: none of them can grow.
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?)')
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
# What no database can keep.
_UNKEPT = re.compile("[\0\ud800-\udfff]")


class _Kind(NamedTuple):
    name: str
    remarks: list[str]


def read(
    data: bytes,
    *,
    media_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> Page:
    """All text of `data`; `media_type`, `charset` and `url` are what the server said.

    What stands against reading it is in `trouble`. Raises nothing but MemoryError.
    """
    try:
        page = _read(data, (media_type or "").partition(";")[0].strip().lower(), charset, url)
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BadInput as error:
        page = _refused(error)
    except BaseException as error:  # noqa: BLE001  a panic of a parser written in Rust is no Exception
        remark = f"The reader stopped ({type(error).__name__})."
        page = Page("", "other", trouble=Trouble.BROKEN, remarks=[remark])
    return _checked(page)


def _read(data: bytes, media_type: str, charset: str | None, url: str | None) -> Page:
    if not data:
        return Page("", "other", trouble=Trouble.EMPTY)
    if len(data) > MAX_PACKED:
        return _too_much(data, "other")
    kind, remarks = _kind(data, media_type)
    if kind not in {"pdf", "docx"} and len(data) > MAX_BYTES:
        return _too_much(data, kind)
    if kind not in {"pdf", "docx"}:
        data = _without_padding(data)
        charset = "utf-8" if charset and _is_utf8(data) else charset
    page = _by_kind(kind, data, charset, url)
    page.remarks[:0] = remarks
    return page


def _without_padding(data: bytes) -> bytes:
    """NULs in a row, which browsers leave out, would pass for UTF-16."""
    padded = b"\0\0\0" in data[:_HEAD] and not data.startswith(_WIDE)
    return data.replace(b"\0", b"") if padded else data


def _is_utf8(data: bytes) -> bool:
    """What is whole UTF-8 beyond ASCII is nothing else, whatever a server says."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return not data.isascii()


def _too_much(data: bytes, kind: str) -> Page:
    remark = f"There are {len(data) / 1e6:.0f} MB of it, more than can be read."
    return Page("", kind, trouble=Trouble.TOO_MUCH, remarks=[remark])


def _by_kind(kind: str, data: bytes, charset: str | None, url: str | None) -> Page:
    if kind == "html":
        return pages_html.read(data, charset, url)
    if kind == "pdf":
        return pages_pdf.read(data)
    return _document(data) if kind == "docx" else _written(kind, data, charset)


# What it is


def _kind(data: bytes, media_type: str) -> _Kind:
    """The bytes decide, against the media type too; raises BadInput for what is not read."""
    said = _said(media_type)
    found = formats.guess(data, "page.html" if said == "html" else "")[0]
    kind = _written_kind(data, said) if found in formats.WRITTEN else found.value
    if said in {None, kind} or {said, kind} <= _WRITTEN:
        return _Kind(kind, _odd(media_type, kind) if said is None else [])
    remark = f"The server says {media_type}, but it is {_NAMES[kind]} and was read as that."
    return _Kind(kind, [remark])


def _said(media_type: str) -> str | None:
    if media_type.endswith("+json"):
        return "json"
    if media_type.endswith("+xml") and media_type not in _TYPES:
        return "xml"
    return _TYPES.get(media_type)


def _odd(media_type: str, kind: str) -> list[str]:
    main = media_type.partition("/")[0]
    if main not in {"image", "audio", "video", "font"}:
        return []
    return [f"The server says {media_type}, but it is {_NAMES[kind]} and was read as that."]


def _written_kind(data: bytes, said: str | None) -> str:
    head = _head(data)
    if _XML.match(head) and not _HTML.search(head):
        return "xml"
    if said == "html" or _HTML.match(head.lstrip()):
        return "html"
    _refuse_binary(head)
    if said in _WRITTEN:
        return said
    if said != "xml" and _MARKUP.match(head):
        return "html"
    return "json" if _JSON.match(head) else "text"


def _head(data: bytes) -> str:
    if data.startswith(_WIDE):
        return data[:_HEAD].decode("utf-16", "ignore")
    return data[:_HEAD].decode("utf-8-sig", "replace")


def _refuse_binary(head: str) -> None:
    # UTF-16 without its mark shows as every other character NUL.
    nothing = head.count("\0")
    controls = nothing + len(_CONTROLS.findall(head))
    if controls > len(head) * 0.1 and not len(head) * 0.3 < nothing <= len(head) * 0.55:
        raise BadInput("The file is binary data, a kind that is not supported.")


# What is in it


def _document(data: bytes) -> Page:
    found = docx.read(data)
    page = Page(found.text, "docx", title=found.title, language=found.language)
    page.words, page.remarks = len(found.text.split()), found.remarks
    return page


def _written(kind: str, data: bytes, charset: str | None) -> Page:
    text, remarks = decoded(data, charset)
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if kind == "xml":
        text = _xml(text, remarks)
    elif kind == "json":
        text = _ESCAPE.sub(_unescaped, text)
    return Page(text, kind, words=len(text.split()), remarks=remarks)


def _xml(text: str, remarks: list[str]) -> str:
    """What stands between the tags; only references that cannot grow are resolved."""
    if _ENTITY.search(text):
        remarks.append("Entities that the file defines were not expanded.")
    bare = _TAG.sub("\n", _CDATA.sub(lambda match: html.escape(match[1]), text))
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), bare).strip()


def _unescaped(match: re.Match[str]) -> str:
    return str(json.loads(f'"{match[0]}"'))


# What became of it


def _refused(error: BadInput) -> Page:
    said = error.message
    if "password" in said:
        trouble = Trouble.ENCRYPTED
    elif "not supported" in said:
        trouble = Trouble.UNSUPPORTED
    elif "zip bomb" in said or "can be taken" in said or "too deeply" in said:
        trouble = Trouble.TOO_MUCH
    else:
        trouble = Trouble.BROKEN
    return Page("", "other", trouble=trouble, remarks=[said])


def _checked(page: Page) -> Page:
    page.text = _kept(page.text)
    if len(page.text) > MAX_BYTES:
        page.text, page.trouble = page.text[:MAX_BYTES], Trouble.TOO_MUCH
        page.marks = [mark for mark in page.marks if mark.end <= MAX_BYTES]
        page.remarks.append(f"Only the first {MAX_BYTES // 10**6} million characters were kept.")
    if page.trouble is None and not page.text.strip():
        page.trouble = Trouble.EMPTY
    if page.trouble is None and _is_spoilt(page.text):
        page.trouble = Trouble.MOJIBAKE
        page.remarks.append("Its characters are spoilt: the encoding is not known.")
    return page


def _kept(text: str) -> str:
    with suppress(UnicodeEncodeError):
        # Ten times as quick as the search, on every page but those of attackers.
        text.encode()
        if "\0" not in text:
            return text
    return _UNKEPT.sub("\N{REPLACEMENT CHARACTER}", text)


def _is_spoilt(text: str) -> bool:
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    return bool(bad) and bad > _SPOILT * (bad + sum(map(str.isalpha, text)))
