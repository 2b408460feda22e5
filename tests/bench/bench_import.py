"""Importing our own export, against the same rows put in by sqlite3 alone."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.bench import copies
from tests.bench.measure import Measured, environment, python

ROUNDS = 2
IMPORT = "from tests.bench.copies import timed_import as run; run(*__import__('sys').argv[1:])"
RAW = "from tests.bench.copies import timed_rows as run; run(*__import__('sys').argv[1:])"


def run(folder: Path) -> Iterator[Measured]:
    file = copies.export(folder, copies.MANY)
    source = folder / "imported.db"
    ours, theirs = [], []
    for _round in range(ROUNDS):
        ours.append(_child(IMPORT, file, source))
        theirs.append(_child(RAW, source, folder / "rows.db"))
    cpu, raw = (min(each["cpu"] for each in rounds) for rounds in (ours, theirs))
    wall, raw_wall = (min(each["wall"] for each in rounds) for rounds in (ours, theirs))
    note = f"CPU {cpu:.1f} s against {raw:.1f}; by the clock {wall:.1f} against {raw_wall:.1f}"
    yield Measured(f"import of {copies.MANY} claims / executemany", cpu / raw, 2.5, note)
    memory = max(each["memory"] for each in ours)
    yield Measured("its memory at the peak, MB", memory, 200)


def _child(code: str, *paths: Path) -> dict[str, float]:
    done = subprocess.run(
        [*python(code), *map(str, paths)], env=environment(), stdout=subprocess.PIPE, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found
