"""A quotation in pieces: what its writer left out, and what its writer put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.text.folding import folded
from factcheck.text.wording.rows import Codes, Row, read

# Words that may be left out for an ellipsis, and that a bracket may stand for.
FAR = 300
NEAR = 12

_CUT = re.compile(
    r"\[ ?\.[ .]*\]|\( ?\.\.[ .]*\)|\.{3,}|(?<![ .])(?: ?\.){3,9}|\[([^\[\]]{0,300})\]"
)
_REMARKS = re.compile(r"\[ ?(?:sic|sic!|!|\?|emphasis (?:added|mine|ours))? ?\]", re.IGNORECASE)
# `[T]he` is the word with another capital.
_CAPITALS = re.compile(r"(?<![^\W_])\[([^\W\d_]{1,2})\](?=[^\W\d_])")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]{1,30}\Z")
_LETTERS_BEHIND = re.compile(r"[^\W\d_]{1,30}")


class Gap(NamedTuple):
    """Between two pieces: an ellipsis, or what the writer put in the place of other words."""

    longest: int
    own: str = ""
    #: The letters around a bracket within a word: those of `prolong[ed]`.
    stem: tuple[str, str] = ("", "")


@dataclass(slots=True)
class Pieces:
    """The pieces of a quotation, a gap between each two, and the gaps at its borders."""

    text: str
    rows: list[Row] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    edges: list[Gap] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(row.size for row in self.rows)


def cut(quotation: str, codes: Codes) -> Pieces:
    made = Pieces(folded(quotation).strip())
    pending: Gap | None = None
    for item in _items(made.text):
        if isinstance(item, Gap):
            pending = _both(pending, item)
            continue
        row = read(item, codes)
        if not row.size:
            continue
        if pending:
            (made.gaps if made.rows else made.edges).append(pending)
        made.rows.append(row)
        pending = None
    made.edges.extend([pending] if pending else [])
    return made


def _both(one: Gap | None, other: Gap) -> Gap:
    if one is None:
        return other
    own = " ".join(filter(None, (one.own, other.own)))
    stem = one.stem if any(one.stem) else other.stem
    return Gap(max(one.longest, other.longest), own, stem)


def _items(text: str) -> Iterator[str | Gap]:
    """Text and gaps by turns."""
    text = _CAPITALS.sub(r"\1", _REMARKS.sub("", text))
    done = 0
    for match in _CUT.finditer(text):
        start, end = match.span()
        if match[1] is None:
            yield text[done:start]
            yield Gap(FAR)
            done = end
            continue
        before = _LETTERS_BEFORE.search(text, max(done, start - 30), start)
        behind = _LETTERS_BEHIND.match(text, end)
        stem = (before[0] if before else "", behind[0] if behind else "")
        yield text[done : start - len(stem[0])]
        yield Gap(NEAR, match[1].strip(), stem)
        done = end + len(stem[1])
    yield text[done:]
