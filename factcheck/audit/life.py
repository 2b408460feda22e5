"""The life of findings: new, open, fixed, set aside.

A finding is the same one while its code, its record and its place are; what somebody has set
aside holds while it says the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from factcheck.codes import CODES, Severity
from factcheck.db import derived, holdings
from factcheck.errors import BadInput, NotFound
from factcheck.models.base import now, uuid7
from factcheck.services import gate, lifts
from factcheck.services.findings import Finding, kept_shape

Shape = dict[str, Any]
Key = tuple[str, str, int, str]

findings = holdings.findings

#: Rows written in one statement.
BATCH = 1000


@dataclass(slots=True)
class Life:
    """The findings of one run, as they are kept."""

    #: Open now, in order of code and record.
    rows: Sequence[Any]
    #: Gone since the run before.
    fixed: Sequence[Any]


def keep(connection: Connection, run: int, found: Iterable[Finding], covered: "Covered") -> Life:
    """Write what was found; what was `covered` and not found again is fixed."""
    moment = now()
    known = {_key(row): row for row in _open_rows(connection, covered.codes)}
    current = {_key_of(each): each for each in found}
    _insert(connection, run, moment, [e for key, e in current.items() if key not in known])
    again = [(known[key], each) for key, each in current.items() if key in known]
    _renew(connection, run, moment, again)
    gone = [row for key, row in known.items() if key not in current and covered.holds(row)]
    _close(connection, moment, [row.id for row in gone])
    listed = select(findings).where(findings.c.last_run_id == run, findings.c.fixed_at.is_(None))
    rows = connection.execute(listed.order_by(findings.c.code, findings.c.record_id, findings.c.id))
    return Life(rows.all(), gone)


@dataclass(frozen=True, slots=True)
class Covered:
    """What a run has looked at: these codes, about records that are meant."""

    codes: Sequence[str]
    scope: Any

    def holds(self, row: Any) -> bool:
        scope = self.scope
        if row.record == "article":
            return scope.articles is None or row.record_id in scope.articles
        if row.claim_id is not None:
            return scope.claims is None or row.claim_id in scope.claims
        return scope.sources is None or row.source_id in scope.sources


def open_ones(session: Session, codes: Iterable[str]) -> list[Any]:
    """Rows of open findings of these codes that nobody has set aside."""
    aside = lifts.every(session)
    rows = _open_rows(session.connection(), sorted(codes))
    return [row for row in rows if row.basis not in aside]


def _open_rows(connection: Connection, codes: Sequence[str]) -> Iterable[Any]:
    wanted = findings.c.code.in_(codes), findings.c.fixed_at.is_(None)
    return connection.execute(select(findings).where(*wanted))


def _key(row: Any) -> Key:
    return row.code, row.record, row.record_id, row.place


def _key_of(each: Finding) -> Key:
    return each.code, each.kind, each.number, each.place


def _values(each: Finding, run: int, moment: datetime) -> Shape:
    return {
        "severity": each.severity.value, "claim_id": each.claim, "source_id": each.source,
        "message": each.message, "detail": dict(each.detail), "basis": each.basis,
        "last_run_id": run, "last_at": moment,
    }  # fmt: skip


def _insert(connection: Connection, run: int, moment: datetime, new: Sequence[Finding]) -> None:
    for chunk in derived.chunks(new, BATCH):
        rows = [
            {
                **_values(each, run, moment), "uid": uuid7(), "code": each.code,
                "record": each.kind, "record_id": each.number, "place": each.place,
                "first_run_id": run, "first_at": moment, "fixed_at": None,
            }
            for each in chunk
        ]  # fmt: skip
        connection.execute(findings.insert(), rows)


_AGAIN = (
    "severity", "claim_id", "source_id", "message", "detail", "basis", "last_run_id", "last_at",
    "first_run_id", "first_at",
)  # fmt: skip
_RENEW = (
    findings.update()
    .where(findings.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in _AGAIN})
)


def _renew(
    connection: Connection, run: int, moment: datetime, again: Sequence[tuple[Any, Finding]]
) -> None:
    for chunk in derived.chunks(again, BATCH):
        rows = [_renewed(row, each, _values(each, run, moment)) for row, each in chunk]
        connection.execute(_RENEW, rows)


def _renewed(row: Any, each: Finding, values: Shape) -> Shape:
    """What says something else than before is new again."""
    same = row.basis == each.basis
    first = (row.first_run_id, row.first_at) if same else (values["last_run_id"], values["last_at"])
    told = {**values, "first_run_id": first[0], "first_at": first[1]}
    return {"row": row.id, **{f"new_{name}": value for name, value in told.items()}}


def _close(connection: Connection, moment: datetime, numbers: Sequence[int]) -> None:
    for chunk in derived.chunks(numbers):
        connection.execute(
            findings.update().where(findings.c.id.in_(chunk)).values(fixed_at=moment)
        )


# As people and programs see them


def shapes(session: Session, run: int, rows: Iterable[Any]) -> list[Shape]:
    """Findings as JSON, with their state as of this run."""
    aside = lifts.every(session)
    return [kept_shape(row, run, aside.get(row.basis)) for row in rows]


def counts_against(shape: Shape, least: Severity) -> bool:
    """Whether a finding keeps an audit from passing."""
    grave = list(Severity)
    live = shape["state"] in {"new", "open"}
    return live and grave.index(Severity(shape["severity"])) <= grave.index(least)


# Setting aside


def let_stand(session: Session, words: Sequence[str], because: str | None) -> list[Any]:
    """Set findings aside, by number or as D202:4. Raises NotFound if one is not open."""
    told = lifts.reason(because, "Setting a finding aside")
    chosen = [_named(session.connection(), word) for word in words]
    for row in chosen:
        at_gate = gate.bases(session, row.code, row.claim_id) if row.claim_id else []
        article = row.record_id if row.record == "article" else None
        about = lifts.About(row.code, row.claim_id, article)
        lifts.add(session, about, [row.basis, *at_gate], told)
    return chosen


def _named(connection: Connection, word: str) -> Any:
    code, colon, number = word.strip().upper().removeprefix("FINDING:").rpartition(":")
    if not (number.isascii() and number.isdigit()) or (colon and code not in CODES):
        raise BadInput(f"{word!r:.40} names no finding.", hint="Give its number, or D202:4.")
    wanted = findings.c.id == int(number[:9])
    if colon:
        wanted = (findings.c.code == code) & (findings.c.record_id == int(number[:9]))
    still = select(findings).where(wanted, findings.c.fixed_at.is_(None)).limit(1)
    row = connection.execute(still).first()
    if row is None:
        hint = "factcheck audit --offline lists what is open."
        raise NotFound(f"There is no open finding {word!r:.40}.", hint=hint)
    return row
