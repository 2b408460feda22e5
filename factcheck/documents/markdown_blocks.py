"""The blocks of a Markdown text, in order, read line by line and none of them twice.

A list of every token of a large file would take a hundred times its size; zones need less.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_LINE = re.compile(r"[^\n]+")
_FRONT = re.compile(r"---[ \t]*\n(?=[\w\"'-]+[ \t]*:)")
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LONGEST_FRONT = 20_000

_FENCE = re.compile(r"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(`{3,}+(?!.*`)|~{3,}+)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]++|$)")
_HEADING_END = re.compile(r"(?:(?<=[ \t])#++|\A#++)\Z")
_RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]++(?:\[[ xX]\][ \t]++)?")
_NOTE = re.compile(r"\[\^([^\s\]\[]{1,200})\]:[ \t]*+")
_REFERENCE = re.compile(
    r"""\[(?!\^)([^\[\]\n]{1,999})\]:[ \t]*+(<[^<>\n]*+>|\S++)"""
    r"""(?:[ \t]++(?:"[^"\n]*+"|'[^'\n]*+'|\([^()\n]*+\)))?[ \t]*+$""",
)
_INDENT = 4


class Kind(Enum):
    FRONT = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    QUOTE = auto()
    TABLE = auto()
    CODE = auto()
    #: The text of a footnote, under its label.
    NOTE = auto()
    #: The address of `[words][label]`.
    REFERENCE = auto()


@dataclass(slots=True)
class Block:
    """`text[start:end]`, without what marks the block."""

    kind: Kind
    start: int
    end: int
    #: Of a heading, 1 to 6.
    level: int = 0
    label: str = ""
    #: Of a reference.
    address: str = ""
    #: Of a heading: whether no empty line stands before it.
    close: bool = False


def blocks(text: str) -> Iterator[Block]:
    return _Scan(text).blocks()


