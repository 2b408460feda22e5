"""The items of JSON one by one, each with its line, however long the whole is.

The standard library's decoder reads an item at a time from a window that moves over the text, so
that a feed of any length needs the memory of its longest item, and the line of each is known.
"""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

from factcheck.errors import BadInput

#: Characters of one item, or of all that stands beside the items.
LONGEST = 20_000_000

Item = tuple[int, Any]

_BLANKS = re.compile(r"[ \t\r\n]*")
_CONTROL = re.compile(r"[\x00-\x1f]")
# How far before the end of the window an item can seem broken that is only cut: `-Infinit`.
_CUT = 16
_HINT = "Mend it there, or ask the house that published it."


class Figure(str):
    """A number as it is written: `2.50` is not 2.5."""

    __slots__ = ()


_DECODERS = {
    lenient: json.JSONDecoder(
        parse_float=Figure, parse_int=Figure, parse_constant=Figure, strict=not lenient
    )
    for lenient in (False, True)
}


class Window:
    """JSON text, of which only the item in work is held.

    With `lenient` texts may hold raw line breaks, and several values may follow each other.
    """

    def __init__(self, chunks: Iterator[str], *, line: int = 1, lenient: bool = False) -> None:
        self.lenient = lenient
        #: Whether several values followed each other.
        self.several = False
        self._text = ""
        self._at = 0
        self._chunks = chunks
        self._line = line
        self._counted = 0

    @property
    def line(self) -> int:
        """Of the next character."""
        return self._line_of(self._at)

    def peek(self) -> str:
        """The next character that is no blank; empty at the end."""
        while True:
            blanks = _BLANKS.match(self._text, self._at)
            self._at = blanks.end() if blanks else self._at
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, char: str) -> None:
        """Go past `char`. Raises BadInput where something else stands."""
        if self.peek() != char:
            raise self._broken(self._at)
        self._at += 1

    def value(self) -> Any:
        """The next value. Raises BadInput where it is broken."""
        while True:
            try:
                value, end = _DECODERS[self.lenient].raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                cut = error.pos >= len(self._text) - _CUT or "Unterminated" in error.msg
                if not (cut and self._more()):
                    raise self._broken(error.pos) from error
            except RecursionError as error:
                raise bad(self.line, "brackets stand in brackets too deep to be read") from error
            else:
                # A number that ends with the window may go on.
                if end < len(self._text) or not self._more():
                    self._at = end
                    return value

    def name(self) -> str:
        """The name of a member, and past its colon."""
        if self.peek() != '"':
            raise self._broken(self._at)
        name: str = self.value()
        self.take(":")
        return name

    def another(self, close: str) -> bool:
        """Whether another element follows, past the comma before it; or past `close`."""
        char = self.peek()
        if char not in {",", close} or not char:
            raise self._broken(self._at)
        self._at += 1
        if char == "," and self.peek() == close:
            raise self._broken(self._at - 1)
        return char == ","

    def is_empty(self, close: str) -> bool:
        """Whether the brackets end at once, and past them if so."""
        empty = self.peek() == close
        self._at += empty
        return empty

    def after(self) -> bool:
        """Whether another whole value follows. Raises BadInput where it may not."""
        if self.peek() in {",", ";"} and self.lenient:
            self._at += 1
        char = self.peek()
        if char and not self.lenient:
            raise bad(self.line, "the JSON is at its end, but something follows it")
        self.several = self.several or bool(char)
        return bool(char)

    def _more(self) -> bool:
        """Let go of what is done, and hold about twice as much; False at the end."""
        if len(self._text) - self._at > LONGEST:
            return False
        pieces, held = [self._text[self._at :]], 0
        wanted = len(pieces[0])
        for chunk in self._chunks:
            pieces.append(chunk)
            held += len(chunk)
            if held > wanted:
                break
        if not held:
            return False
        self._line_of(self._at)
        self._text, self._at, self._counted = "".join(pieces), 0, 0
        return True

    def _line_of(self, place: int) -> int:
        """The line of a place that is not before the last one asked for."""
        if place < self._counted:
            return self._line - self._text.count("\n", place, self._counted)
        self._line += self._text.count("\n", self._counted, place)
        self._counted = place
        return self._line

    def _broken(self, place: int) -> BadInput:
        line = self._line_of(place)
        if len(self._text) - self._at > LONGEST:
            return bad(line, f"an item is longer than {LONGEST // 1_000_000} MB, or never ends")
        return bad(line, _why(self._text, place))


def bad(line: int, why: str, hint: str = _HINT) -> BadInput:
    return BadInput(f"Line {line}: {why}.", line=line, hint=hint)


def _why(text: str, place: int) -> str:
    """What is wrong with the JSON at `place`, in words."""
    rest = text[place : place + 20].strip()
    if not rest:
        return "the JSON breaks off before its brackets are closed"
    if rest.startswith('"') and '"' not in text[place + 1 :]:
        return "a text is never closed by a quotation mark"
    if _CONTROL.match(rest):
        return f"a text holds the control character U+{ord(rest[0]):04X}"
    if rest[0] in "'\u2018\u2019":
        return f"{_shown(rest)} stands in single quotation marks"
    if rest[0].isalpha() or rest[0] in "_$":
        return f"{_shown(rest)} stands without quotation marks"
    return f"{_shown(rest)} is no JSON there"


def _shown(rest: str) -> str:
    words = rest.split(maxsplit=1)[0]
    return repr(words if len(words) <= 12 else f"{words[:12]}...")


def items(window: Window, lists: Collection[str]) -> Iterator[Item]:
    """The line and value of every item; raises BadInput where the text breaks.

    Items are the elements of a list, those of the lists named in `lists` in an object, what is
    left of such an object, and every other object as a whole.
    """
    char = window.peek()
    while char:
        if char == "[":
            yield from _elements(window)
        elif char == "{":
            yield from _members(window, lists)
        else:
            raise bad(window.line, "here JSON should begin, with { or [")
        if not window.after():
            return
        char = window.peek()


def _elements(window: Window) -> Iterator[Item]:
    window.take("[")
    more = not window.is_empty("]")
    while more:
        window.peek()
        line = window.line
        yield line, window.value()
        more = window.another("]")


def _members(window: Window, lists: Collection[str]) -> Iterator[Item]:
    line = window.line
    rest: dict[str, Any] = {}
    window.take("{")
    more = not window.is_empty("}")
    while more:
        name = window.name()
        if window.peek() == "[" and local(name) in lists:
            yield from _elements(window)
        else:
            rest[name] = window.value()
        more = window.another("}")
    yield line, rest


def local(name: str) -> str:
    """`https://schema.org/url`, `schema:url` -> `url`."""
    return name.rpartition("/")[2].rpartition("#")[2].rpartition(":")[2]
