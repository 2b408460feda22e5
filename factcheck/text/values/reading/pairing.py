"""Which value of a passage answers to a value of a claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.text.values import units
from factcheck.text.values.reading import Mark, Reading, Standing, doubtful, read
from factcheck.text.values.reading import told as reading_told
from factcheck.text.values.reading.context import SAYS, Context, content, context
from factcheck.text.values.reading.contrasts import contrast
from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.reading.lives import BORN
from factcheck.text.values.reading.relation import dated_before, earlier, peaks, unshared
from factcheck.text.values.reading.scene import Scenes
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
_REPORTED = (
    r"\b(?:said|says|told(?: \w+){1,3}|reported|announced|wrote|published|tweeted|posted|confirmed"
    r"|added|updated|sagte|erklärte|teilte|déclaré|annoncé|dijo|informó)"
    r"(?: in a statement| (?:late|early))?(?: on| am| el)? ?$"
)
_MOVED = (
    r"\b(?:cancell?ed|postponed|delayed|called off|rescheduled|put off|scrapped|abandoned|moved to"
    r"|pushed back|brought forward)\b"
)
_MOVED_TO = (
    r"\b(?:moved|postponed|delayed|rescheduled|pushed back|put off|brought forward)"
    r" (?:to|until|till|for)(?: \w+)? ?$"
)
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
    elif left.kind is ValueKind.AGE and anywhere(BORN).search(passage.text):
        kinds = {ValueKind.DATE}
    elif left.kind is ValueKind.DATE and anywhere(BORN).search(claim):
        kinds = {ValueKind.AGE}
    if left.kind is ValueKind.DURATION and not kinds - {left.kind}:
        # "from June 2014 until October 2018" has a length of its own.
        yield from (right for right in passage.values if _is_stretch(right))
        return
    yield from (right for right in passage.values if right.kind in kinds - {left.kind})


def _is_stretch(value: Value) -> bool:
    return value.kind is ValueKind.DATE and "/" in (value.iso or "")


def obstacle(
    left: Met, right: Met, result: Result, *, same_day: bool = False, same_period: bool = False
) -> str | None:
    """Why what comes of two values is not to be told; None where nothing is against it.

    `same_day`: both sentences give one date besides; `same_period`: both figures are of one time.
    """
    return (
        _standing(left, right, result)
        or _apart(left, right, result)
        or _unshared(left, right, result, same_day=same_day)
        or _reported(left, right)
        or _moved(left, right)
        or (None if same_period else _earlier(left, right, result))
    )


def _standing(left: Met, right: Met, result: Result) -> str | None:
    claim = left.reading
    own = {mark.standing for mark in claim.marks} & _OWN
    for mark in right.reading.marks:
        if mark.standing is Standing.QUOTED and _may_quote(left, right, mark, result):
            continue
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


def _may_quote(left: Met, right: Met, there: Mark, result: Result) -> bool:
    """Whether the claim gives the same quotation, or the words of the same speaker."""
    if right.reading.has(Standing.CLAIMANT):
        return False
    ours, theirs = left.reading.source, right.reading.source
    if ours and theirs and reading_told.same(theirs, reading_told.named(ours)):
        return True
    here = next((mark for mark in left.reading.marks if mark.standing is Standing.QUOTED), None)
    if here is None:
        return False
    one, other = content(here.words, "en"), content(there.words, "en")
    least = min(len(one), len(other))
    return 2 * len(one & other) >= least and (least > 0 or result is Result.AGREES)


_WORDS: dict[Standing, str] = {
    Standing.QUOTED: "{value} stands in a quotation in the {side}",
    Standing.CLAIMANT: "{value} is given by the claimant ({words}), no source of its own",
    Standing.CLAIMED: 'the {side} gives {value} as a claim of others ("{words}")',
    Standing.DENIED: 'the {side} has {value} denied ("{words}")',
    Standing.NEGATED: 'the {side} negates {value} ("{words}")',
    Standing.FALSE: 'the {side} calls {value} false ("{words}")',
    Standing.PLANNED: 'the {side} speaks of what is planned or expected ("{words}")',
    Standing.POSSIBLE: 'the {side} speaks of what is only possible ("{words}")',
    Standing.ASKED: "the {side} asks a question",
}


def _said(standing: Standing, value: str | None, words: str, side: str) -> str:
    named = f'"{value}"' if value else "its figure"
    return _WORDS[standing].format(value=named, side=side, words=words[:60])


def _apart(left: Met, right: Met, result: Result) -> str | None:
    found = contrast(left.value, right.value, left.context, right.context, result)
    if not found:
        return None
    one, other = found
    return f"the claim speaks of {one}, the passage of {other}"


def _unshared(left: Met, right: Met, result: Result, *, same_day: bool) -> str | None:
    one, other = left.context, right.context
    if left.value.kind is ValueKind.AGE and right.value.kind is ValueKind.DATE:
        # A birth in a passage that somebody chose is that of the one whose age is told.
        apart = bool(one.names and other.names) and not one.names & other.names
        apart = apart and result is Result.DISAGREES and bool(one.subject)
    elif left.value.kind is ValueKind.AGE and result is Result.AGREES:
        apart = bool(one.names and other.names) and not one.all & other.all
    else:
        apart = unshared((left.value, one), (right.value, other), result, same_day=same_day)
    if not apart:
        return None
    if not one.shown or not other.shown:
        return f'nothing says that "{right.value.text}" is of the same thing'
    return f"the claim speaks of {one.shown}, the passage of {other.shown}"


def is_of_another(left: Met, right: Met) -> bool:
    """Whether the clause of a value names things, and none of which the claim speaks."""
    if anywhere(SAYS).search(right.context.before):
        return False
    named = right.context.near - content(right.reading.source or "", "en")
    return bool(named) and named.isdisjoint(left.context.all)


def _earlier(left: Met, right: Met, result: Result) -> str | None:
    """`up from 29`, `compared with 29`: what it was before, and so with "from" in the claim."""
    ours, theirs = (earlier(side.value, side.context) for side in (left, right))
    if ours and not theirs and result is Result.DISAGREES:
        return f'"{left.value.text}" is what another figure of the claim is compared with'
    if ours or not theirs or (peaks(right.context) and _speaks_of_peak(left)):
        return None
    return f'"{right.value.text}" is what another figure is compared with'


def _speaks_of_peak(left: Met) -> bool:
    words = {"peak", "peaked", "high", "low", "record", "highest", "lowest"}
    return bool(words.intersection(left.context.wide_raw))


def stands_before(left: Met, right: Met) -> bool:
    """`29 a year earlier`, and the claim is of no such time."""
    return dated_before(right.context) and not dated_before(left.context)


def _moved(left: Met, right: Met) -> str | None:
    """`planned for 12 May, was cancelled`: nothing happened on that day."""
    if right.value.kind not in DATES or anywhere(_MOVED_TO).search(right.context.lead):
        return None
    found = anywhere(_MOVED).search(right.context.tail)
    if found is None or anywhere(_MOVED).search(f"{left.context.lead} {left.context.tail}"):
        return None
    return f'"{right.value.text}" is the day of something that was {found[0]}'


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
