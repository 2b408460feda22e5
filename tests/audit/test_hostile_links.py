"""Addresses that lead nowhere, elsewhere, or to somebody who does not want us."""

import contextlib
import itertools
import json
import shutil
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from factcheck.db import holdings
from factcheck.errors import ExitStatus
from factcheck.models import Evidence
from factcheck.models.base import iso, now
from tests.audit.auditing import visited
from tests.audit.sites import (
    CLOSE,
    HTML,
    LOOPBACK,
    QUOTE,
    Cited,
    Outcome,
    Said,
    Sites,
    audit,
    bare,
    cite,
    codes,
    html,
    named,
    outcome,
    reply,
    sites,
)
from tests.conftest import Program
from tests.fetch.servers import Talk, answer, redirect, says, serving
from tests.services.desk import Desk

GOOD = html(f"{QUOTE}, and said so.")
OTHER = html("Nothing is said here about what was closed, or when, or by whom.")
YEARS = "Retry-After: 86400"
DATE = "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT"
NONSENSE = "Retry-After: when the moon is blue"


def led(location: str, status: str = "302 Found") -> bytes:
    return redirect(location, CLOSE, status=status)


def refused(status: str, *headers: str) -> bytes:
    return reply(b"<h1>No</h1><p>Not for you.</p>", *headers, status=status)


READ = Outcome("read", "exact", [], stale=False)
GONE_QUOTE = ["D201 error"]
BLIND = "could-not-look"


def blind(state: str, code: str = "L106 note") -> Outcome:
    """Nothing was seen, and so nothing is called absent."""
    return Outcome(state, BLIND, [code], stale=False)


def endless(talk: Talk) -> None:
    """A page that never ends, and never comes to the point."""
    part = b"<p>" + b"Nothing is said here of what was closed. " * 500
    with contextlib.suppress(OSError):
        talk.send(
            answer(b"<p>" + part, HTML, "Connection: close", "Transfer-Encoding: chunked")[
                : -len(part) - 3
            ]
        )
        while not talk.over.is_set():
            talk.send(b"%x\r\n" % len(part) + part + b"\r\n")


# What a host says, and what becomes of it

