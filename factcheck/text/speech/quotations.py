"""Quotations, with their marks: which stretches of a text stand between quotation marks."""

import re
from collections.abc import Iterator

from factcheck.text.spans import Span

# The marks that close what a mark opens; “ closes in German what „ opens.
CLOSERS: dict[str, str] = {
    '"': '"',
    "\u201c": "\u201d",
    "\u201d": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u201f": "\u201d",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "``": "''",
}
SINGLE_CLOSERS: dict[str, str] = {
    "'": "'",
    "\u2018": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
}
LONGEST = 6000
# A single mark may be an apostrophe gone astray, so it must close soon.
LONGEST_SINGLE = 1500

_MARK = re.compile(r"""``|''|["\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f]|\n""")
_SINGLE = re.compile("['\u2018\u2019\u201a\u2039\u203a]|\n")
_SAME_ON_BOTH_SIDES = frozenset('"\u201d\u00bb')


def quotations(text: str) -> list[Span]:
    """Every quotation with its marks, in order, none inside another."""
    doubles = list(_between(text, _MARK, CLOSERS, LONGEST))
    singles = list(_between(text, _SINGLE, SINGLE_CLOSERS, LONGEST_SINGLE))
    return _outermost(doubles, singles) if singles else doubles


def _outermost(doubles: list[Span], singles: list[Span]) -> list[Span]:
    """Single quotations inside double ones go, and double ones inside single ones."""
    kept: list[Span] = []
    for span in sorted(doubles + singles, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _between(
    text: str, marks: re.Pattern[str], closers: dict[str, str], longest: int
) -> Iterator[Span]:
    """Opened and closed by turns; what is not closed before its paragraph ends is dropped."""
    opened, start, skip = "", 0, -1
    for found in marks.finditer(text):
        mark, at = found[0], found.start()
        if at < skip:
            continue
        if opened and at - start > longest:
            opened = ""
        if mark == "\n":
            skip = _goes_on(text, at, opened)
            if opened and not skip:
                opened = ""
        elif opened and mark in closers[opened] and _may_close(text, mark, at):
            yield Span(start, found.end())
            opened = ""
        elif mark in closers and _may_open(text, at, found.end(), mark, opened):
            opened, start = mark, at


def _goes_on(text: str, at: int, opened: str) -> int:
    """Where to read on if the quotation runs on over the line break at `at`, 0 if it ends."""
    after = at + 1
    while after < len(text) and after < at + 8 and text[after].isspace():
        after += 1
    # Each paragraph of a long quotation opens it again and only the last one closes it.
    if opened and text.startswith(opened, after):
        return after + len(opened)
    # A line break within a sentence is only the width of the page.
    wrapped = text[at - 1 : at] not in {".", "!", "?", ":"} and after == at + 1
    return after if wrapped else 0


def _may_open(text: str, at: int, end: int, mark: str, opened: str) -> bool:
    if opened and mark in _SAME_ON_BOTH_SIDES | {"'"}:
        return False
    before, after = text[at - 1 : at], text[end : end + 1]
    if before.isalnum():
        return False
    return bool(after) and (not after.isspace() or mark == "\u00ab" or ord(after) in {0xA0, 0x202F})


def _may_close(text: str, mark: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + len(mark) : at + len(mark) + 1]
    if mark in {"'", "\u2019"}:
        return not after.isalnum() and not before.isspace()
    return mark != '"' or not (before.isspace() and after.isalnum())
