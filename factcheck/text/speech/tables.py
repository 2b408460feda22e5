"""Other languages, by a table of their commonest cues."""

from collections.abc import Iterator

from factcheck.text.cues import Table, words
from factcheck.text.spans import Span
from factcheck.text.speech.attribution import Attribution, Kind
from factcheck.text.speech.content import kind
from factcheck.text.speech.grammar import DASHES, PUNCTUATION, is_capital
from factcheck.text.speech.phrased import colon
from factcheck.text.speech.units import Token, Unit

_LONGEST = 14
_COMMAS = frozenset({",", "\u060c"})
_STOPS = PUNCTUATION | _COMMAS | {"\u00bb", "\u00ab"}
_GERMAN_JOINTS = words(
    "der des dem den die das ein eine einem einer eines von vom für und im in am zum zur beim "
    "aus seiner seinem ihrer ihrem dessen deren"
)
_CLAUSE_OPENERS = words("aber doch und mais et pero y denn or car")


def found_in(unit: Unit, table: Table | None, language: str) -> Iterator[Attribution]:
    """Every attribution of `unit`; without a table only a name with a colon or a dash."""
    for at, token in enumerate(unit.tokens):
        made = colon(unit, at) if token.word == ":" or token.word in DASHES else None
        if made is None and table is not None and not token.quote:
            made = _at_word(unit, at, table, language)
        if made is not None:
            yield made


def _at_word(unit: Unit, at: int, table: Table, language: str) -> Attribution | None:
    for row in table.before:
        if _stands(unit.tokens, at, row):
            return _before_source(unit, at, at + len(row) - 1, table, language)
    if unit.tokens[at].low in table.after:
        return _after_source(unit, at)
    if unit.tokens[at].low.split("-")[0] in table.verbs:
        return _at_verb(unit, at, table, language)
    return None


def _stands(tokens: list[Token], at: int, row: tuple[str, ...]) -> bool:
    # "d'après" and "l'avis" are one word here.
    words = " ".join(token.low for token in tokens[at : at + len(row)])
    return words == " ".join(row).replace("\u2019", "'")


def _before_source(
    unit: Unit, first: int, last: int, table: Table, language: str
) -> Attribution | None:
    tokens = unit.tokens
    if last + 1 >= len(tokens) or tokens[last + 1].low in table.guard:
        return None
    end = _name_end(tokens, last + 1, language)
    if end <= last:
        return None
    source, cue = unit.span(last + 1, end), unit.span(first, last)
    return Attribution(source, cue, _rest(unit, first, end), Kind.ACCORDING)


def _name_end(tokens: list[Token], first: int, language: str) -> int:
    """The last token of the noun phrase that begins at `first`."""
    if language == "de":
        return _german_end(tokens, first)
    at = first
    while at < len(tokens) and at - first < _LONGEST and not _breaks(tokens[at]):
        at += 1
    return at - 1


def _breaks(token: Token) -> bool:
    return token.word in _STOPS or token.word in DASHES or (token.quote and " " in token.word[3:])


def _german_end(tokens: list[Token], first: int) -> int:
    """German writes nouns with a capital: the phrase ends before the small word after one."""
    at, last = first, first - 1
    while at < len(tokens) and at - first < _LONGEST and not _breaks(tokens[at]):
        capital = tokens[at].quote or is_capital(tokens[at])
        if not capital and last >= first and tokens[at].low not in _GERMAN_JOINTS:
            break
        last = at if capital else last
        at += 1
    return last


def _rest(unit: Unit, first: int, last: int) -> Span | None:
    """What stands before an insertion, or after one that opens the sentence, or around it."""
    tokens, end = unit.tokens, _end(unit.tokens)
    stop = first - 1
    while stop >= 0 and tokens[stop].word in _STOPS:
        stop -= 1
    start = 0
    while start <= stop and (tokens[start].word in _STOPS or tokens[start].low in _CLAUSE_OPENERS):
        start += 1
    at = last + 1
    round_it = at < end and (tokens[at].word not in _STOPS or at + 1 < end)
    while at <= end and tokens[at].word in _STOPS:
        at += 1
    if start > stop:
        return unit.span(at, end) if at <= end else None
    return unit.span(start, end if round_it and at <= end else stop)


