"""Verdicts: each check on what it is about, and on what looks like it and is right."""

from typing import Any

import pytest

from factcheck.audit import verdicts
from factcheck.audit.desk import Scope
from factcheck.codes import Severity
from factcheck.services import articles, claims, evidence, gate, lookup, signing
from factcheck.services.evidence import NewEvidence
from factcheck.services.verdicts import NewFix
from factcheck.words import Action, Conclusion
from tests.audit.auditing import audit
from tests.audit.noticing import claims_with, findings, named, rule, told
from tests.services.desk import TEXT, WHO, Desk, article, claim

MARIA = "Maria Keller"
SUPPORTED, REFUTED, MIXED = Conclusion.SUPPORTED, Conclusion.REFUTED, Conclusion.MIXED
CONFLICTING = Conclusion.CONFLICTING
SLOW, COUNT, SPEED = 1, 2, 3


def furnish(desk: Desk) -> None:
    """Three claims in one article of Cora's."""
    desk.article(published="2023-09-11", authors=["Cora Author"])
    desk.source(tier="primary")
    desk.source("https://example.com/", "wire", title="Trains of the North", publisher="Mint")
    desk.claim("Some say that 37 mph is slow", quote="37 mph is slow")
    desk.claim("The train has 20 carriages", quote="20 carriages", kind="number")
    desk.claim("It can reach 37 mph", quote="37 mph", nth=1)


def add(desk: Desk, number: int, quote: str | None, stance: str | None, **fields: Any) -> int:
    fields.setdefault("source", "wire")
    with desk.writing("evidence add") as session:
        new = NewEvidence(quote=quote, stance=stance, **fields)
        return evidence.add(session, claim(session, number), new).id


def passage(desk: Desk, quote: str, conclusion: Conclusion = SUPPORTED, **fields: Any) -> int:
    """Claim 2 decided on one piece of evidence."""
    stance = "refutes" if conclusion == REFUTED else "supports"
    number = add(desk, COUNT, quote, stance)
    because = "so it says" if conclusion != SUPPORTED else None
    desk.decide(COUNT, conclusion, **{"because": because, **fields})
    return number


# V401


def test_nothing_that_counts_carries_it(desk: Desk) -> None:
    number = add(desk, COUNT, "20 carriages", "supports")
    desk.decide(COUNT, SUPPORTED)
    assert named(desk, "V401") == []
    desk.execute("UPDATE evidence SET stance = 'context' WHERE id = :id", id=number)
    (found,) = findings(desk, "V401")
    assert (found.name, found.message, found.severity, found.claim) == (
        "V401:2", "supported, and nothing that counts supports it", Severity.ERROR, COUNT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("conclusion", "stance", "fires"),
    [
        ("supported", "supports", False),
        ("supported", "refutes", True),
        ("refuted", "refutes", False),
        ("refuted", "supports", True),
        ("mixed", "refutes", False),
        ("mixed", "context", True),
        ("conflicting", "supports", False),
        ("not-enough-evidence", "context", False),
        ("not-checkable", "context", False),
    ],
)
def test_each_conclusion_wants_its_own(
    desk: Desk, conclusion: str, stance: str, *, fires: bool
) -> None:
    number = add(desk, COUNT, "20 carriages", "supports")
    why = "no-record" if conclusion == "not-enough-evidence" else None
    desk.decide(COUNT, Conclusion(conclusion), because="so", why=why)
    desk.execute("UPDATE evidence SET stance = :s WHERE id = :id", s=stance, id=number)
    assert bool(named(desk, "V401")) is fires


def test_evidence_that_nobody_saw_or_that_was_retracted_carries_nothing(desk: Desk) -> None:
    number = passage(desk, "20 carriages")
    desk.execute("UPDATE evidence SET seen_at = NULL WHERE id = :id", id=number)
    assert named(desk, "V401") == ["V401:2"]
    desk.undo()
    passage(desk, "20 carriages")
    with desk.writing() as session:
        for piece in evidence.of_claims(session, [COUNT]):
            evidence.retract(session, piece, "a slip")
    assert named(desk, "V401") == ["V401:2"]


