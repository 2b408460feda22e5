"""The JSON that everything is made of: all keys from the start, and no protected name in it."""

import json
from typing import Any

import pytest

from factcheck.models import Article, Claim, Person, Rule, Source
from factcheck.services import (
    article_shapes,
    claims,
    evidence,
    history,
    listing,
    notes,
    search,
    shapes,
    source_shapes,
    sources,
)
from factcheck.services.evidence import NewEvidence
from factcheck.services.listing import Filter
from factcheck.services.sources import NewSource
from factcheck.words import Conclusion
from tests.services.desk import WHO, Desk, article, claim

CLAIM = {
    "id", "uid", "text", "kind", "claimant", "claimant_detail", "said", "priority", "tags",
    "article", "span", "also_at", "values", "status", "outcome", "stale", "stale_because",
    "verdict", "fix", "queries", "sign_off", "suggestion", "evidence", "review", "hidden",
    "created_at", "updated_at",
}  # fmt: skip
WITHIN = {
    "claimant_detail": {"role", "same_as"},
    "said": {"on", "occasion", "first", "appearances"},
    "article": {"id", "slug", "title", "revision"},
    "span": {"start", "end", "exact", "prefix", "suffix", "zone", "state"},
    "verdict": {"conclusion", "why", "rating", "reason", "exception", "by", "at"},
    "fix": {"action", "wording", "state", "agreed_with", "by", "at", "in_draft"},
    "review": {"url", "on"},
}
EVIDENCE = {
    "id", "stance", "quote", "says", "locator", "how", "on", "tier", "note", "seen", "retracted",
    "by", "at", "source", "comparison",
}  # fmt: skip


@pytest.fixture
def full(desk: Desk) -> dict[str, Any]:
    """A claim with all that a claim can have."""
    desk.article()
    desk.source()
    desk.claim("It has 20", quote="20 carriages", tags=["b", "a"], claimant="Yonhap")
    desk.decide(1, Conclusion.REFUTED, place="atlas p. 1", because="no", fix="90", question="eh?")
    return desk.shape(1)


def test_full_claim_has_every_key(full: dict[str, Any]) -> None:
    assert full.keys() >= CLAIM
    assert {name: full[name].keys() >= keys for name, keys in WITHIN.items()} == dict.fromkeys(
        WITHIN, True
    )
    assert full["evidence"][0].keys() >= EVIDENCE
    assert full["evidence"][0]["source"].keys() >= {"id", "key", "title", "url", "publisher"}


def test_empty_claim_has_every_key(desk: Desk) -> None:
    shape = desk.shape(desk.claim("x"))
    assert shape.keys() >= CLAIM
    for name in ("article", "span", "verdict", "fix", "sign_off", "suggestion", "claimant"):
        assert shape[name] is None
    for name in ("tags", "also_at", "values", "stale_because", "queries", "evidence"):
        assert shape[name] == []
    assert (shape["status"], shape["outcome"]) == ("unverified", "open")


def test_shape_is_plain_json(full: dict[str, Any]) -> None:
    assert json.loads(json.dumps(full)) == full
    assert full["tags"] == ["a", "b"]
    assert full["updated_at"].endswith("Z")


def test_claims_keep_their_order(desk: Desk) -> None:
    for words in ("one", "two", "three"):
        desk.claim(words)
    with desk.reading() as session:
        assert [shape["id"] for shape in shapes.claims(session, [3, 1, 99, 2])] == [3, 1, 2]


def test_claim_in_two_articles(desk: Desk) -> None:
    desk.article()
    desk.article("It has 20 carriages.", "other")
    desk.claim("one", article="kim", quote="20 carriages")
    desk.claim("two", article="other", quote="20 carriages")
    with desk.writing() as session:
        claims.join(session, claim(session, 1), [claim(session, 2)])
    shape = desk.shape(1)
    assert (shape["article"]["slug"], shape["span"]["start"]) == ("kim", 42)
    assert [(at["article"], at["revision"], at["start"]) for at in shape["also_at"]] == [(2, 1, 7)]


