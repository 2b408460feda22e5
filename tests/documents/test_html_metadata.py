import pytest

from factcheck.documents.document import Document
from factcheck.documents.html import read
from tests.documents.pages import PLAN, article, ld

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
        (
            "DC.title DC.creator DC.publisher DC.date",
            ("A plan", ["Bee, Ann"], "A Press", "2024-03-05"),
        ),
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
        (
            "<time>1 May 2020</time><time itemprop=datePublished>5 March 2024</time>",
            [],
            "2024-03-05",
        ),
        ("<span itemprop=datePublished content=2024-03-05T01:00+09:00></span>", [], "2024-03-05"),
        ("<p><a rel=author href=/x>Ann Bee</a>", ["Ann Bee"], None),
        (
            "<p class=byline>By Ann Bee, Carl Dee and Eve Eff</p>",
            ["Ann Bee", "Carl Dee", "Eve Eff"],
            None,
        ),
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


def test_what_acts_on_a_terminal_is_taken_out() -> None:
    bad = "Plan\x1b[31m \x1b]0;x\x07red \u202egnp\u200b.exe\x07&#x1b;[2J"
    document = article("<p>One\0two\x07 \u202ethree</p>", f"<title>{bad}</title>")
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


@pytest.mark.parametrize("text", ["[" * 1_000_000, '{"@graph":[' * 50_000, ", " * 500_000])
def test_json_ld_that_is_broken_on_purpose_is_passed_over(text: str) -> None:
    assert article("", ld(text)).authors == []
