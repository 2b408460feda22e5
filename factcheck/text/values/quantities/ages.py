"""Ages: `34-year-old`, `aged 34`, `Kim, 39,`, `in her 30s`."""

from decimal import Decimal

from factcheck.text.lexicon import lexicon
from factcheck.text.values.quantities import counted, labels
from factcheck.text.values.quantities.amounts import Amount
from factcheck.text.values.quantities.rows import Row
from factcheck.text.values.quantities.tongues.shape import Order
from factcheck.words import Bound, ValueKind

_OLDEST = 122
_LONGEST = 3
_BACK = 5


def read(row: Row, amount: Amount) -> tuple[Amount, int] | None:
    """The amount as an age and its first word; None where it is none."""
    if amount.kind is ValueKind.DURATION:
        return _old(row, amount) or _aged(row, amount) or _years(row, amount)
    if amount.kind is ValueKind.AGE:
        return amount, amount.first
    if amount.unit is not None:
        return None
    found = _stemmed(row, amount) or _aged(row, amount)
    return found or _apposed(row, amount) or _reached(row, amount)


def _old(row: Row, amount: Amount) -> tuple[Amount, int] | None:
    """`34 years old`."""
    if row.words[amount.last] not in row.tongue.old_starts:
        return None
    for length in (4, 3, 2, 1):
        phrase = tuple(row.words[amount.last : amount.last + length])
        if phrase in row.tongue.old:
            return _age(row, amount, amount.last + length)
    return None


def _age(row: Row, amount: Amount, last: int) -> tuple[Amount, int]:
    unit = amount.unit if amount.kind is ValueKind.DURATION else "year"
    end = row.ends[last - 1]
    return amount._replace(unit=unit, kind=ValueKind.AGE, last=last, end=end), amount.first


def _stemmed(row: Row, amount: Amount) -> tuple[Amount, int] | None:
    """`34-Jährige`."""
    at = amount.last
    at += row.words[at] in {"-", "\u2011", "\u2010"} and row.glued(at)
    if not row.words[at].startswith(row.tongue.aged_stem):
        return None
    return _age(row, amount, at + 1)


def _aged(row: Row, amount: Amount) -> tuple[Amount, int] | None:
    """`aged 34`, `at the age of 34`, `âgé de 34 ans`."""
    before = row.words[amount.first - 1] if amount.first else ""
    if before not in row.tongue.aged_ends or not is_human(amount):
        return None
    for length in range(_LONGEST, 0, -1):
        first = amount.first - length
        if first >= 0 and tuple(row.words[first : amount.first]) in row.tongue.aged:
            age, _ = _age(row, amount, amount.last)
            return age, first
    return None


def is_human(amount: Amount) -> bool:
    whole = amount.amount == amount.amount.to_integral_value()
    return whole and 0 <= amount.amount <= _OLDEST and not amount.numeral.scaled


def _apposed(row: Row, amount: Amount) -> tuple[Amount, int] | None:
    """`Kim Jong Un, 39,`, `Smith (39)`, `the woman, 34,`."""
    at, numeral = amount.first, amount.numeral
    if at < 2 or not numeral.digits or not is_human(amount) or amount.last - at > 1:
        return None
    sign, behind = row.words[at - 1], row.words[amount.last]
    closed = (sign == "," and behind in _CLOSING) or (sign, behind) == ("(", ")")
    if not closed or amount.amount < 1 or not _is_person(row, at - 2):
        return None
    if labels.is_house(row, amount):
        return None
    if behind == "," and row.digits(amount.last + 1):
        return None
    return _age(row, amount, amount.last)


_CLOSING = frozenset({",", ".", ";", ")", ""})


def _years(row: Row, amount: Amount) -> tuple[Amount, int] | None:
    """`Marie Dupont, 34 ans,`, `el detenido, de 34 años,`, `una joven de 20 años`."""
    first, tongue = amount.first, row.tongue
    if not tongue.years_are_ages or amount.unit != "year" or not is_human(amount):
        return None
    first -= first > 0 and row.words[first - 1] in tongue.aged_links
    at = first - 1
    apposed = at > 0 and row.words[at] == "," and row.words[amount.last] in _CLOSING
    if apposed and _is_person(row, at - 1) and not _is_german_noun(row, at - 1):
        return _age(row, amount, amount.last)[0], first
    if first < amount.first and at >= 0 and not row.capital(at) and _is_person(row, at):
        return _age(row, amount, amount.last)[0], first
    return None


def _reached(row: Row, amount: Amount) -> tuple[Amount, int] | None:
    """`at 78, the oldest`, `At 34, he became`."""
    at, tongue = amount.first - 1, row.tongue
    if at < 0 or row.words[at] not in tongue.aged_at or not is_human(amount):
        return None
    behind = amount.last + 1
    behind += row.words[behind] in tongue.determiners
    said = row.words[amount.last] == "," and row.words[behind] in tongue.aged_then
    # "At 5, he left" may be a time of day.
    return _age(row, amount, amount.last) if said and amount.amount > _HOURS else None


_HOURS = 12


def _is_person(row: Row, at: int) -> bool:
    word, tongue = row.words[at].removesuffix("'s"), row.tongue
    if word in tongue.people or _is_role(row, at, word):
        return True
    named = row.capital(at) and word.isalpha() and len(word) > 1
    dated = word in tongue.months or word in tongue.stops or word in tongue.labels
    return named and not dated and word not in tongue.maybe_labels


def _is_german_noun(row: Row, at: int) -> bool:
    """A capital tells no name there; two of them do."""
    word = row.words[at]
    if row.tongue.order is not Order.CAPITAL or word in row.tongue.people:
        return False
    return not _is_role(row, at, word) and not (at > 0 and row.capital(at - 1))


def _is_role(row: Row, at: int, word: str) -> bool:
    """`the senator`, `his former driver`: somebody who does something, behind a determiner."""
    tongue = row.tongue
    if word not in lexicon(tongue.language).roles and (
        not word.endswith(tongue.person_ends or ("\0",)) or word in tongue.not_people
    ):
        return False
    if counted.is_plural(word, tongue):
        return False
    for before in range(at - 1, max(-1, at - _BACK), -1):
        if row.words[before] in tongue.determiners or row.words[before].endswith("'s"):
            return True
        if not row.words[before].isalpha():
            return False
    return False


def group(row: Row, at: int) -> tuple[Bound, int] | None:
    """`under-18s`, `the over 65s`: the bound and the first word."""
    word = row.words[at]
    if not (word.isdecimal() and len(word) == 2 and row.glued(at) and row.words[at + 1] == "s"):
        return None
    first = at - 1 - (row.words[at - 1] == "-") if at else -1
    if first < 0 or (row.words[first],) not in row.tongue.groups:
        return None
    return row.tongue.bounds[row.words[first],][0], first


def is_old(row: Row, last: int) -> bool:
    """Whether a bound that ends before `last` is one of ages: `or older`."""
    return row.words[last - 1] in row.tongue.older


def decade(row: Row, at: int) -> tuple[Decimal, Decimal, int, int] | None:
    """`in her 30s`: the least, the most, the first word and the word behind."""
    word = row.words[at]
    if not (word.isdecimal() and len(word) == 2 and row.glued(at) and row.words[at + 1] == "s"):
        return None
    for back in (1, 2, 3):
        if at >= back and row.words[at - back] in row.tongue.theirs:
            low = Decimal(word)
            span = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
            least, most = span.get(row.words[at - back + 1], (0, 9))
            return low + least, low + most, at, at + 2
    return None
