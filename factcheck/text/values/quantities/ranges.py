"""Two numerals as one value: `between 5 and 7 percent`, `10-15 people`, `five or six`."""

from decimal import Decimal
from typing import NamedTuple

from factcheck.text.values import units
from factcheck.text.values.quantities import amounts
from factcheck.text.values.quantities.amounts import Amount
from factcheck.text.values.quantities.rows import Row

_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014~\u301c")
_BACK = 5


class Score(NamedTuple):
    """Figures that make no value together: `3-1`, `1-800-555`."""

    last: int


class Pair(NamedTuple):
    """What two amounts are together, a range or two values, in words `first` up to `last`."""

    low: Amount
    high: Amount
    first: int
    last: int
    #: Two values: "rose 5 percent to 12 percent".
    apart: bool = False
    #: "five or six".
    vague: bool = False


def read(row: Row, left: Amount) -> Pair | Score | None:
    """The pair that begins with `left`; None where it stands alone."""
    before = row.words[left.first - 1] if left.first else ""
    if before in row.tongue.determiners and left.first > 1:
        before = row.words[left.first - 2]
    if before in row.tongue.between:
        return _between(row, left)
    at = left.last
    if row.words[at] in _DASHES:
        return _dashed(row, left, at)
    if row.words[at] in row.tongue.to:
        return _to(row, left, before)
    return _or(row, left) if row.words[at] in row.tongue.or_ else None


def _between(row: Row, left: Amount) -> Pair | None:
    short = amounts.read(row, left.numeral.first, joined=False) or left
    at = short.last
    if row.words[at] not in row.tongue.both | row.tongue.to and row.words[at] not in _DASHES:
        return None
    right = _right(row, at + 1)
    fitted = _fitted(short, right) if right else None
    if right is None or fitted is None:
        return None
    low, high = fitted if fitted[0].amount <= fitted[1].amount else (fitted[1], fitted[0])
    first = short.first - 1 - (row.words[short.first - 1] in row.tongue.determiners)
    return Pair(low, high, first, right.last)


def _right(row: Row, at: int) -> Amount | None:
    """The second amount, behind a currency too."""
    at += row.words[at] in row.tongue.determiners and row.words[at] not in row.tongue.articles
    for place in (at, at + 1, at + 2):
        if row.digits(place) or row.words[place] in row.tongue.starts:
            found = amounts.read(row, place)
            return found if found and found.first <= at else None
        if row.words[place][:1].isalpha() and len(row.words[place]) > 4:
            return None
    return None


def _dashed(row: Row, left: Amount, at: int) -> Pair | Score | None:
    """`10-15 people`, `5- to 11-year-olds`; `3-1` is a score, `1-800-555` no number."""
    if row.words[at + 1] in row.tongue.to and row.glued(at - 1):
        at += 1 + (row.words[at + 2] in _DASHES)
    elif row.glued(at - 1) != row.glued(at):
        return None
    right = _right(row, at + 1)
    if right is None:
        return None
    if row.words[right.last] in _DASHES and row.digits(right.last + 1):
        return Score(_row_end(row, right.last))
    fitted = _fitted(left, right)
    if fitted is None or fitted[0].amount >= fitted[1].amount:
        return Score(right.last)
    return Pair(*fitted, left.first, right.last)


def _row_end(row: Row, at: int) -> int:
    while row.words[at] in _DASHES and row.digits(at + 1):
        at += 2
    return at


def _to(row: Row, left: Amount, before: str) -> Pair | None:
    right = _right(row, left.last + 1)
    if right is None or right.numeral.share:
        return None
    fitted = _fitted(left, right)
    if fitted is None:
        return None
    back = row.words[max(0, left.first - _BACK) : left.first]
    since = before in row.tongue.since and row.tongue.language == "en"
    moved = since or not row.tongue.changes.isdisjoint(back)
    ranging = not row.tongue.ranging.isdisjoint(back)
    plain = left.unit is None and right.unit is not None and before not in row.tongue.since
    if (moved and not ranging and not plain) or fitted[0].amount >= fitted[1].amount:
        low = fitted[0] if left.unit is None else left
        return Pair(low, fitted[1], left.first, right.last, apart=True)
    return Pair(*fitted, left.first - (before in row.tongue.since), right.last)


def _or(row: Row, left: Amount) -> Pair | None:
    right = _right(row, left.last + 1)
    fitted = _fitted(left, right) if right else None
    if right is None or fitted is None or left.unit is not None:
        return None
    low, high = (each.amount for each in fitted)
    apart = not low < high <= 2 * low
    return Pair(*fitted, left.first, right.last, apart=apart, vague=not apart)


def _fitted(left: Amount, right: Amount) -> tuple[Amount, Amount] | None:
    """Both in the unit and the scale of one; None where they do not go together."""
    left = _scaled_alike(left, right)
    if left.unit == right.unit:
        return left, right
    if str(right.unit).startswith(f"{left.unit} / "):
        return left._replace(unit=right.unit), right
    if left.unit is None:
        return left._replace(unit=right.unit, kind=right.kind), right
    if right.unit is None:
        # "$5 to 7" is money, "5 percent to 7" is not said.
        alike = left.start < left.numeral.first or left.kind == "money"
        return (left, right._replace(unit=left.unit, kind=left.kind)) if alike else None
    return _converted(left, right)


def _scaled_alike(left: Amount, right: Amount) -> Amount:
    """`5 to 7 million` are millions both; `500,000 to 2 million` are not."""
    if left.numeral.scaled or not right.numeral.scaled or not right.amount:
        return left
    scale = _scale(right)
    if scale <= 1 or left.amount <= 0 or left.amount * scale >= right.amount or left.amount >= 1000:
        return left
    return amounts.scaled(left, scale)


def _scale(amount: Amount) -> Decimal:
    """1000000 of "7 million", whose last digit is one of millions."""
    return amount.numeral.scale


def _converted(left: Amount, right: Amount) -> tuple[Amount, Amount] | None:
    changed = units.convert(left.amount, str(left.unit), str(right.unit))
    if changed is None or not left.amount:
        return None
    factor = changed / left.amount
    return amounts.scaled(left, factor)._replace(unit=right.unit, kind=right.kind), right
