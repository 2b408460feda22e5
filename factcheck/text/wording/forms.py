"""Names as rows of words: those of a claim, and the runs of capitals of a passage."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.text import elements
from factcheck.text.anchors.kinds import DATES
from factcheck.text.folding import folded
from factcheck.text.letters import BLANKLESS
from factcheck.text.lexicon import Lexicon, lexicon
from factcheck.text.lexicon.shape import words as table
from factcheck.text.wording.rows import Codes, Row, is_abbreviated, made, read
from factcheck.words import Kind

# A claim of so few words that none shows as a name is one name.
BARE = 4
LONGEST_RUN = 12
MOST_INITIALS = 6
# A longer claim is a text with sentences of its own.
LONGEST_HEADING = 2000
FRAME = "it was "
AROUND = 8
HEADLINE = 3

_BETWEEN_INITIALS = re.compile(r"\.? ?")
_NAME_WORD = re.compile(r"[\w&'\-]")
_BORDERLESS = re.compile(f"[{BLANKLESS}]")
_SUFFIXES = table("jr sr ii iii iv")
_PARTICLES = table(
    "van von der den de da di do dos das del della du la le al el bin ibn bint abu ben ter ten zu "
    "af av y e"
)
_RANKS = table(
    "mr mrs ms dr prof sir dame lord lady gen sgt col capt lt maj sen rep gov pres st. madam "
    "monsieur madame m mme herr frau se\u00f1or se\u00f1ora sr. rev hon"
)
_DOT = "\u00b7\u30fb\u2027\u2022"


def named(text: str, codes: Codes) -> Row:
    """As `read`, with the initials of one name as one word: `H. W.`, `H.W.` and `HW`."""
    row = read(text, codes)
    initials = set(filter(_is_initial, set(row.words)))
    singles = (at for at, word in enumerate(row.words) if word in initials)
    joined = {at for at in singles if at and _follows(row, at)} if initials else set()
    if not joined:
        return row
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, word in enumerate(row.words):
        if at in joined and len(words[-1]) < MOST_INITIALS:
            words[-1] += word
            ends[-1] = row.ends[at]
        else:
            words.append(word)
            starts.append(row.starts[at])
            ends.append(row.ends[at])
    return made(row.text, words, starts, ends, codes)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _follows(row: Row, at: int) -> bool:
    """Whether an initial stands right behind another one."""
    return _is_initial(row.words[at - 1]) and bool(_BETWEEN_INITIALS.fullmatch(row.gap(at)))


def claimed(claim: str, kind: Kind, language: str) -> list[str]:
    """The names of a claim, each once, of one kind where there are any of it."""
    text = folded(claim).strip()
    found = _elements(text, language) or _elements(framed(text), language)
    words = lexicon(language)
    kept = [name for name, one in found if one == kind] or [name for name, _ in found]
    kept = [name for name in kept if not _is_people(name, words)] or kept
    if kept:
        return list(dict.fromkeys(kept))
    return _bare(text, words)


def _bare(text: str, words: Lexicon) -> list[str]:
    """The runs of capitals; the whole text where it is short and has none."""
    row = named(text, Codes())
    found = [row.said(first, last) for first, last in runs(row, words)]
    if found:
        return found
    plain = words.function | words.verbs
    if any(word.lower() in plain for word in row.words):
        return []
    most = 4 * BARE if _BORDERLESS.search(text) else 2 * BARE if _is_caseless(text) else BARE
    return [text] if 0 < row.size <= most else []


def _is_caseless(text: str) -> bool:
    return text.lower() == text.upper()


def framed(text: str) -> str:
    """A claim within a sentence: capitals alone are a heading, there they are a name."""
    bare = text.strip(" .,;:\"'()")
    return f"{FRAME}{bare}, that was here." if len(bare) < LONGEST_HEADING else ""


@lru_cache(maxsize=8)
def parts(text: str, language: str) -> tuple[elements.Element, ...]:
    """As `elements.find`; the names and the office of one claim ask for it one after the other."""
    return tuple(elements.find(text, language))


def _elements(text: str, language: str) -> list[tuple[str, Kind]]:
    """The names that elements finds, widened to whole words, and what they are."""
    found: list[tuple[int, int, Kind]] = []
    for one in parts(text, language):
        if one.what != elements.What.NAME:
            continue
        start, end = _widened(text, one.span.start, one.span.end)
        if found and start <= found[-1][1]:
            first, last, kind = found[-1]
            found[-1] = first, max(end, last), kind
        elif found and text[found[-1][1] : start] == " " and text[start].islower():
            found[-1] = found[-1][0], end, found[-1][2]
        else:
            found.append((start, end, one.kind))
    return [(text[start:end], kind) for start, end, kind in found]


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """To the borders of words with hyphens, and over the particles before them."""
    while start and _NAME_WORD.match(text[start - 1]) and end - start < 200:
        start -= 1
    while end < len(text) and _NAME_WORD.match(text[end]) and end - start < 200:
        end += 1
    end = start + len(text[start:end].rstrip("'-&").removesuffix("'s"))
    before = text[max(0, start - 40) : start].split(" ")[:-1]
    for word in reversed(before):
        if word.lower() not in _PARTICLES or word.lower() in {"y", "e", "do", "la", "le"}:
            break
        start -= len(word) + 1
    return start, end


def _is_people(name: str, words: Lexicon) -> bool:
    last = name.rsplit(" ", 1)[-1].lower()
    return last in words.demonyms and last not in words.not_demonyms


def is_capital(word: str) -> bool:
    return word[0].isupper()


def joint(row: Row, at: int) -> str:
    """How the word `at` of a name hangs on the one before it; `,` parts two names."""
    gap = row.gap(at)
    if gap in {" ", ""}:
        return "" if _BORDERLESS.match(row.words[at]) else gap
    bare = gap.strip(" ")
    if bare in {"-", "'"}:
        return "-" if gap == bare == "-" else ","
    if bare and bare in _DOT:
        return "\u00b7"
    if is_abbreviated(row, at):
        return " "
    if row.words[at].lower() in _SUFFIXES and bare in {",", ".", ".,"}:
        return " "
    return ","


def runs(row: Row, words: Lexicon) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are capitals, with particles, hyphens and initials."""
    at = 0
    while at < row.size:
        if not is_capital(row.words[at]):
            at += 1
            continue
        first, at = at, at + 1
        while at < row.size and at - first < LONGEST_RUN and _goes_on(row, at):
            at += 1
        last = at
        while (
            last > first + 1 and not is_capital(row.words[last - 1]) and joint(row, last - 1) != "-"
        ):
            last -= 1
        while first < last and is_before(row.words[first], words):
            first += 1
        if first < last:
            yield first, last


