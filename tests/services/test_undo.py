"""Undo and redo: back to the same records, byte for byte, or a refusal that says why."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.history import image_of
from factcheck.errors import NotFound, Refused
from factcheck.models import RECORDS, Claim, Evidence, Person, Query, Source
from factcheck.services import (
    articles,
    claims,
    evidence,
    history,
    house,
    marking,
    notes,
    proposals,
    revising,
    skips,
    sources,
    undo,
    verdicts,
)
from factcheck.services.articles import NewArticle
from factcheck.services.claims import NewClaim
from factcheck.services.drafts import Draft
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.services.verdicts import Decision, NewFix
from factcheck.words import Action, Conclusion
from tests.services.desk import TEXT, WHO, Desk, article, claim


def furnish(desk: Desk) -> None:
    """Two claims, the first decided with a fix and a query; two sources."""
    desk.article(authors=["Cora"])
    desk.source()
    desk.source("A book", key="book")
    desk.claim("one", quote="20 carriages", tags=["train"], note="a call")
    desk.claim("two", evidence=[NewEvidence("book", says="so", seen=False)])
    desk.decide(1, Conclusion.SUPPORTED, place="atlas p. 1", fix="other", question="sure?")


def images(desk: Desk) -> list[str]:
    """All records as the lossless export would hold them; people stay when a step goes."""
    with desk.reading() as session:
        kept = [cls for name, cls in RECORDS.items() if name != "person"]
        return [
            image_of(row) for cls in kept for row in session.scalars(select(cls).order_by(cls.id))
        ]


def source(session: Session, number: int) -> Source:
    return session.get_one(Source, number)


def first(session: Session) -> Claim:
    return claim(session, 1)


def piece(session: Session, number: int = 1) -> Evidence:
    return session.get_one(Evidence, number)


CALLS: dict[str, Callable[[Session], Any]] = {
    "article add": lambda s: articles.add(s, NewArticle("Text", "new.txt", authors=["Dan"])),
    "article edit": lambda s: articles.edit(s, article(s), {"title": "x"}, authors=["Dan"]),
    "article close": lambda s: articles.close(s, article(s)),
    "add": lambda s: claims.add(
        s,
        NewClaim("x", quote="37 mph", nth=2, tags=["a"], note="n", evidence=[NewEvidence("atlas")]),
        article(s),
    ),
    "edit": lambda s: claims.edit(
        s, first(s), {"text": "x", "said_at": ["https://a.example"]}, quote=("on Monday", None)
    ),
    "rm": lambda s: claims.hide(s, [first(s), claim(s, 2)]),
    "tag": lambda s: claims.tag(s, [first(s)], add=["b"], remove=["train"]),
    "split": lambda s: claims.split(s, first(s), ["a", "b"]),
    "same": lambda s: claims.join(s, first(s), [claim(s, 2)]),
    "note": lambda s: notes.add(s, "x", claim=first(s), next_day="2026-01-01"),
    "query ask": lambda s: notes.ask(s, first(s), "x?"),
    "query answer": lambda s: notes.answer(s, s.get_one(Query, 1), "yes"),
    "source add": lambda s: sources.add(s, NewSource("example.org/new")),
    "source edit": lambda s: sources.edit(s, source(s, 2), {"title": "x", "origin": "book"}),
    "source protect": lambda s: sources.edit(s, source(s, 2), {"protected": True, "alias": "x"}),
    "source merge": lambda s: sources.merge(s, source(s, 3), source(s, 2)),
    "evidence add": lambda s: evidence.add(s, first(s), NewEvidence("book", quote="q")),
    "evidence edit": lambda s: evidence.edit(s, piece(s), {"source": "book", "note": "n"}),
    "evidence seen": lambda s: evidence.see(s, piece(s)),
    "evidence retract": lambda s: evidence.retract(s, piece(s, 2), "x"),
    "verify": lambda s: verdicts.decide(s, [first(s)], Decision(Conclusion.MIXED, because="x")),
    "verify from": lambda s: verdicts.decide(
        s, [claim(s, 2)], Decision(Conclusion.SUPPORTED, evidence=NewEvidence(place="book"))
    ),
    "verify fix": lambda s: verdicts.add_fix(s, first(s), NewFix(Action.CUT)),
    "verify agreed": lambda s: verdicts.agree(s, first(s), "Bob"),
    "verify overruled": lambda s: verdicts.overrule(s, first(s), "Bob", "no"),
    "article revise": lambda s: revising.revise(s, article(s), Draft(TEXT.replace("20", "21"))),
    "article claims": lambda s: proposals.accept(
        s, article(s), proposals.open_ones(s, article(s))[:2]
    ),
    "article claims --not-checkable": lambda s: proposals.not_checkable(
        s, article(s), proposals.open_ones(s, article(s))[:1]
    ),
    "article skip": lambda s: skips.add(s, article(s), "Some say that"),
    "article mark": lambda s: marking.take(
        s, article(s), marking.page(s, article(s)), TEXT.replace("Monday", "[[Monday]]{book p. 1}")
    ),
    "house edit": lambda s: house.edit(s, "words", "desk"),
}


def test_every_command_is_undone_and_redone(desk: Desk) -> None:
    before = images(desk)
    for name, call in CALLS.items():
        with desk.writing(name) as session:
            call(session)
        after, number = images(desk), desk.steps()
        assert after != before, name
        desk.undo(number)
        assert images(desk) == before, name
        desk.undo()
        assert images(desk) == after, name
        desk.undo()
    assert desk.faults() == []


def test_later_change_is_named(desk: Desk) -> None:
    desk.edit(1, text="first change")
    desk.edit(1, text="second change")
    later = desk.steps()
    with pytest.raises(
        Refused, match=rf"claim 1 was changed since by step {later} \(edit\)"
    ) as caught:
        desk.undo(later - 1)
    assert (caught.value.hint, caught.value.record) == (
        f"factcheck undo {later} first.", f"step:{later}",
    )  # fmt: skip
    assert desk.steps() == later


def test_record_in_use_stays(desk: Desk) -> None:
    number = desk.claim("three")
    added = desk.steps()
    desk.decide(number, question="sure?")
    with pytest.raises(Refused, match=rf"added since by step {added + 1} \(verify\), needs claim"):
        desk.undo(added)
    desk.undo()
    desk.undo(added)
    assert desk.row(Claim, number) is None


def test_number_is_never_given_again(desk: Desk) -> None:
    number = desk.claim("three")
    desk.undo()
    assert desk.claim("four") == number + 1


def test_step_is_undone_once(desk: Desk) -> None:
    desk.edit(1, text="x")
    number = desk.steps()
    desk.undo(number)
    with pytest.raises(Refused, match=f"was undone by step {number + 1} already") as caught:
        desk.undo(number)
    assert caught.value.hint == f"factcheck undo {number + 1} brings it back."


def undo_newest(desk: Desk, who: str = WHO) -> int:
    """`factcheck undo`; the number of the step it chose."""
    with desk.writing("undo", who) as session:
        person = session.scalars(select(Person).where(Person.name == who)).one()
        target = undo.newest_of(session, person.id)
        undo.undo(session, target)
        return target.id


def test_again_goes_further_back(desk: Desk) -> None:
    for words in ("a", "b", "c"):
        desk.edit(1, text=words)
    last = desk.steps()
    assert [undo_newest(desk) for _ in range(3)] == [last, last - 1, last - 2]
    assert desk.shape(1)["text"] == "one"


def test_redone_step_is_the_newest_again(desk: Desk) -> None:
    desk.edit(1, text="a")
    number = desk.steps()
    desk.undo(number)
    desk.undo()
    assert desk.shape(1)["text"] == "a"
    assert undo_newest(desk) == number
    assert desk.shape(1)["text"] == "one"


def test_only_own_steps_without_a_number(desk: Desk) -> None:
    desk.edit(1, text="mine")
    mine = desk.steps()
    desk.claim("theirs", who="Bob")
    assert undo_newest(desk) == mine
    assert desk.ask("SELECT count(*) FROM claim") == [(3,)]


def test_first_step_of_somebody_new(desk: Desk) -> None:
    number = desk.claim("theirs", who="Bob")
    desk.execute("""UPDATE person SET aliases = '["bo"]' WHERE name = 'Bob'""")
    desk.undo(desk.steps())
    assert desk.row(Claim, number) is None
    assert desk.ask("SELECT count(*) FROM person WHERE name = 'Bob'") == [(1,)]


def test_nothing_left_to_undo(desk: Desk) -> None:
    desk.claim("x", who="Bob")
    undo_newest(desk, "Bob")
    with pytest.raises(NotFound, match="nothing to undo"):
        undo_newest(desk, "Bob")


def test_setup_and_older_schema_stay(desk: Desk) -> None:
    desk.execute("UPDATE step SET schema = '0000' WHERE id = 5")
    with pytest.raises(Refused, match="before the database was upgraded"):
        desk.undo(5)
    desk.execute("UPDATE step SET kind = 'setup' WHERE id = 1")
    with pytest.raises(Refused, match="cannot be undone"):
        desk.undo(1)


def test_struck_image_is_not_brought_back(desk: Desk) -> None:
    desk.edit(2, text="not a libel")
    desk.execute(
        "UPDATE image SET json = NULL, struck_because = 'a court' WHERE json LIKE '%\"two\"%'"
    )
    with pytest.raises(Refused, match="was struck out"):
        desk.undo()
    assert desk.shape(2)["text"] == "not a libel"


def test_no_such_step(desk: Desk) -> None:
    for number in (0, -1, 999, 10**12):
        with desk.reading() as session, pytest.raises(NotFound):
            history.step(session, number)
