from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.values import dates
from factcheck.text.values.comparing import dates as compare_dates
from factcheck.text.values.value import Comparison, Value
from factcheck.words import Bound, Result, ValueKind

MONDAY = date(2023, 9, 11)
AGREES, DISAGREES, OPEN = Result.AGREES, Result.DISAGREES, Result.NOT_COMPARABLE


def dated(text: str, on: date | None = MONDAY) -> Value:
    (value,) = dates.find(text, on)
    return value


def amount(  # noqa: PLR0913  the fields of a value
    text: str,
    low: int | None,
    high: int | None,
    unit: str | None = "year",
    *,
    bound: Bound = Bound.EXACT,
    kind: ValueKind = ValueKind.DURATION,
    approximate: bool = False,
) -> Value:
    least, most = (None if end is None else Decimal(end) for end in (low, high))
    return Value(kind, text, 0, len(text), least, most, unit, bound, approximate)


OVER_FOUR = amount("over four years", 4, None, bound=Bound.MORE_THAN)
ALMOST_FOUR = amount("almost four years", None, 4, bound=Bound.LESS_THAN, approximate=True)
FOUR_YEARS = amount("four years", 4, 4)
AGED_39 = amount("39", 39, 39, kind=ValueKind.AGE)


def compared(left: str | Value, right: str | Value, on: date | None = MONDAY) -> Comparison:
    sides = [dated(side, on) if isinstance(side, str) else side for side in (left, right)]
    return compare_dates.compare(*sides, on=on)


def test_a_comparison_has_both_values_and_a_reason() -> None:
    left, right = dated("Monday"), dated("September 10, 2023")
    assert compare_dates.compare(left, right, on=MONDAY) == Comparison(
        DISAGREES,
        '"Monday" (11 September 2023); the source says "September 10, 2023", a Sunday; '
        "they differ by one day: differs",
        left,
        right,
    )


