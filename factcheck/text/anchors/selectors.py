"""How a place in a text is written down."""

from dataclasses import dataclass

from factcheck.errors import BadInput

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Selector:
    """A W3C TextQuoteSelector and TextPositionSelector; offsets are code points."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, start: int, end: int) -> Selector:
    """The selector of `text[start:end]`; BadInput where there is no such place."""
    if not 0 <= start < end <= len(text):
        message = f"{start}-{end} is no place in a text of {len(text)} characters."
        raise BadInput(message, hint="Count from 0; the end is the first character left out.")
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )
