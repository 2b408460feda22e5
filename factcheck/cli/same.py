"""`factcheck same`."""

from typing import Annotated

import typer

from factcheck.cli.options import By, DryRun, Json, JsonLines, Yes, parse_ids
from factcheck.errors import Usage


def command(
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM CLAIM...", help="The first one is kept.")
    ],
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck same 12 31

    One fact in two places, decided once: the second claim joins the first.

    Its place in the article, its evidence and its notes become the first one's; its number
    leads there from now on. undo takes it back.
    """
    from factcheck.cli.changing import changing, confirm_many
    from factcheck.cli.show import print_claims
    from factcheck.services import claims as service
    from factcheck.services import house, lookup, shapes

    ids = parse_ids(claims)
    if len(ids.numbers) < 2:
        raise Usage("Which two claims?", hint="factcheck same 12 31")
    with changing(by, dry_run=dry_run) as session:
        found = lookup.claims(session, ids.numbers, ids.ranges)
        many = len(found) - 1
        confirm_many(
            session, f"Join {many} claims to claim {found[0].id}?", many, yes=yes, dry_run=dry_run
        )
        kept = service.join(session, found[0], found[1:])
        listed = [shapes.claim(session, kept.id)]
        words = house.words(session)
    print_claims(listed, words, single=True, as_json=as_json, as_jsonl=as_jsonl)
