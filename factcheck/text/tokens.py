"""A text as a row of words, and each word as one letter, so that patterns run over few letters.

Letters of `kinds` (figures and dates):

    N number   D 1 to 31   Y 1900 to 2100   y 1000 to 1899   O 21st   w two   1 one   a a, an
    s million  l dozens    o second         f thirds         h half   x twice  * times
    $ sign     c euro      % percent        u mile           q square p per   J aged  j old
    F 1.2.2020 T 10:30     E 1990s          M January        m May    W Monday d today Q night
    t years    Z century   S summer         A p.m.           r last   R passé  G ago  I since  i in
    v of       & and       > to             < between        e the    k other small words
    B largest  g plurals   + adjectives     n other words    C with a capital   z other signs

Letters of `cases` (names):

    C capital  A acronym   H Ministry       L River          K Affairs        B Russian
    R Minister P Prime     r minister       q prime          F The            D digits
    p von      U Von       v of             f for            @ at             & and
    e the, a
    k other small words    l other words    z other signs

In both: - a hyphen between letters, ' a possessive, " a quotation mark, # what is taken, a line
break, and , . ; : ? ! ( ) / as they are.
"""

import re
from dataclasses import dataclass
from functools import cache

from factcheck.text.letters import BLANKLESS
from factcheck.text.lexicon import Lexicon

_TITLED = "Mrs?|Ms|Dr|Sr|Jr|St|Gen|Sen|Rep|Gov|Prof|Lt|Col|Sgt|Capt|No|Inc|Corp|Co|Ltd|Mt"
_MONTHS = "Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_FRACTION = "[\u00bd\u00bc\u00be\u2153\u2154]"
_APOSTROPHE = "['\u2019]"
_TOKEN = rf"""
    \n\s*+
  | \d{{1,4}}[年](?:\d{{1,2}}月(?:\d{{1,2}}[日号號])?)? | \d{{1,2}}月(?:\d{{1,2}}[日号號])?
  | (?:\d{{4}}[-/.]\d\d?[-/.]\d\d? | \d\d?[-/.]\d\d?[-/.]\d{{2,4}})(?![\d\w])
  | \d\d?:\d\d(?::\d\d)?(?!\d) | \d\d?h\d\d(?!\w)
  | (?:\d{{1,3}}|{_APOSTROPHE}(?=\d0))\d?0s(?!\w)
  | \d++(?:st|nd|rd|th|er|re|e|\u00e8me|[\u00ba\u00aa])(?!\w)
  | \d{{1,3}}(?:[ ]\d{{3}})++(?![\d.,])
  | \d++(?:[.,'\u2019\u00a0\u2009\u202f]\d++)*+{_FRACTION}? | {_FRACTION}
  | (?:US|AU|CA|NZ|HK|[ACRS])?\$ | [\u20ac\u00a3\u00a5\u20b9\u20bd\u20a9\u20aa\u20ba]
  | [%\u2030\u066a] | (?:per|pro|por|pour)[ ]cent(?!\w) | por[ ]ciento(?!\w) | \u00b0[CF]?(?!\w)
  | out[ ]of(?=\s+\w) | [ap]\.[ ]?m\.(?!\w) | o{_APOSTROPHE}clock
  | (?:[^\W\d_]\.){{2,}} | [A-Z]\.(?=\s?[A-Z]) | (?:{_TITLED}|{_MONTHS})\.(?!\w)
  ELISION
  | [{BLANKLESS}]++
  | [^\W\d_][^\W_]*+(?:[{_MARKS}]++[^\W_]*+)*+
    (?:{_APOSTROPHE}(?![sS](?![^\W_]))[^\W\d_][^\W_]*+)*+
  | {_APOSTROPHE}[sS](?!\w)
  | (?<=\S)[-\u2010\u2011\u2013](?=\S)
  | \S
"""
_ELISION = rf"| (?:[ldjmtsncLDJMTSNC]|[qQ]u|[lL]orsqu|[pP]uisqu){_APOSTROPHE}(?=\w)"
# Signs of other scripts count as ours do.
_SIGNS = {
    **dict.fromkeys("\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2039\u203a\u300c\u300d\u300e\u300f\u2033\uff02", '"'),
    **dict.fromkeys("-\u2010\u2011\u2013", "-"),
    **dict.fromkeys("%\u2030\u066a", "%"),
    **dict.fromkeys("$\u20ac\u00a3\u00a5\u20b9\u20bd\u20a9\u20aa\u20ba", "$"),
    **{sign: sign for sign in ",.;:?!()/&"},
    **dict.fromkeys("\u060c\u3001\uff0c", ","),
    **dict.fromkeys("\u3002\u2026", "."),
    **dict.fromkeys("\u061f\uff1f", "?"),
    "\u061b": ";",
}


