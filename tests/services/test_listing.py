"""Which claims a list shows and in what order; notes, queries, and what is waiting."""

from datetime import date, timedelta
from typing import Any

import pytest

from factcheck.errors import BadInput, Refused
from factcheck.models import Person, Query, Source
from factcheck.services import claims, evidence, listing, notes, shapes, stats
from factcheck.services.evidence import NewEvidence
from factcheck.services.listing import SORTS, Filter
from factcheck.services.notes import QueryFilter
from factcheck.words import Conclusion
from tests.services.desk import Desk, article, claim

TODAY = date.today()  # noqa: DTZ011 - due on the checker's own calendar


def listed(desk: Desk, sort: str | None = None, **filters: Any) -> list[int]:
    with desk.reading() as session:
        return listing.chosen(session, Filter(**filters), sort=sort)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Four claims in an article and elsewhere, decided by two people, one hidden."""
    desk.article()
    desk.source()
    desk.claim(
        "speed", quote="37 mph", nth=1, kind="measurement", claimant="B\u00e4rbel O\u2019Neill"
    )
    desk.claim("count", quote="20 carriages", kind="number", priority="high", tags=["train", "a"])
    desk.claim("day", kind="date", priority="low", tags=["train"], claimant="100% Ltd")
    desk.article("Another text", "other")
    desk.claim("elsewhere", article="other")
    desk.claim("hidden", article="other")
    desk.decide(1, Conclusion.SUPPORTED, place="atlas p. 1", who="Bob")
    desk.decide(2, Conclusion.REFUTED, place="atlas p. 1", because="no")
    desk.decide(3, question="which day?")
    with desk.writing() as session:
        claims.hide(session, [claim(session, 5)])
    return desk


def test_filters_one_by_one(filled: Desk) -> None:
    with filled.reading() as session:
        atlas, bob = session.get_one(Source, 2), session.get_one(Person, 2)
        kim = article(session)
    wanted: list[tuple[dict[str, Any], list[int]]] = [
        ({}, [2, 1, 3, 4]),
        ({"article": kim}, [2, 1, 3]),
        ({"statuses": ["supported"]}, [1]),
        ({"statuses": ["supported", "refuted"]}, [2, 1]),
        ({"outcomes": ["ask", "open"]}, [3, 4]),
        ({"kinds": ["number"]}, [2]),
        ({"claimant": "barbel o'neill"}, []),
        ({"claimant": "B\u00c4RBEL o'neill"}, [1]),
        ({"claimant": "100%"}, [3]),
        ({"claimant": "_"}, []),
        ({"source": atlas}, [2, 1]),
        ({"tags": ["train"]}, [2, 3]),
        ({"tags": ["train", "a"]}, [2]),
        ({"priority": "high"}, [2]),
        ({"by": bob}, [1]),
        ({"waiting": True}, [3]),
        ({"hidden": True}, [5]),
        ({"zone": "body"}, [2, 1]),
        ({"stale": True}, []),
        ({"since": TODAY.isoformat()}, [2, 1, 3, 4]),
        ({"since": (TODAY + timedelta(days=2)).isoformat()}, []),
    ]
    assert atlas.key == "atlas"
    for filters, numbers in wanted:
        assert listed(filled, **filters) == numbers, filters


def test_orders_one_by_one(filled: Desk) -> None:
    filled.execute("UPDATE claim SET updated_at = '2020-01-01T00:00:00Z' WHERE id = 1")
    filled.execute("UPDATE claim SET updated_at = '2020-01-02T00:00:00Z' WHERE id <> 1")
    wanted = {
        "reading": [2, 1, 3, 4],
        "id": [1, 2, 3, 4],
        "updated": [2, 3, 4, 1],
        "outcome": [3, 1, 4, 2],
        "kind": [3, 1, 2, 4],
        "priority": [2, 1, 4, 3],
        "claimant": [3, 1, 2, 4],
    }
    assert {sort: listed(filled, sort) for sort in SORTS} == wanted


def test_limit_and_offset(filled: Desk) -> None:
    with filled.reading() as session:
        pages = [listing.chosen(session, Filter(), limit=2, offset=at) for at in (0, 2, 4)]
        assert pages == [[2, 1], [3, 4], []]
        assert listing.count(session, Filter()) == 4


def test_stale_claims_are_listed(filled: Desk) -> None:
    filled.edit(1, text="speeds")
    assert listed(filled, stale=True) == [1]
    with filled.reading() as session:
        (row,) = listing.rows(session, [1])
    assert row["because"] == ["speed became speeds"]


def test_rows_of_a_table(filled: Desk) -> None:
    filled.decide(4, fix="other words")
    with filled.reading() as session:
        rows = listing.rows(session, [4, 2, 99])
    assert [(row["id"], row["outcome"], row["wording"], row["article"]) for row in rows] == [
        (4, "change", "other words", "other"),
        (2, "wrong", None, "kim"),
    ]


def test_joined_claim_stands_in_both(filled: Desk) -> None:
    filled.article("The train left.", "third")
    number = filled.claim("it left", article="third", quote="The train left")
    with filled.writing() as session:
        claims.join(session, claim(session, 1), [claim(session, number)])
    with filled.reading() as session:
        third = article(session, 3)
        assert listing.chosen(session, Filter(article=third)) == [1]


# Notes and queries


def due(desk: Desk, number: int, days: int) -> None:
    day = (TODAY + timedelta(days=days)).isoformat()
    with desk.writing() as session:
        notes.add(session, "call again", claim=claim(session, number), kind="call", next_day=day)


def test_due_notes_are_waiting(filled: Desk) -> None:
    due(filled, 1, 0)
    due(filled, 2, 1)
    assert listed(filled, waiting=True) == [1, 3]


def test_later_note_settles_it(filled: Desk) -> None:
    due(filled, 1, -3)
    with filled.writing() as session:
        notes.add(session, "he called", claim=claim(session, 1))
    assert listed(filled, waiting=True) == [3]


def test_answered_query_waits_no_more(filled: Desk) -> None:
    with filled.writing() as session:
        notes.answer(session, session.get_one(Query, 1), "Monday", "Cora")
    (query,) = filled.shape(3)["queries"]
    assert (query["answer"], query["answered_by"]) == ("Monday", "Cora")
    assert listed(filled, waiting=True) == []
    with pytest.raises(Refused, match="was answered"), filled.writing() as session:
        notes.answer(session, session.get_one(Query, 1), "Tuesday")


def test_queries_and_their_filters(filled: Desk) -> None:
    with filled.writing() as session:
        notes.ask(session, claim(session, 4), "who?", "the desk")
        notes.ask(session, claim(session, 5), "of a hidden one?")
        notes.answer(session, session.get_one(Query, 1), "Monday")
    with filled.reading() as session:
        every = notes.queries(session, QueryFilter())
        assert [(query.id, of.id) for query, of in every] == [(1, 3), (2, 4)]
        assert [q.id for q, _ in notes.queries(session, QueryFilter(open_only=True))] == [2]
        in_kim = notes.queries(session, QueryFilter(article=article(session)))
        assert [query.id for query, _ in in_kim] == [1]


def test_notes_on_each_kind_of_record(filled: Desk) -> None:
    with filled.writing() as session:
        notes.add(
            session, "on a source", source=session.get_one(Source, 2), kind="call", on="2026-11-20"
        )
        notes.add(session, "on an article", article=article(session))
    with filled.reading() as session:
        (found,) = shapes.notes(session, source_id=2)
        assert (found["text"], found["kind"], found["on"]) == ("on a source", "call", "2026-11-20")
        assert [note["text"] for note in shapes.notes(session, article_id=1)] == ["on an article"]


def test_note_needs_words(desk: Desk) -> None:
    desk.claim()
    for text in ("", " ", "a\0b"):
        with pytest.raises(BadInput), desk.writing() as session:
            notes.add(session, text, claim=claim(session, 1))


def test_what_a_note_is_about() -> None:
    assert notes.check_target("12") == ("claim", "12")
    assert notes.check_target("source:atlas") == ("source", "atlas")
    for words in ("evidence:4", "source:", ":x"):
        with pytest.raises(BadInput):
            notes.check_target(words)


# Counts


def test_counts_of_the_work(filled: Desk) -> None:
    filled.claim("to and fro", evidence=[NewEvidence("atlas")], article="other")
    with filled.reading() as session:
        found = stats.overview(session)
    assert found == {
        "claims": 5,
        "outcomes": {"ask": 1, "ok": 1, "open": 2, "wrong": 1},
        "kinds": {"date": 1, "measurement": 1, "number": 1, "other": 2},
        "articles": [
            {"article": "kim", "claims": 3, "open": 1},
            {"article": "other", "claims": 2, "open": 2},
        ],
        "decided_today": 2,
        "sources": {"total": 3, "cited": 1},
        "open": {"claims": 3, "recheck": 0, "queries": 1, "due_notes": 0},
    }


def test_counts_of_one_article(filled: Desk) -> None:
    with filled.reading() as session:
        found = stats.overview(session, article(session, 2))
    assert (found["claims"], found["decided_today"], found["open"]["queries"]) == (1, 0, 0)


def test_due_note_beside_a_query_counts(filled: Desk) -> None:
    due(filled, 3, 0)
    due(filled, 1, 0)
    with filled.reading() as session:
        assert stats.overview(session)["open"]["due_notes"] == 2


def test_retracted_source_is_not_cited(filled: Desk) -> None:
    with filled.writing() as session:
        for piece in evidence.of_claims(session):
            evidence.retract(session, piece, "all wrong")
    with filled.reading() as session:
        assert stats.overview(session)["sources"]["cited"] == 0
    assert listed(filled, stale=True) == [2, 1]
