"""The text of an article with every claim marked at its words.

Claims overlap, stand at the same words and go on across paragraphs. The text is cut wherever
one begins or ends, so that each piece stands in one link at most; all of the text comes out
once, in order.
"""

import heapq
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from markupsafe import Markup

from factcheck.reports.html_looks import look
from factcheck.reports.html_text import marked_up
from factcheck.words import Zone

Shape = Mapping[str, Any]

_SIGNS = re.compile(r"#{1,6}[ \t]*")
#: A text with blank lines and no line longer than this was broken to a width.
_BROKEN_AT = 90

_TAGS: Mapping[str, str] = {Zone.HEADLINE: "h3", Zone.PULL_QUOTE: "blockquote"}


class Block(NamedTuple):
    """A paragraph or a line of the text, in code points, and the zone that it lies in."""

    start: int
    end: int
    zone: str


class Mark(NamedTuple):
    """A claim at its words."""

    start: int
    end: int
    number: int
    outcome: str
    stale: bool
    listed: bool


class Piece(NamedTuple):
    """Words between two cuts: whose they are, the loudest of the others there, who ends here."""

    start: int
    end: int
    owner: Mark | None
    beside: Mark | None
    ends: list[Mark]


class Copy(NamedTuple):
    """The marked text, and the claims that can be jumped to in it."""

    text: Markup
    shown: frozenset[int]


def marked(draft: Shape, wordings: Mapping[int, str]) -> Copy:
    """The text of a draft as HTML; `wordings` are the new words of claims, by number."""
    text = draft["text"]
    found = blocks(text, draft.get("zones") or ())
    marks = _marks(draft.get("marks") or (), found)
    writer = _Writer(text, wordings)
    parts: list[str] = []
    done = 0
    for block, cut in pieces(found, marks):
        parts.append(marked_up(text[done : block.start]))
        parts.append(writer.block(block, cut))
        done = block.end
    parts.append(marked_up(text[done:]))
    return Copy(Markup("".join(parts)), frozenset(writer.anchored))  # noqa: S704 - escaped above


def blocks(text: str, zones: Iterable[Shape]) -> list[Block]:
    """The paragraphs of a text, cut where a zone begins or ends."""
    zoned = sorted((zone["start"], zone["end"], zone["zone"]) for zone in zones)
    edges = sorted({place for start, end, _zone in zoned for place in (start, end)})
    starts = [start for start, _end, _zone in zoned]
    found = []
    for line in _paragraphs(text):
        inner = edges[bisect_right(edges, line[0]) : bisect_left(edges, line[1])]
        for start, end in pairwise((line[0], *inner, line[1])):
            at = bisect_right(starts, start) - 1
            inside = at >= 0 and start < zoned[at][1]
            found.append(Block(start, end, zoned[at][2] if inside else Zone.BODY.value))
    return list(_with_signs(text, found))


def _with_signs(text: str, found: Sequence[Block]) -> Iterator[Block]:
    """The `#` of a Markdown headline stands in it, and not in a paragraph of its own."""
    sign: Block | None = None
    for block in found:
        if sign is not None and sign.end == block.start:
            block = block._replace(start=sign.start)  # noqa: PLW2901  the same block, made whole
        elif sign is not None:
            yield sign
        sign = None
        if block.zone == Zone.BODY and _SIGNS.fullmatch(text, block.start, block.end):
            sign = block
        else:
            yield block
    if sign is not None:
        yield sign


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each line stands that is not blank; lines that were broken to a width together."""
    lines = text.split("\n")
    broken = "\n\n" in text and all(len(line) <= _BROKEN_AT for line in lines)
    start = end = at = 0
    for line in lines:
        blank = not line or line.isspace()
        if start < end and (blank or not broken):
            yield start, end
            start = end
        if not blank:
            start, end = (at if start == end else start), at + len(line)
        at += len(line) + 1
    if start < end:
        yield start, end


def _marks(given: Iterable[Shape], found: Sequence[Block]) -> list[Mark]:
    """The marks in reading order, each ending with the last words that it has."""
    starts = [block.start for block in found]
    marks = []
    for each in given:
        last = bisect_left(starts, each["end"]) - 1
        if last >= 0:
            end = min(each["end"], found[last].end)
            if max(each["start"], 0) < end:
                marks.append(_mark(each, end))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.number))


def _mark(each: Shape, end: int) -> Mark:
    state = bool(each.get("stale")), bool(each.get("listed", True))
    return Mark(max(each["start"], 0), end, each["claim"], each["outcome"], *state)


def pieces(found: Sequence[Block], marks: Sequence[Mark]) -> Iterator[tuple[Block, list[Piece]]]:
    """Each block with its pieces; `marks` by start."""
    cuts = sorted({place for mark in marks for place in (mark.start, mark.end)})
    ending: dict[int, list[Mark]] = {}
    for mark in marks:
        ending.setdefault(mark.end, []).append(mark)
    here = _Here(marks)
    for block in found:
        inner = cuts[bisect_right(cuts, block.start) : bisect_left(cuts, block.end)]
        yield (
            block,
            [
                Piece(start, end, *here.at(start), ending.get(end, []))
                for start, end in pairwise((block.start, *inner, block.end))
            ],
        )


class _Here:
    """The marks that a place lies in, while it moves through the text."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._next = 0
        self._closest: list[tuple[tuple[int, ...], Mark]] = []
        self._loudest: list[tuple[tuple[int, ...], Mark]] = []

    def at(self, place: int) -> tuple[Mark | None, Mark | None]:
        """The closest mark around `place`, and the loudest, if that is another one."""
        while self._next < len(self._marks) and self._marks[self._next].start <= place:
            self._open(self._marks[self._next])
            self._next += 1
        for heap in (self._closest, self._loudest):
            while heap and heap[0][-1].end <= place:
                heapq.heappop(heap)
        owner = self._closest[0][-1] if self._closest else None
        loudest = self._loudest[0][-1] if self._loudest else None
        return owner, loudest if loudest is not owner else None

    def _open(self, mark: Mark) -> None:
        weight = look(mark.outcome).weight
        near = int(not mark.listed), mark.end - mark.start, weight, self._next
        heapq.heappush(self._closest, (near, mark))
        heapq.heappush(self._loudest, ((weight, self._next), mark))


