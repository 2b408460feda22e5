"""One figure against another: the same, a rounding of it, or different.

The writing says how exact a figure is. 37 stands for what rounds to 37, 1.3 million for what rounds
to a tenth of a million. The zeros of 60 or 1,200 may be a rounding or not: a claim may round to
them, as long as two digits stay; a conversion may have rounded both sides.
"""

from decimal import Decimal
from typing import NamedTuple

from factcheck.text.values.comparing.shapes import Side, digits, half, reach, zeros
from factcheck.text.values.comparing.words import measured, near, place, plain, rounded
from factcheck.text.values.units.algebra import EXACT
from factcheck.words import Result, ValueKind


class Outcome(NamedTuple):
    """What comes of it, and why, in words."""

    result: Result
    reason: str


def agrees(reason: str) -> Outcome:
    return Outcome(Result.AGREES, reason)


def differs(reason: str) -> Outcome:
    return Outcome(Result.DISAGREES, reason)


def open_(reason: str) -> Outcome:
    return Outcome(Result.NOT_COMPARABLE, reason)


_COUNTED = {ValueKind.ORDINAL: "another rank", ValueKind.AGE: "another age"}
_KINDS_ROUNDED = frozenset({ValueKind.QUANTITY, ValueKind.MONEY, ValueKind.COUNT})


def points(left: Side, right: Side) -> Outcome:
    if is_same(left, right):
        return _same(left, right)
    if left.is_vague:
        return _about(left, right)
    if right.is_vague:
        return _about_source(left, right)
    found = _exact(left, right)
    told = named(left, right)
    return differs(told) if told and found.result is Result.DISAGREES else found


def is_same(left: Side, right: Side) -> bool:
    """Alike to the last digit, after conversion."""
    there = right.seen(left.figure, left)
    apart = abs(there - right.figure)
    return apart <= abs(there).scaleb(-9)


def _same(left: Side, right: Side) -> Outcome:
    if right.is_vague and not left.is_vague:
        return agrees("the same figure, though the source gives it as about so much")
    return agrees("the same figure")


def meets(left: Side, right: Side) -> bool:
    """Whether one figure is the other, as a conversion rounds it."""
    there = right.seen(left.figure, left)
    if is_same(left, right) or left.unit == right.unit:
        return is_same(left, right)
    # 4 years are 48 months to the day: 52 months are not 4 years rounded, but more.
    if rounded(there, right.step) == there:
        return False
    return _converted(left, right).result is Result.AGREES


def _exact(left: Side, right: Side) -> Outcome:
    if left.is_counted and right.is_counted:
        return differs(_COUNTED.get(left.value.kind, "what is counted one by one is not rounded"))
    if ValueKind.RATIO in {left.value.kind, right.value.kind} and left.unit == "percent":
        return _shares(left, right)
    return _alike(left, right) if left.unit == right.unit else _converted(left, right)


def _shares(left: Side, right: Side) -> Outcome:
    """A third against 33 percent: the words are coarser than any figure."""
    apart = abs(left.figure - right.seen(right.figure, right))
    if apart <= Decimal("0.5"):
        return agrees("rounded to whole percents")
    if apart <= Decimal("2.5"):
        return open_("near it, but a fraction in words may be meant exactly or not")
    return differs("another share")


def _alike(left: Side, right: Side) -> Outcome:
    """Two figures in one unit; only the claim may be the rounder one."""
    claim, source = left.figure, right.figure
    if right.step < left.step and rounded(source, left.step) == claim:
        return _rounding(left, right)
    if left.step < right.step and rounded(claim, right.step) == source:
        return _too_exact(right, right.step)
    if step := _round_to(left, source):
        return _zeros(left, right, step)
    if step := _round_to(right, claim):
        kept = abs(source) >= 10 * step or digits(claim) > 2
        kept = kept and _share(source, claim) <= _FAR_FOR_LARGE
        return _too_exact(right, step) if kept else differs("two different figures")
    if left.value.kind is ValueKind.DURATION and claim < source < claim + left.step:
        return open_("so many are full, but the source is nearer to the next")
    return differs("two different figures")


def _round_to(side: Side, other: Decimal) -> Decimal | None:
    """The step to which `other` rounds to the round figure of `side`."""
    kind = side.value.kind
    if kind not in _KINDS_ROUNDED:
        return None
    if kind is not ValueKind.QUANTITY and abs(side.figure) < 1000:
        return None
    steps = zeros(side.figure, side.step)
    return next((step for step in steps if rounded(other, step) == side.figure), None)


def _rounding(left: Side, right: Side) -> Outcome:
    """The source rounds to the claim; a single digit of a large figure says little."""
    if left.step >= 10 and _is_far(left.figure, right.figure, left.step):
        return open_(_single(right, left.step))
    return agrees(f"the source's figure rounded to {place(left.step)}")


