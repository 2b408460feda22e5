"""The article as Markdown, each claim's words followed by a footnote with its sources."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import Any

from factcheck.reports.markdown_text import escaped, line, link, quoted, text
from factcheck.words import Zone, label

Shape = Mapping[str, Any]

#: How a paragraph of a zone begins.
_BEGINS: dict[str, str] = {Zone.HEADLINE: "### ", Zone.DECK: "#### ", Zone.PULL_QUOTE: "> "}

# What would make a link or a definition of the reference before it.
_GOES_ON = re.compile(r"(?<!\\)(\[\^[0-9]+\])(?=[(:])")


def section(content: Shape) -> Iterator[str]:
    """The text with its footnotes, whose numbers are those of the claims; nothing without one."""
    draft = content["draft"]
    if draft is None:
        return
    listed = {claim["id"]: claim for claim in content["claims"]}
    yield "## The text"
    yield ""
    yield from _paragraphs(draft, listed)
    named = {mark["claim"] for mark in draft["marks"]}
    for number, claim in listed.items():
        if number in named:
            yield f"[^{number}]: {_footnote(claim, content['words'])}"
            yield ""


def _paragraphs(draft: Shape, listed: Mapping[int, Shape]) -> Iterator[str]:
    begins = _Beginnings(draft["zones"])
    marks = [mark for mark in draft["marks"] if mark["claim"] in listed]
    waiting = deque(sorted(marks, key=lambda mark: (mark["end"], mark["claim"])))
    places = list(_places(draft["text"]))
    for (start, paragraph), (after, _) in zip(places, [*places[1:], (inf, "")], strict=True):
        ends = []
        # What ends in the blank lines after it ends with it.
        while waiting and waiting[0]["end"] <= after:
            ends.append(waiting.popleft())
        yield begins.at(start) + _noted(paragraph, start, ends)
        yield ""


def _places(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph with its place."""
    start = 0
    for paragraph in text.split("\n"):
        if paragraph.strip():
            yield start, paragraph
        start += len(paragraph) + 1


class _Beginnings:
    """How paragraphs begin, by the zones that they stand in."""

    def __init__(self, zones: Sequence[Shape]) -> None:
        self._zones = sorted(zones, key=lambda zone: zone["start"])
        self._starts = [zone["start"] for zone in self._zones]

    def at(self, place: int) -> str:
        before = bisect_right(self._starts, place) - 1
        within = before >= 0 and place < self._zones[before]["end"]
        return _BEGINS.get(self._zones[before]["zone"], "") if within else ""


def _noted(paragraph: str, start: int, marks: Sequence[Shape]) -> str:
    """The paragraph with a reference after the words of each claim that ends in it."""
    pieces, done = [], 0
    for mark in marks:
        at = min(max(mark["end"] - start, done), len(paragraph))
        pieces += [escaped(paragraph[done:at]), f"[^{mark['claim']}]"]
        done = at
    whole = "".join([*pieces, escaped(paragraph[done:])]).strip()
    return line(_GOES_ON.sub(r"\1\\", whole))


def _footnote(claim: Shape, words: str) -> str:
    fix = claim["fix"] or {}
    shown = label(words, claim["outcome"], wording=fix.get("wording"), name=fix.get("agreed_with"))
    parts = [f"**{text(shown)}**"]
    if claim["stale"]:
        parts.append(f"RE-CHECK: {text('; '.join(claim['stale_because']))}.")
    verdict = claim["verdict"] or {}
    parts += [text(verdict["reason"])] if verdict.get("reason") else []
    sources = [_source(piece) for piece in claim["evidence"] if not piece["retracted"]]
    return " ".join([*parts, "; ".join(sources)]).strip()


def _source(piece: Shape) -> str:
    source = piece["source"]
    said = f"{quoted(piece['quote'])}, " if piece["quote"] else ""
    place = f", {text(piece['locator'])}" if piece["locator"] else ""
    return f"{said}{link(source['title'], piece['link'])}{place}"
