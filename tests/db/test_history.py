"""What the session writes down by itself: steps, events, images, and their chain."""

import hashlib
import json
from typing import Any, NoReturn

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from factcheck.db import history
from factcheck.db.engine import make_engine
from factcheck.db.session import Ledger, attempt
from factcheck.models import RECORDS, Claim, Event, Image, Person, Step, Tag
from factcheck.services import claims, lookup
from factcheck.services.verdicts import Decision, record
from factcheck.words import Conclusion
from tests.services.desk import Desk, claim

OLD = "2020-01-02T03:04:05Z"


def events(desk: Desk, step: int | None = None) -> list[tuple[str, int, str]]:
    """Record, number and action of each event of a step, the newest unless it is named."""
    number = step or desk.steps()
    query = f"SELECT record, record_id, action FROM event WHERE step_id = {number} ORDER BY ordinal"  # noqa: S608 - a number
    return [(record, record_id, action) for record, record_id, action in desk.ask(query)]


def broken(desk: Desk) -> list[str]:
    with make_engine(desk.url).connect() as connection:
        return list(history.broken_links(connection))


def test_step_says_who_and_what(desk: Desk) -> None:
    desk.claim(who="Bob")
    with desk.reading() as session:
        step = session.scalars(select(Step).order_by(Step.id.desc())).first()
        assert step is not None
        assert (step.who, step.command, step.kind, step.finished) == ("Bob", "add", "command", True)
        assert session.get_one(Person, step.person_id).name == "Bob"


def test_events_name_each_record(desk: Desk) -> None:
    number = desk.claim(tags=["a", "b"])
    assert events(desk) == [
        ("claim", number, "added"),
        ("tag", 1, "added"),
        ("tag", 2, "added"),
    ]


def test_images_hold_before_and_after(desk: Desk) -> None:
    number = desk.claim("one")
    desk.edit(number, text="two")
    with desk.reading() as session:
        event = session.scalars(select(Event).order_by(Event.step_id.desc())).first()
        assert event is not None
        before, after = (image(session, sha) for sha in (event.before_sha256, event.after_sha256))
    assert (before["text"], after["text"]) == ("one", "two")


def image(session: Session, sha: str | None) -> dict[str, Any]:
    stored = session.get_one(Image, sha)
    assert stored.json is not None
    assert hashlib.sha256(stored.json.encode()).hexdigest() == sha
    return dict(json.loads(stored.json))


def test_images_leave_out_what_is_derived(desk: Desk) -> None:
    desk.supported()
    for (stored,) in desk.ask("SELECT json FROM image"):
        assert (
            not {"search", "status", "outcome", "basis_now", "version"} & json.loads(stored).keys()
        )


def test_every_record_has_its_image(desk: Desk) -> None:
    desk.article(authors=["Cora"])
    desk.supported(quote="20 carriages", tags=["train"], note="a call")
    with desk.reading() as session:
        for table, cls in RECORDS.items():
            newest = newest_images(session, table)
            rows = {
                row.id: history.digest(history.image_of(row))
                for row in session.scalars(select(cls))
            }
            assert rows == newest


def newest_images(session: Session, table: str) -> dict[int, str | None]:
    listed = select(Event.record_id, Event.after_sha256).where(Event.record == table)
    return {row[0]: row[1] for row in session.execute(listed.order_by(Event.step_id))}


def test_chain_of_steps_verifies(desk: Desk) -> None:
    desk.article()
    number = desk.supported(quote="20 carriages")
    desk.edit(number, text="other", priority="high")
    links = desk.ask("SELECT before_sha256, sha256 FROM step ORDER BY id")
    assert broken(desk) == []
    assert [before for before, _ in links] == [None, *(sha for _, sha in links[:-1])]


