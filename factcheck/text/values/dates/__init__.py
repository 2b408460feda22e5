"""Finds dates and times of day."""

from collections.abc import Iterator
from datetime import date

from factcheck.text.values.dates import row as dates_row
from factcheck.text.values.dates import times
from factcheck.text.values.dates.bounds import Bounded, bounded
from factcheck.text.values.dates.direction import Direction, direction
from factcheck.text.values.dates.patterns import beginning, patterns
from factcheck.text.values.dates.reading import reading
from factcheck.text.values.dates.resolving import resolved
from factcheck.text.values.dates.row import DateRow
from factcheck.text.values.dates.shapes import Event, Nth, Point, Reading, Stretch, Weekend
from factcheck.text.values.quantities import LOOK
from factcheck.text.values.value import Value
from factcheck.words import ValueKind


def find(text: str, on: date | None = None, language: str = "en") -> list[Value]:
    """The dates and times of day of `text` in reading order, none over another.

    `on` is the day from which "Wednesday" and "last week" count; without it they have no `iso`.
    English, German, French and Spanish are read, other languages give nothing.
    """
    return read(text, on, language)[0]


def read(text: str, on: date | None, language: str) -> tuple[list[Value], int]:
    """The dates and times, and the work that it took, as in quantities.py."""
    row = dates_row.read(text, language)
    if row is None:
        return [], 0
    clocks = list(times.find(row))
    dates, tries = _dates(row, on)
    tries += len(clocks) + sum(map(row.letters.count, "ACZ"))
    taken = [(value.start, value.end) for value in dates]
    return sorted([*dates, *_free(clocks, taken)], key=_start), len(row.letters) + LOOK * tries


def _free(clocks: list[Value], taken: list[tuple[int, int]]) -> Iterator[Value]:
    """Those of `clocks` that no date has taken; both are in reading order."""
    at = 0
    for value in clocks:
        while at < len(taken) and taken[at][1] <= value.start:
            at += 1
        if at == len(taken) or value.end <= taken[at][0]:
            yield value


def _start(value: Value) -> int:
    return value.start


def _dates(row: DateRow, on: date | None) -> tuple[list[Value], int]:
    values: list[Value] = []
    done = tries = 0
    for start in beginning().finditer(row.letters):
        first = start.start()
        if first < done:
            continue
        tries += 1
        if found := _read(row, first):
            what, last = found
            values.append(_value(row, what, bounded(row, first, last, done), on))
            done = last
    return values, tries


def _read(row: DateRow, first: int) -> tuple[Reading, int] | None:
    """What the words from `first` on say, and where they end."""
    for name, pattern in patterns(row.letters[first]):
        match = pattern.match(row.letters, first)
        if match and (what := reading(name, row, match)):
            return what, match.end()
    return None


def _is_open(what: Reading) -> bool:
    """Whether the words around may tell which year or week is meant."""
    match what:
        case Point(year=int()) | Stretch(first=Point(year=int())) | Nth(month=Point(year=int())):
            return False
        case Point() | Stretch() | Nth() | Weekend():
            return True
    return False


def _value(row: DateRow, what: Reading, bound: Bounded, on: date | None) -> Value:
    if isinstance(what, Event):
        bound = Bounded(bound.date, bound.date, bound.last)
    words = row.written(bound.date, bound.last)
    way = direction(row, bound.first, bound.last, bound.words) if _is_open(what) else Direction()
    day = resolved(what, words, on, way)
    start, end = row.spans[bound.first][0], row.spans[bound.last - 1][1]
    return Value(
        ValueKind.DATE,
        row.text[start:end],
        start,
        end,
        bound=bound.bound,
        approximate=bound.approximate,
        iso=day.iso,
        resolved_from=day.rule,
        remarks=day.remarks,
    )
