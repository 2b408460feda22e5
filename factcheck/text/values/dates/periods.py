"""Reads periods: quarters, weeks, decades, seasons, and days counted from the reference day."""

import re

from factcheck.text.values.dates.row import DateRow
from factcheck.text.values.dates.shapes import Months, Reading, Shift, Vague, Weekend, Years
from factcheck.text.values.dates.words import CENTURY, DAY, QUARTER, YEAR, words

Match = re.Match[str]

_OTHER_PERIOD = "it is the last of another period"
OTHER_DATE = "it is counted from another date in the text"
NO_YEAR_0 = "there is no year 0"


def early(row: DateRow, match: Match) -> tuple[str, ...]:
    for at in range(match.start(), match.end()):
        if row.letters[at] == "k":
            return (f'"{row.written(at, at + 1)}" has no exact days',)
    return ()


def half(row: DateRow, match: Match) -> Reading | None:
    half = row.value(match.start())
    if half not in {1, 2}:
        return None
    return _part_of_year(row, match, half * 6 - 5, half * 6)


def quarter(row: DateRow, match: Match) -> Reading | None:
    if row.letters[match.start()] == "L":
        return Shift(QUARTER, row.value(match.start()))
    if not match["year"] and _nearby(row, match) & _GAMES:
        return None
    at = match.start() if not match["first"] else match.end() - 1
    quarter = row.value(at)
    if not 1 <= quarter <= 4:
        return None
    return _part_of_year(row, match, quarter * 3 - 2, quarter * 3)


def _part_of_year(row: DateRow, match: Match, first: int, last: int) -> Months:
    for at in range(match.start(), match.end()):
        if row.letters[at] == "Y":
            return Months(first, last, year=row.value(at))
        if row.letters[at] == "L":
            return Months(first, last, near=row.value(at))
    return Months(first, last)


def weeks(row: DateRow, match: Match) -> Reading | None:
    """`last week`, `this morning`, `la semaine derniere`."""
    first, last = match.end() - 2, match.end() - 1
    near, noun = (last, first) if row.letters[last] == "l" else (first, last)
    before, amount = row.letter(match.start() - 1), row.value(near)
    if row.letters[noun] == "p":
        night = row.word(noun) in row.words.nights
        return Shift(DAY, amount) if amount == 0 or night else None
    if row.letters[noun] == "y":
        return Weekend(amount)
    if row.letters[noun] == "U":
        return Shift(CENTURY, amount)
    if row.words.possessive and (before == "e" or row.word(near) == "past"):
        return None
    if row.letter(match.end()) == "v" and amount == -1:
        return Vague(_OTHER_PERIOD)
    return Shift(row.value(noun), amount, remarks=early(row, match))


def end_of_unit(row: DateRow, match: Match) -> Reading | None:
    """`the end of the year`."""
    return Shift(row.value(match.end() - 1), 0, remarks=early(row, match))


def another(row: DateRow, match: Match) -> Reading | None:
    """`the next day`, `three years earlier`; `the last year` is a length."""
    if row.letters[match.start()] == "e" and row.letters[match.start() + 1] == "L":
        if not row.words.possessive:
            return weeks(row, match)
        if row.value(match.start() + 1) != 1:
            return None
    return Vague(OTHER_DATE)


def ago(row: DateRow, match: Match) -> Reading | None:
    unit_at = match.end() - 1 - (row.letters[match.end() - 1] == "G")
    if row.letters[match.start()] == "g" and not _is_ago(row, match):
        return None
    if "q" in match[0]:
        return Vague("it does not say how many")
    number = next(at for at in range(unit_at - 1, -1, -1) if row.letters[at] in "nDN")
    word = row.word(number)
    amount = int(word) if word.isdecimal() and len(word) < 6 else row.words.values.get(word, 0)
    if row.letter(match.start() - 1) in {"t", "-", "&", "u", ","} or not amount:
        return Vague("it does not say how many")
    return Shift(row.value(unit_at), -amount)


def _is_ago(row: DateRow, match: Match) -> bool:
    """`il y a plus de deux ans`."""
    start = match.start()
    before = row.words.ago_before.get(row.word(start), "").split()
    if match["bound"] and row.written(*match.span("bound")).lower() not in row.words.ago_bounds:
        return False
    return [row.word(start - len(before) + each) for each in range(len(before))] == before


def today(row: DateRow, match: Match) -> Reading | None:
    if row.letter(match.start() - 1) == "e":
        # "por la ma\u00f1ana" is the morning.
        return None
    if row.letter(match.start() - 2) == "u" and row.word(match.start() - 1) in _FROM:
        return None
    return Shift(DAY, row.value(match.start()))


# "Two days from tomorrow".
_FROM = words("from after before")


def day_after(row: DateRow, match: Match) -> Reading | None:
    """`the day before yesterday`."""
    word = row.word(match.start() + 2)
    if row.value(match.start() + 1) != DAY or word not in {"before", "after"}:
        return None
    return Shift(DAY, row.value(match.end() - 1) * 2)


def decade(row: DateRow, match: Match) -> Reading | None:
    if match["number"]:
        if not _is_decade(row, match):
            return None
        word = row.word(match.start("number"))
        number = int(word) if word.isdecimal() and len(word) <= 4 else 0
    else:
        at = next(at for at in range(match.start(), match.end()) if row.letters[at] == "E")
        number = int(re.sub(r"\D", "", row.word(at)) or row.value(at))
    if number >= 1000 and number % 10 == 0:
        return Years(number, number + 9, remarks=early(row, match))
    if number % 10 or not 20 <= number <= 90:
        return None
    return _short_decade(row, match, number)


def _is_decade(row: DateRow, match: Match) -> bool:
    """`les ann\u00e9es 1990`, not `the year 1990`."""
    return any(row.word(at) in row.words.decades for at in range(*match.span()))


def _short_decade(row: DateRow, match: Match, number: int) -> Reading | None:
    """`the '80s`, not `temperatures in the 80s`."""
    sure = row.letter(match.start() - 1) == "'" or match["number"] or early(row, match)
    if not sure and (row.letter(match.start() - 1) != "e" or _nearby(row, match) & _TEMPERATURES):
        return None
    if number < 30:
        return Vague("the century is not said")
    return Years(1900 + number, 1909 + number, remarks=("the 20th century is taken",))


def _nearby(row: DateRow, match: Match) -> set[str]:
    return {row.word(at) for at in range(match.start() - 12, match.end() + 12)}


_GAMES = words("touchdown touchdowns yard yards game games scored points led quarterback team")
_TEMPERATURES = words(
    "temperature temperatures degrees highs lows heat percent mph scores his her their"
)


def century(row: DateRow, match: Match) -> Reading | None:
    at = next(at for at in range(match.start(), match.end()) if row.letters[at] in "oODr")
    number = row.value(at)
    if not 1 <= number <= 29:
        return None
    behind = row.word(match.end())
    if behind in {"bc", "bce"}:
        return Vague("years before year 1 cannot be compared")
    return Years(number * 100 - 99, number * 100, remarks=early(row, match))


def season(_row: DateRow, _match: Match) -> Reading | None:
    return Vague("a season has no exact days")


def weekend(row: DateRow, match: Match) -> Reading | None:
    return Weekend(None) if row.letters[match.start()] == "e" or row.words.short_dots else None


def no_year(row: DateRow, match: Match) -> Reading | None:
    at = match.end() - 1
    if row.value(match.start()) != YEAR or row.word(at).strip("0"):
        return None
    return Vague(NO_YEAR_0)
