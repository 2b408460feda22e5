"""Sources and evidence: recorded once, cited often, weighed by a person."""

from typing import Any

import pytest

from factcheck.errors import BadInput, FactcheckError, NotFound, Refused
from factcheck.models import Evidence, Source
from factcheck.services import evidence, lookup, notes, shapes, sources
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.words import Conclusion
from tests.services.desk import Desk, claim


def source(session: Any, number: int = 1) -> Source:
    found = session.get_one(Source, number)
    assert isinstance(found, Source)
    return found


ADDRESSES = (
    "https://www.example.org/atlas/",
    "http://example.org/atlas?utm_source=x&fbclid=1",
    "example.org/atlas#page-2",
    "HTTPS://EXAMPLE.org:443/atlas",
)


def test_one_address_is_one_source(desk: Desk) -> None:
    number = desk.source("https://example.org/atlas")
    with desk.writing() as session:
        for address in ADDRESSES:
            found, new = sources.add(session, NewSource(address, key="again"))
            assert (found.id, new) == (number, False)
    assert desk.ask("SELECT url FROM source") == [("https://example.org/atlas",)]


def test_keys_are_made_of_names(desk: Desk) -> None:
    with desk.writing() as session:
        made = [
            sources.add(session, NewSource(what, author=author))[0].key
            for what, author in (
                ("https://www.reuters.com/world/1", None),
                ("https://www.reuters.com/world/2", None),
                ("A History of Trains", "Jane Smith"),
            )
        ]
    assert len(set(made)) == 3
    assert not any(key.isdigit() or key == "author" for key in made)


BAD_KEYS: dict[str, type[FactcheckError]] = {
    **dict.fromkeys(("12", "a b", "", "-", "author", "source:3", "#3"), BadInput),
    **dict.fromkeys(("atlas", "ATLAS"), Refused),
}


def test_key_that_cannot_be_taken(desk: Desk) -> None:
    desk.source()
    with desk.reading() as session:
        for key, error in BAD_KEYS.items():
            with pytest.raises(error):
                sources.check_key(session, key)


def test_source_by_any_name(desk: Desk) -> None:
    number = desk.source("https://example.org/atlas", title="The Great Atlas")
    with desk.reading() as session:
        for word in ("1", "#1", "source:1", "atlas", "ATLAS", "source:atlas", "example.org/atlas",
                     "the great atlas"):  # fmt: skip
            assert lookup.source(session, word).id == number


def test_unknown_source_names_the_nearest(desk: Desk) -> None:
    desk.source()
    with desk.reading() as session:
        with pytest.raises(BadInput) as caught:
            lookup.source(session, "atlsa")
        with pytest.raises(NotFound):
            lookup.source(session, "99")
    assert caught.value.hint == "Did you mean atlas?"


def test_slip_of_a_key_makes_nothing(desk: Desk) -> None:
    desk.source()
    number = desk.claim()
    with pytest.raises(BadInput, match="no source 'atlsa'"):
        desk.decide(number, Conclusion.SUPPORTED, place="atlsa p. 3")
    assert desk.ask("SELECT count(*) FROM source") == [(1,)]


def test_new_address_is_cited_at_once(desk: Desk) -> None:
    number = desk.claim()
    desk.decide(number, Conclusion.SUPPORTED, place="https://example.org/new para 4")
    (piece,) = desk.shape(number)["evidence"]
    assert (piece["source"]["url"], piece["locator"]) == ("https://example.org/new", "para 4")


def test_author_is_that_of_the_article(desk: Desk) -> None:
    desk.article(authors=["Cora"])
    desk.article("Another text", "other")
    number = desk.claim("x", article="other")
    desk.decide(number, Conclusion.SUPPORTED, place="author her notes")
    shape = desk.shape(number)
    assert (shape["evidence"][0]["source"]["key"], shape["outcome"]) == (
        "author-other",
        "ok-on-author",
    )


