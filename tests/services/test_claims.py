"""Claims: from words to spans, and what can be done with them later."""

from typing import Any

import pytest
from sqlalchemy import select

from factcheck.errors import BadInput, Conflict, Refused
from factcheck.models import Claim, Evidence, Span
from factcheck.services import claims, lookup, notes
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.places import Ambiguous
from factcheck.words import Conclusion
from tests.services.desk import TEXT, Desk, article, claim


def furnish(desk: Desk) -> None:
    desk.article()


def spans(desk: Desk, number: int) -> list[str]:
    with desk.reading() as session:
        found = session.scalars(select(Span).where(Span.claim_id == number).order_by(Span.id)).all()
        assert all(TEXT[span.start : span.end] == span.exact for span in found)
        return [span.exact for span in found]


def test_words_default_to_the_quote(desk: Desk) -> None:
    number = desk.claim(None, quote="20 carriages")
    shape = desk.shape(number)
    assert (shape["text"], shape["article"]["slug"]) == ("20 carriages", "kim")
    assert shape["span"]["prefix"] == TEXT[:42][-32:]


@pytest.mark.parametrize("quote", ["Kim's train", "Kim\N{RIGHT SINGLE QUOTATION MARK}s  train"])
def test_typography_of_a_quote_is_folded(desk: Desk, quote: str) -> None:
    number = desk.claim("It left", quote=quote)
    assert spans(desk, number) == ["Kim\N{RIGHT SINGLE QUOTATION MARK}s train"]


def test_quote_at_several_places(desk: Desk) -> None:
    with pytest.raises(Ambiguous, match="stands 2 times in kim") as caught:
        desk.claim("It is fast", quote="37 mph")
    assert len(caught.value.around) == 2
    assert caught.value.around[1].startswith("...")


@pytest.mark.parametrize(("nth", "start"), [(1, TEXT.index("37 mph")), (2, TEXT.rindex("37 mph"))])
def test_one_of_several_places(desk: Desk, nth: int, start: int) -> None:
    number = desk.claim("It is fast", quote="37 mph", nth=nth)
    assert desk.shape(number)["span"]["start"] == start


BAD: list[tuple[dict[str, Any], str]] = [
    ({"quote": "37 mph", "nth": 3}, "--nth 3 is too far"),
    ({"quote": "37 mph", "nth": 0}, "--nth 0 is too far"),
    ({"quote": "20 carriage"}, '"20 carriage" does not stand in kim'),
    ({"words": "  "}, "empty"),
    ({"words": None}, "needs words"),
    ({"words": "a\0b"}, "NUL"),
    ({"words": "a\udcff"}, "byte 0xff"),
    ({"claimant": "a\udcff"}, "byte 0xff"),
    ({"occasion": "a\0"}, "NUL"),
    ({"tags": ["two words"]}, "cannot be a tag"),
    ({"claimant_same_as": "no address"}, "no address"),
    ({"evidence": [NewEvidence("nobody")]}, "no source 'nobody'"),
]


def test_claim_that_cannot_be_taken(desk: Desk) -> None:
    steps = desk.steps()
    for fields, said in BAD:
        with pytest.raises(BadInput, match=said):
            desk.claim(**{"words": "x"} | fields)
    assert (desk.steps(), desk.ask("SELECT count(*) FROM claim")) == (steps, [(0,)])


def test_nearest_passage_is_named(desk: Desk) -> None:
    with pytest.raises(BadInput) as caught:
        desk.claim("x", quote="left Pyongyang on Sunday with 20 wagons")
    assert caught.value.hint is not None
    assert "left Pyongyang on Monday with 20 carriages" in caught.value.hint


def test_quote_needs_an_article(desk: Desk) -> None:
    with pytest.raises(BadInput, match="needs an article"), desk.writing() as session:
        claims.add(session, NewClaim(text="x", quote="20 carriages"))


def test_everything_in_one_go(desk: Desk) -> None:
    desk.source()
    number = desk.claim(
        "The train has 20 carriages", quote="20 carriages", kind="number", priority="high",
        claimant="Yonhap", claimant_role="agency", claimant_same_as="https://yna.example",
        said_on="2023-09-11", said_at=["https://a.example/1"], first_at="https://a.example/0",
        occasion="a report", tags=["train", "count", "train"], note="see the photograph",
        evidence=[NewEvidence(place="atlas p. 12", stance="supports")],
    )  # fmt: skip
    shape = desk.shape(number)
    assert shape["claimant_detail"] == {"role": "agency", "same_as": "https://yna.example"}
    assert shape["said"]["appearances"] == ["https://a.example/1"]
    assert (shape["tags"], shape["evidence"][0]["locator"]) == (["count", "train"], "p. 12")


def test_hostile_words_are_kept_as_they_are(desk: Desk) -> None:
    words = "<script>alert(1)</script> \x1b[31m \u202e'; DROP TABLE claim; --"
    assert desk.row(Claim, desk.claim(words)).text == words


def test_edit_changes_what_is_named(desk: Desk) -> None:
    number = desk.claim("one", claimant="Yonhap", kind="date")
    desk.edit(number, text="two", claimant=None, said_at=["https://a.example"])
    row = desk.row(Claim, number)
    assert (row.text, row.claimant, row.kind, row.said_at) == (
        "two", None, "date", ["https://a.example"],
    )  # fmt: skip


def test_edit_to_nothing_is_refused(desk: Desk) -> None:
    number = desk.claim("one")
    with pytest.raises(BadInput):
        desk.edit(number, text=" ")
    with pytest.raises(Conflict), desk.writing() as session:
        claims.edit(session, claim(session, number), {"text": "x"}, version=99)
    assert desk.row(Claim, number).text == "one"


