"""A quotation that the passage interrupts: "We will go," he said, "tomorrow"."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.text.speech.quotations import quotations
from factcheck.text.wording.chains import recased
from factcheck.text.wording.found import Found, agrees, quoted, unclear
from factcheck.text.wording.pieces import Pieces
from factcheck.text.wording.rows import Row, cuts, stops
from factcheck.text.wording.senses import denied, turned

# Longer insertions are no "he said" any more.
LONGEST_INSERTION = 8


@dataclass(slots=True)
class Spoken:
    """The words of a passage between quotation marks, told apart when they are asked for."""

    row: Row
    at: list[int] = field(default_factory=list)
    code: str | None = None

    def read(self) -> str:
        if self.code is None:
            self.at.extend(_spoken(self.row))
            self.code = "".join([self.row.code[at] for at in self.at])
        return self.code


def interrupted(pieces: Pieces, spoken: Spoken, near: list[str]) -> Found | None:
    """The quotation among the words between quotation marks alone; None if it is not there."""
    if len(pieces.rows) != 1 or pieces.size < 3:
        return None
    piece, row = pieces.rows[0], spoken.row
    at = spoken.read().find(piece.code)
    if at < 0:
        return None
    words = spoken.at[at : at + piece.size]
    between = [(one + 1, other) for one, other in pairwise(words) if other > one + 1]
    if not between or any(last - first > LONGEST_INSERTION for first, last in between):
        return None
    if recased(piece.words, [row.words[word] for word in words]):
        return None
    return _judged(pieces, row, (words[0], words[-1] + 1), between, near)


def _spoken(row: Row) -> Iterator[int]:
    spans = iter(quotations(row.text))
    span = next(spans, None)
    for at, start in enumerate(row.starts):
        while span and span.end <= start:
            span = next(spans, None)
        if span is None:
            return
        if span.start <= start:
            yield at


def _judged(
    pieces: Pieces,
    row: Row,
    whole: tuple[int, int],
    between: list[tuple[int, int]],
    near: list[str],
) -> Found:
    said = " and ".join(quoted(row.said(*each)) for each in between)
    text = quoted(pieces.text)
    doubts = [
        any(stops(row.gap(at)) for first, last in between for at in range(first, last + 1)),
        cuts(row, whole[0]) or cuts(row, whole[1]),
        turned(row, *whole, frozenset(near)),
        denied(row, *whole),
    ]
    if any(doubts):
        return unclear(f"{text} stands in the passage, but with {said} in it")
    return agrees(f"{text} stands in the passage word for word, which sets {said} in it")
