"""One thing that was noticed about the record, with its code."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.codes import CODES, Severity
from factcheck.models.base import canonical, iso

Shape = dict[str, Any]

#: A finding's number is its code and the number of its record: 506000012 is A506 of claim 12.
_ROOM = 1_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """A code about a record; `basis` says of what it was made, so that a change is noticed."""

    code: str
    kind: str
    number: int
    message: str
    severity: Severity
    basis: str
    claim: int | None = None
    source: int | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    #: Who let it stand, and why: {"by", "because", "at"}.
    lifted: Mapping[str, Any] | None = None
    #: Where in the article it is, for the reading order.
    position: int = 0
    #: Tells several findings of one record apart.
    key: int | None = None
    #: The same for those that are kept: it stays as it is while the finding does.
    place: str = ""

    @property
    def name(self) -> str:
        """`A506:12`: what a person types."""
        return f"{self.code}:{self._key}"

    @property
    def id(self) -> int:
        return int(self.code[1:]) * _ROOM + self._key

    @property
    def _key(self) -> int:
        return self.number if self.key is None else self.key

    def shape(self) -> Shape:
        """The finding as JSON."""
        helped = {"claim": self.claim, self.kind: self.number}
        return {
            "id": self.id,
            "name": self.name,
            "code": self.code,
            "severity": self.severity.value,
            "state": "set-aside" if self.lifted else "open",
            "record": {"kind": self.kind, "id": self.number},
            "claim": self.claim,
            "source": self.source,
            "message": self.message,
            "help": filled(CODES[self.code].help, helped),
            "detail": dict(self.detail),
            "lifted": dict(self.lifted) if self.lifted else None,
        }


def kept_shape(row: Any, run: int, aside: Mapping[str, Any] | None) -> Shape:
    """A finding that an audit has kept as JSON, with its state as of this run."""
    records = {"claim": row.claim_id, "source": row.source_id, row.record: row.record_id}
    return {
        "id": row.id,
        "uid": row.uid,
        "name": f"{row.code}:{row.record_id}",
        "code": row.code,
        "severity": row.severity,
        "state": _state(row, run, aside),
        "record": {"kind": row.record, "id": row.record_id},
        "claim": row.claim_id,
        "source": row.source_id,
        "message": row.message,
        "help": filled(CODES[row.code].help, records),
        "detail": row.detail,
        "set_aside": dict(aside) if aside else None,
        "first_seen": iso(row.first_at),
        "last_seen": iso(row.last_at),
    }


def _state(row: Any, run: int, aside: Mapping[str, Any] | None) -> str:
    if row.fixed_at is not None or row.last_run_id != run:
        return "fixed"
    if aside:
        return "set-aside"
    return "new" if row.first_run_id == run else "open"


def filled(text: str, values: Mapping[str, Any]) -> str:
    """The help of a code, with the numbers of its records where `{claim}` stands.

    Where it is about no such record, or about several, CLAIM is left for the reader to fill in.
    """
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", name.upper() if value is None else str(value))
    return text


def basis(code: str, *parts: Any) -> str:
    """SHA-256 of what a finding is made of."""
    return hashlib.sha256(canonical([code, *parts]).encode()).hexdigest()
