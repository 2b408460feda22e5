"""What stands between a piece and print: findings, their order, lifting, and what comes back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from factcheck.codes import CODES, Severity
from factcheck.errors import BadInput, NotFound
from factcheck.models import Lift, Query
from factcheck.services import articles, claims, evidence, gate, house, lookup, notes, signing
from factcheck.services.evidence import NewEvidence
from factcheck.services.findings import Finding
from factcheck.services.gate import Gate
from factcheck.services.verdicts import NewFix
from factcheck.words import Action, Conclusion
from tests.services.desk import TEXT, WHO, Desk, article, claim

MARIA = "Maria Keller"
SUPPORTED, REFUTED = Conclusion.SUPPORTED, Conclusion.REFUTED
SLOW, COUNT, SPEED = 1, 2, 3


def furnish(desk: Desk) -> None:
    """Three claims in one article, added in another order than they stand."""
    desk.article()
    desk.source(tier="primary")
    desk.source("https://example.com/", "wire")
    desk.claim("Some say that 37 mph is slow", quote="37 mph is slow")
    desk.claim("The train has 20 carriages", quote="20 carriages")
    desk.claim("It can reach 37 mph", quote="37 mph", nth=1)


def looked(desk: Desk, slug: str = "kim") -> Gate:
    with desk.reading() as session:
        return gate.gate(session, lookup.article(session, slug))


def named(findings: Sequence[Finding]) -> list[str]:
    return [each.name for each in findings]


def opened(desk: Desk) -> list[str]:
    return named(looked(desk).open)


def messages(desk: Desk, code: str) -> list[str]:
    found = looked(desk)
    return [e.message for e in (*found.open, *found.warnings, *found.lifted) if e.code == code]


def rule(desk: Desk, **edits: str) -> None:
    with desk.writing("house edit") as session:
        for key, value in edits.items():
            house.edit(session, key, value)


def all_right(desk: Desk) -> Desk:
    for number in (1, 2, 3):
        desk.decide(number, SUPPORTED, place="atlas p. 1")
    return desk


def lift(desk: Desk, name: str, because: str | None = "it may", who: str = MARIA) -> Finding:
    with desk.writing("gate --lift", who) as session:
        return gate.lift(session, article(session), name, because)


# Findings


def test_undecided_claims_in_reading_order(desk: Desk) -> None:
    assert opened(desk) == [f"A506:{number}" for number in (COUNT, SPEED, SLOW)]


def test_nothing_is_open(desk: Desk) -> None:
    found = looked(all_right(desk))
    assert (found.open, found.warnings, found.lifted, found.stet) == ([], [], [], [])


def test_a_finding_as_json(desk: Desk) -> None:
    with desk.reading() as session:
        shape = gate.shape(session, gate.gate(session, article(session)))
    assert list(shape) == ["article", "open", "warnings", "lifted", "stet"]
    assert shape["article"] == {"id": 1, "slug": "kim"}
    assert shape["open"][0] == {
        "id": 506000002,
        "name": "A506:2",
        "code": "A506",
        "severity": "error",
        "state": "open",
        "record": {"kind": "claim", "id": 2},
        "claim": 2,
        "source": None,
        "message": "undecided",
        "help": "factcheck verify 2",
        "detail": {},
        "lifted": None,
    }


def test_an_open_query(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1", question="which year?")
    assert "A507:1" in opened(desk)
    assert messages(desk, "A507") == ['asked and not answered: "which year?"']
    with desk.writing() as session:
        notes.answer(session, session.get_one(Query, 1), "1994")
    assert messages(desk, "A507") == []


def test_the_help_names_the_query(desk: Desk) -> None:
    desk.decide(SLOW, question="who?")
    desk.decide(COUNT, question="which year?")
    shapes = {each.name: each.shape() for each in looked(desk).open}
    assert shapes["A507:2"]["help"] == "factcheck query answer 2 ANSWER"
    assert shapes["A507:2"]["record"] == {"kind": "query", "id": 2}
    assert shapes["A507:2"]["claim"] == COUNT


def test_two_questions_are_two_findings(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1", question="which year?")
    desk.decide(COUNT, question="which atlas?")
    found = [each for each in looked(desk).open if each.code == "A507"]
    assert len(found) == 2
    assert len({each.id for each in found}) == 2
    assert len({each.name for each in found}) == 2


@pytest.mark.parametrize(
    ("fix", "message"),
    [
        (
            NewFix(Action.CHANGE, "21 carriages", "Cora"),
            'agreed and not in the draft: "21 carriages"',
        ),
        (
            NewFix(Action.CHANGE, "21 carriages"),
            'proposed, not agreed and not in the draft: "21 carriages"',
        ),
        (NewFix(Action.CUT, agreed_with="Cora"), "agreed and not in the draft: cut"),
        (
            NewFix(Action.ATTRIBUTE),
            "proposed, not agreed, and nobody can tell whether the draft has it: attribute",
        ),
    ],
)
def test_a_fix_that_is_not_in_the_draft(desk: Desk, fix: NewFix, message: str) -> None:
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21", fix=fix)
    assert messages(desk, "A508") == [message]
    assert "A508:2" in opened(desk)
    assert "A509:2" not in opened(desk)


def test_a_fix_that_came_with_the_next_draft(desk: Desk) -> None:
    fix = NewFix(Action.CHANGE, "21 carriages", "Cora")
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21", fix=fix)
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    assert [name for name in opened(desk) if name.endswith(":2")] == []


def test_a_cut_that_came_with_the_next_draft(desk: Desk) -> None:
    fix = NewFix(Action.CUT, agreed_with="Cora")
    desk.decide(SLOW, REFUTED, place="atlas p. 1", because="no", fix=fix)
    assert "A508:1" in opened(desk)
    desk.revise(TEXT.replace(" Some say that 37 mph is slow.", ""))
    found = looked(desk)
    assert [e.name for e in (*found.open, *found.warnings) if e.number == SLOW] == []


@pytest.mark.parametrize(
    ("conclusion", "message"),
    [(REFUTED, "wrong, and no fix"), (Conclusion.MIXED, "right in part, and no fix")],
)
def test_what_is_wrong_needs_a_fix(desk: Desk, conclusion: Conclusion, message: str) -> None:
    desk.decide(COUNT, conclusion, place="atlas p. 1", because="21")
    assert messages(desk, "A509") == [message]
    assert "A509:2" in opened(desk)


def test_an_overruled_fix_is_no_fix(desk: Desk) -> None:
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21", fix="21 carriages")
    desk.decide(COUNT, overruled_by="The editor", because="no")
    assert {"A509:2"} == {name for name in opened(desk) if name.endswith(":2")}


@pytest.mark.parametrize(
    "conclusion", [Conclusion.CONFLICTING, Conclusion.NOT_ENOUGH_EVIDENCE, Conclusion.NOT_CHECKABLE]
)
def test_other_conclusions_need_no_fix(desk: Desk, conclusion: Conclusion) -> None:
    why = "no-time" if conclusion == Conclusion.NOT_ENOUGH_EVIDENCE else None
    desk.decide(COUNT, conclusion, place="atlas p. 1", because="x", why=why)
    assert [name for name in opened(desk) if name.endswith(":2")] == []


def test_decided_and_the_evidence_is_gone(desk: Desk) -> None:
    all_right(desk)
    with desk.writing() as session:
        evidence.retract(session, evidence.of_claims(session, [COUNT])[0], "a slip")
    assert opened(desk) == ["V403:2", "S301:2"]
    with desk.writing() as session:
        piece = NewEvidence("wire", stance="supports", seen=False)
        evidence.add(session, claim(session, COUNT), piece)
    assert opened(desk) == ["V403:2", "S311:2"]
    assert messages(desk, "S311") == [CODES["S311"].title]


def test_an_exception_needs_no_evidence(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, exception="everybody knows")
    assert [name for name in opened(desk) if name.endswith(":2")] == []


def test_too_few_sources_warn_or_block(desk: Desk) -> None:
    all_right(desk)
    with desk.writing() as session:
        evidence.edit(session, evidence.of_claims(session, [COUNT])[0], {"tier": None})
    found = looked(desk)
    assert (named(found.open), named(found.warnings)) == ([], ["S302:2"])
    wanted = "needs 1 primary source or 2 independent sources; has 0 primary, 1 independent"
    assert messages(desk, "S302") == [wanted]
    desk.edit(COUNT, priority="high")
    found = looked(desk)
    assert (named(found.open), named(found.warnings)) == (["S302:2"], [])


def test_two_needs_are_one_finding(desk: Desk) -> None:
    all_right(desk)
    rule(desk, needs="any: 2 primary; 3 independent")
    (found,) = [each for each in looked(desk).open if each.number == COUNT]
    assert found.name == f"S302:{COUNT}"
    assert found.message.startswith("needs 2 primary sources and 3 independent sources; has ")


def test_the_authors_word_alone_is_a_warning(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="author p. 1")
    found = looked(desk)
    assert "S312:2" in named(found.warnings)
    assert [name for name in named(found.open) if name.endswith(":2")] == []


def test_a_recheck_says_why(desk: Desk) -> None:
    all_right(desk)
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    assert opened(desk) == ["V403:2"]
    assert messages(desk, "V403") == ["re-check: 20 became 21"]
    desk.undo()
    assert opened(desk) == []


def test_a_recheck_by_date(desk: Desk) -> None:
    all_right(desk)
    desk.execute("UPDATE verdict SET at = '2026-01-01T00:00:00.000000Z' WHERE claim_id = 2")
    rule(desk, recheck="other 30")
    assert opened(desk) == ["V404:2"]
    assert messages(desk, "V404") == ["re-check: due for a re-check since 2026-01-31"]
    desk.undo()
    assert opened(desk) == []


def test_what_is_not_signed_off(desk: Desk) -> None:
    all_right(desk)
    rule(desk, second_person="yes")
    assert opened(desk) == ["V409:2", "V409:3", "V409:1"]
    with desk.writing("sign-off", MARIA) as session:
        signing.sign_off(session, [1, 2, 3])
    assert opened(desk) == []
    desk.edit(COUNT, text="The train has 21 carriages")
    assert opened(desk) == ["V403:2"]


def test_whose_words_are_gone_is_a_warning(desk: Desk) -> None:
    desk.revise(TEXT.replace(" Some say that 37 mph is slow.", ""))
    found = looked(desk)
    assert named(found.open) == ["A506:2", "A506:3"]
    assert [(e.name, e.message) for e in found.warnings] == [
        ("A502:1", '"37 mph is slow" is no longer in the text')
    ]


def test_what_is_in_no_claim(desk: Desk) -> None:
    all_right(desk)
    assert named(looked(desk).open) == []
    rule(desk, gate_coverage="yes")
    found = looked(desk).open
    assert {each.code for each in found} == {"A501"}
    starts = [each.detail["start"] for each in found]
    assert starts == sorted(starts)
    assert [each.shape()["record"] for each in found] == [{"kind": "article", "id": 1}] * len(found)
    for each in found:
        start, end = each.detail["start"], each.detail["end"]
        assert each.message == f'in no claim: "{TEXT[start:end]}"'
    desk.undo()
    assert looked(desk).open == []


def test_all_of_it_in_reading_order(desk: Desk) -> None:
    rule(desk, gate_coverage="yes")
    found = looked(desk).open
    positions = [each.position for each in found]
    assert positions == sorted(positions)
    assert {each.code for each in found} == {"A501", "A506"}


def test_a_claim_without_a_place_comes_last(desk: Desk) -> None:
    desk.claim("Somewhere")
    assert opened(desk)[-1] == "A506:4"


def test_hidden_and_joined_claims_are_no_matter(desk: Desk) -> None:
    with desk.writing() as session:
        claims.join(session, claim(session, COUNT), [claim(session, SLOW)])
        claims.hide(session, [claim(session, SPEED)])
    assert opened(desk) == ["A506:2"]


def test_another_article_is_another_matter(desk: Desk) -> None:
    desk.article("The train has 20 carriages.", "other")
    desk.claim("There", article="other", quote="20 carriages")
    assert "A506:4" not in opened(desk)
    assert named(looked(desk, "other").open) == ["A506:4"]


def test_one_fact_in_two_articles_stands_where_it_stands(desk: Desk) -> None:
    """Each article in its own reading order."""
    desk.article("It has 20 carriages. The train is red.", "other")
    red = desk.claim("The train is red", article="other", quote="The train is red")
    count = desk.claim("It has 20 carriages", article="other", quote="It has 20 carriages")
    with desk.writing() as session:
        claims.join(session, claim(session, COUNT), [claim(session, count)])
    assert opened(desk) == ["A506:2", "A506:3", "A506:1"]
    assert named(looked(desk, "other").open) == ["A506:2", f"A506:{red}"]


def test_a_fact_of_another_article_that_is_lost_here(desk: Desk) -> None:
    desk.article("The train is red. It has 20 carriages.", "other")
    count = desk.claim("It has 20 carriages", article="other", quote="It has 20 carriages")
    with desk.writing() as session:
        claims.join(session, claim(session, COUNT), [claim(session, count)])
    desk.revise(TEXT.partition("\n")[2])
    assert named(looked(desk).warnings) == ["A502:2"]
    assert named(looked(desk, "other").open) == ["A506:2"]


def test_a_closed_article_has_a_gate(desk: Desk) -> None:
    all_right(desk)
    with desk.writing() as session:
        articles.close(session, article(session))
    assert looked(desk).open == []


# What the editor lets stand


def test_stet_is_listed_apart(desk: Desk) -> None:
    all_right(desk)
    fix = NewFix(Action.STET, agreed_with="The editor")
    desk.decide(COUNT, REFUTED, because="21", fix=fix)
    found = looked(desk)
    assert (found.open, found.stet) == ([], [COUNT])
    with desk.reading() as session:
        (shape,) = gate.shape(session, found)["stet"]
    assert (shape["id"], shape["fix"]["agreed_with"], shape["fix"]["because"]) == (
        COUNT, "The editor", "21",
    )  # fmt: skip


# Lifting


def test_lifted_by_its_name(desk: Desk) -> None:
    lift(desk, "a506:2", "the lawyer has it")
    found = looked(desk)
    assert named(found.open) == ["A506:3", "A506:1"]
    (lifted,) = found.lifted
    shape = lifted.shape()
    assert (shape["name"], shape["state"], shape["lifted"]["by"], shape["lifted"]["because"]) == (
        "A506:2", "set-aside", MARIA, "the lawyer has it",
    )  # fmt: skip


def test_lifted_by_its_number(desk: Desk) -> None:
    assert lift(desk, " 506000002 ").name == "A506:2"
    assert named(looked(desk).lifted) == ["A506:2"]


def test_a_warning_is_lifted(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="wire p. 1")
    lift(desk, "S302:2")
    found = looked(desk)
    assert (named(found.warnings), named(found.lifted)) == ([], ["S302:2"])


@pytest.mark.parametrize("because", [None, "", "  "])
def test_lifting_needs_a_reason(desk: Desk, because: str | None) -> None:
    with pytest.raises(BadInput, match="Lifting A506:2 needs a reason"):
        lift(desk, "A506:2", because)
    assert looked(desk).lifted == []


@pytest.mark.parametrize("word", ["A506:9", "A508:2", "A506", "2", "", "x" * 500])
def test_what_is_not_open_is_not_lifted(desk: Desk, word: str) -> None:
    with pytest.raises(NotFound) as caught:
        lift(desk, word)
    assert caught.value.message.endswith("is not open in kim.")
    assert caught.value.hint == "factcheck gate kim lists what is, as A506:12."


def test_what_is_lifted_is_not_open(desk: Desk) -> None:
    lift(desk, "A506:2")
    with pytest.raises(NotFound):
        lift(desk, "A506:2")


def comes_back(desk: Desk, name: str) -> bool:
    found = looked(desk)
    assert name not in named(found.lifted) or name not in named(found.open)
    return name not in named(found.lifted)


def test_undecided_comes_back_with_other_words(desk: Desk) -> None:
    lift(desk, "A506:2")
    desk.edit(COUNT, priority="high", kind="number")
    assert not comes_back(desk, "A506:2")
    desk.edit(COUNT, text="The train has 21 carriages")
    assert comes_back(desk, "A506:2")


def test_a_fix_comes_back_with_another(desk: Desk) -> None:
    desk.decide(COUNT, fix="21 carriages")
    lift(desk, "A508:2")
    assert not comes_back(desk, "A508:2")
    desk.decide(COUNT, fix="22 carriages")
    assert comes_back(desk, "A508:2")


def test_wrong_comes_back_with_another_verdict(desk: Desk) -> None:
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21")
    lift(desk, "A509:2")
    assert not comes_back(desk, "A509:2")
    desk.decide(COUNT, REFUTED, because="22, says the museum")
    assert comes_back(desk, "A509:2")


def test_a_recheck_comes_back_for_another_reason(desk: Desk) -> None:
    all_right(desk)
    desk.edit(COUNT, text="The train has 21 carriages")
    lift(desk, "V403:2")
    assert not comes_back(desk, "V403:2")
    desk.edit(COUNT, text="The train has 22 carriages")
    assert comes_back(desk, "V403:2")


def test_too_few_sources_come_back_with_another_count(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="wire p. 1")
    rule(desk, needs="3 independent")
    lift(desk, "S302:2")
    assert not comes_back(desk, "S302:2")
    desk.decide(COUNT, evidence=NewEvidence("atlas", stance="supports"))
    assert comes_back(desk, "S302:2")


def test_the_newest_reason_is_shown(desk: Desk) -> None:
    lift(desk, "A506:2", "one")
    desk.edit(COUNT, text="other words")
    lift(desk, "A506:2", "two", who=WHO)
    desk.edit(COUNT, text="The train has 20 carriages")
    (lifted,) = looked(desk).lifted
    assert lifted.shape()["lifted"]["because"] == "one"


def test_lifted_undone_and_redone(desk: Desk) -> None:
    lift(desk, "A506:2", "the lawyer has it")
    row = desk.row(Lift, 1)
    assert (row.code, row.claim_id, row.article_id, row.because) == (
        "A506", COUNT, 1, "the lawyer has it",
    )  # fmt: skip
    desk.undo()
    assert (looked(desk).lifted, desk.row(Lift, 1)) == ([], None)
    desk.undo()
    assert (named(looked(desk).lifted), desk.row(Lift, 1).uid) == (["A506:2"], row.uid)
    assert desk.faults() == []


def test_a_gap_is_lifted(desk: Desk) -> None:
    all_right(desk)
    rule(desk, gate_coverage="yes")
    first, *others = looked(desk).open
    lift(desk, first.name, "it is known")
    assert looked(desk).open == others
    assert [replace(each, lifted=None) for each in looked(desk).lifted] == [first]


def test_every_finding_has_its_own_number(desk: Desk) -> None:
    desk.decide(COUNT, REFUTED, place="wire p. 1", because="21", question="sure?")
    rule(desk, gate_coverage="yes", second_person="yes")
    found = looked(desk)
    every = [*found.open, *found.warnings]
    assert len({each.id for each in every}) == len({each.name for each in every}) == len(every)


def test_codes_say_what_to_do() -> None:
    assert {code: row for code, row in CODES.items() if not (row.title and row.help)} == {}
    assert {row.severity for row in CODES.values()} <= set(Severity)


def test_help_is_filled(desk: Desk) -> None:
    desk.decide(COUNT, REFUTED, place="wire p. 1", because="21", question="sure?")
    rule(desk, gate_coverage="yes", second_person="yes")
    found: list[dict[str, Any]] = [each.shape() for each in looked(desk).open]
    assert [each["help"] for each in found if "{" in each["help"]] == []
