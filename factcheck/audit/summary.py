"""What an audit comes to: the claims at risk first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select

from factcheck.audit.desk import Desk, claims, evidence
from factcheck.codes import Severity
from factcheck.words import Stance

Shape = dict[str, Any]

#: Findings after which a piece of evidence no longer carries what it carried.
LOST_QUOTATION = frozenset({"D201", "D202", "D203", "D205", "D206"})
LOST_SOURCE = frozenset({"L101", "L104"})
LOST = LOST_QUOTATION | LOST_SOURCE


def summary(desk: Desk, found: Sequence[Shape], looked: Shape, lost: Iterable[Any]) -> Shape:
    """Counts of claims, pages and findings; `looked` is what the visits came to.

    `lost` are all open findings after which evidence carries nothing, asked for or not.
    """
    live = [each for each in found if each["state"] in {"new", "open"}]
    only, some = at_risk(desk, lost)
    return {
        "claims_at_risk": len(only) + len(some),
        "lost_only_support": len(only),
        "lost_one_of_several": len(some),
        **looked,
        "findings": {state: _count(found, "state", state) for state in STATES},
        "severities": {grave: _count(live, "severity", grave) for grave in GRAVITIES},
    }


STATES = ("new", "open", "fixed", "set-aside")
GRAVITIES = ("error", "warning", "note")


def _count(found: Iterable[Shape], name: str, value: str) -> int:
    return sum(each[name] == value for each in found)


def at_risk(desk: Desk, lost_by: Iterable[Any]) -> tuple[list[int], list[int]]:
    """Claims that lost all that speaks for or against them, and those that lost a part."""
    pieces: set[int] = set()
    sources: set[int] = set()
    for row in lost_by:
        if row.code in LOST_QUOTATION and row.severity == Severity.ERROR:
            (pieces if row.record == "evidence" else sources).add(row.record_id)
        elif row.code in LOST_SOURCE:
            sources.add(row.source_id)
    if not pieces and not sources:
        return [], []
    lost: dict[int, int] = defaultdict(int)
    whole: dict[int, int] = defaultdict(int)
    for row in desk.of_claims(_speaking()):
        whole[row.claim] += 1
        lost[row.claim] += row.id in pieces or row.source_id in sources
    hurt = sorted(claim for claim, count in lost.items() if count)
    only = [claim for claim in hurt if lost[claim] == whole[claim]]
    return only, [claim for claim in hurt if lost[claim] < whole[claim]]


def _speaking() -> Any:
    speaks = evidence.c.stance.is_(None) | (evidence.c.stance != Stance.CONTEXT.value)
    return (
        select(evidence.c.id, evidence.c.source_id, claims.c.id.label("claim"))
        .join(claims, claims.c.id == evidence.c.claim_id)
        .where(evidence.c.retracted_at.is_(None), speaks)
    )


def sentence(summary: Shape, *, offline: bool) -> str:
    """As in `3 claims lost their only support; 9 could not be looked at`."""
    only, some = summary["lost_only_support"], summary["lost_one_of_several"]
    parts = []
    if only:
        parts.append(f"{_claims(only)} lost {'its' if only == 1 else 'their'} only support")
    if some:
        parts.append(f"{_claims(some) if not only else some} lost one of several")
    if not parts:
        parts.append("no claim lost support")
    if not offline:
        changed, blind = summary["pages_changed"], summary["could_not_look"]
        parts.append(f"{_pages(changed)} changed with evidence intact")
        parts.append(f"{blind} could not be looked at")
        if summary["left"]:
            parts.append(f"{summary['left']} not looked at yet")
    return "; ".join(parts) + "."


def _claims(count: int) -> str:
    return f"{count} claim{'' if count == 1 else 's'}"


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"
