"""`factcheck note`."""

from typing import Annotated, Any

import typer

from factcheck.cli import claim_options as o
from factcheck.cli import output
from factcheck.cli.options import By, Json, Yes, parse_day, parse_ids
from factcheck.errors import Usage
from factcheck.words import NoteKind


def command(
    record: Annotated[str, typer.Argument(metavar="CLAIM|source:KEY|article:SLUG")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="call, mail, reply, why-chosen ...")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="TIME", help="When it was.")] = None,
    next_day: Annotated[
        str | None, typer.Option("--next", metavar="DATE", help="When to come back to it.")
    ] = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck note 12 "Called the railway, they ring back" --kind call --next 2026-11-24
    factcheck note source:atlas "second edition" --kind why-chosen

    Keep a note on a claim, a source or an article. Notes are added, never changed.
    """
    from factcheck.cli.context import writing
    from factcheck.cli.views import clean, note_line
    from factcheck.services import lookup, notes, shapes

    chosen = o.word(NoteKind, kind, "kind of note") or NoteKind.NOTE.value
    when = o.when(on)
    back = parse_day(next_day) if next_day else None
    noun, name = notes.check_target(record)
    with writing(by) as session:
        about: dict[str, Any]
        if noun == "claim":
            about = {"claim": lookup.claim(session, _number(name))}
        elif noun == "source":
            about = {"source": lookup.source(session, name)}
        else:
            about = {"article": lookup.article(session, name)}
        added = notes.add(session, text, kind=chosen, on=when, next_day=back, **about)
        shape = shapes.note(added, shapes.Names(session.connection()))
    about_what = f"claim {name}" if noun == "claim" else record
    output.emit(shape, as_json=as_json, text=clean(f"Note on {about_what}: {note_line(shape)}"))


def _number(word: str) -> int:
    ids = parse_ids([word])
    if not ids.single:
        raise Usage("A note is about one claim.", hint="factcheck note 12 TEXT")
    return ids.numbers[0]