def test_an_exception_needs_no_evidence(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, exception="everybody knows")
    assert named(desk, "V401") == []


# V402


def test_a_figure_that_goes_against_its_own_stance(desk: Desk) -> None:
    number = passage(desk, "the train has 21 carriages")
    (found,) = findings(desk, "V402")
    assert (found.kind, found.number, found.claim, found.source) == ("evidence", number, COUNT, 3)
    assert found.severity == Severity.ERROR
    assert found.message == (
        "supported: evidence 1 (wire) is said to support it, but the claim says 20 carriages, "
        "the source 21 carriages; what is counted one by one is not rounded: differs"
    )


def test_a_figure_that_agrees_with_what_was_called_wrong(desk: Desk) -> None:
    passage(desk, "the train has 20 carriages", REFUTED)
    ((_name, message),) = told(desk, "V402")
    assert message.startswith("refuted: evidence 1 (wire) is said to refute it, but ")


@pytest.mark.parametrize(
    ("quote", "conclusion"),
    [
        ("the train has 20 carriages", SUPPORTED),
        ("the train has 21 carriages", REFUTED),
        ("the train is long", SUPPORTED),
        ("the train has 21 carriages", MIXED),
    ],
)
def test_figures_that_go_with_the_verdict(desk: Desk, quote: str, conclusion: Conclusion) -> None:
    passage(desk, quote, conclusion)
    assert named(desk, "V402") == []


def test_evidence_that_is_said_to_go_against_it_is_no_contradiction(desk: Desk) -> None:
    passage(desk, "the train has 20 carriages")
    add(desk, COUNT, "the train has 21 carriages", "refutes", source="atlas")
    assert named(desk, "V402") == []


def test_a_figure_without_a_stance_of_which_nobody_speaks(desk: Desk) -> None:
    passage(desk, "the train has 20 carriages")
    number = add(desk, COUNT, "the train has 21 carriages", None, source="atlas")
    ((name, message),) = told(desk, "V402")
    assert name == f"V402:{number}"
    assert message.startswith(f"supported: evidence {number} (atlas) has no stance, and ")
    desk.decide(COUNT, SUPPORTED, because="the atlas counts the engine")
    assert named(desk, "V402") == []


def test_sources_differ_and_none_has_the_figure(desk: Desk) -> None:
    for quote, source in (("the train has 21 carriages", "wire"), ("90 carriages", "atlas")):
        add(desk, COUNT, quote, "refutes", source=source)
    desk.decide(COUNT, CONFLICTING, because="they differ")
    (found,) = findings(desk, "V402")
    assert (found.kind, found.number, found.severity) == ("claim", COUNT, Severity.WARNING)
    assert found.message == (
        "conflicting, but its figure is not in evidence 1 and 2: the claim says 20 carriages, the "
        "source 21 carriages; what is counted one by one is not rounded"
    )
    add(desk, COUNT, "20 carriages", "supports")
    assert named(desk, "V402") == []


def test_what_was_never_compared_is_compared_by_the_audit(desk: Desk) -> None:
    """An import of many claims leaves it to others; a check itself compares nothing new."""
    passage(desk, "the train has 21 carriages")
    desk.execute("UPDATE evidence SET comparison = NULL")
    assert named(desk, "V402") == []
    found = audit(desk, offline=True, codes=frozenset({"V402"}))
    assert [each["name"] for each in found.findings] == ["V402:1"]
    assert named(desk, "V402") == ["V402:1"]


def test_what_was_made_of_other_words_is_made_again(desk: Desk) -> None:
    passage(desk, "the train has 20 carriages")
    desk.execute("UPDATE evidence SET quote = 'the train has 21 carriages'")
    assert named(desk, "V402") == ["V402:1"]
    desk.execute("UPDATE evidence SET quote = 'the train has 20 carriages'")
    assert named(desk, "V402") == []


