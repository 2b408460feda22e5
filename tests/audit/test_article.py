"""The article: each check on what it is about, and on what looks like it and is right."""

import pytest

from factcheck.audit.desk import Scope
from factcheck.codes import Severity
from factcheck.exchange import seed
from factcheck.services import articles, claims, coverage, evidence, gate, lookup, notes
from factcheck.services.evidence import NewEvidence
from factcheck.services.verdicts import NewFix
from factcheck.words import Action, Conclusion
from tests.audit.noticing import findings, named, told
from tests.services.desk import TEXT, Desk, article, claim

SUPPORTED, REFUTED, MIXED = Conclusion.SUPPORTED, Conclusion.REFUTED, Conclusion.MIXED
SLOW, COUNT, SPEED = 1, 2, 3
#: What is said of a claim, and so by the gate too.
CLAIMS = ("A506", "A507", "A508", "A509")


def furnish(desk: Desk) -> None:
    """Three claims in one article, added in another order than they stand."""
    desk.article(published="2023-09-11")
    desk.source(tier="primary")
    desk.claim("Some say that 37 mph is slow", quote="37 mph is slow")
    desk.claim("The train has 20 carriages", quote="20 carriages")
    desk.claim("It can reach 37 mph", quote="37 mph", nth=1)


def of_the_gate(desk: Desk, *codes: str) -> list[tuple[str, str, Severity]]:
    with desk.reading() as session:
        found = gate.gate(session, lookup.article(session, "kim"))
    every = (*found.open, *found.warnings)
    return sorted((e.name, e.message, e.severity) for e in every if e.code in codes)


def of_the_audit(desk: Desk, *codes: str) -> list[tuple[str, str, Severity]]:
    return sorted((e.name, e.message, e.severity) for e in findings(desk, *codes))


def close(desk: Desk) -> None:
    with desk.writing() as session:
        articles.close(session, article(session))


# A501


def test_what_is_in_no_claim(desk: Desk) -> None:
    found = findings(desk, "A501")
    with desk.reading() as session:
        gaps = coverage.coverage(session, article(session)).gaps
    assert [each.message for each in found] == [f'in no claim: "{gap.text}"' for gap in gaps]
    assert [each.detail["line"] for each in found] == [gap.line for gap in gaps]
    assert {(each.kind, each.number, each.claim, each.severity) for each in found} == {
        ("article", 1, None, Severity.WARNING)
    }


def test_a_gap_stays_the_same_where_it_moves(desk: Desk) -> None:
    before = {each.message: (each.place, each.basis) for each in findings(desk, "A501")}
    desk.revise(f"It was a long day.\n{TEXT}")
    after = {each.message: (each.place, each.basis) for each in findings(desk, "A501")}
    assert before
    assert {message: after[message] for message in before} == before
    assert len({place for place, _ in after.values()}) == len(after)


def test_a_closed_article_has_no_gaps(desk: Desk) -> None:
    close(desk)
    assert named(desk, "A501") == []


# A502


def test_words_that_are_gone(desk: Desk) -> None:
    desk.revise(TEXT.replace(" Some say that 37 mph is slow.", ""))
    assert of_the_audit(desk, "A502") == of_the_gate(desk, "A502")
    assert told(desk, "A502") == [("A502:1", '"37 mph is slow" is no longer in the text')]
    assert named(desk, "A506") == ["A506:2", "A506:3"]


def test_words_that_changed(desk: Desk) -> None:
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    assert told(desk, "A502") == [("A502:2", "the words changed: 20 became 21")]


def test_words_that_changed_and_were_decided_since(desk: Desk) -> None:
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    assert named(desk, "A502") == []


def test_words_that_changed_as_agreed(desk: Desk) -> None:
    desk.decide(COUNT, fix=NewFix(Action.CHANGE, "21 carriages", "Cora"))
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    assert named(desk, "A502", "A506", "A508") == ["A506:1", "A506:3"]


def test_words_that_were_cut_as_agreed(desk: Desk) -> None:
    fix = NewFix(Action.CUT, agreed_with="Cora")
    desk.decide(SLOW, REFUTED, place="atlas p. 1", because="no", fix=fix)
    desk.revise(TEXT.replace(" Some say that 37 mph is slow.", ""))
    assert [each.claim for each in findings(desk) if each.claim == SLOW] == []


def test_words_that_only_moved(desk: Desk) -> None:
    desk.revise(f"It was a long day.\n{TEXT}")
    assert named(desk, "A502") == []


def test_words_of_a_closed_article(desk: Desk) -> None:
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    close(desk)
    assert named(desk, "A502", *CLAIMS) == ["A502:2"]


# A503, A504, A505


