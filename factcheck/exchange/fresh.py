"""Importing into a database that holds nothing but what `factcheck init` wrote.

The people and rules there were made in passing: they take over the uids, numbers and times of
the file, so that exporting again gives the file.
"""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from factcheck.db.bulk import Bulk, images, numbers_given
from factcheck.db.history import Key
from factcheck.exchange.forms import encode
from factcheck.models import RECORDS, Event, Person, Rule
from factcheck.services.house import RULES, default
from factcheck.words import House

PERSON, RULE = Person.__tablename__, Rule.__tablename__

#: What a row of init's may hold of its own, and the name by which it is the file's.
OWN = {PERSON: "aliases", RULE: "value"}


@dataclass(slots=True)
class Fresh:
    """What init wrote, by table and number, and what of it goes on."""

    here: dict[Key, dict[str, Any]]
    #: Values of ours that the file's record keeps.
    kept: dict[Key, dict[str, Any]] = field(default_factory=dict)
    #: Images of rows that were taken out, whose numbers the file may use.
    before: dict[Key, str] = field(default_factory=dict)

    def settle(self, bulk: Bulk, theirs: list[tuple[str, dict[str, Any]]]) -> None:
        """Take our rows out; those that the file does not know come back, out of its way."""
        file = {(table, record["id"]): record for table, record in theirs}
        places, strangers = self._places(file)
        people = {number: places[table, number] for table, number in places if table == PERSON}
        for table in OWN:
            bulk.remove(table, [number for t, number in self.here if t == table])
        if any(old != new for old, new in people.items()):
            # The number of whoever made the steps before is another's now: no way leads back.
            bulk.step.kind = "setup"
            bulk.sign_anew(people)
        self.before = {key: encode(ours) for key, ours in self.here.items()}
        for key in strangers:
            record = {**self.here[key], "id": places[key]}
            bulk.add_one(key[0], record, self.before.pop((key[0], places[key]), None))

    def _places(self, file: dict[Key, dict[str, Any]]) -> tuple[dict[Key, int], list[Key]]:
        """The new number of each of our rows, and those that the file does not know."""
        places, strangers, used = {}, [], {*file, *self.here}
        for key, ours in self.here.items():
            table, number = key
            same = [r for (t, _), r in file.items() if t == table and _same(t, ours, r)]
            if same:
                places[key] = same[0]["id"]
                self._keep(table, ours, same[0])
                continue
            strangers.append(key)
            free = max(n for t, n in used if t == table) + 1
            places[key] = free if key in file else number
            used.add((table, places[key]))
        return places, strangers

    def _keep(self, table: str, ours: dict[str, Any], same: dict[str, Any]) -> None:
        name = OWN[table]
        ruled = table == RULE and ours["key"] in RULES
        blank = [default(ours["key"], house) for house in House] if ruled else [[]]
        if ours[name] not in (*blank, same[name]):
            self.kept[table, same["id"]] = {name: ours[name]}


def _same(table: str, ours: dict[str, Any], theirs: dict[str, Any]) -> bool:
    if table == RULE:
        return bool(ours["key"] == theirs["key"])
    names = (ours["name"], *ours["aliases"])
    return ours["uid"] == theirs["uid"] or theirs["name"] in names or names[0] in theirs["aliases"]


def fresh(connection: Connection) -> Fresh | None:
    """What init wrote, if nothing was done since."""
    given = numbers_given(connection)
    if any(highest for table, highest in given.items() if table not in OWN):
        return None
    events = Event.__table__
    here: dict[Key, dict[str, Any]] = {}
    for table in OWN:
        rows = RECORDS[table].__table__
        numbers = list(connection.scalars(select(rows.c.id).order_by(rows.c.id)))
        here |= {(table, n): image for n, image in images(connection, table, numbers).items()}
    written = connection.scalar(select(func.count()).select_from(events)) or 0
    return Fresh(here) if written == len(here) else None
