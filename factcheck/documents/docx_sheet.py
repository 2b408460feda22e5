"""A text that is put together from pieces, and the places that are opened and closed in it."""

from dataclasses import dataclass

from factcheck.documents.docx_package import Element
from factcheck.text.spans import Span


@dataclass(slots=True)
class Mark:
    """An opened place: it starts at the first character that follows."""

    start: int | None = None


class Sheet:
    """Pieces of text; blanks are kept back until a word follows, so no place begins with them."""

    def __init__(self, line_end: str = "\n") -> None:
        self.at = 0
        self.line_end = line_end
        self._parts: list[str] = []
        # A list, since a million breaks put one after another would be copied as often.
        self._gap: list[str] = []
        self._waiting: list[Mark] = []
        self._begun = False

    def __str__(self) -> str:
        return "".join(self._parts)

    @property
    def gap(self) -> str:
        """What stands between the last word and the next."""
        return "".join(self._gap)

    @gap.setter
    def gap(self, blanks: str) -> None:
        self._gap = [blanks]

    def put(self, text: str, _origin: Element = None) -> None:
        words = text.rstrip()
        if words:
            self._write(words if self._begun else words.lstrip())
            self.gap = text[len(words) :]
            self._begun = True
        elif self._begun:
            self._gap.append(text)

    def _write(self, words: str) -> None:
        # Blanks that open the piece belong before the places that it opens.
        bare = words.lstrip()
        gap = self.gap + words[: len(words) - len(bare)]
        self._parts += [gap, bare]
        start = self.at + len(gap)
        self.at = start + len(bare)
        for mark in self._waiting:
            mark.start = start
        self._waiting.clear()

    def break_line(self) -> None:
        if self._begun:
            self._gap.append(self.line_end)

    def end_paragraph(self, *, spaced: bool = True) -> None:
        """The next word begins a line; with `spaced`, empty paragraphs leave one empty line."""
        if self._begun:
            self.gap = self.line_end
        elif spaced and self.gap == "\n":
            self.gap = "\n\n"
        self._begun = False

    def open(self) -> Mark:
        mark = Mark()
        self._waiting.append(mark)
        return mark

    def close(self, mark: Mark) -> Span:
        """The place, empty where no word came."""
        return Span(self.at if mark.start is None else mark.start, self.at)
