from collections.abc import Sequence

import pytest

from factcheck.documents.document import Annotation, Document
from factcheck.documents.html import read
from factcheck.errors import BadInput
from factcheck.words import AnnotationKind, Format

PLAN = "The council approved the plan on Tuesday after a debate that lasted nine hours."


def page(body: str, head: str = "") -> Document:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def article(inner: str, head: str = "") -> Document:
    return page(f"<article>{inner}<p>{PLAN}</p></article>", head)


def text_of(inner: str) -> str:
    """The text before the last paragraph, which is always the same."""
    return article(inner).text.removesuffix(PLAN).removesuffix("\n")


def zones(document: Document) -> list[tuple[str, str]]:
    return [(zone.zone.value, document.text[zone.start : zone.end]) for zone in document.zones]


def notes(document: Document) -> list[tuple[str, str, str, Sequence[str]]]:
    """Of each annotation: its kind, its words, what it says, its addresses."""
    words = document.text
    return [
        (each.kind.value, words[each.start : each.end], each.text, list(each.urls))
        for each in document.annotations
    ]


def links(document: Document) -> list[tuple[str, Sequence[str]]]:
    return [(words, urls) for kind, words, _, urls in notes(document) if kind == "link"]


# Text


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<p>One\n  two\tthree</p><p>Four", "One two three\nFour"),
        ("<p>One <b>two</b> <i>three</i>, four", "One two three, four"),
        ("<p>un<b>believ</b>able", "unbelievable"),
        ("<p>One<br>two<br><br>three", "One\ntwo\nthree"),
        ("<div>One<p>two</p>three</div>", "One\ntwo\nthree"),
        ("<p>One&nbsp;two</p><p>&nbsp;</p><p>\u200b</p><p>three", "One\u00a0two\nthree"),
        ("<ul><li>One<li>two<ol><li>three</ol></ul>", "One\ntwo\nthree"),
        ("<dl><dt>One<dd>two</dl>", "One\ntwo"),
        ("<pre>\na\n   b  c\n</pre>", "a\n   b  c"),
        ("<p>One <my-element>two</my-element> three", "One two three"),
        ("<p>One<wbr>two <img src=x alt=three>four", "Onetwo four"),
        ("<p>10<sup>2</sup> m, 10<sup>\u22123</sup>, the 19<sup>th</sup>", "10² m, 10⁻³, the 19th"),
        ("<p>CO<sub>2</sub>", "CO2"),
        ("<details><summary>More</summary><p>inside</details>", "More\ninside"),
        ("<p>a &lt;b&gt; &amp; c", "a <b> & c"),
    ],
)
def test_text_reads_as_the_page_does(inner: str, expected: str) -> None:
    assert text_of(inner) == expected


@pytest.mark.parametrize(
    "inner",
    [
        "<script>var a</script>",
        "<style>p {}</style>",
        "<template><p>no</p></template>",
        "<noscript><p>no</p></noscript>",
        "<svg><text>no</text></svg>",
        "<iframe>no</iframe>",
        "<object>no</object>",
        "<p hidden>no</p>",
        '<p aria-hidden="true">no</p>',
        '<p style="color: red; DISPLAY : none">no</p>',
        '<div style="visibility:hidden"><p>no</p></div>',
        '<span class="sr-only">no</span>',
        "<select><option>no</select>",
        "<textarea>no</textarea><button>no</button><input value=no>",
        "<form><label>no</label></form>",
        "<nav><a href=/>no</a></nav>",
        "<footer>no</footer>",
        "<aside><a href=/no>no, no</a></aside>",
        '<aside class="related"><p>no</aside>',
        '<div class="article__share-buttons share">no</div>',
        '<div id="comments"><p>no</p></div>',
        '<div id="onetrust-consent-sdk">cookies: no</div>',
        '<section class="newsletter">no</section>',
        '<article class="teaser"><h3>no</h3></article>',
        '<div role="navigation">no</div>',
        '<img alt="no">',
        '<video>no</video><audio src="x">no</audio>',
    ],
)
def test_what_is_not_read_as_the_article_is_left_out(inner: str) -> None:
    document = article(f"<p>Before.</p>{inner}<p>After.</p>")
    assert document.text == f"Before.\nAfter.\n{PLAN}"
    assert document.remarks == []


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_out_words_are_left_out_with_a_remark(tag: str) -> None:
    document = article(f"<p>It cost <{tag}>five</{tag}> <ins>six</ins> pounds.</p>")
    assert document.text == f"It cost six pounds.\n{PLAN}"
    assert document.remarks == ["Struck-out words were left out."]


