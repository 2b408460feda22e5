"""Taking in an export of ours: what is said of it, and where it goes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

import typer

from factcheck.cli import output
from factcheck.errors import ExitStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.exchange.merge import ImportResult
    from factcheck.exchange.package_in import Taken
    from factcheck.settings import Settings

#: How many conflicts, renumbered records and twins are shown one by one.
SHOWN = 20


def take_export(
    source: BinaryIO, theirs: bool, keep_going: bool, by: str | None, dry_run: bool,
    as_json: bool,
) -> None:  # fmt: skip
    from factcheck.exchange import merge

    with target_database(by, dry_run) as session:
        result = merge.import_(
            session, source, theirs=theirs, keep_going=keep_going, progress=progress()
        )
    output.emit(merged_shape(result), as_json=as_json, text=lambda: "\n".join(merged_lines(result)))
    if result.refused or (result.conflicts and not theirs):
        raise typer.Exit(ExitStatus.CHECK_FAILED)


def take_package(
    source: BinaryIO, theirs: bool, keep_going: bool, by: str | None, dry_run: bool, as_json: bool
) -> None:
    from factcheck.exchange import package_in

    with target_database(by, dry_run) as session:
        done = package_in.take(
            session, source, theirs=theirs, keep_going=keep_going, progress=progress()
        )
    shape = {
        **merged_shape(done.records),
        "snapshots": done.snapshots,
        "originals": done.originals,
        "looks_refused": [each._asdict() for each in done.refused],
        "extra": done.extra,
    }
    output.emit(shape, as_json=as_json, text=lambda: "\n".join(_package_lines(done)))
    differs = done.records.conflicts and not theirs
    if done.records.refused or done.refused or differs:
        raise typer.Exit(ExitStatus.CHECK_FAILED)


def _package_lines(done: "Taken") -> Iterator[str]:
    from factcheck.cli.views import counted

    yield from merged_lines(done.records)
    if done.snapshots or done.originals:
        copies = counted(done.snapshots, "snapshot")
        yield f"Copies that came in: {copies}, {counted(done.originals, 'file')} of drafts."
    left = [f"sources/snapshots.jsonl, line {each.line}: {each.reason}" for each in done.refused]
    yield from some("Left out", left)
    yield from some("Not part of the package", done.extra)


@contextmanager
def target_database(by: str | None, dry_run: bool) -> "Iterator[Session]":
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


def progress(noun: str = "lines") -> Any:
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
        output.complain(f"\r{done:,} {noun}{share}", end="" if done != total else "\n")

    return told


def merged_shape(result: "ImportResult") -> dict[str, Any]:
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


def merged_lines(result: "ImportResult") -> Iterator[str]:
    from factcheck.cli.views import counted
    from factcheck.services.history import noun

    if not result.wrote:
        yield f"Nothing new: {result.unchanged:,} records are here already."
    for verb, done in (("Added", result.added), ("Overwrote", result.overwritten)):
        if done:
            yield f"{verb} {', '.join(counted(n, noun(kind)) for kind, n in done.items())}."
    if result.wrote and result.unchanged:
        yield f"Here already: {result.unchanged:,}."
    yield from some("Conflict", [_conflict(each) for each in result.conflicts])
    yield from some("Renumbered", [f"{k} {old} is {new} here" for k, old, new in result.renumbered])
    yield from some("Renamed", [f"{old} is {new} here" for _, _, old, new in result.renamed])
    yield from some(
        "One address, two sources",
        [f"{each.ours_key} and {each.theirs_key}: factcheck source merge {each.theirs_key} "
         f"{each.ours_key}" for each in result.twins],
    )  # fmt: skip
    yield from some("Left out", [f"line {each.line}: {each.reason}" for each in result.refused])
    if result.protected:
        yield f"Protected sources that came in: {result.protected}."


def _conflict(each: Any) -> str:
    kept = "theirs was taken" if each.overwritten else "ours was kept"
    return f"{each.kind} {each.number} differs in {', '.join(each.fields)}; {kept}"


def some(title: str, lines: list[str]) -> Iterator[str]:
    """The first of them; how many more."""
    from factcheck.cli.views import clean

    yield from (clean(f"{title}: {line}.") for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"{title}: {len(lines) - SHOWN:,} more; --json has them all."
