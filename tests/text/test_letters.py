import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.letters import bare, without_apostrophes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim JONG", "kim jong"),
        ("\u00c9t\u00e9 e\u0301", "ete e"),
        ("\u0130\u0131", "ii"),
        ("\u00c6sir \u0152uvre \u00fe\u00f3r", "aesir oeuvre thor"),
        ("\u304c\u30d1", "\u304c\u30d1"),
        ("\ud55c", "\ud55c"),
    ],
)
def test_bare_letters_of_text(text: str, expected: str) -> None:
    assert bare(text) == expected


def test_apostrophes_inside_words_go() -> None:
    assert without_apostrophes("don't 'quote' 5'6 o\u2019er") == "dont 'quote' 5'6 oer"


@given(st.text())
def test_baring_never_raises(text: str) -> None:
    assert isinstance(bare(text), str)
