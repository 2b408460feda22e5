"""Who it is: noun phrases before and after a verb."""

from typing import NamedTuple

from factcheck.text.cues import words
from factcheck.text.speech.grammar import (
    CONJUNCTIONS,
    DASHES,
    DAYS,
    DETERMINERS,
    DO,
    HAVE,
    LEADS,
    MODAL,
    MONTHS,
    OBJECTS,
    PERIODS,
    PREPOSITIONS,
    PUNCTUATION,
    RELATIVE,
    SUBJECTS,
    ends_phrase,
    is_adverb,
    is_capital,
    is_clause,
    is_number,
    is_verb,
)
from factcheck.text.speech.units import Token

LONGEST = 25
_OCCASIONS = words(
    "statement interview tweet email e-mail speech letter report post briefing conference "
    "telephone phone message memo ruling court televised"
)
_STATED = frozenset({"who", "which", "whose", "a", "an", "the", "now", "formerly", "his", "her"})


class Phrase(NamedTuple):
    """Tokens `first` to `last`; `outer` is where it begins with its title and apposition."""

    first: int
    last: int


def skipped_back(tokens: list[Token], at: int) -> int:
    """The last token before `at` that is no adverb, auxiliary or time."""
    while at >= 0:
        low = tokens[at].low
        if (low in HAVE or low in DO or low in MODAL) and not is_capital(tokens[at]):
            at -= 1
        elif low in DAYS or (low in PERIODS and at and tokens[at - 1].low in {"last", "this"}):
            at -= 1
            while at >= 0 and tokens[at].low in {"on", "late", "early", "earlier", "last", "this"}:
                at -= 1
        elif is_adverb(tokens[at]):
            at -= 1
        else:
            return at
    return at


def subject(tokens: list[Token], at: int) -> Phrase | None:
    """The noun phrase that ends at token `at`, or before the insertion that ends there."""
    if at < 0:
        return None
    token = tokens[at]
    if token.word == ")":
        return _before_bracket(tokens, at)
    if token.word == "," or token.word in DASHES:
        return _before_insertion(tokens, at)
    if _pronoun(token):
        return Phrase(at, at)
    if token.low in RELATIVE or (token.low == "that" and at and tokens[at - 1].low.isalpha()):
        return _antecedent(tokens, at) if token.low in RELATIVE else None
    return None if ends_phrase(token) else _plain(tokens, at)


def _pronoun(token: Token) -> bool:
    return token.low.split("'")[0] in SUBJECTS and token.word != "US"


def _before_bracket(tokens: list[Token], at: int) -> Phrase | None:
    for start in range(at - 1, max(at - 12, 0), -1):
        if tokens[start].word == "(":
            return subject(tokens, start - 1)
    return None


def _antecedent(tokens: list[Token], at: int) -> Phrase | None:
    before = at - 2 if at and tokens[at - 1].word == "," else at - 1
    return subject(tokens, before) if before >= 0 and not ends_phrase(tokens[before]) else None


def _before_insertion(tokens: list[Token], at: int) -> Phrase | None:
    """The phrase before the comma that opens what the comma at `at` closes."""
    mark = tokens[at].word
    for comma in range(at - 1, max(at - 32, -1), -1):
        if tokens[comma].quote and tokens[comma].end - tokens[comma].start > 60:
            return None
        if tokens[comma].word == mark:
            return _named(tokens, comma, at) if comma else None
    return None


def _named(tokens: list[Token], comma: int, at: int) -> Phrase | None:
    """The phrase before `comma`; of a row of insertions, the name before the first."""
    if comma + 1 == at or ends_phrase(tokens[comma - 1]):
        return _further(tokens, comma)
    found = _plain(tokens, comma - 1)
    if found is None:
        return None
    opening = tokens[found.first]
    inserted = opening.low in _STATED or is_number(opening) or opening.word == opening.low
    if inserted and found.first >= 2 and tokens[found.first - 1].word == ",":
        earlier = _plain(tokens, found.first - 2)
        if earlier and (is_capital(tokens[earlier.last]) or opening.low.endswith("ed")):
            return earlier
    return found


def _further(tokens: list[Token], comma: int) -> Phrase | None:
    """Past an insertion that holds a comma itself."""
    for earlier in range(comma - 1, max(comma - 20, 0), -1):
        if tokens[earlier].word == "," and not ends_phrase(tokens[earlier - 1]):
            return _plain(tokens, earlier - 1)
    return None


def _plain(tokens: list[Token], last: int) -> Phrase | None:
    start = _edge(tokens, last)
    if start > 0 and tokens[start - 1].low in RELATIVE and start > 1:
        # "The man who shot Smith said": it is the man.
        return _antecedent(tokens, start - 1)
    if start > 1 and tokens[start - 1].low in {"and", "or"}:
        start = _coordinated(tokens, start)
    return _trimmed(tokens, start, last)


def _edge(tokens: list[Token], last: int) -> int:
    start = last
    while start > 0 and last - start < LONGEST and not ends_phrase(tokens[start - 1]):
        start -= 1
    return start


def _coordinated(tokens: list[Token], start: int) -> int:
    """Where "officials and analysts" begins, if it is the whole beginning of its clause."""
    if ends_phrase(tokens[start - 2]):
        return start
    earlier = _edge(tokens, start - 2)
    opens = earlier == 0 or tokens[earlier - 1].word in {",", ":", ";", "-"} | DASHES
    opens = opens or tokens[earlier - 1].low in {"that", "but"}
    verb = any(token.low.endswith("ed") for token in tokens[earlier + 1 : start - 1])
    return earlier if opens and not verb and tokens[earlier].low not in PREPOSITIONS else start


