"""The words by which figures, dates, names and claims are known, a file a language.

To add a word, write it into its table; to add a language, write a file like english.py and
name it in `_LANGUAGES`. Words are in lower case; phrases are parted by commas.
"""

from functools import cache

from factcheck.text.languages import primary
from factcheck.text.lexicon.arabic import ARABIC
from factcheck.text.lexicon.english import ENGLISH
from factcheck.text.lexicon.french import FRENCH
from factcheck.text.lexicon.german import GERMAN
from factcheck.text.lexicon.shape import Lexicon
from factcheck.text.lexicon.spanish import SPANISH

__all__ = ["Lexicon", "lexicon"]

_LANGUAGES = {"ar": ARABIC, "de": GERMAN, "en": ENGLISH, "es": SPANISH, "fr": FRENCH}
_NONE = Lexicon()


@cache
def lexicon(language: str) -> Lexicon:
    """The words of `language` (a code such as de or de-AT); empty tables where it is not known."""
    return _LANGUAGES.get(primary(language.replace("_", "-")), _NONE)
