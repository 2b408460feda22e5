"""Family L: whether the address of a source still leads to it.

One failure never makes a link dead: it takes several, days apart, and whatever merely kept us
from looking does not count at all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import case, func, or_, select

from factcheck.audit.desk import Desk, evidence, made, sources
from factcheck.db.holdings import snapshots, visits
from factcheck.looks import DOWN, GONE, REPLACED, SEEN, Look, Presence
from factcheck.models.base import iso
from factcheck.services.findings import Finding
from factcheck.text.addresses import fold_url

#: After one of these whatever failed before is forgotten.
GOOD = SEEN | {Look.PAYWALL}
STRIKES = GONE | DOWN

_MISSED = {Presence.COULD_NOT_LOOK.value, Presence.ABSENT.value, Presence.MOVED_OR_REPLACED.value}


@dataclass(slots=True)
class Link:
    """A source with an address, the visits since it was last seen, and when that was."""

    source: Any
    visits: Sequence[Any]
    seen: Any | None

    @property
    def newest(self) -> Any:
        """The newest visit that says something about the page, if there is one."""
        told = [visit for visit in self.visits if visit.state != Look.OFFLINE]
        return told[-1] if told else self.seen or self.last

    @property
    def last(self) -> Any:
        return self.visits[-1] if self.visits else self.seen

    def strikes(self, days: int) -> list[Any]:
        """The failures that count: each at least `days` after the one before."""
        counted: list[Any] = []
        for visit in self.visits:
            if visit.state not in STRIKES:
                continue
            if not counted or visit.at - counted[-1].at >= timedelta(days=days):
                counted.append(visit)
        return counted


class Links:
    """All links of an audit, read once for the family."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        rule = desk.rules["strikes"]
        self.needed, self.days = rule["failures"], rule["days"]

    @cached_property
    def every(self) -> list[Link]:
        listed = select(
            sources.c.id, sources.c.id.label("source"), sources.c.key, sources.c.url
        ).where(sources.c.url.is_not(None))
        rows = list(self.desk.of_sources(listed.order_by(sources.c.id)))
        seen, later = self._seen(), self._later()
        return [Link(row, later.get(row.id, ()), seen.get(row.id)) for row in rows]

    def _seen(self) -> dict[int, Any]:
        """The newest visit at which a source was there."""
        good = sorted(state.value for state in GOOD)
        last = select(func.max(visits.c.id)).where(visits.c.state.in_(good))
        rows = select(visits).where(visits.c.id.in_(last.group_by(visits.c.source_id)))
        return {row.source_id: row for row in self.desk.connection.execute(rows)}

    def _later(self) -> dict[int, list[Any]]:
        """The visits after that, the oldest first."""
        good = sorted(state.value for state in GOOD)
        last = (
            select(visits.c.source_id, func.max(visits.c.id).label("id"))
            .where(visits.c.state.in_(good))
            .group_by(visits.c.source_id)
            .subquery()
        )
        since = (
            select(visits)
            .outerjoin(last, last.c.source_id == visits.c.source_id)
            .where(or_(last.c.id.is_(None), visits.c.id > last.c.id))
            .order_by(visits.c.source_id, visits.c.id)
        )
        rows = self.desk.connection.execute(since)
        return {number: list(group) for number, group in groupby(rows, attrgetter("source_id"))}

    @cached_property
    def unsure(self) -> dict[int, str]:
        """Why what is quoted may be on a page where it was not found, by source."""
        rows = select(evidence.c.source_id, evidence.c.presence).where(
            evidence.c.presence.is_not(None), evidence.c.retracted_at.is_(None)
        )
        return {
            row.source_id: row.presence["why"]
            for row in self.desk.connection.execute(rows)
            if row.presence["state"] == Presence.COULD_NOT_LOOK and row.presence["why"]
        }

    def dead(self, link: Link) -> list[Any]:
        """The strikes, once there are enough of them."""
        counted = link.strikes(self.days)
        return counted if len(counted) >= self.needed else []

    def made(self, code: str, link: Link, message: str, *made_of: Any, **more: Any) -> Finding:
        """A finding about a source; of a protected one the address is not shown."""
        source = link.source
        detail = dict(more.pop("detail", {}))
        if source.id not in self.desk.veiled:
            detail["url"] = source.url
        named = f"{self.desk.name(source)}: {message}"
        return made(
            code, "source", source.id, named, source.url, *made_of, source=source.id,
            detail=detail, **more,
        )  # fmt: skip


def gone(links: Links) -> Iterator[Finding]:
    for link in links.every:
        counted = links.dead(link)
        if counted and counted[-1].state in GONE:
            yield _dead(links, "L101", link, counted, "is gone")


def unreachable(links: Links) -> Iterator[Finding]:
    for link in links.every:
        counted = links.dead(link)
        if counted and counted[-1].state not in GONE:
            yield _dead(links, "L102", link, counted, "cannot be reached")


