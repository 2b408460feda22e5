"""Digits: points, commas and blanks by language."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.text.values.quantities.rows import FRACTIONS

# Nothing that is meant as a figure is longer.
_LONGEST = 40
_FIGURE = re.compile("[\\d.,'’ \u00a0\u2009\u202f]+")
_BLANKS = re.compile("[ \u00a0\u2009\u202f'\u2019]")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d\d)+,\d{3}")


class Digits(NamedTuple):
    amount: Decimal
    #: The unit of the last digit.
    step: Decimal


@lru_cache(maxsize=4096)
def read(token: str, decimal: str) -> Digits | None:
    """`1,234.5` with the decimal sign of its language; None for versions, codes and dates."""
    if token in FRACTIONS:
        above, below = FRACTIONS[token]
        return Digits(shortened(Decimal(above) / below), Decimal("0.01"))
    if len(token) > _LONGEST or not _FIGURE.fullmatch(token) or not _is_parted_well(token):
        return None
    plain = _plain(_BLANKS.sub("", token), decimal)
    if plain is None or (plain[0] == "0" and len(plain) > 1 and plain[1] != "."):
        return None
    amount = Decimal("0" + plain if plain[0] == "." else plain)
    exponent = amount.as_tuple().exponent
    return Digits(amount, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))


def shortened(amount: Decimal) -> Decimal:
    """At most ten places, no zeros at the end."""
    whole = amount.to_integral_value()
    if amount == whole:
        return whole.quantize(Decimal(1)) if abs(whole) < Decimal("1e27") else whole
    return (
        amount.quantize(Decimal("1e-10")).normalize() if abs(amount) < Decimal("1e15") else amount
    )


def _is_parted_well(token: str) -> bool:
    """Apostrophes and blanks part thousands alone."""
    parts = _BLANKS.split(token)
    return len(parts) == 1 or (
        len(parts[0]) <= 3 and all(len(re.split("[.,]", part)[0]) == 3 for part in parts[1:])
    )


def _plain(token: str, decimal: str) -> str | None:
    """With a decimal point and nothing else; None where the signs make no number."""
    signs = [char for char in token if char in ".,"]
    if not signs:
        return token
    if len(set(signs)) == 2:
        return _both(token, signs)
    if len(signs) == 1:
        return _single(token, signs[0], decimal)
    return re.sub("[.,]", "", token) if _GROUPED.fullmatch(token) else None


def _both(token: str, signs: list[str]) -> str | None:
    """The last sign is the decimal one, whatever the language."""
    whole, _, part = token.rpartition(signs[-1])
    if signs.count(signs[-1]) > 1 or not _GROUPED.fullmatch(whole):
        return None
    return f"{re.sub('[.,]', '', whole)}.{part}"


def _single(token: str, sign: str, decimal: str) -> str | None:
    if sign == decimal or token.startswith(("0.", "0,")):
        return token.replace(sign, ".")
    if _GROUPED.fullmatch(token):
        return token.replace(sign, "")
    # A point is a decimal sign in every language, a comma is not.
    return token if sign == "." else None
