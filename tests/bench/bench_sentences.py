"""Sentences: how many ends are wrong in text whose sentences are known, and how fast it goes."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.text.sentences import split
from tests.bench.measure import ROOT, Measured

GOLD = ROOT / "tests" / "data" / "sentences"

LANGUAGES = ("en", "de", "fr", "es", "ar")

_NAIVE = re.compile(r"(?<=[.!?])\s+")


def run(folder: Path) -> Iterator[Measured]:
    for language in LANGUAGES:
        lines = gold(language)
        f1 = score(lines, language)
        note = f"F1 {f1:.4f} of {len(lines)} ends"
        yield Measured(f"sentence ends in {language}: 100 x (1 - F1)", 100 * (1 - f1), 2, note)
    yield speed()


def gold(language: str) -> list[str]:
    lines = (GOLD / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line]


def score(lines: list[str], language: str) -> float:
    """F1 of the ends of sentences in the lines, joined by blanks."""
    text, known, at = " ".join(lines), set(), -1
    for line in lines:
        at += len(line) + 1
        known.add(at)
    found = {span.end for span in split(text, language)}
    return 2 * len(known & found) / (len(known) + len(found))


def speed() -> Measured:
    """Ours against a split at every full stop with a blank behind it."""
    text = " ".join(gold("en") * 200)
    ours, naive = least(lambda: split(text)), least(lambda: _NAIVE.split(text))
    note = f"{len(text) / ours / 1e6:.1f} M characters/s against {len(text) / naive / 1e6:.1f}"
    return Measured("sentences in en / re.split at [.!?]", ours / naive, 15, note)


def least(call: Callable[[], object]) -> float:
    """The CPU time of the best of five."""
    times = []
    for _ in range(5):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)
