"""Who the sources are: of one origin, of one publisher, our own, anonymous, recorded twice."""

from typing import Any

import pytest

from factcheck.audit.desk import Scope
from factcheck.services import lookup, sources
from factcheck.services.evidence import NewEvidence
from factcheck.words import Conclusion
from tests.audit.sourced import (
    Noticed,
    cite,
    claims_with,
    findings,
    messages,
    noticed,
    rule,
    sourced,
)
from tests.services.desk import Desk

SUPPORTED, CONFLICTING = Conclusion.SUPPORTED, Conclusion.CONFLICTING


def furnish(desk: Desk) -> None:
    """Five sources with nothing in common, and one claim."""
    sourced(desk, 5)
    desk.claim()


def edit(desk: Desk, word: str, **changes: Any) -> None:
    with desk.writing("source edit") as session:
        sources.edit(session, lookup.source(session, word), changes)


def supported_by(desk: Desk, *keys: str) -> None:
    for key in keys:
        desk.decide(1, SUPPORTED, evidence=NewEvidence(key, quote="about twenty"))


# Of one origin, S304


def test_two_copies_of_one_report(desk: Desk) -> None:
    supported_by(desk, "s1", "s2", "s3")
    assert noticed(desk, "S304") == []
    for copy in ("s1", "s2"):
        edit(desk, copy, origin="s5")
    (found,) = noticed(desk, "S304")
    told = "s1 and s2 took it from s5: 2 sources that count as one"
    assert found == Noticed("S304", "claim", 1, told, claim=1)
    assert found.detail == {"origins": [{"origin": 5, "sources": [1, 2]}]}


def test_a_copy_beside_its_origin(desk: Desk) -> None:
    supported_by(desk, "s1", "s2", "s3")
    edit(desk, "s3", origin="s2")
    edit(desk, "s2", origin="s1")
    told = "s2 and s3 took it from s1: 3 sources that count as one"
    assert messages(desk, "S304") == [told]


def test_two_pairs_of_copies(desk: Desk) -> None:
    supported_by(desk, "s1", "s2", "s3", "s4")
    edit(desk, "s2", origin="s1")
    edit(desk, "s4", origin="s3")
    told = (
        "s2 took it from s1: 2 sources that count as one; "
        "s4 took it from s3: 2 sources that count as one"
    )
    assert messages(desk, "S304") == [told]


def test_an_origin_that_was_merged(desk: Desk) -> None:
    """A copy of the database may still point to what was merged away."""
    supported_by(desk, "s1", "s2")
    desk.execute("UPDATE source SET origin_id = 3 WHERE id = 1")
    desk.execute("UPDATE source SET origin_id = 4 WHERE id = 2")
    desk.execute("UPDATE source SET hidden = :yes, merged_into_id = 4 WHERE id = 3", yes=True)
    told = "s1 and s2 took it from s4: 2 sources that count as one"
    assert messages(desk, "S304") == [told]


def test_one_source_cited_twice_took_it_from_nobody(desk: Desk) -> None:
    edit(desk, "s1", origin="s2")
    cite(desk, "s1", "supports")
    cite(desk, "s1", "supports", quote="again")
    cite(desk, "s2", "context")
    cite(desk, "s2", "supports", seen=False)
    assert noticed(desk, "S304") == []


def test_only_what_it_rests_on_is_counted_once(desk: Desk) -> None:
    edit(desk, "s1", origin="s2")
    cite(desk, "s1", "supports")
    cite(desk, "s2", "refutes")
    assert claims_with(desk, "S304") == [1]
    desk.decide(1, CONFLICTING, because="they differ")
    assert claims_with(desk, "S304") == [1]
    desk.decide(1, SUPPORTED, because="the first is right")
    assert claims_with(desk, "S304") == []


# Of one publisher, S305


def test_all_of_one_publisher(desk: Desk) -> None:
    supported_by(desk, "s1", "s2")
    edit(desk, "s1", publisher="The Agency")
    assert noticed(desk, "S305") == []
    edit(desk, "s2", publisher="the agency ")
    told = "all 2 sources are published by The Agency: s1 and s2"
    assert noticed(desk, "S305") == [Noticed("S305", "claim", 1, told, claim=1)]
    supported_by(desk, "s3")
    assert noticed(desk, "S305") == []