def test_merge_moves_everything(desk: Desk) -> None:
    one, two = desk.source(), desk.source("https://example.net/copy", key="copy")
    number = desk.claim(evidence=[NewEvidence("copy", says="20")])
    with desk.writing() as session:
        notes.add(session, "the same page", source=source(session, two))
        sources.merge(session, source(session, two), source(session, one))
    assert desk.shape(number)["evidence"][0]["source"]["key"] == "atlas"
    assert desk.ask("SELECT source_id FROM note") == [(one,)]
    with desk.reading() as session:
        assert lookup.source(session, "copy").id == one
        assert lookup.source(session, "example.net/copy").id == one


def test_merge_is_refused(desk: Desk) -> None:
    desk.article()
    number = desk.source()
    for old, into in ((number, number), (1, number)):
        with pytest.raises(Refused), desk.writing() as session:
            sources.merge(session, source(session, old), source(session, into))
    assert desk.ask("SELECT count(*) FROM source WHERE hidden") == [(0,)]


def test_origin_cannot_be_a_circle(desk: Desk) -> None:
    desk.source("Wire one", key="one")
    desk.source("Wire two", key="two", origin="one")
    desk.source("Wire three", key="three", origin="two")
    for word in ("one", "two", "three"):
        with pytest.raises(Refused, match="cannot come from"), desk.writing() as session:
            sources.set_origin(session, source(session, 1), word)
    assert desk.row(Source, 3).origin_id == 2


def test_origin_is_taken_away(desk: Desk) -> None:
    desk.source("Wire one", key="one")
    desk.source("Wire two", key="two", origin="one")
    with desk.writing() as session:
        sources.edit(session, source(session, 2), {"origin": ""})
    assert desk.row(Source, 2).origin_id is None


def test_address_of_another_source(desk: Desk) -> None:
    desk.source()
    desk.source("https://example.net/copy", key="copy")
    with pytest.raises(Refused, match="source atlas already"), desk.writing() as session:
        sources.edit(session, source(session, 2), {"url": "http://www.example.org/atlas"})
    assert desk.row(Source, 2).url == "https://example.net/copy"


def test_protection_needs_an_alias(desk: Desk) -> None:
    number = desk.source()
    with pytest.raises(BadInput, match="alias"):
        desk.source("A name", key="name", protected=True)
    with pytest.raises(BadInput, match="alias"), desk.writing() as session:
        sources.edit(session, source(session, number), {"protected": True})
    assert desk.row(Source, number).protected is False


def test_protected_key_tells_nothing(desk: Desk) -> None:
    with desk.writing() as session:
        made, _ = sources.add(
            session, NewSource("Jong Parkinson", protected=True, alias="an official")
        )
        assert "parkinson" not in made.key
    desk.source("Mary Miller", key="miller")
    with desk.writing() as session:
        sources.edit(session, source(session, 2), {"protected": True, "alias": "a witness"})
    assert "miller" not in desk.row(Source, 2).key


def test_cited_source_is_not_hidden(desk: Desk) -> None:
    desk.source()
    desk.claim(evidence=[NewEvidence("atlas")])
    with pytest.raises(Refused, match="cited 1 time"), desk.writing() as session:
        sources.hide(session, source(session))
    with desk.writing() as session:
        evidence.retract(session, session.get_one(Evidence, 1), "a slip")
        sources.hide(session, source(session))
    assert desk.row(Source, 1).hidden is True


def test_hidden_source_is_not_cited(desk: Desk) -> None:
    desk.source()
    with desk.writing() as session:
        sources.hide(session, source(session))
    with pytest.raises(Refused, match="is hidden"):
        desk.claim(evidence=[NewEvidence("atlas")])
    with desk.writing() as session:
        sources.restore(session, source(session))
    assert desk.claim(evidence=[NewEvidence("atlas")]) > 0


