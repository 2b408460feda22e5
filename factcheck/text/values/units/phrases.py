"""The longest phrase in a text that names a unit."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.text.values.units.algebra import Term, dimension, joined, terms
from factcheck.text.values.units.choice import Phrase, chosen, fits, is_large
from factcheck.text.values.units.names import LOOSE, STRICT, Names


class Token(NamedTuple):
    """A word or sign; `small` is in lower case."""

    word: str
    small: str
    start: int
    end: int


# A dot belongs to an abbreviation where a letter follows at once, or a small one after a blank.
_DOT = r"(?:\.(?=[^\W\d_]|[ \xa0\u202f][a-z\xdf-\xff]))?"
_GAP = rf"{_DOT}[^\S\n]{{0,3}}(?:[-\u2010\u2011]|\n(?=\S))?[^\S\n]{{0,3}}"
_SIGNS = r"[%\u2030\u00b0/'\"\u2032\u2033\u2019$\u00a2-\u00a5\u0e3f\u20a0-\u20bf\u2103\u2109\u00d7]"
_TOKEN = re.compile(
    rf"{_GAP}([^\W\d_]{{1,40}}(?:['\u2019][^\W\d_]{{1,20}})?(?:\^?[23](?!\w))?|{_SIGNS})"
)
_NUMBER = re.compile(r"[^\S\n]{0,2}(\d{1,3}(?:[.,\xa0\u202f ]\d{3}){1,2}|\d{1,7})(?![\d.,]*\d)")


def tokens(text: str, at: int, most: int) -> list[Token]:
    """The words from `at` on, while only blanks and hyphens part them."""
    found: list[Token] = []
    while len(found) < most and (match := _TOKEN.match(text, at)) is not None:
        word, at = match[1], match.end()
        if not word.isalpha():
            word = word.replace("^", "").replace("\u2019", "'")
        found.append(Token(word, word.lower(), match.start(1), at))
    return found


def named(text: str, at: int, known: Names) -> Phrase | None:
    """The unit behind a number that ends at `at`, with its rate."""
    start = _linked(text, at, known)
    phrase = _plain(text, start, known)
    if phrase is None:
        found = rate(text, Phrase("1", at), known)
        return found if found.end > at else None
    unit = chosen(text, at, text[start : phrase.end], phrase, known)
    return rate(text, Phrase(unit, phrase.end), known) if unit else None


def _linked(text: str, at: int, known: Names) -> int:
    """Where the unit may begin: behind the "de" of "20 millions de livres"."""
    link = _LINK.match(text, at) if known.links else None
    return link.end() if link and is_large(text, at, known) else at


_LINK = re.compile(r"[ \xa0\u202f](?:de(?=[ \xa0\u202f])|d['\u2019])")


def rate(text: str, phrase: Phrase, known: Names) -> Phrase:
    """`phrase` with what it is per: up to two, "a head a year"."""
    for _time in range(2):
        lower = _lower(text, phrase.end, known)
        if lower is None:
            break
        parts = (*terms(phrase.unit), *terms(lower.unit))
        phrase = Phrase(_priced(joined(parts)), lower.end)
    return phrase


def _priced(unit: str) -> str:
    """What is sold by the ounce for money is a precious metal."""
    priced = unit.endswith(" / ounce") and (dimension(unit) or "").startswith("money")
    return unit.replace("ounce", "troy_ounce") if priced else unit


def _plain(text: str, at: int, known: Names, *, below: bool = False) -> Phrase | None:
    """A unit without a rate; `below` the stroke nothing need part it from the words before."""
    first = next(iter(tokens(text, at, 1)), None)
    if first is None:
        return None
    if known.longest.get(first.small, 1) > 1:
        longer = _longest(text, at, known, known.phrases)
        if longer and longer.end > first.end:
            return longer
    symbol = known.symbols.get(first.word)
    if symbol and (below or fits(text, at, first.start, first.end)):
        return Phrase(symbol, first.end)
    unit = known.phrases.get(first.small)
    return Phrase(unit, first.end) if unit else None


def _longest(text: str, at: int, known: Names, table: Mapping[str, str]) -> Phrase | None:
    """The longest phrase of `table` at `at`."""
    row = tokens(text, at, 1)
    most = known.longest.get(row[0].small, 0) if row else 0
    row = tokens(text, at, most) if most > 1 else row[:most]
    for count in range(len(row), 0, -1):
        unit = table.get(" ".join([token.small for token in row[:count]]))
        if unit:
            return Phrase(unit, row[count - 1].end)
    return None


def _lower(text: str, at: int, known: Names) -> Phrase | None:
    """What stands below the stroke: `1 / hour` for "per hour", "an hour", "hourly"."""
    first = next(iter(tokens(text, at, 1)), None)
    if first is None or first.small not in known.rates:
        return None
    whole = _longest(text, at, known, known.whole_per)
    if whole:
        return _loose(text, Phrase(f"1 / {whole.unit}", whole.end), known)
    opener = _longest(text, at, known, known.openers)
    return _below(text, opener, known) if opener else None


def _below(text: str, opener: Phrase, known: Names) -> Phrase | None:
    number, end = _number(text, opener.end, known)
    below = _longest(text, end, known, known.heads) or _plain(text, end, known, below=True)
    if below is None:
        return _bare(text, number, end)
    if not _divides(below.unit, opener.unit, text[end : below.end]):
        return None
    parts = [Term(part.name, -part.power) for part in terms(below.unit)]
    made = Phrase(joined((*number, *parts)), below.end)
    return made if opener.unit == STRICT else _loose(text, made, known)


def _bare(text: str, number: list[Term], end: int) -> Phrase | None:
    """What is "per 100,000" and no more is per so many people."""
    if not number:
        return None
    people = [] if tokens(text, end, 1) else [Term("person", -1)]
    return Phrase(joined((*number, *people)), end)


def _number(text: str, at: int, known: Names) -> tuple[list[Term], int]:
    """The 100,000 of "per 100,000 people"."""
    match = _NUMBER.match(text, at)
    if match:
        digits = re.sub(r"\D", "", match[1])
        return ([Term(digits, -1)] if int(digits) > 1 else []), match.end()
    word = next(iter(tokens(text, at, 1)), None)
    if word and word.small in known.numbers:
        return [Term(str(known.numbers[word.small]), -1)], word.end
    return [], at


def _divides(unit: str, opener: str, words: str) -> bool:
    """Whether a rate may be per `unit`: a metre, an hour; "a barrel", but not "a volt"."""
    measure = dimension(unit) or ""
    if opener == STRICT:
        return not measure.startswith(("money", "share", "percentage", "times", "temperature"))
    if len(words.strip()) < 3:
        return False
    return unit in _SOLD or (opener == LOOSE and measure == "time")


def _loose(text: str, phrase: Phrase, known: Names) -> Phrase | None:
    """None for "20 dollars a year ago" and "20 Euro im Jahr 2019"."""
    follows = next(iter(tokens(text, phrase.end, 1)), None)
    if follows and follows.small in known.no_rate_before:
        return None
    return None if _YEAR.match(text, phrase.end) else phrase


_YEAR = re.compile(r"[^\S\n]{1,2}\d{4}\b")
_SOLD = frozenset(
    """
    person household oil_barrel barrel ounce troy_ounce gram kilogram pound ton metric_ton
    short_ton quintal gallon liter pint bushel acre hectare kilowatt_hour megawatt_hour mile
    kilometer
    """.split()  # noqa: SIM905  a table of words, not a page of quotes
) | {"share of stock", "meter ** 2", "foot ** 2"}
