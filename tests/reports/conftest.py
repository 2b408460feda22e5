import pytest

from tests.services.desk import Desk


@pytest.fixture
def desk(database: str) -> Desk:
    """A checker's desk on a fresh database: the test runs on both engines."""
    return Desk(database)
