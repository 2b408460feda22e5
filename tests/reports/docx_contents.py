"""Contents for Word files, and what stands in the files that come of them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.documents.docx import write
from factcheck.documents.docx_notes import _span
from factcheck.documents.docx_package import Package
from factcheck.documents.docx_sheet import Sheet
from factcheck.documents.docx_styles import Styles, W
from factcheck.documents.docx_walk import Found

Shape = dict[str, Any]


def claim(number: int, **more: Any) -> Shape:
    """A claim that is plain OK."""
    plain = {
        "id": number,
        "uid": f"0192ab34-0000-7000-8000-0000000000{number:02x}",
        "text": f"claim {number}",
        "outcome": "ok",
        "stale": False,
        "stale_because": [],
        "verdict": None,
        "fix": None,
        "queries": [],
        "evidence": [],
    }
    return {**plain, **more}


def line(number: int, asked: int | None = None) -> str:
    """The last line of the comments on such a claim."""
    query = "" if asked is None else f" query {asked}"
    return f"[factcheck claim {number} 000000{number:02x}{query}]"


def unsealed(text: str) -> str:
    """The last line of a comment without what it says of those above it."""
    return re.sub(r" [0-9a-f]{6}\]$", "]", text)


def query(number: int, question: str, **more: Any) -> Shape:
    return {
        "id": number, "question": question, "to": None, "asked_at": "2026-11-20T10:00:00+00:00",
        "answered_at": None, **more,
    }  # fmt: skip


def content(
    text: str | None, words: Sequence[str] = (), zones: Mapping[str, str] | None = None,
    **more: Any,
) -> Shape:  # fmt: skip
    """A claim on each of `words`; `zones` are words and the zone that they are."""
    marks = [
        {"start": start, "end": end, "claim": number, "outcome": "ok"}
        for number, each in enumerate(words, 1)
        for start, end in [place(text or "", each)]
    ]
    zoned = [
        {"start": start, "end": end, "zone": zone}
        for each, zone in (zones or {}).items()
        for start, end in [place(text or "", each)]
    ]
    draft = None if text is None else {"number": 1, "text": text, "zones": zoned, "marks": marks}
    claims = [claim(number) for number in range(1, len(words) + 1)]
    plain = {"audience": "internal", "words": "line", "article": None, "draft": draft}
    return {**plain, "claims": claims, **more}


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


class Said(NamedTuple):
    """A comment: the words that it is on, and its lines."""

    words: str
    lines: list[str]


def comments(data: bytes) -> list[Said]:
    """By their numbers."""
    package, found, sheet = Package(data), Found(), Sheet()
    write(package, package.document(), sheet, found, Styles(package.part("styles")))
    part = package.part("comments")
    elements = [] if part is None else part.root.findall(f"{W}comment")
    return [
        Said(str(sheet)[slice(*_span(found.comments[number]))], _lines(each))
        for each in sorted(elements, key=lambda each: int(each.get(f"{W}id")))
        for number in [each.get(f"{W}id")]
    ]


def _lines(comment: Any) -> list[str]:
    paragraphs = comment.findall(f"{W}p")
    return [unsealed("".join(_shown(each) for each in p.iter())) for p in paragraphs]


def _shown(element: Any) -> str:
    return str(element.text or "") if element.tag == f"{W}t" else "\n" * (element.tag == f"{W}br")


def words(data: bytes) -> list[str]:
    return [each.words for each in comments(data)]
