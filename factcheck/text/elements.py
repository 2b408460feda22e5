"""What can be checked in a text: its figures, dates, names, titles and quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.text import figures, names, sentences, tokens
from factcheck.text.figures import Found
from factcheck.text.layout import bare, is_heading
from factcheck.text.lexicon import lexicon
from factcheck.text.spans import Span
from factcheck.text.speech.marks import quotations
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
    row = tokens.read(text, lexicon(language))
    return read(row, sentences.split(text, language), quotations(text), language)


def read(
    row: Row, parts: list[Span], quoted: list[Span], language: str = "en"
) -> list[Element]:
    """As `find`, where the text has been taken apart already."""
    words = lexicon(language)
    dates = figures.dates(row)
    cases = masked(row.cases, _places(dates))
    quiet = _quiet(row, parts)
    titles, named = names.find(row, cases, _firsts(row, parts), quiet, words)
    # The figure of COVID-19 belongs to the name.
    taken = sorted(_places(dates) + [place for place in _places(named) if "D" in cases[slice(*place)]])
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


def _firsts(row: Row, parts: list[Span]) -> list[int]:
    """The words that have a capital because a sentence begins."""
    begun = set(names.firsts(row, sorted(bare(row.text, part).start for part in parts)))
    begun.update(match.end() - 1 for match in _SPOKEN.finditer(row.cases))
    return sorted(begun)


def _quiet(row: Row, parts: list[Span]) -> list[range]:
    """The words of headings, and of labels in front of sentences."""
    stretches = (_quiet_part(row.text, part) for part in parts)
    return [_within(row, stretch) for stretch in stretches if stretch.start < stretch.end]


def _quiet_part(text: str, part: Span) -> Span:
    if is_heading(text[part.start : part.end]):
        return part
    return Span(part.start, max(part.start, bare(text, part).start))


def _within(row: Row, span: Span) -> range:
    return range(bisect_left(row.starts, span.start), bisect_right(row.starts, span.end - 1))
