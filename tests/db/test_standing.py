"""How a claim stands: pure functions over rows, so over stand-ins as well."""

from datetime import UTC, datetime
from types import SimpleNamespace as Row
from typing import Any

import pytest

from factcheck.db import rechecks, standing
from factcheck.db.standing import Facts
from factcheck.words import DECIDED, LABELS, Conclusion, Outcome

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SEEN = NOW


def verdict(conclusion: str = "supported", uid: str = "v1", at: datetime = NOW) -> Row:
    return Row(conclusion=conclusion, uid=uid, at=at, grounds=None)


def fix(action: str = "change", wording: str | None = "47 mph", state: str = "agreed") -> Row:
    return Row(action=action, wording=wording, state=state, uid="f1", at=NOW)


def evidence(uid: str = "e1", stance: str | None = "supports", **fields: Any) -> Row:
    row = {
        "id": int(uid[1:]), "uid": uid, "stance": stance, "quote": None, "says": None,
        "locator": "p. 1", "seen_at": SEEN, "retracted_at": None, "is_author": False, "tier": None,
        "note": None, "presence": None, "source_id": 1,
    }  # fmt: skip
    return Row(**row | fields)


def span(exact: str = "37 mph", state: str = "exact", place: str = "s1") -> Row:
    return Row(place=place, exact=exact, state=state, start=0, end=len(exact))


def facts(**fields: Any) -> Facts:
    text = fields.pop("text", "The train reaches 37 mph")
    return Facts(claim=Row(text=text, recheck_by=None), **fields)


def asked(*, answered: bool) -> Row:
    return Row(answered_at=NOW if answered else None)


# The table of outcomes, row by row


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        (Outcome.OPEN, {}),
        (Outcome.CUT, {"fixes": [fix("cut", None)], "spans": [span(state="lost")]}),
        (Outcome.CUT_ASKED, {"fixes": [fix("cut", None)], "spans": [span()]}),
        (Outcome.CUT_ASKED, {"fixes": [fix("cut", None, "proposed")]}),
        (Outcome.STET, {"fixes": [fix("stet", None)]}),
        (Outcome.CHANGE, {"fixes": [fix()], "spans": [span()]}),
        (Outcome.CHANGE, {"fixes": [fix(state="proposed")], "spans": [span("47 mph")]}),
        (Outcome.OK_AS_CHANGED, {"fixes": [fix()], "spans": [span("47 mph")]}),
        (Outcome.ATTRIBUTE, {"fixes": [fix("attribute", None)], "spans": [span()]}),
        (Outcome.OPEN, {"fixes": [fix(state="overruled")], "spans": [span()]}),
        (Outcome.ASK, {"queries": [asked(answered=False)]}),
        (Outcome.OPEN, {"queries": [asked(answered=True)]}),
        (Outcome.ASK, {"queries": [asked(answered=True), asked(answered=False)]}),
    ],
)
def test_outcome_without_a_verdict(expected: Outcome, given: dict[str, Any]) -> None:
    text = "It reaches 47 mph" if expected == Outcome.OK_AS_CHANGED else "It reaches 37 mph"
    assert standing.outcome(facts(newest_text=lambda: text, **given)) == expected


@pytest.mark.parametrize("conclusion", list(Conclusion))
def test_outcome_of_each_conclusion(conclusion: Conclusion) -> None:
    assert standing.outcome(facts(verdicts=[verdict(conclusion)])) == DECIDED[conclusion]


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        (Outcome.STET, {"fixes": [fix("stet", None)], "queries": [asked(answered=False)]}),
        (Outcome.ASK, {"fixes": [fix()], "queries": [asked(answered=False)]}),
        (Outcome.CHANGE, {"fixes": [fix()]}),
    ],
)
def test_earlier_rows_win(expected: Outcome, given: dict[str, Any]) -> None:
    decided = facts(verdicts=[verdict("refuted")], spans=[span()], **given)
    assert standing.outcome(decided) == expected


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        (Outcome.OK_ON_AUTHOR, [evidence(is_author=True)]),
        (Outcome.OK, [evidence(is_author=True), evidence("e2")]),
        (Outcome.OK_ON_AUTHOR, [evidence(is_author=True), evidence("e2", seen_at=None)]),
        (Outcome.OK_ON_AUTHOR, [evidence(is_author=True), evidence("e2", retracted_at=NOW)]),
        (Outcome.OK_ON_AUTHOR, [evidence(is_author=True), evidence("e2", "context")]),
        (Outcome.OK, []),
    ],
)
def test_support_by_the_author_alone(expected: Outcome, pieces: list[Row]) -> None:
    assert standing.outcome(facts(verdicts=[verdict()], evidence=pieces)) == expected


def test_every_outcome_has_both_labels() -> None:
    for labels in LABELS.values():
        assert set(labels) == set(Outcome)


def test_newest_verdict_is_in_force() -> None:
    old = verdict("refuted", "v9", datetime(2020, 1, 1, tzinfo=UTC))
    same_second = verdict("mixed", "v0")
    given = facts(verdicts=[verdict(), old, same_second])
    assert standing.status(given) == "supported"


def test_agreed_words_elsewhere_are_no_change() -> None:
    text = "It reaches 37 mph. " + "And so on. " * 20 + "A car reaches 47 mph."
    given = facts(fixes=[fix()], spans=[span()], newest_text=lambda: text)
    assert standing.in_draft(given) is False


