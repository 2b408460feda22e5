"""Whether the words around a date look ahead or back."""

from dataclasses import dataclass

from factcheck.text.values.dates.row import DateRow

AHEAD, BACK = 1, -1
_LEFT, _RIGHT, _LASTING = 16, 12, 8
_MONTHS = frozenset("Mma")
_NO_VERBS = frozenset("MmaWwDYNOIFCAXe,.-'()")


@dataclass(frozen=True, slots=True)
class Direction:
    """`AHEAD`, `BACK` or 0, and the word that says so."""

    way: int = 0
    word: str = ""


_NONE = Direction()


def direction(row: DateRow, first: int, last: int, bound: str) -> Direction:
    """Of the date that words `first` to `last` make; `bound` stands directly before it."""
    for word in bound.split():
        if word in row.words.ahead:
            return _until(row, first, word)
        if word in row.words.behind:
            return Direction(BACK, word)
    return _left(row, first) or _right(row, last) or _NONE


def _until(row: DateRow, first: int, word: str) -> Direction:
    """`through Wednesday` is to come, `lasted through Wednesday` is past."""
    for at in range(first - 1, max(-1, first - _LASTING), -1):
        if row.word(at) in row.words.lasting:
            return Direction(BACK, row.word(at))
        if _is_end(row, at) or _said(row, at):
            break
    return Direction(AHEAD, word)


def _left(row: DateRow, first: int) -> Direction | None:
    for at in range(first - 1, max(-1, first - _LEFT), -1):
        if _is_end(row, at):
            return None
        if found := _said(row, at):
            return found
    return None


def _right(row: DateRow, last: int) -> Direction | None:
    for at in range(last, min(last + _RIGHT, len(row.letters))):
        if _is_end(row, at) or (row.letters[at] == "," and at > last):
            return None
        if found := _said(row, at):
            return found
    return None


def _is_end(row: DateRow, at: int) -> bool:
    letter = row.letters[at]
    if letter in {";", "\n"}:
        return True
    return letter == "." and row.letter(at - 1) not in _MONTHS and row.letter(at + 1) in "XWMei"


def _said(row: DateRow, at: int) -> Direction | None:
    if row.letters[at] in _NO_VERBS:
        return None
    word, words = row.word(at), row.words
    if word in words.future or word.endswith(words.future_ends or ("\0",)):
        return None if _denied(row, at) else Direction(AHEAD, word)
    if word in words.past or (word.endswith(words.past_ends or ("\0",)) and len(word) > 4):
        return Direction(AHEAD, word) if _is_to_come(row, at) else Direction(BACK, word)
    if word in words.intending and row.word(at + 1) in words.to:
        return Direction(AHEAD, word)
    return None


def _denied(row: DateRow, at: int) -> bool:
    """`could not be reached on Monday` is past."""
    return row.word(at) == "could" and row.word(at + 1) in {"not", "only"}


def _is_to_come(row: DateRow, at: int) -> bool:
    """`will be held`, `is also to be held`, `agreed to meet`."""
    if row.word(at) in row.words.intending and row.word(at + 1) in row.words.to:
        return True
    before = row.word(at - 1)
    if _denied(row, at - 3):
        return False
    if before.endswith("ly") or before in {"also", "not", "now"}:
        at -= 1
    # Theresa May and Will Smith are no verbs.
    return row.word(at - 1) in row.words.modals and row.letter(at - 1) not in {"m", "X"}
