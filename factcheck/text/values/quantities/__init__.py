"""Figures in a text: counts, quantities, money, shares, ages, ranks and spans of time.

Dates and times of day are found elsewhere; a numeral that is plainly part of one is left out.
"""

from decimal import Decimal

from factcheck.text.values import units
from factcheck.text.values.quantities import (
    ages,
    amounts,
    bounds,
    build,
    compounds,
    counted,
    fractions,
    labels,
    ordinals,
    points,
    ranges,
    rows,
    shares,
    spelled,
)
from factcheck.text.values.quantities.amounts import Amount
from factcheck.text.values.quantities.build import Frame
from factcheck.text.values.quantities.numeral import Numeral
from factcheck.text.values.quantities.ranges import Pair
from factcheck.text.values.quantities.rows import Row
from factcheck.text.values.quantities.tongues import tongue
from factcheck.text.values.value import Value
from factcheck.words import Bound, ValueKind

# What it takes to look for a value, against reading a word.
LOOK = 60
# No sentence has so many figures and signs in a row.
_COLUMN = 60
# Values, and the word to go on with.
Step = tuple[list[Value], int]


def find(text: str, language: str = "en") -> list[Value]:
    """The figures in `text` in reading order; they never overlap. Offsets are code points."""
    return read(text, language)[0]


def read(text: str, language: str) -> tuple[list[Value], int]:
    """The figures, and the work that it took: a word counts 1, a look at a figure `LOOK`."""
    row = rows.read(text, tongue(language))
    found: list[Value] = []
    done = tries = end = 0
    beginnings = _beginnings(row)
    for at in beginnings:
        if at < done:
            continue
        done = _column(row, at)
        if not done:
            values, done = _read(row, at)
            tries += bool(values) or row.words[at] not in row.tongue.articles
            for value in values:
                if value.start >= end:
                    found.append(value)
                    end = value.end
    return found, len(row.words) + 2 * len(beginnings) + LOOK * tries


def _beginnings(row: Row) -> list[int]:
    """The words at which a figure may begin."""
    starts = row.tongue.starts
    if row.tongue.language == "de":
        return [
            at
            for at, word in enumerate(row.words)
            if word in starts or row.digits(at) or _is_compound(row, word)
        ]
    return [
        at
        for at, word in enumerate(row.words)
        if word in starts or not (word[:1].isalpha() or not row.digits(at))
    ]


def _column(row: Row, at: int) -> int:
    """The end of a column of bare figures, which says of none what it is; 0 where there is none."""
    first, filling = at, row.tongue.filling
    while (word := row.words[at]) and (word in filling or not word[0].isalpha()):
        at += 1
    return at if at - first >= _COLUMN else 0


def _is_compound(row: Row, word: str) -> bool:
    """`zweihunderttausend`, which no table lists."""
    if len(word) < 7:
        return False
    if word.endswith(("einhalb", "anderthalb", "zigste", "zigsten", "zigster", "zigstes")):
        return True
    return spelled.compound(word, row.tongue) is not None


def _read(row: Row, at: int) -> Step:
    """The values at word `at`."""
    if row.words[at] in row.tongue.articles and not _may_be_one(row, at):
        return [], at + 1
    if row.digits(at) and not row.glued(at):
        return _amount(row, at)
    share = shares.each(row, at)
    if share:
        return [build.ratio(row, *share)], share[0].last
    ranked = ordinals.read(row, at)
    if ranked:
        return [ranked[0]] if ranked[0] else [], ranked[1]
    return _decade(row, at) or _multiple(row, at) or _mass(row, at) or _amount(row, at)


def _may_be_one(row: Row, at: int) -> bool:
    """An article begins a figure only before a few words, or behind a bound."""
    if row.tongue.language != "en":
        return True
    behind = row.words[at + 1]
    return (
        behind in row.tongue.starts
        or behind in row.tongue.vague_seconds
        or bounds.before(row, at).edge < at
        or _is_span(row, at)
    )


def _is_span(row: Row, at: int) -> bool:
    """`a decade`, and `an hour and a half`."""
    tongue, behind = row.tongue, row.words[at + 1]
    if behind in tongue.spans:
        return row.words[at + 2] not in tongue.ago and not _is_rate(row, at)
    return behind in tongue.half_spans and compounds.half_at(row, at + 2) > 0


def _is_rate(row: Row, at: int) -> bool:
    """`once a decade`, `$5 a century`."""
    before = row.words[at - 1] if at else ""
    tongue = row.tongue
    counts = row.digits(at - 1) or before in tongue.scales or before in _TIMES
    return counts or before in tongue.of


