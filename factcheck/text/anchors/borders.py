"""What changed right beside a span whose own words are the same."""

from factcheck.text.anchors.changes import Difference, Passage, judged
from factcheck.text.anchors.diff import common
from factcheck.text.anchors.kinds import SIGNS, What, is_figure, what
from factcheck.text.anchors.tokens import Draft

# The words of a clause that are looked at, and of those the ones that count as beside.
REACH = 12
NEAR = 4
_LOADED = {What.NEGATION, What.QUANTIFIER, What.FIGURE}
_CLAUSE_ENDS = frozenset('.,;:!?()[]"\u3001\u3002\uff0c\uff1b\uff1a\uff01\uff1f\u060c\u061b\u061f')


def around(before: Passage, after: Passage, to: list[int]) -> tuple[Difference, ...]:
    """The changes beside a span that turn what it says: `never` before `leaves`."""
    found = []
    if before.first == 0 or after.first == 0 or to[before.first - 1] != after.first - 1:
        found.append(_turned(_left(before), _left(after), -1, before))
    at_end = before.last == before.draft.size or after.last == after.draft.size
    if at_end or to[before.last] != after.last:
        found.append(_turned(_right(before), _right(after), 1, before))
    return tuple(difference for difference in found if difference)


def _left(passage: Passage) -> Passage:
    """The words of the clause before a passage."""
    text, at = passage.draft, passage.first
    while (
        at > max(0, passage.first - REACH)
        and not _ends_clause(text, at - 1)
        and not _breaks(text, at)
    ):
        at -= 1
    return Passage(text, at, passage.first)


def _right(passage: Passage) -> Passage:
    text, at = passage.draft, passage.last
    while (
        at < min(text.size, passage.last + REACH)
        and not _ends_clause(text, at - 1)
        and not _ends_clause(text, at)
        and not _breaks(text, at)
    ):
        at += 1
    return Passage(text, passage.last, at)


def _breaks(draft: Draft, token: int) -> bool:
    """Whether a paragraph ends before a token; a line that ends with `not` was only wrapped."""
    return token in draft.breaks and what(draft, token - 1) not in _LOADED


def _ends_clause(draft: Draft, token: int) -> bool:
    if draft.words[token] == "-":
        return draft.spaced(token) and draft.spaced(token + 1)
    return draft.words[token] in _CLAUSE_ENDS


def _turned(old: Passage, new: Passage, step: int, span: Passage) -> Difference | None:
    """The difference that touches the span, if it is one that turns its meaning."""
    hunk = _touching(old, new, step)
    if hunk is None:
        return None
    difference = judged(*hunk)
    if difference.what in {What.NEGATION, What.QUANTIFIER}:
        return difference
    border = span.first if step < 0 else span.last - 1
    if any(_binds(part, step, span.draft, border) for part in hunk if part.first < part.last):
        return difference
    return None


def _touching(old: Passage, new: Passage, step: int) -> tuple[Passage, Passage] | None:
    """The words nearest to the span on either side of a diff, where they differ."""
    one = old.draft.ids[old.first : old.last][::step]
    other = new.draft.ids[new.first : new.last][::step]
    block = next(iter(common(one, other)), None)
    sizes = (block.old, block.new) if block else (len(one), len(other))
    if sizes == (0, 0):
        return None
    return _nearest(old, min(NEAR, sizes[0]), step), _nearest(new, min(NEAR, sizes[1]), step)


def _nearest(passage: Passage, size: int, step: int) -> Passage:
    if step < 0:
        return Passage(passage.draft, passage.last - size, passage.last)
    return Passage(passage.draft, passage.first, passage.first + size)


def _binds(part: Passage, step: int, draft: Draft, border: int) -> bool:
    """Whether the nearest changed word belongs to the word at the border of the span."""
    token = part.last - 1 if step < 0 else part.first
    word, beside = part.draft.words[token], draft.words[border]
    if is_figure(word):
        return True
    glued = not part.draft.spaced(token + 1 if step < 0 else token)
    if glued and word in SIGNS:
        return is_figure(beside) or word != "-"
    kind, other = what(part.draft, token), what(draft, border)
    return kind in {What.UNIT, What.DATE, What.NAME} and other in {kind, What.FIGURE}