def _trimmed(tokens: list[Token], start: int, last: int) -> Phrase | None:
    while start <= last and _leads(tokens, start, last):
        start += 1
    if start <= last and tokens[start].low in PREPOSITIONS:
        start = _restart(tokens, start, last)
    if start > last or tokens[last].low in PREPOSITIONS | CONJUNCTIONS:
        return None
    return Phrase(start, last)


def _leads(tokens: list[Token], start: int, last: int) -> bool:
    token = tokens[start]
    return token.low in LEADS or (is_adverb(token) and start < last) or token.low in DAYS


def _restart(tokens: list[Token], start: int, last: int) -> int:
    """Past a time or place that opens the clause: "In a statement the company"."""
    for at in range(last, start + 1, -1):
        before = tokens[at - 1].low
        if tokens[at].low in DETERMINERS and before not in PREPOSITIONS | DETERMINERS:
            return at
    for at in range(last, start, -1):
        if tokens[at - 1].low in DAYS | MONTHS or is_number(tokens[at - 1]):
            return at
    return start + 1


def after(tokens: list[Token], first: int) -> Phrase | None:
    """The noun phrase that begins at token `first`."""
    if first >= len(tokens):
        return None
    if tokens[first].low in SUBJECTS | OBJECTS and not _before_noun(tokens, first):
        return Phrase(first, first)
    at = first
    while at < len(tokens) and at - first < LONGEST and not _stops(tokens, first, at):
        at += 1
    last = at - 1
    while last >= first and (tokens[last].low in PREPOSITIONS or tokens[last].low in {"and", "or"}):
        last -= 1
    return Phrase(first, last) if last >= first else None


def _before_noun(tokens: list[Token], at: int) -> bool:
    """Whether "her" is whose it is."""
    if tokens[at].low != "her" or at + 1 >= len(tokens):
        return False
    follows = tokens[at + 1]
    return not ends_phrase(follows) and follows.low not in PREPOSITIONS


def _stops(tokens: list[Token], first: int, at: int) -> bool:
    token = tokens[at]
    if token.low in {"and", "or"}:
        return at == first or at + 1 >= len(tokens) or ends_phrase(tokens[at + 1])
    if token.quote or ends_phrase(token):
        return True
    if at == first:
        return token.low in PREPOSITIONS
    if token.low in DAYS | {"late", "early", "earlier", "last"} or is_adverb(token):
        return True
    if token.low in PREPOSITIONS:
        return not _holds(tokens, at)
    return _reduced(tokens, at) or _begins_another(tokens, at)


def _begins_another(tokens: list[Token], at: int) -> bool:
    """Whether a second phrase begins: "told The Times the plant would close"."""
    before = tokens[at - 1].low
    joined = before in PREPOSITIONS | DETERMINERS or before in {"and", "or"}
    return tokens[at].low in DETERMINERS and not joined


def _reduced(tokens: list[Token], at: int) -> bool:
    """A participle after the noun: "figures released on Friday"."""
    before = tokens[at - 1]
    return tokens[at].low.endswith("ed") and not (
        before.low in DETERMINERS | PREPOSITIONS or is_number(before) or before.low in {"and", "or"}
    )


def _holds(tokens: list[Token], at: int) -> bool:
    """Whether the preposition at `at` holds two nouns together: officials in Kyiv."""
    low, follows = tokens[at].low, tokens[at + 1 : at + 4]
    if not follows or low not in {"of", "for", "in", "at", "from", "with", "to", "on", "close"}:
        return False
    if {one.low for one in follows} & (_OCCASIONS | DAYS | PERIODS | MONTHS):
        return False
    # "the Endowment for International Peace", but not "Smith in London".
    named = low == "for" and is_capital(follows[0])
    return low == "of" or named or not is_capital(tokens[at - 1])


def main_subject(tokens: list[Token], before: int) -> Phrase | None:
    """The subject of the clause that token `before` goes on with."""
    start = _clause_start(tokens, before)
    while start < before and (tokens[start].low in LEADS or tokens[start].word in PUNCTUATION):
        start += 1
    if start < before and tokens[start].low in PREPOSITIONS:
        start = next(
            (at + 1 for at in range(start, min(before, start + 14)) if tokens[at].word == ","),
            start,
        )
    found = after(tokens[:before], start)
    return found if found and found.last < before - 1 else None


def _clause_start(tokens: list[Token], before: int) -> int:
    for at in range(before - 1, max(before - 60, 0), -1):
        if tokens[at].word in {";", ":"}:
            return at + 1
    return max(before - 60, 0)


def is_introduction(tokens: list[Token], last: int) -> bool:
    """Whether all up to token `last` only says when, where or how: "In a statement"."""
    if last < 0:
        return True
    first = tokens[0]
    opens = first.low in PREPOSITIONS | LEADS or first.low.endswith("ing") or is_adverb(first)
    short = last < 14 and not any(token.quote for token in tokens[: last + 1])
    if first.low in {"as", "when", "while", "if", "although", "though", "because", "after"}:
        return last < 30
    return opens and short and not is_clause(tokens, 0, last) and not _has_verb(tokens, last)


def _has_verb(tokens: list[Token], last: int) -> bool:
    return any(is_verb(token) for token in tokens[1 : last + 1])
