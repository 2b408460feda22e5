"""Importing a feed of other houses' checks, against the same rows put in by sqlite3 alone."""

import json
import random
import resource
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.db.engine import make_engine
from factcheck.db.session import writing
from factcheck.exchange import claimreview_read, take_reviews
from tests.bench.copies import MANY, WORDS, url_of
from tests.bench.measure import Measured, environment, python

#: An item of a feed in this many seconds of work at most.
SLOWEST = 1 / 1500
ROUNDS = 2
IMPORT = "from tests.bench.bench_reviews import timed_take as run; run(*__import__('sys').argv[1:])"
RAW = "from tests.bench.copies import timed_rows as run; run(*__import__('sys').argv[1:])"
LABELS = ("False", "Mostly false", "Half true", "True", "Engañoso", "Falsch", "A word of our own")


def run(folder: Path) -> Iterator[Measured]:
    file, database = feed(folder, MANY), folder / "reviews.db"
    ours, theirs = [], []
    for _round in range(ROUNDS):
        ours.append(_child(IMPORT, file, database))
        theirs.append(_child(RAW, database, folder / "rows.db"))
    cpu, raw = (min(each["cpu"] for each in rounds) for rounds in (ours, theirs))
    wall, raw_wall = (min(each["wall"] for each in rounds) for rounds in (ours, theirs))
    note = f"CPU {cpu:.1f} s against {raw:.1f}; by the clock {wall:.1f} against {raw_wall:.1f}"
    yield Measured(f"import of {MANY} ClaimReviews / executemany", cpu / raw, 3, note)
    note = f"{MANY / cpu:.0f} items a second; by the clock {MANY / wall:.0f}"
    yield Measured("milliseconds of CPU an item", cpu * 1000 / MANY, SLOWEST * 1000, note)
    memory = max(each["memory"] for each in ours)
    yield Measured("its memory at the peak, MB", memory, 250)


def feed(folder: Path, size: int) -> Path:
    """A DataFeed of so many items, of twenty houses."""
    path = folder / f"{size}-reviews.json"
    if not path.exists():
        with path.open("w", encoding="utf-8") as file:
            file.write('{"@context": "https://schema.org", "@type": "DataFeed", ')
            file.write('"dataFeedElement": [\n')
            for number, item in enumerate(_items(size)):
                file.write(",\n" if number else "")
                json.dump(item, file, ensure_ascii=False)
            file.write("\n]}\n")
    return path


def _items(size: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(1)  # noqa: S311 - the same words in each run
    for number in range(1, size + 1):
        words = chance.choices(WORDS, k=40)
        yield {"@type": "DataFeedItem", "dateCreated": "2026-08-14", "item": [_item(number, words)]}


def _item(number: int, words: list[str]) -> dict[str, Any]:
    house = f"https://www.house{number % 20}.example.org"
    return {
        "@type": "ClaimReview",
        "url": f"{house}/checks/{number}-{words[0]}/",
        "claimReviewed": f"{' '.join(words[:12])} {number}",
        "datePublished": "2026-08-14",
        "name": " ".join(words[12:20]),
        "author": {"@type": "Organization", "name": f"House {number % 20}", "url": house},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Jane Roe", "jobTitle": "minister"},
            "datePublished": "2026-08-10",
            "appearance": {"@type": "CreativeWork", "url": f"https://social.example/{number}"},
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": number % 5 + 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": LABELS[number % len(LABELS)],
            "ratingExplanation": " ".join(words[20:]),
        },
    }


def _child(code: str, *paths: Path) -> dict[str, float]:
    done = subprocess.run(
        [*python(code), *map(str, paths)], env=environment(), stdout=subprocess.PIPE, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


# What runs in a child


def timed_take(file: str, path: str) -> None:
    engine = make_engine(url_of(Path(path)))
    wall, cpu = time.perf_counter(), time.process_time()
    with (
        Path(file).open("rb") as source,
        writing(engine, who="Ann Checker", command="import") as session,
    ):
        result = take_reviews.take(session, claimreview_read.read(source))
    found = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    if result.unchanged or result.refused or result.added["claim"] != MANY:
        msg = f"only {result.added} of {file} came in"
        raise RuntimeError(msg)
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))