def test_the_footer_of_a_quotation_and_an_aside_of_facts_stay() -> None:
    quote = "<blockquote><p>It was late.</p><footer>A councillor</footer></blockquote>"
    document = article(f"{quote}<aside><p>Hull has 57 councillors.</p></aside>")
    assert document.text == f"It was late.\nA councillor\nHull has 57 councillors.\n{PLAN}"
    assert document.zones == []


# Which part is the article


def test_the_longest_article_is_taken() -> None:
    teaser = "<article><p>A teaser, short.</p></article>"
    assert page(f"{teaser}<article><p>{PLAN}</p></article>{teaser}").text == PLAN


def test_main_is_taken_where_there_is_no_article() -> None:
    body = f"<div>Log in</div><main><p>{PLAN}</p></main><div>Imprint</div>"
    assert page(body).text == PLAN


def test_an_article_that_holds_a_fraction_gives_way_to_what_holds_all() -> None:
    rest = "".join(f"<p>{PLAN} This was paragraph {number}.</p>" for number in range(20))
    document = page(f"<main><article><p>The first line.</p></article><div>{rest}</div></main>")
    assert document.text.startswith("The first line.\nThe council")
    assert document.text.endswith("This was paragraph 19.")


def test_a_form_or_a_banner_class_around_the_whole_page_hides_nothing() -> None:
    document = page(f'<form class="cookie-notice-shown"><h1>Plan</h1><p>{PLAN}</p></form>')
    assert document.text == f"Plan\n{PLAN}"


def test_a_headline_outside_of_the_article_comes_first_with_its_standfirst() -> None:
    top = '<header><h1>Plan agreed</h1><p class="standfirst">After nine hours.</p></header>'
    document = page(f"<main>{top}<article><p>{PLAN}</p></article></main>")
    assert document.text == f"Plan agreed\nAfter nine hours.\n{PLAN}"
    assert zones(document) == [("headline", "Plan agreed"), ("deck", "After nine hours.")]


def test_the_logo_of_the_site_is_no_headline() -> None:
    logo = '<header><h1 class="logo"><a href="/">The Site</a></h1></header>'
    document = page(f"{logo}<article><h2>Plan agreed</h2><p>{PLAN}</p></article>")
    assert document.text == f"Plan agreed\n{PLAN}"


