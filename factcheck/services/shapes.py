"""Records as JSON: the one shape that lists, reports and scripts are made of.

Built from plain rows, a chunk of records with a handful of queries, so that a list of a hundred
thousand claims costs no more per claim than one. A protected source is shown by its alias
unless `reveal`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from factcheck.db import comparisons, derived, presence, rechecks, standing
from factcheck.models import (
    Article,
    Evidence,
    Note,
    OutsideRating,
    Person,
    Query,
    Revision,
    Rule,
)
from factcheck.models.base import iso, table_of
from factcheck.services import house, source_shapes
from factcheck.services.needs import Origins, Sourcing, counted, unmet, weighty
from factcheck.services.suggesting import suggestion
from factcheck.text import fragments
from factcheck.words import Action

Shape = dict[str, Any]


class Names:
    """People by number, asked for once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names: dict[int, str] | None = None

    def __getitem__(self, number: int | None) -> str | None:
        if number is None:
            return None
        if self._names is None:
            people = Person.__table__
            rows = self._connection.execute(select(people.c.id, people.c.name))
            self._names = {row.id: row.name for row in rows}
        return self._names.get(number)


def time(moment: Any) -> str | None:
    return None if moment is None else iso(moment)


def claims(session: Session, ids: Sequence[int], *, reveal: bool = False) -> Iterator[Shape]:
    """Claims in the order of `ids`, each with all that bears on it."""
    connection = session.connection()
    names, origins = Names(connection), Origins(connection)
    needed = house.needs(session)
    for chunk in derived.chunks(ids):
        found = {each.claim.id: each for each in derived.facts(connection, chunk)}
        cited = {e.source_id for each in found.values() for e in each.evidence}
        shown = source_shapes.by_number(connection, cited, reveal=reveal)
        articles = _articles(connection, {each.claim.article_id for each in found.values()})
        rated = _rated(connection, [e.id for each in found.values() for e in each.evidence])
        for number in chunk:
            if number in found:
                short = unmet(found[number], needed, origins)
                sourcing = Sourcing(short, counted(weighty(found[number]), origins))
                yield _claim(found[number], names, sourcing, _Cited(shown, rated), articles)


def claim(session: Session, number: int, *, reveal: bool = False) -> Shape:
    return next(claims(session, [number], reveal=reveal))


def _claim(
    facts: standing.Facts,
    names: Names,
    sourcing: Sourcing,
    cited: "_Cited",
    articles: Mapping[int, Shape],
) -> Shape:
    row = facts.claim
    compared = {piece.id: comparisons.comparison(facts, piece) for piece in facts.evidence}
    calls = standing.calls(row)
    return {
        "id": row.id,
        "uid": row.uid,
        "text": row.text,
        "kind": row.kind,
        "claimant": row.claimant,
        "claimant_detail": {"role": row.claimant_role, "same_as": row.claimant_same_as},
        "said": {
            "on": row.said_on,
            "occasion": row.occasion,
            "first": row.first_at,
            "appearances": row.said_at,
        },
        "priority": row.priority,
        "tags": sorted(facts.tags),
        "article": articles.get(row.article_id),
        "span": span(facts.spans[0]) if facts.spans else None,
        "also_at": [also_at(each) for each in facts.spans[1:]],
        "values": comparisons.values(facts),
        "status": row.status,
        "outcome": row.outcome,
        "stale": calls,
        "stale_because": rechecks.because(facts) if calls else [],
        "recheck_by": row.recheck_by or _asked_day(facts),
        "verdict": verdict(facts, names) if facts.verdict else None,
        "sources": sourcing.counts,
        "below_need": [each.shape() for each in sourcing.short],
        "fix": fix(facts, names) if facts.fix else None,
        "queries": [query(each, names) for each in facts.queries],
        "sign_off": signed(facts.sign_off, names) if facts.sign_off else None,
        "suggestion": suggestion(facts, compared),
        "evidence": [cited.shape(each, names, compared[each.id]) for each in facts.evidence],
        "review": {"url": row.review_url, "on": row.review_on},
        "part_of": row.part_of_id,
        "same_as": row.same_as_id,
        "hidden": row.hidden,
        "created_at": time(row.created_at),
        "updated_at": time(row.updated_at),
    }


def _asked_day(facts: standing.Facts) -> str | None:
    """The day that was set for a claim which is not decided yet."""
    asked = standing.asked_for(facts) if facts.verdict is None else None
    return asked.on if asked else None


def span(row: Any) -> Shape:
    return {
        "start": row.start,
        "end": row.end,
        "exact": row.exact,
        "prefix": row.prefix,
        "suffix": row.suffix,
        "zone": row.zone,
        "state": row.state,
    }


def also_at(row: Any) -> Shape:
    return {"article": row.article_id, "revision": row.number, **span(row)}


def verdict(facts: standing.Facts, names: Names) -> Shape:
    row = facts.verdict
    return {
        "conclusion": row.conclusion,
        "why": row.why,
        "rating": row.rating,
        "rating_detail": rating(facts.rating) if facts.rating else None,
        "reason": row.reason,
        "exception": row.exception,
        "by": names[row.person_id],
        "at": time(row.at),
    }


def rating(row: Any) -> Shape:
    """A rating with the scale that it was given on."""
    return {
        "number": row.number,
        "best": row.best,
        "worst": row.worst,
        "scale": row.scale,
    }


def signed(row: Any, names: Names) -> Shape:
    return {"by": names[row.person_id], "at": time(row.at)}


