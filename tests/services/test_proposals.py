"""Proposals, coverage, skipped words and marks, as a new connection reads them."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from factcheck.documents.document import Annotation as Noted
from factcheck.documents.document import Zoned
from factcheck.errors import BadInput, Conflict, NotFound
from factcheck.exchange import seed
from factcheck.models import Annotation, Article
from factcheck.services import claims, coverage, lookup, marking, proposals, skips, zones
from factcheck.services.drafts import Draft
from factcheck.services.proposals import Proposed
from factcheck.text import anchors
from factcheck.text.spans import Cover, Span
from factcheck.words import AnnotationKind, MadeOf, Zone
from tests.services.desk import Desk, article

TEXT = (
    "Kim's train left Pyongyang on Monday with 20 carriages.\n"
    "It can reach 37 mph, according to Yonhap. That is a crucial and wonderful speed.\n"
    "Will it arrive?\n"
)


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


NOTES = (
    Noted(
        *place("20 carriages"),
        AnnotationKind.COMMENT,
        "See https://e.org/train",
        "Maria",
        urls=["https://e.org/train"],
    ),
    Noted(*place("37 mph"), AnnotationKind.FOOTNOTE, "Railway Atlas, p. 212"),
    Noted(*place("on Monday"), AnnotationKind.HIGHLIGHT, colour="yellow"),
    Noted(0, 0, AnnotationKind.COMMENT, "Who wrote the headline?", "Maria"),
)


@pytest.fixture
def copy(desk: Desk) -> Desk:
    """A desk with an annotated copy."""
    desk.article(TEXT, draft=Draft(TEXT, annotations=NOTES))
    return desk


def waiting(desk: Desk, by: MadeOf = MadeOf.SENTENCE) -> list[Proposed]:
    with desk.reading() as session:
        return proposals.open_ones(session, article(session), by)


def doing(desk: Desk, call: Callable[[Session, Article], Any]) -> Any:
    with desk.writing() as session:
        return call(session, article(session))


def accept(desk: Desk, *numbers: int) -> list[int]:
    def call(session: Session, found: Article) -> list[int]:
        chosen = proposals.chosen(proposals.open_ones(session, found), numbers)
        return [claim.id for claim in proposals.accept(session, found, chosen)]

    made: list[int] = doing(desk, call)
    return made


def of_copy(desk: Desk, kind: AnnotationKind) -> Proposed:
    return next(e for e in waiting(desk) if e.annotation and e.annotation.kind == kind.value)


def test_a_comment_becomes_cited_evidence_without_a_stance(copy: Desk) -> None:
    (number,) = accept(copy, of_copy(copy, AnnotationKind.COMMENT).number)
    claim = copy.shape(number)
    assert claim["text"] == "20 carriages"
    assert claim["kind"] == "number"
    (piece,) = claim["evidence"]
    assert (piece["stance"], piece["seen"], piece["quote"]) == (None, None, None)
    assert piece["note"] == "Maria: See https://e.org/train"
    assert piece["source"]["url"] == "https://e.org/train"
    assert claim["status"] == "unverified"


def test_the_words_of_a_footnote_are_a_citation(copy: Desk) -> None:
    (number,) = accept(copy, of_copy(copy, AnnotationKind.FOOTNOTE).number)
    claim = copy.shape(number)
    assert claim["evidence"][0]["source"]["title"] == "Railway Atlas, p. 212"
    assert "Yonhap" in claim["claimant"]


def test_the_colour_of_a_highlight_is_kept_as_a_tag(copy: Desk) -> None:
    (number,) = accept(copy, of_copy(copy, AnnotationKind.HIGHLIGHT).number)
    claim = copy.shape(number)
    assert (claim["tags"], claim["evidence"]) == (["yellow"], [])


def test_a_note_about_the_whole_is_a_note_on_the_article(copy: Desk) -> None:
    assert copy.ask("SELECT text FROM note") == [("Maria: Who wrote the headline?",)]


def test_what_was_accepted_is_proposed_no_more_and_numbers_stay(copy: Desk) -> None:
    before = {each.number: each.text for each in waiting(copy)}
    comment = of_copy(copy, AnnotationKind.COMMENT).number
    accept(copy, comment)
    after = {each.number: each.text for each in waiting(copy)}
    assert after == {number: text for number, text in before.items() if number != comment}
    with pytest.raises(NotFound, match=f"There is no open proposal {comment}"):
        accept(copy, comment)


def test_two_notes_on_the_same_words_make_one_claim(desk: Desk) -> None:
    twice = [Noted(*place("37 mph"), AnnotationKind.COMMENT, f"https://e.org/{n}") for n in (1, 2)]
    desk.article(TEXT, draft=Draft(TEXT, annotations=twice))
    numbers = [each.number for each in waiting(desk) if each.annotation]
    (number,) = accept(desk, *numbers)
    assert len(desk.shape(number)["evidence"]) == 2


def test_notes_go_along_to_the_next_draft(copy: Desk) -> None:
    copy.revise("A new first line.\n" + TEXT.replace("37", "47"))
    with copy.reading() as session:
        states = {row.exact: row.state for row in session.query(Annotation)}
    assert states == {"20 carriages": "exact", "47 mph": "changed", "on Monday": "exact"}


def test_the_same_note_comes_in_once(copy: Desk) -> None:
    copy.revise(TEXT, annotations=NOTES)
    assert copy.ask("SELECT count(*) FROM annotation") == [(3,)]
    assert copy.ask("SELECT count(*) FROM note") == [(1,)]


def test_opinions_and_questions_are_told_apart(desk: Desk) -> None:
    desk.article(TEXT)
    apart = {each.text: each.why for each in waiting(desk) if not each.checkable}
    assert any("question" in why for why in apart.values())
    assert any("opinion" in why for why in apart.values())


def test_what_is_not_checkable_is_decided_at_once(desk: Desk) -> None:
    desk.article(TEXT)

    def call(session: Session, found: Article) -> list[int]:
        apart = [each for each in proposals.open_ones(session, found) if not each.checkable]
        return [claim.id for claim in proposals.not_checkable(session, found, apart)]

    numbers = doing(desk, call)
    assert {desk.shape(number)["outcome"] for number in numbers} == {"no-fact"}
    assert all(each.checkable for each in waiting(desk))


def test_proposals_by_element_are_smaller(desk: Desk) -> None:
    desk.article(TEXT)
    words = [each.text for each in waiting(desk, MadeOf.ELEMENT)]
    assert "20 carriages" in words
    assert "Yonhap" in words
    assert len(words) > len(waiting(desk))


def test_the_fourteen_claims_of_the_seed_are_proposed(desk: Desk) -> None:
    with desk.writing() as session:
        seed.load_article(session)
    with desk.reading() as session:
        found = lookup.article(session, "kim-train")
        made = [each.span for each in proposals.every(session, found)]
        text = (seed.seed_folder() / "article.txt").read_text(encoding="utf-8")
        for claim in seed.read("claims")["claim"]:
            words = Span(*anchors.find(claim["quote"], text)[0])
            assert any(span.holds(words) for span in made), claim["quote"]


# Coverage


def covered(desk: Desk) -> coverage.Coverage:
    with desk.reading() as session:
        return coverage.coverage(session, article(session))


def test_a_sentence_is_covered_when_each_element_is(desk: Desk) -> None:
    desk.article("The train has 20 carriages and reaches 37 mph.\n")
    assert covered(desk).sentences_covered == 0
    desk.claim(None, quote="20 carriages")
    found = covered(desk)
    assert [gap.text for gap in found.gaps] == ["37 mph"]
    assert (found.sentences, found.sentences_covered) == (1, 0)
    desk.claim(None, quote="reaches 37 mph")
    assert covered(desk).share == 1.0


def test_gaps_have_their_place_zone_and_line(desk: Desk) -> None:
    text = "A headline of 12 trains\nThe train has 20 carriages.\n"
    desk.article(text, draft=Draft(text, [Zoned(0, 23, Zone.HEADLINE)]))
    shape = coverage.shape(covered(desk))
    assert [(gap["zone"], gap["line"]) for gap in shape["gaps"]] == [("headline", 1), ("body", 2)]
    assert all(text[gap["start"] : gap["end"]] == gap["text"] for gap in shape["gaps"])
    assert shape["checkable"] - shape["covered"] == len(shape["gaps"])


def test_footnotes_are_no_gaps(desk: Desk) -> None:
    text = "The train has 20 carriages.\nAtlas, 3 May 1999, p. 12\n"
    desk.article(text, draft=Draft(text, [Zoned(28, len(text), Zone.FOOTNOTE)]))
    assert {gap.line for gap in covered(desk).gaps} == {1}


def test_skipped_words_are_covered_until_they_change(desk: Desk) -> None:
    desk.article("The train has 20 carriages.\n")
    doing(desk, lambda s, a: skips.add(s, a, "The train has 20 carriages."))
    assert covered(desk).share == 1.0
    desk.revise("New: it is here.\nThe train has 20 carriages.\n")
    assert "20 carriages" not in [gap.text for gap in covered(desk).gaps]
    desk.revise("The train has 21 carriages.\n")
    assert [gap.text for gap in covered(desk).gaps] == ["21 carriages"]


def test_words_that_are_skipped_twice_are_skipped_once(desk: Desk) -> None:
    desk.article()
    for _ in range(2):
        doing(desk, lambda s, a: skips.add(s, a, "20 carriages", because="a guess"))
    assert desk.ask("SELECT exact, because FROM skip") == [("20 carriages", "a guess")]


def test_a_hidden_claim_covers_nothing(desk: Desk) -> None:
    desk.article("The train has 20 carriages.\n")
    number = desk.claim(None, quote="20 carriages")
    doing(desk, lambda s, _a: claims.hide(s, [lookup.claim(s, number)]))
    assert covered(desk).covered == 0


def test_cover_joins_what_touches() -> None:
    cover = Cover([Span(0, 5), Span(5, 9), Span(20, 30)])
    assert cover.holds(Span(3, 9))
    assert not cover.holds(Span(8, 10))
    assert cover.fills(Span(19, 31))
    assert not cover.fills(Span(21, 31))


def test_zones_by_place() -> None:
    shown = zones.Zones([Zoned(5, 9, Zone.CAPTION), Zoned(0, 3, Zone.HEADLINE)])
    assert [shown.at(n) for n in (0, 3, 5, 8, 9)] == [
        "headline", "body", "caption", "caption", "body",
    ]  # fmt: skip


# Marks


def mark(desk: Desk, marked: str) -> marking.Marked:
    made: marking.Marked = doing(desk, lambda s, a: marking.take(s, a, marking.page(s, a), marked))
    return made


def test_marked_words_become_claims_with_cited_evidence(desk: Desk) -> None:
    desk.article(TEXT)
    desk.source()
    mark(desk, TEXT.replace("37 mph", "[[37 mph]]{atlas p. 212}"))
    claim = desk.shape(1)
    assert (claim["text"], claim["kind"]) == ("37 mph", "measurement")
    (piece,) = claim["evidence"]
    assert (piece["source"]["key"], piece["locator"], piece["seen"]) == ("atlas", "p. 212", None)


def test_claims_that_are_there_are_shown_and_stay(desk: Desk) -> None:
    desk.article(TEXT)
    desk.claim(None, quote="20 carriages")
    with desk.reading() as session:
        page = marking.page(session, article(session))
    assert "[[20 carriages]]{#1}" in page.marked
    assert mark(desk, TEXT).claims == []
    assert mark(desk, page.marked).claims == []
    assert desk.ask("SELECT count(*) FROM claim") == [(1,)]


def test_marks_on_an_older_draft_are_refused(desk: Desk) -> None:
    desk.article(TEXT)
    with desk.reading() as session:
        page = marking.page(session, article(session))
    desk.revise(TEXT + "More.\n")
    with pytest.raises(Conflict, match="Draft 2 came in meanwhile"):
        doing(desk, lambda s, a: marking.take(s, a, page, TEXT))


def test_an_unknown_source_in_a_mark_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    desk.article(TEXT)
    with pytest.raises(BadInput, match="There is no source 'atals'"):
        mark(desk, TEXT.replace("37 mph", "[[37 mph]]{atals p. 212}"))
    assert desk.ask("SELECT count(*) FROM claim") == [(0,)]
