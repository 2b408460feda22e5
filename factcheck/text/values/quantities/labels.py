"""Numerals that count nothing: numbers of sections, models, lists, telephones, scores, years."""

from factcheck.text.values.quantities import counted
from factcheck.text.values.quantities.amounts import Amount
from factcheck.text.values.quantities.rows import Row
from factcheck.text.values.quantities.tongues.shape import Order, words

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
    if _is_listed(row, amount) or _is_place(row, amount, counts=counts):
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
    # Every German noun has a capital.
    if counts and (row.words[at].endswith("'s") or tongue.order is Order.CAPITAL):
        return False
    if not counts:
        return not _begins(row, at) or amount.last - amount.first > 1
    first = at
    while first and row.capital(first) and row.words[first][:1].isalpha():
        if row.words[first] in tongue.places:
            return False
        first -= 1
    return row.words[first] not in tongue.places and not _begins(row, at)


def is_body(row: Row, amount: Amount) -> bool:
    """`the Group of Seven`, `the Big Three carmakers`, `die Gruppe der Sieben`."""
    at = amount.first
    if amount.unit is not None or amount.numeral.scaled or at < 1 or _begins(row, at):
        return False
    spelled = not amount.numeral.digits and row.capital(at)
    before = at - 1
    if row.words[before] in row.tongue.of and before:
        body = before - (row.words[before - 1] in row.tongue.determiners) - 1
        named = row.capital(body) and row.words[body] in row.tongue.bodies
        return named and (spelled or not _begins(row, body))
    # In a headline the word behind has a capital too.
    if not spelled or not row.words[before].isalpha() or row.capital(amount.last):
        return False
    return row.capital(before) and row.words[before] not in _stopping_words(row)


def _is_place(row: Row, amount: Amount, *, counts: bool) -> bool:
    """`10115 Berlin`, `calle Mayor, 12`, `12, rue de Rivoli`, `10 Downing Street`."""
    if not amount.numeral.digits or amount.unit is not None or amount.numeral.scaled:
        return False
    word = row.words[amount.first]
    if word.isdecimal() and len(word) == 5 and row.capital(amount.last):
        return not counts or row.words[amount.last] not in row.tongue.plurals
    if row.tongue.streets and amount.amount < 10_000:
        return is_house(row, amount) and not (counts and _is_plural(row, amount.last))
    return False


def _is_plural(row: Row, at: int) -> bool:
    """Whether what follows may be counted: `en la calle 12 personas`."""
    return row.tongue.order is Order.CAPITAL or counted.is_plural(row.words[at], row.tongue)


def is_house(row: Row, amount: Amount) -> bool:
    last = amount.last + (row.words[amount.last] == ",")
    if row.tongue.language != "en" and row.words[last] in row.tongue.streets:
        return not counted.is_plural(row.words[last], row.tongue)
    if row.tongue.language == "en":
        return _is_before_street(row, amount.last)
    at = amount.first - 1
    for back in range(at - (row.words[at] == ","), max(-1, at - _LONGEST), -1):
        if _is_street(row, back):
            return True
        named = row.capital(back) or row.digits(back) or row.words[back] == "."
        if not named and row.words[back] not in row.tongue.of | row.tongue.determiners:
            return False
    return False


def _is_street(row: Row, at: int) -> bool:
    word, tongue = row.words[at] if at >= 0 else "", row.tongue
    if word in tongue.streets:
        return True
    return bool(tongue.street_ends) and row.capital(at) and word.endswith(tongue.street_ends)


def _is_before_street(row: Row, at: int) -> bool:
    for last in range(at, at + 4):
        if not row.capital(last):
            return False
        if last > at and row.words[last] in row.tongue.streets:
            return True
    return False


_LONGEST = 7


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
    sign = row.words[amount.last]
    if sign not in {")", "."} or amount.amount >= 100 or row.words[amount.last + 1] == "":
        return False
    if not amount.numeral.digits or amount.unit is not None:
        return False
    begins = not amount.first or "\n" in row.text[max(0, amount.start - 2) : amount.start]
    return begins or _is_next(row, amount)


def _is_next(row: Row, amount: Amount) -> bool:
    """The 2 of `1. Who pays? 2. Who decides?`: behind a sentence, and a 1 before it."""
    sign, at = row.words[amount.last], amount.first - 1
    if row.words[at] not in _SENTENCE_ENDS or not row.capital(amount.last + 1):
        return False
    before = str(int(amount.amount) - 1)
    back = range(at - 1, max(-1, at - _FARTHEST), -1)
    return any(row.words[each] == before and row.words[each + 1] == sign for each in back)


_SENTENCE_ENDS = frozenset({".", "?", "!", ";", ","})
_FARTHEST = 80


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
