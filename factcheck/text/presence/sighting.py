"""What came of looking for a quotation."""

from dataclasses import dataclass

from factcheck.looks import Presence
from factcheck.text.anchors import Difference


@dataclass(frozen=True, slots=True)
class Sighting:
    """What became of a quotation; `start` and `end` are code points of the page's text.

    `found` is `text[start:end]`: the words themselves, or those that stand for them now. All
    three are None where there is nothing to show. `why` is a clause for a person to read.
    """

    state: Presence
    start: int | None
    end: int | None
    found: str | None
    changes: tuple[Difference, ...]
    #: The words stand only in what the page does not show.
    hidden: bool
    why: str


def unseen(state: Presence, why: str) -> Sighting:
    """A sighting that has no place."""
    return Sighting(state, None, None, None, (), hidden=False, why=why)
