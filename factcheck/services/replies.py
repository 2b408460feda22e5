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
    text = f"{each.author}: {said}" if each.author else said
    if any(query.answer == said for query in _meant(queries, about)) or _is_known(
        session, claim, text
    ):
        return
    query = _open(queries, about)
    if query is None:
        notes.add(session, text, claim=claim, kind=NoteKind.REPLY, on=each.on)
        taken.noted.append(claim.id)
        return
    notes.answer(session, query, said, each.author)
    taken.answered.append(query.id)


def _meant(queries: Sequence[Query], about: Reference) -> Sequence[Query]:
    """The question that the comment asked, else every one of its claim."""
    return [query for query in queries if query.id == about.query] or queries


def _open(queries: Sequence[Query], about: Reference) -> Query | None:
    """The question that the comment asked, else the only one that waits."""
    waiting = [query for query in _meant(queries, about) if query.answered_at is None]
    return waiting[0] if len(waiting) == 1 else None


def _is_known(session: Session, claim: Claim, text: str) -> bool:
    """The same copy may come in twice."""
    wanted = Note.claim_id == claim.id, Note.kind == NoteKind.REPLY.value, Note.text == text
    return session.scalars(select(Note.id).where(*wanted).limit(1)).first() is not None
