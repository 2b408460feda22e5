"""The evidence that the checks of sourcing look at, as rows, and the sources that it is from.

Sources are looked up here and not joined: there are fewer of them than of what they are cited for.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, and_, case, or_, select

from factcheck.audit.desk import MOST_ASKED, Desk, claims, evidence, made, sources
from factcheck.db import standing
from factcheck.models import Verdict
from factcheck.models.base import table_of
from factcheck.services.findings import Finding
from factcheck.services.needs import NEEDS_EVIDENCE
from factcheck.words import UNVERIFIED, Outcome, Stance, Tier

verdicts = table_of(Verdict)

#: More names than this are too many for one line.
MOST_NAMED = 4

Shelf = dict[int, Any]

#: What was cut, or the editor lets stand, is judged by nobody any more.
UNSETTLED = claims.c.outcome.not_in((Outcome.CUT.value, Outcome.STET.value))

#: Decided on what evidence must carry.
DECIDED = and_(claims.c.status.in_(sorted(NEEDS_EVIDENCE)), UNSETTLED)

ON_FILE = evidence.c.retracted_at.is_(None)
#: Only seen evidence that was not retracted counts.
COUNTS = and_(evidence.c.seen_at.is_not(None), ON_FILE)


def excused(desk: Desk) -> frozenset[int]:
    """The verdicts of which somebody said why they may be below what the house demands."""
    said = select(verdicts.c.id).where(verdicts.c.exception != "")
    return frozenset(desk.connection.scalars(said))


def of_stance(stances: Iterable[str | None]) -> ColumnElement[bool]:
    """The condition of evidence with one of these stances; None is not yet said."""
    named = evidence.c.stance.in_(sorted(each for each in stances if each))
    return or_(named, evidence.c.stance.is_(None)) if None in set(stances) else named


def _bears() -> ColumnElement[bool]:
    """It carries the verdict in force; while there is none, it speaks for or against."""
    carries = [
        and_(claims.c.status == conclusion.value, of_stance(standing.RESTS_ON[conclusion]))
        for conclusion in sorted(NEEDS_EVIDENCE)
    ]
    open_claim = claims.c.status == UNVERIFIED
    return or_(*carries, and_(open_claim, of_stance({Stance.SUPPORTS, Stance.REFUTES, None})))


def cited(*columns: Any) -> Select[Any]:
    """Evidence on file, a claim after the other: `claim`, `verdict_id`, `piece`, `source` ..."""
    shown = (
        claims.c.id.label("claim"), claims.c.verdict_id, evidence.c.id.label("piece"),
        evidence.c.source_id.label("source"),
    )  # fmt: skip
    joined = select(*shown, *columns).join(evidence, evidence.c.claim_id == claims.c.id)
    return joined.where(ON_FILE, UNSETTLED).order_by(claims.c.id, evidence.c.id)


class Weighed(NamedTuple):
    """Of what was seen that which decides a claim, or will."""

    claim: int
    verdict_id: int | None
    #: The numbers of the sources.
    used: tuple[int, ...]
    #: Each with `piece`, `source`, `primary`, and `echoes` where it may repeat the claim's words.
    pieces: list[Row[Any]]


def weighed(desk: Desk) -> list[Weighed]:
    """Every claim with evidence that bears on it, in order of number."""
    echoes = of_stance({Stance.SUPPORTS, None})
    marks = (_one(evidence.c.tier == Tier.PRIMARY.value, "primary"), _one(echoes, "echoes"))
    rows = by_claim(desk, cited(*marks).where(COUNTS, _bears()))
    return [
        Weighed(claim, pieces[0].verdict_id, tuple(numbers(pieces)), pieces)
        for claim, pieces in rows
    ]


def _one(condition: ColumnElement[bool], name: str) -> Any:
    return case((condition, 1), else_=0).label(name)


def by_claim(desk: Desk, statement: Select[Any]) -> Iterator[tuple[int, list[Row[Any]]]]:
    """The rows of each claim together; `claim` is their first column."""
    for number, rows in groupby(desk.of_claims(statement), itemgetter(0)):
        yield number, list(rows)


def shelf(desk: Desk) -> Shelf:
    """The sources that the claims in question cite, by number: id, key, publisher, published."""
    listed = select(sources.c.id, sources.c.key, sources.c.publisher, sources.c.published)
    wanted = desk.scope.claims
    if wanted is not None and len(wanted) <= MOST_ASKED:
        theirs = select(evidence.c.source_id).where(evidence.c.claim_id.in_(sorted(wanted)))
        listed = listed.where(sources.c.id.in_(theirs))
    return {row[0]: row for row in desk.connection.execute(listed)}


def numbers(rows: Sequence[Any]) -> list[int]:
    """The sources of the rows, each once."""
    return sorted({row.source for row in rows})


def names(desk: Desk, found: Shelf, which: Iterable[int]) -> str:
    """`atlas, wire and 3 more`."""
    listed = [desk.name(found[number]) for number in which]
    if len(listed) > MOST_NAMED:
        more = len(listed) - MOST_NAMED + 1
        listed = [*listed[: MOST_NAMED - 1], f"{more} more"]
    return " and ".join(filter(None, (", ".join(listed[:-1]), listed[-1])))


def of_claim(code: str, each: Weighed, told: str, *made_of: Any, **detail: Any) -> Finding:
    """A finding about a claim, by its verdict and its sources."""
    return made(
        code, "claim", each.claim, told, each.verdict_id, each.used, *made_of,
        claim=each.claim, detail=detail or {"sources": list(each.used)},
    )  # fmt: skip


def of_piece(code: str, row: Any, told: str, *made_of: Any) -> Finding:
    """A finding about a piece of evidence, by the verdict and the source."""
    return made(
        code, "evidence", row.piece, told, row.verdict_id, row.source, *made_of,
        claim=row.claim, source=row.source,
    )  # fmt: skip