def test_fix_without_a_place_cannot_be_told() -> None:
    assert standing.in_draft(facts(fixes=[fix()])) is None
    assert standing.in_draft(facts(fixes=[fix("stet", None)], spans=[span()])) is None


# Re-check


def decided(conclusion: str = "supported", **fields: Any) -> Facts:
    """A claim decided on these facts."""
    given = facts(**fields)
    ruling = verdict(conclusion)
    ruling.grounds = standing.grounds(given, conclusion)
    ruling.basis = standing.basis(ruling.grounds)
    given.verdicts = [ruling]
    return given


def reasons(then: Facts, **now: Any) -> list[str]:
    """Why it calls for a re-check; the reasons and the hash must agree."""
    later = facts(**{"spans": then.spans, "evidence": then.evidence} | now)
    later.verdicts = then.verdicts
    found = rechecks.because(later)
    same = standing.basis(standing.grounds_now(later, then.verdict)) == then.verdict.basis
    assert same == (not found)
    return found


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ({"spans": [span("47 mph")]}, ["37 became 47"]),
        ({"text": "The train reaches 47 mph"}, ["37 became 47"]),
        ({"text": "The train reaches 47 mph", "spans": [span("47 mph")]}, ["37 became 47"]),
        ({"text": "The train never reaches 37 mph"}, ['"never" was added']),
        ({"text": "The reaches 37 mph"}, ['"train" is gone']),
        ({"spans": []}, ['"37 mph" no longer stands in the text']),
        ({"spans": [span(), span("37 miles", place="s2")]}, ['also stands as "37 miles"']),
        ({"evidence": [evidence(locator="p. 2")]}, ["evidence 1 edited"]),
        ({"evidence": [evidence(quote="35")]}, ["evidence 1 edited"]),
        ({"evidence": [evidence(stance="context")]}, ["evidence 1 edited"]),
        ({"evidence": [evidence(retracted_at=NOW)]}, ["evidence 1 retracted"]),
        ({"evidence": []}, ["evidence gone"]),
        ({"evidence": [evidence(), evidence("e2", "refutes")]}, ["evidence 2 against it added"]),
    ],
)
def test_reasons_for_a_recheck(now: dict[str, Any], why: list[str]) -> None:
    assert reasons(decided(spans=[span()], evidence=[evidence()]), **now) == why


@pytest.mark.parametrize(
    "now",
    [
        {},
        {"evidence": [evidence(), evidence("e2")]},
        {"evidence": [evidence(), evidence("e2", "context")]},
        {"evidence": [evidence(), evidence("e2", None)]},
        {"evidence": [evidence(), evidence("e2", "refutes", seen_at=None)]},
        {"evidence": [evidence(), evidence("e2", "refutes", retracted_at=NOW)]},
        {"evidence": [evidence(note="a note", tier="primary")]},
        {"spans": [span("37\N{NO-BREAK SPACE}mph")]},
        {"spans": [span("37 mph", "moved")]},
    ],
)
def test_no_reasons_for_a_recheck(now: dict[str, Any]) -> None:
    assert reasons(decided(spans=[span()], evidence=[evidence()]), **now) == []


def test_evidence_against_that_goes_is_no_reason() -> None:
    then = decided(evidence=[evidence(), evidence("e2", "refutes")])
    assert reasons(then, evidence=[evidence()]) == []
    now = [evidence(), evidence("e2", "refutes", quote="47")]
    assert reasons(then, evidence=now) == ["evidence 2 against it edited"]


@pytest.mark.parametrize(
    ("conclusion", "stance", "stale"),
    [
        ("supported", "refutes", True),
        ("supported", "supports", False),
        ("refuted", "supports", True),
        ("refuted", "refutes", False),
        ("mixed", "refutes", True),
        ("conflicting", "refutes", False),
        ("not-enough-evidence", "supports", True),
        ("not-enough-evidence", "refutes", True),
        ("not-enough-evidence", "context", False),
        ("not-checkable", "refutes", False),
    ],
)
def test_what_speaks_against_each_conclusion(conclusion: str, stance: str, *, stale: bool) -> None:
    found = reasons(decided(conclusion), evidence=[evidence(stance=stance)])
    assert found == (["evidence 1 against it added"] if stale else [])


def test_change_taken_back_is_good() -> None:
    then = decided(spans=[span()], evidence=[evidence()])
    assert reasons(then, spans=[span("47 mph")])
    assert reasons(then, spans=[span()]) == []


@pytest.mark.parametrize(("state", "stale"), [("agreed", False), ("proposed", True)])
def test_agreed_words_are_no_reason(state: str, *, stale: bool) -> None:
    then = decided("refuted", spans=[span()])
    found = reasons(then, spans=[span("47 mph")], fixes=[fix(state=state)])
    assert bool(found) == stale


def test_other_words_than_agreed_are_a_reason() -> None:
    then = decided("refuted", spans=[span()])
    assert reasons(then, spans=[span("57 mph")], fixes=[fix()]) == ["37 became 57"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("37 mph", "47 mph", "37 became 47"),
        ("a b c d", "a x c y", "b became x; d became y"),
        ("one two", "one", '"two" is gone'),
        ("one", "one two", '"two" was added'),
    ],
)
def test_shortest_way_to_say_a_change(before: str, after: str, said: str) -> None:
    assert rechecks.what_changed(before, after) == said
