"""Family D: whether the source still says what was quoted from it."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select

from factcheck.audit.desk import Desk, claims, evidence, made, sources
from factcheck.codes import Severity
from factcheck.db import presence
from factcheck.db.holdings import (
    newest_snapshots,
    newest_visits,
    sightings,
    snapshots,
    visits,
)
from factcheck.looks import Capture, Presence
from factcheck.models.base import iso
from factcheck.services.findings import Finding
from factcheck.text.anchors import What
from factcheck.text.show import shorten

Shape = dict[str, Any]

#: Changes of these make it another figure.
FIGURES = frozenset({What.FIGURE, What.UNIT, What.DATE})

#: More than this of a page's words is other text now.
MUCH = 0.5

#: Characters of a quotation in a message.
LONGEST = 120

GONE = frozenset({Presence.ABSENT.value, Presence.MOVED_OR_REPLACED.value})
ALTERED = frozenset({Presence.ALTERED_MATERIAL.value, Presence.ALTERED_MINOR.value})


class Quotations:
    """Every quotation of the claims that are meant, with its newest readable look."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        columns = (
            evidence.c.id, evidence.c.uid, evidence.c.quote, evidence.c.presence,
            evidence.c.source_id,
            claims.c.id.label("claim"), sources.c.id.label("source"), sources.c.key, sources.c.url,
        )  # fmt: skip
        listed = (
            select(*columns)
            .join(claims, claims.c.id == evidence.c.claim_id)
            .join(sources, sources.c.id == evidence.c.source_id)
            .where(evidence.c.quote.is_not(None), evidence.c.retracted_at.is_(None))
            .where(evidence.c.presence.is_not(None))
            .order_by(evidence.c.id)
        )
        wanted = desk.scope.sources
        self.every = [
            (row, found)
            for row in desk.of_claims(listed)
            if (found := presence.read(row)) and (wanted is None or row.source in wanted)
        ]

    def made(
        self, code: str, row: Any, found: Shape, message: str, severity: Severity | None = None
    ) -> Finding:
        """A finding about a piece of evidence, with the words before and after."""
        detail = {
            "state": found["state"], "quote": row.quote, "found": found["found"],
            "changes": found["changes"], "snapshot": found["snapshot"], "on": found["at"],
        }  # fmt: skip
        veiled = self.desk.veiled.get(row.source)
        if not veiled:
            detail["url"] = row.url
        return made(
            code, "evidence", row.id, f"{veiled or row.key}: {message}", row.uid, row.quote,
            found["state"], found["found"], claim=row.claim, source=row.source,
            severity=severity, detail=detail,
        )  # fmt: skip


def gone(desk: Desk) -> Iterator[Finding]:
    captured = _captured(desk)
    for row, found in desk.once(Quotations).every:
        if found["state"] in GONE and _was_there(desk, row.id, row.source, captured):
            yield desk.once(Quotations).made("D201", row, found, _not_there(desk, row, found))


def not_in_copy(desk: Desk) -> Iterator[Finding]:
    """Words that no copy has had, although one was made on purpose."""
    captured = _captured(desk)
    for row, found in desk.once(Quotations).every:
        if found["state"] in GONE and not _was_there(desk, row.id, row.source, captured):
            message = f"the saved copy does not have {_shown(row.quote)}"
            yield desk.once(Quotations).made("D206", row, found, message)


def _captured(desk: Desk) -> set[int]:
    """Sources of which somebody made a copy on purpose."""
    on_purpose = [Capture.FETCHED.value, Capture.FILE.value]
    rows = select(snapshots.c.source_id).where(snapshots.c.how.in_(on_purpose))
    return set(desk.connection.scalars(rows.distinct()))


def _was_there(desk: Desk, piece: int, source: int, captured: set[int]) -> bool:
    """Whether it stood there once, as far as anybody can tell."""
    if source not in captured:
        return True
    good = select(sightings.c.id).where(
        sightings.c.evidence_id == piece, sightings.c.state.not_in(GONE)
    )
    return desk.connection.scalar(good.limit(1)) is not None


def _not_there(desk: Desk, row: Any, found: Shape) -> str:
    seen = _seen_on(desk, row.id)
    before = f"seen on {seen}, " if seen else ""
    near = f'; the nearest is "{found["found"]}"' if found["found"] else ""
    return f"{before}not seen on {found['at'][:10]}: {_shown(row.quote)}{near}"


def _seen_on(desk: Desk, piece: int) -> str | None:
    """The last day on which somebody looked and the words were there."""
    looked = (
        select(func.max(visits.c.at))
        .join(sightings, sightings.c.snapshot_id == visits.c.snapshot_id)
        .where(sightings.c.evidence_id == piece, sightings.c.state.not_in(GONE))
    )
    last = desk.connection.scalar(looked)
    return iso(last)[:10] if last else None


def _shown(quote: str, most: int = LONGEST) -> str:
    return f'"{shorten(" ".join(quote.split()), most)}"'


