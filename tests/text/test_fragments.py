from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.fragments import fragment, of_quote


def linked(text: str, words: str, nth: int = 0) -> str:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return fragment(text, at, at + len(words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The train left on Sunday.", "train left", ":~:text=train%20left"),
        ("a, b & c-d", "a, b & c-d", ":~:text=a%2C%20b%20%26%20c%2Dd"),
        ("Kim\u2019s caf\u00e9", "caf\u00e9", ":~:text=caf%C3%A9"),
        ("The carriages left.", "carr", ":~:text=carriages"),
        ("It has 2019 doors.", "01", ":~:text=2019"),
        ("a train  left", "  left", ":~:text=left"),
        ("the\u00a0 train", "the\u00a0 train", ":~:text=the%20train"),
        ("列车离开平壤。", "离开", ":~:text=%E7%A6%BB%E5%BC%80"),
        ("a  b", "  ", ""),
    ],
)
def test_words_are_encoded_whole(text: str, words: str, expected: str) -> None:
    assert linked(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("one train, two trains, a train.", "two trains", 0, ":~:text=two%20trains"),
        ("A car came. A car left.", "car", 1, ":~:text=came.%20A-,car"),
        ("red car, red car left", "red car", 0, ":~:text=red%20car,-%2C"),
        ("car came. car left.", "car", 0, ":~:text=car,-came."),
        ("The Car came.\nHis car left.", "car left", 0, ":~:text=car%20left"),
        ("The Car came.\nHis car left.", "car", 0, ":~:text=His-,car"),
    ],
)
def test_repeated_words_get_their_surroundings(
    text: str, words: str, nth: int, expected: str
) -> None:
    assert linked(text, words, nth) == expected


def test_paragraphs_are_not_spanned() -> None:
    text = "Before.\nThe first paragraph.\nThe last one.\n"
    assert linked(text, "first paragraph.\nThe last") == ":~:text=first%20paragraph.,The%20last"


def test_long_quotation_is_given_by_its_ends() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    assert linked(f"x {words} y", words) == (
        ":~:text=word0%20word1%20word2%20word3%20word4,word95%20word96%20word97%20word98%20word99"
    )


def test_long_chinese_is_given_by_its_ends() -> None:
    words = "".join(chr(0x4E00 + n) for n in range(400))
    start, end = unquote(fragment(words, 0, 400)).removeprefix(":~:text=").split(",")
    assert (start, end) == (words[:12], words[-12:])


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("the train", ":~:text=the%20train"),
        (" the\ntrain ", ":~:text=the,train"),
        ("the train ... left on Sunday", ":~:text=the%20train,left%20on%20Sunday"),
        ("a [\u2026] b \u2026 c", ":~:text=a,c"),
        ("\u2026and left", ":~:text=and%20left"),
        ("", ""),
        (" \u2026 ", ""),
    ],
)
def test_quote_alone_is_enough(quote: str, expected: str) -> None:
    assert of_quote(quote) == expected


@given(st.text(), st.data())
def test_any_words_are_linked_safely(text: str, data: st.DataObject) -> None:
    text = text.encode("utf-8", "ignore").decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for link in (fragment(text, start, end), of_quote(text)):
        terms = link.removeprefix(":~:text=")
        assert link == "" or 1 <= terms.count(",") + 1 <= 4
        assert terms.isascii()
        assert not set(terms) & set(" &#\n")


@pytest.mark.parametrize("text", ["a" * 1_000_000, "a " * 500_000, "平" * 500_000, ". " * 400_000])
def test_endless_texts_are_linked(text: str) -> None:
    assert fragment(text, 400_000, 400_010).startswith(":~:text=")
    assert of_quote(text).startswith(":~:text=")
