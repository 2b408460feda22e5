"""Links, notes and marks in a block of Markdown, each on its words, in one pass from the left."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from factcheck.documents.markdown_blocks import label_of
from factcheck.documents.notes import trimmed, without_tail
from factcheck.text.spans import Span
from factcheck.words import AnnotationKind

_TOKEN = re.compile(r"\\[\s\S]|`++|!?\[|\^\[|\]|<|={2,}+|https?://")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]*+)>", re.IGNORECASE)
_MAIL = re.compile(r"<([\w.+-]{1,99}@[\w.-]{1,250})>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)([^<>]*+)>")
_HREF = re.compile(r"""\bhref\s*+=\s*+["']?([^"'\s>]++)""", re.IGNORECASE)
_BARE = re.compile(r"https?://[^\s<>\[\]`\"]++")
_GAP = re.compile(r"[ \t]{0,99}\n?[ \t]{0,99}")
_END = re.compile(r"[ \t]{0,99}\n?[ \t]{0,99}\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PARENTHESES = re.compile(r"\\[\s\S]|[()]")
_WEB = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_TITLES = {'"': '"', "'": "'", "(": ")"}
_LONGEST_ADDRESS = 8000
_LONGEST_LABEL = 999
_EMPHASIS = "*_"


class Opened(NamedTuple):
    """A bracket that waits for its end."""

    start: int
    content: int
    sort: str


class Target(NamedTuple):
    """Where a link leads, what is read over it, and where it ends."""

    address: str
    title: Span | None
    end: int


@dataclass(slots=True)
class Marked:
    """What is marked in a block."""

    links: list[tuple[Span, str]] = field(default_factory=list)
    runs: list[tuple[Span, AnnotationKind]] = field(default_factory=list)
    #: References to footnotes, by label, and footnotes written on the spot.
    notes: list[tuple[Span, str]] = field(default_factory=list)
    spots: list[tuple[Span, Span]] = field(default_factory=list)
    captions: list[Span] = field(default_factory=list)
    #: The images themselves, as they are written.
    images: list[Span] = field(default_factory=list)


def scan(
    text: str, start: int, end: int, references: Mapping[str, str], labels: Collection[str]
) -> Marked:
    """What is marked in `text[start:end]`; `labels` are those of the footnotes."""
    if not _TOKEN.search(text, start, end):
        return Marked()
    scanner = Scanner(text, start, end, references, labels)
    scanner.scan()
    return scanner.marked


class Scanner:
    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        references: Mapping[str, str],
        labels: Collection[str],
    ) -> None:
        self._text, self._start, self._end = text, start, end
        self._references, self._labels = references, labels
        self._stack: list[Opened] = []
        #: Brackets below this depth hold a link already, and can be none.
        self._spent = 0
        self._tags: dict[str, tuple[int, str]] = {}
        self._highlight: int | None = None
        self._places: dict[str, list[int]] = {}
        self.marked = Marked()

    def scan(self) -> None:
        at = self._start
        while token := _TOKEN.search(self._text, at, self._end):
            at = self._after(token)

    def _after(self, token: re.Match[str]) -> int:
        """Takes the token; where to go on."""
        match token[0][0]:
            case "`":
                return self._code(token)
            case "<":
                return self._angle(token.start())
            case "=":
                self._equals(token)
            case "h":
                return self._address(token)
            case "]":
                return self._close(token.start())
            case "[" | "!" | "^":
                self._stack.append(Opened(token.start(), token.end(), token[0]))
        return token.end()

    def _next(self, what: str, at: int) -> int:
        """The next place of a character from `at` on; -1 without one."""
        if what not in self._places:
            found = re.finditer(what, self._text[self._start : self._end])
            self._places[what] = [self._start + match.start() for match in found]
        places = self._places[what]
        number = bisect_left(places, at)
        return places[number] if number < len(places) else -1

    def _code(self, token: re.Match[str]) -> int:
        ticks = self._ticks.get(len(token[0]), [])
        number = bisect_left(ticks, token.end())
        return ticks[number] + len(token[0]) if number < len(ticks) else token.end()

    @cached_property
    def _ticks(self) -> dict[int, list[int]]:
        """Where runs of backticks stand, by length: code ends with as many as it began."""
        found: dict[int, list[int]] = {}
        for match in re.finditer("`+", self._text[self._start : self._end]):
            found.setdefault(len(match[0]), []).append(self._start + match.start())
        return found

    # <https://example.org>, <mark>, <u>, <a href>

    def _angle(self, at: int) -> int:
        if self._text.startswith("<!--", at):
            end = self._next("-->", at + 4)
            return end + 3 if end >= 0 else at + 4
        for pattern, prefix in ((_AUTOLINK, ""), (_MAIL, "mailto:")):
            if found := pattern.match(self._text, at, self._end):
                self._add_link(Span(*found.span(1)), prefix + found[1])
                return found.end()
        tag = _TAG.match(self._text, at, self._end)
        if not tag:
            return at + 1
        self._tag(tag)
        return tag.end()

    def _tag(self, tag: re.Match[str]) -> None:
        name = tag[2].lower()
        if name not in {"mark", "u", "a", "figcaption"}:
            return
        if not tag[1]:
            href = _HREF.search(tag[3])
            self._tags[name] = tag.end(), unescape(href[1]) if href else ""
        elif name in self._tags:
            start, address = self._tags.pop(name)
            self._add_tagged(name, trimmed(self._text, start, tag.start()), address)

    def _add_tagged(self, name: str, span: Span, address: str) -> None:
        if span.start == span.end:
            return
        match name:
            case "mark":
                self.marked.runs.append((span, AnnotationKind.HIGHLIGHT))
            case "u":
                self.marked.runs.append((span, AnnotationKind.UNDERLINE))
            case "figcaption":
                self.marked.captions.append(span)
            case "a":
                self._add_link(span, address)

    def _equals(self, token: re.Match[str]) -> None:
        """`==marked==`, and not `a == b`."""
        if len(token[0]) != len("=="):
            return
        before = self._text[token.start() - 1 : token.start()] if token.start() else ""
        after = self._text[token.end() : token.end() + 1]
        if self._highlight is not None and before and not before.isspace() and not after.isalnum():
            span = Span(self._highlight, token.start())
            self.marked.runs.append((span, AnnotationKind.HIGHLIGHT))
            self._highlight = None
        elif after and not after.isspace() and not before.isalnum():
            self._highlight = token.end()

    def _address(self, token: re.Match[str]) -> int:
        found = _BARE.match(self._text, token.start(), self._end)
        # In brackets it is the words of a link, or part of them.
        if not found or self._stack:
            return token.end()
        span = without_tail(self._text, Span(*found.span()))
        self._add_link(span, self._text[span.start : span.end])
        return max(span.end, token.end())

    def _add_link(self, span: Span, address: str) -> None:
        if _WEB.match(address) and span.start < span.end:
            self.marked.links.append((span, address))

    # Brackets

    def _close(self, at: int) -> int:
        if not self._stack:
            return at + 1
        opened = self._stack.pop()
        inner = Span(opened.content, at)
        if opened.sort == "^[":
            self.marked.spots.append((Span(opened.start, at + 1), inner))
            return at + 1
        if self._text.startswith("^", inner.start):
            return self._note(opened, at)
        spent = len(self._stack) < self._spent
        self._spent = min(self._spent, len(self._stack))
        target = None if spent and opened.sort == "[" else self._target(inner)
        if target is None:
            return at + 1
        self._add_target(opened, inner, target)
        return target.end

    def _note(self, opened: Opened, at: int) -> int:
        label = label_of(self._text[opened.content + 1 : min(at, opened.content + _LONGEST_LABEL)])
        if label in self._labels:
            self.marked.notes.append((Span(opened.start, at + 1), label))
        return at + 1

    def _add_target(self, opened: Opened, inner: Span, target: Target) -> None:
        if opened.sort == "![":
            self.marked.images.append(Span(opened.start, target.end))
            captions = [trimmed(self._text, *inner), target.title]
            self.marked.captions += [each for each in captions if each and each.start < each.end]
            return
        self._spent = len(self._stack)
        self._add_link(self._without_emphasis(trimmed(self._text, *inner)), target.address)

    def _without_emphasis(self, span: Span) -> Span:
        """`**words**` -> `words`."""
        start, end = span
        text = self._text
        while end - start > 1 and text[start] in _EMPHASIS and text[start] == text[end - 1]:
            start, end = start + 1, end - 1
        return Span(start, end)

    def _target(self, inner: Span) -> Target | None:
        after = inner.end + 1
        follows = self._text[after : after + 1] if after < self._end else ""
        if follows == "(" and (target := self._inline(after)):
            return target
        label, end = inner, after
        if follows == "[":
            close = self._next("\\]", after + 1)
            if after < close <= after + _LONGEST_LABEL:
                label = Span(after + 1, close) if close > after + 1 else inner
                end = close + 1
        if label.end - label.start > _LONGEST_LABEL:
            return None
        address = self._references.get(label_of(self._text[label.start : label.end]))
        return Target(_clean(address), None, end) if address else None

    def _inline(self, at: int) -> Target | None:
        """`(address "title")` at `at`."""
        start = self._gap(at + 1)
        if self._text.startswith("<", start):
            close = self._next(">", start)
            if close < 0 or 0 <= self._next("\n", start) < close:
                return None
            return self._titled(start + 1, close, close + 1)
        space = self._next(r"\s", start)
        close = self._closes.get(at, -1)
        if close >= 0 and (space < 0 or close < space):
            return self._made(start, close, None, close + 1)
        return self._titled(start, space, space) if space >= 0 else None

    @cached_property
    def _closes(self) -> dict[int, int]:
        """The end of every parenthesis after a bracket."""
        opened: list[int] = []
        found: dict[int, int] = {}
        for match in _PARENTHESES.finditer(self._text, self._start, self._end):
            if match[0] == "(":
                opened.append(match.start())
            elif match[0] == ")" and opened:
                found[opened.pop()] = match.start()
        return found

    def _gap(self, at: int) -> int:
        gap = _GAP.match(self._text, at, max(at, self._end))
        return gap.end() if gap else at

    def _titled(self, start: int, end: int, at: int) -> Target | None:
        title = None
        after = self._gap(at)
        quote = self._text[after : after + 1] if after < self._end else ""
        if quote in _TITLES and quote:
            close = self._next(re.escape(_TITLES[quote]), after + 1)
            if close < 0:
                return None
            title, at = Span(after + 1, close), close + 1
        ended = _END.match(self._text, at, max(at, self._end))
        return self._made(start, end, title, ended.end()) if ended else None

    def _made(self, start: int, end: int, title: Span | None, after: int) -> Target | None:
        if end - start > _LONGEST_ADDRESS:
            return None
        return Target(_clean(self._text[start:end]), title, after)


def _clean(address: str) -> str:
    return unescape(_ESCAPE.sub(r"\1", address))
