"""What a quotation that its page lost means for the verdict that rests on it."""

from types import SimpleNamespace as Row
from typing import Any

import pytest

from factcheck.db import presence, rechecks, standing
from factcheck.db.standing import Facts
from tests.db.test_standing import evidence, facts

QUOTE = "around 60 kilometers per hour"


def looked(state: str, found: str | None = None, why: str | None = None, **more: Any) -> Any:
    """A look at which the page could be read."""
    read = {"state": state, "at": "2026-11-23T09:00:00Z", "found": found, "why": why}
    return {"basis": presence.basis(QUOTE, 1), "state": state, "read": read, **more}


def piece(state: str | None = None, **more: Any) -> Row:
    seen = looked(state, **more) if state else None
    return evidence(quote=QUOTE, source_id=1, presence=seen)


def changes(then: Row, now: Row) -> list[str]:
    """Why a verdict calls for a re-check, with its evidence as it was then and as it is now."""
    grounds = standing.grounds(facts(evidence=[then]), "supported")
    verdict = Row(
        conclusion="supported", grounds=grounds, basis=standing.basis(grounds), uid="v1", at=None
    )
    today: Facts = facts(evidence=[now], verdicts=[verdict])
    return rechecks.because(today)


@pytest.mark.parametrize("state", ["exact", "folded", "altered-minor", "ambiguous", "no-quote"])
def test_what_still_stands_is_no_reason(state: str) -> None:
    assert changes(piece(), piece(state)) == []


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("altered-material", "evidence 1 now reads otherwise in its source: 60 became 80"),
        ("moved-or-replaced", "evidence 1 is no longer where it was in its source: 60 became 80"),
        ("context-changed", "evidence 1 is taken back in its source: 60 became 80"),
        ("absent", "evidence 1 is no longer in its source: 60 became 80"),
    ],
)
def test_what_was_lost_is_a_reason(state: str, said: str) -> None:
    assert changes(piece("exact"), piece(state, why="60 became 80")) == [said]


def test_what_comes_back_is_good_again() -> None:
    assert changes(piece("absent"), piece("exact")) == []


def test_what_was_known_to_be_lost_is_no_news() -> None:
    assert changes(piece("absent"), piece("absent")) == []


def test_another_wrong_figure_is_news() -> None:
    then = piece("altered-material", found="80 kilometers")
    now = piece("altered-material", found="90 kilometers", why="60 became 90")
    assert len(changes(then, now)) == 1


def test_what_could_not_be_looked_at_keeps_what_was_read() -> None:
    blind = looked("exact") | {"state": "could-not-look"}
    assert changes(piece("exact"), evidence(quote=QUOTE, source_id=1, presence=blind)) == []


def test_a_look_for_other_words_is_none() -> None:
    other = looked("absent") | {"basis": presence.basis("other words", 1)}
    assert presence.newest(evidence(quote=QUOTE, source_id=1, presence=other)) is None
    assert changes(piece(), evidence(quote=QUOTE, source_id=1, presence=other)) == []
