"""`factcheck db`, `factcheck init` and `factcheck demo`: databases made, kept and refused."""

import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from factcheck.db.engine import make_engine
from factcheck.services.house import RULES
from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program, run_here, run_there


def execute(database: str, statement: str) -> None:
    with make_engine(database).begin() as connection:
        connection.execute(text(statement))


def test_the_state_of_it(cli: Program, database: str) -> None:
    status = cli("db", "status", "--json").json
    assert list(status) == ["database", "found_by", "engine", "schema", "newest", "records"]
    assert (status["engine"], status["found_by"]) == (
        make_url(database).get_backend_name(), "FACTCHECK_DB",
    )  # fmt: skip
    assert (status["records"]["claim"], status["records"]["step"]) == (3, 5)


def test_a_good_database_checks(cli: Program) -> None:
    cli("verify", "1-3", "--ok", "--from", "atlas p. 1", "--yes")
    cli("undo")
    assert cli("db", "check").out == "All is well: 3 claims, 7 steps, one chain.\n"
    assert cli("db", "check", "--json").json["ok"] is True


def test_what_was_slipped_in(cli: Program, database: str) -> None:
    execute(database, "UPDATE step SET who = 'Nobody' WHERE id = 5")
    found = cli("db", "check")
    assert found.status == 1
    assert "Wrong: step 5 is not as it was written.\n" in found.out


def test_the_index_is_mended(cli: Program, database: str) -> None:
    execute(database, "UPDATE claim SET outcome = 'wrong', search = '' WHERE id = 1")
    assert cli("db", "check").status == 1
    assert cli("db", "check", "--repair").status == 0
    assert cli("search", "carriages", "--json").json[0]["outcome"] == "open"


def test_a_backup_travels_whole(cli: Program) -> None:
    before = [cli("report").out, cli("log", "--json").out]
    assert cli("db", "backup", "friday.db").out == "Backed up to friday.db.\n"
    restored = run_here(["--db", "new.db", "db", "restore", "friday.db"])
    assert restored.status == 0
    after = [run_here(["--db", "new.db", *w.split()]).out for w in ("report", "log --json")]
    assert after == before
    assert run_here(["--db", "new.db", "db", "check"]).status == 0


def test_nothing_is_overwritten(cli: Program) -> None:
    cli("db", "backup", "friday.db")
    assert cli("db", "backup", "friday.db").err == (
        "Error: friday.db is there already.\nHint: Name a new file; nothing is overwritten.\n"
    )
    restored = run_here(["--db", "friday.db", "db", "restore", "friday.db"])
    assert (restored.status, "is there already." in restored.err) == (2, True)


def test_a_newer_schema_waits(cli: Program, database: str) -> None:
    execute(database, "UPDATE alembic_version SET version_num = '9999'")
    for line in ("list", "add x", "undo", "db check", "db upgrade", "db backup x.db"):
        refused = cli(*line.split(), "--json")
        assert (refused.status, refused.json["error"]["code"]) == (4, "database-ahead"), line
        assert refused.json["error"]["hint"] == "Install the newer factcheck."


def test_an_older_schema_upgrades(cli: Program, database: str) -> None:
    execute(database, "UPDATE alembic_version SET version_num = '0003'")
    refused = cli("list")
    assert refused.status == 4
    assert refused.err.endswith("Hint: Run factcheck db upgrade.\n")
    assert cli("db", "status", "--json").json["schema"] == "0003"


