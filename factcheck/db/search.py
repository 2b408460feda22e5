"""The database's own index, with one face: FTS5 on SQLite, GIN on PostgreSQL.

Both hold the `search` column, made by `factcheck.text.terms`, so both find the same rows.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from factcheck.db.derived import chunks
from factcheck.models import RECORDS, Evidence
from factcheck.text.terms import QueryTerm

#: The order is that of migration 0003: a row of FTS5 is numbered id * 8 + place in this list.
SEARCHED = ("claim", "span", "source", "evidence", "verdict", "query", "note")


def hits(connection: Connection, terms: Sequence[QueryTerm], most: int) -> dict[str, list[int]]:
    """The numbers of the records that hold every term, by table, the newest `most` of each."""
    if connection.dialect.name == "postgresql":
        return _postgresql(connection, terms, most)
    return _sqlite(connection, terms, most)


def _sqlite(connection: Connection, terms: Sequence[QueryTerm], most: int) -> dict[str, list[int]]:
    # Terms are letters and digits only, so nothing in them is syntax within quotation marks.
    match = " AND ".join(f'"{term.text}"{"*" if term.prefix else ""}' for term in terms)
    rows = connection.execute(
        text("SELECT rowid FROM search_index WHERE search_index MATCH :match"), {"match": match}
    )
    found: dict[str, list[int]] = {table: [] for table in SEARCHED}
    for (rowid,) in rows:
        number, place = divmod(rowid, 8)
        found[SEARCHED[place]].append(number)
    return {table: sorted(numbers)[-most:] for table, numbers in found.items() if numbers}


def _postgresql(
    connection: Connection, terms: Sequence[QueryTerm], most: int
) -> dict[str, list[int]]:
    match = " & ".join(f"'{term.text}'{':*' if term.prefix else ''}" for term in terms)
    found = {}
    for table in SEARCHED:
        statement = text(
            f'SELECT id FROM "{table}" '  # noqa: S608 - the names are ours
            "WHERE array_to_tsvector(string_to_array(search, ' ')) @@ CAST(:match AS tsquery) "
            "ORDER BY id DESC LIMIT :most"
        )
        numbers = connection.scalars(statement, {"match": match, "most": most}).all()
        if numbers:
            found[table] = sorted(numbers)
    return found


def claims_of(
    connection: Connection, table: str, numbers: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """The claims that these records are about, each with the words that were found."""
    for chunk in chunks(numbers):
        for row in connection.execute(_claims_of(table, chunk)):
            if row.claim_id is not None:
                yield row.claim_id, row.search


def _claims_of(table: str, numbers: Sequence[int]) -> Any:
    rows = RECORDS[table].__table__
    if table == "source":
        cited = Evidence.__table__
        return (
            select(cited.c.claim_id, rows.c.search)
            .join(rows, rows.c.id == cited.c.source_id)
            .where(rows.c.id.in_(numbers))
        )
    claim_id = rows.c.id.label("claim_id") if table == "claim" else rows.c.claim_id
    return select(claim_id, rows.c.search).where(rows.c.id.in_(numbers))


def rebuild(connection: Connection) -> None:
    """Make the index anew from the `search` columns."""
    if connection.dialect.name == "postgresql":
        return
    connection.execute(text("INSERT INTO search_index(search_index) VALUES ('delete-all')"))
    for place, table in enumerate(SEARCHED):
        connection.execute(text(_fill("search_index", table, place)))


def _fill(index: str, table: str, place: int) -> str:
    return (
        f"INSERT INTO {index}(rowid, words) "  # noqa: S608 - the names are ours
        f'SELECT id * 8 + {place}, search FROM "{table}"'
    )


def out_of_step(connection: Connection) -> list[str]:
    """Sentences about an index that does not hold what the records say; empty when in step.

    A second index is made beside it, in memory, and the two are compared term by term.
    """
    if connection.dialect.name == "postgresql":
        return []
    run = connection.exec_driver_sql
    # A reading connection may not even make a temporary table.
    only = run("PRAGMA query_only").scalar()
    run("PRAGMA query_only=OFF")
    run("CREATE VIRTUAL TABLE temp.fresh_index USING fts5(words, content='', "
        "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")")  # fmt: skip
    for place, table in enumerate(SEARCHED):
        run(_fill("temp.fresh_index", table, place))
    run("CREATE VIRTUAL TABLE temp.old_terms USING fts5vocab('main', 'search_index', 'instance')")
    run("CREATE VIRTUAL TABLE temp.new_terms USING fts5vocab('temp', 'fresh_index', 'instance')")
    try:
        names = ("old_terms", "new_terms")
        first, second = (f"SELECT term, doc FROM temp.{name}" for name in names)  # noqa: S608 - ours
        missing = run(f"SELECT count(*) FROM ({second} EXCEPT {first})").scalar()  # noqa: S608 - ours
        extra = run(f"SELECT count(*) FROM ({first} EXCEPT {second})").scalar()  # noqa: S608 - ours
    finally:
        for name in ("old_terms", "new_terms", "fresh_index"):
            run(f"DROP TABLE temp.{name}")
        run(f"PRAGMA query_only={only}")
    if not (missing or extra):
        return []
    return [f"the search index lacks {missing} entries and has {extra} too many"]
