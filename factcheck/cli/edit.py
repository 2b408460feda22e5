"""`factcheck edit`."""

from typing import Annotated, Any

import typer

from factcheck.cli import claim_options as o
from factcheck.cli import output
from factcheck.cli.options import Article, By, DryRun, Json, JsonLines, Yes, parse_ids
from factcheck.errors import Usage


def command(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Numbers and ranges.")],
    text: Annotated[
        str | None, typer.Option("--text", metavar="WORDS", help="In full words.")
    ] = None,
    article: Article = None,
    quote: o.Quote = None,
    nth: o.Nth = None,
    claimant: o.Claimant = None,
    claimant_role: o.ClaimantRole = None,
    claimant_same_as: o.ClaimantSameAs = None,
    said_on: o.SaidOn = None,
    said_at: o.SaidAt = None,
    first_at: o.FirstAt = None,
    occasion: o.Occasion = None,
    kind: o.KindOption = None,
    priority: o.PriorityOption = None,
    review_url: Annotated[
        str | None,
        typer.Option("--review-url", metavar="URL", help="Where the check was published."),
    ] = None,
    review_on: Annotated[str | None, typer.Option("--review-on", metavar="DATE")] = None,
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck edit 12 --kind measurement --priority high
    factcheck edit 12

    Change what is said of claims; without options one claim opens in your editor.

    An empty value takes a field away. If the words change, the verdict calls for a re-check.
    """
    changes = {
        "text": text, "claimant": claimant, "claimant_role": claimant_role,
        "claimant_same_as": claimant_same_as, "said_on": o.new_day(said_on), "said_at": said_at,
        "first_at": first_at, "occasion": occasion, "kind": o.kind(kind),
        "priority": o.priority(priority), "review_url": review_url,
        "review_on": o.new_day(review_on),
    }  # fmt: skip
    given = {name: value or None for name, value in changes.items() if value is not None}
    if said_at is not None:
        given["said_at"] = [url for url in said_at if url.strip()]
    ids = parse_ids(claims)
    if not given and quote is None and article is None:
        if not ids.single:
            raise Usage("What should change?", hint="Give an option, or edit one claim.")
        _in_editor(ids.numbers[0], by, as_json, as_jsonl)
        return
    _with_options(
        ids, given, (quote, nth), article, by, yes=yes, dry_run=dry_run, as_json=as_json,
        as_jsonl=as_jsonl,
    )  # fmt: skip


def _with_options(
    ids: Any, given: dict[str, Any], quote: tuple[str | None, int | None], article: str | None,
    by: str | None, *, yes: bool, dry_run: bool, as_json: bool, as_jsonl: bool,
) -> None:  # fmt: skip
    from factcheck.cli.changing import changing, confirm_many
    from factcheck.cli.show import print_claims
    from factcheck.services import claims, house, lookup, shapes

    with changing(by, dry_run=dry_run) as session:
        found = lookup.claims(session, ids.numbers, ids.ranges)
        confirm_many(session, f"Change {len(found)} claims?", len(found), yes=yes, dry_run=dry_run)
        if article is not None:
            given["article"] = lookup.article(session, article)
        place = (quote[0], quote[1]) if quote[0] is not None else None
        for claim in found:
            claims.edit(session, claim, given, quote=place)
        listed = list(shapes.claims(session, [claim.id for claim in found]))
        words = house.words(session)
    print_claims(listed, words, single=ids.single, as_json=as_json, as_jsonl=as_jsonl, brief=True)


#: What of a claim an editor shows, in this order.
EDITED = (
    "text", "kind", "claimant", "claimant_role", "claimant_same_as", "said_on", "occasion",
    "first_at", "said_at", "priority", "review_url", "review_on",
)  # fmt: skip


def _in_editor(number: int, by: str | None, as_json: bool, as_jsonl: bool) -> None:
    from factcheck.cli.context import reading, writing
    from factcheck.cli.forms import edited
    from factcheck.cli.show import print_claims
    from factcheck.services import claims, house, lookup, shapes

    with reading() as session:
        claim = lookup.claim(session, number)
        before, version = {name: getattr(claim, name) for name in EDITED}, claim.version
    changes = edited(before, f"claim {claim.id}")
    if not changes:
        output.say("Nothing was changed.")
    _check(changes)
    with writing(by) as session:
        if changes:
            claims.edit(session, lookup.claim(session, number), changes, version=version)
        listed = [shapes.claim(session, lookup.claim(session, number).id)]
        words = house.words(session)
    print_claims(listed, words, single=True, as_json=as_json, as_jsonl=as_jsonl)


#: What every claim has: a word of a vocabulary, never nothing.
NEEDED = ("kind", "priority")


def _check(changes: dict[str, Any]) -> None:
    """The vocabularies and days, as for the options."""
    for name, read in (
        ("kind", o.kind), ("priority", o.priority), ("said_on", o.day), ("review_on", o.day),
    ):  # fmt: skip
        if changes.get(name) or (name in changes and name in NEEDED):
            changes[name] = read(changes[name] or "")
