"""A second look: who may sign a verdict off, when that falls, samples; and days to look again."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from factcheck.errors import Refused
from factcheck.models import Recheck, SignOff
from factcheck.services import articles, claims, evidence, house, listing, people, signing
from factcheck.services.evidence import NewEvidence
from factcheck.services.listing import Filter
from factcheck.words import Conclusion
from tests.services.desk import WHO, Desk, article, claim

MARIA, BOB = "Maria Keller", "Bob"
SUPPORTED = Conclusion.SUPPORTED


def furnish(desk: Desk) -> None:
    """Claim 1, decided by Ann, in an article of Bob's, in a house that wants a second person."""
    desk.article(authors=[BOB])
    rule(desk, second_person="yes", needs="any: 1 seen")
    desk.supported(quote="20 carriages")


def rule(desk: Desk, **edits: str) -> None:
    with desk.writing("house edit") as session:
        for key, value in edits.items():
            house.edit(session, key, value)


def sign(desk: Desk, *numbers: int, who: str = MARIA) -> tuple[list[int], dict[int, str]]:
    """What was signed, and why the others were not."""
    with desk.writing("sign-off", who) as session:
        signed = signing.sign_off(session, numbers)
    return signed.done, {number: error.message for number, error in signed.left.items()}


def signer(desk: Desk, number: int = 1) -> str | None:
    found = desk.shape(number)["sign_off"]
    return found["by"] if found else None


# Who may sign


def test_a_second_person_signs(desk: Desk) -> None:
    assert sign(desk, 1) == ([1], {})
    stored = desk.row(SignOff, 1)
    assert (stored.claim_id, stored.verdict_id, signer(desk)) == (1, 1, MARIA)


def test_whoever_decided_does_not_sign(desk: Desk) -> None:
    said = f"Claim 1 was decided by {WHO}; this house wants a second person."
    assert sign(desk, 1, who=WHO) == ([], {1: said})
    assert signer(desk) is None


def test_an_alias_is_the_same_person(desk: Desk) -> None:
    with desk.writing() as session:
        people.add(session, WHO, ["ac"])
    assert sign(desk, 1, who="AC")[0] == []


def test_whoever_wrote_the_article_does_not_sign(desk: Desk) -> None:
    assert sign(desk, 1, who=BOB) == ([], {1: "Claim 1 is from Bob's own article."})


def test_a_claim_of_no_article_has_no_author(desk: Desk) -> None:
    with desk.writing() as session:
        articles.close(session, article(session))
    alone = desk.claim("Without an article")
    desk.decide(alone, SUPPORTED, place="atlas p. 1")
    assert desk.shape(alone)["article"] is None
    assert sign(desk, alone, who=BOB) == ([alone], {})


def test_a_house_of_one_person_signs_for_itself(desk: Desk) -> None:
    rule(desk, second_person="no")
    assert sign(desk, 1, who=WHO) == ([1], {})
    assert signer(desk) == WHO


def test_one_signature_is_enough(desk: Desk) -> None:
    sign(desk, 1)
    assert sign(desk, 1, who="Cora") == ([], {})
    assert (signer(desk), desk.ask("SELECT count(*) FROM sign_off")) == (MARIA, [(1,)])


def test_what_is_not_decided_is_left(desk: Desk) -> None:
    number = desk.claim("open")
    assert sign(desk, 1, number) == ([1], {number: f"Claim {number} is not decided yet."})


def test_what_is_below_its_need_is_left(desk: Desk) -> None:
    rule(desk, needs="2 independent")
    said = "Claim 1 is below what this house needs: 2 independent sources."
    assert sign(desk, 1) == ([], {1: said})
    desk.decide(1, SUPPORTED, exception="there is one atlas")
    assert sign(desk, 1) == ([1], {})


def test_a_need_that_only_warns_keeps_nobody_from_signing(desk: Desk) -> None:
    rule(desk, needs="2 independent warns")
    assert sign(desk, 1) == ([1], {})


def test_what_calls_for_a_recheck_is_left(desk: Desk) -> None:
    desk.edit(1, text="The train has 21 carriages")
    assert sign(desk, 1) == ([], {1: "Claim 1 calls for a re-check: 20 became 21."})


def test_a_hidden_claim_is_not_signed(desk: Desk) -> None:
    with desk.writing() as session:
        claims.hide(session, [claim(session, 1)])
    assert sign(desk, 1) == ([], {1: "Claim 1 is hidden."})


# When a signature falls


def test_it_falls_with_a_recheck_and_stands_again(desk: Desk) -> None:
    sign(desk, 1)
    desk.edit(1, text="The train has 21 carriages")
    assert signer(desk) is None
    desk.edit(1, text="The train has 20 carriages")
    assert signer(desk) == MARIA


