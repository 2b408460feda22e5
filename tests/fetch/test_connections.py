import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import httpcore
import pytest

from factcheck.fetch import connections
from factcheck.fetch.connections import Connections

SAID = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"


@dataclass
class Kept:
    """A server that keeps its connections, and counts them."""

    port: int = 0
    made: int = 0
    open: int = 0
    lines: list[asyncio.StreamWriter] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.made += 1
        self.open += 1
        self.lines.append(writer)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(SAID)
                await writer.drain()
        self.open -= 1
        writer.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


@contextlib.asynccontextmanager
async def keeping() -> AsyncIterator[Kept]:
    kept = Kept()
    server = await asyncio.start_server(kept.talk, "127.0.0.1", 0)
    kept.port = server.sockets[0].getsockname()[1]
    try:
        yield kept
    finally:
        server.close()
        for line in kept.lines:
            line.close()


async def read(lines: Connections, url: str) -> bytes:
    async with lines.answered(httpcore.Request("GET", url, headers={"host": "a"})) as response:
        return await response.aread()


async def settled(kept: Kept, count: int) -> None:
    """Wait until the server has so many open connections."""
    while kept.open != count:  # noqa: ASYNC110  the server's end closes in its own time
        await asyncio.sleep(0.001)


def run(visit: Callable[[Connections], Awaitable[None]], free: int = 9) -> None:
    async def visited() -> None:
        room = asyncio.Semaphore(free)
        lines = Connections(ssl.create_default_context(), httpcore.AnyIOBackend(), room)
        await visit(lines)
        await lines.close()
        assert not lines._idle
        assert not lines._by_server

    asyncio.run(visited())


def test_a_connection_serves_its_server_again() -> None:
    async def visit(lines: Connections) -> None:
        async with keeping() as one, keeping() as other:
            for url in (one.url, other.url) * 5:
                assert await read(lines, url) == b"hello"
            assert (one.made, other.made) == (1, 1)

    run(visit)


def test_a_connection_in_use_serves_nobody_else() -> None:
    async def visit(lines: Connections) -> None:
        async with keeping() as kept:
            found = await asyncio.gather(*(read(lines, kept.url) for _ in range(20)))
            assert found == [b"hello"] * 20
            assert kept.made <= 4

    run(visit, free=4)


def test_a_connection_that_the_server_closed_is_not_used() -> None:
    async def visit(lines: Connections) -> None:
        async with keeping() as kept:
            await read(lines, kept.url)
            kept.lines[0].close()
            await settled(kept, 0)
            assert await read(lines, kept.url) == b"hello"
            assert kept.made == 2

    run(visit)


def test_an_old_connection_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "KEPT", -1)

    async def visit(lines: Connections) -> None:
        async with keeping() as kept:
            for _ in range(3):
                assert await read(lines, kept.url) == b"hello"
            assert kept.made == 3
            await settled(kept, 1)

    run(visit)


def test_of_too_many_the_oldest_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_KEPT", 2)

    async def visit(lines: Connections) -> None:
        async with contextlib.AsyncExitStack() as running:
            servers = [await running.enter_async_context(keeping()) for _ in range(3)]
            for kept in servers:
                await read(lines, kept.url)
            await settled(servers[0], 0)
            for kept in reversed(servers):
                await read(lines, kept.url)
            assert [kept.made for kept in servers] == [2, 1, 1]

    run(visit)


def test_a_body_that_was_not_read_ends_its_connection() -> None:
    async def visit(lines: Connections) -> None:
        async with keeping() as kept:
            async with lines.answered(
                httpcore.Request("GET", kept.url, headers={"host": "a"})
            ) as response:
                assert response.status == 200
            await settled(kept, 0)
            assert await read(lines, kept.url) == b"hello"

    run(visit)


def test_what_fails_takes_no_place() -> None:
    async def visit(lines: Connections) -> None:
        async with keeping() as kept:
            gone = kept.url
        for _ in range(3):
            with pytest.raises(httpcore.ConnectError):
                await read(lines, gone)
        async with keeping() as kept:
            assert await read(lines, kept.url) == b"hello"

    run(visit, free=1)


def test_closing_closes_all() -> None:
    async def visited() -> None:
        async with keeping() as kept:
            room = asyncio.Semaphore(9)
            lines = Connections(ssl.create_default_context(), httpcore.AnyIOBackend(), room)
            await asyncio.gather(*(read(lines, kept.url) for _ in range(5)))
            assert kept.open > 0
            await lines.close()
            await settled(kept, 0)

    asyncio.run(visited())
