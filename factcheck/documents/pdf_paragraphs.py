"""Lines of a PDF as paragraphs, as their reader sees them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.documents.pdf_lines import Line

_EDGE = 3
_LONGEST_WORD = 100
# Page numbers and what stands beside them.
_SHORT = 12
_FEWEST = 2
_SHARE = 0.4
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,7}\b")
_LISTED = re.compile(
    r"(?:[\u2022\u2023\u25aa\u25cf\u25e6\u00b7*\u2013-]|\(?(?:\d{1,3}|[a-z])[.)])\s"
)
_STOPPED = re.compile(r"[.!?:\u2026][\"'\u201d\u2019\u00bb)\]]*$")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_LAST_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_KEPT_WITH_HYPHEN = frozenset({"all", "ex", "half", "quasi", "self", "well"})


@dataclass(slots=True)
class Paragraph:
    size: float
    length: int = 0
    #: The lines, and what stands between them.
    parts: list[str] = field(default_factory=list)
    #: Where in the text each line starts.
    lines: list[tuple[int, Line]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def add(self, between: str, line: Line) -> None:
        self.lines.append((self.length + len(between), line))
        self.parts += [between, line.text]
        self.length += len(between) + len(line.text)


def without_running_heads(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without what repeats at their edges, and an example of each that was left out."""
    seen: defaultdict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in _edges(page):
            seen[_pattern(line.text), round(line.y / 4)].append((number, line))
    full = sum(map(bool, pages))
    heads = [found for found in seen.values() if _repeats(found, full)]
    gone = {line for found in heads for _, line in found}
    kept = [[line for line in page if line not in gone] for page in pages]
    return kept, list(dict.fromkeys(found[0][1].text for found in heads))


