"""Text as a browser would lay it out: blanks collapsed, blocks on lines of their own."""

import re
from dataclasses import dataclass, field

# Not the no-break space, which a page's author set on purpose.
_BLANKS = re.compile("[ \t\n\r\f]+")
_NOTHING = re.compile("[\\s\u200b\u2060\ufeff]*")


@dataclass(slots=True, eq=False)
class Mark:
    """A stretch of the text; `start` is -1 until its first character is written."""

    start: int = -1
    end: int = -1

    @property
    def holds(self) -> bool:
        return 0 <= self.start < self.end


@dataclass(slots=True)
class Writer:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    #: The blank, tabs or newline that come before the next character, if one comes.
    pending: str = ""
    waiting: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def open(self) -> Mark:
        mark = Mark()
        self.waiting.append(mark)
        return mark

    def close(self, mark: Mark) -> None:
        mark.end = self.length

    def words(self, text: str) -> None:
        """Running text: blanks at its ends matter only between words."""
        line = _BLANKS.sub(" ", text)
        core = line.strip()
        if _NOTHING.fullmatch(core):
            self.blank(line)
            return
        start = line.find(core[0])
        self.blank(line[:start])
        self._put(core)
        self.blank(line[start + len(core) :])

    def verbatim(self, text: str) -> None:
        """Text of a <pre>, line by line as it stands."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        core = text.rstrip()
        if not core:
            self.pending += text
            return
        if not self.length or self.pending:
            core = core.lstrip("\n")
        self._put(core)
        self.pending = text[len(text.rstrip()) :]

    def blank(self, text: str = " ") -> None:
        self.pending = self.pending or text

    def tab(self) -> None:
        self.pending = self.pending.rstrip(" ") + "\t"

    def line(self) -> None:
        self.pending = "\n"

    def _put(self, text: str) -> None:
        if self.length and self.pending:
            self.parts.append(self.pending)
            self.length += len(self.pending)
        for mark in self.waiting:
            mark.start = self.length
        self.waiting.clear()
        self.parts.append(text)
        self.length += len(text)
        self.pending = ""
