import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.documents.page import Page
from factcheck.documents.pages import read
from factcheck.looks import Trouble
from tests.documents.docx_files import docx, p
from tests.documents.pages import ld
from tests.documents.pdfs import Line, image_only, lines, pdf
from tests.documents.planted import PAGE

DATA = Path(__file__).parents[1] / "data" / "documents"
LONG = (
    "The council approved the plan on Tuesday after a debate that lasted nine hours, it said. " * 3
)


def html(body: str, head: str = "", url: str | None = "https://a.org/x/y") -> Page:
    page = f"<!doctype html><head>{head}</head><body>{body}"
    return read(page.encode(), media_type="text/html", url=url)


def test_a_page_says_what_it_is() -> None:
    page = read(PAGE, media_type="text/html", charset="utf-8", url="https://d.org/x/y")
    page.text, page.marks = "", []
    assert page == Page(
        "",
        "html",
        title="Dam fails",
        language="en-GB",
        canonical="https://d.org/news/dam?id=1",
        paywalled=True,
        published="2025-03-01",
        modified="2025-03-02T11:30:00+00:00",
        links=2,
        words=174,
    )


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/new", "https://a.org/new"),
        ("5;URL='https://b.org/'", "https://b.org/"),
        ("0, new", "https://a.org/x/new"),
        ("10; url=new", "https://a.org/x/new"),
        ("11; url=new", None),
        ("300", None),
        ("0; url=y", None),
        ("0; url=#top", None),
        ("0; url=javascript:alert(1)", None),
        ("0; url=file:///etc/passwd", None),
        ("0; url=data:text/html,x", None),
        (" " * 100_000, None),
        ("9" * 100_000 + ";url=a", None),
    ],
    ids=lambda value: f"29-{str(value)[:30]}",
)
def test_a_refresh_within_ten_seconds_is_told_and_not_followed(
    content: str, target: str | None
) -> None:
    assert html("", f'<meta http-equiv="Refresh" content="{content}">').refresh == target


def test_a_refresh_for_browsers_without_scripts_is_none() -> None:
    page = html("", '<noscript><meta http-equiv=refresh content="0; url=/no"></noscript>')
    assert page.refresh is None


@pytest.mark.parametrize(
    ("said", "paywalled"),
    [
        ('{"isAccessibleForFree": false}', True),
        ('{"isAccessibleForFree": "False"}', True),
        ('{"hasPart": [{"isAccessibleForFree" : ["false"]}]}', True),
        ('{"isAccessibleForFree": "https://schema.org/False", broken', True),
        ('{"isAccessibleForFree": true}', False),
    ],
    ids=lambda value: f"44-{value}",
)
def test_a_paywall_is_seen_anywhere_in_the_data(said: str, *, paywalled: bool) -> None:
    assert html(LONG, ld(said)).paywalled is paywalled


def test_a_login_is_seen() -> None:
    assert html('<form><input type="Password" name=p>').password
    assert not html("<form><input type=text name=p>").password


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        ("<div id=root></div><script src=/a.js></script>", Trouble.NEEDS_BROWSER),
        ("<p>Please enable JavaScript to read this.", Trouble.NEEDS_BROWSER),
        ("<noscript>You need to enable JavaScript.</noscript>", Trouble.NEEDS_BROWSER),
        (f"<p>{LONG}<script>a()</script>", None),
        ("<p>Short.", None),
        (f"<p>{'Short. ' * 3}{ld('{}')}", None),
        ("<img src=a>", Trouble.EMPTY),
        ("\0\0\0", Trouble.EMPTY),
    ],
    ids=lambda value: f"43-{str(value)[:30]}",
)
def test_a_shell_needs_a_browser(body: str, trouble: Trouble | None) -> None:
    page = html(body)
    assert (page.trouble, page.scripted) == (trouble, trouble is Trouble.NEEDS_BROWSER)


def test_a_page_of_frames_needs_a_browser() -> None:
    page = read(b"<html><frameset><frame src=a></frameset>")
    assert page.trouble is Trouble.NEEDS_BROWSER


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Zürich".encode("utf-16"), None, "Zürich"),
        ("Zürich".encode("latin-1"), "utf-99", "Zürich"),
        ("Zürich".encode("latin-1"), "utf-8", "Zürich"),
        ("Zürich".encode(), "iso-8859-1", "Zürich"),
        ("Zürich".encode(), "us-ascii", "Zürich"),
        ("Привет, мир и все люди".encode("cp1251"), "windows-1251", "Привет, мир и все люди"),
        (b"\xef\xbb\xbfa", "latin-1", "a"),
    ],
    ids=lambda value: f"50-{value!r}"[:30],
)
@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_the_charset_is_what_the_bytes_are(
    data: bytes, charset: str | None, text: str, media_type: str
) -> None:
    assert read(data, charset=charset, media_type=media_type).text == text


