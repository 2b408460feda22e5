"""What two sequences have in common, in bounded time and memory."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

# Up to here the longest runs are looked for, which is what a reader would call the same.
SMALL = 20_000
# Above this the table of the longest common subsequence would not fit in a few megabytes.
LARGE = 100_000_000


class Block(NamedTuple):
    """`size` equal elements: from `old` in one sequence, from `new` in the other."""

    old: int
    new: int
    size: int


def common(old: Sequence[int], new: Sequence[int]) -> list[Block]:
    """The equal blocks of two sequences, in order, never crossing."""
    head = _head(old, new)
    tail = _head(old[head:][::-1], new[head:][::-1])
    inner = _inner(old[head : len(old) - tail], new[head : len(new) - tail])
    found = [
        Block(0, 0, head),
        *(Block(old + head, new + head, size) for old, new, size in inner),
        Block(len(old) - tail, len(new) - tail, tail),
    ]
    return [block for block in found if block.size]


def _head(old: Sequence[int], new: Sequence[int]) -> int:
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return at
    return min(len(old), len(new))


def _inner(old: Sequence[int], new: Sequence[int]) -> list[Block]:
    cells = len(old) * len(new)
    if cells <= SMALL:
        found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [Block(*block) for block in found if block.size]
    if cells <= LARGE:
        return [
            Block(step.src_start, step.dest_start, step.src_end - step.src_start)
            for step in LCSseq.opcodes(old, new)
            if step.tag == "equal"
        ]
    return list(_anchored(old, new))


def _anchored(old: Sequence[int], new: Sequence[int]) -> Iterator[Block]:
    """Blocks around the elements that stand once in both sequences, in their common order."""
    old_end = new_end = 0
    for one, other in [*_unique(old, new), (len(old), len(new))]:
        if one < old_end or other < new_end:
            continue
        between, there = old[old_end:one], new[new_end:other]
        if len(between) * len(there) <= LARGE:
            for block in common(between, there) if between and there else ():
                yield Block(block.old + old_end, block.new + new_end, block.size)
        size = _head(old[one : one + 1], new[other : other + 1])
        if size:
            yield Block(one, other, size)
        old_end, new_end = one + size, other + size


def _unique(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    once = {one for one, count in Counter(old).items() if count == 1}
    once &= {one for one, count in Counter(new).items() if count == 1}
    where = {one: at for at, one in enumerate(new) if one in once}
    pairs = [(at, where[one]) for at, one in enumerate(old) if one in once]
    return _increasing(pairs)


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs` in which the second numbers rise, too."""
    tops: list[int] = []
    chosen: list[int] = []
    before: list[int] = []
    for at, (_, new) in enumerate(pairs):
        pile = bisect_left(tops, new)
        before.append(chosen[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [new]
        chosen[pile : pile + 1] = [at]
    rising = []
    at = chosen[-1] if chosen else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]