def test_it_falls_and_stands_again_with_undo(desk: Desk) -> None:
    sign(desk, 1)
    desk.decide(1, evidence=NewEvidence(place="atlas p. 13", stance="refutes", says="21"))
    assert (signer(desk), desk.shape(1)["stale"]) == (None, True)
    desk.undo()
    assert signer(desk) == MARIA


@pytest.mark.parametrize("change", ["support", "note", "tier", "priority", "tag"])
def test_it_stands_whatever_is_no_reason(desk: Desk, change: str) -> None:
    sign(desk, 1)
    with desk.writing() as session:
        piece, found = evidence.of_claims(session, [1])[0], claim(session, 1)
        if change == "support":
            evidence.add(session, found, NewEvidence("atlas", stance="supports", says="20 it is"))
        elif change in {"note", "tier"}:
            evidence.edit(session, piece, {change: "primary"})
        elif change == "priority":
            claims.edit(session, found, {"priority": "high"})
        else:
            claims.tag(session, [found], ["train"])
    assert signer(desk) == MARIA


def test_it_falls_with_its_verdict(desk: Desk) -> None:
    sign(desk, 1)
    desk.decide(1, Conclusion.MIXED, because="on second thoughts")
    assert signer(desk) is None
    assert sign(desk, 1) == ([1], {})
    assert signer(desk) == MARIA


def test_a_verdict_taken_back_brings_it_back(desk: Desk) -> None:
    sign(desk, 1)
    desk.decide(1, Conclusion.MIXED, because="on second thoughts")
    desk.undo()
    assert signer(desk) == MARIA


def test_signed_undone_and_redone(desk: Desk) -> None:
    sign(desk, 1)
    uid = desk.row(SignOff, 1).uid
    desk.undo()
    assert (signer(desk), desk.row(SignOff, 1)) == (None, None)
    desk.undo()
    assert (signer(desk), desk.row(SignOff, 1).uid) == (MARIA, uid)
    assert desk.faults() == []


# Samples


@pytest.fixture
def many(desk: Desk) -> Desk:
    """Thirty claims, decided by Ann."""
    for number in range(2, 31):
        desk.claim(f"claim {number}")
        desk.decide(number, SUPPORTED, place="atlas p. 1")
    return desk


def drawn(desk: Desk, size: int) -> list[int]:
    with desk.reading() as session:
        numbers = listing.chosen(session, Filter(article=article(session)))
        return signing.sample(session, article(session), numbers, size)


def test_a_sample_is_the_same_until_something_is_done(many: Desk) -> None:
    first = drawn(many, 10)
    assert (len(first), len(set(first))) == (10, 10)
    assert drawn(many, 10) == first
    samples = set()
    for number in range(5):
        many.edit(1, priority="high" if number % 2 else "low")
        samples.add(tuple(drawn(many, 10)))
    assert len(samples) > 1


def test_a_sample_is_in_reading_order(many: Desk) -> None:
    assert drawn(many, 29) == [number for number in range(1, 31) if number in drawn(many, 29)]


def test_a_sample_larger_than_all_is_all(many: Desk) -> None:
    assert drawn(many, 500) == list(range(1, 31))


def test_what_waits_for_a_signature(many: Desk) -> None:
    sign(many, 4, 5)
    undecided = many.claim("open")
    with many.reading() as session:
        found = signing.waiting(session, [undecided, 6, 5, 4, 3])
    assert found == [6, 3]


# Days on which to look again

TODAY = date.today()  # noqa: DTZ011 - due on the checker's own calendar


def in_days(count: int) -> str:
    return (TODAY + timedelta(days=count)).isoformat()


def recheck(desk: Desk, on: str | None, number: int = 1) -> None:
    with desk.writing("verify") as session:
        signing.recheck(session, claim(session, number), on)


def decided(desk: Desk, days_ago: int) -> None:
    """As if it had been decided then; a rule that is edited afterwards looks at it again."""
    then = datetime.now(UTC) - timedelta(days=days_ago)
    desk.execute("UPDATE verdict SET at = :at", at=f"{then:%Y-%m-%dT%H:%M:%S.%fZ}")


def due(desk: Desk, number: int = 1) -> tuple[str | None, bool, list[str]]:
    shape = desk.shape(number)
    return shape["recheck_by"], shape["stale"], shape["stale_because"]


def test_a_day_to_come_is_kept(desk: Desk) -> None:
    recheck(desk, in_days(3))
    assert due(desk) == (in_days(3), False, [])
    assert desk.row(Recheck, 1).on == in_days(3)


def test_the_newest_day_is_in_force(desk: Desk) -> None:
    recheck(desk, in_days(3))
    recheck(desk, in_days(9))
    assert due(desk)[0] == in_days(9)
    recheck(desk, None)
    assert due(desk) == (None, False, [])


def test_it_is_due_on_the_day(desk: Desk) -> None:
    recheck(desk, in_days(0))
    assert due(desk) == (in_days(0), True, [f"due for a re-check since {in_days(0)}"])


