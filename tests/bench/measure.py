"""Children measured by their CPU time: the machine may be busy with something else."""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

FACTCHECK = (sys.executable, "-m", "factcheck")


@dataclass(frozen=True)
class Measured:
    """A ratio, or megabytes, and the most that it may be."""

    name: str
    value: float
    target: float
    note: str = ""

    @property
    def good(self) -> bool:
        return self.value <= self.target


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def environment(database: Path | None = None) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("FACTCHECK_", "PG"))}
    found = {"FACTCHECK_DB": str(database)} if database else {}
    return {**kept, "PYTHONPATH": str(ROOT), "FACTCHECK_USER": "Ann Checker", **found}


def seconds(command: Sequence[str], database: Path | None = None) -> float:
    """The CPU time of one run, in user and system."""
    child = subprocess.Popen(
        command, env=environment(database), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _pid, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    said = child.stderr.read().decode() if child.stderr else ""
    if child.stderr:
        child.stderr.close()
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {said}")
    return used.ru_utime + used.ru_stime


Run = tuple[Sequence[str], Path | None]


def compared(name: str, target: float, run: Run, base: Run, *, runs: int = 15) -> Measured:
    """One command against another, runs interleaved; the least of each is compared."""
    for warm in (run, base):
        seconds(*warm)
    pairs = [(seconds(*run), seconds(*base)) for _ in range(runs)]
    ours, theirs = (sorted(times) for times in zip(*pairs, strict=True))
    median = statistics.median(ours) / statistics.median(theirs)
    note = f"{ours[0] * 1000:.0f} ms against {theirs[0] * 1000:.0f}; by medians {median:.2f}"
    return Measured(name, ours[0] / theirs[0], target, note)
