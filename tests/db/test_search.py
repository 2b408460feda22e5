"""The search index: what is found by which words, alike on both databases."""

from typing import Any

import pytest
from sqlalchemy import select

from factcheck.models import Evidence, Note, Source
from factcheck.services import claims, evidence, notes, search, sources
from factcheck.services.evidence import NewEvidence
from factcheck.services.listing import Filter
from factcheck.services.sources import NewSource
from factcheck.words import Conclusion
from tests.services.desk import Desk, claim


def found(desk: Desk, words: str, **filters: Any) -> list[int]:
    with desk.reading() as session:
        return search.find(session, words, Filter(**filters))


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """One claim that can be found by a word in each of its records, and one beside it."""
    desk.article()
    desk.source("https://example.org/atlas", publisher="Cartographers")
    number = desk.claim(
        "The train is long", quote="20 carriages", claimant="Yonhap", note="Telephoned"
    )
    piece = NewEvidence("atlas", quote="twenty armoured wagons", locator="folio 7")
    with desk.writing() as session:
        one = claim(session, number)
        evidence.add(session, one, piece)
        notes.answer(session, notes.ask(session, one, "Is it painted?"), "Olive green")
    desk.decide(number, Conclusion.REFUTED, because="Ninety were counted")
    desk.claim("Nothing of the kind")
    return desk


EVERYWHERE = (
    "train", "TRAINS", "carriage", "Yonhap", "telephoned", "armoured wagons", "folio",
    "ninety counted", "painted", "olive", "cartographers", "atlas", "example.org",
)  # fmt: skip
NOWHERE = ("bus", "trainer", "train bus", "", "---", "7 8 9")
ODD = (
    '"',
    "train AND",
    "NEAR(train",
    "train*",
    "a:b",
    "(",
    "'; DROP TABLE claim",
    "^x",
    "\\",
    "%_",
)


def test_word_in_each_record(filled: Desk) -> None:
    assert [words for words in EVERYWHERE if found(filled, words) != [1]] == []
    assert [words for words in NOWHERE if found(filled, words)] == []


def test_nothing_is_a_syntax_error(filled: Desk) -> None:
    for words in ODD:
        assert set(found(filled, words)) <= {1, 2}


def test_order_is_the_same_everywhere(desk: Desk) -> None:
    desk.claim("A note beside it says more", note="the armoured train")
    desk.claim("The train was armoured, they say")
    desk.claim("The armoured train")
    desk.claim("Armoured trains of the world, of all kinds and of all times")
    desk.claim("Nothing")
    assert found(desk, "armoured train") == [3, 4, 2, 1]


def test_filters_hold_in_a_search(filled: Desk) -> None:
    filled.claim("Another train", kind="date")
    assert sorted(found(filled, "train")) == [1, 3]
    assert found(filled, "train", kinds=["date"]) == [3]
    with filled.reading() as session:
        assert search.find(session, "train", Filter(), limit=1, offset=1) != []


def test_hidden_claims_are_left_out(filled: Desk) -> None:
    with filled.writing() as session:
        claims.hide(session, [claim(session, 1)])
    assert found(filled, "train") == []
    assert found(filled, "train", hidden=True) == [1]


def test_edit_and_undo_stay_in_step(filled: Desk) -> None:
    filled.edit(1, text="The lorry is long")
    assert (found(filled, "lorry"), found(filled, "train")) == ([1], [])
    filled.undo()
    assert (found(filled, "lorry"), found(filled, "train")) == ([], [1])
    assert filled.faults() == []


def test_undone_note_is_forgotten(filled: Desk) -> None:
    with filled.writing() as session:
        notes.add(session, "a zeppelin", claim=claim(session, 2))
    assert found(filled, "zeppelin") == [2]
    filled.undo()
    assert found(filled, "zeppelin") == []
    assert filled.ask("SELECT count(*) FROM note WHERE text LIKE '%zeppelin%'") == [(0,)]


SECRET = NewSource(
    "Jong Parkinson", key="mole", protected=True, alias="a senior official", publisher="Ministry",
    author="Parkinson", kept="box 9",
)  # fmt: skip


def test_protected_name_is_not_found(filled: Desk) -> None:
    cite_secret(filled)
    for words in ("Parkinson", "jong", "Ministry", "box 9"):
        assert found(filled, words) == []
    assert found(filled, "senior official") == [2]


def cite_secret(desk: Desk) -> None:
    with desk.writing() as session:
        sources.add(session, SECRET)
        evidence.add(session, claim(session, 2), NewEvidence("mole", says="so"))


def test_name_is_gone_once_protected(filled: Desk) -> None:
    with filled.writing() as session:
        atlas = session.scalars(select(Source).where(Source.key == "atlas")).one()
        sources.edit(session, atlas, {"protected": True, "alias": "a map maker"})
    assert found(filled, "cartographers") == found(filled, "atlas") == []
    assert found(filled, "map maker") == [1]


def test_what_is_stored_is_folded(filled: Desk) -> None:
    with filled.reading() as session:
        assert session.get_one(Evidence, 1).search == "twenty armoured wagons folio 7"
        assert session.scalars(select(Note.search)).all() == ["telephoned"]


def test_scripts_without_blanks_are_found(desk: Desk) -> None:
    desk.claim("\u91d1\u6b63\u6069\u4e58\u706b\u8f66")
    desk.claim("\uae40\uc815\uc740 \uc5f4\ucc28\uac00 \ub5a0\ub0ac\ub2e4")
    desk.claim("Z\u00fcrich caf\u00e9")
    assert found(desk, "\u706b\u8f66") == [1]
    assert found(desk, "\uae40\uc815\uc740") == [2]
    assert found(desk, "zurich CAFE") == [3]


def test_words_in_several_records_meet(filled: Desk) -> None:
    assert found(filled, "train ninety folio") == [1]
    assert found(filled, "train zeppelin") == []
