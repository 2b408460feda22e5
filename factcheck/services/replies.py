"""What comes back on our own comments: the author's replies answer the questions in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.documents.document import Annotation as Noted
from factcheck.documents.own_comments import Reference, reference
from factcheck.models import Claim, Note, Query
from factcheck.services import notes
from factcheck.words import NoteKind


@dataclass(slots=True)
class Taken:
    """Queries that were answered, claims that got a note, and replies to claims not here."""

    answered: list[int] = field(default_factory=list)
    noted: list[int] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


def apart(noted: Sequence[Noted]) -> tuple[list[Noted], list[Noted]]:
    """What somebody put on words of the copy, and what answers a comment of ours."""
    ours = [each for each in noted if _about(each)]
    return [each for each in noted if not _about(each)], ours


def take(session: Session, replies: Sequence[Noted]) -> Taken:
    """Each reply answers the open query of its claim, or is a note on it; known ones nothing."""
    taken = Taken()
    for each in replies:
        about = _about(each)
        claim = _claim(session, about) if about else None
        if about is None or claim is None:
            taken.strangers.append(each.text)
        elif each.text.strip():
            _take(session, claim, about, each, taken)
    return taken


def _about(each: Noted) -> Reference | None:
    return reference(each.answers) if each.answers else None


def _claim(session: Session, about: Reference) -> Claim | None:
    """The claim, if it is the one that was meant: numbers are another's in another database."""
    claim = session.get(Claim, about.claim)
    same = claim is not None and claim.uid.replace("-", "").endswith(about.uid)
    return claim if same else None


def _take(session: Session, claim: Claim, about: Reference, each: Noted, taken: Taken) -> None:
    asked = session.scalars(select(Query).where(Query.claim_id == claim.id).order_by(Query.id))
    queries = list(asked)
    said = each.text.strip()
    if _is_known(session, claim, queries, said):
        return
    query = _open(queries, about)
    if query is None:
        text = f"{each.author}: {said}" if each.author else said
        notes.add(session, text, claim=claim, kind=NoteKind.REPLY, on=each.on)
        taken.noted.append(claim.id)
        return
    notes.answer(session, query, said, each.author)
    taken.answered.append(query.id)


def _open(queries: Sequence[Query], about: Reference) -> Query | None:
    """The question that the comment asked, else the only one that waits."""
    waiting = [query for query in queries if query.answered_at is None]
    named = [query for query in waiting if query.id == about.query]
    return next(iter(named or waiting[:1]), None)


def _is_known(session: Session, claim: Claim, queries: Sequence[Query], said: str) -> bool:
    """The same copy may come in twice."""
    if any(query.answer == said for query in queries):
        return True
    listed = select(Note.text).where(Note.claim_id == claim.id, Note.kind == NoteKind.REPLY.value)
    return any(text == said or text.endswith(f": {said}") for text in session.scalars(listed))
