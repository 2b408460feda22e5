"""Bounds and ranges: "more than 20", "up to 37 mph", "nearly half", "between 5 and 7"."""

import re
from decimal import Decimal

from factcheck.text.values.comparing.points import (
    Outcome,
    agrees,
    differs,
    meets,
    named,
    open_,
    points,
)
from factcheck.text.values.comparing.shapes import Shape, Side, brink, half, reach
from factcheck.text.values.comparing.words import measured, near, plain
from factcheck.words import Bound, Result, ValueKind

# What is said to be reached, and not only never passed.
_REACHED = re.compile(
    r"(?i)\b(?:up to|as (?:many|much|high|long|fast|far|large) as|bis zu|jusqu|hasta)"
)
# "Dozens" are no longer dozens where five times as many would be.
_MANY = 5


def shaped(left: Side, right: Side) -> Outcome:
    """The claim against the source, whatever shape each has."""
    if left.shape is Shape.POINT:
        return points(left, right) if right.shape is Shape.POINT else _inside(left, right)
    if left.shape is Shape.RANGE:
        return _range(left, right)
    if right.shape is Shape.POINT:
        return _vague(left, right) if left.value.approximate else _bound(left, right)
    return _ranged(left, right) if right.shape is Shape.RANGE else _two_bounds(left, right)


def _bound(left: Side, right: Side) -> Outcome:
    """A half-line of the claim, a figure of the source."""
    limit, amount = left.figure, left.seen(right.figure, right)
    if meets(left, right):
        return _at_limit(left, right)
    above = left.shape is Shape.ABOVE
    if (amount > limit) == above:
        return _within(left, right, amount)
    if _may_reach(left, right, amount):
        return open_("the source's figure may be rounded, and the bound is within the rounding")
    return differs(named(left, right) or "outside the bound")


def _at_limit(left: Side, right: Side) -> Outcome:
    if not left.is_strict:
        return agrees("the bound is reached")
    sure = right.value.kind in {ValueKind.COUNT, ValueKind.AGE, ValueKind.ORDINAL}
    if sure and left.is_counted and not right.is_vague:
        return differs("the claim leaves out the figure itself")
    return open_("the claim leaves out the figure itself, and the source may have rounded it")


def _within(left: Side, right: Side, amount: Decimal) -> Outcome:
    limit = left.figure
    if left.shape is Shape.BELOW and _is_reached(left):
        if left.value.kind is ValueKind.QUANTITY and not right.is_vague:
            return differs("the most that is reached is another figure")
        return _below_the_most(left, right)
    far = amount > 2 * limit if left.shape is Shape.ABOVE else 2 * amount < limit
    return agrees("within the bound by the letter, but far from it" if far else "within the bound")


def _below_the_most(left: Side, right: Side) -> Outcome:
    if left.value.kind is ValueKind.QUANTITY:
        apart = abs(right.seen(left.figure, left) - right.figure)
        if apart > reach(right):
            return differs("the most that is reached is another figure")
    return open_("less than the most that is claimed, and the source does not say it is the most")


def _is_reached(left: Side) -> bool:
    return left.value.bound is Bound.AT_MOST and bool(_REACHED.search(left.value.text[:200]))


def _may_reach(left: Side, right: Side, amount: Decimal) -> bool:
    """Whether the figure of the source, as it is rounded, may be on the other side."""
    if right.is_vague:
        return abs(amount - left.figure) <= 2 * left.spaced(half(right), right)
    if right.is_counted:
        return False
    return abs(right.seen(left.figure, left) - right.figure) <= right.step / 2


def _vague(left: Side, right: Side) -> Outcome:
    """`nearly 20`, `just over 20`, `dozens`: a bound, and not far from it."""
    limit, amount = left.figure, left.seen(right.figure, right)
    over = (amount - limit) if left.shape is Shape.ABOVE else (limit - amount)
    if not left.is_strict:
        return _many(left, right, amount)
    if meets(left, right):
        return open_("the claim stops short of the figure, and the source may have rounded it")
    if 0 < over <= brink(left):
        return agrees("on the right side of the figure and near it")
    if 0 < over <= reach(left):
        return open_("on the right side of the figure, but not so near")
    if over < 0 and _may_reach(left, right, amount):
        return open_("the source's figure may be rounded")
    return differs(named(left, right) or ("far from the figure" if over > 0 else "beyond it"))


def _many(left: Side, right: Side, amount: Decimal) -> Outcome:
    """`dozens of people` against 37; "up to about 20" is a bound like others, but soft."""
    limit = left.figure
    if left.shape is Shape.BELOW:
        close = abs(amount - limit) <= half(left)
        return agrees("the bound is about reached") if close else _bound(left, right)
    if limit <= amount < _MANY * limit:
        return agrees(f"{plain(limit)} or more may be called so")
    if amount >= _MANY * limit:
        return open_("so many by the letter, but a larger word would be used")
    return open_("a little fewer than the word says") if amount * 2 >= limit else differs("fewer")


