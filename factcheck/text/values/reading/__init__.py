"""How a value stands in a text: said by the text itself, or quoted, denied, planned, in doubt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.text.values.reading import told as reading_told
from factcheck.text.values.reading.cues import anywhere, compiled, cues
from factcheck.text.values.reading.scene import Scene
from factcheck.text.values.reading.shape import Cues
from factcheck.text.values.value import Value
from factcheck.words import ValueKind


class Standing(StrEnum):
    """Why a value is not simply what the text says."""

    QUOTED = "quoted"
    CLAIMANT = "claimant"
    CLAIMED = "claimed"
    DENIED = "denied"
    NEGATED = "negated"
    FALSE = "false"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Mark:
    """One such reason, and the words that give it."""

    standing: Standing
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How one value stands; without marks the text says it itself."""

    marks: tuple[Mark, ...] = ()
    #: Whom the text names for it.
    source: str | None = None

    def has(self, *standings: Standing) -> bool:
        return any(mark.standing in standings for mark in self.marks)


# A forum's dates are announced before it opens: they are as good as any date.
_ANNOUNCED = frozenset({ValueKind.DATE, ValueKind.TIME})
# "would be the first trip in four years": the count holds, whatever comes of the trip.
_COUNTING = frozenset({ValueKind.ORDINAL, ValueKind.DURATION})
# A clause between two commas keeps its words for itself.
_INSERTED = (
    r", (?:who|whom|which|whose|where|when|though|although|der|die|das|qui|dont|que|quien)\b[^,]*$"
)
# What follows speaks of something else.
_TURNS = re.compile(r";|\b(?:but|aber|sondern|mais|pero|sino)\b", re.IGNORECASE)
_LONGEST_QUOTE = 400
# "The claim that" before "20 died is false".
_NOUN_BEFORE = 60
_ASKS = re.compile(r"\?[\"'\u201d\u00bb)\]\s]*$")
_RANKED = r"(?:-|most |least )\w+est\b|\bmost\b|\bleast\b|est\b"


def read(scene: Scene, value: Value, claimant: str | None = None) -> Reading:
    """How `value` stands in `scene`; `claimant` is whose words do not count as a source."""
    known = cues(scene.language)
    told = reading_told.told(scene, value, claimant, known)
    marks = [*_quoted(scene, value), *_told(told), *_before(scene, value, known)]
    marks += [*_behind(scene, value, known), *_next(scene, value, known), *_asked(scene, value)]
    return Reading(tuple(marks), told.source)


def doubtful(scene: Scene) -> str | None:
    """The word by which a text says that something told elsewhere is false."""
    found = compiled(cues(scene.language).doubt).search(scene.text)
    return found[0] if found else None


def _quoted(scene: Scene, value: Value) -> Iterator[Mark]:
    for quote in scene.quotes:
        if quote.start <= value.start < quote.end:
            yield Mark(Standing.QUOTED, scene.text[quote.start : quote.end][:_LONGEST_QUOTE])
            return


def _told(told: reading_told.Told) -> Iterator[Mark]:
    if told.by_claimant:
        yield Mark(Standing.CLAIMANT, told.by_claimant)
    if told.by_rumour:
        yield Mark(Standing.CLAIMED, told.by_rumour)


def _before(scene: Scene, value: Value, known: Cues) -> Iterator[Mark]:
    if label := _label(scene, value, known):
        yield Mark(Standing.FALSE, label)
    negations = f"{known.ends}|{known.ends_negation}"
    if not _spans(scene, value, known):
        yield from _mark(Standing.NEGATED, _reaching(known.negated, scene, value, negations))
    yield from _mark(Standing.DENIED, _reaching(known.denied, scene, value, known.ends))
    yield from _mark(Standing.FALSE, _reaching(known.false, scene, value, known.ends))
    yield from _mark(Standing.CLAIMED, _reaching(known.claimed, scene, value, known.ends))
    if value.kind in _ANNOUNCED or _counts(scene, value, known):
        return
    yield from _mark(Standing.PLANNED, _reaching(known.planned, scene, value, known.ends))
    yield from _mark(Standing.POSSIBLE, _reaching(known.possible, scene, value, known.ends))


