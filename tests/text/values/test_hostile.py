from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.values import check, find
from factcheck.text.values.value import Value
from factcheck.words import Result

MONDAY = date(2023, 9, 11)
#: Enough that whatever is quadratic does not end in time.
LARGE = 250_000
# Long enough to show what grows faster than the text.
LONG = 40_000
LANGUAGES = ("en", "de", "fr", "es", "ar", "xx", "")

SHORT = (
    "1e999999",
    "1e30 1e31 1e-30 1e-31 -1e400",
    str(10**400),
    "9" * 5000,
    "\u0663\u0667 \u0643\u0645",
    "\uff13\uff17 km/h",
    "10\u00b2 m\u00b2 10\u207b\u2079 \u2155 \u00bd \u2189",
    "31 February 2023",
    "29 February 2023 and 29 February 1900",
    "year 0, 0000-00-00, 0000-01-01, 9999-12-31, 10000-01-01",
    "2023-W00 2023-W53 2023-W54 2023-W37-8",
    "13-10 September",
    "between 7 and 5 percent, from 2021 to 2019",
    "25:61 99:99 24:00 0:00",
    "0/0 1/0 0 in 0 one in zero",
    "$ \u20ac % mph km/h $% $-5 --5 -",
    "5,,5 5..5 5,.5 ,5 .5 5. 5,",
    "half a dozen dozens of a third of two thirds of one in five",
    "\ud800 20 \udfff",
    "20\x00carriages \x0020",
    "\u202e20\u202c carriages \u200b2\u200b0",
    "e\u0301" * 50 + " 20",
    "\u0130stanbul 20 \u0130\u0130\u0130 37 mph",
    "20\n\n\n carriages \r\n 20 \u2028 21",
    "Monday Monday through until next Monday last Monday",
    "one hundred and hundred and million billion and and two",
    "fifty fifty-five-fifty-fifty",
    "the first second third-largest of the second first",
    "1st 2nd 3rd 4rd 0th 99999999999999999999th",
)
UNITS = (
    "1",
    "one ",
    "1,",
    "1.",
    "1 ",
    "1-",
    "1/",
    "1:",
    "$",
    "%",
    "1e",
    "ninety-",
    "hundred ",
    "million ",
    "between ",
    "about ",
    "more than ",
    "up to 1 ",
    "first ",
    "third-",
    "Monday ",
    "May ",
    "10 September ",
    "2019-",
    "2019 ",
    "since ",
    "per ",
    "1 mile per ",
    "half ",
    "a ",
    " ",
    "\n",
    "\u00a0",
    '"',
    "(",
    "not ",
    "denied that ",
    "said ",
    "\u00bd",
    "\u0663",
    "\uff13",
    "20 carriages. ",
    "37 mph, ",
    "vingt ",
    "einund",
    "veinti",
)


def stands(text: str, values: list[Value]) -> None:
    """In order, none over another, each with the words that stand there."""
    at = 0
    for value in values:
        assert at <= value.start < value.end <= len(text)
        assert text[value.start : value.end] == value.text
        at = value.end


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", SHORT)
def test_bad_figures(text: str, language: str) -> None:
    stands(text, find(text, MONDAY, language))
    stands(text, find(text, None, language))
    made = check(text, text, on=MONDAY, language=language)
    assert made.explanation.rpartition(": ")[2] in {"agrees", "differs", "not comparable"}


@pytest.mark.parametrize("text", SHORT)
def test_bad_figures_against_good_ones(text: str) -> None:
    for good in ("20 carriages", "37 mph", "September 10, 2023", "5 percent", "over four years"):
        assert check(good, text, on=MONDAY).explanation
        assert check(text, good, on=MONDAY, claimant=text).explanation


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


