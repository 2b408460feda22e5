"""The seed, as a person may edit it, holds together."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.words import Conclusion, How, Kind, Priority, SourceKind, Stance, Tier

SEED = Path(__file__).parent.parent / "seed"


def load(name: str) -> Any:
    return tomllib.loads((SEED / name).read_text(encoding="utf-8"))


CLAIMS: list[dict[str, Any]] = load("claims.toml")["claim"]
SOURCES: list[dict[str, Any]] = load("sources.toml")["source"]
DECISIONS: list[dict[str, Any]] = load("decisions.toml")["decision"]
EVIDENCE: list[dict[str, Any]] = [item for claim in CLAIMS for item in claim.get("evidence", [])]


def text() -> str:
    return (SEED / "article.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: str(claim["number"]))
def test_a_quote_stands_exactly_once_in_the_article(claim: dict[str, Any]) -> None:
    assert text().count(claim["quote"]) == 1


def test_claims_are_numbered_in_reading_order() -> None:
    assert [claim["number"] for claim in CLAIMS] == list(range(1, len(CLAIMS) + 1))
    places = [text().index(claim["quote"]) for claim in CLAIMS]
    assert places == sorted(places)


def test_claims_use_the_words_of_the_product() -> None:
    known = {"number", "text", "quote", "claimant", "claimant_role", "kind", "priority", "tags"}
    for claim in CLAIMS:
        assert set(claim) <= known | {"evidence"}
        assert Kind(claim["kind"])
        assert Priority(claim["priority"])


def test_evidence_names_a_source_and_gives_one_thing() -> None:
    keys = {source["key"] for source in SOURCES}
    for item in EVIDENCE:
        assert set(item) <= {"source", "stance", "quote", "says", "on", "how", "note"}
        assert item["source"] in keys
        assert ("quote" in item) != ("says" in item)
        assert Stance(item["stance"])
        assert How(item["how"])


def test_evidence_says_that_it_was_read_in_a_stored_copy() -> None:
    assert all("stored copy" in item["note"] for item in EVIDENCE)
    pages = [source for source in SOURCES if "url" in source]
    assert all("stored copy" in source["note"] for source in pages)


def test_every_source_is_there_once_and_is_cited() -> None:
    keys = [source["key"] for source in SOURCES]
    pages = [source for source in SOURCES if "url" in source]
    assert len(keys) == len(set(keys))
    assert len(pages) == len({source["url"] for source in pages})
    origins = {source["origin"] for source in SOURCES if "origin" in source}
    assert set(keys) == {item["source"] for item in EVIDENCE} | origins
    for source in SOURCES:
        assert source.get("url", "https://").startswith("https://")
        assert source.get("origin", keys[0]) in keys
        assert SourceKind(source["kind"])
        assert Tier(source["tier"])


def test_decisions_are_about_claims_and_have_reasons() -> None:
    numbers = [decision["claim"] for decision in DECISIONS]
    assert numbers == sorted(set(numbers))
    assert set(numbers) <= {claim["number"] for claim in CLAIMS}
    for decision in DECISIONS:
        assert set(decision) <= {"claim", "conclusion", "reason", "fix", "note"}
        assert Conclusion(decision["conclusion"])
        assert decision["reason"]
