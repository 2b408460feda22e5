"""A walk through claims: which of them and in what order, and each in its paragraph."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from factcheck.db import derived
from factcheck.db.session import known_person
from factcheck.errors import Conflict
from factcheck.models import Article, Claim, Evidence, Revision, Source
from factcheck.services import listing, shapes
from factcheck.services.listing import Filter
from factcheck.services.shapes import Shape
from factcheck.text import sentences
from factcheck.text.spans import Span
from factcheck.words import Outcome, SpanState

#: How far around the words the text is looked at, and from where on a paragraph is too long.
WINDOW, LONG = 3000, 700

_BREAK = re.compile(r"\n[^\S\n]*\n")
# A run of digits is cut into numbers that int() takes at once, however long it is.
_PLACE = re.compile(r"\d{1,9}(?::[0-5]\d){1,2}(?!\d)|\d{1,18}|[^\W\d_]+")
_PAGES = frozenset(("p", "pp", "pg", "page", "pages"))

Key = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a claim, and what stands around them in the draft of this number."""

    before: str
    words: str
    after: str
    revision: int
    state: str


def natural(locator: str) -> Key:
    """Places in the order of a source: p. 9 before p. 12, 0:45 before 12:10 before 1:02:03."""
    found = [word.casefold() for word in _PLACE.findall(locator[:LONG])]
    return tuple(_part(word) for word in found if word not in _PAGES)


def _part(word: str) -> tuple[int, int, str]:
    """Numbers before words; a timecode in seconds."""
    if not word[0].isdecimal():
        return (1, 0, word)
    total = 0
    for figure in word.split(":"):
        total = total * 60 + int(figure)
    return (0, total, "")


def chosen(session: Session, wanted: Filter, *, every: bool = False) -> list[int]:
    """The claims to walk through: in reading order, or where the source has them.

    Those without a decision and those that call for a re-check, unless `every`. A question or
    a proposed change is a decision too.
    """
    listed = select(Claim.id).where(*listing.conditions(session, wanted))
    listed = listed.where(Claim.same_as_id.is_(None))
    if not every:
        calls = listing.conditions(session, Filter(stale=True))
        listed = listed.where(
            or_(Claim.outcome == Outcome.OPEN.value, Claim.id.in_(select(Claim.id).where(*calls)))
        )
    order = (Claim.article_id.asc().nulls_first(), Claim.position, Claim.id)
    found = list(session.scalars(listed.order_by(*order)))
    return found if wanted.source is None else _by_place(session, found, wanted.source)


def _by_place(session: Session, ids: list[int], source: Source) -> list[int]:
    """By locator, the lowest of several; where none is said it comes last."""
    cited = select(Evidence.claim_id, Evidence.locator).where(
        Evidence.source_id == source.id, Evidence.retracted_at.is_(None)
    )
    places: dict[int, Key] = {}
    for number, locator in session.execute(cited):
        if locator:
            place = natural(locator)
            places[number] = min(place, places.get(number, place))
    return sorted(ids, key=lambda number: (number not in places, places.get(number, ())))


def is_open(shape: Shape) -> bool:
    """Whether a claim still waits for a decision."""
    return bool(shape["stale"]) or shape["outcome"] == Outcome.OPEN


def look(session: Session, number: int) -> Shape | None:
    """A claim as it is now; None where it was hidden or joined to another meanwhile."""
    shape = next(shapes.claims(session, [number]), None)
    return None if shape is None or shape["hidden"] or shape["same_as"] else shape


def the_same(session: Session, shown: Mapping[str, Any]) -> Claim:
    """The claim, kept for this step. Raises Conflict if it is not as it was shown."""
    number = shown["id"]
    locked = select(Claim).where(Claim.id == number).with_for_update()
    found = session.scalars(locked).first()
    if found is None or next(shapes.claims(session, [number]), None) != shown:
        msg = f"Claim {number} was changed meanwhile; nothing was written."
        raise Conflict(msg, hint="Look at it again.", record=f"claim:{number}")
    return found


def last_place(session: Session, who: str) -> str | None:
    """`atlas p. 212`: the source that somebody looked at last, and where."""
    person = known_person(session, who)
    if person is None:
        return None
    seen = select(Source.key, Evidence.locator).join(Source, Source.id == Evidence.source_id)
    seen = seen.where(Evidence.seen_by_id == person.id, Evidence.retracted_at.is_(None))
    seen = seen.where(~Source.hidden, Source.article_id.is_(None))
    last = session.execute(seen.order_by(Evidence.seen_at.desc(), Evidence.id.desc())).first()
    return " ".join(part for part in last if part) if last else None


def passage(session: Session, number: int, article: int | None = None) -> Passage | None:
    """The words in their paragraph, in that article if they stand there; None if nowhere."""
    facts = next(derived.facts(session.connection(), [number]), None)
    if facts is None or not facts.spans:
        return None
    wanted = article or facts.claim.article_id
    span = next((each for each in facts.spans if each.article_id == wanted), facts.spans[0])
    if span.state == SpanState.LOST:
        return Passage(span.prefix, span.exact, span.suffix, span.number, span.state)
    return _in_text(session, span)


def _in_text(session: Session, span: Any) -> Passage:
    offset = max(0, span.start - WINDOW)
    length = span.end + WINDOW - offset
    # A draft may be as long as a book; a page of it is asked for.
    part = select(func.substr(Revision.text, offset + 1, length), Article.language)
    part = part.join(Article, Article.id == Revision.article_id)
    text, language = session.execute(part.where(Revision.id == span.revision_id)).one()
    start, end = span.start - offset, span.end - offset
    around = surroundings(text, Span(start, end), language)
    text = unwrapped(text, language)
    return Passage(
        text[around.start : start], text[start:end], text[end : around.end],
        span.number, span.state,
    )  # fmt: skip


def unwrapped(text: str, language: str = "en") -> str:
    """The text, as long as it was, with line breaks between sentences alone."""
    told = list(text.replace("\n", " "))
    for sentence in sentences.split(text, language)[1:]:
        at = text.rfind("\n", 0, sentence.start)
        if at >= 0 and not text[at : sentence.start].strip():
            told[at] = "\n"
    return "".join(told)


def surroundings(text: str, words: Span, language: str = "en") -> Span:
    """The paragraph of the words; of a long one the sentence with its neighbours."""
    start = max((gap.end() for gap in _BREAK.finditer(text, 0, words.start)), default=0)
    gap = _BREAK.search(text, words.end)
    whole = Span(start, gap.start() if gap else len(text))
    if whole.end - whole.start <= LONG:
        return whole
    found = [
        Span(start + each.start, start + each.end)
        for each in sentences.split(text[whole.start : whole.end], language)
    ]
    met = [at for at, sentence in enumerate(found) if sentence.meets(words)]
    if not met:
        return words
    first, last = found[max(met[0] - 1, 0)], found[min(met[-1] + 1, len(found) - 1)]
    return Span(min(first.start, words.start), max(last.end, words.end))
