"""Flag, then environment, then factcheck.toml, then default."""

import tomllib
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from factcheck import settings
from factcheck.errors import BadInput


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("FACTCHECK_DB", "FACTCHECK_USER", "FACTCHECK_ARTICLE"):
        monkeypatch.delenv(name, raising=False)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    return tmp_path


def test_nothing_found() -> None:
    found = settings.load()
    assert (found.database, found.path, found.toml_path, found.house) == (None, None, None, {})


def test_the_nearest_wins_and_the_flag_over_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "factcheck.db").touch()
    assert settings.load().path == folder / "factcheck.db"
    (folder / "a" / "factcheck.toml").write_text('database = "desk.db"')
    assert settings.load().path == folder / "a" / "desk.db"
    assert settings.load().database_source == str(folder / "a" / "factcheck.toml")
    monkeypatch.setenv("FACTCHECK_DB", "env.db")
    assert settings.load().path == folder / "a" / "b" / "env.db"
    assert settings.load("flag.db").path == folder / "a" / "b" / "flag.db"


@pytest.mark.parametrize("name", ["a b.db", "a%20b.db", "a?b.db", "a#b.db", "\u00e9@x:y.db", "%"])
def test_any_file_name_survives_the_url(name: str, folder: Path) -> None:
    found = settings.load(str(folder / name))
    assert found.path == folder / name
    assert found.database is not None
    assert make_url(found.database).database == str(folder / name)


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("postgres://me@host/db", "postgresql+psycopg://me@host/db"),
        ("postgresql://host/db", "postgresql+psycopg://host/db"),
        ("postgresql+psycopg://host/db", "postgresql+psycopg://host/db"),
        ("sqlite:////tmp/x.db", "sqlite+pysqlite:////tmp/x.db"),
    ],
)
def test_urls(given: str, url: str) -> None:
    assert settings.load(given).database == url


def test_the_file_of_a_sqlite_url_is_known() -> None:
    assert settings.load("sqlite:////tmp/x%3F.db").path == Path("/tmp/x?.db")  # noqa: S108
    assert settings.load("sqlite://").path is None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('user = "x"\ndatabse = "y"', 2, "databse is no setting"),
        ('user = "x"\nuser', 2, "no TOML"),
        ("user = 3", 1, "user is 3"),
        ('[house]\nword = "line"', 2, "house.word is no setting"),
        ('[house]\nwords = "row"', 2, "'row'"),
        ("[house]\nown_domains = [3]", 2, "own_domains"),
        ('[house]\npeople = {"Maria" = "mk"}', 2, "Maria"),
        ('house = "line"', 1, "house is 'line'"),
        ('database = " "', 1, "database is empty"),
        ("# \udcff", 1, "UTF-8"),
    ],
)
def test_a_bad_file_is_said_with_its_line(text: str, line: int, says: str, folder: Path) -> None:
    file = folder / "factcheck.toml"
    file.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(BadInput) as caught:
        settings.load()
    assert says in caught.value.message
    assert str(file) in caught.value.message
    assert caught.value.line == line


def test_the_nearest_key_is_suggested(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('databse = "y"')
    with pytest.raises(BadInput) as caught:
        settings.load()
    assert caught.value.hint == "Did you mean database?"


def test_who(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "factcheck.toml").write_text('user = "From File"\narticle = "kim-train"')
    assert settings.load().user() == "From File"
    assert settings.load().article == "kim-train"
    monkeypatch.setenv("FACTCHECK_USER", "From Shell")
    assert settings.load().user() == "From Shell"
    assert settings.load().user("mk") == "mk"


def test_the_login_is_last_and_never_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "mkeller")
    assert settings.load().user() == "mkeller"
    monkeypatch.setenv("LOGNAME", "root")
    assert settings.load().user() is None


def test_the_file_that_init_writes_is_valid_with_and_without_its_comments(folder: Path) -> None:
    file = folder / "factcheck.toml"
    file.write_text(settings.INIT_TOML)
    assert settings.load().house == {}
    lines = [line.removeprefix("# ") for line in settings.INIT_TOML.splitlines()]
    live = [line for line in lines if line.startswith("[") or " = " in line]
    live.remove('database = "factcheck.db"')
    file.write_text("\n".join(live))
    assert settings.load().article == "kim-train"
    assert set(tomllib.loads(file.read_text())["house"]) == set(settings.HOUSE_KEYS)
