"""ClaimReviews as other houses publish them."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.exchange.claimreview_read import read
from factcheck.exchange.json_text import HELD
from factcheck.exchange.reviews import Citation, Review

Shape = dict[str, Any]

ONE: Shape = {
    "@context": "http://schema.org",
    "@type": "ClaimReview",
    "url": "https://check.example.org/1",
    "claimReviewed": "Unemployment fell by 40 %",
    "datePublished": "2026-08-14",
    "inLanguage": "en",
    "author": {"@type": "Organization", "name": "Example Check", "url": "https://check.example.org"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Jane Roe", "jobTitle": "Minister",
                   "sameAs": "https://www.wikidata.org/wiki/Q0"},
        "datePublished": "2026-08-10T08:00:00+02:00",
        "firstAppearance": "https://tv.example.com/talk",
        "appearance": [{"@type": "CreativeWork", "url": "https://social.example.com/1"}],
    },
    "reviewRating": {"@type": "Rating", "alternateName": "Mostly false", "ratingValue": 2,
                     "bestRating": "5", "worstRating": 1.0, "ratingExplanation": "By 4 points."},
}  # fmt: skip
EXPECTED = Review(
    claim="Unemployment fell by 40 %",
    url="https://check.example.org/1",
    uid=None,
    publisher="Example Check",
    publisher_url="https://check.example.org",
    title=None,
    published="2026-08-14",
    language="en",
    label="Mostly false",
    number="2",
    best="5",
    worst="1.0",
    explanation="By 4 points.",
    claimant="Jane Roe",
    claimant_role="Minister",
    claimant_same_as="https://www.wikidata.org/wiki/Q0",
    said_on="2026-08-10",
    first_at="https://tv.example.com/talk",
    said_at=("https://social.example.com/1",),
    citations=(),
    remarks=(),
)


def taken(data: bytes | str, base: str | None = None) -> list[tuple[int, Review | BadInput]]:
    file = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return list(read(file, base_url=base))


def reviews(data: bytes | str, base: str | None = None) -> list[Review]:
    found = [each for _, each in taken(data, base)]
    assert not [str(each) for each in found if isinstance(each, BadInput)]
    return [each for each in found if isinstance(each, Review)]


def one(base: str | None = None, **changes: Any) -> Review:
    """The review of `ONE` with these fields; None takes a field away."""
    thing = {name: value for name, value in {**ONE, **changes}.items() if value is not None}
    (found,) = reviews(json.dumps(thing), base)
    return found


def refusals(data: bytes | str) -> list[tuple[int, str]]:
    return [(line, str(each)) for line, each in taken(data) if isinstance(each, BadInput)]


def item(**changes: Any) -> Shape:
    return {"itemReviewed": {**ONE["itemReviewed"], **changes}}


def rating(**changes: Any) -> Shape:
    return {"reviewRating": {**ONE["reviewRating"], **changes}}


def page(*scripts: str, head: str = "") -> str:
    elements = "\n".join(f'<script type="application/ld+json">{each}</script>' for each in scripts)
    return f"<!doctype html>\n<html><head>{head}\n{elements}\n</head><body><p>x</p></body></html>"


# Where they stand


@pytest.mark.parametrize(
    "document",
    [
        ONE,
        [ONE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, ONE]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": ONE}]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [ONE],
                                                   "url": "https://check.example.org/1"}]},
        {"@type": "DataFeed", "dataFeedElement": ONE},
        {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "review": [ONE]}},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ONE}]},
        {**ONE, "@type": ["Review", "ClaimReview"]},
        {**ONE, "@type": "http://schema.org/ClaimReview"},
        {**ONE, "@type": "https://schema.org/ClaimReview"},
        {**ONE, "@type": "schema:ClaimReview"},
        {name: value for name, value in ONE.items() if name != "@type"},
        {f"schema:{name}" if name[0] != "@" else name: value for name, value in ONE.items()},
        {f"https://schema.org/{name}" if name[0] != "@" else name: value
         for name, value in ONE.items()},
    ],
)  # fmt: skip
def test_a_review_is_found_wherever_it_stands(document: Any) -> None:
    assert reviews(json.dumps(document)) == [EXPECTED]
    assert reviews(json.dumps(document, indent=2)) == [EXPECTED]
    assert reviews(page(json.dumps(document))) == [EXPECTED]


def test_expanded_json_ld_is_read() -> None:
    expanded = [{
        "@type": ["http://schema.org/ClaimReview"],
        "http://schema.org/claimReviewed": [{"@value": "It rained"}],
        "http://schema.org/url": [{"@id": "https://check.example.org/1"}],
        "http://schema.org/reviewRating": [{
            "@type": ["http://schema.org/Rating"],
            "http://schema.org/alternateName": [{"@value": "True"}],
            "http://schema.org/ratingValue": [{"@value": 5}],
        }],
    }]  # fmt: skip
    (found,) = reviews(json.dumps(expanded))
    assert (found.claim, found.url, found.label, found.number, found.remarks) == (
        "It rained", "https://check.example.org/1", "True", "5", (),
    )  # fmt: skip


def test_json_lines_are_read_each_by_itself() -> None:
    line = json.dumps(ONE)
    broken = line.replace('"claimReviewed"', "claimReviewed")
    spare = line.removesuffix("}") + ",}"
    found = taken(f"\ufeff{line}\r\n\n{broken}\n{spare}\n{line}")
    assert [number for number, _ in found] == [1, 3, 4, 5]
    assert [isinstance(each, Review) for _, each in found] == [True, False, True, True]
    assert refusals(f"{line}\n{broken}\n") == [
        (2, "Line 2: 'claimReviewe...' stands without quotation marks.")
    ]


def test_lines_are_those_where_the_items_begin() -> None:
    feed = {"@type": "DataFeed", "dataFeedElement": [{"item": ONE}] * 3}
    text = json.dumps(feed, indent=1)
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line == "  {"]
    assert [line for line, _ in taken(text)] == starts
    assert [line for line, _ in taken(page("{}", "\n\n" + text))] == [n + 5 for n in starts]


def test_every_script_of_a_page_is_read() -> None:
    second = {**ONE, "claimReviewed": "Prices rose"}
    found = reviews(page(json.dumps(ONE), '{"@type": "WebSite"}', json.dumps([second])))
    assert [each.claim for each in found] == [ONE["claimReviewed"], "Prices rose"]


def test_a_broken_script_does_not_stop_the_others() -> None:
    assert [line for line, _ in taken(page('{"a": ', json.dumps(ONE)))] == [3, 4]


def test_what_is_said_elsewhere_in_the_document_is_looked_up() -> None:
    desk = {"@type": "Organization", "@id": "#desk", "name": "Example Check",
            "url": "https://check.example.org"}  # fmt: skip
    pointing = {**ONE, "author": {"@id": "#desk"}}
    assert reviews(json.dumps({"@graph": [pointing, desk]})) == [EXPECTED]
    typed = {**ONE, "author": {"@type": "Organization", "@id": "#desk"}}
    assert reviews(page(json.dumps(typed), json.dumps(desk))) == [EXPECTED]


@pytest.mark.parametrize("data", ["", " \n", "\ufeff"])
def test_an_empty_file_is_refused(data: str) -> None:
    ((line, _),) = refusals(data)
    assert line == 1


@pytest.mark.parametrize(
    "data", ["{}", "[]", '{"@type": "WebPage"}', "<p>No data</p>", page('{"@type": "WebPage"}')]
)
def test_what_holds_no_review_is_refused(data: str) -> None:
    assert refusals(data) == [(1, "Line 1: there is no ClaimReview in it.")]


def test_an_item_of_a_feed_without_a_review_is_refused() -> None:
    text = '{"dataFeedElement": [\n{"@type": "DataFeedItem", "item": []},\nnull,\n{"item": %s}]}'
    assert refusals(text % json.dumps(ONE)) == [
        (2, "Line 2: there is no ClaimReview in this item."),
        (3, "Line 3: there is no ClaimReview in this item."),
    ]


# What is broken


def test_broken_markup_is_mended_and_told() -> None:
    two = f"{json.dumps(ONE)}\n{json.dumps(ONE)}"
    assert [
        (line, each.remarks) for line, each in taken(page(two)) if isinstance(each, Review)
    ] == [
        (3, ("Several objects stood one after another, and all were read.",)),
        (4, ("Several objects stood one after another, and all were read.",)),
    ]


def test_the_reviews_before_a_break_are_given() -> None:
    text = json.dumps([ONE, ONE], indent=1)
    found = taken(text[:-40])
    assert found[0] == (2, EXPECTED)
    assert isinstance(found[1][1], BadInput)
    assert found[1][0] == found[1][1].line == text[:-40].count("\n") + 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ('{"claimReviewed": "Käse"}'.encode("cp1252"), "looks like Windows-1252"),
        (b'{"claimReviewed": "a\0"}', "NUL"),
        (b'\xff\xfe{\x00"', "not whole UTF-16"),
    ],
)
def test_other_encodings_are_refused(data: bytes, why: str) -> None:
    ((_, message),) = refusals(data)
    assert why in message


def test_utf_16_with_its_mark_is_read() -> None:
    assert reviews(json.dumps(ONE).encode("utf-16")) == [EXPECTED]


def test_brackets_in_brackets_are_refused() -> None:
    for bracket in ("[", '{"@graph":', '{"a":['):
        ((_, message),) = refusals(bracket * 100_000)
        assert "Line 1: " in message


# Fields


@pytest.mark.parametrize("value", [None, "", "  ", [], {}, True, {"@id": "x"}])
def test_a_review_of_no_claim_is_refused_by_field(value: Any) -> None:
    ((_, message),) = refusals(json.dumps([{**ONE, "claimReviewed": value}]))
    assert message.startswith("Line 1: claimReviewed is ")


def test_characters_that_no_database_keeps() -> None:
    ((_, message),) = refusals('{"@type": "ClaimReview", "claimReviewed": "a\\ud800"}')
    assert message == "Line 1: The claim contains half a character (U+D800), which is not UTF-8."
    found = one(headline="a\0b")
    assert found.title is None
    assert found.remarks == ("The title contains a NUL character. It was left out.",)


def test_lists_where_texts_belong_give_the_first() -> None:
    found = one(claimReviewed=["Rain", "Snow", 3], **rating(alternateName=["False"]))
    assert (found.claim, found.label) == ("Rain", "False")
    assert found.remarks == ("The claim is a list; left out: Snow, 3.",)


def test_numbers_where_texts_belong_are_told() -> None:
    found = one(claimReviewed=2024, **rating(alternateName=1.50))
    assert (found.claim, found.label) == ("2024", "1.5")
    assert found.remarks == (
        "The claim is written as a number: 2024.",
        "The rating is written as a number: 1.5.",
    )


@pytest.mark.parametrize(
    ("author", "name", "url"),
    [
        ("Example Check", "Example Check", None),
        ("https://check.example.org", None, "https://check.example.org"),
        ([{"name": "A", "url": "https://a.example"}, {"name": "B"}], "A", "https://a.example"),
        ({"name": ["A", "B"], "sameAs": "https://a.example"}, "A", "https://a.example"),
        ({"@id": "https://a.example/#desk"}, None, "https://a.example/#desk"),
    ],
)
def test_an_author_of_any_shape(author: Any, name: str | None, url: str | None) -> None:
    found = one(author=author)
    assert (found.publisher, found.publisher_url) == (name, url)


def test_a_publisher_stands_in_for_an_author_and_is_told() -> None:
    found = one(author=None, publisher={"name": "Example Check"})
    assert found.publisher == "Example Check"
    assert found.remarks == ("The review names no author; its publisher was taken.",)


def test_a_missing_rating_is_told() -> None:
    found = one(reviewRating=None)
    assert (found.label, found.number, found.best, found.worst) == (None, None, None, None)
    assert found.remarks == ("The review gives no rating in words.",)


@pytest.mark.parametrize(
    ("changes", "label", "number", "remark"),
    [
        ({"ratingValue": 7}, "Mostly false", "7", "The rating 7 is not on its scale of 1.0 to 5."),
        ({"ratingValue": "0"}, "Mostly false", "0",
         "The rating 0 is not on its scale of 1.0 to 5."),
        ({"bestRating": 1, "worstRating": 5}, "Mostly false", "2",
         "The best rating, 1, is below the worst, 5."),
        ({"ratingValue": "2 of 5"}, "Mostly false", None,
         "The number of the rating is no decimal number, and was left out: 2 of 5."),
        ({"alternateName": None, "ratingValue": "Falsch"}, "Falsch", None,
         "The rating in words stands where a number belongs."),
        ({"ratingValue": True}, "Mostly false", None,
         "The number of the rating is no decimal number, and was left out: True."),
    ],
)  # fmt: skip
def test_ratings_are_kept_as_written(
    changes: Shape, label: str, number: str | None, remark: str
) -> None:
    found = one(**rating(**changes))
    assert (found.label, found.number, found.remarks) == (label, number, (remark,))


def test_a_rating_may_be_a_text_or_have_a_name() -> None:
    assert one(reviewRating="False").label == "False"
    assert one(reviewRating={"name": "Half true"}).label == "Half true"


@pytest.mark.parametrize(
    ("written", "language", "day"),
    [
        ("3. Mai 2024", "de", "2024-05-03"),
        ("3. Mai 2024", None, "2024-05-03"),
        ("Aug 14, 2026", "en", "2026-08-14"),
        ("14 août 2026", "de", "2026-08-14"),
        ("Fri, 03 May 2024 10:00:00 GMT", "en", "2024-05-03"),
        ("03/05/2024", None, None),
        ("03/05/2024", "en", None),
        ("03/05/2024", "fr", "2024-05-03"),
        ("May 2024", "en", None),
        ("yesterday", "en", None),
        ("2024-02-30", "en", None),
        ("soon", "en", None),
    ],
)
def test_days_in_words(written: str, language: str | None, day: str | None) -> None:
    found = one(datePublished=written, inLanguage=language)
    assert found.published == day
    (remark,) = found.remarks
    read_as = f"was read as {day}; it is written {written}."
    left = f"names no certain day, and was left out: {written}."
    assert remark == f"The day of the review {read_as if day else left}"


@pytest.mark.parametrize(
    ("written", "moment", "day"),
    [
        ("2024-05-03", "2024-05-03", "2024-05-03"),
        ("2024-05-03T10:00:00Z", "2024-05-03T10:00:00Z", "2024-05-03"),
        ("2024-05-03T10:00:00.000+02:00", "2024-05-03T10:00:00.000+02:00", "2024-05-03"),
        ("2024-05-03 10:00:00", "2024-05-03T10:00:00", "2024-05-03"),
        ("20240503", "2024-05-03", "2024-05-03"),
        ({"@type": "Date", "@value": "2024-05-03"}, "2024-05-03", "2024-05-03"),
        (["2024-05-03"], "2024-05-03", "2024-05-03"),
    ],
)
def test_days_in_figures(written: Any, moment: str, day: str) -> None:
    found = one(datePublished=written, **item(datePublished=written))
    assert (found.published, found.said_on, found.remarks) == (moment, day, ())


def test_a_month_is_enough_for_when_it_was_said() -> None:
    assert one(**item(datePublished="2024-05")).said_on == "2024-05"
    assert one(**item(datePublished="2024")).said_on == "2024"


@pytest.mark.parametrize(
    ("written", "base", "url"),
    [
        ("/checks/1", "https://check.example.org/a/b", "https://check.example.org/checks/1"),
        ("../1", "https://check.example.org/a/b", "https://check.example.org/1"),
        ("#one", "https://check.example.org/a", "https://check.example.org/a#one"),
        ("//check.example.org/1", None, "https://check.example.org/1"),
        ("www.check.example.org/1", None, "https://www.check.example.org/1"),
        ("/checks/1", None, None),
        ("javascript:alert(1)", "https://check.example.org/", None),
        ("java\nscript:alert(1)", "https://check.example.org/", None),
        ("JaVaScRiPt:1", "https://check.example.org/", None),
        ("data:text/html,x", "https://check.example.org/", None),
        ("file:///etc/passwd", None, None),
        ("https://user:secret@check.example.org/", None, None),
        ("https://", None, None),
        ("http://[::1", "https://check.example.org/", None),
        (7, None, None),
    ],
)
def test_addresses(written: Any, base: str | None, url: str | None) -> None:
    found = one(base, url=written)
    assert found.url == url
    (remark,) = found.remarks
    assert remark.startswith("The address of the review ")
    assert "secret" not in remark


def test_an_address_with_blanks_is_made_whole() -> None:
    assert one(url="https://check.example.org/a b").url == "https://check.example.org/a%20b"


def test_a_page_says_what_its_addresses_start_from() -> None:
    relative = json.dumps({**ONE, "url": "/checks/1"})
    head = '<link rel="canonical" href="https://www.example.net/a">'
    (found,) = reviews(page(relative, head=head))
    assert found.url == "https://www.example.net/checks/1"
    (found,) = reviews(page(relative, head=head), "https://check.example.org/")
    assert found.url == "https://check.example.org/checks/1"


def test_the_page_of_a_review_may_stand_elsewhere() -> None:
    assert one(url=None, mainEntityOfPage={"@id": "https://check.example.org/2"}).url == (
        "https://check.example.org/2"
    )
    assert one(**{"url": None, "@id": "https://check.example.org/3"}).url == (
        "https://check.example.org/3"
    )
    found = one(url=None)
    assert (found.url, found.remarks) == (None, ("The review gives no address of its page.",))


def test_a_creative_work_of_old_is_a_claim() -> None:
    work = {
        "@type": "CreativeWork",
        "author": {"@type": "Person", "name": "Jane Roe", "sameAs": ["https://a.example/jane"]},
        "datePublished": "2026-08-10",
        "sameAs": ["https://social.example.com/1", "javascript:x", "https://social.example.com/2"],
    }
    found = one(itemReviewed=work)
    assert (found.claimant, found.claimant_same_as, found.said_on) == (
        "Jane Roe", "https://a.example/jane", "2026-08-10",
    )  # fmt: skip
    assert found.said_at == ("https://social.example.com/1", "https://social.example.com/2")
    assert found.remarks == ("The appearance is no web address, and was left out: javascript:x.",)


def test_one_of_several_claimants_is_taken_and_the_others_told() -> None:
    found = one(**item(author=[{"name": "Jane Roe"}, {"name": "John Doe"}, "reports"]))
    assert found.claimant == "Jane Roe"
    assert found.remarks == ("The claimant is a list; left out: John Doe, reports.",)


def test_a_claim_without_claimant_or_item_is_taken() -> None:
    found = one(itemReviewed=None)
    assert (found.claimant, found.said_on, found.first_at, found.said_at) == (None, None, None, ())
    assert found.remarks == ()


def test_appearances_of_any_shape_are_taken_once() -> None:
    listed = ["https://a.example/1", {"url": "https://a.example/2"}, {"@id": "https://a.example/3"},
              "https://a.example/1", None, ""]  # fmt: skip
    found = one(**item(appearance=listed, firstAppearance=[{"url": "https://a.example/0"}]))
    assert found.first_at == "https://a.example/0"
    assert found.said_at == ("https://a.example/1", "https://a.example/2", "https://a.example/3")


@pytest.mark.parametrize(
    ("written", "text", "remark"),
    [
        ("<p>Rain &amp; <b>snow</b></p>", "Rain & snow",
         "The claim is written in HTML, of which the text was taken."),
        ("Rain &amp; snow&#39;s", "Rain & snow's",
         "HTML entities in the claim were read as what they stand for."),
        ("Rain<script>alert(1)</script>", "Rain",
         "The claim is written in HTML, of which the text was taken."),
        ("<script>alert(1)</script>", "<script>alert(1)</script>",
         "The claim is written in HTML, of which the text was taken."),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2", None),
    ],
)  # fmt: skip
def test_html_in_texts_becomes_plain(written: str, text: str, remark: str | None) -> None:
    found = one(claimReviewed=written)
    assert (found.claim, found.remarks) == (text, (remark,) if remark else ())


def test_citations_of_any_shape() -> None:
    listed = ["https://a.example/1", "A book", {"name": "A page", "url": "https://a.example/2"}]
    assert one(citation=listed).citations == (
        Citation("https://a.example/1", None, None, None, None),
        Citation(None, "A book", None, None, None),
        Citation("https://a.example/2", "A page", None, None, None),
    )


@pytest.mark.parametrize("value", ["x", 7, 1.5, True, [], [[]], [[["x"]]], {}, [{}], [None], None])
@pytest.mark.parametrize("name", [name for name in ONE if name[0] != "@"])
def test_no_shape_of_a_field_stops_the_reading(name: str, value: Any) -> None:
    ((line, found),) = taken(json.dumps({**ONE, name: value}))
    assert line == 1
    assert isinstance(found, Review) or name == "claimReviewed"


def test_deep_fields_are_read_past() -> None:
    deep: Any = json.loads("[" * 900 + '"x"' + "]" * 900)
    for name in ONE:
        assert len(taken(json.dumps({**ONE, name: deep}))) == 1


def test_remarks_end_somewhere() -> None:
    found = one(**item(appearance=[f"javascript:{n}()" for n in range(1000)]))
    assert len(found.remarks) == 50


# Long ones


class Endless(io.RawIOBase):
    """A file that is made as it is read, and remembers how much of it."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = b""
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        parts, held = [self._held], len(self._held)
        while held < size and (piece := next(self._pieces, b"")):
            parts.append(piece)
            held += len(piece)
        data = b"".join(parts)
        self._held = data[size:]
        self.given += len(data[:size])
        return data[:size]