def test_50_spoilt_letters_are_mojibake_and_a_few_are_not() -> None:
    page = html("<p>" + "\ufffd" * 4 + "a" * 96)
    assert page.trouble is Trouble.MOJIBAKE
    assert page.text.endswith("a")
    assert html("<p>" + "\ufffd" * 2 + "a" * 98).trouble is None


def zipped(name: str, content: str = "") -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr(ZipInfo(name), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b" \n ", Trouble.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, Trouble.UNSUPPORTED),
        (b"ID3\x04" + b"\0" * 50, Trouble.UNSUPPORTED),
        (b"\0\0\0\x20ftypisom", Trouble.UNSUPPORTED),
        (zipped("mimetype", "application/epub+zip"), Trouble.UNSUPPORTED),
        (zipped("xl/workbook.xml"), Trouble.UNSUPPORTED),
        (zipped("notes.txt"), Trouble.UNSUPPORTED),
        (b"{\\rtf1 text}", Trouble.UNSUPPORTED),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>a</text></svg>", Trouble.UNSUPPORTED),
        (bytes(range(256)) * 9, Trouble.UNSUPPORTED),
        (zipped("word/document.xml", "<w:document"), Trouble.BROKEN),
        (image_only(), Trouble.SCANNED),
        ((DATA / "encrypted.pdf").read_bytes(), Trouble.ENCRYPTED),
        (b"%PDF-1.7 cut off", Trouble.BROKEN),
        (pdf([lines(["The text"])])[:300], Trouble.BROKEN),
        (b"a" * 25_000_001, Trouble.TOO_MUCH),
        (b"%PDF-" + b"a" * 100_000_000, Trouble.TOO_MUCH),
    ],
    ids=lambda value: f"52-54-{value[:20]!r}" if isinstance(value, bytes) else None,
)
def test_what_is_not_read_says_why(data: bytes, trouble: Trouble) -> None:
    page = read(data, media_type="text/plain")
    assert (page.text.strip(), page.trouble) == ("", trouble)
    assert trouble is Trouble.EMPTY or page.remarks


@pytest.mark.parametrize(
    ("data", "said", "kind", "remark"),
    [
        (b"<!doctype html><p>a", "application/pdf", "html", "HTML"),
        (pdf([lines(["The text"])]), "text/html", "pdf", "PDF"),
        (docx(p("The text")), "application/pdf", "docx", "DOCX"),
        (b"only words", "image/png", "text", "plain text"),
        (b"<?xml version='1.0'?><rss><title>a</title></rss>", "text/html", "xml", "XML"),
        (b"only words", "text/html; charset=utf-8", "html", None),
        (b"<p>a", None, "html", None),
        (b"only words", None, "text", None),
        (b"a,b", "text/csv", "csv", None),
        (b"# a", "text/markdown", "markdown", None),
        (b'{"a": 1}', "application/ld+json", "json", None),
        (b'{"a": 1}', "text/plain", "text", None),
        (b"<html xmlns='x'>a", "application/xhtml+xml", "html", None),
    ],
    ids=lambda value: f"53-{value[:20]!r}" if isinstance(value, bytes) else None,
)
def test_the_bytes_decide_what_it_is(
    data: bytes, said: str | None, kind: str, remark: str | None
) -> None:
    page = read(data, media_type=said)
    expected = [f"The server says {said}, but it is {remark} and was read as that."]
    assert (page.kind, page.trouble) == (kind, None)
    assert page.remarks == (expected if remark else [])


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>b &l9;</a>', "b &l9;"),
        (
            '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;',
            "&x;",
        ),
    ],
    ids=["55-laughs", "55-external"],
)
@pytest.mark.parametrize("media_type", ["application/xml", "text/html", None])
def test_entities_are_not_expanded(data: str, text: str, media_type: str | None) -> None:
    page = read(data.encode(), media_type=media_type)
    assert (page.kind, page.text.split("\n")[-1]) == ("xml", text)
    assert "Entities that the file defines were not expanded." in page.remarks


def test_xml_keeps_its_words() -> None:
    data = (
        b"<?xml version='1.0'?><a>He &quot;left&#8221; &amp; <![CDATA[<b>went</b>]]><!-- x --></a>"
    )
    assert read(data).text == 'He "left\u201d & <b>went</b>'


def test_json_is_read_as_it_is_meant() -> None:
    data = json.dumps({"a": 'He said: "No",\nat 10 \u20ac \U0001f642'}).encode()
    assert read(data).text == '{"a": "He said: "No",\nat 10 \u20ac \U0001f642"}'


def test_plain_text_stays_as_it_is() -> None:
    page = read("a\r\n  b <c>\tZürich\n".encode(), media_type="text/plain")
    assert (page.text, page.kind, page.words) == ("a\n  b <c>\tZürich\n", "text", 4)