# Zones


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<h1>Plan</h1>", [("headline", "Plan")]),
        ("<h2>A</h2><h3>B</h3>", [("headline", "A"), ("headline", "B")]),
        ("<h1>Plan</h1><h2>Sub</h2>", [("headline", "Plan"), ("deck", "Sub")]),
        ("<h1>Plan</h1><p class=dek>Sub</p>", [("headline", "Plan"), ("deck", "Sub")]),
        (
            "<h1>Plan</h1><p>By A. Bee</p><div itemprop=description>Sub</div>",
            [("headline", "Plan"), ("deck", "Sub")],
        ),
        ("<h1>Plan</h1><p data-testid=standfirst>Sub", [("headline", "Plan"), ("deck", "Sub")]),
        (f"<h1>Plan</h1><p>{PLAN}</p><p class=summary>Sub</p>", [("headline", "Plan")]),
        ("<figure><img><figcaption>The hall</figcaption></figure>", [("caption", "The hall")]),
        ("<div class='image-caption'>The hall</div>", [("caption", "The hall")]),
        ("<blockquote class=pullquote>Late!</blockquote>", [("pull-quote", "Late!")]),
        ("<aside class='box pull-quote'><p>Late!</p></aside>", [("pull-quote", "Late!")]),
        ("<blockquote>Late!</blockquote>", []),
        (
            "<table><caption>Votes</caption><tr><th>For<th>Against<tr><td>30<td><p>27</p></table>",
            [("caption", "Votes"), ("table", "For\tAgainst\n30\t27")],
        ),
        ("<section class=footnotes><ol><li>A note</ol></section>", [("footnote", "A note")]),
        ("<div role=doc-endnotes><p>A note</p></div>", [("footnote", "A note")]),
        ("<ol><li id=fn1>A note</ol>", [("footnote", "A note")]),
        ("<figcaption>The <h4>old</h4> hall</figcaption>", [("caption", "The\nold\nhall")]),
    ],
)
def test_zones(inner: str, expected: list[tuple[str, str]]) -> None:
    assert zones(article(inner)) == expected


def test_zones_inside_zones_do_not_overlap() -> None:
    inner = "<section class=footnotes>One<blockquote class=pullquote>two</blockquote>three</section>"
    expected = [("footnote", "One"), ("pull-quote", "two"), ("footnote", "three")]
    assert zones(article(inner)) == expected


def test_tables_that_lay_out_the_page_are_body() -> None:
    data = "<table><tr><td>30<td>27</table>"
    document = article(f"<table><tr><td>Menu<td><p>One.</p>{data}</table>")
    assert document.text == f"Menu\nOne.\n30\t27\n{PLAN}"
    assert zones(document) == [("table", "30\t27")]


def test_empty_cells_keep_their_place() -> None:
    assert text_of("<table><tr><td>a<td><td>b<tr><td><td>c</table>") == "a\t\tb\n\tc"


# Links, marks, footnotes


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


# What the page says of itself


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


NEWS = """{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Plan &amp; vote",
"datePublished": "2024-03-05T23:30:00-05:00", "inLanguage": "en_gb",
"author": [{"@type": "Person", "name": "Ann Bee"}, "By Carl Dee"],
"publisher": {"@type": "Organization", "name": "The Site"}}"""


def said(document: Document) -> tuple[object, ...]:
    return (
        document.title,
        document.authors,
        document.publisher,
        document.published,
        document.language,
    )


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        f"[{{}}, {NEWS}]",
        f'{{"@graph": [{{"@type": "WebSite", "name": "No"}}, {NEWS}]}}',
        f'{{"@type": "WebPage", "mainEntity": {NEWS}}}',
        NEWS.replace('"NewsArticle"', '["Thing", "ReportageNewsArticle"]'),
        NEWS.replace("}}", "},}"),
        f"<!-- {NEWS} -->",
        f"//<![CDATA[\n{NEWS}\n//]]>",
        NEWS.replace("Plan &amp;", "Plan\n&amp;"),
    ],
)
def test_json_ld(text: str) -> None:
    expected = ("Plan & vote", ["Ann Bee", "Carl Dee"], "The Site", "2024-03-05", "en-GB")
    assert said(article("", ld("{broken") + ld(text))) == expected


def test_json_ld_that_refers_to_its_people() -> None:
    people = '{"@id": "#a", "@type": "Person", "name": "Ann Bee"}'
    text = f'{{"@graph": [{{"@type": "Article", "author": {{"@id": "#a"}}}}, {people}]}}'
    assert article("", ld(text)).authors == ["Ann Bee"]


META = """
<title>Plan agreed | The Site</title><meta property="og:site_name" content="The Site">
<meta property="og:title" content="Plan agreed - The Site">
<meta property="og:url" content="https://a.org/plan"><meta property="og:locale" content="en_GB">
<meta property="article:published_time" content="2024-03-05T08:00:00Z">
<meta name="author" content="By Ann Bee and Carl Dee">
<meta property="article:author" content="https://facebook.example/ann">
"""


