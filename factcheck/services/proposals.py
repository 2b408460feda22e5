"""Claims that could be made of an article: by its annotated copy, and by what its sentences say.

Numbers count in reading order over all of them, so that a number stays the same while others
are accepted, until the next draft.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from factcheck.errors import BadInput, NotFound, Refused
from factcheck.models import Annotation, Article, Claim, Revision, Skip, Source
from factcheck.services import articles, claims, coverage, drafts, skips, sources, verdicts, zones
from factcheck.services import evidence as evidence_service
from factcheck.services.claims import NewClaim
from factcheck.services.coverage import line_of
from factcheck.services.evidence import NewEvidence
from factcheck.services.places import Place
from factcheck.services.sources import NewSource
from factcheck.services.verdicts import Decision
from factcheck.services.zones import Zones
from factcheck.text import worth
from factcheck.text.addresses import looks_like_url
from factcheck.text.markup import plain, veiled
from factcheck.text.spans import Cover, Span
from factcheck.text.worth import Proposal
from factcheck.words import Conclusion, Kind, MadeOf, SpanState, Zone

Shape = dict[str, Any]

#: Words that are this share of a sentence are of its kind.
MOST = 0.7
#: A citation in a note is the title of a source; a letter is not.
LONGEST_TITLE = 200
#: Why something is told apart, and what is then the reason of the verdict.
APART = {"opinion": "an opinion", "question": "a question", "prediction": "a prediction"}


@dataclass(slots=True)
class Proposed:
    """One claim that could be made, by its number."""

    number: int
    span: Span
    text: str
    zone: str
    line: int
    kind: str
    claimant: str | None
    why: Sequence[str]
    score: float
    #: False for opinions, questions and predictions, which are told apart.
    checkable: bool = True
    #: The elements in it; it is done when each of them is.
    parts: Sequence[Span] = ()
    annotation: Annotation | None = None

    @property
    def words(self) -> Span:
        """Its span without blanks and marks at its ends."""
        start, end = coverage.words(Span(0, len(self.text)), self.text)
        return Span(self.span.start + start, self.span.start + end)


def every(session: Session, article: Article, by: MadeOf = MadeOf.SENTENCE) -> list[Proposed]:
    """All proposals for the newest draft in reading order, those that are taken included."""
    revision = articles.newest(session, article)
    shown = zones.of_revision(session, revision)
    ranked = worth.rank(veiled(revision.text), article.language)
    found = (
        worth.by_element(veiled(revision.text), article.language)
        if by == MadeOf.ELEMENT
        else ranked
    )
    made = [
        _of_text(each, revision.text, shown)
        for each in found
        if shown.at(each.span.end - 1) != Zone.FOOTNOTE
    ]
    made += [
        _of_annotation(row, revision.text, shown, ranked)
        for row in drafts.annotations(session, revision)
        if row.state != SpanState.LOST
    ]
    made.sort(key=lambda each: (each.span, each.annotation is not None))
    for number, each in enumerate(made, 1):
        each.number = number
    return made


def of_copy(session: Session, article: Article) -> list[Proposed]:
    """What an annotated copy proposes, in reading order."""
    if not drafts.annotations(session, articles.newest(session, article)):
        return []
    return [each for each in every(session, article) if each.annotation is not None]


def _of_text(each: Proposal, text: str, shown: Zones) -> Proposed:
    start, end = each.span
    return Proposed(
        number=0, span=each.span, text=text[start:end], zone=shown.at(start),
        line=line_of(text, start), kind=each.kind.value, claimant=each.claimant,
        why=[str(why) for why in each.why], score=each.score, checkable=each.checkable,
        parts=[element.span for element in each.elements],
    )  # fmt: skip


def _of_annotation(
    row: Annotation, text: str, shown: Zones, ranked: Sequence[Proposal]
) -> Proposed:
    made = _of_words(Span(row.start, row.end), text, shown, ranked)
    made.why, made.annotation = [row.kind], row
    return made


def _of_words(span: Span, text: str, shown: Zones, ranked: Sequence[Proposal]) -> Proposed:
    """Words that a person chose."""
    kind, claimant = described(span, ranked)
    return Proposed(
        number=0, span=span, text=text[slice(*span)], zone=shown.at(span.start),
        line=line_of(text, span.start), kind=kind.value, claimant=claimant, why=(), score=1.0,
    )  # fmt: skip


def described(span: Span, ranked: Iterable[Proposal]) -> tuple[Kind, str | None]:
    """The kind and claimant of words, from the sentence that they stand in."""
    around = [each for each in ranked if each.span.meets(span)]
    best = max(around, key=lambda each: _shared(each.span, span), default=None)
    if best is None:
        return Kind.OTHER, None
    if _shared(best.span, span) > MOST * (best.span.end - best.span.start):
        return best.kind, best.claimant
    inside = [element.kind for element in best.elements if span.holds(element.span)]
    beyond = [element.kind for element in best.elements if element.span.holds(span)]
    # A figure in it says more of what is to be checked than the name beside it.
    kinds = sorted(inside, key=lambda kind: kind == Kind.NAME) + beyond
    return (kinds[0] if kinds else Kind.OTHER), best.claimant


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def open_ones(session: Session, article: Article, by: MadeOf = MadeOf.SENTENCE) -> list[Proposed]:
    """The proposals that nobody has taken or skipped yet, the most worth checking first."""
    revision = articles.newest(session, article)
    under, skipped = coverage.cover(session, revision), set(coverage.skipped(session, revision))
    waiting = [each for each in every(session, article, by) if not is_taken(each, under, skipped)]
    return sorted(waiting, key=lambda each: (not each.checkable, -each.score, each.number))


def is_taken(each: Proposed, under: Cover, skipped: Collection[Span] = ()) -> bool:
    """Words are taken when all that is checkable in them is.

    A note is when a claim was made of it, or when its very words are skipped.
    """
    if each.annotation is not None:
        return each.annotation.claim_id is not None or each.span in skipped
    done = each.checkable and bool(each.parts) and all(map(under.holds, each.parts))
    return done or under.holds(each.words)


def all_of(waiting: Sequence[Proposed], *, checkable: bool) -> list[Proposed]:
    """All that can be checked, or all that is told apart, in reading order.

    A sentence is left out where the notes of the copy are on all that is checkable in it.
    """
    noted = Cover(each.span for each in waiting if each.annotation is not None)
    kept = [each for each in waiting if each.annotation is not None or not is_taken(each, noted)]
    return sorted(
        (each for each in kept if each.checkable == checkable), key=lambda each: each.number
    )


def chosen(found: Sequence[Proposed], numbers: Sequence[int]) -> list[Proposed]:
    """The proposals of these numbers. Raises NotFound for one that is not there."""
    known = {each.number: each for each in found}
    for number in numbers:
        if number not in known:
            msg = f"There is no open proposal {number}."
            raise NotFound(msg, hint="Run factcheck article claims to see what is there.")
    return [known[number] for number in dict.fromkeys(numbers)]


# Taking them


def accept(session: Session, article: Article, wanted: Sequence[Proposed]) -> list[Claim]:
    """Claims of the article; what an annotated copy names becomes cited evidence."""
    return list(dict.fromkeys(_accepted(session, article, wanted)))


def _accepted(session: Session, article: Article, wanted: Sequence[Proposed]) -> list[Claim]:
    """A claim for each of these; the same one for the same words."""
    revision = articles.newest(session, article)
    known = dict(reversed(claims.placed(session, revision)))
    made = []
    for each in wanted:
        claim = known.get(each.span) or _claim(session, article, revision, each)
        known[each.span] = claim
        if each.annotation is not None:
            with _told_number(each.number):
                _cite(session, claim, each.annotation)
        made.append(claim)
    return made


@contextmanager
def _told_number(number: int) -> Iterator[None]:
    """Say which proposal cannot be taken: one of many, perhaps, that all were wanted."""
    try:
        yield
    except (BadInput, Refused) as error:
        error.message = f"Proposal {number}: {error.message[0].lower()}{error.message[1:]}"
        raise


def claim_words(session: Session, article: Article, spans: Sequence[Span]) -> list[Claim]:
    """Claims of words that a person chose in the newest draft."""
    if not spans:
        return []
    revision = articles.newest(session, article)
    shown = zones.of_revision(session, revision)
    ranked = worth.rank(veiled(revision.text), article.language)
    wanted = [_of_words(span, revision.text, shown, ranked) for span in spans]
    return accept(session, article, wanted)


def _claim(session: Session, article: Article, revision: Revision, each: Proposed) -> Claim:
    colour = each.annotation.colour if each.annotation else None
    new = NewClaim(
        text=plain(revision.text, *each.span) or None, kind=each.kind, claimant=each.claimant,
        tags=[colour] if colour else (),
    )  # fmt: skip
    return claims.add(session, new, article, Place(revision, *each.span, zone=each.zone))


def _cite(session: Session, claim: Claim, note: Annotation) -> None:
    """Its addresses as sources, else its words as a citation; the stance is not yet said."""
    said = f"{note.author}: {note.text}" if note.author and note.text else note.text or None
    for source in _sources(session, note):
        new = NewEvidence(source=f"source:{source.id}", note=said, seen=False)
        evidence_service.add(session, claim, new)
    note.claim_id = claim.id
    session.flush()


def _sources(session: Session, note: Annotation) -> list[Source]:
    made = [NewSource(url) for url in note.urls if looks_like_url(url)]
    if not made and note.text.strip():
        made = [NewSource(title(note.text))]
    found = [sources.add(session, new)[0] for new in made]
    return list({source.id: source for source in found}.values())


def title(text: str) -> str:
    """A note as the title of a source."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 3]}..."


