"""A figure or a date as data."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from factcheck.words import Bound, Result, ValueKind


@dataclass(frozen=True, slots=True)
class Value:
    """One value in a text; offsets are code points of it.

    `low` and `high` are the least and the most that the words allow, in `unit`; None is open, or
    unknown. An exact figure has both alike; "up to 37 mph" has no low, "over four years" no high.
    Dates and times have `iso` instead.
    """

    kind: ValueKind
    #: The words as they stand, with the bound and the unit: `up to 37 mph`.
    text: str
    start: int
    end: int
    low: Decimal | None = None
    high: Decimal | None = None
    #: In the names of the table of units: `mile / hour`, `USD`, `USD / year`, `percent`, `year`.
    unit: str | None = None
    bound: Bound = Bound.EXACT
    #: "about", "some", "nearly": the writer did not mean it to the last digit.
    approximate: bool = False
    #: What is counted, or what it is a share of, in lower case: `carriage`.
    of: str | None = None
    #: The unit of the last written digit: 1 for "37", 0.1 for "5.0 %", 100000 for "1.3 million".
    step: Decimal | None = None
    #: A day, month, year or interval (ISO 8601), or a time of day `14:30`; None where it cannot
    #: be told, as of a weekday without a reference date.
    iso: str | None = None
    #: The rule by which a date was found: `"Wednesday": the next one after 2023-09-11`.
    resolved_from: str | None = None
    #: What a person should know: `"ton" may be 1,000 kg, 907 kg or 1,016 kg`.
    remarks: tuple[str, ...] = ()

    def shape(self) -> dict[str, Any]:
        """The value as JSON."""
        return {
            "kind": self.kind.value,
            "text": self.text,
            "low": number(self.low),
            "high": number(self.high),
            "unit": self.unit,
            "bound": self.bound.value,
            "approximate": self.approximate,
            "of": self.of,
            "step": None if self.step is None else f"{self.step.normalize():f}",
            "iso": self.iso,
            "resolved_from": self.resolved_from,
            "remarks": list(self.remarks),
            "start": self.start,
            "end": self.end,
        }


def number(amount: Decimal | None) -> int | float | None:
    """A JSON number: whole where it is whole, for no digit shall be lost."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether the best matching pair of values agrees, in words that a person can check."""

    result: Result
    #: One line: `37 mile/hour = 59.5 km/hour; the source says 60 km/hour, ...: agrees`.
    explanation: str
    #: The value of the claim, and that of the passage; None where there is none to compare.
    left: Value | None = None
    right: Value | None = None
