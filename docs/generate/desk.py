"""A desk to try commands on: an empty folder, a terminal of 100 columns, a clock that stands still.

    desk = Desk("bay")
    cog.out(desk.show("factcheck init"))

What is shown is what the program prints. The clock and the random numbers are fixed, so that the
same commands give the same text on any day.
"""

# ruff: noqa: TID253  nothing here is part of the program's start

import io
import os
import re
import shlex
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from datetime import date, datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch
from zlib import crc32

from docs.generate.web import Web
from factcheck.cli import main, options, progress
from factcheck.db import standing
from factcheck.fetch import trips
from factcheck.models import base

OPENING = "2026-11-23T09:00:00+00:00"
ENVIRONMENT = {"COLUMNS": "100", "LINES": "40", "NO_COLOR": "1"}
#: What progress leaves on the screen depends on how fast the machine is.
PROGRESS = re.compile(r"\r(?!\n)[^\r\n]*\n?")
KEPT = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")


class Screen(io.TextIOWrapper):
    """A terminal that keeps what was written on it."""

    def __init__(self, *, terminal: bool = True) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        kept = self.buffer
        assert isinstance(kept, io.BytesIO)  # noqa: S101 - we made it
        return kept.getvalue().decode()


class Desk:
    """A folder with files and a database; a command a minute."""

    def __init__(self, name: str, user: str = "Ann Checker") -> None:
        self._kept = tempfile.TemporaryDirectory(prefix="factcheck-docs-")  # gone with the desk
        self.folder = Path(self._kept.name).resolve()
        self.shown_as = f"/home/ann/{name}"
        self.environment = {**ENVIRONMENT, "FACTCHECK_USER": user}
        self.now = datetime.fromisoformat(OPENING)
        self.web = Web()
        # Two desks that never met have no uid in common.
        self.numbers = count(crc32(name.encode()) << 24)
        base._latest = 0  # noqa: SLF001 - uids begin anew with each desk

    def file(self, name: str, text: str) -> str:
        """Write a file; the text as a block to show."""
        (self.folder / name).write_text(text, encoding="utf-8")
        kind = Path(name).suffix.removeprefix(".")
        return f"```{'markdown' if kind == 'md' else kind}\n{text.rstrip()}\n```\n"

    def wait(self, days: int) -> None:
        """Days pass."""
        self.now += timedelta(days=days)

    def hand_over(self, name: str, other: "Desk") -> None:
        """A copy of a file, to somebody else."""
        shutil.copy(self.folder / name, other.folder / name)

    def seed(self) -> None:
        """The seed article with all its claims, as `factcheck demo` leaves it."""
        self.run("factcheck demo --keep demo")
        shutil.move(self.folder / "demo" / "factcheck.db", self.folder / "factcheck.db")

    def show(self, *lines: str, status: int = 0, first: int | None = None) -> str:
        """These commands with what they print, as one block; at most `first` lines of each."""
        shown = [f"$ {line.strip()}\n{self.run(line, status, first)}" for line in lines]
        return "```console\n" + "\n".join(shown) + "```\n"

    def json(self, line: str, first: int | None = None) -> str:
        """What a command prints, as a block of JSON."""
        return f"```json\n{self.run(line, first=first)}```\n"

    def sql(self, statement: str) -> str:
        """What a SELECT gives, as a Markdown table."""
        with closing(sqlite3.connect(self.folder / "factcheck.db")) as opened:
            cursor = opened.execute(statement)
            rows = [[name for name, *_ in cursor.description], *cursor]
        rows.insert(1, ["---"] * len(rows[0]))
        return "".join(f"| {' | '.join(map(str, row))} |\n" for row in rows)

    def run(self, line: str, status: int = 0, first: int | None = None) -> str:
        """What one command prints. Raises if it ends with another status than this."""
        words, source, target = _parsed(self.web.typed(line))
        screen = Screen()
        output = Screen(terminal=False) if target else screen
        self.now += timedelta(minutes=1)
        with self._at_work(source), redirect_stdout(output), redirect_stderr(screen):
            ended = main.main(words)
        if target:
            (self.folder / target).write_text(output.text(), encoding="utf-8")
        told = PROGRESS.sub("", screen.text()).replace("\r\n", "\n")
        told = self.web.shown(told.replace(str(self.folder), self.shown_as))
        if ended != status:
            raise RuntimeError(f"{line} ended with {ended}, not {status}:\n{told}")
        return _beginning(told, first)

    @contextmanager
    def _at_work(self, source: str | None) -> Iterator[None]:
        """In the folder, at the hour, with this file on stdin."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        given = (self.folder / source).read_bytes() if source else b""
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            with (
                patch.dict(os.environ, {**kept, **self.environment}, clear=True),
                patch("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")),
                self._stopped_clock(),
                self.web.reached() if self.web.pages else nullcontext(),
            ):
                yield
        finally:
            os.chdir(before)

    @contextmanager
    def _stopped_clock(self) -> Iterator[None]:
        hour = self.now

        class Moment(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return hour.astimezone(tz)

        class Day(date):
            @classmethod
            def today(cls) -> date:  # type: ignore[override]
                return hour.date()

        nanoseconds = int(hour.timestamp()) * 10**9
        with (
            patch.object(base, "datetime", Moment),
            patch.object(trips, "datetime", Moment),
            patch.object(base, "time", SimpleNamespace(time_ns=lambda: nanoseconds)),
            patch.object(base, "secrets", SimpleNamespace(randbits=lambda _: next(self.numbers))),
            patch.object(progress, "bar", lambda _: nullcontext()),
            patch.object(options, "date", Day),
            patch.object(standing, "date", Day),
        ):
            yield


def _parsed(line: str) -> tuple[list[str], str | None, str | None]:
    """The words after `factcheck`, the file on stdin, the file for stdout."""
    words = shlex.split(line.replace("\\\n", " "), comments=True)
    if words.pop(0) != "factcheck":
        raise ValueError(f"not a command of ours: {line}")
    files: dict[str, str | None] = {"<": None, ">": None}
    for sign in files:
        if sign in words:
            at = words.index(sign)
            files[sign] = words[at + 1]
            del words[at : at + 2]
    return words, files["<"], files[">"]


def _beginning(text: str, first: int | None) -> str:
    lines = text.splitlines(keepends=True)
    if first is None or len(lines) <= first:
        return text
    return "".join([*lines[:first], "...\n"])
