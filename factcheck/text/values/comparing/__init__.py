"""Whether two values agree, in words that a person can check.

A wrong "agrees" is worse than "not comparable": where the words leave it open, that is the answer.
"""

from datetime import date
from decimal import Decimal, localcontext

from factcheck.text.values.comparing.bounds import shaped, tolerated
from factcheck.text.values.comparing.nouns import Match, match
from factcheck.text.values.comparing.points import Outcome
from factcheck.text.values.comparing.shapes import Side, side, stated
from factcheck.text.values.comparing.words import cited
from factcheck.text.values.units.algebra import EXACT, dimension, short, terms
from factcheck.text.values.units.choice import readings
from factcheck.text.values.value import Comparison, Value
from factcheck.words import Result, ValueKind

_DATED = frozenset({ValueKind.DATE, ValueKind.TIME})
_ALONE = {
    ValueKind.AGE: "an age",
    ValueKind.ORDINAL: "a rank",
    ValueKind.PERCENTAGE_POINT: "percentage points",
}


def compare(
    left: Value,
    right: Value,
    *,
    on: date | None = None,
    right_on: date | None = None,
    tolerance: Decimal | None = None,
) -> Comparison:
    """The value of a claim against that of a source; `tolerance` is in the unit of the claim.

    `on` and `right_on` are the dates of the two texts. Never raises for what the values are.
    """
    if left.kind in _DATED or right.kind in _DATED:
        from factcheck.text.values.comparing import dates as compare_dates  # noqa: PLC0415  dates load a calendar

        return compare_dates.compare(left, right, on=on, right_on=right_on)
    with localcontext(EXACT):
        result, explanation = _compared(left, right, tolerance)
    return Comparison(result, f"{explanation}: {result.said}", left, right)


def _compared(left: Value, right: Value, tolerance: Decimal | None) -> tuple[Result, str]:
    reason = _unlike(left, right)
    if reason:
        return Result.NOT_COMPARABLE, f"{_both(left, right)}; {reason}{_remarked(left, right)}"
    sides = _sides(left, right)
    if not sides:
        return Result.NOT_COMPARABLE, f"{_both(left, right)}; one of them has no figure"
    found = [_judged(one, other, tolerance) for one, other in sides]
    return _settled(sides, found, left, right)


def _both(left: Value, right: Value) -> str:
    return f"the claim says {cited(left.text)}, the source {cited(right.text)}"


def _judged(left: Side, right: Side, tolerance: Decimal | None) -> Outcome:
    if tolerance is not None and tolerance.is_finite():
        return tolerated(left, right, tolerance)
    found = shaped(left, right)
    if found.result is Result.NOT_COMPARABLE:
        return found
    narrower = match(left.value.of, right.value.of) is Match.NARROWER
    if narrower and found.result is Result.DISAGREES:
        return Outcome(Result.NOT_COMPARABLE, f"{_nouns(left.value, right.value)} may be others")
    return found


def _nouns(left: Value, right: Value) -> str:
    return f"{left.of} and {right.of}"


def _settled(
    sides: list[tuple[Side, Side]], found: list[Outcome], left: Value, right: Value
) -> tuple[Result, str]:
    """One answer from all readings of an ambiguous unit."""
    first = found[0]
    if len({outcome.result for outcome in found}) == 1:
        matters = left.unit != right.unit or first.result is not Result.AGREES
        return first.result, _told(*sides[0], first) + _remarked(left, right) * matters
    if _is_temperature(left) and first.result is Result.AGREES:
        return first.result, _told(*sides[0], first)
    if _is_temperature(left):
        change = f"{_told(*sides[1], found[1])}, if a change of temperature is meant"
        return Result.NOT_COMPARABLE, change
    several = "it depends on what the unit means"
    return Result.NOT_COMPARABLE, f"{_both(left, right)}; {several}{_remarked(left, right)}"


def _told(left: Side, right: Side, outcome: Outcome) -> str:
    comma = "," if outcome.reason.startswith(("rounded to", "which is")) else ";"
    return f"{stated(left, right)}{_calendar(left, right)}{comma} {outcome.reason}"


def _remarked(left: Value, right: Value) -> str:
    return "".join(f"; {remark}" for remark in dict.fromkeys((*left.remarks, *right.remarks)))


_CALENDAR = frozenset({"month", "year", "decade", "century", "millennium"})


def _calendar(left: Side, right: Side) -> str:
    """Months and years have no fixed number of days."""
    units = [{name for name, _power in terms(one.unit or "")} for one in (left, right)]
    mixed = [bool(names & _CALENDAR) for names in units]
    if mixed[0] == mixed[1] or "time" not in (dimension(left.unit or "") or ""):
        return ""
    return " (a year taken as 365.25 days)"


