"""Worst cases: every one of them is answered, and in linear time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.values.quantities import find

MEGABYTE = 1_000_000
PIECES = [
    *("1", "20", "2019", "1.5", "1,000", "one", "two", "a", "half", "third", "of", "dozen"),
    *("hundred", "million", "and", "or", "to", "from", "between", "-", "\u2013", "/", "$", "%"),
    *("\u20ac", ".", ",", "(", ")", "km", "years", "old", "aged", "times", "in", "Kim", "second"),
    *("first", "s", "m", "bn", "more", "than", "+", "\u00bd", "\u0663", "\n", "tausend", "demi"),
]


@pytest.mark.parametrize(
    "text",
    [
        "1" * MEGABYTE,
        "one " * (MEGABYTE // 4),
        "1," * (MEGABYTE // 2),
        "1 " * (MEGABYTE // 2),
        "1-" * (MEGABYTE // 2),
        "-" * MEGABYTE,
        "between 1 and " * (MEGABYTE // 14),
        "a half a " * (MEGABYTE // 9),
        "a" * MEGABYTE,
        "\n" * MEGABYTE,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_nonsense_of_a_megabyte_holds_no_value(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["1e999999", f"{10**400}", "10\u00b2", "9" * 40, "99 \u0660\u0661,"]
)
def test_numbers_beyond_reason_have_no_value(text: str) -> None:
    assert all(value.low is not None and abs(value.low) < 10**30 for value in find(text))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "xx"])
def test_a_long_table_of_words_and_numbers_is_read(language: str) -> None:
    assert len(find("Berlin has 20 trains. " * 200, language)) == 200


@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=30,
    ),
    st.sampled_from(["en", "de", "fr", "es"]),
    st.sampled_from(["", " "]),
)
def test_every_value_lies_in_the_text_and_behind_the_last(
    words: list[str], language: str, blank: str
) -> None:
    text = blank.join(words)
    end = 0
    for value in find(text, language):
        assert end <= value.start < value.end <= len(text)
        assert value.text == text[value.start : value.end]
        end = value.end
