"""Strikes: one failure is never death, and what kept us from looking is no failure."""

from datetime import UTC, datetime, timedelta

from tests.audit.auditing import audit, codes, visited
from tests.audit.noticing import rule
from tests.services.desk import Desk

DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def after(days: float) -> datetime:
    return DAY + timedelta(days=days)


def found(desk: Desk) -> list[str]:
    return [code for code, _ in codes(audit(desk, offline=True), "L") if code != "L108"]


#: Looks at one source, each with the day on which it was, and the codes that they come to.
CASES: list[tuple[list[tuple[str, int]], list[str]]] = [
    ([("not-found", 0)], ["L106"]),
    ([("not-found", 0), ("not-found", 3)], ["L106"]),
    ([("not-found", 0), ("not-found", 3), ("not-found", 6)], ["L101"]),
    ([("not-found", 0), ("not-found", 1), ("not-found", 2)], ["L106"]),
    ([("not-found", 0), ("not-found", 1), ("not-found", 3), ("not-found", 6)], ["L101"]),
    ([("no-such-name", 0), ("no-such-name", 4), ("no-such-name", 8)], ["L101"]),
    ([("unreachable", 0), ("too-slow", 4), ("server-error", 8)], ["L102"]),
    ([("not-found", 0), ("read", 3), ("not-found", 6), ("not-found", 9)], ["L106"]),
    ([("refused", 0), ("refused", 4), ("refused", 8), ("refused", 12)], ["L106"]),
    ([("throttled", 0), ("robots", 4), ("challenged", 8), ("login", 12)], ["L106"]),
    ([("offline", 0), ("offline", 4), ("offline", 8), ("offline", 12)], ["L106"]),
    ([("not-found", 0), ("offline", 4), ("not-found", 5), ("not-found", 9)], ["L101"]),
    ([("not-found", 0), ("not-found", 4), ("not-found", 8), ("offline", 9)], ["L101"]),
    ([("soft-404", 0)], ["L104"]),
    ([("home-page", 0)], ["L104"]),
    ([("parked", 0)], ["L104"]),
    ([("certificate", 0)], ["L105"]),
    ([("unsafe", 0)], ["L107"]),
    ([("bad-address", 0)], ["L107"]),
    ([("read", 0)], []),
    ([("unchanged", 0)], []),
    ([("paywall", 0)], []),
]


def test_what_the_looks_come_to(desk: Desk) -> None:
    for number, (looks, _) in enumerate(CASES, 1):
        source = desk.source(f"https://example.org/{number}", f"s{number}")
        for state, days in looks:
            visited(desk, source, state, after(days))
    told = [(number, code) for code, number in codes(audit(desk, offline=True), "L")]
    found = [[code for about, code in told if about == n] for n, _ in enumerate(CASES, 1)]
    assert list(zip([looks for looks, _ in CASES], found, strict=True)) == CASES


def test_the_house_says_how_many_strikes_it_takes(desk: Desk) -> None:
    source = desk.source()
    rule(desk, strikes="2 failures, 1 day apart")
    visited(desk, source, "not-found", after(0))
    visited(desk, source, "not-found", after(1))
    assert found(desk) == ["L101"]


def test_a_dead_address_says_when_it_was_seen_and_when_not(desk: Desk) -> None:
    source = desk.source()
    visited(desk, source, "read", after(0))
    for days in (10, 14, 18):
        visited(desk, source, "not-found", after(days))
    (dead,) = [each for each in audit(desk, offline=True).findings if each["code"] == "L101"]
    assert dead["message"] == (
        "atlas: is gone: seen on 2026-03-02, not seen on 2026-03-12, 2026-03-16, 2026-03-20: "
        "it is not-found"
    )
    assert (dead["source"], dead["claim"], dead["severity"]) == (source, None, "error")


def test_a_protected_source_keeps_its_address(desk: Desk) -> None:
    source = desk.source("https://leak.example/secret", "leak", protected=True, alias="an insider")
    for days in (10, 14, 18):
        visited(desk, source, "not-found", after(days))
    shown = str(audit(desk, offline=True).findings)
    assert "an insider" in shown
    assert "leak.example" not in shown


def test_a_hidden_source_is_not_judged(desk: Desk) -> None:
    source = desk.source()
    visited(desk, source, "parked", DAY)
    desk.execute("UPDATE source SET hidden = :yes", yes=True)
    assert found(desk) == []


def test_a_source_without_an_address_is_no_finding(desk: Desk) -> None:
    desk.claim()
    desk.source("Atlas of the North", "book")
    desk.decide(1, None, place="book p. 3")
    assert codes(audit(desk, offline=True), "LD") == []
