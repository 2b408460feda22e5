"""The next draft comes in: stored as a revision, with every claim carried over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from factcheck.documents.document import Zoned
from factcheck.errors import BadInput, Refused
from factcheck.models import Annotation, Article, Revision, Skip
from factcheck.services import articles, carrying, drafts, originals, replies, zones
from factcheck.services.carrying import Carried
from factcheck.services.drafts import Draft
from factcheck.services.zones import Zones
from factcheck.text import sentences
from factcheck.text.folding import folded
from factcheck.words import Zone

#: Below this share of known sentences a draft is probably another article.
KNOWN = 0.1
#: An article of fewer sentences may well be written anew.
ENOUGH = 5


@dataclass(slots=True)
class Revised:
    """The draft that came in; the same one as before if the text was known letter for letter."""

    before: Revision
    after: Revision
    #: What was stored: complete, where a zone came alone.
    draft: Draft
    #: What became of each claim.
    found: Sequence[Carried]
    #: What the author wrote below our comments.
    replies: replies.Taken


def revise(
    session: Session, article: Article, draft: Draft, *, zone: Zone | None = None
) -> Revised:
    """Store the next draft, or the next text of one of its zones. Raises Refused if it ran."""
    check_open(session, article)
    before = articles.newest(session, article)
    draft = complete(session, before, draft, zone)
    found = carrying.plan(session, before, draft.text)
    if draft.text == before.text:
        taken = drafts.annotate(session, article, before, draft.annotations)
        originals.renew(session, before, draft.file)
        return Revised(before, before, draft, found, taken)
    after = drafts.store(session, article, before.number + 1, draft)
    carrying.store(session, after, found, Zones(draft.zones))
    for cls in (Annotation, Skip):
        carrying.carry_placed(session, cls, before, after)
    taken = drafts.annotate(session, article, after, draft.annotations)
    return Revised(before, after, draft, found, taken)


def check_open(session: Session, article: Article) -> None:
    """Raises Refused if it ran."""
    if article.closed_at is not None:
        ran = articles.newest(session, article).number
        msg = f"Article {article.slug} is closed: it ran as draft {ran}."
        raise Refused(msg, hint=f"factcheck article reopen {article.slug}")


def complete(session: Session, before: Revision, draft: Draft, zone: Zone | None) -> Draft:
    """The whole text where a zone came alone, and zones where the file could not name them."""
    known = zones.of_revision(session, before).parts
    if zone is not None:
        return with_zone(before.text, known, zone, draft)
    if draft.zoned or not known:
        return draft
    return replace(draft, zones=carrying.stretches(known, before.text, draft.text))


def with_zone(text: str, known: Sequence[Zoned], zone: Zone, part: Draft) -> Draft:
    """`text` with another text in one zone.

    One paragraph for each place of the zone, in order; where their numbers differ, all of it goes
    to the first place; where the zone is new, to the end.
    """
    if zone == Zone.BODY:
        raise BadInput("The body is the article itself.", hint="Leave --zone out.")
    new = part.text.strip("\n")
    places = [place for place in known if place.zone == zone]
    if not places:
        start = len(text.rstrip("\n")) + 1
        places, text = [Zoned(start, start, zone)], text.rstrip("\n") + "\n"
    paragraphs = [line for line in new.split("\n") if line.strip()]
    if len(paragraphs) != len(places):
        paragraphs = [new, *[""] * (len(places) - 1)]
    others = [place for place in known if place.zone != zone]
    return _replaced(text, others, dict(zip(places, paragraphs, strict=True)), part)


def _replaced(text: str, others: Sequence[Zoned], new: dict[Zoned, str], part: Draft) -> Draft:
    pieces: list[str] = []
    placed: list[Zoned] = []
    done = length = 0
    for place in sorted([*others, *new], key=lambda place: (place.start, place.end)):
        words = new.get(place, text[place.start : place.end])
        between = text[done : place.start]
        length += len(between)
        placed.append(Zoned(length, length + len(words), place.zone))
        pieces += [between, words]
        done, length = place.end, length + len(words)
    remarks = list(part.remarks)
    if part.annotations:
        remarks.append(f"Notes in a file for one zone are left out: {len(part.annotations)}.")
    kept = [place for place in placed if place.start < place.end]
    return Draft("".join([*pieces, text[done:]]), kept, (), remarks, zoned=True)


def is_another(before: str, after: str, language: str) -> bool:
    """Whether hardly a sentence of the draft before stands in the one after."""
    page = folded(after)
    known = [folded(before[start:end]) for start, end in sentences.split(before, language)]
    there = sum(sentence in page for sentence in known)
    return len(known) >= ENOUGH and there < KNOWN * len(known)
