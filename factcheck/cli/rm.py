"""`factcheck rm`."""

from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Because, By, DryRun, Json, JsonLines, Yes, parse_ids


def command(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Numbers and ranges.")],
    because: Because = None,
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck rm 12
    factcheck rm 3 8-12 --yes

    Hide claims. Nothing is destroyed: restore brings them back.
    """
    hide_or_restore(
        claims, hide=True, because=because, by=by, yes=yes, dry_run=dry_run, as_json=as_json,
        as_jsonl=as_jsonl,
    )  # fmt: skip


def hide_or_restore(
    tokens: list[str], *, hide: bool, because: str | None, by: str | None, yes: bool,
    dry_run: bool, as_json: bool, as_jsonl: bool,
) -> None:  # fmt: skip
    from factcheck.cli.changing import changing, confirm_many
    from factcheck.services import claims, lookup, shapes

    ids = parse_ids(tokens)
    verb = "Hide" if hide else "Restore"
    with changing(by, dry_run=dry_run, why=because) as session:
        find = lookup.claims if hide else lookup.hidden_claims
        found = find(session, ids.numbers, ids.ranges)
        confirm_many(session, f"{verb} {len(found)} claims?", len(found), yes=yes, dry_run=dry_run)
        (claims.hide if hide else claims.restore)(session, found)
        listed = list(shapes.claims(session, [claim.id for claim in found]))
    done = "Hidden" if hide else "Restored"
    numbers = ", ".join(str(shape["id"]) for shape in listed)
    output.emit(
        listed[0] if ids.single else listed, as_json=as_json, as_jsonl=as_jsonl,
        text=f"{done}: claim{'s' if len(listed) > 1 else ''} {numbers}.",
    )  # fmt: skip
