"""Ratios and multiples: `one in five`, `nine out of ten`, `three times`, `doubled`, `tenfold`."""

from decimal import Decimal
from typing import NamedTuple

from factcheck.text.values import units
from factcheck.text.values.quantities import amounts, counted, fractions
from factcheck.text.values.quantities.amounts import Amount
from factcheck.text.values.quantities.digits import shortened
from factcheck.text.values.quantities.numeral import Numeral
from factcheck.text.values.quantities.rows import Row
from factcheck.words import ValueKind

_MOST = 20


class Ratio(NamedTuple):
    """A ratio in words `first` up to `last`; `unit` is "times" for multiples."""

    amount: Decimal
    first: int
    last: int
    unit: str | None = None
    step: Decimal = Decimal(1)
    of: str | None = None


def among(row: Row, left: Amount) -> Ratio | None:
    """`one in five`, `1 in 1,000`; not `two in 10 minutes`."""
    if left.unit is not None or left.numeral.scaled or not 0 < left.amount < _MOST:
        return None
    at = left.last
    at += row.words[at] == "-"
    if row.words[at] not in row.tongue.among_starts:
        return None
    for length in (4, 3, 2, 1):
        if tuple(row.words[at : at + length]) in row.tongue.among:
            return _among(row, left, at + length)
    return None


def one_among(row: Row, at: int) -> tuple[Ratio, Amount] | None:
    """`un Français sur cinq`, `uno de cada cinco`, `one person in five`."""
    tongue = row.tongue
    word = row.words[at]
    amount = 1 if word in tongue.articles or word in tongue.one else tongue.plain.get(word, 0)
    if not amount or (amount > 1 and tongue.language != "fr") or (word in {"a", "an"}):
        return None
    numeral = Numeral(at, at + 1, Decimal(amount), Decimal(1), digits=False)
    left = Amount(numeral, at, at + 1, row.starts[at], row.ends[at])
    for skipped in range(3):
        found = among(row, left._replace(last=at + 1 + skipped))
        if found:
            noun = row.words[at + 1] if skipped and row.words[at + 1] not in tongue.of else None
            of = counted.singular(noun, tongue) if noun else None
            return found._replace(of=of), left
        if not row.words[at + 1 + skipped].isalpha():
            return None
    return None


def each(row: Row, at: int) -> tuple[Ratio, Amount] | None:
    """`jeder fünfte Schüler`, from the ordinal on; `jeden zweiten Tag` is no share."""
    if not at or row.words[at - 1] not in row.tongue.each:
        return None
    number = row.tongue.ordinals.get(row.words[at], 0)
    noun = counted.phrase(row, at + 1) if number > 1 else None
    if noun is None or _is_time(row, at + 1):
        return None
    amount = shortened(Decimal(1) / number)
    numeral = Numeral(at - 1, noun.last, amount, fractions.STEP, digits=False)
    start, end = row.starts[at - 1], row.ends[noun.last - 1]
    ratio = Ratio(amount, at - 1, noun.last, step=fractions.step(amount), of=noun.name)
    return ratio, Amount(numeral, at - 1, noun.last, start, end)


def _is_time(row: Row, at: int) -> bool:
    named = units.after(row.text, row.ends[at - 1], row.tongue.language)
    return named is not None and named.kind is ValueKind.DURATION


def _among(row: Row, left: Amount, at: int) -> Ratio | None:
    at += row.words[at] == "-"
    right = amounts.read(row, at)
    if (
        right is None
        or right.unit is not None
        or not _is_whole(right)
        or right.amount <= left.amount
    ):
        return None
    plain = row.words[at - 1] in {"in", "-"}
    if plain and left.amount > 1 and not _is_round(right.amount):
        return None
    amount = shortened(left.amount / right.amount)
    return Ratio(amount, left.first, right.last, step=fractions.step(amount))


def _is_whole(amount: Amount) -> bool:
    year = amount.numeral.digits and 1100 <= amount.amount <= 2099 and not amount.numeral.scaled
    year = year and len(str(amount.amount)) == amount.end - amount.start and amount.amount % 100 > 0
    return amount.amount == amount.amount.to_integral_value() and not year


def _is_round(amount: Decimal) -> bool:
    """What people give odds in."""
    return 2 <= amount <= 20 or amount % 5 == 0


def times(row: Row, left: Amount) -> Ratio | None:
    """`three times`, `10-fold`, `3x`."""
    if left.unit not in {None, "times"}:
        return None
    if left.unit == "times" and row.digits(left.last) and row.glued(left.last - 1):
        return None
    if left.unit == "times":
        return Ratio(left.amount, left.first, left.last, "times", left.step)
    at = left.last
    at += row.words[at] in {"-", "\u2011"} and row.glued(at)
    if row.words[at] not in row.tongue.times or row.digits(at + 1):
        return None
    return Ratio(left.amount, left.first, at + 1, "times", left.step)


def multiple(row: Row, at: int) -> Ratio | None:
    """`twice`, `doubled`, `double the`, `tenfold`."""
    word, tongue = row.words[at], row.tongue
    if word in tongue.folds:
        return Ratio(Decimal(tongue.folds[word]), at, at + 1, "times")
    said = tongue.multiples.get(word)
    if said is None and row.words[at + 1] in tongue.multiplied:
        said = tongue.maybe_multiples.get(word)
    if said is None and at and (row.words[at - 1] in tongue.toward):
        said = tongue.maybe_multiples.get(word)
    if said is None:
        return None
    amount = Decimal(said)
    return Ratio(amount, at, at + 1, "times", Decimal(1) if amount > 1 else fractions.STEP)