def test_unknown_publishers_are_not_one(desk: Desk) -> None:
    supported_by(desk, "s1", "s2")
    desk.execute("UPDATE source SET publisher = ''")
    assert noticed(desk, "S305") == []


def test_one_source_is_of_one_publisher(desk: Desk) -> None:
    edit(desk, "s1", publisher="The Agency")
    supported_by(desk, "s1")
    cite(desk, "s1", "supports", quote="again")
    assert noticed(desk, "S305") == []


# Our own, S306


def test_our_own_address(desk: Desk) -> None:
    desk.source("https://news.daily.example/2023/train", "ours")
    desk.source("https://notdaily.example/daily.example", "theirs")
    for key in ("s1", "ours", "theirs"):
        cite(desk, key, "supports")
    assert noticed(desk, "S306") == []
    rule(desk, own_domains="www.Daily.example, other.example")
    told = "ours is from news.daily.example, an address of the house itself"
    assert noticed(desk, "S306") == [Noticed("S306", "evidence", 2, told, claim=1, source=6)]


def test_our_own_name(desk: Desk) -> None:
    edit(desk, "s1", publisher="The  Daily")
    edit(desk, "s2", publisher="The Daily Post")
    rule(desk, publisher="the daily")
    for key in ("s1", "s2"):
        cite(desk, key, "supports")
    told = "s1 is published by The  Daily, the house itself"
    assert noticed(desk, "S306") == [Noticed("S306", "evidence", 1, told, claim=1, source=1)]


def test_our_own_as_a_background(desk: Desk) -> None:
    rule(desk, own_domains="example-1.org")
    cite(desk, "s1", "context")
    cite(desk, "s1", "supports", seen=False)
    assert noticed(desk, "S306") == []


# Anonymous, S308


@pytest.mark.parametrize("terms", ["background", "deep-background", "off-record"])
def test_only_anonymous_sources(desk: Desk, terms: str) -> None:
    desk.source("Jon Roe", "roe", kind="person", terms=terms)
    cite(desk, "roe", "supports")
    assert noticed(desk, "S308") == []
    supported_by(desk, "roe")
    told = "the only source is anonymous: roe"
    assert noticed(desk, "S308") == [Noticed("S308", "claim", 1, told, "error", claim=1)]
    cite(desk, "s1", "refutes")
    assert claims_with(desk, "S308") == [1]
    supported_by(desk, "s1")
    assert noticed(desk, "S308") == []


def test_a_person_on_the_record_is_named(desk: Desk) -> None:
    desk.source("Jon Roe", "roe", kind="person", terms="on-record")
    desk.source("Jan Coe", "coe", kind="person")
    desk.source("https://example.org/briefing", "briefing", terms="background")
    supported_by(desk, "roe")
    supported_by(desk, "coe")
    supported_by(desk, "briefing")
    assert noticed(desk, "S308") == []


# Protected sources, wherever they stand


@pytest.fixture
def veiled(desk: Desk) -> Desk:
    """Two protected sources that share all they can, and a claim that rests on them."""
    for key, name in (("source:1", "Nora Quill"), ("source:2", "Otto Quill")):
        edit(
            desk, key, title=name, author=name, publisher="Quill Press", kind="person",
            terms="background", published="2030-01-01", protected=True, alias="a senior official",
        )  # fmt: skip
        edit(desk, key, origin="s3")
    return desk


def test_protected_sources_are_shown_by_their_alias(veiled: Desk) -> None:
    desk = veiled
    rule(desk, publisher="Quill Press", own_domains="example-1.org", needs="3 primary")
    desk.edit(1, said_on="2023-09-11")
    desk.decide(1, SUPPORTED, evidence=NewEvidence("source:1"))
    desk.decide(1, SUPPORTED, evidence=NewEvidence("source:2"))
    who = "a senior official and a senior official"
    assert [(each.code, each.message) for each in noticed(desk)] == [
        ("S302", "needs 3 primary sources; has 0 primary, 1 independent"),
        ("S303", f"no primary source among 2, and no reason given: {who}"),
        ("S304", f"{who} go back to one origin: 2 sources that count as one"),
        ("S308", f"all 2 sources are anonymous: {who}"),
        ("S309", "a senior official is cited without a quotation, words or a place in it"),
        ("S309", "a senior official is cited without a quotation, words or a place in it"),
    ]
    assert not any("quill" in str(each.shape()).casefold() for each in findings(desk))