CASES: dict[str, tuple[dict[str, Said], Outcome]] = {
    "18-endless": ({"/page": endless}, blind("read")),
    "19-cut": (
        {"/page": answer(b"<p>Half a page", "Content-Length: 900", CLOSE)},
        blind("bad-answer"),
    ),
    "27-moved": (
        {"/page": led("/new", "301 Moved Permanently"), "/new": GOOD},
        READ._replace(codes=["L103 note"]),
    ),
    "27-moved-for-now": ({"/page": led("/new"), "/new": GOOD}, READ),
    "27-moved-without-the-quotation": (
        {"/page": led("/new", "308 Permanent Redirect"), "/new": OTHER},
        Outcome("read", "absent", ["D201 error", "L103 note"], stale=True),
    ),
    "28-to-the-home-page": ({"/page": led("/"), "/": OTHER}, blind("home-page", "L104 error")),
    "28-to-the-home-page-in-english": (
        {"/page": led("/en/"), "/en/": OTHER},
        blind("home-page", "L104 error"),
    ),
    "28-to-a-home-page-with-the-quotation": ({"/page": led("/"), "/": GOOD}, READ),
    "28-to-404": ({"/page": led("/404"), "/404": OTHER}, blind("soft-404", "L104 error")),
    "28-to-error": (
        {"/page": led("/error.aspx?aspxerrorpath=/page"), "/error.aspx?aspxerrorpath=/page": OTHER},
        blind("soft-404", "L104 error"),
    ),
    "28-to-login": (
        {"/page": led("/account/login?next=/page"), "/account/login?next=/page": OTHER},
        blind("login"),
    ),
    "28-to-consent": (
        {"/page": led("/consent/?to=/page"), "/consent/?to=/page": OTHER},
        blind("consent"),
    ),
    "28-from-errors-to-errors": (
        {"/page": led("/x/error-in-the-budget"), "/x/error-in-the-budget": OTHER},
        Outcome("read", "absent", GONE_QUOTE, stale=True),
    ),
    "29-refresh": (
        {"/page": bare("", head='<meta http-equiv=refresh content="0;url=/new">'), "/new": GOOD},
        READ,
    ),
    "29-refresh-to-no-address": (
        {"/page": bare("", head='<meta http-equiv=refresh content="0;url=http://[/">')},
        blind("unreadable"),
    ),
    "29-refresh-to-no-host": (
        {"/page": bare("", head='<meta http-equiv=refresh content="0;url=http://a_-.x..y/">')},
        blind("unreadable"),
    ),
    "29-refresh-to-a-script": (
        {"/page": bare("", head='<meta http-equiv=refresh content="0;url=javascript:alert(1)">')},
        blind("unreadable"),
    ),
    "29-refresh-to-this-machine": (
        {"/page": bare("", head='<meta http-equiv=refresh content="0;url=http://127.0.0.1/">')},
        blind("unsafe", "L107 warning"),
    ),
    "29-refresh-for-ever": (
        {
            "/page": bare("<p>a</p>", head='<meta http-equiv=refresh content="0;url=/b">'),
            "/b": bare("<p>b</p>", head='<meta http-equiv=refresh content="0;url=/page">'),
        },
        blind("bad-redirect"),
    ),
    "29-script": ({"/page": bare("<script>location='/new'</script>")}, blind("unreadable")),
    "33-years": ({"/page": refused("429 Too Many Requests", YEARS)}, blind("throttled")),
    "33-date": ({"/page": refused("429 Too Many Requests", DATE)}, blind("throttled")),
    "33-nonsense": ({"/page": refused("429 Too Many Requests", NONSENSE)}, blind("throttled")),
    "34-years": ({"/page": refused("503 Unavailable", YEARS)}, blind("throttled")),
    "34-date": ({"/page": refused("503 Unavailable", DATE)}, blind("throttled")),
    "34-nonsense": ({"/page": refused("503 Unavailable", NONSENSE)}, blind("server-error")),
    "35-401": ({"/page": refused("401 Unauthorized")}, blind("login")),
    "35-402": ({"/page": refused("402 Payment Required")}, blind("paywall")),
    "35-403": ({"/page": refused("403 Forbidden")}, blind("refused")),
    "35-407": ({"/page": refused("407 Proxy")}, blind("refused")),
    "35-451": ({"/page": refused("451 Legal")}, blind("refused")),
    "35-999": ({"/page": refused("999 Denied")}, blind("refused")),
    "36-404": ({"/page": refused("404 Not Found")}, blind("not-found")),
    "36-410": ({"/page": refused("410 Gone")}, blind("not-found")),
    "36-500": ({"/page": refused("500 Oops")}, blind("server-error")),
    "37-always-200": ({"*": OTHER}, blind("soft-404", "L104 error")),
    "37-always-200-and-the-page": ({"*": OTHER, "/page": GOOD}, READ),
    "37-only-the-number-is-read": (
        {
            "*": refused("404 Not Found"),
            "/page": led("/s/1/title"),
            "/s/1/title": OTHER,
            "/s/1/factcheck-looks-for-nothing-9f2b7c41": OTHER,
        },
        Outcome("read", "absent", GONE_QUOTE, stale=True),
    ),
    "38-empty": ({"/page": reply(b"")}, blind("unreadable")),
    "38-204": ({"/page": answer(b"", CLOSE, status="204 No Content")}, blind("unreadable")),
    "38-205": ({"/page": answer(b"", CLOSE, status="205 Reset Content")}, blind("unreadable")),
    "39-not-asked": ({"/page": answer(b"", CLOSE, status="304 Not Modified")}, blind("bad-answer")),
    "40-out-of-order": ({"/robots.txt": refused("500 Oops"), "/page": GOOD}, blind("robots")),
    "40-forbidden": ({"/robots.txt": refused("403 Forbidden"), "/page": GOOD}, READ),
    "40-says-no": (
        {"/robots.txt": answer(b"User-agent: *\nDisallow: /", CLOSE), "/page": GOOD},
        blind("robots"),
    ),
    "40-says-no-elsewhere": (
        {"/robots.txt": answer(b"User-agent: *\nDisallow: /x", CLOSE), "/page": GOOD},
        READ,
    ),
    "40-a-page": ({"/robots.txt": OTHER, "/page": GOOD}, READ),
    "40-ten-megabytes": (
        {
            "/robots.txt": answer(b"# x\n" * 130_000 + b"User-agent: *\nDisallow: /\n", CLOSE),
            "/page": GOOD,
        },
        READ,
    ),
    "40-in-a-circle": ({"/robots.txt": led("/robots.txt"), "/page": GOOD}, READ),
}


