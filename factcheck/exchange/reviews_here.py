"""What of the reviews that come in is here already, and the keys that are free."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, select

from factcheck.db.derived import chunks
from factcheck.db.indexing import fold_title
from factcheck.errors import Refused
from factcheck.exchange.reviews_drafts import Draft, Identity, Page
from factcheck.models import Claim, Evidence, Source
from factcheck.models.base import table_of
from factcheck.text import slugs

claims, pieces, sources = (table_of(cls) for cls in (Claim, Evidence, Source))


WANTED = (sources.c.id, sources.c.key, sources.c.hidden, sources.c.merged_into_id)


class Known(NamedTuple):
    """A source that is here."""

    number: int
    key: str
    hidden: bool


class Here:
    """Looked up a batch at a time; what an import itself adds is told to it."""

    def __init__(self, connection: Connection, before: int) -> None:
        """`before` is the highest number of a source before the import."""
        self.connection = connection
        self.keys = Keys(connection)
        self._before = before
        self._sources: dict[Identity, Known] = {}
        self._uids: set[str] = set()
        #: Which claims are known to be of which review: eight bytes each, for the whole import.
        self._checked: set[int] = set()
        #: The sources, here before, whose claims are among them.
        self._read: set[int] = set()
        self._protected = dict(self._protected_names())

    def look_up(self, drafts: Iterable[Draft]) -> None:
        """Find the uids, sources and claims of a batch, with few queries."""
        drafts = list(drafts)
        self._uids, self._sources = set(), {}
        for uids in chunks({each.uid for each in drafts if each.uid}):
            listed = select(claims.c.uid).where(claims.c.uid.in_(uids))
            self._uids.update(self.connection.scalars(listed))
        cited = {piece.page.identity for each in drafts for piece in each.pieces}
        self._find("url", sources.c.url_folded, cited)
        self._find("title", sources.c.title_folded, cited)
        reviews = (self._sources.get(each.pieces[0].page.identity) for each in drafts)
        self._read_claims({known.number for known in reviews if known})

    def _find(self, kind: str, column: ColumnElement[str | None], cited: set[Identity]) -> None:
        for names in chunks(sorted(name for each, name in cited if each == kind)):
            listed = select(column.label("name"), *WANTED).where(column.in_(names))
            for row in self.connection.execute(listed.order_by(sources.c.hidden, sources.c.id)):
                if (kind, row.name) not in self._sources:
                    self._sources[kind, row.name] = self._kept(row)

    def _kept(self, row: Any) -> Known:
        """The source, or the one that it was merged into."""
        while row.merged_into_id is not None:
            into = select(*WANTED).where(sources.c.id == row.merged_into_id)
            row = self.connection.execute(into).one()
        return Known(row.id, row.key, row.hidden)

    def _read_claims(self, numbers: set[int]) -> None:
        """The claims for which these sources are cited already."""
        new = {number for number in numbers if number <= self._before} - self._read
        joined = pieces.join(claims, claims.c.id == pieces.c.claim_id)
        listed = select(pieces.c.source_id, claims.c.text).select_from(joined)
        for chunk in chunks(sorted(new)):
            rows = self.connection.execute(listed.where(pieces.c.source_id.in_(chunk)))
            self._checked.update(_digest(number, fold_title(text)) for number, text in rows)
        self._read |= new

    def has(self, draft: Draft) -> bool:
        """By its uid, or the same words checked by the same review."""
        if draft.uid in self._uids:
            return True
        review = self._sources.get(draft.pieces[0].page.identity)
        return review is not None and _digest(review.number, draft.folded) in self._checked

    def source(self, page: Page) -> Known | None:
        """Raises Refused for one that is hidden, or the open name of one that is protected."""
        known = self._sources.get(page.identity)
        if known is not None and known.hidden:
            msg = f"Source {known.key} is hidden."
            raise Refused(msg, hint=f"factcheck source restore {known.key}")
        kind, name = page.identity
        if kind == "title" and known is None and name in self._protected:
            msg = "A source of that name is protected."
            raise Refused(msg, hint=f"Cite it as {self._protected[name]}.")
        return known

    def _protected_names(self) -> Iterator[tuple[str, str]]:
        wanted = select(sources.c.key, sources.c.title, sources.c.author)
        for row in self.connection.execute(wanted.where(sources.c.protected)):
            yield from ((fold_title(name), row.key) for name in (row.title, row.author) if name)

    def add_source(self, page: Page, number: int) -> str:
        """Take note of a new one; its key."""
        key = self.keys.free(page.columns["title"])
        self._sources[page.identity] = Known(number, key, hidden=False)
        return key

    def add_claim(self, draft: Draft, review: int) -> None:
        """Take note of a new one; `review` is the number of its source."""
        if draft.uid:
            self._uids.add(draft.uid)
        self._checked.add(_digest(review, draft.folded))


def _digest(source: int, words: str) -> int:
    """Two of a hundred thousand are the same by chance once in four thousand million imports."""
    return int.from_bytes(blake2b(f"{source} {words}".encode(), digest_size=8).digest())


class Keys:
    """Free keys for sources, as services.sources finds them, in a time that does not grow."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._taken = {"author"}
        #: The last number given out, by what the key begins with.
        self._last: dict[str, int] = {}

    def free(self, title: str) -> str:
        stem = slugs.key(title, lambda _key: False)
        if stem not in self._last:
            self._taken.update(self.connection.scalars(_alike(stem)))
            self._last[stem] = 0
        number = self._last[stem] + 1
        while (key := stem if number == 1 else f"{stem}-{number}") in self._taken:
            number += 1
        self._last[stem] = number
        self._taken.add(key)
        return key


def _alike(stem: str) -> Select[str]:
    """The stem and its numbered ones; a range, for which both databases have an index."""
    key = sources.c.key
    numbered = (key >= f"{stem}-") & (key < f"{stem}-:")
    return select(key).where((key == stem) | numbered)
