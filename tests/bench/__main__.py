"""`python -m tests.bench [NAME...]`: measure speed against the targets; exit 1 if one is missed."""

import importlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Measured

NAMES = (
    "start", "list", "import", "sentences", "speech", "worth", "values", "verify", "carry",
    "revise", "audit", "fetching", "visits", "report", "export", "reviews",
)  # fmt: skip


def measured(names: list[str], folder: Path) -> Iterator[Measured]:
    for name in names:
        bench = importlib.import_module(f"tests.bench.bench_{name}")
        yield from bench.run(folder)


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"There is no benchmark {unknown[0]}; there are {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    print(f"{'':52} {'measured':>9} {'target':>8}")
    missed = 0
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        for one in measured(names or list(NAMES), Path(folder)):
            missed += not one.good
            sign = "" if one.good else "  OVER"
            print(f"{one.name:52} {one.value:9.2f} {one.target:8.2f}{sign}  {one.note}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
