"""Backup and restore, from each database into each, and what is left when a command is killed."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, select, text

from factcheck.db import backup as copying
from factcheck.db.backup import backup, floors, lite, restore, upgrade_with_copy
from factcheck.db.engine import make_engine
from factcheck.errors import BadInput, DatabaseForeign, FactcheckError, Refused
from factcheck.exchange import seed
from factcheck.models import Base, Claim
from factcheck.services import claims
from factcheck.services.claims import NewClaim
from tests.services.desk import WHO, Desk, engine_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """With the seed, a number given out and taken back, and one hidden claim."""
    with desk.writing("demo") as session:
        seed.load(session)
    number = desk.claim("to be undone")
    desk.undo()
    with desk.writing("rm") as session:
        claims.hide(session, [session.get_one(Claim, number - 1)])
    return desk


def contents(url: Any) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, and the numbers given out."""
    found = {}
    with make_engine(url, writing=False).connect() as connection:
        for table in Base.metadata.sorted_tables:
            rows = connection.execute(select(table).order_by(*table.primary_key.columns))
            found[table.name] = [tuple(row) for row in rows]
        return found | {"floors": sorted(floors(connection).items())}


def copy(desk: Desk, target: Path) -> Path:
    backup(make_engine(desk.url, writing=False), target)
    return target


def restored(source: Path, url: str) -> Desk:
    path = make_url(url).database if url.startswith("sqlite") else None
    restore(source, url, Path(path) if path else None)
    engine_of.cache_clear()
    return Desk(url)


def test_copies_are_the_same(filled: Desk, tmp_path: Path) -> None:
    target = copy(filled, tmp_path / "copy.db")
    assert [path.name for path in tmp_path.glob("*copy*")] == ["copy.db"]
    again = restored(target, f"sqlite:///{tmp_path}/again.db")
    assert contents(lite(target)) == contents(again.url) == contents(filled.url)
    assert again.faults() == []


def test_restored_to_a_server(filled: Desk, tmp_path: Path, empty_postgresql: str) -> None:
    again = restored(copy(filled, tmp_path / "copy.db"), empty_postgresql)
    assert contents(again.url) == contents(filled.url)
    assert again.faults() == []
    assert again.claim("the next") == filled.claim("the next") == 16


def test_backup_under_odd_names(desk: Desk, tmp_path: Path) -> None:
    held = contents(desk.url)
    for number, name in enumerate(("what?.db", "50%20.db", "a#b.db", "with blanks.db")):
        target = copy(desk, tmp_path / name)
        again = restored(target, f"sqlite:///{tmp_path}/again-{number}.db")
        assert contents(again.url) == held, name


def test_backup_while_another_writes(desk: Desk, tmp_path: Path) -> None:
    desk.supported()
    before = contents(desk.url)
    with desk.writing() as session:
        claims.add(session, NewClaim(text="not yet"))
        session.flush()
        target = copy(desk, tmp_path / "copy.db")
    assert contents(lite(target)) | {"floors": 0} == before | {"floors": 0}
    assert Desk(f"sqlite:///{target}").faults() == []


def test_nothing_is_overwritten(desk: Desk, tmp_path: Path) -> None:
    target = copy(desk, tmp_path / "copy.db")
    held = target.read_bytes()
    with pytest.raises(Refused, match="is there already"):
        copy(desk, target)
    assert target.read_bytes() == held


def test_no_restore_over_a_database(desk: Desk, tmp_path: Path) -> None:
    target = copy(desk, tmp_path / "copy.db")
    desk.claim("kept")
    with pytest.raises(Refused):
        restored(target, desk.url)
    assert desk.ask("SELECT text FROM claim") == [("kept",)]


def test_backup_into_no_folder(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no folder"):
        copy(desk, tmp_path / "nowhere" / "copy.db")


@pytest.mark.parametrize(
    ("content", "error"),
    [(None, BadInput), (b"", DatabaseForeign), (b"Dear diary", DatabaseForeign)],
)
def test_restore_from_no_backup(
    tmp_path: Path, empty_postgresql: str, content: bytes | None, error: type[FactcheckError]
) -> None:
    source = tmp_path / "diary.db"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(error):
        restored(source, empty_postgresql)
    with make_engine(empty_postgresql).connect() as connection:
        assert (
            connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
            == 0
        )


def test_restore_from_half_a_backup(desk: Desk, tmp_path: Path) -> None:
    target = copy(desk, tmp_path / "copy.db")
    target.write_bytes(target.read_bytes()[: target.stat().st_size // 2])
    with pytest.raises(FactcheckError):
        restored(target, f"sqlite:///{tmp_path}/again.db")
    assert not (tmp_path / "again.db").exists()


def test_upgrade_makes_a_copy_first(sqlite_database: str, tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    made = upgrade_with_copy(sqlite_database, path, "0008")
    assert made == tmp_path / "factcheck.db.before-0008"
    assert contents(lite(made)) == contents(sqlite_database)


def test_counts_of_every_table(desk: Desk) -> None:
    desk.supported()
    with desk.reading() as session:
        found = copying.counts(session.connection())
    assert (found["claim"], found["article"], found["evidence"]) == (1, 0, 1)


# Killed


WORK = """
import sys
from factcheck.db.engine import make_engine
from factcheck.db.session import writing
from factcheck.services import claims
from factcheck.services.claims import NewClaim

for number in range(10_000):
    with writing(make_engine(sys.argv[1]), who="Ann", command="add") as session:
        for part in ("a", "b"):
            claims.add(session, NewClaim(text=f"{number}{part}", tags=["x"]))
            print(number, part, flush=True)
"""


@pytest.mark.parametrize("last", ["0 a", "2 b"])
def test_killed_in_the_middle(desk: Desk, last: str) -> None:
    kill_after(desk.url, last)
    assert desk.faults() == []
    per_step = desk.ask("SELECT count(*) FROM event WHERE record = 'claim' GROUP BY step_id")
    assert desk.ask("SELECT count(*) FROM claim") == [(2 * len(per_step),)]
    desk.claim("and on it goes")


def kill_after(url: str, last: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", WORK, url], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == last:
                os.kill(process.pid, signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL


def test_copied_file_without_its_log(sqlite_database: str, tmp_path: Path) -> None:
    kill_after(sqlite_database, "2 a")
    shutil.copy(tmp_path / "factcheck.db", tmp_path / "moved.db")
    moved = Desk(f"sqlite:///{tmp_path}/moved.db")
    assert moved.faults() == []
    assert moved.ask("SELECT who FROM step WHERE id = 1") == [(WHO,)]
