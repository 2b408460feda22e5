"""Numerals: digits, words, and both together, as `1.3 million`."""

from decimal import Decimal

from factcheck.text.values.quantities import digits as numerals_digits
from factcheck.text.values.quantities import fractions, spelled
from factcheck.text.values.quantities.digits import shortened
from factcheck.text.values.quantities.numeral import Numeral
from factcheck.text.values.quantities.rows import FRACTIONS, Row
from factcheck.words import Bound

LARGEST = Decimal("1e30")
_PARTS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 8), (3, 8), (5, 8), (7, 8), (1, 16)}


def read(row: Row, at: int, *, joined: bool = True) -> Numeral | None:
    """The numeral that begins with word `at`; None where there is none."""
    found = fractions.read(row, at) or _vague(row, at)
    if found is None:
        found = _digits(row, at) if row.digits(at) else _words(row, at, joined)
        found = _with_half_more(row, _with_scales(row, _with_half(row, found))) if found else None
    elif found.vague:
        found = _with_scales(row, found)
    if found is None:
        return None
    return found if abs(found.amount) < LARGEST else None


def times(numeral: Numeral, scale: int, last: int) -> Numeral:
    """`numeral` with a scale that ends before word `last`."""
    amount, step = numeral.amount * scale, numeral.step * scale
    new = numeral.scale * scale
    return numeral._replace(last=last, amount=shortened(amount), step=shortened(step), scale=new)


def _digits(row: Row, at: int) -> Numeral | None:
    read_digits = numerals_digits.read(row.words[at], row.tongue.decimal)
    if read_digits is None or row.text[row.ends[at] : row.ends[at] + 1] in _SUPERSCRIPTS:
        return None
    found = Numeral(at, at + 1, read_digits.amount, read_digits.step, share=_is_part(row.words[at]))
    return _mixed(row, found)


def _is_part(word: str) -> bool:
    return word in FRACTIONS


_SUPERSCRIPTS = frozenset("\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079")


def _mixed(row: Row, found: Numeral) -> Numeral:
    """`2½` and `2 1/2`."""
    at = found.last
    if row.words[at] in FRACTIONS:
        part = Decimal(FRACTIONS[row.words[at]][0]) / FRACTIONS[row.words[at]][1]
        return _with_part(found, part, at + 1)
    above, sign, below = row.words[at], row.words[at + 1], row.words[at + 2]
    if sign in {"/", "\u2044"} and (_small(above), _small(below)) in _PARTS and row.glued(at):
        return _with_part(found, Decimal(above) / Decimal(below), at + 3)
    return found


