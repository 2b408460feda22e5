"""`factcheck report`."""

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Output
from factcheck.errors import Usage
from factcheck.words import nearest

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.reports.audience import Audience

Shape = dict[str, Any]

#: What a file's name says of its format.
SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".docx": "docx",
    ".csv": "csv", ".xlsx": "xlsx", ".json": "json", ".jsonld": "claimreview",
}  # fmt: skip


#: Formats that are no text, by the suffixes of their files; None for those that nobody writes.
PACKED = {
    ".docx": "docx", ".xlsx": "xlsx", ".pdf": None, ".doc": None, ".odt": None, ".rtf": None,
    ".xls": None, ".ods": None,
}  # fmt: skip


def command(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="ARTICLE|CLAIM...", help="A slug, or numbers.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="markdown, html, docx, csv, xlsx, json, claimreview or corrections; "
            "else what the name of the file says.",
        ),
    ] = None,
    audience: Annotated[
        str,
        typer.Option(
            "--audience", metavar="WHO", help="internal, author, editor or public: what they see."
        ),
    ] = "internal",
    reveal: Annotated[bool, typer.Option("--reveal", help="Show protected sources.")] = False,
    embed: Annotated[
        bool, typer.Option("--embed", help="ClaimReview as a <script> element for a page.")
    ] = False,
    file: Output = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """factcheck report kim-train -o report.html
    factcheck report kim-train --audience editor -o for-maria.docx
    factcheck report 3 8-12 --format claimreview

    Write a report: what must change first, each claim with its evidence, what is open.

    internal shows all; author the queries and proposed changes; editor what is not plain OK;
    public what was decided. Protected sources go by their aliases in all of them.
    """
    from factcheck.cli import reporting
    from factcheck.cli.context import reading

    chosen = _format(form, file, as_json=as_json, embed=embed)
    _check_name(chosen, file)
    _check_terminal(chosen, file)
    _check_embed(chosen, embed=embed)
    seen_by = _audience(audience, chosen, reveal=reveal)
    with reading() as session:
        if chosen == "corrections" and not what:
            content = every_correction(session)
        else:
            content = gather(session, what or [], reveal=reveal)
        one = _is_one(what or [])
        write = reporting.WRITERS[chosen]
        data = write(reporting.Report(session, content, seen_by, reveal, embed, one))
    output.write_file(str(file) if file else "-", data)
    if file and str(file) != "-":
        output.say(f"Wrote {file}.")


def _format(word: str | None, file: Any, *, as_json: bool, embed: bool) -> str:
    from factcheck.cli.reporting import WRITERS

    if word is None:
        named = SUFFIXES.get(PurePath(str(file)).suffix.lower()) if file else None
        return "json" if as_json else "claimreview" if embed else named or "markdown"
    if word == "md":
        return "markdown"
    if word not in WRITERS:
        guess = nearest(word, list(WRITERS))
        hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(WRITERS)}."
        raise Usage(f"{word!r} is no format of a report.", hint=hint)
    return "json" if as_json and word == "markdown" else word


def _check_name(form: str, file: Any) -> None:
    """A file of text by the name of a Word file opens nowhere."""
    suffix = PurePath(str(file or "")).suffix.lower()
    if suffix in PACKED and PACKED[suffix] != form:
        msg = f"{file} would not be what its name says: the report is written as {form}."
        hint = "Write HTML and print it from the browser." if suffix == ".pdf" else None
        raise Usage(msg, hint=hint or "Name it otherwise, or say --format docx or xlsx.")


def _check_terminal(form: str, file: Any) -> None:
    if form in {"docx", "xlsx"} and str(file or "-") == "-" and sys.stdout.isatty():
        raise Usage(f"{form.upper()} is no text for a terminal.", hint=f"Add -o report.{form}")


def _check_embed(form: str, *, embed: bool) -> None:
    if embed and form != "claimreview":
        msg = f"--embed is for claimreview, not for {form}."
        raise Usage(msg, hint="Say --format claimreview, or leave --embed out.")


def _audience(word: str, form: str, *, reveal: bool) -> "Audience":
    from factcheck.reports.audience import Audience
    from factcheck.words import pick

    chosen = pick(Audience, word, what="audience")
    if form in {"claimreview", "corrections"}:
        # Both are for the public, whoever asks for them.
        chosen = Audience.PUBLIC
    if reveal and chosen != Audience.INTERNAL:
        msg = f"--reveal is for reports that stay in the house, not for {chosen}."
        raise Usage(msg, hint="Leave --reveal out.")
    return chosen


def gather(session: "Session", what: list[str], *, reveal: bool = False) -> Shape:
    """Everything a report says, as data."""
    from factcheck.cli.context import article_word
    from factcheck.cli.options import parse_ids
    from factcheck.reports import content
    from factcheck.services import lookup

    if not what:
        article = lookup.the_article(session, article_word(None))
        return content.of_article(session, article, reveal=reveal)
    if is_article(what):
        return content.of_article(session, lookup.article(session, what[0]), reveal=reveal)
    ids = parse_ids(what)
    found = lookup.claims(session, ids.numbers, ids.ranges)
    return content.of_claims(session, [claim.id for claim in found], reveal=reveal)


def every_correction(session: "Session") -> Shape:
    from factcheck.reports import content

    return content.of_corrections(session)


def is_article(what: list[str]) -> bool:
    """One word that is no number, range or claim:12."""
    word = what[0].removeprefix("claim:").removeprefix("#")
    return len(what) == 1 and not word.replace("-", "").replace(",", "").isdigit()


def _is_one(what: list[str]) -> bool:
    """A single claim by its number: an object, and no list of one."""
    return len(what) == 1 and what[0].removeprefix("claim:").removeprefix("#").isdigit()