def test_small_shapes(desk: Desk) -> None:
    person, rule = desk.row(Person, 1), desk.row(Rule, 1)
    assert shapes.person(person)["name"] == WHO
    assert (shapes.rule(rule)["key"], shapes.rule(rule)["value"]) == ("words", "line")
    desk.article(authors=["Cora"])
    with desk.reading() as session:
        assert article_shapes.authors_of(session, 1) == ["Cora"]


# Protected sources

SECRETS = (
    "Jong Parkinson", "parkinson", "example.org/mole", "Ministry of Secrets", "box 9", "2019-05",
)  # fmt: skip


@pytest.fixture
def protected(desk: Desk) -> Desk:
    """A source that was open at first, was cited, edited and then protected."""
    desk.article()
    command = "source add example.org/mole --title 'Jong Parkinson' --key parkinson"
    with desk.writing(command) as session:
        sources.add(
            session,
            NewSource(
                "https://example.org/mole", title="Jong Parkinson", key="parkinson",
                publisher="Ministry of Secrets", author="J. Parkinson", kept="box 9",
                published="2019-05",
            ),
        )  # fmt: skip
    desk.claim("x")
    with desk.writing("verify 1 --ok --from 'Parkinson p. 3'") as session:
        evidence.add(session, claim(session, 1), NewEvidence("parkinson", stance="supports"))
        notes.add(session, "met twice", source=session.get_one(Source, 2))
    with desk.writing("source edit parkinson --protected --alias 'an official'") as session:
        sources.edit(
            session, session.get_one(Source, 2), {"protected": True, "alias": "an official"}
        )
    return desk


def everything(desk: Desk, *, reveal: bool = False) -> str:
    """Every shape and list that a reader can ask for."""
    with desk.reading() as session:
        source, about = session.get_one(Source, 2), session.get_one(Claim, 1)
        return json.dumps([
            list(shapes.claims(session, [1], reveal=reveal)),
            shapes.evidence_list(session, evidence.of_claims(session), reveal=reveal),
            source_shapes.whole(session, source, reveal=reveal),
            article_shapes.article(session, article(session)),
            shapes.notes(session, source_id=2),
            listing.rows(session, [1]),
            history.log(session),
            history.log(session, about=history.about_claim(session, about)),
        ])  # fmt: skip


def test_protected_name_is_nowhere(protected: Desk) -> None:
    shown = everything(protected).casefold()
    assert [secret for secret in SECRETS if secret.casefold() in shown] == []
    assert "an official" in shown


def test_protected_name_on_demand(protected: Desk) -> None:
    shown = everything(protected, reveal=True)
    assert "Jong Parkinson" in shown
    assert "https://example.org/mole" in shown


def test_log_keeps_what_was_typed(protected: Desk) -> None:
    with protected.reading() as session:
        commands = [step["command"] for step in history.log(session, limit=3)]
    assert commands == [
        "source edit an official --protected --alias 'an official'",
        "verify 1 --ok --from 'an official p. 3'",
        "add",
    ]


def test_protected_name_is_not_in_views(protected: Desk) -> None:
    rows = [
        protected.ask(f"SELECT * FROM {view}")  # noqa: S608 - our views
        for view in ("readable_claims", "readable_evidence", "readable_sources", "open_work")
    ]
    shown = str(rows).casefold()
    assert [secret for secret in SECRETS[:4] if secret.casefold() in shown] == []


def test_name_is_gone_with_its_source(protected: Desk) -> None:
    with protected.writing("source add 'Mary Miller' --protected --alias 'a witness'") as session:
        new = NewSource("Mary Miller", protected=True, alias="a witness")
        sources.add(session, new)
    protected.undo()
    with protected.reading() as session:
        shown = json.dumps(history.log(session))
        assert "Miller" not in shown
        assert search.find(session, "miller", Filter()) == []


def test_views_are_plain_tables(protected: Desk) -> None:
    assert protected.ask("SELECT claim, article, outcome FROM readable_claims") == [
        (1, "kim", "open")
    ]
    assert protected.ask("SELECT claim, source, url FROM readable_evidence") == [
        (1, "an official", None)
    ]
    assert protected.ask("SELECT claim, outcome FROM open_work") == [(1, "open")]
    assert protected.row(Article, 1).slug == "kim"
