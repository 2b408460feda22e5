"""Weekdays beside dates that fell on another one."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.text.languages import primary
from factcheck.text.lexicon import lexicon
from factcheck.text.values import dates
from factcheck.text.values.dates.resolving import WEEKDAYS, shown
from factcheck.text.values.value import Value

#: What the finder of dates remarks on them.
_REMARK = re.compile(rf" was a ({'|'.join(WEEKDAYS)}), not a ({'|'.join(WEEKDAYS)})$")
#: What is so near to a weekday may be its date.
_NEAR = 40
#: So much is read around it, for the year and for the way that the words look.
_AROUND = 160
#: Windows that meet are read as one, up to that width.
_WIDEST = 5_000
#: What is read of a text at the most: no article has so many dates.
_MOST = 200_000
_YEAR = re.compile(r"(?<![\d.,$])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)")
#: Countries changed to our calendar until then.
_OLD_STYLE = 1924
_FIRST_YEAR = 1753
_SOME_DAY = date(2023, 9, 11)


class Slip(NamedTuple):
    """`text[start:end]`, and what day it was."""

    start: int
    end: int
    words: str
    told: str


def find(text: str, on: date | None, language: str) -> Iterator[Slip]:
    """Dates in reading order whose weekday is another; without `on` those with a year alone."""
    read = 0
    for start, end in _windows(text, language):
        read += end - start
        if read > _MOST:
            break
        part = text[start:end]
        values = dates.find(part, on, language)
        slips = [*_own(values, part), *_beside(values, part, language)]
        for value, told in sorted(slips, key=lambda each: each[0].start):
            yield Slip(start + value.start, start + value.end, value.text, told)


def _windows(text: str, language: str) -> Iterator[tuple[int, int]]:
    """What stands around weekdays that have a date near."""
    pattern, months = _weekday(primary(language)), _month(primary(language))
    first = last = 0
    for found in pattern.finditer(text) if pattern else ():
        start, end = found.span()
        if not _has_date(text, start, end, months):
            continue
        if start - _AROUND > last or start - first > _WIDEST:
            if last:
                yield _whole(text, first, last)
            first = max(0, start - _AROUND)
        last = end + _AROUND
    if last:
        yield _whole(text, first, last)


@cache
def _weekday(language: str) -> re.Pattern[str] | None:
    names = sorted(lexicon(language).weekdays, key=len, reverse=True)
    # A plain Sun is in no table: it is mostly a newspaper or a star.
    return re.compile(rf"\b(?:{'|'.join(names)}|Sun|Sat)\b", re.IGNORECASE) if names else None


def _has_date(text: str, start: int, end: int, months: re.Pattern[str]) -> bool:
    """The name of a month, or a date in figures."""
    return months.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR)) is not None


@cache
def _month(language: str) -> re.Pattern[str]:
    known = lexicon(language)
    names = sorted(known.months | known.maybe_months, key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(names)})\b|\d[./-]\d|\b\d{{1,2}}(?:st|nd|rd|th)\b", re.IGNORECASE
    )


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Widened to whole words."""
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    while start > first and text[start - 1].isalnum():
        start -= 1
    while end < last and text[end].isalnum():
        end += 1
    return start, min(end, len(text))


def _own(values: list[Value], part: str) -> Iterator[tuple[Value, str]]:
    for value in values:
        found = [(remark, _REMARK.search(remark)) for remark in value.remarks]
        told = [remark for remark, match in found if match]
        if told and not _is_excused(value, [match[2] for _, match in found if match], part):
            yield value, told[0]


def _is_excused(value: Value, named: list[str], part: str) -> bool:
    """Another reading of the date has that weekday, or its year is only guessed."""
    if _is_paper(value, part):
        return True
    inferred = value.resolved_from is not None
    day = _day(value)
    if day is None:
        return (inferred and bool(_YEAR.search(part))) or _is_of_two_days(value, named)
    if inferred and any(year != str(day.year) for year in _YEAR.findall(part)):
        return True
    return day.year < _FIRST_YEAR or not set(named).isdisjoint(_other_readings(value, day))


def _is_of_two_days(value: Value, named: list[str]) -> bool:
    """`Monday and Tuesday, September 11 and 12`: the weekday is that of the second."""
    for end in (value.iso or "").split("/"):
        with suppress(ValueError):
            if WEEKDAYS[date.fromisoformat(end).weekday()] in named:
                return True
    return False


def _is_paper(value: Value, part: str) -> bool:
    """`The Sun, 12 September 2023`."""
    before = part[max(0, value.start - 4) : value.start].lower()
    return re.match(r"(?:Sun|Sat|Mon|Mar|Mer)\b(?!\.)", value.text) is not None and (
        before in {"the ", " la ", " le ", " el "}
    )


def _day(value: Value) -> date | None:
    try:
        return date.fromisoformat(value.iso or "")
    except ValueError:
        return None


def _other_readings(value: Value, day: date) -> Iterator[str]:
    """The weekdays of the same figures day first or month first, and by the old calendar."""
    if re.search(r"\d[./-]\d", value.text):
        with suppress(ValueError):
            yield WEEKDAYS[date(day.year, day.day, day.month).weekday()]
    if day.year < _OLD_STYLE:
        late = day.year // 100 - day.year // 400 - 2
        yield WEEKDAYS[(day + timedelta(days=late)).weekday()]


def _beside(values: list[Value], part: str, language: str) -> Iterator[tuple[Value, str]]:
    """A bare weekday and a whole date, one of them in brackets."""
    for one, other in pairwise(values):
        if part[one.end : other.start] != " (":
            continue
        for bare, full in ((one, other), (other, one)):
            weekday, day = _bare_weekday(bare, language), _day(full)
            plain = day is not None and full.resolved_from is None and day.year >= _OLD_STYLE
            if weekday is None or day is None or not plain or weekday == day.weekday():
                continue
            if WEEKDAYS[weekday] in set(_other_readings(full, day)):
                continue
            told = f"{shown(day)} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}"
            yield _joined(one, other, part), told


def _bare_weekday(value: Value, language: str) -> int | None:
    if value.text.lower() not in lexicon(primary(language)).weekdays:
        return None
    found = dates.find(value.text.capitalize(), _SOME_DAY, language)
    day = _day(found[0]) if found else None
    return None if day is None else day.weekday()


def _joined(one: Value, other: Value, part: str) -> Value:
    end = other.end + (part[other.end : other.end + 1] == ")")
    return Value(one.kind, part[one.start : end], one.start, end)