def test_a_locked_database_says(
    run: Program, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_TIMEOUT", "1")
    with make_engine(database).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE claim IN ACCESS EXCLUSIVE MODE"))
        refused = run("add", "x", "--json")
    assert refused.status == 4
    assert refused.json["error"]["code"] == "database-locked"
    assert refused.json["error"]["message"] == (
        "Another command kept the database locked for 1 second."
    )


@pytest.fixture
def writers(database: str) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes that write at once; none is left behind."""
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        process.kill()
        with contextlib.suppress(BrokenPipeError):
            process.communicate()


def start(database: str, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"FACTCHECK_DB": database, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def test_writers_at_once_queue(
    cli: Program, database: str, stored: Stored, writers: list[subprocess.Popen[bytes]]
) -> None:
    writers += [start(database, "add", f"claim of {n}", "--by", f"Bo {n}") for n in range(4)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0, 0]
    assert stored("SELECT count(*), max(id) FROM step") == [(9, 9)]
    assert cli("db", "check").status == 0


def test_killed_it_holds_whole(
    cli: Program, database: str, stored: Stored, writers: list[subprocess.Popen[bytes]]
) -> None:
    writers += [start(database, "add", "-"), start(database, "verify", "-")]
    for writer, line in zip(writers, (b"a claim\n", b"1 opinion | taste\n"), strict=True):
        assert writer.stdin
        writer.stdin.write(line * 500)
        writer.stdin.flush()
    for writer in writers:
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(1)
        writer.kill()
        writer.wait()
    assert stored("SELECT count(*) FROM step") == [(5,)]
    assert cli("db", "check").out == "All is well: 3 claims, 5 steps, one chain.\n"
    assert cli("add", "goes on").status == 0


DAMAGED = {
    "missing": ("database-missing", "There is no database at"),
    "folder": ("database-missing", "is a folder, not a database"),
    "text": ("database-foreign", "is no factcheck database"),
    "truncated": ("database-foreign", "The database is damaged"),
    "foreign": ("database-foreign", "is no factcheck database"),
    "empty": ("database-foreign", "is no factcheck database"),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_what_is_no_database(kind: str, sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd.db"
    if kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("not a database at all\n" * 100)
    elif kind == "truncated":
        path.write_bytes(sqlite_template.read_bytes()[:20_000])
    elif kind == "foreign":
        sqlite3.connect(path).execute("CREATE TABLE other (id)").connection.close()
    elif kind == "empty":
        path.touch()
    code, message = DAMAGED[kind]
    for line in ("list", "add x", "db check", "db upgrade"):
        refused = run_here(["--db", str(path), *line.split(), "--json"])
        assert (refused.status, refused.json["error"]["code"]) == (4, code), line
        assert message in refused.json["error"]["message"]


@pytest.mark.parametrize(
    ("url", "status", "message"),
    [
        ("mysql://x/y", 2, "mysql is no database that factcheck knows."),
        ("", 2, "--db is empty."),
        ("9" * 400, 4, "There is no database at"),
        ("postgresql://localhost:1/x", 4, "The database server cannot be reached"),
    ],
)
def test_an_odd_url_says(url: str, status: int, message: str) -> None:
    refused = run_here(["--db", url, "list", "--json"])
    assert refused.status == status
    assert message in refused.json["error"]["message"]
    assert refused.json["error"]["hint"]


def test_no_database_anywhere(tmp_path: Path) -> None:
    refused = run_there(["list"])
    assert refused.status == 4
    assert refused.err == (
        "Error: There is no database here or in a folder above.\n"
        "Hint: Run factcheck init, or name one with --db.\n"
    )


def test_init_makes_both_files() -> None:
    made = run_there(["init", "--house", "desk"])
    here = Path.cwd()
    assert made.out == f"Made {here / 'factcheck.db'}.\n"
    assert made.err.startswith(f"Made {here / 'factcheck.toml'}: every setting, commented.\n")
    assert run_here(["house", "show", "--json"]).json["rules"]["words"] == "desk"


def test_init_overwrites_nothing() -> None:
    run_here(["init"])
    run_here(["add", "a claim"])
    refused = run_here(["init", "--json"])
    assert (refused.status, refused.json["error"]["code"]) == (2, "refused")
    assert len(run_here(["list", "--json"]).json) == 1


def test_a_folder_above_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    run_here(["init"])
    below = Path("a/b")
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert run_here(["add", "a claim"]).status == 0
    assert run_here(["init"]).status == 0
    assert run_here(["list"]).out == "No claims.\n"


def test_init_takes_the_toml() -> None:
    Path("factcheck.toml").write_text(
        'database = "desk.db"\n[house]\nwords = "desk"\nown_domains = ["Example.org"]\n'
        'people = {"Maria Keller" = ["mk"]}\n'
    )
    assert run_here(["init"]).status == 0
    rules = run_here(["house", "show", "--json"]).json
    assert Path("desk.db").is_file()
    assert (rules["rules"]["words"], rules["rules"]["own_domains"]) == ("desk", ["example.org"])
    assert {"mk"} in [set(person["aliases"]) for person in rules["people"]]


def test_init_on_a_server(empty_database: str) -> None:
    if empty_database.startswith("sqlite"):
        Path(str(make_url(empty_database).database)).unlink()
    made = run_here(["--db", empty_database, "init", "--json"])
    assert (made.status, made.json["house"]) == (0, "line")
    assert run_here(["--db", empty_database, "init"]).status == 2
    with make_engine(empty_database).connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM house")) == len(RULES)


@LITE
def test_a_wrong_house_says(cli: Program) -> None:
    refused = cli("init", "--house", "dask")
    assert refused.err == "Error: 'dask' is no house.\nHint: Did you mean desk?\n"


def test_a_demo_is_kept(tmp_path: Path) -> None:
    shown = run_here(["demo", "--keep", str(tmp_path / "tour")])
    database = tmp_path / "tour" / "factcheck.db"
    page = tmp_path / "tour" / "report.html"
    assert (shown.status, shown.err) == (0, f"Wrote {page}.\n")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert f"The database is {database}. Try:\n" in shown.out
    listed = run_here(["--db", str(database), "list", "--json"]).json
    assert [claim["id"] for claim in listed] == list(range(1, 15))
    assert run_here(["demo", "--keep", str(tmp_path / "tour")]).status == 2