TAMPERINGS = (
    "UPDATE step SET uid = 'x' WHERE id = 2",
    "UPDATE step SET who = 'Eve' WHERE id = 2",
    "UPDATE step SET person_id = 1 WHERE id = 2",
    "UPDATE step SET at = '2001-02-03T04:05:06Z' WHERE id = 2",
    "UPDATE step SET kind = 'run' WHERE id = 2",
    "UPDATE step SET command = 'rm 1' WHERE id = 2",
    "UPDATE step SET why = 'because' WHERE id = 2",
    "UPDATE step SET schema = '0000' WHERE id = 2",
    "UPDATE step SET undoes_id = 1 WHERE id = 2",
    "UPDATE step SET before_sha256 = NULL WHERE id = 2",
    "UPDATE step SET sha256 = 'x' WHERE id = 2",
    "UPDATE event SET step_id = 3, ordinal = 9 WHERE step_id = 2 AND ordinal = 1",
    "UPDATE event SET ordinal = 9 WHERE step_id = 2 AND ordinal = 1",
    "UPDATE event SET record = 'tag' WHERE step_id = 2",
    "UPDATE event SET record_id = 9 WHERE step_id = 2",
    "UPDATE event SET action = 'changed' WHERE step_id = 2",
    "UPDATE event SET before_sha256 = 'x' WHERE step_id = 2",
    "UPDATE event SET after_sha256 = NULL WHERE step_id = 2",
    "DELETE FROM event WHERE step_id = 2",
    "INSERT INTO event VALUES (2, 99, 'claim', 9, 'added', NULL, NULL)",
    "UPDATE image SET json = '{}' WHERE json LIKE '%the claim%'",
    "UPDATE image SET sha256 = 'x' WHERE json LIKE '%the claim%'",
    "UPDATE image SET json = NULL WHERE json LIKE '%the claim%'",
    "UPDATE image SET struck_because = 'so' WHERE json LIKE '%the claim%'",
    "DELETE FROM image WHERE json LIKE '%the claim%'",
)


def test_tampering_is_found(desk: Desk) -> None:
    desk.claim("the claim", who="Bob")
    desk.claim("another")
    desk.claim("one more")
    assert [change for change in TAMPERINGS if not found_after(desk, change)] == []
    assert broken(desk) == []


def found_after(desk: Desk, change: str) -> list[str]:
    """What the check says of a change that is then rolled back."""
    with make_engine(desk.url).connect() as connection:
        assert connection.execute(text(change)).rowcount
        return list(history.broken_links(connection))


def test_renumbered_step_is_found(desk: Desk) -> None:
    desk.claim()
    with make_engine(desk.url).begin() as connection:
        connection.execute(text(DEFER[connection.dialect.name]))
        connection.execute(text("UPDATE step SET id = 99 WHERE id = 2"))
        connection.execute(text("UPDATE event SET step_id = 99 WHERE step_id = 2"))
    assert broken(desk) == ["step 99 is not as it was written"]


DEFER = {
    "sqlite": "PRAGMA defer_foreign_keys=ON",
    "postgresql": "SET CONSTRAINTS ALL DEFERRED",
}


def test_lost_step_is_found(desk: Desk) -> None:
    desk.claim()
    desk.claim()
    desk.execute("DELETE FROM event WHERE step_id = 2")
    desk.execute("DELETE FROM step WHERE id = 2")
    assert broken(desk) == ["step 3 does not follow the step before it"]


def test_struck_image_still_verifies(desk: Desk) -> None:
    desk.claim("a libel")
    desk.execute(
        "UPDATE image SET json = NULL, struck_because = 'a court' WHERE json LIKE '%libel%'"
    )
    assert broken(desk) == []


def test_nothing_is_written_without_step(desk: Desk) -> None:
    with Ledger(make_engine(desk.url)) as session:
        session.add(Claim(text="x"))
        with pytest.raises(RuntimeError, match="without a step"):
            session.flush()
    assert desk.ask("SELECT count(*) FROM claim") == [(0,)]


@pytest.mark.parametrize("change", [delete(Claim), update(Claim).values(text="x")])
def test_bulk_changes_are_refused(desk: Desk, change: Any) -> None:
    desk.claim("kept")
    with pytest.raises(RuntimeError, match="bulk"), desk.writing() as session:
        session.execute(change)
    assert desk.ask("SELECT text FROM claim") == [("kept",)]


def test_several_flushes_give_one_event(desk: Desk) -> None:
    number = desk.claim("one")
    with desk.writing() as session:
        for words in ("two", "three", "four"):
            claims.edit(session, claim(session, number), {"text": words})
    assert events(desk) == [("claim", number, "changed")]
    with desk.reading() as session:
        event = session.scalars(select(Event).order_by(Event.step_id.desc())).first()
        assert event is not None
        assert image(session, event.before_sha256)["text"] == "one"


