"""`factcheck house`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import By, Json, Yes
from factcheck.errors import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

app = typer.Typer()


@app.command("show")
def show(as_json: Json = False) -> None:
    """factcheck house show

    Show the rules kept in the database, and who is who.
    """
    from factcheck.cli.context import reading

    with reading() as session:
        shape = _shape(session)
    _emit(shape, as_json)


@app.command("edit")
def edit(
    rule: Annotated[str | None, typer.Argument(metavar="RULE")] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE")] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Whose aliases to add.")
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option("--alias", metavar="INITIALS", help="May be repeated.")
    ] = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck house edit words desk
    factcheck house edit own_domains example.org,example.com
    factcheck house edit --person "Maria Keller" --alias mk

    Change a rule for everybody who shares the database, or say who is who.
    """
    from factcheck.cli.context import writing
    from factcheck.services import house, people

    if rule is None and person is None:
        raise Usage("Which rule?", hint=f"One of {', '.join(house.RULES)}, or --person NAME.")
    if rule is not None and value is None:
        raise Usage(f"What should {rule} be?", hint=f"factcheck house edit {rule} VALUE")
    if alias and person is None:
        raise Usage("Whose alias is that?", hint="Add --person NAME.")
    with writing(by) as session:
        if rule is not None:
            house.edit(session, rule, value)
        if person is not None:
            people.add(session, person, alias or ())
        shape = _shape(session)
    _emit(shape, as_json, only=rule)
    if rule == "needs" and "any" not in shape["rules"]["needs"]:
        output.warn("of all other claims nothing is needed now; say so with any: ... / ...")


def _shape(session: "Session") -> dict[str, Any]:
    from factcheck.services import house, people, shapes

    listed = [shapes.person(person) for person in people.every(session)]
    return {"rules": house.every(session), "people": listed}


def _emit(shape: dict[str, Any], as_json: bool, only: str | None = None) -> None:
    """All rules and people, or the one rule that was changed."""
    output.emit(shape, as_json=as_json, text=lambda: "\n".join(_lines(shape, only)))


def _lines(shape: dict[str, Any], only: str | None) -> "Iterator[str]":
    from factcheck.cli.views import field
    from factcheck.services import rules
    from factcheck.services.house import RULES

    for key, value in shape["rules"].items():
        if only in {None, key}:
            yield output.colour(f"{key}: {RULES[key].meaning}", "bold")
            yield from field("", rules.shown(key, value) or "none")
    if only is None and shape["people"]:
        yield ""
    for person in shape["people"] if only is None else ():
        aliases = f" ({', '.join(person['aliases'])})" if person["aliases"] else ""
        yield from field("person", f"{person['name']}{aliases}")
