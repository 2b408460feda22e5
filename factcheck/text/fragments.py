"""Links to words of a page: the text directive of a URL fragment, `:~:text=...`.

https://wicg.github.io/scroll-to-text-fragment/
"""

import re
from urllib.parse import quote as percent_encoded

from factcheck.text.letters import BLANKLESS, is_mark

# A longer quotation is given by its first and last words.
LONGEST = 300
WORDS = 5
# A script without blanks has no words to count, so characters stand in for them.
SIGNS = 12
MOST_CONTEXT = 8

_BLANKLESS = re.compile(f"[{BLANKLESS}]")
_WORD = re.compile(f"[{BLANKLESS}]|[^\\s{BLANKLESS}]+")
_ELISION = re.compile(r"\s*[\[(]?(?:\.\.\.|\u2026)[\])]?\s*")


def fragment(text: str, start: int, end: int) -> str:
    """The directive for `text[start:end]`, widened to whole words; "" where there are none.

    Offsets are code points. Words around it are given only where the same words stand in the
    text more than once.
    """
    start, end = _whole(text, start, end)
    terms = _terms(text[start:end])
    if not terms:
        return ""
    page = _comparable(text)
    before = after = ""
    if page.count(_comparable(terms[0])) > 1:
        before = _before(page, text[:start], terms[0])
    if _needs_suffix(page, before, terms):
        after = _after(page, text[end:], terms[-1])
    return _directive(before, terms, after)


def of_quote(quote: str) -> str:
    """The directive for words of a page that is not at hand; "" where there are none.

    What an ellipsis leaves out is left out.
    """
    parts = [part for part in _ELISION.split(quote) if part.strip()]
    terms = [term for part in (parts[:1] + parts[-1:])[: len(parts)] for term in _terms(part)]
    return _directive("", [terms[0], terms[-1]] if len(terms) > 1 else terms, "")


def _directive(before: str, terms: list[str], after: str) -> str:
    if not terms:
        return ""
    parts = [*([f"{_encoded(before)}-"] if before else []), *map(_encoded, terms)]
    parts += [f"-{_encoded(after)}"] if after else []
    return f":~:text={','.join(parts)}"


def _encoded(term: str) -> str:
    # The hyphen marks a prefix and a suffix, though it is an ordinary character of a URL.
    return percent_encoded(term, safe="").replace("-", "%2D")


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at its ends, and with all of a word that it cuts."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        while start > 0 and _inside(text, start):
            start -= 1
        while end < len(text) and _inside(text, end):
            end += 1
    return start, end


def _inside(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if is_mark(after):
        return True
    if _BLANKLESS.match(before) or _BLANKLESS.match(after):
        return False
    return (before.isalnum() or is_mark(before)) and after.isalnum()


def _terms(passage: str) -> list[str]:
    """One term, or the first and the last words of what is long or has several paragraphs."""
    lines = [line for line in passage.splitlines() if line.strip()]
    if not lines:
        return []
    if len(lines) == 1 and len(lines[0]) <= LONGEST:
        return [" ".join(lines[0].split())]
    return [_edge(lines[0], WORDS, last=False), _edge(lines[-1], WORDS, last=True)]


def _edge(line: str, count: int, *, last: bool) -> str:
    """The first or last words of a line."""
    words = list(_WORD.finditer(line))
    if not words:
        return ""
    size = min(_count(line, count), len(words))
    if last:
        return _spaced(line[words[-size].start() :])
    return _spaced(line[: words[size - 1].end()])


def _count(line: str, count: int) -> int:
    return count * SIGNS // WORDS if _BLANKLESS.search(line) else count


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _comparable(text: str) -> str:
    """Browsers compare without regard to case and to the kind of blanks."""
    return " ".join(text.casefold().split())


def _before(page: str, text: str, term: str) -> str:
    """As few words of the line before as make the words unique; "" if there are none."""
    lines = [line for line in text[-2000:].splitlines() if line.strip()]
    if not lines:
        return ""
    found = ""
    gap = text[-1:].isspace()
    for count in range(1, MOST_CONTEXT + 1):
        found = _edge(lines[-1], count, last=True)
        joined = _comparable(f"{found}{' ' * gap}{term}")
        if page.count(joined) <= 1:
            break
    return found


def _needs_suffix(page: str, before: str, terms: list[str]) -> bool:
    if len(terms) > 1:
        return page.count(_comparable(terms[-1])) > 1
    term = _comparable(terms[0])
    if page.count(term) <= 1:
        return False
    context = _comparable(before)
    return not before or page.count(f"{context} {term}") + page.count(f"{context}{term}") > 1


def _after(page: str, text: str, term: str) -> str:
    lines = [line for line in text[:2000].splitlines() if line.strip()]
    if not lines:
        return ""
    found = ""
    gap = text[:1].isspace()
    for count in range(1, MOST_CONTEXT + 1):
        found = _edge(lines[0], count, last=False)
        if page.count(_comparable(f"{term}{' ' * gap}{found}")) <= 1:
            break
    return found