def _dead(links: Links, code: str, link: Link, counted: Sequence[Any], what: str) -> Finding:
    days = [iso(visit.at)[:10] for visit in counted]
    last = f"seen on {iso(link.seen.at)[:10]}, " if link.seen else ""
    message = f"{what}: {last}not seen on {', '.join(days[-3:])}: {counted[-1].message}"
    detail = {"not_seen": days, "seen": iso(link.seen.at) if link.seen else None}
    return links.made(code, link, message, counted[0].id, detail=detail)


def moved(links: Links) -> Iterator[Finding]:
    """A new address is offered only where the quotations are."""
    for link in links.every:
        visit = link.newest
        target = (visit.detail or {}).get("moved_to") if visit and visit.state in GOOD else None
        if (
            not target
            or not visit.detail["permanent"]
            or fold_url(target) == fold_url(link.source.url)
        ):
            continue
        if links.desk.veiled.get(link.source.id):
            yield links.made("L103", link, "moved permanently", target)
        elif _has_quotations(links.desk, link.source.id):
            message = f"moved permanently to {target}, and what is quoted is there"
            yield links.made("L103", link, message, target, detail={"moved_to": target})
        else:
            message = "moved permanently to a page without what is quoted"
            yield links.made("L103", link, message, target)


def _has_quotations(desk: Desk, source: int) -> bool:
    rows = select(evidence.c.presence).where(
        evidence.c.source_id == source, evidence.c.retracted_at.is_(None)
    )
    states = [(found["read"] or found)["state"] for found in desk.connection.scalars(rows) if found]
    return not any(state in _MISSED for state in states)


def replaced(links: Links) -> Iterator[Finding]:
    for link in links.every:
        visit = link.newest
        if visit and visit.state in REPLACED:
            yield links.made("L104", link, visit.message or visit.state, visit.state)


def certificate(links: Links) -> Iterator[Finding]:
    yield from _in_state(links, "L105", {Look.CERTIFICATE})


def could_not(links: Links) -> Iterator[Finding]:
    """Whatever kept us from looking, and failures that are too few to count."""
    for link in links.every:
        visit = link.last
        if not visit or links.dead(link):
            continue
        if visit.state in STRIKES:
            counted = len(link.strikes(links.days))
            message = f"{visit.message} ({counted} of {links.needed} failures, days apart)"
            yield links.made("L106", link, message, visit.state)
        elif visit.state in _COULD_NOT or (
            visit.state == Look.PAYWALL and link.source.id in links.unsure
        ):
            yield links.made("L106", link, visit.message or visit.state, visit.state)
        elif visit.state in SEEN and link.source.id in links.unsure:
            why = links.unsure[link.source.id]
            yield links.made("L106", link, f"what is quoted was not found, but {why}", why)


_COULD_NOT = frozenset({
    Look.REFUSED, Look.THROTTLED, Look.ROBOTS, Look.CHALLENGED, Look.LOGIN, Look.CONSENT,
    Look.UNREADABLE, Look.TOO_LARGE, Look.OFFLINE,
})  # fmt: skip


def unsafe(links: Links) -> Iterator[Finding]:
    yield from _in_state(links, "L107", {Look.UNSAFE, Look.BAD_ADDRESS})


def _in_state(links: Links, code: str, states: set[Look]) -> Iterator[Finding]:
    for link in links.every:
        visit = link.newest
        if visit and visit.state in states:
            yield links.made(code, link, visit.message or visit.state, visit.state)


def unkept(links: Links) -> Iterator[Finding]:
    """Cited, and no copy is kept, so that nobody has looked for what is quoted."""
    kept = select(snapshots.c.id).where(snapshots.c.source_id == sources.c.id)
    quoted = func.sum(case((evidence.c.quote.is_not(None), 1), else_=0))
    wanted = (
        select(sources.c.id, quoted.label("quoted"))
        .join(evidence, evidence.c.source_id == sources.c.id)
        .where(evidence.c.retracted_at.is_(None), ~kept.exists())
        .group_by(sources.c.id)
    )
    bare = {row.id: row.quoted for row in links.desk.connection.execute(wanted)}
    for link in links.every:
        if link.source.id in bare:
            yield links.made("L108", link, _unkept(bare[link.source.id]))


def _unkept(quoted: int) -> str:
    if not quoted:
        return "no snapshot is kept"
    words = "a quotation was" if quoted == 1 else f"{quoted} quotations were"
    return f"no snapshot is kept, and {words} never looked for in it"


def _checked(check: Callable[[Links], Iterator[Finding]]) -> Callable[[Desk], Iterator[Finding]]:
    return lambda desk: check(desk.once(Links))


CHECKS: dict[str, Callable[[Desk], Iterator[Finding]]] = {
    "L101": _checked(gone),
    "L102": _checked(unreachable),
    "L103": _checked(moved),
    "L104": _checked(replaced),
    "L105": _checked(certificate),
    "L106": _checked(could_not),
    "L107": _checked(unsafe),
    "L108": _checked(unkept),
}
