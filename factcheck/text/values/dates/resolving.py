"""Days, months and years of dates, counted from the reference day where need be.

In news a bare weekday is the latest such day, the day of the article included, unless a word
looks ahead; a month is the latest such month.
"""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from factcheck.text.values.dates.direction import AHEAD, BACK, Direction
from factcheck.text.values.dates.shapes import (
    Event,
    Months,
    Nth,
    Point,
    Reading,
    Shift,
    Stretch,
    Vague,
    Week,
    Weekend,
    Years,
)
from factcheck.text.values.dates.words import CENTURY, DAY, DECADE, MONTH, QUARTER, WEEK

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
NO_REFERENCE = "needs a date to count from"
_SATURDAY = 5
# A day without its year is mostly of this year, or of the weeks around New Year.
_SOON = 31
_HALF_YEAR = 183


class Resolved(NamedTuple):
    """`iso` is None where no day, month or year can be named; `rule` where none was needed."""

    iso: str | None
    rule: str | None = None
    remarks: tuple[str, ...] = ()


def resolved(reading: Reading, words: str, on: date | None, way: Direction) -> Resolved:
    """`words` are those of the date, for the rule."""
    try:
        return _resolved(reading, words, on, way)
    except (ValueError, OverflowError):
        return Resolved(None, remarks=("it is beyond the calendar",))


