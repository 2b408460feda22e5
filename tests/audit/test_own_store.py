"""What we keep ourselves: damaged, broken off, looked at by two, and copies that others keep."""

import os
import signal
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.audit.capturing import Public, capture
from factcheck.audit.runner import Request
from factcheck.errors import ExitStatus
from factcheck.models.base import now
from tests.audit.auditing import visited
from tests.audit.sites import (
    CLOSE,
    LOOPBACK,
    QUOTE,
    Outcome,
    Said,
    Sites,
    audit,
    bare,
    cite,
    html,
    named,
    outcome,
    reply,
    sites,
)
from tests.conftest import Program
from tests.fetch.servers import Talk, answer, redirect
from tests.services.desk import Desk

ROOT = Path(__file__).parents[2]
GOOD = html(f"{QUOTE}, and said so.")
READ = Outcome("read", "exact", [], stale=False)


@pytest.fixture
def web() -> Iterator[Sites]:
    with sites() as found:
        yield found


# Damage


DAMAGE = {
    "missing": "DELETE FROM blob WHERE sha256 = :sha256",
    "truncated": "UPDATE blob SET packed = :cut WHERE sha256 = :sha256",
    "edited": "UPDATE blob SET packed = :other WHERE sha256 = :sha256",
}


@pytest.mark.parametrize("what", ["sha256", "text_sha256"])
@pytest.mark.parametrize("how", DAMAGE)
def test_69_a_damaged_copy_is_named_and_stops_nobody(
    desk: Desk, cli: Program, web: Sites, how: str, what: str
) -> None:
    cited = cite(desk, {name: (web.put(name, GOOD), QUOTE) for name in ("hurt", "well")})
    web.put("well", html(f"{QUOTE}, and no more."))
    audit(desk, web)
    assert cli("db", "check").status == ExitStatus.DONE
    (sha256,) = desk.ask(f"SELECT {what} FROM snapshot WHERE source_id = {cited['hurt'].source}")[0]  # noqa: S608  our own words
    given = {"cut": b"x\x9c", "other": zlib.compress(b"Another page.")}
    values = {name: value for name, value in given.items() if f":{name}" in DAMAGE[how]}
    desk.execute(DAMAGE[how], sha256=sha256, **values)
    done = cli("db", "check")
    assert done.status == ExitStatus.DATABASE
    assert sha256[:12] in done.out + done.err
    for page in (GOOD, html(f"{QUOTE}, and said so at length.")):
        web.put("hurt", page)
        audit(desk, web)
        states = {name: outcome(desk, each).state for name, each in cited.items()}
        assert states == {"hurt": "read", "well": "read"}
    assert outcome(desk, cited["hurt"]).presence == "exact"


# Broken off


