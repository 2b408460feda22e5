"""A finding as JSON, at the gate and as an audit kept it."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.codes import CODES, Severity
from factcheck.services.findings import Finding, basis, filled, kept_shape

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def row(**given: Any) -> Any:
    """What an audit keeps of a finding."""
    return SimpleNamespace(
        **{
            "id": 7, "uid": "u7", "code": "A506", "severity": "warning", "record": "source",
            "record_id": 4, "claim_id": 12, "source_id": 4, "message": "They differ.",
            "detail": {"url": "https://x.example/"}, "first_at": NOON,
            "last_at": NOON.replace(hour=13), "fixed_at": None, "first_run_id": 2,
            "last_run_id": 3, **given,
        }
    )  # fmt: skip


def test_a_kept_finding_in_full() -> None:
    assert kept_shape(row(), 3, None) == {
        "id": 7,
        "uid": "u7",
        "name": "A506:4",
        "code": "A506",
        "severity": "warning",
        "state": "open",
        "record": {"kind": "source", "id": 4},
        "claim": 12,
        "source": 4,
        "message": "They differ.",
        "help": filled(CODES["A506"].help, {"claim": 12, "source": 4}),
        "detail": {"url": "https://x.example/"},
        "set_aside": None,
        "first_seen": "2026-11-20T12:00:00Z",
        "last_seen": "2026-11-20T13:00:00Z",
    }


ASIDE = {"by": "Ann", "because": "known", "at": "2026-11-20T12:00:00Z"}


@pytest.mark.parametrize(
    ("given", "run", "aside", "state"),
    [
        ({}, 3, None, "open"),
        ({"first_run_id": 3}, 3, None, "new"),
        ({}, 4, None, "fixed"),
        ({"fixed_at": NOON}, 3, None, "fixed"),
        ({}, 3, ASIDE, "set-aside"),
        ({"first_run_id": 3}, 3, ASIDE, "set-aside"),
        ({"fixed_at": NOON}, 3, ASIDE, "fixed"),
        ({}, 4, ASIDE, "fixed"),
    ],
)
def test_its_state(
    given: dict[str, Any], run: int, aside: dict[str, str] | None, state: str
) -> None:
    shape = kept_shape(row(**given), run, aside)
    assert (shape["state"], shape["set_aside"]) == (state, aside)


def test_help_names_the_records_that_there_are() -> None:
    text = "factcheck show {claim}; factcheck source show {source} {other}"
    assert filled(text, {"claim": 12, "source": None}) == (
        "factcheck show 12; factcheck source show SOURCE {other}"
    )
    for code, about in CODES.items():
        shape = kept_shape(row(code=code, claim_id=None, record="claim", record_id=5), 3, None)
        assert "{claim}" not in shape["help"], code
        assert shape["name"] == f"{code}:5"
        assert shape["help"].startswith(about.help.partition("{")[0])


def test_a_finding_of_the_gate() -> None:
    found = Finding("A506", "claim", 12, "They differ.", Severity.WARNING, "b", claim=12)
    shape = found.shape()
    assert (found.name, found.id, shape["state"], shape["lifted"]) == (
        "A506:12", 506_000_012, "open", None,
    )  # fmt: skip
    assert shape["record"] == {"kind": "claim", "id": 12}
    lifted = Finding(
        "A506", "claim", 12, "They differ.", Severity.WARNING, "b", lifted=ASIDE, key=3
    ).shape()
    assert (lifted["name"], lifted["state"], lifted["lifted"]) == ("A506:3", "set-aside", ASIDE)


def test_what_a_finding_is_made_of_tells_it_from_others() -> None:
    assert basis("A506", 12, "20") == basis("A506", 12, "20")
    assert len({basis("A506", 12, "20"), basis("A507", 12, "20"), basis("A506", 12, "21")}) == 3
