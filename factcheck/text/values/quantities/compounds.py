"""Amounts in two units: `6 feet 2 inches`, `four years and five months`."""

from decimal import Decimal

from factcheck.text.values import units
from factcheck.text.values.quantities import amounts
from factcheck.text.values.quantities.amounts import Amount
from factcheck.text.values.quantities.digits import shortened
from factcheck.text.values.quantities.rows import Row
from factcheck.words import ValueKind

_KINDS = {ValueKind.QUANTITY, ValueKind.DURATION}


def joined(row: Row, amount: Amount) -> Amount:
    """`amount` with what follows in a smaller unit of its kind."""
    if amount.kind not in _KINDS or amount.unit is None or "/" in amount.unit:
        return amount
    at = amount.last
    if half := _half(row, amount):
        return half
    at += row.words[at] in row.tongue.both or row.words[at] == ","
    if not (row.digits(at) or row.words[at] in row.tongue.plain):
        return amount
    part = amounts.read(row, at)
    total = _sum(amount, part) if part and part.first == at else None
    return joined(row, total) if total else amount


def _half(row: Row, amount: Amount) -> Amount | None:
    """`two years and a half`, `dos años y medio`."""
    last = half_at(row, amount.last)
    if not last or amount.amount % 1:
        return None
    numeral = amount.numeral._replace(amount=amount.amount + Decimal("0.5"), step=Decimal("0.1"))
    return amount._replace(numeral=numeral, last=last, end=row.ends[last - 1])


def half_at(row: Row, at: int) -> int:
    """The word behind "and a half" at word `at`; 0 where it is another half, "and half a day"."""
    if row.words[at] not in row.tongue.both:
        return 0
    at += 1 + (row.words[at + 1] in row.tongue.articles)
    if row.words[at] not in row.tongue.halves:
        return 0
    another = row.tongue.articles
    if row.tongue.language == "en":  # "Sept heures et demie du matin" is one value.
        another |= row.tongue.of | row.tongue.determiners
    return 0 if row.words[at + 1] in another else at + 1


def _sum(amount: Amount, part: Amount) -> Amount | None:
    if part.kind is not amount.kind or part.unit in {None, amount.unit}:
        return None
    more = units.convert(part.amount, str(part.unit), str(amount.unit))
    # The part is less than one of what stands before, or it is a value by itself.
    if more is None or not 0 < more < min(amount.step, Decimal(1)):
        return None
    total = shortened(amount.amount + more)
    step = shortened(part.step * more / part.amount)
    numeral = amount.numeral._replace(amount=total, step=step)
    return amount._replace(numeral=numeral, last=part.last, end=part.end)
