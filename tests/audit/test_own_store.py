"""What we keep ourselves: damaged, broken off, looked at by two, and copies that others keep."""

import os
import signal
import subprocess
import sys
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from factcheck.audit.capturing import Public, capture
from factcheck.audit.runner import Request
from factcheck.db import holdings
from factcheck.errors import ExitStatus
from factcheck.models.base import now
from tests.audit.auditing import visited
from tests.audit.sites import (
    CLOSE,
    LOOPBACK,
    QUOTE,
    READ,
    Cited,
    Outcome,
    Said,
    Sites,
    audit,
    cite,
    html,
    named,
    outcome,
    reply,
)
from tests.conftest import Program
from tests.fetch.servers import Talk, answer, redirect
from tests.services.desk import Desk

ROOT = Path(__file__).parents[2]
SAID = f"{QUOTE}, and said so."
GOOD = html(SAID)


# Damage


DAMAGE = {
    "missing": "DELETE FROM blob WHERE sha256 = :sha256",
    "truncated": "UPDATE blob SET packed = :cut WHERE sha256 = :sha256",
    "edited": "UPDATE blob SET packed = :other WHERE sha256 = :sha256",
}


def test_69_a_damaged_copy_is_named_and_stops_nobody(desk: Desk, cli: Program, net: Sites) -> None:
    names = [f"{how}-{what}" for how in DAMAGE for what in ("sha256", "text_sha256")]
    names.append("well")
    cited = cite(desk, {name: (net.put(name, html(SAID, name)), QUOTE) for name in names})
    audit(desk, net)
    assert cli("db", "check").status == ExitStatus.DONE
    hurt = {name: spoilt(desk, cited[name], *name.split("-")) for name in names[:-1]}
    done = cli("db", "check")
    assert done.status == ExitStatus.CHECK_FAILED
    assert sorted(set(hurt.values())) == sorted(
        each for each in hurt.values() if each[:12] in done.out
    )
    # The same page first: it is not looked at again. Then another one.
    for more in ("", " At length."):
        for name in names:
            net.put(name, html(SAID + more, name))
        audit(desk, net)
        assert [outcome(desk, each).state for each in cited.values()] == ["read"] * len(names)
    assert [outcome(desk, each) for each in cited.values()] == [READ] * len(names)


def spoilt(desk: Desk, cited: Cited, how: str, what: str) -> str:
    """The SHA-256 of bytes of a source that are not as they were kept any more."""
    table = holdings.snapshots
    with desk.reading() as session:
        wanted = select(table.c[what]).where(table.c.source_id == cited.source)
        sha256 = session.scalars(wanted).one()
    given = {"cut": b"x\x9c", "other": zlib.compress(b"Another page.")}
    values = {name: value for name, value in given.items() if f":{name}" in DAMAGE[how]}
    desk.execute(DAMAGE[how], sha256=sha256, **values)
    return str(sha256)


# Broken off


