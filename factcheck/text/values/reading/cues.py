"""The words that say how a value stands: negated, denied, called false, planned, only possible.

English is covered well, German, French and Spanish by their commonest words. Patterns are compiled
when a language is first read.
"""

import re
from functools import cache

from factcheck.text.languages import primary
from factcheck.text.values.reading.english import ENGLISH
from factcheck.text.values.reading.french import FRENCH
from factcheck.text.values.reading.german import GERMAN
from factcheck.text.values.reading.shape import Cues
from factcheck.text.values.reading.spanish import SPANISH

_LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}


def cues(language: str) -> Cues:
    """The cues of a language; English where it is not known, for no value shall pass unread."""
    return _LANGUAGES.get(primary(language.replace("_", "-")), ENGLISH)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that begins at a word and does not mind capitals."""
    # "n't" and "'ll" hang on the word before them.
    return re.compile(rf"(?:(?<!\w)|(?=n't|'(?!s)))(?:{pattern})", re.IGNORECASE)


@cache
def anywhere(pattern: str) -> re.Pattern[str]:
    """A pattern that may begin within a word, as signs and "n't" do."""
    return re.compile(pattern, re.IGNORECASE)