def _inside(left: Side, right: Side) -> Outcome:
    """A figure of the claim, a bound or range of the source."""
    if right.shape is Shape.RANGE:
        return _in_range(left, right)
    amount = right.seen(left.figure, left)
    beyond = (amount - right.figure) * (1 if right.shape is Shape.ABOVE else -1)
    if meets(left, right):
        return _met_bound(left, right)
    near_it = reach(right)
    if beyond > 0:
        return _beyond(left, right, far=beyond > near_it)
    if left.is_vague and -beyond <= right.spaced(reach(left), left):
        return open_("the claim is not exact, and near the bound of the source")
    if right.value.approximate and -beyond <= near_it:
        return open_("the bound of the source is not exact")
    return differs(named(left, right) or "outside the bound of the source")


def _beyond(left: Side, right: Side, *, far: bool) -> Outcome:
    if far and right.value.approximate and right.is_strict:
        return differs(named(left, right) or "the source's figure is near its bound")
    return open_("the source gives only a bound, and the claim is within it")


def _met_bound(left: Side, right: Side) -> Outcome:
    if right.is_strict and not right.value.approximate and not left.is_vague:
        return differs("the source leaves out the figure itself")
    return open_("the source gives the figure only as a bound")


def _in_range(left: Side, right: Side) -> Outcome:
    low, high = _ends(right)
    amount = right.seen(left.figure, left)
    space = right.spaced(reach(left), left) if left.is_vague else right.step / 2
    if low <= amount <= high:
        return open_("the source gives a range, and the claim one figure within it")
    if low - space <= amount <= high + space and not left.is_counted:
        return open_("the source gives a range, and the claim is at its edge")
    return differs(named(left, right) or "outside the range of the source")


def _ends(side: Side) -> tuple[Decimal, Decimal]:
    low = side.low if side.low is not None else side.figure
    high = side.high if side.high is not None else side.figure
    return min(low, high), max(low, high)


def _range(left: Side, right: Side) -> Outcome:
    if right.shape is Shape.POINT:
        return _figure_in(left, right)
    turned = left.turned(right)
    if right.shape is not Shape.RANGE:
        return _ranged_source(left, turned)
    (low, high), (bottom, top) = _ends(left), _ends(turned)
    if _ends_meet(left, right):
        return agrees("the same range")
    if bottom > high or top < low:
        return differs("two ranges apart from each other")
    return open_("two ranges that overlap")


def _ends_meet(left: Side, right: Side) -> bool:
    return all(meets(_end(left, which), _end(right, which)) for which in (0, 1))


def _end(side: Side, which: int) -> Side:
    end = _ends(side)[which]
    return Side(side.value, end, end, side.unit, side.step)


def _figure_in(left: Side, right: Side) -> Outcome:
    low, high = _ends(left)
    amount = left.seen(right.figure, right)
    if low <= amount <= high:
        return agrees("within the range")
    space = Decimal(0) if right.is_counted else left.spaced(right.step / 2, right)
    if right.is_vague:
        space = left.spaced(reach(right), right)
    if low - space <= amount <= high + space:
        return open_("at the edge of the range, and the source's figure may be rounded")
    return differs("outside the range")


def _ranged_source(left: Side, right: Side) -> Outcome:
    low, high = _ends(left)
    apart = right.figure > high if right.shape is Shape.ABOVE else right.figure < low
    if apart:
        return differs("the bound of the source leaves out the whole range")
    return open_("the source gives only a bound")


def _ranged(left: Side, right: Side) -> Outcome:
    """A half-line of the claim, a range of the source."""
    low, high = _ends(left.turned(right))
    limit = left.figure
    if left.shape is Shape.ABOVE:
        inside, outside = (low > limit if left.is_strict else low >= limit), high < limit
    else:
        inside, outside = (high < limit if left.is_strict else high <= limit), low > limit
    if outside:
        return differs("the range of the source is outside the bound")
    if inside and not left.value.approximate and (not _is_reached(left) or high == limit):
        return agrees("the whole range is within the bound")
    return open_("the range of the source is not wholly what the bound says")


def _two_bounds(left: Side, right: Side) -> Outcome:
    if left.shape is right.shape:
        return _same_way(left, right)
    limit, amount = left.figure, left.seen(right.figure, right)
    touch = meets(left, right)
    apart = amount < limit if left.shape is Shape.ABOVE else amount > limit
    if (apart and not touch) or (touch and (left.is_strict or right.is_strict)):
        return differs("nothing is within both bounds")
    return open_("bounds in opposite directions")


def _same_way(left: Side, right: Side) -> Outcome:
    if not meets(left, right):
        told = named(left, right)
        return differs(told) if told else open_("two different bounds, each of which may be true")
    if left.value.approximate and not right.value.approximate:
        return open_("the source does not say that it is so near")
    if left.is_strict and not right.is_strict:
        return open_("the source does not leave out the figure itself")
    return agrees("the same bound")


def tolerated(left: Side, right: Side, tolerance: Decimal) -> Outcome:
    """The checker's own tolerance, in the unit of the claim, instead of every other rule."""
    low, high = _ends(left)
    bottom, top = _ends(left.turned(right))
    if left.shape is Shape.ABOVE:
        high = max(high, top)
    if left.shape is Shape.BELOW and not _is_reached(left):
        low = min(low, bottom)
    apart = max(bottom - high, low - top, Decimal(0))
    found = measured(near(apart, left.step), left.unit)
    allowed = measured(plain(tolerance), left.unit)
    reason = f"{found} apart, and {allowed} allowed as the tolerance"
    return Outcome(Result.AGREES if apart <= abs(tolerance) else Result.DISAGREES, reason)
