"""Sentences as they stand on a page: bullets, hash signs and labels before them, headings."""

import re
from typing import NamedTuple

from factcheck.text.spans import Span

# A line is read a few times, so that its lead may not be endless.
_LONGEST_LEAD = 24
_BULLET = "[-*+\u2022\u2023\u25aa\u2013\u2014>]"
_LEAD = re.compile(
    rf"[ \t]{{0,16}}+(?:(?:\#{{1,6}}|{_BULLET}|\d{{1,3}}[.)])[ \t]{{1,8}}){{0,3}}+"
    r"(?:(?:\*\*|__)(?=\S))?"
)
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_LABEL = re.compile(
    rf"(?:\*\*|__)?[^\W_][^:.!?\n{_QUOTES}]{{0,60}}:(?:\*\*|__)?[ \t]{{1,8}}(?=[^\s{_QUOTES}])"
)
_LABEL_WORDS = 7
_HEADING_WORDS = 16
_LONGEST_HEADING = 160
_ENDED = re.compile(rf"[.!\u2026;,:\u3002]['\u2019{_QUOTES})*_]{{0,8}}\s{{0,8}}\Z")
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*+")
_MARKUP = re.compile(r"[\s*_#~]+\Z")


class Line(NamedTuple):
    """A sentence, what it says behind its bullet and label, and whether it is a heading."""

    sentence: Span
    words: Span
    heading: bool


def lines(text: str, sentences: list[Span]) -> list[Line]:
    return [Line(one, _bare(text, one), _is_heading(text[slice(*one)])) for one in sentences]


def _bare(text: str, sentence: Span) -> Span:
    """`sentence` without bullet, markup and a label such as "- Train Attributes:"."""
    start, near = sentence.start, max(0, sentence.start - _LONGEST_LEAD)
    at = text.rfind("\n", near, start) + 1
    lead = _LEAD.match(text, at) if at or not near else None
    if lead and lead.end() >= start:
        start = min(_behind_label(text, lead, sentence.end), sentence.end)
    return Span(start, _without_markup(text, start, sentence.end))


def _behind_label(text: str, lead: re.Match[str], end: int) -> int:
    """Only a line with a bullet or in bold type has labels; others have sentences with colons."""
    label = _LABEL.match(text, lead.end(), end) if lead[0].strip() else None
    if not label or len(label[0].split()) > _LABEL_WORDS:
        return lead.end()
    return label.end()


def _without_markup(text: str, start: int, end: int) -> int:
    found = _MARKUP.search(text, max(start, end - 8), end)
    return max(start, found.start() if found else end)


def _is_heading(sentence: str) -> bool:
    """A short line without a full stop, most of whose words have a capital."""
    if len(sentence) > _LONGEST_HEADING or _ENDED.search(sentence, max(0, len(sentence) - 20)):
        return False
    if sentence.startswith("#"):
        return True
    words = _WORD.findall(sentence)
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    if not 0 < len(words) <= _HEADING_WORDS or words[0][0].islower():
        return False
    return len(long) > 1 and capitals * 4 >= len(long) * 3
