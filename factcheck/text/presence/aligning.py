"""The passage of a window that stands for a quotation, and how much of it is the same."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.text.anchors.diff import Block, common
from factcheck.text.anchors.kinds import UNITS, is_date, is_figure, is_negation, is_sign, weight
from factcheck.text.anchors.tokens import Draft, draft
from factcheck.text.presence.spelling import alike

# What a word counts for that was replaced by one of its kind: a figure by a figure.
SAME_KIND = 0.6
ALIKE = 0.8
# What a short word weighs; a sign weighs less.
SAID = 0.3
# The share of words that a sentence in another order must have in common.
TURNED = 0.85
# Where so much stands in its order, none was changed.
IN_ORDER = 0.85
# So many tokens further the border of a sentence may lie.
MORE = 6
_CLAUSES = frozenset(",;:\uff0c\u060c")
_ENDS = frozenset(".!?\u3002\uff01\uff1f\u061f")
_JOINTS = frozenset("-.,:/$\u20ac\u00a3%")


class Aligned(NamedTuple):
    """A passage of a window in characters, and its likeness."""

    start: int
    end: int
    #: The share of the quotation's words that stand in it, by their weight.
    share: float
    #: The share of its own words that are the quotation's.
    own: float
    #: The number of words that both have.
    words: int


def aligned(wanted: str, window: str, *, whole: bool = False) -> Aligned | None:
    """The passage most like `wanted`; all of the window if it is known to be the place."""
    known: dict[str, int] = {}
    quote, there = draft(wanted, known), draft(window, known)
    if not quote.size or not there.size:
        return None
    blocks = common(_ids(quote, known), _ids(there, known))
    first, last = 0, there.size
    if not whole:
        blocks = _pruned(blocks, quote)
        if not blocks:
            return None
        first, last = _borders(quote, there, blocks)
    made = _measured(quote, there, blocks, (first, last))
    if whole or (made and made.share >= IN_ORDER):
        return made
    return _turned(quote, there, (first, last)) or made


def _turned(quote: Draft, there: Draft, place: tuple[int, int]) -> Aligned | None:
    """The passage, or its whole sentence, if it has the same words in another order."""
    first = _sentence_border(there, place[0], quote.size, -1)
    last = _sentence_border(there, min(place[0] + 1, there.size - 1), 2 * quote.size, 1)
    old = _bag(quote, 0, quote.size)
    for start, end in (place, (first, None if last is None else last + 1)):
        if start is None or end is None or end - start > quote.size + MORE:
            continue
        new = _bag(there, start, end)
        shared, whole, own = (sum(bag.values()) for bag in (old & new, old, new))
        if whole and own and shared >= TURNED * max(whole, own):
            place = there.starts[start], there.end(end - 1)
            return Aligned(*place, shared / whole, shared / own, shared)
    return None


def _bag(text: Draft, first: int, last: int) -> Counter[str]:
    return Counter(word.casefold() for word in text.words[first:last] if word[0].isalnum())


def _ids(text: Draft, known: dict[str, int]) -> list[int]:
    return [known.setdefault(word.casefold(), len(known)) for word in text.words]


def _pruned(blocks: list[Block], quote: Draft) -> list[Block]:
    """Without the equal words at the ends that stand far from the rest by chance."""
    while len(blocks) > 1 and _is_stray(blocks[0], blocks[0], blocks[1], quote):
        blocks = blocks[1:]
    while len(blocks) > 1 and _is_stray(blocks[-1], blocks[-2], blocks[-1], quote):
        blocks = blocks[:-1]
    return blocks


def _is_stray(end: Block, one: Block, other: Block, quote: Draft) -> bool:
    apart = other.new - one.new - one.size
    there = other.old - one.old - one.size
    said = sum(map(weight, quote.words[end.old : end.old + end.size]))
    return apart - there > 1 + 2 * said


def _borders(quote: Draft, there: Draft, blocks: list[Block]) -> tuple[int, int]:
    head = quote.words[: blocks[0].old]
    last = blocks[-1]
    tail = quote.words[last.old + last.size :]
    first = _reach(there, blocks[0].new, head[::-1], -1)
    end = _reach(there, last.new + last.size - 1, tail, 1) + 1
    if not head and first and (is_sign(there, first - 1) or _is_thousand(there, first)):
        first -= 1
    return first, end


def _is_thousand(there: Draft, at: int) -> bool:
    """Whether a figure goes on from the one before it: the 200 of 1 200."""
    before, after = there.words[at - 1], there.words[at]
    return before.isdecimal() and after.isdecimal() and len(before) < 4 and len(after) == 3


def _reach(there: Draft, at: int, words: list[str], step: int) -> int:
    """The outermost token that stands for unmatched words at an end of the quotation."""
    if not words:
        return at
    if all(_is_figure_like(word) for word in words):
        reached = _while_figures(there, at, len(words) + 2, step)
        if reached != at:
            return reached
    if words[-1][0].isupper() if step < 0 else words[-1] in _ENDS:
        border = _sentence_border(there, at, len(words) + MORE, step)
        if border is not None:
            return border
    goal = _counted(there, at, words, step)
    while goal != at and not _says(there.words[goal]) and there.words[goal] not in words:
        goal -= step
    return goal


def _sentence_border(there: Draft, at: int, most: int, step: int) -> int | None:
    """The token that begins or ends the sentence, if it is near and no clause lies between."""
    for goal in range(at, at + step * (most + 1), step):
        beside = goal + step
        if step < 0 and (goal == 0 or there.words[beside] in _ENDS):
            return goal
        if step > 0 and (goal == there.size - 1 or there.words[goal] in _ENDS):
            return goal
        if step > 0 and goal != at and there.words[goal] in _CLAUSES:
            return None
    return None


def _counted(there: Draft, at: int, words: list[str], step: int) -> int:
    """As many tokens further as there are words, within the sentence."""
    inner = words[:-1]
    goal = at
    for _ in words:
        beside = goal + step
        if not 0 <= beside < there.size:
            break
        border = there.words[beside] if step < 0 else there.words[goal]
        if border in _ENDS and border not in inner:
            break
        goal = beside
    return goal


def _while_figures(there: Draft, at: int, most: int, step: int) -> int:
    goal = at
    for _ in range(most):
        if not 0 <= goal + step < there.size or not _is_figure_like(there.words[goal + step]):
            break
        goal += step
    while goal != at and there.words[goal] in ".,:/":
        goal -= step
    return goal


def _is_figure_like(word: str) -> bool:
    return is_figure(word) or word in _JOINTS


def _says(word: str) -> bool:
    return word[0].isalnum() or word in _JOINTS - set(".,:/-")


def _measured(
    quote: Draft, there: Draft, blocks: list[Block], place: tuple[int, int]
) -> Aligned | None:
    first, last = place
    shared = [at for block in blocks for at in range(block.old, block.old + block.size)]
    same = sum(weight(quote.words[at]) for at in shared)
    more = sum(_credits(quote, there, blocks, place))
    whole = sum(map(weight, quote.words))
    own = sum(map(weight, there.words[first:last]))
    if not whole or not own:
        return None
    return Aligned(
        there.starts[first],
        there.end(last - 1),
        min(1.0, (same + more) / whole),
        min(1.0, (same + more) / own),
        sum(weight(quote.words[at]) >= SAID for at in shared),
    )


def _credits(
    quote: Draft, there: Draft, blocks: list[Block], place: tuple[int, int]
) -> Iterator[float]:
    """What replaced words count for that are alike, or of one kind."""
    old, new = 0, place[0]
    for block in [*blocks, Block(quote.size, place[1], 0)]:
        fresh = there.words[new : block.new]
        for word in quote.words[old : block.old]:
            yield weight(word) * max((_credit(word, other) for other in fresh[:20]), default=0)
        old, new = block.old + block.size, block.new + block.size


@lru_cache(maxsize=65536)
def _credit(word: str, other: str) -> float:
    low, other_low = word.casefold(), other.casefold()
    if is_figure(word) and is_figure(other):
        return SAME_KIND
    if is_date(word, low) and is_date(other, other_low):
        return SAME_KIND
    if low in UNITS and other_low in UNITS:
        return SAME_KIND
    if is_negation(low) and is_negation(other_low):
        return SAME_KIND
    return ALIKE if alike(low, other_low) else 0
