"""What a report is made of, gathered from the records."""

import json
from typing import Any

import pytest

from factcheck.db import holdings
from factcheck.documents.document import Zoned
from factcheck.looks import Capture
from factcheck.models.base import iso, now
from factcheck.reports import content
from factcheck.services import articles, claims, corrections, house, lifts, notes
from factcheck.services.claims import NewClaim
from factcheck.services.corrections import NewCorrection
from factcheck.services.evidence import NewEvidence
from factcheck.services.evidence import add as cite
from factcheck.words import Conclusion, Outcome, Zone
from tests.cli.told import LITE
from tests.services.desk import TEXT, Desk, article, claim

Shape = dict[str, Any]

DRAFT = f"The Train\n\n{TEXT}"
KEYS = [
    "audience", "words", "house", "article", "draft", "summary", "claims", "sources", "let_stand",
    "findings", "audited", "corrections",
]  # fmt: skip


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Claim 2 is wrong, 3 is asked about and hidden from nobody, 1 is fine, 4 is elsewhere."""
    desk.article(DRAFT)
    desk.source("https://times.example/a", "times", publisher="The Times", origin=None)
    desk.source("Atlas", "atlas", kind="book")
    desk.claim(None, quote="37 mph is slow")
    desk.claim(None, quote="20 carriages")
    desk.claim(None, quote="Kim\u2019s train left Pyongyang")
    with desk.writing() as session:
        claims.add(session, NewClaim(text="The moon is far"), None)
        for source, number in (("times", 1), ("atlas", 2), ("atlas", 2)):
            cite(session, claim(session, number), NewEvidence(place=f"{source} p. {number}"))
        notes.ask(session, claim(session, 3), "When?")
        notes.add(session, "Called Kim.", claim=claim(session, 3), kind="call")
        notes.add(session, "Long piece.", article=article(session))
    desk.decide(1, Conclusion.SUPPORTED)
    desk.decide(2, Conclusion.REFUTED, because="They are 21.", fix="21 carriages")
    return desk


def of_article(desk: Desk, **how: bool) -> Shape:
    with desk.reading() as session:
        return content.of_article(session, article(session), **how)


def of_claims(desk: Desk, *ids: int, **how: bool) -> Shape:
    with desk.reading() as session:
        return content.of_claims(session, ids, **how)


def test_a_report_of_an_article(filled: Desk) -> None:
    found = of_article(filled)
    assert list(found) == KEYS
    assert json.loads(json.dumps(found)) == found, "plain data"
    assert found == of_article(filled)
    assert not found["audited"]
    assert (found["audience"], found["words"]) == ("internal", "line")
    assert [each["id"] for each in found["claims"]] == [3, 2, 1], "in reading order"
    assert found["summary"] == {
        "claims": 3, "outcomes": {"ask": 1, "change": 1, "ok": 1}, "must_change": [2],
        "unsettled": [], "recheck": [], "open": [3],
    }  # fmt: skip
    about = found["article"]
    assert (about["slug"], about["revision"], about["state"], about["closed"]) == (
        "kim", 1, "open", None,
    )  # fmt: skip
    assert [note["text"] for note in about["notes"]] == ["Long piece."]
    assert [(n["kind"], n["text"]) for n in found["claims"][0]["notes"]] == [
        ("call", "Called Kim.")
    ]
    assert [each["notes"] for each in found["claims"][1:]] == [[], []]
    assert [(s["key"], s["cited"], s["archived"]) for s in found["sources"]] == [
        ("times", 1, None), ("atlas", 2, None),
    ]  # fmt: skip


def test_the_draft_with_the_places_of_its_claims(filled: Desk) -> None:
    filled.revise(DRAFT.replace("It can", "Here it can"))
    found = of_article(filled)["draft"]
    text = found["text"]
    assert (found["number"], text) == (2, DRAFT.replace("It can", "Here it can"))
    marks = [
        (text[each["start"] : each["end"]], each["claim"], each["outcome"], each["listed"])
        for each in found["marks"]
    ]
    assert marks == [
        ("Kim\u2019s train left Pyongyang", 3, "ask", True),
        ("20 carriages", 2, "change", True), ("37 mph is slow", 1, "ok", True),
    ]  # fmt: skip


def test_zones_and_what_needs_a_re_check(filled: Desk) -> None:
    text = DRAFT.replace("37 mph is slow", "38 mph is slow")
    filled.revise(text, zones=[Zoned(0, 9, Zone.HEADLINE)], zoned=True)
    found = of_article(filled)
    draft = found["draft"]
    zones = [(draft["text"][z["start"] : z["end"]], z["zone"]) for z in draft["zones"]]
    assert zones == [("The Train", "headline")]
    assert [(each["claim"], each["stale"]) for each in draft["marks"]] == [
        (3, False), (2, False), (1, True),
    ]  # fmt: skip
    assert found["summary"]["recheck"] == [1]


@LITE
def test_a_report_of_some_claims(filled: Desk) -> None:
    found = of_claims(filled, 4, 2)
    assert list(found) == KEYS
    assert ([each["id"] for each in found["claims"]], found["article"], found["draft"]) == (
        [4, 2], None, None,
    )  # fmt: skip
    assert [each["key"] for each in found["sources"]] == ["atlas"]
    assert of_claims(filled)["summary"] == {
        "claims": 0, "outcomes": {}, "must_change": [], "unsettled": [], "recheck": [],
        "open": [],
    }  # fmt: skip


@LITE
def test_rules_of_the_house_that_a_report_speaks_of(filled: Desk) -> None:
    with filled.writing() as session:
        house.edit(session, "publisher", "The Desk")
        house.edit(session, "words", "desk")
    found = of_claims(filled, 1)
    assert found["words"] == "desk"
    assert list(found["house"]) == list(content.HOUSE)
    assert (found["house"]["publisher"], found["house"]["name_checkers"]) == ("The Desk", False)


@LITE
def test_sources_come_with_all_their_origins(desk: Desk) -> None:
    desk.article()
    desk.source("https://one.example/", "one")
    desk.source("https://two.example/", "two", origin="one")
    desk.source("https://three.example/", "three", origin="two")
    desk.source("https://four.example/", "four")
    desk.claim()
    with desk.writing() as session:
        cite(session, claim(session, 1), NewEvidence(source="three"))
    found = of_claims(desk, 1)["sources"]
    assert [(each["key"], each["origin"], each["cited"]) for each in found] == [
        ("one", None, 0), ("two", "one", 0), ("three", "two", 1),
    ]  # fmt: skip


@LITE
def test_every_source_that_is_not_hidden(filled: Desk) -> None:
    filled.source("Irene Holt", "deep", protected=True, alias="a driver", origin="times")
    filled.source("Old page", "old")
    filled.execute("UPDATE source SET hidden = true WHERE key = 'old'")
    with filled.reading() as session:
        every = content.every_source(session)
    told = [(s["key"], s["title"], s["origin"], s["cited"]) for s in every if s["key"] != "author"]
    assert told == [
        ("times", "times.example", None, 1), ("atlas", "Atlas", None, 2),
        ("deep", "a driver", None, 0),
    ]  # fmt: skip


def test_copies_of_sources(filled: Desk) -> None:
    """The newest copy, and the newest address of a public one."""
    filled.source("https://deep.example/", "deep", protected=True, alias="a driver")
    with filled.writing() as session:
        cite(session, claim(session, 1), NewEvidence(source="deep", says="fast"))
        connection, found = session.connection(), now()
        deep = connection.exec_driver_sql("SELECT id FROM source WHERE key = 'deep'").scalar_one()
        times = connection.exec_driver_sql("SELECT id FROM source WHERE key = 'times'").scalar_one()
        for source, how, url, sha256 in (
            (times, Capture.ARCHIVE, "https://archive.example/1/times", "a" * 64),
            (times, Capture.FETCHED, "https://times.example/a", "b" * 64),
            (deep, Capture.ARCHIVE, "https://archive.example/1/deep", "c" * 64),
        ):
            holdings.add(connection, holdings.snapshots, {
                "source_id": source, "at": found, "how": how.value, "final_url": url,
                "sha256": sha256, "size": 1, "extractor": 1, "headers": [], "hops": [], "page": {},
            })  # fmt: skip
    kept = {each["key"]: each["archived"] for each in of_claims(filled, 1)["sources"]}
    assert kept == {
        "times": {"at": iso(found), "url": "https://archive.example/1/times", "sha256": "b" * 64},
        "deep": None,
    }
    shown = {each["key"]: each["archived"] for each in of_claims(filled, 1, reveal=True)["sources"]}
    assert shown["deep"]["url"] == "https://archive.example/1/deep"


def test_what_audits_noticed_and_somebody_let_stand(filled: Desk) -> None:
    filled.source("https://deep.example/", "deep", protected=True, alias="a driver")
    with filled.writing() as session:
        cite(session, claim(session, 1), NewEvidence(source="deep", says="fast"))
        connection, moment = session.connection(), now()
        deep = connection.exec_driver_sql("SELECT id FROM source WHERE key = 'deep'").scalar_one()
        run = holdings.add(connection, holdings.runs, {
            "kind": "audit", "started_at": moment, "finished_at": moment,
            "scope": {},
        })  # fmt: skip
        for code, record, number, about, source, more in (
            ("A506", "claim", 2, 2, None, {}),
            ("L101", "source", deep, 1, deep, {}),
            ("A507", "claim", 4, 4, None, {}),
            ("A508", "claim", 1, 1, None, {"fixed_at": moment}),
            ("A506", "claim", 3, 3, None, {"basis": "aside"}),
            ("A504", "article", 1, None, None, {}),
            ("A504", "article", 9, None, None, {}),
        ):
            holdings.add(connection, holdings.findings, {
                "code": code, "severity": "warning", "record": record, "record_id": number,
                "claim_id": about, "source_id": source, "message": code,
                "detail": {"url": "https://deep.example/"}, "basis": f"{code}{number}",
                "first_run_id": run, "last_run_id": run, "first_at": moment, "last_at": moment,
                **more,
            })  # fmt: skip
        lifts.add(session, lifts.About("A506", 3, None), ["aside"], "known")
        lifts.add(session, lifts.About("A504", None, 1), ["other"], "short")
    found = of_article(filled)
    assert [(f["code"], f["record"]["id"], f["state"], f["detail"]) for f in found["findings"]] == [
        ("A504", 1, "new", {"url": "https://deep.example/"}),
        ("A506", 2, "new", {"url": "https://deep.example/"}),
        ("L101", deep, "new", {}),
    ]
    aside = [(each["code"], each["claim"], each["because"]) for each in found["let_stand"]]
    assert aside == [("A506", 3, "known"), ("A504", None, "short")]
    of_two = of_claims(filled, 2)
    assert of_two["audited"]
    assert [each["code"] for each in of_two["findings"]] == ["A506"]
    assert of_two["let_stand"] == []


def test_corrections_stand_with_their_claim_and_in_the_log(filled: Desk) -> None:
    with filled.writing() as session:
        articles.close(session, article(session))
    with filled.writing() as session:
        corrections.add(session, claim(session, 2), NewCorrection("It is 21.", "A slip."))
    found = of_article(filled)
    assert [(each["claim"], each["before"], each["why"]) for each in found["corrections"]] == [
        (2, "20 carriages", "A slip.")
    ]
    assert [len(each["corrections"]) for each in found["claims"]] == [0, 1, 0]
    assert (found["article"]["state"], found["article"]["closed"]["by"]) == (
        "closed", "Ann Checker",
    )  # fmt: skip
    with filled.reading() as session:
        log = content.of_corrections(session)
    assert (log["corrections"], log["claims"]) == (found["corrections"], [])
    assert of_claims(filled, 1)["corrections"] == []


@LITE
def test_protected_sources_go_by_their_aliases(filled: Desk) -> None:
    filled.source("Irene Holt", "deep", protected=True, alias="a driver", author="I. H.")
    with filled.writing() as session:
        cite(session, claim(session, 1), NewEvidence(source="deep", says="fast"))
    assert "Irene Holt" not in json.dumps(of_article(filled))
    revealed = {each["key"]: each["title"] for each in of_article(filled, reveal=True)["sources"]}
    assert revealed["deep"] == "Irene Holt"


def test_which_outcomes_want_something_done() -> None:
    given = [
        {"id": number, "outcome": outcome.value, "stale": outcome == Outcome.OK}
        for number, outcome in enumerate(Outcome, 1)
    ]
    found = content.summary(given)
    named = {each["id"]: each["outcome"] for each in given}
    assert [named[each] for each in found["must_change"]] == [
        "change", "attribute", "cut-asked", "partly", "wrong",
    ]  # fmt: skip
    assert [named[each] for each in found["unsettled"]] == ["sources-differ", "cant-confirm"]
    assert [named[each] for each in content.summary(given, "desk")["must_change"]] == [
        "change", "attribute", "cut-asked",
    ]  # fmt: skip
    assert [named[each] for each in found["open"]] == ["ask", "open"]
    assert [named[each] for each in found["recheck"]] == ["ok"]
    assert found["outcomes"] == {outcome.value: 1 for outcome in Outcome}
