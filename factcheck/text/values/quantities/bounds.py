"""Words that limit a figure: `up to`, `more than`, `nearly`, `or so`."""

from decimal import Decimal
from typing import NamedTuple

from factcheck.text.values.quantities.rows import Row
from factcheck.words import Bound

_LONGEST = 5


class Limit(NamedTuple):
    """What limits a figure; `edge` is the outermost word of the figure with it."""

    bound: Bound
    vague: bool
    edge: int


def before(row: Row, first: int) -> Limit:
    """What stands before the figure that begins with word `first`; the outermost bound holds."""
    limit = Limit(Bound.EXACT, vague=False, edge=first)
    for _ in range(3):
        found = _phrase(row, limit.edge)
        if found is None:
            break
        bound = found.bound if found.bound is not Bound.ABOUT else limit.bound
        bound = Bound.ABOUT if bound is Bound.EXACT else bound
        limit = Limit(bound, limit.vague or found.vague, found.edge)
    return limit


def _phrase(row: Row, first: int) -> Limit | None:
    if not first or row.words[first - 1] not in row.tongue.bound_ends:
        return None
    for length in range(min(_LONGEST, first), 0, -1):
        found = row.tongue.bounds.get(tuple(row.words[first - length : first]))
        if found:
            return Limit(*found, first - length)
    return None


def after(row: Row, last: int) -> Limit | None:
    """What stands behind, as `or more`."""
    if row.words[last] not in row.tongue.tail_starts:
        return None
    for length in (4, 3, 2, 1):
        found = row.tongue.tails.get(tuple(row.words[last : last + length]))
        if found and not _begins_another(row, last, last + length):
            return Limit(*found, last + length)
    return None


def _begins_another(row: Row, last: int, edge: int) -> bool:
    """`120 mph and up to 14 inches`: the tail ends in what limits the next figure."""
    if row.digits(edge) or row.words[edge] in row.tongue.plain:
        return row.words[edge - 1] not in row.tongue.older
    if edge - last == 1:
        return False
    return any(
        tuple(row.words[edge - 1 : edge + length]) in row.tongue.bounds for length in (1, 2, 3)
    )


def is_unsure(row: Row, limit: Limit) -> bool:
    """Whether `limit` begins with a word that may be a preposition of place or topic."""
    return row.words[limit.edge] in row.tongue.unsure


def is_topic(row: Row, edge: int) -> bool:
    """`talks about`."""
    return row.words[edge - 1] in row.tongue.topics if edge else False


def ends(bound: Bound, amount: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that the bound allows."""
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, amount
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return amount, None
    return amount, amount