def _decade(row: Row, at: int) -> Step | None:
    """`in her 30s`."""
    grouped = ages.group(row, at)
    if grouped:
        return _group(row, at, *grouped)
    found = ages.decade(row, at)
    if found is None:
        return None
    low, high, first, last = found
    start, end = row.starts[first], row.ends[last - 1]
    value = Value(
        ValueKind.AGE,
        row.text[start:end],
        start,
        end,
        low,
        high,
        "year",
        Bound.BETWEEN,
        approximate=True,
        step=Decimal(1),
    )
    return [value], last


def _group(row: Row, at: int, bound: Bound, first: int) -> Step:
    """`under-18s`."""
    start, end = row.starts[first], row.ends[at + 1]
    low, high = bounds.ends(bound, Decimal(row.words[at]))
    value = Value(
        ValueKind.AGE, row.text[start:end], start, end, low, high, "year", bound, step=Decimal(1)
    )
    return [value], at + 2


def _multiple(row: Row, at: int) -> Step | None:
    found = shares.multiple(row, at)
    if found is None:
        return None
    numeral = Numeral(at, found.last, found.amount, found.step, digits=False)
    place = row.starts[at], row.ends[found.last - 1]
    amount = Amount(numeral, at, found.last, *place, unit="times", kind=ValueKind.RATIO)
    return [build.ratio(row, found, amount)], found.last


def _mass(row: Row, at: int) -> Step | None:
    found = build.mass(row, at) if row.words[at] in row.tongue.masses else None
    return ([found[0]], found[1]) if found else None


def _amount(row: Row, at: int) -> Step:
    ratio = shares.one_among(row, at)
    if ratio:
        return [build.ratio(row, ratio[0], ratio[1])], ratio[0].last
    amount = amounts.read(row, at) or _one(row, at)
    if amount is None or _is_spoken_year(row, amount):
        return [], at + 1
    pair = ranges.read(row, amount)
    if isinstance(pair, Pair):
        return _pair(row, pair)
    if pair:
        return [], pair.last
    return _single(row, compounds.joined(row, amount))


_TIMES = frozenset({"once", "twice", "times", "percent", "%"})


def _is_spoken_year(row: Row, amount: Amount) -> bool:
    """`nineteen eighty-four`."""
    at = amount.first
    if not at or amount.numeral.digits or amount.amount >= 100:
        return False
    return 10 <= row.tongue.plain.get(row.words[at - 1], 0) < 100


def _one(row: Row, at: int) -> Amount | None:
    """`more than a year`."""
    if row.words[at] not in row.tongue.articles | row.tongue.one:
        return None
    if bounds.before(row, at).edge == at and not _is_span(row, at):
        return None
    named = units.after(row.text, row.ends[at], row.tongue.language)
    if named is None or named.kind not in {ValueKind.DURATION, ValueKind.QUANTITY}:
        return None
    numeral = Numeral(at, at + 1, Decimal(1), Decimal(1), digits=False)
    last = row.at(named.end)
    return Amount(numeral, at, last, row.starts[at], named.end, named.unit, named.kind)


def _pair(row: Row, pair: Pair) -> Step:
    if pair.apart:
        low, _ = _single(row, pair.low)
        high, last = _single(row, pair.high)
        return low + high, last
    if labels.is_code(row, pair.low) or _is_years(row, pair.low, pair.high):
        return [], pair.last
    return _range(row, pair)


def _is_years(row: Row, low: Amount, high: Amount) -> bool:
    return labels.is_day(row, high) or all(
        labels.is_year(row, each, limited=False, counts=False) for each in (low, high)
    )


def _range(row: Row, pair: Pair) -> Step:
    low, high = pair.low, pair.high
    aged = ages.read(row, high._replace(first=pair.first))
    if aged:
        high, first = aged
        low = low._replace(unit=high.unit, kind=high.kind)
        return [build.pair(row, pair._replace(low=low, high=high), Frame(first))], high.last
    noun = _noun(row, high)
    if high.unit is None and noun is None and _is_score(row, low, high):
        return [], high.last
    of = noun.name if noun else _share(row, high)
    end = row.ends[noun.last - 1] if noun else 0
    return [build.pair(row, pair, Frame(pair.first, of, end))], noun.last if noun else high.last


def _is_score(row: Row, low: Amount, high: Amount) -> bool:
    """`52-48`: short and plain, with a hyphen, and nothing behind says of what."""
    short = high.end - row.starts[high.first] < 4 and not high.numeral.scaled
    return short and row.words[low.last] in "-\u2013\u2014"


