"""The rules that a ClaimReview must keep."""

import json
from typing import Any

import pytest

from factcheck.codes import Severity
from factcheck.exchange.claimreview_rules import Problem, check, check_together
from tests.exchange.reviewed import house, made

Shape = dict[str, Any]


def codes(document: Shape, own: Shape | None = None) -> list[tuple[int, str, str]]:
    return [(p.rule, p.code, p.severity.value) for p in check(document, own or house(), claim=12)]


def rated(**changes: Any) -> Shape:
    document = made()
    return {**document, "reviewRating": {**document["reviewRating"], **changes}}


def about(**changes: Any) -> Shape:
    document = made()
    return {**document, "itemReviewed": {**document["itemReviewed"], **changes}}


def without(document: Shape, name: str) -> Shape:
    return {key: value for key, value in document.items() if key != name}


def test_a_sound_review_has_no_problems() -> None:
    assert check(made(), house()) == []


def test_a_problem_names_the_claim_and_what_to_do() -> None:
    assert check(without(made(), "url"), house(), claim=12) == [
        Problem(
            "no-url",
            12,
            Severity.ERROR,
            "Claim 12: there is no address of the page where the check is published (url).",
            "factcheck edit 12 --review-url URL --review-on DATE",
            1,
        )
    ]


def test_a_review_of_another_house_is_told_of_without_our_commands() -> None:
    foreign = {"@type": "ClaimReview", "claimReviewed": "x", "author": "Desk"}
    found = check(foreign, None)
    assert [(p.rule, p.code) for p in found] == [
        (1, "no-rating"), (1, "no-url"), (7, "no-item"), (8, "no-claimant"),
        (9, "no-appearance"), (12, "no-citation"),
    ]  # fmt: skip
    assert {p.hint for p in found} == {None}
    assert found[0].message == (
        "The review: there is no rating in words (reviewRating.alternateName)."
    )


@pytest.mark.parametrize("name", ["claimReviewed", "url"])
@pytest.mark.parametrize("value", [None, "", []])
def test_rule_1_what_is_required(name: str, value: Any) -> None:
    assert [(p[0], p[2]) for p in codes({**made(), name: value})] == [(1, "error")]


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("/checks/1", (2, "bad-url", "error")),
        ("javascript:alert(1)", (2, "bad-url", "error")),
        ("https://a b.example.org/", (2, "bad-url", "error")),
        (12, (2, "bad-url", "error")),
        ("https://elsewhere.example.com/1", (2, "foreign-url", "warning")),
        ("https://notexample.org/1", (2, "foreign-url", "warning")),
        ("https://bit.ly/3abc", (2, "short-url", "warning")),
    ],
)
def test_rule_2_the_address(url: Any, code: tuple[int, str, str]) -> None:
    assert codes({**made(), "url": url}) == [code]


@pytest.mark.parametrize("url", ["https://example.org/1", "http://www.news.example.org/1"])
def test_rule_2_a_subdomain_is_the_house_itself(url: str) -> None:
    assert codes({**made(), "url": url}) == []


def test_rule_2_without_domains_nothing_is_foreign() -> None:
    own = house(own_domains=[], publisher_url="")
    assert codes({**made(), "url": "https://anywhere.example.com/1"}, own) == []


def test_rule_3_the_claim() -> None:
    assert codes({**made(), "claimReviewed": "x" * 74}) == []
    assert codes({**made(), "claimReviewed": "x" * 75}) == [(3, "long-claim", "warning")]
    holds = {**made(), "claimReviewed": "It is MOSTLY\u00a0false, they say"}
    assert codes(holds) == [(3, "rating-in-claim", "warning")]
    assert codes({**rated(alternateName="True"), "claimReviewed": "Untrue words"}) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"bestRating": 1, "worstRating": 5}, [(4, "scale-turned", "error")]),
        ({"bestRating": 1, "worstRating": 1, "ratingValue": 1}, [(4, "scale-turned", "error")]),
        ({"worstRating": 0}, [(4, "scale-low", "error")]),
        ({"ratingValue": 6}, [(4, "off-scale", "error")]),
        ({"ratingValue": 0, "bestRating": None, "worstRating": None}, [(4, "off-scale", "error")]),
        ({"ratingValue": "2.5"}, [(4, "broken-number", "warning")]),
        ({"ratingValue": None}, [(4, "no-number", "warning")]),
        ({"ratingValue": 2.0}, []),
        ({"ratingValue": "2", "bestRating": "5"}, []),
    ],
)
def test_rule_4_the_scale(changes: Shape, expected: list[tuple[int, str, str]]) -> None:
    assert codes(rated(**changes)) == expected


def test_rule_4_a_number_needs_a_scale() -> None:
    own = house(scale={"name": "none", "labels": []})
    assert codes(made(), own) == [(4, "no-scale", "error")]
    assert check(made(), None) == []


@pytest.mark.parametrize(
    "value", ["2,5", "two", "\u0662", "1e3", True, [2], "", float("nan"), "9" * 50]
)
def test_rule_5_numbers(value: Any) -> None:
    assert codes(rated(bestRating=value)) == [(5, "bad-number", "error")]


