import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit.sites import Sites, sites
from tests.services.desk import Desk


@pytest.fixture
def desk(database: str) -> Desk:
    """A checker's desk on a fresh database: the test runs on both engines."""
    return Desk(database)


@pytest.fixture
def light(sqlite_database: str) -> Desk:
    """A desk for what does not depend on the engine."""
    return Desk(sqlite_database)


@pytest.fixture(scope="module")
def bulk(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One desk for a whole module, whose cases share an audit."""
    path = tmp_path_factory.mktemp("bulk") / "factcheck.db"
    shutil.copyfile(sqlite_template, path)
    return Desk(f"sqlite:///{path}")


@pytest.fixture
def net() -> Iterator[Sites]:
    """Sites of one test alone."""
    with sites() as found:
        yield found


@pytest.fixture(scope="module")
def every() -> Iterator[Sites]:
    """The sites of a whole module."""
    with sites() as found:
        yield found
