"""What is said: the words before or after a verb of saying."""

from typing import NamedTuple

from factcheck.text.cues import CITING, Form, words
from factcheck.text.spans import Span
from factcheck.text.speech.attribution import Kind
from factcheck.text.speech.grammar import (
    CONJUNCTIONS,
    DASHES,
    DAYS,
    LEADS,
    OBJECTS,
    PERIODS,
    PREPOSITIONS,
    PUNCTUATION,
    QUESTIONS,
    SUBJECTS,
    ends_phrase,
    is_adverb,
    is_clause,
    is_verb,
)
from factcheck.text.speech.phrases import Phrase, after, is_introduction
from factcheck.text.speech.units import Token, Unit

# After "said": nothing that anybody could check.
_NOTHING_SAID = words("goodbye goodbyes hello farewell prayers mass grace yes no so")
_BOOKED = words(
    "net income earnings loss losses profit profits sales revenue results operating duty"
)
_TIMES = words("on late early last this earlier")
_WHEN = DAYS | PERIODS | {"on", "this", "last"}
_OF_WHAT = frozenset({"of", "about", "against", "on", "for"})
_REACH = 16


class Case(NamedTuple):
    """A verb at tokens `first` to `last`, and whose it is."""

    unit: Unit
    first: int
    last: int
    form: Form
    source: Phrase | None


def content(case: Case) -> Span | None:
    """What is said in `case`, None if nothing of the kind is there."""
    tokens = case.unit.tokens
    end = _end(tokens)
    inverted = case.source is not None and case.source.first > case.last
    at = _past_object(case, _past_adverbs(tokens, case.last + 1))
    left = _quoted_before(case)
    if left is not None:
        return _carried_on(case, left, at, end)
    if inverted or at > end or tokens[at].word == ")":
        return _before(case, None)
    return _around(case, at, end)


def _end(tokens: list[Token]) -> int:
    """The last token that is not the mark that ends the sentence."""
    end = len(tokens) - 1
    while end >= 0 and tokens[end].word in {".", "!", "?", "\u2026"}:
        end -= 1
    return end


def _past_adverbs(tokens: list[Token], at: int) -> int:
    while at < len(tokens):
        if is_adverb(tokens[at]) or tokens[at].low in DAYS:
            at += 1
        elif tokens[at].low in _TIMES and at + 1 < len(tokens) and tokens[at + 1].low in _WHEN:
            at += 2
        else:
            return at
    return at


def _past_object(case: Case, at: int) -> int:
    """Past "Reuters" in "told Reuters that"."""
    tokens = case.unit.tokens
    if "o" not in case.form.follows or at >= len(tokens) or tokens[at].low in QUESTIONS | {"that"}:
        return at
    heard = after(tokens, at)
    return _past_adverbs(tokens, heard.last + 1) if heard else at


def _quoted_before(case: Case) -> int | None:
    """The first token of the quotation just before source and verb, -1 if it stands outside."""
    tokens, edge = case.unit.tokens, _outer(case) - 1
    if edge < 0 and case.unit.before and case.source is not None and case.source.first == 0:
        return -1
    while edge >= 0 and tokens[edge].word in {",", *DASHES}:
        edge -= 1
    if edge < 0 or not tokens[edge].quote or not _spoken(tokens[edge]):
        return None
    while edge > 0 and tokens[edge - 1].quote:
        edge -= 1
    return edge


def _outer(case: Case) -> int:
    """Where source and verb begin, whichever comes first."""
    return case.first if case.source is None else min(case.first, case.source.first)


def _spoken(token: Token) -> bool:
    """Whether a quotation can stand for itself: it ends with a mark, or is long."""
    return token.closes in ",.?!\u2026-\u2014" or token.word.count(" ") >= 3


def _carried_on(case: Case, left: int, at: int, end: int) -> Span | None:
    """From the quotation before the verb to the one that goes on after it."""
    unit, tokens = case.unit, case.unit.tokens
    if left < 0:
        first = unit.before or Span(unit.start, unit.start)
        return first if not _goes_right(case, at, end) else None
    last = left
    while tokens[last + 1].quote:
        last += 1
    # Lower case, or a name, before the quotation: it is a part of what is reported.
    start = left
    if left and tokens[left - 1].word not in {",", ":", ".", *DASHES} and not _opens(tokens[left]):
        start = _clause(tokens, left)
    closing = next((k for k in range(end, max(case.last, end - 40), -1) if tokens[k].quote), None)
    if closing is not None and tokens[closing - 1].word in {",", ".", ":", ";", *DASHES}:
        last = closing
    return unit.span(start, last)


def _opens(token: Token) -> bool:
    return token.word[1:2].isupper() and token.word.count(" ") >= 3


def _goes_right(case: Case, at: int, end: int) -> bool:
    tokens = case.unit.tokens
    if at > end:
        return False
    if any(token.quote for token in tokens[at : end + 1]):
        return True
    return tokens[at].low == "that" or is_clause(tokens, at, _comma(tokens, at, end))


def _comma(tokens: list[Token], at: int, end: int) -> int:
    return next((k - 1 for k in range(at, min(end, at + 40)) if tokens[k].word == ","), end)


def _clause(tokens: list[Token], before: int) -> int:
    """The first token of the clause that runs up to `before`."""
    start = next((k + 1 for k in range(before - 1, -1, -1) if tokens[k].word in {";", ":"}), 0)
    while start < before and (tokens[start].low in LEADS or tokens[start].word in PUNCTUATION):
        start += 1
    return start


