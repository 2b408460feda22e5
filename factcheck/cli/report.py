"""`factcheck report`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Output
from factcheck.errors import Usage
from factcheck.words import nearest

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FORMATS = ("markdown", "json")


def command(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="ARTICLE|CLAIM...", help="A slug, or numbers.")
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="markdown|json")] = "markdown",
    reveal: Annotated[bool, typer.Option("--reveal", help="Show protected sources.")] = False,
    file: Output = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """factcheck report kim-train
    factcheck report kim-train -o report.md
    factcheck report 3 8-12

    Write the claim report: what must change first, each claim with its evidence, what is open.
    """
    from factcheck.cli.context import reading
    from factcheck.reports import markdown

    chosen = "json" if _format(form) == "markdown" and as_json else form
    with reading() as session:
        content = gather(session, what or [], reveal=reveal)
    text = output.to_json(content) + "\n" if chosen == "json" else markdown.report(content)
    output.write_file(str(file) if file else "-", text)
    if file and str(file) != "-":
        output.say(f"Wrote {file}.")


def _format(word: str) -> str:
    if word not in FORMATS:
        guess = nearest(word, list(FORMATS))
        hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(FORMATS)}."
        raise Usage(f"{word!r} is no format of a report.", hint=hint)
    return word


def gather(session: "Session", what: list[str], *, reveal: bool = False) -> dict[str, Any]:
    """Everything a report says, as data."""
    from factcheck.cli.context import article_word
    from factcheck.cli.options import parse_ids
    from factcheck.reports import content
    from factcheck.services import lookup

    if not what:
        article = lookup.the_article(session, article_word(None))
        return content.of_article(session, article, reveal=reveal)
    if _is_article(what):
        return content.of_article(session, lookup.article(session, what[0]), reveal=reveal)
    ids = parse_ids(what)
    found = lookup.claims(session, ids.numbers, ids.ranges)
    return content.of_claims(session, [claim.id for claim in found], reveal=reveal)


def _is_article(what: list[str]) -> bool:
    """One word that is no number, range or claim:12."""
    word = what[0].removeprefix("claim:").removeprefix("#")
    return len(what) == 1 and not word.replace("-", "").replace(",", "").isdigit()
