"""The face of units: what is named at a number, what it measures, and how it converts."""

import re
from typing import NamedTuple

from factcheck.text.values.units.algebra import convert, dimension, short
from factcheck.text.values.units.choice import Phrase, readings, remarks
from factcheck.text.values.units.currencies import CODES, SIGNS
from factcheck.text.values.units.names import names
from factcheck.text.values.units.phrases import named, rate
from factcheck.words import ValueKind

__all__ = ["Named", "after", "before", "convert", "dimension", "per", "readings", "short"]


class Named(NamedTuple):
    """A unit as a text names it; `end` is where the name ends, or begins before a number."""

    unit: str
    kind: ValueKind
    end: int
    remarks: tuple[str, ...] = ()


def after(text: str, at: int, language: str) -> Named | None:
    """The longest unit phrase behind the number that ends at `at`, with its rate: "km/h"."""
    phrase = named(text, at, names(language))
    return _made(text, at, phrase) if phrase else None


def per(text: str, at: int, language: str) -> Named | None:
    """The rate of a counted noun that ends at `at`, "deaths per day": the unit `1 / day`."""
    phrase = rate(text, Phrase("1", at), names(language))
    return _made(text, at, phrase) if phrase.end > at else None


def before(text: str, at: int, language: str) -> Named | None:
    """The sign or code of a currency that ends at `at`: "$", "US$", "EUR "."""
    match = _SIGN.search(text[max(0, at - 8) : at])
    if match is None or (match[1] == "R" and language[:2] != "en"):
        return None
    unit = "ZAR" if match[1] == "R" else SIGNS.get(match[1], match[1])
    start = max(0, at - 8) + match.start(1)
    return Named(unit, ValueKind.MONEY, start, remarks(text, start, at, unit))


def _made(text: str, at: int, phrase: Phrase) -> Named:
    said = remarks(text, at, phrase.end, phrase.unit)
    return Named(phrase.unit, _kind(phrase.unit), phrase.end, said)


def _kind(unit: str) -> ValueKind:
    first = unit.partition(" ")[0]
    if first in {"percent", "permille"}:
        return ValueKind.PERCENT
    measure = dimension(unit) or ""
    if measure.startswith("money:"):
        return ValueKind.MONEY
    return _KINDS.get(measure.partition(" / ")[0] if first != "ppm" else "", ValueKind.QUANTITY)


_KINDS = {
    "percentage point": ValueKind.PERCENTAGE_POINT,
    "times": ValueKind.RATIO,
    "time": ValueKind.DURATION,
}
_LONGEST_FIRST = sorted(SIGNS, key=len, reverse=True)
_LETTERED = "|".join(re.escape(sign) for sign in _LONGEST_FIRST if sign[0].isalpha())
_BARE = "".join(re.escape(sign) for sign in SIGNS if len(sign) == 1 and not sign.isalpha())
_SIGN = re.compile(
    rf"((?<![^\W\d_])(?:{_LETTERED}|{'|'.join(sorted(CODES))}|R(?=\Z))|[{_BARE}])"
    r"[ \xa0\u202f\u2009]?\Z"
)
