from typing import Any

import pytest

from factcheck.documents.document import Zoned
from factcheck.errors import BadInput, Refused
from factcheck.models import Claim, Span
from factcheck.services import articles, claims, listing, lookup
from factcheck.services.drafts import Draft
from factcheck.services.listing import Filter
from factcheck.services.revising import is_another, with_zone
from factcheck.services.verdicts import NewFix
from factcheck.words import Action, Conclusion, Outcome, Zone
from tests.services.desk import TEXT, Desk

SECOND = "The forum runs through Wednesday in Vladivostok.\n"


def one(shape: dict[str, Any], number: int) -> dict[str, Any]:
    return next(each for each in shape["claims"] if each["claim"] == number)


def agreed(wording: str, with_whom: str = "Maria") -> NewFix:
    return NewFix(Action.CHANGE, wording=wording, agreed_with=with_whom)


def test_the_same_words_at_the_same_place_are_carried(desk: Desk) -> None:
    desk.article()
    number = desk.claim(None, quote="20 carriages")
    shape = desk.revise(SECOND + TEXT)
    assert shape["summary"] == {
        "carried": 1, "agreed": 0, "changed": 0, "cut": 0, "returned": 0, "lost": 0, "new": 1,
    }  # fmt: skip
    span = desk.shape(number)["span"]
    assert (span["state"], span["exact"]) == ("exact", "20 carriages")
    assert (SECOND + TEXT)[span["start"] : span["end"]] == "20 carriages"
    assert desk.shape(number)["article"]["revision"] == 2


def test_new_checkable_sentences_are_listed_with_their_line(desk: Desk) -> None:
    desk.article()
    (new,) = desk.revise(TEXT + SECOND)["new"]
    assert new["text"] == SECOND.strip()
    assert (new["zone"], new["line"]) == ("body", 3)


def test_a_verdict_stays_good_where_words_only_moved(desk: Desk) -> None:
    desk.article()
    number = desk.supported(words=None, quote="20 carriages")
    lines = TEXT.splitlines(keepends=True)
    desk.revise("".join(reversed(lines)))
    assert not desk.shape(number)["stale"]


def test_a_changed_figure_calls_for_a_re_check(desk: Desk) -> None:
    desk.article()
    number = desk.supported(words=None, quote="20 carriages")
    shape = desk.revise(TEXT.replace("20", "21"))
    assert one(shape, number)["changed"] == [{"what": "figure", "before": "20", "after": "21"}]
    assert one(shape, number)["fate"] == "changed"
    claim = desk.shape(number)
    assert claim["span"]["state"] == "changed"
    assert claim["stale_because"] == ["20 became 21"]
    assert claim["text"] == "21 carriages", "a text that was the words follows them"


def test_a_text_of_its_own_stays(desk: Desk) -> None:
    desk.article()
    number = desk.claim("Kim's train has 20 carriages", quote="20 carriages")
    desk.revise(TEXT.replace("20", "21"))
    assert desk.shape(number)["text"] == "Kim's train has 20 carriages"


def test_an_inserted_not_outside_the_words_counts(desk: Desk) -> None:
    desk.article("The forum runs through Wednesday.\n")
    number = desk.supported(words=None, quote="runs through Wednesday")
    shape = desk.revise("The forum never runs through Wednesday.\n")
    assert one(shape, number)["fate"] == "changed"
    assert one(shape, number)["changed"][0]["what"] == "negation"


def test_lost_words_keep_their_place_in_the_list(desk: Desk) -> None:
    desk.article()
    number = desk.supported(words=None, quote="It can reach 37 mph")
    shape = desk.revise(TEXT.replace("It can reach 37 mph. ", ""))
    assert shape["summary"]["lost"] == 1
    claim = desk.shape(number)
    assert (claim["span"]["state"], claim["span"]["exact"]) == ("lost", "It can reach 37 mph")
    assert claim["stale_because"] == ['"It can reach 37 mph" no longer stands in the text']


def test_lost_words_are_told_once_and_found_when_they_return(desk: Desk) -> None:
    desk.article()
    number = desk.supported(words=None, quote="It can reach 37 mph")
    desk.revise(TEXT.replace("It can reach 37 mph. ", ""))
    assert desk.revise("Nothing of it here.\n")["summary"]["lost"] == 0
    shape = desk.revise(TEXT)
    assert one(shape, number)["fate"] == "returned"
    assert not desk.shape(number)["stale"]


