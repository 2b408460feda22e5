"""Dates that are less than days: seasons, years apart, and years that nobody wrote."""

import re
from dataclasses import replace

from factcheck.text.values.comparing.matching import Finding, quoted, told
from factcheck.text.values.dates.extents import Extent, days, named
from factcheck.text.values.value import Value
from factcheck.words import Bound, Result

_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
# The months that somebody may mean by a season, in the north or the south.
_SEASON = re.compile(r"(?i)\b(spring|summer|autumn|fall|winter)\b")
_MONTHS = {
    "spring": frozenset({3, 4, 5, 6, 9, 10, 11, 12}),
    "summer": frozenset({6, 7, 8, 9, 12, 1, 2, 3}),
    "autumn": frozenset({9, 10, 11, 12, 3, 4, 5, 6}),
    "fall": frozenset({9, 10, 11, 12}),
    "winter": frozenset({12, 1, 2, 3, 6, 7, 8, 9}),
}
_YEAR_LENGTH = 4
_DAY = 10
# So many years are counted by the years alone; of fewer a part of one matters.
_MANY = 10


def of_season(left: Value, right: Value) -> Finding | None:
    """`1986` against `the spring of 1987`; None where neither side is a season of one year."""
    if left.bound is not Bound.EXACT or right.bound is not Bound.EXACT:
        return None
    for season, other in ((left, right), (right, left)):
        name, year = _SEASON.search(season.text), _YEAR.findall(season.text)
        if season.iso or not name or len(year) != 1 or not other.iso or "/" in other.iso:
            continue
        return _seasonal(season, name[1].lower(), int(year[0]), other, is_claim=season is left)
    return None


def _seasonal(season: Value, name: str, year: int, other: Value, *, is_claim: bool) -> Finding:
    iso = other.iso or ""
    given = int(iso[:_YEAR_LENGTH]) if iso[:_YEAR_LENGTH].isdigit() else year
    said = f"{quoted(other)} and {quoted(season)}"
    # A winter, and a summer in the south, is of two years.
    near = (year, year + 1) if name in {"winter", "summer"} else (year,)
    if given not in near and not (name == "winter" and given == year - 1):
        return Finding(Result.DISAGREES, f"{said} are of different years, {given} and {year}")
    if len(iso) == _YEAR_LENGTH:
        alone = name in {"spring", "autumn", "fall"} and not is_claim
        if alone and given == year:
            return Finding(Result.AGREES, f"{quoted(season)} lies in {quoted(other)}")
        return Finding(Result.NOT_COMPARABLE, f"{said}: a season has no exact days")
    month = int(iso[5:7]) if iso[5:7].isdigit() else 0
    if month and month not in _MONTHS[name]:
        return Finding(Result.DISAGREES, f"{said}: that is another season")
    return Finding(Result.NOT_COMPARABLE, f"{said}: a season has no exact days")


def years_apart(value: Value, day: Extent) -> Finding | None:
    """`for 70 years` against `from 1952 until 2022`: years are counted as they are written."""
    exact = value.low is not None and value.low == value.high and not value.approximate
    if not day.is_stretch or day.precision != _YEAR_LENGTH or value.unit != "year" or not exact:
        return None
    apart = day.last.year - day.first.year
    if value.low != apart or apart < _MANY:
        return None
    return Finding(Result.AGREES, f"{named(day)} is {apart} years, counted by the years alone")


def without_year(
    found: Finding, left: Value, right: Value, ours: Extent, theirs: Extent
) -> Finding:
    """Days of which only the year is inferred: told without it, and from the nearest such days."""
    if found.result is not Result.DISAGREES or not _is_yearless(right) or ours.precision != _DAY:
        return found
    near = min((_moved(theirs, years) for years in range(-2, 3)), key=lambda one: _apart(ours, one))
    begins, ends = (near.first - ours.first).days, (near.last - ours.last).days
    apart = {Bound.AT_MOST: ends, Bound.AT_LEAST: begins}.get(left.bound)
    if apart is None:
        apart = 0 if near.meets(ours) else min(begins, ends, key=abs)
    if not apart or left.bound in {Bound.LESS_THAN, Bound.MORE_THAN, Bound.BETWEEN}:
        return found
    verb = "ends" if left.bound is Bound.AT_MOST else "begins"
    verb = verb if near.is_stretch else "is"
    order = "later" if apart > 0 else "earlier"
    why = f"{told(left, ours)}; {quoted(right)} {verb} {days(abs(apart))} {order}"
    return Finding(Result.DISAGREES, why)


def _is_yearless(value: Value) -> bool:
    has_day = re.search(r"\d", value.text) is not None
    return bool(value.resolved_from) and has_day and not _YEAR.search(value.text)


def _moved(extent: Extent, years: int) -> Extent:
    try:
        ends = [day.replace(year=day.year + years) for day in (extent.first, extent.last)]
    except ValueError:
        return extent
    return replace(extent, first=ends[0], last=ends[1])


def _apart(one: Extent, other: Extent) -> int:
    return abs((one.first - other.first).days) + abs((one.last - other.last).days)
