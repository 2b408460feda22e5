"""Values against marked sentences and pairs: what is found, how it compares, how fast.

`python -m tests.bench.bench_values [find|check] [LANGUAGE...]` prints the table and every error.
"""

import compileall
import json
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from factcheck.text import values
from factcheck.text.sentences import split
from factcheck.text.values.value import Value
from factcheck.words import Result, ValueKind
from tests.bench.marked_values import (
    Gold,
    Pair,
    Sentence,
    close,
    days_of,
    figures_of,
    pairs,
    same_date,
    same_figures,
    same_unit,
    sentences,
)
from tests.bench.measure import ROOT, Measured, compared, python

SPECS = ROOT.parent / "shared" / "data" / "recognizers"
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
DATED = {ValueKind.DATE, ValueKind.TIME}
# Percent of what was marked, the most that may be missed or wrong.
MISSED = {"value": 8.0, "unit": 20.0, "extent": 10.0, "date": 15.0, "day": 10.0}
WRONG = 2.0
NEEDLESS = 25.0
TIMES = 50

_WORDS = re.compile(r"\w+")


@dataclass
class Score:
    """Counts over some sentences: figures and dates apart."""

    counts: Counter[str]
    errors: list[str]

    def f1(self, what: str) -> float:
        """F1 of "value" or "unit" among all figures."""
        both = self.counts["figure"] + self.counts["found figure"]
        return 2 * self.counts[what] / both if both else 1.0

    def share(self, what: str, of: str) -> float:
        return self.counts[what] / self.counts[of] if self.counts[of] else 1.0


def found_in(chosen: list[Sentence]) -> Score:
    score = Score(Counter(), [])
    for sentence in chosen:
        found = values.find(sentence.text, sentence.on, sentence.language)
        paired = _paired(list(found), sentence.values)
        for gold, one in paired:
            _count(score, sentence, gold, one)
        taken = {id(one) for _, one in paired}
        for one in found:
            if id(one) not in taken:
                _extra(score, sentence, one)
    return score


def _paired(found: list[Value], marked: tuple[Gold, ...]) -> list[tuple[Gold, Value | None]]:
    """Each marked value with the one found that shares most characters with it."""
    pairs: list[tuple[Gold, Value | None]] = []
    free = list(found)
    for gold in marked:
        if gold.optional:
            continue
        best = max(free, key=lambda one: _shared(one, gold), default=None)
        if best is not None and _shared(best, gold):
            free.remove(best)
            pairs.append((gold, best))
        else:
            pairs.append((gold, None))
    return pairs


def _shared(one: Value, gold: Gold) -> int:
    return max(0, min(one.end, gold.end) - max(one.start, gold.start))


def _count(score: Score, sentence: Sentence, gold: Gold, one: Value | None) -> None:
    score.counts["marked"] += 1
    if one is not None:
        score.counts["extent"] += 1
        score.counts["same extent"] += (one.start, one.end) == (gold.start, gold.end)
        score.counts["kind"] += one.kind == gold.kind
        score.counts["bound"] += one.bound == gold.bound
    if gold.kind in DATED:
        _count_date(score, sentence, gold, one)
    else:
        _count_figure(score, sentence, gold, one)


def _count_date(score: Score, sentence: Sentence, gold: Gold, one: Value | None) -> None:
    right = one is not None and one.kind == gold.kind and same_date(one, gold)
    score.counts["dated"] += 1
    score.counts["date"] += right
    score.counts["date none"] += one is None or one.iso is None
    score.counts["days"] += gold.is_day
    score.counts["day"] += gold.is_day and right
    if not right:
        score.errors.append(_line("DATE", sentence, gold, one))


def _count_figure(score: Score, sentence: Sentence, gold: Gold, one: Value | None) -> None:
    score.counts["figure"] += 1
    figures = one is not None and one.kind not in DATED and same_figures(one, gold)
    unit = figures and one is not None and same_unit(one, gold)
    score.counts["found figure"] += one is not None
    score.counts["value"] += figures
    score.counts["unit"] += unit
    score.counts["value none"] += one is None
    score.counts["nouns"] += gold.of is not None
    score.counts["noun"] += one is not None and _same_noun(one.of, gold.of)
    if one is not None and unit and (one.kind, one.bound) != (gold.kind, gold.bound):
        score.errors.append(_line("KIND OR BOUND", sentence, gold, one))
    elif one is not None and unit and gold.of and not _same_noun(one.of, gold.of):
        score.errors.append(_line("NOUN", sentence, gold, one))
    elif not unit:
        score.errors.append(_line("UNIT" if figures else "VALUE", sentence, gold, one))


