"""The article as Markdown, each claim's words followed by a footnote with its sources."""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.reports.markdown_text import escaped, line, link, quoted, text
from factcheck.words import Zone, label

Shape = Mapping[str, Any]

#: How a paragraph of a zone begins.
_BEGINS: dict[str | None, str] = {Zone.HEADLINE: "### ", Zone.DECK: "#### ", Zone.PULL_QUOTE: "> "}


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
    zones = {zone["start"]: zone["zone"] for zone in draft["zones"]}
    marks = [mark for mark in draft["marks"] if mark["claim"] in listed]
    start = 0
    for paragraph in draft["text"].split("\n"):
        end = start + len(paragraph)
        if paragraph.strip():
            ends = [mark for mark in marks if start < mark["end"] <= end or mark["end"] == start]
            yield _BEGINS.get(zones.get(start), "") + _noted(paragraph, start, ends)
            yield ""
        start = end + 1


def _noted(paragraph: str, start: int, marks: list[Shape]) -> str:
    """The paragraph with a reference after the words of each claim that ends in it."""
    pieces, done = [], 0
    for mark in sorted(marks, key=lambda mark: (mark["end"], mark["claim"])):
        at = mark["end"] - start
        pieces += [escaped(paragraph[done:at]), f"[^{mark['claim']}]"]
        done = at
    return line("".join([*pieces, escaped(paragraph[done:])]).strip())


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
