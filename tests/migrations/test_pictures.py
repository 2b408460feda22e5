"""What each revision makes of an empty database, compared with what is stored."""

import pytest
from sqlalchemy import make_url

from factcheck.db.upgrade import upgrade
from tests.migrations import pictures


def test_schema_after_each_revision(empty_database: str) -> None:
    backend = make_url(empty_database).get_backend_name()
    for revision in pictures.revisions():
        upgrade(empty_database, revision)
        pictures.compare(pictures.take(empty_database), backend, revision)


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_pictures_belong_to_revisions(backend: str) -> None:
    kept = sorted(path.stem for path in (pictures.STORED / backend).iterdir())
    assert kept == pictures.revisions()


def test_difference_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(pictures.REWRITE, raising=False)
    with pytest.raises(AssertionError, match=r"python -m tests\.migrations\.pictures"):
        pictures.compare("CREATE TABLE other;", "sqlite", "0001")
