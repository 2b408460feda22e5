"""Where a quotation stands in a text, and where it stands in the next draft."""

from factcheck.text.anchors.carrying import Located, carry
from factcheck.text.anchors.changes import Difference, differences
from factcheck.text.anchors.kinds import What
from factcheck.text.anchors.quotes import (
    ALIKE,
    LONGEST_PASSAGE,
    LONGEST_PATTERN,
    find,
    nearest,
)
from factcheck.text.anchors.selectors import CONTEXT, Selector, select

__all__ = [
    "ALIKE",
    "CONTEXT",
    "LONGEST_PASSAGE",
    "LONGEST_PATTERN",
    "Difference",
    "Located",
    "Selector",
    "What",
    "carry",
    "differences",
    "find",
    "nearest",
    "select",
]
