"""Addresses that lead nowhere, elsewhere, or to somebody who does not want us."""

import contextlib
import itertools
import json
import socket
from collections import Counter
from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import select

from factcheck.db import holdings
from factcheck.models import Evidence
from factcheck.models.base import iso, now
from tests.audit.auditing import visited
from tests.audit.sites import (
    BLIND,
    CLOSE,
    HTML,
    LOOPBACK,
    QUOTE,
    READ,
    Cited,
    Outcome,
    Said,
    Sites,
    audit,
    bare,
    blind,
    cite,
    html,
    named,
    outcome,
    refused,
    reply,
)
from tests.fetch.servers import Talk, answer, redirect, says, serving
from tests.services.desk import Desk

GOOD = html(f"{QUOTE}, and said so.")
OTHER = html("Nothing is said here about what was closed, or when, or by whom.")
YEARS = "Retry-After: 86400"
DATE = "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT"
NONSENSE = "Retry-After: when the moon is blue"


def led(location: str, status: str = "302 Found") -> bytes:
    return redirect(location, CLOSE, status=status)


GONE_QUOTE = ["D201 error"]


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
def audited(bulk: Desk, every: Sites) -> dict[str, Cited]:
    """All cases in one audit: whatever one of them does, the others are looked at."""
    for name, (pages, _) in CASES.items():
        for path, said in pages.items():
            every.put(name, said, path)
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


def test_30_31_names_and_certificates(light: Desk, net: Sites) -> None:
    with ExitStack() as running:
        net.put("nothing-here", GOOD)
        for name, key in {
            "self-signed": "self-signed.pem", "expired": "expired.pem", "wrong-name": "good.pem",
            "news.example.org": "good.pem",
        }.items():  # fmt: skip
            net.ports[named(name)] = running.enter_context(serving(says(GOOD), key)).port
        with socket.create_server((LOOPBACK, 0)) as closed:
            net.ports["closed.test"] = closed.getsockname()[1]
        net.lost.add("lost.test")
        net.gone.add("gone.test")
        pages = {
            name.partition(".")[0]: (net.at(name, scheme="https"), QUOTE)
            for name in ("self-signed", "expired", "wrong-name", "news.example.org")
        }
        for name in ("closed", "lost", "gone"):
            pages[name] = (net.at(name), QUOTE)
        cited = cite(light, pages)
        audit(light, net)
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


def test_16_one_page_in_many_spellings_is_asked_for_once(desk: Desk, net: Sites) -> None:
    first = net.put("spelt", GOOD, "/page?a=1")
    net.hosts["www.spelt.test"] = {}
    spellings = [
        first, f"{first}&utm_source=x&fbclid=y", f"{first}#top",
        first.replace("spelt.test", "www.spelt.test"), first.replace("spelt.test", "SPELT.test"),
    ]  # fmt: skip
    other = net.put("spelt", GOOD, "/other")
    cited = cite(desk, {f"s{n}": (url, QUOTE) for n, url in enumerate([*spellings, other])})
    # Two records of one page, as a merge of two databases brings them.
    desk.execute(
        "UPDATE source SET url = :url, url_folded = (SELECT min(url_folded) FROM source "
        "WHERE url LIKE '%a=1') WHERE id = :id",
        url=spellings[3], id=cited["s5"].source,
    )  # fmt: skip
    audit(desk, net)
    assert {name: outcome(desk, each) for name, each in cited.items()} == dict.fromkeys(cited, READ)
    assert [path for _, path in net.asked] == ["/robots.txt", "/page?a=1"]
    stored = desk.ask("SELECT url FROM source ORDER BY id")
    assert stored == [(spellings[0],), (spellings[3],)]


def test_72_one_page_under_many_claims_is_asked_for_once(light: Desk, net: Sites) -> None:
    url = net.put("common", GOOD)
    cited = cite(light, {f"claim-{number}": (url, QUOTE) for number in range(50)})
    found = audit(light, net)
    assert (net.times("common"), found.tally.looked, len(set(cited.values()))) == (1, 1, 50)
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


def test_39_what_has_not_changed_is_asked_for_in_full_now_and_then(light: Desk, net: Sites) -> None:
    def manner(talk: Talk) -> None:
        if talk.header("if-none-match") == '"v1"':
            talk.send(answer(b"", CLOSE, 'ETag: "v1"', status="304 Not Modified"))
        else:
            talk.send(GOOD.replace(b"\r\n\r\n", b'\r\nETag: "v1"\r\n\r\n', 1))

    one = cite(light, {"tagged": (net.put("tagged", manner), QUOTE)})["tagged"]
    audit(light, net)
    assert outcome(light, one) == READ
    first = presence_of(light, one)
    audit(light, net)
    assert outcome(light, one) == READ._replace(state="unchanged")
    second = presence_of(light, one)
    assert (second["at"], second["read"]["at"]) == (seen_at(light, one), seen_at(light, one))
    assert second["snapshot"] == first["snapshot"]
    for _ in range(9):
        visited(light, one.source, "unchanged", now())
    audit(light, net)
    assert outcome(light, one) == READ
    assert net.heard["tagged.test", "/page"].header("if-none-match") is None


def test_41_a_host_that_bans_us_is_left_alone(light: Desk, net: Sites) -> None:
    served = itertools.count(1)

    def manner(talk: Talk) -> None:
        talk.send(GOOD if next(served) <= 5 else refused("403 Forbidden"))

    for number in range(40):
        net.put("banning", manner, f"/{number}")
    net.put("calm", GOOD)
    pages = {f"p{number}": (net.at("banning", f"/{number}"), QUOTE) for number in range(40)}
    cited = cite(light, {"calm": (net.at("calm"), QUOTE), **pages})
    found = audit(light, net)
    states = Counter(outcome(light, each)[:2] for each in cited.values())
    assert states["read", "exact"] == 6
    assert set(states) == {("read", "exact"), ("refused", BLIND), ("throttled", BLIND)}
    # Some are under way when it is noticed.
    assert len([1 for host, _ in net.asked if host == "banning.test"]) <= 1 + 5 + 10 + 6
    assert (found.summary["sources_checked"], found.summary["could_not_look"]) == (6, 35)
    assert found.summary["claims_at_risk"] == 0
