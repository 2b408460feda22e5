"""`factcheck compare`: whether the figures of a claim and of a passage agree."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Json
from factcheck.cli.values import Language, Reference, day, known, meaning
from factcheck.errors import BadInput
from factcheck.words import Kind

Shape = Mapping[str, Any]


def command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    passage: Annotated[str, typer.Argument(metavar="PASSAGE")],
    on: Reference = None,
    on_right: Annotated[
        str | None,
        typer.Option("--on-right", metavar="DATE", help="The day of the passage, if another."),
    ] = None,
    claimant: Annotated[
        str | None,
        typer.Option("--claimant", metavar="NAME", help="Who says the claim: no own proof."),
    ] = None,
    language: Language = "en",
    tolerance: Annotated[
        str | None,
        typer.Option("--tolerance", metavar="N", help="Instead of the precision of the writing."),
    ] = None,
    as_json: Json = False,
) -> None:
    """factcheck compare "37 miles per hour" "around 60 kilometers per hour"
    factcheck compare "it runs through Wednesday" "10-13 September 2023" --on 2023-09-11

    Compare the figures and dates of a claim with those of a passage.

    It is a signal about a passage that you chose, never proof.
    """
    from factcheck.text import values

    found = values.check(
        claim, passage, on=day(on), passage_on=day(on_right), claimant=claimant,
        language=known(language), tolerance=_amount(tolerance),
    )  # fmt: skip
    shape = {
        "result": found.result.value,
        "explanation": found.explanation,
        "left": found.left.shape() if found.left else None,
        "right": found.right.shape() if found.right else None,
    }
    output.emit(shape, as_json=as_json, text=lambda: _text(shape))
    if not as_json and "needs a date" in found.explanation:
        output.say("Hint: --on DATE is the day of the claim, --on-right DATE that of the passage.")


def _amount(given: str | None) -> Decimal | None:
    """In the unit of the claim."""
    if given is None:
        return None
    try:
        amount = Decimal(given.strip())
    except InvalidOperation as error:
        hint = "A number in the claim's unit: --tolerance 0.5"
        raise BadInput(f"{given!r:.40} is no tolerance.", hint=hint) from error
    if not 0 <= amount < Decimal("1e30"):
        raise BadInput(f"{given!r:.40} is no tolerance.", hint="It is 0 or more.")
    return amount


def _text(shape: Shape) -> str:
    from factcheck.cli.evidence_views import compared
    from factcheck.cli.views import clean

    lines = [compared(shape, Kind.NUMBER) or ""]
    for name, what in (("left", "claim"), ("right", "passage")):
        value = shape[name]
        if value is not None:
            lines.append(f'  {what:<9}"{value["text"]}" = {meaning(value)}')
    return clean("\n".join(lines))