@dataclass(frozen=True, slots=True)
class Row:
    """The words and signs of `text`; all lists and rows are as long as each other."""

    text: str
    words: list[str]
    small: list[str]
    starts: list[int]
    ends: list[int]
    kinds: str
    cases: str


def read(text: str, words: Lexicon) -> Row:
    found = [match.span() for match in _pattern(elides=words.elides).finditer(text)]
    tokens = [text[start:end] for start, end in found]
    small = [token.lower() for token in tokens]
    kinds, cases = _Letters(_kinds(words), words), _Cases(_cases(words), words)
    return Row(
        text=text,
        words=tokens,
        small=small,
        starts=[start for start, _end in found],
        ends=[end for _start, end in found],
        kinds="".join([kinds[token] for token in tokens]),
        cases="".join([cases[token] for token in tokens]),
    )


def masked(letters: str, stretches: list[tuple[int, int]]) -> str:
    """`letters` with # for what is taken."""
    parts, done = [], 0
    for first, last in stretches:
        parts += [letters[done:first], "#" * (last - first)]
        done = last
    return "".join([*parts, letters[done:]])


@cache
def _pattern(*, elides: bool) -> re.Pattern[str]:
    return re.compile(_TOKEN.replace("ELISION", _ELISION if elides else ""), re.VERBOSE)


class _Letters(dict[str, str]):
    """The letter of each word, thought about once."""

    def __init__(self, table: dict[str, str], words: Lexicon) -> None:
        super().__init__()
        self.table = table
        self.words = words

    def __missing__(self, token: str) -> str:
        self[token] = letter = self.letter(token)
        return letter

    def letter(self, token: str) -> str:
        first = token[0]
        if first.isalpha():
            return self.word(token)
        if first.isnumeric():
            return _digits(token)
        return _sign(token)

    def word(self, token: str) -> str:
        small = token.lower()
        letter = self.table.get(small) or self.table.get(small.rstrip(".")) or ""
        if letter in "MmW" and self.words.capital_dates and token[0].islower():
            letter = ""
        if letter == "c" and token.isupper() and len(token) == 3:
            return "$"
        if token[-1] == "$":
            return "$"
        return letter or self.other(token)

    def other(self, token: str) -> str:
        if token[0].isupper():
            return "C"
        if token in self.words.adjectives or token.endswith(self.words.adjective_ends or ("\0",)):
            return "+"
        plural = token[-1] == "s" and token[-2:] not in {"ss", "us", "is"} and len(token) > 3
        return "g" if plural else "n"


def _digits(token: str) -> str:
    if not token.isascii() and token[-1] in "年月日号號":
        return "F"
    if ":" in token or ("h" in token and token[-1].isdigit()):
        return "T"
    if token[-1] == "s":
        return "E"
    if token[-1].isalpha() or token[-1] in "\u00ba\u00aa":
        return "O"
    if len(token) > 5 and re.fullmatch(r"\d+([-/.])\d+\1\d+", token) and not _grouped(token):
        return "F"
    return _number(token)


def _grouped(token: str) -> bool:
    """`1.200.300` is a number, `11.09.2023` a date."""
    return "." in token and all(len(part) == 3 for part in token.split(".")[1:])


