"""Notes, append-only, and questions to the author."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import BadInput, Refused
from factcheck.models import Article, Claim, Note, Query, Source
from factcheck.models.base import now
from factcheck.services import people
from factcheck.text.plain import bare, check_text
from factcheck.words import NoteKind


def add(  # noqa: PLR0913  as many things as a note may say
    session: Session,
    text: str,
    *,
    claim: Claim | None = None,
    source: Source | None = None,
    article: Article | None = None,
    kind: str = NoteKind.NOTE,
    on: str | None = None,
    next_day: str | None = None,
) -> Note:
    """A note on one record; `next_day` is when to come back to it."""
    note = Note(
        claim_id=claim.id if claim else None,
        source_id=source.id if source else None,
        article_id=article.id if article else None,
        text=check_text(text, "note"),
        kind=str(kind),
        on=on,
        next=next_day,
        person_id=people.me(session).id,
        at=now(),
    )
    session.add(note)
    session.flush()
    return note


def ask(session: Session, claim: Claim, question: str, put_to: str | None = None) -> Query:
    """A question to the author, or to somebody else; open until it is answered."""
    query = Query(
        claim_id=claim.id,
        question=check_text(question, "question"),
        put_to=bare(put_to),
        person_id=people.me(session).id,
        asked_at=now(),
    )
    session.add(query)
    session.flush()
    return query


def answer(session: Session, query: Query, answer: str, answered_by: str | None = None) -> Query:
    if query.answered_at is not None:
        msg = f"Query {query.id} was answered: {query.answer}"
        raise Refused(msg, hint="Ask again with factcheck query ask.")
    query.answer = check_text(answer, "answer")
    query.answered_by = bare(answered_by)
    query.answered_at = now()
    session.flush()
    return query


@dataclass(slots=True)
class QueryFilter:
    """Which queries to list."""

    open_only: bool = False
    article: Article | None = None


def queries(session: Session, chosen: QueryFilter) -> list[tuple[Query, Claim]]:
    """Queries with their claims, the oldest first."""
    listed = select(Query, Claim).join(Claim, Claim.id == Query.claim_id).where(~Claim.hidden)
    if chosen.open_only:
        listed = listed.where(Query.answered_at.is_(None))
    if chosen.article is not None:
        listed = listed.where(Claim.article_id == chosen.article.id)
    return [(query, claim) for query, claim in session.execute(listed.order_by(Query.id))]


def check_target(words: str) -> tuple[str, str]:
    """`claim`, `source` or `article`, and the rest: `source:atlas` -> ("source", "atlas")."""
    noun, colon, rest = words.partition(":")
    if not colon:
        return "claim", words
    if noun not in {"claim", "source", "article"} or not rest:
        msg = f"{words!r} is nothing a note can be about."
        raise BadInput(msg, hint="A claim's number, source:KEY or article:SLUG.")
    return noun, rest


def of_article(session: Session, article: Article) -> list[Note]:
    return list(session.scalars(select(Note).where(Note.article_id == article.id)))
