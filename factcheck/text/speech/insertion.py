"""What an insertion is about: the words after it, before it, or on both sides."""

from factcheck.text.cues import words
from factcheck.text.spans import Span
from factcheck.text.speech.grammar import DASHES, LEADS, PUNCTUATION, RELATIVE
from factcheck.text.speech.units import Token, Unit

_TRAILING = words("who which whose where a an the as when while and but citing")


def beside(unit: Unit, first: int, last: int) -> Span | None:
    """What is said beside an insertion from `first` to `last`: after it, before it, or around."""
    tokens, end = unit.tokens, last_word(unit.tokens)
    stop = first - 1
    while stop >= 0 and (tokens[stop].word in {",", "(", *DASHES} or tokens[stop].low in LEADS):
        stop -= 1
    start = first_word(tokens, stop)
    if stop < start:
        if stop < 0 and first == 0 and last >= end:
            return unit.before
        return _onward(unit, last + 1, end)
    if _goes_round(tokens, first, last, end):
        return unit.span(start, end)
    return unit.span(start, stop)


def last_word(tokens: list[Token]) -> int:
    end = len(tokens) - 1
    while end >= 0 and tokens[end].word in PUNCTUATION:
        end -= 1
    return end


def first_word(tokens: list[Token], stop: int) -> int:
    start = next((k + 1 for k in range(stop, -1, -1) if tokens[k].word in {";", ":"}), 0)
    while start <= stop and (tokens[start].word in PUNCTUATION or tokens[start].low in LEADS):
        start += 1
    return start


def _onward(unit: Unit, at: int, end: int) -> Span | None:
    """What follows the source, past the clause or apposition that tells of it."""
    tokens = unit.tokens
    if at + 1 < end and tokens[at].word == "," and tokens[at + 1].low in RELATIVE | {"whose", "a"}:
        comma = next((k for k in range(at + 1, min(end, at + 30)) if tokens[k].word == ","), at)
        at = comma
    elif at < end and tokens[at].word != ",":
        # "According to figures released on Friday, ..."
        at = next((k for k in range(at, min(end, at + 20)) if tokens[k].word == ","), at)
    while at <= end and tokens[at].word in PUNCTUATION:
        at += 1
    return unit.span(at, end) if at <= end else None


def _goes_round(tokens: list[Token], first: int, last: int, end: int) -> bool:
    """Whether the sentence goes on after the insertion: "C, according to S, C"."""
    if last + 1 >= end or tokens[first - 1].word not in {",", "(", *DASHES}:
        return False
    if tokens[last + 1].word not in {",", ")", *DASHES}:
        return False
    return tokens[last + 2].low not in _TRAILING
