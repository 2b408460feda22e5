"""One fact with two figures in one text.

Only where both sentences say it plainly and of the same thing: nothing quoted, planned, rounded
or bounded, no other time, place or source, and no word in the shorter one that the other lacks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from factcheck.audit.sifting import MOST, About, about, sift, tokens_of
from factcheck.text import sentences, values
from factcheck.text.languages import primary
from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.spans import Span
from factcheck.text.values.comparing.nouns import Match, match
from factcheck.text.values.reading.alike import form
from factcheck.text.values.reading.pairing import Met, Side, obstacle
from factcheck.text.values.reading.periods import is_part
from factcheck.text.values.reading.relation import dated_before, earlier
from factcheck.text.values.units import dimension
from factcheck.text.values.value import Value
from factcheck.words import Bound, Result, ValueKind

#: A longer sentence is a list or a table.
LONGEST = 600
#: A line of wrapped text is longer than one of a list.
_SHORT = 40
_TIMED = frozenset({ValueKind.DATE, ValueKind.TIME, ValueKind.DURATION})
_KINDS = frozenset({ValueKind.COUNT, ValueKind.QUANTITY, ValueKind.MONEY, ValueKind.AGE})
#: Counts of so many things that two words more must be the same.
_ANYBODY = words("""
    person people man woman child member case time thing place way part point country city
    dollar euro pound
""")
#: Two figures further apart are hardly of one thing, unless a digit slipped.
_FAR = 2
_TEN = Decimal(10)
#: Figures that are some of others, or one after the other.
_SOME = re.compile(
    r"\b(?:another|other|further|additional|more|extra|first|second|third|last|next|final|every|"
    r"each|per|some|only|remaining|all|both|of (?:the|its|their|his|her|our|these|those)|least|"
    r"most|than|to|by|from|up|down|extra|weitere[rns]?|andere[rns]?|erste[rns]?|jede[rns]?|pro|"
    r"autres?|premi\w+|chaque|otr[oa]s?|primer\w*|cada|or|and|between|minus|plus)\W*$",
    re.IGNORECASE,
)
_SOME_BEHIND = re.compile(
    r"^\W{0,2}(?:of (?:the|its|their|them|whom|which|these|those|his|her)\b|to \d|or \d"
    r"|a (?:day|week|month|year|piece|head)\b|(?:more|others?|less|fewer|each|apiece|per|later|ago"
    r"|earlier|away|from|into|older|younger|longer|shorter|higher|lower)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, and the sentence that it stands in."""

    value: Value
    sentence: Span


class Twice(NamedTuple):
    """Two figures of one thing, in reading order."""

    one: Figure
    other: Figure


def find(text: str, on: date | None, language: str) -> list[Twice]:
    """Each contradiction once; figures that are wrong by conversion or rounding only are none."""
    parts = list(_sentences(text, language))
    found: list[Value] = []
    for part in sift(text, parts, lexicon(primary(language))):
        row = values.find(text[part.start : part.end], on, language)
        found += (_moved(value, part.start) for value in row)
    return _Text(text, parts, found, on, language).twice()


def _moved(value: Value, by: int) -> Value:
    return replace(value, start=value.start + by, end=value.end + by)


def _sentences(text: str, language: str) -> Iterator[Span]:
    for start, end in sentences.split(text, language):
        if end - start <= LONGEST and not _is_list(text[start:end]):
            yield Span(start, end)


def _is_list(sentence: str) -> bool:
    """Lines too short to be those of a wrapped text."""
    if "\n" not in sentence:
        return False
    *lines, _last = sentence.strip().split("\n")
    return any(len(line) < _SHORT for line in lines)


# Which figures