def fix(facts: standing.Facts, names: Names) -> Shape:
    row = facts.fix
    return {
        "action": row.action,
        "wording": row.wording,
        "state": row.state,
        "because": row.because,
        "agreed_with": row.agreed_with,
        "agreed_at": time(row.agreed_at),
        "by": names[row.person_id],
        "at": time(row.at),
        "in_draft": None if row.action == Action.STET else standing.in_draft(facts),
    }


def query(row: Any, names: Names) -> Shape:
    return {
        "id": row.id,
        "claim": row.claim_id,
        "question": row.question,
        "to": row.put_to,
        "by": names[row.person_id],
        "asked_at": time(row.asked_at),
        "answer": row.answer,
        "answered_by": row.answered_by,
        "answered_at": time(row.answered_at),
    }


class _Cited(NamedTuple):
    """What evidence brings along: its source by number, and what it rates by its own."""

    sources: Mapping[int, Shape]
    ratings: Mapping[int, Shape]

    def shape(self, row: Any, names: Names, comparison: Shape | None) -> Shape:
        rating = self.ratings.get(row.id)
        return evidence(row, names, self.sources[row.source_id], comparison, rating)


def _rated(connection: Connection, pieces: Sequence[int]) -> dict[int, Shape]:
    """What other houses rated, by the number of the evidence."""
    table = table_of(OutsideRating)
    names = ("label", "number", "best", "worst")
    found: dict[int, Shape] = {}
    for chunk in derived.chunks(pieces):
        for row in connection.execute(select(table).where(table.c.evidence_id.in_(chunk))):
            found[row.evidence_id] = {name: row._mapping[name] for name in names}  # noqa: SLF001 - SQLAlchemy's public name
    return found


def evidence(
    row: Any, names: Names, source: Shape, comparison: Shape | None, rating: Shape | None = None
) -> Shape:
    seen = {"by": names[row.seen_by_id], "at": time(row.seen_at)} if row.seen_at else None
    return {
        "id": row.id,
        "uid": row.uid,
        "claim": row.claim_id,
        "stance": row.stance,
        "quote": row.quote,
        "says": row.says,
        "locator": row.locator,
        "how": row.how,
        "on": row.on,
        "tier": row.tier,
        "note": row.note,
        "rating": rating,
        "seen": seen,
        "retracted": row.retracted_at is not None,
        "retracted_because": row.retracted_because,
        "by": names[row.person_id],
        "at": time(row.created_at),
        "source": source,
        "link": _link(source["url"], row.quote),
        "comparison": comparison,
        **_presence(row),
    }


def _presence(row: Any) -> Shape:
    """Whether the quotation is still in its source, in a word and in full."""
    found = presence.newest(row)
    if found is None:
        return {"presence": None, "presence_detail": None}
    names = ("at", "snapshot", "why", "read")
    return {"presence": found["state"], "presence_detail": {name: found[name] for name in names}}


def _link(url: str | None, quote: str | None) -> str | None:
    """The address that opens at the quotation; as it is where it has a fragment of its own."""
    directive = fragments.of_quote(quote) if url and quote and "#" not in url else ""
    return f"{url}#{directive}" if directive else url


def evidence_list(
    session: Session, rows: Iterable[Evidence], *, reveal: bool = False
) -> list[Shape]:
    listed = list(rows)
    connection = session.connection()
    names = Names(connection)
    shown = source_shapes.by_number(connection, {row.source_id for row in listed}, reveal=reveal)
    compared = _compared(connection, {row.claim_id for row in listed})
    cited = _Cited(shown, _rated(connection, [row.id for row in listed]))
    return [cited.shape(row, names, compared.get(row.id)) for row in listed]


def _compared(connection: Connection, ids: Iterable[int]) -> dict[int, Shape | None]:
    """How each piece of evidence of these claims compares, by its number."""
    return {
        piece.id: comparisons.comparison(facts, piece)
        for chunk in derived.chunks(sorted(ids))
        for facts in derived.facts(connection, chunk)
        for piece in facts.evidence
    }


def _articles(connection: Connection, ids: Iterable[int | None]) -> dict[int, Shape]:
    wanted = [number for number in ids if number is not None]
    if not wanted:
        return {}
    articles, revisions = Article.__table__, Revision.__table__
    newest = (
        select(func.max(revisions.c.number))
        .where(revisions.c.article_id == articles.c.id)
        .scalar_subquery()
        .label("revision")
    )
    columns = (articles.c.id, articles.c.slug, articles.c.title, newest)
    rows = connection.execute(select(*columns).where(articles.c.id.in_(wanted)))
    return {row.id: dict(row._mapping) for row in rows}  # noqa: SLF001 - SQLAlchemy's public name


def note(row: Note, names: Names) -> Shape:
    return {
        "id": row.id,
        "claim": row.claim_id,
        "source": row.source_id,
        "article": row.article_id,
        "kind": row.kind,
        "text": row.text,
        "on": row.on,
        "next": row.next,
        "by": names[row.person_id],
        "at": time(row.at),
    }


def notes(session: Session, **about: int) -> list[Shape]:
    """The notes about one record, named by its column: `claim_id=12`."""
    names = Names(session.connection())
    listed = select(Note).filter_by(**about).order_by(Note.at, Note.id)
    return [note(row, names) for row in session.scalars(listed)]


def queries(session: Session, rows: Iterable[Query]) -> list[Shape]:
    names = Names(session.connection())
    return [query(row, names) for row in rows]


def person(row: Person) -> Shape:
    return {"id": row.id, "uid": row.uid, "name": row.name, "aliases": row.aliases}


def rule(row: Rule) -> Shape:
    return {"key": row.key, "value": row.value, "updated_at": time(row.updated_at)}
