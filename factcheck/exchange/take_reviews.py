"""Import of other houses' fact-checks: a claim each, and their review cited for it.

Nothing becomes a verdict, and nothing is seen: that is for the checkers here. Written in bulk, a
batch at a time, as `merge` does, so that a feed of any length takes the same memory.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from factcheck.db.bulk import COMPARED, Bulk, Change, derived_row, encoded_row, numbers_given
from factcheck.db.history import image_columns
from factcheck.errors import BadInput, FactcheckError
from factcheck.exchange.forms import Image, encode, form
from factcheck.exchange.merge import Progress, Refusal, uncollected
from factcheck.exchange.reviews import Review
from factcheck.exchange.reviews_drafts import Draft, Piece, draft, weight
from factcheck.exchange.reviews_here import Here
from factcheck.models import RECORDS, Claim, Evidence, OutsideRating, Source
from factcheck.models.base import iso, now, uuid7
from factcheck.services import house, people
from factcheck.words import Priority

#: The rule of the house with conclusions for labels of its own.
RULE = "outside_ratings"

#: Reviews looked up and written at a time, and about how many characters of them.
BATCH = 1000
HEAVIEST = 8_000_000

#: No more remarks are kept than a person reads.
REMARKS = 1000
#: A rating is listed by its beginning where it is longer.
LISTED = 100

CLAIM, SOURCE, EVIDENCE, RATING = (
    cls.__tablename__ for cls in (Claim, Source, Evidence, OutsideRating)
)

Item = tuple[int, Review | BadInput]


@dataclass(slots=True)
class ReviewsResult:
    """What an import of reviews did, or would do."""

    #: By table.
    added: Counter[str] = field(default_factory=Counter)
    #: The numbers of the first and the last new claim.
    claims: tuple[int, int] | None = None
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)
    #: Ratings that neither the house nor the table knows, as written.
    unmapped: Counter[str] = field(default_factory=Counter)
    #: What was mended or left out, the first thousand, and how many there were.
    remarks: list[str] = field(default_factory=list)
    remarked: int = 0

    @property
    def wrote(self) -> bool:
        return bool(self.added)


def take(
    session: Session,
    items: Iterable[Item],
    *,
    keep_going: bool = False,
    progress: Progress | None = None,
) -> ReviewsResult:
    """Record reviews that are not here yet, as one step; each comes with the line it stands on.

    Raises BadInput or Refused, with the line, for the first that cannot be taken; with
    `keep_going` those are left out and listed.
    """
    with uncollected():
        taker = Taker(session, keep_going=keep_going)
        done = 0
        for batch in batches(items):
            taker.take(batch)
            done += len(batch)
            if progress is not None:
                progress(done, None)
        taker.finish()
    return taker.result


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    heavy = 0
    for item in items:
        batch.append(item)
        heavy += weight(item[1]) if isinstance(item[1], Review) else 0
        if len(batch) == BATCH or heavy > HEAVIEST:
            yield batch
            batch, heavy = [], 0
    if batch:
        yield batch


class Taker:
    """Writes a batch at a time; the numbers go on after those that were ever given."""

    def __init__(self, session: Session, *, keep_going: bool) -> None:
        self.session = session
        self.bulk = Bulk(session)
        self.keep_going = keep_going
        self.additions: Mapping[str, str] = house.every(session).get(RULE, {})
        self.given = numbers_given(self.bulk.connection)
        self.here = Here(self.bulk.connection, self.given[SOURCE])
        self.result = ReviewsResult()
        self._me: int | None = None
        self._rows: dict[str, list[Image]] = {}
        self._moment = ""

    def take(self, batch: list[Item]) -> None:
        drafts = list(self._drafts(batch))
        self.here.look_up(each for _line, each in drafts)
        self._rows = {table: [] for table in (SOURCE, CLAIM, EVIDENCE, RATING)}
        self._moment = iso(now())
        for line, each in drafts:
            try:
                self._add(line, each)
            except FactcheckError as error:
                self._refuse(line, error)
        self._write()

    def finish(self) -> None:
        if self.result.wrote:
            self.bulk.finish()
            self.session.expire_all()

    def _drafts(self, batch: list[Item]) -> Iterator[tuple[int, Draft]]:
        for line, item in batch:
            try:
                if isinstance(item, BadInput):
                    raise item
                yield line, draft(item, self.additions)
            except FactcheckError as error:
                self._refuse(line, error)

    def _refuse(self, line: int, error: FactcheckError) -> None:
        error.line = line
        if not self.keep_going:
            raise error
        self.result.refused.append(Refusal(line, error.message))

    def _add(self, line: int, new: Draft) -> None:
        if self.here.has(new):
            self.result.unchanged += 1
            return
        sources = self._sources(new)
        claim = self._record(CLAIM, new.columns, priority=Priority.NORMAL.value, hidden=False)
        claim["uid"] = new.uid or claim["uid"]
        for piece, source in zip(new.pieces, sources, strict=True):
            self._cite(claim["id"], source, piece)
        self.here.add_claim(new, sources[0])
        self._tell(line, new, claim["id"])

    def _sources(self, new: Draft) -> list[int]:
        """The numbers of what is cited; nothing is added where one of them cannot be."""
        pages = [piece.page for piece in new.pieces]
        for page in pages:
            self.here.source(page)
        numbers = []
        for page in pages:
            known = self.here.source(page)
            if known is not None:
                numbers.append(known.number)
                continue
            record = self._record(SOURCE, page.columns, protected=False, hidden=False)
            record["key"] = self.here.add_source(page, record["id"])
            numbers.append(record["id"])
        return numbers

    def _cite(self, claim: int, source: int, piece: Piece) -> None:
        where = {"claim_id": claim, "source_id": source, "person_id": self._person()}
        evidence = self._record(EVIDENCE, piece.columns, **where)
        if piece.rating is not None:
            self._record(RATING, piece.rating, evidence_id=evidence["id"])

    def _person(self) -> int:
        """Whoever imports, added when new; not before there is something to write."""
        if self._me is None:
            self._me = people.me(self.session).id
        return self._me

    def _record(self, table: str, columns: Mapping[str, Any], **more: Any) -> Image:
        """A new record of this batch, as its image will be."""
        self.given[table] += 1
        record = dict.fromkeys(image_columns(RECORDS[table]))
        record |= {"id": self.given[table], "uid": uuid7(), "created_at": self._moment}
        if "updated_at" in record:
            record["updated_at"] = self._moment
        record |= columns
        record |= more
        self._rows[table].append(record)
        return record

    def _tell(self, line: int, new: Draft, claim: int) -> None:
        first = self.result.claims[0] if self.result.claims else claim
        self.result.claims = first, claim
        if new.unmapped:
            self.result.unmapped[new.unmapped[:LISTED]] += 1
        self.result.remarked += len(new.remarks)
        room = REMARKS - len(self.result.remarks)
        self.result.remarks += [f"Line {line}: {text}" for text in new.remarks[:room]]

    def _write(self) -> None:
        for table, records in self._rows.items():
            if not records:
                continue
            take = form(table).take
            rows = [encoded_row(table, take(each)) + derived_row(table, each) for each in records]
            self.bulk.add(table, rows)
            changes: list[Change] = [((table, each["id"]), None, encode(each)) for each in records]
            self.bulk.note(changes)
            self.result.added[table] += len(records)
        if len(self.bulk.compared) <= COMPARED:
            self.bulk.compared.update(record["id"] for record in self._rows[CLAIM])
