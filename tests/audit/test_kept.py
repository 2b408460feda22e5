"""What is kept of a comparison is taken as it is, as long as it is of the same words."""

from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.audit import kept
from factcheck.db import derived
from factcheck.models.base import canonical
from factcheck.services import evidence
from factcheck.services.evidence import NewEvidence
from tests.services.desk import Desk, claim


def parts(desk: Desk) -> tuple[SimpleNamespace, str, SimpleNamespace]:
    """A claim with its article's day and language, its words, and a piece of its evidence."""
    with desk.reading() as session:
        (facts,) = derived.facts(session.connection(), [1])
    about = {"published": facts.article.published, "language": facts.article.language}
    (piece,) = facts.evidence
    row = {**piece._asdict(), "kept": canonical(piece.comparison)}
    mine = SimpleNamespace(**facts.claim._asdict(), **about)
    return mine, facts.spans[0].exact, SimpleNamespace(**row)


@pytest.fixture
def compared(desk: Desk) -> tuple[SimpleNamespace, str, SimpleNamespace]:
    desk.article(published="2023-09-11")
    desk.source(published="2023-09-12")
    desk.claim('The "long" train\\ has 20 carriages', quote="20 carriages", claimant="Zoë")
    with desk.writing() as session:
        new = NewEvidence("atlas", quote='21 \N{EM DASH} "carriages"\n\tin all', stance="refutes")
        evidence.add(session, claim(session, 1), new)
    return parts(desk)


def test_what_is_of_the_same_words(compared: Any) -> None:
    mine, words, piece = compared
    known = kept.known(kept.begun(mine, words), piece)
    assert known is not None
    assert known.result == "disagrees" == piece.comparison["result"]
    assert known.explanation == piece.comparison["explanation"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", "The train has 22 carriages"), ("kind", "date"), ("claimant", None),
        ("said_on", "2023-09-10"), ("published", None), ("language", "de"),
        ("quote", "22 carriages"), ("says", "22"), ("source_published", None), ("kept", None),
    ],
)  # fmt: skip
def test_what_is_of_other_words(compared: Any, name: str, value: str | None) -> None:
    mine, words, piece = compared
    side = mine if hasattr(mine, name) else piece
    setattr(side, name, value)
    assert kept.known(kept.begun(mine, words), piece) is None


def test_other_words_in_the_article(compared: Any) -> None:
    mine, _words, piece = compared
    assert kept.known(kept.begun(mine, None), piece) is None


def test_what_was_made_anew_reads_alike() -> None:
    known = kept.made({"result": "agrees", "explanation": 'the "same": agrees'})
    assert (known.result, known.explanation) == ("agrees", 'the "same": agrees')
