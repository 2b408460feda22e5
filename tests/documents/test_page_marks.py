import pytest

from factcheck.documents.pages import read
from factcheck.looks import PageMark
from tests.documents.planted import HIDDEN, NEVER, PAGE, SHOWN, STRUCK


def flat(text: str) -> str:
    return " ".join(text.split())


def marked(markup: str) -> tuple[str, list[tuple[str, str]]]:
    """The text, and the words under each mark."""
    page = read(f"<!doctype html>{markup}".encode(), media_type="text/html")
    return page.text, [(mark.kind.value, page.text[mark.start : mark.end]) for mark in page.marks]


@pytest.mark.parametrize("quote", [*SHOWN, *STRUCK])
def test_what_a_reader_sees_is_in_the_visible_text(quote: str) -> None:
    page = read(PAGE, media_type="text/html")
    hidden = next(mark for mark in page.marks if mark.kind is PageMark.HIDDEN)
    assert quote in flat(page.text[: hidden.start])


@pytest.mark.parametrize("quote", HIDDEN, ids=lambda quote: f"49-{quote[:20]}")
def test_what_no_reader_sees_stands_under_the_hidden_mark(quote: str) -> None:
    page = read(PAGE, media_type="text/html")
    hidden = next(mark for mark in page.marks if mark.kind is PageMark.HIDDEN)
    assert quote in flat(page.text[hidden.start : hidden.end])
    assert quote not in flat(page.text[: hidden.start])
    assert hidden.end == len(page.text)


@pytest.mark.parametrize("quote", NEVER)
def test_scripts_and_styles_are_no_text(quote: str) -> None:
    assert quote not in flat(read(PAGE, media_type="text/html").text)


def test_struck_words_are_marked_where_they_stand() -> None:
    page = read(PAGE, media_type="text/html")
    struck = [page.text[m.start : m.end] for m in page.marks if m.kind is PageMark.STRUCK]
    assert struck == list(STRUCK)


@pytest.mark.parametrize(
    ("markup", "text", "marks"),
    [
        ("<p>a <s>b</s> c", "a b c", [("struck", "b")]),
        ("<p>a<strike> b </strike>c", "a b c", [("struck", "b")]),
        ("<del><p>a</p><p>b</p></del>c", "a\nb\nc", [("struck", "a\nb")]),
        ("<p>a<del> </del>b", "a b", []),
        ("<del>a <s>b</s></del> c", "a b c", [("struck", "a b"), ("struck", "b")]),
        ("<p>a <b hidden>b</b> c", "a c\nb", [("hidden", "b")]),
        (
            "<p hidden>a <del>b</del> c</p>d",
            "d\na b c",
            [("hidden", "a b c"), ("struck", "b")],
        ),
        ("<p hidden>a", "a", [("hidden", "a")]),
        ("<body style='visibility: hidden'><p>a", "a", []),
        ("<p aria-hidden=true>a", "a", []),
        ("<dialog>a</dialog><dialog open>b</dialog>", "b\na", [("hidden", "a")]),
        ("<p>a<template><p>b</template>", "a", []),
        ("<div><template shadowrootmode=open><p>a</template></div>", "a", []),
        ("<iframe><p>for old browsers</p></iframe>a", "a\nfor old browsers", None),
        ("<noframes>a &lt; b</noframes>", "a < b", None),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "漢字\n(\nkan\n)", None),
        ("<svg><title>A drawing of rain</title><text>rain</text></svg>", "rain", None),
        ("<p>🙂 <del>é</del>", "🙂 é", [("struck", "é")]),
        ('<p title="short">a', "a", []),
    ],
)
def test_marks_hold_the_words_of_their_elements(
    markup: str, text: str, marks: list[tuple[str, str]] | None
) -> None:
    found, places = marked(markup)
    assert found == text
    assert marks is None or places == marks


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h1>Head</h1>text<div>x</div>y", "Head\ntext\nx\ny"),
        ("<p>a<b>b</b>c <i> d</i>", "abc d"),
        ("<span>a</span> <span>b</span>", "a b"),
        ("<table><tr><td>a<td>b<tr><td><p>c</p><td>d</table>", "a\tb\nc\nd"),
        ("<pre>a\n  b</pre>c", "a\n  b\nc"),
        ("<p>10<sup>2</sup>, the 2<sup>nd</sup>", "10², the 2nd"),
        ("<p>a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<xmp>a <b> c</xmp>", "a <b> c"),
        ("<select><option>one<option>two</select>", "one\ntwo"),
        ("<p>a<!-- <p>b --->c", "ac"),
        ("<p data-x=\"a>b\" data-y='<p>'>a", "a"),
        ("<p>a < b <3 c", "a < b <3 c"),
        ('<a"b c>text</a"b>', "text"),
        ("<p>a<wbr>b&shy;c", "ab\u00adc"),
        ("<p>a\x1b[31mb\x08c", "a[31mbc"),
        ("<p>&#27;]0;title&#7;a", "]0;titlea"),
    ],
)
def test_blocks_stand_on_lines_and_inline_tags_join(markup: str, text: str) -> None:
    assert marked(markup)[0] == text
