"""What `ALTER TABLE` of SQLite loses so easily, looked for after each revision."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck.db.search import SEARCHED
from factcheck.db.upgrade import upgrade
from factcheck.models import RECORDS
from tests.migrations import pictures

#: The first revision that has the search index.
SEARCHING = "0003"
each_revision = pytest.mark.parametrize("revision", pictures.revisions())


@pytest.fixture
def upgraded(tmp_path: Path, revision: str) -> Path:
    """A database filled at the first revision, then brought to this one."""
    path = tmp_path / "old.db"
    path.touch()
    upgrade(f"sqlite:///{path}", "0001")
    for table in ("person", "claim"):
        for uid in ("kept", "gone"):
            insert(path, table, uid=uid)
        execute(path, f"DELETE FROM {table} WHERE uid = 'gone'")  # noqa: S608 - our tables
    upgrade(f"sqlite:///{path}", revision)
    return path


def insert(path: Path, table: str, **values: object) -> None:
    """A row in which whatever must be there is there: the columns are those of the revision."""
    needed = ask(path, f"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\"")  # noqa: S608 - our tables
    filler = {"INTEGER": 0, "BOOLEAN": 0}
    blank = {name: filler.get(kind, f"some {values['uid']}") for name, kind in needed}
    row = {name: value for name, value in blank.items() if name != "id"} | dict(values)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    execute(path, f"INSERT INTO {table} ({names}) VALUES ({marks})", *row.values())  # noqa: S608 - our tables


def execute(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement, values)
        connection.commit()


def ask(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@each_revision
def test_numbers_are_never_reused(upgraded: Path, revision: str) -> None:
    tables = ask(upgraded, "SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    counting = {name for name, sql in tables if re.search(r"\bAUTOINCREMENT\b", sql or "")}
    there = {name for name, _sql in tables}
    assert RECORDS.keys() & there <= counting
    assert revision < "0008" or RECORDS.keys() <= there


@each_revision
def test_floors_of_numbers_stay(upgraded: Path, revision: str) -> None:
    floors = ask(upgraded, "SELECT name, seq FROM sqlite_sequence WHERE name <> 'step'")
    assert sorted(floors) == [("claim", 2), ("person", 2)]


@each_revision
def test_triggers_keep_the_index(upgraded: Path, revision: str) -> None:
    rows = ask(upgraded, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    triggers = {name for (name,) in rows}
    wanted = {f"search_{t}_{w}" for t in SEARCHED for w in ("added", "removed", "changed")}
    assert triggers == (wanted if revision >= SEARCHING else set())


@each_revision
def test_search_hits_a_new_row(upgraded: Path, revision: str) -> None:
    if revision < SEARCHING:
        assert "search_index" not in pictures.take(f"sqlite:///{upgraded}")
        return
    insert(upgraded, "claim", uid="new", search="armoured train")
    hits = "SELECT rowid FROM search_index WHERE search_index MATCH 'armoured'"
    assert ask(upgraded, hits) == [(3 * 8,)]


@each_revision
def test_file_says_it_is_ours(upgraded: Path, revision: str) -> None:
    assert upgraded.read_bytes()[68:72] == b"Fact"
