"""Compares two dates that nothing limits."""

import re
from typing import NamedTuple

from factcheck.text.values.dates.extents import Extent, days, named, weekday
from factcheck.text.values.value import Value
from factcheck.words import Result

_CENTURY = 100
_FAR = 60
_YEAR = re.compile(r"\d{4}")


class Finding(NamedTuple):
    """A result and its reason, without the ending."""

    result: Result
    why: str


def quoted(value: Value) -> str:
    return f'"{value.text}"'


def matched(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    """The claim's days against the passage's."""
    if slip := _misfit(left):
        return Finding(Result.DISAGREES, f"the weekday does not fit the date: {slip}")
    if slip := _misfit(right):
        why = f"the weekday of the source does not fit its date: {slip}"
        return Finding(Result.NOT_COMPARABLE, why)
    if ours.holds(theirs) or theirs.holds(ours):
        return _nested(left, right, ours, theirs)
    if ours.precision != theirs.precision and ours.meets(theirs):
        why = f"{told(left, ours)} and {told(right, theirs)} overlap"
        return Finding(Result.NOT_COMPARABLE, why)
    return _apart(left, right, ours, theirs)


def _nested(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    if (ours.first, ours.last) == (theirs.first, theirs.last):
        why = f"{told(left, ours)} and {told(right, theirs)} are the same {_unit(ours)}"
        return Finding(Result.AGREES, why)
    if ours.holds(theirs):
        return _coarser(left, right, ours, theirs)
    why = f"{told(left, ours)} says more than the source, {told(right, theirs)}"
    return Finding(Result.NOT_COMPARABLE, why)


def told(value: Value, days_of: Extent) -> str:
    """`"Monday" (11 September 2023)`: the words, with the days where they do not stand there."""
    if value.resolved_from is None and _YEAR.search(value.text):
        return quoted(value)
    return f"{quoted(value)} ({named(days_of)})"


def _misfit(value: Value) -> str | None:
    return next((remark for remark in value.remarks if ", not a " in remark), None)


def _unit(found: Extent) -> str:
    if found.is_day:
        return "day"
    if found.is_stretch:
        return "stretch"
    units = {4: "year", 7: "month"}
    whole = (found.last - found.first).days < 366
    return units.get(found.precision, "days") if whole else "years"


def _coarser(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    """A month of the claim holds a day of the source; a stretch of days says more than a unit."""
    if ours.is_stretch:
        why = f"{told(right, theirs)} is only a part of {told(left, ours)}"
        return Finding(Result.NOT_COMPARABLE, why)
    why = f"{told(right, theirs)} lies in {told(left, ours)}"
    return Finding(Result.AGREES, why)


def _apart(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    pair = f"{told(left, ours)}; the source says {told(right, theirs)}"
    if doubt := _doubt(left, right, ours, theirs):
        return Finding(Result.NOT_COMPARABLE, f"{pair}; {doubt}")
    difference = _other_year(ours, theirs) or _swapped(ours, theirs) or _distance(ours, theirs)
    return Finding(Result.DISAGREES, f"{pair}{_weekdays(left, right, ours, theirs)}; {difference}")


def _doubt(left: Value, right: Value, ours: Extent, theirs: Extent) -> str | None:
    """Why a difference may be none: a week or a year was only taken from the reference date."""
    for value in (left, right):
        if _is_other_order(value, ours, theirs):
            return value.remarks[0]
        if value.resolved_from is None:
            continue
        if not re.search(r"\d", value.text) and _weeks_apart(ours, theirs):
            return f"both are a {weekday(ours.first)}, and the week of {quoted(value)} is inferred"
        if not _YEAR.search(value.text) and _is_same_in_year(ours, theirs):
            return f"the year of {quoted(value)} is inferred"
    return None


def _is_other_order(value: Value, ours: Extent, theirs: Extent) -> bool:
    return bool(_swapped(ours, theirs)) and any(
        "other way round" in remark for remark in value.remarks
    )


def _weeks_apart(ours: Extent, theirs: Extent) -> bool:
    return ours.is_day and theirs.is_day and (ours.first - theirs.first).days % 7 == 0


def _is_same_in_year(ours: Extent, theirs: Extent) -> bool:
    """The same days, or one's within the other's, but for the year."""
    if ours.precision == 4 or theirs.precision == 4 or ours.first.year == theirs.first.year:
        return False
    least = min(ours.precision, theirs.precision)
    ends = [
        (each.first.isoformat()[5:least], each.last.isoformat()[5:least]) for each in (ours, theirs)
    ]
    return ends[0] == ends[1]


def _other_year(ours: Extent, theirs: Extent) -> str | None:
    years = f"{ours.first.year} against {theirs.first.year}"
    gap = abs(ours.first.year - theirs.first.year)
    if gap and gap % _CENTURY == 0 and (_is_same_in_year(ours, theirs) or _are_years(ours, theirs)):
        return f"the wrong century, {years}"
    if _is_same_in_year(ours, theirs):
        return f"the wrong year, {years}"
    return None


def _are_years(ours: Extent, theirs: Extent) -> bool:
    return ours.precision == theirs.precision == 4


def _swapped(ours: Extent, theirs: Extent) -> str | None:
    if not ours.is_day or not theirs.is_day:
        return None
    one, other = ours.first, theirs.first
    if (one.year, one.month, one.day) != (other.year, other.day, other.month):
        return None
    return "day and month have changed places"


def _distance(ours: Extent, theirs: Extent) -> str:
    begin = (theirs.beginning.first - ours.beginning.first).days
    end = (theirs.ending.last - ours.ending.last).days
    if abs(begin) > _FAR or ours.precision != theirs.precision or ours.precision != 10:
        return "they do not meet" if not ours.meets(theirs) else "they overlap only"
    if begin == end:
        return f"they differ by {days(abs(begin))}"
    return f"they begin {days(abs(begin))} apart and end {days(abs(end))} apart"


def _weekdays(left: Value, right: Value, ours: Extent, theirs: Extent) -> str:
    """That the day of the other side was another weekday, where one names it."""
    if not ours.is_day or not theirs.is_day:
        return ""
    known = weekday(theirs.first).lower() in right.text.lower()
    if left.resolved_from and not re.search(r"\d", left.text) and not known:
        return f", a {weekday(theirs.first)}"
    if right.resolved_from and not re.search(r"\d", right.text):
        return f"; {named(ours)} was a {weekday(ours.first)}"
    return ""
