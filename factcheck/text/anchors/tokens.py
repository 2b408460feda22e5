"""A text cut into words, numbers, signs and sentences, with their places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.text.folding import Folded, fold
from factcheck.text.letters import BLANKLESS

# Superscripts, subscripts and fractions belong to the number that they follow.
DIGITS = "\\d\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u00bc-\u00be\u2150-\u2189"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f"
)
_LETTER = f"[^\\W\u00b2\u00b3\u00b9\\d_{BLANKLESS}\u2070-\u2089\u00bc-\u00be\u2150-\u2189]"
_TOKEN = re.compile(
    # French elisions and the English genitive are words of their own; "don't" is one word.
    f"(?:[cdjlmnstCDJLMNST]|(?:[Jj]us|[Ll]ors|[Pp]uis)?[Qq]u)'(?={_LETTER})"
    f"|'s(?!{_LETTER})"
    f"|{_LETTER}(?:[^\\W_{BLANKLESS}]+|[{_MARKS}]+|'(?!s(?!{_LETTER}))(?={_LETTER}))*"
    f"|[{DIGITS}]+(?:[.,'\u066b\u066c][{DIGITS}]+)*"
    f"|[{BLANKLESS}][{_MARKS}]*"
    "|\\S",
)
# The closing marks are counted so that a text of nothing else is not read twice.
_SENTENCE_END = re.compile('[.!?\u061f\u06d4\u0964]["\')\\]]{0,4} |[\u3002\uff01\uff1f]"?')
_BLANKLESS = re.compile(f"[{BLANKLESS}\u3000-\u303f\uff00-\uffef]")
_BLANK_OF_A_LINE = re.compile(
    f"(?<=[{BLANKLESS}\u3000-\u303f\uff00-\uffef]) (?=[{BLANKLESS}\u3000-\u303f\uff00-\uffef])"
)

_ENDS = frozenset(".!?:\u3002\uff01\uff1f\u061f\u06d4\u0964\"'\u201d\u2019")
_LINE_START = re.compile("\\n\\s*(?=(\\S))")
_BULLETS = frozenset("-*\u2022\u2013\u2014#>")

LONGEST_UNIT = 96
CUT = 16
# Lines shorter than this have not been wrapped, and longer than that have not, either.
WRAPPED = 120
HEADING = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """A folded text as tokens.

    `units` holds the first token of every sentence, and the end; `breaks` the tokens that
    seem to begin a paragraph or a heading.
    """

    page: Folded
    words: list[str]
    starts: list[int]
    ids: list[int]
    units: list[int] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)

    @property
    def size(self) -> int:
        return len(self.words)

    def end(self, token: int) -> int:
        return self.starts[token] + len(self.words[token])

    def text(self, first: int, last: int) -> str:
        """The folded words of the tokens from `first` up to `last`, which is left out."""
        return self.page.text[self.starts[first] : self.end(last - 1)] if first < last else ""

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where these tokens stand in the original text; for none, where they would stand."""
        if first < last:
            return self.page.original(self.starts[first], self.end(last - 1))
        if first < self.size:
            at = self.page.original(self.starts[first], self.starts[first] + 1)[0]
        else:
            at = len(self.page.source)
        return at, at

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that share a character with `start`-`end` of the folded text."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.end(first) <= start:
            first += 1
        return first, max(first, bisect_left(self.starts, end))

    def unit(self, token: int) -> int:
        return bisect_right(self.units, token) - 1

    def spaced(self, token: int) -> bool:
        """Whether a blank, or the border of the text, stands before a token."""
        return not 0 < token < self.size or self.end(token - 1) < self.starts[token]


def draft(text: str | Folded, known: dict[str, int]) -> Draft:
    """The tokens of `text`; `known` numbers the words, and is shared by the texts compared."""
    page = fold(text) if isinstance(text, str) else text
    words, starts = [], []
    for match in _TOKEN.finditer(page.text):
        words.append(match[0])
        starts.append(match.start())
    ids = [known.setdefault(word, len(known)) for word in words]
    made = Draft(page, words, starts, ids)
    made.breaks.update(_breaks(made))
    made.units.extend(_units(made))
    return made


def _breaks(made: Draft) -> Iterator[int]:
    """The tokens behind an empty line, a heading or a sentence's end, and those of a bullet."""
    line = 0
    # What follows the last word would be read again from each of its line ends.
    for match in _LINE_START.finditer(made.page.source.rstrip()):
        before = made.page.source[line : match.start()].strip()
        first, line = match[1], match.end()
        is_empty = match[0].count("\n") > 1
        if is_empty or first in _BULLETS or _is_whole(before, first):
            yield bisect_left(made.starts, made.page.place(line, line + 1)[0])


def _is_whole(line: str, following: str) -> bool:
    """Whether a line says all that it has to say, as a heading does."""
    if line[-1:] in _ENDS:
        return True
    if not following.isupper():
        return False
    return len(line) < HEADING or all(
        word[0].isupper() for word in line[: 2 * WRAPPED].split() if len(word) > 3
    )


def _units(made: Draft) -> Iterator[int]:
    if not made.words:
        return
    ends = (match.end() for match in _SENTENCE_END.finditer(made.page.text))
    borders = sorted({0, *made.breaks, *(bisect_left(made.starts, end) for end in ends), made.size})
    for start, end in pairwise(borders):
        yield start
        if end - start > LONGEST_UNIT:
            yield from _cuts(made.ids, start, end)
    yield made.size


def _cuts(ids: list[int], start: int, end: int) -> Iterator[int]:
    """Cuts of an endless sentence that stand where its words say, whatever comes before them."""
    last = start
    for at in range(start + CUT, end - CUT):
        if at - last >= LONGEST_UNIT or (at - last >= CUT and ids[at] % CUT == 0):
            yield at
            last = at


def same(before: str, after: str) -> bool:
    """Whether two folded passages say the same; a line break between two Han signs is nothing."""
    return before == after or (
        before.replace(" ", "") == after.replace(" ", "")
        and _BLANKLESS.search(before) is not None
        and _BLANK_OF_A_LINE.sub("", before) == _BLANK_OF_A_LINE.sub("", after)
    )
