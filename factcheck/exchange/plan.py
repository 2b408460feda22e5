"""The first pass over a file: what each of its records will be here.

A record keeps its number where that is free. What is here already by uid is ours, and so are
people, rules and drafts that are here under another uid: references are mapped to them.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from factcheck.db.bulk import numbers_given
from factcheck.db.derived import chunks
from factcheck.errors import BadInput
from factcheck.exchange.jsonl import Line, Reader
from factcheck.exchange.whole import Whole
from factcheck.models import RECORDS, Event, Image, Person, Revision, Rule

#: Lines looked up and written at a time: fewer would make the search index many small pieces,
#: more would fill the memory.
BATCH = 4000

Numbers = dict[str, dict[int, int]]
#: How many lines were read since it was called last.
Progress = Callable[[int], None]


@dataclass(slots=True)
class Plan:
    """What is known after the first pass. Numbers are the file's, and lead to ours."""

    #: The highest number of each table before.
    given: dict[str, int]
    numbers: Numbers
    refused: dict[int, BadInput]
    #: Here already, by uid.
    known: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    #: Here already under another uid.
    joined: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    renumbered: list[tuple[str, int, int]] = field(default_factory=list)
    #: The people and rules of the file: few, and wanted before they are written.
    own: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def people_and_rules(self) -> list[tuple[str, dict[str, Any]]]:
        return [(t, record) for t, record in self.own if record["id"] in self.numbers[t]]

    def takes(self, line: Line) -> bool:
        """It is new here."""
        table, number = line.table, line.record["id"]
        return number not in self.known[table] and number not in self.joined[table]


