"""Cues that are no verbs: according to, citing, reportedly, and a name with a colon."""

from factcheck.text.cues import ENGLISH_ACCORDING, HEARSAY, NOT_A_SOURCE, SOURCE_NOUNS, words
from factcheck.text.spans import Span
from factcheck.text.speech.attribution import Attribution, Kind
from factcheck.text.speech.grammar import (
    PUNCTUATION,
    is_capital,
    is_number,
    is_verb,
)
from factcheck.text.speech.insertion import beside, first_word, last_word
from factcheck.text.speech.phrases import Phrase, after
from factcheck.text.speech.units import Token, Unit

_NAME_WORDS = words("of the de du del der von van al bin for and la le los")


def according(unit: Unit, at: int) -> Attribution | None:
    """The attribution of `according to` at token `at`."""
    tokens = unit.tokens
    row = next((row for row in ENGLISH_ACCORDING if _stands(tokens, at, row)), None)
    if row is None:
        return None
    last = at + len(row) - 1
    found = after(tokens, last + 1)
    if found is None or _is_measure(tokens, found):
        return None
    said = beside(unit, at, found.last)
    return Attribution(unit.span(*found), unit.span(at, last), said, Kind.ACCORDING)


def _stands(tokens: list[Token], at: int, row: tuple[str, ...]) -> bool:
    return tuple(token.low for token in tokens[at : at + len(row)]) == row


def _is_measure(tokens: list[Token], found: Phrase) -> bool:
    """Whether it is "according to plan"."""
    short = found.last - found.first <= 1
    return tokens[found.first].low in NOT_A_SOURCE or (
        short and tokens[found.last].low in NOT_A_SOURCE and not is_capital(tokens[found.last])
    )


def citing(unit: Unit, at: int) -> Attribution | None:
    """`X, citing Y, said C`: Y is the source here; C is found with the verb of X."""
    tokens = unit.tokens
    found = after(tokens, at + 1)
    if found is None or not _is_source(tokens, found):
        return None
    saying = _saying(tokens, found.last + 1)
    end = last_word(tokens)
    said = unit.span(saying, end) if saying and saying <= end else _main_clause(unit, at)
    return Attribution(unit.span(*found), unit.span(at, at), said, Kind.CITING)


def _is_source(tokens: list[Token], found: Phrase) -> bool:
    words = tokens[found.first : found.last + 1]
    return any(one.low in SOURCE_NOUNS for one in words) or (
        is_capital(words[0]) and not any(one.low == "of" for one in words[1:3])
    )


def _saying(tokens: list[Token], at: int) -> int:
    """The token after "as saying"."""
    for place in range(at, min(at + 6, len(tokens) - 2)):
        if tokens[place].low == "as" and tokens[place + 1].low == "saying":
            return place + 2
    return 0


def _main_clause(unit: Unit, at: int) -> Span | None:
    stop = at - 1
    while stop >= 0 and unit.tokens[stop].word in PUNCTUATION:
        stop -= 1
    start = first_word(unit.tokens, stop)
    return unit.span(start, stop) if start <= stop else None


def hearsay(unit: Unit, at: int) -> Attribution | None:
    """`reportedly`: somebody says so, and the text does not say who."""
    end = last_word(unit.tokens)
    start = first_word(unit.tokens, end)
    if unit.tokens[at].low not in HEARSAY or start >= end:
        return None
    return Attribution(None, unit.span(at, at), unit.span(start, end), Kind.INDIRECT)


def colon(unit: Unit, at: int) -> Attribution | None:
    """`S: "C"`, where S is a name and the mark at token `at` a colon or a dash."""
    tokens = unit.tokens
    if at + 1 >= len(tokens) or not tokens[at + 1].quote or not at:
        return None
    if tokens[at + 1].word.count(" ") < 1 or not _is_name(tokens[:at]):
        return None
    last = at + 1
    while last + 1 < len(tokens) and tokens[last + 1].quote:
        last += 1
    first = 1 if tokens[0].word in PUNCTUATION else 0
    name = next((k - 1 for k in range(first + 1, at) if tokens[k].word == ","), at - 1)
    source, said = unit.span(first, name), unit.span(at + 1, last)
    return Attribution(source, unit.span(at, at), said, Kind.DIRECT)


def _is_name(tokens: list[Token]) -> bool:
    """Whether it is a name with at most a title after a comma."""
    if tokens[0].word in PUNCTUATION:
        tokens = tokens[1:]
    head = next((k for k, token in enumerate(tokens) if token.word == ","), len(tokens))
    if not 0 < head <= 6 or len(tokens) > 14 or any(is_verb(one) or one.quote for one in tokens):
        return False
    words = tokens[:head]
    named = all(is_capital(one) or one.low in _NAME_WORDS for one in words)
    return named and is_capital(words[-1]) and not any(is_number(one) for one in words)