def endless(count: int, last: bytes = b"]}") -> Endless:
    element = json.dumps({"@type": "DataFeedItem", "item": ONE}).encode()

    def pieces() -> Iterator[bytes]:
        yield b'{"@type": "DataFeed",\n"dataFeedElement": [\n'
        for number in range(count):
            yield element + (b",\n" if number < count - 1 else b"\n")
        yield last

    return Endless(pieces())


#: Of so many elements a feed is too long to be held.
COUNT = HELD // 700


def test_a_long_feed_streams() -> None:
    file = endless(2 * COUNT)
    found = read(file)  # type: ignore[arg-type]  # a raw file reads as a buffered one does
    assert next(found) == (3, EXPECTED)
    assert file.given < HELD + 2_000_000
    assert sum(1 for _ in found) == 2 * COUNT - 1


def test_a_long_feed_ends_where_it_breaks() -> None:
    found = list(read(endless(COUNT, last=b"")))  # type: ignore[arg-type]  # as above
    assert [line for line, _ in found] == [*range(3, COUNT + 3), COUNT + 3]
    assert isinstance(found[-1][1], BadInput)
    assert sum(isinstance(each, BadInput) for _, each in found) == 1


def test_a_byte_that_is_not_utf_8_ends_a_long_feed_at_its_line() -> None:
    *_, (line, last) = read(endless(COUNT, last=b"\xe4]}"))  # type: ignore[arg-type]  # as above
    assert str(last) == f"Line {COUNT + 3}: byte 0xe4 is not UTF-8."
    assert line == COUNT + 3