def _goes_on(row: Row, at: int) -> bool:
    hangs = joint(row, at)
    if hangs == "-":
        return True
    return hangs == " " and (is_capital(row.words[at]) or row.words[at].lower() in _PARTICLES)


def is_before(word: str, words: Lexicon) -> bool:
    """Whether a word with a capital is none of the name behind it: `On`, `Monday`, `President`."""
    return word.lower().rstrip(".") in _no_names(words)


def is_behind(word: str, words: Lexicon) -> bool:
    """Whether a word with a capital is none of the name before it: `Tuesday`."""
    small = word.lower()
    return small in DATES or (small in words.function and small not in words.organisations)


@cache
def _no_names(words: Lexicon) -> frozenset[str]:
    tables = (words.function, words.roles, words.role_words, words.honorifics, words.verbs)
    return frozenset().union(*tables, _RANKS, DATES) - _PARTICLES


def is_headline(row: Row, first: int, last: int, words: Lexicon) -> bool:
    """Whether all the words around have capitals, so that these say nothing."""
    around = [*row.words[max(0, first - AROUND) : first], *row.words[last : last + AROUND]]
    if around and all(word.isupper() for word in around if word[0].isalpha()):
        return True
    telling = [word for word in around if word.lower() not in words.function and word[0].isalpha()]
    return len(telling) > HEADLINE and all(map(is_capital, telling))


def is_bound(row: Row, border: int, at: int, words: Lexicon) -> bool:
    """Whether the word `at` may belong to the name on the other side of `border`."""
    hangs = joint(row, border)
    if hangs in {"-", "", "\u00b7"}:
        return True
    small = row.words[at].lower()
    inner = words.of | words.inner | words.both | words.the
    return hangs == " " and (
        not row.words[at][0].islower() or small in _PARTICLES or small in inner
    )
