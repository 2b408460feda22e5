import pytest

from factcheck import documents
from factcheck.documents.document import Document
from factcheck.errors import BadInput
from factcheck.words import Format


def test_text_stays_as_it_is() -> None:
    text = "  Kim\u2019s  train\n\n\tleft \ufb01rst. # no [heading](x)\n"
    assert documents.read(text.encode(), "a.txt") == Document(text, Format.TEXT)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Zürich".encode("latin-1"), "ISO-8859-1", "Zürich"),
        ("Zürich".encode(), "latin-1", "Zürich"),
        ("Москва".encode("koi8-r"), "koi8-r", "Москва"),
        ("東京".encode("shift_jis"), "Shift_JIS", "東京"),
    ],
)
def test_charset_is_believed_where_bytes_are_not_utf_8(
    data: bytes, charset: str, text: str
) -> None:
    assert documents.read(data, charset=charset).text == text


@pytest.mark.parametrize("charset", ["nonsense", "hex", "punycode", "idna", "utf-7", "a\0b"])
def test_other_charsets_are_not(charset: str) -> None:
    with pytest.raises(BadInput) as caught:
        documents.read(b"Z\xfcrich", "a.txt", charset=charset)
    assert caught.value.message == (
        "a.txt: line 1: byte 0xfc is not UTF-8; looks like Windows-1252."
    )
    assert caught.value.line == 1
