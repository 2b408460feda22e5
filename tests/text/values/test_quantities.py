from decimal import Decimal

import pytest

from factcheck.text.values.quantities import find
from factcheck.text.values.value import Value
from factcheck.words import Bound, ValueKind


def shown(value: Value) -> str:
    """`kind low..high unit of noun`; .. is open, ~ vague, and the bound where it is not exact."""
    exact = value.low == value.high
    amount = f"{value.low}" if exact else f"{_end(value.low)}..{_end(value.high)}"
    bound = value.bound if value.bound not in {Bound.EXACT, Bound.BETWEEN} else ""
    of = f"of {value.of}" if value.of else ""
    parts = [value.kind, "~" if value.approximate else "", bound, amount, value.unit or "", of]
    return " ".join(part for part in parts if part)


def _end(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)


def found(text: str, language: str = "en") -> list[str]:
    return [f"{value.text}: {shown(value)}" for value in find(text, language)]


def test_value_has_its_words_place_bound_noun_and_step() -> None:
    assert find("It has about 20 armored carriages.") == [
        Value(
            kind=ValueKind.COUNT,
            text="about 20 armored carriages",
            start=7,
            end=33,
            low=Decimal(20),
            high=Decimal(20),
            bound=Bound.ABOUT,
            approximate=True,
            of="carriage",
            step=Decimal(1),
        )
    ]


def test_values_come_in_reading_order_and_do_not_overlap() -> None:
    text = "Over 20 men took $5 million, a third of it in 3 days, and 2 to 4 cars."
    values = find(text)
    assert [text[value.start : value.end] for value in values] == [
        *("Over 20 men", "$5 million", "a third", "3 days", "2 to 4 cars"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("speeds up to 37 miles per hour", ["37 miles per hour"]),
        (
            "about 20 armored carriages",
            ["about 20 armored carriages: count ~ about 20 of carriage"],
        ),
        ("more than 20 carriages", ["more than 20 carriages: count more-than 20.. of carriage"]),
        ("fewer than 20 men", ["fewer than 20 men: count less-than ..20 of man"]),
        ("at least 30", ["at least 30: count at-least 30.."]),
        ("as many as 200 homes", ["as many as 200 homes: count at-most ..200 of home"]),
        ("up to about 20 men", ["up to about 20 men: count ~ at-most ..20 of man"]),
        ("nearly 7,000 soldiers", ["nearly 7,000 soldiers: count ~ less-than ..7000 of soldier"]),
        ("ten or more people", ["ten or more people: count at-least 10.. of person"]),
        ("20-plus countries", ["20-plus countries: count at-least 20.. of country"]),
        ("20 or so cars", ["20 or so cars: count ~ about 20 of car"]),
        ("some 200 people", ["some 200 people: count ~ about 200 of person"]),
        ("in over four years", ["over four years: duration more-than 4.. year"]),
        ("almost four years", ["almost four years: duration ~ less-than ..4 year"]),
        ("just over 5%", ["just over 5%: percent ~ more-than 5.. percent"]),
    ],
)
def test_bounds(text: str, expected: list[str]) -> None:
    if expected == ["37 miles per hour"]:
        (value,) = find(text)
        assert (value.text, value.low, value.high, value.unit, value.bound) == (
            *("up to 37 miles per hour", None, Decimal(37), "mile / hour"),
            Bound.AT_MOST,
        )
    else:
        assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paid $2bn over four years", ["four years: duration 4 year"]),
        ("killed 20 people over two days", ["two days: duration 2 day"]),
        ("a film about two brothers", ["two brothers: count 2 of brother"]),
        ("served under three presidents", ["three presidents: count 3 of president"]),
    ],
)
def test_prepositions_are_no_bounds(text: str, expected: list[str]) -> None:
    assert found(text)[-1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$2.4bn", "$2.4bn: money 2400000000 USD"),
        ("\u20ac3bn", "\u20ac3bn: money 3000000000 EUR"),
        ("\u00a32.5m", "\u00a32.5m: money 2500000 GBP"),
        ("200m euros", "200m euros: money 200000000 EUR"),
        ("US$3 billion", "US$3 billion: money 3000000000 USD"),
        ("$50 a barrel", "$50 a barrel: money 50 USD / oil_barrel"),
        ("$15 an hour", "$15 an hour: money 15 USD / hour"),
        ("$5 a year ago", "$5: money 5 USD"),
        ("12 cents", "12 cents: money 0.12 USD"),
        ("half a million dollars", "half a million dollars: money 500000 USD"),
        ("2.5m people", "2.5m people: count 2500000 of person"),
        ("2.5 m", "2.5 m: quantity 2.5 meter"),
        ("a fence 2.5m tall", "2.5m: quantity 2.5 meter"),
        ("10k people", "10k people: count 10000 of person"),
    ],
)
def test_money_and_scales(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_step_is_that_of_the_last_written_digit() -> None:
    steps = [str(find(text)[0].step) for text in ("$2.4bn", "5.0 %", "37 men", "1.3 million")]
    assert steps == ["100000000", "0.1", "1", "100000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("38% of adults", ["38%: percent 38 percent of adult"]),
        ("6.1% of GDP", ["6.1%: percent 6.1 percent of gdp"]),
        ("5 basis points", ["5 basis points: percentage-point 0.05 percentage point"]),
        (
            "The rate rose by 5 percent to 12 percent.",
            ["5 percent: percent 5 percent", "12 percent: percent 12 percent"],
        ),
        ("from 5 to 7 percent", ["5: percent 5 percent", "7 percent: percent 7 percent"]),
        (
            "up 0.25 percentage points",
            ["0.25 percentage points: percentage-point 0.25 percentage point"],
        ),
    ],
)
def test_percentages(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a third of voters", "a third: ratio 0.3333333333 of voter"),
        ("two-thirds of the 650 MPs", "two-thirds: ratio 0.6666666667 of mp"),
        ("nearly half of Americans", "nearly half: ratio ~ less-than ..0.5 of american"),
        ("half the world's population", "half: ratio 0.5 of population"),
        ("one in five adults", "one in five: ratio 0.2 of adult"),
        ("nine out of 10 doctors", "nine out of 10: ratio 0.9 of doctor"),
        ("three times", "three times: ratio 3 times"),
        ("more than doubled", "more than doubled: ratio more-than 2.. times"),
        ("twice as many", "twice: ratio 2 times"),
        ("a tenfold increase", "tenfold: ratio 10 times"),
    ],
)
def test_ratios_and_multiples(text: str, expected: str) -> None:
    assert found(text)[:1] == [expected]


