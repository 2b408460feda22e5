"""What became of a quotation that its writer abridged: each part is looked for by itself."""

from factcheck.looks import Presence
from factcheck.text.anchors import Difference, What
from factcheck.text.presence import telling
from factcheck.text.presence.altered import altered
from factcheck.text.presence.choosing import Wanted
from factcheck.text.presence.context import Context
from factcheck.text.presence.hits import WINDOW, TooOften, places
from factcheck.text.presence.page import Page
from factcheck.text.presence.parts import Part, parts
from factcheck.text.presence.sighting import Sighting, unseen

# The share of its characters that has to be there, or has to be like what is there.
PRESENT = 0.7
FLOOR = 0.5
_GONE = {Presence.ABSENT, Presence.MOVED_OR_REPLACED}
_WORST = (Presence.ALTERED_MATERIAL, Presence.ALTERED_MINOR)


def abridged(wanted: Wanted, page: Page, context: Context) -> Sighting | None:
    """The sighting of all parts together; None for a quotation that nobody cut."""
    cut = parts(wanted.quote)
    if not cut or len(cut[0]) < 2:
        return None
    each = [(part, _part(part, page, context)) for part in cut[0]]
    present = sum(len(part.text) for part, one in each if one.state not in _GONE)
    share = present / sum(len(part.text) for part, _ in each)
    if share < FLOOR:
        return unseen(Presence.ABSENT, telling.GONE)
    changes = tuple(change for part, one in each for change in _changes(part, one))
    there = [one for _, one in each if one.state not in _GONE]
    state = next((bad for bad in _WORST if any(one.state == bad for one in there)), None)
    if len(there) < len(each):
        state = Presence.ALTERED_MATERIAL if share >= PRESENT else Presence.MOVED_OR_REPLACED
    if state is None or not _is_together(there, wanted):
        return _joined(there[:1], page, changes, Presence.MOVED_OR_REPLACED, telling.APART)
    return _joined(there, page, changes, state, telling.changed(changes))


def _part(part: Part, page: Page, context: Context) -> Sighting:
    one = Wanted(part.text)
    try:
        found = places(part.text, page.valid)
    except TooOften:
        return unseen(Presence.ABSENT, telling.TOO_OFTEN)
    if not found:
        return altered(one, page, Context(page, None))
    start = context.start or 0
    where = min(found, key=lambda place: abs(place[0] - start))
    place = page.valid.on_page(*where)
    said = page.text[slice(*place)]
    return Sighting(Presence.FOLDED, *place, said, (), hidden=False, why=telling.TYPOGRAPHY)


def _changes(part: Part, one: Sighting) -> tuple[Difference, ...]:
    if one.state in _GONE:
        return (Difference(What.OTHER, part.text, ""),)
    return one.changes


def _is_together(there: list[Sighting], wanted: Wanted) -> bool:
    places = [(one.start or 0, one.end or 0) for one in there]
    room = 4 * len(wanted.text) + WINDOW
    return places == sorted(places) and places[-1][1] - places[0][0] <= room


def _joined(
    there: list[Sighting],
    page: Page,
    changes: tuple[Difference, ...],
    state: Presence,
    why: str,
) -> Sighting:
    start, end = there[0].start or 0, there[-1].end or 0
    return Sighting(state, start, end, page.text[start:end], changes, hidden=False, why=why)
