"""`audit`: what can be noticed without the network, in a large database."""

import json
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.audit import article, kept, sourcing, verdicts
from factcheck.audit.desk import Check, Desk, claims, evidence, sources
from factcheck.db import standing
from factcheck.db.engine import make_engine
from factcheck.db.session import reading, writing
from factcheck.db.standing import Facts
from factcheck.models.base import canonical
from factcheck.services import house
from factcheck.text import values
from factcheck.words import Kind
from tests.bench import copies
from tests.bench.copies import TIME, record
from tests.bench.measure import Measured

#: Pieces of evidence a claim, and claims a source.
PIECES, SHARED = 3, 4
ARTICLES = 500
#: The first sources, from which others took it.
AGENCIES = 20
#: The share of claims with a date.
DATED = 0.25

#: One check, and all of a family, against one plain reading of the same rows. The first that needs
#: the sources and what they are cited for reads them for all.
MOST, TARGET = 3, 8

FAMILIES: dict[str, dict[str, Check]] = {
    "S": sourcing.CHECKS, "V": verdicts.CHECKS, "A": article.CHECKS,
}  # fmt: skip
#: Seconds for all families together.
SECONDS = 20

DAY = date(2026, 11, 20)
#: 80 of 100 are decided.
CONCLUSIONS = (
    *["supported"] * 56, *["refuted"] * 10, *["mixed"] * 5, *["conflicting"] * 2,
    *["not-enough-evidence"] * 5, *["not-checkable"] * 2, *[None] * 20,
)  # fmt: skip
KINDS = tuple(Kind)


def run(folder: Path) -> Iterator[Measured]:
    path = database(folder)
    with reading(make_engine(f"sqlite:///{path}", writing=False)) as session:
        plain = min(_seconds(lambda: _plain(session)) for _ in range(3))
        every = 0.0
        for family, checks in FAMILIES.items():
            desk, total = Desk(session), 0.0
            for code, check in checks.items():
                spent, count = _taken(desk, check)
                total += spent
                note = f"{spent * 1000:.0f} ms, {count} findings"
                yield Measured(f"{code}, {copies.MANY} claims / SELECT", spent / plain, MOST, note)
            note = f"{total * 1000:.0f} ms against {plain * 1000:.0f}"
            yield Measured(f"all of {family} / SELECT", total / plain, TARGET, note)
            every += total
        yield Measured("all families, seconds of CPU", every, SECONDS)


def _plain(session: Session) -> int:
    """The rows that the checks of sourcing are about, as they are."""
    columns = (
        claims.c.id, claims.c.kind, claims.c.status, evidence.c.source_id, evidence.c.stance,
        evidence.c.tier, sources.c.publisher, sources.c.published,
    )  # fmt: skip
    joined = select(*columns).select_from(evidence)
    joined = joined.join(claims, claims.c.id == evidence.c.claim_id)
    joined = joined.join(sources, sources.c.id == evidence.c.source_id)
    return sum(1 for _ in session.connection().execute(joined))


def _taken(desk: Desk, check: Check) -> tuple[float, int]:
    """Seconds, and how many findings."""
    start = time.process_time()
    count = sum(1 for _ in check(desk))
    return time.process_time() - start, count


