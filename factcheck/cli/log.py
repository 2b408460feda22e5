"""`factcheck log`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.listing import BIGGEST
from factcheck.cli.options import Json, JsonLines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy.orm import Session

#: How many steps are shown unless --limit says otherwise.
SHOWN = 50

#: Values longer than this are shown shortened.
LONGEST = 90


def command(
    what: Annotated[
        str | None,
        typer.Argument(metavar="WHAT", help="12, article:SLUG, source:KEY, evidence:4 or step:9."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=0, max=BIGGEST, help="At most so many; 0 is all."),
    ] = None,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck log
    factcheck log 12
    factcheck log step:9

    Show who did what, when and why; the newest step first.
    """
    from factcheck.cli.context import reading

    machine = as_json or as_jsonl
    most = (limit or None) if limit is not None or machine else SHOWN
    with reading() as session:
        steps = _steps(session, what, most)
    whole = what is not None
    output.emit(
        steps, as_json=as_json, as_jsonl=as_jsonl,
        text=lambda: history_text(steps) if whole else steps_text(steps),
    )  # fmt: skip


def _steps(session: "Session", what: str | None, limit: int | None) -> list[dict[str, Any]]:
    from factcheck.services import history, lookup

    if what is None:
        return history.log(session, limit=limit)
    number = lookup.number_of(what, "step") if what.startswith("step:") else None
    if number is not None:
        step = history.step(session, number)
        return [history.step_shape(session, step, history.undone(session))]
    return history.log(session, about=history.about(session, what), limit=limit)


def steps_text(steps: "Sequence[dict[str, Any]]") -> str:
    """A step a line."""
    from factcheck.cli.views import day

    if not steps:
        return "Nothing has happened yet."
    rows = [
        (
            step["id"],
            day(step["at"]),
            step["by"],
            len(step["events"]),
            _state(step),
            step["command"],
        )
        for step in steps
    ]
    return output.table(rows, ["step", "when", "who", "changes", "", "command"])


def _state(step: dict[str, Any]) -> str:
    if step["undone_by"]:
        return f"undone by {step['undone_by']}"
    return f"undoes {step['undoes']}" if step["undoes"] else ""


def history_text(steps: "Sequence[dict[str, Any]]") -> str:
    """Steps with what each changed."""
    return "\n".join(line for step in steps for line in _lines(step)) or "Nothing has happened yet."


def _lines(step: dict[str, Any]) -> "Iterator[str]":
    from factcheck.cli.views import clean, day

    state = f"  ({_state(step)})" if _state(step) else ""
    head = f"step {step['id']}  {day(step['at'])}  {step['by']}{state}"
    yield output.colour(clean(head), "bold")
    yield clean(f"  {step['command']}")
    if step["why"]:
        yield clean(f"  because: {step['why']}")
    for event in step["events"]:
        record = event["record"]
        yield f"    {event['action']} {record['kind']} {record['id']}"
        yield from (f"      {line}" for line in _changes(event))


def _changes(event: dict[str, Any]) -> "Iterator[str]":
    from factcheck.cli.views import clean

    if event["struck"]:
        yield "(struck out)"
    for name, change in event["changes"].items():
        before, after = _shown(change["before"]), _shown(change["after"])
        yield clean(f"{name}: {after}" if event["action"] == "added" else
                    f"{name}: {before} -> {after}")  # fmt: skip


def _shown(value: Any) -> str:
    from factcheck.text.show import shorten

    if value is None or value == "":
        return "-"
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return shorten(text, LONGEST)
