"""Search: claims by any word in them, their evidence, reasons, notes and sources."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db import search as index
from factcheck.db.derived import chunks
from factcheck.models import Claim
from factcheck.services import listing
from factcheck.services.listing import Filter
from factcheck.text.terms import QueryTerm, query, score

#: A hit in the claim's own words weighs more than one in a note beside it.
WEIGHTS = {
    "claim": 8.0, "span": 6.0, "evidence": 4.0, "verdict": 3.0, "query": 2.0, "note": 2.0,
    "source": 2.0,
}  # fmt: skip

#: Of more claims than this the newest are ranked; a search of such breadth wants more words.
MOST = 5_000


def find(
    session: Session, words: str, wanted: Filter, *, limit: int | None = None, offset: int = 0
) -> list[int]:
    """The numbers of the claims, the best first; nothing in `words` can be an error."""
    terms = query(words)
    if not terms:
        return []
    scores = _scores(session, terms)
    kept = set(_allowed(session, scores, wanted))
    ranked = sorted(kept, key=lambda number: (-scores[number], number))
    return ranked[offset : None if limit is None else offset + limit]


def _scores(session: Session, terms: list[QueryTerm]) -> dict[int, float]:
    """How well each claim fits: by its best record."""
    connection = session.connection()
    scores: dict[int, float] = {}
    claims = index.claims_with(connection, terms, MOST)
    for number, table, words in index.words_of(connection, claims):
        points = WEIGHTS[table] * score(terms, words)
        scores[number] = max(scores.get(number, 0.0), points)
    return scores


def _allowed(session: Session, numbers: Iterable[int], wanted: Filter) -> Iterable[int]:
    rules = listing.conditions(session, wanted)
    for chunk in chunks(sorted(numbers)):
        yield from session.scalars(select(Claim.id).where(Claim.id.in_(chunk), *rules))
