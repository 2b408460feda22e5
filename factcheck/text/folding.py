"""One spelling for what differs only in typography, and the way back to the original.

Composition is canonical (NFC). Compatibility forms (NFKC) are never used, because they turn
ten squared into 102; what is to be alike stands in the table below.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

SINGLE_QUOTES = (
    "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02b9\u02bb\u02bc\u02bd\u00b4\u05f3"
    "\u275b\u275c\uff07"
)
DOUBLE_QUOTES = (
    "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u02ba\u02ee\u05f4\u275d\u275e"
    "\u301d\u301e\u301f\uff02"
)
# Not the wave dash, which is a range sign in Japanese, nor the superscript minus.
DASHES = (
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\u058a\u05be\u2e17\u2e1a\u2e3a\u2e3b"
    "\u2e40\ufe31\ufe32\ufe58\ufe63\uff0d"
)
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
    "\ufe0e\ufe0f\ufeff"
)
TABLE: dict[str, str] = {
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(INVISIBLE, ""),
    "\N{TRIPLE PRIME}": "'''",
    "\N{QUADRUPLE PRIME}": "''''",
    "\N{TWO DOT LEADER}": "..",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{LATIN SMALL LIGATURE FF}": "ff",
    "\N{LATIN SMALL LIGATURE FI}": "fi",
    "\N{LATIN SMALL LIGATURE FL}": "fl",
    "\N{LATIN SMALL LIGATURE FFI}": "ffi",
    "\N{LATIN SMALL LIGATURE FFL}": "ffl",
    "\N{LATIN SMALL LIGATURE LONG S T}": "st",
    "\N{LATIN SMALL LIGATURE ST}": "st",
}

_TYPOGRAPHY = re.compile(f"[{re.escape(''.join(TABLE))}]")

# The hyphen stands first and its letter is looked for behind it: the other order is ten times
# slower, because the engine then stops at every character.
_LINE_BREAK = "[^\\S\\n\\r\u2028]*(?:\\r\\n?|\\n|\u2028)[^\\S\\n\\r\u2028]*"
_BROKEN_WORD = re.compile(
    f"([-\u2010\u00ad])(?<=[^\\W_][-\u2010\u00ad]){_LINE_BREAK}(?=([^\\W_]))",
)

# Whitespace other than one plain blank; \s covers the no-break, thin and ideographic blanks.
_BLANKS = re.compile(r"[^\S ]\s*| \s+")

# What composes with the character before it and is no mark: Hangul vowels and finals, Kirat Rai.
_MELTING = re.compile("[\u1160-\u11ff\U00016d63\U00016d67-\U00016d6a]")


class Edit(NamedTuple):
    """One replacement: where it stands in the folded text, and where it stood before."""

    start: int
    end: int
    old_start: int
    old_end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in one typography; `source` is the text it was made from."""

    source: str
    text: str
    _steps: list[list[Edit]] = field(default_factory=list, init=False, repr=False, compare=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The code points of `source` that stand behind `text[start:end]`.

        Half a ligature gives the whole one. Raises ValueError outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            msg = f"{start}-{end} is no range in a text of {len(self.text)} characters."
            raise ValueError(msg)
        # Most pages need no map at all, and building one costs more than the fold.
        if self.text is self.source:
            return start, end
        return self._back(start, end)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The characters of `text` that `source[start:end]` became; none for what folds away.

        Half of what became one character gives the whole. Raises ValueError outside the text.
        """
        if not 0 <= start <= end <= len(self.source):
            msg = f"{start}-{end} is no range in a text of {len(self.source)} characters."
            raise ValueError(msg)
        if self.text is self.source:
            return start, end
        for edits in self._traced():
            start, end = _after(edits, start)[0], max(_after(edits, end - 1)[1], 0)
            end = max(start, end)
        return start, end

    def _traced(self) -> list[list[Edit]]:
        if not self._steps:
            self._steps.extend(_trace(self.source))
        return self._steps

    def _back(self, start: int, end: int) -> tuple[int, int]:
        if start == end:
            place = self._back(start, start + 1)[0] if start < len(self.text) else len(self.source)
            return place, place
        for edits in reversed(self._traced()):
            start, end = _before(edits, start)[0], _before(edits, end - 1)[1]
        return start, end


def fold(text: str) -> Folded:
    """`text` in one typography, with the map back; case is kept."""
    new = folded(text)
    # The same object says at no cost that no map is needed.
    return Folded(text, text if new == text else new)


def folded(text: str) -> str:
    """Just the text of `fold`."""
    if text.isascii():
        return _one_blank(_BROKEN_WORD.sub(_mended, text))
    composed = _BROKEN_WORD.sub(_mended, unicodedata.normalize("NFC", text))
    retyped = _TYPOGRAPHY.sub(_retyped, composed)
    # What was kept apart by an invisible character may compose now.
    return _one_blank(unicodedata.normalize("NFC", retyped))


def _one_blank(text: str) -> str:
    words = text.split()
    if not words:
        return text and " "
    before, after = text[0].isspace(), text[-1].isspace()
    return f"{' ' * before}{' '.join(words)}{' ' * after}"


def _retyped(match: re.Match[str]) -> str:
    return TABLE[match[0]]


def _mended(match: re.Match[str]) -> str:
    """`inter-/national` is one word; `COVID-/19` and `Jean-/Paul` keep their hyphen."""
    soft = match[1] == "\N{SOFT HYPHEN}"
    before = match.string[match.start() - 1]
    return "" if soft or (before.isalpha() and match[2].islower()) else "-"


def _trace(text: str) -> list[list[Edit]]:
    """The edits of every step of `folded`, in the order in which it takes them."""
    steps: list[list[Edit]] = []
    for step in (_compositions, _mendings, _retypings, _compositions, _blankings):
        changes = list(step(text))
        if changes:
            steps.append(_edits(changes))
            text = _applied(changes, text)
    return steps


Change = tuple[int, int, str]


def _compositions(text: str) -> Iterator[Change]:
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _composes(text[end]):
            continue
        cluster = text[start:end]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            yield start, end, composed
        start = end


def _composes(char: str) -> bool:
    """Whether `char` may melt into the character before it."""
    # Nothing below U+0300 combines: this keeps Latin text quick.
    return char >= "\u0300" and (
        unicodedata.category(char)[0] == "M" or _MELTING.match(char) is not None
    )


def _mendings(text: str) -> Iterator[Change]:
    return ((*match.span(), _mended(match)) for match in _BROKEN_WORD.finditer(text))


def _retypings(text: str) -> Iterator[Change]:
    return ((*match.span(), _retyped(match)) for match in _TYPOGRAPHY.finditer(text))


def _blankings(text: str) -> Iterator[Change]:
    return ((*match.span(), " ") for match in _BLANKS.finditer(text))


def _applied(changes: list[Change], text: str) -> str:
    parts, done = [], 0
    for start, end, new in changes:
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def _edits(changes: list[Change]) -> list[Edit]:
    edits, shift = [], 0
    for start, end, new in changes:
        at = start + shift
        edits.append(Edit(at, at + len(new), start, end))
        shift += len(new) - (end - start)
    return edits


def _before(edits: list[Edit], at: int) -> tuple[int, int]:
    """The range that character `at` came from, one step back."""
    place = bisect_left(edits, (at + 1,)) - 1
    if place < 0:
        return at, at + 1
    edit = edits[place]
    if at < edit.end:
        return edit.old_start, edit.old_end
    old = at - edit.end + edit.old_end
    return old, old + 1


def _after(edits: list[Edit], at: int) -> tuple[int, int]:
    """The range that character `at` became, one step on."""
    place = bisect_right(edits, at, key=_old_start) - 1
    if place < 0:
        return at, at + 1
    edit = edits[place]
    if at < edit.old_end:
        return edit.start, edit.end
    new = at - edit.old_end + edit.end
    return new, new + 1


def _old_start(edit: Edit) -> int:
    return edit.old_start
