"""Derived columns: kept in step by whatever is done, found and mended when they are not."""

import threading

from sqlalchemy import select, text

from factcheck.db import backup, derived
from factcheck.db.engine import make_engine
from factcheck.models import Claim, Query, Revision
from factcheck.services import claims, evidence, notes, sources, verdicts
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.verdicts import Decision, NewFix
from factcheck.words import Action, Conclusion
from tests.services.desk import TEXT, Desk, claim


def standing(desk: Desk, number: int) -> tuple[str, str, bool]:
    ((status, outcome, stale),) = desk.ask(
        f"SELECT status, outcome, stale FROM claim WHERE id = {number}"  # noqa: S608 - a number
    )
    return status, outcome, bool(stale)


def test_every_change_keeps_them_in_step(desk: Desk) -> None:
    desk.article()
    one = desk.supported(quote="20 carriages")
    two = desk.claim("It is slow", evidence=[NewEvidence("atlas", stance="refutes")])
    with desk.writing() as session:
        first, second = claim(session, one), claim(session, two)
        verdicts.decide(session, [second], Decision(Conclusion.REFUTED, because="it is"))
        evidence.add(session, first, NewEvidence("atlas", stance="refutes", says="21"))
        evidence.retract(session, evidence.of_claims(session, [two])[0], "a slip")
        verdicts.add_fix(session, second, NewFix(Action.CHANGE, "fast", "Bob"))
        notes.answer(session, notes.ask(session, first, "sure?"), "yes")
        third, fourth = claims.split(session, second, ["It is", "It is slow"])
        claims.join(session, first, [third, fourth])
        claims.edit(session, first, {}, quote=("37 mph is slow", None))
        claims.hide(session, [first])
        claims.restore(session, [first])
        other, _ = sources.add(session, sources.NewSource("A book"))
        sources.merge(session, evidence.of_claims(session, [one])[0].source, other)
    assert desk.faults() == []


def test_undo_keeps_them_in_step(desk: Desk) -> None:
    number = desk.supported()
    verified = desk.steps()
    desk.edit(number, text="The train has 21 carriages")
    assert standing(desk, number) == ("supported", "ok", True)
    desk.undo()
    assert standing(desk, number) == ("supported", "ok", False)
    desk.undo(verified)
    assert standing(desk, number) == ("unverified", "open", False)
    assert desk.faults() == []


def test_new_draft_moves_the_claims(desk: Desk) -> None:
    desk.article()
    number = desk.supported(quote="20 carriages")
    with desk.writing() as session:
        revision = Revision(article_id=1, number=2, text="All was cut.", sha256="x")
        session.add(revision)
    assert desk.row(Claim, number).position == TEXT.index("20 carriages")
    assert desk.faults() == []


def test_memory_shows_what_was_written(desk: Desk) -> None:
    with desk.writing() as session:
        made = claims.add(session, NewClaim(text="x"))
        notes.ask(session, made, "really?")
        assert made.outcome == "ask"
        notes.answer(session, session.scalars(select(Query)).one(), "yes")
        assert made.outcome == "open"


WRONG = {
    "UPDATE claim SET status = 'refuted'": "claim 1: status should be 'supported'",
    "UPDATE claim SET outcome = 'wrong'": "claim 1: outcome should be 'ok'",
    "UPDATE claim SET verdict_id = NULL": "claim 1: verdict_id should be 1",
    "UPDATE claim SET stale = (1 = 1)": "claim 1: stale should be False",
    "UPDATE claim SET position = 7": "claim 1: position should be",
    "UPDATE claim SET elsewhere = (1 = 1)": "claim 1: elsewhere should be False",
    "UPDATE claim SET basis = 'x'": "claim 1: basis should be",
    "UPDATE claim SET search = 'bus'": "claim 1: search not as the record says",
    "UPDATE claim SET claimant_folded = 'x'": "claim 1: claimant_folded not as",
    "UPDATE source SET url_folded = 'x'": "source 1: url_folded not as",
    "UPDATE source SET title_folded = NULL": "source 1: title_folded not as",
    "UPDATE evidence SET search = ''": "evidence 1: search not as",
    "UPDATE verdict SET conclusion = 'refuted'": "claim 1: status should be 'refuted'",
    "UPDATE evidence SET quote = 'never said'": "claim 1: basis should be",
}


def test_check_finds_and_repair_mends(desk: Desk) -> None:
    desk.supported()
    with make_engine(desk.url).connect() as connection:
        for change, said in WRONG.items():
            connection.execute(text(change))
            assert any(fault.startswith(said) for fault in backup.check(connection)), change
            backup.repair(connection)
            assert list(backup.check(connection)) == [], change
            connection.rollback()


def test_check_finds_a_lost_index(sqlite_database: str) -> None:
    desk = Desk(sqlite_database)
    desk.supported()
    desk.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")
    assert any("search index lacks" in fault for fault in desk.faults())
    with make_engine(desk.url).begin() as connection:
        backup.repair(connection)
    assert desk.faults() == []


def test_check_finds_a_lost_row(sqlite_database: str) -> None:
    desk = Desk(sqlite_database)
    desk.supported()
    with make_engine(desk.url).connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]  # it is connected
        connection.execute(text("DELETE FROM source"))
        connection.commit()
    assert "row 1 of evidence points to a source that is not there" in desk.faults()


def test_check_finds_a_lost_table(desk: Desk) -> None:
    desk.execute("DROP TABLE tag")
    assert desk.faults()[0] == "the table tag is missing"


def test_claims_come_in_chunks(desk: Desk) -> None:
    with desk.writing() as session:
        session.add_all([Claim(text=str(number)) for number in range(7)])
    with desk.reading() as session:
        several = [len(list(derived.chunks(range(7), size))) for size in (3, 7, 8)]
        assert several == [3, 1, 1]
        assert list(derived.every_claim(session.connection())) == [[1, 2, 3, 4, 5, 6, 7]]


def test_two_at_once_on_one_claim(postgresql_database: str) -> None:
    desk = Desk(postgresql_database)
    number = desk.claim()
    other = threading.Thread(target=ask_author, args=(desk, number))
    with desk.writing() as session:
        decision = Decision(Conclusion.SUPPORTED, exception="everybody knows")
        verdicts.decide(session, [claim(session, number)], decision)
        other.start()
        other.join(0.5)
    other.join(10)
    assert standing(desk, number) == ("supported", "ask", False)
    assert desk.faults() == []


def ask_author(desk: Desk, number: int) -> None:
    with desk.writing(who="Bob") as session:
        notes.ask(session, claim(session, number), "really?")
