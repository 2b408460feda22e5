"""Marking claims by underlining words: the article in an editor, `[[words]]{atlas p. 212}`."""

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from factcheck.errors import Conflict
from factcheck.models import Article, Claim, Evidence, Revision
from factcheck.services import articles, claims, lookup, proposals
from factcheck.services import evidence as evidence_service
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
        Shown(span, claim.id, claim.outcome, claim.stale)
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
        if mark.place:
            made.evidence += _cited(session, mark, standing)
    return made


def _cited(session: Session, mark: Mark, standing: dict[Span, Claim]) -> list[Evidence]:
    """Evidence for the claims that a mark names, else for the one on its words."""
    named = [lookup.claim(session, number) for number in mark.numbers]
    meant = named or [standing[Span(mark.start, mark.end)]]
    new = NewEvidence(place=mark.place, seen=False)
    return [evidence_service.add(session, claim, new) for claim in meant]
