"""Sentences as words, with each quotation as one word."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.text.spans import Span

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:[-\w]+|%)?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|St|Jr|Sr|Inc|Corp|Co|Ltd|[A-Z])\.(?=\s)"
    r"|[^\W_]+(?:[-'\u2019.&/][^\W_]+)*(?:['\u2019](?=\s))?"
    r"|\S"
)

# Rules look about freely within a unit, so its length bounds their time.
LONGEST = 200


class Token(NamedTuple):
    """A word, a mark, or a whole quotation."""

    start: int
    end: int
    word: str
    low: str
    quote: bool

    @property
    def closes(self) -> str:
        """The last character before the mark that ends a quotation."""
        return self.word[-3 if self.word.endswith("''") else -2]


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences that no quotation runs across; `before` is a quotation that ends just there."""

    start: int
    end: int
    tokens: list[Token]
    before: Span | None

    def span(self, first: int, last: int) -> Span:
        """From token `first` to token `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)


class Stretch(NamedTuple):
    """Where a unit stands, and the quotations in it."""

    start: int
    end: int
    quotes: list[Span]


def stretches(sentences: list[Span], quotes: list[Span]) -> Iterator[Stretch]:
    """Sentences joined where a quotation runs over their border."""
    at, start = 0, -1
    for sentence in sentences:
        start = sentence.start if start < 0 else start
        last = bisect_left(quotes, sentence.end, lo=at, key=lambda one: one.start)
        if last > at and quotes[last - 1].end > sentence.end:
            continue
        yield Stretch(start, sentence.end, quotes[at:last])
        at, start = last, -1
    if start >= 0:
        end = max(sentences[-1].end, quotes[-1].end)
        yield Stretch(start, end, quotes[at:])


def unit(text: str, stretch: Stretch, before: Span | None) -> Unit:
    tokens: list[Token] = []
    done = stretch.start
    for quote in stretch.quotes:
        tokens += _words(text, done, quote.start)
        tokens.append(Token(*quote, text[quote.start : quote.end], "", quote=True))
        done = quote.end
    tokens += _words(text, done, stretch.end)
    return Unit(stretch.start, stretch.end, tokens, before)


def pieces(one: Unit) -> Iterator[Unit]:
    """`one`, or, if no person wrote it, what can be read of it in one go."""
    if len(one.tokens) <= LONGEST:
        yield one
        return
    for first in range(0, len(one.tokens), LONGEST):
        tokens = one.tokens[first : first + LONGEST]
        yield Unit(tokens[0].start, tokens[-1].end, tokens, None)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        word = found[0]
        yield Token(found.start(), found.end(), word, word.lower().replace("\u2019", "'"), False)  # noqa: FBT003  a row of a table
