"""What an article still lacks, and where its newest text contradicts the calendar or itself.

Of a closed article only what is wrong in the text that ran: the rest was let go with it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from factcheck.audit import contradictions, spellings
from factcheck.audit import weekdays as days
from factcheck.audit.desk import Check, Desk, articles, claims, made
from factcheck.db import derived, standing
from factcheck.db.standing import Facts
from factcheck.models import Article, Fix, Query, Revision, Span, Verdict
from factcheck.models.base import table_of
from factcheck.services import coverage, gate
from factcheck.services.coverage import line_of
from factcheck.services.findings import Finding
from factcheck.text.folding import folded
from factcheck.text.markup import veiled
from factcheck.text.show import shorten
from factcheck.words import UNVERIFIED, Conclusion, Outcome, SpanState

spans, revisions, verdicts, fixes, queries = map(table_of, (Span, Revision, Verdict, Fix, Query))

#: What was cut, or the editor lets stand, is judged by nobody any more.
_SETTLED = (Outcome.CUT.value, Outcome.STET.value)
#: So many characters of the words of a text are shown.
_SHOWN = 120


def _newest() -> ColumnElement[bool]:
    """The condition of the newest revision of each article."""
    later = revisions.alias("later")
    return ~exists().where(
        later.c.article_id == revisions.c.article_id, later.c.number > revisions.c.number
    )


def _place(words: str, seen: Counter[str]) -> str:
    """The same words are the same place from draft to draft; the second time another one."""
    plain = folded(words)
    seen[plain] += 1
    digest = hashlib.sha256(plain.encode()).hexdigest()[:16]
    return digest if seen[plain] == 1 else f"{digest}-{seen[plain]}"


# Texts


def gaps(desk: Desk) -> Iterator[Finding]:
    """A501: something checkable that is in no claim."""
    listed = select(articles.c.id.label("article")).where(articles.c.closed_at.is_(None))
    rows = list(desk.of_articles(listed.where(_has_text()).order_by(articles.c.id)))
    for row in rows:
        article = desk.session.get_one(Article, row.article)
        seen: Counter[str] = Counter()
        for gap in coverage.coverage(desk.session, article).gaps:
            place = _place(gap.text, seen)
            start, end = gap.span
            detail = {"start": start, "end": end, "line": gap.line, "zone": gap.zone}
            told = gate.uncovered(shorten(gap.text, _SHOWN))
            yield made("A501", "article", row.article, told, place=place, detail=detail)


def _has_text() -> ColumnElement[bool]:
    return exists().where(revisions.c.article_id == articles.c.id)


def _texts(desk: Desk) -> Iterator[tuple[Any, str]]:
    """The newest text of each article, without its markup."""
    columns = (
        articles.c.id.label("article"), articles.c.published, articles.c.language,
        revisions.c.id.label("revision"),
    )  # fmt: skip
    listed = select(*columns).join(revisions, revisions.c.article_id == articles.c.id)
    for row in list(desk.of_articles(listed.where(_newest()).order_by(articles.c.id))):
        of_it = select(revisions.c.text).where(revisions.c.id == row.revision)
        yield row, veiled(desk.connection.scalar(of_it) or "")


def _day(published: str | None) -> date | None:
    """A month or a year is no day to count from."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def weekdays(desk: Desk) -> Iterator[Finding]:
    """A503: a weekday and a date that fell on another."""
    for row, text in _texts(desk):
        seen: Counter[str] = Counter()
        for slip in days.find(text, _day(row.published), row.language):
            told = f'"{shorten(slip.words, _SHOWN)}": {slip.told}'
            at = At(row, text, [(slip.start, slip.end)], _place(slip.words, seen))
            yield _at(desk, "A503", at, told, slip.told)


def figures(desk: Desk) -> Iterator[Finding]:
    """A504: one fact that has two figures."""
    for row, text in _texts(desk):
        seen: Counter[str] = Counter()
        for twice in contradictions.find(text, _day(row.published), row.language):
            both = (twice.one, twice.other)
            words = " / ".join(text[slice(*each.sentence)] for each in both)
            stands = [(each.value.start, each.value.end) for each in both]
            said = [
                f'"{shorten(each.value.text, _SHOWN)}" in line {line_of(text, each.value.start)}'
                for each in both
            ]
            at = At(row, text, stands, _place(words, seen))
            yield _at(desk, "A504", at, ", ".join(said), words)


def names(desk: Desk) -> Iterator[Finding]:
    """A505: one name that is spelt in two ways."""
    for row, text in _texts(desk):
        seen: Counter[str] = Counter()
        for twice in spellings.find(text, row.language):
            told = f'"{twice.one}" {_times(twice.ones)}, "{twice.other}" {_times(twice.others)}'
            told = f"{told}, first in line {line_of(text, twice.others[0].start)}"
            place = _place(" / ".join(sorted((twice.one, twice.other))), seen)
            yield _at(desk, "A505", At(row, text, twice.others, place), told)


def _times(places: Sequence[Any]) -> str:
    return "once" if len(places) == 1 else f"{len(places)} times"


class At(NamedTuple):
    """Places in the newest text of an article, and what they are called from draft to draft."""

    row: Any
    text: str
    stands: Sequence[tuple[int, int]]
    place: str


def _at(desk: Desk, code: str, at: At, told: str, *made_of: str) -> Finding:
    """A finding about places in a text; of a claim where they are all of the same one."""
    places = [
        {"start": start, "end": end, "line": line_of(at.text, start)} for start, end in at.stands
    ]
    claim = _claim_at(desk, at.row.revision, at.stands)
    return made(
        code, "article", at.row.article, told, *made_of, claim=claim, place=at.place,
        detail={**places[0], "places": places},
    )  # fmt: skip


def _claim_at(desk: Desk, revision: int, stands: Sequence[tuple[int, int]]) -> int | None:
    """The claim that stands at these places, if it is one."""
    here = or_(*(and_(spans.c.start < end, spans.c.end > start) for start, end in stands[:50]))
    number = func.coalesce(claims.c.same_as_id, claims.c.id)
    listed = select(number).join(spans, spans.c.claim_id == claims.c.id).where(
        spans.c.revision_id == revision, spans.c.state != SpanState.LOST.value,
        ~claims.c.hidden, here,
    )  # fmt: skip
    found = set(desk.connection.scalars(listed.distinct()))
    return found.pop() if len(found) == 1 else None


# Claims


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
            spans.c.claim_id == claims.c.id, _newest(), other.c.closed_at.is_(None),
            ~other.c.hidden,
        )
    )  # fmt: skip
    return and_(claims.c.elsewhere, stands.exists())


def _is_gone() -> ColumnElement[bool]:
    """It stood in a text, and stands in none any more."""
    placed = select(spans.c.id).join(revisions, revisions.c.id == spans.c.revision_id)
    placed = placed.where(spans.c.claim_id == claims.c.id, _newest())
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
            _newest(),
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
            told.append(gate.gone(shorten(placed[0].exact, _SHOWN)))
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
        else standing.what_changed(folded(then), folded(row.exact))
    )
    return f"the words changed: {shorten(what, 2 * _SHOWN)}"


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
    "A501": gaps,
    "A502": words,
    "A503": weekdays,
    "A504": figures,
    "A505": names,
    "A506": undecided,
    "A507": unanswered,
    "A508": unmade,
    "A509": unfixed,
}
