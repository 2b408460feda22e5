"""Every command here begins on a desk at work: an article, its sources, three open claims."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, text

from factcheck.db.engine import make_engine
from tests.conftest import WHO, Program, on_server, run_here

TEXT = (
    "Kim\u2019s armored train left Pyongyang on Monday with 20 carriages.\n"
    "It can reach speeds of up to 37 mph, according to Yonhap.\n"
    "The train has 14 vents. Nobody knows why the train is green.\n"
)
CLAIMS: list[dict[str, Any]] = [
    {"text": "The train has 20 carriages", "quote": "20 carriages", "kind": "number"},
    {
        "text": "The train can reach 37 mph",
        "quote": "up to 37 mph",
        "kind": "measurement",
        "claimant": "Yonhap",
        "tags": ["train"],
    },
    {"text": "The train has 14 vents", "quote": "14 vents"},
]
STEPS = 5

Stored = Callable[[str], list[tuple[Any, ...]]]


def furnish(url: str, folder: Path) -> None:
    """What every test finds, put there as a person would."""
    draft = folder / "kim-train.txt"
    draft.write_text(TEXT, encoding="utf-8")
    lines = "\n".join(json.dumps(claim) for claim in CLAIMS)
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("FACTCHECK_")]:
            patch.delenv(name)
        patch.setenv("FACTCHECK_USER", WHO)
        patch.chdir(folder)
        for words, stdin in (
            (["article", "add", draft.name, "--author", "Maria Keller"], None),
            (["source", "add", "The Times Atlas", "--key", "atlas", "--kind", "book"], None),
            (["source", "add", "https://tass.com/economy/1672415", "--publisher", "TASS"], None),
            (["add", "-"], lines),
        ):
            done = run_here(["--db", url, *words], stdin)
            assert done.status == 0, done.err


@pytest.fixture(scope="session")
def sqlite_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "factcheck.db"
    shutil.copyfile(sqlite_template, path)
    furnish(f"sqlite:///{path}", path.parent)
    assert not path.with_name("factcheck.db-wal").exists()
    return path


@pytest.fixture(scope="session")
def postgresql_template(
    postgresql_template: URL, postgresql_server: URL, tmp_path_factory: pytest.TempPathFactory
) -> URL:
    url = postgresql_template.set(database="template_desk")
    copy = f"CREATE DATABASE {url.database} TEMPLATE {postgresql_template.database}"
    on_server(postgresql_server, copy)
    furnish(url.render_as_string(hide_password=False), tmp_path_factory.mktemp("desk"))
    return url


@pytest.fixture
def stored(database: str) -> Stored:
    """What a query finds, read through a connection of its own."""

    def ask(query: str) -> list[tuple[Any, ...]]:
        with make_engine(database, writing=False).connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    return ask


@pytest.fixture
def claim(cli: Program) -> Callable[[int], Any]:
    """A claim as JSON, by a command of its own."""

    def show(number: int) -> Any:
        shown = cli("show", number, "--json")
        assert shown.status == 0, shown.err
        return shown.json

    return show
