"""Whether the records of a file hold together: each is there once, and all it points to."""

from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from factcheck.db.history import Key
from factcheck.errors import BadInput
from factcheck.exchange.forms import CHAINS, form
from factcheck.exchange.jsonl import Line, Reader


class Named(NamedTuple):
    """A record by its line, table and number."""

    line: int
    table: str
    number: int


class Whole:
    """Takes the lines of a file one by one, and refuses what does not fit the others.

    Raises BadInput for the first of them, unless `keep_going`.
    """

    def __init__(self, reader: Reader, *, keep_going: bool) -> None:
        self.reader = reader
        self.keep_going = keep_going
        self.refused: dict[int, BadInput] = {}
        #: The numbers in the file, by table; who reads on writes down what they are here.
        self.numbers: dict[str, dict[int, int]] = defaultdict(dict)
        #: In our own exports each uid is later than the one before, so that none need be kept.
        self._last_uid, self._in_order = "", True
        self._names: dict[str, set[object]] = defaultdict(set)
        #: References to records that have not come yet, and those that wait for them.
        self._awaited: dict[Key, list[Named]] = defaultdict(list)
        self._chains: dict[tuple[str, str], dict[int, tuple[int, Named]]] = defaultdict(dict)

    def accepts(self, line: Line | BadInput) -> bool:
        try:
            if isinstance(line, BadInput):
                raise line
            self._check_once(line)
        except BadInput as error:
            self._refuse(error, (line.line if isinstance(line, BadInput) else line.number) or 0)
            return False
        self._follow(line)
        return True

    def finish(self) -> None:
        """After the last line: the count, the references, and the rings."""
        self._names.clear()
        self._check_count()
        if not self._in_order:
            self._check_uids()
        self._check_references()
        if self.refused:
            self._refuse_what_needs_them()

    def _refuse(self, error: BadInput, line: int) -> None:
        error.line = line
        if not self.keep_going:
            raise error
        self.refused.setdefault(line, error)

    def _refuse_accepted(self, named: Named, error: BadInput) -> None:
        self._refuse(error, named.line)
        self.numbers[named.table].pop(named.number, None)

    def _check_once(self, line: Line) -> None:
        record, table, columns = line.record, line.table, form(line.table).unique
        number, uid = record["id"], record["uid"]
        if number in self.numbers[table]:
            raise _twice(table, "number", number)
        if columns:
            name = itemgetter(*columns)(record)
            if name in self._names[table]:
                raise _twice(table, " and ".join(columns), name)
            self._names[table].add(name)
        self.numbers[table][number] = number
        self._in_order = self._in_order and uid > self._last_uid
        self._last_uid = uid

    def _follow(self, line: Line) -> None:
        table, number = line.table, line.record["id"]
        for column, target in form(table).references.items():
            wanted = line.record[column]
            if wanted is None:
                continue
            named = Named(line.number, table, number)
            if wanted not in self.numbers[target]:
                self._awaited[target, wanted].append(named)
            if (table, column) in CHAINS:
                self._chains[table, column][number] = wanted, named
        if self._awaited:
            self._awaited.pop((table, number), None)

    def _check_uids(self) -> None:
        seen: set[str] = set()
        for line in self.reader.lines():
            if isinstance(line, Line) and line.number not in self.refused:
                uid = line.record["uid"]
                if uid in seen:
                    named = Named(line.number, line.table, line.record["id"])
                    self._refuse_accepted(named, _twice(line.table, "uid", uid))
                seen.add(uid)

    def _check_count(self) -> None:
        found = sum(map(len, self.numbers.values())) + len(self.refused)
        expected = self.reader.expected
        if expected is not None and found != expected:
            msg = f"The first line speaks of {expected} records, and the file holds {found}."
            hint = 'Copy it again, whole; or take "records" out of the first line.'
            self._refuse(BadInput(msg, hint=hint), 1)

    def _check_references(self) -> None:
        for key, waiting in self._awaited.items():
            for named in waiting:
                self._refuse_accepted(named, _missing(named, key))
        for (table, column), links in self._chains.items():
            for named in in_rings(links):
                msg = f"The {column} of {table} {named.number} leads back to itself."
                self._refuse_accepted(named, BadInput(msg, hint="Correct or drop one of them."))

    def _refuse_what_needs_them(self) -> None:
        """A record goes with the record that it points to, and so on to the end."""
        before = -1
        while len(self.refused) != before:
            before = len(self.refused)
            for line in self.reader.lines():
                if isinstance(line, Line) and line.number not in self.refused:
                    self._refuse_dangling(line)

    def _refuse_dangling(self, line: Line) -> None:
        for column, target in form(line.table).references.items():
            number = line.record[column]
            if number is not None and number not in self.numbers[target]:
                named = Named(line.number, line.table, line.record["id"])
                self._refuse_accepted(named, _missing(named, (target, number)))
                return


def in_rings(links: dict[int, tuple[int, Named]]) -> Iterator[Named]:
    """The records from which the links lead back to themselves."""
    done: set[int] = set()
    for start in links:
        path: list[int] = []
        number = start
        while number in links and number not in done:
            done.add(number)
            path.append(number)
            number = links[number][0]
        if number in path:
            yield from (links[each][1] for each in path[path.index(number) :])


def _twice(table: str, what: str, value: object) -> BadInput:
    if isinstance(value, tuple):
        value = ", ".join(map(str, value))
    msg = f"A {table} with the {what} {value!s:.80} stands in the file already."
    return BadInput(msg, hint="Drop one of the two lines.")


def _missing(named: Named, wanted: Key) -> BadInput:
    msg = f"The {named.table} {named.number} needs {wanted[0]} {wanted[1]}, which is not there."
    return BadInput(msg, hint="Export again: every record that is pointed to is in the file.")
