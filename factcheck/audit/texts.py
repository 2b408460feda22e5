"""What nobody has marked in an article's newest text, and where it goes against the calendar."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from factcheck.audit import contradictions, spellings
from factcheck.audit import weekdays as days
from factcheck.audit.claimed import claimed_twice
from factcheck.audit.contradictions import Twice
from factcheck.audit.desk import Desk, articles, claims, made
from factcheck.models import Article, Revision, Span
from factcheck.models.base import table_of
from factcheck.services import coverage, gate
from factcheck.services.coverage import line_of
from factcheck.services.findings import Finding
from factcheck.text.folding import folded
from factcheck.text.markup import veiled
from factcheck.text.show import shorten
from factcheck.text.values.value import Value
from factcheck.words import SpanState

spans, revisions = map(table_of, (Span, Revision))

#: So many characters of the words of a text are shown.
SHOWN = 120
#: Of more places the first are told.
_MOST = 50


def newest() -> ColumnElement[bool]:
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
            told = gate.uncovered(shorten(gap.text, SHOWN))
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
    for row in list(desk.of_articles(listed.where(newest()).order_by(articles.c.id))):
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
            told = f'"{shorten(slip.words, SHOWN)}": {slip.told}'
            at = At(row, text, [(slip.start, slip.end)], _place(slip.words, seen))
            yield _at(desk, "A503", at, told, slip.told)


def figures(desk: Desk) -> Iterator[Finding]:
    """A504: one fact that has two figures."""
    for row, text in _texts(desk):
        seen: Counter[str] = Counter()
        found = contradictions.find(text, _day(row.published), row.language)
        for twice in found:
            both = (twice.one, twice.other)
            words = " / ".join(text[slice(*each.sentence)] for each in both)
            stands = [(each.value.start, each.value.end) for each in both]
            told = ", ".join(_in_line(each.value, text) for each in both)
            yield _at(desk, "A504", At(row, text, stands, _place(words, seen)), told, words)
        known = {_pair(twice) for twice in found}
        for claimed in claimed_twice(desk, row, _day(row.published)):
            if _pair(claimed.twice) not in known:
                place = _place(" / ".join(claimed.words), seen)
                at = At(row, text, claimed.stands, place)
                yield _at(desk, "A504", at, claimed.told, *claimed.words)


def _in_line(value: Value, text: str) -> str:
    return f'"{shorten(value.text, SHOWN)}" in line {line_of(text, value.start)}'


def _pair(twice: Twice) -> frozenset[object]:
    return frozenset({twice.one.value.low, twice.other.value.low})


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
        {"start": start, "end": end, "line": line_of(at.text, start)}
        for start, end in at.stands[:_MOST]
    ]
    claim = _claim_at(desk, at.row.revision, at.stands)
    return made(
        code, "article", at.row.article, told, *made_of, claim=claim, place=at.place,
        detail={**places[0], "places": places},
    )  # fmt: skip


def _claim_at(desk: Desk, revision: int, stands: Sequence[tuple[int, int]]) -> int | None:
    """The claim that stands at these places, if it is one."""
    here = or_(*(and_(spans.c.start < end, spans.c.end > start) for start, end in stands[:_MOST]))
    number = func.coalesce(claims.c.same_as_id, claims.c.id)
    listed = select(number).join(spans, spans.c.claim_id == claims.c.id).where(
        spans.c.revision_id == revision, spans.c.state != SpanState.LOST.value,
        ~claims.c.hidden, here,
    )  # fmt: skip
    found = set(desk.connection.scalars(listed.distinct()))
    return found.pop() if len(found) == 1 else None
