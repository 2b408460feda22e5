"""Rises, falls, sizes and objects: what a figure is the figure of, by the words beside it."""

from factcheck.text.values import units
from factcheck.text.values.reading.context import Context, content
from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.value import Value
from factcheck.words import ValueKind

_UP = (
    r"\b(?:ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ew|ow|ows|own|owing)"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?"
    r"|gain(?:s|ed|ing)?|rais(?:e|es|ed|ing)|hike[sd]?|lift(?:s|ed)|rall(?:ied|ies)"
    r"|(?:edged|ticked|inched|crept|nudged|went|is|was|were|are) (?:\w+ly )?up|higher|accelerated"
    r"|up(?= (?:from|by|about|nearly|\d|$)|$)|stieg|stiegen|gestiegen|augmenté|hausse|aumentó"
    r"|subió)\b"
)
_DOWN = (
    r"\b(?:f[ae]ll(?:s|en|ing)?|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?"
    r"|shr(?:ank|inks?|unk)|plung(?:e|es|ed)|slip(?:s|ped)?|slump(?:s|ed)?|eas(?:es|ed|ing)"
    r"|dip(?:s|ped)?|cuts?|lower(?:s|ed|ing)?|reduc(?:es?|ed|tion|ing)|slid|slides|tumbled|sank"
    r"|(?:edged|ticked|inched|crept|nudged|went|is|was|were|are) (?:\w+ly )?down|slowed"
    r"|down(?= (?:from|by|about|nearly|\d|$)|$)|sanken|gesunken|baissé|baisse|cayó|bajó"
    r"|disminuyó)\b"
)
_MOVED_KINDS = frozenset({ValueKind.DATE, ValueKind.TIME, ValueKind.AGE, ValueKind.ORDINAL})
# What a length is the length of, by the word behind it, or before it.
_BEHIND = {
    "height": r"^[ -]?(?:tall|high|(?:above|below) (?:sea|the sea)|in height|up\b)",
    "length": r"^[ -]?(?:long|in length)\b",
    "width": r"^[ -]?(?:wide|across|broad|in (?:width|diameter))\b",
    "depth": r"^[ -]?(?:deep|in depth)\b",
    "thickness": r"^[ -]?thick\b",
    "distance": r"^ ?(?:away|from|off|outside|apart|(?:to the )?(?:north|south|east|west)\w*"
    r"|inland|offshore)\b",
}
_BEFORE = {
    "height": r"\b(?:height|altitude|elevation|rises? to|stands?|lies at|summit|tall|high)\b",
    "length": r"\b(?:lengths?|stretch\w*|spans?)\b",
    "width": r"\b(?:width|diameter|wide)\b",
    "depth": r"\b(?:depth|deep|dived?)\b",
    "distance": r"\b(?:distance|away|travel(?:s|led|ed)?|walk(?:s|ed)?|flew|ran|swam|drove)\b",
}
_CHANGING = (
    r"\b(?:cut|cuts|cutting|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|rais(?:e|es|ed|ing)"
    r"|increas(?:e|es|ed|ing)|boost(?:s|ed|ing)?|slash(?:es|ed)?|trim(?:s|med)?|improv(?:e|es|ed)"
    r"|shr(?:ank|inks?)|prevent(?:s|ed)?|lift(?:s|ed)?)"
    r" ((?:[\w'-]+ ){1,5})by (?:about |some |nearly |around |up to |at least |more than )?$"
)
_ON = r"^ on ((?:[\w'-]+ ?){1,4})"
_ANIMALS = frozenset({"mice", "mouse", "rats", "rat", "monkeys", "animals", "hamsters", "cells"})


def direction(value: Value, around: Context) -> str | None:
    """`up` or `down`, by the nearest such word of the clause before the value, or behind it."""
    if value.kind in _MOVED_KINDS:
        return None
    ends = {
        way: max((found.end() for found in anywhere(words).finditer(around.before)), default=-1)
        for way, words in (("up", _UP), ("down", _DOWN))
    }
    if ends["up"] != ends["down"]:
        return max(ends, key=lambda way: ends[way])
    behind = {way for way, words in (("up", _UP), ("down", _DOWN)) if _begins(words, around.after)}
    return behind.pop() if len(behind) == 1 else None


def _begins(pattern: str, text: str) -> bool:
    found = anywhere(pattern).search(text[:20])
    return found is not None and not text[: found.start()].strip()


def size(value: Value, around: Context) -> str | None:
    """`height`, `width`: what a length measures; None where the words do not say."""
    if value.kind is not ValueKind.QUANTITY or units.dimension(value.unit or "") != "length":
        return None
    for name, pattern in _BEHIND.items():
        if anywhere(pattern).search(around.tail):
            return name
    found = {
        name: max((hit.end() for hit in anywhere(pattern).finditer(around.before)), default=-1)
        for name, pattern in _BEFORE.items()
    }
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= 0 else None


def parted(left: Value, right: Value, one: Context, other: Context) -> tuple[str, str] | None:
    """Two directions, two sizes, or mice against people."""
    sides = ((left, one), (right, other))
    for told in (direction, size):
        first, second = (told(value, around) for value, around in sides)
        if first and second and first != second:
            return first, second
    animals = _ANIMALS.intersection(other.near_raw)
    if animals and _ANIMALS.isdisjoint(one.wide_raw):
        return "people", min(animals)
    return None


def objects(left: Value, one: Context, other: Context) -> tuple[str, str] | None:
    """`cut deaths by` against `cut hospital stays by`, `on parks` against `on roads`."""
    found = _shown(_CHANGING, one.before, other.before)
    if not found and left.kind is ValueKind.MONEY:
        found = _shown(_ON, one.tail, other.tail)
    return found


def _shown(pattern: str, one: str, other: str) -> tuple[str, str] | None:
    first, second = anywhere(pattern).search(one), anywhere(pattern).search(other)
    if not first or not second:
        return None
    ours, theirs = content(first[1], "en"), content(second[1], "en")
    if not ours or not theirs or ours & theirs:
        return None
    return first[1].strip(), second[1].strip()
