"""A PDF as text: paragraphs in the order of reading, its headline, its links.

pdf_lines.py       what PDFium finds on a page
pdf_paragraphs.py  running heads out, lines into paragraphs
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it carries none
from pypdfium2 import raw

from factcheck.documents import fields, pdf_lines
from factcheck.documents.document import Annotation, Document, Zoned
from factcheck.documents.html_links import absolute
from factcheck.documents.pdf_lines import Line
from factcheck.documents.pdf_paragraphs import Paragraph, paragraphs, without_running_heads
from factcheck.errors import BadInput
from factcheck.words import AnnotationKind, Format, Zone

MOST_PAGES = 2_000
_LARGER = 1.15
# Of one page.
_MOST_LINKS = 2_000
_NEAR_TOP = 4
_SHOWN = 10
_FILE_NAME = re.compile(
    r"(?:.*[\\/])?\S*\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf|odt|pages|pptx?)$", re.IGNORECASE
)
_WORD = re.compile(r"Microsoft (?:Office )?Word - ", re.IGNORECASE)
_NOT_WHOLE = "Save or download it again; it may be damaged or cut off."


@dataclass(slots=True)
class _Read:
    """What was found on the pages that were read."""

    count: int
    pages: list[list[Line]] = field(default_factory=list)
    #: Parts of lines, from and to, with the address they link to.
    links: list[tuple[Line, int, int, str]] = field(default_factory=list)
    unread: int = 0


def read(data: bytes) -> Document:
    """The text of a PDF, at most 2,000 pages of it.

    Raises BadInput for what is no PDF, needs a password, or has no text layer.
    """
    file = _opened(data)
    try:
        found = _pages(file)
        title, authors, language = _said(file)
    finally:
        file.close()
    _refuse_scan(found)
    return _document(found, title, authors, language)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(data, getattr(error, "err_code", None)) from error


def _refusal(data: bytes, code: int | None) -> BadInput:
    if code == raw.FPDF_ERR_PASSWORD:
        message = "The PDF is encrypted and opens only with a password."
        return BadInput(message, hint="Open it, and save or print it without the password.")
    if code == raw.FPDF_ERR_SECURITY:
        message = "The PDF is protected in a way that cannot be read."
        return BadInput(message, hint="Print it to a new PDF.")
    if b"%PDF-" in data[:1024]:
        return BadInput("The PDF is not whole: it cannot be read.", hint=_NOT_WHOLE)
    start = fields.tidy(data[:30].decode("latin-1"))
    how = f"it begins with {start!r}" if start else "it is empty"
    return BadInput(f"This is no PDF: {how}.", hint="Give it as what it is.")


def _pages(file: pdfium.PdfDocument) -> _Read:
    found = _Read(len(file))
    for number in range(min(found.count, MOST_PAGES)):
        try:
            page = file[number]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            found.unread += 1
            found.pages.append([])
            continue
        lines = pdf_lines.lines(text)
        found.pages.append(lines)
        found.links += _links(page, text, lines)
        text.close()
        page.close()
    return found


def _links(
    page: pdfium.PdfPage, text: pdfium.PdfTextPage, lines: list[Line]
) -> Iterator[tuple[Line, int, int, str]]:
    for said, boxes in islice(pdf_lines.links(page), _MOST_LINKS):
        if url := absolute(said, None):
            for box in boxes:
                for line in lines:
                    if place := pdf_lines.inside(text, line, box):
                        yield line, *place, url


def _refuse_scan(found: _Read) -> None:
    if found.unread == len(found.pages):
        raise BadInput("No page of the PDF can be read.", hint=_NOT_WHOLE)
    if not any(found.pages):
        message = f"The PDF is scanned: its {_counted(len(found.pages))} no text layer."
        raise BadInput(message, hint="Run OCR over it first, for example with ocrmypdf.")


def _counted(pages: int) -> str:
    return "one page has" if pages == 1 else f"{pages} pages have"


def _document(
    found: _Read, title: str | None, authors: list[str], language: str | None
) -> Document:
    pages, heads = without_running_heads(found.pages)
    parts = paragraphs(pages)
    text = "\n".join(part.text for part in parts)
    zones = _headline(parts)
    if zones and not title:
        title = fields.tidy(text[zones[0].start : zones[0].end])
    return Document(
        text,
        Format.PDF,
        zones=zones,
        annotations=_annotations(found, parts),
        title=title,
        authors=authors,
        language=language,
        remarks=list(_remarks(found, heads)),
    )


def _headline(parts: list[Paragraph]) -> list[Zoned]:
    """The first paragraph, where it is set larger than most of the text."""
    sizes: Counter[float] = Counter()
    for part in parts:
        sizes[part.size] += part.length
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    near = parts[:_NEAR_TOP]
    largest = max(near, key=lambda part: part.size, default=None)
    if largest is None or largest.size < _LARGER * usual:
        return []
    start = sum(part.length + 1 for part in parts[: near.index(largest)])
    return [Zoned(start, start + largest.length, Zone.HEADLINE)]


def _annotations(found: _Read, parts: list[Paragraph]) -> list[Annotation]:
    starts: dict[Line, int] = {}
    at = 0
    for part in parts:
        starts.update((line, at + start) for start, line in part.lines)
        at += part.length + 1
    links = [
        (starts[line] + start, starts[line] + end, url)
        for line, start, end, url in found.links
        if line in starts
    ]
    kind = AnnotationKind.LINK
    return [Annotation(start, end, kind, urls=[url]) for start, end, url in _joined(links)]


def _joined(links: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """A link over two lines is one link."""
    joined: list[tuple[int, int, str]] = []
    for start, end, url in sorted(set(links)):
        if joined and joined[-1][2] == url and start - joined[-1][1] <= 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), url)
        else:
            joined.append((start, end, url))
    return joined


def _remarks(found: _Read, heads: list[str]) -> Iterator[str]:
    if found.count > MOST_PAGES:
        yield f"Only the first {MOST_PAGES:,} of {found.count:,} pages were read."
    blank = [number for number, lines in enumerate(found.pages, start=1) if not lines]
    if blank:
        numbers = ", ".join(map(str, blank[:_SHOWN])) + (" ..." if blank[_SHOWN:] else "")
        yield f"There is no text on {len(blank)} of {len(found.pages)} pages: {numbers}."
    if heads:
        shown = "; ".join(repr(fields.tidy(head, 60)) for head in heads[:3])
        yield f"Running heads and page numbers were left out: {shown}."


def _said(file: pdfium.PdfDocument) -> tuple[str | None, list[str], str | None]:
    said = file.get_metadata_dict()
    title = fields.tidy(_WORD.sub("", said.get("Title", "")))
    if title and (_FILE_NAME.match(title) or title.lower() == "untitled"):
        title = None
    return title, fields.names(said.get("Author", "").split(";")), _language(file)


def _language(file: pdfium.PdfDocument) -> str | None:
    length = raw.FPDFCatalog_GetLanguage(file, None, 0)
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFCatalog_GetLanguage(file, buffer, length)
    return fields.language(bytes(buffer).decode("utf-16-le", "replace").rstrip("\0"))