def test_the_agreed_words_in_the_draft_count_and_not_the_old_ones(desk: Desk) -> None:
    fix = NewFix(Action.CHANGE, "21 carriages", "Cora")
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21", fix=fix)
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    add(desk, COUNT, "the train has 21 carriages", "supports")
    desk.decide(COUNT, SUPPORTED, because="as changed")
    assert desk.shape(COUNT)["outcome"] == "ok-as-changed"
    assert named(desk, "V402") == []
    add(desk, COUNT, "the train has 23 carriages", "supports", source="atlas")
    assert len(named(desk, "V402")) == 1


# V403, V404


def test_a_recheck_says_why_in_the_words_of_the_gate(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    assert named(desk, "V403", "V404") == []
    desk.edit(COUNT, text="The train has 21 carriages")
    assert told(desk, "V403", "V404") == [("V403:2", "re-check: 20 became 21")]
    assert told(desk, "V403") == of_the_gate(desk, "V403")


def test_a_recheck_by_date(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    desk.execute("UPDATE verdict SET at = '2026-01-01T00:00:00.000000Z' WHERE claim_id = 2")
    rule(desk, recheck="number 30")
    assert told(desk, "V403", "V404") == [
        ("V404:2", "re-check: due for a re-check since 2026-01-31")
    ]
    assert told(desk, "V404") == of_the_gate(desk, "V404")
    desk.edit(COUNT, text="The train has 21 carriages")
    assert named(desk, "V403", "V404") == ["V403:2"]


def of_the_gate(desk: Desk, code: str) -> list[tuple[str, str]]:
    with desk.reading() as session:
        found = gate.gate(session, lookup.article(session, "kim"))
    return [(e.name, e.message) for e in (*found.open, *found.warnings) if e.code == code]


# V405, V406


def test_decided_by_an_author(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1", who="Cora Author")
    desk.decide(SPEED, SUPPORTED, place="atlas p. 1")
    assert told(desk, "V405") == [("V405:2", "decided by Cora Author, who wrote the article")]
    desk.decide(COUNT, SUPPORTED, place="atlas p. 2", who=MARIA)
    assert named(desk, "V405") == []


def test_the_author_of_another_article_may_decide(desk: Desk) -> None:
    desk.article("It is green.", "other", authors=[WHO])
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    assert named(desk, "V405") == []


def test_another_conclusion_without_a_reason(desk: Desk) -> None:
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21")
    desk.decide(COUNT, SUPPORTED, place="atlas p. 2", because="a new edition")
    assert named(desk, "V406") == []
    desk.execute("UPDATE verdict SET reason = ' ' WHERE conclusion = 'supported'")
    assert told(desk, "V406") == [("V406:2", "was refuted, is supported, and nobody says why")]


def test_the_same_conclusion_again_needs_no_reason(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    desk.decide(COUNT, SUPPORTED, place="wire p. 2")
    assert named(desk, "V406") == []


def test_a_change_that_was_superseded_is_history(desk: Desk) -> None:
    desk.decide(COUNT, REFUTED, place="atlas p. 1", because="21")
    desk.decide(COUNT, SUPPORTED, place="atlas p. 2", because="20")
    desk.execute("UPDATE verdict SET reason = NULL")
    desk.decide(COUNT, SUPPORTED, place="atlas p. 3")
    assert named(desk, "V406") == []


# V407


def test_the_passage_has_no_such_figure(desk: Desk) -> None:
    number = passage(desk, "the train is olive green")
    (found,) = findings(desk, "V407")
    assert (found.kind, found.number, found.claim, found.severity) == (
        "evidence", number, COUNT, Severity.WARNING,
    )  # fmt: skip
    assert found.message == (
        "evidence 1 (wire) cannot be compared with it: the passage has no figure or date to compare"
    )


def test_another_passage_has_the_figure(desk: Desk) -> None:
    passage(desk, "the train is olive green")
    add(desk, COUNT, "20 carriages", "supports", source="atlas")
    assert named(desk, "V407") == []


def test_the_checkers_own_words_have_the_figure(desk: Desk) -> None:
    add(desk, COUNT, "the train is olive green", "supports", says="a table: 20 carriages")
    desk.decide(COUNT, SUPPORTED)
    assert named(desk, "V407") == []


@pytest.mark.parametrize(
    ("kind", "text"), [("number", "The train is green"), ("quote", "He said 20 carriages")]
)
def test_no_figure_is_wanted(desk: Desk, kind: str, text: str) -> None:
    number = desk.claim(text, kind=kind)
    add(desk, number, "the train is olive green", "supports")
    desk.decide(number, SUPPORTED)
    assert named(desk, "V407") == []


def test_several_passages_are_one_finding(desk: Desk) -> None:
    add(desk, COUNT, "it is green", "supports")
    add(desk, COUNT, "it is long", "supports", source="atlas")
    desk.decide(COUNT, SUPPORTED)
    ((name, message),) = told(desk, "V407")
    assert name == "V407:1"
    assert message.startswith("evidence 1 and 2 cannot be compared with it: ")


# V408


def against(desk: Desk, because: str | None) -> list[tuple[str, str]]:
    passage(desk, "the train has 20 carriages")
    add(desk, COUNT, "the train has 21 carriages", "refutes", source="wire")
    if because is not None:
        desk.decide(COUNT, SUPPORTED, because=because)
    return told(desk, "V408")


def test_evidence_against_it_and_no_reason(desk: Desk) -> None:
    assert against(desk, None) == [
        ("V408:2", "evidence 2 (wire) is against it, and the reason is empty")
    ]


def test_evidence_against_it_of_which_the_reason_says_nothing(desk: Desk) -> None:
    assert against(desk, "so the atlas has it") == [
        ("V408:2", "evidence 2 (wire) is against it, and the reason does not speak of it")
    ]


@pytest.mark.parametrize("because", ["wire counts the engine", "however", "evidence 2 is old"])
def test_the_reason_speaks_of_it(desk: Desk, because: str) -> None:
    assert against(desk, because) == []


def test_what_a_verdict_rests_on_is_not_against_it(desk: Desk) -> None:
    add(desk, COUNT, "21 carriages", "refutes")
    desk.decide(COUNT, MIXED, because="so")
    assert named(desk, "V408") == []


def test_what_was_found_all_the_same(desk: Desk) -> None:
    add(desk, COUNT, "20 carriages", "supports")
    desk.decide(COUNT, Conclusion.NOT_ENOUGH_EVIDENCE, because="so", why="no-record")
    assert named(desk, "V408") == ["V408:1"]


def test_evidence_that_does_not_count_is_not_against_it(desk: Desk) -> None:
    passage(desk, "the train has 20 carriages")
    add(desk, COUNT, "21 carriages", "refutes", seen=False)
    assert named(desk, "V408") == []


# V409


def test_not_signed_off(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    assert named(desk, "V409") == []
    rule(desk, second_person="yes")
    assert told(desk, "V409") == [("V409:2", "not signed off")]
    sign(desk, MARIA)
    assert named(desk, "V409") == []


def test_neither_the_author_nor_whoever_decided_is_a_second_person(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    sign(desk, WHO)
    sign(desk, "Cora Author")
    rule(desk, second_person="yes")
    assert named(desk, "V409") == ["V409:2"] == [name for name, _ in of_the_gate(desk, "V409")]


def test_a_recheck_comes_before_a_signature(desk: Desk) -> None:
    desk.decide(COUNT, SUPPORTED, place="atlas p. 1")
    rule(desk, second_person="yes")
    desk.edit(COUNT, text="The train has 21 carriages")
    assert named(desk, "V403", "V409") == ["V403:2"]


def sign(desk: Desk, who: str) -> None:
    with desk.writing("sign-off", who) as session:
        signing.sign_off(session, [COUNT])


# V410


def test_a_quotation_that_is_another(desk: Desk) -> None:
    number = desk.claim('He said: "the train left on time"', kind="quote")
    add(desk, number, 'he said "the train left in time"', "supports")
    desk.decide(number, SUPPORTED)
    (found,) = findings(desk, "V402", "V410")
    assert (found.code, found.number, found.claim) == ("V410", 1, number)
    assert found.message.startswith("supported: evidence 1 (wire) is said to support it, but ")


def test_a_quotation_word_for_word(desk: Desk) -> None:
    number = desk.claim('He said: "the train left on time"', kind="quote")
    add(desk, number, 'he said "the train left on time"', "supports")
    desk.decide(number, SUPPORTED)
    assert named(desk, "V410") == []


# What holds for all


def test_what_is_settled_hidden_or_joined_is_not_judged(desk: Desk) -> None:
    rule(desk, second_person="yes")
    for number in (SLOW, COUNT, SPEED):
        add(desk, number, "the train has 21 carriages and reaches 99 mph", "supports")
        desk.decide(number, SUPPORTED)
    assert {each.claim for each in findings(desk, *verdicts.CHECKS)} == {SLOW, COUNT, SPEED}
    desk.decide(COUNT, fix=NewFix(Action.STET, agreed_with="The editor"), because="it may")
    with desk.writing() as session:
        claims.hide(session, [claim(session, SPEED)])
        claims.join(session, claim(session, COUNT), [claim(session, SLOW)])
    assert named(desk, *verdicts.CHECKS) == []


def test_only_what_is_meant(desk: Desk) -> None:
    for number in (COUNT, SPEED):
        add(desk, number, "the train has 21 carriages and reaches 99 mph", "supports")
        desk.decide(number, SUPPORTED)
    assert claims_with(desk, "V402", [SPEED]) == [SPEED]
    assert claims_with(desk, "V402", [SPEED, COUNT]) == [COUNT, SPEED]
    nothing = Scope(frozenset(), frozenset(), frozenset())
    assert findings(desk, scope=nothing) == []


def test_a_protected_source_is_never_named(desk: Desk) -> None:
    desk.source("Deep Throat", "throat", kind="person", protected=True, alias="source B")
    add(desk, COUNT, "the train has 21 carriages", "supports", source="throat")
    add(desk, COUNT, "it is green", "refutes", source="throat")
    add(desk, SPEED, "it is green", "supports", source="throat")
    desk.decide(COUNT, SUPPORTED)
    desk.decide(SPEED, SUPPORTED)
    found = findings(desk)
    assert {"V402", "V407", "V408"} <= {each.code for each in found}
    shown = " ".join(f"{each.message} {each.detail}" for each in found)
    assert "source B" in shown
    assert "throat" not in shown.casefold()


def test_a_finding_is_of_what_it_says(desk: Desk) -> None:
    """It is another finding when the claim, the verdict or the evidence is another."""
    passage(desk, "the train has 21 carriages")
    seen = [findings(desk, "V402")[0].basis]
    for words in ("the train has 22 carriages", "the train has 23 carriages"):
        desk.execute("UPDATE evidence SET quote = :words", words=words)
        seen.append(findings(desk, "V402")[0].basis)
    desk.decide(COUNT, SUPPORTED)
    seen.append(findings(desk, "V402")[0].basis)
    assert len(set(seen)) == len(seen)
    assert findings(desk, "V402")[0].basis == seen[-1]


def test_a_closed_article_keeps_its_verdicts(desk: Desk) -> None:
    passage(desk, "the train has 21 carriages")
    with desk.writing() as session:
        articles.close(session, article(session))
    assert named(desk, "V402") == ["V402:1"]
