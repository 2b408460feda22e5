"""Claims marked in an article's own text: `[[words]]{atlas p. 212}`, `[[words]]{#12 #14}`.

A backslash stands before brackets of the article that could be taken for marks, and before
each of its backslashes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from factcheck.errors import BadInput
from factcheck.text.show import shorten
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
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _nested(spans: dict[Span, list[int]]) -> Iterator[Span]:
    around: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        while around and around[-1].end <= span.start:
            around.pop()
        if span.start < span.end and (not around or around[-1].holds(span)):
            around.append(span)
            yield span


def _written(text: str, opening: dict[int, int], closing: dict[int, list[str]]) -> Iterator[str]:
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
    returns = [match.start() - nth for nth, match in enumerate(re.finditer("\r\n", text))]
    marks = [_placed(page, plain, raw, returns) for raw in page.marks]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _placed(page: "_Page", plain: str, raw: "_Raw", returns: list[int]) -> Mark:
    """The mark in the text as it is stored, whose line ends may have two characters."""
    span = _bare(plain, raw.start, raw.end)
    if span.start == span.end:
        hint = "Take it out, or put words in it."
        raise page.wrong(raw.at, "this mark holds no words", hint)
    start, end = (at + bisect_left(returns, at) for at in span)
    return Mark(start, end, *_braced(raw.brace))


class _Raw(NamedTuple):
    """A mark as it stands: in the plain text, where it begins in the page, its brace."""

    start: int
    end: int
    at: int
    brace: str


@dataclass(slots=True)
class _Page:
    """A marked page on the way to its plain text."""

    source: str
    plain: list[str] = field(default_factory=list)
    size: int = 0
    open: list[tuple[int, int]] = field(default_factory=list)
    marks: list[_Raw] = field(default_factory=list)

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
            raise self.wrong(self.open[-1][1], "this mark is not closed", "Put ]] behind it.")

    def _add(self, words: str) -> None:
        self.plain.append(words)
        self.size += len(words)

    def _close(self, sign: re.Match[str]) -> None:
        if not self.open:
            raise self.wrong(sign.start(), "no mark begins before this ]]", "Put [[ before it.")
        start, at = self.open.pop()
        brace = sign["brace"] or "{}"
        if not brace.endswith("}"):
            raise self.wrong(sign.end("close"), "this brace is not closed", "Put } behind it.")
        self.marks.append(_Raw(start, self.size, at, brace[1:-1]))

    def wrong(self, at: int, what: str, hint: str) -> BadInput:
        line = self.source.count("\n", 0, at) + 1
        words = shorten(self.source[at : at + 2 * SHOWN].split("\n")[0], SHOWN)
        literal = "A backslash before a bracket makes it a word's own."
        return BadInput(f"Line {line}: {what}: {words}", line=line, hint=f"{hint} {literal}")


def _braced(words: str) -> tuple[tuple[int, ...], str | None]:
    found = _NUMBERS.match(words.strip())
    numbers = found[0] if found else ""
    place = words.strip()[len(numbers) :].strip()
    return tuple(int(number) for number in re.findall(r"\d+", numbers)), place or None


def _changed(plain: str, original: str) -> BadInput:
    now, before = plain.split("\n"), original.split("\n")
    pairs = enumerate(zip_longest(now, before))
    at = next(at for at, (one, other) in pairs if one != other)
    new, old = _line(now, at), _line(before, at)
    if new == old:
        message = f"Line {at + 1}: an empty line was put in or taken out."
        return BadInput(message, line=at + 1, hint=_REVISE)
    start = max(0, _agreed(old, new) - SHOWN // 3)
    message = f'Line {at + 1}: the text was changed: "{_part(old, start)}" is now'
    message = f'{message} "{_part(new, start)}".'
    return BadInput(message, line=at + 1, hint=_REVISE)


def _line(lines: list[str], at: int) -> str:
    """The first line from `at` that holds something."""
    return next((line for line in lines[at:] if line.strip()), "")


def _agreed(old: str, new: str) -> int:
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )


def _part(line: str, start: int) -> str:
    return f"{'...' * (start > 0)}{shorten(line[start : start + 2 * SHOWN], SHOWN)}"
