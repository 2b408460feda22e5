"""Whether a quotation still stands on its page, and what became of it if not."""

from dataclasses import replace

from factcheck.looks import Presence
from factcheck.text.presence import telling
from factcheck.text.presence.abridged import abridged
from factcheck.text.presence.altered import altered, altered_in_place
from factcheck.text.presence.choosing import Wanted, chosen
from factcheck.text.presence.context import Context
from factcheck.text.presence.hits import Hit, Standing, TooOften, hits
from factcheck.text.presence.locating import in_place
from factcheck.text.presence.page import Page, Seen
from factcheck.text.presence.sighting import Sighting, unseen
from factcheck.text.spans import Span

_EDITED = {Presence.ALTERED_MINOR, Presence.ALTERED_MATERIAL}
_SAME = {Presence.EXACT, Presence.FOLDED}


def look(quote: str, page: Page, *, near: Seen | None = None) -> Sighting:
    """Whether `quote` stands on the page, altered or not; never raises for any text.

    `near` is where it stood, and among which words, when it was last seen. COULD_NOT_LOOK is
    the caller's: this has a page.
    """
    wanted = Wanted(quote)
    if not wanted.text:
        return unseen(Presence.NO_QUOTE, telling.EMPTY)
    context = Context(page, near)
    try:
        found = hits(quote, page, everywhere=context.is_known and not wanted.is_sentence)
    except TooOften:
        found = _placed(wanted, page, context)
        if not found:
            return unseen(Presence.AMBIGUOUS, telling.TOO_OFTEN)
    if found:
        return _with_edit(chosen(wanted, found, page, context), wanted, page, context)
    return abridged(wanted, page, context) or altered(wanted, page, context)


def _placed(wanted: Wanted, page: Page, context: Context) -> list[Hit]:
    """The one place that the words around it tell, of very many."""
    place = in_place(wanted.text, page.valid, context)
    if place is None or page.valid.fold.text[slice(*place)].strip() != wanted.text:
        return []
    text = page.valid.fold.text[slice(*place)]
    start = place.start + len(text) - len(text.lstrip())
    there = page.valid.original(start, start + len(wanted.text))
    exact = page.text[slice(*there)].split() == wanted.quote.split()
    return [Hit(there, exact, Standing.GOOD)]


def _with_edit(sighting: Sighting, wanted: Wanted, page: Page, context: Context) -> Sighting:
    """A sighting with what the page says instead, where the words stand in the wrong place."""
    if sighting.state == Presence.CONTEXT_CHANGED or sighting.hidden:
        return _with_text(sighting, altered(wanted, page, context), page)
    is_found = sighting.state in {*_SAME, Presence.MOVED_OR_REPLACED}
    if is_found and not _is_in_place(sighting, context):
        return _where_it_stood(sighting, altered_in_place(wanted, page, context))
    return sighting


def _with_text(sighting: Sighting, now: Sighting, page: Page) -> Sighting:
    if now.state not in _EDITED or not now.changes or _is_within(now, page):
        return sighting
    return replace(sighting, why=f"{sighting.why}; the text has {telling.now(now.changes)}")


def _where_it_stood(sighting: Sighting, now: Sighting | None) -> Sighting:
    if now is None or now.state not in _EDITED:
        return sighting
    # Words that stand letter for letter elsewhere count more than a misprint mended here.
    if now.state == Presence.ALTERED_MINOR and sighting.state in _SAME:
        return sighting
    return replace(now, why=f"{now.why}; the old words stand elsewhere on the page")


def _is_in_place(sighting: Sighting, context: Context) -> bool:
    if not context.is_known or sighting.start is None or sighting.end is None:
        return True
    return context.fits(Span(sighting.start, sighting.end))


def _is_within(sighting: Sighting, page: Page) -> bool:
    return sighting.start is not None and any(
        note.start <= sighting.start < note.end for note in page.notices
    )
