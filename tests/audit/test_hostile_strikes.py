"""Failures that count, days apart, and a network that is not there."""

from datetime import timedelta

from factcheck.errors import ExitStatus
from factcheck.models.base import now
from tests.audit.auditing import visited
from tests.audit.sites import (
    CLOSE,
    QUOTE,
    READ,
    Cited,
    Sites,
    audit,
    bare,
    blind,
    cite,
    codes,
    html,
    outcome,
    refused,
)
from tests.conftest import Program
from tests.fetch.servers import answer
from tests.services.desk import Desk

GOOD = html(f"{QUOTE}, and said so.")
YEARS = "Retry-After: 86400"


def struck(desk: Desk, cited: Cited, state: str, *days: float) -> None:
    """Looks so many days ago."""
    for each in days:
        visited(desk, cited.source, state, now() - timedelta(days=each))


def test_35_36_45_strikes_are_days_apart(desk: Desk, net: Sites) -> None:
    missing, no = refused("404 Not Found"), refused("403 Forbidden")
    said = {
        "third": missing, "second": missing, "hasty": missing, "seen-since": missing,
        "forbidden": no, "busy": refused("429 Slow Down", YEARS), "back": GOOD,
        "down": refused("500 Oops"), "robots": GOOD, "parked": bare("<h1>Buy this domain!</h1>"),
    }  # fmt: skip
    cited = cite(desk, {name: (net.put(name, what), QUOTE) for name, what in said.items()})
    net.put("robots", answer(b"User-agent: *\nDisallow: /", CLOSE), "/robots.txt")
    net.gone.add("no-name.test")
    cited |= cite(desk, {"no-name": (net.at("no-name"), QUOTE)})
    for name in ("third", "back", "seen-since", "no-name"):
        struck(desk, cited[name], "not-found", 6, 3)
    struck(desk, cited["seen-since"], "read", 1)
    struck(desk, cited["second"], "not-found", 3)
    struck(desk, cited["hasty"], "not-found", 2, 1.5, 1, 0.5)
    for name, state in {
        "forbidden": "refused", "busy": "throttled", "robots": "robots", "down": "server-error",
        "parked": "parked",
    }.items():  # fmt: skip
        struck(desk, cited[name], state, 12, 9, 6, 3)
    found = audit(desk, net)
    assert {name: codes(desk, each) for name, each in cited.items()} == {
        "third": ["L101 error"],
        "no-name": ["L101 error"],
        "second": ["L106 note"],
        "hasty": ["L106 note"],
        "seen-since": ["L106 note"],
        "forbidden": ["L106 note"],
        "busy": ["L106 note"],
        "robots": ["L106 note"],
        "back": [],
        "down": ["L102 warning"],
        "parked": ["L104 error"],
    }
    # Gone, nameless and parked: what rests on them has lost its only support.
    assert found.summary["lost_only_support"] == 3


def test_35_a_way_that_is_forbidden_kills_no_link_however_often(light: Desk, net: Sites) -> None:
    statuses = {"401": "login", "402": "paywall", "403": "refused", "451": "refused"}
    pages = {f"x{code}": (net.put(f"x{code}", refused(f"{code} No")), QUOTE) for code in statuses}
    cited = cite(light, pages)
    for name, state in statuses.items():
        struck(light, cited[f"x{name}"], state, 40, 30, 20, 10)
    audit(light, net)
    assert {codes(light, each)[0] for each in cited.values()} == {"L106 note"}


# No network


def test_without_a_network_nothing_is_gone(light: Desk, net: Sites) -> None:
    cited = cite(light, {f"h{number}": (net.put(f"h{number}", GOOD), QUOTE) for number in range(8)})
    audit(light, net)
    net.unplugged = True
    for _ in range(2):
        audit(light, net)
    for each in cited.values():
        assert outcome(light, each) == blind("offline")
        # However long it stays so.
        struck(light, each, "offline", 30, 20, 10)
    found = audit(light, net)
    assert {code for each in cited.values() for code in codes(light, each)} == {"L106 note"}
    assert (found.tally.looked, found.tally.could_not) == (0, 8)
    net.unplugged = False
    audit(light, net)
    assert [outcome(light, each) for each in cited.values()] == [READ] * 8


def test_without_a_network_the_program_ends_with_5(cli: Program, desk: Desk, net: Sites) -> None:
    cite(desk, {"far": (net.put("far", GOOD), QUOTE)})
    net.unplugged = True
    done = cli("audit", "--interval", "0", "--allow-private", "far.test")
    assert done.status == ExitStatus.NETWORK
    assert done.err == (
        "Error: Nothing could be looked at; 1 source was tried.\n"
        "Hint: Check the connection, or add --offline; nothing was called gone.\n"
    )
