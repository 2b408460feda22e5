"""Commands that change several records: they ask, or show what they would do."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.cli import output
from factcheck.cli.context import writing
from factcheck.errors import CheckFailed, ExitStatus, FactcheckError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Dry(Exception):
    """Leaves the session's block, so that nothing is kept."""


@contextmanager
def changing(
    by: str | None = None, *, dry_run: bool = False, why: str | None = None, kind: str = "command"
) -> "Iterator[Session]":
    """A writing session; with `dry_run` all is done, shown and taken back."""
    try:
        with writing(by, why=why, kind=kind) as session:
            yield session
            if dry_run:
                raise Dry  # noqa: TRY301  the way out of the block
    except Dry:
        output.say("Dry run: nothing was changed.")


def leave_out(refused: Sequence[FactcheckError]) -> None:
    """Say what --keep-going left out, and end with the status for it."""
    if not refused:
        return
    if output.in_json():
        told = " ".join(error.message for error in refused)
        first = refused[0]
        msg = f"Left out {len(refused)} line{'s' if len(refused) > 1 else ''}: {told}"
        raise CheckFailed(msg, hint=first.hint, record=first.record, line=first.line)
    for error in refused:
        output.say(f"Left out: {error.message}" + (f" {error.hint}" if error.hint else ""))
    import typer

    raise typer.Exit(ExitStatus.CHECK_FAILED)


def confirm_many(
    session: "Session", question: str, count: int, *, yes: bool, dry_run: bool = False
) -> None:
    """Ask before several existing records change; one does not need it."""
    from factcheck.cli.ask import confirm

    if count < 2 or dry_run:
        return
    session.rollback()  # nobody else shall wait for the answer
    if not confirm(question, yes):
        import typer

        output.say("Nothing was changed.")
        raise typer.Exit(ExitStatus.INTERRUPTED)
