"""What tests of the families V and A need: what a check finds, and what it says."""

from collections.abc import Iterable

from factcheck.audit import article, verdicts
from factcheck.audit.desk import Check, Scope
from factcheck.audit.desk import Desk as Audit
from factcheck.services import house
from factcheck.services.findings import Finding
from tests.services.desk import Desk

CHECKS: dict[str, Check] = {**verdicts.CHECKS, **article.CHECKS}


def findings(desk: Desk, *codes: str, scope: Scope | None = None) -> list[Finding]:
    with desk.reading() as session:
        audit = Audit(session, scope)
        return [each for code in codes or CHECKS for each in CHECKS[code](audit)]


def told(desk: Desk, *codes: str) -> list[tuple[str, str]]:
    """The name and the message of each."""
    return [(each.name, each.message) for each in findings(desk, *codes)]


def named(desk: Desk, *codes: str) -> list[str]:
    return [each.name for each in findings(desk, *codes)]


def claims_with(desk: Desk, code: str, meant: Iterable[int]) -> list[int | None]:
    """The claims that a check names, of those that are meant."""
    scope = Scope(claims=frozenset(meant), articles=frozenset())
    return [each.claim for each in findings(desk, code, scope=scope)]


def rule(desk: Desk, **edits: str) -> None:
    with desk.writing("house edit") as session:
        for key, value in edits.items():
            house.edit(session, key, value)
