"""Typed values: the figures and dates of any text, and whether two of them agree.

Pure functions over strings; nothing here raises for what a text says.
"""

from datetime import date

from factcheck.text.values import dates, quantities
from factcheck.text.values.check import check
from factcheck.text.values.compare import compare
from factcheck.text.values.merging import merged
from factcheck.text.values.value import Comparison, Value
from factcheck.words import FINDER

__all__ = ["VERSION", "Comparison", "Value", "check", "compare", "find"]

VERSION = FINDER


def find(text: str, on: date | None = None, language: str = "en") -> list[Value]:
    """Figures and dates in reading order, none over another; `on` is what "Monday" counts from."""
    return merged(quantities.find(text, language), dates.find(text, on, language))
