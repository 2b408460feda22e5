"""Whether changed figures and dates are the same ones, written otherwise."""

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.text.anchors import Difference, What
from factcheck.text.anchors.kinds import UNITS, is_figure
from factcheck.text.spans import Cover, Span
from factcheck.text.values import find
from factcheck.text.values.value import Value
from factcheck.words import ValueKind

# Longer passages are not read for their values: what differs in them counts as material.
LONGEST = 6000
WRITTEN = frozenset({What.FIGURE, What.UNIT, What.DATE, What.NAME, What.OTHER})
_WORDS = frozenset({What.NAME, What.OTHER})
_MEASURED = frozenset(
    {
        ValueKind.QUANTITY,
        ValueKind.MONEY,
        ValueKind.PERCENT,
        ValueKind.PERCENTAGE_POINT,
        ValueKind.DATE,
        ValueKind.TIME,
    }
)
_JOINTS = frozenset({"and", "of", "a", "per"})
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_SEPARATOR = re.compile(r"(?<=\d)[.,](?=\d)")


def is_notation(before: str, after: str, changes: Sequence[Difference]) -> bool:
    """Whether all these changes are of figures, units and dates, and leave each what it was."""
    kinds = {change.what for change in changes}
    if not kinds <= WRITTEN or kinds <= _WORDS:
        return False
    if len(before) + len(after) > LONGEST or _has_raised(before) or _has_raised(after):
        return False
    before, after = _ascii(before), _ascii(after)
    one, other = find(before), find(after)
    if not one or len(one) != len(other) or not all(map(_equal, one, other)):
        return False
    return _covers(one, before, [change.before for change in changes]) and _covers(
        other, after, [change.after for change in changes]
    )


def _has_raised(text: str) -> bool:
    """Whether ten squared stands there; 102 is another number."""
    return any(char.isdigit() and not char.isdecimal() for char in text)


def _ascii(text: str) -> str:
    """Digits of any script as those of ASCII, one for one."""
    if text.isascii():
        return text
    return "".join(_digit(char) for char in text)


def _digit(char: str) -> str:
    return str(int(char)) if char.isdecimal() else char


def _equal(one: Value, other: Value) -> bool:
    if one.kind != other.kind or one.bound != other.bound or one.approximate != other.approximate:
        return False
    if one.of != other.of or _is_repointed(one.text, other.text):
        return False
    if one.unit != other.unit or (one.low, one.high) != (other.low, other.high):
        return False
    if one.low is not None or one.high is not None:
        return True
    if one.iso and other.iso and not one.resolved_from and not other.resolved_from:
        return one.iso == other.iso
    return _is_shortened(one.text, other.text)


def _is_repointed(one: str, other: str) -> bool:
    """Whether a point became a comma, which may make another figure: 1.200 and 1,200."""
    return _digits(one) == _digits(other) and {*_signs(one)} ^ {*_signs(other)} == {".", ","}


def _digits(text: str) -> list[str]:
    return _DIGIT.findall(text)


def _signs(text: str) -> list[str]:
    return _SEPARATOR.findall(text)


def _is_shortened(one: str, other: str) -> bool:
    """`Mon.` and `Monday`."""
    short, long = sorted((one.rstrip(".").casefold(), other.rstrip(".").casefold()), key=len)
    return long.startswith(short) and " " not in long and len(short) > 2


def _covers(values: list[Value], text: str, words: Iterable[str]) -> bool:
    """Whether changed words are part of values, and are no more than figures or units there."""
    whole = Cover(Span(value.start, value.end) for value in values)
    measured = Cover(Span(value.start, value.end) for value in values if value.kind in _MEASURED)
    return all(
        whole.holds(span) and (measured.holds(span) or _is_figure(text[span.start : span.end]))
        for start, end in _found(text, words)
        for span in _words(text, start, end)
    )


def _words(text: str, start: int, end: int) -> Iterator[Span]:
    return (Span(*match.span()) for match in _WORD.finditer(text, start, end))


def _is_figure(word: str) -> bool:
    """Whether a word counts: what is counted, and of what kind it is, must not change."""
    return is_figure(word) or word.casefold() in UNITS | _JOINTS


def _found(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where changed words stand, one behind the other."""
    at = 0
    for each in words:
        start = text.find(_ascii(each), at)
        if start < 0:
            yield 0, len(text)
            return
        at = start + len(each)
        yield start, at
