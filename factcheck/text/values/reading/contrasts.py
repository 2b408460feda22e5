"""Words of which a figure can have only one: unemployment or inflation, killed or injured."""

from functools import cache

from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.values.reading.context import Context, described
from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.reading.groups import CLASSES, EVENTS, GROUPS
from factcheck.text.values.reading.moves import objects, parted
from factcheck.text.values.reading.scopes import labelled, narrowed
from factcheck.text.values.value import Value
from factcheck.words import Bound, Result, ValueKind

_MILESTONES: tuple[frozenset[str], ...] = (
    words("born birth birthday geboren né née nacido nacida nació"),
    words("founded established founding gegründet fondé fondée fundado fundada"),
    words("elected appointed gewählt élu élue elegido elegida"),
)
_DATES = frozenset({ValueKind.DATE, ValueKind.TIME})
_LEVEL = (
    r"\b(?:at|is|was|are|were|reach|reaches|reached|hit|stands|stood|totalled|totaled|remained"
    r"|remains|bei|to|auf|à|al|a) ?$"
)
_MOVES = (
    "ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ew|ow|ows|own|owing)|climb(?:s|ed)"
    "|jump(?:s|ed)?|surg(?:e|es|ed)|soar(?:s|ed)|gain(?:s|ed)?|fall(?:s|en|ing)?|fell"
    "|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|decreas(?:e|es|ed)|shr(?:ank|inks?|unk)"
    "|plung(?:e|es|ed)|slip(?:s|ped)|slump(?:s|ed)|up|down|expand(?:s|ed)|contract(?:s|ed)"
    "|cut|reduced?|stieg|sank"
)
_CHANGE = (
    rf"\b(?:by|um|{_MOVES}|(?:growth|increase|rise|drop|decline|fall|cut|gain|reduction|jump) of)"
    r"(?: (?:about|around|some|another|an estimated|by|nearly|almost|over|more than|only))? ?$"
)
_CHANGED = (
    r"^ ?(?:year-on-year |annual )?(?:increase|rise|drop|decline|fall|growth|cut|jump|gain"
    r"|reduction|higher|lower|more|less|fewer|faster|slower|up|down|from a year|on the year)\b"
)
_SPEED = r"^\w+ / (?:hour|second|minute)$|^knot$"


def contrast(
    left: Value, right: Value, one: Context, other: Context, result: Result
) -> tuple[str, str] | None:
    """The words that set two values apart, of the claim and of the passage."""
    if left.kind in _DATES or right.kind in _DATES:
        return _dated(left, right, one, other, result)
    return (
        _opposed(_table(GROUPS), one, other)
        or parted(left, right, one, other)
        or labelled(left, one, other)
        or (narrowed(left, right, one, other) if result is Result.DISAGREES else None)
        or objects(left, one, other)
        or _moved(one, other)
        or _averaged(left, right, one, other)
        or _abroad(one, other)
        or _described(left, right)
    )


def _dated(
    left: Value, right: Value, one: Context, other: Context, result: Result
) -> tuple[str, str] | None:
    if left.kind is ValueKind.AGE:
        return None
    found = _opposed(_table(EVENTS), one, other)
    if found:
        return found
    return _milestone(one, other) or (
        _classed(one, other) if result is Result.DISAGREES and left.kind is right.kind else None
    )


def _classed(one: Context, other: Context) -> tuple[str, str] | None:
    """Two dates that differ, each of an event with a name of its own."""
    first, second = _classes(one), _classes(other)
    if not first or not second or first.keys() & second.keys():
        return None
    return next(iter(first.values())), next(iter(second.values()))


def _classes(around: Context) -> dict[int, str]:
    """The lines of the table, with the word of each that stands in the clause."""
    table = _lines()
    return {line: word for word in around.near_raw for line in table.get(word, ())}


@cache
def _lines() -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for line, row in enumerate(CLASSES.replace("\n        ", " ").strip().splitlines()):
        for word in words(row):
            table.setdefault(word, []).append(line)
    return table


Table = dict[str, list[tuple[int, int]]]


