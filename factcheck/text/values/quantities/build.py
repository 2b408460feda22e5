"""From amounts to values: with bounds, what is counted, and the words as they stand."""

from decimal import Decimal
from typing import NamedTuple

from factcheck.text.values import units
from factcheck.text.values.quantities import bounds, counted
from factcheck.text.values.quantities.amounts import Amount
from factcheck.text.values.quantities.bounds import Limit
from factcheck.text.values.quantities.ranges import Pair
from factcheck.text.values.quantities.rows import Row
from factcheck.text.values.quantities.shares import Ratio
from factcheck.text.values.quantities.tongues.shape import Order
from factcheck.text.values.value import Value
from factcheck.words import Bound, ValueKind

_LONG = 3
_SMALL = 10
_BACK = 8


class Frame(NamedTuple):
    """What stands around an amount: its first word, the noun, the end of the words."""

    first: int
    of: str | None = None
    #: A code point.
    end: int = 0
    #: The word at which "or more" may stand.
    behind: int | None = None


def single(row: Row, amount: Amount, frame: Frame | None = None) -> Value:
    """The value of one amount."""
    frame = frame or Frame(amount.first)
    limit = limited(row, amount, frame.first)
    open_ = limit.bound in {Bound.EXACT, Bound.ABOUT}
    behind = amount.last if frame.behind is None else frame.behind
    tail = bounds.after(row, behind) if open_ else None
    bound, vague = _both(limit, tail, amount)
    low, high = bounds.ends(bound, amount.amount)
    start = row.starts[limit.edge] if limit.edge < frame.first else _start(row, amount, frame.first)
    end = max(frame.end, amount.end, row.ends[tail.edge - 1] if tail else 0)
    return Value(
        kind=amount.kind or ValueKind.COUNT,
        text=row.text[start:end],
        start=start,
        end=end,
        low=low,
        high=high,
        unit=amount.unit,
        bound=bound,
        approximate=vague,
        of=frame.of,
        step=amount.step,
        remarks=tuple(dict.fromkeys(amount.remarks)),
    )


def _start(row: Row, amount: Amount, first: int) -> int:
    return amount.start if first == amount.first else row.starts[first]


def _both(limit: Limit, tail: Limit | None, amount: Amount) -> tuple[Bound, bool]:
    """The bound before holds over the one behind, and over "a couple of"."""
    bounds_ = [limit.bound, tail.bound if tail else Bound.EXACT]
    bounds_.append(amount.numeral.vague or Bound.EXACT)
    vague = limit.vague or (tail is not None and tail.vague) or amount.numeral.vague is not None
    sure = [each for each in bounds_ if each not in {Bound.EXACT, Bound.ABOUT}]
    if sure:
        return sure[0], vague
    return Bound.ABOUT if vague else Bound.EXACT, vague


def limited(row: Row, amount: Amount, first: int) -> Limit:
    """The bound before word `first`, unless it is a preposition of place, topic or time."""
    limit = bounds.before(row, first)
    if limit.edge == first:
        return limit
    nothing = Limit(Bound.EXACT, vague=False, edge=first)
    if bounds.is_unsure(row, limit) and _is_no_bound(row, amount, limit):
        return nothing
    return limit


def _is_no_bound(row: Row, amount: Amount, limit: Limit) -> bool:
    word = row.words[limit.edge]
    if word in {"some", "~"}:
        return False
    if word == "hasta":
        # "Subió hasta el 12 %" says where it went.
        back = row.words[max(0, limit.edge - _BACK) : limit.edge]
        return not row.tongue.changes.isdisjoint(back)
    numeral = amount.numeral
    bare = amount.unit is None and not (numeral.digits or numeral.scaled or numeral.share)
    if bare and amount.amount < _SMALL:
        return True
    if word in {"within", "near"}:
        return amount.unit is None
    if word == "over" and amount.kind is ValueKind.DURATION:
        return _is_period(row, limit.edge)
    return bounds.is_topic(row, limit.edge)


def _is_period(row: Row, at: int) -> bool:
    """`$2bn over four years`, `killed 20 people over two days`: in the course of them."""
    if not at:
        return False
    word = row.words[at - 1]
    if word in row.tongue.spread or row.digits(at - 1) or word in row.tongue.scales or word in "%)":
        return True
    return counted.is_plural(word, row.tongue)


def pair(row: Row, found: Pair, frame: Frame) -> Value:
    """The value of a range."""
    low, high = found.low, found.high
    limit = limited(row, low, frame.first)
    start = row.starts[limit.edge] if limit.edge < frame.first else row.starts[frame.first]
    start, end = min(start, low.start), max(frame.end, high.end)
    return Value(
        kind=high.kind or ValueKind.COUNT,
        text=row.text[start:end],
        start=start,
        end=end,
        low=low.amount,
        high=high.amount,
        unit=high.unit,
        bound=Bound.BETWEEN,
        approximate=found.vague or limit.vague,
        of=frame.of,
        step=min(low.step, high.step),
        remarks=tuple(dict.fromkeys(low.remarks + high.remarks)),
    )


def ratio(row: Row, found: Ratio, amount: Amount) -> Value:
    """The value of a ratio; a share is of the noun behind it."""
    of = found.of
    if found.unit is None and of is None:
        noun = counted.noun(row, found.last)
        of = noun.name if noun else counted.share(row, found.last)
    numeral = amount.numeral._replace(amount=found.amount, step=found.step)
    end = row.ends[found.last - 1]
    shared = amount._replace(
        numeral=numeral, last=found.last, end=end, kind=ValueKind.RATIO, unit=found.unit
    )
    return single(row, shared, Frame(shared.first, of))


def mass(row: Row, at: int) -> tuple[Value, int] | None:
    """`dozens of people`, `hundreds of thousands`, `millions of dollars`."""
    tongue = row.tongue
    least, last = tongue.masses.get(row.words[at], 0), at + 1
    for _ in range(_LONG):
        scale = tongue.masses.get(row.words[last + 1], 0) if row.words[last] in tongue.of else 0
        if not scale:
            break
        least, last = least * (scale // 2), last + 2
    if not least or (row.words[at] in _OTHERS and last == at + 1 and row.words[last] != "of"):
        return None
    return _mass(row, at, last, Decimal(least))


# "test scores" and "the tens" are no figures.
_OTHERS = frozenset({"scores", "tens"})


def _mass(row: Row, at: int, last: int, least: Decimal) -> tuple[Value, int] | None:
    end, of, unit, kind = row.ends[last - 1], None, None, ValueKind.COUNT
    linked = row.words[last] in row.tongue.of
    joins = linked or row.tongue.order is Order.CAPITAL
    behind = last + linked
    named = units.after(row.text, row.ends[behind - 1], row.tongue.language) if joins else None
    noun = counted.noun(row, behind) if joins else None
    if named:
        end, unit, kind = named.end, named.unit, named.kind
    elif noun:
        end, of = row.ends[noun.last - 1], noun.name
    elif row.words[at] in _OTHERS:
        return None
    limit = bounds.before(row, at)
    start = row.starts[limit.edge]
    value = Value(
        kind=kind,
        text=row.text[start:end],
        start=start,
        end=end,
        low=least,
        unit=unit,
        bound=Bound.AT_LEAST,
        approximate=True,
        of=of,
    )
    return value, row.at(end)
