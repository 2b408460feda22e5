"""Thousands of pages: how fast beside bare httpx, and what dead names cost.

The server is one process on loopback that answers at every address of 127.0.0.0/8, after a
twentieth of a second.
"""

import asyncio
import random
import socket
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path

import httpx

from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client
from factcheck.fetch.failures import Failure, NoSuchName
from factcheck.fetch.gate import Gate
from factcheck.fetch.rounds import Errand, rounds
from tests.bench.loopback import host, serving
from tests.bench.measure import Measured

HOSTS = 250
PAGES = 2000
WORKERS = 50
BODY = b"x" * 20_000
LIVING, DEAD = 500, 60
#: Seconds until the directory says that there is no such name.
SEARCH = 1.0
RUNS = 3


def run(_folder: Path) -> Iterator[Measured]:
    with serving(_answer) as port:
        yield _speed(port)
        yield _dead(port)


def _speed(port: int) -> Measured:
    hosts = [host(number) for number in range(HOSTS)]
    urls = [f"http://{hosts[n % HOSTS]}:{port}/{n}" for n in range(PAGES)]
    random.Random(7).shuffle(urls)  # noqa: S311  (no secret: every run must measure the same)
    ours, theirs = [], []
    for _ in range(RUNS):
        theirs.append(_seconds(lambda: _bare(urls)))
        ours.append(_seconds(lambda: _rounds(urls, hosts)))
    rates = f"{PAGES / min(ours):.0f} pages/s against {PAGES / min(theirs):.0f}"
    name = f"{PAGES} pages, {HOSTS} hosts / bare httpx"
    return Measured(name, min(ours) / min(theirs), 1 / 0.8, rates)


def _dead(port: int) -> Measured:
    alive = [f"http://a{number}.org:{port}/" for number in range(LIVING)]
    dead = [f"http://dead{number}.org:{port}/" for number in range(DEAD)]
    names = [f"a{number}.org" for number in range(LIVING)]
    names += [f"dead{number}.org" for number in range(DEAD)]
    mixed = random.Random(7).sample(alive + dead, LIVING + DEAD)  # noqa: S311  (no secret)
    without = min(_seconds(lambda: _rounds(alive, names)) for _ in range(RUNS))
    with_dead = min(_seconds(lambda: _rounds(mixed, names, DEAD)) for _ in range(RUNS))
    name = f"{DEAD} dead names of {SEARCH:g} s among {LIVING}, seconds"
    note = f"{with_dead:.2f} s against {without:.2f}"
    return Measured(name, with_dead - without, 3.0, note)


async def _bare(urls: Sequence[str]) -> None:
    room = asyncio.Semaphore(WORKERS)
    async with httpx.AsyncClient(trust_env=False) as client:

        async def one(url: str) -> None:
            async with room:
                assert (await client.get(url)).content == BODY

        await asyncio.gather(*map(one, urls))


async def _rounds(urls: Sequence[str], hosts: Sequence[str], lost: int = 0) -> None:
    failed = 0

    async def done(errand: Errand, outcome: Answer | Failure) -> None:
        nonlocal failed
        if isinstance(outcome, NoSuchName):
            failed += 1
        else:
            assert isinstance(outcome, Answer), outcome
            assert outcome.body == BODY

    async with Client(allow=hosts, gate=Gate(0), resolve=_resolved) as client:
        errands = [Errand(url, {}, None) for url in urls]
        assert await rounds(client, errands, done, workers=WORKERS) == 0
    assert failed == lost


def _resolved(name: str, _port: int) -> list[str]:
    if name.startswith("dead"):
        time.sleep(SEARCH)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return [host(int(name[1:].partition(".")[0]))]


def _seconds(call: Callable[[], Awaitable[None]]) -> float:
    async def timed() -> None:
        await call()

    start = time.perf_counter()
    asyncio.run(timed())
    return time.perf_counter() - start


def _answer(_asked: bytes) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Length: {len(BODY)}\r\n\r\n".encode() + BODY
