"""A text as a row of words, and the words as one string, so that phrases are found quickly."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from factcheck.text.anchors.kinds import is_figure
from factcheck.text.anchors.tokens import DIGITS
from factcheck.text.folding import folded
from factcheck.text.letters import BLANKLESS
from factcheck.text.lexicon.shape import words as table

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_LETTER = f"[^\\W\u00b2\u00b3\u00b9\\d_{BLANKLESS}\u2070-\u2089\u00bc-\u00be\u2150-\u2189]"
# Signs that say something; all the others are typography.
_SIGNS = "%\u2030\u00b0$\u20ac\u00a3\u00a5\u20b9\u20bd\u20a9\u20aa\u20ba\u00a2&@#+~\u00b1<>=\u00a7"
_WORD = re.compile(
    f"(?:[cdjlmnstCDJLMNST]|(?:[Jj]us|[Ll]ors|[Pp]uis)?[Qq]u)'(?={_LETTER})"
    f"|'s(?!{_LETTER})"
    f"|{_LETTER}(?:[^\\W_{BLANKLESS}]+|[{_MARKS}]+|'(?!s(?!{_LETTER}))(?={_LETTER}))*"
    r"|(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,])"
    f"|[{DIGITS}]+(?:[.,'\u066b\u066c][{DIGITS}]+)*"
    f"|[{BLANKLESS}][{_MARKS}]*"
    f"|[{_SIGNS}\u2264\u2265\u2248\u2260]"
    # A minus is glued to its figure and to nothing else.
    "|(?<![^\\s(\"'])-(?=[\\d.])"
)
# Arabic vowels and stretched letters are typography, too.
_VOWELS = re.compile("[\u064b-\u0652\u0640]")
# Thousands; a point is left alone, because it may be that of a fraction.
_GROUPED = re.compile(r"\d{1,3}(?:[ ,']\d{3})+")
_GROUPING = re.compile("[ ,']")
_STOPS = frozenset(".!?:;\u3002\uff01\uff1f\uff1b\u061f\u06d4\u0964")
_CURRENCIES = frozenset("$\u20ac\u00a3\u00a5\u20b9\u20bd\u20a9\u20aa\u20ba#+-\u00b1~<>")
_PARTS = frozenset("%\u2030\u00b0") | {"percent", "per", "prozent", "percentage"}

_ABBREVIATED = table("""
    mr mrs ms dr prof sr jr st gen sen rep gov lt col sgt capt maj mt ft no inc corp co ltd bros
    rev hon pres vs etc
    """)


class Codes(dict[str, str]):
    """A character for each word, shared by the rows that are compared."""

    def __missing__(self, word: str) -> str:
        self[word] = code = chr(len(self) + 1)
        return code


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a folded text, and one character for each in `code`; case is kept."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    code: str
    places: dict[str, list[int]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.words)

    def said(self, first: int, last: int) -> str:
        """The words from `first` up to `last`, which is left out, as they stand."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def gap(self, at: int) -> str:
        """What stands between the word `at` and the one before it."""
        start = self.ends[at - 1] if at else 0
        return self.text[start : self.starts[at] if at < self.size else len(self.text)]

    def where(self, code: str) -> list[int]:
        """Where a word stands."""
        if not self.places:
            places = defaultdict(list)
            for at, one in enumerate(self.code):
                places[one].append(at)
            self.places.update(places)
        return self.places.get(code, [])


def key(word: str) -> str:
    """What is alike in one word, however it is set; accents count."""
    if _GROUPED.fullmatch(word):
        return _GROUPING.sub("", word)
    small = word.lower()
    return small if small.isascii() else _VOWELS.sub("", small)


def read(text: str, codes: Codes) -> Row:
    page = folded(text)
    spans = [match.span() for match in _WORD.finditer(page)]
    words = [page[start:end] for start, end in spans]
    return made(page, words, [start for start, _ in spans], [end for _, end in spans], codes)


def made(text: str, words: list[str], starts: list[int], ends: list[int], codes: Codes) -> Row:
    table = {word: codes[key(word)] for word in set(words)}
    return Row(text, words, starts, ends, "".join([table[word] for word in words]))


def stops(gap: str) -> bool:
    """Whether a clause or a sentence ends between two words."""
    return not _STOPS.isdisjoint(gap)


def is_abbreviated(row: Row, at: int) -> bool:
    """Whether a point before the word `at` belongs to an initial or an abbreviation."""
    if row.gap(at).strip() != "." or not row.words[at - 1][0].isupper():
        return False
    before = row.words[at - 1]
    return len(before) == 1 or before.lower() in _ABBREVIATED or "." in row.said(at - 1, at)


def is_glued(row: Row, at: int) -> bool:
    """Whether a hyphen makes one word of the words before and behind `at`."""
    return 0 < at < row.size and row.gap(at) == "-"


def cuts(row: Row, at: int) -> bool:
    """Whether a border before the word `at` would part a compound, or a figure from its unit."""
    if not 0 < at < row.size:
        return False
    before, after = row.words[at - 1], row.words[at]
    if is_glued(row, at) or after == "'s":
        return True
    if row.gap(at) == "" and not (_is_han(before) or _is_han(after)):
        # `60km`, `$5`; a French elision stands by itself.
        return not (before[-1].isalpha() and after[0].isalpha()) and before[-1] != "'"
    if stops(row.gap(at)) or "," in row.gap(at) or _is_han(before):
        return False
    goes_on = after.lower() in _PARTS or is_figure(after)
    return goes_on and (is_figure(before) or before in _CURRENCIES)


def _is_han(word: str) -> bool:
    return ord(word[0]) >= 0x2E80