class _Writer:
    """Writes blocks, and remembers which claims have their anchor already."""

    def __init__(self, text: str, wordings: Mapping[int, str]) -> None:
        self.anchored: set[int] = set()
        self._text = text
        self._wordings = dict(wordings)
        self._headline = "h2"

    def block(self, block: Block, cut: Iterable[Piece]) -> str:
        inner = "".join(self._piece(piece) for piece in cut)
        tag = self._tag(block)
        words = self._text[block.start : block.end]
        classes = [] if block.zone == Zone.BODY else [str(marked_up(block.zone))]
        # Blanks that say something are kept as they are; others would trail a line in the margin.
        classes += ["spaced"] if "  " in words or "\t" in words else []
        name = f' class="{" ".join(classes)}"' if classes else ""
        return f'<{tag}{name} dir="auto">{inner}</{tag}>'

    def _tag(self, block: Block) -> str:
        """The first headline is the article's own, the others stand under it."""
        if block.zone == Zone.HEADLINE:
            tag, self._headline = self._headline, "h3"
            return tag
        return _TAGS.get(block.zone, "p")

    def _piece(self, piece: Piece) -> str:
        words = marked_up(self._text[piece.start : piece.end])
        owner = piece.owner
        own = self._words(words, piece, owner) if owner else words
        after = (self._after(mark, owner) for mark in piece.ends)
        return own + "".join(after)

    def _words(self, words: str, piece: Piece, owner: Mark) -> str:
        classes = _classes(owner)
        if piece.beside and look(piece.beside.outcome).tone == "loud":
            classes += " in-loud"
        if not owner.listed:
            return f'<span class="mark {classes}"><span>{words}</span></span>'
        ends = f' data-n="{owner.number}"' if owner in piece.ends else ' tabindex="-1"'
        link = f'href="#claim-{owner.number}" data-c="{owner.number}"{ends}'
        return f'<a class="mark {classes}" {self._anchor(owner)}{link}><span>{words}</span></a>'

    def _anchor(self, mark: Mark) -> str:
        if mark.number in self.anchored:
            return ""
        self.anchored.add(mark.number)
        return f'id="at-{mark.number}" '

    def _after(self, mark: Mark, owner: Mark | None) -> str:
        """What follows a claim's last words: its number if no link bears it, the new wording."""
        number = ""
        if mark.listed and mark is not owner:
            number = self._number(mark)
        wording = self._wordings.pop(mark.number, None)
        if wording is None:
            return number
        return f'{number}<ins class="new" dir="auto">{marked_up(wording)}</ins>'

    def _number(self, mark: Mark) -> str:
        link = f'href="#claim-{mark.number}" data-c="{mark.number}" data-n="{mark.number}"'
        return (
            f'<a class="ref {_classes(mark)}" {self._anchor(mark)}{link}'
            f' aria-label="Claim {mark.number}"></a>'
        )


def _classes(mark: Mark) -> str:
    stale = " stale" if mark.stale else ""
    return f"t-{look(mark.outcome).tone} o-{marked_up(mark.outcome)}{stale}"
