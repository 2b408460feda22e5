"""Where the words of a line begin: behind bullets, hash signs and labels."""

import re

from factcheck.text.spans import Span

_LEAD = re.compile(
    r"[ \t]*+(?:(?:\#{1,6}|[-*+•‣▪–—>]|\d{1,3}[.)])[ \t]+)*+(?:(?:\*\*|__)(?=\S))?"  # noqa: RUF001  typographic bullets
)
_LABEL = re.compile(r"(?:\*\*|__)?[^\W_][^:.!?\n\"“„«]{0,60}:(?:\*\*|__)?[ \t]+(?=[^\s\"“„«])")
_LABEL_WORDS = 7
_HEADING_WORDS = 16
_LONGEST_LEAD = 24
_ENDED = re.compile(r"[.!…;,:。][\"'”’»)*_]*\s*\Z")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MARKUP = re.compile(r"[\s*_#~]+\Z")


def bare(text: str, sentence: Span) -> Span:
    """`sentence` without bullet, markup and a label such as "- Train Attributes:"."""
    line = text.rfind("\n", max(0, sentence.start - _LONGEST_LEAD), sentence.start) + 1
    at = line or max(0, sentence.start - _LONGEST_LEAD) * bool(sentence.start > _LONGEST_LEAD)
    start = sentence.start
    lead = _LEAD.match(text, at)
    if at in {0, line} and lead and lead.end() >= start:
        start = _behind_label(text, lead, sentence.end)
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


def is_heading(line: str) -> bool:
    """A short line without a full stop, most of whose words have a capital."""
    if len(line) > 160 or _ENDED.search(line):
        return False
    if line.startswith("#"):
        return True
    words = _WORD.findall(line)
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return len(words) <= _HEADING_WORDS and len(long) > 1 and capitals * 4 >= len(long) * 3