def test_a_protected_source_that_nobody_has_seen(veiled: Desk) -> None:
    desk = veiled
    supported_by(desk, "s3")
    desk.execute("UPDATE evidence SET source_id = 1, seen_at = NULL")
    told = "decided on evidence that nobody has seen: a senior official"
    assert [each.message for each in findings(desk, "S311")] == [told]


def test_a_protected_source_without_an_alias(veiled: Desk) -> None:
    desk = veiled
    desk.execute("UPDATE source SET alias = NULL")
    cite(desk, "source:1", "supports")
    told = "no primary source, and no reason given: a protected source"
    assert messages(desk, "S303") == [told]


def test_a_protected_source_is_the_same_as_none(veiled: Desk) -> None:
    veiled.execute("UPDATE source SET url_folded = 'example.org', title_folded = 'x'")
    desk = veiled
    told = [(each.number, each.message) for each in noticed(desk, "S310")]
    assert told == [(4, "s4 and s3 have one address"), (5, "s5 and s3 have one address")]


# Recorded twice, S310


def test_one_address_twice(desk: Desk) -> None:
    for number in (4, 2, 3):
        desk.execute("UPDATE source SET url_folded = 'x.org/1' WHERE id = :n", n=number)
    found = noticed(desk, "S310")
    assert found == [
        Noticed("S310", "source", 3, "s3 and s2 have one address", "note", source=3),
        Noticed("S310", "source", 4, "s4 and s2 have one address", "note", source=4),
    ]
    assert [each.detail for each in found] == [{"other": 2}, {"other": 2}]
    meant = findings(desk, "S310", scope=Scope(sources=frozenset({2, 4})))
    assert [each.number for each in meant] == [4]
    desk.execute("UPDATE source SET hidden = :yes WHERE id = 2", yes=True)
    assert messages(desk, "S310") == ["s4 and s3 have one address"]


def book(desk: Desk, key: str, **fields: Any) -> int:
    """A record of one book; its title is told apart by the key until it is edited."""
    number = desk.source(f"The Atlas {key}", key)
    said = {"kind": "book", "title": "The Atlas", "publisher": "Harbour Press", **fields}
    edit(desk, key, **said)
    return number


def test_one_title_publisher_and_kind_twice(desk: Desk) -> None:
    first, second = book(desk, "atlas"), book(desk, "again", title="the  atlas")
    told = "again and atlas have one title, publisher and kind"
    assert noticed(desk, "S310") == [Noticed("S310", "source", second, told, "note", source=second)]
    scope = Scope(sources=frozenset({first}))
    assert findings(desk, "S310", scope=scope) == []


@pytest.mark.parametrize(
    "other",
    [{"title": "The Atlas II"}, {"publisher": "Quay"}, {"publisher": None}, {"kind": "page"}],
)
def test_what_differs_in_one_of_them(desk: Desk, other: dict[str, Any]) -> None:
    book(desk, "atlas")
    book(desk, "again", **other)
    assert noticed(desk, "S310") == []


def test_two_editions_are_two(desk: Desk) -> None:
    book(desk, "atlas", published="2019")
    book(desk, "second", published="2023")
    assert noticed(desk, "S310") == []
    book(desk, "third", published="2023")
    book(desk, "undated")
    assert messages(desk, "S310") == [
        "third and second have one title, publisher and kind",
        "undated and atlas have one title, publisher and kind",
    ]


def test_pages_that_are_called_by_their_host(desk: Desk) -> None:
    for number in (1, 2):
        desk.source(f"https://agency.example/{number}", f"a{number}", publisher="The Agency")
    assert noticed(desk, "S310") == []


def test_the_author_of_two_articles_is_recorded_for_each(desk: Desk) -> None:
    for slug in ("kim", "kim-2"):
        desk.article(slug=slug, authors=["Maria Keller"])
    desk.execute("UPDATE source SET publisher = 'The Daily' WHERE article_id IS NOT NULL")
    assert noticed(desk, "S310") == []
