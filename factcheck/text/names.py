"""Names and titles in a row of words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.text.figures import Found
from factcheck.text.lexicon import Lexicon
from factcheck.text.tokens import Row, masked
from factcheck.words import Kind

_CAP = "[CABHLKP]"
_NAME = f"(?:U?{_CAP}(?:-?{_CAP}|[pU]{{1,2}}{_CAP}){{0,8}}(?:-D)?)"
_BODY = (
    f"(?:(?:{_CAP}-?){{0,5}}[HL]{_CAP}{{0,3}}(?:[vfpU]{{1,2}}e?{_CAP}{{1,5}}){{1,2}}"
    f"(?:&{_CAP}{{0,2}}K)?)"
)
_ANY_NAME = f"(?:{_BODY}|{_NAME})"
_BEFORE = f"(?:{_CAP}-?){{0,4}}"
_APPOSED = (
    f"(?<=[CABHLKPD],)e?(?:[CABHLKPqrl][-']?){{0,4}}[Rr](?:[vpf@]e?{_ANY_NAME})?(?=[,.;:)\n])"
)
_OFFICE = f"R(?:[vp]e?(?:P{{0,2}}K|{_ANY_NAME}))?"
_FULL_OFFICE = f"(?:{_CAP}-?){{0,4}}{_OFFICE}"
_PLAIN_ROLE = f"(?:{_BODY}|(?:{_CAP}-?){{1,4}})?[qr]{{0,3}}r(?=,?{_CAP})"
_NAMES = re.compile(_ANY_NAME)
_TITLES = re.compile(f"{_APPOSED}|{_FULL_OFFICE}|{_PLAIN_ROLE}")
# Where nouns have capitals, one before an office is no part of it: in Berlin Präsident Putin.
_BARE_TITLES = re.compile(f"{_APPOSED}|{_OFFICE}|{_PLAIN_ROLE}")
# What may stand before the first word of a sentence.
_SIGNS = re.compile('["zD(.,#-]{0,8}')
_NO_NAME_ENDS = ("ing", "ly", "tion", "tions", "ment", "ments", "ness", "ities", "ity", "ism")


def find(
    row: Row, cases: str, firsts: list[int], quiet: list[range], words: Lexicon
) -> tuple[list[Found], list[Found]]:
    """Titles, and names.

    `cases` are the letters of `row` without what is taken, `firsts` the words that begin a
    sentence, `quiet` the words of headings and labels, where capitals mean nothing.
    """
    known = _known(row, cases, firsts, quiet, words)
    cases = _without_common(row, cases, firsts, known, words)
    pattern = _BARE_TITLES if words.capital_nouns else _TITLES
    titles = [_title(match.span()) for match in pattern.finditer(cases)]
    titles = [each for each in titles if not _is_in(quiet, each.first)]
    rest = masked(cases, [(each.first, each.last) for each in titles])
    runs = [match.span() for match in _NAMES.finditer(rest)]
    sure = _sure(row, cases, runs, titles, words)
    kept = (run for run in runs if _is_name(row, cases, run, sure, words))
    names = [Found(first, last, _kind(row, first, last, words)) for first, last in kept]
    return titles, [each for each in names if _is_spoken(row, each, quiet, known)]


def _title(place: tuple[int, int]) -> Found:
    return Found(*place, Kind.TITLE)


def _known(
    row: Row, cases: str, firsts: list[int], quiet: list[range], words: Lexicon
) -> frozenset[str]:
    """Words that have a capital inside a sentence."""
    if words.capital_nouns:
        return frozenset()
    skipped = set(firsts)
    for stretch in quiet:
        skipped.update(stretch)
    capitals = (at for at, letter in enumerate(cases) if letter in "CABHLKP")
    return frozenset(row.small[at] for at in capitals if at not in skipped)


def _without_common(
    row: Row, cases: str, firsts: list[int], known: frozenset[str], words: Lexicon
) -> str:
    """`cases` with F for the capitals that only begin a sentence."""
    small = frozenset(row.words)
    common = _common(words)
    plain = []
    for at in firsts:
        letter, word = cases[at], row.small[at]
        if letter == "R" and cases[at + 1 : at + 2] not in set("CABHLKPv"):
            plain.append((at, at + 1))
        if letter not in set("CBHLKPU") or word in known:
            continue
        goes_on = _goes_on(cases, at) and not words.capital_nouns
        if not goes_on and (word in small or word in common or word.endswith(_NO_NAME_ENDS)):
            plain.append((at, at + 1))
    return masked(cases, plain).replace("#", "F") if plain else cases


def _goes_on(cases: str, at: int) -> bool:
    """Whether more of a name follows: `White House`, `Bank of England`."""
    follows = cases[at + 1 : at + 2]
    return follows in set("CAHLKPR") or (cases[at] in "HL" and follows in set("vfp"))


@cache
def _common(words: Lexicon) -> frozenset[str]:
    tables = (words.common, words.verbs, words.judging, words.comparatives, words.superlatives)
    return frozenset().union(*tables, words.adjectives, words.vague, words.role_words)


def _is_in(stretches: list[range], at: int) -> bool:
    place = bisect_left(stretches, at + 1, key=lambda one: one.start) - 1
    return place >= 0 and at in stretches[place]


def _sure(
    row: Row, cases: str, runs: Iterable[tuple[int, int]], titles: list[Found], words: Lexicon
) -> frozenset[str]:
    """Where nouns have capitals: the words of names that are names by their company."""
    if not words.capital_nouns:
        return frozenset()
    led = {title.last for title in titles}
    sure: set[str] = set(words.countries)
    for first, last in runs:
        if last - first > 1 or first in led:
            sure.update(row.small[at] for at in range(first, last) if cases[at] not in "HL-pv")
    return frozenset(sure)


def _is_name(
    row: Row, cases: str, run: tuple[int, int], sure: frozenset[str], words: Lexicon
) -> bool:
    first, last = run
    # "Russian weapons", "the Russians": a people is no name.
    if cases[last - 1] == "B" and (last - first == 1 or cases[last : last + 1] == "l"):
        return False
    if not words.capital_nouns:
        return True
    return last - first > 1 or cases[first] == "A" or row.small[first] in sure


def _is_spoken(row: Row, name: Found, quiet: list[range], known: frozenset[str]) -> bool:
    """In headings and labels only what is a name elsewhere too."""
    if not _is_in(quiet, name.first):
        return True
    return all(
        row.small[at] in known for at in range(name.first, name.last) if row.cases[at] != "-"
    )


def _kind(row: Row, first: int, last: int, words: Lexicon) -> Kind:
    letters = row.cases[first:last]
    if "H" in letters:
        return Kind.ORGANISATION
    if "L" in letters or row.small[last - 1] in words.countries:
        return Kind.PLACE
    settled = first > 1 and row.small[first - 2] in words.settlements
    return Kind.PLACE if settled and row.small[first - 1] in words.of else Kind.NAME


def firsts(row: Row, starts: Iterable[int]) -> Iterator[int]:
    """The first words of sentences that begin at `starts`."""
    for start in starts:
        at = bisect_left(row.starts, start)
        signs = _SIGNS.match(row.cases, at)
        at = signs.end() if signs else at
        if at < len(row.words):
            yield at
