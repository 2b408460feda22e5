"""Import of our own format: into an empty database, or merged into one that is in use.

Records join by uid. What is here already stays as it is, unless theirs is wanted.
"""

import gc
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from factcheck.db import derived
from factcheck.db.bulk import COMPARED, Bulk, Change, derived_row, encoded_row, images, touched_by
from factcheck.db.history import Pending
from factcheck.db.indexing import derived_values
from factcheck.errors import BadInput
from factcheck.exchange.forms import Image, encode, form
from factcheck.exchange.fresh import OWN, Fresh, fresh
from factcheck.exchange.jsonl import Line, Reader
from factcheck.exchange.names import Names, name_column
from factcheck.exchange.plan import Plan, Planner, batches, by_table
from factcheck.models import RECORDS, Article, Claim, Person, Revision, Rule, Source
from factcheck.models.base import iso, now, uuid7
from factcheck.services.source_shapes import ALWAYS_SHOWN
from factcheck.services.undo import from_image

#: How many lines of how many are done; None where the file does not say how many there are.
Progress = Callable[[int, int | None], None]

#: Tables whose records bear on how a claim stands.
BEARING = ("span", "evidence", "verdict", "fix", "query", "tag", "recheck")
#: What bears on a verdict alone, and that touches its claim itself.
ON_VERDICTS = ("evidence", "tag", "recheck")


class Difference(NamedTuple):
    """A record that is here with other content; the number is ours."""

    kind: str
    number: int
    uid: str
    fields: list[str]
    ours: Image
    theirs: Image
    #: Theirs was taken over.
    overwritten: bool


class Twin(NamedTuple):
    """Two sources with one address: ours, and the one that came in under its number here."""

    ours: int
    ours_key: str
    theirs: int
    theirs_key: str


class Refusal(NamedTuple):
    line: int
    reason: str


@dataclass(slots=True)
class ImportResult:
    """What an import did, or would do; kinds are the names of tables, numbers ours."""

    added: Counter[str] = field(default_factory=Counter)
    overwritten: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    #: Kind, the number in the file, the number here.
    renumbered: list[tuple[str, int, int]] = field(default_factory=list)
    #: Kind, number, the name in the file, the name here: slugs, keys, drafts.
    renamed: list[tuple[str, int, str, str]] = field(default_factory=list)
    #: Kind, number: people and rules that are here under another uid, by name.
    joined: list[tuple[str, int]] = field(default_factory=list)
    conflicts: list[Difference] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    #: Protected sources that came in.
    protected: int = 0

    @property
    def wrote(self) -> bool:
        return bool(self.added or self.overwritten)


def import_(
    session: Session,
    source: Path | BinaryIO,
    *,
    theirs: bool = False,
    keep_going: bool = False,
    progress: Progress | None = None,
) -> ImportResult:
    """Take over all records of an export, as one step; what is here already stays.

    Raises BadInput, with the line, for a file that cannot be taken; with `keep_going` the lines
    that are wrong are left out and listed. With `theirs` records that differ are overwritten.
    """
    with readable(source) as file, uncollected():
        reader = Reader(file)
        count = Counted(progress, reader.expected)
        bulk = Bulk(session)
        planner = Planner(bulk.connection, reader, keep_going=keep_going)
        init = fresh(bulk.connection)
        if init is not None:
            planner.ignore(OWN)
        plan = planner.run(count.add)
        writer = Writer(bulk, plan, init, theirs=theirs)
        newcomer = sign(bulk.step, plan, init)
        try:
            writer.write(reader, count.add)
            if newcomer and bulk.step.link is not None:
                bulk.add_one("person", newcomer)
        except IntegrityError as error:
            said = str(error.orig).strip().split("\n", maxsplit=1)[0]
            msg = f"The records do not fit into this database: {said}."
            raise BadInput(msg, hint="Run factcheck db check, and export again.") from error
    if newcomer and bulk.step.link is None:
        # Nothing came of it, so nobody came either.
        bulk.step.person_id = 0
    session.expire_all()
    return writer.result


def sign(step: Pending, plan: Plan, init: Fresh | None) -> Image | None:
    """Settle who makes the step before it begins; whoever is new here, if it is nobody known."""
    if step.person_id:
        return None
    name, table = step.who.casefold(), Person.__tablename__
    people = [record for kind, record in plan.people_and_rules() if kind == table]
    for record in people:
        if name in {each.casefold() for each in (record["name"], *record["aliases"])}:
            step.person_id, step.who = plan.numbers[table][record["id"]], record["name"]
            return None
    here = [number for t, number in init.here if t == table] if init else []
    used = [plan.given[table], *plan.numbers[table].values(), *here]
    step.person_id = max(used) + 1
    moment = iso(now())
    return {
        "aliases": [], "created_at": moment, "id": step.person_id, "name": step.who,
        "uid": uuid7(), "updated_at": moment,
    }  # fmt: skip