def _same_noun(one: str | None, other: str | None) -> bool:
    return bool(one and other) and _noun(str(one)) == _noun(str(other))


def _noun(words: str) -> str:
    """The last word, of people a person: the singular is no matter of this measure."""
    last = words.casefold().rsplit(maxsplit=1)[-1].removesuffix("s").removesuffix("e")
    return {"peopl": "person", "men": "man", "women": "woman"}.get(last, last)


def _extra(score: Score, sentence: Sentence, one: Value) -> None:
    if any(gold.optional and _shared(one, gold) for gold in sentence.values):
        return
    score.counts["extra"] += 1
    score.counts["found figure"] += one.kind not in DATED
    score.errors.append(f"EXTRA   {sentence.text}\n        found {_shown(one)}")


def _line(what: str, sentence: Sentence, gold: Gold, one: Value | None) -> str:
    wanted = (gold.text, str(gold.kind), gold.figures, gold.units, str(gold.bound), gold.of)
    marked = (gold.text, str(gold.kind), gold.isos) if gold.kind in DATED else wanted
    shown = "nothing" if one is None else _shown(one)
    return f"{what:7} {sentence.text}\n        marked {_plain(marked)}\n        found {shown}"


def _shown(one: Value) -> str:
    if one.kind in DATED:
        return _plain((one.text, str(one.kind), one.iso, str(one.bound)))
    return _plain((one.text, str(one.kind), one.low, one.high, one.unit, str(one.bound), one.of))


def _plain(things: tuple[object, ...]) -> str:
    return re.sub(r"Decimal\('([^']*)'\)", r"\1", repr(things))


def checked(chosen: list[Pair]) -> Score:
    score = Score(Counter(), [])
    for pair in chosen:
        comparison = pair.checked()
        score.counts["pair"] += 1
        score.counts[f"said {comparison.result}"] += 1
        if comparison.result in pair.results:
            score.counts["right"] += 1
            continue
        needless = comparison.result == Result.NOT_COMPARABLE
        score.counts["needless" if needless else f"wrong {comparison.result}"] += 1
        score.errors.append(
            f"{comparison.result:14} for {pair.results[0]}: {pair.claim} <> {pair.passage}\n"
            f"        marked {pair.why}\n        said   {comparison.explanation}"
        )
    return score


def run(folder: Path) -> Iterator[Measured]:
    for language in LANGUAGES:
        yield from _finding(language)
    for language in LANGUAGES:
        yield from _comparing(language)
    yield from speed()
    yield loading(folder)
    yield from specs()


def _finding(language: str) -> Iterator[Measured]:
    score = found_in([one for one in sentences() if one.language == language])
    count = score.counts
    none, wrong = count["value none"], count["figure"] - count["value"] - count["value none"]
    note = f"{count['value']} right, {wrong} wrong, {none} none of {count['figure']}"
    rows = (
        ("value", "value, 100 x (1 - F1)", score.f1("value"), note),
        ("unit", "value and unit, 100 x (1 - F1)", score.f1("unit"), ""),
        ("extent", "extents not met", score.share("extent", "marked"), f"{count['extra']} extra"),
        ("date", "dates not right", score.share("date", "dated"), _dates(count)),
        ("day", "days not right", score.share("day", "days"), f"of {count['days']}"),
    )
    for what, name, good, words in rows:
        yield Measured(f"values in {language}: {name}", 100 * (1 - good), MISSED[what], words)


def _dates(count: Counter[str]) -> str:
    wrong = count["dated"] - count["date"] - count["date none"]
    return f"{count['date']} right, {wrong} wrong, {count['date none']} none of {count['dated']}"


def _comparing(language: str) -> Iterator[Measured]:
    count = checked([one for one in pairs() if one.language == language]).counts
    agrees, disagrees = count[f"wrong {Result.AGREES}"], count[f"wrong {Result.DISAGREES}"]
    note = f"{agrees} agrees, {disagrees} disagrees of {count['pair']}; {count['right']} right"
    percent = 100 / count["pair"]
    yield Measured(f"pairs in {language}: wrong", (agrees + disagrees) * percent, WRONG, note)
    needless = count["needless"] * percent
    yield Measured(f"pairs in {language}: needless not-comparable", needless, NEEDLESS)


def speed() -> Iterator[Measured]:
    """Ours sentence by sentence, against finding their words many times over."""
    article = (ROOT / "seed" / "article.txt").read_text(encoding="utf-8")
    news = [article[span.start : span.end] for span in split(article)]
    yield _speed("news", news * 4, 0.9)
    # Nearly every word of these is part of a value.
    yield _speed("dense", [one.text for one in sentences() if one.language == "en"], 2.0)


