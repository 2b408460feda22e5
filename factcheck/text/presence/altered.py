"""What became of a quotation whose words do not stand on the page any more."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.looks import Presence
from factcheck.text.anchors import Difference, differences
from factcheck.text.presence import telling
from factcheck.text.presence.aligning import Aligned, aligned
from factcheck.text.presence.choosing import Wanted
from factcheck.text.presence.context import Context
from factcheck.text.presence.grading import Grade, grade
from factcheck.text.presence.hits import in_notice
from factcheck.text.presence.locating import in_place, narrowed, windows
from factcheck.text.presence.page import Page
from factcheck.text.presence.sighting import Sighting, unseen
from factcheck.text.spans import Span

# A longer quotation is looked for letter for letter alone.
LONGEST = 20_000
# The share of its words below which a passage is nothing like a quotation; from which it is the
# quotation altered, wherever it stands; and from which a long one is, among any other words.
FLOOR = 0.5
SHARED = 0.7
PLAIN = 0.85
PLAIN_WORDS = 10
# Nothing better is looked for.
CERTAIN = 0.9
# Below this a closer look is worth nothing; of longer quotations it would take too long.
FAINT = 0.25
NARROWED = 400
# So much of a passage may be words that were put in.
OWN = 0.45
# Where nothing was put in, much may have been taken out.
SHORTENED = 0.95
FEWEST = 2

_STATES = {
    Grade.NONE: Presence.FOLDED,
    Grade.MINOR: Presence.ALTERED_MINOR,
    Grade.MATERIAL: Presence.ALTERED_MATERIAL,
}


class Passage(NamedTuple):
    """A passage of the folded page that may stand for the quotation."""

    start: int
    end: int
    like: Aligned
    #: Between the words that stood around the quotation.
    in_place: bool
    #: In a correction, which repeats what was wrong.
    in_notice: bool

    @property
    def rank(self) -> tuple[bool, float]:
        return not self.in_notice, self.like.share + 0.3 * self.in_place + 0.1 * self.like.own


def altered(wanted: Wanted, page: Page, context: Context) -> Sighting:
    """The passage that stands for the quotation now, judged by what differs."""
    if len(wanted.text) > LONGEST:
        return unseen(Presence.ABSENT, telling.TOO_LONG)
    place = in_place(wanted.text, page.valid, context)
    there = _there(wanted, page, place)
    if there and _is_edit(there):
        return _judged(wanted, page, there)
    other = _elsewhere(wanted, page, context)
    if other:
        return other
    if there:
        return _shown(page, there, (), Presence.MOVED_OR_REPLACED, telling.instead)
    return unseen(Presence.ABSENT, telling.TAKEN_OUT if place else telling.GONE)


def altered_in_place(wanted: Wanted, page: Page, context: Context) -> Sighting | None:
    """The edit of a quotation where it stood, known by the words around it."""
    if len(wanted.text) > LONGEST or not context.is_known:
        return None
    there = _there(wanted, page, in_place(wanted.text, page.valid, context))
    return _judged(wanted, page, there) if there and _is_edit(there) else None


def _there(wanted: Wanted, page: Page, place: Span | None) -> Passage | None:
    """What stands between the words that stood around the quotation, if any words do."""
    if place is None:
        return None
    words = page.valid.fold.text[slice(*place)]
    start = place.start + len(words) - len(words.lstrip())
    words = words.strip()
    like = aligned(wanted.text, words, whole=True)
    if like is None or not any(map(str.isalnum, words)):
        return None
    return Passage(start, start + len(words), like, in_place=True, in_notice=False)


def _is_edit(passage: Passage) -> bool:
    return passage.like.share >= FLOOR and passage.like.own >= OWN


def _elsewhere(wanted: Wanted, page: Page, context: Context) -> Sighting | None:
    best = max(_passages(wanted, page), key=lambda each: each.rank, default=None)
    if best is None or best.like.share < FLOOR or best.like.words < min(FEWEST, len(wanted.words)):
        return None
    near = page.valid.original(best.start, best.end)
    sighting = _judged(wanted, page, best)
    is_edit = best.like.share >= SHARED and best.like.own >= OWN
    is_edit = is_edit or (best.like.own >= SHORTENED and best.like.words > FEWEST)
    is_plain = sighting.state in {Presence.ALTERED_MINOR, Presence.FOLDED} or (
        best.like.share >= PLAIN and len(wanted.words) >= PLAIN_WORDS
    )
    if is_edit and (is_plain or not context.is_known or context.fits(near)):
        return sighting
    if best.like.share < SHARED and not wanted.is_sentence:
        return None
    return _shown(page, best, sighting.changes, Presence.MOVED_OR_REPLACED, telling.elsewhere)


def _passages(wanted: Wanted, page: Page) -> Iterator[Passage]:
    for window in windows(wanted.text, page.valid):
        wide = _passage(wanted, page, window)
        yield from wide
        # Two sentences of one window may both have words of the quotation.
        if wide and FAINT < wide[0].like.share < CERTAIN and len(wanted.text) <= NARROWED:
            wide = _passage(wanted, page, narrowed(wanted.text, page.valid, window))
            yield from wide
        if any(each.like.share >= CERTAIN and not each.in_notice for each in wide):
            return


def _passage(wanted: Wanted, page: Page, window: Span) -> list[Passage]:
    like = aligned(wanted.text, page.valid.fold.text[slice(*window)])
    if like is None:
        return []
    start, end = window.start + like.start, window.start + like.end
    noted = in_notice(page.valid.original(start, end), page)
    return [Passage(start, end, like, in_place=False, in_notice=noted)]


def _judged(wanted: Wanted, page: Page, passage: Passage) -> Sighting:
    words = page.valid.fold.text[passage.start : passage.end]
    changes = differences(wanted.text, words)
    state = _STATES[grade(wanted.text, words, changes, page.valid.fold.text)]
    place = page.valid.original(passage.start, passage.end)
    why = telling.changed(changes) or telling.TYPOGRAPHY
    return Sighting(state, *place, page.text[slice(*place)], changes, hidden=False, why=why)


def _shown(
    page: Page,
    passage: Passage,
    changes: tuple[Difference, ...],
    state: Presence,
    why: "telling.Telling",
) -> Sighting:
    place = page.valid.original(passage.start, passage.end)
    found = page.text[slice(*place)]
    return Sighting(state, *place, found, changes, hidden=False, why=why(found))
