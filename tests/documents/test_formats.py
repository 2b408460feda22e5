import gzip
from io import BytesIO
from zipfile import ZipFile

import pytest

from factcheck import documents
from factcheck.documents.formats import guess
from factcheck.errors import BadInput
from factcheck.text.plain import MAX_BYTES
from factcheck.words import Format
from tests.documents.docx_files import docx, p

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
UNKNOWN = "a kind that is not supported."


def zipped(*names: str, content: str = "x") -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "said", "expected"),
    [
        (b"text", "", None, Format.TEXT),
        (b"text", "a.md", None, Format.MARKDOWN),
        (b"text", "a.MARKDOWN", None, Format.MARKDOWN),
        (b"text", "a.html", None, Format.HTML),
        (b"text", "a.draft", None, Format.TEXT),
        (b"# text", "a", Format.MARKDOWN, Format.MARKDOWN),
        (b"%PDF-1.7", "a.pdf", None, Format.PDF),
        (b"\n junk %PDF-1.7", "", None, Format.PDF),
        (b"<!DOCTYPE html><p>", "", None, Format.HTML),
        (b"\xef\xbb\xbf <!-- x - y -->\n<HTML lang=en>", "", None, Format.HTML),
        ("\ufeff<html>".encode("utf-16-le"), "", None, Format.HTML),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD'>", "", None, Format.HTML),
        (b"<div>a block of Markdown</div>", "a.md", None, Format.MARKDOWN),
        (b"<html>", "a.md", Format.MARKDOWN, Format.MARKDOWN),
        (b"<html>", "a.txt", Format.TEXT, Format.TEXT),
        (b"PK is how he signed", "", None, Format.TEXT),
        (b"MZ was a station; BM another. ID3 is a tag", "", None, Format.TEXT),
        (zipped("[Content_Types].xml", "word/document.xml"), "a.docm", None, Format.DOCX),
    ],
)
def test_format_of_bytes(data: bytes, name: str, said: Format | None, expected: Format) -> None:
    assert guess(data, name, said) == (expected, [])


@pytest.mark.parametrize(
    ("data", "name", "said", "expected", "remark"),
    [
        (b"text", "in/a.docx", None, Format.TEXT, "is called a.docx, but it is plain text"),
        (b"%PDF-1.4", "a.md", None, Format.PDF, "is called a.md, but it is PDF"),
        (b"%PDF-1.4", "a.pdf", Format.HTML, Format.PDF, "was said to be HTML, but it is PDF"),
        (b"<html>", "a.txt", None, Format.HTML, "is called a.txt, but it is HTML"),
        (b"text", "", Format.PDF, Format.TEXT, "was said to be PDF, but it is plain text"),
    ],
)
def test_bytes_win_over_what_is_said(
    data: bytes, name: str, said: Format | None, expected: Format, remark: str
) -> None:
    assert guess(data, name, said) == (expected, [f"The file {remark} and was read as that."])


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), f"is a .doc document of old Word, {UNKNOWN}"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected with a password."),
        (OLE, f"is an Office file of the old kind, {UNKNOWN}"),
        (rb"{\rtf1\ansi text}", f"is an RTF document, {UNKNOWN}"),
        (
            zipped("mimetype", content="application/vnd.oasis.opendocument.text"),
            f"is an OpenDocument file, {UNKNOWN}",
        ),
        (zipped("mimetype", content="application/epub+zip"), f"is an EPUB book, {UNKNOWN}"),
        (zipped("xl/workbook.xml", "word/x"), f"is a spreadsheet, {UNKNOWN}"),
        (zipped("ppt/slide.xml"), f"is a presentation, {UNKNOWN}"),
        (zipped("a.txt"), f"is a zip file, {UNKNOWN}"),
        (b"\x89PNG\r\n\x1a\n", f"is an image, {UNKNOWN}"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", f"is an image, {UNKNOWN}"),
        (b"<?xml version='1.0'?><svg xmlns='x'>", f"is an image (SVG), {UNKNOWN}"),
        (b"ID3\x03\x00", f"is a recording, {UNKNOWN}"),
        (b"RIFF\x24\x08\x00\x00WAVEfmt ", f"is a recording, {UNKNOWN}"),
        (b"\x00\x00\x00\x20ftypisom", f"is a video, {UNKNOWN}"),
        (gzip.compress(b"text", mtime=0), f"is a packed file, {UNKNOWN}"),
        (b"SQLite format 3\0", f"is a database, {UNKNOWN}"),
        (b"\x7fELF\x02", f"is a program, {UNKNOWN}"),
        (b"a\0b", ": line 1: there is a NUL byte, so this is not plain text."),
        (b"", ": there is nothing in it."),
        (b" \n", ": there is nothing in it."),
    ],
)
def test_other_kinds_are_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(BadInput) as caught:
        documents.read(data, "f")
    assert caught.value.message == f"f {what}".replace("f :", "f:")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a" * (MAX_BYTES + 1), "The file has 25.0 MB, more than the 25 MB that can be taken."),
        (
            b"%PDF-" + bytes(documents.MAX_PACKED),
            "The file has 100.0 MB, more than the 100 MB that can be taken.",
        ),
    ],
)
def test_large_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        documents.read(data)
    assert caught.value.message == message


def test_remark_reaches_the_document() -> None:
    found = documents.read(docx(p("text")), "a.txt")
    assert (found.text, found.remarks) == (
        "text",
        ["The file is called a.txt, but it is DOCX and was read as that."],
    )


@pytest.mark.parametrize(
    "start", [b"<!--" * 20_000, b"<!-- - " * 20_000, b" " * 90_000, b"<?xml" * 9000]
)
def test_guessing_takes_no_time(start: bytes) -> None:
    assert guess(start, "") == (Format.TEXT, [])
