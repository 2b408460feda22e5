"""Which sentences may give one thing two figures: a look at their words alone.

To read the values of a whole text takes long, and few of its sentences speak of one thing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from factcheck.text.lexicon import Lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.spans import Span

#: Nobody counts one thing so often; of more figures the first ones are compared.
MOST = 25
#: So many words behind a figure may be what it is of.
_BEHIND = 4
_TELLING = 4
#: A sentence with more figures is a table, and one of fewer words a label.
_MOST_IN_ONE = 6
_LEAST = 5

#: Words that set a time apart, or a number of times, where no date does.
THEN = words("""
    then now later earlier previously before after since until ago once formerly originally
    initially currently today yesterday tomorrow tonight overnight meanwhile already still again
    eventually soon recently first second third next last final former latter another other
    previous following early late when while during annually monthly weekly daily usually often
    sometimes normally typically average would could might may will should if planned expected
    estimated half old new
    dann jetzt später früher zuvor vorher danach seit damals ursprünglich zunächst inzwischen
    bereits wieder bisher täglich jährlich als während wenn würde könnte soll
    alors maintenant plus tard auparavant avant après depuis encore déjà désormais pendant lorsque
    quand si
    luego ahora más antes después desde todavía ya durante cuando mientras
""")
#: What was, and what is.
_TENSES = {
    True: words("was were had war waren hatte hatten était étaient avait era eran fue tenía"),
    False: words("is are has have ist sind hat haben est sont ont es son tiene tienen"),
}
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|[$\u20ac\u00a3\u00b0]")
_OLD = words("year-old years-old year years old jährige jähriger ans años")


@dataclass(frozen=True, slots=True)
class About:
    """What a sentence says besides one figure: when, of whom and where, its other figures."""

    times: frozenset[str]
    tense: frozenset[bool]
    names: frozenset[str]
    numerals: frozenset[str]

    def fits(self, other: "About") -> bool:
        """The same times, and nobody and nothing on either side that the other lacks."""
        return (
            self.times == other.times
            and not (self.tense and other.tense and self.tense.isdisjoint(other.tense))
            and (self.names <= other.names or other.names <= self.names)
            and (self.numerals <= other.numerals or other.numerals <= self.numerals)
        )


@dataclass(frozen=True, slots=True)
class Sighted:
    """A figure as it is written, and the sentence around it."""

    part: Span
    numeral: str
    about: About
    #: The longer words of the sentence.
    row: frozenset[str]

    def may_contradict(self, other: "Sighted") -> bool:
        return (
            self.numeral != other.numeral
            and self.part != other.part
            and self.about.fits(other.about)
            and len(self.row & other.row) > 1
        )


def sift(text: str, parts: Iterable[Span], known: Lexicon) -> list[Span]:
    """The sentences that may contradict another one, in order."""
    found: set[Span] = set()
    made: dict[tuple[Span, int], Sighted] = {}
    for row in _groups(text, parts, known):
        sighted = [_sighted(each, known, made) for each in row]
        for one, other in combinations(sighted, 2):
            known_already = one.part in found and other.part in found
            if not known_already and one.may_contradict(other):
                found |= {one.part, other.part}
    return sorted(found)


_Seen = tuple[Span, list[str], int]
_Row = list[_Seen]


def _sighted(each: _Seen, known: Lexicon, made: dict[tuple[Span, int], Sighted]) -> Sighted:
    """A figure stands before several words, and is read once for all of them."""
    part, tokens, at = each
    if (part, at) not in made:
        said = about(tokens, at, known)
        made[part, at] = Sighted(part, tokens[at].lower(), said, _long(tokens))
    return made[part, at]


def _groups(text: str, parts: Iterable[Span], known: Lexicon) -> Iterator[_Row]:
    """Figures that may be of one thing at one time, where they are not all the same."""
    groups: dict[tuple[str, frozenset[str]], _Row] = defaultdict(list)
    for part in parts:
        if not _may_have_figures(text[part.start : part.end], known):
            continue
        tokens = _TOKEN.findall(text, part.start, part.end)
        figures = _figures(tokens, known)
        if not 0 < len(figures) <= _MOST_IN_ONE or len(tokens) < _LEAST:
            continue
        times = frozenset({token.lower() for token in tokens} & _times(known))
        for at in figures:
            for key in _keys(tokens, at, known):
                row = groups[key, times]
                if len(row) < MOST:
                    row.append((part, tokens, at))
    for row in groups.values():
        if len({tokens[at] for _part, tokens, at in row}) > 1:
            yield row


_DIGIT = re.compile(r"\d")


def _may_have_figures(sentence: str, known: Lexicon) -> bool:
    """A look that is much faster than to take the sentence apart."""
    if _DIGIT.search(sentence):
        return True
    return not known.numbers.isdisjoint(sentence.lower().replace("-", " ").split())


def tokens_of(text: str, part: Span) -> list[str]:
    """The words, figures and signs of a sentence."""
    return _TOKEN.findall(text, part.start, part.end)


def about(tokens: Sequence[str], at: int | None, known: Lexicon) -> About:
    """What is said besides the figure `at`."""
    small = set(map(str.lower, tokens))
    others = {token for place, token in enumerate(tokens) if place != at and token[0].isdecimal()}
    return About(
        times=frozenset(small & _times(known)),
        tense=frozenset(past for past, forms in _TENSES.items() if not forms.isdisjoint(small)),
        names=frozenset(_bare(token) for token in tokens[1:] if token[0].isupper()),
        numerals=frozenset(others),
    )


def _bare(token: str) -> str:
    """Without the possessive."""
    return token.removesuffix("'s").removesuffix("\u2019s")


@cache
def _times(known: Lexicon) -> frozenset[str]:
    return THEN | known.weekdays | known.months | known.near | known.seasons | known.days


@cache
def _spelt(known: Lexicon) -> frozenset[str]:
    return known.numbers | {word.capitalize() for word in known.numbers}


def _figures(tokens: Sequence[str], known: Lexicon) -> list[int]:
    spelt = _spelt(known)
    return [at for at, token in enumerate(tokens) if token[0].isdecimal() or token in spelt]


def _long(tokens: Iterable[str]) -> frozenset[str]:
    return frozenset(
        _bare(token).lower().removesuffix("s") for token in tokens if len(token) >= _TELLING
    )


def _keys(tokens: Sequence[str], at: int, known: Lexicon) -> Iterator[str]:
    """What a figure may be of, by the words behind it."""
    behind = [token.lower() for token in tokens[at + 1 : at + 1 + _BEHIND]]
    before = tokens[at - 1] if at else ""
    if before in {"$", "\u20ac", "\u00a3"} or not known.currencies.isdisjoint(behind):
        yield "money"
    if not known.units.isdisjoint(behind):
        yield "unit"
    if not _OLD.isdisjoint(behind[:1]) or before[:1].isupper() or before.lower() in known.aged:
        yield "age"
    for token in behind:
        if len(token) >= _TELLING and token not in known.function:
            yield token.removesuffix("s")