def test_meta_elements() -> None:
    document = article("<h1>A plan</h1>", META)
    assert document.url == "https://a.org/plan"
    expected = ("Plan agreed", ["Ann Bee", "Carl Dee"], "The Site", "2024-03-05", "en-GB")
    assert said(document) == expected


def test_json_ld_goes_before_meta() -> None:
    expected = ("Plan & vote", ["Ann Bee", "Carl Dee"], "The Site", "2024-03-05", "en-GB")
    assert said(article("", META.replace("2024", "1999") + ld(NEWS))) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            "citation_title citation_author citation_publisher citation_publication_date",
            ("A plan", ["Bee, Ann"], "A Press", "2024-03-05"),
        ),
        ("DC.title DC.creator DC.publisher DC.date", ("A plan", ["Bee, Ann"], "A Press", "2024-03-05")),
    ],
)
def test_papers(names: str, expected: tuple[object, ...]) -> None:
    values = ("A plan", "Bee, Ann", "A Press", "2024/03/05")
    pairs = zip(names.split(), values, strict=True)
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in pairs)
    assert said(article("", head))[:4] == expected


@pytest.mark.parametrize(
    ("inner", "authors", "published"),
    [
        ("<time pubdate datetime=2024-03-05>5 March</time>", [], "2024-03-05"),
        ("<time>1 May 2020</time><time itemprop=datePublished>5 March 2024</time>", [], "2024-03-05"),
        ("<span itemprop=datePublished content=2024-03-05T01:00+09:00></span>", [], "2024-03-05"),
        ("<p><a rel=author href=/x>Ann Bee</a>", ["Ann Bee"], None),
        ("<p class=byline>By Ann Bee, Carl Dee and Eve Eff</p>", ["Ann Bee", "Carl Dee", "Eve Eff"], None),
        ("<p class=byline>Health and Science Desk</p>", ["Health and Science Desk"], None),
    ],
)
def test_what_the_page_shows(inner: str, authors: list[str], published: str | None) -> None:
    document = article(inner)
    assert (document.authors, document.published) == (authors, published)


@pytest.mark.parametrize("value", ["2024-02-30", "soon", "2024", "99999-01-01", "2024-13-01T00:00"])
def test_only_valid_days(value: str) -> None:
    assert article("", f'<meta name="date" content="{value}">').published is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<title>Plan agreed | The Site</title>", "Plan agreed | The Site"),
        ("", "The plan"),
        ("<title>The Site</title><meta property=og:site_name content='The Site'>", "The Site"),
    ],
)
def test_titles(head: str, expected: str) -> None:
    assert article("<h1>The <i>plan</i></h1>", head).title == expected


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [("PT-br", "pt-BR"), ("zh_hant_tw", "zh-Hant-TW"), ("x", None), ("und", None)],
)
def test_languages(attribute: str, expected: str | None) -> None:
    assert read(f"<html lang='{attribute}'><p>{PLAN}".encode()).language == expected


def test_only_web_addresses_are_canonical() -> None:
    assert article("", "<link rel=canonical href='javascript:x'>").url is None
    assert article("", "<link rel=canonical href='/plan'>").url is None


def test_the_whole_document() -> None:
    assert page("<p>Kim left.", "<title>Kim</title>") == Document(
        "Kim left.", Format.HTML, title="Kim"
    )


# Hostile pages


CLOUDFLARE = """<title>Just a moment...</title><p>Verify you are human by completing the action
below.</p><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>"""
DATADOME = """<title>news.example</title><p>Please wait.</p>
<script src="https://ct.captcha-delivery.com/c.js"></script>"""
ANUBIS = """<title>Making sure you&#39;re not a bot!</title><p>Loading...</p>
<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>"""


