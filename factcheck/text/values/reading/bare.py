"""Bare figures that the words around them make an age or a magnitude."""

from dataclasses import replace

from factcheck.text.lexicon import lexicon
from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.value import Value
from factcheck.words import Bound, ValueKind

_OLDEST = 122
_REACH = 60
_IS = r"(\w+)(?: (?:is|was|turns|turned|will be|has turned)|'s) (?:now |only |just |aged )?$"
_WHO = frozenset({"who", "he", "she", "i", "suspect", "victim", "singer", "actor", "actress"})
_STOPS = (
    r"^ ?(?:$|[.,;:)]|(?:when|at the time|as|and|on|this|last|in)\b(?! (?:percent|points)\b)"
    r"|years? old)"
)
_WHEN_DEAD = r"^ ?(?:when|as|at the time) ?(?:(?:he|she|they) )?(?:died|of (?:his|her|their) death)"
_MAGNITUDE = r"\b(?:magnitude(?: of| was| is)?|richter scale(?: at)?) (?:about |around )?$"
_MAGNITUDE_BEHIND = r"^[ -]?(?:magnitude|on the richter)\b"
_LARGEST = 10


def reread(value: Value, text: str) -> Value:
    """`who is 74` as an age, `a magnitude of 7.8` as one; other values as they are."""
    if value.kind is not ValueKind.COUNT or value.unit or value.of or value.low is None:
        return value
    before = text[max(0, value.start - _REACH) : value.start]
    after = text[value.end : value.end + _REACH]
    if value.low < _LARGEST and _is_magnitude(before, after):
        return replace(value, kind=ValueKind.QUANTITY, unit="magnitude")
    if value.low == value.high and value.low % 1 == 0 and value.low <= _OLDEST:
        return replace(value, kind=ValueKind.AGE, unit="year") if _is_age(before, after) else value
    return value


def aged(value: Value, text: str) -> Value:
    """`The tennis player is 37`, where the other side tells of an age or a birth."""
    if value.kind is not ValueKind.COUNT or value.unit or value.of or value.low is None:
        return value
    before, after = text[max(0, value.start - _REACH) : value.start], text[value.end :][:_REACH]
    human = value.low == value.high and value.low % 1 == 0 and value.low <= _OLDEST
    if human and anywhere(_IS).search(before) and anywhere(_STOPS).match(after):
        return replace(value, kind=ValueKind.AGE, unit="year")
    return value


def _is_magnitude(before: str, after: str) -> bool:
    found = anywhere(_MAGNITUDE).search(before) or anywhere(_MAGNITUDE_BEHIND).match(after)
    return found is not None


def _is_age(before: str, after: str) -> bool:
    found = anywhere(_IS).search(before)
    if found is None:
        return False
    word = found[1].lower()
    if anywhere(_WHEN_DEAD).match(after):
        return True
    person = word in _WHO or word in lexicon("en").roles
    return person and anywhere(_STOPS).match(after) is not None


_ENDS = (
    r"\b(?:end(?:s|ed|ing)?|finish(?:es|ed)?|clos(?:es|ed)|conclud(?:es|ed)|until|through"
    r"|runs? (?:until|through|to))(?: on)? ?$"
)
_BEGINS = r"\b(?:begin(?:s|ning)?|began|start(?:s|ed|ing)?|open(?:s|ed|ing)?)(?: on)? ?$"


def limited(day: Value, text: str, other: Value) -> Value:
    """`ends on 13 September` as an end, where the other side gives a stretch of days."""
    if day.kind is not ValueKind.DATE or day.bound is not Bound.EXACT or "/" in (day.iso or "/"):
        return day
    if other.kind is not ValueKind.DATE or "/" not in (other.iso or ""):
        return day
    before = text[max(0, day.start - _REACH) : day.start]
    if anywhere(_ENDS).search(before):
        return replace(day, bound=Bound.AT_MOST)
    return replace(day, bound=Bound.AT_LEAST) if anywhere(_BEGINS).search(before) else day
