"""Where one sentence says several things."""

from collections.abc import Iterator
from itertools import islice

from factcheck.text.lexicon import Lexicon
from factcheck.text.tokens import Row

# A sentence longer than this is a list or a broken file.
_MOST_WORDS = 400
_NEAR = 9
_MOST_CLAUSES = 12


def borders(row: Row, first: int, last: int, words: Lexicon) -> Iterator[int]:
    """The words of `row` between `first` and `last` with which another clause may begin."""
    if last - first <= _MOST_WORDS:
        yield from islice(_borders(row, first, last, words), _MOST_CLAUSES)


def _borders(row: Row, first: int, last: int, words: Lexicon) -> Iterator[int]:
    depth = 0
    inserted = False
    for at in range(first + 1, last - 1):
        before = row.kinds[at - 1]
        depth += {"(": 1, ")": -1}.get(before, 0)
        if depth > 0 or before not in {",", ";"}:
            continue
        if (
            before == ";"
            or _may_begin(row, at, last, words)
            or (inserted and row.small[at] in words.verbs)
        ):
            yield at
        inserted = row.small[at].endswith(words.past or ("\0",))


def _may_begin(row: Row, at: int, last: int, words: Lexicon) -> bool:
    word = row.small[at]
    if word in words.saying:
        return True
    if word in words.alongside:
        return any(one.endswith("ing") for one in row.small[at + 1 : at + _NEAR])
    return word in words.joins and _has_subject(row, at + 1, last, words)


def _has_subject(row: Row, at: int, last: int, words: Lexicon) -> bool:
    """`and Moscow denied it`, not "and denied it"."""
    word = row.small[at]
    if at >= last or word in words.verbs or word.endswith((*words.past, "ing")):
        return False
    # "and" joins single words too, "while" does not.
    if row.small[at - 1] not in words.both:
        return True
    begins = word in words.subjects_of_verbs or row.cases[at] in "CABHLKRP"
    return begins or row.kinds[at] in "gDNw"


def trimmed(row: Row, first: int, last: int, words: Lexicon) -> tuple[int, int]:
    """Without the "and" before and the comma behind."""
    last = without_comma(row, first, last)
    joined = first < last - 1 and row.small[first] in words.joins
    return (first + 1 if joined else first), last


def without_comma(row: Row, first: int, last: int) -> int:
    while last > first + 1 and row.kinds[last - 1] in {",", ";", "\n"}:
        last -= 1
    return last
