"""Databases for what comes in and goes out."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.db.upgrade import upgrade
from tests.exchange.copies import Copy

Make = Callable[[], Copy]


@pytest.fixture
def copy(database: str, tmp_path: Path) -> Copy:
    """A database as init leaves it, on both engines."""
    return Copy(database, tmp_path)


@pytest.fixture
def empty(empty_database: str, tmp_path: Path) -> Copy:
    """A database with its tables and nothing in them, as import makes it, on both engines."""
    upgrade(empty_database)
    return Copy(empty_database, tmp_path)


@pytest.fixture
def another(sqlite_template: Path, tmp_path: Path) -> Make:
    """More databases as init leaves them, on SQLite: the colleagues'."""
    numbers = itertools.count(1)

    def make() -> Copy:
        path = tmp_path / f"another-{next(numbers)}.db"
        shutil.copyfile(sqlite_template, path)
        return Copy(f"sqlite:///{path}", tmp_path)

    return make


@pytest.fixture
def colleague(another: Make) -> Copy:
    """A colleague's database, with the seed in it."""
    return another().seeded()
