"""Whether a passage can be checked, of what kind it is, and why."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from factcheck.text.elements import Element, What
from factcheck.text.lexicon import Lexicon
from factcheck.text.tokens import Row
from factcheck.words import Kind


class Reason(StrEnum):
    """What there is to check; the last three are told apart from it."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    TITLE = "title"
    SUPERLATIVE = "superlative"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    CAUSAL = "causal"
    COMPARATIVE = "comparative"
    STATEMENT = "statement"
    OPINION = "opinion"
    QUESTION = "question"
    PREDICTION = "prediction"


class Judgement(NamedTuple):
    score: float
    kind: Kind
    why: tuple[Reason, ...]
    checkable: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `first` up to `last` of `row`, with the elements in them and who says them."""

    row: Row
    first: int
    last: int
    elements: tuple[Element, ...]
    claimant: str | None
    #: Whether somebody is said to say it, named or not.
    told: bool
    #: Whether it is part of a longer quotation.
    quoted: bool = False


# The share of doubt that each reason takes away: what numbers, dates and sources leave is small.
_WEIGHTS = {
    Reason.DATE: 0.25,
    Reason.NAME: 0.10,
    Reason.TITLE: 0.10,
    Reason.SUPERLATIVE: 0.30,
    Reason.QUOTATION: 0.35,
    Reason.ATTRIBUTION: 0.30,
    Reason.CAUSAL: 0.15,
    Reason.COMPARATIVE: 0.20,
    Reason.STATEMENT: 0.25,
}
_FIGURES = {
    Kind.MONEY: 0.50,
    Kind.STATISTIC: 0.50,
    Kind.MEASUREMENT: 0.40,
    Kind.NUMBER: 0.40,
    Kind.AGE: 0.30,
}
_NOT_CHECKABLE = 0.3
_HEDGED = 0.8
_FRAGMENT = 0.5
_FRAGMENT_WORDS = 4
_TOLD_APART = {
    Reason.OPINION: Kind.OPINION,
    Reason.QUESTION: Kind.OTHER,
    Reason.PREDICTION: Kind.PREDICTION,
}
_YEAR = re.compile(r"\d{4}")
_QUESTION = re.compile(r"[?؟？][\"'”’»)\s]*\Z")


def judge(passage: Passage, words: Lexicon) -> Judgement | None:
    """None where there is nothing to check and nothing to tell apart."""
    signs = _Signs(passage, words)
    why = signs.reasons()
    apart = signs.apart(why)
    if not why and not apart:
        return None
    score = _score(passage, why)
    if apart:
        return Judgement(round(score * _NOT_CHECKABLE, 4), _TOLD_APART[apart], (apart, *why), False)  # noqa: FBT003  a row of a table
    hedged = signs.hedged or signs.judging
    score *= _HEDGED if hedged else 1
    return Judgement(round(score, 4), signs.kind(why), why, checkable=True)


def has_deed(row: Row, first: int, last: int, words: Lexicon) -> bool:
    found = row.words[first:last]
    return any(word in words.deeds or _is_past(word, words) for word in found)


def has_verb(row: Row, first: int, last: int, words: Lexicon) -> bool:
    """Whether one stands there in small letters: May and March are months."""
    verbs = _verbs(words)
    return any(word in verbs or _is_past(word, words) for word in row.words[first:last])


def _is_past(word: str, words: Lexicon) -> bool:
    return len(word) > 4 and word.endswith(words.past or ("\0",)) and word not in words.not_past


@cache
def _verbs(words: Lexicon) -> frozenset[str]:
    return words.verbs | words.maybes | words.deeds


def _score(passage: Passage, why: tuple[Reason, ...]) -> float:
    doubt = 1.0
    for reason in why:
        doubt *= 1 - _WEIGHTS.get(reason, 0)
    for kind in {one.kind for one in passage.elements if one.what is What.FIGURE}:
        doubt *= 1 - _FIGURES.get(kind, 0)
    short = passage.last - passage.first < _FRAGMENT_WORDS
    # Told apart without any reason still has a place among its like.
    return max(0.05, 1 - doubt) * (_FRAGMENT if short else 1)


class _Signs:
    """What the words of one passage show."""

    def __init__(self, passage: Passage, words: Lexicon) -> None:
        self.passage = passage
        self.words = words
        self.place = (passage.row, passage.first, passage.last)
        self.small = passage.row.small[passage.first : passage.last]
        self.set = frozenset(self.small)
        self.line = f" {' '.join(self.small)} "
        self.quoted = passage.quoted or any(one.what is What.QUOTATION for one in passage.elements)
        self.kinds = {one.kind for one in passage.elements}
        self.whats = {one.what for one in passage.elements}
        # May is a month.
        self.hedged = not words.maybes.isdisjoint(passage.row.words[passage.first : passage.last])
        self.judging = not self.set.isdisjoint(words.judging)
        self.looks = not self.set.isdisjoint(words.looks)

    def has(self, phrases: frozenset[str]) -> bool:
        return any(f" {phrase} " in self.line for phrase in phrases)

    def reasons(self) -> tuple[Reason, ...]:
        verb = has_verb(*self.place, self.words)
        named = not self.whats.isdisjoint({What.NAME, What.TITLE})
        found = {
            **{Reason(what): what in self.whats for what in What},
            Reason.QUOTATION: self.quoted,
            Reason.SUPERLATIVE: self.superlative(),
            Reason.ATTRIBUTION: self.passage.told,
            Reason.CAUSAL: verb and self.has(self.words.causes),
            Reason.COMPARATIVE: verb and self.comparative(),
            Reason.STATEMENT: verb and (named or self.looks),
        }
        return tuple(reason for reason in Reason if found.get(reason))

    def superlative(self) -> bool:
        places = range(self.passage.first, self.passage.last)
        return any(self.is_superlative(at) for at in places)

    def is_superlative(self, at: int) -> bool:
        row, word = self.passage.row, self.passage.row.small[at]
        if word in self.words.firsts:
            return row.kinds[at] == "o" and self.is_first_of_all(at)
        if word not in self.words.superlatives:
            return False
        # "at least", "most of them" and "most people" compare nothing.
        return row.kinds[at + 1 : at + 2] in {"+", "n"} or word not in {"most", "least"}

    def is_first_of_all(self, at: int) -> bool:
        """`Kim's first journey`, but not "since their first meeting"."""
        row = self.passage.row
        owned = at > 0 and row.kinds[at - 1] in {"e", "'"}
        return owned and not (at > 1 and row.kinds[at - 2] == "I")

    def comparative(self) -> bool:
        if self.has(self.words.compared):
            return True
        figures = [one.span for one in self.passage.elements if one.what is What.FIGURE]
        starts = self.passage.row.starts
        places = range(self.passage.first, self.passage.last)
        compared = (starts[at] for at in places if self.is_comparative(at))
        return any(not any(one.start <= at < one.end for one in figures) for at in compared)

    def is_comparative(self, at: int) -> bool:
        return self.passage.row.small[at] in self.words.comparatives

    def apart(self, why: tuple[Reason, ...]) -> Reason | None:
        """Why it cannot be checked, None if it can."""
        told = self.passage.told and not self.is_vague() and not self.is_our_own()
        if self.is_question():
            return None if told else Reason.QUESTION
        if told:
            return None
        if self.is_prediction():
            return Reason.PREDICTION
        return Reason.OPINION if self.is_opinion(why) else None

    def is_question(self) -> bool:
        row = self.passage.row
        end = row.ends[self.passage.last - 1]
        return _QUESTION.search(row.text, max(0, end - 4), end) is not None

    def is_vague(self) -> bool:
        """`reports`, `some experts`: nobody can be asked."""
        source = (self.passage.claimant or "").lower().split()
        return bool(source) and set(source) <= self.words.vague

    def is_our_own(self) -> bool:
        return (self.passage.claimant or "").lower() in self.words.ourselves

    def is_prediction(self) -> bool:
        expected = self.has(self.words.futures)
        if not (expected or self.hedged) or self.dated_back():
            return False
        if expected or self.has(self.words.ahead) or self.is_vague():
            return True
        return What.FIGURE not in self.whats

    def dated_back(self) -> bool:
        """Whether it speaks of a time that has been."""
        text = self.passage.row.text
        dates = [one.span for one in self.passage.elements if one.what is What.DATE]
        texts = [text[span.start : span.end].lower() for span in dates]
        if not texts or self.has(self.words.ahead):
            return False
        behind = not self.set.isdisjoint(self.words.behind)
        return behind or (self.hedged and any(_YEAR.search(one) for one in texts))

    def is_opinion(self, why: tuple[Reason, ...]) -> bool:
        if What.FIGURE in self.whats:
            return False
        if self.is_our_own() or self.has(self.words.opinions):
            return self.whats.isdisjoint({What.QUOTATION, What.DATE})
        return self.judging and not self.is_firm(why)

    def is_firm(self, why: tuple[Reason, ...]) -> bool:
        """Whether something beside the judgement can be checked."""
        firm = {Reason.DATE, Reason.QUOTATION, Reason.SUPERLATIVE, Reason.ATTRIBUTION}
        if self.looks or not firm.isdisjoint(why):
            return True
        return Reason.STATEMENT in why and has_deed(*self.place, self.words)

    def kind(self, why: tuple[Reason, ...]) -> Kind:
        if Reason.QUOTATION in why and (self.passage.told or self.quotes_at_length()):
            return Kind.QUOTE
        if Reason.SUPERLATIVE in why and self.kinds.isdisjoint({Kind.MONEY, Kind.STATISTIC}):
            return Kind.SUPERLATIVE
        for kind in (*_FIGURES, Kind.DATE):
            if kind in self.kinds:
                return kind
        if Reason.ATTRIBUTION in why:
            return Kind.ATTRIBUTION
        return self.kind_of_statement(why)

    def quotes_at_length(self) -> bool:
        quoted = (one.span for one in self.passage.elements if one.what is What.QUOTATION)
        return any(" " in self.passage.row.text[span.start : span.end] for span in quoted)

    def kind_of_statement(self, why: tuple[Reason, ...]) -> Kind:
        if self.looks and Reason.STATEMENT in why:
            return Kind.DESCRIPTION
        if Reason.QUOTATION in why:
            return Kind.QUOTE
        if Reason.STATEMENT in why or Reason.CAUSAL in why or Reason.COMPARATIVE in why:
            return Kind.OTHER
        return next((one.kind for one in self.passage.elements), Kind.OTHER)
