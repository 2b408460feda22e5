"""A page as it is searched: what it shows, what is struck through, what is hidden."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factcheck.looks import PageMark
from factcheck.text.anchors import CONTEXT
from factcheck.text.folding import Folded, fold
from factcheck.text.presence.notices import Notice, read
from factcheck.text.spans import Span


class Mark(NamedTuple):
    """What the markup says of `text[start:end]`, in code points."""

    start: int
    end: int
    kind: PageMark


class Seen(NamedTuple):
    """Where, and among which words, a quotation stood when it was last seen.

    An empty side is not known.
    """

    prefix: str = ""
    suffix: str = ""
    start: int | None = None


@dataclass(frozen=True, eq=False)
class View:
    """A page without some of its stretches; `kept` are the others."""

    kept: list[Span]
    source: str

    @cached_property
    def fold(self) -> Folded:
        return fold(self.source)

    @cached_property
    def low(self) -> str:
        """The folded text in lower case, character for character."""
        text = self.fold.text.replace("\u0130", "i").lower()
        return text if len(text) == len(self.fold.text) else self.fold.text

    @cached_property
    def _starts(self) -> list[int]:
        """Where each kept stretch begins in `source`."""
        starts, at = [], 0
        for span in self.kept:
            starts.append(at)
            at += span.end - span.start
        return starts

    def on_page(self, start: int, end: int) -> Span:
        """Where `source[start:end]` stands on the page."""
        if len(self.kept) < 2:
            shift = self.kept[0].start if self.kept else 0
            return Span(start + shift, end + shift)
        return Span(self._at(start), self._at(end - 1) + 1 if end > start else self._at(start))

    def _at(self, place: int) -> int:
        one = max(0, bisect_right(self._starts, place) - 1)
        return self.kept[one].start + place - self._starts[one]

    def original(self, start: int, end: int) -> Span:
        """Where these characters of the folded text stand on the page."""
        return self.on_page(*self.fold.original(start, end))


class Page:
    """The text of a page with its marks; folded once, when it is first looked at."""

    def __init__(self, text: str, marks: Sequence[Mark] = ()) -> None:
        self.text = text
        self.hidden = _spans(text, marks, PageMark.HIDDEN)
        self.struck = _spans(text, marks, PageMark.STRUCK)

    @cached_property
    def valid(self) -> View:
        """What the page shows and has not struck through."""
        if not self.struck:
            return self.shown
        return _without(self.text, _joined([*self.hidden, *self.struck]))

    @cached_property
    def shown(self) -> View:
        return _without(self.text, self.hidden) if self.hidden else self.whole

    @cached_property
    def whole(self) -> View:
        return View([Span(0, len(self.text))], self.text)

    @cached_property
    def notices(self) -> list[Notice]:
        return list(read(self.text))

    @property
    def views(self) -> list[View]:
        """What is searched, the best first; none twice."""
        return list(dict.fromkeys((self.valid, self.shown, self.whole)))


def notices(page: Page) -> list[Notice]:
    """The corrections and retractions that the page prints about itself, in order.

    The text of one is its first line or sentence, at most 300 characters.
    """
    return list(page.notices)


def around(page: Page, start: int, end: int) -> Seen:
    """What to keep of a place for the next look: the words on both sides, and where it is."""
    before = page.text[max(0, start - CONTEXT) : max(0, start)]
    return Seen(before, page.text[end : end + CONTEXT], start)


def _spans(text: str, marks: Iterable[Mark], kind: PageMark) -> list[Span]:
    size = len(text)
    clipped = [Span(max(0, mark.start), min(size, mark.end)) for mark in marks if mark.kind == kind]
    return _joined(span for span in clipped if text[span.start : span.end].strip())


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            last = joined.pop()
            joined.append(Span(last.start, max(last.end, span.end)))
        else:
            joined.append(span)
    return joined


def _without(text: str, spans: list[Span]) -> View:
    kept, done = [], 0
    for span in [*spans, Span(len(text), len(text))]:
        if span.start > done:
            kept.append(Span(done, span.start))
        done = span.end
    return View(kept, "".join([text[span.start : span.end] for span in kept]))
