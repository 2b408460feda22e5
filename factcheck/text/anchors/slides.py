"""Words left out or put in beside their twins: which of them a diff should choose.

Of `a b a`, turned into `a`, either `a b` or `b a` was left out. A paragraph or a sentence is
left out from its beginning; where that does not decide, the words are in doubt.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.text.anchors.matches import Alignment
from factcheck.text.anchors.tokens import Draft


class _Side(NamedTuple):
    """One of the two drafts, the partners of its tokens, and those of the other draft."""

    draft: Draft
    partners: list[int]
    others: list[int]


def settle(made: Alignment) -> None:
    """Put holes where a paragraph or sentence begins, and doubt the words where that may vary."""
    for side in (
        _Side(made.old, made.to, made.back),
        _Side(made.new, made.back, made.to),
    ):
        for first, last in list(_holes(side.partners)):
            up, down = _reach(side, first, last)
            if up or down:
                _settle(made, side, (first, last), (up, down))


def _holes(partners: list[int]) -> Iterator[tuple[int, int]]:
    first = -1
    for at, partner in enumerate([*partners, 0]):
        if partner < 0 and first < 0:
            first = at
        elif partner >= 0 and first >= 0:
            yield first, at
            first = -1


def _reach(side: _Side, first: int, last: int) -> tuple[int, int]:
    """How far a hole could be shifted, up and down, for the same words to be left."""
    ids, partners = side.draft.ids, side.partners
    down = 0
    while last + down < len(ids) and partners[last + down] >= 0:
        if ids[first + down] != ids[last + down]:
            break
        down += 1
    up = 0
    while first - up > 0 and partners[first - up - 1] >= 0:
        if ids[last - up - 1] != ids[first - up - 1]:
            break
        up += 1
    return up, down


def _settle(made: Alignment, side: _Side, hole: tuple[int, int], reach: tuple[int, int]) -> None:
    first, last = hole
    up, down = reach
    starts = _starts(side.draft, first - up, first + down)
    if len(starts) != 1:
        _doubt(made, side, hole, reach)
    if starts and _is_pure(side, first - up, first) and _is_pure(side, last, last + down):
        _shift(made, side, hole, starts[-1] - first)


def _starts(draft: Draft, first: int, last: int) -> list[int]:
    """The tokens from `first` to `last` that begin a paragraph; if none does, a sentence."""
    units = draft.units[bisect_left(draft.units, first) : bisect_right(draft.units, last)]
    return [at for at in units if at == 0 or at in draft.breaks] or units


def _is_pure(side: _Side, first: int, last: int) -> bool:
    """Whether the partners of these tokens stand in a row."""
    if first == last:
        return True
    start = side.partners[first]
    return side.partners[first:last] == list(range(start, start + last - first))


def _shift(made: Alignment, side: _Side, hole: tuple[int, int], by: int) -> None:
    first, last = hole
    taken = range(last, last + by) if by > 0 else range(first - 1, first + by - 1, -1)
    free = range(first, first + by) if by > 0 else range(last - 1, last + by - 1, -1)
    for to, source in zip(free, taken, strict=True):
        partner = side.partners[source]
        if side.partners is made.to:
            made.moved[to] = made.moved[source]
        side.partners[to], side.partners[source] = partner, -1
        side.others[partner] = to


def _doubt(made: Alignment, side: _Side, hole: tuple[int, int], reach: tuple[int, int]) -> None:
    first, last = hole
    up, down = reach
    for tokens in (
        range(first, min(first + down, last)),
        range(last, last + down),
        range(max(first, last - up), last),
        range(first - up, first),
    ):
        for token in tokens:
            old = token if side.partners is made.to else side.partners[token]
            if old >= 0:
                made.doubt[old] = 1
