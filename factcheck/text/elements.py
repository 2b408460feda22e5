"""What can be checked in a text: its figures, dates, names, titles and quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.text import figures, names, sentences, tokens
from factcheck.text.figures import Found
from factcheck.text.layout import Line, lines
from factcheck.text.lexicon import Lexicon, lexicon
from factcheck.text.spans import Span
from factcheck.text.speech.quotations import quotations
from factcheck.text.tokens import Row, masked
from factcheck.words import Kind


class What(StrEnum):
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    TITLE = "title"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Element:
    """One thing to check, and of what kind it is."""

    span: Span
    what: What
    kind: Kind


_SPOKEN = re.compile("[,:][\"'][CBHLKPUR]")
_BLANKS_AND_MARKS = " \t\n\u00a0\u202f\u2009`"


def find(text: str, language: str = "en") -> list[Element]:
    """The elements of `text` in reading order.

    They do not overlap, except that a quotation holds the elements inside it.
    """
    words = lexicon(language)
    parts = lines(text, sentences.split(text, language))
    return read(tokens.read(text, words), parts, quotations(text), words)


def read(row: Row, parts: list[Line], quoted: list[Span], words: Lexicon) -> list[Element]:
    """As `find`, where the text has been taken apart already; `quoted` are with their marks."""
    dates = figures.dates(row)
    cases = masked(row.cases, _places(dates))
    titles, named = names.find(row, cases, _firsts(row, parts), _quiet(row, parts), words)
    # The figure of COVID-19 belongs to the name.
    numbered = [place for place in _places(named) if "D" in cases[slice(*place)]]
    taken = sorted(_places(dates) + numbered)
    counted = figures.figures(row, masked(row.kinds, taken), words)
    found = [
        *_elements(row, dates, What.DATE),
        *_elements(row, counted, What.FIGURE),
        *_elements(row, _beside(titles, counted), What.TITLE),
        *_elements(row, _beside(named, counted), What.NAME),
        *_quotations(row.text, quoted),
    ]
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


def _places(found: Iterable[Found]) -> list[tuple[int, int]]:
    return [(each.first, each.last) for each in found]


def _beside(found: list[Found], counted: list[Found]) -> list[Found]:
    """Names that no figure has taken as what it counts: "20 Russian soldiers"."""
    taken = {at for each in counted for at in range(each.first, each.last)}
    return [each for each in found if taken.isdisjoint(range(each.first, each.last))]


def _elements(row: Row, found: Iterable[Found], what: What) -> Iterable[Element]:
    for each in found:
        span = Span(row.starts[each.first], row.ends[each.last - 1])
        yield Element(span, what, each.kind)


def _quotations(text: str, quoted: list[Span]) -> Iterable[Element]:
    """The words between the marks."""
    for span in quoted:
        inner = text[span.start + 1 : span.end - 1]
        start = span.start + 1 + len(inner) - len(inner.lstrip(_BLANKS_AND_MARKS))
        end = span.start + 1 + len(inner.rstrip(_BLANKS_AND_MARKS))
        if start < end:
            yield Element(Span(start, end), What.QUOTATION, Kind.QUOTE)


def _firsts(row: Row, parts: list[Line]) -> list[int]:
    """The words that have a capital because a sentence begins."""
    begun = set(names.firsts(row, sorted(part.words.start for part in parts)))
    begun.update(match.end() - 1 for match in _SPOKEN.finditer(row.cases))
    return sorted(begun)


def _quiet(row: Row, parts: list[Line]) -> list[range]:
    """The words of headings, and of labels in front of sentences."""
    stretches = (_quiet_part(part) for part in parts)
    return [_within(row, stretch) for stretch in stretches if stretch.start < stretch.end]


def _quiet_part(part: Line) -> Span:
    start = part.sentence.start
    return part.sentence if part.heading else Span(start, max(start, part.words.start))


def _within(row: Row, span: Span) -> range:
    return range(bisect_left(row.starts, span.start), bisect_right(row.starts, span.end - 1))
