"""`factcheck split`."""

from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import By, DryRun, Json, JsonLines, Yes, parse_ids
from factcheck.errors import Usage


def command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    parts: Annotated[
        list[str] | None, typer.Argument(metavar="PART PART...", help="Each in full words.")
    ] = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck split 12 "The train has 20 carriages" "The carriages are armored"

    Make several claims of one that says several things.

    The parts have its article, claimant, tags and evidence; the evidence must be looked at
    again, for each part. The whole is hidden, and keeps its history.
    """
    from factcheck.cli.changing import changing
    from factcheck.cli.views import claims_table
    from factcheck.services import claims, house, listing, lookup, shapes

    ids = parse_ids([claim])
    if not ids.single:
        raise Usage("One claim is split at a time.", hint='factcheck split 12 "one" "the other"')
    texts = parts or _asked()
    with changing(by, dry_run=dry_run) as session:
        made = claims.split(session, lookup.claim(session, ids.numbers[0]), texts)
        numbers = [part.id for part in made]
        listed = list(shapes.claims(session, numbers))
        rows, words = listing.rows(session, numbers), house.words(session)
    output.emit(listed, as_json=as_json, as_jsonl=as_jsonl, text=lambda: claims_table(rows, words))


def _asked() -> list[str]:
    """The parts, one by one, from somebody at the terminal."""
    from factcheck.cli.ask import ask_text

    if not output.interactive():
        raise Usage("Into which parts?", hint='factcheck split 12 "one" "the other"')
    parts: list[str] = []
    while text := ask_text(f"Part {len(parts) + 1} (Enter: no more)"):
        parts.append(text)
    return parts
