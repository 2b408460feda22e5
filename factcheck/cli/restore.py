"""`factcheck restore`."""

from typing import Annotated

import typer

from factcheck.cli.options import Because, By, DryRun, Json, JsonLines, Yes
from factcheck.cli.rm import hide_or_restore


def command(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Numbers and ranges.")],
    because: Because = None,
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck restore 12

    Bring back claims that rm has hidden.
    """
    hide_or_restore(
        claims, hide=False, because=because, by=by, yes=yes, dry_run=dry_run, as_json=as_json,
        as_jsonl=as_jsonl,
    )  # fmt: skip
