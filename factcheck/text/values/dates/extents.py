"""The days that an ISO date covers, and the words for them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from factcheck.text.values.dates.resolving import MONTHS, WEEKDAYS, shown

_FIGURES = re.compile(r"\d+")
_ONES = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Extent:
    """From the first day to the last."""

    first: date
    last: date
    #: How exactly each end is given: 10 figures for a day, 7 for a month, 4 for a year.
    precision: int
    #: Written as from one date to another.
    is_stretch: bool = False

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    def holds(self, other: "Extent") -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Extent") -> bool:
        return self.first <= other.last and other.first <= self.last

    @property
    def beginning(self) -> "Extent":
        """The day, month or year with which it begins."""
        return _end(self.first, self.precision) if self.is_stretch else self

    @property
    def ending(self) -> "Extent":
        return _end(self.last, self.precision) if self.is_stretch else self


def _end(day: date, precision: int) -> Extent:
    iso = day.isoformat()[:precision]
    return Extent(_first(iso), _last(iso), precision)


@lru_cache(maxsize=1000)
def extent(iso: str, text: str = "") -> Extent | None:
    """None for what is no date; `text` tells "the 1990s" from "1990-1999"."""
    first, _, last = iso.partition("/")
    try:
        start, end = _first(first), _last(last or first)
    except ValueError:
        return None
    if start > end:
        return None
    stretch = bool(last) and not _is_unit(start, end, text)
    return Extent(start, end, len(last or first), stretch)


def _first(iso: str) -> date:
    return date.fromisoformat(iso + "0001-01-01"[len(iso) :])


def _last(iso: str) -> date:
    first = _first(iso)
    if len(iso) == 4:
        return first.replace(month=12, day=31)
    return first.replace(day=monthrange(first.year, first.month)[1]) if len(iso) == 7 else first


def _is_unit(start: date, end: date, text: str) -> bool:
    """A week, quarter, decade or century, which may hold a date, unlike a stretch."""
    days = (end - start).days + 1
    figures = _FIGURES.findall(text)
    if days == 7:
        return start.weekday() == 0 and (not figures or "W" in text)
    if days < 32:
        return False
    if end.year - start.year >= 9:
        return len(figures) < 2
    return (start.month, start.day) in {(1, 1), (4, 1), (7, 1), (10, 1)} and days < 185


def named(found: Extent) -> str:
    """`11 September 2023`, `September 2023`, `2023`, `10 to 13 September 2023`."""
    if found.is_day:
        return shown(found.first)
    first, last = found.first, found.last
    if found.precision == 4:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if found.precision == 7:
        ends = [f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
        return " to ".join(dict.fromkeys(ends))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {shown(last)}"
    return f"{shown(first)} to {shown(last)}"


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def elapsed(first: date, last: date) -> tuple[int, int, int]:
    """Whole years, months and days from `first` to `last`, which is not before it."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day:
        months -= 1
    return months // 12, months % 12, (last - _months_on(first, months)).days


def _months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def length(first: date, last: date) -> str:
    """`4 years, 4 months and 17 days`."""
    parts = [
        f"{number} {unit}{'' if number == 1 else 's'}"
        for number, unit in zip(elapsed(first, last), ("year", "month", "day"), strict=True)
        if number
    ]
    if len(parts) < 2:
        return parts[0] if parts else "0 days"
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def days(number: int) -> str:
    """`one day`, `two days`, `40 days`."""
    word = _ONES[number] if number < len(_ONES) else str(number)
    return f"{word} day{'' if number == 1 else 's'}"
