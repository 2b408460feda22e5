"""Answers of the Fact Check Tools API."""

import io
import json
from typing import Any

from factcheck.errors import BadInput
from factcheck.exchange import facttools
from factcheck.exchange.reviews import Review

Shape = dict[str, Any]

REVIEW: Shape = {
    "publisher": {"name": "Example Check", "site": "check.example.org"},
    "url": "https://www.check.example.org/1",
    "title": "No, unemployment did not fall by 40 %",
    "reviewDate": "2026-08-14T00:00:00Z",
    "textualRating": "Mostly false",
    "languageCode": "en",
}
CLAIM: Shape = {
    "text": "Unemployment fell by 40 %",
    "claimant": "Jane Roe",
    "claimDate": "2026-08-10T00:00:00Z",
    "claimReview": [REVIEW],
}
EXPECTED = Review(
    claim="Unemployment fell by 40 %",
    url="https://www.check.example.org/1",
    uid=None,
    publisher="Example Check",
    publisher_url="https://check.example.org",
    title="No, unemployment did not fall by 40 %",
    published="2026-08-14T00:00:00Z",
    language="en",
    label="Mostly false",
    number=None,
    best=None,
    worst=None,
    explanation=None,
    claimant="Jane Roe",
    claimant_role=None,
    claimant_same_as=None,
    said_on="2026-08-10",
    first_at=None,
    said_at=(),
    citations=(),
    remarks=(),
)


def read(answer: Any) -> list[tuple[int, Review | BadInput]]:
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return list(facttools.read(io.BytesIO(text.encode())))


def refusals(answer: Any) -> list[tuple[int, str]]:
    return [(line, str(each)) for line, each in read(answer) if isinstance(each, BadInput)]


def test_each_review_of_each_claim_is_read() -> None:
    second = {**CLAIM, "claimReview": [REVIEW, {**REVIEW, "url": "https://other.example.net/2"}]}
    found = read({"claims": [CLAIM, second], "nextPageToken": "abc"})
    assert found[0] == (1, EXPECTED)
    urls = [each.url for _, each in found if isinstance(each, Review)]
    assert urls == [REVIEW["url"], REVIEW["url"], "https://other.example.net/2"]


def test_lines_are_those_of_the_claims() -> None:
    text = json.dumps({"claims": [CLAIM, CLAIM]}, indent=1)
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line == "  {"]
    assert [line for line, _ in read(text)] == starts


def test_answers_to_a_search_for_an_image_are_read() -> None:
    assert read({"results": [{"claim": CLAIM}]}) == [(1, EXPECTED)]


def test_answers_may_follow_each_other() -> None:
    page = json.dumps({"claims": [CLAIM], "nextPageToken": ""})
    assert [line for line, _ in read(f"{page}\n{page}\n")] == [1, 2]


def test_an_empty_answer_holds_nothing() -> None:
    assert read({}) == []
    assert read({"claims": []}) == []


def test_any_field_may_be_absent() -> None:
    ((_, found),) = read({"claims": [{"text": "It rained", "claimReview": [{}]}]})
    assert isinstance(found, Review)
    assert (found.claim, found.url, found.label, found.publisher) == ("It rained", None, None, None)
    assert found.remarks == ("The review gives no rating in words.",)


def test_a_publisher_without_a_name_goes_by_its_site() -> None:
    bare = {**CLAIM, "claimReview": [{**REVIEW, "publisher": {"site": "check.example.org"}}]}
    ((_, found),) = read({"claims": [bare]})
    assert isinstance(found, Review)
    assert (found.publisher, found.publisher_url) == (
        "check.example.org", "https://check.example.org",
    )  # fmt: skip


def test_what_cannot_be_taken_is_refused_in_its_place() -> None:
    wrong = ['{"text": "a"}', '{"claimReview": [{}]}', "7", '{"text": "b", "claimReview": 3}']
    text = '{"claims": [\n' + ",\n".join(wrong) + "]}"
    assert refusals(text) == [
        (2, "Line 2: this claim has no claimReview."),
        (3, "Line 3: text is missing: there is no saying which claim is checked."),
        (4, "Line 4: this is no claim."),
        (5, "Line 5: this claim has no claimReview."),
    ]


def test_an_error_of_the_service_is_told() -> None:
    answer = {"error": {"code": 403, "message": "API key not valid.", "status": "X"}}
    assert refusals(answer) == [(1, "Line 1: the answer is an error: API key not valid.")]


def test_addresses_that_act_are_left_out() -> None:
    acting = {**CLAIM, "claimReview": [{**REVIEW, "url": "javascript:alert(1)"}]}
    ((_, found),) = read({"claims": [acting]})
    assert isinstance(found, Review)
    assert found.url is None
    assert found.remarks == (
        "The address of the review is no web address, and was left out: javascript:alert(1).",
    )


def test_a_claim_with_half_a_character_is_refused() -> None:
    text = '{"claims": [{"text": "a\\ud800", "claimReview": [{}]}]}'
    ((_, message),) = refusals(text)
    assert message == "Line 1: The claim contains half a character (U+D800), which is not UTF-8."
