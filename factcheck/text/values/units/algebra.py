"""What a unit measures, and how many of one make another.

A unit is a name, or names joined as pint joins them: `mile / hour`, `meter ** 2`,
`USD / oil_barrel`, `1 / 100000 / person`.
"""

import re
from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.text.values.units.currencies import is_currency
from factcheck.text.values.units.table import OFFSETS, UNITS

#: Our own context: the caller may have set another, with traps.
EXACT = Context(prec=60, traps=[])
_TERM = re.compile(r"(?:^|(?<= ))(?:([*/]) )?([^*/]+?)(?: \*\* (\d))?(?= [*/] |$)")


class Term(NamedTuple):
    """One name of a unit, or a number, and its power: -1 behind a stroke."""

    name: str
    power: int


class _Size(NamedTuple):
    """How many units of reference it makes, as a fraction, and of what dimension."""

    above: Decimal
    below: Decimal
    dimension: str


def dimension(unit: str) -> str | None:
    """`length / time`, `money:USD`, `1`; None for an unknown unit."""
    size = _size(unit)
    return size.dimension if size else None


def convert(amount: Decimal, unit: str, to: str) -> Decimal | None:
    """`amount` in the unit `to`; None where the two measure different things."""
    old, new = _size(unit), _size(to)
    if not old or not new or old.dimension != new.dimension or not amount.is_finite():
        return None
    if unit == to:
        return amount
    raised = EXACT.add(amount, _offset(unit))
    above = EXACT.multiply(raised, EXACT.multiply(old.above, new.below))
    found = EXACT.divide(above, EXACT.multiply(old.below, new.above))
    return EXACT.subtract(found, _offset(to))


@cache
def _offset(unit: str) -> Decimal:
    return Decimal(OFFSETS.get(unit, "0"))


@lru_cache(maxsize=4096)
def terms(unit: str) -> tuple[Term, ...]:
    """`mile / hour` -> mile to the power of 1, hour to the power of -1."""
    return tuple(
        Term(name, (-1 if sign == "/" else 1) * int(power or 1))
        for sign, name, power in _TERM.findall(unit[:200])
    )


@lru_cache(maxsize=4096)
def joined(parts: tuple[Term, ...]) -> str:
    """The unit of these terms, each name once."""
    powers: dict[str, int] = {}
    for part in parts:
        if part.name != "1":
            powers[part.name] = powers.get(part.name, 0) + part.power
    above = [_raised(name, power) for name, power in powers.items() if power > 0]
    below = [_raised(name, -power) for name, power in powers.items() if power < 0]
    return " / ".join([" * ".join(above) or "1", *below])


def _raised(name: str, power: int) -> str:
    return name if power == 1 else f"{name} ** {power}"


@lru_cache(maxsize=4096)
def _size(unit: str) -> _Size | None:
    above, below, powers = Decimal(1), Decimal(1), dict[str, int]()
    for name, power in terms(unit):
        one = _one(name)
        if one is None:
            return None
        top, bottom = (one.above, one.below) if power > 0 else (one.below, one.above)
        above = EXACT.multiply(above, EXACT.power(top, abs(power)))
        below = EXACT.multiply(below, EXACT.power(bottom, abs(power)))
        for part in terms(one.dimension):
            powers[part.name] = powers.get(part.name, 0) + part.power * power
    return _Size(above, below, _dimension(powers)) if terms(unit) else None


def _dimension(powers: dict[str, int]) -> str:
    ordered = [Term(name, power) for name, power in sorted(powers.items())]
    return joined(tuple(part for part in ordered if part.power))


def _one(name: str) -> _Size | None:
    if name in UNITS:
        factor, kind = UNITS[name]
        above, _stroke, below = factor.partition("/")
        return _Size(Decimal(above), Decimal(below or 1), kind)
    if name.isascii() and name.isdecimal() and len(name) < 10 and int(name):
        return _Size(Decimal(name), Decimal(1), "1")
    return _Size(Decimal(1), Decimal(1), f"money:{name}") if is_currency(name) else None


_SHORT = {
    "meter": "m",
    "kilometer": "km",
    "centimeter": "cm",
    "millimeter": "mm",
    "kilogram": "kg",
    "gram": "g",
    "milligram": "mg",
    "metric_ton": "tonne",
    "kilometric_ton": "kilotonne",
    "megametric_ton": "megatonne",
    "gigametric_ton": "gigatonne",
    "degree_Celsius": "\u00b0C",
    "degree_Fahrenheit": "\u00b0F",
    "delta_degree_Celsius": "\u00b0C",
    "delta_degree_Fahrenheit": "\u00b0F",
    "percent": "%",
    "permille": "\u2030",
    "oil_barrel": "barrel",
    "watt_hour": "Wh",
    "kilowatt_hour": "kWh",
    "megawatt_hour": "MWh",
    "gigawatt_hour": "GWh",
    "terawatt_hour": "TWh",
    "kilowatt": "kW",
    "megawatt": "MW",
    "gigawatt": "GW",
    "pound_force_per_square_inch": "psi",
    "share of stock": "share",
    "decibel": "dB",
    "short_ton": "short ton",
    "microgram": "\u00b5g",
    "metric_horsepower": "PS",
    "hectopascal": "hPa",
    "kilohertz": "kHz",
    "megahertz": "MHz",
    "gigahertz": "GHz",
}
_CENTS = {"USD / 100": "US cent", "EUR / 100": "euro cent", "GBP / 100": "penny"}
_WHOLE = {**_CENTS, "percentage point / 100": "basis point"}
_POWERS = {2: "\u00b2", 3: "\u00b3"}


def short(unit: str) -> str:
    """`km/hour`, `mile/hour`, `\u00b0C`, `USD`, `%`: as explanations write it."""
    cents = next((cents for cents in _WHOLE if f"{unit} /".startswith(f"{cents} /")), "")
    if cents:
        rest = unit.removeprefix(cents)
        return (
            f"{_WHOLE[cents]}/{short(f'1{rest}').removeprefix('per ')}" if rest else _WHOLE[cents]
        )
    parts = terms(unit)
    above = [_shortened(part) for part in parts if part.power > 0 and part.name != "1"]
    below = [_shortened(part) for part in parts if part.power < 0]
    lower = "/".join(below).replace("0/", "0 ")
    if not above:
        return f"per {lower}"
    return "/".join([" ".join(above), lower]) if lower else " ".join(above)


def _shortened(part: Term) -> str:
    name = _SHORT.get(part.name) or part.name.replace("_", " ")
    number = f"{int(name):,}" if name.isdecimal() else name
    return number + _POWERS.get(abs(part.power), "")
