"""`factcheck db`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Json, Yes
from factcheck.errors import DatabaseMissing, ExitStatus

app = typer.Typer()

File = Annotated[Path, typer.Argument(metavar="FILE")]


@app.command("status")
def status(as_json: Json = False) -> None:
    """factcheck db status

    Say which database this is, its schema, and what it holds.
    """
    from factcheck.cli.context import database, settings
    from factcheck.db import backup
    from factcheck.db.engine import make_engine, translated
    from factcheck.db.session import place
    from factcheck.db.upgrade import newest_revision, require_ours

    found = settings()
    engine = make_engine(database(found), writing=False)
    with translated(), engine.connect() as connection:
        have, need = require_ours(connection, place(engine)), newest_revision()
        shape: dict[str, Any] = {
            "database": str(found.path) if found.path else place(engine),
            "found_by": found.database_source,
            "engine": engine.dialect.name,
            "schema": have,
            "newest": need,
            "records": backup.counts(connection) if have == need else {},
        }
    output.emit(shape, as_json=as_json, text=lambda: _status_text(shape))


def _status_text(shape: dict[str, Any]) -> str:
    from factcheck.cli.views import counted, field
    from factcheck.services.history import noun

    behind = "" if shape["schema"] == shape["newest"] else f", this factcheck has {shape['newest']}"
    lines = [
        *field("database", shape["database"]),
        *field("found by", shape["found_by"]),
        *field("engine", shape["engine"]),
        *field("schema", f"{shape['schema']}{behind}"),
    ]
    held = [counted(count, noun(table)) for table, count in shape["records"].items() if count]
    return "\n".join([*lines, *field("holds", ", ".join(held))])


@app.command("upgrade")
def upgrade(as_json: Json = False) -> None:
    """factcheck db upgrade

    Bring the database to the schema of this factcheck, after a copy beside it.
    """
    from factcheck.cli.context import database, settings
    from factcheck.db import backup
    from factcheck.db.engine import make_engine, translated
    from factcheck.db.session import place
    from factcheck.db.upgrade import newest_revision, require_ours

    found = settings()
    url = database(found)
    engine = make_engine(url)
    with translated(), engine.connect() as connection:
        have = require_ours(connection, place(engine))
    need, copy = newest_revision(), None
    if have != need:
        copy = backup.upgrade_with_copy(url, found.path, have)
    shape = {"from": have, "to": need, "copy": str(copy) if copy else None}
    said = f"Upgraded from {have} to {need}." if have != need else f"Schema {need} is the newest."
    output.emit(shape, as_json=as_json, text=said)
    if copy:
        output.say(f"The database as it was: {copy}.")


@app.command("check")
def check(
    repair: Annotated[
        bool, typer.Option("--repair", help="Make the index and what is computed anew.")
    ] = False,
    as_json: Json = False,
) -> None:
    """factcheck db check

    Check the file, what points where, the chain of the log, and the search index.

    Exit status 1 if anything is not as it should be.
    """
    from factcheck.cli.context import engine
    from factcheck.cli.main import long_work
    from factcheck.cli.views import counted
    from factcheck.db import backup
    from factcheck.db.engine import translated
    from factcheck.db.session import place
    from factcheck.db.upgrade import require_current

    long_work()
    opened = engine(writing=True)
    with translated(), opened.connect() as connection, connection.begin():
        require_current(connection, place(opened))
        if repair:
            backup.repair(connection)
        problems = list(backup.check(connection))
        counts = backup.counts(connection)
    shape = {"ok": not problems, "problems": problems, "records": counts}
    held = f"{counted(counts['claim'], 'claim')}, {counted(counts['step'], 'step')}"
    good = f"All is well: {held}, one chain."
    output.emit(
        shape, as_json=as_json, text="\n".join(f"Wrong: {each}." for each in problems) or good
    )
    if problems:
        output.say("factcheck db check --repair mends the index and what is computed.")
        raise typer.Exit(ExitStatus.CHECK_FAILED)


@app.command("backup")
def backup_(file: File, as_json: Json = False) -> None:
    """factcheck db backup friday.db

    Copy everything, log and all, to one SQLite file; others may go on working.
    """
    from factcheck.cli.context import engine
    from factcheck.cli.main import long_work
    from factcheck.db import backup
    from factcheck.db.engine import translated
    from factcheck.db.session import place
    from factcheck.db.upgrade import require_current

    long_work()
    opened = engine(writing=False)
    with translated(), opened.connect() as connection:
        require_current(connection, place(opened))
    backup.backup(opened, file)
    output.emit({"backup": str(file)}, as_json=as_json, text=f"Backed up to {file}.")


@app.command("restore")
def restore(
    file: File,
    yes: Yes = False,  # noqa: ARG001  nothing is overwritten, so there is nothing to ask
    as_json: Json = False,
) -> None:
    """factcheck --db new.db db restore friday.db

    Make a database from a backup, where there is none yet.
    """
    from factcheck.cli.context import settings
    from factcheck.cli.init import target
    from factcheck.cli.main import long_work
    from factcheck.db import backup

    long_work()
    found = settings()
    url, path = target(found)
    if path is None and found.database is None:
        raise DatabaseMissing("Restore to where?", hint="Name it with --db.")
    backup.restore(file, url, path)
    shape = {"database": str(path) if path else "PostgreSQL", "from": str(file)}
    output.emit(shape, as_json=as_json, text=f"Restored {file} to {shape['database']}.")
