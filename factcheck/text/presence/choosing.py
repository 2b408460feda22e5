"""Which of the places where the words stand is the one that was quoted."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.looks import Presence
from factcheck.text.anchors.kinds import is_figure
from factcheck.text.anchors.tokens import draft
from factcheck.text.folding import folded
from factcheck.text.letters import BLANKLESS
from factcheck.text.lexicon import lexicon
from factcheck.text.presence import telling
from factcheck.text.presence.context import Context
from factcheck.text.presence.hits import Hit, Standing
from factcheck.text.presence.page import Page
from factcheck.text.presence.sighting import Sighting, unseen
from factcheck.text.spans import Span

# Letters below which words stand anywhere, and from which they are a sentence.
SHORT = 12
SENTENCE = 25
SENTENCE_WORDS = 5
# What one sign says of a script that sets no blanks.
SIGN = 4
# How much better one context must be than the next.
CLEARLY = 0.1
# How far a place that is known by its position alone may have moved.
CLOSE = 200

_SIGNS = re.compile(f"[{BLANKLESS}\uac00-\ud7af]")
_COMMON = frozenset().union(*(lexicon(one).function for one in ("en", "de", "fr", "es", "ar")))


@dataclass(frozen=True, eq=False)
class Wanted:
    """A quotation, folded, and how much it says by itself."""

    quote: str

    @cached_property
    def text(self) -> str:
        return folded(self.quote).strip()

    @cached_property
    def size(self) -> int:
        signs = len(_SIGNS.findall(self.text))
        return len(self.text.replace(" ", "")) + (SIGN - 1) * signs

    @cached_property
    def words(self) -> list[str]:
        return [word for word in draft(self.text[:1000], {}).words if word[0].isalnum()]

    @cached_property
    def is_sentence(self) -> bool:
        if self.size >= SENTENCE:
            return True
        return len(self.words) >= SENTENCE_WORDS and not self.is_common

    @cached_property
    def is_common(self) -> bool:
        return all(word.lower() in _COMMON or len(word) == 1 for word in self.words)

    @property
    def is_telling(self) -> bool:
        """Whether it is long enough, or has a figure or a name."""
        if self.is_sentence:
            return True
        if any(map(is_figure, self.words)):
            return True
        if self.is_common:
            return False
        return self.size >= SHORT or any(word[0].isupper() for word in self.words)

    def why_short(self) -> str:
        count = len(self.text.replace(" ", ""))
        return telling.short(count) if self.size < SHORT else telling.COMMON


def chosen(wanted: Wanted, found: list[Hit], page: Page, context: Context) -> Sighting:
    """The sighting of the place that was meant, if that can be told."""
    pool = _pool(wanted, found, context)
    hit = pool[0] if len(pool) == 1 else _best(pool, context)
    if hit is None and not (wanted.is_sentence or _is_spoiled(pool)):
        return unseen(
            Presence.AMBIGUOUS,
            telling.often(len(pool), is_short=wanted.size < SHORT)
            if wanted.is_telling
            else wanted.why_short(),
        )
    hit = hit or max(pool, key=lambda each: each.exact)
    hit = _settled(hit, wanted, context)
    return _told(wanted, hit, len(pool), page, context)


def _pool(wanted: Wanted, found: list[Hit], context: Context) -> list[Hit]:
    """The places that come into question: those in good standing, if there are any."""
    if context.is_known and not wanted.is_sentence:
        return found
    return [hit for hit in found if hit.standing == Standing.GOOD] or found


def _is_spoiled(pool: list[Hit]) -> bool:
    return all(hit.standing in {Standing.STRUCK, Standing.NOTICE} for hit in pool)


def _best(pool: list[Hit], context: Context) -> Hit | None:
    """The place whose words around are clearly most alike, or else the nearest one."""
    if context.is_known:
        scored = sorted(
            ((context.score(hit.place), -hit.place.start) for hit in pool), reverse=True
        )
        top = scored[0][0]
        pool = [hit for hit in pool if context.score(hit.place) > top - CLEARLY]
        if not any(context.fits(hit.place) for hit in pool):
            return None
        if len(pool) == 1:
            return pool[0]
    if context.start is None:
        return None
    start = context.start
    nearest = sorted(pool, key=lambda hit: abs(hit.place.start - start))
    first, second = (abs(hit.place.start - start) for hit in nearest[:2])
    return nearest[0] if 2 * first < second else None


def _told(wanted: Wanted, hit: Hit, count: int, page: Page, context: Context) -> Sighting:
    if not wanted.is_telling and not _is_placed(hit, context):
        return unseen(Presence.AMBIGUOUS, wanted.why_short())
    if context.is_known and not wanted.is_sentence and not context.fits(hit.place):
        return seen(Presence.MOVED_OR_REPLACED, hit, page, telling.ELSEWHERE)
    if hit.standing == Standing.STRUCK:
        return seen(Presence.CONTEXT_CHANGED, hit, page, telling.STRUCK)
    if hit.standing == Standing.NOTICE and not context.is_same(hit.place):
        return seen(Presence.CONTEXT_CHANGED, hit, page, _under(hit, page))
    return _standing(hit, count, page, context)


def _settled(hit: Hit, wanted: Wanted, context: Context) -> Hit:
    """The place itself where words that repeat themselves were counted from another one."""
    if context.start is None or not context.is_still_there(wanted.quote):
        return hit
    place = Span(context.start, context.start + len(wanted.quote))
    return replace(hit, place=place) if place.meets(hit.place) else hit


def _is_placed(hit: Hit, context: Context) -> bool:
    if context.is_known:
        return context.fits(hit.place)
    return context.start is not None and abs(hit.place.start - context.start) <= CLOSE


def _standing(hit: Hit, count: int, page: Page, context: Context) -> Sighting:
    state = Presence.EXACT if hit.exact else Presence.FOLDED
    if hit.standing == Standing.HIDDEN:
        return seen(state, hit, page, telling.HIDDEN)
    denied = context.denied(hit.place)
    if denied:
        return seen(Presence.CONTEXT_CHANGED, hit, page, telling.denied(denied))
    turned = context.turned(hit.place)
    if turned:
        made = seen(Presence.ALTERED_MATERIAL, hit, page, telling.beside(turned))
        return replace(made, changes=turned)
    return seen(state, hit, page, telling.stands(count, exact=hit.exact, parted=hit.is_parted))


def seen(state: Presence, hit: Hit, page: Page, why: str) -> Sighting:
    place = hit.place
    hidden = hit.standing == Standing.HIDDEN
    return Sighting(state, *place, page.text[slice(*place)], (), hidden=hidden, why=why)


def _under(hit: Hit, page: Page) -> str:
    notice = next(one for one in page.notices if one.start <= hit.place.start < one.end)
    return telling.under(notice)
