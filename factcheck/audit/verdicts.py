"""Verdicts that nothing carries, that are out of date, or that pass something over."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, Select, and_, exists, false, func, or_, select

from factcheck.audit import compared
from factcheck.audit.desk import Check, Desk, claims, evidence, made, sources
from factcheck.audit.reasons import Against, speaks
from factcheck.db import derived, standing
from factcheck.models import Author, Person, SignOff, Verdict
from factcheck.models.base import table_of
from factcheck.services import gate
from factcheck.services.findings import Finding
from factcheck.services.needs import NEEDS_EVIDENCE
from factcheck.words import Conclusion, Outcome

verdicts, sign_offs, authors, people = map(table_of, (Verdict, SignOff, Author, Person))

#: What was cut, or the editor lets stand, is judged by nobody any more.
SETTLED = (Outcome.CUT.value, Outcome.STET.value)

#: What a conclusion has to be carried by.
_CARRIED = {
    Conclusion.SUPPORTED: "that counts supports it",
    Conclusion.REFUTED: "that counts refutes it",
    Conclusion.MIXED: "that counts speaks for or against it",
    Conclusion.CONFLICTING: "that counts speaks for or against it",
}


def decided(*columns: Any) -> Select[Any]:
    """Claims with a verdict in force, in order of number."""
    shown = (claims.c.id.label("claim"), claims.c.text, verdicts.c.uid, verdicts.c.conclusion)
    joined = select(*shown, *columns).join(verdicts, verdicts.c.id == claims.c.verdict_id)
    return joined.where(claims.c.outcome.not_in(SETTLED)).order_by(claims.c.id)


def counted() -> Any:
    """The condition of evidence that counts."""
    return and_(evidence.c.seen_at.is_not(None), evidence.c.retracted_at.is_(None))


def _of(row: Row[Any], code: str, message: str, *made_of: Any) -> Finding:
    """A finding about a claim, by its words and its verdict."""
    return made(code, "claim", row.claim, message, row.text, row.uid, *made_of, claim=row.claim)


def uncarried(desk: Desk) -> Iterator[Finding]:
    """V401: nothing that counts speaks for the conclusion, and nobody said why it may."""
    carries = [
        and_(verdicts.c.conclusion == conclusion.value, _is_one_of(standing.RESTS_ON[conclusion]))
        for conclusion in sorted(NEEDS_EVIDENCE)
    ]
    piece = exists().where(evidence.c.claim_id == claims.c.id, counted(), or_(*carries))
    listed = decided().where(
        verdicts.c.conclusion.in_([each.value for each in NEEDS_EVIDENCE]),
        func.coalesce(verdicts.c.exception, "") == "",
        ~piece,
    )
    for row in desk.of_claims(listed):
        told = f"{row.conclusion}, and nothing {_CARRIED[Conclusion(row.conclusion)]}"
        yield _of(row, "V401", told)


def _is_one_of(stances: set[str | None]) -> Any:
    said = evidence.c.stance.in_([stance for stance in stances if stance])
    return or_(said, evidence.c.stance.is_(None)) if None in stances else said


def stale(desk: Desk) -> Iterator[Finding]:
    """V403: something that the verdict rests on has changed."""
    listed = decided().where(claims.c.stale)
    rows = list(desk.of_claims(listed))
    for chunk in derived.chunks(rows):
        known = _facts(desk, [row.claim for row in chunk])
        for row in chunk:
            told = gate.recheck(known[row.claim])
            yield _of(row, "V403", told, told)


def _facts(desk: Desk, ids: Sequence[int]) -> dict[int, standing.Facts]:
    return {each.claim.id: each for each in derived.facts(desk.connection, ids)}


def due(desk: Desk) -> Iterator[Finding]:
    """V404: the day to look again has come, and nothing else has changed."""
    listed = decided(claims.c.recheck_by)
    listed = listed.where(~claims.c.stale, claims.c.recheck_by <= standing.today())
    for row in desk.of_claims(listed):
        told = f"re-check: due for a re-check since {row.recheck_by}"
        yield _of(row, "V404", told, row.recheck_by)


def own(desk: Desk) -> Iterator[Finding]:
    """V405: whoever decided has written the article."""
    listed = decided(people.c.name).join(people, people.c.id == verdicts.c.person_id)
    wrote = and_(
        authors.c.article_id == claims.c.article_id, authors.c.person_id == verdicts.c.person_id
    )
    for row in desk.of_claims(listed.join(authors, wrote)):
        yield _of(row, "V405", f"decided by {row.name}, who wrote the article")


def turned(desk: Desk) -> Iterator[Finding]:
    """V406: another conclusion than the one before, and nobody said why."""
    several = select(verdicts.c.claim_id).group_by(verdicts.c.claim_id)
    several = several.having(func.count() > 1)
    listed = (
        select(
            claims.c.id.label("claim"), claims.c.text, verdicts.c.uid, verdicts.c.conclusion,
            verdicts.c.reason,
        )
        .join(verdicts, verdicts.c.claim_id == claims.c.id)
        .where(claims.c.id.in_(several), claims.c.outcome.not_in(SETTLED))
        .order_by(claims.c.id, verdicts.c.at, verdicts.c.uid)
    )  # fmt: skip
    for _number, group in groupby(desk.of_claims(listed), attrgetter("claim")):
        before, row = list(group)[-2:]
        if before.conclusion != row.conclusion and not (row.reason or "").strip():
            told = f"was {before.conclusion}, is {row.conclusion}, and nobody says why"
            yield _of(row, "V406", told)


def passed_over(desk: Desk) -> Iterator[Finding]:
    """V408: evidence against the conclusion, of which the reason says nothing."""
    listed = (
        decided(
            verdicts.c.reason, evidence.c.id.label("piece"), evidence.c.quote, evidence.c.says,
            sources.c.id, sources.c.key, sources.c.title, sources.c.publisher, sources.c.author,
            sources.c.alias,
        )
        .join(evidence, evidence.c.claim_id == claims.c.id)
        .join(sources, sources.c.id == evidence.c.source_id)
        .where(counted(), or_(*_against()))
        .order_by(evidence.c.id)
    )  # fmt: skip
    for row in desk.of_claims(listed):
        reason = (row.reason or "").strip()
        if speaks(reason, Against.of(row)):
            continue
        says = "does not speak of it" if reason else "is empty"
        told = f"evidence {row.piece} ({desk.name(row)}) is against it, and the reason {says}"
        yield made(
            "V408", "evidence", row.piece, told, row.text, row.uid, row.quote, row.says,
            claim=row.claim, source=row.id,
        )  # fmt: skip


def _against() -> Iterator[Any]:
    """What speaks against a conclusion, but for what it rests on itself."""
    for conclusion, stances in standing.AGAINST.items():
        if against := stances - standing.RESTS_ON[conclusion]:
            yield and_(verdicts.c.conclusion == conclusion, _is_one_of(against))


def unsigned(desk: Desk) -> Iterator[Finding]:
    """V409: the house wants a second person, and none has signed."""
    if not desk.rules["second_person"]:
        return
    wrote = exists().where(
        authors.c.article_id == claims.c.article_id, authors.c.person_id == sign_offs.c.person_id
    )
    signed = exists().where(
        sign_offs.c.verdict_id == claims.c.verdict_id,
        sign_offs.c.person_id != verdicts.c.person_id,
        ~wrote,
    )
    late = func.coalesce(claims.c.recheck_by <= standing.today(), false())
    listed = decided().where(~claims.c.stale, ~late, ~signed)
    for row in desk.of_claims(listed):
        yield _of(row, "V409", "not signed off")


CHECKS: dict[str, Check] = {
    "V401": uncarried,
    "V402": compared.contradicted,
    "V403": stale,
    "V404": due,
    "V405": own,
    "V406": turned,
    "V407": compared.lacking,
    "V408": passed_over,
    "V409": unsigned,
    "V410": compared.misquoted,
}
