"""`factcheck import`."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from factcheck.cli.network import AllowPrivate
from factcheck.cli.options import Article, By, DryRun, Json, KeepGoing, Yes
from factcheck.errors import BadInput, FactcheckError, Usage

if TYPE_CHECKING:
    from factcheck.cli.importing import Asked
    from factcheck.exchange.guessing import Incoming

Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="export, package, sheet, claimreview, fact-check-tools, bibtex, csl or annotations, "
        "where the guess is wrong.",
    ),
]
Map = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="COLUMN=FIELD", help="Of any CSV; may be repeated."),
]


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE|URL|-", help="An export, a sheet, a feed, a library.")
    ],
    form: Form = None,
    mapped: Map = None,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="Where records differ, take the file's.")
    ] = False,
    article: Article = None,
    allow_private: AllowPrivate = None,
    keep_going: KeepGoing = False,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """factcheck import friday.jsonl --dry-run
    factcheck import sheet.xlsx
    factcheck import https://example.org/checks/feed.json
    factcheck import facts.csv --map Statement=text --map Who=claimant

    Take in an export or a hand-over package, a working sheet that came back, other houses'
    fact-checks (ClaimReview), a library of sources (BibTeX, CSL), or web annotations.

    Our own records are joined by uid; what differs stays as it is here and is reported. What
    comes from elsewhere is cited, not seen: nothing of it is a verdict here.
    """
    from factcheck.cli import importing
    from factcheck.cli.main import long_work

    long_work()
    with _source(file, allow_private) as (source, base), _line_told():
        asked = importing.Asked(
            source=source, base=base, article=article, mapped=mapped or [], theirs=theirs,
            keep_going=keep_going, by=by, dry_run=dry_run, as_json=as_json,
        )  # fmt: skip
        importing.TAKERS[_format(form, asked)](asked)


@contextmanager
def _line_told() -> Iterator[None]:
    """What is refused says where it stands."""
    try:
        yield
    except FactcheckError as error:
        if error.line and f"line {error.line}" not in error.message.casefold():
            error.message = f"Line {error.line}: {error.message}"
        raise


def _format(word: str | None, asked: "Asked") -> "Incoming":
    from factcheck.exchange.guessing import Incoming, guess
    from factcheck.words import pick

    found = pick(Incoming, word, what="format of an import") if word else guess(asked.source)
    if asked.mapped and found != Incoming.SHEET:
        msg = f"--map is for a CSV file, and this is {found}."
        raise Usage(msg, hint="Leave --map out, or say --format sheet.")
    return found


@contextmanager
def _source(name: str, allow: list[str] | None) -> Iterator[tuple[BinaryIO, str | None]]:
    """A file that can be looked at before it is read, and the address that it came from."""
    from factcheck.cli.incoming import is_address

    if is_address(name):
        yield _fetched(name, allow)
        return
    if name != "-" and os.path.isfile(name):  # noqa: PTH113  Path raises for a long name
        with _opened(name) as file:
            yield file, None
        return
    with tempfile.TemporaryFile() as kept:
        _keep(name, kept)
        kept.seek(0)
        yield kept, None


def _fetched(url: str, allow: list[str] | None) -> tuple[BinaryIO, str]:
    from factcheck.cli.network import allowed
    from factcheck.services import incoming

    answer = incoming.answered(url, allowed(allow), incoming.FEED)
    return BytesIO(answer.body), answer.final_url


def _opened(name: str) -> BinaryIO:
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror}.", hint="Check it.") from error


def _keep(name: str, kept: BinaryIO) -> None:
    import shutil

    if name == "-":
        shutil.copyfileobj(sys.stdin.buffer, kept)
        return
    if os.path.isdir(name):  # noqa: PTH112  the same
        raise BadInput(f"{name} is a folder.", hint="Name the file; a package is one ZIP file.")
    if not os.path.exists(name):  # noqa: PTH110  the same
        raise BadInput(f"There is no file {name}.", hint="Name an export, a sheet or a feed.")
    with Path(name).open("rb") as pipe:
        shutil.copyfileobj(pipe, kept)
