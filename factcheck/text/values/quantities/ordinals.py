"""Ordinals and ranks: `second summit`, `the 45th president`, `third-largest economy`."""

from decimal import Decimal

from factcheck.text.values.quantities import counted, spelled
from factcheck.text.values.quantities.rows import Row
from factcheck.text.values.value import Value
from factcheck.words import ValueKind

_LARGEST_DIGITS = 6


def read(row: Row, at: int) -> tuple[Value | None, int] | None:
    """The ordinal at word `at` and where to go on; None where there is none."""
    found = _number(row, at)
    if found is None:
        return None
    number, last = found
    if _is_other(row, at, last) or (number == 1 and row.words[last] in row.tongue.not_first):
        return None, last
    behind = last + 2 * row.has(last, ("-", "ever"))
    noun = counted.phrase(row, behind + (row.words[behind] in {"-", "\u2011"}))
    if noun is None and not _ranks(row, at):
        return None, last
    start, end = row.starts[at], row.ends[(noun.last if noun else last) - 1]
    amount, of = Decimal(number), noun.name if noun else None
    value = Value(
        kind=ValueKind.ORDINAL,
        text=row.text[start:end],
        start=start,
        end=end,
        low=amount,
        high=amount,
        of=of,
        step=Decimal(1),
    )
    return value, noun.last if noun else last


def _number(row: Row, at: int) -> tuple[int, int] | None:
    """The number and the word behind it."""
    tongue, word = row.tongue, row.words[at]
    if word in tongue.ordinals:
        return tongue.ordinals[word], at + 1
    if word in tongue.plain and tongue.plain[word] >= 20 and row.words[at + 1] == "-":
        units = tongue.ordinals.get(row.words[at + 2], 10)
        return (tongue.plain[word] + units, at + 3) if units < 10 else None
    if tongue.language == "de" and (number := _german(row, word)):
        return number, at + 1
    if not word.isdecimal() or len(word) > _LARGEST_DIGITS or not row.glued(at):
        return None
    if row.words[at + 1] not in tongue.suffixes or (at and row.glued(at - 1)):
        return None
    return int(word), at + 2


def _german(row: Row, word: str) -> int:
    """`fünfundzwanzigster`; 0 where it is no ordinal."""
    for end in ("ste", "sten", "ster", "stes", "stem"):
        if word.endswith(end):
            return spelled.compound(word.removesuffix(end), row.tongue) or 0
    return 0


def _is_other(row: Row, at: int, last: int) -> bool:
    """A time, a fraction, a date or a name: `a second later`, `May 4th`, `First Lady`."""
    tongue, before, behind = row.tongue, row.words[at - 1] if at else "", row.words[last]
    named = row.capital(at) and row.capital(last) and row.words[at].isalpha()
    if behind in tongue.not_ranked or before in tongue.months or named:
        return True
    if behind in tongue.months or (behind in tongue.of and row.words[last + 1] in tongue.months):
        return True
    if behind in tongue.plain or row.digits(last) or before in tongue.plain:
        return True
    if row.words[at] == "second" and tongue.language == "en":
        return before in {"per", "split", "a"} and counted.phrase(row, last) is None
    return row.text[row.ends[at] : row.ends[at] + 1] == "." and row.digits(at)


def _ranks(row: Row, at: int) -> bool:
    """`finished second`, `in third`, `the 21st`."""
    before = {row.words[place] for place in range(max(0, at - 2), at)}
    return not row.tongue.ranking.isdisjoint(before)
