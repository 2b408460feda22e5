"""Spans carried to the next draft: how fast, and how often rightly."""

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.text.anchors import carry, find
from factcheck.text.folding import TABLE, fold, folded
from factcheck.words import SpanState
from tests.bench.measure import Measured
from tests.text.edits import SEED, bases, edited

SIZE = 200_000
SPANS = 500
EDITS = 10_000
SECONDS = 2.0
# Of a hundred spans, how many may be missed or wrongly reported.
WRONG = {SpanState.EXACT: 1.0, SpanState.MOVED: 8.0, SpanState.CHANGED: 2.0, SpanState.LOST: 3.0}
UNCHANGED = {SpanState.EXACT, SpanState.MOVED}


def run(_folder: Path) -> Iterator[Measured]:
    yield from _speed()
    yield from _truth()


def _speed() -> Iterator[Measured]:
    rng = random.Random(7)  # noqa: S311  (no secret: every run must measure the same text)
    old = long_article(rng)
    places = places_of(old)
    new = next_draft(rng, old, places)
    spans = rng.sample(places, SPANS)
    name = f"carry {SPANS} spans, {SIZE} characters, seconds"
    yield Measured(name, _seconds(lambda: carry(spans, old, new)), SECONDS)
    yield _found(old, new, spans)
    yield _folding(new)


def _found(old: str, new: str, spans: list[tuple[int, int]]) -> Measured:
    page = fold(new)
    quotes = [old[start:end] for start, end in spans]
    exact = [quote for quote in quotes if folded(quote) in page.text]
    plain = [folded(quote) for quote in exact]
    ours = _seconds(lambda: [find(quote, new, page) for quote in exact])
    theirs = _seconds(lambda: [page.text.find(quote) for quote in plain])
    return _ratio("find exact spans / str.find", 20, ours, theirs)


def _folding(text: str) -> Measured:
    table = {ord(char): new for char, new in TABLE.items()}
    ours = _seconds(lambda: folded(text))
    theirs = _seconds(lambda: re.sub(r"\s+", " ", text.translate(table)))
    return _ratio("fold / translate and re.sub", 1, ours, theirs)


def _ratio(name: str, target: float, ours: float, theirs: float) -> Measured:
    return Measured(name, ours / theirs, target, f"{ours:.4f} s against {theirs:.4f}")


def _seconds(call: Callable[[], object], runs: int = 5) -> float:
    """The least CPU time of a few runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def long_article(rng: random.Random) -> str:
    """The seed article over and over, each sentence with a number of its own."""
    text = SEED.read_text(encoding="utf-8").strip()
    parts: list[str] = []
    while sum(map(len, parts)) < SIZE:
        parts += [_varied(rng, sentence) for sentence in re.split(r"(?<=[.\n])", text)]
        parts.append("\n")
    return "".join(parts)[:SIZE]


def _varied(rng: random.Random, sentence: str) -> str:
    return re.sub(r" (?=\w)", f" {rng.randint(100, 99_999)} ", sentence, count=1)


def places_of(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\S[^.\n]{20,}[.]?", text)]


def next_draft(rng: random.Random, text: str, places: list[tuple[int, int]]) -> str:
    """`text` with a word replaced in every twentieth sentence."""
    for start, end in sorted(rng.sample(places, len(places) // 20), reverse=True):
        words = text[start:end].split(" ")
        words[rng.randrange(len(words))] = rng.choice(("never", "47", "Moon", "rarely"))
        text = text[:start] + " ".join(words) + text[end:]
    return text


def _truth() -> Iterator[Measured]:
    hits, said, true = Counter[SpanState](), Counter[SpanState](), Counter[SpanState]()
    edits = passed = seed = 0
    texts = bases()
    while edits < EDITS:
        draft = edited(texts[seed % len(texts)], seed)
        found = carry([(case.start, case.end) for case in draft.cases], draft.old, draft.new)
        for case, one in zip(draft.cases, found, strict=True):
            passed += case.fact and one.state in UNCHANGED
            if len(case.states) == 1:
                (state,) = case.states
                true[state] += 1
                said[one.state] += 1
                hits[state] += one.state is state
        edits, seed = edits + draft.edits, seed + 1
    yield Measured(f"changed facts that pass, in {edits} edits", passed, 0)
    for state, target in WRONG.items():
        precision, recall = hits[state] / said[state], hits[state] / true[state]
        note = f"precision {precision:.4f}, recall {recall:.4f}, {true[state]} spans"
        yield Measured(
            f"{state} spans wrong or missed, percent",
            100 - 100 * min(precision, recall),
            target,
            note,
        )
