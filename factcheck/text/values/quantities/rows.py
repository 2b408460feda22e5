"""A text as a row of words and signs."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from factcheck.text.values.quantities.tongues import Tongue

FRACTIONS = {
    "\u00bd": (1, 2),
    "\u00bc": (1, 4),
    "\u00be": (3, 4),
    "\u2153": (1, 3),
    "\u2154": (2, 3),
    "\u2155": (1, 5),
    "\u2156": (2, 5),
    "\u2157": (3, 5),
    "\u2158": (4, 5),
    "\u2159": (1, 6),
    "\u215b": (1, 8),
    "\u215c": (3, 8),
    "\u215d": (5, 8),
    "\u215e": (7, 8),
}
_THIN = "\u00a0\u2009\u202f"
_TOKEN = rf"""
    (?:https?://|www\.)[^\s]++
  | \n[^\S\n]*+\n\s*+
  | \+\d{{1,3}}(?:[ -]\(?\d{{2,5}}\)?){{2,5}}(?![.,]?\d)
  | (?:\d[ -])?\(?\d{{3}}\)?[ -]\d{{3}}-\d{{4}}(?!\d)
  | \d{{3}}-\d{{4}}(?![\d-])
  | 0\d(?:[ .]\d\d){{4}}(?![ .]?\d)
  | [689]\d{{1,2}}(?=(?:[ ]\d{{3}})?[ ]\d\d[ ])(?:[ ]\d{{2,3}}){{3}}(?![ .,]?\d)
  | \d++(?:-\d++){{2,}}+
  | \d{{1,4}}(?P<mark>[-./])\d{{1,2}}(?P=mark)\d{{2,4}}(?!\w)
  | \d{{1,2}}:\d\d(?::\d\d)?(?!\d)
  | \d{{1,3}}(?:[{_THIN}]\d{{3}})++(?!\d)(?:[.,]\d++)?
  | BLANKS
  | (?<![\w.,])\.\d++(?![.\w]*\w)
  | \d++(?:[.,'\u2019]\d++)*+
  | [{"".join(FRACTIONS)}]
  ELISION
  | (?:[^\W\d_]\.){{2,8}}
  | [^\W\d_]++(?:['\u2019][^\W\d_]++)*+
  | (?P<sign>[^\w\s])(?P=sign)*+
  | \S
"""
# 20 000, but not "in room 101 200 people": a full stop of grammar would part those.
_BLANKS = r"\d{1,3}(?:[ ]\d{3})++(?!\d)(?:[.,]\d++)?"
_ZEROS = r"\d{1,3}(?:(?:[ ]000)++|(?:[ ]\d{3}){2,6})(?![ ]?\d)"
_ELISION = "| (?:[ldjmtsncLDJMTSNC]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)['\u2019](?=\\w)"
_ENDS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """The words of `text`, in lower case; empty words follow the last, so that one may look on."""

    text: str
    tongue: Tongue
    words: list[str]
    starts: list[int]
    ends: list[int]

    def glued(self, at: int) -> bool:
        """Whether word `at` touches the next."""
        return self.ends[at] == self.starts[at + 1] and bool(self.words[at + 1])

    def capital(self, at: int) -> bool:
        return self.text[self.starts[at] : self.starts[at] + 1].isupper()

    def at(self, place: int) -> int:
        """The first word that begins at the code point `place` or behind it."""
        return bisect_left(self.starts, place, hi=len(self.starts) - _ENDS)

    def digits(self, at: int) -> bool:
        word = self.words[at]
        first = word[:1]
        return first.isdecimal() or first in FRACTIONS or (first == "." and word[1:2].isdecimal())

    def has(self, at: int, phrase: tuple[str, ...]) -> bool:
        return tuple(self.words[at : at + len(phrase)]) == phrase


def read(text: str, tongue: Tongue) -> Row:
    found = [match.span() for match in _pattern(tongue).finditer(text)]
    # The dotted capital I alone has two small letters, which would move all that follows.
    lower = text.replace("\u0130", "i").lower().replace("\u2019", "'")
    small = [lower[start:end] for start, end in found]
    starts, ends = ([*each] for each in zip(*found, strict=True)) if found else ([], [])
    padding = [len(text) + 1] * _ENDS
    return Row(text, tongue, small + [""] * _ENDS, starts + padding, ends + padding)


@cache
def _pattern(tongue: Tongue) -> re.Pattern[str]:
    pattern = _TOKEN.replace("BLANKS", _BLANKS if tongue.blanks else _ZEROS)
    return re.compile(pattern.replace("ELISION", _ELISION if tongue.elides else ""), re.VERBOSE)