def proposed_source(each: Proposed) -> str | None:
    """What accepting it would cite, for a list."""
    note = each.annotation
    if note is None:
        return None
    urls = [url for url in note.urls if looks_like_url(url)]
    return ", ".join(urls) or title(note.text) or None


def not_checkable(session: Session, article: Article, wanted: Sequence[Proposed]) -> list[Claim]:
    """Claims that are decided at once: opinions, questions and predictions."""
    made = dict(zip(_accepted(session, article, wanted), wanted, strict=True))
    for claim, each in made.items():
        said = next((APART[why] for why in each.why if why in APART), "nothing in it to check")
        decision = Decision(conclusion=Conclusion.NOT_CHECKABLE, because=said)
        verdicts.decide(session, [claim], decision)
    return list(made)


def skip(session: Session, article: Article, wanted: Sequence[Proposed]) -> list[Skip]:
    """Nothing to check in these words; a note on just these words is done with too."""
    revision = articles.newest(session, article)
    places = [Place(revision, *each.span, zone=each.zone) for each in wanted]
    return skips.several(session, places)


def shape(each: Proposed) -> Shape:
    """A proposal as JSON."""
    note = each.annotation
    return {
        "id": each.number,
        "text": plain(each.text, 0, len(each.text)),
        "span": {
            "start": each.span.start,
            "end": each.span.end,
            "exact": each.text,
            "zone": each.zone,
            "line": each.line,
        },
        "kind": each.kind,
        "claimant": each.claimant,
        "values": [],
        "why": list(each.why),
        "score": each.score,
        "checkable": each.checkable,
        "note": None if note is None else _noted(note),
        "source": proposed_source(each),
    }


def _noted(note: Annotation) -> Shape:
    return {
        "kind": note.kind,
        "text": note.text,
        "author": note.author,
        "on": note.on,
        "urls": note.urls,
        "colour": note.colour,
    }
