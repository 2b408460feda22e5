"""Databases of any size: an export is made up and imported."""

import json
import os
import random
import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from factcheck.db.engine import make_engine
from factcheck.db.session import writing
from factcheck.db.upgrade import upgrade
from factcheck.exchange.jsonl import line
from factcheck.exchange.merge import import_
from factcheck.models import RECORDS
from factcheck.models.base import uuid7

MANY = int(os.environ.get("BENCH_CLAIMS", "100000"))

TIME = "2026-11-23T09:00:00Z"
WORDS = (
    "train", "armoured", "border", "minister", "figure", "carriage", "railway", "station",
    "officials", "report", "Thursday", "million", "percent", "treaty", "visit", "summit", "river",
    "bridge", "according", "agency", "state", "media", "spokesman",
)  # fmt: skip


def export(folder: Path, claims: int) -> Path:
    """An export of so many claims, each with a source and a piece of evidence of its own."""
    path = folder / f"{claims}.jsonl"
    if not path.exists():
        write(path, records(claims))
    return path


def write(path: Path, made: Iterator[tuple[str, dict[str, Any]]]) -> None:
    header = {"factcheck": "export", "schema": "0008", "version": 1}
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps(header) + "\n")
        file.writelines(line(kind, record) for kind, record in made)


def forget(path: Path) -> None:
    """Take the stored values and comparisons out, as after a large import."""
    with sqlite3.connect(path) as database:
        database.execute('UPDATE claim SET "values" = NULL')
        database.execute("UPDATE evidence SET comparison = NULL")


def records(claims: int) -> Iterator[tuple[str, dict[str, Any]]]:
    chance = random.Random(1)  # noqa: S311 - the same words in each run

    def words(count: int) -> str:
        return " ".join(chance.choices(WORDS, k=count))

    yield "person", record("person", 1, name="Ann Checker", aliases=[])
    for n in range(1, claims + 1):
        yield "source", record(
            "source", n, key=f"source-{n}", kind="page", title=words(6), publisher="The Agency",
            url=f"https://www.example.org/{n}/{words(1)}", published="2026-11-20", protected=False,
            tier="secondary", hidden=False,
        )  # fmt: skip
        yield "claim", record(
            "claim", n, text=words(12), kind="number", claimant="the ministry", said_at=[],
            priority="normal", hidden=False,
        )  # fmt: skip
        yield "evidence", record(
            "evidence", n, claim_id=n, source_id=n, stance="supports", quote=words(15),
            locator=f"p. {n % 300}", how="page", seen_by_id=1, seen_at=TIME, person_id=1,
        )  # fmt: skip


def record(table: str, number: int, /, **values: Any) -> dict[str, Any]:
    columns = RECORDS[table].__table__.columns
    blank = {column.key: None for column in columns if not column.info.get("derived")}
    times: dict[str, Any] = {name: TIME for name in ("created_at", "updated_at") if name in blank}
    return {**blank, "id": number, "uid": uuid7(), **times, **values}


def database(folder: Path, claims: int) -> Path:
    path = folder / f"{claims}.db"
    if not path.exists():
        imported(export(folder, claims), url_of(path))
    return path


def imported(file: Path, url: str) -> None:
    with writing(make_engine(url), who="Ann Checker", command="import") as session:
        import_(session, file)


def url_of(path: Path) -> str:
    """The URL of a new database, with its tables and nothing in them."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.touch()
    upgrade(f"sqlite:///{path}")
    return f"sqlite:///{path}"


# What bench_import runs in children


def timed_import(file: str, path: str) -> None:
    url = url_of(Path(path))
    _tell(lambda: imported(Path(file), url))


def timed_rows(source: str, path: str) -> None:
    """The same rows, event and image rows too, into a database with the same index."""
    tables = (*RECORDS, "step", "event", "image")
    with sqlite3.connect(source) as old:
        rows = {table: old.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}  # noqa: S608 - ours
    url_of(Path(path))
    new = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        new.execute(f"PRAGMA {pragma}")
    _tell(lambda: _put(new, rows))


def _put(new: sqlite3.Connection, rows: dict[str, list[Any]]) -> None:
    new.execute("BEGIN IMMEDIATE")
    for table, values in rows.items():
        if values:
            marks = ", ".join("?" * len(values[0]))
            new.executemany(f'INSERT INTO "{table}" VALUES ({marks})', values)  # noqa: S608 - ours
    new.execute("COMMIT")


def _tell(work: Callable[[], None]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "memory": memory}
    print(json.dumps(found))
