"""Where on a page something like a quotation may stand."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from factcheck.text.folding import folded
from factcheck.text.letters import BLANKLESS
from factcheck.text.presence.context import Context
from factcheck.text.presence.page import View
from factcheck.text.spans import Span

# So many words of a quotation are looked up, and so many places of each.
PROBES = 24
COMMON = 200
WINDOWS = 5
# Characters around a place that belong to the window.
ROOM = 60
NARROW = 15
# Contexts that stand more often than this tell no place.
REPEATED = 20
SHORTEST_SIDE = 8

_WORD = re.compile(f"[{BLANKLESS}]+|[^\\W_{BLANKLESS}]+")
_BLANKLESS = re.compile(f"[{BLANKLESS}]")


class Probe(NamedTuple):
    """A word of the quotation, and where it stands in it."""

    word: str
    at: int


def windows(wanted: str, view: View) -> list[Span]:
    """The stretches of the folded view in which most of the words of a quotation stand."""
    votes = sorted(_votes(wanted, view.low))
    reach = len(wanted) // 2 + ROOM
    found: list[Span] = []
    while votes and len(found) < WINDOWS:
        first, last = _densest(votes, reach)
        start = max(0, votes[first][0] - reach // 2)
        end = votes[last - 1][0] + len(wanted) + reach // 2
        found.append(Span(start, min(len(view.low), end)))
        del votes[first:last]
    return found


def _votes(wanted: str, low: str) -> Iterator[tuple[int, float]]:
    """Where the quotation would begin, for each place of each of its words."""
    counted = sorted((low.count(probe.word), probe) for probe in _probes(wanted.lower()))
    there = [(count, probe) for count, probe in counted if count]
    rare = [each for each in there if each[0] <= COMMON] or there[:2]
    for count, (word, offset) in rare:
        at = low.find(word)
        for _ in range(COMMON):
            if at < 0:
                break
            yield at - offset, 1 / count**0.5
            at = low.find(word, at + 1)


def _probes(wanted: str) -> list[Probe]:
    found: list[Probe] = []
    for match in _WORD.finditer(wanted):
        word, at = match[0], match.start()
        if _BLANKLESS.match(word):
            found += [Probe(word[cut : cut + 3], at + cut) for cut in range(0, len(word), 2)]
        else:
            found.append(Probe(word, at))
    telling = [probe for probe in found if len(probe.word) > 3 or probe.word[0].isdigit()]
    chosen = telling if len(telling) > 1 else found
    step = -(-len(chosen) // PROBES) or 1
    return list({probe.word: probe for probe in reversed(chosen[::step])}.values())


def _densest(votes: list[tuple[int, float]], reach: int) -> tuple[int, int]:
    """The votes that lie close together and weigh most."""
    best, total, left, place = 0.0, 0.0, 0, (0, 1)
    for right, (at, weight) in enumerate(votes):
        total += weight
        while at - votes[left][0] > reach:
            total -= votes[left][1]
            left += 1
        if total > best + 1e-9:
            best, place = total, (left, right + 1)
    return place


def narrowed(wanted: str, view: View, window: Span) -> Span:
    """The part of a window that is most like the quotation by its letters, with some room."""
    text = view.fold.text[slice(*window)]
    if len(text) <= len(wanted):
        return window
    found = fuzz.partial_ratio_alignment(wanted, text)
    if found is None:
        return window
    room = len(wanted) // 5 + NARROW
    start = window.start + max(0, found.dest_start - room)
    return Span(start, min(window.end, window.start + found.dest_end + room))


def in_place(wanted: str, view: View, context: Context) -> Span | None:
    """What stands in the folded view between the words that stood around the quotation."""
    before, behind = _side(context.prefix, -1), _side(context.suffix, 1)
    if not before or not behind:
        return None
    text = view.fold.text
    room = 3 * len(wanted) + 2 * ROOM
    ends = [at + len(before) for at in _places(before, text)]
    starts = _places(behind, text)
    pairs = []
    for end in ends:
        at = bisect_left(starts, end)
        if at < len(starts) and starts[at] - end <= room:
            pairs.append(Span(end, starts[at]))
    return pairs[0] if len(pairs) == 1 else _nearest(pairs, view, context.start)


def _nearest(pairs: list[Span], view: View, start: int | None) -> Span | None:
    if not pairs or start is None:
        return None
    return min(pairs, key=lambda pair: abs(view.original(*pair).start - start))


def _side(words: str, end: int) -> str:
    """The whole words of a side, folded; empty if they are too few to tell a place."""
    text = folded(words)
    cut = text.find(" ") if end < 0 else text.rfind(" ")
    # The outermost word was cut, but for a side without any blank.
    if 0 <= cut < len(text) - 1 and len(text) > SHORTEST_SIDE:
        text = text[cut + 1 :] if end < 0 else text[:cut]
    return text if len(text.strip()) >= SHORTEST_SIDE else ""


def _places(words: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) <= REPEATED:
        found.append(at)
        at = text.find(words, at + 1)
    return found if len(found) <= REPEATED else []
