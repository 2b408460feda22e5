"""Starting: nothing but the standard library and Typer may be loaded for these."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import FACTCHECK, Measured, compared, python

BASE = (python("import typer"), None)


def run(_folder: Path) -> Iterator[Measured]:
    for option, target in (("--version", 1.7), ("--help", 3.4)):
        name = f"factcheck {option} / import typer"
        yield compared(name, target, ((*FACTCHECK, option), None), BASE)
