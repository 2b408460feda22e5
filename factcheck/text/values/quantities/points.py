"""Points that are percentage points: `4.2 percent, up 0.1 points`."""

from collections.abc import Iterator

from factcheck.text.values.quantities.amounts import Amount
from factcheck.text.values.quantities.rows import Row
from factcheck.words import ValueKind

_FARTHEST = 40
_MOST = 100
_ENDS = frozenset({".", "!", "?", ""})


def read(row: Row, amount: Amount) -> Amount | None:
    """The amount in percentage points; None where nothing says that its points are of percent."""
    if amount.unit is not None or amount.numeral.scaled or amount.amount >= _MOST:
        return None
    if row.words[amount.last] not in row.tongue.percent_points or not _is_of_percent(row, amount):
        return None
    end = row.ends[amount.last]
    return amount._replace(
        unit="percentage point",
        kind=ValueKind.PERCENTAGE_POINT,
        last=amount.last + 1,
        end=end,
    )


def _is_of_percent(row: Row, amount: Amount) -> bool:
    """A percent stands in the sentence, and neither an index nor a game."""
    found = set(_sentence(row, amount))
    return not found.isdisjoint(row.tongue.percents) and found.isdisjoint(row.tongue.scored)


def _sentence(row: Row, amount: Amount) -> Iterator[str]:
    for at in range(amount.first - 1, max(-1, amount.first - _FARTHEST), -1):
        if _ends(row, at):
            break
        yield row.words[at]
    for at in range(amount.last, min(amount.last + _FARTHEST, len(row.words))):
        if _ends(row, at):
            break
        yield row.words[at]


def _ends(row: Row, at: int) -> bool:
    return row.words[at] in _ENDS or "\n" in row.words[at]
