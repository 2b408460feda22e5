import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.slugs import key, slug


def free(_name: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kim's Armoured Train", "kims-armoured-train"),
        ("  Caf\u00e9: \u00c0 la carte! ", "cafe-a-la-carte"),
        ("\u0141\u00f3d\u017a", "lodz"),
        ("2019", "article-2019"),
        ("8-12", "article-8-12"),
        ("\u00b2", "article-\u00b2"),
        ("2019 in pictures", "2019-in-pictures"),
        ("\u5e73\u58e4 \u5217\u8eca", "\u5e73\u58e4-\u5217\u8eca"),
        ("\u041f\u043e\u0435\u0437\u0434", "\u043f\u043e\u0435\u0437\u0434"),
        ("\U0001f600", "article"),
        ("", "article"),
    ],
)
def test_slug_of_a_title(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_long_title_ends_with_word() -> None:
    title = "How the armoured train of Kim Jong Un crossed the border into Russia"
    assert slug(title) == "how-the-armoured-train-of-kim-jong-un-crossed"
    assert slug("x" * 99) == "x" * 48


@given(st.text())
def test_slug_is_a_short_name(title: str) -> None:
    name = slug(title)
    assert 0 < len(name) <= 48
    assert not name.replace("-", "").isdigit()
    assert re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://tass.com/economy/1672415", "tass"),
        ("https://www.bbc.co.uk/news/1", "bbc"),
        ("en.wikipedia.org/wiki/Kim", "wikipedia"),
        ("kcna.kp", "kcna"),
        ("https://m\u00fcnchen.de/", "munchen"),
        ("http://192.168.0.1/", "source"),
        ("http://localhost:8000/", "localhost"),
        ("The World Atlas", "world"),
        ("Kim, Jong Un", "kim"),
        ("2019 annual report", "annual"),
        ("1984", "source-1984"),
        ("Of the", "source"),
        ("", "source"),
    ],
)
def test_key_of_a_source(text: str, expected: str) -> None:
    assert key(text, free) == expected


def test_taken_key_gets_number() -> None:
    assert key("Tass", {"tass", "tass-2"}.__contains__) == "tass-3"


@given(st.text())
def test_key_is_never_number(text: str) -> None:
    name = key(text, free)
    assert name
    assert not name.isdigit()
    assert len(name) <= 24
