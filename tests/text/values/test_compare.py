"""Pairs of values: the claim's first, then the source's.

The tables argue the rules: what stands beside a pair says why the answer is the sane one.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.text.values import quantities
from factcheck.text.values.comparing import compare
from factcheck.text.values.value import Value
from factcheck.words import Bound, Result, ValueKind

AGREES = [
    # A conversion is rounded by whoever makes it.
    ("37 mph", "60 km/h"),
    ("37 mph", "59 kph"),
    ("up to 37 miles per hour", "around 60 kilometers per hour"),
    ("41C", "106F"),
    ("100 acres", "40 hectares"),
    ("20 knots", "37 km/h"),
    # Where both sides are round, both may have been rounded.
    ("1,000 km", "620 miles"),
    ("30 mph", "50 km/h"),
    # Units that convert exactly.
    ("1 hour", "60 minutes"),
    ("1 year", "12 months"),
    ("500 megawatts", "0.5 gigawatts"),
    ("$1,000 a month", "$12,000 a year"),
    ("50 basis points", "0.5 percentage points"),
    # The claim is a rounding of the source, to the digit that it writes.
    ("37%", "37.4%"),
    ("$2.4bn", "$2.37 billion"),
    ("4 years", "52 months"),
    # Round counts of 1,000 and more, as long as two digits stay.
    ("1,200 people", "1,187 people"),
    ("300 km", "297 km"),
    ("12,000 people", "12,345 people"),
    # Shares in words and in percent.
    ("one in five voters", "20 percent of voters"),
    ("a third of voters", "33 percent of voters"),
    # Bounds hold as they are written.
    ("more than 20 carriages", "21 carriages"),
    ("at least 20 people", "20 people"),
    ("over four years", "52 months"),
    ("no more than 20 people", "18 people"),
    ("up to 37 mph", "60 km/h"),
    ("at least 20 people", "more than 20 people"),
    ("between 5 and 7 percent", "6 percent"),
    ("between 10 and 20 miles", "between 16 and 32 km"),
    # Vague words reach as far as the next figure that would be called round instead.
    ("about 20 carriages", "21 carriages"),
    ("nearly half of voters", "48 percent of voters"),
    ("just over 20 people", "21 people"),
    ("dozens of people", "37 people"),
    # One thing under two names.
    ("20 carriages", "20 cars"),
]
DISAGREES = [
    ("20 carriages", "21 carriages"),
    ("20 carriages", "90 carriages"),
    # The source leaves out 20, and so does the claim.
    ("20 carriages", "more than 20 carriages"),
    ("more than 20 carriages", "20 carriages"),
    ("over four years", "almost four years"),
    ("over four years", "three years"),
    ("up to 37 mph", "50 km/h"),
    ("up to 37 mph", "about 50 km/h"),
    ("37 mph", "37 km/h"),
    ("50 mph", "100 km/h"),
    ("38%", "37.4%"),
    ("60 percent", "62 percent"),
    ("20 million people", "21 million people"),
    ("$2.4 million", "$2.4 billion"),
    ("1.3 million people", "13 million people"),
    ("about 50 people", "60 people"),
    ("first summit", "second summit"),
    ("34-year-old", "35-year-old"),
    ("20 tons", "50 tonnes"),
    ("between 5 and 7 percent", "9 percent"),
]
NOT_COMPARABLE = [
    # Other things.
    ("$2.4bn", "\u20ac2.4bn"),
    ("5 percent", "5 percentage points"),
    ("20 miles", "20 hours"),
    ("20 carriages", "20 soldiers"),
    ("20 percent of adults", "20 percent of children"),
    ("$5 million a year", "$5 million"),
    ("$100 a barrel", "$100"),
    ("20", "20 miles"),
    ("34-year-old", "34 years"),
    ("three times", "300 percent"),
    ("first overseas trip", "first trip"),
    # Ambiguous units: some readings agree, others do not.
    ("20 tons", "20 tonnes"),
    ("20 tons", "18 tonnes"),
    ("20 gallons", "76 liters"),
    ("15 degrees", "15 degrees Celsius"),
    ("2,000 calories", "2,000 kcal"),
    ("1.5C", "2.7F"),
    # The source is the rounder one: it fits, and cannot confirm the last digits.
    ("$2.37bn", "$2.4 billion"),
    ("37.4%", "37%"),
    ("1,187 people", "1,200 people"),
    ("21 carriages", "about 20 carriages"),
    # Rounding to a single digit says too little, and may still be what was done.
    ("1,000 people", "1,187 people"),
    ("2 million tons", "2 million tonnes"),
    # Two round figures side by side: nothing shows that one is a rounding of the other.
    ("1,500 km", "1,450 km"),
    ("1 million people", "1.2 million people"),
    ("35 mph", "60 km/h"),
    ("2 hours", "90 minutes"),
    # Each may be true.
    ("at least 20 people", "at least 30 people"),
    ("25 people", "more than 20 people"),
    ("20 people", "at least 20 people"),
    ("6 percent", "between 5 and 7 percent"),
    ("up to 20 people", "18 people"),
    ("more than 20 percent", "20 percent"),
    ("nearly 20 people", "20 people"),
    ("nearly 4 million people", "3.5 million people"),
    ("around 40 percent", "35 percent"),
    ("dozens of people", "300 people"),
]


def only(text: str) -> Value:
    return quantities.find(text)[0]


def explained(claim: str, source: str, tolerance: str | None = None) -> str:
    allowed = Decimal(tolerance) if tolerance else None
    return compare(only(claim), only(source), tolerance=allowed).explanation


def result(claim: str, source: str) -> Result:
    return compare(only(claim), only(source)).result


@pytest.mark.parametrize(("claim", "source"), AGREES)
def test_agrees(claim: str, source: str) -> None:
    assert result(claim, source) is Result.AGREES


@pytest.mark.parametrize(("claim", "source"), DISAGREES)
def test_differs(claim: str, source: str) -> None:
    assert result(claim, source) is Result.DISAGREES


@pytest.mark.parametrize(("claim", "source"), NOT_COMPARABLE)
def test_is_not_comparable(claim: str, source: str) -> None:
    assert result(claim, source) is Result.NOT_COMPARABLE


@pytest.mark.parametrize("text", sorted({text for pair in AGREES + DISAGREES for text in pair}))
def test_a_value_agrees_with_itself(text: str) -> None:
    assert result(text, text) is Result.AGREES


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        (
            "37 mph",
            "60 km/h",
            (
                "37 mile/hour = 59.5 km/hour; the source says 60 km/hour, rounded to whole "
                "numbers: agrees"
            ),
        ),
        (
            "37 mph",
            "37 km/h",
            (
                "37 mile/hour = 59.5 km/hour; the source says 37 km/hour; the same figure in "
                "another unit: differs"
            ),
        ),
        (
            "20 carriages",
            "21 carriages",
            (
                "the claim says 20 carriages, the source 21 carriages; what is counted one by "
                "one is not rounded: differs"
            ),
        ),
        (
            "$2.4 million",
            "$2.4 billion",
            (
                "the claim says $2.4 million, the source $2.4 billion; a factor of exactly "
                "1,000: million against billion: differs"
            ),
        ),
        (
            "1.3 million people",
            "13 million people",
            (
                "the claim says 1.3 million people, the source 13 million people; a factor of "
                "ten: differs"
            ),
        ),
        (
            "5 percent",
            "5 percentage points",
            (
                "the claim says 5 percent, the source 5 percentage points; percent and "
                "percentage points are different things: not comparable"
            ),
        ),
        (
            "$2.4bn",
            "\u20ac2.4bn",
            (
                "the claim says $2.4bn, the source \u20ac2.4bn; USD against EUR, and no rate of "
                "exchange is given: not comparable"
            ),
        ),
        (
            "$5 million a year",
            "$5 million",
            (
                "the claim says $5 million a year, the source $5 million; a rate per year "
                "against a total: not comparable"
            ),
        ),
        (
            "20 tons",
            "20 tonnes",
            (
                "the claim says 20 tons, the source 20 tonnes; it depends on what the unit "
                'means; "ton" may be 1,000 kg, 907 kg or 1,016 kg: not comparable'
            ),
        ),
        (
            "more than 20 carriages",
            "90 carriages",
            (
                "the claim says more than 20 carriages, the source 90 carriages; within the "
                "bound by the letter, but far from it: agrees"
            ),
        ),
        (
            "about 20 carriages",
            "21 carriages",
            (
                "the claim says about 20 carriages, the source 21 carriages; 17.5 to 22.5 may "
                "be called about 20: agrees"
            ),
        ),
        (
            "1,200 people",
            "1,187 people",
            (
                "the claim says 1,200 people, the source 1,187 people; the source's figure "
                "rounded to hundreds: agrees"
            ),
        ),
        (
            "one in five voters",
            "20 percent of voters",
            "one in five = 20%; the source says 20%; the same figure: agrees",
        ),
        (
            "365 days",
            "1 year",
            (
                "365 day = 0.999 year; the source says 1 year (a year taken as 365.25 days), "
                "rounded to whole numbers: agrees"
            ),
        ),
    ],
)
def test_the_reason_is_said(claim: str, source: str, expected: str) -> None:
    assert explained(claim, source) == expected


def test_a_tolerance_replaces_the_other_rules() -> None:
    assert explained("20 carriages", "21 carriages", "1") == (
        "the claim says 20 carriages, the source 21 carriages; 1 apart, and 1 allowed as the "
        "tolerance: agrees"
    )
    assert explained("37 mph", "60 km/h", "0.1") == (
        "37 mile/hour = 59.5 km/hour; the source says 60 km/hour; 0.282 mile/hour apart, "
        "and 0.1 mile/hour allowed as the tolerance: differs"
    )


def test_a_tolerance_makes_nothing_comparable() -> None:
    found = compare(only("$2.4bn"), only("\u20ac2.4bn"), tolerance=Decimal("1e9"))
    assert found.result is Result.NOT_COMPARABLE


def test_a_missing_figure_is_not_comparable() -> None:
    bare = replace(only("20 carriages"), low=None, high=None)
    assert compare(bare, only("20 carriages")).result is Result.NOT_COMPARABLE


def test_both_values_come_back() -> None:
    left, right = only("20 carriages"), only("21 carriages")
    found = compare(left, right)
    assert (found.left, found.right) == (left, right)


def test_narrower_nouns_may_count_others() -> None:
    left = replace(only("20 soldiers"), of="soldier")
    right = replace(only("5 soldiers"), of="wounded soldier")
    assert compare(left, right).result is Result.NOT_COMPARABLE


AMOUNTS = [None, *map(Decimal, ("0", "1e30", "-1e-30", "NaN", "Infinity", "1e400", "20", "-5.25"))]
UNITS = [
    None,
    "",
    "mile",
    "kilometer",
    "degree_Celsius",
    "degree_Fahrenheit",
    "ton",
    "USD",
    "x" * 999,
]


@pytest.mark.parametrize("kind", [kind for kind in ValueKind if kind not in {"date", "time"}])
def test_nothing_raises(kind: ValueKind) -> None:
    values = [
        Value(kind, "up to", 0, 5, low=low, high=high, unit=unit, bound=bound, step=step)
        for low in AMOUNTS
        for high, unit, bound, step in zip(
            AMOUNTS, UNITS, [*Bound, *Bound], [*AMOUNTS[1:], None], strict=False
        )
    ]
    other = only("about 20 miles")
    for value in values:
        for pair in ((value, other), (other, value), (value, value), (value, values[7])):
            assert compare(*pair).explanation.rpartition(": ")[2] in {
                "agrees",
                "differs",
                "not comparable",
            }
