import pytest

from factcheck.documents.document import Document
from factcheck.documents.html import read
from factcheck.words import Format
from tests.documents.pages import PLAN, article, page, text_of, zones

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
        (f"<h1>Plan</h1><p>{PLAN} {PLAN}</p><p class=summary>Sub</p>", [("headline", "Plan")]),
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
    inner = (
        "<section class=footnotes>One<blockquote class=pullquote>two</blockquote>three</section>"
    )
    expected = [("footnote", "One"), ("pull-quote", "two"), ("footnote", "three")]
    assert zones(article(inner)) == expected


def test_tables_that_lay_out_the_page_are_body() -> None:
    data = "<table><tr><td>30<td>27</table>"
    document = article(f"<table><tr><td>Menu<td><p>One.</p>{data}</table>")
    assert document.text == f"Menu\nOne.\n30\t27\n{PLAN}"
    assert zones(document) == [("table", "30\t27")]


def test_empty_cells_keep_their_place() -> None:
    assert text_of("<table><tr><td>a<td><td>b<tr><td><td>c</table>") == "a\t\tb\n\tc"


def test_the_whole_document() -> None:
    assert page("<p>Kim left.", "<title>Kim</title>") == Document(
        "Kim left.", Format.HTML, title="Kim"
    )


# Hostile pages


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


def test_entities_are_not_expanded_and_nothing_is_loaded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y SYSTEM "file:///etc/passwd">]>'
    assert read(f"{bomb}<html><body><p>Kim &x; left &y;.</p>".encode()).text.endswith(
        "Kim &x; left &y;."
    )
