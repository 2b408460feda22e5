"""`factcheck export`."""

import sys
from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Article, Output
from factcheck.errors import NotFound, Usage
from factcheck.words import nearest

FORMATS = ("jsonl", "csv", "warc")

#: Bytes written at a time.
CHUNK = 1_000_000


def command(
    form: Annotated[
        str, typer.Option("--format", metavar="jsonl|csv|warc", help="What is written.")
    ] = "jsonl",
    warc: Annotated[
        bool, typer.Option("--warc", help="What sources said, as web archives keep it.")
    ] = False,
    article: Article = None,
    file: Output = None,
) -> None:
    """factcheck export -o friday.jsonl
    factcheck export --format csv --article kim-train -o sheet.csv
    factcheck export --warc -o sources.warc.gz

    Write every record as JSON lines, to be imported elsewhere; or the working sheet as CSV.

    JSON lines hold everything, hidden, retracted and superseded records too, but no log: that
    travels by db backup, and so do snapshots. The sheet comes back by import, a row a claim.
    """
    chosen = "warc" if warc else _format(form)
    name = str(file) if file else "-"
    if chosen == "csv":
        _sheet(name, article)
        return
    if article is not None:
        raise Usage("This export holds everything.", hint="--article goes with csv.")
    (_snapshots if chosen == "warc" else _everything)(name)


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


def _snapshots(name: str) -> None:
    import tempfile

    from factcheck.cli.context import reading
    from factcheck.cli.main import version
    from factcheck.exchange import warc
    from factcheck.services import snapshots

    if name == "-" and sys.stdout.isatty():
        raise Usage("A WARC is no text for a terminal.", hint="Add -o FILE.")
    # On disk first: the file is written whole or not at all, and may be larger than the memory.
    with reading() as session, tempfile.TemporaryFile() as packed:
        kept, left = snapshots.open_ones(session)
        if not kept:
            hint = "factcheck source capture --all"
            raise NotFound("No snapshot is kept.", hint=hint)
        bodies = (warc.Kept(**fields) for fields in snapshots.whole(session, kept))
        count = warc.write(bodies, packed, version=version())
        packed.seek(0)
        output.write_file(name, iter(lambda: packed.read(CHUNK), b""))
    if left:
        many = "snapshot" if left == 1 else "snapshots"
        output.warn(f"{left} {many} of protected sources left out.")
    if name != "-":
        output.say(f"Wrote {name}: {count} snapshot{'' if count == 1 else 's'}.")
