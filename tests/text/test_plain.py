import contextlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.text.plain import MAX_BYTES, MAX_LINE, check_text, decode, lines

CLEAN = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(
    lambda text: text.strip() and "\r\n" not in text and text[0] != "\ufeff",
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"caf\xc3\xa9\r\n", "caf\u00e9\n"),
        (b"\xef\xbb\xbfdraft", "draft"),
        ("draft \u2014".encode("utf-16"), "draft \u2014"),
        (b"\xfe\xff\x00a", "a"),
        (b"a\rb\n", "a\rb\n"),
        (b"e\xcc\x81\xef\xac\x81", "e\u0301\ufb01"),
    ],
)
def test_encodings_that_are_taken(data: bytes, expected: str) -> None:
    assert decode(data, "draft.txt") == expected


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (
            b"one\ntwo\nKim\x92s train",
            3,
            "draft.txt: line 3: byte 0x92 is not UTF-8; looks like Windows-1252.",
        ),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", 1, "draft.txt: line 1: byte 0xff is not UTF-8."),
        (b"a\xed\xa0\x80", 1, "draft.txt: line 1: byte 0xed is not UTF-8."),
        (b"one\na\0b", 2, "draft.txt: line 2: there is a NUL byte"),
        (b"\xff\xfea\0\n\0\x00\xd8", 2, "draft.txt: line 2: the file is not whole UTF-16"),
        (b"", None, "draft.txt: there is nothing in it."),
        (b"\xef\xbb\xbf \r\n", None, "draft.txt: there is nothing in it."),
        (b"a" * (MAX_BYTES + 1), None, "draft.txt: 25.0 MB is more than the 25 MB"),
    ],
)
def test_bytes_that_are_refused(data: bytes, line: int | None, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        decode(data, "draft.txt")
    assert caught.value.message.startswith(message)
    assert caught.value.line == line
    assert caught.value.hint


@given(CLEAN)
def test_decoding_gives_back_text(text: str) -> None:
    assert decode(text.encode(), "draft") == text
    assert decode(text.encode("utf-8-sig"), "draft") == text
    assert decode(text.encode("utf-16"), "draft") == text


@given(st.binary())
def test_any_bytes_give_answer(data: bytes) -> None:
    with contextlib.suppress(BadInput):
        assert decode(data, "draft").strip()


def test_field_loses_outer_blanks() -> None:
    assert check_text(" a  b\n", "claim") == "a  b"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "The claim is empty."),
        (" \n\t", "The claim is empty."),
        ("a\0b", "The claim contains a NUL character."),
        ("Kim\udc92s", "The claim contains byte 0x92, which is not UTF-8."),
        ("\ud83d", r"The claim contains half a character (U+D83D), which is not UTF-8."),
        ("abcdefghijk", "The claim is 11 characters long: 'abcdefghijk'..."),
    ],
)
def test_bad_field_is_refused(value: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_text(value, "claim", limit=10)
    assert caught.value.message == message


def test_lines_are_numbered_and_clean() -> None:
    stream = BytesIO(b"\xef\xbb\xbfone\r\n\n \t\ntwo  \nthree")
    assert list(lines(stream)) == [(1, "one"), (4, "two  "), (5, "three")]


def test_bad_lines_leave_good_ones() -> None:
    found = list(lines(BytesIO(b"one\nKim\x92s\na\0b\nfour\n")))
    assert [number for number, _ in found] == [1, 2, 3, 4]
    assert [line for _, line in found if isinstance(line, str)] == ["one", "four"]
    assert [line.line for _, line in found if isinstance(line, BadInput)] == [2, 3]


def test_endless_line_is_read_past() -> None:
    stream = BytesIO(b"x" * (2 * MAX_LINE + 9) + b"\ntwo\n" + b"y" * (MAX_LINE + 1))
    (_, first), second, (_, last) = lines(stream)
    assert isinstance(first, BadInput)
    assert isinstance(last, BadInput)
    assert "line 1 is longer than" in first.message
    assert second == (2, "two")
    assert last.line == 3


def test_longest_line_is_taken() -> None:
    found = list(lines(BytesIO(b"x" * MAX_LINE + b"\n")))
    assert found == [(1, "x" * MAX_LINE)]


def test_no_input_gives_nothing() -> None:
    assert list(lines(BytesIO(b""))) == []


@given(st.lists(st.binary(max_size=20), max_size=5))
def test_lines_never_raise(parts: list[bytes]) -> None:
    found = list(lines(BytesIO(b"\n".join(parts))))
    assert all(isinstance(line, str | BadInput) for _, line in found)