@pytest.mark.parametrize(
    ("left", "right", "result", "why"),
    [
        (
            "through Wednesday",
            "September 10-13, 2023",
            AGREES,
            '"through Wednesday" (13 September 2023) is the end of "September 10-13, 2023"',
        ),
        (
            "through Wednesday",
            "12-15 September",
            DISAGREES,
            '"through Wednesday" (13 September 2023); "12-15 September" ends two days later',
        ),
        (
            "September 10-13",
            "12-15 September",
            DISAGREES,
            (
                '"September 10-13" (10 to 13 September 2023); the source says "12-15 September" '
                "(12 to 15 September 2023); they differ by two days"
            ),
        ),
        (
            "15 September 2022",
            "15 September 2023",
            DISAGREES,
            (
                '"15 September 2022"; the source says "15 September 2023"; '
                "the wrong year, 2022 against 2023"
            ),
        ),
        (
            "15 September 1923",
            "15 September 2023",
            DISAGREES,
            (
                '"15 September 1923"; the source says "15 September 2023"; '
                "the wrong century, 1923 against 2023"
            ),
        ),
        (
            "Sunday, 11 September 2023",
            "11 September 2023",
            DISAGREES,
            "the weekday does not fit the date: 11 September 2023 was a Monday, not a Sunday",
        ),
        (
            "9 November 2023",
            "11 September 2023",
            DISAGREES,
            (
                '"9 November 2023"; the source says "11 September 2023"; '
                "day and month have changed places"
            ),
        ),
        (
            "11 September 2023",
            "September 2023",
            OPEN,
            '"11 September 2023" says more than the source, "September 2023"',
        ),
        (
            OVER_FOUR,
            "25 April 2019",
            AGREES,
            "25 April 2019 to 11 September 2023 is 4 years, 4 months and 17 days",
        ),
        (
            AGED_39,
            "8 January 1974",
            DISAGREES,
            (
                "the age does not fit the birth date: a person "
                "born on 8 January 1974 was 49 on 11 September 2023"
            ),
        ),
    ],
)
def test_reasons(left: str | Value, right: str, result: Result, why: str) -> None:
    endings = {AGREES: "agrees", DISAGREES: "differs", OPEN: "not comparable"}
    found = compared(left, right)
    assert (found.result, found.explanation) == (result, f"{why}: {endings[result]}")


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        ("Monday", "11 September 2023", AGREES),
        ("September 2023", "11 September 2023", AGREES),
        ("in September", "11 September 2023", AGREES),
        ("2019", "April 25, 2019", AGREES),
        ("the 1990s", "1995", AGREES),
        ("the 1990s", "2005", DISAGREES),
        ("the 19th century", "1815", AGREES),
        ("Q3 2023", "August 2023", AGREES),
        ("last week", "5 September 2023", AGREES),
        ("last week", "12 September 2023", DISAGREES),
        ("1923", "2023", DISAGREES),
        ("5 May 2023", "7 September 2023", DISAGREES),
        ("10-13 September 2023", "12 September 2023", OPEN),
        ("12 September 2023", "10-13 September 2023", OPEN),
        ("2019-2021", "2020", OPEN),
        # The week, or the year, was only inferred.
        ("Wednesday", "13 September 2023", OPEN),
        ("10-13 September", "10-13 September 2022", OPEN),
        ("11/09/2023", "11 September 2023", OPEN),
        ("11 September 2023", "Sunday, 11 September 2023", OPEN),
        ("summer 2019", "July 2019", OPEN),
        ("31 February 2023", "1 March 2023", OPEN),
    ],
)
def test_dates(left: str, right: str, result: Result) -> None:
    assert compared(left, right).result is result


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        ("since 2019", "April 25, 2019", AGREES),
        ("since 2019", "since 2019", AGREES),
        ("since 2019", "2019-2023", AGREES),
        ("since 2019", "2021", DISAGREES),
        ("since 2019", "2017", DISAGREES),
        ("since 2019", "until 2019", OPEN),
        ("until Friday", "15 September 2023", AGREES),
        ("until Friday", "13 September 2023", DISAGREES),
        ("by Friday", "15 September 2023", AGREES),
        ("by Friday", "13 September 2023", OPEN),
        ("by Friday", "18 September 2023", DISAGREES),
        ("before 2019", "2018", AGREES),
        ("before 2019", "2019", DISAGREES),
        ("before 10 May 2019", "2019", OPEN),
        ("before 2019", "before 2019", AGREES),
        ("before 2019", "before 2018", OPEN),
        ("after 2019", "2020", AGREES),
        ("after 2019", "2019", DISAGREES),
        ("after 10 May 2019", "2019", OPEN),
        ("between 2019 and 2021", "2020", AGREES),
        ("between 2019 and 2021", "2022", DISAGREES),
        ("around 1990", "1990", AGREES),
        ("around 1990", "1991", OPEN),
        ("around 1990", "1999", DISAGREES),
        ("2019", "since 2019", AGREES),
        ("2020", "since 2019", OPEN),
        ("2020", "until 2019", DISAGREES),
        ("2018", "until 2019", OPEN),
        ("2017", "after 2018", DISAGREES),
        ("2020", "after 2018", OPEN),
        ("2020", "before 2018", DISAGREES),
        ("2017", "before 2018", OPEN),
    ],
)
def test_limits(left: str, right: str, result: Result) -> None:
    assert compared(left, right).result is result


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        (OVER_FOUR, "25 April 2019", AGREES),
        (OVER_FOUR, "April 2019", AGREES),
        (OVER_FOUR, "2019", OPEN),
        (OVER_FOUR, "1 May 2020", DISAGREES),
        (OVER_FOUR, "1 May 2010", OPEN),
        (ALMOST_FOUR, "25 April 2019", DISAGREES),
        (ALMOST_FOUR, "1 November 2019", AGREES),
        (ALMOST_FOUR, "1 August 2020", OPEN),
        (FOUR_YEARS, "25 April 2019", AGREES),
        (FOUR_YEARS, "1 December 2018", OPEN),
        (FOUR_YEARS, "1 May 2015", DISAGREES),
        (amount("two weeks", 2, 2, "week"), "28 August 2023", AGREES),
        (amount("three days", 3, 3, "day"), "14 September 2023", AGREES),
        (amount("four days", 4, 4, "day"), "10-13 September 2023", AGREES),
        (amount("six days", 6, 6, "day"), "10-13 September 2023", DISAGREES),
        (amount("two years", 2, 2), "2019-2021", OPEN),
        (amount("five hours", 5, 5, "hour"), "2019", OPEN),
        (FOUR_YEARS, "2023", OPEN),
        (AGED_39, "8 January 1984", AGREES),
        (AGED_39, "January 1984", AGREES),
        (AGED_39, "1984", OPEN),
        (AGED_39, "1974", DISAGREES),
        (AGED_39, "8 January 1784", OPEN),
        (AGED_39, "8 January 2034", OPEN),
        (amount("20 carriages", 20, 20, None, kind=ValueKind.COUNT), "2019", OPEN),
        ("5 p.m.", "2019", OPEN),
    ],
)
def test_lengths_and_ages(left: str | Value, right: str, result: Result) -> None:
    assert compared(left, right).result is result


