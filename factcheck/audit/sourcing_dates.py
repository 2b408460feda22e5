"""What the sources could know: which are later than the claim, which older than the event.

Only what is certain is said: a month or a year counts as all its days.
"""

import json
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, String, func, select, type_coerce

from factcheck.audit.desk import Desk, articles, claims
from factcheck.audit.sourcing_rows import (
    COUNTS,
    Shelf,
    by_claim,
    cited,
    of_piece,
    of_stance,
    shelf,
    weighed,
)
from factcheck.services.findings import Finding
from factcheck.text.folding import folded
from factcheck.text.values.dates.extents import Extent, extent, named
from factcheck.words import Bound, Kind, Stance, ValueKind

#: The day on which it was said: the claim's own, else that of the article.
SAID = func.coalesce(claims.c.said_on, articles.c.published).label("said")

KEPT = type_coerce(claims.c["values"], String)
DATED = f'"kind":"{ValueKind.DATE.value}"'
_ISO = re.compile(r'"iso":"([^"]+)')

#: Dates that begin with the day that they name.
BEGINNING = {Bound.EXACT, Bound.BETWEEN, Bound.AT_LEAST, Bound.MORE_THAN}
#: What was planned can be told before it happens.
_PLANNED = re.compile(
    r"\b(will|would|should|shall|could|might|scheduled?|planned|plans|expected|due|upcoming"
    r"|set to|to be|wird|werden|würden?|soll|sollen|sollten?|geplant|prévue?s?|doit|devrait"
    r"|será|serán|previst[oa]s?|planead[oa]s?)\b"
)


def later(desk: Desk) -> Iterator[Finding]:
    """S307: what supports it appeared after the day that it was said on, and may repeat it."""
    found, said = desk.once(shelf), _said(desk)
    pieces = [
        row for each in desk.once(weighed) if each.claim in said for row in each.pieces
        # ISO dates sort, and most are done with here.
        if row.echoes and (found[row.source].published or "") > said[each.claim][0]
    ]  # fmt: skip
    for row in sorted(pieces, key=attrgetter("piece")):
        source, (day, where) = found[row.source], said[row.claim]
        published, spoken = extent(source.published), extent(day)
        if row.source in desk.veiled or not published or not spoken:
            continue
        if published.first > spoken.last:
            told = f"{source.key} ({named(published)}) is later than {where} ({named(spoken)})"
            yield of_piece("S307", row, told, source.published, day)


def _said(desk: Desk) -> dict[int, tuple[str, str]]:
    """By claim: the day, and what was said on it."""
    listed = _placed(select(claims.c.id.label("claim"), SAID, claims.c.said_on))
    rows = desk.of_claims(listed.where(SAID.is_not(None)))
    return {claim: (day, "what was said" if own else "the article") for claim, day, own in rows}


def older(desk: Desk) -> Iterator[Finding]:
    """S313: it appeared before the first day on which the event can have been."""
    columns = (claims.c.text, SAID, KEPT.label("kept"))
    dated = cited(*columns).where(
        COUNTS, of_stance({Stance.SUPPORTS, Stance.REFUTES}), KEPT.contains(DATED),
        claims.c.kind != Kind.PREDICTION.value, SAID.is_not(None),
    )  # fmt: skip
    found = [each for _, rows in by_claim(desk, _placed(dated)) for each in _too_old(desk, rows)]
    yield from sorted(found, key=attrgetter("number"))


def _too_old(desk: Desk, rows: Sequence[Any]) -> Iterator[Finding]:
    found = desk.once(shelf)
    early = _early(desk, found, rows)
    event = _event(rows[0]) if early else None
    for row in early:
        source = found[row.source]
        published = extent(source.published)
        if published and event and published.last < event.first:
            told = f"{source.key} ({named(published)}) is older than the event ({named(event)})"
            yield of_piece("S313", row, told, source.published, event.first.isoformat())


def _placed(statement: Select[Any]) -> Select[Any]:
    return statement.outerjoin(articles, articles.c.id == claims.c.article_id)


def _early(desk: Desk, found: Shelf, rows: Sequence[Any]) -> list[Any]:
    """Those from before the last date of the claim, as ISO dates sort."""
    last = max(_ISO.findall(rows[0].kept), default="")
    days = [found[row.source].published or last for row in rows]
    return [
        row for row, day in zip(rows, days, strict=True)
        if day < last and row.source not in desk.veiled
    ]  # fmt: skip


def _event(row: Any) -> Extent | None:
    """The earliest date of the claim; None where it is not past, or may mean another day."""
    dates = [each for each in json.loads(row.kept)["found"] if each["kind"] == ValueKind.DATE]
    days = [_beginning(each) for each in dates]
    said = extent(row.said)
    if said is None or _PLANNED.search(folded(row.text).casefold()):
        return None
    if any(day is None or day.last > said.first for day in days):
        return None
    return min((day for day in days if day), key=lambda day: day.first)


def _beginning(value: dict[str, Any]) -> Extent | None:
    """The days that it covers; None where it has no beginning, or depends on another date."""
    loose = value["approximate"] or value["resolved_from"] or value["bound"] not in BEGINNING
    return None if loose or not value["iso"] else extent(value["iso"], value["text"])
