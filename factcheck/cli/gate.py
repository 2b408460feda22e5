"""`factcheck gate`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Because, By, Json
from factcheck.errors import ExitStatus, Usage

Shape = Mapping[str, Any]


def command(
    article: Annotated[
        str | None, typer.Argument(metavar="[ARTICLE]", help="Its number or slug.")
    ] = None,
    lift: Annotated[
        str | None,
        typer.Option("--lift", metavar="FINDING", help="Let it stand: A506:12, as listed."),
    ] = None,
    because: Because = None,
    by: By = None,
    as_json: Json = False,
) -> None:
    """factcheck gate kim-train
    factcheck gate --lift A506:12 --because "the lawyer has it" --by "Maria Keller"

    Say what stands between a piece and print: what is open in this record, in reading order.

    Undecided claims, open queries, fixes not in the draft, wrong facts without a fix, too few
    sources, re-checks, missing sign-offs. Exit status 1 if anything is open. Only a person lifts
    a finding, by name and with a reason; it comes back when what it was about changes.
    """
    from factcheck.cli.context import article_word, reading
    from factcheck.services import gate, lookup

    if lift is not None:
        _lift(article, lift, because, by)
    elif because is not None:
        raise Usage("--because says why a finding is lifted.", hint="Add --lift FINDING.")
    with reading() as session:
        found = gate.gate(session, lookup.the_article(session, article_word(article)))
        shape = gate.shape(session, found)
    output.emit(shape, as_json=as_json, text=lambda: "\n".join(_lines(shape)))
    if shape["open"]:
        raise typer.Exit(ExitStatus.CHECK_FAILED)


def _lift(article: str | None, finding: str, because: str | None, by: str | None) -> None:
    from factcheck.cli.context import article_word, writing
    from factcheck.services import gate, lookup

    with writing(by, why=because) as session:
        found = lookup.the_article(session, article_word(article))
        lifted = gate.lift(session, found, finding, because)
    output.say(f"Lifted: {lifted.name}.")


def _lines(shape: Shape) -> Iterator[str]:
    from factcheck.cli.views import clean, counted

    slug, found = shape["article"]["slug"], shape["open"]
    if found:
        yield output.colour(f"{slug}: {counted(len(found), 'thing')} open in this record", "bold")
        yield from _findings(found, "red")
    else:
        yield output.colour(f"{slug}: nothing open in this record", "bold")
    for name, style in (("warnings", "yellow"), ("lifted", "dim")):
        if shape[name]:
            yield f"\n{name.capitalize()}"
            yield from _findings(shape[name], style)
    if shape["stet"]:
        yield "\nThe editor lets it stand"
        for claim in shape["stet"]:
            fix = claim["fix"] or {}
            why = f": {fix['because']}" if fix.get("because") else ""
            yield clean(f"  {claim['id']}  {claim['text']} ({fix.get('agreed_with')}{why})")


def _findings(found: Sequence[Shape], style: str) -> Iterator[str]:
    from factcheck.cli.views import clean

    width = max(len(each["name"]) for each in found)
    helped = set()
    for each in found:
        lifted = each["lifted"]
        by = f" - lifted by {lifted['by']}: {lifted['because']}" if lifted else ""
        name = output.colour(f"{each['name']:<{width}}", style)
        yield f"  {name}  {clean(each['message'] + by)}"
        # What to do is the same for all of a kind: said once.
        if not lifted and each["code"] not in helped:
            helped.add(each["code"])
            yield output.colour(clean(f"  {'':<{width}}  {each['help']}"), "dim")