def test_a_weekday_and_a_date_that_disagree(desk: Desk) -> None:
    desk.revise(f"{TEXT}It arrived on Tuesday, September 13, 2023.\n")
    (found,) = findings(desk, "A503")
    assert (found.kind, found.number, found.claim, found.severity) == (
        "article", 1, None, Severity.ERROR,
    )  # fmt: skip
    assert found.message == (
        '"Tuesday, September 13, 2023": 13 September 2023 was a Wednesday, not a Tuesday'
    )
    start = len(f"{TEXT}It arrived on ")
    assert found.detail == {
        "start": start, "end": start + 27, "line": 3,
        "places": [{"start": start, "end": start + 27, "line": 3}],
    }  # fmt: skip


def test_a_weekday_in_the_words_of_one_claim(desk: Desk) -> None:
    desk.revise(f"{TEXT}It arrived on Tuesday, September 13, 2023.\n")
    number = desk.claim("It arrived on Tuesday", quote="arrived on Tuesday, September 13")
    assert [each.claim for each in findings(desk, "A503")] == [number]
    with desk.writing() as session:
        claims.join(session, claim(session, COUNT), [claim(session, number)])
    assert [each.claim for each in findings(desk, "A503")] == [COUNT]


def test_one_fact_with_two_figures(desk: Desk) -> None:
    first, last = "Kim's train has 20 carriages.", "Kim's train has 21 armoured carriages."
    desk.revise(f"{TEXT}{first}\nIt is green.\n{last}\n")
    (found,) = findings(desk, "A504")
    assert (found.severity, found.message) == (
        Severity.ERROR, '"20 carriages" in line 3, "21 armoured carriages" in line 5',
    )  # fmt: skip
    assert [each["line"] for each in found.detail["places"]] == [3, 5]
    before = found.place, found.basis
    desk.revise(f"It is told.\n{TEXT}{first}\nIt is green.\n{last}\n")
    (found,) = findings(desk, "A504")
    assert (found.place, found.basis) == before


def test_two_claims_with_two_figures(desk: Desk) -> None:
    """The article says "it", and the claims say what."""
    desk.revise(f"{TEXT}It was built long ago with 21 carriages.\n")
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    assert named(desk, "A504") == []
    number = desk.claim("The train has 21 carriages", quote="21 carriages")
    (found,) = findings(desk, "A504")
    assert (found.kind, found.claim, found.message) == (
        "article", None, f'claim 2 says "20 carriages", claim {number} "21 carriages"',
    )  # fmt: skip
    desk.edit(number, text="The old train had 21 carriages")
    assert named(desk, "A504") == []


def test_a_claim_whose_figure_is_from_elsewhere(desk: Desk) -> None:
    desk.claim("The train has 21 carriages", quote="Pyongyang")
    assert named(desk, "A504") == []


def test_one_name_in_two_ways(desk: Desk) -> None:
    desk.revise(f"{TEXT}Dmitry Peskov said no.\nLater Pescov said yes. Peskov left.\n")
    (found,) = findings(desk, "A505")
    assert (found.severity, found.message) == (
        Severity.WARNING, '"Peskov" 2 times, "Pescov" once, first in line 4',
    )  # fmt: skip


WRONG = (
    f"{TEXT}It arrived on Tuesday, September 13, 2023. Dmitry Peskov left. Then Pescov said no.\n"
    "Kim's train has 20 carriages. It is green. Kim's train has 21 carriages.\n"
)


def test_the_newest_text_alone_is_read(desk: Desk) -> None:
    desk.revise(WRONG)
    assert named(desk, "A503", "A504", "A505") == ["A503:1", "A504:1", "A505:1"]
    desk.revise(TEXT)
    assert named(desk, "A503", "A504", "A505") == []


def test_the_text_of_a_closed_article_is_read(desk: Desk) -> None:
    desk.revise(WRONG)
    close(desk)
    assert named(desk, "A503", "A504", "A505") == ["A503:1", "A504:1", "A505:1"]


def test_addresses_are_no_text(desk: Desk) -> None:
    desk.revise(f"{TEXT}[He left](https://example.org/Pescov/Peskov) and Dmitry Peskov said so.\n")
    assert named(desk, "A505") == []


# A506 to A509


def test_the_audit_and_the_gate_say_the_same(desk: Desk) -> None:
    desk.claim("It is red", quote="Pyongyang")
    desk.claim("It is old", quote="Monday")
    desk.decide(SLOW, SUPPORTED, place="atlas p. 1", question="which year?")
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21", fix="21 carriages")
    desk.decide(4, REFUTED, place="atlas p. 1", because="green")
    desk.decide(5, MIXED, place="atlas p. 1", because="not so old", question="sure?")
    found = of_the_audit(desk, *CLAIMS)
    assert [name for name, _message, _severity in found] == [
        "A506:3", "A507:1", "A507:2", "A508:2", "A509:4", "A509:5",
    ]  # fmt: skip
    assert found == of_the_gate(desk, *CLAIMS)