@pytest.mark.parametrize("unit", ["1", "one ", "1,", "1.", "ninety-", "$", "between ", " ", '"'])
def test_a_large_text_of_the_same(unit: str) -> None:
    text = repeated(unit, LARGE)
    stands(text, find(text, MONDAY))
    assert check("On Monday 20 carriages reached 37 mph", text, on=MONDAY).result in Result


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_of_the_same(unit: str) -> None:
    text = repeated(unit, LONG)
    claim = "On Monday 20 carriages reached 37 mph, the first in over four years"
    stands(text, find(text, MONDAY))
    assert check(claim, text, on=MONDAY, claimant="Yonhap").result in Result


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_claim(unit: str) -> None:
    text = repeated(unit, LONG // 10)
    assert check(text, "On Monday 20 carriages reached 37 mph", on=MONDAY).result in Result
    assert check(text, text, on=MONDAY, claimant=text).result in Result


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_texts_in_other_languages(language: str) -> None:
    text = repeated("20 1.234,5 \u20ac Monday Montag vingt ninety ", LONG)
    stands(text, find(text, MONDAY, language))


def test_numbers_beyond_the_limits_are_none() -> None:
    for value in find(f"{'9' * 400} people, 1e999999 people and 20 people", MONDAY):
        assert value.low is None or abs(value.low) < 10**31


DENSE = (
    *(
        "5 feet ",
        "Sept. 11, ",
        "aged 1, ",
        "1A ",
        "\uff11\uff12\uff13\u4eba ",
        "$5 ",
        "1 in ",
        "10:30 ",
    ),
    *("quarter to ten ", "6 feet 2 inches ", "9-11 a.m. ", "March 3, 5 and 7, ", "\u0130 "),
    *("9. A ", "0.1 points ", "10 Downing Street ", "the Oct. 7 terror ", "Group of Seven "),
)


@pytest.mark.parametrize("unit", DENSE)
def test_a_large_text_of_figures(unit: str) -> None:
    text = repeated(unit, LARGE)
    stands(text, find(text, MONDAY))


DATED = st.sampled_from(
    [
        *(
            "2023",
            "37",
            "8",
            "0",
            "31",
            "29",
            "9999",
            "0000",
            "W",
            "-W",
            "-",
            "/",
            ".",
            ":",
            ",",
            " ",
        ),
        *("Monday", "Sept.", "May", "February", "last", "next", "the", "of", "and", "to", "from"),
        *(
            "half",
            "past",
            "quarter",
            "eight",
            "a",
            "p.m.",
            "a.m.",
            "T",
            "Z",
            "GMT",
            "'s",
            "s",
            "th",
        ),
        *("1st", "11", "years", "ago", "week", "decade", "attacks", "second", "Q3", "BC", "\u0663"),
        *(
            "Montag",
            "11.",
            "vom",
            "du",
            "del",
            "mai",
            "siglo",
            "jeder",
            "Stra\u00dfe",
            "rue",
            "calle",
        ),
    ]
)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    st.lists(DATED, max_size=14),
    st.sampled_from(["", " "]),
    st.sampled_from(LANGUAGES),
    st.none() | st.dates(),
)
def test_pieces_of_dates(words: list[str], blank: str, language: str, on: date | None) -> None:
    text = blank.join(words)
    stands(text, find(text, on, language))


PIECES = st.sampled_from([*SHORT, *UNITS, "20", "carriages", " ", ", ", ". ", "\u201c", "\u201d"])


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(LANGUAGES))
def test_pieces_of_figures(text: str, language: str) -> None:
    stands(text, find(text, MONDAY, language))
    assert check(text, text, on=MONDAY, language=language, claimant="Yonhap").explanation


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    stands(text, find(text, MONDAY))
    assert check(f"20 {text}", f"{text} 20", on=MONDAY, claimant=text).explanation


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.dates())
def test_any_day(on: date) -> None:
    text = "last week, next month, four years ago, Monday, through Wednesday, 31 December"
    stands(text, find(text, on))
    assert check(text, text, on=on).explanation
