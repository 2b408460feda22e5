"""Comments of our own in a file: the line by which they are known when it comes back."""

import re
from typing import NamedTuple

AUTHOR = "factcheck"
INITIALS = "fc"

# A longer number is that of no record.
_LINE = re.compile(
    r"\[factcheck claim ([0-9]{1,18}) ([0-9a-f]{8})(?: query ([0-9]{1,18}))?\]", re.ASCII
)


class Reference(NamedTuple):
    """What a comment of ours is about; `uid` is the end of the claim's."""

    claim: int
    uid: str
    query: int | None


def line(claim: int, uid: str, query: int | None = None) -> str:
    """`[factcheck claim 11 0192ab34 query 3]`: the last line of a comment."""
    asked = "" if query is None else f" query {query}"
    return f"[factcheck claim {claim} {uid.replace('-', '')[-8:]}{asked}]"


def reference(text: str) -> Reference | None:
    """What a comment of ours says that it is about; None for the comments of others."""
    found = _last(text)
    return None if found is None else found[0]


def added(text: str) -> tuple[str, str]:
    """A comment of ours as we wrote it, and what somebody wrote below it."""
    found = _last(text)
    return (text, "") if found is None else found[1:]


def _last(text: str) -> tuple[Reference, str, str] | None:
    """Words in a comment may look like a reference; the last one is ours."""
    lines = text.splitlines()
    for number in range(len(lines) - 1, -1, -1):
        match = _LINE.fullmatch(lines[number].strip())
        if match:
            claim, uid, query = match.groups()
            about = Reference(int(claim), uid, None if query is None else int(query))
            below = "\n".join(lines[number + 1 :]).strip()
            return about, "\n".join(lines[: number + 1]), below
    return None
