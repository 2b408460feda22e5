"""Figures and dates in a row of words.

The patterns run over the letters of tokens.py, one letter a word.
"""

import re
from functools import cache
from typing import NamedTuple

from factcheck.text.lexicon import Lexicon
from factcheck.text.tokens import Row
from factcheck.words import Kind


class Found(NamedTuple):
    """Words `first` up to `last`, that one left out."""

    first: int
    last: int
    kind: Kind


_DAY = "(?:[DO](?:-[DO])?)"
_MONTH = "(?:[Mm][.]?)"
_YEAR = "[Yy]"
_NO_UNIT = "(?!-?[%ustcq*$])"
_DATES = re.compile(
    "|".join(
        [
            "F",
            f"(?:W,?e?)?{_DAY}[.]?v?{_MONTH}(?:,?v?{_YEAR})?",
            f"(?:W,?e?)?{_MONTH}e?{_DAY}(?![%usct])(?:,?{_YEAR})?",
            f"{_MONTH},?v?{_YEAR}",
            "r[tZQSWMmf]Q?|[tZSWMQ]R",
            "WQ?",
            # May and March only where a date is expected.
            "M|(?<=[iI>])m(?![n+g])",
            "[NDYw1a]tG",
            "dQ?",
            "A?T(?:-T)?A{0,2}|D(?:-D)?A{1,2}",
            "E",
            "[oOD][.]?-?Z",
            f"Sv?{_YEAR}",
            f"(?<=[iI>(]){_YEAR}(?:[-&>]{_YEAR}|-D)?{_NO_UNIT}",
            # 2000 men are no year.
            f"Y(?:-[YD])?{_NO_UNIT}(?!-?[n+C]{{0,2}}g)|(?<=[(-]){_YEAR}(?=[)-])",
        ]
    )
)

_DIGITS = "[NDYy]"
_SPELT = "[w1](?:-?w)?(?:-?s(?:&?w(?:-?w)?)?)*"
_AMOUNT = f"(?:(?:{_DIGITS}|(?:a|ha)(?=s))(?:-?s)*(?:&ah)?|{_SPELT}(?:&ah)?)"
_RANGE = f"(?:<{_AMOUNT}[&>-]{_AMOUNT}|{_AMOUNT}(?:(?:->-|[->]){_AMOUNT})?)"
_PER = "(?:(?:p?a|[p/])[utnZQo])?"
_SIGNED = rf"\$-?{_AMOUNT}"
# Each reading and its kind; the first that fits at a place is taken.
_READINGS: dict[Kind, str] = {
    Kind.MONEY: (
        rf"<{_SIGNED}[&>-]\$?{_AMOUNT}|{_SIGNED}(?:(?:->-|[->])\$?{_AMOUNT})?(?:-?c)?{_PER}"
        rf"|{_RANGE}-?v?[c$]{_PER}|a?l(?:vl)*vc"
    ),
    Kind.AGE: rf"{_AMOUNT}-?t-?v?j|Jv?{_AMOUNT}t?|(?<=C,)[ND](?=,)",
    Kind.STATISTIC: (
        rf"{_RANGE}-?%u?|[1wND]i[wND](?!-?[tuZ%sMm])|[a1w]-?[fo](?=v)|[w1a]-?f|f(?=v)|h(?!-)"
        rf"|x|{_RANGE}-?\*"
    ),
    Kind.MEASUREMENT: rf"{_RANGE}-?(?:q?u{{1,2}}|[tZQ]){_PER}",
    Kind.NUMBER: (
        rf"(?!1-?[n+gC]){_RANGE}(?:-[n+g]|-?(?:COUNTED))|a?l(?:vl)*(?:v(?:COUNTED))?"
        rf"|[oO]-B[ng]?|(?<=[e'a])[oO](?:B|[+]{{0,2}}[ngh]|(?=i))"
        rf"|<?{_DIGITS}(?:-?s)*(?:[->&]{_DIGITS}(?:-?s)*)?|w(?:-?[ws])*|[1a]-?s|s(?:COUNTED)"
    ),
}
_LONGEST_BOUND = 4


def dates(row: Row) -> list[Found]:
    return [Found(*match.span(), Kind.DATE) for match in _DATES.finditer(row.kinds)]


def figures(row: Row, kinds: str, words: Lexicon) -> list[Found]:
    """What stands in `kinds`, the letters of `row` without what is taken."""
    found = []
    done = 0
    for match in _figures(words.counted).finditer(kinds):
        first, last = match.span()
        kind = _kind(row, match, words)
        if not _is_number_of_a_list(row, first, last) and not _refers_back(row, first, last):
            found.append(Found(_with_bounds(row, first, done, words), last, kind))
            done = last
    return found


@cache
def _figures(counted: str) -> re.Pattern[str]:
    readings = (f"(?P<{kind}>{pattern})" for kind, pattern in _READINGS.items())
    return re.compile("|".join(readings).replace("COUNTED", counted))


def _kind(row: Row, match: re.Match[str], words: Lexicon) -> Kind:
    """20 billion pounds are money, 20 pounds may be a weight."""
    coined = row.small[match.end() - 1] in words.currencies and "s" in match[0]
    kind = Kind(match.lastgroup or "")
    return Kind.MONEY if coined and kind is Kind.MEASUREMENT else kind


def _is_number_of_a_list(row: Row, first: int, last: int) -> bool:
    """`1.` and `2)` at the beginning of a line."""
    if last - first > 1 or row.kinds[first] != "D" or row.kinds[last : last + 1] not in {".", ")"}:
        return False
    return first == 0 or row.kinds[first - 1] == "\n"


def _refers_back(row: Row, first: int, last: int) -> bool:
    """`the two leaders` are known already."""
    return row.kinds[first : first + 1] == "w" and last - first <= 2 and _is_the_pair(row, first)


def _is_the_pair(row: Row, first: int) -> bool:
    return first > 0 and row.kinds[first - 1] == "e" and row.small[first] in _PAIRS


_PAIRS = frozenset({"two", "zwei", "beiden", "deux", "dos"})


def _with_bounds(row: Row, first: int, done: int, words: Lexicon) -> int:
    """The first word of "for just over four years": bounds may stand behind one another."""
    for start in range(max(done, first - _LONGEST_BOUND), first):
        if " ".join(row.small[start:first]) in words.bounds:
            return _with_bounds(row, start, done, words)
    return first
