"""Runs of equal elements that a diff leaves over, because their order changed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Of a passage that stands at more places than this, no more are looked at.
MOST = 8
AROUND = 8


class Run(NamedTuple):
    """`size` equal elements; `doubt` where another run would have done as well."""

    old: int
    new: int
    size: int
    doubt: bool


def runs(
    old: Sequence[int],
    new: Sequence[int],
    old_free: list[bool],
    new_free: list[bool],
    *,
    least: int,
) -> Iterator[Run]:
    """The longest runs of at least `least` free elements, taken in the order of `old`."""
    here, there = _starts(old, old_free, least), _starts(new, new_free, least)
    at = 0
    while at <= len(old) - least:
        if not all(old_free[at : at + least]):
            at += 1
            continue
        key = tuple(old[at : at + least])
        chosen = _chosen(_Two(old, new, old_free, new_free, least), at, there.get(key, ()))
        if chosen:
            size = chosen.size
            twin = any(
                other != at and old_free[other] and _as_good(old, new, other, chosen)
                for other in here[key]
            )
            new_free[chosen.new : chosen.new + size] = [False] * size
            yield chosen._replace(doubt=chosen.doubt or twin)
        at += chosen.size if chosen else 1


class _Two(NamedTuple):
    old: Sequence[int]
    new: Sequence[int]
    old_free: list[bool]
    new_free: list[bool]
    least: int


def _starts(
    elements: Sequence[int], free: list[bool], least: int
) -> dict[tuple[int, ...], list[int]]:
    found: dict[tuple[int, ...], list[int]] = {}
    run = 0
    for at, is_free in enumerate(free):
        run = run + 1 if is_free else 0
        if run >= least:
            start = at - least + 1
            places = found.setdefault(tuple(elements[start : at + 1]), [])
            if len(places) < MOST:
                places.append(start)
    return found


def _chosen(two: _Two, at: int, places: Sequence[int]) -> Run | None:
    """The longest run from `at`, then the one with the most of its surroundings."""
    ranked = sorted(
        ((-_length(two, at, place), -_around(two.old, two.new, at, place), place))
        for place in places
    )
    if not ranked or -ranked[0][0] < two.least:
        return None
    doubt = len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]
    return Run(at, ranked[0][2], -ranked[0][0], doubt)


def _length(two: _Two, at: int, place: int) -> int:
    size = 0
    most = min(len(two.old) - at, len(two.new) - place)
    while (
        size < most
        and two.old_free[at + size]
        and two.new_free[place + size]
        and two.old[at + size] == two.new[place + size]
    ):
        size += 1
    return size


def _around(old: Sequence[int], new: Sequence[int], at: int, place: int, size: int = 0) -> int:
    """How many of the elements before `at`, and from `size` behind it, agree."""
    before = after = 0
    while before < min(AROUND, at, place) and old[at - before - 1] == new[place - before - 1]:
        before += 1
    most = min(AROUND, len(old) - at - size, len(new) - place - size)
    while after < most and old[at + size + after] == new[place + size + after]:
        after += 1
    return before + after


def _as_good(old: Sequence[int], new: Sequence[int], other: int, run: Run) -> bool:
    """Whether the same words from another old place would fit there as well."""
    if tuple(old[other : other + run.size]) != tuple(old[run.old : run.old + run.size]):
        return False
    mine = _around(old, new, run.old, run.new, run.size)
    return _around(old, new, other, run.new, run.size) >= mine
