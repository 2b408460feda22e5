"""Claims of one article that give one fact two figures.

Their words stand alone, where those of the article say "it" or "the former".
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select

from factcheck.audit import contradictions
from factcheck.audit.contradictions import Figure, Twice
from factcheck.audit.desk import Desk, claims
from factcheck.audit.sifting import tokens_of
from factcheck.models import Span
from factcheck.models.base import table_of
from factcheck.text.folding import folded
from factcheck.text.spans import Span as Stretch
from factcheck.words import Outcome, SpanState

spans = table_of(Span)

#: The words of these are not those that would run, or are not to be judged.
_OTHER = (Outcome.CUT.value, Outcome.STET.value, Outcome.OK_AS_CHANGED.value)


class Claimed(NamedTuple):
    """Two claims, their words, and where they stand in the article."""

    twice: Twice
    told: str
    words: tuple[str, str]
    stands: list[tuple[int, int]]


def claimed_twice(desk: Desk, row: Any, on: date | None) -> Iterator[Claimed]:
    """Pairs of claims whose figures stand in the newest draft, the article's `row` given."""
    listed = _claims(desk, row)
    # Where the claims say no more than the article, its text has been read already.
    if all(folded(each.text) == folded(each.exact) for each in listed):
        return
    starts: list[int] = []
    text = ""
    for each in listed:
        starts.append(len(text))
        text += f"{each.text.strip().rstrip('.')}.\n\n"
    for twice in contradictions.find(text, on, row.language):
        both = [listed[bisect_right(starts, e.value.start) - 1] for e in (twice.one, twice.other)]
        figures = (twice.one, twice.other)
        if all(_stands(f, each.exact) for f, each in zip(figures, both, strict=True)):
            yield _claimed(twice, *both)


def _claims(desk: Desk, row: Any) -> list[Any]:
    """Each claim of the article with the first of its places, in reading order."""
    listed = (
        select(claims.c.id, claims.c.text, spans.c.exact, spans.c.start, spans.c.end)
        .join(spans, spans.c.claim_id == claims.c.id)
        .where(
            spans.c.revision_id == row.revision, spans.c.state != SpanState.LOST.value,
            ~claims.c.hidden, claims.c.same_as_id.is_(None), claims.c.outcome.not_in(_OTHER),
        )
        .order_by(spans.c.start, spans.c.id)
    )  # fmt: skip
    first: dict[int, Any] = {}
    for each in desk.connection.execute(listed):
        first.setdefault(each.id, each)
    return list(first.values())


def _stands(figure: Figure, words: str) -> bool:
    """The article itself has the figure; a claim may have it from elsewhere."""
    said = tokens_of(figure.value.text, Stretch(0, len(figure.value.text)))
    here = {token.lower() for token in tokens_of(words, Stretch(0, len(words)))}
    return said[0].lower() in here


def _claimed(twice: Twice, one: Any, other: Any) -> Claimed:
    told = f'claim {one.id} says "{twice.one.value.text}", claim {other.id} '
    told += f'"{twice.other.value.text}"'
    stands = [(one.start, one.end), (other.start, other.end)]
    return Claimed(twice, told, (one.text, other.text), stands)
