"""What is taken in, a function a format; what came of it is said in one way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import typer

from factcheck.cli import output
from factcheck.errors import ExitStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.exchange.sheet import SheetResult
    from factcheck.models import Article

#: Refusals, remarks and labels shown one by one.
SHOWN = 20


class Asked(NamedTuple):
    """What the command line says."""

    source: BinaryIO
    #: The address that it came from: relative ones in it are meant against that.
    base: str | None
    article: str | None
    mapped: list[str]
    theirs: bool
    keep_going: bool
    by: str | None
    dry_run: bool
    as_json: bool


class Took(NamedTuple):
    """What came of an import from elsewhere."""

    #: How many records of each kind.
    added: dict[str, int]
    unchanged: int
    #: Line and sentence.
    refused: list[tuple[int, str]]
    remarks: list[str]
    #: Labels of ratings that nothing is known of, and how often each came.
    unmapped: dict[str, int]


def _export(asked: Asked) -> None:
    from factcheck.cli import merging

    merging.take_export(
        asked.source, asked.theirs, asked.keep_going, asked.by, asked.dry_run, asked.as_json
    )


def _package(asked: Asked) -> None:
    from factcheck.cli import merging

    merging.take_package(
        asked.source, asked.theirs, asked.keep_going, asked.by, asked.dry_run, asked.as_json
    )


def _sheet(asked: Asked) -> None:
    if asked.mapped:
        _mapped(asked)
        return
    from factcheck.cli.changing import changing
    from factcheck.exchange import sheet

    data = _bytes(asked.source)
    with changing(asked.by, dry_run=asked.dry_run) as session:
        article = _article(session, asked)
        result = sheet.import_(session, data, article=article, keep_going=asked.keep_going)
    shape = {
        "added": result.added,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "refused": _refusals(result.refused),
    }
    output.emit(shape, as_json=asked.as_json, text=lambda: "\n".join(_sheet_lines(result)))
    _judge(result.refused)


def _sheet_lines(result: "SheetResult") -> Iterator[str]:
    from factcheck.cli.views import counted

    added, changed = counted(len(result.added), "claim"), counted(len(result.changed), "claim")
    yield f"{added} added, {changed} changed, {result.unchanged:,} as before."
    yield from _left_out(result.refused)


def _mapped(asked: Asked) -> None:
    from factcheck.exchange import mapped, take_mapped

    mapping = mapped.parse_map(asked.mapped)
    data = _bytes(asked.source)
    with _taking(asked) as session:
        article = _article(session, asked)
        done = take_mapped.take(session, data, mapping, article, keep_going=asked.keep_going)
        remarks = [f"The column {name} was left out" for name in done.unmapped]
        took = Took({"claim": len(done.added)}, done.unchanged, done.refused, remarks, {})
    _emit(took, asked)


def _claimreview(asked: Asked) -> None:
    from factcheck.exchange import claimreview_read

    _reviews(asked, claimreview_read.read(asked.source, base_url=asked.base))


def _fact_check_tools(asked: Asked) -> None:
    from factcheck.exchange import facttools

    _reviews(asked, facttools.read(asked.source))


def _reviews(asked: Asked, items: Iterator[Any]) -> None:
    from factcheck.cli.merging import progress
    from factcheck.exchange import take_reviews

    with _taking(asked) as session:
        done = take_reviews.take(
            session, items, keep_going=asked.keep_going, progress=progress("items")
        )
    refused = [(line, why.removeprefix(f"Line {line}: ")) for line, why in done.refused]
    remarks = list(done.remarks)
    if done.remarked > len(remarks):
        remarks.append(f"{done.remarked - len(remarks):,} remarks more")
    _emit(Took(dict(done.added), done.unchanged, refused, remarks, dict(done.unmapped)), asked)


def _bibtex(asked: Asked) -> None:
    from factcheck.exchange import bibtex

    _sources(asked, bibtex.read(_bytes(asked.source)))


def _csl(asked: Asked) -> None:
    from factcheck.exchange import csl

    _sources(asked, csl.read(_bytes(asked.source)))


def _sources(asked: Asked, items: Iterator[Any]) -> None:
    from factcheck.exchange import take_sources

    with _taking(asked) as session:
        done = take_sources.take(session, items, keep_going=asked.keep_going)
    took = Took({"source": len(done.added)}, done.unchanged, done.refused, done.remarks, {})
    _emit(took, asked)


def _annotations(asked: Asked) -> None:
    from factcheck.cli.changing import changing
    from factcheck.cli.context import article_word
    from factcheck.exchange import take_annotations, webannotations
    from factcheck.services import lookup

    items = webannotations.read(asked.source)
    with changing(asked.by, dry_run=asked.dry_run) as session:
        article = lookup.the_article(session, article_word(asked.article))
        done = take_annotations.take(session, article, items, keep_going=asked.keep_going)
        added = {"annotation": len(done.added), "note": done.notes}
        took, slug = Took(added, done.unchanged, done.refused, [], {}), article.slug
    if done.added and not asked.dry_run:
        output.say(f"Next: factcheck article claims {slug} shows them, to make claims of.")
    _emit(took, asked)


# What all of them do


@contextmanager
def _taking(asked: Asked) -> "Iterator[Session]":
    """The database, made anew where there is none yet."""
    from factcheck.cli.merging import target_database

    with target_database(asked.by, asked.dry_run) as session:
        yield session


def _article(session: "Session", asked: Asked) -> "Article | None":
    from factcheck.cli.context import article_word
    from factcheck.services import lookup

    return lookup.an_article(session, article_word(asked.article))


def _bytes(source: BinaryIO) -> bytes:
    """All of a file that is read at once; a little more than can be taken says that it is long."""
    from factcheck.text.plain import MAX_BYTES

    return source.read(MAX_BYTES + 1)


def _emit(took: Took, asked: Asked) -> None:
    shape = {
        "added": took.added,
        "unchanged": took.unchanged,
        "refused": _refusals(took.refused),
        "unmapped": took.unmapped,
        "remarks": took.remarks,
    }
    output.emit(shape, as_json=asked.as_json, text=lambda: "\n".join(_lines(took)))
    _judge(took.refused)


def _lines(took: Took) -> Iterator[str]:
    from factcheck.cli.merging import some
    from factcheck.cli.views import counted
    from factcheck.services.history import noun

    added = [counted(number, noun(kind)) for kind, number in took.added.items() if number]
    if added:
        yield f"Added {', '.join(added)}."
    elif not took.refused:
        yield "Nothing new."
    if took.unchanged:
        yield f"Here already: {took.unchanged:,}."
    labels = [f"{label!r} ({number:,})" for label, number in took.unmapped.items()]
    yield from some("No conclusion is known for the rating", labels)
    if labels:
        yield "Say what they mean: factcheck house edit outside_ratings 'LABEL=refuted; ...'"
    yield from some("Note", [remark.rstrip(".") for remark in took.remarks])
    yield from _left_out(took.refused)


def _left_out(refused: list[tuple[int, str]]) -> Iterator[str]:
    from factcheck.cli.merging import some

    yield from some("Left out", [f"line {line}: {why.rstrip('.')}" for line, why in refused])


def _refusals(refused: list[tuple[int, str]]) -> list[dict[str, Any]]:
    return [{"line": line, "reason": reason} for line, reason in refused]


def _judge(refused: list[tuple[int, str]]) -> None:
    if refused:
        raise typer.Exit(ExitStatus.CHECK_FAILED)


#: By the words of exchange.guessing.Incoming.
TAKERS: dict[str, Callable[[Asked], None]] = {
    "export": _export,
    "package": _package,
    "sheet": _sheet,
    "claimreview": _claimreview,
    "fact-check-tools": _fact_check_tools,
    "bibtex": _bibtex,
    "csl": _csl,
    "annotations": _annotations,
}