def _zeros(left: Side, right: Side, step: Decimal) -> Outcome:
    """The source rounds to the claim, if the zeros of the claim are a rounding."""
    if abs(left.figure) >= 10 * step:
        if not _is_finer(left, right, step):
            return open_(f"the same only if both are rounded to {place(step)}")
        return agrees(f"the source's figure rounded to {place(step)}")
    if digits(right.figure) > 2:
        return open_(_single(right, step))
    return differs("two different figures")


def _is_finer(left: Side, right: Side, step: Decimal) -> bool:
    """Whether the source shows that it was rounded: two digits more, or very near."""
    kept = len(str(int(abs(left.figure) / step)))
    return digits(right.figure) > kept + 1 or _share(left.figure, right.figure) <= _VERY_NEAR


def _share(figure: Decimal, other: Decimal) -> Decimal:
    return abs(figure - other) / abs(figure) if figure else Decimal(1)


# No tolerances: beyond these a rounding that the digits allow is shown and not decided.
_VERY_NEAR = Decimal("0.02")
_CLOSEST = Decimal("0.005")
_FAR = Decimal("0.1")
_FAR_FOR_LARGE = Decimal("0.05")


def _is_far(figure: Decimal, other: Decimal, step: Decimal) -> bool:
    return _share(figure, other) > (_FAR if step < 10 else _FAR_FOR_LARGE)


def _single(right: Side, step: Decimal) -> str:
    return (
        f"the same only if {plain(right.figure)} is rounded to {place(step)}, where a single "
        "digit is left"
    )


def _too_exact(right: Side, step: Decimal) -> Outcome:
    return open_(
        f"the source is the rounder one, in {place(step)}; {plain(right.figure)} fits the claim, "
        "but does not give its last digits"
    )


def _converted(left: Side, right: Side) -> Outcome:
    there, back = right.seen(left.figure, left), left.seen(right.figure, right)
    if rounded(there, right.step) == right.figure:
        far = _is_far(right.figure, there, right.step)
        return _held(f"rounded to {place(right.step)}", far=far)
    if rounded(back, left.step) == left.figure:
        own = measured(near(back, left.step), left.unit)
        far = _is_far(left.figure, back, left.step)
        return _held(f"which is {own}, rounded to {place(left.step)}", far=far)
    one, two = _rounds(there, right), _rounds(back, left)
    if _share(right.figure, there) > _FAR or not (one or two):
        return differs("another figure, however it is rounded")
    if one and two and _share(right.figure, there) <= _FAR_FOR_LARGE:
        return agrees(f"both are round figures, in {place(two)} and in {place(one)}")
    if one and digits(right.figure) > 1 and _share(right.figure, there) <= _CLOSEST:
        return agrees(f"rounded to {place(one)}")
    return open_("near, but the same only if it was rounded roughly")


def _held(reason: str, *, far: bool) -> Outcome:
    return open_(f"{reason}, but far off for that") if far else agrees(reason)


def _rounds(amount: Decimal, side: Side) -> Decimal | None:
    steps = zeros(side.figure, side.step)
    return next((step for step in steps if rounded(amount, step) == side.figure), None)


def _about(left: Side, right: Side) -> Outcome:
    claim, space = left.figure, half(left)
    apart = abs(left.seen(right.figure, right) - claim)
    span = f"{plain(claim - space)} to {plain(claim + space)}"
    if apart < space or apart <= min(space, left.step):
        return agrees(f"{span} may be called about {plain(claim)}")
    if apart <= reach(left):
        return open_(f"at the edge of what may be called about {plain(claim)}")
    return differs(named(left, right) or f"{span} may be called about {plain(claim)}")


def _about_source(left: Side, right: Side) -> Outcome:
    """The source is not exact: it can speak against a claim, and for a rounding of it."""
    found = _exact(left, right)
    if found.result is Result.AGREES:
        return found
    if abs(right.seen(left.figure, left) - right.figure) <= reach(right):
        return open_("the source does not give it exactly")
    return differs(named(left, right) or found.reason)


_NAMES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"))
_LOWER = {"trillion": "billion", "billion": "million", "million": "thousand", "thousand": "-"}


def named(left: Side, right: Side) -> str | None:
    """A mistake that is known by its look."""
    claim, there, source = left.figure, right.seen(left.figure, left), right.figure
    if left.unit != right.unit and claim == source and claim:
        return "the same figure in another unit"
    if not there or not source:
        return None
    for size, words in ((1000, _scales(there, source)), (10, "a factor of ten")):
        if size in {EXACT.divide(there, source), EXACT.divide(source, there)}:
            return words
    return None


def _scales(one: Decimal, other: Decimal) -> str:
    """`million against billion`: the claim's word first."""
    large, small = _scale(max(abs(one), abs(other))), _scale(min(abs(one), abs(other)))
    if not large or _LOWER[large] != small:
        return "a factor of exactly 1,000"
    pair = (large, small) if abs(one) > abs(other) else (small, large)
    return f"a factor of exactly 1,000: {pair[0]} against {pair[1]}"


def _scale(amount: Decimal) -> str:
    sizes = (*_NAMES, (Decimal(10) ** 6, "million"), (Decimal(1000), "thousand"))
    return next((name for size, name in sizes if amount >= size), "")
