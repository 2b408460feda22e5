"""Stretches of a text, and whether others are covered by them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`, in code points."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether all of `other` lies in it."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end


class Cover:
    """Spans laid over a text, asked many times what lies under them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._joined: list[Span] = []
        for span in self._spans:
            if self._joined and span.start <= self._joined[-1].end:
                last = self._joined.pop()
                span = Span(last.start, max(last.end, span.end))  # noqa: PLW2901  the joined one
            self._joined.append(span)

    def holds(self, span: Span) -> bool:
        """Whether all of `span` lies under one or several of them."""
        at = bisect_right(self._joined, (span.start, 2**62)) - 1
        return at >= 0 and self._joined[at].holds(span)

    def fills(self, span: Span) -> bool:
        """Whether one of them lies in `span`."""
        at = bisect_left(self._spans, (span.start, 0))
        return any(
            span.holds(other) for other in self._spans[at : bisect_left(self._spans, (span.end, 0))]
        )
