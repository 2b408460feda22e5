"""The values of a claim, and how they compare with each passage about it.

Made when a claim or its evidence is written and kept with what they were made of, so that a page
shows them without loading the finder. What was made of other words, or by an older finder, is
made again in memory, and kept at the next write.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam

from factcheck.db.standing import Facts
from factcheck.models import Claim, Evidence
from factcheck.models.base import canonical, table_of
from factcheck.text.folding import folded
from factcheck.words import FINDER, WORDED, Kind, Result, SpanState

if TYPE_CHECKING:
    from factcheck.text.values.value import Comparison, Value

Shape = dict[str, Any]

#: Better a disagreement too many before a person than one too few.
WORST = (Result.DISAGREES, Result.AGREES, Result.NOT_COMPARABLE)

FAULT = "factcheck stumbled over these words, which is a fault of its own: not comparable"
ONLY_SAYS = "the words of the source are not on file, only the checker's: nothing to compare"


def values(facts: Facts) -> list[Shape]:
    """The figures and dates of the claim's own words."""
    kept = facts.claim.values
    if kept is not None and kept["basis"] == _values_basis(facts):
        return list(kept["found"])
    return [value.shape() for value in _find(facts, facts.claim.text)]


def comparison(facts: Facts, piece: Any) -> Shape | None:
    """How a passage compares with the claim; None where no passage is on file.

    {"result", "explanation"}
    """
    found = _current(facts, piece)
    return found and {name: found[name] for name in ("result", "explanation")}


def keep(connection: Connection, facts: Facts) -> None:
    """Store what is not stored yet, or was made of something else."""
    basis = _values_basis(facts)
    if facts.claim.values is None or facts.claim.values["basis"] != basis:
        found = [value.shape() for value in _find(facts, facts.claim.text)]
        connection.execute(
            _SET_VALUES, {"row": facts.claim.id, "new": {"basis": basis, "found": found}}
        )
    for piece in facts.evidence:
        new = _current(facts, piece)
        if new != piece.comparison:
            connection.execute(_SET_COMPARISON, {"row": piece.id, "new": new})


def _current(facts: Facts, piece: Any) -> Shape | None:
    """What is kept, if it was made of what is there now; else made anew."""
    basis = _basis(facts, piece)
    if basis is None:
        return None
    kept: Shape | None = piece.comparison
    if kept is not None and kept["basis"] == basis:
        return kept
    return {"basis": basis, **_compare(facts, piece)}


_claims, _evidence = table_of(Claim), table_of(Evidence)
_SET_VALUES = (
    _claims.update().where(_claims.c.id == bindparam("row")).values(values=bindparam("new"))
)
_SET_COMPARISON = (
    _evidence.update().where(_evidence.c.id == bindparam("row")).values(comparison=bindparam("new"))
)


def _values_basis(facts: Facts) -> str:
    return _hash(facts.claim.text, *_about(facts))


def _basis(facts: Facts, piece: Any) -> str | None:
    """Of all that a comparison is made of; None where there is no passage."""
    if not (piece.quote or piece.says):
        return None
    claim = facts.claim
    mine = (claim.kind, claim.text, _words(facts), claim.claimant)
    return _hash(*mine, *_about(facts), piece.quote, piece.says, piece.source_published)


def _hash(*parts: Any) -> str:
    return hashlib.sha256(canonical([FINDER, *parts]).encode()).hexdigest()


def _about(facts: Facts) -> tuple[str | None, str]:
    """The day from which the claim speaks, and its language."""
    article = facts.article
    on = facts.claim.said_on or (article.published if article else None)
    return on, (article.language if article else None) or "en"


def _words(facts: Facts) -> str | None:
    """Its words at the first place where it still stands, in its own article if it can be."""
    spans = [span for span in facts.spans if span.state != SpanState.LOST]
    return spans[0].exact if spans else None


def _compare(facts: Facts, piece: Any) -> Shape:
    try:
        found = _worded(facts, piece) if facts.claim.kind in WORDED else _figures(facts, piece)
    except Exception:  # noqa: BLE001  a slip in comparing must not lose what a checker typed
        return {"result": Result.NOT_COMPARABLE.value, "explanation": FAULT}
    return {"result": found.result.value, "explanation": found.explanation}


def _worded(facts: Facts, piece: Any) -> "Comparison":
    from factcheck.text import wording
    from factcheck.text.values.value import Comparison

    if not piece.quote:
        return Comparison(Result.NOT_COMPARABLE, ONLY_SAYS)
    words = _words(facts) or facts.claim.text
    return wording.check(words, piece.quote, Kind(facts.claim.kind), _about(facts)[1])


def _figures(facts: Facts, piece: Any) -> "Comparison":
    """By the claim's words and, where they say something else, by the article's as well."""
    found = [_check(facts, text, piece) for text in _texts(facts)]
    return min(found, key=lambda each: WORST.index(each.result))


def _texts(facts: Facts) -> Iterator[str]:
    text, words = facts.claim.text, _words(facts)
    if words is None or folded(words) == folded(text):
        yield text
        return
    mine = {_key(value) for value in _find(facts, text)}
    theirs = {_key(value) for value in _find(facts, words)}
    if mine or not theirs:
        yield text
    if theirs and not (mine and mine <= theirs):
        yield words


def _key(value: "Value") -> tuple[Any, ...]:
    return value.kind, value.low, value.high, value.unit, value.iso


def _check(facts: Facts, text: str, piece: Any) -> "Comparison":
    from factcheck.text import values

    on, language = _about(facts)
    return values.check(
        text, piece.quote or piece.says, on=_date(on), passage_on=_date(piece.source_published),
        claimant=facts.claim.claimant, language=language,
    )  # fmt: skip


def _find(facts: Facts, text: str) -> "list[Value]":
    from factcheck.text import values

    on, language = _about(facts)
    try:
        return values.find(text, _date(on), language)
    except Exception:  # noqa: BLE001  as in _compare
        return []


def _date(day: str | None) -> date | None:
    """A month or a year is no day to count from."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None
