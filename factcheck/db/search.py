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


def claims_with(connection: Connection, terms: Sequence[QueryTerm], most: int) -> list[int]:
    """The newest `most` claims of which every term is in some record."""
    lite = connection.dialect.name == "sqlite"
    matched = [_claims_matching(number, lite=lite) for number in range(len(terms))]
    statement = f"{' INTERSECT '.join(matched)} ORDER BY 1 DESC LIMIT :most"
    if lite:
        statement = f"WITH {', '.join(_hits(number) for number in range(len(terms)))} {statement}"
    match = _fts5 if lite else _tsquery
    values = {f"term{number}": match(term) for number, term in enumerate(terms)}
    return list(connection.scalars(text(statement), {**values, "most": most}))


def _fts5(term: QueryTerm) -> str:
    # A term holds letters and digits only, so nothing in it is syntax within quotation marks.
    return f'"{term.text}"{"*" if term.prefix else ""}'


def _tsquery(term: QueryTerm) -> str:
    return f"'{term.text}'{':*' if term.prefix else ''}"


def _hits(number: int) -> str:
    """The index is read once a term, for all tables."""
    return (
        f"hits{number}(place, id) AS MATERIALIZED (SELECT rowid % 8, rowid / 8 "  # noqa: S608 - ours
        f"FROM search_index WHERE search_index MATCH :term{number})"
    )


def _claims_matching(number: int, *, lite: bool) -> str:
    """The claims of which some record holds one term."""
    parts = []
    for place, table in enumerate(SEARCHED):
        ids = (
            f"SELECT id FROM hits{number} WHERE place = {place}"  # noqa: S608 - the names are ours
            if lite
            else f'SELECT id FROM "{table}" WHERE '  # noqa: S608 - the names are ours
            f"array_to_tsvector(string_to_array(search, ' ')) @@ CAST(:term{number} AS tsquery)"
        )
        column, rows, key = _OWNERS.get(table, ("claim_id", table, "id"))
        parts.append(f'SELECT {column} FROM "{rows}" WHERE {key} IN ({ids})')  # noqa: S608 - ours
    return f"SELECT * FROM ({' UNION '.join(parts)}) AS claims{number}"  # noqa: S608 - ours


#: How a record leads to its claim, where it has no claim_id of its own: column, table, key.
_OWNERS = {"claim": ("id", "claim", "id"), "source": ("claim_id", "evidence", "source_id")}


def words_of(connection: Connection, claims: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """Every record of these claims: the claim, the table, and the words that can be found."""
    for chunk in chunks(claims):
        for table in SEARCHED:
            for row in connection.execute(_words_of(table, chunk)):
                yield row.claim_id, table, row.search


def _words_of(table: str, claims: Sequence[int]) -> Any:
    rows = RECORDS[table].__table__
    if table == "claim":
        return select(rows.c.id.label("claim_id"), rows.c.search).where(rows.c.id.in_(claims))
    if table == "source":
        cited = Evidence.__table__
        joined = select(cited.c.claim_id, rows.c.search).join(rows, rows.c.id == cited.c.source_id)
        return joined.where(cited.c.claim_id.in_(claims))
    return select(rows.c.claim_id, rows.c.search).where(rows.c.claim_id.in_(claims))


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