class _Text:
    """The figures of a text, compared with each other."""

    def __init__(
        self, text: str, parts: list[Span], found: list[Value], on: date | None, language: str
    ) -> None:
        self._text, self._parts, self._on = text, parts, on
        self._side = Side(text, found, language)
        self._found = found
        self._known = lexicon(primary(language))

    def twice(self) -> list[Twice]:
        groups: dict[object, list[tuple[Figure, About]]] = defaultdict(list)
        for figure, others in self._figures():
            if self._is_plain(figure):
                groups[_group(figure.value)].append((figure, self._about(figure, others)))
        found: dict[object, Twice] = {}
        for row in groups.values():
            for (one, first), (other, second) in combinations(row[:MOST], 2):
                key = frozenset({_said(one.value), _said(other.value)})
                fits = first.fits(second) and not _has_both(one, other, first, second)
                if key not in found and fits and self._differ(one, other):
                    found[key] = Twice(one, other)
        return sorted(found.values(), key=lambda each: each.one.value.start)

    def _figures(self) -> Iterator[tuple[Figure, list[Value]]]:
        """Each with all values of its sentence."""
        at = 0
        for part in self._parts:
            first = at
            while at < len(self._found) and self._found[at].start < part.end:
                at += 1
            row = [value for value in self._found[first:at] if value.start >= part.start]
            for value in row:
                yield Figure(value, part), row

    def _is_plain(self, figure: Figure) -> bool:
        """One exact figure with what it is of, and no part of another."""
        value, sentence = figure.value, figure.sentence
        if value.kind not in _KINDS or value.low is None or value.low != value.high:
            return False
        if value.bound is not Bound.EXACT or value.approximate or value.remarks or value.low <= 0:
            return False
        if value.kind is ValueKind.COUNT and not self._is_counted(value):
            return False
        # "two-bedroom flats" and "three-bedroom flats" are two kinds of flats.
        if value.kind is not ValueKind.AGE and _HUNG.search(value.text):
            return False
        before = self._text[max(sentence.start, value.start - 30) : value.start]
        after = self._text[value.end : min(sentence.end, value.end + 30)]
        return not (_SOME.search(before) or _SOME_BEHIND.match(after) or is_part(value, self._text))

    def _is_counted(self, value: Value) -> bool:
        """Of something, and not the hour of a morning."""
        of = (value.of or "").split()
        odd = self._known.day_parts | self._known.numbers | self._known.of
        return bool(of) and odd.isdisjoint(of)

    def _about(self, figure: Figure, others: Sequence[Value]) -> About:
        value, (start, end) = figure.value, figure.sentence
        rest = f"{self._text[start : value.start]} {self._text[value.end : end]}"
        found = about(tokens_of(rest, Span(0, len(rest))), None, self._known)
        spans = {each.iso or each.text.lower() for each in others if each.kind in _TIMED}
        return replace(found, times=found.times | spans)

    def _differ(self, one: Figure, other: Figure) -> bool:
        """Two figures that differ and are of one thing."""
        if one.sentence == other.sentence or not _is_near(one.value, other.value):
            return False
        found = values.compare(one.value, other.value, on=self._on, right_on=self._on)
        if found.result is not Result.DISAGREES:
            return False
        left, right = self._side.met(one.value), self._side.met(other.value)
        return _share(left, right) and _are_told_alike(left, right)


_HUNG = re.compile(r"\w-[^\W\d_]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def _has_both(one: Figure, other: Figure, first: About, second: About) -> bool:
    """The figure of the one stands in the sentence of the other, too."""
    ours, theirs = (set(_FIGURE.findall(each.value.text)) for each in (one, other))
    return bool(ours & second.numerals or theirs & first.numerals)


def _group(value: Value) -> object:
    """Figures of other groups are of other things."""
    if value.kind is ValueKind.COUNT:
        return (value.of or "").split()[-1]
    return value.kind, dimension(value.unit or "") or value.unit


def _said(value: Value) -> object:
    return value.kind, value.low, value.unit, value.of


def _is_near(one: Value, other: Value) -> bool:
    """Near each other, or the same digits with other zeros."""
    low, high = sorted((one.low or Decimal(0), other.low or Decimal(0)))
    if one.unit != other.unit:
        return True
    if low * _FAR >= high:
        return True
    return low.normalize().as_tuple().digits == high.normalize().as_tuple().digits


def _are_told_alike(left: Met, right: Met) -> bool:
    """Both by the text itself, or by the same source; nothing sets one apart."""
    if left.reading.marks or right.reading.marks or left.doubt or right.doubt:
        return False
    if left.reading.source != right.reading.source:
        return False
    for one in (left, right):
        if earlier(one.value, one.context) or dated_before(one.context):
            return False
    return not (obstacle(left, right, Result.DISAGREES) or obstacle(right, left, Result.DISAGREES))


def _share(left: Met, right: Met) -> bool:
    """What the one clause says of its figure, the other says too."""
    nouns = _nouns(left.value) | _nouns(right.value)
    ours, theirs = left.context.near - nouns, right.context.near - nouns
    if not ours <= theirs and not theirs <= ours:
        return False
    if match(left.value.of, right.value.of) not in {Match.SAME, Match.OPEN}:
        return False
    counted = left.value.kind is ValueKind.COUNT and nouns.isdisjoint(_ANYBODY)
    return len(ours & theirs) >= (1 if counted else 2)


def _nouns(value: Value) -> frozenset[str]:
    return frozenset(form(word) for word in (value.of or "").replace("-", " ").split())
