"""What a report says, as data: the same for every format.

    {"audience", "words", "house", "article", "draft", "summary", "claims", "sources",
     "let_stand", "findings", "corrections"}

`draft` is the newest text with the places of its claims; null where a report is of claims.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from factcheck.db import holdings
from factcheck.db.derived import chunks
from factcheck.looks import Capture
from factcheck.models import Article, Note, Source
from factcheck.services import (
    article_shapes,
    articles,
    claims,
    corrections,
    house,
    lifts,
    listing,
    shapes,
    source_shapes,
    sources,
    zones,
)
from factcheck.services.findings import kept_shape
from factcheck.services.listing import Filter
from factcheck.words import House, Outcome

Shape = dict[str, Any]

#: Outcomes that say the words must change, or cannot stand as they are.
TO_CHANGE = (Outcome.CHANGE, Outcome.ATTRIBUTE, Outcome.CUT_ASKED)
MUST_CHANGE = (*TO_CHANGE, Outcome.PARTLY, Outcome.WRONG)
#: Outcomes of which nobody can say yet that the words are right.
UNSETTLED = (Outcome.SOURCES_DIFFER, Outcome.CANT_CONFIRM)
#: Outcomes that wait for somebody.
OPEN = (Outcome.ASK, Outcome.OPEN)

#: Rules of the house that a report speaks of.
HOUSE = (
    "publisher", "publisher_url", "corrections_url", "own_domains", "political", "scale",
    "name_checkers", "second_person",
)  # fmt: skip


def of_article(session: Session, article: Article, *, reveal: bool = False) -> Shape:
    """All of an article; claims in reading order."""
    ids = listing.chosen(session, Filter(article=article))
    content = of_claims(session, ids, reveal=reveal, article=article.id)
    notes = shapes.notes(session, article_id=article.id)
    content["article"] = {**article_shapes.article(session, article), "notes": notes}
    content["draft"] = _draft(session, article, content["claims"])
    return content


def of_corrections(session: Session) -> Shape:
    """Every correction of the house, of any piece."""
    return {**of_claims(session, []), "corrections": corrections.every(session)}


def of_claims(
    session: Session, ids: Sequence[int], *, reveal: bool = False, article: int | None = None
) -> Shape:
    listed = list(shapes.claims(session, ids, reveal=reveal))
    noted, corrected = _notes(session, ids), corrections.of_claims(session, ids)
    for claim in listed:
        claim["notes"] = noted.get(claim["id"], [])
        claim["corrections"] = [each for each in corrected if each["claim"] == claim["id"]]
    rules = house.every(session)
    return {
        "audience": "internal",
        "words": rules["words"],
        "house": {name: rules[name] for name in HOUSE},
        "article": None,
        "draft": None,
        "summary": summary(listed, rules["words"]),
        "claims": listed,
        "sources": _sources(session, listed, reveal=reveal),
        "let_stand": lifts.about(session, ids, article),
        "findings": _findings(session, listed, article),
        "audited": holdings.newest_audit(session.connection()) > 0,
        "corrections": corrected,
    }


def every_source(session: Session) -> list[Shape]:
    """The sources that are not hidden, in the shape of a report's."""
    rows = {row.id: row for row in sources.every(session)}
    counts, copies = sources.use_counts(session), _copies(session, list(rows))
    return [
        _source(row, rows, counts.get(number, 0), copies.get(number), reveal=False)
        for number, row in rows.items()
    ]


def summary(listed: Sequence[Shape], words: str = House.LINE) -> Shape:
    """Counts by outcome, and the numbers of the claims that want something done.

    Who rates what others said changes no words for being wrong.
    """
    change = MUST_CHANGE if words == House.LINE else TO_CHANGE
    outcomes: dict[str, int] = {}
    for claim in listed:
        outcomes[claim["outcome"]] = outcomes.get(claim["outcome"], 0) + 1
    return {
        "claims": len(listed),
        "outcomes": {o.value: outcomes[o] for o in Outcome if o in outcomes},
        "must_change": [c["id"] for c in listed if c["outcome"] in change],
        "unsettled": [c["id"] for c in listed if c["outcome"] in UNSETTLED],
        "recheck": [c["id"] for c in listed if c["stale"]],
        "open": [c["id"] for c in listed if c["outcome"] in OPEN],
    }


