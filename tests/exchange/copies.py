"""Copies of the database as colleagues have them, and what goes from one to the other."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from factcheck.db import backup
from factcheck.db.engine import make_engine
from factcheck.db.session import reading, writing
from factcheck.exchange import jsonl, merge, seed
from factcheck.exchange.merge import ImportResult

WHO = "Ann Checker"


@dataclass(frozen=True)
class Copy:
    """One database, each command with an engine of its own."""

    url: str
    folder: Path

    @contextmanager
    def writing(self, who: str = WHO) -> Iterator[Session]:
        with writing(make_engine(self.url), who=who, command="test") as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with reading(make_engine(self.url, writing=False)) as session:
            yield session

    def seeded(self) -> "Copy":
        with self.writing() as session:
            seed.load(session)
        return self

    def do(self, work: Callable[..., Any], *args: Any, who: str = WHO, **kwargs: Any) -> Any:
        with self.writing(who) as session:
            return work(session, *args, **kwargs)

    def export(self) -> str:
        with self.reading() as session:
            return "".join(jsonl.export(session))

    def file(self, content: str | bytes) -> Path:
        path = self.folder / "in.jsonl"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def take(self, content: str | bytes, who: str = WHO, **options: Any) -> ImportResult:
        """Import, as a command of its own."""
        with self.writing(who) as session:
            return merge.import_(session, self.file(content), **options)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with make_engine(self.url, writing=False).connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    def one(self, query: str) -> Any:
        return self.ask(query)[0][0]

    def count(self, table: str) -> int:
        return int(self.one(f'SELECT count(*) FROM "{table}"'))  # noqa: S608 - tables are ours

    def check(self) -> list[str]:
        with self.reading() as session:
            return list(backup.check(session.connection()))


def records(export: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export.split("\n")[1:-1]]


def written(export: str, changed: list[dict[str, Any]]) -> str:
    """An export with these records under the header of another; the count is left out."""
    header = json.loads(export.partition("\n")[0])
    del header["records"]
    return "".join(json.dumps(each) + "\n" for each in (header, *changed))


def of_kind(export: str, kind: str) -> list[dict[str, Any]]:
    return [each["record"] for each in records(export) if each["kind"] == kind]
