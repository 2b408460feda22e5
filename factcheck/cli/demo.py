"""`factcheck demo`."""

import os
import shlex
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.errors import ExitStatus, Refused

#: Who checks the seed article in the tour.
CHECKER = "Demo Checker"

#: The decision that the tour makes before the reader's eyes.
SHOWN = 12

#: A wrong weekday, a span of years, a weekday against dates, miles in kilometres, a count.
COMPARED = ("1", "2", "6", "11", "12")


def command(
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="FOLDER", help="Put the database here.")
    ] = None,
) -> None:
    """factcheck demo
    factcheck demo --keep tour

    Check a real article on a throwaway database: a tour of what factcheck does.

    It holds the seed article, its 14 claims, their sources and evidence. The tour runs real
    commands; the last lines say where the database is and what to try next.
    """
    folder = _folder(keep)
    database = folder / "factcheck.db"
    _load(database)
    os.environ["FACTCHECK_USER"] = CHECKER
    os.environ.pop("FACTCHECK_ARTICLE", None)
    run = _runner(database)
    _tell("A real article, with 14 claims and what other pages say about them:")
    run("list")
    _tell("Figures and dates beside those of each page; where they point, and no verdict yet:")
    run("verify", *COMPARED)
    _decide(database)
    _tell("Three pages count the carriages; none of them counts 20. The checker decides:")
    run(*_decision())
    _tell("The checker weighs the other pages, each with a reason:")
    run("list", "--status", "supported")
    _tell("What stands between this piece and print:")
    run("gate", "kim-train", ok={ExitStatus.CHECK_FAILED})
    _tell("Whether the sourcing would stand, without asking the network:")
    run("audit", "kim-train", "--offline", "--select", "S,V", ok={ExitStatus.CHECK_FAILED})
    _tell("Who did what, the newest step first:")
    run("log", "--limit", "6")
    _tell("The report for the editor:")
    run("report", "kim-train", "--audience", "editor")
    _tell("All of it as a page: the article with each claim marked, its evidence beside it:")
    run("report", "kim-train", "-o", str(folder / "report.html"))
    _end(database)


def _folder(keep: Path | None) -> Path:
    import tempfile

    if keep is None:
        return Path(tempfile.mkdtemp(prefix="factcheck-demo-"))
    if (keep / "factcheck.db").exists():
        raise Refused(f"{keep / 'factcheck.db'} is there already.", hint="Name another folder.")
    try:
        keep.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{keep} cannot be made: {error.strerror}.", hint="Name another.") from error
    return keep.absolute()


def _load(database: Path) -> None:
    """The seed, a step for each thing that a checker would have done."""
    from factcheck.db import create
    from factcheck.db.engine import make_engine
    from factcheck.db.session import writing
    from factcheck.exchange import seed
    from factcheck.services import house, lookup
    from factcheck.settings import sqlite_url

    url = sqlite_url(database)
    with create.database(url, database) as new:
        engine = make_engine(new)
        with writing(engine, who=CHECKER, command="init", kind="setup") as session:
            house.seed(session)
        with writing(engine, who=CHECKER, command="demo: the article and its author") as session:
            seed.load_article(session)
        with writing(engine, who=CHECKER, command="demo: sixteen sources") as session:
            seed.load_sources(session)
        with writing(engine, who=CHECKER, command="demo: fourteen claims, evidence") as session:
            article = lookup.the_article(session, "kim-train")
            seed.load_claims(session, article)


def _decide(database: Path) -> None:
    """All decisions but the one that the reader sees; the seed's claims have its numbers."""
    from factcheck.db.engine import make_engine
    from factcheck.db.session import writing
    from factcheck.exchange import seed
    from factcheck.services import lookup
    from factcheck.settings import sqlite_url

    engine = make_engine(sqlite_url(database))
    with writing(engine, who=CHECKER, command="demo: seven decisions") as session:
        for each in seed.decisions():
            if each["claim"] != SHOWN:
                seed.load_decision(session, lookup.claim(session, each["claim"]), each)


def _decision() -> list[str]:
    from factcheck.exchange import seed

    chosen = next(each for each in seed.decisions() if each["claim"] == SHOWN)
    return ["verify", str(SHOWN), "--verdict", chosen["conclusion"], "--because", chosen["reason"]]


def _runner(database: Path) -> Callable[..., None]:
    """Runs a command line on the database, after showing it as one would type it."""
    from factcheck.cli import main

    def run(*words: str, ok: Collection[int] = ()) -> None:
        prompt = output.colour("$", "dim")
        output.write(f"{prompt} factcheck {shlex.join(words)}\n")
        status = main.main(["--db", str(database), *words])
        if status and status not in ok:
            raise typer.Exit(status)
        output.write("\n")

    return run


def _tell(line: str) -> None:
    output.write(f"{output.colour(line, 'bold')}\n")


def _end(database: Path) -> None:
    here = shlex.quote(str(database))
    output.write(f"The database is {database}. Try:\n")
    for line in (
        f"export FACTCHECK_DB={here}",
        "factcheck show 1 --history",
        'factcheck query ask 7 "Which Carnegie paper says so?"',
        "factcheck search carriages",
        "factcheck source capture reuters",
        "factcheck audit",
        "factcheck undo",
        "factcheck report -o report.docx",
    ):
        output.write(f"  {line}")
