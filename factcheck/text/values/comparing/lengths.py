"""Compares a duration or an age with a date: the time from it to the reference date."""

from datetime import date, timedelta
from decimal import Decimal

from factcheck.text.values.comparing.matching import Finding, quoted
from factcheck.text.values.dates.extents import Extent, elapsed, length, named
from factcheck.text.values.value import Value
from factcheck.words import Bound, Result

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
# "Over four years" is hardly said of five, nor "over forty" of fifty.
_FAR = Decimal("1.25")
_HALF = Decimal("0.5")
_OLDEST = 120


def length_and_date(value: Value, day: Extent, reference: date | None) -> Finding:
    """`value` is a duration, `day` a date, or a stretch whose own length counts."""
    if value.unit not in _MONTHS and value.unit not in _DAYS:
        return _open(f"{quoted(value)} cannot be counted in days")
    if day.is_stretch:
        return _stretch(value, day)
    if reference is None:
        return _open(f"{quoted(value)} needs a date to count to")
    if day.first <= reference <= day.last:
        return _open(f"{named(day)} holds the reference date itself")
    if reference < day.first:
        first, last = (reference, reference), (day.first, day.last)
        why = f"{named(_day(reference))} to {named(day)} is"
    else:
        first, last = (day.first, day.last), (reference, reference)
        why = f"{named(day)} to {named(_day(reference))} is"
    return _judged(value, (first[1], last[0]), (first[0], last[1]), why)


def _day(day: date) -> Extent:
    return Extent(day, day, 10)


def _stretch(value: Value, day: Extent) -> Finding:
    """Of days both ends count; of years either reading is open."""
    why = f"{named(day)} is"
    first, last = day.beginning, day.ending
    if day.precision == 10:
        whole = (day.first, day.last + timedelta(1))
        return _judged(value, whole, whole, why)
    return _judged(value, (first.last, last.first), (first.first, last.last), why)


Ends = tuple[date, date]


def _judged(value: Value, shortest: Ends, longest: Ends, why: str) -> Finding:
    least, most = _amount(value, shortest), _amount(value, longest)
    found = {_judge(value, amount) for amount in _samples(value, least, most)}
    told = f"{why} {_told(value, shortest, longest)}"
    if len(found) == 1:
        return Finding(found.pop(), told)
    return Finding(Result.NOT_COMPARABLE, f"{told}, which leaves {quoted(value)} open")


def _samples(value: Value, least: Decimal, most: Decimal) -> list[Decimal]:
    """Where the result may change: the ends, and the limits of the value between them."""
    limits = [limit for limit in (value.low, value.high) if limit is not None]
    return [least, most, *(limit for limit in limits if least < limit < most)]


def _amount(value: Value, ends: Ends) -> Decimal:
    unit = value.unit or ""
    if unit in _DAYS:
        return Decimal((ends[1] - ends[0]).days) / _DAYS[unit]
    years, months, days = elapsed(*ends)
    return (years * 12 + months + Decimal(days) / 31) / _MONTHS[unit]


def _told(value: Value, shortest: Ends, longest: Ends) -> str:
    if value.unit in _DAYS:
        counts = [(last - first).days for first, last in (shortest, longest)]
        told = list(dict.fromkeys(f"{count} day{'' if count == 1 else 's'}" for count in counts))
    else:
        told = list(dict.fromkeys(length(*ends) for ends in (shortest, longest)))
    return told[0] if len(told) == 1 else f"between {told[0]} and {told[1]}"


def _judge(value: Value, amount: Decimal) -> Result:
    low, high = value.low, value.high
    if low is not None and high is not None:
        return _within(value, low, high, amount)
    if low is not None:
        return _over(value, low, amount)
    return Result.NOT_COMPARABLE if high is None else _under(value, high, amount)


def _within(value: Value, low: Decimal, high: Decimal, amount: Decimal) -> Result:
    if low != high or value.bound is Bound.BETWEEN:
        return Result.AGREES if low <= amount <= high else Result.DISAGREES
    if value.approximate or value.bound is Bound.ABOUT:
        return _by_distance(abs(amount - low), _HALF)
    if low <= amount < low + _HALF:
        return Result.AGREES
    near = low - _HALF <= amount <= low + 1
    return Result.NOT_COMPARABLE if near else Result.DISAGREES


def _by_distance(distance: Decimal, near: Decimal) -> Result:
    if distance <= near:
        return Result.AGREES
    return Result.NOT_COMPARABLE if distance <= 2 * near else Result.DISAGREES


def _over(value: Value, low: Decimal, amount: Decimal) -> Result:
    if amount < low:
        return Result.DISAGREES
    if amount == low and value.bound is Bound.MORE_THAN:
        return Result.NOT_COMPARABLE
    return Result.AGREES if amount < max(low + 1, low * _FAR) else Result.NOT_COMPARABLE


def _under(value: Value, high: Decimal, amount: Decimal) -> Result:
    if amount > high:
        return Result.DISAGREES
    if amount == high and value.bound is Bound.LESS_THAN:
        return Result.NOT_COMPARABLE
    if value.approximate:
        return _by_distance(high - amount, _HALF)
    return Result.AGREES if amount >= min(high - 1, high / _FAR) else Result.NOT_COMPARABLE


def age_and_birth(value: Value, born: Extent, reference: date | None) -> Finding:
    """`value` is an age, `born` the date of birth."""
    if reference is None:
        return _open(f"{quoted(value)} needs a date to count to")
    if born.last > reference or born.is_stretch:
        return _open(f"{named(born)} is no date of birth before {named(_day(reference))}")
    youngest, oldest = elapsed(born.last, reference)[0], elapsed(born.first, reference)[0]
    if oldest > _OLDEST:
        return _open(f"{named(born)} to {named(_day(reference))} is no age")
    ages = str(oldest) if youngest == oldest else f"{youngest} or {oldest}"
    why = f"a person born {_when(born)} was {ages} on {named(_day(reference))}"
    low, high = value.low or Decimal(0), value.high or Decimal(_OLDEST)
    fitting = [age for age in range(youngest, oldest + 1) if low <= age <= high]
    if len(fitting) == oldest - youngest + 1:
        return Finding(Result.AGREES, why)
    if fitting or value.approximate:
        return _open(f"{why}; the source leaves it open")
    return Finding(Result.DISAGREES, f"the age does not fit the birth date: {why}")


def _when(born: Extent) -> str:
    return f"on {named(born)}" if born.is_day else f"in {named(born)}"


def _open(why: str) -> Finding:
    return Finding(Result.NOT_COMPARABLE, why)
