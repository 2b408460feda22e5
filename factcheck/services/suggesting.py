"""What the evidence suggests: from the stances that people gave, and how the figures compare.

Computed, never stored and never a verdict; only a person takes it over, under a name.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.db import standing
from factcheck.db.standing import Facts
from factcheck.words import Conclusion, Result, Stance

Shape = dict[str, Any]

#: What a comparison speaks for, where nobody has said the stance.
SPEAKS: dict[str, Stance] = {
    Result.AGREES.value: Stance.SUPPORTS,
    Result.DISAGREES.value: Stance.REFUTES,
}
OPPOSITE = {Stance.SUPPORTS: Stance.REFUTES, Stance.REFUTES: Stance.SUPPORTS}


def suggestion(facts: Facts, comparisons: Mapping[int, Shape | None]) -> Shape | None:
    """All weighty evidence one way: that way; both ways: conflicting; none: None.

    {"conclusion", "because"}; the conclusion is None where a stance says one thing and its own
    figures another: a person must look first.
    """
    pieces = [piece for piece in facts.evidence if standing.counts(piece)]
    against_itself = [p for p in pieces if contradicts(p.stance, comparisons.get(p.id))]
    if against_itself:
        told = [_contradiction(p, comparisons[p.id] or {}) for p in against_itself]
        return {"conclusion": None, "because": "; ".join(told)}
    weighty = {piece.id: way for piece in pieces if (way := _way(piece, comparisons.get(piece.id)))}
    if not weighty:
        return None
    because = "; ".join(_reasons(weighty, comparisons))
    return {"conclusion": _conclusion(set(weighty.values())), "because": because}


def contradicts(stance: str | None, comparison: Shape | None) -> bool:
    """Whether a piece of evidence is said to go one way and its figures go the other."""
    speaks = SPEAKS.get(comparison["result"]) if comparison else None
    return speaks is not None and stance == OPPOSITE[speaks]


def _way(piece: Any, comparison: Shape | None) -> Stance | None:
    if piece.stance is not None:
        return Stance(piece.stance) if piece.stance != Stance.CONTEXT else None
    return SPEAKS.get(comparison["result"]) if comparison else None


def _conclusion(ways: set[Stance]) -> str:
    if len(ways) > 1:
        return Conclusion.CONFLICTING.value
    return (Conclusion.SUPPORTED if Stance.SUPPORTS in ways else Conclusion.REFUTED).value


def _reasons(weighty: Mapping[int, Stance], comparisons: Mapping[int, Shape | None]) -> list[str]:
    """One piece by what it compares to; of several each by its number."""
    if len(weighty) == 1:
        return [_reason(number, way, comparisons.get(number)) for number, way in weighty.items()]
    return list(_numbered(weighty, comparisons))


def _reason(number: int, way: Stance, comparison: Shape | None) -> str:
    if comparison and comparison["result"] in SPEAKS:
        return str(comparison["explanation"])
    return f"evidence {number} {way.value} it"


def _numbered(
    weighty: Mapping[int, Stance], comparisons: Mapping[int, Shape | None]
) -> Iterator[str]:
    for number, way in weighty.items():
        comparison = comparisons.get(number)
        told = comparison and comparison["result"] in SPEAKS
        shown = f": {comparison['explanation']}" if comparison and told else ""
        yield f"evidence {number} {way.value} it{shown}"


def _contradiction(piece: Any, comparison: Shape) -> str:
    return (
        f"evidence {piece.id} is said to {_verb(piece.stance)} it, but {comparison['explanation']}"
    )


def _verb(stance: str) -> str:
    return "support" if stance == Stance.SUPPORTS else "refute"
