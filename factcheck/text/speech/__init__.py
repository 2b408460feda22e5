"""Who says it: quotations, reported speech and named sources.

Written for news. English is covered well, German, French, Spanish and Arabic by their commonest
cues; of other languages only a name with a colon or a dash before a quotation is known.
"""

import re
from collections.abc import Iterator

from factcheck.text import sentences
from factcheck.text.cues import CITING, ENGLISH, HEARSAY, TABLES
from factcheck.text.spans import Span
from factcheck.text.speech import phrased, tables, verbs
from factcheck.text.speech.attribution import Attribution, Kind
from factcheck.text.speech.join import joined
from factcheck.text.speech.quotations import quotations
from factcheck.text.speech.units import Stretch, Unit, pieces, stretches, unit

__all__ = ["Attribution", "Kind", "find"]

_CUES = frozenset(ENGLISH) | CITING | HEARSAY | {"according", "words", "view", "opinion"}
_STARTS = frozenset(ENGLISH) | CITING | HEARSAY | {"according", "in", ":", "\u2014", "\u2013"}
_WORD = re.compile(r"[^\W\d_]+")
# A quotation shorter than this holds no speech of others.
_HOLDS_SPEECH = 40


def find(text: str, language: str = "en") -> list[Attribution]:
    """Who says what in `text`, in order of cue."""
    language = language.partition("-")[0].lower()
    quotes = quotations(text)
    found = [one for group in _groups(text, quotes, language) for one in group]
    return sorted(found, key=lambda one: one.cue)


def _groups(text: str, quotes: list[Span], language: str) -> Iterator[list[Attribution]]:
    split = sentences.split(text, language)
    units = _units(text, list(stretches(split, quotes)), language)
    yield joined(text, [(one, _found(one, language)) for one in units])
    if language == "en":
        yield from _nested(text, quotes, split)


def _units(text: str, parts: list[Stretch], language: str) -> Iterator[Unit]:
    """The parts that may hold speech, as words."""
    before: Span | None = None
    for part in parts:
        last = part.quotes[-1] if part.quotes else None
        if before and "\n" in text[before.end : part.start]:
            before = None
        if part.quotes or _has_cue(text, part.start, part.end, language):
            yield from pieces(unit(text, part, before))
        ends = last is not None and not text[last.end : part.end].strip(" .")
        before = last if ends else None


def _has_cue(text: str, start: int, end: int, language: str) -> bool:
    if language == "en":
        return not _CUES.isdisjoint(_WORD.findall(text[start:end].lower()))
    return language in TABLES


def _found(one: Unit, language: str) -> list[Attribution]:
    if language != "en":
        return list(tables.found_in(one, TABLES.get(language), language))
    made: list[Attribution] = []
    for at, token in enumerate(one.tokens):
        if token.low not in _STARTS:
            continue
        new = _english(one, at)
        # "according to the police report": the report is the source and nobody's verb.
        named = made and made[-1].source
        if new is not None and not (named and named.start <= token.start < named.end):
            made.append(new)
    return made


def _english(one: Unit, at: int) -> Attribution | None:
    token = one.tokens[at]
    if token.low in ENGLISH:
        return verbs.at_verb(one, at)
    if token.low in {"according", "in"}:
        return phrased.according(one, at)
    if token.low in CITING:
        return phrased.citing(one, at)
    if token.low in HEARSAY:
        return phrased.hearsay(one, at)
    return phrased.colon(one, at) if token.word in {":", "\u2014", "\u2013"} else None


def _nested(text: str, quotes: list[Span], split: list[Span]) -> Iterator[list[Attribution]]:
    """What the quoted say that others said."""
    at = 0
    for quote in quotes:
        if quote.end - quote.start < _HOLDS_SPEECH:
            continue
        while split[at].end <= quote.start + 1:
            at += 1
        for part in _inside(quote, split, at):
            if _has_cue(text, *part, "en"):
                yield joined(text, [(one, _found(one, "en")) for one in pieces(_bare(text, part))])


def _inside(quote: Span, split: list[Span], at: int) -> Iterator[Span]:
    while at < len(split) and split[at].start < quote.end - 1:
        start, end = max(split[at].start, quote.start + 1), min(split[at].end, quote.end - 1)
        if start < end:
            yield Span(start, end)
        at += 1


def _bare(text: str, part: Span) -> Unit:
    return unit(text, Stretch(part.start, part.end, []), None)
