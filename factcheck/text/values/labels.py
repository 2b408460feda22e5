"""Numerals that count nothing: numbers of sections, models, lists, telephones, scores, years."""

from factcheck.text.values import counted
from factcheck.text.values.amounts import Amount
from factcheck.text.values.rows import Row
from factcheck.text.values.tongues.shape import words

_TOUCHING = frozenset("/#@%_\\&=*^")
_CLOSE = frozenset("-\u2010\u2011\u2012\u2013\u2014.,;:!?)]\u201d\"'\u2019+/\u2026<~")


def is_code(row: Row, amount: Amount) -> bool:
    """Whether letters or signs touch the digits: `COVID-19`, `G20`, `737s`, `#5`, `5G`."""
    if not amount.numeral.digits:
        return _is_hyphened(row, amount) or _is_ordinal(row, amount)
    at = amount.numeral.first
    if amount.first == at and at and row.glued(at - 1) and _is_glued_before(row, at - 1):
        return True
    last = amount.numeral.last
    if row.words[last] in {"/", "\u2044"} and row.glued(last - 1) and row.digits(last + 1):
        return True
    if row.digits(amount.last) and row.glued(amount.last - 1):
        return True
    last = amount.last
    touches = row.glued(last - 1) and amount.unit is None
    return touches and row.words[last] not in _CLOSE and not _is_tail(row, last)


def _is_ordinal(row: Row, amount: Amount) -> bool:
    """`one hundred twenty-fifth`, `vingt-et-unième`."""
    at = amount.numeral.last
    at += row.words[at] == "-"
    at += 2 * (row.words[at] == "et" and row.words[at + 1] == "-")
    ranked = row.words[at] in row.tongue.ordinals or row.words[at].endswith("ième")
    return ranked and amount.amount >= 10 and amount.unit is None


def is_clock(row: Row, amount: Amount) -> bool:
    """`6pm`, `10.30 a.m.`."""
    return row.words[amount.numeral.last] in row.tongue.clocks


def is_model(row: Row, amount: Amount) -> bool:
    """`the 737 Max`, `the 400 block`, where no plural follows."""
    at = amount.last
    before = row.words[amount.first - 1] if amount.first else ""
    if not amount.numeral.digits or amount.numeral.scaled or before not in row.tongue.determiners:
        return False
    return counted.is_noun(row, at)


def _is_hyphened(row: Row, amount: Amount) -> bool:
    """`all-four`: words may not touch what is before either."""
    at = amount.first
    return (
        at > 1
        and row.words[at - 1] == "-"
        and row.glued(at - 1)
        and row.glued(at - 2)
        and (row.words[at - 2].isalpha())
    )


def _is_tail(row: Row, at: int) -> bool:
    return (row.words[at],) in row.tongue.tails or row.words[at] == ""


def _is_glued_before(row: Row, at: int) -> bool:
    word = row.words[at]
    if word in _TOUCHING or word[-1:].isalnum():
        return True
    if word in "-\u2010\u2011\u2013./:" and at and row.glued(at - 1):
        return row.words[at - 1][-1:].isalnum()
    return False


def is_label(row: Row, amount: Amount, *, counts: bool) -> bool:
    """Whether the word before numbers something: `Section 5`, `Boeing 737`, `page 12`."""
    at = amount.first
    if _is_listed(row, amount):
        return True
    if amount.unit is not None or not at:
        return False
    word = row.words[at - 1]
    if word == "." and at > 1:
        word, at = row.words[at - 2], at - 1
        if word not in _ABBREVIATED:
            return False
    if word in row.tongue.labels and (amount.numeral.digits or row.capital(at - 1) or not counts):
        return not amount.numeral.scaled
    if word in row.tongue.maybe_labels:
        return not counts
    return _is_name(row, amount, counts=counts)


_ABBREVIATED = words("no nos nr p pp vol fig art sec ch n")


def _is_name(row: Row, amount: Amount, *, counts: bool) -> bool:
    """`Ocean's 11`, `Nasdaq 100`; but `In Kabul 12 people`, `On Monday 20 men`."""
    at, tongue = amount.first - 1, row.tongue
    if not amount.numeral.digits or amount.numeral.scaled or not row.capital(at):
        return False
    if not row.words[at][:1].isalpha() or row.words[at] in _stopping_words(row):
        return False
    if counts and row.words[at].endswith("'s"):
        return False
    if not counts:
        return not _begins(row, at) or amount.last - amount.first > 1
    first = at
    while first and row.capital(first) and row.words[first][:1].isalpha():
        first -= 1
    return row.words[first] not in tongue.places and not _begins(row, at)


def _stopping_words(row: Row) -> frozenset[str]:
    return row.tongue.stops | row.tongue.months | row.tongue.determiners | row.tongue.both


def _begins(row: Row, at: int) -> bool:
    """Whether word `at` begins a sentence."""
    return (
        not at
        or row.words[at - 1] in {".", "!", "?", ":", "\u201c", '"', "-", "\u2022"}
        or ("\n" in row.words[at - 1])
    )


def _is_listed(row: Row, amount: Amount) -> bool:
    """`1.` and `2)` at the beginning of a line."""
    at = amount.first
    begins = not at or "\n" in row.text[max(0, amount.start - 2) : amount.start]
    return (
        begins
        and row.words[amount.last] in {")", "."}
        and amount.amount < 100
        and (amount.numeral.digits and amount.unit is None and row.words[amount.last + 1] != "")
    )


def is_year(row: Row, amount: Amount, *, limited: bool, counts: bool) -> bool:
    """Four plain digits without a unit; before a plural, unless something dates them."""
    word = row.words[amount.first]
    if amount.last - amount.first > 1 or len(word) != 4 or not word.isdecimal():
        return False
    number = int(word)
    if not 1100 <= number <= 2099 or (amount.unit is not None and not _is_of_year(row, amount)):
        return False
    if amount.unit is not None or not counts:
        return True
    if limited:
        return False
    dated = row.words[amount.first - 1] in row.tongue.dated if amount.first else False
    return dated or (1900 <= number <= 2099 and number % 100 != 0)


def _is_of_year(row: Row, amount: Amount) -> bool:
    """`in 2019 dollars`."""
    before = row.words[amount.first - 1] if amount.first else ""
    number = int(row.words[amount.first])
    return amount.kind == "money" and number > 1900 and number % 100 > 0 and before == "in"


def is_day(row: Row, amount: Amount) -> bool:
    """`11 September`, `September 11`: a part of a date."""
    if amount.unit is not None or amount.numeral.scaled or amount.amount > 31:
        return False
    months = row.tongue.months
    at = amount.last + (row.words[amount.last] in {".", "de", "of"})
    if row.words[at] in months and (row.capital(at) or row.tongue.language in {"fr", "es"}):
        return True
    before = amount.first - 1
    before -= before > 0 and row.words[before] == "."
    return before >= 0 and row.words[before] in months and row.capital(before)
