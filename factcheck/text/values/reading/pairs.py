"""A value of the claim with what may answer to it in the passage."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from factcheck.text.values.comparing import compare
from factcheck.text.values.comparing.nouns import in_role
from factcheck.text.values.reading.bare import limited
from factcheck.text.values.reading.pairing import DATES, Met, Side, obstacle
from factcheck.text.values.reading.periods import is_part, own_date
from factcheck.text.values.value import Comparison, Value
from factcheck.words import Result, ValueKind

RANKS_AND_DATES = DATES | {ValueKind.ORDINAL}
_MONTH = len("2023-09")
# No sentence has more dates that matter.
_MOST_DATES = 20


@dataclass(frozen=True, slots=True)
class Terms:
    """What a comparison rests on besides the two texts."""

    on: date | None
    passage_on: date | None
    tolerance: Decimal | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A value of the claim with what answers to it in the passage."""

    left: Met
    right: Met | None
    comparison: Comparison
    #: Something in the passage answers to it, but is quoted, denied, of something else.
    blocked: bool = False

    @property
    def result(self) -> Result:
        return self.comparison.result

    @property
    def kind(self) -> ValueKind:
        return self.left.value.kind


def none(reason: str, left: Value | None = None, right: Value | None = None) -> Comparison:
    result = Result.NOT_COMPARABLE
    return Comparison(result, f"{reason}: {result.said}", left, right)


def is_day(value: Value) -> bool:
    return value.iso is not None and len(value.iso.split("/")[0]) > len("2023-09")


@dataclass(frozen=True, slots=True)
class Made:
    """Makes the pairs of a claim and a passage."""

    claim: Side
    passage: Side
    terms: Terms

    def pair(self, left: Met, right: Met) -> Pair:
        found = replace(self._compared(left, right), left=left.value, right=right.value)
        same_day = found.result is Result.AGREES and self._same_day(left.value, right.value)
        period = self._periods(left.value, right.value)
        same_period = period is not None and period.result is Result.AGREES
        against = obstacle(
            left, right, found.result, same_day=same_day, same_period=same_period
        ) or _other_period(period)
        if not against and is_part(right.value, self.passage.text):
            part = is_part(left.value, self.claim.text)
            against = None if part else f'"{right.value.text}" is a part of another count'
        if against:
            return Pair(left, right, none(against, left.value, right.value), blocked=True)
        return Pair(left, right, found)

    def _compared(self, left: Met, right: Met) -> Comparison:
        one, other = left.value, right.value
        if in_role(one.of, other.of, left.context.wide_raw) or in_role(
            other.of, one.of, right.context.wide_raw
        ):
            other = replace(other, of=one.of)
        return compare(
            limited(one, self.claim.text, other),
            limited(other, self.passage.text, one),
            on=self.terms.on,
            right_on=self.terms.passage_on,
            tolerance=self.terms.tolerance,
        )

    def _periods(self, left: Value, right: Value) -> Comparison | None:
        """The dates of the two figures, where each has one of its own, and no day."""
        if left.kind in RANKS_AND_DATES or right.kind in RANKS_AND_DATES:
            return None
        ours = own_date(left, self.claim.values, self.claim.text) or self._only_date(left)
        theirs = own_date(right, self.passage.values, self.passage.text)
        if ours is None or theirs is None or is_day(ours) or is_day(theirs):
            return None
        return compare(ours, theirs, on=self.terms.on, right_on=self.terms.passage_on)

    def _only_date(self, left: Value) -> Value | None:
        dates = [value for value in self.claim.values if value.kind is ValueKind.DATE]
        return dates[0] if len(dates) == 1 and self.claim.same_sentence(left, dates[0]) else None

    def _same_day(self, left: Value, right: Value) -> bool:
        """Whether both sentences give one day or month besides the figure."""
        day = None if left.kind in RANKS_AND_DATES else self._only_date(left)
        if day is None or day.iso is None or len(day.iso) < _MONTH:
            return False
        near = [one for one in self.passage.values if one.kind is ValueKind.DATE][:_MOST_DATES]
        return any(
            compare(day, one, on=self.terms.on, right_on=self.terms.passage_on).result
            is Result.AGREES
            for one in near
            if self.passage.same_sentence(right, one)
        )


def _other_period(period: Comparison | None) -> str | None:
    """A figure with a date of its own is none for another date."""
    if period is None or period.result is not Result.DISAGREES:
        return None
    if period.left is None or period.right is None:
        return None
    return f"the claim is about {period.left.text}, the passage about {period.right.text}"
