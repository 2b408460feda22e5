"""Sentences and pairs whose values a person marked, and whether what is found is the same."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

from factcheck.text import values
from factcheck.text.values import units
from factcheck.text.values.value import Comparison, Value
from factcheck.words import Bound, Result, ValueKind
from tests.bench.measure import ROOT

DATA = ROOT / "tests" / "data" / "values"


@dataclass(frozen=True)
class Gold:
    """A marked value; where several answers are right, all of them."""

    text: str
    start: int
    end: int
    kind: ValueKind | None
    #: The least and the most, as far as they are given: one figure, or two.
    figures: tuple[tuple[Decimal, ...], ...] = ((),)
    units: tuple[str | None, ...] = (None,)
    bound: Bound = Bound.EXACT
    approximate: bool = False
    of: str | None = None
    isos: tuple[str, ...] = ()
    #: Checkers would differ about it: what is found there does not count.
    optional: bool = False

    @property
    def is_day(self) -> bool:
        return any(re.fullmatch(r"\d{4}-\d\d-\d\d", iso) for iso in self.isos)


@dataclass(frozen=True)
class Sentence:
    """A sentence with all its values."""

    text: str
    language: str
    on: date | None
    values: tuple[Gold, ...]


@dataclass(frozen=True)
class Pair:
    """A claim and a passage; any of `results` is right, the first is best."""

    claim: str
    passage: str
    results: tuple[Result, ...]
    why: str
    language: str = "en"
    on: date | None = None
    passage_on: date | None = None
    claimant: str | None = None
    seed: bool = False
    certain: bool = False

    def checked(self) -> Comparison:
        return values.check(
            self.claim, self.passage, on=self.on, passage_on=self.passage_on,
            claimant=self.claimant, language=self.language,
        )  # fmt: skip


def sentences() -> list[Sentence]:
    rows = _rows("sentences.toml", "sentence")
    return [
        Sentence(row["text"], row["language"], row.get("on"), tuple(_marked(row))) for row in rows
    ]


def pairs() -> list[Pair]:
    rows = _rows("pairs.toml", "pair")
    return [
        Pair(**{k: v for k, v in row.items() if k != "result"}, results=_results(row["result"]))
        for row in rows
    ]


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    with (DATA / name).open("rb") as file:
        rows: list[dict[str, Any]] = tomllib.load(file, parse_float=Decimal)[table]
    return rows


def _results(given: str | list[str]) -> tuple[Result, ...]:
    return tuple(Result(one) for one in _several(given))


def _several(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def _marked(row: dict[str, Any]) -> Iterator[Gold]:
    """Each value at the first place behind the one before it; ValueError where it is not there."""
    at = 0
    for one in row["values"]:
        start = row["text"].index(one["text"], at)
        at = start + len(one["text"])
        yield _gold(one, start, at)


def _gold(row: dict[str, Any], start: int, end: int) -> Gold:
    if row.get("optional"):
        return Gold(row["text"], start, end, None, optional=True)
    return Gold(
        row["text"], start, end, ValueKind(row["kind"]), tuple(_figures(row)),
        tuple(unit or None for unit in _several(row.get("unit"))),
        Bound(row.get("bound", Bound.EXACT)),
        row.get("approximate", False), row.get("of"), tuple(_several(row.get("iso", []))),
    )  # fmt: skip


def _figures(row: dict[str, Any]) -> Iterator[tuple[Decimal, ...]]:
    given = [_several(row[key]) for key in ("amount", "low", "high") if key in row]
    for figures in product(*given):
        yield tuple(Decimal(figure) for figure in figures)


def same_figures(found: Value, gold: Gold) -> bool:
    """Whether the figures are alike, in the unit written or in one of those marked."""
    ours = figures_of(found.low, found.high)
    readings = [ours, *(_converted(ours, found.unit, unit) for unit in gold.units)]
    return any(close(reading, figures) for reading in readings for figures in gold.figures)


def same_unit(found: Value, gold: Gold) -> bool:
    ours = figures_of(found.low, found.high)
    if found.unit in gold.units:
        return any(close(ours, figures) for figures in gold.figures)
    readings = [_converted(ours, found.unit, unit) for unit in gold.units]
    return any(close(reading, figures) for reading in readings for figures in gold.figures)


def figures_of(low: Decimal | None, high: Decimal | None) -> tuple[Decimal, ...]:
    given = [figure for figure in (low, high) if figure is not None]
    return tuple(given[:1] if low == high else given)


def _converted(
    figures: tuple[Decimal, ...], unit: str | None, to: str | None
) -> tuple[Decimal, ...]:
    if unit is None or to is None:
        return ()
    there = [units.convert(figure, unit, to) for figure in figures]
    return tuple(figure for figure in there if figure is not None)


def close(ours: tuple[Decimal, ...], theirs: tuple[Decimal, ...]) -> bool:
    # A third has no last digit: ten of them are marked.
    return len(ours) == len(theirs) and all(
        abs(one - other) <= abs(other) * Decimal("1e-6")
        for one, other in zip(ours, theirs, strict=True)
    )


def same_date(found: Value, gold: Gold) -> bool:
    if found.iso is None:
        return False
    if gold.kind == ValueKind.TIME:
        return found.iso[:5] in gold.isos
    return days_of(found.iso) in [days_of(iso) for iso in gold.isos]


def days_of(iso: str) -> tuple[date, date] | str:
    """The first and the last day that it names; itself where it cannot be read."""
    first, _, last = iso.partition("/")
    try:
        return _period(first)[0], _period(last or first)[1]
    except ValueError:
        return iso


def _period(iso: str) -> tuple[date, date]:
    if re.fullmatch(r"\d{4}", iso):
        return date(int(iso), 1, 1), date(int(iso), 12, 31)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", iso):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(6)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", iso):
        return _months(int(match[1]), int(match[2]) * 3 - 2, int(match[2]) * 3)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", iso):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    return date.fromisoformat(iso), date.fromisoformat(iso)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    behind = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), behind - timedelta(1)
