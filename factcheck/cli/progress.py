"""A progress bar for long work, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from factcheck.cli import output

Tell = Callable[[int, int, float], None]


@contextmanager
def bar(label: str) -> Iterator[Tell | None]:
    """What is to be told (done, of how many, seconds left); None where nobody looks."""
    if output.in_json() or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    left = TextColumn("{task.fields[left]}")
    with Progress(*columns, left, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(label, total=None, left="")

        def tell(done: int, total: int, seconds: float) -> None:
            shown.update(task, completed=done, total=total, left=f"about {spoken(seconds)} left")

        yield tell


def spoken(seconds: float) -> str:
    """`40 seconds`, `11 minutes`."""
    if seconds < 90:
        return f"{max(1, round(seconds))} seconds"
    return f"{round(seconds / 60)} minutes"