def _mark(standing: Standing, words: str | None) -> Iterator[Mark]:
    if words:
        yield Mark(standing, words.strip(" ,;"))


def _reaching(pattern: str, scene: Scene, value: Value, ends: str) -> str | None:
    """The last such cue before the value whose reach does not end before it."""
    before = scene.before(value)
    # The words of the value are seen, too: "claimed 20 lives" claims nothing.
    seen = before + scene.text[value.start : value.end] + scene.after(value)[:20]
    last = None
    for found in compiled(pattern).finditer(seen):
        if found.end() > len(before):
            break
        last = found
    if last is None or anywhere(ends).search(before, last.end()):
        return None
    if "," in before[last.end() :] and anywhere(_INSERTED).search(before, 0, last.end()):
        return None
    return last[0]


def _label(scene: Scene, value: Value, known: Cues) -> str | None:
    """`Myth: 20 people died`."""
    line = scene.text.rfind("\n", 0, value.start) + 1
    for start in {line, scene.sentence(value.start).start}:
        found = compiled(known.labels).match(scene.text, start, value.start)
        if found:
            return found[0].strip(" :.-")
    return None


def _spans(scene: Scene, value: Value, known: Cues) -> bool:
    """`not met in four years`, `not met since 2019`: the span of time itself is not negated."""
    if value.kind in _ANNOUNCED:
        return compiled(known.since).match(value.text) is not None
    if value.kind is not ValueKind.DURATION:
        return False
    before = scene.before(value)
    return compiled(known.since).match(value.text) is not None or (
        anywhere(known.span_before).search(before, max(0, len(before) - 60)) is not None
    )


def _counts(scene: Scene, value: Value, known: Cues) -> bool:
    """`would be his second trip`, `will be the first in four years`."""
    if value.kind not in _COUNTING or anywhere(_RANKED).search(value.text):
        return False
    before = scene.before(value)[-90:]
    counted = anywhere(known.counting).search(before) is not None
    if value.kind is ValueKind.ORDINAL:
        return counted
    return counted and anywhere(known.span_before).search(before) is not None


def _behind(scene: Scene, value: Value, known: Cues) -> Iterator[Mark]:
    after = scene.after(value)
    yield from _mark(Standing.FALSE, _found(known.false_behind, scene, value, after))
    yield from _mark(Standing.DENIED, _found(known.denied_behind, scene, value, after))
    if value.kind not in _ANNOUNCED:
        possible = compiled(known.possible_behind).match(after)
        yield from _mark(Standing.POSSIBLE, possible[0] if possible else None)


def _found(pattern: str, scene: Scene, value: Value, after: str) -> str | None:
    """A cue behind the value; it may begin with a noun that stands before it."""
    close = compiled(pattern).match(after)
    if close:
        return close[0]
    line = scene.before(value)[-_NOUN_BEFORE:] + scene.text[value.start : value.end]
    for found in compiled(pattern).finditer(line + after):
        between = after[: max(0, found.start() - len(line))]
        if found.end() > len(line) and not _TURNS.search(between):
            return found[0]
    return None


def _next(scene: Scene, value: Value, known: Cues) -> Iterator[Mark]:
    """A sentence behind it: `20 died. This is false`."""
    follows = scene.sentence(value.start, 1)
    text = scene.text[follows.start : min(follows.end, follows.start + 200)].lstrip("\"'\u201d ")
    false = compiled(known.false_next).match(text)
    yield from _mark(Standing.FALSE, false[0] if false else None)
    denied = compiled(known.denied_next).match(text)
    yield from _mark(Standing.DENIED, denied[0] if denied else None)


def _asked(scene: Scene, value: Value) -> Iterator[Mark]:
    sentence = scene.sentence(value.start)
    if _ASKS.search(scene.text, max(sentence.start, sentence.end - 8), sentence.end):
        yield Mark(Standing.ASKED, "?")