@pytest.mark.parametrize(
    ("words", "wording", "draft"),
    [
        ("20 carriages", "21 carriages", TEXT.replace("20", "21")),
        ("with 20 carriages", "21", TEXT.replace("20", "21")),
        ("20 carriages", "about 20 carriages", TEXT.replace("20", "about 20")),
        ("20 carriages", "“about 20” carriages", TEXT.replace("20", '"about 20"')),
        ("37 mph is slow", "60 km/h is slow", TEXT.replace("37 mph is", "60 km/h is")),
    ],
)
def test_agreed_words_are_taken_without_a_new_decision(
    desk: Desk, words: str, wording: str, draft: str
) -> None:
    desk.article()
    desk.source()
    number = desk.claim(None, quote=words)
    desk.decide(number, Conclusion.REFUTED, place="atlas p. 12", because="21", fix=agreed(wording))
    shape = desk.revise(draft)
    assert one(shape, number)["fate"] == "agreed"
    assert shape["fixes"] == {"agreed": 1, "in_draft": [number], "missing": []}
    claim = desk.shape(number)
    assert (claim["outcome"], claim["stale"]) == ("ok-as-changed", False)
    assert claim["fix"]["in_draft"] is True


@pytest.mark.parametrize(
    "draft",
    [
        TEXT.replace("20", "22"),
        TEXT.replace("20 carriages", "nearly 21 carriages"),
        TEXT.replace("20 carriages", "hardly 21 carriages"),
    ],
)
def test_other_words_than_agreed_need_a_look(desk: Desk, draft: str) -> None:
    desk.article()
    number = desk.supported(words=None, quote="20 carriages")
    desk.decide(number, fix=agreed("21 carriages"))
    shape = desk.revise(draft)
    assert one(shape, number)["fate"] == "changed"
    assert desk.shape(number)["stale"]


def test_a_fix_that_is_not_in_the_draft_is_missing(desk: Desk) -> None:
    desk.article()
    number = desk.claim(None, quote="20 carriages")
    desk.decide(number, fix=agreed("21 carriages"))
    shape = desk.revise(TEXT + SECOND)
    assert shape["fixes"] == {"agreed": 1, "in_draft": [], "missing": [number]}
    assert desk.shape(number)["outcome"] == "change"


def test_the_agreed_words_elsewhere_are_no_change(desk: Desk) -> None:
    desk.article()
    number = desk.claim(None, quote="20 carriages")
    desk.decide(number, fix=agreed("21 carriages"))
    shape = desk.revise(TEXT + "\n" * 3 + "Another train, in another land, has 21 carriages.\n")
    assert shape["fixes"]["missing"] == [number]


def cut(desk: Desk) -> int:
    desk.article()
    number = desk.supported(words=None, quote="It can reach 37 mph")
    desk.decide(number, fix=NewFix(Action.CUT, agreed_with="Maria"))
    desk.revise(TEXT.replace("It can reach 37 mph. ", ""))
    return number


def test_a_claim_that_is_cut_as_agreed_leaves_the_list(desk: Desk) -> None:
    number = cut(desk)
    claim = desk.shape(number)
    assert (claim["outcome"], claim["stale"]) == ("cut", False)
    with desk.reading() as session:
        assert listing.chosen(session, Filter()) == []
        assert listing.chosen(session, Filter(outcomes=[Outcome.CUT])) == [number]
        assert articles.open_claims(session, lookup.article(session, "kim")) == []


def test_a_claim_that_was_cut_returns_with_its_words(desk: Desk) -> None:
    number = cut(desk)
    desk.revise(TEXT)
    assert desk.shape(number)["outcome"] == "cut-asked"
    with desk.reading() as session:
        assert listing.chosen(session, Filter()) == [number]


def test_one_fact_at_two_places_has_the_worse_fate(desk: Desk) -> None:
    desk.article()
    number = desk.claim(None, quote="37 mph", nth=1)
    other = desk.claim(None, quote="37 mph", nth=2)
    with desk.writing() as session:
        claims.join(session, lookup.claim(session, number), [lookup.claim(session, other)])
    shape = desk.revise(TEXT.replace("Some say that 37", "Some say that 47"))
    assert shape["summary"]["changed"] == 1
    assert shape["summary"]["carried"] == 0


