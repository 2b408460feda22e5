"""Reads dates: days, months, years, weekdays, and from one to another."""

import re
from collections.abc import Callable

from factcheck.text.values.dates import periods
from factcheck.text.values.dates.patterns import month_of_list, next_with_year, rest_of_list
from factcheck.text.values.dates.row import DateRow
from factcheck.text.values.dates.shapes import (
    Event,
    Nth,
    Point,
    Reading,
    Stretch,
    Vague,
    Week,
    Years,
)
from factcheck.text.values.dates.words import MONTH, WEEK, YEAR, words
from factcheck.text.values.dates.years import is_year

_MONTH_FIRST = frozenset({"en", "en-us", "en-ca", "en-ph"})
Match = re.Match[str]


def reading(name: str, row: DateRow, match: Match) -> Reading | None:
    """None where the words are no date after all."""
    return _READERS[name](row, match)


def _point(row: DateRow, match: Match) -> Reading | None:
    if row.letter(match.start() - 1) == "$" or _is_number_of_a_thing(row, match.start()):
        return None
    if _is_street(row, match.start()):
        return None
    point = _gathered(row, *match.span())
    if point.year is None:
        point = point._replace(year=_year_behind(row, match.end()))
    if point.year is None and point.month and point.day and _is_event(row, *match.span()):
        return Event(point.month, point.day)
    return point._replace(remarks=point.remarks + periods.early(row, match))


def _is_event(row: DateRow, first: int, last: int) -> bool:
    """`the Sept. 11 attacks`, `the Oct. 7 Hamas attack`, `les attentats du 11 septembre`."""
    words = row.words
    if not words.events:
        return False
    if row.letters[first] == "v" or row.word(first - 1) in words.of_event:
        before = first - (row.letters[first] != "v")
        return any(row.word(at) in words.events for at in (before - 1, before - 2))
    for at in range(last, min(last + _NAMED, len(row.letters))):
        if row.word(at) in words.events:
            return True
        if row.letters[at] not in "X-" and row.word(at) not in words.event_words:
            return False
    return False


# "The Oct. 7 Hamas-led attack".
_NAMED = 5


def _is_street(row: DateRow, at: int) -> bool:
    """`die Straße des 17. Juni`."""
    for before in range(at - 1, max(-1, at - _NAMED), -1):
        if row.word(before) in row.words.streets:
            return True
        if row.letters[before] not in "veDO.f" and row.word(before) not in row.words.of_event:
            return False
    return False


def _point_of_year(row: DateRow, match: Match) -> Reading | None:
    """`Feb. 24 last year`."""
    point = _gathered(row, *match.span())
    if row.value(match.end() - 1) != YEAR or point.year is not None:
        return None
    return point._replace(years=row.value(match.start("near")))


def _is_number_of_a_thing(row: DateRow, at: int) -> bool:
    """`Section 5 May not be used`."""
    return row.letters[at] == "D" and row.word(at - 1) in row.words.numbered_things


def _year_behind(row: DateRow, at: int) -> int | None:
    """`March 3 and May 5, 2020`: the year is said once for both."""
    match = next_with_year().match(row.letters, at)
    return row.value(match.end() - 1) if match else None


def _gathered(row: DateRow, start: int, end: int) -> Point:
    """What the letters from `start` to `end` name."""
    point = Point()
    for at in range(start, end):
        letter = row.letters[at]
        if letter in "DO" and point.day is None:
            point = point._replace(day=row.value(at))
        elif letter in "Mma":
            point = point._replace(month=row.value(at))
        elif letter == "Y":
            point = point._replace(year=row.value(at))
        elif letter in "Ww":
            point = point._replace(weekday=row.value(at))
        elif letter in "IFJ":
            point = _in_figures(row, at, point)
    return point


def _in_figures(row: DateRow, at: int, point: Point) -> Point:
    word = row.word(at)
    first, second, *rest = (int(part) for part in re.split(r"[./-]", word) if part)
    if row.letters[at] == "I":
        return point._replace(year=first, month=second, day=rest[0])
    year = _whole_year(rest[0], word) if rest else None
    if row.words.short_dots or "." in word or row.language not in _MONTH_FIRST:
        first, second = second, first
        order = "day first"
    else:
        order = "month first"
    if first > 12 >= second:
        first, second = second, first
    elif first != second and second <= 12 and row.language.startswith("en") and "." not in word:
        remark = f'"{word}" is read {order}; it may be the other way round'
        point = point._replace(remarks=(remark,))
    return point._replace(year=year, month=first, day=second)


def _whole_year(year: int, word: str) -> int:
    """`23` is 2023, `85` is 1985."""
    if len(re.split(r"[./-]", word)[-1]) == 4:
        return year
    return year + (2000 if year < 69 else 1900)


