"""What tests of sourcing need: sources with nothing in common, evidence, and what is noticed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.audit.desk import Desk as Audit
from factcheck.audit.desk import Scope
from factcheck.audit.sourcing import CHECKS
from factcheck.services import evidence, house, lookup
from factcheck.services.evidence import NewEvidence
from factcheck.services.findings import Finding
from tests.services.desk import Desk


@dataclass(frozen=True)
class Noticed:
    """A finding as a test writes it down; what it was made of is left out."""

    code: str
    kind: str
    number: int
    message: str
    severity: str = "warning"
    claim: int | None = None
    source: int | None = None
    detail: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def name(self) -> str:
        return f"{self.code}:{self.number}"


def findings(desk: Desk, *codes: str, scope: Scope | None = None) -> list[Finding]:
    with desk.reading() as session:
        audit = Audit(session, scope)
        return [each for code in codes or CHECKS for each in CHECKS[code](audit)]


def noticed(desk: Desk, *codes: str) -> list[Noticed]:
    """What these checks find, or all of them."""
    return [
        Noticed(
            e.code, e.kind, e.number, e.message, e.severity.value, e.claim, e.source, e.detail
        )
        for e in findings(desk, *codes)
    ]  # fmt: skip


def messages(desk: Desk, code: str) -> list[str]:
    return [each.message for each in noticed(desk, code)]


def claims_with(desk: Desk, code: str, claims: Iterable[int] | None = None) -> list[int | None]:
    """The claims that a check names, of those that are meant."""
    meant = None if claims is None else frozenset(claims)
    return [each.claim for each in findings(desk, code, scope=Scope(claims=meant))]


def sourced(desk: Desk, count: int, **fields: Any) -> list[int]:
    """Sources `s1`, `s2` ... with nothing in common."""
    whats = [f"https://example-{number}.org/" for number in range(1, count + 1)]
    return [desk.source(what, f"s{number}", **fields) for number, what in enumerate(whats, 1)]


def cite(
    desk: Desk, source: str, stance: str | None = None, *, claim: int = 1, **given: Any
) -> int:
    """A piece of evidence with a quotation, unless something else is given."""
    new = NewEvidence(source, stance=stance, **{"quote": "about twenty", **given})
    with desk.writing("evidence add") as session:
        return evidence.add(session, lookup.claim(session, claim), new).id


def rule(desk: Desk, **edits: str) -> None:
    with desk.writing("house edit") as session:
        for key, value in edits.items():
            house.edit(session, key, value)
