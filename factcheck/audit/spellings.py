"""Names that are spelt in two ways in one text.

Only what can hardly be two names: the same name but for its hyphens, blanks and accents; one that
differs as transcriptions do; a surname with another letter where the given name, or nobody else
of that name, says who is meant.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from factcheck.text.languages import primary
from factcheck.text.letters import bare
from factcheck.text.lexicon import Lexicon, lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.wording.forms import is_before, is_behind

#: Shorter names differ by a letter too easily.
LEAST = 5
#: Two letters may differ in names that long.
LONG = 8
#: Nobody writes of more people of one given name, nor in so many ways.
MOST_ALIKE = 40

_CAP = "[A-Z\u00c0-\u00de\u0100-\u024f\u0386-\u03ab\u0400-\u042f\u1e00-\u1eff]"
_WORD = rf"{_CAP}[^\W\d_]*(?:['\u2019-][^\W\d_]+)*"
_PARTICLE = "(?:van|von|de|der|den|del|da|di|dos|du|bin|ibn|al|el|la|le|y|zu)"
_RUN = re.compile(rf"(?<![\w'\u2019-]){_WORD}(?:[ \u00a0](?:{_PARTICLE} ){{0,2}}{_WORD}){{0,5}}")
_OWNER = re.compile(r"(?:['\u2019]s?|(?<=s)['\u2019])$")
# What stands before the first word of a sentence.
_BEGINS = re.compile(
    r"(?:^|[.!?:;\u2026][\"'\u201d\u2019)\]]{0,3}\s{1,6}|\n\s{0,6}|[\"\u201c\u201e\u00ab(\[]\s?"
    r"|\s[-\u2013\u2014*\u2022] )$"
)
_STYLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|M|Mme|Sr|Sra)\.?\s$")
_PLACED = re.compile(
    r"\b(?:in|at|from|to|near|outside|across|around|into|through|nach|aus|bei|\u00e0|en|dans|desde"
    r"|hacia|hasta)\s$",
    re.IGNORECASE,
)
#: Endings that make another word of a name: Korean, Russia's people, plurals.
_ENDINGS = words("""
    s es e n en er ern em r m an ian ians ans ese i is ic ish a o os as y ist ists ism ite ites d
    ed ing in inn ville ton land burg stan us um ia
