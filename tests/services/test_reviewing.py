"""A walk through claims: the order, the paragraph around the words, and who was quicker."""

from typing import Any

import pytest

from factcheck.errors import Conflict
from factcheck.models import Source
from factcheck.services import claims, evidence, reviewing
from factcheck.services.evidence import NewEvidence
from factcheck.services.listing import Filter
from factcheck.services.reviewing import Passage, natural, surroundings, unwrapped
from factcheck.text.spans import Span
from factcheck.words import Conclusion
from tests.services.desk import Desk, claim


def walked(desk: Desk, *, every: bool = False, **filters: Any) -> list[int]:
    with desk.reading() as session:
        return reviewing.chosen(session, Filter(**filters), every=every)


def shown(desk: Desk, number: int, article: int | None = None) -> Passage | None:
    with desk.reading() as session:
        return reviewing.passage(session, number, article)


# Places in a source


@pytest.mark.parametrize(
    "places",
    [
        ["p. 9", "p. 12", "p. 112"],
        ["9", "p. 10", "pp. 11-12", "page 12", "p. 12, par. 3"],
        ["0:45", "12:10", "1:02:03"],
        ["par. 2", "par. 10"],
        ["2.9", "2.10"],
        ["B2", "B12", "C1"],
        ["p. 3", "table 2"],
    ],
)
def test_places_come_in_the_order_of_the_source(places: list[str]) -> None:
    assert sorted(set(places), key=natural) == places


def test_a_place_is_read_whatever_is_typed_there() -> None:
    assert natural("") == ()
    assert natural("\u00b2") == ((1, 0, "\u00b2"),)
    assert natural("p. \u0663") == ((0, 3, ""),)
    assert len(natural("9" * 1_000_000)) == 39
    assert natural("1:11" * 250_000)


# Which claims


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """In reading order: 2 decided, 1 open, 3 asked about, 4 hidden, 5 of no article."""
    desk.article()
    desk.source()
    desk.claim("speed", quote="37 mph", nth=1)
    desk.claim("count", quote="20 carriages")
    desk.claim("day", quote="on Monday")
    desk.claim("hidden")
    desk.claim("elsewhere", article=None)
    desk.decide(2, Conclusion.SUPPORTED, place="atlas p. 12")
    desk.decide(3, question="which day?")
    with desk.writing() as session:
        claims.hide(session, [claim(session, 4)])
    return desk


def test_the_open_ones_in_reading_order(filled: Desk) -> None:
    assert walked(filled) == [1, 5]
    assert walked(filled, every=True) == [3, 2, 1, 5]
    assert walked(filled, statuses=["supported"], every=True) == [2]


def test_a_recheck_comes_again(filled: Desk) -> None:
    filled.edit(2, text="The train has 21 carriages")
    assert walked(filled) == [2, 1, 5]


def test_an_answer_opens_the_question_again(filled: Desk) -> None:
    filled.execute("UPDATE query SET answered_at = asked_at, answer = 'Monday'")
    filled.edit(3, kind="date")
    assert walked(filled) == [3, 1, 5]


def test_a_joined_claim_is_left_out(filled: Desk) -> None:
    with filled.writing() as session:
        claims.join(session, claim(session, 1), [claim(session, 5)])
    assert walked(filled) == [1]


def test_one_source_from_its_first_page_to_its_last(filled: Desk) -> None:
    for number, place in ((1, "atlas p. 112"), (1, "atlas p. 90"), (5, "atlas p. 9"), (3, "atlas")):
        with filled.writing() as session:
            new = NewEvidence(place=place, seen=False)
            evidence.add(session, claim(session, number), new)
    with filled.reading() as session:
        atlas = session.get_one(Source, 2)
    assert walked(filled, every=True, source=atlas) == [5, 2, 1, 3]
    assert walked(filled, source=atlas) == [5, 1]


def test_the_place_used_last(filled: Desk) -> None:
    with filled.reading() as session:
        assert reviewing.last_place(session, "Ann Checker") == "atlas p. 12"
        assert reviewing.last_place(session, "Nobody") is None
    filled.decide(1, Conclusion.SUPPORTED, place="atlas", who="Bob")
    with filled.reading() as session:
        assert reviewing.last_place(session, "Bob") == "atlas"


# The words in their paragraph


def test_a_claim_in_its_paragraph(desk: Desk) -> None:
    wrapped = "The train left the capital early on Monday and went\nwith 20 carriages. Fine."
    desk.article(f"Before.\n\n{wrapped}\nNew line.\n\nAfter.\n")
    desk.claim("count", quote="20 carriages")
    desk.claim("nowhere")
    assert shown(desk, 1) == Passage(
        "The train left the capital early on Monday and went with ",
        "20 carriages",
        ". Fine.\nNew line.",
        1,
        "exact",
    )
    assert shown(desk, 2) is None


def test_words_that_are_gone_are_shown_as_they_stood(desk: Desk) -> None:
    desk.article("One. Two.\n\nIt has 20 carriages.\n")
    desk.claim("count", quote="20 carriages")
    desk.revise("Quite another text about nothing that was in it before.\n")
    found = shown(desk, 1)
    assert found is not None
    assert (found.words, found.revision, found.state) == ("20 carriages", 2, "lost")


def test_far_into_a_long_text_only_a_page_is_read(desk: Desk) -> None:
    desk.article("\U0001f682 word " * 20_000 + "It has 20 carriages. End.\n")
    desk.claim("count", quote="20 carriages")
    found = shown(desk, 1)
    assert found is not None
    assert (found.words, found.after[:6]) == ("20 carriages", ". End.")
    assert found.before.endswith("word It has ")
    assert len(found.before) <= reviewing.WINDOW


def test_a_long_paragraph_is_cut_to_the_neighbours() -> None:
    text = "".join(f"Sentence number {n} is about something. " for n in range(60))
    start = text.index("number 30")
    around = surroundings(text, Span(start, start + 9))
    assert text[around.start : around.end] == (
        "Sentence number 29 is about something. Sentence number 30 is about something. "
        "Sentence number 31 is about something."
    )


def test_breaks_inside_a_sentence_are_none() -> None:
    text = "# Head\nA line that is long enough to go on in the next\none. More.\n- One\n- Two\n"
    told = "# Head\nA line that is long enough to go on in the next one. More.\n- One\n- Two "
    assert unwrapped(text) == told
    assert len(unwrapped(text)) == len(text)


# Who was quicker


def test_a_claim_is_kept_if_it_is_as_it_was_shown(filled: Desk) -> None:
    before = filled.shape(1)
    with filled.writing() as session:
        assert reviewing.the_same(session, before).id == 1
    filled.decide(1, question="which mph?", who="Bob")
    with pytest.raises(Conflict) as refused, filled.writing() as session:
        reviewing.the_same(session, before)
    assert refused.value.message == "Claim 1 was changed meanwhile; nothing was written."


def test_a_claim_that_is_gone_is_a_conflict_too(filled: Desk) -> None:
    shape = filled.shape(1) | {"id": 99}
    with pytest.raises(Conflict), filled.writing() as session:
        reviewing.the_same(session, shape)


def test_a_hidden_claim_is_not_looked_at(filled: Desk) -> None:
    with filled.reading() as session:
        assert reviewing.look(session, 4) is None
        found = reviewing.look(session, 1)
        asked = reviewing.look(session, 3)
    assert found is not None
    assert reviewing.is_open(found)
    assert asked is not None
    assert not reviewing.is_open(asked)
