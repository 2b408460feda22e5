"""The author's replies to our comments: which question they answer, and what else they become."""

from typing import Any

import pytest

from factcheck.documents.document import Annotation as Noted
from factcheck.documents.own_comments import line
from factcheck.services import notes, replies
from factcheck.words import AnnotationKind
from tests.cli.told import LITE
from tests.services.desk import TEXT, Desk, claim

ANSWERED = "SELECT id, answer, answered_by FROM query WHERE answered_at IS NOT NULL ORDER BY id"
NOTES = 'SELECT claim_id, kind, text, "on" FROM note ORDER BY id'


def reply(text: str, reference: str | None, author: str | None = "Maria") -> Noted:
    """What somebody wrote below a comment, whose last line is `reference`."""
    answers = None if reference is None else f"Query: When?\n{reference}"
    kind = AnnotationKind.COMMENT
    return Noted(0, 3, kind, text, author=author, on="2026-11-20T10:00:00Z", answers=answers)


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """Claim 1 with queries 1 and 3, claim 2 with query 2."""
    desk.article()
    desk.claim(None, quote="20 carriages")
    desk.claim(None, quote="It can reach 37 mph")
    with desk.writing() as session:
        for number, question in ((1, "Counted?"), (2, "By whom?"), (1, "When?")):
            notes.ask(session, claim(session, number), question)
    return desk


def ours(desk: Desk, number: int, query: int | None = None) -> str:
    return line(number, desk.shape(number)["uid"], query)


def take(desk: Desk, *given: Noted) -> dict[str, Any]:
    with desk.writing() as session:
        taken = replies.take(session, given)
    return {"answered": taken.answered, "noted": taken.noted, "strangers": taken.strangers}


def test_each_reply_answers_the_question_of_its_comment(asked: Desk) -> None:
    given = [
        reply(" On Monday. ", ours(asked, 1, 3)),
        reply("Yonhap", ours(asked, 2, 2), author=None),
    ]
    assert take(asked, *given) == {"answered": [3, 2], "noted": [], "strangers": []}
    assert asked.ask(ANSWERED) == [(2, "Yonhap", None), (3, "On Monday.", "Maria")]
    assert asked.ask(NOTES) == []


@LITE
def test_the_same_answer_to_two_questions_answers_both(asked: Desk) -> None:
    given = [reply("Yes.", ours(asked, 1, 1)), reply("Yes.", ours(asked, 1, 3))]
    assert take(asked, *given)["answered"] == [1, 3]
    assert asked.ask(ANSWERED) == [(1, "Yes.", "Maria"), (3, "Yes.", "Maria")]


def test_the_same_copy_twice_adds_nothing(asked: Desk) -> None:
    given = [
        reply("Yes.", ours(asked, 1, 1)),
        reply("See page 4.", ours(asked, 1, 1)),
        reply("Who asks?", ours(asked, 1)),
        reply("Nobody.", ours(asked, 2), author=None),
    ]
    assert take(asked, *given) == {"answered": [1, 3, 2], "noted": [1], "strangers": []}
    before = asked.ask(ANSWERED), asked.ask(NOTES)
    assert take(asked, *given) == {"answered": [], "noted": [], "strangers": []}
    assert (asked.ask(ANSWERED), asked.ask(NOTES)) == before


@LITE
def test_a_question_that_was_answered_by_hand_keeps_its_answer(asked: Desk) -> None:
    take(asked, reply("Twenty.", ours(asked, 1, 1)))
    assert take(asked, reply("No, 21.", ours(asked, 1, 1))) == {
        "answered": [], "noted": [1], "strangers": [],
    }  # fmt: skip
    assert asked.ask(ANSWERED) == [(1, "Twenty.", "Maria")], "no other question is answered by it"
    assert asked.ask(NOTES) == [(1, "reply", "Maria: No, 21.", "2026-11-20T10:00:00Z")]


@LITE
def test_a_comment_that_asked_nothing(asked: Desk) -> None:
    waits, two_wait = reply("Yonhap did.", ours(asked, 2)), reply("Ask Kim.", ours(asked, 1))
    assert take(asked, waits, two_wait) == {"answered": [2], "noted": [1], "strangers": []}
    assert asked.ask(ANSWERED) == [(2, "Yonhap did.", "Maria")], "the only one that waits"
    assert asked.ask(NOTES) == [(1, "reply", "Maria: Ask Kim.", "2026-11-20T10:00:00Z")]


@LITE
def test_a_question_of_another_claim_is_not_answered(asked: Desk) -> None:
    """Its number was another's before records were renumbered."""
    assert take(asked, reply("Yes.", ours(asked, 2, 3)))["answered"] == [2]
    assert take(asked, reply("No.", ours(asked, 1, 77)))["noted"] == [1]


@LITE
def test_two_people_may_say_the_same(asked: Desk) -> None:
    given = [reply("Fine.", ours(asked, 1)), reply("Fine.", ours(asked, 1), author="Bob")]
    assert take(asked, *given)["noted"] == [1, 1]
    assert [text for _, _, text, _ in asked.ask(NOTES)] == ["Maria: Fine.", "Bob: Fine."]


def test_a_claim_of_another_database_is_nobody_here(asked: Desk) -> None:
    given = [
        reply("Yes.", "[factcheck claim 1 00000000 query 1]"),
        reply("No.", line(99, asked.shape(1)["uid"], 1)),
        reply(" \n", ours(asked, 1, 1)),
    ]
    assert take(asked, *given) == {"answered": [], "noted": [], "strangers": ["Yes.", "No."]}
    assert asked.ask(ANSWERED) == asked.ask(NOTES) == []


def test_what_answers_anybody_else_stays_an_annotation(asked: Desk) -> None:
    own, plain = reply("Yes.", ours(asked, 1, 1)), reply("Nice", None)
    other = reply("I see", "which year?")
    assert replies.apart([plain, own, other]) == ([plain, other], [own])
    asked.revise(TEXT + "More.\n", annotations=[plain, own, other])
    assert asked.ask("SELECT text FROM annotation ORDER BY id") == [("Nice",), ("I see",)]
    assert asked.ask(ANSWERED) == [(1, "Yes.", "Maria")]
    asked.undo()
    assert asked.ask(ANSWERED) == asked.ask("SELECT text FROM annotation") == []
