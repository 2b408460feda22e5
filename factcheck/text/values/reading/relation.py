"""Whether two values are of one thing: by shared words, or by being too special for chance.

The passage was chosen for the claim. Where the values agree and are special, a full day or a
figure of three digits, no word need be shared; where they differ, one must be, or else the passage
may speak of something else.
"""

import re
from decimal import Decimal

from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.values.comparing.nouns import Match, match
from factcheck.text.values.comparing.shapes import digits
from factcheck.text.values.reading.alike import form
from factcheck.text.values.reading.context import Context
from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.reading.subject import ANYTHING
from factcheck.text.values.value import Value
from factcheck.words import Result, ValueKind

_DATES = frozenset({ValueKind.DATE, ValueKind.TIME})
_SPECIAL = 3
# A bare figure says less than one with a unit or a noun.
_SPECIAL_BARE = 4
_MONTH = len("2023-09")
# "2 hours 1 minute 9 seconds", "5 feet 10 inches".
_PARTS = (
    r"\b(hours?|minutes?|seconds?|h|min|years?|months?|weeks?|days?|feet|foot|ft|inch(?:es)?"
    r"|pounds?|lbs?|ounces?|oz|stone)\b"
)
# Words that stand with so many things that sharing them says nothing.
_ANYBODY = frozenset({"person", "people", "man", "woman", "child", "member", "case", "time", None})

# So many shared words make up for words that only one side has.
_ENOUGH = 2
# A figure beside such a word is no figure of what the claim says without it.
_ONE_SIDED = words("""
    lost lose loses loss losses needs want wants seeks sought requires required owe owes asked
    second third fourth another other former accomplice wife husband son daughter father mother
    brother sister partner rival opponent successor predecessor nominated owed short housing
    turnout women men girls boys foreign domestic
""")
# The forms of long, tall, wide and deep, and of what is worth so much.
_LITTLE = words("length height wide deep valuation")
_IN = re.compile(r"\b[Ii]n ([A-Z][a-z]{2,30})")

Told = tuple[Value, Context]


def unshared(left: Told, right: Told, result: Result, *, same_day: bool = False) -> bool:
    """Whether the two speak of different things, as far as their words go.

    `same_day` is whether both give one date besides.
    """
    (ours, one), (theirs, other) = left, right
    special = result is Result.AGREES and (same_day or is_special(ours, theirs))
    others = are_others(one, other) and not (special and ours.kind in _DATES)
    differ = result is Result.DISAGREES and ours.kind is not ValueKind.ORDINAL
    others = others or (differ and _are_other_things(left, right))
    if others or (not special and _differ_in_subject(one, other)):
        return True
    if special or (result is Result.AGREES and other.is_adrift):
        return False
    if ours.of and theirs.of and ours.of not in _ANYBODY:
        return result is Result.DISAGREES and _is_elsewhere(ours, theirs, one, other)
    if not one.all or not other.all or one.all & other.all:
        return _only_names(left, right, result) or _far(left, right, result)
    return not _is_bare(other)


def _is_bare(around: Context) -> bool:
    """`Running time: 126 minutes.`, whatever stands in the sentence before."""
    return around.is_adrift and not around.near


def _is_elsewhere(ours: Value, theirs: Value, one: Context, other: Context) -> bool:
    """The same noun is counted, and no other word is shared: 640 pupils of a school, or a town."""
    nouns = _nouns(ours.of) | _nouns(theirs.of)
    first, second = one.all - nouns, other.all - nouns
    return bool(first and second) and not first & second and not other.is_adrift


def _nouns(of: str | None) -> frozenset[str]:
    return frozenset(form(word) for word in (of or "").replace("-", " ").split())


def _far(left: Told, right: Told, result: Result) -> bool:
    """A bare count that differs, and no word of the two clauses is the same."""
    (ours, one), (theirs, other) = left, right
    if result is not Result.DISAGREES or ours.kind is not ValueKind.COUNT:
        return False
    return bool(ours.of) != bool(theirs.of) and bool(other.near) and not one.all & other.near


def are_others(one: Context, other: Context) -> bool:
    """`Smith won 45 percent` against `Jones won 45 percent`."""
    if not one.subject or not other.subject:
        return False
    return one.subject.isdisjoint(other.near) and other.subject.isdisjoint(one.all)


def _differ_in_subject(one: Context, other: Context) -> bool:
    """`Coffee prices rose` against `Cocoa prices rose`: alike but for one word of the subject."""
    first, second = one.head - other.head, other.head - one.head
    if not one.head & other.head or not first or not second:
        return False
    return first.isdisjoint(other.all) and second.isdisjoint(one.all)


