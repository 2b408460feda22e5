"""Comments of our own in a file: the line by which they are known when it comes back."""

import hashlib
import re
from typing import NamedTuple

AUTHOR = "factcheck"
INITIALS = "fc"

# A longer number is that of no record.
_LINE = re.compile(
    r"\[factcheck claim ([0-9]{1,18}) ([0-9a-f]{8})(?: query ([0-9]{1,18}))?(?: ([0-9a-f]{6}))?\]",
    re.ASCII,
)
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class Reference(NamedTuple):
    """What a comment of ours is about; `uid` is the end of the claim's."""

    claim: int
    uid: str
    query: int | None


def line(claim: int, uid: str, query: int | None = None, above: str = "") -> str:
    """`[factcheck claim 11 0192ab34 query 3 5f2a10]`: the last line of a comment.

    Its end says what stands above it: who answers there changes that.
    """
    asked = "" if query is None else f" query {query}"
    seal = f" {_seal(above)}" if above else ""
    return f"[factcheck claim {claim} {uid.replace('-', '')[-8:]}{asked}{seal}]"


def _seal(text: str) -> str:
    """Of the words alone: programs write blanks, lines and addresses as they like."""
    words = " ".join(_WORD.findall(_ADDRESS.sub("", text)))
    return hashlib.sha256(words.encode()).hexdigest()[:6]


def reference(text: str) -> Reference | None:
    """What a comment of ours says that it is about; None for the comments of others."""
    found = _last(text)
    return None if found is None else found[0]


def added(text: str) -> tuple[str, str]:
    """A comment of ours as we wrote it, and what somebody wrote below it.

    Where somebody wrote above our last line, nobody can tell whose words are whose: all of them.
    """
    found = _last(text)
    return (text, "") if found is None else found[1:]


def _last(text: str) -> tuple[Reference, str, str] | None:
    """Words in a comment may look like a reference; the last one is ours."""
    lines = text.splitlines()
    for number in range(len(lines) - 1, -1, -1):
        match = _LINE.fullmatch(lines[number].strip())
        if match:
            claim, uid, query, seal = match.groups()
            about = Reference(int(claim), uid, None if query is None else int(query))
            above = "\n".join(lines[:number])
            changed = seal is not None and seal != _seal(above)
            written = [above if changed else "", *lines[number + 1 :]]
            return about, "\n".join(lines[: number + 1]), "\n".join(written).strip()
    return None
