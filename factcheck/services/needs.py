"""What the house demands of a decision, and whether its evidence gives that.

Sources with the same origin, or the same named publisher, count as one; an unknown publisher is
not the same as another unknown one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select

from factcheck.codes import Severity
from factcheck.db import standing
from factcheck.db.indexing import fold_title
from factcheck.db.standing import Facts
from factcheck.models import Source
from factcheck.models.base import table_of
from factcheck.services import rules
from factcheck.words import Conclusion, Stance, Tier

Shape = dict[str, Any]

#: Conclusions that somebody's words or papers must carry.
NEEDS_EVIDENCE = {
    Conclusion.SUPPORTED, Conclusion.MIXED, Conclusion.REFUTED, Conclusion.CONFLICTING,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unmet:
    """A need that is not met, in words: `1 primary source or 2 independent sources`."""

    needs: str
    has: str
    blocks: bool

    def shape(self) -> Shape:
        return {"needs": self.needs, "has": self.has, "blocks": self.blocks}


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What a claim's verdict falls short of, and how many sources speak for or against it."""

    short: Sequence[Unmet]
    counts: Mapping[str, int]


class Origins:
    """Which sources are one: each by the first of those that it was taken from."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._parents: dict[int, int] | None = None

    def root(self, source: int) -> int:
        if self._parents is None:
            table = table_of(Source)
            listed = select(table.c.id, table.c.merged_into_id, table.c.origin_id)
            listed = listed.where(
                table.c.merged_into_id.is_not(None) | table.c.origin_id.is_not(None)
            )
            rows = self._connection.execute(listed)
            self._parents = {row.id: row.merged_into_id or row.origin_id for row in rows}
        passed = {source: 0}
        while (source := self._parents.get(source, source)) not in passed:
            passed[source] = len(passed)
        # Merging can close a ring; whichever of it is asked for, it is one.
        return min(list(passed)[passed[source] :])


def unmet(facts: Facts, house: Mapping[str, Sequence[Shape]], origins: Origins) -> list[Unmet]:
    """What the verdict in force falls short of; nothing where somebody said why it may."""
    verdict = facts.verdict
    if verdict is None or verdict.exception or verdict.conclusion not in NEEDS_EVIDENCE:
        return []
    return short(facts.claim, verdict.conclusion, counted(carrying(facts), origins), house)


def short(
    claim: Any, conclusion: str, counts: Mapping[str, int], house: Mapping[str, Sequence[Shape]]
) -> list[Unmet]:
    """What so many sources, which carry the conclusion, fall short of."""
    missed = [need for need in _wanted(claim, house) if not _is_met(need, counts)]
    has = _has(counts, conclusion)
    return [Unmet(rules.said(need), has, need["blocks"]) for need in missed]


def told(missed: Sequence[Unmet]) -> tuple[str, Severity]:
    """All that is missing in one sentence: it is one claim that somebody must find more for."""
    wanted = " and ".join(each.needs for each in missed)
    blocks = any(each.blocks for each in missed)
    severity = Severity.ERROR if blocks else Severity.WARNING
    return f"needs {wanted}; has {missed[0].has}", severity


def carrying(facts: Facts) -> list[Any]:
    """The evidence that the verdict in force rests on."""
    stances = standing.RESTS_ON[facts.verdict.conclusion]
    return [e for e in facts.evidence if standing.counts(e) and e.stance in stances]


def weighty(facts: Facts) -> list[Any]:
    """The evidence that counts, for or against."""
    return [e for e in facts.evidence if standing.counts(e) and e.stance != Stance.CONTEXT]


def counted(pieces: Sequence[Any], origins: Origins) -> dict[str, int]:
    """How many sources they are of: seen, primary, independent."""
    return {
        "seen": len({piece.source_id for piece in pieces}),
        "primary": len({piece.source_id for piece in pieces if piece.tier == Tier.PRIMARY}),
        "independent": independent(pieces, origins),
    }


def independent(pieces: Iterable[Any], origins: Origins) -> int:
    """How many independent sources there are among those of the evidence."""
    groups: list[set[Any]] = []
    for piece in pieces:
        names: set[Any] = {origins.root(piece.source_id)}
        publisher = folded_publisher(piece.publisher)
        if publisher:
            names.add(publisher)
        met = [group for group in groups if group & names]
        groups = [group for group in groups if group not in met]
        groups.append(names.union(*met))
    return len(groups)


@lru_cache(maxsize=10_000)
def folded_publisher(name: str | None) -> str:
    """The form in which publishers are compared; empty where it is unknown."""
    return fold_title(name or "")


def _wanted(claim: Any, house: Mapping[str, Sequence[Shape]]) -> list[Shape]:
    """By its kind and its priority; what holds for any claim where nothing else does."""
    named = [need for key in (claim.kind, claim.priority) for need in house.get(key, ())]
    return named or list(house.get(rules.ANY, ()))


def _is_met(need: Shape, counts: Mapping[str, int]) -> bool:
    return any(need[name] and counts[name] >= need[name] for name in rules.WHAT)


_CARRIED = {Conclusion.SUPPORTED: "none that supports it", Conclusion.REFUTED: "none against it"}


def _has(counts: Mapping[str, int], conclusion: str) -> str:
    if not counts["seen"]:
        return _CARRIED.get(Conclusion(conclusion), "none seen")
    return f"{counts['primary']} primary, {counts['independent']} independent"
