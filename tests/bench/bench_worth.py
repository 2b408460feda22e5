"""Proposing: what to check in a long article, against finding its words fifty times over."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.text import worth
from tests.bench.measure import ROOT, Measured

CHARACTERS = 200_000
WORDS = re.compile(r"\w+")
TIMES = 50
ROUNDS = 5


def run(_folder: Path) -> Iterator[Measured]:
    text = article()
    calls: tuple[tuple[str, Callable[[], object]], ...] = (
        ("worth.rank", lambda: worth.rank(text)),
        ("worth.by_element", lambda: worth.by_element(text)),
    )
    for name, call in calls:
        pairs = [(_seconds(call), _seconds(lambda: _words(text))) for _round in range(ROUNDS)]
        ours, theirs = (min(times) for times in zip(*pairs, strict=True))
        note = f"{CHARACTERS} characters; {ours:.2f} s against {theirs:.2f}"
        yield Measured(f"{name} / {TIMES} times all words", ours / theirs, 2.5, note)
        yield Measured(f"{name}, seconds", ours, 0.7)


def article() -> str:
    once = (ROOT / "seed" / "article.txt").read_text(encoding="utf-8")
    return (once * (CHARACTERS // len(once) + 1))[:CHARACTERS]


def _words(text: str) -> None:
    for _time in range(TIMES):
        WORDS.findall(text)


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start
