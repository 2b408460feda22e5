"""Typed values: the figures and dates of any text, and whether two of them agree.

Pure functions over strings; nothing here raises for what a text says.
"""

from factcheck.text.values.check import check
from factcheck.text.values.comparing import compare
from factcheck.text.values.finding import find
from factcheck.text.values.value import Comparison, Value
from factcheck.words import FINDER

__all__ = ["VERSION", "Comparison", "Value", "check", "compare", "find"]

VERSION = FINDER