@pytest.mark.parametrize(
    ("markup", "who"),
    [
        (CLOUDFLARE, "Cloudflare"),
        (DATADOME, "DataDome"),
        (ANUBIS, "Anubis"),
        ("<p>Are you a robot?</p>", "it asks whether the reader is human"),
    ],
)
def test_challenges_are_no_articles(markup: str, who: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(markup.encode())
    assert caught.value.message == f"The page is not the article but a check against machines ({who})."
    assert caught.value.hint == "Open it in a browser, save the page as HTML, and give that file."


def test_an_article_about_challenges_is_one() -> None:
    text = f"Cloudflare shows: Just a moment... {PLAN * 20}"
    assert read(f"<article><p>{text}</p></article>".encode()).text == text


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<p>Please enable JavaScript to continue.", "The page shows no text without JavaScript."),
        (
            "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
            "The page shows no text without JavaScript.",
        ),
        ("<div id=root></div><script>x()</script>", "The page shows no text: it may need a browser."),
        ("", "The page shows no text: it may need a browser."),
        ("\0\0", "The page shows no text: it may need a browser."),
        (
            "<div class=cookie-consent>We use cookies. <button>Accept</button></div>",
            "The page shows nothing but a notice about cookies.",
        ),
        (
            '<meta http-equiv="Refresh" content="0; URL=\'https://a.org/new\'"><p>Moved.',
            "The page only sends its readers on to 'https://a.org/new'.",
        ),
    ],
)
def test_pages_without_an_article_are_refused(markup: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(markup.encode())
    assert caught.value.message == message
    assert caught.value.hint


def test_what_acts_on_a_terminal_is_taken_out() -> None:
    bad = "Plan\x1b[31m \x1b]0;x\x07red \u202egnp\u200b.exe\x07&#x1b;[2J"
    document = article(f"<p>One\0two\x07 \u202ethree</p>", f"<title>{bad}</title>")
    assert document.title == "Plan red gnp.exe"
    assert document.text == f"Onetwo \u202ethree\n{PLAN}"


def test_json_ld_holds_no_half_characters() -> None:
    text = '{"@type": "Article", "headline": "A\\ud800 \\u0000plan", "author": "Ann\\u0007 Bee"}'
    assert said(article("", ld(text)))[:2] == ("A plan", ["Ann Bee"])


def test_lengths_are_capped() -> None:
    names = "".join(f'<meta name=author content="Ann {"b" * number}">' for number in range(1, 80))
    document = article("", f"<title>{'x' * 1_000_000}</title>{names}")
    assert document.title == "x" * 2_000
    assert len(document.authors) == 50


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


def test_deep_and_wide_pages_are_read() -> None:
    assert read(b"<div>" * 100_000 + b"<p>Kim left.").text == "Kim left."
    assert read(b"<p><u>" * 5_000 + b"Kim left.").text == "Kim left."
    assert len(read(b"<p>" + b"a b " * 2_500_000).text) == 9_999_999
    assert read(b"<p>a</p>" * 20_000).text == "\n".join("a" * 20_000)
    assert read(b"<table><tr><td>" * 5_000 + b"Kim left.").text == "Kim left."


def test_attributes_beyond_reason_are_not_looked_at() -> None:
    many = " ".join(f"a{number}=1" for number in range(5_000))
    assert read(f"<p {many} hidden>Kim left.".encode()).text == "Kim left."


def test_options_are_not_text() -> None:
    assert read(b"<p>Kim left.<select>" + b"<option>x" * 2_000).text == "Kim left."


@pytest.mark.parametrize("text", ["[" * 1_000_000, '{"@graph":[' * 50_000, ", " * 500_000])
def test_json_ld_that_is_broken_on_purpose_is_passed_over(text: str) -> None:
    assert article("", ld(text)).authors == []


def test_entities_are_not_expanded_and_nothing_is_loaded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y SYSTEM "file:///etc/passwd">]>'
    assert read(f"{bomb}<html><body><p>Kim &x; left &y;.</p>".encode()).text.endswith(
        "Kim &x; left &y;."
    )
