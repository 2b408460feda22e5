"""The HTML report of a long piece with 500 claims, against escaping as many bytes."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import escape

from factcheck.reports import html
from factcheck.words import Outcome
from tests.bench.measure import ROOT, Measured

CLAIMS = 500
#: The page's own bytes escaped this often: what any writer of HTML has to do, and more.
TIMES = 20
ROUNDS = 5


def run(_folder: Path) -> Iterator[Measured]:
    given = content(CLAIMS)
    page = html.report(given)
    pairs = [(_seconds(lambda: html.report(given)), _seconds(lambda: _escaped(page)))
             for _round in range(ROUNDS)]  # fmt: skip
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    megabytes = len(page.encode()) / 1e6
    note = f"{CLAIMS} claims; {ours:.2f} s against {theirs:.2f}"
    yield Measured(f"report --format html / {TIMES} times escape", ours / theirs, 2.0, note)
    yield Measured("report --format html, seconds", ours, 2.0)
    yield Measured("report --format html, MB", megabytes, 3.0)


def content(number: int) -> dict[str, Any]:
    """A piece of so many claims, each with two pieces of evidence of their own sources."""
    once = (ROOT / "seed" / "article.txt").read_text(encoding="utf-8")
    text = "\n".join([once] * (number // 25))
    outcomes = list(Outcome)
    room = len(text) // number
    claims = [_claim(at, text[at * room :][: room // 2], outcomes[at % len(outcomes)].value)
              for at in range(number)]  # fmt: skip
    for at, claim in enumerate(claims):
        claim["span"] |= {"start": at * room, "end": at * room + room // 2}
    counts = {each.value: sum(c["outcome"] == each for c in claims) for each in outcomes}
    return {
        "audience": "internal",
        "words": "line",
        "house": {"publisher": "The Desk"},
        "article": {
            "id": 1, "slug": "long", "title": "A long piece", "author": "Maria Reyes",
            "publisher": "The Desk", "published": "2026-11-20", "language": "en", "url": None,
            "state": "open", "revision": 1, "closed": None, "notes": [],
        },
        "draft": {
            "number": 1, "text": text, "zones": [],
            "marks": [
                {"start": c["span"]["start"], "end": c["span"]["end"], "claim": c["id"],
                 "outcome": c["outcome"], "stale": False, "listed": True}
                for c in claims
            ],
        },
        "summary": {"claims": number, "outcomes": counts, "must_change": [], "recheck": [],
                    "open": [c["id"] for c in claims if c["outcome"] == "open"]},
        "claims": claims,
        "sources": [_source(at) for at in range(2 * number)],
        "let_stand": [], "findings": [], "corrections": [],
    }  # fmt: skip


def _claim(at: int, words: str, outcome: str) -> dict[str, Any]:
    by = {"by": "Ann Checker", "at": "2026-11-21T09:00:00Z"}
    return {
        "id": at + 1, "text": f"The train of claim {at + 1} has 20 carriages and reaches 37 mph",
        "claimant": "Yonhap", "claimant_detail": {"role": "news agency", "same_as": None},
        "said": {"on": "2026-11-19", "occasion": None, "first": None, "appearances": []},
        "span": {"exact": words}, "also_at": [], "outcome": outcome, "stale": False,
        "stale_because": [],
        "verdict": {"conclusion": "supported", "why": None, "rating": None, "exception": None,
                    "reason": "Two pages give the figure, and one of them was there. " * 2, **by},
        "fix": {"action": "change", "wording": "21 carriages", "state": "proposed",
                "because": None, "agreed_with": None, "in_draft": False, **by},
        "queries": [{"question": "Who counted?", "to": "Maria", "asked_at": by["at"], "by": None,
                     "answer": "The driver did.", "answered_by": "Maria",
                     "answered_at": by["at"]}],
        "sign_off": None, "review": {"url": None, "on": None}, "notes": [], "corrections": [],
        "evidence": [_piece(2 * at), _piece(2 * at + 1)],
    }  # fmt: skip


def _piece(number: int) -> dict[str, Any]:
    by = {"by": "Ann Checker", "at": "2026-11-21T09:00:00Z"}
    source = _source(number)
    return {
        "id": number + 1, "stance": "supports", "quote": "a train of around 60 km/h " * 4,
        "says": None, "locator": "p. 212", "how": "page", "on": "2026-11-20",
        "tier": "secondary", "note": None, "seen": by, "retracted": False,
        "retracted_because": None, "source": source, "link": f"{source['url']}#:~:text=a%20train",
        "comparison": {"result": "agrees", "explanation": "37 mile/hour = 59.5 km/hour; agrees"},
        "presence": "exact", **by,
    }  # fmt: skip


def _source(number: int) -> dict[str, Any]:
    url = f"https://news.example.org/2026/11/20/the-train-and-its-carriages-{number}"
    return {
        "id": number + 1, "uid": str(number), "key": f"source-{number}", "url": url,
        "title": f"The train and its carriages, seen from near ({number})",
        "publisher": "The Example Herald", "kind": "page", "author": "A. Writer",
        "published": "2026-11-20", "tier": "secondary", "terms": None, "protected": False,
        "origin": f"source-{number - 1}" if number % 4 == 1 else None, "cited": 1,
        "archived": {"at": "2026-11-21T09:00:00Z", "url": None, "sha256": "0" * 64},
    }  # fmt: skip


def _escaped(page: str) -> None:
    for _time in range(TIMES):
        escape(page)


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start