def _sides(left: Value, right: Value) -> list[tuple[Side, Side]]:
    """Both sides, once for each reading of their units; none where a figure is missing."""
    if left.unit == right.unit:
        pairs = [(left.unit, right.unit)]
    else:
        pairs = [(one, other) for one in _meanings(left) for other in _meanings(right)]
        pairs = [(one, other) for one, other in pairs if _fit(one, other)]
    if _is_temperature(left) and _is_temperature(right) and len(pairs) == 1:
        pairs = _temperatures(*pairs[0])
    made = [(side(left, one), side(right, other)) for one, other in pairs]
    return [(one, other) for one, other in made if one and other]


def _meanings(value: Value) -> list[str | None]:
    return list(readings(value.unit, value.remarks)) if value.unit else [None]


def _fit(one: str | None, other: str | None) -> bool:
    return one is None or other is None or dimension(one) == dimension(other) or _heat(one, other)


def _heat(one: str, other: str) -> bool:
    heats = {"temperature", "change of temperature"}
    return {dimension(one), dimension(other)} <= heats


def _is_temperature(value: Value) -> bool:
    return "degree_" in (value.unit or "")


def _temperatures(one: str | None, other: str | None) -> list[tuple[str | None, str | None]]:
    """Two scales: a temperature, or a change of it, which converts otherwise."""
    if not one or not other or one.removeprefix("delta_") == other.removeprefix("delta_"):
        return [(one, one)]
    changes = tuple(f"delta_{unit.removeprefix('delta_')}" for unit in (one, other))
    if "delta_" in one + other:
        return [(changes[0], changes[1])]
    return [(one, other), (changes[0], changes[1])]


def _unlike(left: Value, right: Value) -> str | None:
    """Why the two are not of one kind, in words; None where they are."""
    return _other_kind(left, right) or _other_unit(left, right) or _other_noun(left, right)


def _other_kind(left: Value, right: Value) -> str | None:
    if left.kind is right.kind:
        return None
    kinds = {left.kind, right.kind}
    if kinds == {ValueKind.PERCENT, ValueKind.PERCENTAGE_POINT}:
        return "percent and percentage points are different things"
    for kind, words in _ALONE.items():
        if kind in kinds:
            return f"{words} and something else"
    return None


def _measure(value: Value) -> str | None:
    """What the value measures; the share of a ratio is that of a percentage."""
    if value.kind is ValueKind.RATIO and value.unit is None:
        return "share"
    return dimension(value.unit) or value.unit if value.unit else None


def _other_unit(left: Value, right: Value) -> str | None:
    one, other = _measure(left), _measure(right)
    if one == other or any(
        _fit(a, b) for a in _meanings(left) for b in _meanings(right) if a and b
    ):
        return None
    if one is None or other is None:
        return f"{_thing(left)} against {_thing(right)}"
    if _currency(one) and _currency(other) and _currency(one) != _currency(other):
        return f"{_currency(one)} against {_currency(other)}, and no rate of exchange is given"
    if rate := _rate(left, right, one, other):
        return rate
    return f"{_thing(left)} against {_thing(right)}"


def _thing(value: Value) -> str:
    if value.unit:
        return short(value.unit)
    if value.kind is ValueKind.RATIO:
        return "a share"
    return f"a count of {value.of}" if value.of else "a bare figure"


def _currency(measure: str) -> str:
    return (
        measure.removeprefix("money:").partition(" / ")[0] if measure.startswith("money:") else ""
    )


def _rate(left: Value, right: Value, one: str, other: str) -> str | None:
    """Per year against a total, or against so much a head."""
    if one.partition(" / ")[0] != other.partition(" / ")[0]:
        return None
    if " / " in one and " / " in other:
        return f"{short(left.unit or '')} against {short(right.unit or '')}: two different rates"
    per = short((left if " / " in one else right).unit or "").partition("/")[2]
    return f"a rate per {per} against a total"


def _other_noun(left: Value, right: Value) -> str | None:
    found = match(left.of, right.of)
    if left.kind is ValueKind.ORDINAL:
        return _other_rank(left, right, found)
    if found is Match.OTHER and left.kind in {ValueKind.PERCENT, ValueKind.RATIO}:
        return f"a share of {left.of} against a share of {right.of}"
    if found is Match.OTHER:
        return f"{left.of} against {right.of}: different things are counted"
    return None


def _other_rank(left: Value, right: Value, found: Match) -> str | None:
    if found is Match.SAME or not (left.of or right.of):
        return None
    if found is Match.OPEN:
        return None if left.low == right.low else "one of them does not say what it ranks"
    return f"a rank among {left.of} against one among {right.of}"
