"""The words by which figures are read, a file a language.

To add a word, write it into its table; to add a language, write a file like english.py and
name it in `_LANGUAGES`. Words are in lower case, with straight apostrophes.
"""

from functools import cache
from importlib import import_module

from factcheck.text.languages import primary
from factcheck.text.values.quantities.tongues.shape import Tongue

__all__ = ["Tongue", "tongue"]

_LANGUAGES = {"de": "german", "en": "english", "es": "spanish", "fr": "french"}
_NONE = Tongue()


@cache
def tongue(language: str) -> Tongue:
    """The words of `language` (de, de-AT); where it is not known, digits with a decimal point."""
    name = _LANGUAGES.get(primary(language.replace("_", "-")))
    if name is None:
        return _NONE
    found: Tongue = import_module(f"{__name__}.{name}").TONGUE
    return found
