"""Where the words of a quotation stand on a page, and in what standing."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from factcheck.text import anchors
from factcheck.text.folding import folded
from factcheck.text.presence.page import Page, View
from factcheck.text.presence.parts import Part, parts
from factcheck.text.spans import Span

# A phrase that stands more often is none that anybody quotes.
MOST = 2000
# The room that the parts of a quotation have, beside four times its own length.
WINDOW = 500
CHAINS = 200
# The inner hyphens and the repetitions beyond which a search letter for letter takes too long.
HYPHENS = 60
REPEATED = 50_000

_SIGNS = frozenset("+-\u2212\u2013\u00b1")


class Standing(StrEnum):
    GOOD = "good"
    STRUCK = "struck"
    NOTICE = "notice"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place on the page where all words of a quotation stand."""

    place: Span
    exact: bool
    standing: Standing
    #: Whether it was quoted with an ellipsis or a bracket.
    is_parted: bool = False


class TooOften(Exception):
    """The words stand in more places than can be told apart."""


def hits(quote: str, page: Page, *, everywhere: bool = False) -> list[Hit]:
    """The places in what the page shows; struck or hidden ones only where there are no others.

    With `everywhere`, those that are struck come with the others. Raises TooOften.
    """
    found: list[Hit] = []
    for view in page.views:
        if found and not (everywhere and view is page.shown):
            continue
        found += [
            hit
            for hit in _in(quote, view, page)
            if not any(hit.place.meets(other.place) for other in found)
        ]
    return found


def _in(quote: str, view: View, page: Page) -> list[Hit]:
    whole = [Part(folded(quote).strip())]
    return _whole(quote, view, page) or [
        hit for each in parts(quote) if each != whole for hit in _parted(each, view, page)
    ]


def _whole(quote: str, view: View, page: Page) -> list[Hit]:
    bare = quote.split()
    return [
        Hit(
            view.on_page(*place),
            view.source[slice(*place)].split() == bare,
            _standing(view.on_page(*place), page, view),
        )
        for place in places(quote, view)
    ]


def places(words: str, view: View) -> list[tuple[int, int]]:
    """Where words stand in the source of a view; raises TooOften."""
    wanted = folded(words).strip()
    count = view.fold.text.count(wanted) if wanted else 0
    if count > MOST or (count * len(wanted) > REPEATED and _is_periodic(wanted)):
        raise TooOften
    if not count and wanted.count("-") > HYPHENS:
        return []
    found = anchors.find(words, view.source, view.fold)
    return [place for place in found if not _is_signed(view.source, place[0])]


def _is_periodic(words: str) -> bool:
    """Whether words are one stretch, four times or more."""
    size = len(words)
    return any(words[at:] == words[: size - at] for at in range(1, size // 4 + 1))


def _is_signed(text: str, start: int) -> bool:
    """Whether the sign before a figure was left out: the 5 of -5 is no 5."""
    if not start or not text[start].isnumeric() or text[start - 1] not in _SIGNS:
        return False
    return start == 1 or text[start - 2].isspace() or text[start - 2] in "(["


def _standing(place: Span, page: Page, view: View) -> Standing:
    if view is page.whole and view is not page.shown:
        return Standing.HIDDEN
    if view is not page.valid:
        return Standing.STRUCK
    return Standing.NOTICE if in_notice(place, page) else Standing.GOOD


def in_notice(place: Span, page: Page) -> bool:
    return any(note.start <= place.start < note.end for note in page.notices)


def _parted(wanted: list[Part], view: View, page: Page) -> Iterator[Hit]:
    """Places where all parts stand in their order, close together."""
    where = []
    for part in wanted:
        found = places(part.text, view)
        if not found:
            return
        where.append(found)
    room = 4 * sum(len(part.text) for part in wanted) + WINDOW
    for start, end in islice(_chains(wanted, where, room), CHAINS):
        place = view.on_page(start, end)
        yield Hit(place, exact=False, standing=_standing(place, page, view), is_parted=True)


def _chains(
    wanted: list[Part], where: list[list[tuple[int, int]]], room: int
) -> Iterator[tuple[int, int]]:
    done = -1
    for start, end in where[0]:
        last = _followed(wanted, where, end, room)
        if last is not None and start >= done and last - start <= room:
            done = last
            yield start, last


def _followed(
    wanted: list[Part], where: list[list[tuple[int, int]]], end: int, room: int
) -> int | None:
    """Where the last part ends, each being the nearest behind the one before it."""
    for part, found in zip(wanted[1:], where[1:], strict=True):
        at = bisect_left(found, (end, 0))
        if at == len(found) or found[at][0] - end > min(room, part.gap):
            return None
        end = found[at][1]
    return end
