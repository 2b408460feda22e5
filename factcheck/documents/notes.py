"""Which words a note is about, and which addresses it names."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factcheck.documents.document import Zoned
from factcheck.text import layout, sentences
from factcheck.text.spans import Span

_URL = re.compile(r"https?://[^\s<>\"\u201c\u201d\u00ab\u00bb|]+", re.IGNORECASE)
_TAIL = ".,;:!?'\u2019*_)]}"
_FEW = 3
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_LEADING = re.compile(r"[\s.,;:!?)\]\u2026\u2013\u2014-]*")


def addresses(text: str) -> list[Span]:
    """Where bare web addresses stand in `text`, without the punctuation after them."""
    return [without_tail(text, Span(*match.span())) for match in _URL.finditer(text)]


def urls(text: str, more: Iterable[str] = ()) -> list[str]:
    """Every address once: `more`, then the bare ones in `text`."""
    bare = (text[start:end] for start, end in addresses(text))
    return list(dict.fromkeys([*more, *bare]))


def without_tail(text: str, span: Span) -> Span:
    start, end = span
    # https://en.wikipedia.org/wiki/Train_(clothing) keeps its bracket.
    spare = {
        last: text.count(last, start, end) - text.count(first, start, end) for first, last in _PAIRS
    }
    while end > start and text[end - 1] in _TAIL and spare.get(text[end - 1], 1) > 0:
        if text[end - 1] in spare:
            spare[text[end - 1]] -= 1
        end -= 1
    return Span(start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """The place without blanks at its ends; empty at `start` where there is nothing else."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    if left == len(words):
        return Span(start, start)
    return Span(start + left, start + len(words.rstrip()))


def line(text: str, at: int) -> Span:
    """The line in which `at` lies, without its end."""
    end = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end)


def before(text: str, block: Span, marks: Sequence[Span], language: str) -> list[Span]:
    """For every reference mark in `block`, in order, the words that it is about.

    From the mark before it in the same sentence, or from the start of the sentence, up to it.
    """
    found: list[Span] = []
    several = _sentences(text, block, marks, language)
    whole = [line.words for line in layout.lines(text, several)]
    at, done = 0, Span(block.start, block.start)
    for mark in marks:
        while at + 1 < len(whole) and whole[at + 1].start < mark.start:
            at += 1
        words = _words(text, whole[at], mark, done, found)
        found.append(words)
        done = mark
    return found


def _words(text: str, sentence: Span, mark: Span, done: Span, found: list[Span]) -> Span:
    start = min(sentence.start, mark.start)
    if done.end > start:
        # What follows the mark before: ", and so on".
        start = _after_stops(text, done.end, mark.start)
    words = trimmed(text, start, mark.start)
    if words.start < words.end:
        return words
    # Two marks side by side are about the same words.
    return found[-1] if found else trimmed(text, *sentence)


def _after_stops(text: str, start: int, end: int) -> int:
    stops = _LEADING.match(text, start, max(start, end))
    return stops.end() if stops else start


def _sentences(text: str, block: Span, marks: Sequence[Span], language: str) -> list[Span]:
    """The sentences of `block`, as places of `text`; the marks count as blanks."""
    words = _blanked(text, block, marks)
    spans = sentences.split(words, language)
    return [Span(a + block.start, b + block.start) for a, b in spans] or [Span(*block)]


def _blanked(text: str, block: Span, marks: Iterable[Span]) -> str:
    parts, done = [], block.start
    for start, end in marks:
        parts += [text[done:start], " " * (end - start)]
        done = end
    # A block is one paragraph, however its lines are broken.
    return "".join([*parts, text[done : block.end]]).replace("\n", " ")


class Sentences:
    """The sentences of a text whose lines are paragraphs; each line is divided once."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._known: dict[int, list[Span]] = {}

    def at(self, at: int) -> Span:
        """The sentence that ends at `at` or in which it lies; empty where there are no words."""
        block = line(self._text, at)
        if block.start not in self._known:
            self._known[block.start] = _sentences(self._text, block, (), self._language)
        whole = self._known[block.start]
        # What begins at the place is taken only where nothing stands before it.
        number = bisect_left(whole, at, key=lambda sentence: sentence.start)
        return trimmed(self._text, *whole[max(number - 1, 0)])


def repeated(words: str, body: str) -> bool:
    """Whether `words`, four or more, stand in `body`; both as `bare` gives them."""
    return len(words.split(" ", _FEW)) == _FEW + 1 and f" {words} " in body


def bare(text: str) -> str:
    """The words alone, in lower case, a blank between each two."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def without(text: str, spans: Sequence[Span]) -> str:
    """The text between `spans`, which are in order."""
    parts, done = [], 0
    for start, end in spans:
        parts.append(text[done : max(done, start)])
        done = max(done, end)
    return "\n".join([*parts, text[done:]])


def apart(zones: list[Zoned]) -> list[Zoned]:
    """In order; of two that overlap the first stays."""
    kept: list[Zoned] = []
    for zone in sorted(zones, key=lambda zone: (zone.start, -zone.end)):
        if not kept or zone.start >= kept[-1].end:
            kept.append(zone)
    return kept
