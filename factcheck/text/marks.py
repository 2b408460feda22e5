"""Claims marked in an article's own text: `[[words]]{atlas p. 212}`, `[[words]]{#12 #14}`.

A backslash stands before brackets of the article that could be taken for marks, and before
each of its backslashes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from factcheck.errors import BadInput
from factcheck.text.show import shortened
from factcheck.text.spans import Span

# Of three closing brackets the first is a word's own: `[[sic [!]]]`.
_SIGN = re.compile(
    r"\\(?P<literal>[\[\]{}\\])|(?P<own>\])(?=\]\](?!\]))|(?P<open>\[\[)|(?P<close>\]\])"
    r"(?P<brace>\{[^}\n]*\}?)?"
)
_NUMBERS = re.compile(r"(?:#\d+(?=[\s,]|\Z)[\s,]*)*")
SHOWN = 60
_REVISE = "Change the text in a new draft: factcheck article revise"


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words, in code points of the text; claims already there, and cited evidence."""

    start: int
    end: int
    numbers: tuple[int, ...] = ()
    place: str | None = None


def write(text: str, claims: Sequence[tuple[int, int, int]]) -> str:
    """`text` with its claims, each (start, end, number), in marks.

    A claim that partly overlaps one that begins before it is left out, and so is one on no
    words.
    """
    spans: dict[Span, list[int]] = {}
    for start, end, number in claims:
        spans.setdefault(_bare(text, start, end), []).append(number)
    opening: dict[int, int] = {}
    closing: dict[int, list[str]] = {}
    for span in _nested(spans):
        opening[span.start] = opening.get(span.start, 0) + 1
        numbers = " ".join(f"#{number}" for number in dict.fromkeys(spans[span]))
        closing.setdefault(span.end, []).insert(0, f"]]{{{numbers}}}")
    return "".join(_written(text, opening, closing))


def _bare(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


def _nested(spans: dict[Span, list[int]]) -> Iterator[Span]:
    around: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        while around and around[-1].end <= span.start:
            around.pop()
        if span.start < span.end and (not around or around[-1].holds(span)):
            around.append(span)
            yield span


def _written(
    text: str, opening: dict[int, int], closing: dict[int, list[str]]
) -> Iterator[str]:
    borders = sorted({0, *opening, *closing, len(text)})
    for start, end in zip(borders, [*borders[1:], len(text)], strict=True):
        yield from closing.get(start, ())
        yield "[[" * opening.get(start, 0)
        following = "[" if end in opening else ""
        following = "]" if end in closing else following
        yield _escaped(text[start:end], following)


_ESCAPED = re.compile(r"\\|\[(?=\[)|\](?=\])")


def _escaped(words: str, following: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", words + following).removesuffix(following)


def read(marked: str, text: str) -> list[Mark]:
    """The marks of a page that `write` made of `text` and a person has edited since.

    In reading order, the outer one first. Raises BadInput, with the line, where brackets do
    not pair, a mark holds no words, or the text itself was changed.
    """
    page = _Page(marked.replace("\r\n", "\n"))
    page.scan()
    original = text.replace("\r\n", "\n")
    plain = "".join(page.plain)
    if plain.rstrip("\n") != original.rstrip("\n"):
        raise _changed(plain, original)
    places = _Places(text)
    marks = [places.mark(mark) for mark in page.marks]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


@dataclass(slots=True)
class _Page:
    """A marked page on the way to its plain text."""

    source: str
    plain: list[str] = field(default_factory=list)
    size: int = 0
    open: list[tuple[int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def scan(self) -> None:
        done = 0
        for sign in _SIGN.finditer(self.source):
            self._add(self.source[done : sign.start()])
            done = sign.end()
            if sign["open"]:
                self.open.append((self.size, sign.start()))
            elif sign["close"]:
                self._close(sign)
            else:
                self._add(sign["literal"] or sign["own"])
        self._add(self.source[done:])
        if self.open:
            raise self._wrong(self.open[-1][1], "this mark is not closed", "Put ]] behind it.")

    def _add(self, words: str) -> None:
        self.plain.append(words)
        self.size += len(words)

    def _close(self, sign: re.Match[str]) -> None:
        if not self.open:
            raise self._wrong(sign.start(), "no mark begins before this ]]", "Put [[ before it.")
        start, at = self.open.pop()
        brace = sign["brace"] or "{}"
        if not brace.endswith("}"):
            raise self._wrong(sign.end("close"), "this brace is not closed", "Put } behind it.")
        words = "".join(self._since(start))
        span = _bare(words, 0, len(words))
        if span.start == span.end:
            raise self._wrong(at, "this mark holds no words", "Take it out, or put words in it.")
        numbers, place = _braced(brace[1:-1])
        self.marks.append(Mark(start + span.start, start + span.end, numbers, place))

    def _since(self, start: int) -> list[str]:
        """The plain text from `start`."""
        found, at = [], self.size
        for words in reversed(self.plain):
            if at <= start:
                break
            at -= len(words)
            found.append(words[max(0, start - at) :])
        return found[::-1]

    def _wrong(self, at: int, what: str, hint: str) -> BadInput:
        line = self.source.count("\n", 0, at) + 1
        words = shortened(self.source[at : at + 2 * SHOWN].split("\n")[0], SHOWN)
        literal = "A backslash before a bracket makes it a word's own."
        return BadInput(f"Line {line}: {what}: {words}", line=line, hint=f"{hint} {literal}")


def _braced(words: str) -> tuple[tuple[int, ...], str | None]:
    found = _NUMBERS.match(words.strip())
    numbers = found[0] if found else ""
    place = words.strip()[len(numbers) :].strip()
    return tuple(int(number) for number in re.findall(r"\d+", numbers)), place or None


class _Places:
    """The way back from a text with plain line ends to the one that is stored."""

    def __init__(self, text: str) -> None:
        self.returns = [
            match.start() - nth for nth, match in enumerate(re.finditer("\r\n", text))
        ]

    def mark(self, mark: Mark) -> Mark:
        return Mark(self._at(mark.start), self._at(mark.end), mark.numbers, mark.place)

    def _at(self, at: int) -> int:
        return at + bisect_left(self.returns, at)


def _changed(plain: str, original: str) -> BadInput:
    now, before = plain.split("\n"), original.split("\n")
    pairs = zip([*now, ""], [*before, ""], strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), 0)
    new = now[at] if at < len(now) else ""
    old = before[at] if at < len(before) else ""
    start = max(0, _agreed(old, new) - SHOWN // 3)
    message = f'Line {at + 1}: the text was changed: "{_part(old, start)}" is now'
    message = f'{message} "{_part(new, start)}".'
    return BadInput(message, line=at + 1, hint=_REVISE)


def _agreed(old: str, new: str) -> int:
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )


def _part(line: str, start: int) -> str:
    return f"{'...' * (start > 0)}{shortened(line[start : start + 2 * SHOWN], SHOWN)}"
