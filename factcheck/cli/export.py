"""`factcheck export`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Article, Output
from factcheck.errors import NotFound, Usage
from factcheck.words import nearest

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FORMATS = ("jsonl", "csv", "warc", "bibtex", "csl", "annotations")
#: Those of one article, where one is named.
OF_ARTICLE = ("csv", "bibtex", "csl", "annotations")

#: Bytes written at a time.
CHUNK = 1_000_000


def command(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHAT...]", help="For --package: an article, or claims."),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT", help="jsonl, csv, warc, bibtex, csl or annotations."
        ),
    ] = "jsonl",
    warc: Annotated[
        bool, typer.Option("--warc", help="What sources said, as web archives keep it.")
    ] = False,
    package: Annotated[
        Path | None,
        typer.Option("--package", metavar="FILE.zip", help="All of a piece, to be handed over."),
    ] = None,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="Name protected sources in the package.")
    ] = False,
    article: Article = None,
    file: Output = None,
) -> None:
    """factcheck export -o friday.jsonl
    factcheck export --format csv --article kim-train -o sheet.csv
    factcheck export --format bibtex -o sources.bib
    factcheck export kim-train --package kim-train.zip

    Write every record as JSON lines, the working sheet, the sources, or a hand-over package.

    JSON lines hold everything, hidden, retracted and superseded records too, but no log: that
    travels by db backup, and so do snapshots. The sheet comes back by import, a row a claim. A
    package holds texts, claims, sources' snapshots and reports, with the SHA-256 of each file.
    """
    if package is not None:
        from factcheck.cli import packaging

        packaging.write(what or [], package, reveal=reveal)
        return
    if what or reveal:
        raise Usage("WHAT and --reveal go with --package.", hint="Else: --article ARTICLE.")
    chosen = "warc" if warc else _format(form)
    name = str(file) if file else "-"
    if article is not None and chosen not in OF_ARTICLE:
        hint = f"--article goes with {', '.join(OF_ARTICLE)}."
        raise Usage("This export holds everything.", hint=hint)
    if chosen == "jsonl":
        _everything(name)
    elif chosen == "warc":
        _snapshots(name)
    else:
        _of_article(chosen, name, article)


def _format(word: str) -> str:
    if word not in FORMATS:
        guess = nearest(word, list(FORMATS))
        if word in {"xlsx", "html", "docx", "markdown", "claimreview"}:
            raise Usage(f"{word} is a report.", hint=f"factcheck report --format {word} -o FILE")
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
    _say_wrote(name)


def _of_article(form: str, name: str, article: str | None) -> None:
    """The sheet, sources or annotations: of one article, else of all of them."""
    from factcheck.cli.context import article_word, reading
    from factcheck.services import lookup

    write = {"csv": _sheet, "annotations": _annotations}.get(form, _sources)
    with reading() as session:
        word = article_word(article)
        chosen = lookup.article(session, word) if word else None
        output.write_file(name, write(session, chosen, form))
    _say_wrote(name)


def _sheet(session: "Session", article: Any, _form: str) -> Any:
    from factcheck.exchange import sheet

    return sheet.export(session, article)


def _sources(session: "Session", article: Any, form: str) -> str:
    from factcheck.exchange import bibtex, csl
    from factcheck.reports import audience, content

    whole = {"sources": content.every_source(session), "claims": []}
    if article is not None:
        whole = content.of_article(session, article)
    listed = audience.leaving(session, whole)["sources"]
    return bibtex.write(listed) if form == "bibtex" else csl.write(listed)


def _annotations(session: "Session", article: Any, _form: str) -> str:
    from factcheck.exchange import webannotations
    from factcheck.reports import audience, content
    from factcheck.services import lookup

    chosen = article or lookup.the_article(session, None)
    whole = content.of_article(session, chosen)
    return webannotations.write(audience.leaving(session, whole))


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


def _say_wrote(name: str) -> None:
    if name != "-":
        output.say(f"Wrote {name}.")