def test_70_an_audit_that_was_killed_goes_on(
    light: Desk, net: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_now = threading.Event()

    def manner(talk: Talk) -> None:
        number = int(talk.path.removeprefix("/"))
        if number >= 30:
            open_now.wait(30)
        talk.send(GOOD)

    base = f"http://{LOOPBACK}:{net.server.port}"
    net.hosts[LOOPBACK] = {f"/{number}": manner for number in range(60)}
    cited = cite(light, {f"p{number}": (f"{base}/{number}", QUOTE) for number in range(60)})
    monkeypatch.setenv("FACTCHECK_DB", light.url)
    command = ["audit", "--interval", "0", "--allow-private", LOOPBACK]
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", *command],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        while light.ask("SELECT count(*) FROM visit")[0][0] < 20:
            assert process.poll() is None
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
    open_now.set()
    kept = light.ask("SELECT DISTINCT url FROM visit")
    assert light.ask("SELECT count(*) FROM run WHERE finished_at IS NULL") == [(1,)]
    assert light.faults() == []
    # What a visit has left is there as a whole, or not at all.
    assert light.ask("SELECT count(*) FROM sighting") == light.ask("SELECT count(*) FROM visit")
    net.asked.clear()
    audit(light, net, allow=[LOOPBACK], resume=True)
    asked = {path for _, path in net.asked} - {"/robots.txt"}
    assert asked == {f"/{number}" for number in range(60)} - {
        url.removeprefix(base) for (url,) in kept
    }
    assert [outcome(light, each) for each in cited.values()] == [READ] * 60
    assert light.ask("SELECT count(*) FROM visit") == [(60,)]
    assert light.ask("SELECT count(*) FROM run WHERE finished_at IS NULL") == [(0,)]


def test_70_two_audits_at_once_do_not_hurt_each_other(desk: Desk, net: Sites) -> None:
    cited = cite(desk, {f"p{n}": (net.put(f"p{n}", GOOD), QUOTE) for n in range(12)})
    net.put("p3", reply(b"<p>None.</p>", status="404 Not Found"))
    with ThreadPoolExecutor() as threads:
        for each in [threads.submit(audit, desk, net) for _ in range(2)]:
            each.result()
    assert desk.ask("SELECT count(*) FROM visit") == [(24,)]
    assert desk.ask("SELECT count(*) FROM run WHERE finished_at IS NULL") == [(0,)]
    assert {outcome(desk, each).presence for name, each in cited.items() if name != "p3"} == {
        "exact"
    }
    assert desk.ask("SELECT count(*) FROM finding WHERE code = 'L106' AND fixed_at IS NULL") == [
        (1,)
    ]
    assert desk.faults() == []


def test_70_a_clock_that_was_put_back_kills_no_link(desk: Desk, net: Sites) -> None:
    gone = reply(b"<p>None.</p>", status="404 Not Found")
    one = cite(desk, {"late": (net.put("late", gone), QUOTE)})["late"]
    for days in (9, 6):
        visited(desk, one.source, "not-found", now() + timedelta(days=days))
    audit(desk, net)
    assert outcome(desk, one).codes == ["L106 note"]


# Copies that others keep


STAMP = "20250102030405"
MEMENTO = "Memento-Datetime: Thu, 02 Jan 2025 03:04:05 GMT"


def archived(net: Sites, url: str, copy: Said) -> None:
    net.put("archive", redirect(f"/web/{STAMP}/{url}", CLOSE), f"/web/{url}")
    net.put("archive", copy, f"/web/{STAMP}id_/{url}")


def test_71_a_copy_is_offered_only_with_what_is_quoted(light: Desk, net: Sites) -> None:
    free = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    said = {
        "good": reply(GOOD.partition(b"\r\n\r\n")[2], MEMENTO),
        "lacks": reply(html("Other.").partition(b"\r\n\r\n")[2], MEMENTO),
        "missing": reply(b"<h1>Not found</h1>", MEMENTO, status="404 Not Found"),
        "captcha": reply(b"<title>Just a moment...</title><script>_cf_chl_opt</script>", MEMENTO),
        "paywall": reply(html("Begin.", head=free).partition(b"\r\n\r\n")[2], MEMENTO),
        "of-today": GOOD,
        "broken": answer(b"plain", "Content-Encoding: gzip", MEMENTO, CLOSE),
    }
    cited: dict[str, Cited] = {}
    for name, copy in said.items():
        url = net.put(name, reply(b"<p>None.</p>", status="404 Not Found"))
        archived(net, url, copy)
        cited |= cite(light, {name: (url, QUOTE)})
    net.hosts[named("archive")]["*"] = reply(b"", status="404 Not Found")
    cited |= cite(
        light, {"never": (net.put("never", reply(b"<p>None.</p>", status="410 Gone")), QUOTE)}
    )
    request = Request(interval=0, allow=net.allowed)
    public = Public(wanted=True, base=net.at("archive", ""))
    found = capture(light.writing, [each.source for each in cited.values()], request, public)
    offered = dict(zip(cited, found, strict=True))
    good = offered.pop("good")
    assert good.public == f"{net.at('archive', '')}/web/{STAMP}/{net.at('good')}"
    assert {name: each.public for name, each in offered.items()} == dict.fromkeys(offered)
    assert all(each.why_not for each in offered.values())
    assert light.ask("SELECT how, url FROM snapshot") == [("archive", good.public)]
    # A copy that somebody else keeps is no look at the page.
    assert outcome(light, cited["good"]) == Outcome("not-found", "could-not-look", [], stale=False)
    net.put("good", GOOD)
    audit(light, net)
    assert outcome(light, cited["good"]) == READ