def test_a_day_that_has_passed_is_due_at_once(desk: Desk) -> None:
    recheck(desk, in_days(-40))
    assert due(desk) == (in_days(-40), True, [f"due for a re-check since {in_days(-40)}"])


def test_a_verdict_on_the_day_meets_it(desk: Desk) -> None:
    recheck(desk, in_days(-1))
    assert due(desk)[1] is True
    desk.decide(1, SUPPORTED)
    assert due(desk) == (None, False, [])


def test_a_day_is_kept_for_what_is_not_decided_yet(desk: Desk) -> None:
    number = desk.claim("open")
    recheck(desk, in_days(3), number)
    assert due(desk, number) == (in_days(3), False, [])
    desk.decide(number, SUPPORTED, place="atlas p. 1")
    assert due(desk, number) == (in_days(3), False, [])


def test_a_day_that_has_come_takes_the_signature(desk: Desk) -> None:
    sign(desk, 1)
    decided(desk, 9)
    rule(desk, recheck="other 8")
    assert (due(desk)[1], signer(desk)) == (True, None)
    assert sign(desk, 1)[0] == []
    desk.undo()
    assert (due(desk)[1], signer(desk)) == (False, MARIA)


def test_recheck_undone_and_redone(desk: Desk) -> None:
    recheck(desk, in_days(3))
    desk.undo()
    assert due(desk) == (None, False, [])
    desk.undo()
    assert due(desk) == (in_days(3), False, [])
    assert desk.faults() == []


@pytest.mark.parametrize(
    ("rules", "days"),
    [
        ("other 30", 30),
        ("title 1", None),
        ("tag:train 7", 7),
        ("tag:Train 7", None),
        ("other 30, tag:train 7", 7),
        ("other 5, tag:train 7", 5),
        ("off", None),
    ],
)
def test_intervals_by_kind_or_tag(desk: Desk, rules: str, days: int | None) -> None:
    with desk.writing() as session:
        claims.tag(session, [claim(session, 1)], ["train"])
    rule(desk, recheck=rules)
    decided_on = datetime.now(UTC).date()
    wanted = None if days is None else (decided_on + timedelta(days=days)).isoformat()
    assert due(desk) == (wanted, False, [])


def test_a_tag_that_comes_and_goes_moves_the_day(desk: Desk) -> None:
    rule(desk, recheck="tag:death-toll 1")
    assert due(desk)[0] is None
    with desk.writing() as session:
        claims.tag(session, [claim(session, 1)], ["death-toll"])
    assert due(desk)[0] is not None
    desk.undo()
    assert due(desk)[0] is None
    desk.undo()
    with desk.writing() as session:
        claims.tag(session, [claim(session, 1)], remove=["death-toll"])
    assert due(desk)[0] is None
    assert desk.faults() == []


def test_a_kind_that_changes_moves_the_day(desk: Desk) -> None:
    rule(desk, recheck="title 30")
    desk.edit(1, kind="title")
    assert due(desk)[0] is not None


def test_a_changed_rule_and_its_undo_hold_at_once(desk: Desk) -> None:
    decided(desk, 10)
    rule(desk, recheck="other 8")
    with desk.reading() as session:
        stale = listing.chosen(session, Filter(stale=True))
    assert (due(desk)[1], stale) == (True, [1])
    desk.undo()
    assert due(desk) == (None, False, [])
    desk.undo()
    assert due(desk)[1] is True
    assert desk.faults() == []


def test_an_article_that_ran_is_never_too_old(desk: Desk) -> None:
    decided(desk, 10)
    rule(desk, recheck="other 8")
    with desk.writing() as session:
        articles.close(session, article(session))
    assert due(desk) == (None, False, [])
    desk.undo()
    assert due(desk)[1] is True
    desk.undo()
    with desk.writing() as session:
        articles.reopen(session, article(session))
    assert due(desk)[1] is True
    assert desk.faults() == []


def test_the_earlier_day_is_in_force(desk: Desk) -> None:
    rule(desk, recheck="other 8")
    recheck(desk, in_days(3))
    assert due(desk)[0] == in_days(3)
    recheck(desk, in_days(300))
    assert due(desk)[0] != in_days(300)


def test_a_fresh_verdict_counts_anew(desk: Desk) -> None:
    decided(desk, 10)
    rule(desk, recheck="other 8")
    desk.decide(1, SUPPORTED)
    assert due(desk)[1] is False


def test_steps_carry_who_signed(desk: Desk) -> None:
    sign(desk, 1)
    assert desk.ask("SELECT who FROM step ORDER BY id DESC LIMIT 1") == [(MARIA,)]


def test_refusals_say_what_to_do(desk: Desk) -> None:
    with desk.writing("sign-off", WHO) as session:
        refused = signing.sign_off(session, [1]).left[1]
    assert isinstance(refused, Refused)
    shown: dict[str, Any] = {"hint": refused.hint, "record": refused.record}
    assert shown == {"hint": "Somebody else signs it off: --by NAME.", "record": "claim:1"}