@cache
def _table(text: str) -> Table:
    """Each word with its groups, and its place among what excludes each other there."""
    table: Table = {}
    lines = text.replace("\n        ", " ").strip().splitlines()
    for group, line in enumerate(lines):
        for place, part in enumerate(line.split("|")):
            for word in words(part):
                table.setdefault(word, []).append((group, place))
    return table


def _opposed(table: Table, one: Context, other: Context) -> tuple[str, str] | None:
    first, second = _placed(table, one), _placed(table, other)
    for group in sorted(first.keys() & second.keys()):
        if first[group].keys().isdisjoint(second[group].keys()):
            return next(iter(first[group].values())), next(iter(second[group].values()))
    return None


def _placed(table: Table, around: Context) -> dict[int, dict[int, str]]:
    """The groups that are named around a value: in its clause, or else in its sentence."""
    near, wide = _members(table, around.near_raw), _members(table, around.wide_raw)
    return {**wide, **near}


def _members(table: Table, row: tuple[str, ...]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for word in row:
        for group, place in table.get(word, ()):
            found.setdefault(group, {}).setdefault(place, word)
    return found


def _milestone(one: Context, other: Context) -> tuple[str, str] | None:
    """A day of birth or of a foundation is no date of what is told beside it."""
    left, right = _passed(one), _passed(other)
    if left.keys() == right.keys() or not one.all - one.names or not other.all - other.names:
        return None
    first, second = next(iter(left.values()), one.shown), next(iter(right.values()), other.shown)
    return first, second


def _passed(around: Context) -> dict[int, str]:
    return {
        group: word
        for word in around.near_raw
        for group, line in enumerate(_MILESTONES)
        if word in line
    }


def _moved(one: Context, other: Context) -> tuple[str, str] | None:
    """`rose by 5 percent` is no `rose to 5 percent`."""
    first, second = _motion(one), _motion(other)
    if first and second and first != second:
        return first, second
    return None


def _motion(around: Context) -> str | None:
    if anywhere(_CHANGED).match(around.after) or anywhere(_CHANGE).search(around.before):
        return "a change"
    return "a level" if anywhere(_LEVEL).search(around.before) else None


# Of these everybody means the average.
_IMPLIED = words("rent rents price prices wage wages salary salaries income incomes temperature")


def _averaged(left: Value, right: Value, one: Context, other: Context) -> tuple[str, str] | None:
    """An average is said to be one, and so is a top speed; fragments are taken as they come."""
    if not one.all or not other.all:
        return None
    if not _IMPLIED.isdisjoint({*one.near_raw, *other.near_raw}):
        return None
    sides = []
    for value, around in ((left, one), (right, other)):
        row = {*around.near_raw, *around.wide_raw}
        sides.append(_extent(value, row))
    if sides[0] == sides[1] or ("average" not in sides and not _is_speed(left)):
        return None
    return (f"the {sides[0]} figure", f"the {sides[1]} figure")


def _extent(value: Value, row: set[str]) -> str:
    if not row.isdisjoint(words("average averaged mean median")):
        return "average"
    top = not row.isdisjoint(words("top maximum max peak fastest highest can capable"))
    return "highest" if top or value.bound is Bound.AT_MOST else "plain"


def _is_speed(value: Value) -> bool:
    return value.kind is ValueKind.QUANTITY and anywhere(_SPEED).match(value.unit or "") is not None


def _abroad(one: Context, other: Context) -> tuple[str, str] | None:
    """Two countries, each named on one side alone."""
    countries = lexicon("en").countries - {"us"}
    first = [word for word in one.wide_raw if word in countries]
    second = [word for word in other.wide_raw if word in countries]
    if first and second and set(first).isdisjoint(second):
        return first[0].capitalize(), second[0].capitalize()
    return None


def _described(left: Value, right: Value) -> tuple[str, str] | None:
    """Three gold medals are no three silver medals."""
    if left.kind is not ValueKind.COUNT or right.kind is not ValueKind.COUNT:
        return None
    first, second = described(left), described(right)
    if first and second and first.isdisjoint(second):
        return left.text, right.text
    return None