def _stretch(row: DateRow, match: Match) -> Reading | None:
    first, last = _gathered(row, *match.span("a")), _gathered(row, *match.span("b"))
    between = "b" in (match["before"] or "")
    if match["join"] in "&/" and not between and not _next_day(first, last):
        return None
    return Stretch(*_completed(first, last), between=between)


def _listed_day(row: DateRow, match: Match) -> Reading | None:
    """The 10 of `10 and 13 September`."""
    first, last = _gathered(row, *match.span("a")), _gathered(row, *match.span("b"))
    return _completed(first, last)[0] if last.month else None


def _another_day(row: DateRow, match: Match) -> Reading | None:
    """The 5 and the 7 of `March 3, 5 and 7`."""
    start, end = match.span()
    before = row.letters[max(0, start - _LIST) : start]
    month = month_of_list().search(before)
    if month is None:
        return None
    rest = rest_of_list().match(row.letters, end)
    if rest is None and (month["join"] == "," or row.letter(end) not in _BEHIND_A_LIST):
        return None
    point = _gathered(row, start, end)
    point = point._replace(month=row.value(start - len(before) + month.start()))
    if point.year is None and rest and rest["year"]:
        point = point._replace(year=row.value(rest.end() - 1))
    return point


_LIST = 14
_BEHIND_A_LIST = frozenset({"", ".", ",", ";", ")", "i", "&", "-", "\n"})


def _next_day(first: Point, last: Point) -> bool:
    """`10 and 11 September` is a stretch, `10 and 13 September` are two dates."""
    return first.day is not None and last.day == first.day + 1 and first.year is None


def _completed(first: Point, last: Point) -> tuple[Point, Point]:
    """What is written once holds for both."""
    if first.month is None and first.day is not None:
        first = first._replace(month=last.month)
    if last.month is None and last.day is not None:
        last = last._replace(month=first.month)
    if first.year is None and last.year is not None:
        earlier = (first.month or 0) > (last.month or 0)
        first = first._replace(year=last.year - earlier)
    elif last.year is None and first.year is not None:
        later = (first.month or 0) > (last.month or 0)
        last = last._replace(year=first.year + later)
    return first, last


def _months(row: DateRow, match: Match) -> Reading | None:
    """`March and May` are two; `may` without a neighbour is a word."""
    if match["join"] in "&/" and "b" not in match["before"]:
        return None
    return _stretch(row, match)


def _years(row: DateRow, match: Match) -> Reading | None:
    first, second = row.value(match.start("a")), row.value(match.start("b"))
    short = row.word(match.start("b"))
    between = "b" in match["before"]
    if match["join"] == "&" and not between:
        return None
    if len(short) == 2 and match["join"] in "-/":
        if short.startswith("0") and 1 <= second <= 12 and second <= first % 100:
            return Point(year=first, month=second)
        second += first - first % 100
    elif len(short) != 4:
        return None
    if not _plausible(row, match, first, second):
        return None
    return Stretch(Point(year=first), Point(year=second), between=between)


def _plausible(row: DateRow, match: Match, first: int, second: int) -> bool:
    """`2019-2021`, not a telephone number, nor `from 2000 to 3000 men`."""
    if match["before"][:1] in "fb" and is_year(row, match.start("a")):
        return True
    glued = row.glued(match.start("a")) and row.letter(match.start("a") - 1) in "-/"
    known = 1700 <= first <= 2099 and 1700 <= second <= 2099
    return known and not glued and is_year(row, match.start("a"), joined=True)


def _weekdays(row: DateRow, match: Match) -> Reading | None:
    if match["join"] == "&" and "b" not in match["before"]:
        return None
    return _stretch(row, match)


def _iso_week(row: DateRow, match: Match) -> Reading | None:
    """`2023-W37`, and `2023-W37-1`, its Monday."""
    year, week, *day = (int(part) for part in re.findall(r"\d+", row.word(match.start())))
    return Week(year, week, day[0] if day else None)


def _weekday(row: DateRow, match: Match) -> Reading | None:
    at = match.start() + len(match["near"])
    words = row.words
    before, behind = row.word(match.start() - 1), row.word(match.end())
    if before in words.named_before or (before in words.habits and not _is_of_a_thing(row, match)):
        return None
    # "The second Monday" is none of the reference week.
    if row.letter(match.start() - 1) in {"o", "O"}:
        return None
    if behind in words.named_behind and row.capital(match.end()):
        return None
    point = Point(weekday=row.value(at), near=_near(row, match))
    if match["of"] and row.value(match.end() - 1) != WEEK:
        return None
    return point._replace(week=row.value(match.end() - 2)) if match["of"] else point