def _number(token: str) -> str:
    if len(token) == 4 and token.isdecimal():
        value = int(token)
        if 1000 <= value <= 2100:
            return "Y" if value >= 1900 else "y"
        return "N"
    return "D" if len(token) <= 2 and token.isdecimal() and 1 <= int(token) <= 31 else "N"


def _sign(sign: str) -> str:
    if "\n" in sign:
        return "\n"
    if sign[0] in "'\u2019" and len(sign) > 1:
        return "'" if sign[1] in "sS" else "E"
    return "u" if sign[0] == "\u00b0" else _SIGNS.get(sign, "z")


class _Cases(_Letters):
    """The letters of names."""

    def letter(self, token: str) -> str:
        first = token[0]
        if not first.isalpha():
            return "D" if first.isnumeric() else _sign(token)
        if token[-1] == "$":
            return "z"
        return self.capital(token) if first.isupper() else self.small(token)

    def small(self, token: str) -> str:
        letter = self.table.get(token, "l")
        return letter if letter in "epvfkqr@&" else "l"

    def capital(self, token: str) -> str:
        small = token.lower()
        for letter, table in _capitals(self.words):
            if small in table:
                return letter
        if len(token) > 1 and token.isupper() and len(token) <= 8:
            return "A"
        letter = self.table.get(small, "")
        if letter == "p":
            return "U" if small in self.words.function else "C"
        return "F" if letter else self.other(small)

    def other(self, small: str) -> str:
        words = self.words
        if small in words.places:
            return "L"
        if small in words.not_demonyms or small in words.countries:
            return "C"
        return "B" if small.endswith(words.demonym_ends or ("\0",)) and len(small) > 4 else "C"


@cache
def _capitals(words: Lexicon) -> tuple[tuple[str, frozenset[str]], ...]:
    """The first of several letters for a word holds."""
    return (
        *(("H", words.organisations), ("R", words.roles), ("K", words.subjects)),
        *(("B", words.demonyms), ("P", words.role_words)),
    )


def _table(pairs: list[tuple[str, frozenset[str]]]) -> dict[str, str]:
    """The last of several letters for a word holds."""
    return {word: letter for letter, table in pairs for word in table}


@cache
def _kinds(words: Lexicon) -> dict[str, str]:
    return _table(
        [
            *(("k", words.function), ("g", words.plurals), ("B", words.superlatives)),
            *(
                ("r", words.near),
                ("R", words.near_behind),
                ("I", words.when),
                ("i", words.into),
                ("v", words.of),
            ),
            *(("&", words.both), (">", words.until), ("<", words.between), ("e", words.the)),
            *(("p", words.per), ("J", words.aged), ("j", words.old), ("G", words.ago)),
            *(("A", words.clocks), ("S", words.seasons), ("t", words.durations)),
            *(("Z", words.centuries), ("Q", words.day_parts), ("d", words.days)),
            *(("M", words.months), ("m", words.maybe_months), ("W", words.weekdays)),
            *(("c", words.currencies), ("u", words.units), ("q", words.unit_kinds)),
            *(("s", words.scales), ("l", words.masses), ("f", words.fractions)),
            *(("h", words.half), ("x", words.multiples), ("*", words.times)),
            *(("o", words.ordinals), ("w", words.numbers), ("1", words.one), ("a", words.a)),
            *(("%", words.percents), ("i", frozenset({"out of"}))),
            ("%", frozenset({"per cent", "pro cent", "pour cent", "por ciento", "por cent"})),
            ("A", frozenset({"a.m.", "p.m.", "a. m.", "p. m.", "o'clock", "o\u2019clock"})),
        ]
    )


@cache
def _cases(words: Lexicon) -> dict[str, str]:
    """Small letters, for words as they stand in the tables; capitals follow from them."""
    return _table(
        [
            *(("k", words.function), ("k", words.numbers), ("k", words.ordinals)),
            *(("k", words.days), ("k", words.masses), ("k", words.scales)),
            *(("q", words.role_words), ("r", words.roles)),
            *(("p", words.particles), ("v", words.of), ("f", words.inner), ("@", words.at)),
            *(("&", words.both), ("e", words.the), ("e", words.a), ("k", words.honorifics)),
        ]
    )