def test_lengths_compare_in_either_order_from_the_date_of_their_own_side() -> None:
    born = dated("8 January 1984")
    assert compare_dates.compare(born, AGED_39, on=MONDAY).result is AGREES
    later = date(2030, 1, 1)
    assert compare_dates.compare(born, AGED_39, on=MONDAY, right_on=later).result is DISAGREES


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        ("5 p.m.", "17:00", AGREES),
        ("5 p.m. ET", "17:00 GMT", OPEN),
        ("14:30 UTC", "14:30 GMT", AGREES),
        ("14:30", "15:30 GMT", OPEN),
        ("at 10:30", "10:30 p.m.", OPEN),
        ("5 p.m.", "5:10 p.m.", OPEN),
        ("5:10 p.m.", "5:20 p.m.", DISAGREES),
        ("5 p.m.", "6:30 p.m.", DISAGREES),
        ("before 5 p.m.", "4 p.m.", OPEN),
        ("9-11 a.m.", "9-11 a.m.", AGREES),
        ("9-11 a.m.", "10 a.m.", OPEN),
        ("9-11 a.m.", "9-12 a.m.", DISAGREES),
    ],
)
def test_times(left: str, right: str, result: Result) -> None:
    assert compared(left, right).result is result


def test_sides_may_have_their_own_reference_dates() -> None:
    left = dated("On Monday, a train set off")
    right = dated("left on Sunday afternoon", date(2023, 9, 12))
    found = compare_dates.compare(left, right, on=MONDAY, right_on=date(2023, 9, 12))
    assert found.result is DISAGREES


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Wednesday", "Wednesday", '"Wednesday" needs a date to count from'),
        ("2019", "Wednesday", '"Wednesday" needs a date to count from'),
        (FOUR_YEARS, "2019", '"four years" needs a date to count to'),
        (AGED_39, "1984", '"39" needs a date to count to'),
        ("31 February 2023", "2019", '"31 February 2023": there is no 31 February'),
    ],
)
def test_what_cannot_be_compared_says_why(left: str | Value, right: str, why: str) -> None:
    found = compared(left, right, on=None)
    assert (found.result, found.explanation) == (OPEN, f"{why}: not comparable")


_TEXTS = [
    *("Monday", "through Wednesday", "since 2019", "before May", "10-13 September", "last week"),
    *("31 February", "summer 2019", "the 1990s", "in the 5th century", "about 1990", "2999"),
    *("by 1 January 1000", "between 2019 and 2021", "5 p.m. ET", "9-11 a.m.", "two years ago"),
]


@given(
    st.sampled_from(_TEXTS),
    st.sampled_from([*_TEXTS, OVER_FOUR, ALMOST_FOUR, AGED_39, amount("10^30 days", None, 10**30)]),
    st.none() | st.dates(),
    st.none() | st.dates(),
)
def test_any_pair_gives_one_line(
    left: str, right: str | Value, on: date | None, right_on: date | None
) -> None:
    other = dated(right, right_on) if isinstance(right, str) else right
    for sides in ((dated(left, on), other), (other, dated(left, on))):
        explanation = compare_dates.compare(*sides, on=on, right_on=right_on).explanation
        assert "\n" not in explanation
        assert explanation.endswith((": agrees", ": differs", ": not comparable"))
