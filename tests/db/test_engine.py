"""Opening a database, and every way in which it cannot serve."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from factcheck.db import engine as opening
from factcheck.db.engine import make_engine
from factcheck.db.history import CHAIN_LOCK
from factcheck.db.session import reading, writing
from factcheck.errors import (
    BadInput,
    Conflict,
    DatabaseAhead,
    DatabaseBehind,
    DatabaseForeign,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseUnavailable,
    FactcheckError,
)
from factcheck.models import Claim, Person
from factcheck.services import claims
from factcheck.services.claims import NewClaim
from tests.services.desk import WHO, Desk, claim


def open_and_read(url: str) -> None:
    with reading(make_engine(url, writing=False)) as session:
        session.get(Claim, 1)


def open_and_write(url: str) -> None:
    with writing(make_engine(url), who=WHO, command="add") as session:
        claims.add(session, NewClaim(text="x"))


both_ways = pytest.mark.parametrize("use", [open_and_read, open_and_write])


@both_ways
def test_missing_file_says_init(tmp_path: Path, use: object) -> None:
    with pytest.raises(DatabaseMissing) as caught:
        use(f"sqlite:///{tmp_path}/nothing.db")  # type: ignore[operator]  # one of the two above
    assert caught.value.hint == "Run factcheck init to make one."
    assert not list(tmp_path.glob("*.db"))


@both_ways
@pytest.mark.parametrize(
    "content", [b"Dear diary, " * 100, b"", b"SQLite format 3\0" + b"x" * 2000]
)
def test_file_of_another_kind(tmp_path: Path, use: object, content: bytes) -> None:
    path = tmp_path / "diary.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseForeign):
        use(f"sqlite:///{path}")  # type: ignore[operator]  # one of the two above
    assert path.read_bytes() == content or content == b""


@both_ways
def test_database_of_another_program(empty_database: str, use: object) -> None:
    with make_engine(empty_database).begin() as connection:
        connection.execute(text("CREATE TABLE recipe (name TEXT)"))
    with pytest.raises(DatabaseForeign, match="no factcheck database"):
        use(empty_database)  # type: ignore[operator]  # one of the two above


@both_ways
@pytest.mark.parametrize(
    ("revision", "error"),
    [("9999", DatabaseAhead), ("0001", DatabaseBehind), ("ae1027a6acf", DatabaseForeign)],
)
def test_schema_of_another_age(
    desk: Desk, use: object, revision: str, error: type[FactcheckError]
) -> None:
    desk.execute("UPDATE alembic_version SET version_num = :revision", revision=revision)
    with pytest.raises(error):
        use(desk.url)  # type: ignore[operator]  # one of the two above


@pytest.mark.parametrize("url", ["mysql://host/name", "no:/url at all", "redis://x"])
def test_address_of_no_known_database(url: str) -> None:
    with pytest.raises(BadInput):
        make_engine(url)


def test_server_that_does_not_answer() -> None:
    with pytest.raises(DatabaseUnavailable, match="cannot be reached"):
        open_and_read("postgresql+psycopg://nobody@127.0.0.1:9/nothing")


def test_password_is_never_shown(desk: Desk) -> None:
    with pytest.raises(DatabaseUnavailable) as caught:
        open_and_read("postgresql+psycopg://nobody:secret@127.0.0.1:9/nothing")
    assert "secret" not in f"{caught.value} {caught.value.hint}"


# Who may write


def test_reading_session_cannot_write(desk: Desk) -> None:
    with pytest.raises(DatabaseReadOnly), desk.reading() as session:
        session.execute(text("DELETE FROM person"))
    with pytest.raises(DatabaseReadOnly), desk.reading() as session:
        session.bulk_save_objects([Person(name="Eve")])
    assert desk.ask("SELECT name FROM person") == [(WHO,)]


def test_reading_after_a_check_cannot_write(desk: Desk) -> None:
    assert desk.faults() == []
    with pytest.raises(DatabaseReadOnly), desk.reading() as session:
        session.execute(text("DELETE FROM person"))


def test_unwritable_folder_is_read_as_it_lies(
    sqlite_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests may run as root, whom no permission bits hold back.
    monkeypatch.setattr(os, "access", lambda path, _mode: path != tmp_path)
    path = tmp_path / "factcheck.db"
    assert opening._file_uri(path, writing=False).endswith("?immutable=1")
    assert opening._file_uri(path, writing=True).endswith("?mode=rw")
    with reading(make_engine(sqlite_database, writing=False)) as session:
        assert session.get_one(Person, 1).name == WHO


def test_writable_folder_sees_the_log(sqlite_database: str, tmp_path: Path) -> None:
    assert "immutable" not in opening._file_uri(tmp_path / "factcheck.db", writing=False)
    with Desk(sqlite_database).writing() as session:
        claims.add(session, NewClaim(text="x"))
        session.flush()
        open_and_read(sqlite_database)


@pytest.mark.parametrize("name", ["a b#c.db", "50%.db", "Z\u00fcrich.db"])
def test_odd_file_names(sqlite_database: str, tmp_path: Path, name: str) -> None:
    path = (tmp_path / "factcheck.db").rename(tmp_path / name)
    open_and_write(f"sqlite:///{path}")
    open_and_read(f"sqlite:///{path}")
    assert sorted(file.name for file in tmp_path.glob("*.db*")) == [name]


# Two at once


@contextmanager
def held(url: str) -> Iterator[None]:
    """Another command in the middle of its work."""
    with make_engine(url).connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({CHAIN_LOCK})"))
        else:
            connection.execute(text("SELECT 1"))
        yield


def test_locked_database_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "TIMEOUT", 0.2)
    with held(desk.url), pytest.raises(DatabaseLocked, match=r"locked for 0\.2 seconds"):
        open_and_write(desk.url)
    open_and_write(desk.url)
    assert desk.ask("SELECT count(*) FROM claim") == [(1,)]


def test_reading_needs_no_lock(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "TIMEOUT", 0.2)
    with held(desk.url):
        open_and_read(desk.url)


def test_second_writer_waits(desk: Desk) -> None:
    other = threading.Thread(target=open_and_write, args=(desk.url,))
    with desk.writing() as session:
        claims.add(session, NewClaim(text="first"))
        session.flush()
        other.start()
        other.join(0.3)
    other.join(10)
    assert desk.ask("SELECT text FROM claim ORDER BY id") == [("first",), ("x",)]
    assert desk.faults() == []


@pytest.mark.parametrize("word", ["soon", "-1", "nan", "inf", "1e9", "\u0663"])
def test_timeout_that_is_no_number(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("FACTCHECK_TIMEOUT", word)
    with pytest.raises(BadInput, match="FACTCHECK_TIMEOUT"):
        opening._timeout()


@pytest.mark.parametrize(("word", "seconds"), [("", 10), ("3", 3), ("0.25", 0.25), ("0", 0)])
def test_timeout_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, word: str, seconds: float
) -> None:
    monkeypatch.setenv("FACTCHECK_TIMEOUT", word)
    assert opening._timeout() == seconds


def test_edit_of_an_older_state(desk: Desk) -> None:
    number = desk.claim("one")
    version = desk.row(Claim, number).version
    desk.edit(number, text="two")
    with pytest.raises(Conflict, match="Somebody else"), desk.writing() as session:
        claims.edit(session, claim(session, number), {"text": "three"}, version=version)
    assert desk.row(Claim, number).text == "two"


def test_loser_of_two_is_told(postgresql_database: str) -> None:
    desk = Desk(postgresql_database)
    number = desk.claim("one")
    with pytest.raises(Conflict, match="nothing was written"), desk.writing() as session:
        edit_too_late(session, desk, number)
    assert desk.row(Claim, number).text == "theirs"
    assert desk.faults() == []


def edit_too_late(session: Session, desk: Desk, number: int) -> None:
    mine = claim(session, number)
    desk.edit(number, text="theirs")
    claims.edit(session, mine, {"text": "mine"})


# The disk


def test_full_disk_changes_nothing(sqlite_database: str) -> None:
    desk = Desk(sqlite_database)
    engine = make_engine(sqlite_database)
    pages = desk.ask("PRAGMA page_count")[0][0]
    event.listen(engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count={pages + 2}"))
    with (
        pytest.raises(DatabaseUnavailable, match="disk is full"),
        writing(engine, who=WHO, command="add") as session,
    ):
        claims.add(session, NewClaim(text="x" * 50_000))
    assert desk.ask("SELECT count(*) FROM claim") == [(0,)]
    assert desk.faults() == []


def test_damaged_file_is_told(sqlite_database: str, tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(200_000))
    with pytest.raises(DatabaseUnavailable, match="damaged"):
        open_and_write(sqlite_database)


def test_settings_of_a_writer(sqlite_database: str) -> None:
    with make_engine(sqlite_database).connect() as connection:
        for name, value in {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}.items():
            assert connection.scalar(text(f"PRAGMA {name}")) == value


def test_schema_change_rolls_back(sqlite_database: str, tmp_path: Path) -> None:
    with make_engine(sqlite_database).connect() as connection:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        connection.rollback()
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as raw:
        assert raw.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []
