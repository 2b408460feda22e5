import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.show import harmless, shorten, width_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("a\rb\x07\x7f\x9b", r"a\x0db\x07\x7f\x9b"),
        ("\u202eevil\u2066", r"\u202eevil\u2066"),
        ("a\u200bb\ufeff\u2028", r"a\u200bb\ufeff\u2028"),
        ("\udc92", r"\udc92"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_acting_characters_are_shown(text: str, expected: str) -> None:
    assert harmless(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "two\tcolumns\nand lines",
        "caf\u00e9 \u2014 \u201cKim\u201d",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\U0001f469\u200d\U0001f52c",
        "\u5e73\u58e4 \ud3c9\uc591 \u05e9\u05dc\u05d5\u05dd",
        "a\\x1b",
    ],
)
def test_ordinary_text_is_untouched(text: str) -> None:
    assert harmless(text) == text


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "L"])))
def test_harmless_text_can_be_printed(text: str) -> None:
    shown = harmless(text)
    assert shown.encode().decode() == shown
    assert "\x1b" not in shown
    assert harmless(shown) == shown


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 5, "short"),
        ("too long", 7, "too..."),
        ("one\n two", 20, "one two"),
        ("\u5e73\u58e4\u5217\u8eca", 8, "\u5e73\u58e4\u5217\u8eca"),
        ("\u5e73\u58e4\u5217\u8eca", 7, "\u5e73\u58e4..."),
        ("cafe\u0301s", 5, "cafe\u0301s"),
        ("abcdef", 2, ".."),
        ("abcdef", 0, ""),
        ("", 5, ""),
        ("\x1b[2J", 20, r"\x1b[2J"),
    ],
)
def test_text_is_cut_to_width(text: str, width: int, expected: str) -> None:
    assert shorten(text, width) == expected


@given(st.text(), st.integers(0, 30))
def test_short_text_fits_its_line(text: str, width: int) -> None:
    shown = shorten(text, width)
    assert width_of(shown) <= width
    assert "\n" not in shown
