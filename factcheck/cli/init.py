"""`factcheck init`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import By, Json

if TYPE_CHECKING:
    from factcheck.settings import Settings


def command(
    house: Annotated[
        str | None, typer.Option("--house", metavar="line|desk", help="Whose words and rules.")
    ] = None,
    by: By = None,
    as_json: Json = False,
) -> None:
    """factcheck init
    factcheck init --house desk

    Make a database here, and a factcheck.toml with every setting explained.

    --db and FACTCHECK_DB name another place for the database, PostgreSQL too. Nothing that is
    there already is overwritten.
    """
    from factcheck.cli.context import settings
    from factcheck.words import House, pick

    words = pick(House, house, what="house").value if house else None
    found = settings()
    database = target(found)
    made = make(database, found, words=words, by=by)
    toml = write_toml(found)
    made["toml"] = str(toml) if toml else None
    output.emit(made, as_json=as_json, text=lambda: f"Made {made['database']}.")
    if toml:
        output.say(f"Made {toml}: every setting, commented.")
    output.say("Next: factcheck article add FILE, or factcheck demo for a tour.")


def target(found: "Settings") -> tuple[str, Path | None]:
    """The URL and the file of the database to make; that of a folder above is not meant."""
    from factcheck.settings import DATABASE_NAME, sqlite_url

    named = found.database_source in {"--db", "FACTCHECK_DB"} or (
        found.toml_path is not None and found.database_source == str(found.toml_path)
    )
    if named and found.database:
        return found.database, found.path
    path = Path.cwd() / DATABASE_NAME
    return sqlite_url(path), path


def make(
    database: tuple[str, Path | None],
    found: "Settings",
    *,
    words: str | None = None,
    by: str | None = None,
) -> dict[str, Any]:
    """Make an empty database with the rules of the house; whole or not at all."""
    from factcheck.cli.context import command_line, name_of
    from factcheck.db import create
    from factcheck.db.engine import make_engine
    from factcheck.db.session import place, writing
    from factcheck.services import house

    url, path = database
    rules = dict(found.house)
    words = words or rules.pop("words", "line")
    rules.pop("words", None)
    with create.database(url, path) as new:
        engine = make_engine(new)
        who = name_of(found, by)
        with writing(engine, who=who, command=command_line(), kind="setup") as session:
            house.seed(session, words, rules)
    return {"database": str(path) if path else place(engine), "house": words}


def write_toml(found: "Settings") -> Path | None:
    """A commented factcheck.toml in this folder, unless one is there."""
    from factcheck.settings import INIT_TOML, TOML_NAME

    path = Path.cwd() / TOML_NAME
    if path.exists() or found.database_source in {"--db", "FACTCHECK_DB"}:
        return None
    output.write_file(path, INIT_TOML)
    return path
