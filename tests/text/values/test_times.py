from datetime import date

import pytest

from factcheck.text.values import dates
from factcheck.text.values.value import Value
from factcheck.words import Bound, ValueKind

MONDAY = date(2023, 9, 11)


def test_a_time_is_a_whole_value() -> None:
    assert dates.find("It began at 14:30 GMT.") == [
        Value(ValueKind.TIME, "14:30 GMT", 12, 21, unit="GMT", iso="14:30")
    ]


@pytest.mark.parametrize(
    ("text", "words", "iso", "unit"),
    [
        ("at 10:30 a.m. sharp", "10:30 a.m.", "10:30", None),
        ("at 12:15 a.m.", "12:15 a.m.", "00:15", None),
        ("at 5 pm", "5 pm", "17:00", None),
        ("at 5.30pm", "5.30pm", "17:30", None),
        ("at noon", "noon", "12:00", None),
        ("at midnight", "midnight", "00:00", None),
        ("at 9 p.m. ET", "9 p.m. ET", "21:00", "ET"),
        ("at 11 p.m. local time", "11 p.m. local time", "23:00", "local time"),
        ("at 10:30 Moscow time", "10:30 Moscow time", "10:30", "Moscow time"),
        ("(0900 GMT)", "0900 GMT", "09:00", "GMT"),
        ("9-11 a.m.", "9-11 a.m.", "09:00/11:00", None),
        ("11-1 p.m.", "11-1 p.m.", "11:00/13:00", None),
        ("from 9 a.m. to 5 p.m.", "from 9 a.m. to 5 p.m.", "09:00/17:00", None),
        ("at 8 in the evening", "8 in the evening", "20:00", None),
        ("17:00", "17:00", "17:00", None),
        ("at half past eight", "half past eight", "08:30", None),
        ("half past 8pm", "half past 8pm", "20:30", None),
        ("a quarter to 8 p.m.", "a quarter to 8 p.m.", "19:45", None),
        ("a quarter past nine", "a quarter past nine", "09:15", None),
        ("ten past 9 in the evening", "ten past 9 in the evening", "21:10", None),
        ("quarter to one", "quarter to one", "00:45", None),
    ],
)
def test_times(text: str, words: str, iso: str, unit: str | None) -> None:
    (value,) = dates.find(text)
    assert (value.kind, value.text, value.iso, value.unit) == (ValueKind.TIME, words, iso, unit)


@pytest.mark.parametrize(
    ("language", "text", "words", "iso"),
    [
        ("de", "um 10.30 Uhr", "10.30 Uhr", "10:30"),
        ("de", "9 bis 17 Uhr", "9 bis 17 Uhr", "09:00/17:00"),
        ("fr", "\u00e0 14h30", "14h30", "14:30"),
        ("fr", "\u00e0 14 h 30", "14 h 30", "14:30"),
        ("fr", "\u00e0 10 heures", "10 heures", "10:00"),
        ("es", "a las 20.30", "20.30", "20:30"),
        ("es", "a las 5 de la tarde", "5 de la tarde", "17:00"),
    ],
)
def test_times_in_other_languages(language: str, text: str, words: str, iso: str) -> None:
    (value,) = dates.find(text, MONDAY, language)
    assert (value.text, value.iso, value.remarks) == (words, iso, ())


def test_hour_that_may_be_morning_or_evening_is_said() -> None:
    (value,) = dates.find("at 10:30")
    assert value.remarks == ("10:30 may be in the morning or the evening",)


def test_bounds_of_times() -> None:
    values = dates.find("before 9 a.m., around noon, until 5 p.m., between 1 and 2 p.m.")
    assert [(value.text, value.bound) for value in values] == [
        ("before 9 a.m.", Bound.LESS_THAN),
        ("around noon", Bound.ABOUT),
        ("until 5 p.m.", Bound.AT_MOST),
        ("between 1 and 2 p.m.", Bound.BETWEEN),
    ]


def test_date_and_time_are_two_values() -> None:
    values = dates.find("at 5 p.m. on Tuesday, Sept. 12, 2023", MONDAY)
    assert [(value.kind, value.iso) for value in values] == [
        (ValueKind.TIME, "17:00"),
        (ValueKind.DATE, "2023-09-12"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "John 3:16",
        "in 2:03:45",
        "won 3:2",
        "at 25:00",
        "at 10:75",
        "13 p.m.",
        "from a quarter to ten percent",
        "half past eight people",
        "the past eight",
        "I am 5",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert dates.find(text) == []
