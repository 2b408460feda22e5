"""Whether there is enough: evidence on file, seen, of enough sources, first-hand, to be found."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, exists, func, or_, select

from factcheck.audit.desk import Desk, claims, evidence, made, sources
from factcheck.audit.sourcing_rows import (
    COUNTS,
    DECIDED,
    ON_FILE,
    Weighed,
    by_claim,
    cited,
    excused,
    names,
    numbers,
    of_claim,
    shelf,
    weighed,
)
from factcheck.codes import CODES
from factcheck.models import Note
from factcheck.models.base import table_of
from factcheck.services import needs
from factcheck.services.findings import Finding
from factcheck.services.needs import Unmet
from factcheck.words import Kind, NoteKind, Outcome

notes = table_of(Note)

#: Nobody can be the first-hand source of what is no fact, or not one yet.
NO_FACTS = (Kind.OPINION.value, Kind.PREDICTION.value)


class Cited(NamedTuple):
    """What counting independent sources needs of one."""

    source_id: int
    publisher: str | None


def no_evidence(desk: Desk) -> Iterator[Finding]:
    """S301: decided, and nothing is on file."""
    decided = select(claims.c.id.label("claim"), claims.c.verdict_id)
    decided = decided.where(DECIDED, ~_any(ON_FILE)).order_by(claims.c.id)
    told = CODES["S301"].title
    for row in desk.of_claims(decided):
        if row.verdict_id not in desk.once(excused):
            yield made("S301", "claim", row.claim, told, row.verdict_id, claim=row.claim)


def nobody_looked(desk: Desk) -> Iterator[Finding]:
    """S311: decided, and all that is on file is what somebody else has cited."""
    found = desk.once(shelf)
    for claim, rows in by_claim(desk, cited().where(DECIDED, ~_any(COUNTS))):
        if rows[0].verdict_id in desk.once(excused):
            continue
        pieces = [row.piece for row in rows]
        told = f"{CODES['S311'].title}: {names(desk, found, numbers(rows))}"
        yield made(
            "S311", "claim", claim, told, rows[0].verdict_id, pieces,
            claim=claim, detail={"evidence": pieces, "sources": numbers(rows)},
        )  # fmt: skip


def _any(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The claim has evidence of which the condition holds."""
    return exists().where(evidence.c.claim_id == claims.c.id, condition).correlate(claims)


def too_few(desk: Desk) -> Iterator[Finding]:
    """S302: less than this house needs, in the words and the gravity of the gate."""
    if not desk.rules["needs"]:
        return
    carried = {each.claim: each for each in desk.once(weighed)}
    decided = select(
        claims.c.id.label("claim"), claims.c.kind, claims.c.priority, claims.c.status,
        claims.c.verdict_id,
    )  # fmt: skip
    decided = decided.where(DECIDED, _any(COUNTS)).order_by(claims.c.id)
    short = Short(desk)
    for row in desk.of_claims(decided):
        carrying = carried.get(row.claim)
        missed = short.of(row, carrying)
        if missed and row.verdict_id not in desk.once(excused):
            told, severity = needs.told(missed)
            used = carrying.used if carrying else ()
            yield made(
                "S302", "claim", row.claim, told, row.verdict_id, told,
                claim=row.claim, severity=severity, detail={"sources": list(used)},
            )  # fmt: skip


class Short:
    """What claims fall short of; equal numbers of sources of equal claims are judged once."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._found = desk, desk.once(shelf)
        self._judged: dict[tuple[Any, ...], list[Unmet]] = {}

    def of(self, row: Any, carrying: Weighed | None) -> list[Unmet]:
        if carrying is None:
            return self._short(row, 0, 0, 0)
        seen = len(carrying.used)
        primary = len({piece.source for piece in carrying.pieces if piece.primary})
        # More of them are never worse, and most claims are done with here.
        missed = self._short(row, seen, primary, 1)
        if not missed or seen == 1:
            return missed
        apart = [Cited(number, self._found[number].publisher) for number in carrying.used]
        return self._short(row, seen, primary, needs.independent(apart, self._desk.origins))

    def _short(self, row: Any, *numbers: int) -> list[Unmet]:
        key = (row.kind, row.priority, row.status, *numbers)
        if key not in self._judged:
            counts = dict(zip(("seen", "primary", "independent"), numbers, strict=True))
            wanted = self._desk.rules["needs"]
            self._judged[key] = needs.short(row, row.status, counts, wanted)
        return self._judged[key]


def none_primary(desk: Desk) -> Iterator[Finding]:
    """S303: others' reports alone, and nobody said why they will do.

    Where the author's word is all there is, S312 says so.
    """
    found, allowed = desk.once(shelf), set(_allowed(desk))
    for each in desk.once(weighed):
        if each.claim in allowed or any(piece.primary for piece in each.pieces):
            continue
        if each.verdict_id in desk.once(excused):
            continue
        many = f" among {len(each.used)}" if len(each.used) > 1 else ""
        told = f"no primary source{many}, and no reason given: {names(desk, found, each.used)}"
        yield of_claim("S303", each, told)


def _allowed(desk: Desk) -> Iterator[int]:
    """Claims that need no primary source, or of which a note says why there is none."""
    chosen = exists().where(
        notes.c.claim_id == claims.c.id, notes.c.kind == NoteKind.WHY_CHOSEN.value
    )
    alone = claims.c.outcome == Outcome.OK_ON_AUTHOR.value
    listed = select(claims.c.id.label("claim"))
    listed = listed.where(or_(chosen, claims.c.kind.in_(NO_FACTS), alone))
    return (row.claim for row in desk.of_claims(listed))


def no_words(desk: Desk) -> Iterator[Finding]:
    """S309: nothing tells where in the source it stands; the author's word stands in the draft."""
    said = (evidence.c.quote, evidence.c.says, evidence.c.locator)
    empty = [func.coalesce(column, "") == "" for column in said]
    columns = (sources.c.id, sources.c.key)
    bare = cited(*columns).join(sources, sources.c.id == evidence.c.source_id)
    bare = bare.where(*empty, sources.c.article_id.is_(None))
    for row in desk.of_claims(bare.order_by(None).order_by(evidence.c.id)):
        told = f"{desk.name(row)} is cited without a quotation, words or a place in it"
        yield made(
            "S309", "evidence", row.piece, told, row.source, claim=row.claim, source=row.source
        )


def author_alone(desk: Desk) -> Iterator[Finding]:
    """S312: supported by the author of the article, and by nobody else."""
    alone = select(claims.c.id.label("claim"), claims.c.verdict_id)
    alone = alone.where(claims.c.outcome == Outcome.OK_ON_AUTHOR.value).order_by(claims.c.id)
    for row in desk.of_claims(alone):
        told = CODES["S312"].title
        yield made("S312", "claim", row.claim, told, row.verdict_id, claim=row.claim)