def test_long_json_lines_stream() -> None:
    line = json.dumps(ONE).encode() + b"\n"
    file = Endless(line if n % 1000 else b"{broken}\n" for n in range(1, COUNT + 1))
    found = list(read(file))  # type: ignore[arg-type]  # as above
    assert [number for number, _ in found] == list(range(1, COUNT + 1))
    wrong = [number for number, each in found if isinstance(each, BadInput)]
    assert wrong == list(range(1000, COUNT + 1, 1000))


def test_a_page_that_is_too_long_is_refused() -> None:
    assert refusals("<p>" + "x" * HELD) == [(1, "Line 1: a page of more than 10 MB is not read.")]


@pytest.mark.parametrize(
    "data",
    [
        "<b>" * 300_000,
        '<script type="ld+json">' * 40_000,
        "<script " * 120_000 + ">ld+json",
        json.dumps({**ONE, "claimReviewed": "<b>" * 300_000 + "x"}),
        json.dumps({**ONE, "claimReviewed": "<a" * 500_000}),
        json.dumps({**ONE, "claimReviewed": "&amp" * 250_000}),
        json.dumps({**ONE, "claimReviewed": ["x"] * 300_000}),
        json.dumps({**ONE, "datePublished": "1 May " * 160_000}),
        json.dumps({**ONE, "url": "http://" + "a." * 500_000}),
        json.dumps({**ONE, "url": "a." * 500_000}),
        json.dumps({**ONE, "url": "../" * 300_000}),
        json.dumps({**ONE, "reviewRating": {"ratingValue": "1" * 1_000_000}}),
        '{"claimReviewed":' * 60_000,
        '[{"claimReviewed": "x"}' + ',{"@id": "#a"}' * 70_000 + "]",
    ],
)
def test_a_megabyte_of_one_thing_ends(data: str) -> None:
    assert taken(data, "https://check.example.org/")
