"""The date that belongs to a figure: `58 in 2023 from 61 in 2022`."""

from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.value import Value
from factcheck.words import ValueKind

_BEHIND = r"^(?: [\w'-]+){0,3}? (?:in|during|for|of|at the end of|by the end of|as of|on) $|^ \(?$"
_AHEAD = r"^,? [^.;]{0,80}$"
_FAR = 90
_PARTS = (
    r"^,? ?(?:of (?:them|whom|those|these|which)\b|were (?:children|women|men)\b)"
    r"|^ (?:others|more|other)\b"
)
_AMONG = (
    r"\b(?:including|among them|of them|of whom|plus|another|a further)(?: at least| about)? ?$"
)


def own_date(value: Value, values: list[Value], text: str) -> Value | None:
    """The date right behind a figure, or before it with no other figure between."""
    at = next((place for place, one in enumerate(values) if one.start == value.start), None)
    if at is None:
        return None
    behind = values[at + 1] if at + 1 < len(values) else None
    if behind is not None and _is_behind(value, behind, text):
        return behind
    ahead = values[at - 1] if at else None
    if ahead is None or ahead.kind is not ValueKind.DATE or value.start - ahead.end > _FAR:
        return None
    before = values[at - 2] if at > 1 else None
    if before is not None and _is_behind(before, ahead, text):
        return None
    between = text[ahead.end : value.start]
    return ahead if anywhere(_AHEAD).match(between) and "\n" not in between else None


def _is_behind(value: Value, day: Value, text: str) -> bool:
    if value.kind is ValueKind.DATE or day.kind is not ValueKind.DATE:
        return False
    between = text[value.end : min(day.start, value.end + _FAR)]
    return day.start - value.end < _FAR and anywhere(_BEHIND).match(between) is not None


def is_part(value: Value, text: str) -> bool:
    """`two of them children`: some of those that another figure counts."""
    if value.kind is not ValueKind.COUNT or value.of not in {None, "other", "others", "them"}:
        return False
    after = text[value.end : value.end + 40]
    before = text[max(0, value.start - 40) : value.start]
    found = anywhere(_PARTS).match(after) or anywhere(_AMONG).search(before)
    return found is not None or anywhere(r"\b(?:of them|of whom)\b").search(value.text) is not None
