"""Sources from a bibliography, taken over once each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.indexing import fold_title
from factcheck.errors import BadInput, FactcheckError, Refused
from factcheck.exchange.cited_sources import GivenSource
from factcheck.models import Source
from factcheck.services import lookup, notes
from factcheck.services.sources import NewSource
from factcheck.text import slugs
from factcheck.text.addresses import fold_url, looks_like_url
from factcheck.text.plain import check_text

LONGEST_KEY = 80

_NO_KEY = re.compile(r"[^\w.-]+")
_NUMBERED = re.compile(r"(.+)-\d+")


@dataclass(slots=True)
class SourcesResult:
    """What a bibliography brought; sources by number."""

    added: list[int] = field(default_factory=list)
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    #: What was left out or decided, a sentence each.
    remarks: list[str] = field(default_factory=list)


def take(
    session: Session,
    items: Iterable[tuple[int, GivenSource | BadInput]],
    keep_going: bool = False,  # noqa: FBT001, FBT002  the command's own option, passed by name
) -> SourcesResult:
    """Add what is not here yet; what is, by its address or by key and title, stays as it is.

    Raises BadInput or Refused, with the line; with `keep_going` what is wrong is left out and
    listed.
    """
    taking, result = _Taking(session), SourcesResult()
    for line, item in items:
        try:
            if isinstance(item, BadInput):
                raise item
            if not taking.take(item):
                result.unchanged += 1
        except FactcheckError as error:
            error.line = error.line or line
            if not keep_going:
                raise
            result.refused.append((line, error.message))
    result.added, result.remarks = taking.store(), taking.remarks
    return result


class _Taking:
    """What is in the database, asked for once, and what comes to it, stored at the end."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.new: list[tuple[Source, str | None]] = []
        self.remarks: list[str] = []
        self.keys: set[str] = set()
        self.addresses: set[str] = set()
        #: By what it is shown as and the stem of its key: whether all such have an address.
        self.titles: dict[tuple[str, str], bool] = {}
        #: Of protected sources, with the keys that they are cited by.
        self.names: dict[str, str] = {}
        #: By stem, the number that was tried last: many may come with the same key.
        self.numbers: dict[str, int] = {}
        columns = (Source.key, Source.title, Source.author, Source.alias, Source.protected)
        rows = session.execute(select(*columns, Source.url_folded).order_by(Source.id))
        for key, title, author, alias, protected, url in rows:
            if protected:
                self.names |= {fold_title(name): key for name in (title, author or "")}
            self._know(key, alias or "" if protected else title, None if protected else url)
            self.addresses |= {url} if url else set()

    def _know(self, key: str, title: str, url: str | None) -> None:
        self.keys.add(key)
        numbered = _NUMBERED.fullmatch(key)
        for stem in {key, numbered[1] if numbered else key}:
            place = fold_title(title), stem
            self.titles[place] = self.titles.get(place, True) and url is not None

    def take(self, item: GivenSource) -> bool:
        """Whether it is new."""
        new = item.source
        url = new.what if looks_like_url(new.what) else None
        stem = _stem(item.key or "") or _stem_of(new)
        if self._is_known(new, url, {stem, (item.key or stem).casefold()}):
            return False
        self._check_name(new, url)
        note = check_text(item.note, "note") if item.note else None
        key = self._free(stem)
        source = Source(
            key=key, kind=new.kind, title=new.title, url=url, publisher=new.publisher,
            author=new.author, published=new.published,
        )  # fmt: skip
        self.new.append((source, note))
        self._know(key, new.title or "", url)
        if url is not None:
            self.addresses.add(fold_url(url))
        self.remarks += item.remarks
        if item.key and key != item.key.casefold():
            self.remarks.append(f"{item.key:.60} is kept under the key {key}.")
        return True

    def _is_known(self, new: NewSource, url: str | None, stems: set[str]) -> bool:
        """The same address; or the same title under this key, where not both have an address."""
        if url is not None and fold_url(url) in self.addresses:
            return True
        title = fold_title(new.title or "")
        alike = [self.titles[title, stem] for stem in stems if (title, stem) in self.titles]
        return any(not (url and have_urls) for have_urls in alike)

    def _check_name(self, new: NewSource, url: str | None) -> None:
        """A protected name must not come in again as an open source."""
        key = None if url else self.names.get(fold_title(new.title or ""))
        if key is not None:
            raise Refused("A source of that name is protected.", hint=f"Cite it as {key}.")

    def _free(self, stem: str) -> str:
        if stem not in self.keys:
            return stem
        number = self.numbers.get(stem, 2)
        while f"{stem}-{number}" in self.keys:
            number += 1
        self.numbers[stem] = number
        return f"{stem}-{number}"

    def store(self) -> list[int]:
        """The numbers of the sources that were added."""
        self.session.add_all(source for source, _ in self.new)
        self.session.flush()
        for source, note in self.new:
            if note is not None:
                notes.add(self.session, note, source=source)
        return [source.id for source, _ in self.new]


def _stem_of(new: NewSource) -> str:
    return slugs.key(new.author or new.title or new.what, lambda key: key == "author")


def _stem(key: str) -> str:
    """`DBLP:conf/icml/Roe` -> `dblp-conf-icml-roe`: a key that can be typed and is no number."""
    bare = _NO_KEY.sub("-", key.casefold())[:LONGEST_KEY].strip("-.")
    letters = re.sub(r"[-_.]", "", bare)
    if not letters.isalnum():
        return ""
    meant = bare == "author" or bare.isdigit() or lookup.number_of(bare, "source") is not None
    return f"source-{bare}" if meant else bare
