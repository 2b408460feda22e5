"""A text as paragraphs of a new Word file."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, NamedTuple

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from factcheck.documents.docx_package import Element
from factcheck.documents.docx_places import Piece
from factcheck.documents.docx_styles import W
from factcheck.reports.docx_comments import moment_of
from factcheck.reports.docx_marks import element
from factcheck.reports.docx_text import FORBIDDEN, escaped, put
from factcheck.text.spans import Span
from factcheck.words import Zone

Shape = Mapping[str, Any]

TITLE, HEADING = "Title", "Heading1"
_STYLES: Mapping[str, str] = {
    Zone.HEADLINE: HEADING,
    Zone.DECK: "Subtitle",
    Zone.CAPTION: "Caption",
    Zone.PULL_QUOTE: "Quote",
    Zone.FOOTNOTE: "FootnoteText",
}
#: Where nothing says when: a file of today would be another one tomorrow.
_FIRST = datetime(1980, 1, 1, tzinfo=UTC)
_BLANKS = re.compile(r"\s+")
#: What stands between two paragraphs where no blank is beside it.
_ENDS = {"\n", "\n\n", "\r\n", "\r\n\r\n"}
_SPECIAL = re.compile(rf"(?P<tab>\t)|(?P<br>\r\n|\r|\n)|(?P<unshown>{FORBIDDEN})")


class Paragraph(NamedTuple):
    """A stretch of the text and its style; `spaced` where an empty line stands below it."""

    start: int
    end: int
    style: str | None = None
    spaced: bool = False


def template(article: Shape, on: str | None) -> bytes:
    """An empty Word file with the styles that an article needs."""
    word, made = docx.Document(), BytesIO()
    about = word.core_properties
    about.title, about.author = (_plain(article.get(name) or "") for name in ("title", "author"))
    about.comments = ""
    about.created = about.modified = moment_of(on) if on else _FIRST
    _set_styles(word, article.get("language"))
    word.save(made)
    return made.getvalue()


def _plain(text: str) -> str:
    """As much as the properties of a file hold, on one line."""
    return escaped(" ".join(text.split()))[:255]


def _set_styles(word: WordDocument, language: str | None) -> None:
    note = word.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    note.element.set(f"{W}styleId", "FootnoteText")
    note.font.size = Pt(9)
    for lang in word.styles.element.iter(f"{W}lang"):
        lang.set(f"{W}val", language or "en-US")


def paragraphs(text: str, zones: Sequence[Shape], title: str | None) -> list[Paragraph]:
    """The text but for the blanks between; the first headline is the title."""
    styled = _Zones(zones)
    found = [
        Paragraph(start, end, styled.style(start), spaced)
        for start, end, spaced in _stretches(text, styled)
    ]
    heads = (n for n, each in enumerate(found) if each.style == HEADING)
    first = next(heads, 0 if _is_title(text, found, title) else None)
    if first is not None:
        found[first] = found[first]._replace(style=TITLE)
    return found


def _is_title(text: str, found: Sequence[Paragraph], title: str | None) -> bool:
    return bool(found and title) and text[found[0].start : found[0].end] == title


class _Zones:
    """What the zones of a text say of a place in it."""

    def __init__(self, zones: Sequence[Shape]) -> None:
        self._zones = sorted(zones, key=lambda zone: zone["start"])
        self._starts = [zone["start"] for zone in self._zones]
        self._edges = sorted({zone[edge] for zone in zones for edge in ("start", "end")})

    def style(self, at: int) -> str | None:
        number = bisect_right(self._starts, at) - 1
        if number < 0 or self._zones[number]["end"] <= at:
            return None
        return _STYLES.get(self._zones[number]["zone"])

    def part(self, blanks: Span) -> bool:
        """Whether a zone begins or ends there."""
        number = bisect_left(self._edges, blanks.start)
        return number < len(self._edges) and self._edges[number] <= blanks.end


def _stretches(text: str, zones: _Zones) -> Iterator[tuple[int, int, bool]]:
    """Lines that stand apart; others are lines of one paragraph, so that no blank is lost."""
    done = 0
    for match in _BLANKS.finditer(text):
        between = Span(*match.span())
        edge = between.start == 0 or between.end == len(text)
        if edge or match[0] in _ENDS or ("\n" in match[0] and zones.part(between)):
            if done < between.start:
                yield done, between.start, match[0].count("\n") > 1
            done = between.end
    if done < len(text):
        yield done, len(text), False


def fill(parent: Element, text: str, wanted: Sequence[Paragraph]) -> Iterator[Piece]:
    """Appends paragraphs to `parent`; where in them the text stands."""
    for each in wanted:
        made = element("p", parent)
        is_right = _is_right_to_left(text[each.start : each.end])
        _set_paragraph(made, each, is_right=is_right)
        run = element("r", made)
        if is_right:
            element("rtl", element("rPr", run))
        yield from _written(run, text, each)
        if each.spaced:
            _set_paragraph(element("p", parent), Paragraph(0, 0, None, spaced=True))


def _set_paragraph(made: Element, each: Paragraph, *, is_right: bool = False) -> None:
    properties = element("pPr", made)
    if each.style:
        element("pStyle", properties, val=each.style)
    if is_right:
        element("bidi", properties)
    if each.spaced:
        element("spacing", properties, after="0")


def _is_right_to_left(words: str) -> bool:
    """By its first letter that has a direction."""
    directions = map(unicodedata.bidirectional, words)
    return next((each for each in directions if each in {"L", "R", "AL"}), "L") != "L"


def _written(run: Element, text: str, each: Paragraph) -> Iterator[Piece]:
    done = each.start
    for match in _SPECIAL.finditer(text, each.start, each.end):
        yield from _words(run, text, done, match.start())
        done = match.end()
        if match["unshown"]:
            shown = put(run, escaped(match[0]))
            yield Piece(match.start(), done, shown, whole=True)
        else:
            element(str(match.lastgroup), run)
    yield from _words(run, text, done, each.end)


def _words(run: Element, text: str, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(start, end, put(run, text[start:end]))
