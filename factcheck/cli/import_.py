"""`factcheck import`."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from factcheck.cli import output
from factcheck.cli.options import Article, By, DryRun, Json, KeepGoing, Yes
from factcheck.errors import BadInput, ExitStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.exchange.merge import ImportResult
    from factcheck.exchange.sheet import SheetResult
    from factcheck.settings import Settings

#: How many conflicts, renumbered records and twins are shown one by one.
SHOWN = 20


def command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="An export, or a sheet as CSV.")],
    theirs: Annotated[
        bool, typer.Option("--theirs", help="Where records differ, take the file's.")
    ] = False,
    article: Article = None,
    keep_going: KeepGoing = False,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """factcheck import friday.jsonl --dry-run
    factcheck import sheet.csv

    Take in an export, or a working sheet that came back.

    An export into an empty database keeps its numbers; into another it is merged: records are
    joined by uid, what is new is added, and what differs stays as it is here and is reported.
    Rows of a sheet are matched by uid; only what changed changes.
    """
    from factcheck.cli.main import long_work

    long_work()
    with _source(file) as source:
        if _is_export(source):
            _take_export(source, theirs, keep_going, by, dry_run, as_json)
        else:
            _take_sheet(source, article, keep_going, by, dry_run, as_json)


@contextmanager
def _source(name: str) -> Iterator[Path | BinaryIO]:
    """The file; stdin or a pipe is kept in one, so that it can be looked at before it is read."""
    if name != "-" and os.path.isfile(name):  # noqa: PTH113  Path raises for a long name
        yield Path(name)
        return
    with tempfile.TemporaryFile() as kept:
        _keep(name, kept)
        kept.seek(0)
        yield kept


def _keep(name: str, kept: BinaryIO) -> None:
    import shutil

    if name == "-":
        shutil.copyfileobj(sys.stdin.buffer, kept)
        return
    if os.path.isdir(name) or not os.path.exists(name):  # noqa: PTH110, PTH112  the same
        raise BadInput(f"There is no file {name}.", hint="Name an export or a CSV file.")
    with Path(name).open("rb") as pipe:
        shutil.copyfileobj(pipe, kept)


def _is_export(source: Path | BinaryIO) -> bool:
    """Whether it begins as JSON does; a sheet begins with its heading."""
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                head = file.read(64)
        except OSError as error:
            raise BadInput(f"{source} cannot be read: {error.strerror}.") from error
    else:
        head = source.read(64)
        source.seek(0)
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def _take_export(
    source: Path | BinaryIO, theirs: bool, keep_going: bool, by: str | None, dry_run: bool,
    as_json: bool,
) -> None:  # fmt: skip
    from factcheck.exchange import merge

    with _target(by, dry_run) as session:
        result = merge.import_(
            session, source, theirs=theirs, keep_going=keep_going, progress=_progress()
        )
    output.emit(_shape(result), as_json=as_json, text=lambda: "\n".join(_lines(result)))
    if result.refused or (result.conflicts and not theirs):
        raise typer.Exit(ExitStatus.CHECK_FAILED)


@contextmanager
def _target(by: str | None, dry_run: bool) -> "Iterator[Session]":
    """The database, made anew where there is none yet."""
    from factcheck.cli.changing import changing
    from factcheck.cli.context import settings

    if not _is_missing(settings()):
        with changing(by, dry_run=dry_run) as session:
            yield session
        return
    with _new_database(by, dry_run) as session:
        yield session


def _is_missing(found: "Settings") -> bool:
    """No file, or a server's database with nothing in it."""
    from factcheck.db import create

    if found.database is None:
        return True
    if found.path is not None:
        return not found.path.exists()
    return create.is_empty(found.database)


@contextmanager
def _new_database(by: str | None, dry_run: bool) -> "Iterator[Session]":
    """A database that holds nothing but what the file brings; none is left by a dry run."""
    from factcheck.cli.changing import Dry
    from factcheck.cli.context import command_line, name_of, settings
    from factcheck.cli.init import target
    from factcheck.db import create
    from factcheck.db.engine import make_engine
    from factcheck.db.session import place, writing

    found = settings()
    url, path = target(found)
    who = name_of(found, by)
    try:
        with (
            create.database(url, path) as new,
            writing(make_engine(new), who=who, command=command_line()) as session,
        ):
            yield session
            if dry_run:
                raise Dry  # noqa: TRY301  the way out of the block
    except Dry:
        output.say("Dry run: nothing was changed.")
        return
    output.say(f"Made {path or place(make_engine(url))}.")