def _noun(row: Row, amount: Amount) -> counted.Noun | None:
    if amount.unit is not None:
        return None
    at = _hyphened(row, amount.last)
    return counted.joined(row, at) if at > amount.last else counted.noun(row, at)


def _share(row: Row, amount: Amount) -> str | None:
    """What a percentage or an amount of goods is of."""
    if amount.kind in {ValueKind.PERCENT, ValueKind.RATIO, ValueKind.QUANTITY}:
        return counted.share(row, amount.last)
    return None


def _hyphened(row: Row, at: int) -> int:
    """Behind the hyphen of `12-member`."""
    return at + (row.words[at] in {"-", "\u2010", "\u2011"} and row.glued(at - 1) and row.glued(at))


def _single(row: Row, amount: Amount) -> Step:
    ratio = shares.among(row, amount) or shares.times(row, amount)
    if ratio:
        return [build.ratio(row, ratio, amount)], ratio.last
    if labels.is_code(row, amount) or labels.is_clock(row, amount) or labels.is_day(row, amount):
        return [], amount.last
    aged = ages.read(row, amount)
    if aged:
        return _ages(row, *aged)
    amount = points.read(row, amount) or amount
    if amount.unit is None:
        return _part(row, amount) if amount.numeral.share else _count(row, amount)
    if labels.is_year(row, amount, limited=False, counts=False):
        return [], amount.last
    return [build.single(row, amount, Frame(amount.first, _share(row, amount)))], amount.last


def _ages(row: Row, age: Amount, first: int) -> Step:
    """`aged 19`, or `aged 19, 22 and 25`."""
    values, last = [build.single(row, age, Frame(first))], age.last
    while first < age.first or len(values) > 1:
        at = last + (row.words[last] == ",")
        at += row.words[at] in row.tongue.both
        more = amounts.read(row, at) if at > last and row.digits(at) else None
        if more is None or more.unit is not None or not ages.is_human(more):
            break
        if row.words[more.last] not in {",", ".", ")", ""} | row.tongue.both:
            break
        values.append(build.single(row, more._replace(unit="year", kind=ValueKind.AGE)))
        last = more.last
    return values, last


def _part(row: Row, amount: Amount) -> Step:
    """`two-thirds of adults`."""
    if not fractions.stands(row, amount.numeral):
        return [], amount.first + 1
    of = counted.share(row, amount.last) or _halved(row, amount)
    shared = amount._replace(kind=ValueKind.RATIO)
    return [build.single(row, shared, Frame(shared.first, of))], amount.last


def _halved(row: Row, amount: Amount) -> str | None:
    """`half the population`."""
    if row.words[amount.last] not in row.tongue.determiners:
        return None
    noun = counted.phrase(row, amount.last + 1)
    return noun.name.rsplit(" ", 1)[-1] if noun else None


def _count(row: Row, amount: Amount) -> Step:
    tail = bounds.after(row, amount.last)
    at = tail.edge if tail else amount.last
    hyphened = _hyphened(row, at)
    one = amount.amount == 1 and not amount.numeral.scaled
    if tail and ages.is_old(row, tail.edge):
        aged = amount._replace(unit="year", kind=ValueKind.AGE)
        return [build.single(row, aged)], tail.edge
    noun = counted.joined(row, hyphened) if hyphened > at else counted.noun(row, at, one=one)
    if _counts_nothing(row, amount, noun is not None):
        return [], amount.last
    of = noun.name if noun else counted.share(row, at)
    last = noun.last if noun else at
    end = row.ends[last - 1] if noun else 0
    amount, last, end = amounts.rated(row, amount, last, end) if noun else (amount, last, end)
    frame = Frame(amount.first, of, end, amount.last if tail else last)
    return [build.single(row, amount, frame)], max(last, at)


def _counts_nothing(row: Row, amount: Amount, counts: bool) -> bool:  # noqa: FBT001  passed on
    limited = build.limited(row, amount, amount.first).edge < amount.first
    if labels.is_body(row, amount):
        return True
    if labels.is_year(row, amount, limited=limited, counts=counts):
        return True
    if labels.is_label(row, amount, counts=counts) or (not counts and labels.is_model(row, amount)):
        return True
    if amount.amount == 0:
        return not amount.numeral.digits and not counts
    return not amount.numeral.digits and amount.amount == 1 and not _is_one(row, amount, counts)


def _is_one(row: Row, amount: Amount, counts: bool) -> bool:  # noqa: FBT001  passed on
    """`one man`, but `the one`, `one of them`, `one day`."""
    before = row.words[amount.first - 1] if amount.first else ""
    return counts and before not in row.tongue.not_one
