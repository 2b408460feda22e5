"""Which value of a passage answers to a value of a claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.text.values import units
from factcheck.text.values.reading import Reading, Standing, doubtful, read
from factcheck.text.values.reading_context import SAYS, Context, content, context
from factcheck.text.values.reading_contrasts import contrast
from factcheck.text.values.reading_cues import anywhere
from factcheck.text.values.reading_scene import Scenes
from factcheck.text.values.value import Value
from factcheck.words import Result, ValueKind

DATES = frozenset({ValueKind.DATE, ValueKind.TIME})
_SHARES = frozenset({ValueKind.PERCENT, ValueKind.PERCENTAGE_POINT, ValueKind.RATIO})
_SPANS = frozenset({ValueKind.DURATION, ValueKind.QUANTITY})
# "the first trip in four years" may be checked by the date of the trip before.
_SINCE = (
    r"\b(?:first|last|since|not|never|previous|ago|earlier|erste[nrs]?|letzte[nrs]?|seit"
    r"|premi(?:er|ère)|derni(?:er|ère)|depuis|primer[ao]?|últim[ao]|desde)\b"
)
# No sentence is read further.
_SENTENCE = 600
_BORN = r"\b(?:born|birth\w*|geboren|geburt\w*|née?|naissance|nacid[ao]|nació)\b"
_REPORTED = (
    r"\b(?:said|says|told(?: \w+){1,3}|reported|announced|wrote|published|tweeted|posted|confirmed"
    r"|added|updated|sagte|erklärte|teilte|déclaré|annoncé|dijo|informó)"
    r"(?: in a statement| (?:late|early))?(?: on| am| el)? ?$"
)
_BEFORE = (
    r"\b(?:from|compared (?:with|to)|versus|vs\.?|than(?: the)?|previously|formerly|gegenüber"
    r"|contre|desde|von|frente a)(?: about| some| around| nearly)? ?$"
)
# Words that stand with so many things that sharing them says nothing.
_ANYBODY = frozenset({"person", "people", "man", "woman", "child", "member", "case", "time", None})
_OWN = frozenset(
    {Standing.PLANNED, Standing.POSSIBLE, Standing.NEGATED, Standing.DENIED, Standing.FALSE}
)
_OTHERS = frozenset({Standing.QUOTED, Standing.CLAIMANT, Standing.ASKED})


@dataclass(frozen=True, slots=True)
class Met:
    """One value with what surrounds it."""

    value: Value
    context: Context
    reading: Reading
    doubt: str | None


class Side:
    """A claim or a passage: its values, read when they are needed."""

    def __init__(
        self, text: str, values: list[Value], language: str, claimant: str | None = None
    ) -> None:
        self.text = text
        self.values = values
        self._scenes = Scenes(text, language)
        self._claimant = claimant
        self._met: dict[int, Met] = {}

    def met(self, value: Value) -> Met:
        if value.start not in self._met:
            scene, placed = self._scenes.around(value)
            self._met[value.start] = Met(
                value,
                context(scene, placed),
                read(scene, placed, self._claimant),
                doubtful(scene),
            )
        return self._met[value.start]

    def same_sentence(self, one: Value, other: Value) -> bool:
        if abs(one.start - other.start) > _SENTENCE:
            return False
        scene, placed = self._scenes.around(one)
        return scene.sentence(placed.start) == scene.sentence(
            other.start - one.start + placed.start
        )


def candidates(left: Met, passage: Side, claim: str) -> list[Value]:
    """The values of the passage that may be of the same thing, in order."""
    alike = [right for right in passage.values if _may_pair(left.value, right)]
    if alike:
        return alike
    return list(_crossing(left.value, passage, claim))


def _may_pair(left: Value, right: Value) -> bool:
    if left.kind is ValueKind.ORDINAL:
        return right.kind is left.kind and _same_rank(left, right)
    if left.kind in _SHARES and right.kind in _SHARES:
        return (left.unit == "times") == (right.unit == "times")
    if left.kind in _SPANS and right.kind in _SPANS:
        return units.dimension(left.unit or "") == units.dimension(right.unit or "")
    return left.kind is right.kind


def _same_rank(left: Value, right: Value) -> bool:
    """A rank is one among something: the second summit says nothing of the first trip."""
    return left.of == right.of or _heads(left.of) == _heads(right.of)


def _heads(of: str | None) -> frozenset[str]:
    return frozenset((of or "").replace("-", " ").split()) - {"ever", "the"}


def _crossing(left: Value, passage: Side, claim: str) -> Iterator[Value]:
    """A span of time against a date, an age against a day of birth."""
    kinds = {left.kind}
    if left.kind is ValueKind.DURATION and anywhere(_SINCE).search(claim):
        kinds = {ValueKind.DATE}
    elif left.kind is ValueKind.DATE and anywhere(_SINCE).search(claim):
        kinds = {ValueKind.DURATION}
    elif left.kind is ValueKind.AGE and anywhere(_BORN).search(passage.text):
        kinds = {ValueKind.DATE}
    elif left.kind is ValueKind.DATE and anywhere(_BORN).search(claim):
        kinds = {ValueKind.AGE}
    yield from (right for right in passage.values if right.kind in kinds - {left.kind})


def obstacle(left: Met, right: Met, result: Result) -> str | None:
    """Why what comes of two values is not to be told; None where nothing is against it."""
    return (
        _standing(left.reading, right)
        or _apart(left, right)
        or _unshared(left, right, result)
        or _reported(left, right)
        or _earlier(left, right)
    )


def _standing(claim: Reading, right: Met) -> str | None:
    own = {mark.standing for mark in claim.marks} & _OWN
    for mark in right.reading.marks:
        if mark.standing in _OTHERS or (
            mark.standing is Standing.CLAIMED and not claim.has(Standing.CLAIMED)
        ):
            return _said(mark.standing, right.value.text, mark.words, "passage")
        if mark.standing in _OWN and mark.standing not in own:
            return _said(mark.standing, right.value.text, mark.words, "passage")
    there = {mark.standing for mark in right.reading.marks}
    for mark in claim.marks:
        if mark.standing is Standing.ASKED or mark.standing in own - there:
            said = _said(mark.standing, None, mark.words, "claim")
            return said if mark.standing is Standing.ASKED else f"{said}, the passage does not"
    return None


_WORDS: dict[Standing, tuple[str, str]] = {
    Standing.QUOTED: ("{value} stands in a quotation in the {side}", ""),
    Standing.CLAIMANT: ("{value} is given by the claimant ({words}), no source of its own", ""),
    Standing.CLAIMED: ('the {side} gives {value} as a claim of others ("{words}")', ""),
    Standing.DENIED: ('the {side} has {value} denied ("{words}")', ""),
    Standing.NEGATED: ('the {side} negates {value} ("{words}")', ""),
    Standing.FALSE: ('the {side} calls {value} false ("{words}")', ""),
    Standing.PLANNED: ('the {side} speaks of what is planned or expected ("{words}")', ""),
    Standing.POSSIBLE: ('the {side} speaks of what is only possible ("{words}")', ""),
    Standing.ASKED: ("the {side} asks a question", ""),
}


def _said(standing: Standing, value: str | None, words: str, side: str) -> str:
    named = f'"{value}"' if value else "its figure"
    return _WORDS[standing][0].format(value=named, side=side, words=words[:60])


def _apart(left: Met, right: Met) -> str | None:
    found = contrast(left.value, right.value, left.context, right.context)
    if not found:
        return None
    one, other = found
    return f"the claim speaks of {one}, the passage of {other}"


def _unshared(left: Met, right: Met, result: Result) -> str | None:
    """Both say what their value is of, and no word of it is the same."""
    one, other = left.context, right.context
    if _are_others(one, other):
        return f"the claim speaks of {one.shown}, the passage of {other.shown}"
    counted = left.value.of is not None and right.value.of is not None
    if counted and left.value.of not in _ANYBODY:
        return None
    if not one.all or not other.all or one.all & other.all:
        return _only_names(left, right, result)
    return f"the claim speaks of {one.shown}, the passage of {other.shown}"


def _only_names(left: Met, right: Met, result: Result) -> str | None:
    """Two dates that share no more than a name may be those of any two things about it."""
    if not {left.value.kind, right.value.kind} & DATES:
        return None
    # A span that fits a date to the year is hardly chance; one that does not is no answer.
    if left.value.kind is not right.value.kind and result is Result.AGREES:
        return None
    one, other = left.context, right.context
    names = one.names & other.names
    if not one.all - names or not other.all - names or (one.all & other.all) - names:
        return None
    return f"the claim speaks of {one.shown}, the passage of {other.shown}"


def _are_others(one: Context, other: Context) -> bool:
    """`Smith won 45 percent` against `Jones won 45 percent`."""
    if not one.subject or not other.subject:
        return False
    return one.subject.isdisjoint(other.near) and other.subject.isdisjoint(one.all)


def is_of_another(left: Met, right: Met) -> bool:
    """Whether the clause of a value names things, and none of which the claim speaks."""
    if anywhere(SAYS).search(right.context.before):
        return False
    named = right.context.near - content(right.reading.source or "", "en")
    return bool(named) and named.isdisjoint(left.context.all)


def _earlier(left: Met, right: Met) -> str | None:
    """`up from 29`, `compared with 29`: what it was before."""
    if right.value.kind in DATES or not anywhere(_BEFORE).search(right.context.before):
        return None
    if anywhere(_BEFORE).search(left.context.before):
        return None
    return f'"{right.value.text}" is what another figure is compared with'


def _reported(left: Met, right: Met) -> str | None:
    """`officials said on Tuesday`: the day of the report is not that of what it tells."""
    if right.value.kind not in DATES or not anywhere(_REPORTED).search(right.context.before):
        return None
    if anywhere(_REPORTED).search(left.context.before):
        return None
    return f'"{right.value.text}" is the day on which it was said'


def closeness(left: Met, right: Met) -> int:
    """How much speaks for two values being of the same thing."""
    one, other = left.context, right.context
    near, wide = len(one.near & other.near), len(one.all & other.all)
    same = left.value.of is not None and left.value.of == right.value.of
    lead = one.before.split()[-1:] == other.before.split()[-1:] != []
    return 4 * min(near, 4) + min(wide, 4) + 6 * same + 3 * lead