def _small(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 3 else 0


def _with_part(found: Numeral, part: Decimal, last: int) -> Numeral:
    amount = shortened(found.amount + part)
    return found._replace(last=last, amount=amount, step=Decimal("0.1"))


def _words(row: Row, at: int, joined: bool) -> Numeral | None:  # noqa: FBT001  passed on
    tongue, first = row.tongue, at
    if row.words[at] in tongue.articles:
        at += 1
        if not _is_scale(row, at):
            return None
    if row.words[at] in tongue.dozens:
        return None if at == first else Numeral(first, at, Decimal(1), Decimal(1), digits=False)
    if row.words[at].endswith("einhalb") or row.words[at] == "anderthalb":
        return _german_half(row, at)
    if at == first and tongue.language == "en" and _is_scale(row, at):
        return None
    number = spelled.read(row, at, joined=joined)
    if number is None:
        return None
    amount = spelled.amount(number)
    # "two hundred" has no scale that "one or two hundred" would not have.
    step = Decimal(number.step)
    found = Numeral(first, number.last, amount, step, digits=False, scale=max(step, Decimal(1)))
    return _misread(row, _with_decimals(row, found))


def _german_half(row: Row, at: int) -> Numeral | None:
    """`zweieinhalb`."""
    word = row.words[at]
    whole = 1 if word == "anderthalb" else row.tongue.plain.get(word.removesuffix("einhalb"))
    if whole is None:
        return None
    amount = Decimal(whole) + Decimal("0.5")
    return Numeral(at, at + 1, amount, Decimal("0.1"), digits=False)


def _is_scale(row: Row, at: int) -> bool:
    word, tongue = row.words[at], row.tongue
    return (
        word in tongue.hundreds
        or word in tongue.dozens
        or (word in tongue.scales and len(word) > 2)
    )


def _with_decimals(row: Row, found: Numeral) -> Numeral:
    """`two point five`."""
    at, tongue = found.last, row.tongue
    if row.words[at] not in tongue.points or found.scale >= 1000:
        return found
    digits = ""
    while len(digits) < 10 and 0 <= tongue.plain.get(row.words[at + 1], 99) < 10:
        digits += str(tongue.plain[row.words[at + 1]])
        at += 1
    if not digits:
        return found
    part = Decimal(f"0.{digits}")
    return found._replace(last=at + 1, amount=found.amount + part, step=Decimal(10) ** -len(digits))


def _misread(row: Row, found: Numeral) -> Numeral:
    """With what to say of "billion" in languages where it is a million millions."""
    misread = row.tongue.misread
    said = tuple(misread[each] for each in row.words[found.first : found.last] if each in misread)
    return found._replace(remarks=said) if said else found


def _with_half(row: Row, found: Numeral) -> Numeral:
    """`two and a half`, before a scale or a unit."""
    tongue, at = row.tongue, found.last
    if row.words[at] not in tongue.both or found.scaled:
        return found
    at += 1 + (row.words[at + 1] in tongue.articles)
    if row.words[at] not in tongue.halves and tongue.fractions.get(row.words[at]) != 4:
        return found
    below = 2 if row.words[at] in tongue.halves else 4
    return _with_part(found, Decimal(1) / below, at + 1)


def _with_scales(row: Row, found: Numeral) -> Numeral:
    tongue = row.tongue
    for _ in range(3):
        at = found.last
        word = row.words[at]
        at += word == "-" and row.glued(at - 1) and row.words[at + 1] in tongue.scales
        word = row.words[at]
        if word in tongue.dozens:
            return _dozens(row, found, at)
        if word in tongue.hundreds and found.digits:
            found = times(found, 100, at + 1)
        elif word in tongue.scales and (found.digits or found.vague or not found.scaled):
            stop = len(word) <= 3 and row.words[at + 1] == "." and word in _DOTTED
            found = _misread(row, times(found, tongue.scales[word], at + 1 + stop))
        else:
            break
    return found


def _dozens(row: Row, found: Numeral, at: int) -> Numeral:
    """`two dozen`, `une quinzaine`, `une dizaine de milliers`."""
    tongue, word = row.tongue, row.words[at]
    vague = Bound.ABOUT if word in tongue.rounds else found.vague
    scaled = times(found, tongue.dozens[word], at + 1)
    scaled = scaled._replace(step=Decimal(1), vague=vague)
    thousand = tongue.thousands.get(row.words[at + 2], 0) if row.words[at + 1] in tongue.of else 0
    return times(scaled, thousand, at + 3) if thousand else scaled


def _with_half_more(row: Row, found: Numeral) -> Numeral:
    """`a million and a half`."""
    tongue, at = row.tongue, found.last
    if found.scale < 1000 or row.words[at] not in tongue.both:
        return found
    at += 1 + (row.words[at + 1] in tongue.articles or row.words[at + 1] in tongue.one)
    if row.words[at] not in tongue.halves:
        return found
    half = found.scale / 2
    return found._replace(last=at + 1, amount=shortened(found.amount + half), step=half / 5)


# With a full stop they are one word: "3 Mio. Euro".
_DOTTED = frozenset({"mio", "mrd", "bio", "tsd"})


def _vague(row: Row, at: int) -> Numeral | None:
    """`a couple of`, `several hundred`."""
    tongue = row.tongue
    if row.words[at] not in tongue.vague_starts:
        return None
    for phrase, least in tongue.vague.items():
        if not row.has(at, phrase):
            continue
        last = at + len(phrase)
        alone = phrase not in tongue.few
        if alone or _is_scale(row, last):
            vague = Bound.ABOUT if alone else Bound.AT_LEAST
            one = Decimal(1)
            found = Numeral(at, last, Decimal(least), one, digits=False, vague=vague)
            return _with_hundreds(row, found)
    return None


def _with_hundreds(row: Row, found: Numeral) -> Numeral:
    if row.words[found.last] in row.tongue.hundreds:
        return times(found, 100, found.last + 1)
    return found