def test_change_and_back_is_no_step(desk: Desk) -> None:
    number = desk.claim("one")
    age(desk)
    before = desk.steps()
    with desk.writing() as session:
        claims.edit(session, claim(session, number), {"text": "two"})
        claims.edit(session, claim(session, number), {"text": "one"})
    assert desk.steps() == before
    assert desk.row(Claim, number).updated_at.year == 2020


def age(desk: Desk) -> None:
    """As if all had been written long ago: a test is over within the second."""
    desk.execute(f"UPDATE claim SET created_at = '{OLD}', updated_at = '{OLD}'")  # noqa: S608 - a constant


def test_added_and_removed_is_no_step(desk: Desk) -> None:
    number, before = desk.claim(), desk.steps()
    with desk.writing() as session:
        claims.tag(session, [claim(session, number)], add=["train"])
        claims.tag(session, [claim(session, number)], remove=["train"])
    assert desk.steps() == before


def test_same_value_again_is_no_step(desk: Desk) -> None:
    number, before = desk.claim("one", said_at=["https://a.org"]), desk.steps()
    desk.edit(number, text="one", said_at=["https://a.org"])
    assert desk.steps() == before


def test_failed_command_leaves_nothing(desk: Desk) -> None:
    before = desk.steps()
    with pytest.raises(ZeroDivisionError), desk.writing(who="Somebody New") as session:
        fail(claims.add(session, claims.NewClaim(text="x")))
    assert desk.steps() == before
    assert desk.ask("SELECT count(*) FROM person WHERE name = 'Somebody New'") == [(0,)]


def test_failed_item_is_forgotten(desk: Desk) -> None:
    first = desk.claim("first")
    with desk.writing() as session:
        with attempt(session):
            claims.edit(session, claim(session, first), {"text": "changed"})
        with pytest.raises(ZeroDivisionError), attempt(session):
            fail(
                claims.edit(session, claim(session, first), {"text": "never"}),
                claims.add(session, claims.NewClaim(text="never")),
            )
        with attempt(session):
            claims.add(session, claims.NewClaim(text="last"))
    assert [action for _, _, action in events(desk)] == ["changed", "added"]
    assert desk.ask("SELECT text FROM claim ORDER BY id") == [("changed",), ("last",)]
    assert desk.faults() == []


def test_failed_item_leaves_no_status(desk: Desk) -> None:
    number = desk.claim()
    with desk.writing() as session:
        kept = claim(session, number)
        with pytest.raises(ZeroDivisionError), attempt(session):
            fail(decide(session, kept))
        assert (kept.status, kept.verdict_id) == ("unverified", None)


def decide(session: Session, kept: Claim) -> str:
    record(session, kept, Decision(Conclusion.SUPPORTED, exception="seen by all"))
    assert kept.status == "supported"
    return kept.status


def fail(*_done: object) -> NoReturn:
    """After all that was done before it."""
    raise ZeroDivisionError


def test_person_of_a_failed_item_is_no_ghost(desk: Desk) -> None:
    with desk.writing(who="Somebody New") as session:
        with pytest.raises(ZeroDivisionError), attempt(session):
            fail(claims.add(session, claims.NewClaim(text="never", note="by me")))
        with attempt(session):
            claims.add(session, claims.NewClaim(text="kept", note="by me"))
    assert desk.ask("SELECT name FROM person ORDER BY id")[1:] == [("Somebody New",)]
    assert broken(desk) == []


def test_one_name_by_initials_and_case(desk: Desk) -> None:
    desk.execute("""UPDATE person SET aliases = '["ac"]'""")
    desk.claim(who="AC")
    desk.claim(who="ann checker")
    assert desk.ask("SELECT DISTINCT who, person_id FROM step") == [("Ann Checker", 1)]


def test_removed_row_keeps_its_image(desk: Desk) -> None:
    number = desk.claim(tags=["train"])
    with desk.writing() as session:
        claims.tag(session, [claim(session, number)], remove=["train"])
    assert events(desk) == [("tag", 1, "removed")]
    assert desk.row(Tag, 1) is None
    assert desk.ask("SELECT count(*) FROM image WHERE json LIKE '%\"train\"%'") == [(1,)]


def test_joined_claims_are_found_by_number(desk: Desk) -> None:
    one, two = desk.claim("one"), desk.claim("two")
    with desk.writing() as session:
        claims.join(session, claim(session, one), [claim(session, two)])
    with desk.reading() as session:
        assert lookup.claim(session, two).id == one
