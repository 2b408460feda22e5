"""Contents to write reports of, and how to read a page again."""

from typing import Any

from lxml import html as pages  # type: ignore[import-untyped]  # it carries none

Shape = dict[str, Any]

BY = {"by": "Ann Checker", "at": "2026-11-21T09:00:00Z"}
TEXT = (
    "A train to Vladivostok\nOn Monday the train set off. It has 20 carriages.\n"
    "\nIt reaches 37 mph, Yonhap says.\n"
)


def source(number: int = 7, **given: Any) -> Shape:
    return {
        "id": number, "uid": f"uid-{number}", "key": f"source-{number}",
        "title": f"Page {number}", "url": f"https://news.example/{number}",
        "publisher": "The Herald", "kind": "page", "author": "A. Writer",
        "published": "2026-11-19", "tier": "secondary", "terms": None, "protected": False,
        "origin": None, "cited": 1, "archived": None, **given,
    }  # fmt: skip


def piece(**given: Any) -> Shape:
    return {
        "id": 4, "uid": "e4", "stance": "supports", "quote": "around 60 km/h", "says": None,
        "locator": "p. 3", "how": "page", "on": "2026-11-20", "tier": "secondary", "note": None,
        "seen": BY, "retracted": False, "retracted_because": None, "source": source(),
        "link": "https://news.example/7#:~:text=around%2060", "presence": None,
        "comparison": {"result": "agrees", "explanation": "37 mph = 59.5 km/h"}, **BY, **given,
    }  # fmt: skip


def claim(number: int = 12, outcome: str = "ok", **given: Any) -> Shape:
    return {
        "id": number, "uid": f"c{number}", "text": f"Claim {number} in words of its own",
        "kind": "number", "claimant": None, "claimant_detail": {"role": None, "same_as": None},
        "said": {"on": None, "occasion": None, "first": None, "appearances": []},
        "span": None, "also_at": [], "outcome": outcome, "stale": False, "stale_because": [],
        "verdict": None, "fix": None, "queries": [], "sign_off": None, "evidence": [],
        "review": {"url": None, "on": None}, "notes": [], "corrections": [], **given,
    }  # fmt: skip


def verdict(**given: Any) -> Shape:
    return {
        "conclusion": "supported", "why": None, "rating": None, "rating_detail": None,
        "reason": None, "exception": None, **BY, **given,
    }  # fmt: skip


def fix(**given: Any) -> Shape:
    return {
        "action": "change", "wording": "21 carriages", "state": "proposed", "because": None,
        "agreed_with": None, "agreed_at": None, "in_draft": False, **BY, **given,
    }  # fmt: skip


def mark(words: str, number: int, outcome: str = "ok", **given: Any) -> Shape:
    start = TEXT.index(words)
    return {
        "start": start, "end": start + len(words), "claim": number, "outcome": outcome,
        "stale": False, "listed": True, **given,
    }  # fmt: skip


def draft(*marks: Shape, text: str = TEXT, zones: tuple[Shape, ...] = ()) -> Shape:
    return {"number": 2, "text": text, "zones": list(zones), "marks": list(marks)}


def content(*claims: Shape, **given: Any) -> Shape:
    outcomes: dict[str, int] = {}
    for each in claims:
        outcomes[each["outcome"]] = outcomes.get(each["outcome"], 0) + 1
    return {
        "audience": "internal", "words": "line", "house": {"publisher": "The Desk"},
        "article": None, "draft": None,
        "summary": {"claims": len(claims), "outcomes": outcomes, "must_change": [],
                    "unsettled": [], "recheck": [], "open": []},
        "claims": list(claims), "sources": [], "let_stand": [], "findings": [],
        "corrections": [], **given,
    }  # fmt: skip


def article(**given: Any) -> Shape:
    return {
        "id": 1, "uid": "a1", "slug": "train", "title": "A train", "author": "Maria Reyes",
        "publisher": "The Desk", "published": "2026-11-20", "language": "en",
        "url": "https://desk.example/train", "state": "open", "revision": 2, "closed": None,
        "notes": [], **given,
    }  # fmt: skip


def parsed(page: str) -> Any:
    """The page as a tree; texts of any length."""
    parser = pages.HTMLParser(huge_tree=True, encoding="utf-8")
    return pages.document_fromstring(page.encode(), parser=parser)


def one(tree: Any, css: str) -> Any:
    """The only element that a path finds."""
    found = tree.xpath(css)
    assert len(found) == 1, (css, len(found))
    return found[0]


def said(element: Any) -> str:
    """The words of an element on one line."""
    return " ".join(element.text_content().split())


def article_text(tree: Any) -> str:
    """The words of the article, without what the report puts beside them."""
    found = one(tree, "//article[starts-with(@class, 'text')]")
    return "".join(found.xpath(".//text()[not(ancestor::ins)]"))