def altered(desk: Desk) -> Iterator[Finding]:
    for row, found in desk.once(Quotations).every:
        if found["state"] in ALTERED and not _in_figures(found):
            minor = found["state"] == Presence.ALTERED_MINOR
            severity = Severity.WARNING if minor else None
            message = f"{found['why']}: it has {_shown(found['found'] or '')}"
            yield desk.once(Quotations).made("D202", row, found, message, severity)
        elif found["hidden"]:
            message = f"{found['why']}: {_shown(row.quote)}"
            yield desk.once(Quotations).made("D202", row, found, message, Severity.NOTE)


def figures(desk: Desk) -> Iterator[Finding]:
    for row, found in desk.once(Quotations).every:
        if found["state"] == Presence.ALTERED_MATERIAL and _in_figures(found):
            message = f"{found['why']}: it has {_shown(found['found'] or '')}"
            yield desk.once(Quotations).made("D203", row, found, message)


def _in_figures(found: Shape) -> bool:
    return found["state"] == Presence.ALTERED_MATERIAL and any(
        what in FIGURES for what, _, _ in found["changes"]
    )


def changed(desk: Desk) -> Iterator[Finding]:
    """The quotations stand, and most of the page is other text."""
    hurt = {row.source for row, found in desk.once(Quotations).every if found["state"] in GONE}
    for row, snapshot in _pages(desk):
        share = snapshot.page.get("changed") or 0
        if share > MUCH and row.id not in hurt and _is_whole(snapshot):
            since = snapshot.page["since"][:10]
            message = f"{desk.name(row)}: {share:.0%} of its words changed since {since}"
            yield made(
                "D204", "source", row.id, message, row.uid, snapshot.id, source=row.id,
                detail={"changed": share, "snapshot": snapshot.id},
            )  # fmt: skip


def _is_whole(snapshot: Any) -> bool:
    """Whether it is all of the page, and not what it shows to people abroad."""
    page = snapshot.page
    held_back = page["paywalled"] or page["trouble"] or snapshot.partial
    return not (held_back or page.get("variant"))


def corrected(desk: Desk) -> Iterator[Finding]:
    """The words are taken back where they stand, or the page carries a notice."""
    told = set()
    for row, found in desk.once(Quotations).every:
        if found["state"] == Presence.CONTEXT_CHANGED:
            told.add(row.source)
            message = f"{found['why']}: {_shown(row.quote)}"
            yield desk.once(Quotations).made("D205", row, found, message)
    for row, snapshot in _pages(desk):
        for notice in snapshot.page.get("notices", ()):
            if row.id not in told:
                yield _noticed(desk, row, notice, _gravity(notice))
    yield from _updated(desk)


def _updated(desk: Desk) -> Iterator[Finding]:
    """What Crossref says of a work with a DOI."""
    for row in _sources(desk):
        visit = desk.once(NewestVisits).found.get(row.id)
        for update in (visit.detail or {}).get("updates", ()) if visit else ():
            notice = f"{update['label']} of {update['on'] or 'an unknown day'}: {update['doi']}"
            yield _noticed(desk, row, notice, _gravity(update["kind"]))


def _noticed(desk: Desk, row: Any, notice: str, severity: Severity) -> Finding:
    message = f"{desk.name(row)}: {_shown(notice, 200)}"
    return made(
        "D205", "source", row.id, message, row.uid, notice, source=row.id, severity=severity,
        detail={"notice": notice}, place=presence.basis(notice)[:12],
    )  # fmt: skip


def _gravity(notice: str) -> Severity:
    """A correction may be of another sentence; a retraction is of all."""
    return Severity.ERROR if "retract" in notice.casefold() else Severity.WARNING


def _sources(desk: Desk) -> Iterator[Any]:
    listed = select(sources.c.id, sources.c.id.label("source"), sources.c.uid, sources.c.key)
    return desk.of_sources(listed.order_by(sources.c.id))


def _pages(desk: Desk) -> Iterator[tuple[Any, Any]]:
    """Each source with its newest snapshot."""
    for row in _sources(desk):
        snapshot = desk.once(NewestSnapshots).found.get(row.id)
        if snapshot is not None:
            yield row, snapshot


class NewestVisits:
    """The newest visit to each source."""

    def __init__(self, desk: Desk) -> None:
        every = desk.connection.scalars(select(visits.c.source_id).distinct())
        self.found = newest_visits(desk.connection, every)


class NewestSnapshots:
    """What each source says now, as far as anybody has looked."""

    def __init__(self, desk: Desk) -> None:
        every = desk.connection.scalars(select(snapshots.c.source_id).distinct())
        self.found = newest_snapshots(desk.connection, every)


CHECKS: dict[str, Callable[[Desk], Iterator[Finding]]] = {
    "D201": gone,
    "D202": altered,
    "D203": figures,
    "D204": changed,
    "D205": corrected,
    "D206": not_in_copy,
}
