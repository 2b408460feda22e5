"""The entries of a BibTeX file, one after the other; what is broken costs no other entry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pybtex.database.input.bibtex import (  # type: ignore[import-untyped]  # it carries none
    LowLevelParser,
    month_names,
)
from pybtex.scanner import (  # type: ignore[import-untyped]  # it carries none
    PrematureEOF,
    PybtexSyntaxError,
    Token,
)
from pybtex.utils import CaseInsensitiveDict  # type: ignore[import-untyped]  # it carries none

from factcheck.errors import BadInput

LONGEST_ENTRY = 1_000_000
#: Macros may name macros, each twice; all that they stand for together is no longer than this.
MOST_EXPANDED = 25_000_000

# An address of e-mail between the entries begins none.
_AT = r"@(?=\s*[A-Za-z]+\s*[{(])"
_FIRST_IN_LINE = re.compile(rf"^{_AT}", re.MULTILINE)

_MARKS = {
    _AT: LowLevelParser.AT,
    "{": LowLevelParser.LBRACE,
    "}": LowLevelParser.RBRACE,
    '"': LowLevelParser.QUOTE,
}


@dataclass(slots=True)
class Entry:
    """One entry as it is written: fields by name in lower case."""

    line: int
    type: str
    key: str
    fields: dict[str, str]
    remarks: list[str] = field(default_factory=list)


def entries(text: str) -> Iterator[Entry | BadInput]:
    """Every entry in order, macros filled in, with the line that it begins on.

    An entry begins at the start of a line, so one whose braces do not close ends there.
    """
    parser, line = _Parser(text), 1
    begins = [match.start() for match in _FIRST_IN_LINE.finditer(text)]
    for start, end in pairwise([0, *begins, len(text)]):
        if end - start > LONGEST_ENTRY and text.startswith("@", start):
            yield _too_long(line)
        else:
            yield from parser.found(text[start:end], line)
        line += text.count("\n", start, end)


def _too_long(line: int) -> BadInput:
    message = f"The entry is longer than {LONGEST_ENTRY} characters."
    return BadInput(message, hint="Is the end of it missing?", line=line)


class _Parser(LowLevelParser):  # type: ignore[misc]  # pybtex carries no types
    """Reads one stretch after another with the same macros."""

    def __init__(self, text: str) -> None:
        super().__init__(text, macros=CaseInsensitiveDict(month_names))
        self.current_entry_key: str | None = None
        self.expanded = 0
        self.begun = 1
        self.unknown: list[str] = []

    def found(self, stretch: str, line: int) -> Iterator[Entry | BadInput]:
        self.text, self.pos, self.end_pos, self.lineno = stretch, 0, len(stretch), line
        # What is broken ends the parser's own loop; the next one goes on behind it.
        while True:
            try:
                for command in self.parse_bibliography():
                    yield from self._entry(*command)
            except PybtexSyntaxError as error:
                yield self._broken(error)
            else:
                return

    def _entry(self, command: str, body: Sequence[Any]) -> Iterator[Entry]:
        unknown, self.unknown = self.unknown, []
        if command.lower() in {"string", "preamble"}:
            return
        key, given = body
        made = Entry(self.begun, command.lower(), key, {})
        made.remarks += [f"{key}: the macro {name} stands for nothing." for name in unknown]
        for name, parts in given:
            if name.lower() in made.fields:
                made.remarks.append(f"{key}: {name} is there twice; the first one is taken.")
            made.fields.setdefault(name.lower(), "".join(parts))
        yield made

    def _broken(self, error: PybtexSyntaxError) -> BadInput:
        self.unknown = []
        named = f"The entry {self.current_entry_key}" if self.current_entry_key else "The entry"
        if isinstance(error, PrematureEOF):
            message = f"{named} does not end: a brace or a quotation mark is left open."
        else:
            message = f"{named} cannot be read: {error.args[0]}."
        return BadInput(message, hint="As in @book{atlas, title = {...}}", line=self.begun)

    def skip_to(self, patterns: Sequence[Any]) -> Any:
        """The next of these marks; pybtex looks for each of them to the end of the text."""
        marks = "|".join(mark for mark, pattern in _MARKS.items() if pattern in patterns)
        match = re.compile(marks).search(self.text, self.pos)
        if match is None:
            return None
        value, self.pos = self.text[self.pos : match.end()], match.end()
        self.update_lineno(value)
        if match[0] == "@":
            self.begun, self.current_entry_key = self.lineno, None
        return Token(value, _MARKS[_AT if match[0] == "@" else match[0]])

    def substitute_macro(self, name: str) -> str:
        """What the macro stands for; its own name where it was never said."""
        value = str(self.macros.get(name, name))
        if name not in self.macros:
            self.unknown.append(name)
        self.expanded += len(value)
        if self.expanded > MOST_EXPANDED:
            message = "its macros stand for more text than can be taken"
            raise PybtexSyntaxError(message, self)
        return value
