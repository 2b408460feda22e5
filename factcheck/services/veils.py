"""What may not be said of a source: whom it is kept from, and by what it is called instead.

A protected source is called by its alias wherever it is shown. One that speaks on background is
called so too outside the house's own desk; what was said on deep background or off the record
does not leave the desk at all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Source
from factcheck.text.addresses import domain, fold_url
from factcheck.text.folding import fold, folded
from factcheck.words import SourceKind, Terms

#: On what terms a source is not named, and on what terms its words are not passed on.
UNNAMED = frozenset({Terms.BACKGROUND, Terms.DEEP_BACKGROUND, Terms.OFF_RECORD})
WITHHELD = frozenset({Terms.DEEP_BACKGROUND, Terms.OFF_RECORD})

#: A name of fewer letters would be found in other words' company everywhere.
SHORTEST = 3

# Thai, Lao, Burmese, Khmer, Hangul, kana, Chinese: no blank stands around a name.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]")


#: What may stand between two words of a name, and is no letter of it.
_JOINT = r"(?:&nbsp;|%20|<[^<>]{0,40}>|[\W_]){0,12}"
_MARKS = re.compile("&nbsp;|%20|<[^<>]{0,40}>")
_TWO = 2


class Veil:
    """The names that may not be said; with `terms` those of sources on background too."""

    def __init__(self, session: Session, *, reveal: bool = False, terms: bool = False) -> None:
        self.aliases: dict[int, str] = {}
        self._words: dict[str, str] = {}
        #: As they are written: a holt is a wood.
        self._surnames: dict[str, str] = {}
        wanted: list[ColumnElement[bool]] = [] if reveal else [Source.protected.is_(True)]
        wanted += [Source.terms.in_([each.value for each in UNNAMED])] if terms else []
        veiled = list(session.scalars(select(Source).where(or_(*wanted)))) if wanted else []
        for source in veiled:
            self._add(source)
        if any(source.protected for source in veiled):
            self._add_houses(session, veiled)

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

    def _add_houses(self, session: Session, veiled: Sequence[Source]) -> None:
        """Publishers and hosts that only protected sources have: they say who it is."""
        every = select(Source.publisher, Source.url).where(Source.id.not_in(self.aliases))
        known = {name for row in session.execute(every) for name in _houses(*row)}
        for source in veiled:
            if source.protected:
                for name in _houses(source.publisher, source.url) - known:
                    if len(name) > SHORTEST:
                        self._words.setdefault(name, self.aliases[source.id])

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
    def _joined(self) -> dict[str, str]:
        """Aliases by the letters of the names, in both orders of two words."""
        found: dict[str, str] = {}
        for name, alias in self._words.items():
            for order in (name, " ".join(reversed(name.split(" ")))):
                found.setdefault(_letters(order), alias)
        return found

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
            found = match[0]
            alias = self._words.get(found.casefold()) or self._surnames.get(found)
            yield match.span(), alias or self._joined.get(_letters(found)) or "a protected source"

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
    """A name however it is joined: `Irene Holt`, `irene_holt`, `**Irene** Holt`, `Holt, Irene`."""
    if _UNSPACED.search(word):
        return re.escape(word)
    parts = [re.escape(part) for part in word.split(" ")]
    name = _JOINT.join(parts)
    if len(parts) == _TWO and all(map(str.isalpha, word.split(" "))):
        name = f"(?:{name}|{parts[1]},\\s{{0,3}}{parts[0]})"
    # A footnote's number after a name is none of it; after a number it would be another one.
    before = r"(?<!\w)" if word[0].isdigit() else r"(?<![^\W\d_])"
    after = r"(?!\w)" if word[-1].isdigit() else r"(?![^\W\d_])"
    return f"{before}{name}{after}"


def _houses(publisher: str | None, url: str | None) -> set[str]:
    names = {folded(publisher or "").strip(), domain(url) if url else ""}
    return {name.casefold() for name in names if name}


def _letters(name: str) -> str:
    """What of a name is the same however it is joined."""
    return "".join(filter(str.isalnum, _MARKS.sub("", name))).casefold()


def alias_of(source: Any) -> str:
    """What a source is called where it is not named."""
    if source.alias:
        return str(source.alias)
    return "a source on background" if source.terms == Terms.BACKGROUND else "a source"