def _speed(name: str, texts: list[str], target: float) -> Measured:
    on = date(2023, 9, 11)
    ours = _seconds(lambda: [values.find(text, on) for text in texts])
    words = _seconds(lambda: [_WORDS.findall(text) for text in texts * TIMES])
    each = sum(len(_WORDS.findall(text)) for text in texts) / len(texts)
    note = f"{len(texts) / ours:,.0f} sentences of {each:.0f} words a second"
    return Measured(f"values.find, {name} / {TIMES} times all words", ours / words, target, note)


def _seconds(call: Callable[[], object], runs: int = 5) -> float:
    """The least CPU time of a few runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def loading(folder: Path) -> Measured:
    """As it is installed, with its byte code beside it; 150 ms are 7 times the two modules."""
    there = folder / "installed"
    shutil.copytree(ROOT / "factcheck", there / "factcheck")
    compileall.compile_dir(there, quiet=1)
    load = python(f"import sys; sys.path.insert(0, {str(there)!r}); import factcheck.text.values")
    base = (python("import re, decimal"), None)
    return compared("load factcheck.text.values / re, decimal", 7.0, (load, None), base)


# The folder and the file of a specification, and how its answers are compared with ours.
MODELS = (
    ("Number", "NumberModel"),
    ("Number", "PercentModel"),
    ("Number", "OrdinalModel"),
    ("NumberWithUnit", "DimensionModel"),
    ("NumberWithUnit", "CurrencyModel"),
    ("NumberWithUnit", "TemperatureModel"),
    ("NumberWithUnit", "AgeModel"),
    ("DateTime", "DateParser"),
    ("DateTime", "DatePeriodParser"),
    ("DateTime", "TimeParser"),
)  # fmt: skip


def specs() -> Iterator[Measured]:
    """Cases written for assistants, where they are at hand: breadth, so no target is set."""
    for folder, model in MODELS:
        for language, name in LANGUAGES.items():
            path = SPECS / folder / name / f"{model}.json"
            if path.exists():
                right, total = _spec(path, language)
                missed = 100 * (1 - right / total) if total else 0.0
                yield Measured(f"{model} in {language}: missed", missed, 100, f"of {total}")


def _spec(path: Path, language: str) -> tuple[int, int]:
    right = total = 0
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        reference = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        on = date.fromisoformat(reference) if reference else None
        found = list(values.find(case["Input"], on, language))
        for result in filter(_is_written_out, case["Results"]):
            total += 1
            right += any(_answers(one, result) for one in found)
    return right, total


def _is_written_out(result: dict[str, Any]) -> bool:
    """Not "dollars" without a figure, nor "the last one"."""
    answer = result.get("Resolution", result.get("Value"))
    return isinstance(answer, dict) and (
        "value" not in answer or bool(_figure(str(answer["value"])))
    )


def _answers(one: Value, result: dict[str, Any]) -> bool:
    if "Resolution" in result and one.kind not in DATED:
        return close(figures_of(one.low, one.high), _figure(str(result["Resolution"].get("value"))))
    readings = result.get("Value") or {}
    if one.iso is None or not isinstance(readings, dict):
        return False
    return any(
        isinstance(readings.get(key), dict) and _is_period(one.iso, readings[key])
        for key in ("PastResolution", "FutureResolution")
    )


def _figure(written: str) -> tuple[Decimal, ...]:
    try:
        return (Decimal(written.removesuffix("%").replace(",", ".")),)
    except InvalidOperation:
        return ()


def _is_period(iso: str, reading: dict[str, str]) -> bool:
    if "time" in reading:
        return iso[:5] == reading["time"][:5]
    if "date" in reading:
        return days_of(iso) == days_of(reading["date"])
    if not {"startDate", "endDate"} <= reading.keys():
        return False
    first, last = (date.fromisoformat(reading[key]) for key in ("startDate", "endDate"))
    # Of a week the day behind it is given, of "from 4 to 22" the 22nd.
    return days_of(iso) in [(first, last), (first, last - timedelta(1))]


def main(words: list[str]) -> None:
    for language in [word for word in words if word in LANGUAGES] or LANGUAGES:
        if "check" not in words:
            found = found_in([one for one in sentences() if one.language == language])
            print(*found.errors, dict(found.counts), sep="\n")
        if "find" not in words:
            compared_ = checked([one for one in pairs() if one.language == language])
            print(*compared_.errors, dict(compared_.counts), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
