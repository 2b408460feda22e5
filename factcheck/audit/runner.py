"""An audit: look at the pages, ask every family, keep what they found."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.audit import article, drift, life, links, sourcing, verdicts
from factcheck.audit.desk import Check, Desk, Scope
from factcheck.audit.life import Covered
from factcheck.audit.summary import LOST, summary
from factcheck.audit.targets import Target, targets
from factcheck.audit.visiting import Progress, Tally, Visitor, Writing
from factcheck.codes import CODES
from factcheck.db import derived, holdings
from factcheck.db.history import LOOK, begin_link, pending, steps
from factcheck.documents.pool import Pool
from factcheck.errors import NotFound
from factcheck.fetch import crossref
from factcheck.fetch.client import Client
from factcheck.fetch.gate import Gate
from factcheck.models.base import now
from factcheck.services import house, sightings
from factcheck.services.findings import Finding
from factcheck.services.rules import IGNORED

Shape = dict[str, Any]

CHECKS: dict[str, Check] = {
    **links.CHECKS, **drift.CHECKS, **sourcing.CHECKS, **verdicts.CHECKS, **article.CHECKS,
}  # fmt: skip

#: Claims whose passages are compared on the way; more of them are left to `db check --repair`.
MOST_COMPARED = 1000


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of an audit."""

    scope: Scope = field(default_factory=Scope)
    codes: frozenset[str] = frozenset(CODES)
    offline: bool = False
    #: Seconds between two requests to one host.
    interval: float = 1.0
    allow: Sequence[str] = ()
    contact: str | None = None
    crossref: str = crossref.PUBLIC
    #: Seconds after which no further page is begun.
    budget: float | None = None
    #: Go on with the newest run that was not finished.
    resume: bool = False


@dataclass(slots=True)
class Audit:
    """What came of it: findings as JSON, those that are fixed apart, and what it comes to."""

    run: int
    findings: list[Shape]
    fixed: list[Shape]
    summary: Shape
    tally: Tally


def audit(writing: Writing, request: Request, progress: Progress | None = None) -> Audit:
    """Run an audit; `writing` opens a session of its own for every part that is kept.

    Raises NotFound where there is nothing to resume.
    """
    with writing() as session:
        run, done, scope = _begun(session, request)
        request = replace(request, scope=scope)
        wanted = [] if request.offline else targets(Desk(session, request.scope), done)
    tally = Tally()
    if wanted:
        tally = asyncio.run(_visited(writing, request, run, wanted, progress))
    with writing() as session:
        found = _found(session, request, run, tally)
        if not tally.left:
            finish(session, run, found.summary)
    return found


def _begun(session: Session, request: Request) -> tuple[int, list[int], Scope]:
    """The number of the run, the sources that it has looked at already, and what it is about."""
    connection = session.connection()
    runs, visits = holdings.runs, holdings.visits
    if request.resume:
        unfinished = select(runs).where(runs.c.kind == "audit", runs.c.finished_at.is_(None))
        run = connection.execute(unfinished.order_by(runs.c.id.desc()).limit(1)).first()
        if run is None:
            raise NotFound("No audit was interrupted.", hint="factcheck audit begins a new one.")
        done = select(visits.c.source_id).where(visits.c.run_id == run.id).distinct()
        return run.id, list(connection.scalars(done)), Scope.of(run.scope)
    return begin(session, "audit", request.scope.shape()), [], request.scope


def begin(session: Session, kind: str, scope: Shape) -> int:
    """A new run, with its step in the history; unfinished until its last item."""
    connection = session.connection()
    looking = pending(session)
    looking.kind = LOOK
    step = begin_link(connection, looking).number
    connection.execute(steps.update().where(steps.c.id == step).values(finished=False))
    values = {"kind": kind, "scope": scope, "step_id": step, "started_at": now()}
    return holdings.add(connection, holdings.runs, values)


async def _visited(
    writing: Writing, request: Request, run: int, wanted: Sequence[Target],
    progress: Progress | None,
) -> Tally:  # fmt: skip
    with Pool() as pool:
        async with Client(
            allow=request.allow, contact=request.contact, robots=True, gate=Gate(request.interval)
        ) as client:
            visitor = Visitor(client, pool, writing, run, request.crossref, progress)
            return await visitor.visit(wanted, request.budget)


def _found(session: Session, request: Request, run: int, tally: Tally) -> Audit:
    holdings.wait_for_others(session.connection())
    desk = Desk(session, request.scope)
    sightings.look_again(desk.connection)
    left = derived.compare_some(desk.connection, MOST_COMPARED)
    codes = sorted(request.codes - _ignored(session))
    connection = session.connection()
    kept = life.keep(connection, run, every(desk, codes), Covered(codes, request.scope))
    shown = life.shapes(session, run, kept.rows)
    fixed = life.shapes(session, run, kept.fixed)
    for each in fixed:
        each["state"] = "fixed"
    looked = {**tally.shape(), "not_compared": left}
    told = summary(desk, [*shown, *fixed], looked, life.open_ones(session, LOST))
    return Audit(run, shown, fixed, told, tally)


def _ignored(session: Session) -> set[str]:
    severities = house.every(session)["severity"]
    return {code for code, word in severities.items() if word == IGNORED}


def every(desk: Desk, codes: Sequence[str]) -> list[Finding]:
    """What each of these checks finds, as grave as the house says."""
    return [desk.graded(each) for code in codes for each in CHECKS[code](desk)]


def finish(session: Session, run: int, told: Shape) -> None:
    """The last item of a run is done."""
    connection = session.connection()
    runs = holdings.runs
    row = connection.execute(select(runs.c.step_id).where(runs.c.id == run)).one()
    values = {"finished_at": now(), "summary": told}
    connection.execute(runs.update().where(runs.c.id == run).values(values))
    connection.execute(steps.update().where(steps.c.id == row.step_id).values(finished=True))
