"""A value as the comparison sees it: a figure, a half-line or a range, with its step."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from factcheck.text.values.comparing.words import cited, measured, near, plain
from factcheck.text.values.units.algebra import EXACT, convert
from factcheck.text.values.value import Value
from factcheck.words import Bound, ValueKind


class Shape(StrEnum):
    POINT = "point"
    #: Up to a figure.
    BELOW = "below"
    #: From a figure on.
    ABOVE = "above"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Side:
    """One value, in a unit that may be one reading of an ambiguous one."""

    value: Value
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    step: Decimal

    @property
    def shape(self) -> Shape:
        if self.low is None:
            return Shape.BELOW
        if self.high is None:
            return Shape.ABOVE
        return Shape.POINT if self.low == self.high else Shape.RANGE

    @property
    def figure(self) -> Decimal:
        """The figure that is written; the lower one of a range."""
        found = self.high if self.low is None else self.low
        return found if found is not None else Decimal(0)

    @property
    def is_strict(self) -> bool:
        return self.value.bound in {Bound.MORE_THAN, Bound.LESS_THAN}

    @property
    def is_vague(self) -> bool:
        return self.value.approximate or self.value.bound is Bound.ABOUT

    @property
    def is_counted(self) -> bool:
        """Things counted one by one, and ages: nobody rounds them."""
        kind = self.value.kind
        few = kind is ValueKind.COUNT and abs(self.figure) < 1000 and self.unit is None
        return kind in {ValueKind.ORDINAL, ValueKind.AGE} or few

    def seen(self, amount: Decimal, other: "Side") -> Decimal:
        """`amount` of the other side, in the unit of this one."""
        if self.unit == other.unit or self.unit is None or other.unit is None:
            return amount
        found = convert(amount, other.unit, self.unit)
        return amount if found is None else found

    def spaced(self, amount: Decimal, other: "Side") -> Decimal:
        """A distance from the figure of the other side, in the unit of this one."""
        return abs(self.seen(other.figure + amount, other) - self.seen(other.figure, other))

    def turned(self, other: "Side") -> "Side":
        """The other side in the unit of this one."""
        return replace(
            other,
            low=None if other.low is None else self.seen(other.low, other),
            high=None if other.high is None else self.seen(other.high, other),
            unit=self.unit,
        )


def side(value: Value, unit: str | None) -> Side | None:
    """The value read in `unit`; None where it has no figure to compare."""
    ends = [end for end in (value.low, value.high) if end is not None]
    if not ends or not all(end.is_finite() and abs(end.adjusted()) < 60 for end in ends):
        return None
    step = value.step if value.step and value.step.is_finite() else _last_place(ends[0])
    if value.kind is ValueKind.RATIO and unit is None:
        low, high = (None if end is None else end * 100 for end in (value.low, value.high))
        return Side(value, low, high, "percent", abs(step) * 100)
    return Side(value, value.low, value.high, unit, abs(step))


def _last_place(amount: Decimal) -> Decimal:
    exponent = amount.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0))


def zeros(amount: Decimal, step: Decimal) -> list[Decimal]:
    """The coarser steps to which a round figure may have been rounded: 10 and 100 for 1,200."""
    found, coarse = list[Decimal](), step * 10
    while amount and coarse <= abs(amount) and EXACT.remainder(amount, coarse) == 0:
        found.append(coarse)
        coarse *= 10
    return found


def digits(amount: Decimal) -> int:
    """How many digits are written before the zeros: 2 for 1,200."""
    return len(amount.normalize(EXACT).as_tuple().digits)


def half(about: Side) -> Decimal:
    """Half the distance to the next figure that would be called round instead: 2.5 at 20."""
    amount, step = abs(about.figure), about.step
    least = step if amount >= 10 * step else step / 2
    unit = Decimal(1).scaleb(amount.adjusted()) if amount else step
    for _place in range(40):
        for part in (5, 2, 1):
            spaced = unit * part
            if spaced * 4 <= amount and EXACT.remainder(amount, spaced) == 0:
                return max(spaced / 2, least)
        unit /= 10
        if unit < step:
            break
    return least


def brink(about: Side) -> Decimal:
    """So near is what is nearly, or just over, so much."""
    least = about.step if abs(about.figure) >= 10 * about.step else Decimal(0)
    return max(half(about) / 2, least)


def reach(about: Side) -> Decimal:
    """Beyond this distance nobody would call it about so much."""
    return half(about) * 3 / 2


def stated(left: Side, right: Side) -> str:
    """Both figures, and what the one is in the unit of the other."""
    if left.unit == right.unit and left.value.kind is right.value.kind:
        return f"the claim says {cited(left.value.text)}, the source {cited(right.value.text)}"
    figures = [end for end in (left.low, left.high) if end is not None]
    own = " to ".join(measured(_own(end), left.unit) for end in dict.fromkeys(figures))
    if left.value.kind is ValueKind.RATIO and left.value.unit is None:
        own = cited(left.value.text)
    turned = [near(right.seen(end, left), right.step) for end in dict.fromkeys(figures)]
    same = " to ".join(measured(figure, right.unit) for figure in turned)
    return f"{own} = {same}; the source says {_worded(right)}"


def _own(amount: Decimal) -> str:
    """The figure as it stands; 5.83 for 5 feet and 10 inches."""
    exponent = int(amount.normalize(EXACT).as_tuple().exponent)
    return plain(amount) if exponent > -6 else near(amount, Decimal("0.1"))


_BOUND_WORDS = {
    Bound.ABOUT: "about ",
    Bound.AT_MOST: "up to ",
    Bound.AT_LEAST: "at least ",
    Bound.LESS_THAN: "less than ",
    Bound.MORE_THAN: "more than ",
}
_VAGUE_WORDS = {
    Bound.EXACT: "about ",
    Bound.LESS_THAN: "nearly ",
    Bound.MORE_THAN: "just over ",
}


def _worded(right: Side) -> str:
    if right.value.kind is ValueKind.RATIO and right.value.unit is None:
        return f"{cited(right.value.text)}, {measured(plain(right.figure), 'percent')}"
    figures = [end for end in (right.low, right.high) if end is not None]
    ends = " to ".join(_own(end) for end in dict.fromkeys(figures))
    bound = right.value.bound
    words = _VAGUE_WORDS if right.value.approximate else _BOUND_WORDS
    return words.get(bound, _BOUND_WORDS.get(bound, "")) + measured(ends, right.unit)
