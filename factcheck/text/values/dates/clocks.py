"""Compares two times of day."""

from factcheck.text.values.comparing.matching import Finding, quoted
from factcheck.text.values.value import Value
from factcheck.words import Bound, Result

_HALF_DAY = 720
_NEAR = 30
_SAME = {"UTC": "GMT"}


def clocks(left: Value, right: Value) -> Finding:
    """Zones are never converted: which day it was, and summer time, would have to be known."""
    if left.iso is None or right.iso is None:
        return Finding(Result.NOT_COMPARABLE, f"{quoted(left)} or {quoted(right)} has no hour")
    zones = [_zone(value) for value in (left, right)]
    pair = f"{quoted(left)}; the source says {quoted(right)}"
    if all(zones) and zones[0] != zones[1]:
        return Finding(Result.NOT_COMPARABLE, f"{pair}; these are two time zones")
    if {left.bound, right.bound} - {Bound.EXACT, Bound.ABOUT} and left.bound is not right.bound:
        return Finding(Result.NOT_COMPARABLE, f"{pair}; one is a limit")
    if left.iso == right.iso:
        return Finding(Result.AGREES, f"{quoted(left)} and {quoted(right)} are the same time")
    if any(zones) and not all(zones):
        return Finding(Result.NOT_COMPARABLE, f"{pair}; one has no time zone")
    return _apart(left, right, pair)


def _zone(value: Value) -> str:
    return _SAME.get(value.unit or "", value.unit or "")


def _apart(left: Value, right: Value, pair: str) -> Finding:
    if "/" in f"{left.iso}{right.iso}":
        return _stretches(left, right, pair)
    gap = abs(_minutes(left.iso) - _minutes(right.iso))
    if gap == _HALF_DAY and (left.remarks or right.remarks):
        return Finding(Result.NOT_COMPARABLE, f"{pair}; one may be in the evening")
    if gap <= _NEAR and (left.approximate or right.approximate or _is_round(left)):
        return Finding(Result.NOT_COMPARABLE, f"{pair}; one is rounded")
    return Finding(Result.DISAGREES, f"{pair}; they are {_told(gap)} apart")


def _stretches(left: Value, right: Value, pair: str) -> Finding:
    if "/" in (left.iso or "") and "/" in (right.iso or ""):
        return Finding(Result.DISAGREES, f"{pair}; they begin or end at other times")
    return Finding(Result.NOT_COMPARABLE, f"{pair}; one is a stretch of time")


def _minutes(iso: str | None) -> int:
    hour, minute = (iso or "0:0").split(":")
    return int(hour) * 60 + int(minute)


def _is_round(value: Value) -> bool:
    return (value.iso or "").endswith(":00")


def _told(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "hour"), (rest, "minute")]
    return " and ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n)
