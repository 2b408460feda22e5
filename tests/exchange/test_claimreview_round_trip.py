"""What is written as ClaimReview is read back as it was."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.exchange.claimreview import documents, embedded, feed, text
from factcheck.exchange.claimreview_read import read
from factcheck.exchange.reviews import Citation, Review
from tests.exchange.reviewed import UID, claim, content, made, piece, source
from tests.exchange.test_claimreview import HOSTILE

EXPECTED = Review(
    claim="Unemployment in Region X fell by 40 % in 2025",
    url="https://news.example.org/checks/unemployment",
    uid=UID,
    publisher="Example News",
    publisher_url="https://news.example.org",
    title=None,
    published="2026-08-14",
    language="en",
    label="Mostly false",
    number="2",
    best="5",
    worst="1",
    explanation="The rate fell by 4 percentage points, not 40 %.",
    claimant="Jane Roe",
    claimant_role="Minister",
    claimant_same_as="https://www.wikidata.org/wiki/Q0",
    said_on="2026-08-10",
    first_at="https://tv.example.com/talk",
    said_at=("https://social.example.com/1", "https://social.example.com/2"),
    citations=(
        Citation(
            url="https://stats.example.gov/unemployment",
            title="Unemployment 2025",
            archived_at="https://web.archive.org/web/20260814/"
            "https://stats.example.gov/unemployment",
            quote="The rate fell by four percentage points.",
            stance="refutes",
            publisher="Statistics Office",
            published="2026-01-31",
        ),
    ),
    remarks=(),
)
PAGE = "<!doctype html><html><head>\n<title>Check</title>\n{}</head><body><p>{}</p></body></html>"


def back(written: str) -> list[Review]:
    found = [each for _, each in read(io.BytesIO(written.encode()))]
    assert all(isinstance(each, Review) for each in found)
    return [each for each in found if isinstance(each, Review)]


def test_a_document_comes_back() -> None:
    assert back(text(made())) == [EXPECTED]


def test_an_element_of_a_page_comes_back() -> None:
    element = embedded(made())
    assert back(element) == [EXPECTED]
    assert back(PAGE.format(element, "A check.")) == [EXPECTED]
    assert back(PAGE.format(element, "A check.").replace("\n", "\r\n")) == [EXPECTED]


def test_a_feed_comes_back() -> None:
    other = claim(id=13, uid=UID[:-1] + "c", text="Prices rose.")
    other["review"] = {"url": "https://news.example.org/checks/prices", "on": None}
    all_of_them = documents(content(claim(), other)).documents
    second = replace(
        EXPECTED,
        claim="Prices rose.",
        uid=UID[:-1] + "c",
        url="https://news.example.org/checks/prices",
        published="2026-08-13",
    )
    assert back(text(feed(all_of_them))) == [EXPECTED, second]
    assert back(embedded(feed(all_of_them))) == [EXPECTED, second]
    assert back("".join(map(embedded, all_of_them))) == [EXPECTED, second]


def test_what_is_missing_stays_missing() -> None:
    bare = claim(
        claimant_detail={"role": None, "same_as": None},
        said={"on": "2026-08", "first": None, "appearances": []},
        evidence=[],
    )
    assert back(text(made(bare, article=None))) == [
        replace(
            EXPECTED,
            language=None,
            claimant_role=None,
            claimant_same_as=None,
            said_on="2026-08",
            first_at=None,
            said_at=(),
            citations=(),
        )
    ]


def hostile(words: str) -> dict[str, Any]:
    verdict = {**claim()["verdict"], "reason": words}
    pieces = [piece(source(title=words), quote=words)]
    return claim(text=words, claimant=words, verdict=verdict, evidence=pieces)


@pytest.mark.parametrize("words", [*HOSTILE, "long <b>" * 50_000])
def test_texts_of_any_kind_come_back_whole(words: str) -> None:
    bare = words.strip()
    expected = replace(
        EXPECTED,
        claim=bare,
        claimant=bare,
        explanation=bare,
        citations=(replace(EXPECTED.citations[0], title=bare, quote=bare),),
    )
    document = made(hostile(words))
    assert back(text(document)) == [expected]
    assert back(PAGE.format(embedded(document), "A check.")) == [expected]


LETTERS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40
).filter(str.strip)


@settings(max_examples=40, deadline=None)
@given(words=LETTERS)
def test_any_letters_come_back(words: str) -> None:
    document = made(hostile(words))
    (whole,), (embed,) = back(text(document)), back(embedded(document))
    assert whole == embed
    assert (whole.claim, whole.explanation) == (words.strip(), words.strip())
    assert json.loads(text(document)) == document