""") | {""}
_SOUNDS = (
    ("yy", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("y", "i"), ("ck", "k"), ("kh", "h"),
    ("ph", "f"), ("ks", "x"), ("dzh", "j"), ("dj", "j"), ("tch", "ch"), ("tsch", "ch"),
    ("ou", "u"), ("oo", "u"), ("ue", "u"), ("ae", "a"), ("oe", "o"), ("w", "v"), ("q", "k"),
    ("ss", "s"), ("sz", "s"), ("tz", "z"),
)  # fmt: skip
_HARD_C = re.compile(r"c(?![eih])")
_DOUBLE = re.compile(r"([^\W\d_])\1+")
_APART = re.compile(r"[\s'\u2019-]+")


class Place(NamedTuple):
    start: int
    end: int


class Twice(NamedTuple):
    """Two spellings, the commoner one first, and where each stands."""

    one: str
    other: str
    ones: tuple[Place, ...]
    others: tuple[Place, ...]


@dataclass(slots=True)
class _Names:
    """The names of a text by how they are written, each with its places."""

    known: Lexicon
    #: Of several words.
    full: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    alone: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    #: The last words of names of several.
    last: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    #: Words that are a part of a longer name.
    parts: set[str] = field(default_factory=set)
    #: What stands behind "in" or "from", and is rather a place.
    places: set[str] = field(default_factory=set)
    #: What has its capital inside a sentence, or speaks.
    sure: set[str] = field(default_factory=set)
    #: The words that also stand in small letters.
    small: frozenset[str] = frozenset()

    def is_person(self, word: str) -> bool:
        """Whether a word may be a surname: long enough, and nothing else that is known."""
        small = word.lower()
        known = self.known
        other = known.organisations | known.places | known.countries | known.demonyms
        return (
            len(word) >= LEAST
            and small not in self.small
            and small not in other
            and small not in known.subjects
            and word not in self.places
        )


def find(text: str, language: str) -> list[Twice]:
    """Each pair of spellings once, in the order in which the rarer one first stands."""
    names = _read(text, lexicon(primary(language)))
    pairs = {frozenset(pair) for pair in (*_written(names), *_full_names(names), *_alone(names))}
    found = [_twice(names, *sorted(pair)) for pair in pairs if len(pair) > 1]
    return sorted(found, key=lambda each: (each.others[0], each.one))


def _twice(names: _Names, one: str, other: str) -> Twice:
    def stands(name: str) -> tuple[Place, ...]:
        listed = (names.full, names.alone, names.last)
        return tuple(sorted({place for places in listed for place in places.get(name, ())}))

    ones, others = stands(one), stands(other)
    if (len(ones), others) < (len(others), ones):
        return Twice(other, one, others, ones)
    return Twice(one, other, ones, others)


# Reading


def _read(text: str, known: Lexicon) -> _Names:
    names = _Names(known, small=_small(text))
    loud = _loud(text)
    for match in _RUN.finditer(text):
        name, start = _trimmed(match[0], match.start(), known)
        if not name or _is_in(loud, start) or _is_code(text, start, start + len(name)):
            continue
        place = Place(start, start + len(name))
        if "-" in name and _modifies(text, place.end, name, known):
            continue
        if " " in name or "-" in name:
            names.full[name].append(place)
            names.parts.update(name.split(" "))
            names.last[name.rsplit(" ", 1)[-1]].append(place)
        if " " not in name:
            names.alone[name].append(place)
            _notice(names, name, place, text)
    return names


def _modifies(text: str, at: int, name: str, known: Lexicon) -> bool:
    """`a Cold-War relic`: two words joined for the noun behind them."""
    first, _, second = name.partition("-")
    if " " in name or "-" in second:
        return False
    follows = _FOLLOWS.match(text, at)
    word = follows[1] if follows else ""
    noun = word[:1].islower() and word not in known.function and not _is_verb(word, known)
    return second[:1].islower() or (noun and first.isalpha())


_AROUND_CODE = frozenset("@/\\_#<>=~|{}")


def _is_code(text: str, start: int, end: int) -> bool:
    """Part of an address, a path or the name of a file or account."""
    before, behind = text[start - 1 : start], text[end : end + 2]
    dotted = behind[:1] == "." and behind[1:].isalnum()
    return before in _AROUND_CODE or behind[:1] in _AROUND_CODE or dotted or before == "."


def _notice(names: _Names, name: str, place: Place, text: str) -> None:
    """Where a word alone stands, and what that makes of it."""
    before = text[max(0, place.start - 12) : place.start]
    if _PLACED.search(before):
        names.places.add(name)
    inside = place.start and not _BEGINS.search(before)
    if inside or _STYLED.search(before) or _speaks(text, place.end, names.known):
        names.sure.add(name)


_FOLLOWS = re.compile(r"(?:['\u2019]s?)? ([^\W\d_]{2,20})")


def _speaks(text: str, at: int, known: Lexicon) -> bool:
    follows = _FOLLOWS.match(text, at)
    return follows is not None and _is_verb(follows[1], known)


def _is_verb(word: str, known: Lexicon) -> bool:
    past = known.past and len(word) >= LEAST and word.endswith(known.past)
    return bool(past) or word in known.verbs or word in known.deeds


def _trimmed(run: str, start: int, known: Lexicon) -> tuple[str, int]:
    """Without "On", "President" and "Tuesday" around the name, and without its possessive."""
    row = run.replace("\u00a0", " ").split(" ")
    # "Ukraine's Andriy Yermak" is one name behind another.
    first = max((at for at, word in enumerate(row[:-1], 1) if _OWNER.search(word)), default=0)
    last = len(row)
    while first < last and (_is_before(row[first], known) or row[first].isupper()):
        first += 1
    while last > first and (_is_behind(row[last - 1], known) or row[last - 1].isupper()):
        last -= 1
    before = sum(len(word) + 1 for word in row[:first])
    return _OWNER.sub("", " ".join(row[first:last])), start + before


# The same few thousand words begin most runs.
@lru_cache(maxsize=20_000)
def _is_before(word: str, known: Lexicon) -> bool:
    return is_before(word, known) or word.lower() in known.common


@lru_cache(maxsize=20_000)
def _is_behind(word: str, known: Lexicon) -> bool:
    return is_behind(word, known)


_LINE = re.compile(r"(?:(?<=\n)|\A)[^\n]{1,200}(?<![.!?])(?=\n|\Z)")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_CAPITALS = 0.7


def _loud(text: str) -> list[tuple[int, int]]:
    """The lines in which nearly all words have capitals, which say nothing there."""
    found = []
    for line in _LINE.finditer(text):
        row = _LONG_WORD.findall(line[0])
        capitals = sum(word[0].isupper() for word in row)
        if len(row) > 3 and capitals > _MOST_CAPITALS * len(row):  # noqa: PLR2004  a short heading
            found.append(line.span())
    return found


def _is_in(spans: list[tuple[int, int]], at: int) -> bool:
    place = bisect_right(spans, (at, 2**62)) - 1
    return place >= 0 and at < spans[place][1]


def _small(text: str) -> frozenset[str]:
    return frozenset(_SMALL.findall(text))


_SMALL = re.compile(r"(?<![\w'\u2019-])[a-z\u00df-\u00ff][^\W\d_]{3,}")


# Comparing


Pairs = Iterator[tuple[str, str]]


def _written(names: _Names) -> Pairs:
    """The same letters with other hyphens, blanks or accents."""
    groups: dict[str, set[str]] = defaultdict(set)
    for name in {*names.full, *names.alone}:
        letters = _APART.sub("", bare(name))
        told = name in names.full or name in names.sure
        if told and len(letters) >= LEAST and letters not in names.small and not _is_camel(name):
            groups[letters].add(name)
    for group in groups.values():
        for one, other in combinations(sorted(group)[:MOST_ALIKE], 2):
            if _typed(one) != _typed(other):
                yield one, other


def _is_camel(name: str) -> bool:
    """`BethGriggs`, `GnuTLS-EXTRA`: what machines call things."""
    return any(_CAMEL.search(word) or word.isupper() for word in _APART.split(name))


# McDonald and MacArthur are people.
_CAMEL = re.compile(rf"[^\W\d_A-Z][^\W\d_]{{0,40}}(?<!\bMc)(?<!\bMac)(?<=[a-z\u00df-\u00ff]){_CAP}")


def _typed(name: str) -> str:
    """Without what is only typography; capitals matter behind a hyphen alone."""
    plain = name.replace("\u2019", "'")
    return plain if "-" in plain else plain.casefold()


def _full_names(names: _Names) -> Pairs:
    """One word of the name is another, and the others are the same."""
    rows = [(name, name.split(" ")) for name in names.full if " " in name]
    for place in (0, -1):
        groups: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for name, row in rows:
            rest = tuple(row[1:] if place == 0 else row[:-1])
            groups[rest].append((name, row[place]))
        for group in groups.values():
            yield from _of_group(names, group, first=place == 0)


def _of_group(names: _Names, group: list[tuple[str, str]], *, first: bool) -> Pairs:
    for (name, word), (other_name, other) in combinations(group[:MOST_ALIKE], 2):
        if not names.is_person(word) or not names.is_person(other):
            continue
        # Maria and Mario Keller are two people; Dmitry and Dmitri Peskov are one.
        slip = not first and not names.known.capital_nouns and _alike(word, other, 2)
        if slip or _sound(word) == _sound(other):
            yield name, other_name


def _alone(names: _Names) -> Pairs:
    """A surname by itself that is nearly one of a full name, or of another one by itself."""
    last = sorted({name.rsplit(" ", 1)[-1] for name in names.full if " " in name})
    near = _index(word for word in last if names.is_person(word))
    single = [
        word for word in names.alone
        if word in names.sure and word not in names.parts and names.is_person(word)
    ]  # fmt: skip
    for word in single:
        for other in sorted({each for key in _keys(word) for each in near.get(key, ())}):
            slip = not names.known.capital_nouns and _alike(word, other, 1)
            # Whoever is only a slip of another is not named more often.
            slip = slip and len(names.alone[word]) <= len(names.last[other])
            if slip or _sound(word) == _sound(other):
                yield word, other
    for group in _by_sound(single).values():
        yield from combinations(group[:MOST_ALIKE], 2)


def _index(row: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in row:
        for key in _keys(word):
            found[key].append(word)
    return found


def _keys(word: str) -> set[str]:
    """What two words share that differ in one letter, or in none that is heard."""
    plain = bare(word)[:60]
    shorter = {plain[:at] + plain[at + 1 :] for at in range(len(plain))}
    return {plain, *shorter, f"~{_sound(word)}"}


def _by_sound(row: list[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(row):
        groups[_sound(word)].append(word)
    return groups


def _alike(one: str, other: str, most: int) -> bool:
    """Whether so few letters are others that it is rather a slip, and no other ending."""
    first, second = bare(one), bare(other)
    if first[0] != second[0]:
        return False
    allowed = most if min(len(first), len(second)) >= LONG else 1
    if Levenshtein.distance(first, second, score_cutoff=allowed) > allowed:
        return False
    same = _common(first, second)
    return not {first[same:], second[same:]} <= _ENDINGS


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    """A key that is the same for transcriptions of one name."""
    plain = bare(word)
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    return _DOUBLE.sub(r"\1", _HARD_C.sub("k", plain))
