"""What limits a date: the words directly before it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from factcheck.text.values.dates.row import DateRow
from factcheck.words import Bound

_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Bounded:
    """Words `first` up to `last`, that one left out; the date without its bound from `date` on."""

    first: int
    date: int
    last: int
    #: The bound as written; also that of "before Sunday's vote", where it limits the vote.
    words: str = ""
    bound: Bound = Bound.EXACT
    approximate: bool = False


def bounded(row: DateRow, first: int, last: int, done: int) -> Bounded:
    """The date of words `first` up to `last` with its bound; words before `done` are taken."""
    if row.letters[first] == "v" and row.words.possessive:
        first += 1
    if row.letters[first] in "fbv":
        between = Bound.BETWEEN if row.letters[first] == "b" else Bound.EXACT
        return Bounded(first, first, last, bound=between)
    if row.letters[first] == "g":
        return _ago(row, first, last)
    return _before(row, first, last, done)


def _before(row: DateRow, first: int, last: int, done: int) -> Bounded:
    if row.letters[last - 1] == "B":
        # "Up from a year earlier" is a comparison, not a beginning.
        return Bounded(first, first, last)
    is_ago = row.letters[last - 1] == "G"
    table = row.words.ago_bounds if is_ago else row.words.bounds
    start, bound = _phrase(row, first, done, table)
    if bound is None:
        return Bounded(first, first, last)
    words = _plain(row.written(start, first))
    if _is_attribute(row, last) or _is_origin(row, start, words):
        return Bounded(first, first, last, words)
    if bound is Bound.ABOUT:
        return _about(row, Bounded(start, first, last, words, bound, approximate=True), done)
    return Bounded(start, first, last, words, bound)


def _about(row: DateRow, inner: Bounded, done: int) -> Bounded:
    """`since about 1990`."""
    start, bound = _phrase(row, inner.first, done, row.words.bounds)
    if bound is None or bound is Bound.ABOUT:
        return inner
    words = _plain(row.written(start, inner.first))
    return replace(inner, first=start, words=words, bound=bound)


def _ago(row: DateRow, first: int, last: int) -> Bounded:
    """`vor mehr als zwei Jahren`: the bound stands behind the word for `ago`."""
    before = len(row.words.ago_before.get(row.word(first), "").split())
    for end in range(first + 4, first + 1, -1):
        bound = row.words.ago_bounds.get(row.written(first + 1, min(end, last)).lower())
        if bound is not None:
            about = bound is Bound.ABOUT
            return Bounded(first - before, first - before, last, "", bound, approximate=about)
    return Bounded(first - before, first - before, last)


def _phrase(
    row: DateRow, first: int, done: int, table: Mapping[str, Bound]
) -> tuple[int, Bound | None]:
    """The longest bound that ends before word `first`."""
    for start in range(max(done, first - _LONGEST), first):
        bound = table.get(_plain(row.written(start, first)))
        if bound is not None:
            return start, bound
    return first, None


def _plain(words: str) -> str:
    return words.lower().replace("\u2019", "'")


def _is_attribute(row: DateRow, last: int) -> bool:
    """`since Monday's vote`, where the vote is what begins."""
    return row.words.possessive and row.letter(last) == "'" and row.word(last + 1) == "s"


def _is_origin(row: DateRow, start: int, words: str) -> bool:
    """`a photo from 2019`."""
    is_from = row.letters[start] == "f" and len(words.split()) == 1
    return is_from and row.word(start - 1) in row.words.dated_things
