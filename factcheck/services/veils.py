"""What may not be said of a source: whom it is kept from, and by what it is called instead.

A protected source is called by its alias wherever it is shown. One that speaks on background is
called so too outside the house's own desk; what was said on deep background or off the record
does not leave the desk at all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Source
from factcheck.text.addresses import fold_url
from factcheck.text.folding import fold, folded
from factcheck.words import SourceKind, Terms

#: On what terms a source is not named, and on what terms its words are not passed on.
UNNAMED = frozenset({Terms.BACKGROUND, Terms.DEEP_BACKGROUND, Terms.OFF_RECORD})
WITHHELD = frozenset({Terms.DEEP_BACKGROUND, Terms.OFF_RECORD})

#: A name of fewer letters would be found in other words' company everywhere.
SHORTEST = 3

# Thai, Lao, Burmese, Khmer, Hangul, kana, Chinese: no blank stands around a name.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]")


class Veil:
    """The names that may not be said; with `terms` those of sources on background too."""

    def __init__(self, session: Session, *, reveal: bool = False, terms: bool = False) -> None:
        self.aliases: dict[int, str] = {}
        self._words: dict[str, str] = {}
        #: As they are written: a holt is a wood.
        self._surnames: dict[str, str] = {}
        wanted: list[ColumnElement[bool]] = [] if reveal else [Source.protected.is_(True)]
        wanted += [Source.terms.in_([each.value for each in UNNAMED])] if terms else []
        if wanted:
            for source in session.scalars(select(Source).where(or_(*wanted))):
                self._add(source)

    def _add(self, source: Source) -> None:
        alias = alias_of(source)
        self.aliases[source.id] = alias
        self._add_surnames(source, alias)
        names = [source.title, source.author, source.kept, source.url]
        names += [fold_url(source.url)] if source.url else []
        for name in names:
            plain = folded(name or "").strip()
            long = len(plain) >= SHORTEST - bool(_UNSPACED.search(plain))
            if long and plain.casefold() not in alias.casefold():
                # A letter that folds to two is found by its own form alone.
                for form in (plain.casefold(), plain.lower(), plain):
                    self._words.setdefault(form, alias)

    def _add_surnames(self, source: Source, alias: str) -> None:
        """Of `Irene Holt` a colleague writes "Holt says so"."""
        of_person = [source.title] if source.kind == SourceKind.PERSON else []
        for name in (*of_person, source.author):
            given, _, surname = folded(name or "").strip().rpartition(" ")
            if given and len(surname) > SHORTEST and surname[0].isupper() and surname not in alias:
                self._surnames.setdefault(surname, alias)

    @property
    def secret_words(self) -> list[str]:
        """The names, the longest first: an address before the domain in it."""
        return sorted(self._words, key=lambda word: (-len(word), word))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self._words:
            return None
        names = [*map(_pattern_of, self.secret_words)]
        names += [f"(?-i:{_pattern_of(each)})" for each in sorted(self._surnames)]
        return re.compile("|".join(names), re.IGNORECASE)

    def mask(self, text: str) -> str:
        """The text with the alias wherever a name stands, in whatever typography."""
        if not self.names_one(text):
            return text
        page, pieces, done = fold(text), [], 0
        for name, alias in self._named(page.text):
            start, end = page.original(*name)
            pieces += [text[done:start], alias]
            done = end
        return "".join([*pieces, text[done:]])

    def _named(self, page: str) -> Iterator[tuple[tuple[int, int], str]]:
        assert self._pattern is not None  # noqa: S101 - a name was found
        for match in self._pattern.finditer(page):
            alias = self._words.get(match[0].casefold()) or self._surnames.get(match[0])
            yield match.span(), alias or "a protected source"

    def names_one(self, text: str) -> bool:
        """Whether a name stands in the text."""
        return self._pattern is not None and self._pattern.search(folded(text)) is not None

    def over(self, value: Any, keep: Iterable[str] = ()) -> Any:
        """The same data with every text masked, but for what stands under the names in `keep`."""
        if self._pattern is None:
            return value
        return self._over(value, frozenset(keep))

    def _over(self, value: Any, keep: frozenset[str]) -> Any:
        if isinstance(value, str):
            return self.mask(value)
        if isinstance(value, Mapping):
            return {
                name: inner if name in keep else self._over(inner, keep)
                for name, inner in value.items()
            }
        if isinstance(value, list):
            return [self._over(inner, keep) for inner in value]
        return value


def _pattern_of(word: str) -> str:
    name = re.escape(word)
    return name if _UNSPACED.search(word) else rf"(?<!\w){name}(?!\w)"


def alias_of(source: Any) -> str:
    """What a source is called where it is not named."""
    if source.alias:
        return str(source.alias)
    return "a source on background" if source.terms == Terms.BACKGROUND else "a source"
