"""Weekdays beside dates that fell on another one."""

from datetime import date

import pytest

from factcheck.audit.weekdays import Slip, find

ON = date(2023, 9, 11)


def slips(text: str, on: date | None = ON, language: str = "en") -> list[str]:
    return [slip.words for slip in find(text, on, language)]


def test_a_slip_with_its_place_and_the_right_day() -> None:
    text = "It left Pyongyang on Monday, Sept. 12, 2023, they said."
    assert list(find(text, None, "en")) == [
        Slip(21, 43, "Monday, Sept. 12, 2023", "12 September 2023 was a Tuesday, not a Monday")
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "on Monday 12 September 2023 it", "Monday 12 September 2023"),
        ("en", "on Monday, September 12, it", "Monday, September 12"),
        ("en", "on Monday, 9/12/2023, it", "Monday, 9/12/2023"),
        ("en", "2023-09-12 (Monday)", "2023-09-12 (Monday)"),
        ("de", "am Montag, 12. September 2023, sagte", "Montag, 12. September 2023"),
        ("de", "am Montag (12.9.2023) sagte", "Montag (12.9.2023)"),
        ("fr", "le lundi 12 septembre 2023 à", "lundi 12 septembre 2023"),
        ("es", "el lunes, 12 de septiembre, llega", "lunes, 12 de septiembre"),
    ],
)
def test_slips_in_four_languages(language: str, text: str, words: str) -> None:
    assert slips(text, ON, language) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "It left on Monday, September 11, 2023.",
        "It left on Monday. On 12 September it arrived.",
        "Monday and Tuesday, September 11 and 12",
        "on Monday, 11/9/2023, it",  # day first
        "The Sun, 12 September 2023",
        "on Sunday, 9 January 1905, in St Petersburg",  # by its own calendar
        "In 1944, on Monday, June 6, they landed.",  # the year is said before
        "on Friday, 12 May 1312",
        "Wednesdays at 12",
        "from Monday, September 11 to Wednesday, September 13, 2023",
        "",
    ],
)
def test_no_slips(text: str) -> None:
    assert slips(text) == []


def test_without_a_day_to_count_from_only_whole_dates() -> None:
    assert slips("on Monday, September 12, it", None) == []


def test_other_languages_are_not_read() -> None:
    assert slips("понедельник, 12 сентября 2023", ON, "ru") == []


def test_far_into_a_long_text() -> None:
    text = "Nothing happened. " * 2000 + "It left on Monday, Sept. 12, 2023."
    (slip,) = find(text, ON, "en")
    assert text[slip.start : slip.end] == slip.words == "Monday, Sept. 12, 2023"


@pytest.mark.parametrize("text", ["Monday 1 " * 110_000, "1" * 1_000_000, "Mon" * 330_000])
def test_hostile_texts_come_to_an_end(text: str) -> None:
    assert slips(text) == []