def test_rule_6_the_author() -> None:
    assert codes(without(made(), "author")) == [(6, "no-author", "warning")]
    assert codes({**made(), "author": {"@type": "Organization"}}) == [(6, "author-empty", "error")]
    assert codes({**made(), "author": "Example News"}) == []


def test_rule_7_the_item() -> None:
    work = about(**{"@type": "CreativeWork"})
    assert codes(work) == [(7, "item-not-claim", "warning")]
    assert codes(about(**{"@type": "https://schema.org/Claim"})) == []
    unknown = about(author={"@type": "Person", "name": "Jane Roe"})
    assert codes(unknown) == [(7, "claimant-unknown", "warning")]
    unnamed = about(author=[{"@type": "Person", "sameAs": "https://x.example/1"}])
    assert codes(unnamed) == [(7, "claimant-unnamed", "error")]


def test_rule_8_the_origin() -> None:
    same = {"name": "Jane Roe", "sameAs": "https://www.example.org/about"}
    assert codes(about(author=same)) == [(8, "own-claim", "error")]
    named = {"name": "EXAMPLE NEWS", "sameAs": "https://x.example/1"}
    assert codes(about(author=[{**same, "sameAs": "https://x.example/2"}, named])) == [
        (8, "own-claim", "error")
    ]
    assert codes(without_author()) == [(8, "no-claimant", "error")]
    assert [p.severity for p in check(without_author(), None)] == [Severity.WARNING]


def without_author() -> Shape:
    document = made()
    return {**document, "itemReviewed": without(document["itemReviewed"], "author")}


def test_rule_9_appearances() -> None:
    assert codes(about(appearance=None, firstAppearance=None)) == [(9, "no-appearance", "warning")]
    assert codes(about(appearance="https://social.example.com/1")) == []
    bad = about(appearance=["on TV", {"@type": "CreativeWork", "name": "A talk"}, {"url": "/1"}])
    assert codes(bad) == [(9, "bad-appearance", "error")] * 3
    own = about(appearance={"url": "https://news.example.org/1"})
    assert codes(own) == [(9, "own-appearance", "warning")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-08-15", [(10, "said-later", "warning")]),
        ("2026-09", [(10, "said-later", "warning")]),
        ("2026-08", []),
        ("2026", []),
        ("2026-08-10T10:00:00", [(10, "no-zone", "warning")]),
        ("2026-08-10T10:00:00Z", []),
        ("2026-08-10T10:00+02:00", []),
        ("2026-02-30", [(10, "bad-day", "error")]),
        ("10. August 2026", [(10, "bad-day", "error")]),
        (20260810, [(10, "bad-day", "error")]),
    ],
)
def test_rule_10_days(day: Any, expected: list[tuple[int, str, str]]) -> None:
    assert codes(about(datePublished=day)) == expected


def test_rule_11_pages() -> None:
    first = made()
    other = {**first, "claimReviewed": "Prices rose."}
    apart = {**other, "url": "https://news.example.org/checks/prices"}
    again = {**first, "url": "https://news.example.org/checks/again"}
    assert check_together([(1, first), (2, apart)]) == []
    told = [
        (p.claim, p.code, p.message.partition(", ")[0])
        for p in check_together([(1, first), (2, other)])
    ]
    assert told == [
        (
            2,
            "shared-page",
            "Claim 2: 'https://news.example.org/checks/unemployment' is the page of claim 1 too",
        )
    ]
    twice = [(p.claim, p.code, p.severity) for p in check_together([(1, first), (2, again)])]
    assert twice == [(2, "two-pages", Severity.ERROR)]
    later = {**again, "itemReviewed": {**first["itemReviewed"], "datePublished": "2026-08-12"}}
    assert check_together([(1, first), (2, later)]) == []


def test_rule_12_citations() -> None:
    assert codes(without(made(), "citation")) == [(12, "no-citation", "warning")]
    assert codes({**made(), "citation": [{"name": "A book"}]}) == [(12, "no-citation", "warning")]


def test_rules_13_and_14_the_house() -> None:
    assert codes(made(), house(political=True)) == [(13, "political", "warning")]
    assert codes(made(), house(corrections_url="")) == [(14, "no-policy", "warning")]


@pytest.mark.parametrize("value", ["x", 7, True, [], [[]], {}, [{}], None, "\u0000" * 9])
@pytest.mark.parametrize(
    "name", ["author", "itemReviewed", "reviewRating", "citation", "datePublished", "url"]
)
def test_no_shape_of_a_foreign_document_stops_the_check(name: str, value: Any) -> None:
    assert check({**made(), name: value}, None) is not None


def test_a_megabyte_is_checked() -> None:
    long = "false " * 170_000
    document = {**made(), "claimReviewed": long, "url": "https://x.example/" + long}
    document["reviewRating"] = {"alternateName": long, "ratingValue": "1" * 1_000_000}
    assert [p.code for p in check(document, house())][:2] == ["bad-url", "long-claim"]
    deep: Any = json.loads("[" * 900 + "]" * 900)
    assert check({**made(), "itemReviewed": {"appearance": deep}}, None)