def batches(lines: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    rest = iter(lines)
    while batch := list(islice(rest, size)):
        yield batch


def by_table(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.table, []).append(line)
    return found


class Planner:
    """Reads the file once, and looks up what of it is here."""

    def __init__(self, connection: Connection, reader: Reader, *, keep_going: bool) -> None:
        self.connection = connection
        self.whole = Whole(reader, keep_going=keep_going)
        self.plan = Plan(numbers_given(connection), self.whole.numbers, self.whole.refused)
        self._taken: dict[str, list[int]] = defaultdict(list)
        self._highest: dict[str, int] = defaultdict(int)
        self._here: dict[str, Finder] = {}
        #: New drafts as article, number, SHA-256 and their own number.
        self._drafts: list[tuple[int, int, str, int]] = []

    def ignore(self, tables: Iterable[str]) -> None:
        """What is here of these tables gives way: all in the file is new."""
        for table in tables:
            self.plan.given[table] = 0

    def run(self, progress: Progress) -> Plan:
        """Raises BadInput for the first line that cannot be taken, unless it is to keep going."""
        self._here = {
            Person.__tablename__: people_here(self.connection),
            Rule.__tablename__: rules_here(self.connection),
        }
        for batch in batches(self.whole.reader.lines()):
            good = [line for line in batch if self.whole.accepts(line)]
            for table, lines in by_table(good).items():
                self._look_up(table, lines)
            progress(len(batch))
        self.whole.finish()
        self._renumber()
        self._join_drafts()
        return self.plan

    def _look_up(self, table: str, lines: list[Line]) -> None:
        self._highest[table] = max(self._highest[table], *(line.record["id"] for line in lines))
        if table in self._here:
            self.plan.own += [(table, line.record) for line in lines]
        if not self.plan.given[table]:
            return
        here = self._by_uid(table, [line.record["uid"] for line in lines])
        for line in lines:
            number = line.record["id"]
            if line.record["uid"] in here:
                self.plan.known[table].add(number)
                self.plan.numbers[table][number] = here[line.record["uid"]]
            elif not self._join(line) and number <= self.plan.given[table]:
                self._taken[table].append(number)
        self._give_back(table, lines)
        if table == Revision.__tablename__:
            self._keep_drafts(lines)

    def _by_uid(self, table: str, uids: list[str]) -> dict[str, int]:
        rows = RECORDS[table].__table__
        found: dict[str, int] = {}
        for chunk in chunks(uids):
            listed = select(rows.c.uid, rows.c.id).where(rows.c.uid.in_(chunk))
            found |= {row.uid: row.id for row in self.connection.execute(listed)}
        return found

    def _join(self, line: Line) -> bool:
        """People and rules are the same by name."""
        here = self._here.get(line.table)
        number = here(line.record) if here else None
        if number is not None:
            self.plan.joined[line.table].add(line.record["id"])
            self.plan.numbers[line.table][line.record["id"]] = number
        return number is not None

    def _give_back(self, table: str, lines: list[Line]) -> None:
        """A number that was its own before an undo took it away is its own again."""
        taken = set(self._taken[table])
        uids = {n: line.record["uid"] for line in lines if (n := line.record["id"]) in taken}
        rows = RECORDS[table].__table__
        for chunk in chunks(uids):
            there = set(self.connection.scalars(select(rows.c.id).where(rows.c.id.in_(chunk))))
            for number, uid in self._left(table, [n for n in chunk if n not in there]):
                if uids[number] == uid:
                    taken.discard(number)
        self._taken[table] = sorted(taken)

    def _left(self, table: str, numbers: list[int]) -> Iterator[tuple[int, str]]:
        """The uids of records that were here once, by number."""
        events, images = Event.__table__, Image.__table__
        first = (
            select(events.c.record_id, images.c.json)
            .join(images, images.c.sha256 == events.c.after_sha256)
            .where(events.c.record == table, events.c.record_id.in_(numbers))
        )
        for row in self.connection.execute(first) if numbers else ():
            if row.json is not None:
                yield row.record_id, json.loads(row.json)["uid"]

    def _renumber(self) -> None:
        for table, taken in self._taken.items():
            free = max(self.plan.given[table], self._highest[table]) + 1
            for number in taken:
                if number in self.plan.numbers[table]:
                    self.plan.numbers[table][number] = free
                    self.plan.renumbered.append((table, number, free))
                    free += 1

    def _keep_drafts(self, lines: list[Line]) -> None:
        for line in lines:
            if self.plan.takes(line):
                record = line.record
                draft = (record["article_id"], record["number"], record["sha256"], record["id"])
                self._drafts.append(draft)

    def _join_drafts(self) -> None:
        """The same text as the same draft of an article that is here is one record."""
        rows, table = Revision.__table__, Revision.__tablename__
        for article, draft, sha256, number in self._drafts:
            if article not in self.plan.known["article"] or number not in self.plan.numbers[table]:
                continue
            same = select(rows.c.id).where(
                rows.c.article_id == self.plan.numbers["article"][article],
                rows.c.number == draft,
                rows.c.sha256 == sha256,
            )
            ours = self.connection.scalar(same)
            if ours is not None:
                self._join_draft(number, ours)

    def _join_draft(self, number: int, ours: int) -> None:
        table = Revision.__tablename__
        self.plan.joined[table].add(number)
        self.plan.numbers[table][number] = ours
        moved = self.plan.renumbered
        moved[:] = [each for each in moved if each[:2] != (table, number)]


Finder = Callable[[dict[str, Any]], int | None]


def people_here(connection: Connection) -> Finder:
    """Who of ours a person of the file is, by name; initials alone may be anybody's."""
    people = Person.__table__
    named: dict[str, int] = {}
    aliased: dict[str, int] = {}
    for row in connection.execute(select(people).order_by(people.c.id)):
        named.setdefault(row.name.casefold(), row.id)
        for alias in row.aliases:
            aliased.setdefault(alias.casefold(), row.id)

    def find(record: dict[str, Any]) -> int | None:
        name = record["name"].casefold()
        theirs = [named[a.casefold()] for a in record["aliases"] if a.casefold() in named]
        return named.get(name) or aliased.get(name) or next(iter(theirs), None)

    return find


def rules_here(connection: Connection) -> Finder:
    rules = Rule.__table__
    numbers = {row.key: row.id for row in connection.execute(select(rules.c.key, rules.c.id))}
    return lambda record: numbers.get(record["key"])
