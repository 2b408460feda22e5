"""Claims with a verdict as ClaimReview."""

import json
import re

import pytest

from factcheck.exchange.claimreview import Made, documents, embedded, feed, text
from tests.exchange.reviewed import UID, claim, content, correction, house, made, piece, source

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!-- <script> ]]> --> &amp; &lt;",
    "\u202egnitar\u202c \u2066x\u2069 \u2028 \u2029 \ufeff",
    '=HYPERLINK("https://x.example") \\ " \\u003c \x01\t\n',
    "\U0001f4a9\u0627\u0644\u0628\u0637\u0627\u0644\u0629",
]


def codes(found: Made) -> list[tuple[str, int | None, int]]:
    return [(each.code, each.claim, each.rule) for each in (*found.errors, *found.warnings)]


def test_a_claim_with_a_verdict_is_a_claimreview() -> None:
    assert documents(content()) == Made(
        documents=[
            {
                "@context": "https://schema.org",
                "@type": "ClaimReview",
                "url": "https://news.example.org/checks/unemployment",
                "claimReviewed": "Unemployment in Region X fell by 40 % in 2025",
                "datePublished": "2026-08-14",
                "inLanguage": "en",
                "author": {
                    "@type": "Organization",
                    "name": "Example News",
                    "url": "https://news.example.org",
                    "correctionsPolicy": "https://news.example.org/corrections",
                },
                "itemReviewed": {
                    "@type": "Claim",
                    "@id": f"urn:uuid:{UID}",
                    "author": {
                        "@type": "Person",
                        "name": "Jane Roe",
                        "jobTitle": "Minister",
                        "sameAs": "https://www.wikidata.org/wiki/Q0",
                    },
                    "datePublished": "2026-08-10",
                    "firstAppearance": {
                        "@type": "CreativeWork",
                        "url": "https://tv.example.com/talk",
                    },
                    "appearance": [
                        {"@type": "CreativeWork", "url": "https://social.example.com/1"},
                        {"@type": "CreativeWork", "url": "https://social.example.com/2"},
                    ],
                },
                "reviewRating": {
                    "@type": "Rating",
                    "alternateName": "Mostly false",
                    "ratingValue": 2,
                    "bestRating": 5,
                    "worstRating": 1,
                    "ratingExplanation": "The rate fell by 4 percentage points, not 40 %.",
                },
                "citation": [
                    {
                        "@type": "CreativeWork",
                        "url": "https://stats.example.gov/unemployment",
                        "name": "Unemployment 2025",
                        "archivedAt": "https://web.archive.org/web/20260814/"
                        "https://stats.example.gov/unemployment",
                        "publisher": {"@type": "Organization", "name": "Statistics Office"},
                        "datePublished": "2026-01-31",
                        "hasPart": {
                            "@type": "Quotation",
                            "text": "The rate fell by four percentage points.",
                        },
                        "keywords": "refutes",
                    }
                ],
            }
        ],
        errors=[],
        warnings=[],
    )


def test_a_claim_without_a_verdict_is_left_out() -> None:
    assert documents(content(claim(verdict=None))) == Made([], [], [])


def test_what_is_missing_is_left_out_without_a_trace() -> None:
    bare = claim(
        claimant_detail={"role": None, "same_as": None},
        said={"on": None, "first": None, "appearances": []},
        article=None,
        verdict={
            "conclusion": "refuted", "rating": "False", "rating_detail": None, "reason": None,
            "by": None, "at": "2026-08-13T12:00:00Z",
        },
        evidence=[],
        review={"url": "https://news.example.org/1", "on": None},
    )  # fmt: skip
    named = house(publisher_url="", corrections_url="")
    assert made(bare, house=named, sources=[]) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://news.example.org/1",
        "claimReviewed": "Unemployment in Region X fell by 40 % in 2025",
        "datePublished": "2026-08-13",
        "author": {"@type": "Organization", "name": "Example News"},
        "itemReviewed": {
            "@type": "Claim",
            "@id": f"urn:uuid:{UID}",
            "author": {"@type": "Person", "name": "Jane Roe"},
        },
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
    }


def test_a_rating_without_a_number_has_no_scale() -> None:
    detail = {"number": None, "best": 5, "worst": 1, "scale": "five-point"}
    verdict = {**claim()["verdict"], "rating": "Unproven", "rating_detail": detail, "reason": None}
    rating = made(claim(verdict=verdict))["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": "Unproven"}


def test_what_is_not_given_stops_the_claim_by_name() -> None:
    verdict = {**claim()["verdict"], "rating": None, "rating_detail": None}
    wrong = claim(claimant=None, verdict=verdict, review={"url": None, "on": None})
    found = documents(content(wrong))
    assert found.documents == []
    assert [(each.message, each.hint) for each in found.errors] == [
        (
            "Claim 12: there is no rating in words (reviewRating.alternateName).",
            "factcheck verify 12 --verdict CONCLUSION --rating LABEL --because REASON",
        ),
        (
            "Claim 12: there is no address of the page where the check is published (url).",
            "factcheck edit 12 --review-url URL --review-on DATE",
        ),
        (
            "Claim 12: nobody is named who said it (itemReviewed.author).",
            "factcheck edit 12 --claimant NAME",
        ),
    ]


def test_a_claim_of_the_house_itself_is_refused_and_the_others_are_made() -> None:
    own = claim(id=13, uid=UID[:-1] + "c", text="We sell most.", claimant="EXAMPLE  news")
    own["review"] = {"url": "https://news.example.org/checks/own", "on": None}
    found = documents(content(claim(), own))
    assert codes(found) == [("own-claim", 13, 8)]
    assert [each["claimReviewed"] for each in found.documents] == [claim()["text"]]


