"""Where the spans of one draft stand in the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.errors import BadInput
from factcheck.text.anchors.alignment import align
from factcheck.text.anchors.borders import around
from factcheck.text.anchors.changes import Difference, Passage, compared
from factcheck.text.anchors.kinds import weight
from factcheck.text.anchors.matches import Alignment
from factcheck.text.anchors.tokens import draft, same
from factcheck.text.folding import fold
from factcheck.words import SpanState

# Less than this of a span, by weight, is no trace of it.
TRACE = 0.2


@dataclass(frozen=True, slots=True)
class Located:
    """A span in the new draft, in code points; of a lost one, where it would have stood.

    `changed` says what is said differently. `ambiguous` where the same words stand at several
    places, and neither the diff nor their surroundings say which are meant.
    """

    state: SpanState
    start: int
    end: int
    changed: tuple[Difference, ...] = ()
    ambiguous: bool = False


def carry(spans: Sequence[tuple[int, int]], old: str, new: str) -> list[Located]:
    """Where each span of `old` stands in `new`, in the order given.

    Offsets are code points. Raises BadInput for a span outside of `old`.
    """
    for start, end in spans:
        if not 0 <= start <= end <= len(old):
            message = f"{start}-{end} is no place in a text of {len(old)} characters."
            raise BadInput(message, hint="Count from 0; the end is the first character left out.")
    if old == new:
        return [Located(SpanState.EXACT, start, end) for start, end in spans]
    known: dict[str, int] = {}
    carrier = _Carrier(align(draft(fold(old), known), draft(fold(new), known)))
    return [carrier.located(start, end) for start, end in spans]


class _Carrier:
    """One alignment, asked for many spans."""

    def __init__(self, made: Alignment) -> None:
        self.made = made
        self.old, self.new = made.old, made.new
        self.to, self.back = made.to, made.back

    def located(self, start: int, end: int) -> Located:
        folded = self.old.page.place(start, end)
        first, last = self.old.tokens(*folded)
        if first >= last:
            return self._lost(first, last)
        if self._contiguous(first, last):
            return self._whole(folded, first, last)
        place = self._place(first, last)
        if place is None:
            return self._lost(first, last)
        return self._judged(first, last, *place)

    def _contiguous(self, first: int, last: int) -> bool:
        image = self.to[first]
        return image >= 0 and self.to[first:last] == list(range(image, image + last - first))

    def _whole(self, folded: tuple[int, int], first: int, last: int) -> Located:
        """All tokens stand together: only blanks and what stands around can differ."""
        image = self.to[first]
        found = self._judged(first, last, image, image + last - first)
        if found.state not in {SpanState.EXACT, SpanState.MOVED}:
            return found
        # A span may begin or end inside a token, or with a blank.
        shift = self.new.starts[image] - self.old.starts[first]
        shift_end = self.new.end(image + last - first - 1) - self.old.end(last - 1)
        ends = folded[0] + shift, folded[1] + shift_end
        if not 0 <= ends[0] < ends[1] <= len(self.new.page.text):
            return found
        if self.new.page.text[slice(*ends)] != self.old.page.text[slice(*folded)]:
            return found
        place = self.new.page.original(*ends)
        return Located(found.state, *place, ambiguous=found.ambiguous)

    def _judged(self, first: int, last: int, low: int, high: int) -> Located:
        before, after = Passage(self.old, first, last), Passage(self.new, low, high)
        changed = () if same(before.text, after.text) else compared(before, after)
        changed += around(before, after, self.to)
        place = self.new.place(low, high)
        doubt = all(self.made.doubt[first:last])
        if changed:
            return Located(SpanState.CHANGED, *place, changed, doubt)
        moved = any(self.made.moved[first:last]) or not self._contiguous(first, last)
        return Located(SpanState.MOVED if moved else SpanState.EXACT, *place, (), doubt)

    def _lost(self, first: int, last: int) -> Located:
        at = self._images[first] + 1
        place = self.new.place(at, at)
        doubt = first < last and all(self.made.doubt[first:last])
        return Located(SpanState.LOST, *place, ambiguous=doubt)

    @cached_property
    def _images(self) -> list[int]:
        """Of each old token, where the nearest one before it that did not move stands; or -1."""
        images, last = [], -1
        for image, moved in zip(self.to, self.made.moved, strict=True):
            images.append(last)
            if image >= 0 and not moved:
                last = image
        return [*images, last]

    def _place(self, first: int, last: int) -> tuple[int, int] | None:
        """The new tokens where the span stood, if something is left of it or in its place."""
        cluster = self._cluster(first, last)
        if cluster:
            return self._widened(first, last, *cluster)
        return self._replaced(first, last)

    def _cluster(self, first: int, last: int) -> tuple[int, int] | None:
        """The first and last old token of what is left of the span in one place."""
        groups: list[list[int]] = []
        reach = 3 * (last - first) + 20
        for token in range(first, last):
            image = self.to[token]
            if image < 0:
                continue
            if not groups or not 0 < image - self.to[groups[-1][-1]] <= reach:
                groups.append([])
            groups[-1].append(token)
        if not groups:
            return None
        best = max(groups, key=self._weight)
        if self._weight(best) < TRACE * self._weight(range(first, last)):
            return None
        return best[0], best[-1]

    def _weight(self, tokens: Sequence[int]) -> float:
        return sum(weight(self.old.words[token]) for token in tokens)

    def _widened(self, first: int, last: int, one: int, other: int) -> tuple[int, int]:
        """The image of what is left, and of the span's share of the holes beside it."""
        low, high = self.to[one], self.to[other] + 1
        if one > first:
            low -= self._share(one - first, *self._hole(one, -1))
        if other + 1 < last:
            high += self._share(last - other - 1, *self._hole(other, 1))
        return low, high

    def _hole(self, token: int, step: int) -> tuple[int, int]:
        """How many unmatched tokens stand beside a matched one, old and new."""
        olds, news = 0, 0
        at = token + step
        while 0 <= at < self.old.size and self.to[at] < 0:
            olds, at = olds + 1, at + step
        at = self.to[token] + step
        while 0 <= at < self.new.size and self.back[at] < 0:
            news, at = news + 1, at + step
        return olds, self._within(self.to[token], news, step)

    def _within(self, image: int, count: int, step: int) -> int:
        """A hole ends with its sentence, unless the sentence itself was divided."""
        unit = self.new.unit(image)
        if step < 0:
            return min(count, image - self.new.units[unit])
        return min(count, self.new.units[unit + 1] - image - 1)

    @staticmethod
    def _share(wanted: int, olds: int, news: int) -> int:
        if olds <= wanted:
            return news
        return -(-news * wanted // olds)

    def _replaced(self, first: int, last: int) -> tuple[int, int] | None:
        """What stands between the images of the neighbours in the same sentence."""
        low_old, high_old = first, last
        start, end = self._sentence(first, last)
        if not self._is_kept(start, end):
            return None
        while low_old > start and self.to[low_old - 1] < 0:
            low_old -= 1
        while high_old < end and self.to[high_old] < 0:
            high_old += 1
        before = self.to[low_old - 1] if low_old > start else -1
        after = self.to[high_old] if high_old < end else -1
        hole = self._between(first, before, after)
        if hole is None:
            return None
        low, high = hole
        size, olds = high - low, high_old - low_old
        left = low + size * (first - low_old) // olds
        right = high - size * (high_old - last) // olds
        return (left, right) if self._says(left, right) else None

    def _sentence(self, first: int, last: int) -> tuple[int, int]:
        one, other = self.old.unit(first), self.old.unit(last - 1)
        return self.old.units[one], self.old.units[other + 1]

    def _is_kept(self, start: int, end: int) -> bool:
        """Whether enough of a sentence still stands to say what stands in it."""
        if self.old.unit(start) in self.made.units:
            return True
        kept = [token for token in range(start, end) if self.to[token] >= 0]
        return self._weight(kept) >= TRACE * self._weight(range(start, end))

    def _between(self, first: int, before: int, after: int) -> tuple[int, int] | None:
        """The free new tokens behind one image and in front of another; -1 for neither."""
        unit = self.made.units.get(self.old.unit(first))
        if before < 0 and after < 0:
            if unit is None:
                return None
            return self.new.units[unit], self.new.units[unit + 1]
        if before >= 0:
            low = high = before + 1
            stop = after if after > before else self._stop(before)
            while high < stop and self.back[high] < 0:
                high += 1
            return low, high
        low = high = after
        begin = self.new.units[self.new.unit(after)]
        while low > begin and self.back[low - 1] < 0:
            low -= 1
        return low, high

    def _stop(self, image: int) -> int:
        return self.new.units[self.new.unit(image) + 1]

    def _says(self, low: int, high: int) -> bool:
        return any(self.new.words[token][0].isalnum() for token in range(low, high))
