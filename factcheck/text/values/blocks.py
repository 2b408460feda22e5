"""A long text in blocks, each of which is read by itself."""

import re
from collections.abc import Iterator
from functools import cache

#: Code points, at the most; news articles are mostly shorter.
SIZE = 10_000
_TAIL = 4_000


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends, together all of `text`; between sentences where it can."""
    start = 0
    while len(text) - start > SIZE:
        end = _end(text, start + SIZE - _TAIL, start + SIZE)
        yield start, end
        start = end
    yield start, len(text)


def _end(text: str, least: int, most: int) -> int:
    """The last good place before `most`."""
    for pattern in _places():
        found = [match.end() for match in pattern.finditer(text, least, most)]
        if found:
            return found[-1]
    return most


@cache
def _places() -> list[re.Pattern[str]]:
    """The best first: blank lines, ends of sentences and of lines, blanks between words."""
    sentence = r"(?<=[^\W\d_A-Z]{4})[.!?][\"'\u201d\u2019\u00bb)]{0,2}\s{1,4}"
    opening = r"[A-Z\u00c0-\u00de\u0400-\u042f\"\u201c\u201e\u00ab\u00bf\u00a1]"
    return [
        re.compile(pattern)
        for pattern in (
            r"\n[^\S\n]{0,40}\n",
            rf"{sentence}(?={opening})",
            r"\n",
            r"(?<=[^\W\d_])\s(?=[^\W\d_])",
            r"\s",
        )
    ]