def _before(case: Case, until: int | None) -> Span | None:
    """The clause before the source, up to token `until` where the source stands within it."""
    unit, tokens = case.unit, case.unit.tokens
    edge = _outer(case) - 1
    if edge <= 0 or tokens[edge].word not in {",", *DASHES} or "i" not in case.form.follows:
        return None
    inverted = case.source is not None and case.source.first > case.first
    if not inverted and is_introduction(tokens, edge - 1):
        return None
    start = _clause(tokens, edge)
    return unit.span(start, edge - 1 if until is None else until) if start < edge else None


def _around(case: Case, at: int, end: int) -> Span | None:
    tokens, token = case.unit.tokens, case.unit.tokens[at]
    if token.word in {",", *DASHES}:
        return _after_comma(case, at, end)
    if token.word in {":", ";"}:
        return case.unit.span(at + 1, end) if token.word == ":" and at < end else None
    if token.quote or token.low == "that":
        return case.unit.span(at, end) if _takes(case.form.follows, token) else None
    aside = token.low in PREPOSITIONS | CONJUNCTIONS or is_adverb(token)
    before = _before(case, None)
    if before and aside and not _stated_later(tokens, at, end):
        return before
    return _introduced(case, at, end) or _following(case, at, end)


def _takes(follows: str, token: Token) -> bool:
    """Whether "that", or a quotation, may be what the verb says."""
    if token.quote:
        return bool(set(follows) & set("iaqno*"))
    return "q" not in follows or "c" in follows


def _stated_later(tokens: list[Token], at: int, end: int) -> bool:
    return any(token.low == "that" for token in tokens[at : min(at + _REACH, end)])


def _after_comma(case: Case, at: int, end: int) -> Span | None:
    """`C, S said, ...`: an insertion into C, or C and its end; `S said, "C"`."""
    tokens = case.unit.tokens
    edge = _outer(case) - 1
    whole = edge > 0 and is_clause(tokens, _clause(tokens, edge), edge - 1)
    if at < end and tokens[at + 1].quote and (not whole or _before(case, None) is None):
        return case.unit.span(at + 1, end)
    if at < end and tokens[at + 1].low in CITING:
        that = next((k for k in range(at + 1, min(at + 30, end)) if tokens[k].low == "that"), None)
        if that is not None:
            return case.unit.span(that, end)
    found = _before(case, None if whole or at == end else end)
    if found is None and "*" in case.form.follows and at < end:
        return _introduced(case, at + 1, end)
    return found


def _introduced(case: Case, at: int, end: int) -> Span | None:
    """What follows "that", a colon or a comma with a quotation, a few words on."""
    tokens, open_clause = case.unit.tokens, _aside(case.unit.tokens, at, end)
    for place in range(at, open_clause):
        if tokens[place].low == "that" and set(case.form.follows) & set("co*"):
            # "in a statement that": what stands between is when, where or to whom.
            return case.unit.span(place, end)
        if tokens[place].word in {",", ":"} and place < end and tokens[place + 1].quote:
            return case.unit.span(place + 1, end)
    return None


def _aside(tokens: list[Token], at: int, end: int) -> int:
    """Up to where words after a verb may only say when, where or to whom."""
    if tokens[at].low not in PREPOSITIONS | OBJECTS | DAYS and tokens[at].word[:1].islower():
        return at
    for place in range(at, min(at + _REACH, end)):
        if is_verb(tokens[place]) or tokens[place].low in SUBJECTS:
            return place
    return min(at + _REACH, end)


def _following(case: Case, at: int, end: int) -> Span | None:
    follows, low = case.form.follows, case.unit.tokens[at].low
    if "*" in follows:
        right = low not in _NOTHING_SAID and low != "to"
    elif low in QUESTIONS:
        right = "w" in follows
    elif low == "to":
        right = "t" in follows
    else:
        right = _is_told(case, at, end) or _is_named(case, at, end)
    return case.unit.span(at, end) if right else None


def _is_told(case: Case, at: int, end: int) -> bool:
    """Whether a clause follows the verb, or what it told somebody."""
    tokens, follows = case.unit.tokens, case.form.follows
    if "o" in follows:
        return at > case.last + 1 and is_clause(tokens, at, end)
    return "c" in follows and is_clause(tokens, at, _comma(tokens, at, end))


def _is_named(case: Case, at: int, end: int) -> bool:
    """Whether the object of the verb is what is said: a thing, or a name given to it."""
    tokens, follows, low = case.unit.tokens, case.form.follows, case.unit.tokens[at].low
    later = tokens[at : min(at + _REACH, end + 1)]
    if low in _OF_WHAT:
        return "p" in follows or case.form.verb == "call"
    if "a" in follows and any(token.low == "as" for token in later):
        return True
    if "q" in follows and any(token.quote for token in later):
        return True
    return "n" in follows and _is_object(tokens, at, end)


def _is_object(tokens: list[Token], at: int, end: int) -> bool:
    if ends_phrase(tokens[at]) and tokens[at].low not in OBJECTS:
        return False
    if tokens[at].low in PREPOSITIONS or at > end:
        return False
    return not any(token.low in _BOOKED for token in tokens[at : at + 6])


def kind(unit: Unit, said: Span) -> Kind:
    """Whether `said` is quoted, quoted in part, or told."""
    if unit.before and said.meets(unit.before):
        return Kind.DIRECT
    quotes = [token for token in unit.tokens if token.quote and said.holds(Span(*token[:2]))]
    if not quotes:
        return Kind.INDIRECT
    whole = quotes[0].start == said.start and quotes[-1].end == said.end
    return Kind.DIRECT if whole else Kind.MIXED
