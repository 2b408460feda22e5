"""Reading: what a checker waits for, in a small database and in a large one."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench import copies
from tests.bench.measure import FACTCHECK, Measured, compared, python

ORM = (python("import sqlalchemy.orm"), None)


def run(folder: Path) -> Iterator[Measured]:
    few, many = copies.database(folder, 100), copies.database(folder, copies.MANY)
    for words in ("show 1", "list --limit 20"):
        name = f"factcheck {words} / import sqlalchemy.orm"
        yield compared(name, 1.6, ((*FACTCHECK, *words.split()), few), ORM)
    lists: tuple[tuple[tuple[str, ...], int], ...] = (
        (("list", "--limit", "20"), 15),
        (("list",), 3),
    )
    for command, runs in lists:
        name = f"factcheck {' '.join(command)} at {copies.MANY} / at 100"
        call = (*FACTCHECK, *command)
        yield compared(name, 1.3, (call, many), (call, few), runs=runs)
