"""All text of a PDF, line by line; what repeats at the edges of its pages stands behind it."""

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it carries none
from pypdfium2 import raw

from factcheck.documents import fields
from factcheck.documents.page import Page
from factcheck.looks import Trouble
from factcheck.text.plain import MAX_BYTES

MOST_PAGES = 3_000
# What PDFium writes for a hyphen at the end of a line, with the end of the line.
_DIVIDED = re.compile("(?<=([^\\W\\d_]))[\x02\ufffe]\\s*|[\x02\ufffe]\\s*")
# At the end of a page nothing follows by which PDFium would know the hyphen.
_OPEN_END = re.compile("(?<=[^\\W\\d_])[-\u2010]$")
_MARKERS = str.maketrans(dict.fromkeys("\x02\ufffe\uffff\0"))
_LINE = re.compile("\r\n?|\n")
_DIGITS = re.compile(r"\d+")
_EDGE = 2
_FEWEST = 3
_SHARE = 0.4
_LONGEST_HEAD = 200


def read(data: bytes) -> Page:
    """The text of at most 3,000 pages; scripts, forms and attachments are left alone."""
    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return _unopened(getattr(error, "err_code", None))
    try:
        return _page(file)
    finally:
        file.close()


def _unopened(code: int | None) -> Page:
    if code == raw.FPDF_ERR_PASSWORD:
        remark = "The PDF opens only with a password."
        return Page("", "pdf", trouble=Trouble.ENCRYPTED, remarks=[remark])
    if code == raw.FPDF_ERR_SECURITY:
        remark = "The PDF is protected in a way that cannot be read."
        return Page("", "pdf", trouble=Trouble.ENCRYPTED, remarks=[remark])
    remark = "The PDF is not whole: it cannot be read."
    return Page("", "pdf", trouble=Trouble.BROKEN, remarks=[remark])


def _page(file: pdfium.PdfDocument) -> Page:
    pages, broken = _pages(file)
    text = _text(pages)
    said = file.get_metadata_dict()
    page = Page(
        text,
        "pdf",
        title=fields.tidy(said.get("Title")),
        published=fields.day(said.get("CreationDate", "").removeprefix("D:")[:8]),
        modified=fields.day(said.get("ModDate", "").removeprefix("D:")[:8]),
        words=len(text.split()),
    )
    page.trouble, page.remarks = _judged(len(file), pages, broken)
    return page


def _pages(file: pdfium.PdfDocument) -> tuple[list[list[str]], int]:
    """The lines of each page, and how many pages could not be read."""
    pages: list[list[str]] = []
    broken = length = 0
    for number in range(min(len(file), MOST_PAGES)):
        try:
            page = file[number]
            text = page.get_textpage()
            found = text.get_text_bounded()
            text.close()
            page.close()
        except pdfium.PdfiumError:
            broken += 1
            found = ""
        length += len(found)
        if length > MAX_BYTES:
            break
        pages.append(_lines(found))
    return pages, broken


def _lines(text: str) -> list[str]:
    joined = _LINE.sub("\n", _DIVIDED.sub(_joined, text)).translate(_MARKERS)
    return [line for line in (each.strip() for each in joined.split("\n")) if line]


def _joined(match: re.Match[str]) -> str:
    """`inter-/national` is one word; `COVID-/19` and `Jean-/Paul` keep their hyphen."""
    following = match.string[match.end() : match.end() + 1]
    return "" if match[1] and following.islower() else "-"


def _text(pages: list[list[str]]) -> str:
    """What runs over the end of a page runs on, past the running heads."""
    heads = _heads(pages)
    parts: list[str] = []
    for lines in pages:
        body = [line for at, line in enumerate(lines) if not _is_head(lines, at, heads)]
        if not body:
            continue
        if parts and body[0][0].islower() and _OPEN_END.search(parts[-1]):
            body[0] = parts.pop()[:-1] + body[0]
        parts += body
    shown = (line for page in pages for at, line in enumerate(page) if _is_head(page, at, heads))
    return "\n".join([*parts, *dict.fromkeys(shown)])


def _heads(pages: list[list[str]]) -> set[str]:
    """The patterns of what stands at the edge of many pages, with other numbers at most."""
    seen = Counter(pattern for page in pages for pattern in {*map(_pattern, _edges(page))})
    least = max(_FEWEST, _SHARE * sum(map(bool, pages)))
    return {pattern for pattern, count in seen.items() if count >= least}


def _edges(page: list[str]) -> Iterator[str]:
    return (line for at, line in enumerate(page) if _is_edge(page, at))


def _is_edge(page: list[str], at: int) -> bool:
    # On a page of a few lines all would be edges.
    count = min(_EDGE, len(page) // 3)
    return (at < count or at >= len(page) - count) and len(page[at]) <= _LONGEST_HEAD


def _is_head(page: list[str], at: int, heads: set[str]) -> bool:
    return _is_edge(page, at) and _pattern(page[at]) in heads


def _pattern(line: str) -> str:
    return _DIGITS.sub("#", line)


def _judged(count: int, pages: list[list[str]], broken: int) -> tuple[Trouble | None, list[str]]:
    if len(pages) < count and any(pages):
        return Trouble.TOO_MUCH, [f"Only the first {len(pages):,} of {count:,} pages were read."]
    if broken:
        return Trouble.BROKEN, [f"{broken} of {count} pages could not be read."]
    blank = sum(not page for page in pages)
    if blank == len(pages):
        return Trouble.SCANNED, ["The PDF has no text layer."]
    return None, [f"There is no text on {blank} of {count} pages."] if blank else []
