"""Marking claims by underlining words: the article in an editor, `[[words]]{atlas p. 212}`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from factcheck.db import standing
from factcheck.errors import BadInput, Conflict, NotFound
from factcheck.models import Article, Claim, Evidence, Revision
from factcheck.services import articles, claims, lookup, proposals
from factcheck.services import evidence as evidence_service
from factcheck.services.coverage import line_of
from factcheck.services.evidence import NewEvidence
from factcheck.text import marks
from factcheck.text.marks import Mark
from factcheck.text.spans import Span


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it is shown for marking."""

    number: int
    text: str
    marked: str


@dataclass(slots=True)
class Marked:
    """What the marks of a page became."""

    claims: list[Claim] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim at its words, for a text that is shown with its claims."""

    span: Span
    number: int
    outcome: str
    stale: bool


def page(session: Session, article: Article) -> Page:
    """The newest draft with its claims marked."""
    revision = articles.newest(session, article)
    shown = [(span.start, span.end, claim.id) for span, claim in claims.placed(session, revision)]
    return Page(revision.number, revision.text, marks.write(revision.text, shown))


def shown(session: Session, revision: Revision) -> list[Shown]:
    """The claims of a draft where they stand, in reading order."""
    return [
        Shown(span, claim.id, claim.outcome, standing.calls(claim))
        for span, claim in claims.placed(session, revision)
    ]


def take(session: Session, article: Article, page: Page, marked: str) -> Marked:
    """Claims of the marks that are new; those shown stay, whatever was done to their marks.

    Raises BadInput, with the line, where the text itself was changed or a mark does not close;
    Conflict where another draft came in meanwhile.
    """
    revision = articles.newest(session, article)
    if revision.number != page.number:
        msg = f"Draft {revision.number} came in meanwhile; these marks are on draft {page.number}."
        raise Conflict(msg, hint="Mark the new draft: factcheck article mark.")
    read = marks.read(marked, revision.text)
    known = {span for span, _claim in claims.placed(session, revision)}
    fresh = [Span(mark.start, mark.end) for mark in read if not mark.numbers]
    fresh = [span for span in dict.fromkeys(fresh) if span not in known]
    made = Marked(proposals.claim_words(session, article, fresh))
    standing = dict(reversed(claims.placed(session, revision)))
    for mark in read:
        with _told_line(line_of(revision.text, mark.start)):
            meant = _named(session, article, mark) or [standing[Span(mark.start, mark.end)]]
            made.evidence += _cited(session, meant, mark.place) if mark.place else []
    return made


@contextmanager
def _told_line(line: int) -> Iterator[None]:
    """Say in which line of the page a mark cannot be taken."""
    try:
        yield
    except (BadInput, NotFound) as error:
        error.message = f"Line {line}: {error.message[0].lower()}{error.message[1:]}"
        error.line = line
        raise


def _named(session: Session, article: Article, mark: Mark) -> list[Claim]:
    found = [lookup.claim(session, number) for number in mark.numbers]
    for claim in found:
        if claim.article_id != article.id:
            msg = f"Claim {claim.id} is not in {article.slug}."
            raise BadInput(msg, hint="Without its number the words become a claim of their own.")
    return found


def _cited(session: Session, meant: list[Claim], place: str) -> list[Evidence]:
    """New evidence for each of these claims; the same page taken twice cites once."""
    new = NewEvidence(place=place, seen=False)
    made = []
    for claim in meant:
        source, locator = evidence_service.source_of(session, new, claim.article)
        known = evidence_service.of_source(session, claim, source)
        if all(each.locator != locator for each in known):
            made.append(evidence_service.add(session, claim, new))
    return made
