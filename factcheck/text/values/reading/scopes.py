"""How much of a thing a figure covers: the world or a country, a half or a year, one model."""

import re

from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.values.reading.context import Context
from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.value import Value
from factcheck.words import ValueKind

_WORLD = words("worldwide globally global world overall altogether nationwide nationally")
_PERIODS = {
    "half a year": r"\b(?:first|second|last) half|half[- ]year",
    "a quarter": (
        r"\b(?:first|second|third|fourth|last) quarter|quarterly|three months (?:to|through)"
    ),
    "nine months": r"\bnine months",
    "a whole year": r"\bfull[- ]year|annual(?:ly)?\b|whole year",
}
_PLACES = words("first second third fourth fifth sixth seventh eighth ninth tenth")
# Planes, roads and rockets are told apart by such names.
_MODEL = re.compile(r"(?<!\w)[A-Z]{1,8}[a-z]{0,12}-?\d{1,5}[A-Za-z]?(?!\w)")
# What happened to people; of those to whom nothing did, others are counted.
_FATES = words("""
    died die dies dead death deaths killed kill kills killing fatalities injured hurt wounded
    missing arrested detained displaced evacuated infected hospitalised hospitalized rescued
    convicted charged sentenced fled homeless toll
""")


def labelled(left: Value, one: Context, other: Context) -> tuple[str, str] | None:
    """Two models, two periods, or the first and the second of a row."""
    found = _models(one, other) or _periods(one, other)
    return found or (None if left.kind is ValueKind.ORDINAL else _places(one, other))


def _models(one: Context, other: Context) -> tuple[str, str] | None:
    first, second = (set(_MODEL.findall(around.lead)) for around in (one, other))
    if first and second and first.isdisjoint(second):
        return min(first), min(second)
    return None


def _periods(one: Context, other: Context) -> tuple[str, str] | None:
    first, second = (_period(around) for around in (one, other))
    return (first, second) if first and second and first != second else None


def _period(around: Context) -> str | None:
    text = f"{around.lead} | {around.tail}"
    return next((name for name, words_ in _PERIODS.items() if anywhere(words_).search(text)), None)


def _places(one: Context, other: Context) -> tuple[str, str] | None:
    first, second = (_PLACES.intersection(around.near_raw) for around in (one, other))
    if first and second and first.isdisjoint(second):
        return min(first), min(second)
    return None


def in_a_row(claim: Context, found: list[Context]) -> bool:
    """`The first crash killed 20 people, the second 12`, and the claim says only "the crash"."""
    places = [_PLACES.intersection(around.near_raw) for around in found]
    told = {min(names) for names in places if names}
    return len(told) > 1 and not _PLACES.intersection(claim.wide_raw)


def narrowed(left: Value, right: Value, one: Context, other: Context) -> tuple[str, str] | None:
    """Two figures that differ because the one is of a part: of the world, or of the people."""
    if left.kind is not ValueKind.COUNT:
        return None
    ours, theirs = (_FATES.intersection(around.near_raw) for around in (one, other))
    if bool(ours) != bool(theirs) and one.near and other.near:
        return next(iter(sorted(ours)), left.text), next(iter(sorted(theirs)), right.text)
    first, second = (_WORLD.intersection(around.near_raw) for around in (one, other))
    places = lexicon("en").countries.intersection(other.near_raw if first else one.near_raw)
    if bool(first) != bool(second) and places:
        return (min(first), min(places)) if first else (min(places), min(second))
    return None
