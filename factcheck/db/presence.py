"""Whether a quotation is still in its source, as far as the record of a claim cares.

`evidence.presence` holds the newest look: {"basis", "state", "at", "snapshot", "read"}, and in
"read" the newest look at which the page could be read: {"state", "at", "snapshot", "found",
"changes", "why", "hidden"}. What was looked for in other words is no look at these.
"""

import hashlib
from typing import Any

from factcheck.looks import Presence

Shape = dict[str, Any]

#: What a verdict that rests on the quotation must be looked at again for.
LOST = frozenset({
    Presence.ALTERED_MATERIAL, Presence.MOVED_OR_REPLACED, Presence.CONTEXT_CHANGED,
    Presence.ABSENT,
})  # fmt: skip

_SAID = {
    Presence.ALTERED_MATERIAL: "now reads otherwise in its source",
    Presence.MOVED_OR_REPLACED: "is no longer where it was in its source",
    Presence.CONTEXT_CHANGED: "is taken back in its source",
    Presence.ABSENT: "is no longer in its source",
}


def basis(quote: str | None, source: int | None = None) -> str:
    """SHA-256 of what was looked for, and in which source."""
    said = f"{source or ''} {quote or ''}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def of(evidence: Any) -> str:
    """The same of a piece of evidence, as it is recorded now."""
    return basis(evidence.quote, evidence.source_id)


def newest(evidence: Any) -> Shape | None:
    """The newest look for the quotation as it is recorded now."""
    found: Shape | None = evidence.presence
    return found if found is not None and found["basis"] == of(evidence) else None


def read(evidence: Any) -> Shape | None:
    """The newest look for it at which the page could be read."""
    found = newest(evidence)
    return found["read"] if found else None


def lost(evidence: Any) -> str:
    """What became of a quotation that its source no longer has as it was; "" where it has."""
    return became(newest(evidence))


def became(look: Shape | None) -> str:
    """The same of one look."""
    found = look["read"] if look else None
    if found is None or found["state"] not in LOST:
        return ""
    return f"{found['state']}:{basis(found['found'])[:8]}"


def reason(evidence: Any) -> str:
    """Why a verdict that rests on it calls for a re-check: `evidence 4 now reads otherwise`."""
    found = read(evidence) or {}
    said = _SAID[Presence(found["state"])]
    why = f": {found['why']}" if found.get("why") else ""
    return f"evidence {evidence.id} {said}{why}"