def test_uses_are_counted(desk: Desk) -> None:
    desk.source()
    desk.source("A book", key="book")
    number = desk.claim(evidence=[NewEvidence("atlas"), NewEvidence("atlas"), NewEvidence("book")])
    with desk.writing() as session:
        evidence.retract(session, evidence.of_claims(session, [number])[0], "a slip")
    with desk.reading() as session:
        assert sources.use_counts(session) == {1: 1, 2: 1}
        assert [each.key for each in sources.every(session)] == ["atlas", "book"]


# Evidence


def test_typed_evidence_is_seen(desk: Desk) -> None:
    desk.source()
    number = desk.claim(evidence=[NewEvidence("atlas"), NewEvidence("atlas", seen=False)])
    seen, cited = (piece["seen"] for piece in desk.shape(number)["evidence"])
    assert (seen["by"], cited) == ("Ann Checker", None)


def test_deciding_makes_it_seen(desk: Desk) -> None:
    desk.source()
    number = desk.claim(evidence=[NewEvidence("atlas", seen=False, locator="p. 12")])
    desk.decide(number, Conclusion.SUPPORTED, place="atlas p. 12")
    (piece,) = desk.shape(number)["evidence"]
    assert (piece["stance"], piece["seen"]["by"]) == ("supports", "Ann Checker")


def test_another_page_is_another_piece(desk: Desk) -> None:
    number = desk.supported()
    desk.decide(number, Conclusion.SUPPORTED, place="atlas p. 12")
    desk.decide(number, Conclusion.SUPPORTED, place="atlas p. 99")
    assert [piece["locator"] for piece in desk.shape(number)["evidence"]] == ["p. 12", "p. 99"]


def test_retracting_needs_a_reason(desk: Desk) -> None:
    number = desk.supported()
    for reason in (None, "", "  "):
        with pytest.raises(Refused, match="needs a reason"), desk.writing() as session:
            evidence.retract(session, session.get_one(Evidence, 1), reason)
    assert desk.shape(number)["evidence"][0]["retracted"] is False


def test_retracted_evidence_stays(desk: Desk) -> None:
    number = desk.supported()
    with desk.writing() as session:
        evidence.retract(session, session.get_one(Evidence, 1), "corrected")
    shape = desk.shape(number)
    assert shape["evidence"][0]["retracted_because"] == "corrected"
    assert shape["stale_because"] == ["evidence 1 retracted"]
    with pytest.raises(Refused), desk.writing() as session:
        evidence.see(session, session.get_one(Evidence, 1))


BAD_EVIDENCE = [
    (NewEvidence(), "needs a source"),
    (NewEvidence(source="atlas", place="atlas p. 1"), "both name the source"),
    (NewEvidence("atlas", quote=" "), "empty"),
    (NewEvidence("atlas", how="a\udcff"), "byte 0xff"),
]


def test_evidence_that_cannot_be_taken(desk: Desk) -> None:
    desk.source()
    number = desk.claim()
    for new, said in BAD_EVIDENCE:
        with pytest.raises(BadInput, match=said), desk.writing() as session:
            evidence.add(session, claim(session, number), new)
    assert desk.shape(number)["evidence"] == []


def test_edit_of_decided_evidence(desk: Desk) -> None:
    number = desk.supported()
    with desk.writing() as session:
        evidence.edit(session, session.get_one(Evidence, 1), {"locator": "p. 13", "note": "sic"})
    assert desk.shape(number)["stale_because"] == ["evidence 1 edited"]
    with desk.writing() as session:
        evidence.edit(session, session.get_one(Evidence, 1), {"locator": "p. 12"})
    assert desk.shape(number)["stale"] is False


def test_source_of_evidence_changes(desk: Desk) -> None:
    number = desk.supported()
    desk.source("A book", key="book")
    with desk.writing() as session:
        evidence.edit(session, session.get_one(Evidence, 1), {"source": "book"})
    with desk.reading() as session:
        (shape,) = shapes.evidence_list(session, evidence.of_claims(session, [number]))
        assert shape["source"]["key"] == "book"
