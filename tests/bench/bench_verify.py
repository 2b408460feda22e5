"""`verify --all`: a thousand claims with two pieces of evidence each."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import copies
from tests.bench.copies import TIME, record
from tests.bench.measure import FACTCHECK, Measured, compared, python

CLAIMS = 1000
#: 5 seconds where the ORM takes a quarter of one.
TARGET = 20

ORM = (python("import sqlalchemy.orm"), None)

STATEMENTS = (
    ("The train can reach speeds of up to {n} miles per hour, according to the agency",
     "its top speed is estimated at around {k} kilometers per hour", "measurement"),
    ("The reported {n} armored carriages were seen at the border on Monday",
     "the train with {m} carriages crossed the border on September 11, 2023", "number"),
    ("Exports rose by {n} percent to ${n}.4 billion in the second quarter",
     "exports went up {m} percent, the ministry said, to 2.{n} billion dollars", "statistic"),
    ("It is his first journey abroad in over {n} years, officials said on Wednesday",
     "he last left the country on 25 April {y}, the agency reported at the time", "date"),
)  # fmt: skip


def run(folder: Path) -> Iterator[Measured]:
    path = folder / "figures.db"
    copies.write(folder / "figures.jsonl", _records())
    copies.imported(folder / "figures.jsonl", copies.url_of(path))
    call = ((*FACTCHECK, "verify", "--all", "--json"), path)
    name = f"factcheck verify --all, {CLAIMS} claims / import sqlalchemy.orm"
    yield compared(name, TARGET, call, ORM, runs=3)
    copies.forget(path)
    yield compared(f"{name}, nothing kept", TARGET, call, ORM, runs=3)


def _records() -> Iterator[tuple[str, dict[str, Any]]]:
    chance = random.Random(4)  # noqa: S311 - the same figures in each run
    yield "person", record("person", 1, name="Ann Checker", aliases=[])
    yield "source", _source()
    for number in range(1, CLAIMS + 1):
        said, passage, kind = STATEMENTS[number % len(STATEMENTS)]
        n = chance.randint(3, 90)
        figures = {"n": n, "m": n + chance.randint(0, 2), "k": round(n * 1.609), "y": 2023 - n % 9}
        yield "claim", record(
            "claim", number, text=said.format(**figures), kind=kind, said_at=[],
            priority="normal", hidden=False, said_on="2023-09-11",
        )  # fmt: skip
        for piece in (2 * number - 1, 2 * number):
            yield "evidence", record(
                "evidence", piece, claim_id=number, source_id=1, stance=None, how="page",
                quote=passage.format(**figures), seen_by_id=1, seen_at=TIME, person_id=1,
            )  # fmt: skip


def _source() -> dict[str, Any]:
    return record(
        "source", 1, key="agency", kind="page", title="The Agency", published="2023-09-12",
        url="https://www.example.org/1", protected=False, tier="secondary", hidden=False,
    )  # fmt: skip
