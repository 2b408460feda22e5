"""What attributions of one text tell about each other."""

from dataclasses import replace
from itertools import pairwise

from factcheck.text.spans import Span
from factcheck.text.speech.attribution import Attribution, Kind
from factcheck.text.speech.units import Unit

_QUOTED = frozenset({Kind.DIRECT, Kind.MIXED})
Found = list[tuple[Unit, list[Attribution]]]


def joined(text: str, found: Found) -> list[Attribution]:
    """All attributions, each knowing of the others in its sentence and of the sentence after."""
    settled = [(unit, _settled(text, made)) for unit, made in found]
    for (before, made), (unit, later) in pairwise(settled):
        if made and not later:
            made[-1] = _carried_on(text, made[-1], before, unit)
    return [one for _, made in settled for one in made]


def _settled(text: str, made: list[Attribution]) -> list[Attribution]:
    """Citations get what the citing one says; a report ends where the next one begins."""
    for at, one in enumerate(made):
        if at + 1 < len(made):
            one = made[at] = _cut(text, one, made[at + 1])  # noqa: PLW2901  the shorter one goes on
        if one.kind is Kind.CITING:
            made[at] = _cited(one, made[max(0, at - 1) : at + 2])
    return made


def _cited(one: Attribution, around: list[Attribution]) -> Attribution:
    """`X, citing Y, said C`: Y has said C."""
    for other in around:
        if other is one or other.kind is Kind.CITING or other.content is None:
            continue
        near = other.source is not None and 0 <= other.cue.start - one.cue.end < 200
        if near or other.cue.end <= one.cue.start:
            return replace(one, content=other.content)
    return one


def _cut(text: str, one: Attribution, after: Attribution) -> Attribution:
    """`S said C, adding C2`: C ends at the comma."""
    said, start = one.content, after.cue.start
    if said is None or not said.start < start < said.end or after.kind is Kind.CITING:
        return one
    if after.source is not None and said.holds(after.source):
        return one
    if text[start - 2 : start] != ", " or text[start : after.cue.end][-3:] != "ing":
        return one
    return replace(one, content=Span(said.start, start - 2))


def _carried_on(text: str, one: Attribution, before: Unit, unit: Unit) -> Attribution:
    """`"C," S said. "C."`: the second quotation is of the same speaker."""
    if one.kind not in _QUOTED or one.content is None or not unit.tokens[0].quote:
        return one
    if text[before.end : unit.start].strip(" ") or one.cue.end < one.content.start:
        return one
    return replace(one, content=Span(one.content.start, unit.tokens[0].end))