def _draft(session: Session, article: Article, listed: Sequence[Shape]) -> Shape:
    revision = articles.newest(session, article)
    known = {claim["id"]: claim for claim in listed}
    parts = zones.of_revision(session, revision).parts
    return {
        "number": revision.number,
        "text": revision.text,
        "sha256": revision.sha256,
        "zones": [{"start": p.start, "end": p.end, "zone": p.zone.value} for p in parts],
        "marks": [
            {"start": span.start, "end": span.end, "claim": claim.id, "outcome": claim.outcome,
             "stale": known[claim.id]["stale"] if claim.id in known else claim.stale,
             "listed": claim.id in known}
            for span, claim in claims.placed(session, revision)
        ],
    }  # fmt: skip


def _notes(session: Session, ids: Sequence[int]) -> dict[int, list[Shape]]:
    """The notes on each claim, the oldest first."""
    names = shapes.Names(session.connection())
    found: dict[int, list[Shape]] = {}
    for chunk in chunks(ids):
        listed = select(Note).where(Note.claim_id.in_(chunk)).order_by(Note.at, Note.id)
        for row in session.scalars(listed):
            found.setdefault(row.claim_id or 0, []).append(shapes.note(row, names))
    return found


# Sources


def _sources(session: Session, listed: Iterable[Shape], *, reveal: bool) -> list[Shape]:
    """What the claims cite, and where that was taken from, by number."""
    cited: dict[int, int] = {}
    for claim in listed:
        for piece in claim["evidence"]:
            if not piece["retracted"]:
                number = piece["source"]["id"]
                cited[number] = cited.get(number, 0) + 1
    rows = _with_origins(session, cited)
    copies = _copies(session, list(rows))
    return [
        _source(row, rows, cited.get(number, 0), copies.get(number), reveal=reveal)
        for number, row in sorted(rows.items())
    ]


def _with_origins(session: Session, cited: Collection[int]) -> dict[int, Source]:
    found: dict[int, Source] = {}
    wanted = set(cited)
    while wanted:
        for chunk in chunks(sorted(wanted)):
            found |= {row.id: row for row in session.scalars(_by_number(chunk))}
        wanted = {row.origin_id for row in found.values() if row.origin_id} - found.keys()
    return found


def _by_number(numbers: Sequence[int]) -> Any:
    return select(Source).where(Source.id.in_(numbers))


def _source(
    row: Source,
    rows: Mapping[int, Source],
    cited: int,
    copy: Shape | None,
    *,
    reveal: bool,
) -> Shape:
    veiled = row.protected and not reveal
    # Where it was taken from may say who it is.
    origin = rows.get(row.origin_id) if row.origin_id and not veiled else None
    shown = source_shapes.cited(row, reveal=reveal)
    return {
        **shown,
        "uid": row.uid,
        "origin": origin.key if origin else None,
        "cited": cited,
        "archived": None if veiled else copy,
    }


def _copies(session: Session, numbers: Sequence[int]) -> dict[int, Shape]:
    """The newest copy of each source: ours, or a public one, which has an address."""
    table = holdings.snapshots
    found: dict[int, Shape] = {}
    for chunk in chunks(numbers):
        listed = select(table).where(table.c.source_id.in_(chunk)).order_by(table.c.id)
        for row in session.connection().execute(listed):
            public = row.final_url if row.how == Capture.ARCHIVE else None
            before = found.get(row.source_id, {"url": None})
            found[row.source_id] = {
                "at": shapes.time(row.at), "url": public or before["url"], "sha256": row.sha256,
            }  # fmt: skip
    return found


# Findings


def _findings(session: Session, listed: Sequence[Shape], article: int | None) -> list[Shape]:
    """What audits noticed about these claims and their article, and is open."""
    connection = session.connection()
    run, aside = holdings.newest_audit(connection), lifts.every(session)
    hidden = _protected(listed)
    shown = []
    for row in _noticed(connection, [claim["id"] for claim in listed], article):
        shape = kept_shape(row, row.last_run_id or run, aside.get(row.basis))
        if shape["state"] != "set-aside":
            # A finding about a protected source tells its addresses.
            shown.append({**shape, "detail": {}} if row.source_id in hidden else shape)
    return shown


def _noticed(connection: Any, ids: Sequence[int], article: int | None) -> list[Any]:
    table = holdings.findings
    still = table.c.fixed_at.is_(None)
    rows: list[Any] = []
    about_article = (table.c.record == "article") & (table.c.record_id == (article or 0))
    for chunk in [*chunks(ids)] or [[]]:
        about = or_(table.c.claim_id.in_(chunk), about_article)
        rows += connection.execute(select(table).where(still, about))
    ordered = {row.id: row for row in rows}
    return sorted(ordered.values(), key=lambda row: (row.code, row.record_id, row.id))


def _protected(listed: Iterable[Shape]) -> set[int]:
    return {
        piece["source"]["id"]
        for claim in listed
        for piece in claim["evidence"]
        if piece["source"]["protected"]
    }
