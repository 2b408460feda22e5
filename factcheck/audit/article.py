"""What an article still lacks: changed words, open claims and questions, fixes that were not made.

What is in its text alone is looked for in texts.py. Of a closed article only what is wrong in the
text that ran: the rest was let go with it.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from factcheck.audit import texts
from factcheck.audit.desk import Check, Desk, articles, claims, made
from factcheck.audit.texts import SHOWN, newest, revisions, spans
from factcheck.db import derived, rechecks, standing
from factcheck.db.standing import Facts
from factcheck.models import Fix, Query
from factcheck.models.base import table_of
from factcheck.services import gate
from factcheck.services.findings import Finding
from factcheck.text.folding import folded
from factcheck.text.show import shorten
from factcheck.words import UNVERIFIED, Conclusion, Outcome, SpanState

fixes, queries = map(table_of, (Fix, Query))

#: What was cut, or the editor lets stand, is judged by nobody any more.
_SETTLED = (Outcome.CUT.value, Outcome.STET.value)


def _of(row: Any, code: str, told: str, *made_of: Any) -> Finding:
    """A finding about a claim, by its words and its verdict."""
    return made(code, "claim", row.claim, told, row.text, row.verdict_id, *made_of, claim=row.claim)


def _judged(*columns: Any) -> Select[Any]:
    """Claims of open articles, and of none, whose words are not gone, in order of number."""
    shown = (claims.c.id.label("claim"), claims.c.text, claims.c.verdict_id)
    listed = select(*shown, *columns).outerjoin(articles, articles.c.id == claims.c.article_id)
    return listed.where(
        claims.c.outcome.not_in(_SETTLED), or_(_is_open(), _is_open_elsewhere()), ~_is_gone()
    ).order_by(claims.c.id)


def _is_open() -> ColumnElement[bool]:
    return or_(
        claims.c.article_id.is_(None), and_(articles.c.closed_at.is_(None), ~articles.c.hidden)
    )


def _is_open_elsewhere() -> ColumnElement[bool]:
    other = articles.alias("other")
    stands = (
        select(spans.c.id)
        .join(revisions, revisions.c.id == spans.c.revision_id)
        .join(other, other.c.id == revisions.c.article_id)
        .where(
            spans.c.claim_id == claims.c.id, newest(), other.c.closed_at.is_(None),
            ~other.c.hidden,
        )
    )  # fmt: skip
    return and_(claims.c.elsewhere, stands.exists())


def _is_gone() -> ColumnElement[bool]:
    """It stood in a text, and stands in none any more."""
    placed = select(spans.c.id).join(revisions, revisions.c.id == spans.c.revision_id)
    placed = placed.where(spans.c.claim_id == claims.c.id, newest())
    lost = spans.c.state == SpanState.LOST.value
    return and_(placed.where(lost).exists(), ~placed.where(~lost).exists())


def words(desk: Desk) -> Iterator[Finding]:
    """A502: the words changed in the newest draft, or are gone, and nobody decided since."""
    listed = (
        select(
            claims.c.id.label("claim"), claims.c.text, claims.c.verdict_id, spans.c.exact,
            spans.c.state, spans.c.place, revisions.c.article_id, revisions.c.number,
        )
        .join(spans, spans.c.claim_id == claims.c.id)
        .join(revisions, revisions.c.id == spans.c.revision_id)
        .where(
            newest(),
            claims.c.outcome.not_in([*_SETTLED, Outcome.OK_AS_CHANGED.value]),
            _has_moved(),
        )
        .order_by(claims.c.id, spans.c.start, spans.c.id)
    )  # fmt: skip
    rows = list(desk.of_claims(listed))
    for _number, group in groupby(rows, attrgetter("claim")):
        row, told = _about_words(desk, list(group))
        if told:
            yield _of(row, "A502", "; ".join(told), *told)


def _has_moved() -> ColumnElement[bool]:
    """One of its places changed or is lost; what was decided since is known."""
    others = spans.alias("others")
    states = (SpanState.CHANGED.value, SpanState.LOST.value)
    moved = exists().where(
        others.c.claim_id == claims.c.id,
        others.c.revision_id == spans.c.revision_id,
        others.c.state.in_(states),
    )
    return and_(moved, or_(claims.c.verdict_id.is_(None), claims.c.stale))


def _about_words(desk: Desk, rows: list[Any]) -> tuple[Any, list[str]]:
    """By article: all of its places lost, or the words that changed at some."""
    told: list[str] = []
    for _article, group in groupby(
        sorted(rows, key=attrgetter("article_id")), attrgetter("article_id")
    ):
        placed = list(group)
        if all(row.state == SpanState.LOST for row in placed):
            told.append(gate.gone(shorten(placed[0].exact, SHOWN)))
            continue
        changed = [row for row in placed if row.state == SpanState.CHANGED]
        told += filter(None, (_changed(desk, row) for row in changed))
    return rows[0], list(dict.fromkeys(told))


def _changed(desk: Desk, row: Any) -> str | None:
    """`the words changed: 37 became 47`."""
    before = (
        select(spans.c.exact)
        .join(revisions, revisions.c.id == spans.c.revision_id)
        .where(
            spans.c.place == row.place, revisions.c.article_id == row.article_id,
            revisions.c.number == row.number - 1,
        )
    )  # fmt: skip
    then = desk.connection.scalar(before.limit(1))
    if then is None:
        return None
    same = folded(then) == folded(row.exact)
    what = (
        "the words around it turn its sense"
        if same
        else rechecks.what_changed(folded(then), folded(row.exact))
    )
    return f"the words changed: {shorten(what, 2 * SHOWN)}"


def undecided(desk: Desk) -> Iterator[Finding]:
    """A506: nobody has decided it."""
    listed = _judged().where(
        claims.c.status == UNVERIFIED, claims.c.outcome != Outcome.OK_AS_CHANGED.value
    )
    for row in desk.of_claims(listed):
        yield _of(row, "A506", gate.UNDECIDED)


def unanswered(desk: Desk) -> Iterator[Finding]:
    """A507: a question to the author is open."""
    listed = _judged(queries.c.id, queries.c.question).join(
        queries, queries.c.claim_id == claims.c.id
    )
    listed = listed.where(queries.c.answered_at.is_(None)).order_by(queries.c.id)
    for row in desk.of_claims(listed):
        told = gate.asked(row.question)
        yield made("A507", "query", row.id, told, row.text, row.question, claim=row.claim)


#: Outcomes under which a fix may be missing from the draft, or a wrong claim without one.
_WITH_FIX = [each.value for each in (
    Outcome.ASK, Outcome.CHANGE, Outcome.ATTRIBUTE, Outcome.CUT_ASKED,
)]  # fmt: skip


def unmade(desk: Desk) -> Iterator[Finding]:
    """A508: a fix that is not in the draft."""
    fixed = exists().where(fixes.c.claim_id == claims.c.id)
    listed = _judged().where(claims.c.outcome.in_(_WITH_FIX), fixed)
    for row, facts in _with_facts(desk, listed):
        fix = facts.fix
        if fix is not None and not standing.in_draft(facts):
            told = gate.missing(facts, fix)
            yield _of(row, "A508", told, told)


def unfixed(desk: Desk) -> Iterator[Finding]:
    """A509: known to be wrong, and nothing is to be done about the words."""
    wrong = [Conclusion.REFUTED.value, Conclusion.MIXED.value]
    outcomes = [Outcome.WRONG.value, Outcome.PARTLY.value, Outcome.ASK.value]
    listed = _judged(claims.c.status, claims.c.outcome).where(
        claims.c.status.in_(wrong), claims.c.outcome.in_(outcomes)
    )
    rows = list(desk.of_claims(listed))
    asked = [row.claim for row in rows if row.outcome == Outcome.ASK]
    fixed = {
        facts.claim.id
        for chunk in derived.chunks(asked)
        for facts in derived.facts(desk.connection, chunk)
        if facts.fix is not None
    }
    for row in rows:
        if row.claim not in fixed:
            yield _of(row, "A509", gate.unfixed(row.status), row.status)


def _with_facts(desk: Desk, listed: Select[Any]) -> Iterator[tuple[Any, Facts]]:
    rows = {row.claim: row for row in desk.of_claims(listed)}
    for chunk in derived.chunks(rows):
        for facts in derived.facts(desk.connection, chunk):
            yield rows[facts.claim.id], facts


CHECKS: dict[str, Check] = {
    "A501": texts.gaps,
    "A502": words,
    "A503": texts.weekdays,
    "A504": texts.figures,
    "A505": texts.names,
    "A506": undecided,
    "A507": unanswered,
    "A508": unmade,
    "A509": unfixed,
}
