"""`factcheck tag`."""

from typing import Annotated

import typer

from factcheck.cli.options import By, DryRun, Json, JsonLines, Yes, parse_ids
from factcheck.errors import Usage


def command(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Numbers and ranges.")],
    add: Annotated[list[str] | None, typer.Option("--add", "--tag", metavar="TAG")] = None,
    remove: Annotated[list[str] | None, typer.Option("--remove", metavar="TAG")] = None,
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck tag 12 --add death-toll
    factcheck tag 3 8-12 --remove train --yes

    Put tags on claims, or take them off.
    """
    from factcheck.cli.changing import changing, confirm_many
    from factcheck.cli.show import print_claims
    from factcheck.services import claims as service
    from factcheck.services import house, lookup, shapes

    if not (add or remove):
        raise Usage("Which tag?", hint="--add TAG or --remove TAG.")
    ids = parse_ids(claims)
    with changing(by, dry_run=dry_run) as session:
        found = lookup.claims(session, ids.numbers, ids.ranges)
        confirm_many(session, f"Tag {len(found)} claims?", len(found), yes=yes, dry_run=dry_run)
        service.tag(session, found, add=add or (), remove=remove or ())
        listed = list(shapes.claims(session, [claim.id for claim in found]))
        words = house.words(session)
    print_claims(listed, words, single=ids.single, as_json=as_json, as_jsonl=as_jsonl, brief=True)
