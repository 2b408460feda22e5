"""What tests of whole audits need: run one, and read back what it left."""

from typing import Any

from factcheck.audit import runner
from factcheck.audit.runner import Audit, Request
from factcheck.db import holdings
from factcheck.services import shapes
from factcheck.services.evidence import of_claims
from tests.services.desk import Desk


def audit(desk: Desk, **given: Any) -> Audit:
    """An audit of everything; pages on this machine may be asked as fast as they answer."""
    request = Request(**{"interval": 0.0, "allow": ["127.0.0.1"], **given})
    return runner.audit(desk.writing, request)


def codes(found: Audit, family: str = "LD") -> list[tuple[str, int]]:
    """Code and record of what is open, of these families."""
    return [
        (each["code"], each["record"]["id"])
        for each in found.findings
        if each["code"][0] in family and each["state"] in {"new", "open"}
    ]


def presence(desk: Desk, number: int) -> str | None:
    """Whether a quotation is still there, read through a new connection."""
    with desk.reading() as session:
        listed = shapes.evidence_list(session, of_claims(session))
        found: str | None = next(e["presence"] for e in listed if e["id"] == number)
        return found


def states(desk: Desk, source: int = 1) -> list[str]:
    """What each look at a source came to."""
    listed = desk.ask("SELECT source_id, state FROM visit ORDER BY id")
    return [state for number, state in listed if number == source]


def visited(desk: Desk, source: int, state: str, at: Any, **more: Any) -> None:
    """A look in the past."""
    with desk.writing() as session:
        values = {
            "source_id": source, "at": at, "url": "http://example.org/", "state": state,
            "hops": [], "message": f"it is {state}", **more,
        }  # fmt: skip
        holdings.add(session.connection(), holdings.visits, values)
