"""`factcheck sign-off`."""

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import Article, By, DryRun, Json, JsonLines, Yes, parse_ids
from factcheck.errors import Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.services.signing import Signed


def command(
    claims: Annotated[
        list[str] | None, typer.Argument(metavar="[CLAIM...]", help="Numbers and ranges.")
    ] = None,
    article: Article = None,
    sample: Annotated[
        int | None,
        typer.Option("--sample", metavar="N", min=1, max=100_000, help="So many, by chance."),
    ] = None,
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck sign-off 12 --by "Maria Keller"
    factcheck sign-off --article kim-train --sample 10 --dry-run

    Sign verdicts off, as a second person who has looked.

    Where the house wants two people, whoever decided and whoever wrote the article cannot sign.
    A sign-off falls only with a re-check. With --article those that cannot be signed are left,
    each with its reason; --sample draws some of those not yet signed, with --dry-run to see them.
    """
    from factcheck.cli.changing import changing, confirm_many, leave_out
    from factcheck.cli.show import print_claims
    from factcheck.services import house, shapes, signing

    if (not claims) == (article is None):
        raise Usage("Which claims?", hint="factcheck sign-off 12, or --article ARTICLE.")
    if sample is not None and claims:
        raise Usage("--sample draws from an article.", hint="Add --article, leave the numbers out.")
    with changing(by, dry_run=dry_run) as session:
        numbers, single = _chosen(session, claims, article, sample)
        question = f"Sign {len(numbers)} verdicts off?"
        confirm_many(session, question, len(numbers), yes=yes, dry_run=dry_run)
        signed = signing.sign_off(session, numbers)
        _check_left(signed, bool(claims))
        listed = list(shapes.claims(session, [n for n in numbers if n not in signed.left]))
        words = house.words(session)
    print_claims(listed, words, single=single, as_json=as_json, as_jsonl=as_jsonl, brief=True)
    leave_out(list(signed.left.values()))


def _chosen(
    session: "Session", claims: list[str] | None, article: str | None, sample: int | None
) -> tuple[list[int], bool]:
    from factcheck.services import listing, lookup, signing
    from factcheck.services.listing import Filter

    if claims:
        ids = parse_ids(claims)
        return [claim.id for claim in lookup.claims(session, ids.numbers, ids.ranges)], ids.single
    found = lookup.article(session, str(article))
    numbers = listing.chosen(session, Filter(article=found))
    numbers = signing.waiting(session, numbers, mine=sample is not None)
    if sample is not None:
        numbers = signing.sample(session, found, numbers, sample)
    return numbers, False


def _check_left(signed: "Signed", named: bool) -> None:
    """Claims that were named are signed all or none."""
    if signed.left and (named or not signed.done):
        raise next(iter(signed.left.values()))
