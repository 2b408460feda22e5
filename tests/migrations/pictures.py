"""Pictures of the schema after each revision: what the stored ones are compared with.

`python -m tests.migrations.pictures` takes them all again, on SQLite and PostgreSQL.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from factcheck.db.engine import make_engine
from factcheck.db.upgrade import migrations_folder

HERE = Path(__file__).parent
STORED = HERE / "schema"
COMMAND = "python -m tests.migrations.pictures"
REWRITE = "REWRITE_PICTURES"

#: FTS5 makes tables of its own, another way with each version of SQLite.
LITE = (
    "SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL"
    " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\'"
)

#: One line a column, constraint and index, each beginning with its table, then the views.
SERVER = (
    """
    SELECT table_name || '.' || column_name || ' ' || data_type
        || coalesce(' collate ' || collation_name, '')
        || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
        || coalesce(' default ' || column_default, '')
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT IN (SELECT viewname FROM pg_views)
    """,
    """
    SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    """,
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    """
    SELECT 'CREATE VIEW ' || viewname || ' AS' || chr(10) || definition
    FROM pg_views WHERE schemaname = 'public'
    """,
)


def revisions() -> list[str]:
    """The numbers of the scripts, in order."""
    return sorted(path.name[:4] for path in (migrations_folder() / "versions").glob("[0-9]*.py"))


def take(url: str) -> str:
    """The schema of a database as text that can be compared."""
    engine = make_engine(url)
    with engine.connect() as connection:
        lite = engine.dialect.name == "sqlite"
        things = _of_sqlite(connection) if lite else _of_postgresql(connection)
        return "\n".join(things) + "\n"


def _of_sqlite(connection: Connection) -> Iterator[str]:
    for (sql,) in sorted(connection.execute(text(LITE))):
        yield "\n".join(line.rstrip() for line in sql.splitlines())


def _of_postgresql(connection: Connection) -> Iterator[str]:
    for query in SERVER:
        yield from sorted(connection.scalars(text(query)))
        yield ""


def stored(backend: str, revision: str) -> Path:
    return STORED / backend / f"{revision}.sql"


def compare(taken: str, backend: str, revision: str) -> None:
    """Fails where the schema is another than the stored one; stores it when asked to."""
    path = stored(backend, revision)
    if os.environ.get(REWRITE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(taken, encoding="utf-8")
    known = path.read_text(encoding="utf-8") if path.is_file() else ""
    assert taken == known, f"the schema after {revision} is not as stored: {COMMAND} stores it"


if __name__ == "__main__":
    os.environ[REWRITE] = "1"
    sys.exit(pytest.main([str(HERE / "test_pictures.py"), "-q", "-p", "no:cacheprovider"]))
