"""`verify -`: a line a claim, as a checker types it three hundred times.

    117 ok atlas p. 212
    118 change "14 vents" museum 23 Nov
    119 ask which year?
    120 cant-confirm no-answer | two calls
    121-123 wrong atlas p. 9 | the table says otherwise

A number, a range or several with commas; a word; what goes with the word; after `|` the reason.
"""

import re
from dataclasses import dataclass

from factcheck.errors import BadInput
from factcheck.services.evidence import NewEvidence
from factcheck.services.verdicts import Decision, NewFix
from factcheck.words import (
    CONCLUSION_WORDS,
    Action,
    Conclusion,
    Why,
    nearest,
    pick,
    pick_conclusion,
    slugged,
)

_HEAD = re.compile(
    r"(?:claim:|#)?(\d{1,9}(?:-\d{1,9})?(?:,\d{1,9}(?:-\d{1,9})?)*)\s+(\S.*)", re.DOTALL
)
_WORDING = re.compile('["\u201c\u201e](.+?)["\u201d]\\s*(.*)', re.DOTALL)

#: More claims than this on one line are a slip.
MOST = 10_000


@dataclass(slots=True)
class WorkLine:
    """One line: which claims (and which of them come from a range), and the decision."""

    numbers: list[int]
    ranged: set[int]
    decision: Decision


def parse(line: str) -> WorkLine:
    """Raises BadInput with what is wrong; the caller adds the line's number."""
    match = _HEAD.fullmatch(line.strip())
    if match is None:
        raise BadInput(
            f"{_short(line)!r} is no line like 117 ok atlas p. 212.",
            hint="A claim's number, then a word: ok, wrong, partly, change, cut, ask ...",
        )
    numbers, ranged = _numbers(match[1])
    words, _, because = match[2].partition("|")
    return WorkLine(numbers, ranged, _decision(words.strip(), because.strip() or None))


def _numbers(words: str) -> tuple[list[int], set[int]]:
    numbers: list[int] = []
    ranged: set[int] = set()
    for part in words.split(","):
        first, _, last = part.partition("-")
        low, high = int(first), int(last or first)
        if high < low or high - low >= MOST:
            raise BadInput(f"{part} is no range of claims.", hint="As in 8-12.")
        numbers += range(low, high + 1)
        if last:
            ranged.update(range(low, high + 1))
    return list(dict.fromkeys(numbers)), ranged


def _decision(words: str, because: str | None) -> Decision:
    word, _, rest = words.partition(" ")
    rest = rest.strip()
    special = {
        "change": _change, "fix": _change, "attribute": _attribute, "cut": _cut, "stet": _stet,
        "ask": _ask, "accept": _accept,
    }.get(slugged(word))  # fmt: skip
    if special is not None:
        return special(rest, because)
    conclusion, rest = _conclusion(words)
    why = None
    if conclusion == Conclusion.NOT_ENOUGH_EVIDENCE:
        first, _, rest = rest.partition(" ")
        why = pick(Why, first, what="reason for that").value if first else None
    place = NewEvidence(place=rest.strip()) if rest.strip() else NewEvidence()
    return Decision(conclusion=conclusion, why=why, because=because, evidence=place)


def _conclusion(words: str) -> tuple[Conclusion, str]:
    """The longest beginning that is a word of either house: `can't confirm no-answer`."""
    tokens = words.split(" ")
    for length in (3, 2, 1):
        try:
            found = pick_conclusion(" ".join(tokens[:length]))
        except BadInput:
            continue
        return found, " ".join(tokens[length:])
    known = [*CONCLUSION_WORDS, "change", "attribute", "cut", "stet", "ask", "accept"]
    guess = nearest(slugged(tokens[0]), known)
    hint = f"Did you mean {guess}?" if guess else "ok, wrong, partly, change, cut, ask ..."
    raise BadInput(f"{tokens[0]!r} is no decision.", hint=hint)


def _accept(rest: str, because: str | None) -> Decision:
    """What the evidence suggests, as one's own verdict."""
    if rest:
        hint = "117 accept | your reason, if it is another."
        raise BadInput(f"{_short(rest)!r} does not go with accept.", hint=hint)
    return Decision(accepts=True, because=because)


def _change(rest: str, because: str | None) -> Decision:
    match = _WORDING.fullmatch(rest)
    if match is None:
        raise BadInput(
            "A change needs the new wording in quotation marks.", hint='118 change "14 vents"'
        )
    return _with_place(NewFix(Action.CHANGE, wording=match[1]), match[2], because)


def _attribute(rest: str, because: str | None) -> Decision:
    match = _WORDING.fullmatch(rest)
    wording, place = (match[1], match[2]) if match else (None, rest)
    return _with_place(NewFix(Action.ATTRIBUTE, wording=wording), place, because)


def _cut(rest: str, because: str | None) -> Decision:
    return _with_place(NewFix(Action.CUT), rest, because)


def _with_place(fix: NewFix, place: str, because: str | None) -> Decision:
    evidence = NewEvidence(place=place.strip()) if place.strip() else NewEvidence()
    return Decision(fix=fix, evidence=evidence, because=because)


def _stet(rest: str, because: str | None) -> Decision:
    return Decision(fix=NewFix(Action.STET, agreed_with=rest or None), because=because)


def _ask(rest: str, because: str | None) -> Decision:
    question = f"{rest} | {because}" if because else rest
    if not question:
        raise BadInput("What is the question?", hint="119 ask which year?")
    return Decision(question=question)


def _short(line: str) -> str:
    return line if len(line) <= 60 else f"{line[:57]}..."