def test_70_an_audit_that_was_killed_goes_on(
    light: Desk, web: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_now = threading.Event()

    def manner(talk: Talk) -> None:
        number = int(talk.path.removeprefix("/"))
        if number >= 30:
            open_now.wait(30)
        talk.send(GOOD)

    base = f"http://{LOOPBACK}:{web.server.port}"
    web.hosts[LOOPBACK] = {f"/{number}": manner for number in range(60)}
    cited = cite(light, {f"p{number}": (f"{base}/{number}", QUOTE) for number in range(60)})
    monkeypatch.setenv("FACTCHECK_DB", light.url)
    command = ["audit", "--interval", "0", "--allow-private", LOOPBACK]
    with subprocess.Popen(  # noqa: S603  our own program
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
    web.asked.clear()
    audit(light, web, allow=[LOOPBACK], resume=True)
    asked = {path for _, path in web.asked} - {"/robots.txt"}
    assert asked == {f"/{number}" for number in range(60)} - {
        url.removeprefix(base) for (url,) in kept
    }
    assert [outcome(light, each) for each in cited.values()] == [READ] * 60
    assert light.ask("SELECT count(*) FROM visit") == [(60,)]
    assert light.ask("SELECT count(*) FROM run WHERE finished_at IS NULL") == [(0,)]


@pytest.fixture
def light(sqlite_database: str) -> Desk:
    return Desk(sqlite_database)


def test_70_two_audits_at_once_do_not_hurt_each_other(desk: Desk, web: Sites) -> None:
    cited = cite(desk, {f"p{n}": (web.put(f"p{n}", GOOD), QUOTE) for n in range(25)})
    web.put("p3", reply(b"<p>None.</p>", status="404 Not Found"))
    with ThreadPoolExecutor() as threads:
        for each in [threads.submit(audit, desk, web) for _ in range(2)]:
            each.result()
    assert desk.ask("SELECT count(*) FROM visit") == [(50,)]
    assert desk.ask("SELECT count(*) FROM run WHERE finished_at IS NULL") == [(0,)]
    assert {outcome(desk, each).presence for name, each in cited.items() if name != "p3"} == {
        "exact"
    }
    assert desk.ask(
        "SELECT count(*) FROM finding WHERE code = 'L106' AND fixed_at IS NULL"
    ) == [(1,)]
    assert desk.faults() == []


def test_70_a_clock_that_was_put_back_kills_no_link(desk: Desk, web: Sites) -> None:
    gone = reply(b"<p>None.</p>", status="404 Not Found")
    one = cite(desk, {"late": (web.put("late", gone), QUOTE)})["late"]
    for days in (9, 6):
        visited(desk, one.source, "not-found", now() + timedelta(days=days))
    audit(desk, web)
    assert outcome(desk, one).codes == ["L106 note"]


# Copies that others keep


STAMP = "20250102030405"
MEMENTO = "Memento-Datetime: Thu, 02 Jan 2025 03:04:05 GMT"


def archived(web: Sites, url: str, copy: Said) -> None:
    web.put("archive", redirect(f"/web/{STAMP}/{url}", CLOSE), f"/web/{url}")
    web.put("archive", copy, f"/web/{STAMP}id_/{url}")


def test_71_a_copy_is_offered_only_with_what_is_quoted(desk: Desk, web: Sites) -> None:
    free = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    said = {
        "good": reply(GOOD.partition(b"\r\n\r\n")[2], MEMENTO),
        "lacks": reply(html("Other.").partition(b"\r\n\r\n")[2], MEMENTO),
        "missing": reply(b"<h1>Not found</h1>", MEMENTO, status="404 Not Found"),
        "captcha": reply(b"<title>Just a moment...</title><script>_cf_chl_opt</script>", MEMENTO),
        "paywall": reply(html("Begin.", head=free).partition(b"\r\n\r\n")[2], MEMENTO),
        "of-today": GOOD,
        "broken": answer(b"\x1f\x8b\x08", "Content-Encoding: gzip", MEMENTO, CLOSE),
    }
    cited = {}
    for name, copy in said.items():
        url = web.put(name, reply(b"<p>None.</p>", status="404 Not Found"))
        archived(web, url, copy)
        cited |= cite(desk, {name: (url, QUOTE)})
    web.hosts[named("archive")]["*"] = reply(b"", status="404 Not Found")
    cited |= cite(desk, {"never": (web.put("never", bare("")), QUOTE)})
    request = Request(interval=0, allow=web.allowed)
    public = Public(wanted=True, base=web.at("archive", ""))
    found = capture(desk.writing, [each.source for each in cited.values()], request, public)
    offered = dict(zip(cited, found, strict=True))
    good = offered.pop("good")
    assert good.public == f"{web.at('archive', '')}/web/{STAMP}/{web.at('good')}"
    assert {name: each.public for name, each in offered.items()} == dict.fromkeys(offered)
    assert all(each.why_not for each in offered.values())
    assert desk.ask("SELECT how, url FROM snapshot") == [("archive", good.public)]
    # A copy that somebody else keeps is no look at the page.
    assert outcome(desk, cited["good"]) == Outcome("not-found", "could-not-look", [], stale=False)
    web.put("good", GOOD)
    audit(desk, web)
    assert outcome(desk, cited["good"]) == READ