def _seconds(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


# The database


def database(folder: Path) -> Path:
    path = folder / f"audit-{copies.MANY}.db"
    if not path.exists():
        file = path.with_suffix(".jsonl")
        copies.write(file, _records(copies.MANY))
        copies.imported(file, copies.url_of(path))
        with writing(make_engine(f"sqlite:///{path}"), who="Ann Checker", command="h") as session:
            house.edit(session, "own_domains", "example-7.org")
        _keep_values(path)
    return path


def _keep_values(path: Path) -> None:
    """What later writes would have kept: an import of this size leaves it to them."""
    with sqlite3.connect(path) as database:
        dated = database.execute("SELECT id, text FROM claim WHERE text LIKE '% on % May %'")
        found = [(canonical(_values(text)), number) for number, text in dated.fetchall()]
        database.executemany('UPDATE claim SET "values" = ? WHERE id = ?', found)
        database.row_factory = sqlite3.Row
        pieces = database.execute(_PIECES).fetchall()
        database.executemany(
            "UPDATE evidence SET comparison = ? WHERE id = ?", map(_comparison, pieces)
        )


_PIECES = """
SELECT e.id, e.quote, e.says, s.published AS source_published, c.kind, c.text, c.claimant,
       c.said_on, a.published, a.language
FROM evidence e JOIN claim c ON c.id = e.claim_id JOIN source s ON s.id = e.source_id
LEFT JOIN article a ON a.id = c.article_id
"""


def _comparison(row: sqlite3.Row) -> tuple[str, int]:
    """As if it had been compared, and agreed."""
    piece = SimpleNamespace(**dict(row))
    whole = kept.begun(piece, None).copy()
    mine = ",".join(map(json.dumps, (piece.quote, piece.says, piece.source_published)))
    whole.update(f"{mine}]".encode())
    found = {"basis": whole.hexdigest(), "explanation": "the same: agrees", "result": "agrees"}
    return canonical(found), piece.id


def _values(text: str) -> dict[str, Any]:
    return {"basis": "", "found": [value.shape() for value in values.find(text, DAY)]}


def _records(many: int) -> Iterator[tuple[str, dict[str, Any]]]:
    chance = random.Random(6)  # noqa: S311 - the same figures in each run
    yield "person", record("person", 1, name="Ann Checker", aliases=[])
    for number in range(1, ARTICLES + 1):
        yield "article", record(
            "article", number, slug=f"article-{number}", title=f"Article {number}",
            published=DAY.isoformat(), language="en", hidden=False,
        )  # fmt: skip
    listed = max(1, many * PIECES // SHARED)
    for number in range(1, listed + 1):
        yield "source", _source(chance, number)
    for number in range(1, many + 1):
        yield from _claim(chance, number, listed)


def _source(chance: random.Random, number: int) -> dict[str, Any]:
    """One in ten took it from another, one in fifty speaks without a name."""
    published = DAY - timedelta(days=chance.randint(-3, 400))
    person = chance.random() < 0.02
    origin = chance.randint(1, AGENCIES) if chance.random() < 0.1 and number > AGENCIES else None
    return record(
        "source", number, key=f"source-{number}", kind="person" if person else "page",
        title=f"{_words(chance, 5)} {number}", publisher=f"The {chance.randint(1, 300)} Times",
        url=f"https://www.example-{number % 5000}.org/{number}", published=published.isoformat(),
        origin_id=origin, terms="background" if person else None, protected=False, hidden=False,
    )  # fmt: skip


def _claim(chance: random.Random, number: int, listed: int) -> Iterator[tuple[str, dict[str, Any]]]:
    day = f" on {chance.randint(1, 28)} May {chance.randint(2023, 2026)}"
    text = _words(chance, 10) + (day if chance.random() < DATED else "")
    conclusion = chance.choice(CONCLUSIONS)
    claim = record(
        "claim", number, text=text, kind=chance.choice(KINDS).value, said_at=[],
        article_id=number % ARTICLES + 1, priority="normal", hidden=False,
    )  # fmt: skip
    pieces = [_piece(chance, number, listed) for _ in range(chance.randint(0, 2 * PIECES))]
    yield "claim", claim
    for piece in pieces:
        yield "evidence", piece
    if conclusion is not None:
        yield "verdict", _verdict(chance, number, conclusion, claim, pieces)


_evidence = iter(range(1, 10**9))


def _piece(chance: random.Random, claim: int, listed: int) -> dict[str, Any]:
    seen = chance.random() < 0.9
    stance = chance.choices(("supports", "refutes", "context", None), (70, 15, 10, 5))[0]
    return record(
        "evidence", next(_evidence), claim_id=claim, source_id=chance.randint(1, listed),
        stance=stance, quote=_words(chance, 20) if chance.random() < 0.95 else None, how="page",
        locator=f"p. {chance.randint(1, 300)}" if chance.random() < 0.5 else None, person_id=1,
        tier="primary" if chance.random() < 0.4 else "secondary",
        seen_by_id=1 if seen else None, seen_at=TIME if seen else None,
    )  # fmt: skip


def _verdict(
    chance: random.Random, number: int, conclusion: str, claim: dict[str, Any], pieces: list[Any]
) -> dict[str, Any]:
    facts = Facts(SimpleNamespace(**claim), evidence=[_seen(each) for each in pieces])
    grounds = standing.grounds(facts, conclusion)
    return record(
        "verdict", number, claim_id=number, conclusion=conclusion, reason=_words(chance, 12),
        why="no-record" if conclusion == "not-enough-evidence" else None,
        exception="agreed with the editor" if chance.random() < 0.02 else None,
        grounds=grounds, basis=standing.basis(grounds), person_id=1, at=TIME,
    )  # fmt: skip


def _seen(piece: dict[str, Any]) -> SimpleNamespace:
    return SimpleNamespace(**piece, presence=None)


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(copies.WORDS, k=count))
