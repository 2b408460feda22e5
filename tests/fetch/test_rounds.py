import asyncio
import contextlib
import socket
import threading
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.fetch import failures
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client, Limits
from factcheck.fetch.failures import Failure
from factcheck.fetch.gate import AT_ONCE
from factcheck.fetch.rounds import Done, Errand, estimate, polite, rounds
from tests.fetch.clocks import Time
from tests.fetch.conftest import Serve
from tests.fetch.servers import PUBLIC, Network, Talk, answer, leads_to, redirect

CLOSE = "Connection: close"


def errands(*urls: str) -> list[Errand]:
    return [Errand(url, {}, number) for number, url in enumerate(urls)]


def hosts(*names: str) -> list[Errand]:
    return errands(*(f"http://{name}/{number}" for number, name in enumerate(names)))


def run(
    todo: Sequence[Errand],
    port: int,
    time: Time | None = None,
    interval: float = 1,
    done: Done | None = None,
    **settings: Any,
) -> tuple[dict[Any, Answer | Failure], int]:
    """What became of the errands by key, in the order they came, and how many are left."""
    found: dict[Any, Answer | Failure] = {}

    async def keep(errand: Errand, outcome: Answer | Failure) -> None:
        assert errand.key not in found
        found[errand.key] = outcome

    async def all_of_them() -> int:
        client = Client(
            gate=(time or Time()).gate(interval),
            limits=Limits(tries=1),
            network=Network(port),
            resolve=settings.pop("resolve", leads_to(PUBLIC)),
            robots=settings.pop("robots", False),
        )
        async with client:
            return await rounds(client, todo, done or keep, **settings)

    left = asyncio.run(all_of_them())
    return found, left


def echo(talk: Talk) -> None:
    talk.send(answer(talk.path.encode(), CLOSE))


def test_every_errand_has_its_outcome(serve: Serve) -> None:
    server = serve(echo)
    todo = [Errand(f"http://h{n % 7}.org/{n}", {"If-None-Match": f'"{n}"'}, n) for n in range(50)]
    found, left = run(todo, server.port, workers=3)
    bodies = {key: one.body for key, one in found.items() if isinstance(one, Answer)}
    assert (bodies, left) == ({n: f"/{n}".encode() for n in range(50)}, 0)
    tags = sorted(line for head in server.heads for line in head.split() if line[:1] == b'"')
    assert tags == sorted(f'"{n}"'.encode() for n in range(50))


def test_nothing_to_do() -> None:
    assert run([], 9) == ({}, 0)


def test_the_host_with_most_errands_is_first(serve: Serve) -> None:
    server = serve(echo)
    todo = hosts("a.org", "b.org", "c.org", "c.org", "b.org", "c.org")
    found, _ = run(todo, server.port, workers=1)
    assert sorted(found) == [0, 1, 2, 3, 4, 5]
    assert list(found)[:2] == [2, 1]


def test_a_host_is_asked_once_an_interval_and_hosts_side_by_side(serve: Serve) -> None:
    time = Time()
    found, _ = run(hosts(*["a.org"] * 5), serve(echo).port, time, interval=0.75)
    assert (len(found), time.at) == (5, 3.0)


def test_without_an_interval_a_host_has_some_requests_at_once(serve: Serve) -> None:
    together = asyncio.Barrier(AT_ONCE)

    async def done(_errand: Errand, _outcome: Answer | Failure) -> None:
        await together.wait()

    assert run(hosts(*["a.org"] * AT_ONCE), serve(echo).port, interval=0, done=done) == ({}, 0)


