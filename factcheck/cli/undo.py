"""`factcheck undo`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import By, DryRun, Json, Yes
from factcheck.errors import Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def command(
    step: Annotated[
        str | None, typer.Argument(metavar="STEP", help="Its number; without it, your newest.")
    ] = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """factcheck undo
    factcheck undo 12 --dry-run

    Take a step back, as a whole; again goes further back.

    An undo is a step too: undoing it brings everything back. Somebody else's step is undone
    only by its number. Refused if the records changed since, with the step to undo first.
    """
    from factcheck.cli.changing import changing
    from factcheck.services import history
    from factcheck.services import undo as service

    with changing(by, dry_run=dry_run, kind="undo") as session:
        target = _target(session, step)
        events = service.undo(session, target)
        command = history.veiled(session, target.command)
        shape = {"undone": target.id, "command": command, "by": target.who, "events": events}
    output.emit(shape, as_json=as_json, text=lambda: _text(shape))


def _target(session: "Session", word: str | None) -> Any:
    from factcheck.db.history import pending
    from factcheck.services import history, lookup
    from factcheck.services import undo as service

    if word is None:
        return service.newest_of(session, pending(session).person_id)
    number = lookup.number_of(word, "step")
    if number is None:
        raise Usage(f"{word!r} is no step number.", hint="Run factcheck log to see the steps.")
    return history.step(session, number)


def _text(shape: dict[str, Any]) -> str:
    from factcheck.cli.views import clean, counted

    opposite = {"added": "removed", "removed": "brought back", "changed": "put back"}
    lines = [f"Undid step {shape['undone']}: {shape['command']}"]
    many: dict[tuple[str, str], int] = {}
    for event in shape["events"]:
        done = (opposite[event["action"]], event["record"]["kind"])
        many[done] = many.get(done, 0) + 1
    lines += [f"  {verb} {counted(count, noun)}" for (verb, noun), count in many.items()]
    return clean("\n".join(lines))
