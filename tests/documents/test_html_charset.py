import pytest

from factcheck.documents.html import read


@pytest.mark.parametrize(
    ("data", "charset", "expected"),
    [
        ("<p>Zürich €".encode(), None, "Zürich €"),
        ("<p>Zürich €".encode("utf-8-sig"), "iso-8859-1", "Zürich €"),
        ("<p>Zürich €".encode("utf-16"), None, "Zürich €"),
        (b"\xfe\xff" + "<p>Zürich €".encode("utf-16-be"), "utf-8", "Zürich €"),
        ("<html><p>Zürich €</p>".encode("utf-16-le"), None, "Zürich €"),
        ("<p>Zürich €".encode("cp1252"), "ISO-8859-1", "Zürich €"),
        ("<meta charset=windows-1251><p>Москва".encode("cp1251"), None, "Москва"),
        ("<meta charset=utf-8><p>Москва".encode("cp1251"), "windows-1251", "Москва"),
        ("<p>Zürich €".encode(), "utf-99", "Zürich €"),
        ("<meta charset=utf-99><p>Zürich €".encode(), None, "Zürich €"),
        ("<meta charset=utf-16><p>Zürich €".encode(), None, "Zürich €"),
        ("<p>\u201cIt\u2019s late\u201d".encode("cp1252"), None, "\u201cIt\u2019s late\u201d"),
    ],
)
def test_charsets(data: bytes, charset: str | None, expected: str) -> None:
    document = read(data, charset)
    assert (document.text, document.remarks) == (expected, [])


def test_a_charset_that_spoils_the_text_gives_way() -> None:
    document = read("<meta charset=utf-8><p>Über Köln für Grüße".encode("cp1252"))
    assert document.text == "Über Köln für Grüße"
    assert document.remarks == ["The page says that it is utf-8, but it reads as cp1252."]


def test_characters_that_cannot_be_read_are_remarked_on() -> None:
    document = read(b"<p>\xc3\xa9t\xc3\xa9 \xff</p>", "utf-8")
    many = read(b"\xef\xbb\xbf<p>\xff\xfe\xfa \xc3\xa9</p>")
    assert document.remarks == ["Many characters could not be read (1, as utf-8)."]
    assert many.text == "\ufffd\ufffd\ufffd é"
    assert many.remarks == ["Many characters could not be read (3, as utf-8)."]
