"""Finds times of day."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.text.values.dates.bounds import bounded
from factcheck.text.values.dates.row import DateRow
from factcheck.text.values.value import Value
from factcheck.words import Bound, ValueKind

_PART = "(?:v?e[pT]|iep|ip)"
_ZONE = r"(?P<zone>\(?z|[X_]_)?"
_PAIR = rf"(?P<before>[fb]?)(?P<a>[ACDN])h?(?P<join>[t&-])x?(?P<b>A|C|[DN]h){_ZONE}"
_SINGLE = rf"(?P<clock>A|Z|[CDN]h|C|[NY](?=z)|(?<=x)[DN]|D(?=iep))(?P<part>{_PART})?{_ZONE}"
# "Half past eight", "a quarter to nine", "ten past eight".
_PAST = rf"(?P<minute>H|n?R|[nD])(?P<way>[Lt])(?P<hour>[nDA])(?![%us])(?P<half>{_PART})?"
_FIGURES = re.compile(r"\d+")
_NOON = 12


def find(row: DateRow) -> Iterator[Value]:
    """The times of day of `row` in reading order."""
    done = 0
    while match := _pattern().search(row.letters, done):
        if match["minute"]:
            value = _past(row, match, done)
        else:
            value = _pair(row, match, done) if match["a"] else _single(row, match, done)
        done = match.start() + 1 if value is None else match.end()
        if value is not None:
            yield value


@cache
def _pattern() -> re.Pattern[str]:
    pair = _PAIR.replace("zone", "zone_of_pair")
    return re.compile(f"{pair}|{_SINGLE}|{_PAST}")


def _single(row: DateRow, match: re.Match[str], done: int) -> Value | None:
    at = match.start()
    if not _is_clock(row, match):
        return None
    iso = _clock(row, at, _half_of_clock(row, match))
    if iso is None:
        return None
    last, zone = _zone(row, match, "zone")
    sure = zone is not None or _is_sure(row, match)
    remarks = () if sure else (f"{iso} may be in the morning or the evening",)
    bound = bounded(row, at, last, done)
    start, end = row.spans[bound.first][0], row.spans[last - 1][1]
    return Value(
        ValueKind.TIME,
        row.text[start:end],
        start,
        end,
        unit=zone,
        bound=bound.bound,
        approximate=bound.approximate,
        iso=iso,
        remarks=remarks,
    )


def _past(row: DateRow, match: re.Match[str], done: int) -> Value | None:
    """`half past eight`; "to" only behind a quarter: "ten to twelve" is a range."""
    way, at = row.word(match.start("way")), match.start("hour")
    minutes = _minutes(row, match)
    ahead = way in row.words.to_hour and minutes == _QUARTER
    hour = _clock(row, at, "") if row.letters[at] == "A" else f"{row.value(at):02}:00"
    if not minutes or hour is None or row.word(at) in row.words.one:
        return None
    if not (ahead or way in row.words.past_hour) or not 1 <= int(hour[:2]) <= _NOON:
        return None
    half = _half_of_day(row, match, "half") or _half(row.word(at)) * (row.letters[at] == "A")
    whole = int(hour[:2]) % _NOON + _NOON * (half == "p") if half else int(hour[:2])
    total = (whole * 60 + (-minutes if ahead else minutes)) % (24 * 60)
    iso = f"{total // 60:02}:{total % 60:02}"
    remarks = () if half else (f"{iso} may be in the morning or the evening",)
    bound = bounded(row, match.start(), match.end(), done)
    start, end = row.spans[bound.first][0], row.spans[match.end() - 1][1]
    return Value(
        ValueKind.TIME,
        row.text[start:end],
        start,
        end,
        bound=bound.bound,
        approximate=bound.approximate,
        iso=iso,
        remarks=remarks,
    )


def _minutes(row: DateRow, match: re.Match[str]) -> int:
    """Those of the minute hand; 0 where nobody says so."""
    at = match.end("minute") - 1
    if row.letters[at] in "HR":
        return 30 if row.letters[at] == "H" else _QUARTER
    return row.value(at) if row.value(at) in _HANDS else 0


_QUARTER = 15
_HANDS = frozenset({5, 10, 20, 25})


def _pair(row: DateRow, match: re.Match[str], done: int) -> Value | None:
    if match["join"] == "&" and match["before"] != "b":
        return None
    if match["b"] == "C" and match["a"] != "C":
        return None
    half = _half(row.word(match.start("b")))
    own = _half(row.word(match.start("a")))
    first = _clock(row, match.start("a"), own or _half_before(row, match, half))
    last = _clock(row, match.start("b"), half)
    if first is None or last is None or match.start() < done:
        return None
    end, zone = _zone(row, match, "zone_of_pair")
    start = row.spans[match.start()][0]
    text = row.text[start : row.spans[end - 1][1]]
    bound = Bound.BETWEEN if match["before"] == "b" else Bound.EXACT
    iso = f"{first}/{last}"
    return Value(ValueKind.TIME, text, start, start + len(text), unit=zone, bound=bound, iso=iso)


def _half_before(row: DateRow, match: re.Match[str], half: str) -> str:
    """`9-11 a.m.` is all morning; `11-1 p.m.` begins before noon."""
    hours = [int(_FIGURES.findall(row.word(match.start(side)))[0][:3]) for side in "ab"]
    if half and hours[0] > hours[1] and hours[1] != _NOON:
        return "a" if half == "p" else "p"
    return half


def _is_clock(row: DateRow, match: re.Match[str]) -> bool:
    """`at 10:30`, not `John 3:16` and `in 2:03`."""
    if _is_past_the_hour(row, match.start()):
        return False
    if match["clock"] != "C" or (match["zone"] or "").endswith("z") or match["part"]:
        return True
    at = match.start()
    word = row.word(at)
    if "h" in word:
        return "h" in row.words.clocks
    if word.count(":") > 1 or row.word(at - 1) == "in":
        return False
    bound = row.word(at - 1) in row.words.bounds
    return bound or (row.letter(at - 1) or "i") in "itfbxWp(,-TO"


def _is_past_the_hour(row: DateRow, at: int) -> bool:
    """`a quarter to 8 p.m.` is another time."""
    word, before = row.word(at - 1), row.word(at - 2)
    return word == "past" or (word == "to" and before in {"quarter", "five", "ten", "twenty"})


def _half(word: str) -> str:
    """`a` or `p` of a.m. and p.m."""
    found = re.search("[ap]", word)
    return found[0] if found else ""


def _half_of_clock(row: DateRow, match: re.Match[str]) -> str:
    plain = _half(row.word(match.start())) if match["clock"] == "A" else ""
    return _half_of_day(row, match, "part") or plain


def _half_of_day(row: DateRow, match: re.Match[str], group: str) -> str:
    """By "in the evening" in `group`; empty where it does not stand."""
    if not match[group]:
        return ""
    word = row.word(match.end(group) - 1)
    return "a" if word in {"morning", "ma\u00f1ana", "matin", "madrugada", "fr\u00fch"} else "p"


def _clock(row: DateRow, at: int, half: str) -> str | None:
    word = row.word(at)
    if row.letters[at] == "Z":
        return "00:00" if word in row.words.midnight else "12:00"
    figures = _FIGURES.findall(word)
    if row.letters[at] in "NY" and word.isdecimal() and len(word) == 4:
        figures = [word[:2], word[2:]]
    if len(figures) > 3 or any(len(figure) > 2 for figure in figures):
        return None
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    if hour > (_NOON if half else 24) or minute > 59 or (half and not hour):
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02}:{minute:02}"


def _is_sure(row: DateRow, match: re.Match[str]) -> bool:
    """Only English counts to twelve without saying which twelve."""
    if match["clock"][0] in "AZ" or match["part"] or not row.words.possessive:
        return True
    hour = _FIGURES.findall(row.word(match.start()))[0]
    return hour.startswith("0") or int(hour) > _NOON


def _zone(row: DateRow, match: re.Match[str], group: str) -> tuple[int, str | None]:
    """The end of the match, with the zone that belongs to it."""
    zone = match[group]
    if not zone:
        return match.end(), None
    if zone.endswith("z"):
        closed = zone[0] == "(" and row.letter(match.end()) == ")"
        return match.end() + closed, row.word(match.end() - 1).upper()
    if row.word(match.end() - 1) != "time":
        return match.start(group), None
    first = match.start(group)
    return match.end(), f"{row.written(first, first + 1)} time"
