"""`factcheck correct`."""

from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import By, DryRun, Json, Yes, parse_ids
from factcheck.errors import Usage
from factcheck.words import CorrectionKind, CorrectionSeverity, pick


def command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Of a closed article.")],
    what: Annotated[
        str | None, typer.Option("--what", metavar="TEXT", help="What was wrong, for readers.")
    ] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="How it came about.")
    ] = None,
    severity: Annotated[
        str, typer.Option("--severity", metavar="minor|substantial")
    ] = CorrectionSeverity.MINOR.value,
    kind: Annotated[
        str,
        typer.Option(
            "--kind", metavar="KIND", help="correction, clarification, update, retraction."
        ),
    ] = CorrectionKind.CORRECTION.value,
    before: Annotated[
        str | None, typer.Option("--before", metavar="WORDS", help="Else the claim's as they ran.")
    ] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="WORDS", help="What stands there now.")
    ] = None,
    reported_by: Annotated[
        str | None, typer.Option("--reported-by", metavar="NAME", help="Who pointed it out.")
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="Where readers see it.")
    ] = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """factcheck correct 12 --what "The forum ended on Thursday." --why "We misread the programme."
    factcheck correct 12 --what "..." --why "..." --severity substantial --after "On Thursday"

    Record a correction of what ran; report --format corrections is the public log.

    The article must be closed. The verdict is another matter: factcheck verify records that.
    """
    from factcheck.cli.changing import changing
    from factcheck.services import corrections, lookup
    from factcheck.services.shapes import Names

    new = corrections.NewCorrection(
        what=_said(what, "--what", "The forum ended on Thursday, not on Wednesday."),
        why=_said(why, "--why", "We misread the programme."),
        kind=pick(CorrectionKind, kind, what="kind of correction"),
        severity=pick(CorrectionSeverity, severity, what="severity"),
        before=before, after=after, reported_by=reported_by, url=url,
    )  # fmt: skip
    ids = parse_ids([claim])
    if not ids.single:
        raise Usage("One claim at a time.", hint="factcheck correct 12 --what ... --why ...")
    with changing(by, dry_run=dry_run) as session:
        (found,) = lookup.claims(session, ids.numbers, ids.ranges)
        row = corrections.add(session, found, new)
        assert found.article is not None  # noqa: S101 - a correction is of an article
        shape = corrections.shape(row, found.article, Names(session.connection()))
    output.emit(shape, as_json=as_json, text=lambda: _told(shape))


def _said(words: str | None, option: str, example: str) -> str:
    if not (words or "").strip():
        raise Usage(f"A correction needs {option}.", hint=f'{option} "{example}"')
    return words or ""


def _told(shape: dict[str, str | None]) -> str:
    lines = [
        (
            f"Correction {shape['id']} of claim {shape['claim']} in {shape['article']}:"
            f" {shape['kind']}, {shape['severity']}"
        ),
        f"  What:   {shape['what']}",
        f"  Why:    {shape['why']}",
    ]
    lines += [f"  Before: {shape['before']}"] if shape["before"] else []
    lines += [f"  After:  {shape['after']}"] if shape["after"] else []
    return "\n".join(lines)
