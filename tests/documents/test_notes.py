import pytest

from factcheck.documents import notes
from factcheck.documents.document import Zoned
from factcheck.text.spans import Span
from factcheck.words import Zone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "See https://a.org/b, then HTTP://C.org/d_(e)?",
            ["https://a.org/b", "HTTP://C.org/d_(e)"],
        ),
        (
            "(https://a.org/b_(c)) <https://a.org> \u201chttps://b.org\u201d",
            ["https://a.org/b_(c)", "https://a.org", "https://b.org"],
        ),
        ("https://a.org https://a.org.", ["https://a.org"]),
        ("http:// and ftp://a.org", []),
    ],
)
def test_addresses_in_a_text(text: str, expected: list[str]) -> None:
    assert notes.urls(text) == expected


def test_addresses_given_come_first() -> None:
    assert notes.urls("https://b.org", ["https://a.org"]) == ["https://a.org", "https://b.org"]


@pytest.mark.parametrize("sign", ["|"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two is| here, and three|. Four.|", ["Two is", "here, and three", "Four."]),
        ("One| | two|", ["One", "One", "two"]),
        ("|One two.", ["One two."]),
        ("\u201cOne,\u201d| he said.", ["\u201cOne,\u201d"]),
        ("One|.| Two", ["One", "One"]),
    ],
)
def test_words_before_marks(text: str, sign: str, expected: list[str]) -> None:
    marks = [Span(at, at + 1) for at, char in enumerate(text) if char == sign]
    found = notes.before(text, Span(0, len(text)), marks, "en")
    assert [text[start:end].strip(sign) for start, end in found] == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [(0, "One is."), (7, "One is."), (10, "Two is."), (15, "Two is."), (17, "Three"), (16, "")],
)
def test_sentence_at_a_place(at: int, expected: str) -> None:
    text = "One is. Two is.\n\nThree"
    start, end = notes.Sentences(text, "en").at(at)
    assert text[start:end] == expected


def test_repeated_words_are_four_or_more() -> None:
    body = f" {notes.bare('Kim left, on Sunday, by *train*.')} "
    assert notes.repeated(notes.bare("left on SUNDAY by train"), body)
    assert not notes.repeated(notes.bare("on Sunday by"), body)
    assert not notes.repeated(notes.bare("left on Sunday by trai"), body)


def test_zones_apart() -> None:
    zones = [Zoned(5, 9, Zone.TABLE), Zoned(0, 6, Zone.DECK), Zoned(6, 7, Zone.BODY)]
    assert notes.apart(zones) == [Zoned(0, 6, Zone.DECK), Zoned(6, 7, Zone.BODY)]