@pytest.mark.parametrize(
    "fix",
    [
        NewFix(Action.CHANGE, "21 carriages", "Cora"),
        NewFix(Action.CHANGE, "21 carriages"),
        NewFix(Action.CUT, agreed_with="Cora"),
        NewFix(Action.ATTRIBUTE),
    ],
)
def test_every_fix_that_is_not_in_the_draft(desk: Desk, fix: NewFix) -> None:
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21", fix=fix, question="sure?")
    found = of_the_audit(desk, "A508", "A509")
    assert [name for name, _message, _severity in found] == ["A508:2"]
    assert found == of_the_gate(desk, "A508", "A509")


def test_a_fix_that_was_overruled_or_is_in_the_draft(desk: Desk) -> None:
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21", fix="21 carriages")
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    assert named(desk, "A508", "A509") == []
    desk.decide(COUNT, overruled_by="The editor", because="no")
    assert named(desk, "A508", "A509") == ["A509:2"]


def test_a_question_that_was_answered(desk: Desk) -> None:
    desk.decide(COUNT, question="which year?")
    assert told(desk, "A507") == [("A507:1", 'asked and not answered: "which year?"')]
    assert [each.claim for each in findings(desk, "A507")] == [COUNT]
    with desk.writing() as session:
        notes.answer(session, lookup.query(session, "1"), "1994")
    assert named(desk, "A507") == []


def test_a_claim_of_no_article_is_judged(desk: Desk) -> None:
    with desk.writing() as session:
        number = claims.add(session, claims.NewClaim(text="The moon is near"), None).id
    assert f"A506:{number}" in named(desk, "A506")


def test_a_claim_of_a_closed_article_that_stands_in_an_open_one(desk: Desk) -> None:
    close(desk)
    assert named(desk, *CLAIMS) == []
    desk.article("It has 20 carriages.", "other")
    other = desk.claim("It has 20 carriages", article="other", quote="It has 20 carriages")
    with desk.writing() as session:
        claims.join(session, claim(session, COUNT), [claim(session, other)])
    assert named(desk, *CLAIMS) == ["A506:2"]


def test_what_is_settled_hidden_or_joined_is_not_judged(desk: Desk) -> None:
    desk.decide(COUNT, fix=NewFix(Action.STET, agreed_with="The editor"), because="it may")
    desk.decide(SLOW, question="sure?")
    with desk.writing() as session:
        claims.hide(session, [claim(session, SLOW)])
        claims.join(session, claim(session, COUNT), [claim(session, SPEED)])
    assert named(desk, *CLAIMS) == []


def test_only_what_is_meant(desk: Desk) -> None:
    desk.article(WRONG, "other")
    scope = Scope(claims=frozenset({SPEED}), articles=frozenset())
    assert [each.name for each in findings(desk, scope=scope)] == ["A506:3"]
    scope = Scope(claims=frozenset(), articles=frozenset({2}))
    found = findings(desk, scope=scope)
    assert {each.code for each in found} == {"A501", "A503", "A504", "A505"}
    assert {each.number for each in found} == {2}


def test_a_hidden_article_is_left_alone(desk: Desk) -> None:
    desk.revise(WRONG)
    desk.execute("UPDATE article SET hidden = :yes", yes=True)
    assert named(desk) == []


# The seed


def test_the_seed_article(desk: Desk) -> None:
    """What a checker would find in it; `decisions.toml` says why the others are right."""
    with desk.writing() as session:
        piece = seed.load(session)
        mine = [row.id for row in lookup.claims(session, range(4, 18))]
        scope = Scope(frozenset(mine), articles=frozenset({piece.id}))
    first = mine[0] - 1
    found = [each for each in findings(desk, scope=scope) if each.code != "A501"]
    assert [(each.code, (each.claim or 0) - first) for each in found] == [
        ("V402", 12), ("A506", 4), ("A506", 7), ("A506", 8), ("A506", 10), ("A506", 13),
        ("A506", 14), ("A508", 1),
    ]  # fmt: skip
    assert "20 armored carriages, the source 21 carriages" in found[0].message


def test_the_seed_with_other_conclusions(desk: Desk) -> None:
    """What the evidence contradicts is named when somebody decides against it."""
    with desk.writing() as session:
        seed.load(session)
    for number in (4, 15):
        desk.execute("UPDATE evidence SET stance = 'supports' WHERE claim_id = :n", n=number)
        desk.decide(number, SUPPORTED, because="so it is said")
    found = findings(desk, "V402")
    assert {each.claim for each in found} == {4, 15}
    assert len(found) == 5


def test_evidence_of_a_claim_says_nothing_of_the_article(desk: Desk) -> None:
    with desk.writing() as session:
        piece = NewEvidence("atlas", quote="Tuesday, September 13, 2023", stance="supports")
        evidence.add(session, claim(session, COUNT), piece)
    assert named(desk, "A503") == []