def test_a_docx_is_read_whole() -> None:
    page = read(docx(p("Kim left."), p("Then rain came.")))
    assert (page.text, page.kind, page.words) == ("Kim left.\nThen rain came.", "docx", 5)


def test_52_a_pdf_keeps_its_running_heads_behind_its_text() -> None:
    sheets = [
        [
            Line("The Daily Report", 800),
            *lines([f"Page text {word}", "goes on and", "on over the inter-"]),
            *lines(["national lines", f"of sheet {word}"], top=600),
            Line(f"Page {number}", 40),
        ]
        for number, word in enumerate(["one", "two", "three", "four"])
    ]
    page = read(pdf(sheets, info="/Title (Sheets) /ModDate (D:20250302120000Z)"))
    words = " ".join(page.text.split())
    assert "on over the international lines of sheet one Page text two goes on" in words
    assert words.endswith("The Daily Report Page 0 Page 1 Page 2 Page 3")
    assert (page.title, page.modified, page.trouble) == ("Sheets", "2025-03-02", None)


def test_52_pages_beyond_the_limit_are_told() -> None:
    page = read(pdf([[Line(f"Sheet {number}", 700)] for number in range(3_001)]))
    assert page.trouble is Trouble.TOO_MUCH
    assert page.text.endswith("Sheet 2999")
    assert page.remarks == ["Only the first 3,000 of 3,001 pages were read."]


def test_52_an_owner_password_keeps_nobody_out() -> None:
    page = read((DATA / "owner_password.pdf").read_bytes())
    assert page.trouble is None
    assert page.text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "The words",
        "<b>" * 100_000 + "The words",
        "<table><tr><td>" * 20_000 + "The words",
        "<p hidden>" * 30_000 + "The words",
        "<del>" * 30_000 + "The words",
        "<sup>" * 30_000 + "The words",
        "<pre> " * 30_000 + "The words",
        "<sup>1" * 100_000 + "The words",
        "<!--" * 100_000 + "--><p>The words",
        "<p>The words" + "x" * 10_000_000,
        "<p>The words" + "\0" * 1_000_000,
        "<p>" * 300_000 + "The words",
        "<p>" + "<" * 1_000_000 + " The words",
        "<p>" + "&" * 1_000_000 + "The words",
        f'<p style="{"display " * 200_000}">The words',
        f'<p title="{"<" * 1_000_000}">The words',
        "<title>" + "x" * 1_000_000 + "</title>The words",
        ld("[" * 100_000) + "<p>The words",
        ld('{"a":' * 50_000) + "<p>The words",
        "<p>" + "<i title='a title of some length'>" * 5_000 + "The words",
    ],
    ids=lambda markup: f"51-{markup[:12]}",
)
def test_hostile_markup_loses_no_words(markup: str) -> None:
    page = read(markup.encode(), media_type="text/html")
    assert "The words" in page.text
    assert len(page.title or "") <= 2_000


@given(st.binary(max_size=300), st.sampled_from([None, "text/html", "text/xml", "text/plain"]))
@example(b"<a" + b"\xff" * 20, "text/html")
def test_reading_never_fails(data: bytes, media_type: str | None) -> None:
    page = read(data, media_type=media_type, charset="utf-8", url="http://[::1")
    page.text.encode()
    assert page.text.strip() or page.trouble
    assert all(0 <= mark.start < mark.end <= len(page.text) for mark in page.marks)


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<del>",
        "</s>",
        "<s>",
        "<b",
        "hidden>",
        "</b>",
        "<table>",
        "<td>",
        "<svg>",
        "</svg>",
        "<title>",
        "</title>",
        "<pre>",
        "<sup>",
        "</sup>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<br>",
        "<select>",
        "<option>",
        "<noscript>",
        "<template>",
        "</template>",
        "<xmp>",
        "<iframe>",
        "</iframe>",
        "<math>",
        "<param>",
        "<textarea>",
        "&",
        "<",
        ">",
        '"',
        "2",
        "a",
        "&#0;",
        "&lt;",
        "<a/b='c'd>",
        "]",
        "]]>",
        "<meta/http-equiv=refresh",
        "content=0;url=http://[>",
        "<base/href=//[>",
        "<link/rel=canonical",
        "href=//>",
        '<script/type=ld+json>{"@graph":[1,{"a":"',
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_no_markup_breaks_it(markup: str) -> None:
    page = read(f"<p>{markup}".encode(), media_type="text/html", url="https://a.org/")
    assert page.kind == "html"
    assert page.trouble is not Trouble.BROKEN
    assert all(0 <= mark.start < mark.end <= len(page.text) for mark in page.marks)


@given(st.text(alphabet="abc é漢 ", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    words = text.split()
    page = read("<p>".join(["<html>", *words]).encode(), media_type="text/html")
    assert page.text.split() == words