def _is_of_a_thing(row: DateRow, match: Match) -> bool:
    """`a Friday report`; every other Friday behind "a" is any."""
    behind = row.word(match.end())
    if row.word(match.start() - 1) not in _ONE:
        return False
    return behind in row.words.day_things or behind in row.words.dated_things - _ONES


_ONE = words("a")
_ONES = words("one ones that those")


def _nth_weekday(row: DateRow, match: Match) -> Reading | None:
    """`the second Tuesday in November`."""
    number = row.value(match.start())
    if number not in {-1, 1, 2, 3, 4, 5}:
        return None
    month = _gathered(row, *match.span("month"))
    return Nth(number, row.value(match.start("weekday")), month)


def _day_of_near_month(row: DateRow, match: Match) -> Reading | None:
    """`the 20th of next month`."""
    if row.value(match.end() - 1) != MONTH:
        return None
    return Point(day=row.value(match.start()), near=row.value(match.start("near")))


def _weekday_and_day(row: DateRow, match: Match) -> Reading | None:
    """`Friday the 15th`."""
    return _gathered(row, *match.span())


def _near(row: DateRow, match: Match) -> int | None:
    """`this past Monday` is past."""
    if match["near"]:
        return row.value(match.start("near") + len(match["near"]) - 1)
    behind = match.groupdict().get("behind")
    return row.value(match.start("behind")) if behind else None


def _month(row: DateRow, match: Match) -> Reading | None:
    at = match.start("month")
    if _is_street(row, match.start()) or not _is_month(row, match, at):
        return None
    year = None if match["near"] else _year_behind(row, match.end())
    return Point(year, row.value(at), near=_near(row, match), remarks=periods.early(row, match))


def _is_month(row: DateRow, match: Match, at: int) -> bool:
    """`in May` and `September`, not `Theresa May` and `April Jones`."""
    if match["near"] or (match.end() - at > 1 and row.letters[at] != "a") or match.start() < at:
        return True
    before, behind = row.letter(match.start() - 1), row.letter(match.end())
    bound = before in set("itfb") and row.word(match.start() - 1) not in row.words.both
    if row.letters[at] == "M":
        return bound or not (behind == "X" or (before == "X" and row.letter(at) == "X"))
    if _limits_a_month(row, match):
        return True
    sure = row.word(match.start() - 1) not in _NOT_BEFORE_MAY and before != "X"
    return bound and sure and not (row.letters[at] == "m" and behind == "'")


def _limits_a_month(row: DateRow, match: Match) -> bool:
    """`before May,`, not `after May resigned` or `opposed by May`."""
    at = match.start() - 1
    limited = row.word(at) in row.words.bounds and not row.word(at - 1).endswith("ed")
    return limited and row.letter(match.end()) in {"", ".", ",", ";", ")", "&"}


# "Said to May", "on May Day".
_NOT_BEFORE_MAY = words("to on at for")


def _year(row: DateRow, match: Match) -> Reading | None:
    at = match.end() - 1
    if row.word(at + 1) in {"bc", "bce"}:
        return Vague("years before year 1 cannot be compared")
    if match.end() - match.start() == 1 and not is_year(row, at):
        return None
    year = row.value(at)
    if year % 10 == 0 and row.letter(match.start() - 1) == "e" and _is_plural(row, at):
        return Years(year, year + 9)
    return Point(year=year, remarks=periods.early(row, match))


def _is_plural(row: DateRow, at: int) -> bool:
    """`the 1970's`."""
    return row.letter(at + 1) == "'" and row.word(at + 2) == "s"


_READERS: dict[str, Callable[[DateRow, Match], Reading | None]] = {
    "days": _stretch,
    "days_of_month": _stretch,
    "listed_day": _listed_day,
    "another_day": _another_day,
    "month_days": _stretch,
    "month_to_day": _stretch,
    "months": _months,
    "years": _years,
    "weekdays": _weekdays,
    "figures": _stretch,
    "point_of_year": _point_of_year,
    "point": _point,
    "date_in_brackets": _point,
    "figure": _point,
    "iso_week": _iso_week,
    "nth_weekday": _nth_weekday,
    "day_of_near_month": _day_of_near_month,
    "weekday_and_day": _weekday_and_day,
    "weekday": _weekday,
    "mixed": _stretch,
    "month": _month,
    "half": periods.half,
    "quarter": periods.quarter,
    "weeks": periods.weeks,
    "end_of_unit": periods.end_of_unit,
    "another": periods.another,
    "ago": periods.ago,
    "today": periods.today,
    "day_after": periods.day_after,
    "decade": periods.decade,
    "century": periods.century,
    "season": periods.season,
    "weekend": periods.weekend,
    "no_year": periods.no_year,
    "year": _year,
}
