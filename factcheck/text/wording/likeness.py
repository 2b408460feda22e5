"""The name of a passage that is nearest to a name that does not stand in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from factcheck.text.letters import bare
from factcheck.text.lexicon import Lexicon
from factcheck.text.wording.forms import is_before, is_behind, is_bound, joint
from factcheck.text.wording.found import Found, differs, quoted, unclear
from factcheck.text.wording.relations import Relation, related
from factcheck.text.wording.rows import Row, key

LONGEST_NAME = 20
# So many pairs of words are compared letter for letter, for all names of a claim together.
PAIRS = 3_000_000
WINDOWS = 20_000
HITS = 300
ALIKE = 0.6


@dataclass(slots=True)
class Vocabulary:
    """The words of a passage that may be names, and how much looking up is still allowed."""

    row: Row
    places: dict[str, list[int]] = field(default_factory=dict)
    bares: dict[str, list[str]] = field(default_factory=dict)
    pairs: int = PAIRS
    windows: int = WINDOWS

    def fill(self) -> None:
        if self.places:
            return
        codes = dict(zip(self.row.words, self.row.code, strict=True))
        for word, code in codes.items():
            if not word[0].islower():
                self.places[key(word)] = self.row.where(code)
        for word in self.places:
            self.bares.setdefault(bare(word), []).append(word)

    def like(self, word: str) -> set[str]:
        """The words of the passage that are a word, or are written much like it."""
        found = {word, *self.bares.get(bare(word), ())}
        self.pairs -= len(self.places)
        if self.pairs < 0 or len(word) < 2:
            return found
        scorer = Levenshtein.normalized_similarity
        scored = extract(word, self.places.keys(), scorer=scorer, score_cutoff=ALIKE, limit=20)
        return found.union(each[0] for each in scored)


def unlike(name: Row, known: Vocabulary, words: Lexicon, language: str) -> Found:
    """What is said of a name that does not stand in the passage in its form."""
    text = quoted(name.text.strip())
    best: Relation | None = None
    if name.size <= LONGEST_NAME:
        known.fill()
        for first, last in _windows(name, known, words):
            whole = _is_whole(known.row, first, last, words)
            one = related(name, known.row, (first, last), whole=whole, language=language)
            if one and (best is None or one.strength > best.strength):
                best = one
    if best is None:
        return unclear(f"{text} is not in the passage, nor anything near it")
    said = f"{text}: the passage has {quoted(best.said)}{best.how}"
    return differs(said) if best.is_other else unclear(said)


def _windows(name: Row, known: Vocabulary, words: Lexicon) -> Iterator[tuple[int, int]]:
    """The stretches of about as many words around those that are like a word of the name."""
    row, seen = known.row, set()
    least, most = min(name.size, max(1, name.size - 2)), name.size + 2
    if name.size == 3:
        least = 1
    for at in _hits(name, known):
        left, right = _run(row, at, most, words)
        for first in range(left, at + 1):
            for last in range(max(at + 1, first + least), min(right, first + most) + 1):
                if (first, last) in seen or not _is_name(name, row, first, last, words):
                    continue
                known.windows -= 1
                if known.windows < 0:
                    return
                seen.add((first, last))
                yield first, last


def _hits(name: Row, known: Vocabulary) -> list[int]:
    found: set[int] = set()
    compact = "".join(map(key, name.words))
    wanted = dict.fromkeys([*map(key, name.words), compact])
    for word in wanted:
        for one in known.like(word):
            capitals = (at for at in known.places.get(one, ()) if not _is_small(known.row, at))
            found.update(islice(capitals, HITS))
    return sorted(found)


def _is_small(row: Row, at: int) -> bool:
    return row.words[at][0].islower()


def _run(row: Row, at: int, most: int, words: Lexicon) -> tuple[int, int]:
    """The stretch around a word in which all may belong to one name."""
    left, right = at, at + 1
    while left and at - left < most and is_bound(row, left, left - 1, words):
        left -= 1
    while right < row.size and right - at < most and is_bound(row, right, right, words):
        right += 1
    return left, right


def _is_name(name: Row, row: Row, first: int, last: int, words: Lexicon) -> bool:
    """Whether a stretch begins and ends as a name does."""
    begins, ends = row.words[first], row.words[last - 1]
    if "'s" in {begins, ends} or not begins[0].isalpha():
        return False
    if begins[0].islower() and not name.words[0][0].islower():
        return False
    if is_before(begins, words) and row.code[first] not in name.code:
        return False
    return not ends[0].islower() or joint(row, last - 1) == "-"


def _is_whole(row: Row, first: int, last: int, words: Lexicon) -> bool:
    """Whether no more of a name stands on either side."""
    if first and is_bound(row, first, first - 1, words):
        before = row.words[first - 1]
        if not is_before(before, words) and before.lower() not in words.of | words.both | words.the:
            return False
    if last >= row.size or not is_bound(row, last, last, words):
        return True
    behind = row.words[last]
    return behind[0].islower() or is_behind(behind, words)
