"""Commands that change several records: they ask, or show what they would do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.cli import output
from factcheck.cli.context import writing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class _Dry(Exception):
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
                raise _Dry  # noqa: TRY301  the way out of the block
    except _Dry:
        output.say("Dry run: nothing was changed.")


def confirm_many(question: str, count: int, *, yes: bool, dry_run: bool = False) -> None:
    """Ask before several existing records change; one does not need it."""
    from factcheck.cli.ask import confirm

    if count > 1 and not dry_run and not confirm(question, yes):
        import typer

        raise typer.Abort
