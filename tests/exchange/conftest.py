"""Databases for what comes in and goes out."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from factcheck.db.upgrade import upgrade
from tests.conftest import on_postgresql, on_server
from tests.exchange.copies import Copy

Make = Callable[[], Copy]


@pytest.fixture
def copy(database: str, tmp_path: Path) -> Copy:
    """A database as init leaves it, on both engines."""
    return Copy(database, tmp_path)


@pytest.fixture(scope="session")
def seeded_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed on SQLite, loaded once."""
    path = tmp_path_factory.mktemp("seeded") / "factcheck.db"
    shutil.copyfile(sqlite_template, path)
    Copy(f"sqlite:///{path}", path.parent).seeded()
    assert not path.with_name("factcheck.db-wal").exists()
    return path


@pytest.fixture(scope="session")
def seeded_server(
    postgresql_template: URL, postgresql_server: URL, tmp_path_factory: pytest.TempPathFactory
) -> URL:
    """The seed on PostgreSQL, loaded once."""
    url = postgresql_template.set(database="template_seeded")
    on_server(
        postgresql_server,
        f"CREATE DATABASE {url.database} TEMPLATE {postgresql_template.database} "
        "STRATEGY FILE_COPY",
    )
    shown = url.render_as_string(hide_password=False)
    Copy(shown, tmp_path_factory.mktemp("seeded")).seeded()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def seeded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Copy]:
    """A database with the seed in it, on both engines."""
    if request.param == "sqlite":
        path = tmp_path / "seeded.db"
        shutil.copyfile(request.getfixturevalue("seeded_file"), path)
        yield Copy(f"sqlite:///{path}", tmp_path)
        return
    template: URL = request.getfixturevalue("seeded_server")
    with on_postgresql(request.getfixturevalue("postgresql_server"), template) as url:
        yield Copy(url, tmp_path)


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
def colleague(seeded_file: Path, tmp_path: Path) -> Copy:
    """A colleague's database, with the seed in it."""
    path = tmp_path / "colleague.db"
    shutil.copyfile(seeded_file, path)
    return Copy(f"sqlite:///{path}", tmp_path)
