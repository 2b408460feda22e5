"""From words to spans: where in the article a claim stands."""

from dataclasses import asdict, dataclass

from sqlalchemy.orm import Session

from factcheck.errors import BadInput, Usage
from factcheck.models import Article, Claim, Revision, Span
from factcheck.services import articles, zones
from factcheck.text import anchors
from factcheck.words import Zone


@dataclass(slots=True)
class Place:
    """One hit of a quote in a revision, in code points."""

    revision: Revision
    start: int
    end: int
    zone: str = Zone.BODY.value


class Ambiguous(Usage):
    """A quote that stands at several places; the one who asked may choose."""

    def __init__(self, quote: str, article: Article, around: list[str]) -> None:
        super().__init__(
            f'"{quote}" stands {len(around)} times in {article.slug}.',
            hint="Say which with --nth, or quote more of it.",
        )
        self.around = around


def find(session: Session, article: Article, quote: str, nth: int | None = None) -> Place:
    """The place of a quote in the newest revision, typography folded.

    Raises BadInput with the nearest passage if it is not there, Ambiguous if it is there more
    than once and `nth` (counted from 1) does not say which.
    """
    revision = articles.newest(session, article)
    hits = anchors.find(quote, revision.text)
    if not hits:
        raise _absent(quote, article, revision.text)
    if nth is not None and not 1 <= nth <= len(hits):
        times = f"{len(hits)} time{'s' if len(hits) > 1 else ''}"
        msg = f"--nth {nth} is too far: the quote stands {times} in {article.slug}."
        raise BadInput(msg, hint=f"A number from 1 to {len(hits)}.")
    if nth is None and len(hits) > 1:
        around = [_context(revision.text, start, end) for start, end in hits]
        raise Ambiguous(_short(quote), article, around)
    start, end = hits[(nth or 1) - 1]
    return Place(revision, start, end, zones.of_revision(session, revision).at(start))


def _absent(quote: str, article: Article, text: str) -> BadInput:
    near = anchors.nearest(quote, text)
    hint = f'The nearest passage is: "{near}"' if near else "Copy the words from the article."
    return BadInput(f'"{_short(quote)}" does not stand in {article.slug}.', hint=hint)


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:77]}..."


def _context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    return " ".join(f"...{before}[{text[start:end]}]{after}...".split())


def span(claim: Claim, place: Place) -> Span:
    """The span of a claim at a place."""
    return Span(
        claim=claim, claim_id=claim.id, revision_id=place.revision.id, zone=place.zone,
        **asdict(anchors.select(place.revision.text, place.start, place.end)),
    )  # fmt: skip