def _are_other_things(left: Told, right: Told) -> bool:
    """`The fund lost 7 percent` against `The index lost 9 percent`."""
    (counted, one), (other_count, other) = left, right
    people = _nouns(counted.of) | _nouns(other_count.of)
    if one.head and other.head and _are_apart(one, other):
        return True
    # Each has words of its own, and little else is the same.
    ours, theirs = _own(one, other) - people, _own(other, one) - people
    if not other.is_adrift and ours and theirs and len(one.all & other.all) < _ENOUGH:
        return True
    return _sided(one) != _sided(other) or _are_elsewhere(one, other)


def _own(one: Context, other: Context) -> frozenset[str]:
    """What only one side says, but for names and for words that say little."""
    return one.near - other.all - one.names - _LITTLE - ANYTHING


def _sided(around: Context) -> frozenset[str]:
    return frozenset(form(word) for word in around.near_raw if word in _ONE_SIDED)


def _are_apart(one: Context, other: Context) -> bool:
    return one.head.isdisjoint(other.all) and other.head.isdisjoint(one.all)


def _are_elsewhere(one: Context, other: Context) -> bool:
    """`in Berlin` against `in Munich`."""
    first, second = _places(one), _places(other)
    return bool(first and second) and first.isdisjoint(second)


def _places(around: Context) -> frozenset[str]:
    named = _IN.findall(f"{around.before} # {around.after}")
    calendar = lexicon("en").months | lexicon("en").weekdays
    return frozenset(name for name in named if name.lower() not in calendar)


def _only_names(left: Told, right: Told, result: Result) -> bool:
    """Two dates that share no more than a name may be those of any two things about it."""
    (ours, one), (theirs, other) = left, right
    if not {ours.kind, theirs.kind} & _DATES:
        return False
    # A span that fits a date to the year is hardly chance; one that does not is no answer.
    if ours.kind is not theirs.kind and result is Result.AGREES:
        return False
    names = one.names & other.names
    bare = not one.all - names or not other.all - names
    return not bare and not (one.all & other.all) - names


def is_special(left: Value, right: Value) -> bool:
    """Whether two values that agree are too special to agree by chance."""
    if left.kind in _DATES or right.kind in _DATES:
        return _special_dates(left, right)
    if left.kind in {ValueKind.AGE, ValueKind.ORDINAL} or left.low is None or right.low is None:
        return False
    if _is_of_parts(left) and _is_of_parts(right):
        return True
    named = bool(left.unit and right.unit) or match(left.of, right.of) in {
        Match.SAME,
        Match.NARROWER,
    }
    least = min(_digits(left.low), _digits(right.low))
    if " / " in (left.unit or "") and " / " in (right.unit or ""):
        # 35 cents a share are hardly those of another share.
        least += 1
    return least >= (_SPECIAL if named else _SPECIAL_BARE)


def _special_dates(left: Value, right: Value) -> bool:
    if left.kind is ValueKind.TIME or right.kind is ValueKind.TIME:
        return False
    if left.kind is not right.kind:
        iso = left.iso or right.iso or ""
        return "/" in iso and len(iso.split("/")[0]) >= _MONTH
    lengths = [len((value.iso or "").split("/")[0]) for value in (left, right)]
    return min(lengths) >= _MONTH


def _digits(figure: Decimal) -> int:
    return digits(figure) if figure else 0


def _is_of_parts(value: Value) -> bool:
    units = {found[1][:2].lower() for found in anywhere(_PARTS).finditer(value.text[:80])}
    return len(units) > 1


_BEFORE = (
    r"\b(?:from|compared (?:with|to)|compares (?:with|to)|versus|vs\.?|than(?: the)?|previously"
    r"|formerly|gegenüber|contre|desde|von|frente a|[\d%] against|instead of)"
    r"(?: (?:a|an|the|its|last year's|the previous) (?:\w+[ -]){0,3}(?:peaks?|highs?|lows?|record"
    r"|level|rate|figure|profit|loss|total|estimate)?(?: of)?)?(?: about| some| around| nearly"
    r"| just| only)? ?(?:an? \w+ of )?$"
)
_BEHIND = (
    r"^,? ?(?:in |for |of )?(?:(?:a|one) (?:year|month|week|quarter|decade) (?:earlier|ago|before"
    r"|previously)|(?:the )?(?:year|month|quarter) (?:before|earlier)|the (?:previous|prior)"
    r" (?:year|month|quarter|season)|previously|originally)\b"
)
_PEAK = r"\b(?:peak|record|high|low|highest|lowest)\b"


def earlier(value: Value, around: Context) -> bool:
    """`up from 29`, `compared with 29`: what it was before."""
    if value.kind in _DATES or value.kind is ValueKind.DURATION:
        return False
    return anywhere(_BEFORE).search(around.lead) is not None


def dated_before(around: Context) -> bool:
    """`29 a year earlier`: it may be all that there is, or what another figure is compared with."""
    return anywhere(_BEHIND).match(around.tail) is not None


def peaks(around: Context) -> bool:
    """`from a peak of 9 percent`: of a claim about a peak that is the figure."""
    return anywhere(_PEAK).search(around.lead) is not None
