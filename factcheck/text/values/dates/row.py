"""A text as a row of letters, one a word; words.py says what they mean.

    D  1 to 31        Y  1000 to 2999   N  another number     O  11th
    I  2023-09-11     F  11/09/2023     K  2023-W37           J  11.09.
    C  10:30          A  5 p.m.         E  1990s              $  sign before an amount
    X  with a capital s  plural in lower case                 _  another word

Signs stand for themselves, dashes of all kinds for `-`, a blank line is a line break.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module

from factcheck.text.languages import primary
from factcheck.text.values.dates.words import DateWords

# The modules with the words, and their names there; only those that are asked for are loaded.
_LANGUAGES = {"de": "GERMAN", "en": "ENGLISH", "es": "SPANISH", "fr": "FRENCH"}
_WORD = r"""
    [^\W\d_]\w*(?:['\u2019](?:hui|clock)\b|-(?:hier|midi|end)\b)?
  | (?=\d)(?:
        (?P<I>\d{4}(?P<mark>[-/.])\d\d(?P=mark)\d\d)(?:(?=T\d)|(?![\w-]))
      | (?P<K>\d{4}-?W\d\d)(?:-\d)?\b
      | (?<![-./])(?P<F>\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)(?:\d{4}|\d\d))(?!\w|[.,/-]\d)
      | (?P<J>\d{1,2}\.\d{1,2}\.)(?!\w)
      | (?P<A>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m\b|[ap]\.\s?m\b\.?|[AP]M\b|[AP]\.M\b\.?))
      | (?P<C>\d{1,2}:\d\d(?::\d\d)?(?!:?\d)|\d{1,2}(?:\s?h\s?\d\d|h)(?!\w))
      | (?P<O>\d{1,2}(?:st|nd|rd|th|er|re|\u00ba|\u00aa)(?!\w))
      | (?P<E>(?:\d{3}0|[2-9]0)(?:s|er)(?!\w))
      | (?P<N>\d+(?:[.,]\d+)*+\w*)
    )
  | \n[^\S\n]*\n\s*
  | [^\w\s]
"""
# The sign between its figures names the group that closes last.
_OUTER = {"sign": "F", "mark": "I"}
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_SIGNS = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys("'\u2019\u02bc", "'"),
    **dict.fromkeys("$\u20ac\u00a3\u00a5#\u2116\u00a7", "$"),
    **dict.fromkeys(";:!?", ";"),
    **dict.fromkeys("%\u2030\u00b0", "%"),
    **{sign: sign for sign in ",.()/"},
    "[": "(",
    "]": ")",
}

_LONG = 40


@dataclass(frozen=True, slots=True)
class DateRow:
    """The words of `text`; `language`, in lower case, tells how figures are read."""

    text: str
    words: DateWords
    language: str
    letters: str
    spans: list[tuple[int, int]]

    def word(self, at: int) -> str:
        """Word `at` in lower case; nothing outside of the text."""
        if not 0 <= at < len(self.spans):
            return ""
        start, end = self.spans[at]
        return self.text[start:end].lower()

    def written(self, first: int, last: int) -> str:
        """The text of words `first` up to `last`, that one left out."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def letter(self, at: int) -> str:
        return self.letters[at] if 0 <= at < len(self.letters) else ""

    def value(self, at: int) -> int:
        """The number that word `at` stands for."""
        word = self.word(at).replace("\u2019", "'")
        if self.letters[at] in "DYNOQP":
            return int(re.sub(r"\D", "", word)[:9] or 0)
        return self.words.values.get(word, 0)

    def capital(self, at: int) -> bool:
        return self.text[self.spans[at][0]].isupper()

    def glued(self, at: int) -> bool:
        """Whether word `at` touches the one before it."""
        return 0 < at < len(self.spans) and self.spans[at - 1][1] == self.spans[at][0]


def read(text: str, language: str) -> DateRow | None:
    """None where no calendar of `language` is known."""
    words = _words(primary(language.replace("_", "-")))
    if words is None:
        return None
    known = _known(words)
    found = list(_pattern().finditer(text))
    letters = [known.get(match[0]) or _letter(match, match[0], words) for match in found]
    spans = [match.span() for match in found]
    return DateRow(text, words, language.replace("_", "-").lower(), "".join(letters), spans)


@cache
def _words(language: str) -> DateWords | None:
    name = _LANGUAGES.get(language)
    if name is None:
        return None
    found: DateWords = getattr(import_module(f"{__package__}.words_{language}"), name)
    return found


@cache
def _known(words: DateWords) -> dict[str, str]:
    return {**_SIGNS, **words.letters}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_WORD, re.VERBOSE)


def _letter(match: re.Match[str], word: str, words: DateWords) -> str:
    if word[0].isdecimal():
        group = match.lastgroup or ""
        return _figure(word, _OUTER.get(group, group), words)
    if word[0] == "\n":
        return "\n"
    return _unknown(word, words) if len(word) < _LONG else "_"


# The same few thousand words make up most of a text.
@lru_cache(maxsize=10_000)
def _unknown(word: str, words: DateWords) -> str:
    """The letter of a word that is not in the tables in this spelling."""
    if "\u2019" in word:
        return words.letters.get(word.replace("\u2019", "'"), "_")
    if word[0].isupper():
        return "X"
    plural = words.plural_ends and word.endswith(words.plural_ends)
    return "s" if plural and not word.endswith(("ss", "us", "is", "as")) else "_"


def _figure(word: str, group: str, words: DateWords) -> str:
    if group == "J" and not words.short_dots:
        return "N"
    if group != "N" or not word.isdecimal():
        return group
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "D"
    return "Y" if len(word) == 4 and 1000 <= int(word) <= 2999 else "N"