def test_edit_moves_the_span(desk: Desk) -> None:
    number = desk.claim("It left", quote="20 carriages")
    for words in ("37 mph is slow", "Kim's train"):
        with desk.writing() as session:
            claims.edit(session, claim(session, number), {}, quote=(words, None))
    shape = desk.shape(number)["span"]
    assert (shape["start"], shape["prefix"], shape["state"]) == (0, "", "exact")
    assert len(spans(desk, number)) == 1


def test_edit_gives_the_first_span(desk: Desk) -> None:
    number = desk.claim("It left")
    with desk.writing() as session:
        claims.edit(session, claim(session, number), {}, quote=("20 carriages", None))
    assert spans(desk, number) == ["20 carriages"]


def test_standing_claim_stays_in_its_article(desk: Desk) -> None:
    one, two = desk.claim("one", quote="20 carriages"), desk.claim("two")
    desk.article("Another text", "other")
    with desk.writing() as session:
        claims.edit(session, claim(session, two), {"article": article(session, 2)})
    with pytest.raises(Refused), desk.writing() as session:
        claims.edit(session, claim(session, one), {"article": article(session, 2)})
    assert [desk.row(Claim, number).article_id for number in (one, two)] == [1, 2]


def test_hidden_and_restored(desk: Desk) -> None:
    number = desk.claim("one")
    with desk.writing() as session:
        claims.hide(session, [claim(session, number)])
    assert desk.shape(number)["hidden"] is True
    with desk.writing() as session:
        claims.restore(session, [claim(session, number)])
    assert desk.shape(number)["hidden"] is False


def test_tags_come_and_go(desk: Desk) -> None:
    number = desk.claim("one", tags=["b", "a"])
    with desk.writing() as session:
        claims.tag(session, [claim(session, number)], add=["c", "a"], remove=["b", "nothing"])
    assert desk.shape(number)["tags"] == ["a", "c"]


def test_split_makes_a_claim_a_part(desk: Desk) -> None:
    number = desk.supported(quote="on Monday with 20 carriages", tags=["train"], kind="number")
    with desk.writing() as session:
        made = [
            c.id for c in claims.split(session, claim(session, number), ["on Monday", "It has 20"])
        ]
    first, second = (desk.shape(each) for each in made)
    assert [first["span"]["exact"], second["span"]["exact"]] == [
        "on Monday", "on Monday with 20 carriages",
    ]  # fmt: skip
    assert (first["tags"], first["kind"], first["part_of"]) == (["train"], "number", number)
    assert desk.shape(number)["hidden"] is True


def test_split_evidence_must_be_seen_anew(desk: Desk) -> None:
    number = desk.supported()
    with desk.writing() as session:
        made = claims.split(session, claim(session, number), ["one", "two"])[0].id
    (piece,) = desk.shape(made)["evidence"]
    assert (piece["seen"], piece["locator"], piece["stance"]) == (None, "p. 12", None)


def test_split_needs_two_parts(desk: Desk) -> None:
    number = desk.claim()
    with pytest.raises(BadInput), desk.writing() as session:
        claims.split(session, claim(session, number), ["one"])
    assert desk.ask("SELECT count(*) FROM claim") == [(1,)]


def test_joined_claims_are_one(desk: Desk) -> None:
    kept = desk.supported(quote="20 carriages")
    other = desk.claim("It has twenty", quote="on Monday", tags=["train"], note="twice")
    with desk.writing() as session:
        notes.ask(session, claim(session, other), "sure?")
        claims.join(session, claim(session, kept), [claim(session, other)])
    assert spans(desk, kept) == ["20 carriages", "on Monday"]
    assert (desk.shape(kept)["outcome"], desk.shape(kept)["tags"]) == ("ask", ["train"])
    assert (desk.shape(other)["hidden"], desk.shape(other)["same_as"]) == (True, kept)


def test_joined_claim_leads_to_the_other(desk: Desk) -> None:
    numbers = [desk.claim(words) for words in ("one", "two", "three")]
    with desk.writing() as session:
        one, two, three = (claim(session, number) for number in numbers)
        claims.join(session, two, [three])
        claims.join(session, one, [two])
    with desk.reading() as session:
        assert [lookup.claim(session, number).id for number in numbers] == [numbers[0]] * 3


def test_join_keeps_what_was_decided(desk: Desk) -> None:
    one = desk.supported()
    two, three = desk.claim("two"), desk.claim("three")
    desk.decide(two, Conclusion.REFUTED, place="atlas p. 3", because="no")
    for kept, other in ((one, two), (three, one), (one, one)):
        with pytest.raises(Refused), desk.writing() as session:
            claims.join(session, claim(session, kept), [claim(session, other)])
    assert desk.ask("SELECT count(*) FROM claim WHERE hidden") == [(0,)]


def test_joined_claim_is_not_restored(desk: Desk) -> None:
    one, two = desk.claim("one"), desk.claim("two")
    with desk.writing() as session:
        claims.join(session, claim(session, one), [claim(session, two)])
    with pytest.raises(Refused), desk.writing() as session:
        claims.restore(session, [session.get_one(Claim, two)])
    assert desk.shape(two)["hidden"] is True


def test_verdicts_oldest_first(desk: Desk) -> None:
    number = desk.supported()
    desk.decide(number, Conclusion.MIXED, because="not quite")
    with desk.reading() as session:
        found = claims.verdicts(session, session.get_one(Claim, number))
        assert [verdict.conclusion for verdict in found] == ["supported", "mixed"]
        assert session.scalars(select(Evidence.claim_id)).all() == [number]