@pytest.fixture(scope="module")
def every() -> Iterator[Sites]:
    with sites() as found:
        for name, (pages, _) in CASES.items():
            for path, said in pages.items():
                found.put(name, said, path)
        yield found


@pytest.fixture(scope="module")
def bulk(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    path = tmp_path_factory.mktemp("links") / "factcheck.db"
    shutil.copyfile(sqlite_template, path)
    return Desk(f"sqlite:///{path}")


@pytest.fixture(scope="module")
def audited(bulk: Desk, every: Sites) -> dict[str, Cited]:
    """All cases in one audit: whatever one of them does, the others are looked at."""
    cited = cite(bulk, {name: (every.at(name), QUOTE) for name in CASES})
    audit(bulk, every)
    return cited


@pytest.mark.parametrize("name", CASES)
def test_what_becomes_of_an_address(bulk: Desk, audited: dict[str, Cited], name: str) -> None:
    assert outcome(bulk, audited[name]) == CASES[name][1]


def test_a_run_over_all_of_them_is_whole(bulk: Desk, audited: dict[str, Cited]) -> None:
    """No traceback, each looked at once, and written down."""
    assert bulk.ask("SELECT count(*), count(DISTINCT source_id) FROM visit") == [
        (len(CASES), len(CASES))
    ]
    assert bulk.ask("SELECT kind, finished_at IS NULL FROM run") == [("audit", 0)]
    assert bulk.ask("SELECT finished FROM step ORDER BY id DESC LIMIT 1") == [(1,)]
    assert bulk.faults() == []


def test_27_a_new_address_is_offered_only_with_what_is_quoted(
    bulk: Desk, audited: dict[str, Cited], every: Sites
) -> None:
    with_it, without = audited["27-moved"], audited["27-moved-without-the-quotation"]
    asked = "SELECT detail FROM finding WHERE code = 'L103' AND source_id = {}"
    (found,), (bare_one,) = (bulk.ask(asked.format(each.source)) for each in (with_it, without))
    assert json.loads(found[0])["moved_to"] == every.at("27-moved", "/new")
    assert "moved_to" not in json.loads(bare_one[0])


# Names, certificates, and other machines


@pytest.fixture
def light(sqlite_database: str) -> Desk:
    """What does not depend on the engine is tried on one."""
    return Desk(sqlite_database)


@pytest.fixture
def web() -> Iterator[Sites]:
    """Sites of one test alone."""
    with sites() as found:
        yield found


def test_30_31_names_and_certificates(light: Desk, web: Sites) -> None:
    with ExitStack() as running:
        web.put("nothing-here", GOOD)
        for name, key in {
            "self-signed": "self-signed.pem", "expired": "expired.pem", "wrong-name": "good.pem",
            "news.example.org": "good.pem",
        }.items():  # fmt: skip
            web.ports[named(name)] = running.enter_context(serving(says(GOOD), key)).port
        with socket.create_server((LOOPBACK, 0)) as closed:
            web.ports["closed.test"] = closed.getsockname()[1]
        web.lost.add("lost.test")
        web.gone.add("gone.test")
        pages = {
            name.partition(".")[0]: (web.at(name, scheme="https"), QUOTE)
            for name in ("self-signed", "expired", "wrong-name", "news.example.org")
        }
        for name in ("closed", "lost", "gone"):
            pages[name] = (web.at(name), QUOTE)
        cited = cite(light, pages)
        audit(light, web)
    assert {name: outcome(light, each) for name, each in cited.items()} == {
        "self-signed": blind("certificate", "L105 warning"),
        "expired": blind("certificate", "L105 warning"),
        "wrong-name": blind("certificate", "L105 warning"),
        "news": READ,
        "closed": blind("unreachable"),
        "lost": blind("unreachable"),
        "gone": blind("no-such-name"),
    }


# One page, one host


def test_16_one_page_in_many_spellings_is_asked_for_once(desk: Desk, web: Sites) -> None:
    first = web.put("spelt", GOOD, "/page?a=1")
    web.hosts["www.spelt.test"] = {}
    spellings = [
        first, f"{first}&utm_source=x&fbclid=y", f"{first}#top",
        first.replace("spelt.test", "www.spelt.test"), first.replace("spelt.test", "SPELT.test"),
    ]  # fmt: skip
    other = web.put("spelt", GOOD, "/other")
    cited = cite(desk, {f"s{n}": (url, QUOTE) for n, url in enumerate([*spellings, other])})
    # Two records of one page, as a merge of two databases brings them.
    desk.execute(
        "UPDATE source SET url = :url, url_folded = (SELECT min(url_folded) FROM source "
        "WHERE url LIKE '%a=1') WHERE id = :id",
        url=spellings[3], id=cited["s5"].source,
    )  # fmt: skip
    audit(desk, web)
    assert {name: outcome(desk, each) for name, each in cited.items()} == dict.fromkeys(cited, READ)
    assert [path for _, path in web.asked] == ["/robots.txt", "/page?a=1"]
    stored = desk.ask("SELECT url FROM source ORDER BY id")
    assert stored == [(spellings[0],), (spellings[3],)]


def test_72_one_page_under_many_claims_is_asked_for_once(light: Desk, web: Sites) -> None:
    url = web.put("common", GOOD)
    cited = cite(light, {f"claim-{number}": (url, QUOTE) for number in range(50)})
    found = audit(light, web)
    assert (web.times("common"), found.tally.looked, len(set(cited.values()))) == (1, 1, 50)
    with light.reading() as session:
        read = [(each.presence or {})["state"] for each in session.scalars(select(Evidence))]
    assert read == ["exact"] * 50
    assert light.ask("SELECT count(*) FROM sighting") == [(50,)]


def presence_of(desk: Desk, cited: Cited) -> dict[str, Any]:
    return dict(desk.row(Evidence, cited.evidence).presence)


def seen_at(desk: Desk, cited: Cited) -> str:
    """When the newest look was."""
    with desk.reading() as session:
        return iso(holdings.newest_visits(session.connection(), [cited.source])[cited.source].at)


def test_39_what_has_not_changed_is_asked_for_in_full_now_and_then(desk: Desk, web: Sites) -> None:
    def manner(talk: Talk) -> None:
        if talk.header("if-none-match") == '"v1"':
            talk.send(answer(b"", CLOSE, 'ETag: "v1"', status="304 Not Modified"))
        else:
            talk.send(GOOD.replace(b"\r\n\r\n", b'\r\nETag: "v1"\r\n\r\n', 1))

    one = cite(desk, {"tagged": (web.put("tagged", manner), QUOTE)})["tagged"]
    audit(desk, web)
    assert outcome(desk, one) == READ
    first = presence_of(desk, one)
    audit(desk, web)
    assert outcome(desk, one) == READ._replace(state="unchanged")
    second = presence_of(desk, one)
    assert (second["at"], second["read"]["at"]) == (seen_at(desk, one), seen_at(desk, one))
    assert second["snapshot"] == first["snapshot"]
    for _ in range(9):
        visited(desk, one.source, "unchanged", now())
    audit(desk, web)
    assert outcome(desk, one) == READ
    assert web.heard["tagged.test", "/page"].header("if-none-match") is None


def test_41_a_host_that_bans_us_is_left_alone(light: Desk, web: Sites) -> None:
    served = itertools.count(1)

    def manner(talk: Talk) -> None:
        talk.send(GOOD if next(served) <= 5 else refused("403 Forbidden"))

    for number in range(40):
        web.put("banning", manner, f"/{number}")
    web.put("calm", GOOD)
    pages = {f"p{number}": (web.at("banning", f"/{number}"), QUOTE) for number in range(40)}
    cited = cite(light, {"calm": (web.at("calm"), QUOTE), **pages})
    found = audit(light, web)
    states = Counter(outcome(light, each)[:2] for each in cited.values())
    assert states["read", "exact"] == 6
    assert set(states) == {("read", "exact"), ("refused", BLIND), ("throttled", BLIND)}
    # Some are under way when it is noticed.
    assert len([1 for host, _ in web.asked if host == "banning.test"]) <= 1 + 5 + 10 + 6
    assert (found.summary["sources_checked"], found.summary["could_not_look"]) == (6, 35)
    assert found.summary["claims_at_risk"] == 0


# Strikes


def struck(desk: Desk, cited: Cited, state: str, *days: float) -> None:
    """Looks so many days ago."""
    for each in days:
        visited(desk, cited.source, state, now() - timedelta(days=each))


def test_35_36_45_strikes_are_days_apart(desk: Desk, web: Sites) -> None:
    missing, no = refused("404 Not Found"), refused("403 Forbidden")
    said = {
        "third": missing, "second": missing, "hasty": missing, "seen-since": missing,
        "forbidden": no, "busy": refused("429 Slow Down", YEARS), "back": GOOD,
        "down": refused("500 Oops"), "robots": GOOD, "parked": bare("<h1>Buy this domain!</h1>"),
    }  # fmt: skip
    cited = cite(desk, {name: (web.put(name, what), QUOTE) for name, what in said.items()})
    web.put("robots", answer(b"User-agent: *\nDisallow: /", CLOSE), "/robots.txt")
    web.gone.add("no-name.test")
    cited |= cite(desk, {"no-name": (web.at("no-name"), QUOTE)})
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
    found = audit(desk, web)
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


def test_35_a_way_that_is_forbidden_kills_no_link_however_often(light: Desk, web: Sites) -> None:
    statuses = {"401": "login", "402": "paywall", "403": "refused", "451": "refused"}
    pages = {f"x{code}": (web.put(f"x{code}", refused(f"{code} No")), QUOTE) for code in statuses}
    cited = cite(light, pages)
    for name, state in statuses.items():
        struck(light, cited[f"x{name}"], state, 40, 30, 20, 10)
    audit(light, web)
    assert {codes(light, each)[0] for each in cited.values()} == {"L106 note"}


# No network


def test_without_a_network_nothing_is_gone(light: Desk, web: Sites) -> None:
    cited = cite(light, {f"h{number}": (web.put(f"h{number}", GOOD), QUOTE) for number in range(8)})
    audit(light, web)
    web.unplugged = True
    for _ in range(2):
        audit(light, web)
    for each in cited.values():
        assert outcome(light, each) == blind("offline")
        # However long it stays so.
        struck(light, each, "offline", 30, 20, 10)
    found = audit(light, web)
    assert {code for each in cited.values() for code in codes(light, each)} == {"L106 note"}
    assert (found.tally.looked, found.tally.could_not) == (0, 8)
    web.unplugged = False
    audit(light, web)
    assert [outcome(light, each) for each in cited.values()] == [READ] * 8


def test_without_a_network_the_program_ends_with_5(cli: Program, desk: Desk, web: Sites) -> None:
    cite(desk, {"far": (web.put("far", GOOD), QUOTE)})
    web.unplugged = True
    done = cli("audit", "--interval", "0", "--allow-private", "far.test")
    assert done.status == ExitStatus.NETWORK
    assert done.err == (
        "Error: Nothing could be looked at; 1 source was tried.\n"
        "Hint: Check the connection, or add --offline; nothing was called gone.\n"
    )