def _end(tokens: list[Token]) -> int:
    end = len(tokens) - 1
    while end >= 0 and tokens[end].word in _STOPS:
        end -= 1
    return end


def _after_source(unit: Unit, at: int) -> Attribution | None:
    """`S zufolge C`."""
    start = at
    while start and at - start < _LONGEST and not _breaks(unit.tokens[start - 1]):
        start -= 1
    if start == at:
        return None
    source, cue = unit.span(start, at - 1), unit.span(at, at)
    return Attribution(source, cue, _rest(unit, start, at), Kind.ACCORDING)


def _at_verb(unit: Unit, at: int, table: Table, language: str) -> Attribution | None:
    tokens = unit.tokens
    opening = _past(tokens, at - 1, table, -1)
    quoted = opening >= 0 and (tokens[opening].quote or _comma_of_quote(tokens, opening))
    if quoted or (opening >= 0 and tokens[opening].word in _COMMAS | DASHES):
        return _inverted(unit, at, opening, table, language)
    return _straight(unit, at, opening, table)


def _past(tokens: list[Token], at: int, table: Table, step: int) -> int:
    while 0 <= at < len(tokens) and tokens[at].low in table.light:
        at += step
    return at


def _comma_of_quote(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at].word in _STOPS and tokens[at - 1].quote


def _inverted(unit: Unit, at: int, opening: int, table: Table, language: str) -> Attribution | None:
    """`C, said S`."""
    tokens = unit.tokens
    stop = opening
    while stop >= 0 and tokens[stop].word in _STOPS:
        stop -= 1
    if stop < 0:
        return None
    source = _speaker(unit, at, table, language)
    if source is None:
        return None
    start = stop
    while start and not tokens[stop].quote and tokens[start - 1].word != ";":
        start -= 1
    while start < stop and tokens[start].word in _STOPS:
        start += 1
    last = _last_quote(tokens, at, stop)
    said = unit.span(start, last)
    return Attribution(source, unit.span(at, at), said, kind(unit, said))


def _last_quote(tokens: list[Token], at: int, stop: int) -> int:
    end = _end(tokens)
    return end if tokens[stop].quote and end > at and tokens[end].quote else stop


def _speaker(unit: Unit, at: int, table: Table, language: str) -> Span | None:
    """Who speaks, after the verb; in `dit-il` it is the end of the verb's own word."""
    token = unit.tokens[at]
    if "-" in token.word:
        return Span(token.start + token.word.rindex("-") + 1, token.end)
    first = _past(unit.tokens, at + 1, table, 1)
    last = _name_end(unit.tokens, first, language)
    return unit.span(first, last) if last >= first else None


def _straight(unit: Unit, at: int, last: int, table: Table) -> Attribution | None:
    """`S said that C`."""
    tokens, end = unit.tokens, _end(unit.tokens)
    first = last + 1
    while first and last - first < _LONGEST and not _breaks(tokens[first - 1]):
        first -= 1
    while first <= last and tokens[first].low in _CLAUSE_OPENERS:
        first += 1
    said = _said(unit, at + 1, end, table)
    if said is None:
        return None
    if first > last:
        # The verb opens the sentence: the source stands between it and "that".
        between = [token for token in tokens[at + 1 : end] if token.end < said.start]
        first, last = at + 1, at + len([one for one in between if one.word not in _STOPS])
    if first > last:
        return None
    return Attribution(unit.span(first, last), unit.span(at, at), said, kind(unit, said))


def _said(unit: Unit, at: int, end: int, table: Table) -> Span | None:
    tokens = unit.tokens
    for place in range(at, min(end + 1, at + _LONGEST)):
        low = tokens[place].low
        if tokens[place].quote or low in table.that or low.startswith(("qu'", "qu\u2019")):
            return unit.span(place, end)
        if tokens[place].word in _STOPS:
            return unit.span(place + 1, end) if place < end else None
    return None
