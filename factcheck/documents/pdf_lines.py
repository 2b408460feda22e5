"""The lines of a PDF page, with where they stand and how large they are set."""

import ctypes
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it carries none
from pypdfium2 import raw

from factcheck.documents.fields import without_controls

#: What PDFium writes for a hyphen that divides a word at the end of a line.
DIVIDED = "\x02"
_DIVIDING = re.compile("[^\\W\\d_][-\u2010]$")
_ENDS = re.compile("\r\n|\r|\n|(?<=\x02)")
# What has no place in a text: all markers of PDFium, and its sign for what it cannot map.
_MARKERS = str.maketrans(dict.fromkeys("\x02\ufffe\uffff\0"))


@dataclass(slots=True, eq=False)
class Line:
    text: str
    #: The line ends in the middle of a word.
    divided: bool
    #: The first character, counted on the page, and all of them as PDFium gave them.
    first: int
    source: str
    left: float
    right: float
    #: Of its baseline, from the bottom of the page.
    y: float
    size: float


def lines(page: pdfium.PdfTextPage) -> list[Line]:
    """In the order of the file, which is the order of reading in nearly all."""
    count = page.count_chars()
    # Not get_text_range, which loses characters beyond U+FFFF and with them the places.
    source = "".join([_char(raw.FPDFText_GetUnicode(page, at)) for at in range(count)])
    found = [line for start, text in _pieces(source) if (line := _line(page, start, text))]
    # At the end of a page nothing follows by which PDFium would know the hyphen.
    if found and _DIVIDING.search(found[-1].text):
        found[-1].text, found[-1].divided = found[-1].text[:-1], True
    return found


def _char(code: int) -> str:
    return chr(code) if code <= sys.maxunicode else "\ufffd"


def _pieces(source: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _ENDS.finditer(source):
        yield start, source[start : end.start()]
        start = end.end()
    yield start, source[start:]


def _line(page: pdfium.PdfTextPage, start: int, source: str) -> Line | None:
    text = clean(source).strip()
    if not text:
        return None
    skipped = len(source) - len(source.lstrip())
    head, tail = start + skipped, start + len(source.rstrip()) - 1
    box, end = _box(page, head), _box(page, tail)
    return Line(
        text,
        divided=source.endswith(DIVIDED),
        first=head,
        source=source.strip(" \t"),
        left=box.left,
        right=max(box.right, end.right),
        y=_baseline(page, head),
        size=round(abs(box.top - box.bottom), 1),
    )


def clean(text: str) -> str:
    return without_controls(text.translate(_MARKERS))


def _box(page: pdfium.PdfTextPage, at: int) -> raw.FS_RECTF:
    # The loose box has the height of the font, the same for "a" and "g".
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, at, box)
    return box


def _baseline(page: pdfium.PdfTextPage, at: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, at, x, y)
    return y.value


def links(page: pdfium.PdfPage) -> Iterator[tuple[str, list[raw.FS_RECTF]]]:
    """The addresses that a page links to, with the rectangles that can be clicked."""
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, place, link):
        if url := _url(page, link):
            yield url, list(_rectangles(link))


def _url(page: pdfium.PdfPage, link: raw.FPDF_LINK) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    length = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(page.pdf, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _rectangles(link: raw.FPDF_LINK) -> Iterator[raw.FS_RECTF]:
    """One a line where the link says so, else one around all of it."""
    count = raw.FPDFLink_CountQuadPoints(link)
    for place in range(count):
        quad = raw.FS_QUADPOINTSF()
        if raw.FPDFLink_GetQuadPoints(link, place, quad):
            x, y = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield raw.FS_RECTF(min(x), max(y), max(x), min(y))
    box = raw.FS_RECTF()
    if not count and raw.FPDFLink_GetAnnotRect(link, box):
        yield box


def inside(page: pdfium.PdfTextPage, line: Line, box: raw.FS_RECTF) -> tuple[int, int] | None:
    """The first and last place, in the text of `line`, of what stands inside of `box`."""
    if not min(box.bottom, box.top) - 1 <= line.y + line.size / 4 <= max(box.bottom, box.top) + 1:
        return None
    places = [
        at
        for at, char in enumerate(line.source)
        if char.strip() and _holds(page, box, line.first + at)
    ]
    if not places:
        return None
    return len(clean(line.source[: places[0]])), len(clean(line.source[: places[-1] + 1]))


def _holds(page: pdfium.PdfTextPage, box: raw.FS_RECTF, at: int) -> bool:
    char = _box(page, at)
    return bool(box.left <= (char.left + char.right) / 2 <= box.right)
