"""`factcheck export`."""

from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Article, Output
from factcheck.errors import Usage
from factcheck.words import nearest

FORMATS = ("jsonl", "csv")


def command(
    form: Annotated[
        str, typer.Option("--format", metavar="jsonl|csv", help="Everything, or the sheet.")
    ] = "jsonl",
    article: Article = None,
    file: Output = None,
) -> None:
    """factcheck export -o friday.jsonl
    factcheck export --format csv --article kim-train -o sheet.csv

    Write every record as JSON lines, to be imported elsewhere; or the working sheet as CSV.

    JSON lines hold everything, hidden, retracted and superseded records too, but no log: that
    travels by db backup. The sheet comes back by import, a row a claim.
    """
    chosen = _format(form)
    name = str(file) if file else "-"
    if chosen == "csv":
        _sheet(name, article)
        return
    if article is not None:
        raise Usage("The lossless export holds everything.", hint="--article goes with csv.")
    _everything(name)


def _format(word: str) -> str:
    if word not in FORMATS:
        guess = nearest(word, list(FORMATS))
        hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(FORMATS)}."
        raise Usage(f"{word!r} is no format of an export.", hint=hint)
    return word


def _everything(name: str) -> None:
    from factcheck.cli.context import reading
    from factcheck.cli.main import long_work
    from factcheck.exchange import jsonl

    long_work()
    with reading() as session:
        output.write_file(name, jsonl.export(session))
        protected = jsonl.protected(session)
    if protected:
        many = "source is" if protected == 1 else "sources are"
        output.warn(f"{protected} protected {many} named in full in this export.")
    if name != "-":
        output.say(f"Wrote {name}.")


def _sheet(name: str, article: str | None) -> None:
    from factcheck.cli.context import article_word, reading
    from factcheck.exchange import sheet
    from factcheck.services import lookup

    with reading() as session:
        word = article_word(article)
        chosen = lookup.article(session, word) if word else None
        output.write_file(name, sheet.export(session, chosen))
    if name != "-":
        output.say(f"Wrote {name}.")
