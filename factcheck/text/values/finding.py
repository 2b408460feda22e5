"""The figures and dates of a text, together."""

from datetime import date

from factcheck.text.values import dates, quantities
from factcheck.text.values.blocks import SIZE, blocks
from factcheck.text.values.merging import merged, moved
from factcheck.text.values.value import Value

# The work after which no more is looked for: some 10,000 figures, or a megabyte of news, which
# take less than a second.
MOST = 620_000


def find(text: str, on: date | None = None, language: str = "en") -> list[Value]:
    """Figures and dates in reading order, none over another; `on` is what "Monday" counts from.

    Of a text with many thousands of figures, as no article has, the first alone are found.
    """
    if len(text) <= SIZE:
        return read(text, on, language)[0]
    found: list[Value] = []
    work = 0
    for start, end in blocks(text):
        values, more = read(text[start:end], on, language)
        found += moved(values, start)
        work += more
        if work >= MOST:
            break
    return found


def read(text: str, on: date | None, language: str) -> tuple[list[Value], int]:
    """The values of a text that is no longer than a block, and how much work they were."""
    figures, work = quantities.read(text, language)
    days, more = dates.read(text, on, language)
    return merged(figures, days), work + more
