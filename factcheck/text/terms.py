"""From words to search terms, alike for SQLite and PostgreSQL.

What is stored holds letters, digits and blanks only, so that the tokenizers of both databases
have nothing left to disagree about.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factcheck.text.letters import BLANKLESS, bare, without_apostrophes

LONGEST_TERM = 64
MOST_TERMS = 20_000
MOST_CHARACTERS = 400_000
# A tsvector holds 1 MB, positions included, and counts bytes.
MOST_BYTES = 800_000
MOST_QUERY_TERMS = 32
# No search is longer; a pasted book would only be folded in vain.
LONGEST_QUERY = 10_000

_TO_BLANKS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
_POSSESSIVE = re.compile("['\u2019](?<=\\w.)[sS](?!\\w)")
_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(f"[{BLANKLESS}]+|[^{BLANKLESS}]+")
_BLANKLESS = re.compile(f"[{BLANKLESS}]")


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One term of a search: `exact` as typed and folded, `text` the stem to look for."""

    text: str
    prefix: bool
    exact: str


def terms(text: str) -> str:
    """What a `search` column holds: each distinct term once, in order, joined by one blank."""
    kept = list(dict.fromkeys(_split(text)))
    joined = " ".join(kept[:MOST_TERMS])
    return joined if len(joined) * 4 <= MOST_BYTES else _capped(joined)


def _split(text: str) -> list[str]:
    """The terms of `text`, repeated where they are repeated."""
    if "'" in text or "\N{RIGHT SINGLE QUOTATION MARK}" in text:
        text = without_apostrophes(_POSSESSIVE.sub("", text))
    if text.isascii():
        words = text.lower().translate(_TO_BLANKS).split()
        # Nearly no text has a word this long, and asking first costs less than cutting all.
        return words if len(text) <= LONGEST_TERM else [word[:LONGEST_TERM] for word in words]
    folded = bare(text)
    words = _WORD.findall(folded)
    if _BLANKLESS.search(folded):
        words = [piece for word in words for piece in _pieces(word)]
    return [word[:LONGEST_TERM] for word in words]


def _pieces(word: str) -> Iterator[str]:
    """Words of scripts with blanks as they are, the others as overlapping pairs."""
    for run in _RUN.findall(word):
        if len(run) == 1 or not _BLANKLESS.match(run):
            yield run
        else:
            yield from map("".join, pairwise(run))


def _capped(joined: str) -> str:
    cut = joined.encode()[:MOST_BYTES].decode(errors="ignore")[:MOST_CHARACTERS]
    return joined if len(cut) == len(joined) else cut[: cut.rfind(" ")]


def query(words: str) -> list[QueryTerm]:
    """The terms of a search as typed; any input gives a list, at most 32 terms long."""
    typed = dict.fromkeys(_split(words[:LONGEST_QUERY]))
    return [_query_term(term) for term in list(typed)[:MOST_QUERY_TERMS]]


def _query_term(term: str) -> QueryTerm:
    if _BLANKLESS.match(term):
        return QueryTerm(term, prefix=len(term) == 1, exact=term)
    # "37" must not find 370, nor "f16" f160; "a" must not find everything.
    if len(term) < 3 or any(char.isnumeric() for char in term):
        return QueryTerm(term, prefix=False, exact=term)
    return QueryTerm(stem(term), prefix=True, exact=term)


_UNDOUBLED = re.compile(r"([bdgmnprt])\1\Z")
_VOWEL = re.compile(r"[aeiouy]")
_NO_PLURAL = re.compile(r"(?:[su]s|is|news)\Z")
_HISSED = re.compile(r"(?:[sxz]|ch|sh)es\Z")


def stem(term: str) -> str:
    """The beginning that the English forms of `term` share, never under three letters.

    carriages, carriage -> carriag; armoured -> armour; running -> run; countries -> countr.
    Always a beginning of the term itself, so that a prefix search finds at least that.
    """
    if not term.isascii() or len(term) < 4:
        return term
    for ending in ("ying", "ies", "ied", "y"):
        if term.endswith(ending) and len(term) - len(ending) >= 4:
            return term.removesuffix(ending)
    return _without_e(_without_ending(term))


def _without_ending(term: str) -> str:
    for ending in ("ing", "ed"):
        rest = term.removesuffix(ending)
        if rest != term and len(rest) >= 4 and _VOWEL.search(rest) and not term.endswith("eed"):
            return _UNDOUBLED.sub(r"\1", rest)
    if _HISSED.search(term) and len(term) > 4:
        return term[:-2]
    return term[:-1] if term.endswith("s") and not _NO_PLURAL.search(term) else term


def _without_e(term: str) -> str:
    return term[:-1] if term.endswith("e") and len(term) > 4 else term


def score(query_terms: Iterable[QueryTerm], search_text: str) -> float:
    """How well a `search` column fits a search: 0.0 where no term is found, else up to 1.5.

    Each term gives its share of 1: whole where it stands as typed, six tenths where only its
    stem begins a term. Several terms that stand side by side in the order typed give 0.4 more.
    Among equals the shorter column is ahead, by less than any of that.
    """
    wanted = tuple(query_terms)
    column = f" {search_text} "
    found = sum(_share(term, column) for term in wanted)
    if not found:
        return 0.0
    together = 0.4 if len(wanted) > 1 and _side_by_side(wanted).search(column) else 0.0
    return found / len(wanted) + together + 0.01 / (1 + math.log1p(len(search_text)))


def _share(term: QueryTerm, column: str) -> float:
    if f" {term.exact} " in column:
        return 1.0
    return 0.6 if term.prefix and f" {term.text}" in column else 0.0


@lru_cache(maxsize=64)
def _side_by_side(wanted: tuple[QueryTerm, ...]) -> re.Pattern[str]:
    """Terms hold letters and digits only, so that nothing needs escaping."""
    rest = {True: "[^ ]*", False: ""}
    return re.compile(" " + " ".join(term.text + rest[term.prefix] for term in wanted) + " ")
