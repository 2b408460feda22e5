"""A numeral with its currency or unit: `$2.4bn`, `37 miles per hour`, `two full days`."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.text.values import units
from factcheck.text.values.quantities import bounds, counted, numerals
from factcheck.text.values.quantities.digits import shortened
from factcheck.text.values.quantities.numeral import Numeral
from factcheck.text.values.quantities.rows import Row
from factcheck.text.values.units.names import names
from factcheck.words import ValueKind


class Amount(NamedTuple):
    """A numeral and its unit; `first` and `last` are words, `last` left out."""

    numeral: Numeral
    first: int
    last: int
    #: Code points.
    start: int
    end: int
    unit: str | None = None
    kind: ValueKind | None = None
    remarks: tuple[str, ...] = ()

    @property
    def amount(self) -> Decimal:
        return self.numeral.amount

    @property
    def step(self) -> Decimal:
        return self.numeral.step


def read(row: Row, at: int, *, joined: bool = True) -> Amount | None:
    """The amount whose numeral begins with word `at`; None where there is none."""
    numeral = numerals.read(row, at, joined=joined)
    if numeral is None:
        return None
    numeral, first = _signed(row, numeral)
    sign = _currency(row, first)
    if sign:
        return _money(row, numeral, first, sign)
    numeral = _lettered(row, numeral)
    start, end = row.starts[first], row.ends[numeral.last - 1]
    bare = Amount(numeral, first, numeral.last, start, end, remarks=numeral.remarks)
    if numeral.share:
        # "Half an hour" is no half for each hour.
        return _with_unit_behind(row, bare) or _with_unit(row, bare) or bare
    return _with_unit(row, bare) or _with_unit_behind(row, bare) or bare


def scaled(amount: Amount, scale: Decimal) -> Amount:
    numeral = amount.numeral
    larger = numeral._replace(
        amount=shortened(numeral.amount * scale), step=shortened(numeral.step * scale)
    )
    return amount._replace(numeral=larger)


def _signed(row: Row, numeral: Numeral) -> tuple[Numeral, int]:
    """`minus five`, `-5`: a hyphen only where it touches the digits and nothing before it."""
    first = numeral.first
    sign = row.words[first - 1] if first else ""
    touches = sign in _MINUS and sign != "" and row.glued(first - 1) and numeral.digits
    if (
        touches
        and (first < 2 or not row.glued(first - 2))
        and (_is_measured(row, numeral) or (first > 1 and row.words[first - 2].isalpha()))
    ):
        return numeral._replace(amount=-numeral.amount), first - 1
    if sign in row.tongue.minus and bounds.before(row, first).edge == first:
        return numeral._replace(amount=-numeral.amount), first - 1
    return numeral, first


_MINUS = "-\u2212\u2013"


def _is_measured(row: Row, numeral: Numeral) -> bool:
    """Whether a unit follows: a hyphen before a bare number may be the mark of a list."""
    return units.after(row.text, row.ends[numeral.last - 1], row.tongue.language) is not None


def _currency(row: Row, first: int) -> units.Named | None:
    if not first:
        return None
    sign = row.words[first - 1]
    if sign.isalpha() and not (1 < len(sign) < 6 and row.capital(first - 1)):
        return None
    return units.before(row.text, row.starts[first], row.tongue.language)


def _money(row: Row, numeral: Numeral, first: int, sign: units.Named) -> Amount:
    word = row.words[numeral.last]
    if word in row.tongue.letters and not numeral.scaled and not _is_word(row, numeral.last):
        numeral = numerals.times(numeral, row.tongue.letters[word], numeral.last + 1)
    start, first = sign.end, row.at(sign.end)
    end = row.ends[numeral.last - 1]
    remarks = numeral.remarks + sign.remarks
    money = Amount(numeral, first, numeral.last, start, end, sign.unit, sign.kind, remarks)
    return _rated(row, _spelt_too(row, money))


def _is_word(row: Row, at: int) -> bool:
    """`$5 m` is a scale, `$5 T-shirts` is not."""
    return not row.glued(at - 1) and row.words[at + 1] in {"-", "'"} and row.glued(at)


def _spelt_too(row: Row, money: Amount) -> Amount:
    """`$5 million dollars`, `€5 Euro`."""
    if not row.words[money.last].isalpha():
        return money
    named = units.after(row.text, money.end, row.tongue.language)
    if named and named.kind is ValueKind.MONEY and named.unit.startswith(str(money.unit)):
        return _ended(row, money._replace(unit=named.unit), named.end)
    return money


def _rated(row: Row, money: Amount) -> Amount:
    """`$50 a barrel`, `$15 per hour`; not `$5 a year ago`."""
    at, tongue = money.last, row.tongue
    if row.words[at] not in tongue.per or "/" in str(money.unit):
        return money
    named = units.after(row.text, row.ends[at], tongue.language)
    if named is None or named.kind not in {ValueKind.QUANTITY, ValueKind.DURATION}:
        return money
    if row.words[row.at(named.end)] in tongue.ago:
        return money
    return _ended(row, money._replace(unit=f"{money.unit} / {named.unit}"), named.end)


def rated(row: Row, count: Amount, last: int, end: int) -> tuple[Amount, int, int]:
    """`500,000 vehicles a year`: a count with its rate, the word behind it, and its end."""
    if row.words[last] not in row.tongue.per:
        return count, last, end
    named = units.after(row.text, row.ends[last], row.tongue.language)
    if named is None or named.kind is not ValueKind.DURATION:
        return count, last, end
    behind = row.at(named.end)
    if row.words[behind] in row.tongue.ago:
        return count, last, end
    return count._replace(unit=f"1 / {named.unit}", kind=ValueKind.COUNT), behind, named.end


def _ended(row: Row, amount: Amount, end: int) -> Amount:
    return amount._replace(last=row.at(end), end=end)


def _lettered(row: Row, numeral: Numeral) -> Numeral:
    """`2.5m people` are millions, `2.5m` alone are metres."""
    at = numeral.last
    letter = row.words[at]
    if not numeral.digits or letter not in row.tongue.letters or not row.glued(at - 1):
        return numeral
    if row.glued(at) and row.words[at + 1] not in _CLOSING:
        return numeral
    large = letter == "k" or _is_large(row, at)
    if (large and not _is_numbered(row, numeral.first)) or _counts(row, at + 1):
        return numerals.times(numeral, row.tongue.letters[letter], at + 1)
    return numeral


def _is_numbered(row: Row, first: int) -> bool:
    """`Courtroom 3B`, `seat 14M`: behind a label or a name the letter is no scale."""
    word, tongue = row.words[first - 1] if first else "", row.tongue
    if word in tongue.labels or word in tongue.maybe_labels:
        return True
    return first > 0 and row.capital(first - 1) and counted.is_noun(row, first - 1)


_ENDING = frozenset(".,;:!?)")
_CLOSING = frozenset(".,;:!?)\u201d\"'\u2019-\u2013+")


def _is_large(row: Row, at: int) -> bool:
    """`5M`, `5B`; `5T` and `5MM` may be anything."""
    return row.capital(at) and row.words[at] in {"m", "b"}


def _counts(row: Row, at: int) -> bool:
    """Whether a plural or another unit follows: `2.5m people`, `2.5m tonnes`."""
    if row.words[at] in row.tongue.of:
        return True
    after = units.after(row.text, row.ends[at - 1], row.tongue.language)
    if after is not None:
        return True
    found = counted.noun(row, at)
    return found is not None and found.last - at <= 4


def _with_unit(row: Row, bare: Amount) -> Amount | None:
    if row.text[bare.end : bare.end + 1] in _ENDING:
        return None
    if _is_lettered(row, bare) or not _may_be_unit(row, bare):
        return None
    named = units.after(row.text, bare.end, row.tongue.language)
    if named is None:
        return None
    remarks = bare.remarks + named.remarks
    # "7,000 a day" is a count.
    kind = ValueKind.COUNT if _is_often(named.unit) else named.kind
    found = bare._replace(unit=named.unit, kind=kind, remarks=remarks)
    ended = _whole(_ended(row, found, named.end))
    return _rated(row, ended) if named.kind is ValueKind.MONEY else ended


def _is_often(unit: str) -> bool:
    return unit.count("/") == 1 and unit[0] == "1" and units.dimension(unit) == "1 / time"


def _is_lettered(row: Row, bare: Amount) -> bool:
    """The letter of `Courtroom 3B` is no byte."""
    single = len(row.words[bare.last]) == 1 and row.glued(bare.last - 1)
    if not single or not row.capital(bare.last):
        return False
    if row.words[bare.last] in _DEGREES:
        return bool(bare.first) and row.words[bare.first - 1] in row.tongue.labels
    return _is_numbered(row, bare.first)


# "In Phoenix 110F".
_DEGREES = frozenset({"c", "f"})


# Most words behind a numeral name no unit, and to look for one is dear.
_SHORT = 4


def _may_be_unit(row: Row, bare: Amount) -> bool:
    word = row.words[row.at(bare.end)]
    return len(word) < _SHORT or not word.isalpha() or word in _unit_starts(row.tongue.language)


@cache
def _unit_starts(language: str) -> frozenset[str]:
    known = names(language)
    return frozenset(known.longest).union(symbol.lower() for symbol in known.symbols)


def _whole(amount: Amount) -> Amount:
    """Cents in dollars, basis points in percentage points."""
    unit = str(amount.unit)
    base, _, rate = unit.partition(" / 100")
    if base in {"", "1", unit} or rate[:1].isdigit():
        return amount
    return scaled(amount, Decimal("0.01"))._replace(unit=base + rate)


def _with_unit_behind(row: Row, bare: Amount) -> Amount | None:
    """`two full days`, `half an hour`, `20 more minutes`."""
    at, tongue = bare.last, row.tongue
    if row.words[at - 1] in tongue.dozens and row.words[at] in tongue.of:
        # "Une quinzaine de jours".
        found = _with_unit(row, bare._replace(end=row.ends[at]))
        return found if found and found.kind is not ValueKind.MONEY else None
    if bare.numeral.share and row.words[at] in tongue.of:
        at += 1
    if bare.numeral.share and row.words[at] in tongue.articles:
        at += 1
    while at - bare.last < 3 and row.words[at] in tongue.inner:
        at += 1
    if at == bare.last or (row.words[at - 1] in tongue.of):
        return None
    return _with_unit(row, bare._replace(end=row.ends[at - 1]))