def test_the_house_is_told_of_once() -> None:
    second = claim(id=13, uid=UID[:-1] + "c", text="Prices rose.")
    second["review"] = {"url": "https://news.example.org/checks/prices", "on": None}
    bare = house(political=True, corrections_url="", publisher="", publisher_url="")
    found = documents(content(claim(), second, house=bare))
    assert codes(found) == [
        ("no-author", None, 6),
        ("political", None, 13),
        ("no-policy", None, 14),
    ]


def test_only_what_was_seen_and_not_retracted_is_cited() -> None:
    pieces = [
        piece(source(title="seen", archived=None)),
        piece(source(title="unseen"), seen=None),
        piece(source(title="retracted"), retracted=True),
        piece(source(title="on background", terms="background")),
        piece(source(title="on the record", terms="on-record", url=None), quote=None),
    ]
    cited = made(claim(evidence=pieces))["citation"]
    assert [each["name"] for each in cited] == ["seen", "on the record"]
    assert "hasPart" not in cited[1]
    assert "url" not in cited[1]


def test_protected_sources_are_not_cited() -> None:
    hidden = source(title="A doctor", url=None, publisher=None, protected=True, archived=None)
    pieces = [piece(source()), piece(hidden, id=10)]
    document = made(claim(evidence=pieces), sources=[source(), hidden])
    assert "A doctor" not in text(document)
    assert len(document["citation"]) == 1


@pytest.mark.parametrize("field", ["url", "publisher", "author"])
def test_what_names_a_protected_source_is_an_error(field: str) -> None:
    telling = "https://dr-meyer.example/clinic"
    hidden = source(id=5, title="A doctor", url=None, publisher=None, protected=True)
    hidden[field] = telling
    verdict = {**claim()["verdict"], "reason": f"As {telling} says."}
    told = claim(verdict=verdict, evidence=[piece(source()), piece(hidden, id=10)])
    found = documents(content(told, sources=[source(), hidden]))
    assert codes(found) == [("leak", 12, 15)]
    assert telling not in found.errors[0].message


def test_citing_a_protected_source_under_another_number_is_an_error() -> None:
    hidden = source(id=5, url=source()["url"], title="A doctor", publisher=None, protected=True)
    assert codes(documents(content(sources=[source(), hidden]))) == [("leak", 12, 15)]


def test_a_claim_without_a_primary_source_is_warned_of() -> None:
    second_hand = claim(evidence=[piece(source(), tier="secondary")])
    assert codes(documents(content(second_hand))) == [("no-primary", 12, 12)]
    assert codes(documents(content(claim(evidence=[])))) == [("no-citation", 12, 12)]


def test_corrections_are_told() -> None:
    told = [
        correction(),
        correction(what="Wrong name", why="A slip.", url="https://news.example.org/c"),
    ]
    assert made(claim(corrections=told))["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "We wrote that the rate fell by 3 points; it fell by 4. We misread the table.",
            "datePublished": "2026-08-20T10:00:00Z",
        },
        {
            "@type": "CorrectionComment",
            "text": "Wrong name; A slip.",
            "datePublished": "2026-08-20T10:00:00Z",
            "url": "https://news.example.org/c",
        },
    ]


def test_the_language_is_of_the_article_that_is_reported() -> None:
    other = claim(article={"id": 4, "slug": "other", "title": None, "revision": 1})
    assert "inLanguage" not in made(other)
    assert "inLanguage" not in made(article=None)


def test_two_claims_of_one_page_are_warned_of() -> None:
    second = claim(id=13, uid=UID[:-1] + "c", text="Prices rose.")
    second["review"] = {"url": "https://news.example.org/checks/unemployment/#2", "on": None}
    assert codes(documents(content(claim(), second))) == [("shared-page", 13, 11)]


def test_one_claim_on_two_pages_is_an_error() -> None:
    second = claim(id=13, uid=UID[:-1] + "c")
    second["review"] = {"url": "https://news.example.org/checks/again", "on": None}
    assert codes(documents(content(claim(), second))) == [("two-pages", 13, 11)]


def test_a_feed_holds_many() -> None:
    document = made()
    inner = {name: value for name, value in document.items() if name != "@context"}
    assert feed([document], name="Checks", url="https://news.example.org/feed") == {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": "Checks",
        "url": "https://news.example.org/feed",
        "dataFeedElement": [{"@type": "DataFeedItem", "item": inner}],
    }
    assert feed([]) == {
        "@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [],
    }  # fmt: skip


def test_text_is_json_in_the_letters_of_its_languages() -> None:
    document = {
        "@type": "ClaimReview",
        "claimReviewed": "\u0627\u0644\u0628\u0637\u0627\u0644\u0629",
    }
    written = (
        f'{{\n  "@type": "ClaimReview",\n  "claimReviewed": "{document["claimReviewed"]}"\n}}\n'
    )
    assert text(document) == written


def test_text_has_nothing_that_turns_a_line_round_or_acts_on_a_terminal() -> None:
    words = "\u202egnitar\u2069 \x9b31m\x7f\x1b[2J\u2028"
    written = text(made(claim(text=words)))
    assert json.loads(written)["claimReviewed"] == words
    assert written.isascii()


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_ends_the_element(words: str) -> None:
    element = embedded(made(claim(text=words)))
    inner = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n")
    assert not re.search("[<>&\u2028\u2029]", inner)
    assert json.loads(inner)["claimReviewed"] == words


def test_the_same_content_gives_the_same_bytes() -> None:
    assert text(made()) == text(made())
    assert embedded(made()) == embedded(made())
