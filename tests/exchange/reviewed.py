"""A report's content with one claim that was checked, to be changed by each test."""

from typing import Any

from factcheck.exchange.claimreview import documents

Shape = dict[str, Any]

UID = "01939f3e-5c1a-7b2c-8d4e-0123456789ab"

SCALE = {
    "name": "five-point",
    "labels": [
        {"label": "Mostly false", "number": 2, "goes_with": ["refuted"]},
        {"label": "False", "number": 1, "goes_with": ["refuted"]},
    ],
}


def source(**changes: Any) -> Shape:
    return {
        "id": 4,
        "uid": "01939f3e-5c1a-7b2c-8d4e-000000000004",
        "key": "labour",
        "title": "Unemployment 2025",
        "url": "https://stats.example.gov/unemployment",
        "publisher": "Statistics Office",
        "kind": "page",
        "author": None,
        "published": "2026-01-31",
        "tier": "primary",
        "terms": None,
        "protected": False,
        "origin": None,
        "cited": 1,
        "archived": {
            "at": "2026-08-14T08:00:00Z",
            "url": "https://web.archive.org/web/20260814/https://stats.example.gov/unemployment",
            "sha256": "ab" * 32,
        },
        **changes,
    }


def piece(of: Shape, **changes: Any) -> Shape:
    """A piece of evidence from a source."""
    cited = {name: value for name, value in of.items() if name not in {"origin", "archived"}}
    return {
        "id": 9,
        "stance": "refutes",
        "quote": "The rate fell by four percentage points.",
        "says": None,
        "tier": "primary",
        "seen": {"by": None, "at": "2026-08-14T09:00:00Z"},
        "retracted": False,
        "source": cited,
        **changes,
    }


def correction(**changes: Any) -> Shape:
    return {
        "id": 1,
        "claim": 12,
        "kind": "correction",
        "what": "We wrote that the rate fell by 3 points; it fell by 4.",
        "why": "We misread the table.",
        "before": "3 points",
        "after": "4 points",
        "url": None,
        "by": None,
        "at": "2026-08-20T10:00:00Z",
        **changes,
    }


def claim(**changes: Any) -> Shape:
    return {
        "id": 12,
        "uid": UID,
        "text": "Unemployment in Region X fell by 40 % in 2025",
        "claimant": "Jane Roe",
        "claimant_detail": {"role": "Minister", "same_as": "https://www.wikidata.org/wiki/Q0"},
        "said": {
            "on": "2026-08-10",
            "first": "https://tv.example.com/talk",
            "appearances": ["https://social.example.com/1", "https://social.example.com/2"],
        },
        "article": {"id": 3, "slug": "region-x", "title": "Region X", "revision": 1},
        "verdict": {
            "conclusion": "refuted",
            "rating": "Mostly false",
            "rating_detail": {"number": 2, "best": 5, "worst": 1, "scale": "five-point"},
            "reason": "The rate fell by 4 percentage points, not 40 %.",
            "by": None,
            "at": "2026-08-13T12:00:00Z",
        },
        "evidence": [piece(source())],
        "review": {"url": "https://news.example.org/checks/unemployment", "on": "2026-08-14"},
        "corrections": [],
        **changes,
    }


def house(**changes: Any) -> Shape:
    return {
        "publisher": "Example News",
        "publisher_url": "https://news.example.org",
        "corrections_url": "https://news.example.org/corrections",
        "own_domains": ["example.org"],
        "political": False,
        "scale": SCALE,
        **changes,
    }


def content(*claims: Shape, **changes: Any) -> Shape:
    return {
        "audience": "public",
        "house": house(),
        "article": {"id": 3, "slug": "region-x", "language": "en"},
        "claims": list(claims) or [claim()],
        "sources": [source()],
        **changes,
    }


def made(*claims: Shape, **changes: Any) -> Shape:
    """The only document of a content without errors."""
    found = documents(content(*claims, **changes))
    assert found.errors == []
    (document,) = found.documents
    return document
