"""Number words: `two hundred and twenty-five thousand`, `zweihundertfünfundzwanzigtausend`."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from factcheck.text.values.quantities.rows import Row
from factcheck.text.values.quantities.tongues import Tongue

_LONGEST = 24
_LETTERS = 60
# What "zweihunderttausend" and "doscientos" are round to.
_ROUND = (100_000, 1000, 100)


@dataclass(slots=True)
class Sum:
    """A number that is being read; `last` is the word behind it."""

    last: int
    total: int = 0
    group: int = 0
    scale: int = 0
    #: The unit of the last word: 100 for "two hundred".
    step: int = 1
    words: int = 0

    @property
    def amount(self) -> int:
        return self.total + self.group


def read(row: Row, at: int, *, joined: bool = True) -> Sum | None:
    """The number in words at `at`; `joined` lets "and" stand in it. None where there is none."""
    number = Sum(at)
    while number.words < _LONGEST:
        place = _next(row, number, joined=joined)
        if place is None or not _add(row, number, place):
            break
    if not number.words or _runs_on(row, number):
        return None
    return number


def _next(row: Row, number: Sum, *, joined: bool) -> int | None:
    """Where the next word of the number may stand: behind a hyphen or an "and"."""
    at, tongue = number.last, row.tongue
    if not number.words:
        return at
    if row.words[at] in "-\u2010\u2011" and row.words[at] and row.glued(at - 1) and row.glued(at):
        at += 1
    if row.words[at] in tongue.joins:
        fits = _joins(row, number, at + 1) and (joined or not tongue.joins_hundreds)
        at = at + 1 + (row.words[at + 1] == "-") if fits else at
    return at


def _joins(row: Row, number: Sum, at: int) -> bool:
    """`hundred and five`, `treinta y cinco`, `vingt et un`; not `one hundred and two hundred`."""
    tongue = row.tongue
    at += row.words[at] == "-"
    value = tongue.plain.get(row.words[at], 0)
    if not tongue.joins_hundreds:
        tens = number.group % 100
        return tens >= 20 and tens % 10 == 0 and (0 < value < 10 or value == 11)
    behind = at + 1 + 2 * (row.words[at + 1] == "-")
    if row.words[behind] in tongue.hundreds or not 0 < value < 100:
        return False
    if row.words[behind] in tongue.fractions or row.words[behind] in tongue.halves:
        return False
    return number.group % 100 == 0 and number.amount >= 100


def _add(row: Row, number: Sum, at: int) -> bool:
    word, tongue = row.words[at], row.tongue
    value = tongue.plain.get(word)
    if value is None and tongue.language == "de":
        value = compound(word, tongue)
    if value is not None:
        return _add_plain(number, at, value, tongue)
    if word in tongue.hundreds:
        return _add_hundred(number, at)
    # Signs such as "m" follow digits alone.
    if word in tongue.scales and len(word) > 2:
        return _add_scale(number, at, tongue.scales[word])
    return False


def _add_plain(number: Sum, at: int, value: int, tongue: Tongue) -> bool:
    group = number.group
    if value == 20 and group % 100 == 4 and number.words:
        number.group += 76  # quatre-vingts
    elif (_fits(group, value) or _is_dix(group, value, tongue)) and not (
        value == 0 and number.words
    ):
        number.group += value
    else:
        return False
    number.step = next((size for size in _ROUND if value and value % size == 0), 1)
    return _take(number, at)


def _is_dix(group: int, value: int, tongue: Tongue) -> bool:
    """`dix-sept`."""
    return tongue.language == "fr" and group % 100 == 10 and 7 <= value <= 9


def _fits(group: int, value: int) -> bool:
    if group == 0:
        return True
    if value >= 100:
        return False
    if value >= 10:
        return group % 100 in {0, 60, 80} and (group % 100 == 0 or value < 20)
    return group % 10 == 0 and group % 100 != 10


def _add_hundred(number: Sum, at: int) -> bool:
    if number.group >= 100 or (number.words and not number.group):
        return False
    number.group = (number.group or 1) * 100
    number.step = 100
    return _take(number, at)


def _add_scale(number: Sum, at: int, scale: int) -> bool:
    if number.scale and scale >= number.scale:
        # Thousand million, mil millones.
        rest = number.amount % scale
        number.total = number.amount - rest + rest * scale
    elif number.words and not number.group:
        return False
    else:
        number.total += (number.group or 1) * scale
    number.step = scale * (number.step if number.words else 1)
    number.group, number.scale = 0, scale
    return _take(number, at)


def _take(number: Sum, at: int) -> bool:
    number.last, number.words = at + 1, number.words + 1
    return True


def _runs_on(row: Row, number: Sum) -> bool:
    """`nineteen eighty-four`, `twenty twenty`: a year or a telephone number."""
    after = row.tongue.plain.get(row.words[number.last], 0)
    behind = number.last < 1 or row.ends[number.last - 1] + 1 == row.starts[number.last]
    return 10 <= number.amount <= 99 and number.scale == 0 and after >= 10 and behind


@lru_cache(maxsize=4096)
def compound(word: str, tongue: Tongue) -> int | None:
    """`dreiundzwanzigtausendvierhundert`: a number written as one word, below a million."""
    if len(word) > _LETTERS:
        return None
    if word in tongue.plain:
        return tongue.plain[word]
    return _around(word, "tausend", 1000, tongue) or _below_thousand(word, tongue)


def _around(word: str, sign: str, size: int, tongue: Tongue) -> int | None:
    before, found, after = word.partition(sign)
    if not found:
        return None
    left = _below_thousand(before, tongue) if before else 1
    right = _below_thousand(after.removeprefix("und"), tongue) if after else 0
    return None if left is None or right is None else left * size + right


def _below_thousand(word: str, tongue: Tongue) -> int | None:
    before, found, after = word.partition("hundert")
    if not found:
        return _below_hundred(word, tongue)
    left = _below_hundred(before, tongue) if before else 1
    right = _below_hundred(after.removeprefix("und"), tongue) if after else 0
    return None if left is None or right is None else left * 100 + right


def _below_hundred(word: str, tongue: Tongue) -> int | None:
    if word in tongue.plain:
        return tongue.plain[word]
    units, found, tens = word.partition("und")
    if not found or units not in tongue.plain or tens not in tongue.plain:
        return None
    both = tongue.plain[units], tongue.plain[tens]
    return sum(both) if both[0] < 10 <= both[1] else None


def amount(number: Sum) -> Decimal:
    return Decimal(number.amount)
