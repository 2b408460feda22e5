"""What is said differently in two versions of a passage."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.text.anchors.diff import common
from factcheck.text.anchors.kinds import What, begins, what, worst
from factcheck.text.anchors.tokens import Draft, draft, same


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that were put in place of others, folded; either may be empty, not both."""

    what: What
    before: str
    after: str


class Passage(NamedTuple):
    """Tokens `first` up to `last` of a draft."""

    draft: Draft
    first: int
    last: int

    @property
    def text(self) -> str:
        return self.draft.text(self.first, self.last)

    def part(self, first: int, last: int) -> "Passage":
        """Tokens counted from the first one of this passage."""
        return Passage(self.draft, self.first + first, self.first + last)


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """What `after` says in other words than `before`, in order; () for mere typography."""
    known: dict[str, int] = {}
    old, new = draft(before, known), draft(after, known)
    return compared(Passage(old, 0, old.size), Passage(new, 0, new.size))


def compared(before: Passage, after: Passage) -> tuple[Difference, ...]:
    if same(before.text, after.text):
        return ()
    hunks = tuple(
        difference for old, new in _hunks(before, after) for difference in _divided(old, new)
    )
    return hunks or tuple(_respaced(before, after))


def _hunks(before: Passage, after: Passage) -> Iterator[tuple[Passage, Passage]]:
    old_ids = before.draft.ids[before.first : before.last]
    new_ids = after.draft.ids[after.first : after.last]
    old_at = new_at = 0
    for old, new, size in [*common(old_ids, new_ids), (len(old_ids), len(new_ids), 0)]:
        if old > old_at or new > new_at:
            yield before.part(old_at, old), after.part(new_at, new)
        old_at, new_at = old + size, new + size


def _divided(before: Passage, after: Passage) -> Iterator[Difference]:
    """A replacement word for word is several differences if it has several kinds."""
    size = before.last - before.first
    if size != after.last - after.first or size == 1:
        yield judged(before, after)
        return
    singles = [judged(before.part(at, at + 1), after.part(at, at + 1)) for at in range(size)]
    start = 0
    for at in range(1, size + 1):
        if at == size or singles[at].what != singles[start].what:
            yield Difference(
                singles[start].what, before.part(start, at).text, after.part(start, at).text
            )
            start = at


def judged(before: Passage, after: Passage) -> Difference:
    kind = worst(_kinds(before, after))
    return Difference(kind, before.text, after.text)


def _kinds(before: Passage, after: Passage) -> Iterator[What]:
    if _is_recased(before, after):
        return
    for passage in (before, after):
        for token in range(passage.first, passage.last):
            yield what(passage.draft, token)


def _is_recased(before: Passage, after: Passage) -> bool:
    """Whether only the capital at the beginning of a sentence came or went."""
    old, new = before.text, after.text
    if not old or not new or old[1:] != new[1:] or old.casefold() != new.casefold():
        return False
    return begins(before.draft, before.first) or begins(after.draft, after.first)


def _respaced(before: Passage, after: Passage) -> Iterator[Difference]:
    """Equal tokens with other blanks between them: `5 %` and `5%`."""
    for at in range(1, before.last - before.first):
        if before.draft.spaced(before.first + at) != after.draft.spaced(after.first + at):
            pair = at - 1, at + 1
            yield Difference(What.OTHER, before.part(*pair).text, after.part(*pair).text)