def label_of(written: str) -> str:
    """Labels are the same whatever their case and blanks."""
    return " ".join(written.split()).casefold()


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._open: Block | None = None
        self._fence = ""
        self._quoted_fence = False
        self._in_list = False
        #: Where the last line of the open block starts.
        self._last = 0

    def blocks(self) -> Iterator[Block]:
        at = 0
        front = self._front()
        if front:
            yield front
            at = _line_end(self._text, front.end)
        end = at
        for match in _LINE.finditer(self._text, at):
            start = match.start()
            line = match[0].rstrip()
            if line or self._fence:
                yield from self._take(line, start, apart=start > end + 1 or not end)
                end = match.end()
        yield from self._closed()

    def _front(self) -> Block | None:
        opened = _FRONT.match(self._text)
        if not opened:
            return None
        ended = _FRONT_END.search(self._text, opened.end(), opened.end() + _LONGEST_FRONT)
        return Block(Kind.FRONT, opened.end(), ended.start()) if ended else None

    def _take(self, line: str, start: int, *, apart: bool) -> Iterator[Block]:
        bare = line.lstrip()
        indent = len(line) - len(bare)
        indented = indent >= _INDENT or line.startswith("\t")
        if self._fence:
            yield from self._in_fence(line, start)
            return
        if apart and not self._goes_on(indented=indented):
            yield from self._closed()
            self._in_list = self._in_list and indent > 0
        if not indented and self._open and self._open.kind is Kind.CODE:
            yield from self._closed()
        if indented and not self._open and not self._in_list:
            self._begin(Kind.CODE, start, line, indent)
        elif indented and self._open and not self._in_list:
            self._extend(start, line)
        else:
            yield from self._marked(line, start, indent, close=not apart)

    def _goes_on(self, *, indented: bool) -> bool:
        return indented and self._open is not None and self._open.kind in {Kind.NOTE, Kind.CODE}

    def _marked(self, line: str, start: int, indent: int, *, close: bool) -> Iterator[Block]:
        """A line that may begin, end or go on with a block."""
        bare = line[indent:]
        opened = self._open
        if fence := _FENCE.match(line):
            yield from self._closed()
            self._fence = fence[1]
            self._quoted_fence = ">" in line[: fence.end()]
            self._begin(Kind.CODE, start, line, 0)
        elif opened and opened.kind is Kind.PARAGRAPH and self._underlines(bare):
            yield self._underlined(opened, bare)
        elif opened and opened.kind is Kind.PARAGRAPH and self._is_delimiter(bare):
            yield from self._table(opened, start, line)
        elif indent < _INDENT and (heading := _HEADING.match(bare)):
            yield from self._closed()
            yield _heading(heading, start + indent, bare, close=close)
        elif _RULE.match(bare):
            yield from self._closed()
        else:
            yield from self._words(line, start, indent)

    def _words(self, line: str, start: int, indent: int) -> Iterator[Block]:
        bare = line[indent:]
        if bare.startswith(">"):
            yield from self._quote(line, start, indent)
        elif note := _NOTE.match(bare):
            yield from self._closed()
            self._begin(Kind.NOTE, start, line, indent + note.end(), label_of(note[1]))
        elif not self._open and (found := _REFERENCE.match(bare)):
            address = found[2].removeprefix("<").removesuffix(">")
            end = start + len(line)
            yield Block(Kind.REFERENCE, start, end, label=label_of(found[1]), address=address)
        elif item := _ITEM.match(bare):
            yield from self._closed()
            self._in_list = True
            self._begin(Kind.PARAGRAPH, start, line, indent + item.end())
        elif self._open:
            self._extend(start, line)
        else:
            self._begin(Kind.PARAGRAPH, start, line, indent)

    # Blocks that are open

    def _begin(self, kind: Kind, start: int, line: str, skip: int, label: str = "") -> None:
        self._open = Block(kind, start + skip, start + len(line), label=label)
        self._last = start + skip

    def _extend(self, start: int, line: str) -> None:
        if self._open:
            self._open.end = start + len(line)
            self._last = start

    def _closed(self) -> Iterator[Block]:
        if self._open:
            yield self._open
        self._open = None
        self._fence = ""

    def _in_fence(self, line: str, start: int) -> Iterator[Block]:
        bare = line.lstrip(" \t>")
        if self._quoted_fence and not line.lstrip().startswith(">"):
            yield from self._closed()
            yield from self._take(line, start, apart=True)
            return
        self._extend(start, line)
        if len(bare) >= len(self._fence) and not bare.strip(self._fence[0]):
            yield from self._closed()

    def _quote(self, line: str, start: int, indent: int) -> Iterator[Block]:
        if not line.lstrip(" \t>"):
            yield from self._closed()
        elif self._open and self._open.kind is Kind.QUOTE:
            self._extend(start, line)
        else:
            yield from self._closed()
            self._begin(Kind.QUOTE, start, line, indent)

    # Headings that are underlined, and tables, which the second line tells from paragraphs

    def _underlines(self, bare: str) -> bool:
        return bare[0] in "=-" and not bare.strip(bare[0]) and not self._in_list

    def _underlined(self, opened: Block, bare: str) -> Block:
        self._open = None
        opened.kind = Kind.HEADING
        opened.level = 1 if bare[0] == "=" else 2
        return opened

    def _is_delimiter(self, bare: str) -> bool:
        if bare.strip("|:- \t") or "-" not in bare:
            return False
        header = self._text[self._last : self._open.end] if self._open else ""
        return "|" in header and _cells(header) == _cells(bare)

    def _table(self, opened: Block, start: int, line: str) -> Iterator[Block]:
        if self._last > opened.start:
            end = _rstripped(self._text, opened.start, self._last)
            yield Block(Kind.PARAGRAPH, opened.start, end)
        self._open = Block(Kind.TABLE, self._last, start + len(line))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _rstripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _heading(match: re.Match[str], start: int, bare: str, *, close: bool) -> Block:
    words = _HEADING_END.sub("", bare[match.end() :]).rstrip()
    at = start + match.end()
    return Block(Kind.HEADING, at, at + len(words), level=len(match[1]), close=close)


def _cells(row: str) -> int:
    bare = row.strip().replace("\\|", "")
    return bare.removeprefix("|").removesuffix("|").count("|")