def _edges(page: list[Line]) -> list[Line]:
    """The highest and the lowest lines: a file may hold its footer first."""
    # On a page of a few lines all would be edges.
    count = min(_EDGE, len(page) // 3)
    by_height = sorted(page, key=lambda line: line.y)
    return [*by_height[:count], *by_height[len(page) - count :]]


def _pattern(text: str) -> str:
    return _ROMAN.sub("#", _DIGITS.sub("#", text)) if len(text) < _SHORT else _DIGITS.sub("#", text)


def _repeats(found: list[tuple[int, Line]], pages: int) -> bool:
    numbers = {number for number, _ in found}
    if len(numbers) < max(_FEWEST, _SHARE * pages):
        return False
    if len({line.text for _, line in found}) == 1 or pages > _FEWEST:
        return not _is_data(found)
    return not _is_data(found) and len(found[0][1].text) < _SHORT


def _is_data(found: list[tuple[int, Line]]) -> bool:
    """Figures that do not count the pages up."""
    if re.search(r"[^\W\d_]", found[0][1].text):
        return False
    values = [int((_DIGITS.findall(line.text) or ["0"])[0][:9]) for _, line in found]
    return any(after <= before for before, after in pairwise(values))


def paragraphs(pages: Iterable[list[Line]]) -> list[Paragraph]:
    blocks = [(not at, block) for page in pages for at, block in enumerate(_blocks(page))]
    known = _words(line.text for _, block in blocks for line in block)
    found: list[Paragraph] = []
    for is_top, block in blocks:
        for number, lines in enumerate(_divided(block)):
            if number or not (found and _goes_on(found[-1], lines[0], is_top=is_top)):
                found.append(Paragraph(lines[0].size))
            for line in lines:
                last = found[-1].lines[-1][1] if found[-1].lines else None
                found[-1].add(_between(last, line, known) if last else "", line)
    return found


def _blocks(page: list[Line]) -> Iterator[list[Line]]:
    """Lines of one size that follow one another without a gap."""
    usual = _usual_gap(page)
    block: list[Line] = []
    for line in page:
        if block and not _follows(block[-1], line, usual):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _usual_gap(page: list[Line]) -> float:
    gaps = sorted(above.y - below.y for above, below in pairwise(page))
    down = [gap for gap in gaps if gap > 1]
    # Where paragraphs of a line or two stand apart, most gaps are those between them.
    return down[len(down) // 4] if down else 0.0


def _follows(above: Line, below: Line, usual: float) -> bool:
    if abs(above.size - below.size) > 0.12 * max(above.size, below.size, 1):
        return False
    gap = above.y - below.y
    # A file of one line a page, or turned text, has no usual gap: then all is one block.
    most = min(1.4 * usual, 2.05 * above.size) if below.size < 1.3 * usual else 1.6 * below.size
    return -1 <= gap <= max(most, 1.25 * below.size) if usual else True


def _divided(block: list[Line]) -> Iterator[list[Line]]:
    margin, left = max(line.right for line in block), min(line.left for line in block)
    part: list[Line] = []
    for line in block:
        if part and _starts(part[-1], line, margin, left):
            yield part
            part = []
        part.append(line)
    yield part


def _starts(above: Line, line: Line, margin: float, left: float) -> bool:
    """Whether `line` starts a paragraph: set in, a point of a list, or it had room above."""
    if above.divided or _is_centred(above, line):
        return False
    if _LISTED.match(line.text) and (_STOPPED.search(above.text) or _LISTED.match(above.text)):
        return True
    indent = 0.6 * line.size
    if line.left > above.left + indent and above.left - left < indent:
        return not _LISTED.match(above.text)
    word = len(line.text.split(maxsplit=1)[0]) + 1
    width = (line.right - line.left) / max(1, len(line.text))
    return above.right + word * width < margin - 0.5 * line.size


def _is_centred(above: Line, line: Line) -> bool:
    near = abs(above.left + above.right - line.left - line.right) < line.size / 2
    return near and abs(above.left - line.left) > line.size / 2


def _goes_on(paragraph: Paragraph, line: Line, *, is_top: bool) -> bool:
    """Whether `line`, on a new page or column, is in the middle of the paragraph before."""
    last = paragraph.lines[-1][1]
    if abs(paragraph.size - line.size) > 0.12 * max(paragraph.size, line.size):
        return False
    apart = is_top or not -1 <= last.y - line.y <= 3 * line.size
    return last.divided or (apart and not _STOPPED.search(last.text) and line.text[0].islower())


def _between(last: Line, line: Line, known: Counter[str]) -> str:
    """What stands between two lines: a blank, a hyphen, or nothing."""
    if last.divided:
        return "-" if _keeps_hyphen(last.text, line.text, known) else ""
    end = last.text[-1:]
    if end == "\N{SOFT HYPHEN}":
        return ""
    # 1990-/1995: a range goes on without a blank, a dash between words does not.
    tied = end in "-\u2010\u2013" and last.text[-2:-1].isalnum() and line.text[0].isalnum()
    return "" if tied else " "


def _keeps_hyphen(text: str, following: str, known: Counter[str]) -> bool:
    """`inter-/national` is one word; `Jean-/Paul`, `COVID-/19`, `three-year-/old` keep it."""
    before, after = _LAST_WORD.search(text[-_LONGEST_WORD:]), _FIRST_WORD.match(following)
    if not before or not after or not (before[0][-1].isalpha() and after[0][0].islower()):
        return True
    if "-" in before[0] or before[0].lower() in _KEPT_WITH_HYPHEN:
        return True
    # How the document writes the word elsewhere decides.
    return known[f"{before[0]}-{after[0]}".lower()] > known[f"{before[0]}{after[0]}".lower()]


def _words(texts: Iterable[str]) -> Counter[str]:
    known: Counter[str] = Counter()
    for text in texts:
        known.update(word.lower() for word in _COMPOUND.findall(text))
        known.update(word.lower() for word in _FIRST_WORD.findall(text))
    return known
