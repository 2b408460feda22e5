"""The words around a place, against those that stood around the quotation before."""

import re

from rapidfuzz import fuzz

from factcheck.text.anchors import CONTEXT, Difference, What
from factcheck.text.anchors.borders import around
from factcheck.text.anchors.changes import Passage
from factcheck.text.anchors.kinds import is_figure
from factcheck.text.anchors.tokens import draft
from factcheck.text.folding import folded
from factcheck.text.presence.page import Page, Seen
from factcheck.text.spans import Span

# Two sides of thirty characters that have nothing in common are alike up to 0.45 by chance.
ALIKE = 0.6
SAME = 0.9
# A side that is shorter says nothing.
LEAST = 4
# A little more than what was kept, since an edit shifts the words.
REACH = CONTEXT + 8
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_FALSE = re.compile(
    r"\b(?:false(?:ly|hood)?|untrue|fake[ds]?|fabricated|hoax|debunked|incorrect(?:ly)?|wrongly"
    r"|inaccurate|erroneous(?:ly)?|retracted|falsch\w{0,2}|unwahr|gef\u00e4lscht|erfunden"
    r"|faux|fausse|inexacte?|fals[oa]s?|desmentid[oa])\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]{4,}")
_FIRST_WORD = re.compile(r"\A\S*\s")
_LAST_WORD = re.compile(r"\s\S*\Z")


class Context:
    """What is known of the words around a quotation; nothing, if it was never seen."""

    def __init__(self, page: Page, near: Seen | None) -> None:
        self.page = page
        self.start = near.start if near else None
        self.prefix = _one_line(near.prefix) if near else ""
        self.suffix = _one_line(near.suffix) if near else ""
        self.near = near or Seen()

    @property
    def is_known(self) -> bool:
        return len(self.prefix.strip()) >= LEAST or len(self.suffix.strip()) >= LEAST

    def sides(self, place: Span) -> list[float]:
        """How alike each known side is, from 0 to 1."""
        before, behind = self._sides(place)
        found = []
        if len(self.prefix.strip()) >= LEAST:
            found.append(_likeness(self.prefix, before[-len(self.prefix) :]))
        if len(self.suffix.strip()) >= LEAST:
            found.append(_likeness(self.suffix, behind[: len(self.suffix)]))
        return found

    def score(self, place: Span) -> float:
        sides = self.sides(place)
        return sum(sides) / len(sides) if sides else 0.0

    def fits(self, place: Span) -> bool:
        """Whether it may be the same place: one side is like what it was."""
        return max(self.sides(place), default=0.0) >= ALIKE

    def is_still_there(self, quote: str) -> bool:
        """Whether the words stand at the very place where they stood."""
        return self.start is not None and self.page.text.startswith(quote, self.start)

    def is_same(self, place: Span) -> bool:
        """Whether all that is known around it is as it was."""
        sides = self.sides(place)
        return len(sides) == 2 and min(sides) >= SAME

    def _sides(self, place: Span) -> tuple[str, str]:
        text = self.page.text
        before = text[max(0, place.start - 2 * CONTEXT) : place.start]
        return _one_line(before), _one_line(text[place.end : place.end + 2 * CONTEXT])

    def denied(self, place: Span) -> str | None:
        """The word by which the page calls these words false now, and did not before."""
        text = self.page.text
        before = _SENTENCE_END.split(text[max(0, place.start - REACH) : place.start])[-1]
        behind = text[place.end : place.end + REACH].split("\n", 1)[0]
        near = ((self.prefix, before), (self.suffix, behind))
        for old, new in near:
            said = _FALSE.search(new)
            if said and old.strip() and not _FALSE.search(old):
                return said[0]
        return None

    def turned(self, place: Span) -> tuple[Difference, ...]:
        """Words that came or went right beside the place, and turn what it says."""
        if not self.is_known:
            return ()
        text = self.page.text
        words = text[place.start : place.end]
        before = _FIRST_WORD.sub("", self.near.prefix) if self.prefix.strip() else ""
        behind = _LAST_WORD.sub("", self.near.suffix) if self.suffix.strip() else ""
        left = text[max(0, place.start - len(before) - CONTEXT) : place.start] if before else ""
        right = text[place.end : place.end + len(behind) + CONTEXT] if behind else ""
        known: dict[str, int] = {}
        old = _passage(before, words, behind, known)
        new = _passage(_FIRST_WORD.sub("", left), words, _LAST_WORD.sub("", right), known)
        if old is None or new is None:
            return ()
        found = around(old, new, [-1] * (old.draft.size + 1))
        return tuple(each for each in found if self._counts(each, place, old))

    def _counts(self, change: Difference, place: Span, old: Passage) -> bool:
        if change.what == What.NEGATION:
            return True
        if max(self.sides(place)) < ALIKE:
            return False
        if change.what == What.QUANTIFIER:
            return True
        borders = old.draft.words[old.first], old.draft.words[old.last - 1]
        return change.what in {What.FIGURE, What.UNIT} and any(map(is_figure, borders))


def _passage(before: str, words: str, behind: str, known: dict[str, int]) -> Passage | None:
    made = draft(before + words + behind, known)
    place = made.page.place(len(before), len(before) + len(words))
    first, last = made.tokens(*place)
    return Passage(made, first, last) if first < last else None


def _one_line(text: str) -> str:
    return folded(text)


def _likeness(before: str, after: str) -> float:
    ratio = fuzz.ratio(before, after) / 100
    shared = set(_WORD.findall(before)) & set(_WORD.findall(after))
    return max(ratio, ALIKE) if len(shared) > 1 else ratio