def test_step_of_small_odds_is_small() -> None:
    assert find("1 in 1,000 patients")[0].step == Decimal("0.00005")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 5 and 7 percent", "between 5 and 7 percent: percent 5..7 percent"),
        ("10-15 people", "10-15 people: count 10..15 of person"),
        ("$1.5-2 billion", "$1.5-2 billion: money 1500000000..2000000000 USD"),
        ("$1,500-$2,000 per month", "$1,500-$2,000 per month: money 1500..2000 USD / month"),
        ("5 to 7 million people", "5 to 7 million people: count 5000000..7000000 of person"),
        ("500,000 to 2 million men", "500,000 to 2 million men: count 500000..2000000 of man"),
        ("ranging from $5 to $7", "from $5 to $7: money 5..7 USD"),
        ("five or six people", "five or six people: count ~ 5..6 of person"),
        ("between one hundred and two hundred men", "count 100..200 of man"),
        ("5- to 11-year-olds", "5- to 11-year-olds: age 5..11 year"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    (one,) = found(text)
    assert one.endswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 34-year-old man", ["34-year-old: age 34 year"]),
        ("Kim, 39, said", ["39: age 39 year"]),
        ("Jane Smith (42) said", ["42: age 42 year"]),
        ("the woman, 34, said", ["34: age 34 year"]),
        ("at the age of 34", ["age of 34: age 34 year"]),
        (
            "the men, aged 19, 22 and 25, ran",
            ["aged 19: age 19 year", "22: age 22 year", "25: age 25 year"],
        ),
        ("in her 30s", ["30s: age ~ 30..39 year"]),
        ("in his mid-40s", ["40s: age ~ 44..46 year"]),
        ("under-18s", ["under-18s: age less-than ..18 year"]),
        ("adults 65 and older", ["65 and older: age at-least 65.. year"]),
        ("a 5-month-old baby", ["5-month-old: age 5 month"]),
    ],
)
def test_ages(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim's first overseas trip", ["first overseas trip: ordinal 1 of overseas trip"]),
        ("his second summit with Putin", ["second summit: ordinal 2 of summit"]),
        ("the 45th president", ["45th president: ordinal 45 of president"]),
        ("the third-largest economy", ["third-largest economy: ordinal 3 of largest economy"]),
        ("ranked third in the world", ["third: ordinal 3"]),
        ("the First Lady and a second later", []),
        ("on May 4th, in the 21st century", []),
        ("the Second World War", []),
    ],
)
def test_ordinals_and_ranks(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 North Korean troops", "troop"),
        ("312 electoral votes", "vote"),
        ("13 U.S. service members", "member"),
        ("three short-range ballistic missiles", "missile"),
        ("nine police officers", "officer"),
        ("seven grandchildren", "grandchild"),
        ("two cities", "city"),
        ("12 buses", "bus"),
        ("one American soldier died", "soldier"),
        ("a 12-member team", "member"),
        ("two of the three hostages", "hostage"),
        ("20 dead", "dead"),
        ("killed 20 on Monday", None),
    ],
)
def test_counted_noun_is_the_head_and_singular(text: str, expected: str | None) -> None:
    assert find(text)[0].of == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two dozen people", "count 24 of person"),
        ("dozens of children", "count ~ at-least 24.. of child"),
        ("tens of thousands of troops", "count ~ at-least 20000.. of troop"),
        ("hundreds of thousands of dollars", "money ~ at-least 200000.. USD"),
        ("several hundred people", "count ~ at-least 200.. of person"),
        ("a couple of days", "duration ~ about 2 day"),
        ("500,000 vehicles a year", "count 500000 1 / year of vehicle"),
    ],
)
def test_masses_and_rates(text: str, expected: str) -> None:
    assert [shown(value) for value in find(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 feet 2 inches", "quantity 6.1666666667 foot"),
        ("2 hours, 35 minutes and 10 seconds", "duration 2.5861111111 hour"),
        ("two years and a half", "duration 2.5 year"),
        ("half an hour", "duration 0.5 hour"),
        ("more than a year", "duration more-than 1.. year"),
        ("two full days", "duration 2 day"),
        ("-5\u00b0C", "quantity -5 degree_Celsius"),
        ("minus 5 degrees Celsius", "quantity -5 degree_Celsius"),
    ],
)
def test_units(text: str, expected: str) -> None:
    assert [shown(value) for value in find(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "won 3-1 and lost 6-4, 7-6",
        "COVID-19 in the G20, on 5G, by an F-16",
        "a Boeing 737, Section 230, Article 5, page 12, Highway 61",
        "The Nasdaq 100 fell, as did the S&P 500.",
        "Call +44 20 7946 0958, (202) 555-0199 or 1-800-555-1234.",
        "in 2019, on 11 September, on Sept. 5, at 10:30, at 6pm",
        "the 2016 elections, between 2010 and 2015, 2024-27",
        "open 24/7 since 9/11, version 1.2.3",
        "no one, the one, one of them, one another",
        "http://example.org/20/30 #5 @20",
    ],
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert found(text) == []


def test_number_of_a_list_is_left_out() -> None:
    assert found("1. The train has 20 carriages.\n2. It is slow.") == [
        "20 carriages: count 20 of carriage"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Kabul 12 people died.", ["12 people: count 12 of person"]),
        ("On Monday 20 men left.", ["20 men: count 20 of man"]),
        ("The EU's 27 member states", ["27 member states: count 27 of state"]),
        ("2,019 people", ["2,019 people: count 2019 of person"]),
        ("about 1500 soldiers", ["about 1500 soldiers: count ~ about 1500 of soldier"]),
    ],
)
def test_numbers_behind_names_and_like_years_may_count(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_unknown_language_reads_digits_and_units_it_can() -> None:
    assert [value.low for value in find("20 vagoni", "it")] == [Decimal(20)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "120 mph and up to 14 inches",
            [
                "120 mph: quantity 120 mile / hour",
                "up to 14 inches: quantity at-most ..14 inch",
            ],
        ),
        (
            "65 percent or more than 20 men",
            [
                "65 percent: percent 65 percent",
                "more than 20 men: count more-than 20.. of man",
            ],
        ),
        ("5 plus 3", ["5: count 5", "3: count 3"]),
        ("aged 65 and up", ["aged 65 and up: age at-least 65.. year"]),
        ("flies as far as 43 miles", ["as far as 43 miles: quantity at-most ..43 mile"]),
    ],
)
def test_tail_is_none_where_it_limits_the_next_figure(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("words", ["plus or minus 3", "+/- 3", "\u00b13"])
def test_margin_is_one_value(words: str) -> None:
    text = f"{words} percentage points"
    assert found(text) == [f"{text}: percentage-point ~ about 3 percentage point"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.2 percent, up 0.1 points", "0.1 points: percentage-point 0.1 percentage point"),
        ("It rose 0.3 point to 4 percent", "0.3 point: percentage-point 0.3 percentage point"),
        ("The Dow rose 20 points, or 4 percent", "20 points: count 20 of point"),
        ("4 percent. They won by 20 points", "20 points: count 20 of point"),
        ("He scored 20 points on 45 percent", "20 points: count 20 of point"),
        ("4.2 percent, imports only 1.9", "1.9: count 1.9"),
    ],
)
def test_points_beside_a_percentage(text: str, expected: str) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        *("The senator, 34, said", "The striker, 34, scored", "The former prime minister, 34,"),
        *("She won at 34, the oldest to do so", "At 34, he became", "His driver, 34, fled"),
    ],
)
def test_ages_of_people_without_a_name(text: str) -> None:
    assert found(text) == ["34: age 34 year"]


