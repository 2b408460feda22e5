"""Names that must be one record's alone: slugs, keys, and the numbers of drafts."""

from typing import Any

from sqlalchemy import Connection, func, select

from factcheck.exchange.forms import Image
from factcheck.models import RECORDS, Revision

#: The column by which people call a record.
NAMED = {"person": "name", "house": "key", "article": "slug", "source": "key"}

#: What gets a suffix where the name is taken; people and rules of one name are one record.
SUFFIXED = ("article", "source")

REVISION = Revision.__tablename__


class Names:
    """Finds free names for records that come in."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def settle(self, table: str, records: list[Image]) -> list[tuple[Image, Any, Any]]:
        """Rename those whose name is taken here; each with its old name and its new one."""
        if table == REVISION:
            return self._number_drafts(records)
        if table not in SUFFIXED:
            return []
        column = NAMED[table]
        used = {record[column] for record in records}
        taken = self._taken(table, list(used))
        renamed = []
        for record in records:
            if record[column] in taken:
                old, new = record[column], self._free(table, record[column], used)
                record[column] = new
                used.add(new)
                renamed.append((record, old, new))
        return renamed

    def _taken(self, table: str, names: list[str]) -> set[str]:
        column = RECORDS[table].__table__.c[NAMED[table]]
        return set(self.connection.scalars(select(column).where(column.in_(names))))

    def _free(self, table: str, name: str, used: set[str]) -> str:
        number = 2
        while (new := f"{name}-{number}") in used or self._taken(table, [new]):
            number += 1
        return new

    def _number_drafts(self, records: list[Image]) -> list[tuple[Image, Any, Any]]:
        """Two copies of an article may each have got another draft 2: theirs comes after ours."""
        renamed = []
        used: set[tuple[int, int]] = set()
        for record in records:
            article, old = record["article_id"], record["number"]
            if self._has_draft(article, old) or (article, old) in used:
                newest = max([self._newest(article), *(n for a, n in used if a == article)])
                record["number"] = newest + 1
                renamed.append((record, old, newest + 1))
            used.add((article, record["number"]))
        return renamed

    def _has_draft(self, article: int, number: int) -> bool:
        rows = Revision.__table__.c
        same = select(rows.id).where(rows.article_id == article, rows.number == number)
        return self.connection.scalar(same) is not None

    def _newest(self, article: int) -> int:
        rows = Revision.__table__.c
        newest = select(func.max(rows.number)).where(rows.article_id == article)
        return self.connection.scalar(newest) or 0

    def is_anothers(self, table: str, theirs: Image) -> bool:
        """What theirs is called is the name of another record of ours."""
        rows = RECORDS[table].__table__.c
        wanted: tuple[Any, ...]
        if table == REVISION:
            wanted = (rows.article_id == theirs["article_id"], rows.number == theirs["number"])
        else:
            wanted = (rows[NAMED[table]] == theirs[NAMED[table]],)
        other = select(rows.id).where(*wanted, rows.id != theirs["id"])
        return self.connection.scalar(other) is not None


def name_column(table: str) -> str | None:
    return "number" if table == REVISION else NAMED.get(table)
