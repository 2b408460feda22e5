"""Where the pieces of a quotation stand in a passage, one behind the other."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.text.wording.pieces import Pieces
from factcheck.text.wording.rows import Row, cuts, is_abbreviated, stops

# A phrase that stands more often is none that anybody quotes.
MOST_PLACES = 300
TRIES = 50
# Up to so many words a phrase has to stand within one sentence.
PHRASE = 5


class Place(NamedTuple):
    """The words of the passage from `first` up to `last`, which is left out."""

    first: int
    last: int


def chains(pieces: Pieces, row: Row) -> Iterator[list[Place]]:
    """The places of all pieces in their order, around each place of the rarest piece."""
    counts = [row.code.count(piece.code) for piece in pieces.rows]
    if not all(counts):
        return
    anchor = min(range(len(counts)), key=counts.__getitem__)
    for place in places(pieces.rows[anchor], row):
        before = _outward(pieces, row, place, anchor, -1)
        behind = _outward(pieces, row, place, anchor, 1)
        if before is not None and behind is not None:
            yield [*before[::-1], place, *behind]


def places(piece: Row, row: Row) -> Iterator[Place]:
    """Where a piece stands word for word."""
    at = row.code.find(piece.code)
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        if stands(piece, row, at):
            yield Place(at, at + piece.size)
        at = row.code.find(piece.code, at + 1)


def _outward(pieces: Pieces, row: Row, place: Place, anchor: int, step: int) -> list[Place] | None:
    """The nearest places of the pieces before the anchor, or behind it; None if one is too far."""
    found = []
    last = len(pieces.rows) if step > 0 else -1
    for at in range(anchor + step, last, step):
        longest = pieces.gaps[min(at, at - step)].longest
        nearest = _behind if step > 0 else _before
        next_place = nearest(pieces.rows[at], row, place, longest)
        if next_place is None:
            return None
        place = next_place
        found.append(place)
    return found


def _behind(piece: Row, row: Row, place: Place, longest: int) -> Place | None:
    at, end = place.last, place.last + longest + piece.size
    for _ in range(TRIES):
        at = row.code.find(piece.code, at, end)
        if at < 0 or stands(piece, row, at):
            return Place(at, at + piece.size) if at >= 0 else None
        at += 1
    return None


def _before(piece: Row, row: Row, place: Place, longest: int) -> Place | None:
    start, end = max(0, place.first - longest - piece.size), place.first
    for _ in range(TRIES):
        at = row.code.rfind(piece.code, start, end)
        if at < 0 or stands(piece, row, at):
            return Place(at, at + piece.size) if at >= 0 else None
        end = at + piece.size - 1
    return None


def stands(piece: Row, row: Row, at: int) -> bool:
    """Whether equal words are the same phrase: whole words, one sentence, US and not us."""
    if cuts(row, at) or cuts(row, at + piece.size):
        return False
    if piece.size <= PHRASE and any(_parted(piece, row, at, k) for k in range(1, piece.size)):
        return False
    return not recased(piece.words, row.words[at : at + piece.size])


def _parted(piece: Row, row: Row, at: int, k: int) -> bool:
    """Whether a sentence ends in the passage where none does in the quotation."""
    if not stops(row.gap(at + k)) or piece.gap(k).strip(" \"'"):
        return False
    return not is_abbreviated(row, at + k)


def recased(ours: list[str], theirs: list[str]) -> bool:
    """Whether a short word is in capitals on one side alone: US and us."""
    if ours == theirs or (len(ours) > 1 and (_shouted(ours) or _shouted(theirs))):
        return False
    return any(
        2 <= len(one) <= 5 and one.isupper() != other.isupper()
        for one, other in zip(ours, theirs, strict=True)
    )


def _shouted(words: list[str]) -> bool:
    return all(word.isupper() for word in words if word[0].isalpha())
