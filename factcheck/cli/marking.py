"""`factcheck article mark`: claims are marked by underlining words in the text."""

import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import By, DryRun, Json, Yes
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.services.marking import Marked, Page

Name = Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Its number or slug.")]


def mark(
    article: Name = None,
    file: Annotated[
        str | None,
        typer.Option("--file", metavar="FILE|-", help="Take the marked text from here instead."),
    ] = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """factcheck article mark kim-train

    Mark claims in your editor: [[words]] makes a claim of the words.

    [[words]]{atlas p. 212} cites a source for it, not seen yet. Claims that are there are shown
    as [[words]]{#12} and stay. The text itself must stay as it is.
    """
    from factcheck.cli.ask import edit_text
    from factcheck.cli.context import article_word, reading
    from factcheck.cli.stdin import file_text
    from factcheck.services import lookup, marking

    with reading() as session:
        found = lookup.the_article(session, article_word(article))
        slug, page = found.slug, marking.page(session, found)
    marked = file_text(file) if file else edit_text(page.marked)
    try:
        _take(slug, page, marked, by, dry_run, as_json)
    except FactcheckError as error:
        if not file and marked != page.marked:
            error.hint = _kept(slug, marked, error.hint)
        raise


def _kept(slug: str, marked: str, hint: str | None) -> str | None:
    """Nobody marks an article twice because of one mistyped key: the text is kept in a file."""
    import tempfile

    try:
        handle, path = tempfile.mkstemp(".txt", f"{slug[:40]}-marks-", ".", text=True)
    except OSError:
        handle, path = tempfile.mkstemp(".txt", f"{slug[:40]}-marks-", text=True)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(marked)
    name = os.path.relpath(path)
    return f"{hint or ''} Your marks are kept: factcheck article mark {slug} --file {name}".strip()


def _take(
    slug: str, page: "Page", marked: str, by: str | None, dry_run: bool, as_json: bool
) -> None:
    from factcheck.cli.changing import changing
    from factcheck.services import lookup, marking, shapes

    with changing(by, dry_run=dry_run) as session:
        made = marking.take(session, lookup.article(session, slug), page, marked)
        numbers = [*(claim.id for claim in made.claims), *(e.claim_id for e in made.evidence)]
        found: list[dict[str, Any]] = list(shapes.claims(session, list(dict.fromkeys(numbers))))
        output.emit(found, as_json=as_json, text=lambda: _told(made))


def _told(made: "Marked") -> str:
    from factcheck.cli.views import counted

    numbers = [claim.id for claim in made.claims]
    cited = f"{counted(len(made.evidence), 'source')} cited, not seen yet."
    lines = []
    if numbers:
        which = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"
        lines.append(f"{counted(len(numbers), 'claim')}: {which}.")
    return "\n".join([*lines, *([cited] if made.evidence else [])]) or "No new marks."
