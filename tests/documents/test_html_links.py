import pytest

from factcheck.documents.document import Annotation
from factcheck.words import AnnotationKind
from tests.documents.pages import PLAN, article, links, notes, page, zones


def test_links_are_absolute_and_otherwise_untouched() -> None:
    head = "<base href='https://a.org/news/'>"
    inner = (
        "<p>See <a href='../x?utm_source=y&amp;z=1'>the <b>report</b> </a>, "
        "<a href=' HTTPS://b.org/a b '>this</a>, <a href='//c.org/'>that</a>.</p>"
    )
    document = article(inner, head)
    assert document.text.startswith("See the report , this, that.")
    assert links(document) == [
        ("the report", ["https://a.org/x?utm_source=y&z=1"]),
        ("this", ["https://b.org/a%20b"]),
        ("that", ["https://c.org/"]),
    ]


def test_links_start_from_the_canonical_address() -> None:
    document = article("<p><a href=x>That</a>", "<link rel=canonical href='https://a.org/b/c'>")
    assert links(document) == [("That", ["https://a.org/b/x"])]


@pytest.mark.parametrize(
    "href", ["#top", "javascript:alert(1)", "mailto:a@b.org", "/x", "http://[", "https://u:p@a.org"]
)
def test_other_links_are_words_alone(href: str) -> None:
    assert article(f"<p><a href='{href}'>That</a></p>").annotations == []


def test_links_without_words_and_lists_of_links_to_the_site_are_none() -> None:
    entries = "".join(f"<li><a href=/{name}>{name}</a>" for name in ("one", "two", "three"))
    head = "<link rel=canonical href='https://a.org/'>"
    document = article(f"<a href=https://b.org/><img></a><ul>{entries}</ul>", head)
    assert document.text == f"one\ntwo\nthree\n{PLAN}"
    assert document.annotations == []


def test_a_list_of_sources_keeps_its_links() -> None:
    entries = "".join(f"<li><a href=https://{name}.org/>{name}</a>" for name in ("a1", "b2", "c3"))
    assert [urls for _, urls in links(article(f"<ul>{entries}</ul>"))] == [
        ["https://a1.org/"],
        ["https://b2.org/"],
        ["https://c3.org/"],
    ]


def test_marks_and_underlines() -> None:
    document = article("<p>A <mark>marked</mark>, <u>under</u>lined, <ins>new</ins> word.</p>")
    assert document.annotations == [
        Annotation(2, 8, AnnotationKind.HIGHLIGHT, colour="yellow"),
        Annotation(10, 15, AnnotationKind.UNDERLINE),
    ]


FOOTNOTES = """
<section class=footnotes><ol>
<li id=fn1>Minutes, <a href="https://a.org/m">p. 3</a>. <a href="#r1">\u21a9</a></li>
<li id=fn2>See https://b.org/x.</li></ol></section>
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<sup><a href=#fn1>1</a></sup>", "<sup id=r2>[<a href=#fn2>2</a>]</sup>"),
        ("<a class=ref href=#fn1><sup>1</sup></a>", "<a role=doc-noteref href=#fn2>2</a>"),
    ],
)
def test_footnotes_are_on_the_words_before_their_mark(first: str, second: str) -> None:
    document = article(f"<p>It was late. The vote{first} was lost.{second} So it goes.{FOOTNOTES}")
    assert document.text.startswith("It was late. The vote was lost. So it goes.\nMinutes, p. 3.\n")
    assert [note for note in notes(document) if note[0] == "footnote"] == [
        ("footnote", "The vote", "Minutes, p. 3.", ["https://a.org/m"]),
        ("footnote", "was lost.", "See https://b.org/x.", ["https://b.org/x"]),
    ]
    assert document.remarks == [
        "The marks of footnotes were taken out of the text; the notes are kept."
    ]


def test_footnotes_outside_of_the_article_come_last() -> None:
    body = f"<article><p>{PLAN}<sup><a href=#fn1>1</a></sup></p></article>{FOOTNOTES}"
    document = page(f"<main>{body}</main>")
    assert document.text == f"{PLAN}\nMinutes, p. 3.\nSee https://b.org/x."
    assert zones(document) == [("footnote", "Minutes, p. 3.\nSee https://b.org/x.")]