@pytest.mark.parametrize("text", ["The number, 34, was", "The trains, 34, were", "At 5, he left"])
def test_other_numbers_between_commas_are_no_ages(text: str) -> None:
    (one,) = find(text)
    assert one.kind is ValueKind.COUNT


@pytest.mark.parametrize(
    "text",
    [
        *("in Courtroom 3B", "Gate 12B", "seat 14M", "runway 27"),
        *("the Group of Seven", "the Group of 20 met", "the Big Three carmakers"),
        *("at 10115 Berlin", "10 Downing Street", "4832 North Kedvale Avenue"),
    ],
)
def test_names_of_bodies_rooms_and_places_are_left_out(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a group of 20 men", "20 men: count 20 of man"),
        ("Storm Kills Seven People In Texas", "Seven People: count 7 of person"),
        ("Meta has 3B users", "3B users: count 3000000000 of user"),
        ("In Phoenix 110F", "110F: quantity 110 degree_Fahrenheit"),
        ("It failed. In New York 12 people died.", "12 people: count 12 of person"),
    ],
)
def test_what_only_looks_like_a_name_counts(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_numbers_of_a_list_in_one_line_are_left_out() -> None:
    assert found("1. Who pays? 2. Who decides? 3. Who knows?") == []
    assert found("How many died? 12. The rest survived.") == ["12: count 12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an hour and a half", "duration 1.5 hour"),
        ("a year and a half", "duration 1.5 year"),
        ("In a decade, prices", "duration 1 decade"),
        ("two decades", "duration 2 decade"),
        ("half a century", "duration 0.5 century"),
        ("two decades and half a million men", "duration 2 decade"),
    ],
)
def test_long_and_half_spans(text: str, expected: str) -> None:
    assert found(text)[0].partition(": ")[2] == expected


@pytest.mark.parametrize("text", ["once a decade", "the work of a decade", "an hour and half the"])
def test_articles_before_spans_that_are_no_values(text: str) -> None:
    assert not [value for value in find(text) if value.kind is ValueKind.DURATION]


def test_rate_without_a_noun_is_a_count() -> None:
    assert found("some 7,000 a day") == ["some 7,000 a day: count ~ about 7000 1 / day"]
    assert found("It was 300 a year ago") == ["300: count 300"]


def test_every_fifth_is_a_share() -> None:
    assert found("Every fifth voter") == ["Every fifth voter: ratio 0.2 of voter"]
    assert found("every second day") == ["second day: ordinal 2 of day"]


def test_offsets_stand_behind_a_capital_that_has_two_small_letters() -> None:
    assert found("\u0130\u0130\u0130 saw 20 men") == ["20 men: count 20 of man"]