def test_undo_takes_the_draft_back_whole(desk: Desk) -> None:
    desk.article()
    number = desk.supported(words=None, quote="20 carriages")
    before = desk.shape(number)
    desk.revise(TEXT.replace("20", "21") + SECOND)
    desk.undo()
    assert desk.shape(number) == before
    assert desk.ask("SELECT count(*) FROM revision") == [(1,)]
    assert desk.faults() == []


def test_the_same_text_is_no_new_draft(desk: Desk) -> None:
    desk.article()
    steps = desk.steps()
    shape = desk.revise(TEXT)
    assert (shape["from"], shape["to"]) == (1, 1)
    assert desk.steps() == steps


def test_a_closed_article_takes_no_draft(desk: Desk) -> None:
    desk.article()
    with desk.writing() as session:
        articles.close(session, lookup.article(session, "kim"))
    with pytest.raises(Refused, match="it ran as draft 1"):
        desk.revise(SECOND)


def test_hidden_claims_go_along_unseen(desk: Desk) -> None:
    desk.article()
    number = desk.claim(None, quote="20 carriages")
    with desk.writing() as session:
        claims.hide(session, [lookup.claim(session, number)])
    assert desk.revise(SECOND + TEXT)["claims"] == []
    assert desk.ask("SELECT claim_id, count(*) FROM span GROUP BY claim_id") == [(number, 2)]


def test_places_keep_their_name_from_draft_to_draft(desk: Desk) -> None:
    desk.article()
    desk.claim(None, quote="20 carriages")
    desk.revise(SECOND + TEXT)
    first, second = desk.row(Span, 1), desk.row(Span, 2)
    assert first.place == second.place
    assert desk.row(Claim, 1).position == second.start


# Zones


def headlined() -> Draft:
    return Draft("A train\nBody of it.\nA caption\n", [
        Zoned(0, 7, Zone.HEADLINE), Zoned(20, 29, Zone.CAPTION),
    ])  # fmt: skip


def test_one_zone_may_come_alone() -> None:
    known = headlined()
    made = with_zone(known.text, known.zones, Zone.CAPTION, Draft("Another caption, longer\n"))
    assert made.text == "A train\nBody of it.\nAnother caption, longer\n"
    assert list(made.zones) == [Zoned(0, 7, Zone.HEADLINE), Zoned(20, 43, Zone.CAPTION)]


def test_a_zone_that_is_new_comes_last() -> None:
    known = headlined()
    made = with_zone(known.text, known.zones, Zone.DECK, Draft("A deck\n"))
    assert made.text.endswith("A caption\nA deck")
    assert [made.text[z.start : z.end] for z in made.zones] == ["A train", "A caption", "A deck"]


def test_as_many_paragraphs_as_places_go_each_to_its_own() -> None:
    text = "One\nbody\nTwo\n"
    zones = [Zoned(0, 3, Zone.CAPTION), Zoned(9, 12, Zone.CAPTION)]
    assert with_zone(text, zones, Zone.CAPTION, Draft("Eins\nZwei\n")).text == "Eins\nbody\nZwei\n"
    assert with_zone(text, zones, Zone.CAPTION, Draft("Eins\n")).text == "Eins\nbody\n\n"


def test_the_body_is_no_zone_to_replace() -> None:
    with pytest.raises(BadInput, match="The body is the article itself"):
        with_zone("Text", [], Zone.BODY, Draft("New"))


def test_plain_text_keeps_the_zones_that_are_known(desk: Desk) -> None:
    desk.article(headlined().text, draft=headlined())
    number = desk.claim(None, quote="A caption")
    assert desk.shape(number)["span"]["zone"] == "caption"
    desk.revise("A train\nAnother body of it.\nA caption\n")
    assert desk.shape(number)["span"]["zone"] == "caption"
    with desk.reading() as session:
        assert listing.chosen(session, Filter(zone="caption")) == [number]
        assert listing.chosen(session, Filter(zone="headline")) == []


# Another article


def test_another_article_is_told_from_a_new_draft() -> None:
    old = "".join(f"This is sentence number {n} of the old article.\n" for n in range(8))
    assert is_another(old, "Quite another text. With other sentences in it.", "en")
    assert not is_another(old, old.replace("old", "new", 6), "en")
    assert not is_another("Short. Text.", "Other words.", "en")