def _progress() -> Any:
    """A count of lines on a terminal, once a second at most."""
    if not sys.stderr.isatty() or output.in_json():
        return None
    import time

    last = time.monotonic()

    def told(done: int, total: int | None) -> None:
        nonlocal last
        if time.monotonic() - last < 1 and done != total:
            return
        last = time.monotonic()
        share = f" ({done * 100 // total} %)" if total else ""
        output.complain(f"\r{done:,} lines{share}", end="" if done != total else "\n")

    return told


def _shape(result: "ImportResult") -> dict[str, Any]:
    return {
        "added": dict(result.added),
        "overwritten": dict(result.overwritten),
        "unchanged": result.unchanged,
        "renumbered": [
            {"kind": kind, "theirs": old, "ours": new} for kind, old, new in result.renumbered
        ],
        "renamed": [
            {"kind": kind, "id": number, "theirs": old, "ours": new}
            for kind, number, old, new in result.renamed
        ],
        "joined": [{"kind": kind, "id": number} for kind, number in result.joined],
        "conflicts": [
            {"kind": each.kind, "id": each.number, "uid": each.uid, "fields": each.fields,
             "overwritten": each.overwritten, "ours": each.ours, "theirs": each.theirs}
            for each in result.conflicts
        ],
        "twins": [each._asdict() for each in result.twins],
        "refused": [each._asdict() for each in result.refused],
        "protected": result.protected,
    }  # fmt: skip


def _lines(result: "ImportResult") -> Iterator[str]:
    from factcheck.cli.views import counted
    from factcheck.services.history import noun

    if not result.wrote:
        yield f"Nothing new: {result.unchanged:,} records are here already."
    for verb, done in (("Added", result.added), ("Overwrote", result.overwritten)):
        if done:
            yield f"{verb} {', '.join(counted(n, noun(kind)) for kind, n in done.items())}."
    if result.wrote and result.unchanged:
        yield f"Here already: {result.unchanged:,}."
    yield from _some("Conflict", [_conflict(each) for each in result.conflicts])
    yield from _some(
        "Renumbered", [f"{k} {old} is {new} here" for k, old, new in result.renumbered]
    )
    yield from _some("Renamed", [f"{old} is {new} here" for _, _, old, new in result.renamed])
    yield from _some(
        "One address, two sources",
        [f"{each.ours_key} and {each.theirs_key}: factcheck source merge {each.theirs_key} "
         f"{each.ours_key}" for each in result.twins],
    )  # fmt: skip
    yield from _some("Left out", [f"line {each.line}: {each.reason}" for each in result.refused])
    if result.protected:
        yield f"Protected sources that came in: {result.protected}."


def _conflict(each: Any) -> str:
    kept = "theirs was taken" if each.overwritten else "ours was kept"
    return f"{each.kind} {each.number} differs in {', '.join(each.fields)}; {kept}"


def _some(title: str, lines: list[str]) -> Iterator[str]:
    """The first of them; how many more."""
    from factcheck.cli.views import clean

    yield from (clean(f"{title}: {line}.") for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"{title}: {len(lines) - SHOWN:,} more; --json has them all."


def _take_sheet(
    source: Path | BinaryIO, article: str | None, keep_going: bool, by: str | None, dry_run: bool,
    as_json: bool,
) -> None:  # fmt: skip
    from factcheck.cli.changing import changing
    from factcheck.cli.context import article_word
    from factcheck.exchange import sheet
    from factcheck.services import lookup

    data = _bytes(source)
    with changing(by, dry_run=dry_run) as session:
        chosen = lookup.an_article(session, article_word(article))
        result = sheet.import_(session, data, article=chosen, keep_going=keep_going)
    shape = {
        "added": result.added,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "refused": [{"line": line, "reason": reason} for line, reason in result.refused],
    }
    output.emit(shape, as_json=as_json, text=lambda: "\n".join(_sheet_lines(result)))
    if result.refused:
        raise typer.Exit(ExitStatus.CHECK_FAILED)


def _bytes(source: Path | BinaryIO) -> bytes:
    """The sheet; a little more than can be taken says that it is too long."""
    from factcheck.text.plain import MAX_BYTES

    if not isinstance(source, Path):
        return source.read(MAX_BYTES + 1)
    with source.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _sheet_lines(result: "SheetResult") -> Iterator[str]:
    from factcheck.cli.views import counted

    added, changed = counted(len(result.added), "claim"), counted(len(result.changed), "claim")
    yield f"{added} added, {changed} changed, {result.unchanged:,} as before."
    yield from _some("Left out", [f"line {line}: {reason}" for line, reason in result.refused])
