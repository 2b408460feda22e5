"""Figures in plain words, for explanations."""

from decimal import ROUND_HALF_UP, Decimal

from factcheck.text.values.units.algebra import EXACT, short

_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_PLACES = {
    -3: "thousandths",
    -2: "hundredths",
    -1: "tenths",
    0: "whole numbers",
    1: "tens",
    2: "hundreds",
    3: "thousands",
    4: "ten thousands",
    5: "hundred thousands",
    6: "millions",
    7: "ten millions",
    8: "hundred millions",
    9: "billions",
    10: "ten billions",
    11: "hundred billions",
    12: "trillions",
}
_LONGEST_TEXT = 80


def plain(amount: Decimal) -> str:
    """`59.5`, `1,187`, `1.3 million`."""
    for size, name in _SCALES:
        scaled = EXACT.divide(amount, size).normalize(EXACT)
        if abs(scaled) >= 1 and len(scaled.as_tuple().digits) <= 4 and abs(scaled) < 10000:
            return f"{scaled:,f} {name}"
    short_one = rounded(amount, Decimal("1e-10")).normalize(EXACT)
    return f"{short_one:,f}"


def rounded(amount: Decimal, step: Decimal) -> Decimal:
    """`amount` to the nearest multiple of `step`, halves up, as writers round."""
    count = EXACT.divide(amount, step).to_integral_value(ROUND_HALF_UP, EXACT)
    return EXACT.multiply(count, step)


def near(amount: Decimal, step: Decimal) -> str:
    """A converted figure, with a digit more than `step` and three digits at least."""
    places = min(step.adjusted() - 1, amount.adjusted() - 2 if amount else 0)
    return plain(rounded(amount, Decimal(1).scaleb(places)))


def measured(figure: str, unit: str | None) -> str:
    """`59.5 km/hour`, `20%`."""
    if not unit:
        return figure
    return f"{figure}{'' if unit == 'percent' else ' '}{short(unit)}"


def place(step: Decimal) -> str:
    """`hundreds` for 100, `tenths` for 0.1."""
    digits = step.normalize(EXACT).as_tuple().digits
    name = _PLACES.get(step.adjusted())
    return name if name and digits == (1,) else f"steps of {plain(step)}"


def cited(text: str) -> str:
    """The words of a value on one line."""
    line = " ".join(text[:400].split())
    return line if len(line) <= _LONGEST_TEXT else f"{line[: _LONGEST_TEXT - 3]}..."