def test_a_host_that_does_not_answer_leaves_the_workers_to_others(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        if talk.header("host") == "slow.org":
            talk.over.wait(0.2)
        echo(talk)

    server = serve(manner)
    order, left = run(
        hosts("slow.org", "slow.org", *(f"{name}.org" for name in "abcdefgh")),
        server.port,
        workers=2,
    )
    assert left == 0
    assert list(order).index(0) > 0


def test_who_waits_at_another_host_leaves_its_place(serve: Serve) -> None:
    rest = threading.Semaphore(0)

    def manner(talk: Talk) -> None:
        host = talk.header("host") or ""
        if host.startswith("short"):
            talk.send(redirect(f"http://target.org{talk.path}", CLOSE))
            return
        if host == "target.org":
            # All others are served while this one is waited for.
            assert all(rest.acquire(timeout=20) for _ in range(9))
            rest.release(9)
        talk.send(answer(b"here", CLOSE))
        rest.release()

    todo = hosts(*(f"short{n}.org" for n in range(5)), *(f"a{n}.org" for n in range(9)))
    found, left = run(todo, serve(manner).port, workers=2)
    assert left == 0
    assert Counter(type(one) for one in found.values()) == {Answer: 14}


def test_33_a_host_that_is_parked_ends_without_requests(serve: Serve) -> None:
    server = serve(answer(b"", CLOSE, "Retry-After: 86400", status="429 Slow"))
    found, left = run(hosts(*["a.org"] * 50, "b.org"), server.port)
    kinds = Counter(type(one) for one in found.values())
    assert (kinds, left) == ({Answer: 2, failures.Throttled: 49}, 0)
    assert len(server.heads) == 2


def gone(host: str, port: int) -> list[str]:
    if host.startswith("dead"):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return [PUBLIC]


def test_31_dead_names_among_living_ones(serve: Serve) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return gone(host, port)

    todo = hosts(*(f"{'dead' if n % 5 else 'a'}{n}.org" for n in range(60)), *["dead.org"] * 9)
    found, left = run(todo, serve(echo).port, resolve=resolve)
    kinds = Counter(type(one) for one in found.values())
    assert (kinds, left) == ({Answer: 12, failures.NoSuchName: 57}, 0)
    assert asked.count("dead.org") == 3


def test_01_02_09_11_12_what_is_no_address_is_an_outcome(serve: Serve) -> None:
    bad = ["nowhere", "http://xn--/", "http://a b/", "http://me:secret@/x"]
    unsafe = ["ftp://a.org/x", "http://10.0.0.1/"]
    found, left = run(errands(*bad, *unsafe, "http://a.org/"), serve(echo).port)
    kinds = [type(found[key]) for key in range(7)]
    assert kinds == [failures.BadAddress] * 4 + [failures.Unsafe] * 2 + [Answer]
    assert left == 0
    first = found[0]
    assert isinstance(first, Failure)
    assert (first.state, first.url, first.transient) == ("bad-url", "nowhere", False)
    assert first.message == "'nowhere' cannot be fetched: it does not begin with https://."
    assert first.hint == "Write it like https://example.org/page."
    assert "secret" not in f"{found[3]} {getattr(found[3], 'url', '')}"


def test_headers_that_cannot_be_sent_are_an_outcome(serve: Serve) -> None:
    found, _ = run([Errand("http://a.org/", {"x": "a\nb"}, 0)], serve(echo).port)
    failure = found[0]
    assert type(failure) is Failure
    assert failure.message.startswith("The headers for http://a.org/ cannot be sent: ")


def test_a_bug_met_by_one_errand_is_its_outcome(serve: Serve) -> None:
    def resolve(host: str, port: int) -> list[str]:
        if host == "odd.org":
            raise ZeroDivisionError("by zero")
        return [PUBLIC]

    found, left = run(hosts("odd.org", "a.org"), serve(echo).port, resolve=resolve)
    assert (type(found[0]), type(found[1]), left) == (Failure, Answer, 0)
    assert str(found[0]) == "http://odd.org/0 could not be fetched: ZeroDivisionError('by zero')."


def test_what_the_caller_raises_ends_the_run(serve: Serve) -> None:
    server = serve(echo)

    async def done(errand: Errand, outcome: Answer | Failure) -> None:
        raise BadInput("The disk is full.")

    with pytest.raises(BadInput):
        run(hosts(*(f"h{n}.org" for n in range(50))), server.port, done=done, workers=2)
    assert len(server.heads) < 10


def test_a_run_can_be_cancelled(serve: Serve) -> None:
    asked = threading.Event()

    def manner(talk: Talk) -> None:
        asked.set()
        talk.over.wait()

    url = serve(manner).url
    found: list[Errand] = []

    async def done(errand: Errand, outcome: Answer | Failure) -> None:
        found.append(errand)

    async def cancelled() -> int:
        async with Client(allow=["127.0.0.1"], gate=Time().gate()) as client:
            running = asyncio.ensure_future(rounds(client, errands(url, url), done))
            await asyncio.to_thread(asked.wait)
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
            assert running.cancelled()
            return len(asyncio.all_tasks())

    assert (asyncio.run(cancelled()), found) == (1, [])


def test_after_the_budget_nothing_begins(serve: Serve) -> None:
    time = Time()
    found, left = run(hosts(*["a.org"] * 100), serve(echo).port, time, budget=10)
    assert (len(found), left) == (10, 90)
    assert run(hosts("a.org"), 9, budget=0) == ({}, 1)


def test_it_stops_when_it_is_told_to(serve: Serve) -> None:
    server = serve(echo)

    def stop() -> bool:
        return len(server.heads) >= 3

    found, left = run(hosts(*["a.org"] * 20), server.port, stop=stop)
    assert (len(found), left) == (3, 17)


def test_no_more_at_once_than_there_are_workers(serve: Serve) -> None:
    inside = most = 0

    async def done(errand: Errand, outcome: Answer | Failure) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.01)
        inside -= 1

    run(hosts(*(f"h{n}.org" for n in range(40))), serve(echo).port, done=done, workers=4)
    assert most <= 4


def test_robots_txt_and_pages_take_turns(serve: Serve) -> None:
    server = serve(echo)
    time = Time()
    found, left = run(hosts("a.org", "a.org"), server.port, time, robots=True)
    assert (len(found), left, time.at) == (2, 0, 2)
    assert [head.split()[1] for head in server.heads] == [b"/robots.txt", b"/0", b"/1"]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://EN.Wikipedia.org/wiki/X", "en.wikipedia.org"),
        ("http://en.wikipedia.org./", "en.wikipedia.org"),
        ("http://m\u00fcnchen.de/", "xn--mnchen-3ya.de"),
        ("https://a.org:8443/", "a.org:8443"),
        ("https://[::1]/", "::1"),
        ("ftp://a.org/", ""),
        ("nowhere", ""),
    ],
)
def test_the_host_by_which_politeness_counts(url: str, host: str) -> None:
    assert polite(url) == host


def made(counts: Sequence[int]) -> list[Errand]:
    names = [f"h{number}.org" for number, count in enumerate(counts) for _ in range(count)]
    return hosts(*names)


@pytest.mark.parametrize(
    ("counts", "interval", "seconds"),
    [
        ([635, *[5] * 900], 1.0, 636),
        ([5] * 1000, 1.0, 6000 * 0.8 / 50),
        ([59], 0.1, 48),
        ([59], 0.0, 8),
        ([], 1.0, 0),
    ],
)
def test_an_estimate_is_the_longest_queue_or_the_workers(
    counts: Sequence[int], interval: float, seconds: float
) -> None:
    assert estimate(made(counts), interval, 50) == pytest.approx(seconds)


def test_an_estimate_leaves_out_what_is_no_address() -> None:
    assert estimate(errands("nowhere", "ftp://a.org/"), 1, 50) == 0