@contextmanager
def readable(source: Path | BinaryIO) -> Iterator[BinaryIO]:
    """The file, to be read twice: a pipe is kept in a temporary file."""
    if isinstance(source, Path):
        try:
            file = source.open("rb")
        except OSError as error:
            msg = f"{source} cannot be read: {error.strerror}."
            raise BadInput(msg, hint="Name a file made by factcheck export.") from error
        with file:
            yield file
        return
    with tempfile.TemporaryFile() as kept:
        shutil.copyfileobj(source, kept)
        yield kept


@contextmanager
def uncollected() -> Iterator[None]:
    """Records make no cycles: looking for some among a hundred thousand costs a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Counted:
    """Adds up the lines of both passes for a progress bar."""

    def __init__(self, progress: Progress | None, expected: int | None) -> None:
        self._progress = progress
        self._total = None if expected is None else 2 * expected
        self._done = 0

    def add(self, lines: int) -> None:
        self._done += lines
        if self._progress is not None:
            self._progress(self._done, self._total)


class Writer:
    """The second pass: writes what is new and compares what is not."""

    def __init__(self, bulk: Bulk, plan: Plan, init: Fresh | None, *, theirs: bool) -> None:
        self.bulk = bulk
        self.plan = plan
        self.init = init or Fresh({})
        self.theirs = theirs
        self.names = Names(bulk.connection)
        self.result = ImportResult(renumbered=plan.renumbered)
        self.result.refused = [
            Refusal(line, error.message) for line, error in sorted(plan.refused.items())
        ]
        self._articles: set[int] = set()
        self._authors: set[tuple[int, int]] = set()

    def write(self, reader: Reader, progress: Callable[[int], None]) -> None:
        if self.init.here:
            self.init.settle(self.bulk, self.plan.people_and_rules())
        for batch in batches(reader.lines(checked=True)):
            changes: list[Change] = []
            for table, lines in by_table(self._good(batch)).items():
                changes += self._add(table, [line for line in lines if self.plan.takes(line)])
                changes += self._compare(table, [x for x in lines if not self.plan.takes(x)])
            self.bulk.note(changes)
            progress(len(batch))
        self.bulk.note([(key, before, None) for key, before in self.init.before.items()])
        for article in self._articles:
            self.bulk.touched.update(derived.of_article(self.bulk.connection, article))
        self.bulk.finish()

    def _good(self, batch: list[Line | BadInput]) -> Iterator[Line]:
        for line in batch:
            if isinstance(line, Line) and line.number not in self.plan.refused:
                yield line

    def _mapped(self, line: Line) -> Image:
        """The record with our numbers in it."""
        record, numbers = line.record, self.plan.numbers
        record["id"] = numbers[line.table][record["id"]]
        for column, target in form(line.table).references.items():
            if record[column] is not None:
                record[column] = numbers[target][record[column]]
        return record

    # What is new

    def _add(self, table: str, lines: list[Line]) -> list[Change]:
        records = [self._mapped(line) for line in lines]
        if self.init.kept and table in OWN:
            self._keep_ours(table, records)
        if table in {"tag", "article_author"}:
            records = self._without_doubles(table, records)
        if self.plan.given[table]:
            self._settle_names(table, records)
        changes: list[Change] = []
        rows = []
        take, before = form(table).take, self.init.before
        for record in records:
            key, image = (table, record["id"]), encode(record)
            rows.append(encoded_row(table, take(record)) + derived_row(table, record))
            was = before.pop(key, None) if before else None
            if was != image:
                changes.append((key, was, image))
        if table == Source.__tablename__:
            self._look_at_sources(records)
        self.bulk.add(table, rows)
        self._touch(table, records)
        if changes:
            self.result.added[table] += len(changes)
        self.result.unchanged += len(records) - len(changes)
        return changes

    def _keep_ours(self, table: str, records: list[Image]) -> None:
        """What was said at init, and otherwise in the file, is a conflict like any other."""
        for record in records:
            ours = self.init.kept.get((table, record["id"]))
            if ours is not None:
                self._report(table, {**record, **ours}, record, list(ours))
                record.update({} if self.theirs else ours)

    def _without_doubles(self, table: str, records: list[Image]) -> list[Image]:
        """A claim has a tag once, an article an author once, whatever their uids are."""
        owner, name = form(table).unique
        there = self._authors if table == "article_author" else set()
        if self.plan.given[table]:
            rows = RECORDS[table].__table__.c
            for chunk in derived.chunks({record[owner] for record in records}):
                listed = select(rows[owner], rows[name]).where(rows[owner].in_(chunk))
                there.update(tuple(row) for row in self.bulk.connection.execute(listed))
        kept = []
        for record in records:
            if (record[owner], record[name]) not in there:
                kept.append(record)
                there.add((record[owner], record[name]))
        self.result.unchanged += len(records) - len(kept)
        return kept

    def _settle_names(self, table: str, records: list[Image]) -> None:
        for record, old, new in self.names.settle(table, records):
            self.result.renamed.append((table, record["id"], str(old), str(new)))

    def _look_at_sources(self, records: list[Image]) -> None:
        """Count the protected; list those whose address we have, but of the protected nothing."""
        table = Source.__tablename__
        self.result.protected += sum(record["protected"] for record in records)
        if not self.plan.given[table]:
            return
        folded = {
            derived_values(table, record)["url_folded"]: record
            for record in records
            if record["url"] and not record["protected"]
        }
        rows = Source.__table__.c
        for chunk in derived.chunks(folded):
            listed = select(rows.id, rows.key, rows.url_folded).where(
                rows.url_folded.in_(chunk), rows.id <= self.plan.given[table], ~rows.protected
            )
            for row in self.bulk.connection.execute(listed.order_by(rows.id)):
                new = folded[row.url_folded]
                self.result.twins.append(Twin(row.id, row.key, new["id"], new["key"]))

    def _touch(self, table: str, records: list[Image]) -> None:
        if len(self.bulk.compared) <= COMPARED and table in {"claim", "evidence"}:
            name = "id" if table == "claim" else "claim_id"
            self.bulk.compared.update(record[name] for record in records)
        if table in BEARING:
            new_from = self.plan.given[Claim.__tablename__] if table in ON_VERDICTS else None
            for record in records:
                if new_from is None or record["claim_id"] <= new_from:
                    self.bulk.touched.add(record["claim_id"])
        elif table == Revision.__tablename__:
            old = self.plan.given[Article.__tablename__]
            self._articles |= {r["article_id"] for r in records if r["article_id"] <= old}

    # What is here already

    def _compare(self, table: str, lines: list[Line]) -> list[Change]:
        """Look for what differs; the changes, where theirs is wanted."""
        known = self.plan.known[table]
        pairs = [(line.record["id"] in known, self._mapped(line)) for line in lines]
        here = images(self.bulk.connection, table, [record["id"] for _by_uid, record in pairs])
        changes = []
        for by_uid, record in pairs:
            ours = here[record["id"]]
            if not by_uid:
                self.result.joined.append((table, record["id"]))
            fields = _differing(table, ours, record, by_uid=by_uid)
            name = name_column(table)
            if name in fields and self.names.is_anothers(table, record):
                # It got another name when it came in, or cannot have this one here.
                fields.remove(name)
            if not fields:
                self.result.unchanged += 1
                continue
            self._report(table, ours, record, fields)
            if self.theirs:
                changes.append(self._overwrite(table, ours, record, fields))
        return changes

    def _report(self, table: str, ours: Image, theirs: Image, fields: list[str]) -> None:
        veiled = table == Source.__tablename__ and (ours["protected"] or theirs["protected"])
        shown = [name for name in fields if not veiled or name in ALWAYS_SHOWN]
        self.result.conflicts.append(
            Difference(
                table,
                theirs["id"],
                ours["uid"],
                fields,
                {name: ours[name] for name in shown},
                {name: theirs[name] for name in shown},
                self.theirs,
            )
        )

    def _overwrite(self, table: str, ours: Image, theirs: Image, fields: list[str]) -> Change:
        timed = [name for name in ("updated_at",) if name in ours]
        image = ours | {name: theirs[name] for name in [*fields, *timed]}
        values = from_image(table, image) | derived_values(table, image)
        self.bulk.change(table, ours["id"], values)
        about = image["article_id"] if table == Revision.__tablename__ else image["id"]
        for claim in (ours.get("claim_id"), image.get("claim_id")):
            self.bulk.touched.update(touched_by(self.bulk.connection, table, about, claim))
        self.result.overwritten[table] += 1
        return (table, ours["id"]), encode(ours), encode(image)


def _differing(table: str, ours: Image, theirs: Image, *, by_uid: bool) -> list[str]:
    """The columns that differ; a later time of the last change alone is no difference."""
    if by_uid:
        names = [name for name in ours if name != "updated_at"]
    else:
        names = ["value"] if table == Rule.__tablename__ else []
    return [name for name in names if ours[name] != theirs[name]]
