"""Compares two values of which one at least is a date or a time of day."""

from datetime import date

from factcheck.text.values.comparing.bounded import bounded
from factcheck.text.values.comparing.lengths import age_and_birth, length_and_date
from factcheck.text.values.comparing.matching import Finding, quoted
from factcheck.text.values.comparing.spans import of_season, without_year, years_apart
from factcheck.text.values.dates.clocks import clocks
from factcheck.text.values.dates.extents import Extent, extent
from factcheck.text.values.value import Comparison, Value
from factcheck.words import Result, ValueKind


def compare(
    left: Value, right: Value, *, on: date | None = None, right_on: date | None = None
) -> Comparison:
    """The claim's value against the passage's; `on` and `right_on` are their reference dates.

    Without `right_on` the passage counts from `on`.
    """
    finding = _finding(left, right, on, right_on or on)
    explanation = f"{finding.why}: {finding.result.said}"
    return Comparison(finding.result, explanation, left, right)


def _finding(left: Value, right: Value, on: date | None, right_on: date | None) -> Finding:
    kinds = (left.kind, right.kind)
    if kinds == (ValueKind.TIME, ValueKind.TIME):
        return clocks(left, right)
    if ValueKind.DATE not in kinds or not set(kinds) <= _COMPARABLE:
        return Finding(Result.NOT_COMPARABLE, _other_kinds(left, right))
    if left.kind is ValueKind.DATE and (season := of_season(left, right)):
        return season
    for value in (left, right):
        if value.kind is ValueKind.DATE and _days(value) is None:
            return Finding(Result.NOT_COMPARABLE, _without_days(value))
    return _compared(left, right, on, right_on)


_COMPARABLE = {ValueKind.DATE, ValueKind.DURATION, ValueKind.AGE}


def _compared(left: Value, right: Value, on: date | None, right_on: date | None) -> Finding:
    ours, theirs = _days(left), _days(right)
    if ours is not None and theirs is not None:
        found = bounded(left, right, ours, theirs)
        return without_year(found, left, right, ours, theirs)
    value, day, reference = (right, ours, right_on) if ours is not None else (left, theirs, on)
    if day is None:
        return Finding(Result.NOT_COMPARABLE, _other_kinds(left, right))
    if value.kind is ValueKind.AGE:
        return age_and_birth(value, day, reference)
    return years_apart(value, day) or length_and_date(value, day, reference)


def _days(value: Value) -> Extent | None:
    if value.kind is not ValueKind.DATE or value.iso is None:
        return None
    return extent(value.iso, value.text)


def _other_kinds(left: Value, right: Value) -> str:
    """`"Monday" is a date, "20 carriages" a count`."""
    return f"{quoted(left)} is a {left.kind.value}, {quoted(right)} a {right.kind.value}"


def _without_days(value: Value) -> str:
    """Why there is no day to compare."""
    if not value.remarks:
        return f"{quoted(value)} gives no day"
    remark = value.remarks[-1]
    return remark if "needs a date" in remark else f"{quoted(value)}: {remark}"
