"""Bytes are kept once, come back as they were, and what is hurt is named."""

import pytest

from factcheck.db import backup, holdings
from factcheck.errors import DatabaseForeign, NotFound
from tests.services.desk import Desk

PAGE = b"<p>The train has 20 carriages.</p>" * 100


@pytest.fixture
def desk(database: str) -> Desk:
    return Desk(database)


def kept(desk: Desk, data: bytes) -> str:
    with desk.writing() as session:
        return holdings.keep_bytes(session.connection(), data)


def test_bytes_come_back_as_they_were(desk: Desk) -> None:
    for data in (PAGE, b"", bytes(range(256)) * 50):
        sha256 = kept(desk, data)
        with desk.reading() as session:
            assert holdings.load_bytes(session.connection(), sha256) == data


def test_the_same_bytes_are_kept_once_and_packed(desk: Desk) -> None:
    assert kept(desk, PAGE) == kept(desk, PAGE)
    ((count, size, packed),) = desk.ask("SELECT count(*), sum(size), sum(length(packed)) FROM blob")
    assert (count, size) == (1, len(PAGE))
    assert packed < size / 10


def test_what_is_not_there_is_said(desk: Desk) -> None:
    with desk.reading() as session, pytest.raises(NotFound):
        holdings.load_bytes(session.connection(), "0" * 64)


@pytest.mark.parametrize("hurt", [b"", b"no zlib at all"])
def test_what_is_hurt_is_named_and_never_given_out(desk: Desk, hurt: bytes) -> None:
    sha256 = kept(desk, PAGE)
    desk.execute("UPDATE blob SET packed = :hurt", hurt=hurt)
    with desk.reading() as session:
        with pytest.raises(DatabaseForeign):
            holdings.load_bytes(session.connection(), sha256)
        said = f"the bytes {sha256[:12]} are not as they were kept"
        assert said in list(backup.check(session.connection()))