def shown(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _resolved(reading: Reading, words: str, on: date | None, way: Direction) -> Resolved:
    if isinstance(reading, Stretch):
        return _stretch(reading, words, on, way)
    if isinstance(reading, Nth):
        return _nth(reading, words, on, way)
    found = _fixed(reading)
    if found is not None:
        return found
    if on is None:
        return Resolved(None, remarks=(f'"{words}" {NO_REFERENCE}',))
    return _counted(reading, words, on, way)


def _fixed(reading: Reading) -> Resolved | None:
    """What needs no reference day."""
    match reading:
        case Week():
            return _week(reading)
        case Vague(remark):
            return Resolved(None, remarks=(remark,))
        case Event(month, day):
            why = f"the year of the event of {day} {MONTHS[month - 1]} is not said"
            return Resolved(None, remarks=(why,))
        case Years(first, last, remarks):
            return Resolved(f"{first:04}/{last:04}", remarks=remarks)
        case Months(first, last, year=int(year)):
            return Resolved(f"{year:04}-{first:02}/{year:04}-{last:02}", remarks=reading.remarks)
    return _dated(reading) if isinstance(reading, Point) and reading.year is not None else None


def _week(week: Week) -> Resolved:
    """The days of the week, or the day of it that is named."""
    first = date.fromisocalendar(week.year, week.number, 1 if week.day is None else week.day)
    return Resolved(_iso(first) if week.day is not None else _days(first, first + timedelta(6)))


def _counted(reading: Reading, words: str, on: date, way: Direction) -> Resolved:
    match reading:
        case Shift():
            return _shifted(reading, words, on)
        case Weekend(near):
            return _weekend(near, words, on, way)
        case Months():
            return _months(reading, words, on)
        case Point():
            return _point(reading, words, on, way)
    return Resolved(None)


def _point(point: Point, words: str, on: date, way: Direction) -> Resolved:
    if point.years is not None:
        day = _dated(point._replace(year=on.year + point.years))
        return day._replace(rule=f'"{words}", counted from {on.isoformat()}')
    if point.day is not None:
        return _day_of_month(point, words, on, way)
    if point.month is not None:
        return _month(point, words, on, way)
    return _weekday(point, words, on, way)


def _dated(point: Point) -> Resolved:
    """A whole date, a month with its year, or a year."""
    year, month, day = point.year or 0, point.month, point.day
    if year == 0:
        return Resolved(None, remarks=("there is no year 0",))
    if month is None:
        return Resolved(f"{year:04}", remarks=point.remarks)
    if not 1 <= month <= 12:
        return Resolved(None, remarks=(f"there is no month {month}",))
    if day is None:
        return Resolved(f"{year:04}-{month:02}", remarks=point.remarks)
    if not 1 <= day <= monthrange(year, month)[1]:
        return Resolved(None, remarks=(_no_such_day(day, month, year),))
    found = date(year, month, day)
    return Resolved(found.isoformat(), remarks=point.remarks + misfit(found, point.weekday))


def _no_such_day(day: int, month: int, year: int | None = None) -> str:
    of_year = f" in {year}" if year and day == 29 else ""
    return f"there is no {day} {MONTHS[month - 1]}{of_year}"


def misfit(day: date, weekday: int | None) -> tuple[str, ...]:
    """The remark on a weekday that is not that of its date."""
    if weekday is None or day.weekday() == weekday:
        return ()
    return (f"{shown(day)} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}",)


def _weekday(point: Point, words: str, on: date, way: Direction) -> Resolved:
    weekday, from_ = point.weekday or 0, f"{WEEKDAYS[on.weekday()]} {on.isoformat()}"
    back, ahead = (on.weekday() - weekday) % 7, (weekday - on.weekday()) % 7
    if point.week is not None:
        monday = on - timedelta(on.weekday()) + timedelta(7 * point.week)
        return Resolved(_iso(monday + timedelta(weekday)), f'"{words}", counted from {from_}')
    if point.near == -1:
        return Resolved(_iso(on - timedelta(back or 7)), f'"{words}": the latest before {from_}')
    if point.near == 1:
        found = on + timedelta(ahead or 7)
        remarks = (
            (f'"{words}" may also be a week later',) if ahead and _same_week(found, on) else ()
        )
        return Resolved(_iso(found), f'"{words}": the next one after {from_}', remarks)
    if way.way == AHEAD or (point.near == 0 and way.way != BACK):
        after = f' after "{way.word}"' if way.word else ""
        rule = "the reference day itself," if ahead == 0 else "the next one after"
        return Resolved(_iso(on + timedelta(ahead)), f'"{words}"{after}: {rule} {from_}')
    rule = f'"{words}": the latest one, {from_} included'
    return Resolved(_iso(on - timedelta(back)), rule)


def _same_week(day: date, other: date) -> bool:
    return day.isocalendar()[:2] == other.isocalendar()[:2]


def _iso(day: date) -> str:
    return day.isoformat()


def _days(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"


def _month(point: Point, words: str, on: date, way: Direction) -> Resolved:
    month, from_ = point.month or 0, on.isoformat()[:7]
    this, later = on.year, month > on.month
    if point.near == -1:
        year, rule = this - (month >= on.month), f"the latest before {from_}"
    elif point.near == 1:
        year, rule = this + (month <= on.month), f"the next one after {from_}"
    elif point.near == 0:
        year, rule = this, f"of the year of {from_}"
    elif way.way == AHEAD:
        year, rule = this + (month < on.month), f'the next one from {from_} on, after "{way.word}"'
    else:
        year, rule = this - later, f"the latest one, {from_} included"
    return Resolved(f"{year:04}-{month:02}", f'"{words}": {rule}', point.remarks)


def _day_of_month(point: Point, words: str, on: date, way: Direction) -> Resolved:
    """A day without its year."""
    month, day = point.month, point.day or 0
    if month is None:
        return _day_without_month(point, words, on)
    # 2000 had a 29 February.
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000, month)[1]:
        return Resolved(None, remarks=(_no_such_day(day, min(max(month, 1), 12)),))
    years = [year for year in (on.year - 1, on.year, on.year + 1) if _is_day(year, month, day)]
    if not years:
        return Resolved(None, remarks=(_no_such_day(day, month, on.year),))
    found = _nearest([date(year, month, day) for year in years], on, way)
    found, fits = _fitting(found, point, on)
    why = ", the year in which the weekday fits" if fits else ""
    after = f' after "{way.word}"' if way.way == AHEAD and found > on else ""
    rule = f'"{words}"{after}: the year {found.year} taken from {on.isoformat()}{why}'
    return Resolved(_iso(found), rule, point.remarks + misfit(found, point.weekday))


def _day_without_month(point: Point, words: str, on: date) -> Resolved:
    """`the 20th of next month`, and `Friday the 15th`, which is the nearest that fits."""
    rule = f'"{words}", counted from {on.isoformat()}'
    if point.near is not None:
        month = _month_at(on.year * 12 + on.month - 1 + point.near)
        day = date.fromisoformat(f"{month}-{point.day or 0:02}")
        return Resolved(_iso(day), rule)
    for distance in range(_HALF_YEAR):
        for day in (on - timedelta(distance), on + timedelta(distance)):
            if day.day == point.day and day.weekday() == point.weekday:
                return Resolved(_iso(day), rule)
    return Resolved(None, remarks=("no such weekday is near",))


def _nth(nth: Nth, words: str, on: date | None, way: Direction) -> Resolved:
    """`the second Tuesday in November`; the month may need the reference day."""
    month = _resolved(nth.month, words, on, way)
    if month.iso is None:
        return month
    first = date.fromisoformat(f"{month.iso}-01")
    days = [first + timedelta(day) for day in range(monthrange(first.year, first.month)[1])]
    fitting = [day for day in days if day.weekday() == nth.weekday]
    if nth.number > len(fitting):
        return Resolved(None, remarks=("the month has no such weekday",))
    found = fitting[nth.number - (nth.number > 0)]
    return Resolved(_iso(found), month.rule, month.remarks)


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= year <= MAXYEAR and day <= monthrange(year, month)[1]


def _nearest(days: list[date], on: date, way: Direction) -> date:
    """The coming one behind a word that looks ahead, or when it is near; else the latest."""
    past = [day for day in days if day <= on]
    ahead = [day for day in days if day > on]
    if not past or not ahead:
        return (past or ahead)[0]
    if past[-1] == on:
        return on
    distance = (ahead[0] - on).days
    soon = distance <= _SOON or (distance <= _HALF_YEAR and ahead[0].year == on.year)
    if way.way == AHEAD and (on - past[-1]).days > _SOON:
        return ahead[0]
    return ahead[0] if soon and way.way != BACK else past[-1]


def _fitting(found: date, point: Point, on: date) -> tuple[date, bool]:
    """A weekday may tell the year; but beside the reference day it is rather a slip."""
    near = abs((found - on).days) <= 2 * _SOON
    if point.weekday is None or found.weekday() == point.weekday or near:
        return found, False
    for year in (on.year - 1, on.year + 1, on.year):
        if _is_day(year, found.month, found.day):
            other = found.replace(year=year)
            if other.weekday() == point.weekday:
                return other, True
    return found, False


def _months(part: Months, words: str, on: date) -> Resolved:
    """The latest quarter that has begun; companies may count otherwise."""
    remarks = (*part.remarks, "a company's year may begin in another month")
    if part.near is not None:
        year, rule = on.year + part.near, f'"{words}", counted from {on.isoformat()}'
    else:
        year = on.year - (part.first > on.month)
        rule = f'"{words}": the latest one, {on.isoformat()[:7]} included'
    return Resolved(f"{year:04}-{part.first:02}/{year:04}-{part.last:02}", rule, remarks)


def _shifted(shift: Shift, words: str, on: date) -> Resolved:
    rule = f'"{words}", counted from {on.isoformat()}'
    return Resolved(_shift(shift.unit, shift.amount, on), rule, shift.remarks)


def _shift(unit: int, amount: int, on: date) -> str:
    if unit == DAY:
        return _iso(on + timedelta(amount))
    if unit == WEEK:
        monday = on - timedelta(on.weekday()) + timedelta(7 * amount)
        return _days(monday, monday + timedelta(6))
    if unit == MONTH:
        return _month_at(on.year * 12 + on.month - 1 + amount)
    if unit == QUARTER:
        first = on.year * 12 + (on.month - 1) // 3 * 3 + 3 * amount
        return f"{_month_at(first)}/{_month_at(first + 2)}"
    if unit in {DECADE, CENTURY}:
        return _decades(unit, amount, on)
    return _year_at(on.year + amount)


def _decades(unit: int, amount: int, on: date) -> str:
    if unit == CENTURY:
        first = (on.year - 1) // 100 * 100 + 1 + 100 * amount
        return f"{_year_at(first)}/{_year_at(first + 99)}"
    first = on.year // 10 * 10 + 10 * amount
    return f"{_year_at(first)}/{_year_at(first + 9)}"


def _month_at(months: int) -> str:
    return f"{_year_at(months // 12)}-{months % 12 + 1:02}"


def _year_at(year: int) -> str:
    if not 1 <= year <= MAXYEAR:
        message = f"{year} is beyond the calendar."
        raise ValueError(message)
    return f"{year:04}"


def _weekend(near: int | None, words: str, on: date, way: Direction) -> Resolved:
    """Saturday and Sunday; "last" before the one that is on, if one is."""
    saturday = on - timedelta((on.weekday() - _SATURDAY) % 7)
    rule = f'"{words}": the latest one, {on.isoformat()} included'
    ahead = near == 1 or (near in {0, None} and way.way == AHEAD) or (near == 0 and way.way != BACK)
    if ahead and on.weekday() < _SATURDAY:
        saturday += timedelta(7)
        rule = f'"{words}": the next one after {on.isoformat()}'
    elif near == -1 and on.weekday() >= _SATURDAY:
        saturday -= timedelta(7)
        rule = f'"{words}": the latest one before {on.isoformat()}'
    return Resolved(_days(saturday, saturday + timedelta(1)), rule)


def _stretch(stretch: Stretch, words: str, on: date | None, way: Direction) -> Resolved:
    first = _resolved(stretch.first, words, on, way)
    last = _resolved(_behind(stretch, first, on), words, on, way)
    remarks = tuple(dict.fromkeys(first.remarks + last.remarks))
    if first.iso is None or last.iso is None:
        return Resolved(None, remarks=remarks)
    if first.iso > last.iso:
        return Resolved(None, remarks=(*remarks, "its end is before its beginning"))
    return Resolved(f"{first.iso}/{last.iso}", first.rule or last.rule, remarks)


def _behind(stretch: Stretch, first: Resolved, on: date | None) -> Point:
    """The end, with the year or the day that follows from the beginning."""
    last = stretch.last
    if first.iso is None or on is None or last.year is not None:
        return last
    year, month = int(first.iso[:4]), int(first.iso[5:7] or 1)
    if last.month is not None:
        return last._replace(year=year + (last.month < month))
    if last.weekday is not None and last.day is None:
        start = date.fromisoformat(first.iso)
        end = start + timedelta((last.weekday - start.weekday()) % 7)
        return Point(end.year, end.month, end.day)
    return last
