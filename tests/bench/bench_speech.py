"""Who says it, against marked passages: precision and recall of cues, a row a kind.

`python -m tests.bench.bench_speech [open|held] [LANGUAGE...]` prints the table and every miss.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.text import speech
from factcheck.text.spans import Span
from factcheck.text.speech import Attribution, Kind
from tests.bench.measure import ROOT, Measured

DATA = ROOT / "tests" / "data" / "speech"
LANGUAGES = ("en", "de", "fr", "es")
# The least that is good enough in English, on the passages set apart.
RECALL = {Kind.ACCORDING: 0.95, Kind.DIRECT: 0.85, Kind.INDIRECT: 0.80}
PRECISION = 0.90

_MARK = re.compile(r"\{([sct])(\d*):|\}")


@dataclass(frozen=True)
class Passage:
    """A marked passage; `held` ones are set apart from those that rules are made by."""

    text: str
    gold: list[Attribution]
    held: bool


def passages(language: str) -> list[Passage]:
    lines = (DATA / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_passage(json.loads(line)) for line in lines]


def _passage(row: dict[str, object]) -> Passage:
    text, spans = unmarked(str(row["marked"]))
    kinds = row["kinds"]
    assert isinstance(kinds, list)
    gold = [_gold(spans, str(number or ""), Kind(kind)) for number, kind in enumerate(kinds)]
    return Passage(text, gold, bool(row["held"]))


def _gold(spans: dict[str, Span], number: str, kind: Kind) -> Attribution:
    number = "" if number == "0" else number
    return Attribution(spans.get("s" + number), spans["c" + number], spans.get("t" + number), kind)


def unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """`{s:He} {c:said} {t:no}` -> the text, and where source, cue and content stand."""
    parts: list[str] = []
    spans: dict[str, Span] = {}
    opened: list[tuple[str, int]] = []
    done = length = 0
    for mark in _MARK.finditer(marked):
        parts.append(marked[done : mark.start()])
        length += mark.start() - done
        done = mark.end()
        if mark[1]:
            opened.append((mark[1] + mark[2], length))
        else:
            name, start = opened.pop()
            spans[name] = Span(start, length)
    return "".join([*parts, marked[done:]]), spans


@dataclass
class Score:
    """Counts over some passages, by kind of the gold or of what was found."""

    gold: Counter[Kind]
    hit: Counter[Kind]
    found: Counter[Kind]
    true: Counter[Kind]
    source: int = 0
    content: int = 0

    def recall(self, kind: Kind) -> float:
        return self.hit[kind] / self.gold[kind] if self.gold[kind] else 1.0

    @property
    def precision(self) -> float:
        return self.true.total() / self.found.total() if self.found.total() else 1.0


def scored(language: str, chosen: list[Passage]) -> tuple[Score, list[str]]:
    """The counts, and a line for everything missed or found in vain."""
    score = Score(Counter(), Counter(), Counter(), Counter())
    misses: list[str] = []
    for passage in chosen:
        found = speech.find(passage.text, language)
        score.found.update(one.kind for one in found)
        for one in found:
            if any(one.cue.meets(gold.cue) for gold in passage.gold):
                score.true[one.kind] += 1
            else:
                misses.append(f"FALSE {_shown(passage.text, one)}")
        for gold in passage.gold:
            misses += _compared(score, passage.text, gold, found)
    return score, misses


def _compared(
    score: Score, text: str, gold: Attribution, found: list[Attribution]
) -> Iterator[str]:
    score.gold[gold.kind] += 1
    one = next((one for one in found if one.cue.meets(gold.cue)), None)
    if one is None:
        yield f"MISSED {text} | {_shown(text, gold)}"
        return
    score.hit[gold.kind] += 1
    score.source += _meet(one.source, gold.source)
    score.content += _meet(one.content, gold.content)
    if (one.kind, one.source, one.content) != (gold.kind, gold.source, gold.content):
        yield f"OTHER {_shown(text, gold)}\n      {_shown(text, one)}"


def _meet(one: Span | None, other: Span | None) -> bool:
    return one == other if one is None or other is None else one.meets(other)


def _shown(text: str, one: Attribution) -> str:
    words = [None if span is None else text[slice(*span)] for span in (one.source, one.content)]
    return f"{one.kind}: {words[0]!r} [{text[slice(*one.cue)]}] {words[1]!r}"


def rate(text: str) -> float:
    """Characters a second."""
    start = time.process_time()
    speech.find(text)
    return len(text) / (time.process_time() - start)


def run(_folder: Path) -> Iterator[Measured]:
    held, _ = scored("en", [one for one in passages("en") if one.held])
    yield Measured("speech: false cues, en, held out", 1 - held.precision, 1 - PRECISION)
    for kind, least in RECALL.items():
        missed = 1 - held.recall(kind)
        yield Measured(f"speech: missed, {kind}, en, held out", missed, 1 - least)
    article = (ROOT / "seed" / "article.txt").read_text(encoding="utf-8")
    # By half the passages, in which every sentence has a cue, and by half an article.
    news = "\n\n".join([*(one.text for one in passages("en")), article, article]) * 20
    best = max(rate(news) for _ in range(3))
    yield Measured("speech: seconds a million characters", 1e6 / best, 1.0, f"{best:,.0f} a second")


def main(words: list[str]) -> None:
    which = next((word for word in words if word in {"open", "held"}), "")
    for language in [word for word in words if word in LANGUAGES] or LANGUAGES:
        chosen = [one for one in passages(language) if which in {"", ("open", "held")[one.held]}]
        score, misses = scored(language, chosen)
        print(*misses, sep="\n")
        hits, total = score.hit.total(), score.gold.total()
        print(
            f"\n{language}: precision {score.precision:.3f}, recall {hits / total:.3f} of {total}"
        )
        print(f"  source meets {score.source / hits:.3f}, content meets {score.content / hits:.3f}")
        for kind in Kind:
            print(f"  {kind:12} recall {score.hit[kind]}/{score.gold[kind]}", end="")
            print(f"   precision {score.true[kind]}/{score.found[kind]}")


if __name__ == "__main__":
    main(sys.argv[1:])
