"""What a finder of speech hands out."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.text.spans import Span


class Kind(StrEnum):
    """How the words of somebody else stand in the text."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    ACCORDING = "according-to"
    CITING = "citing"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, by which words, and what is said; offsets are code points of the text."""

    source: Span | None
    cue: Span
    content: Span | None
    kind: Kind
