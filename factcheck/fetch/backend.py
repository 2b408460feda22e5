"""Connections that go only to addresses that were checked.

The name is looked up once for a connection, every answer is checked, and what is connected to is
one of the checked addresses: a directory that changes its mind in between changes nothing. The
host stays a name above, so that certificates are compared with it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

import httpcore

from factcheck.fetch.policy import Policy
from factcheck.fetch.resolving import Directory

#: Seconds until the next address is tried beside one that does not answer (RFC 8305).
HEAD_START = 0.25
MOST_TRIED = 8

Option = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
Stream = httpcore.AsyncNetworkStream
Connect = Callable[[str], Awaitable[Stream]]


@dataclass(slots=True)
class Guarded(httpcore.AsyncNetworkBackend):
    """Another backend behind the policy; `seconds` is the limit of a look-up."""

    policy: Policy
    directory: Directory
    network: httpcore.AsyncNetworkBackend
    seconds: float

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  the name is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[Option] | None = None,
    ) -> Stream:
        async def connect(address: str) -> Stream:
            return await self.network.connect_tcp(
                address,
                port,
                timeout=timeout,
                local_address=local_address,
                socket_options=socket_options,
            )

        addresses = await self._addresses(host, port)
        self.policy.check_addresses(host, port, addresses)
        if len(addresses) == 1:
            return await connect(addresses[0])
        return await _first(connect, addresses[:MOST_TRIED])

    async def sleep(self, seconds: float) -> None:
        await self.network.sleep(seconds)

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            return [str(ip_address(host))]
        except ValueError:
            return await self.directory.addresses(host, port, self.seconds)


async def _first(connect: Connect, addresses: Sequence[str]) -> Stream:
    """The first connection that stands; one dead family of addresses is no death."""
    tries: list[asyncio.Future[Stream]] = []
    won = None
    try:
        won = await _race(connect, addresses, tries)
        return won.result()
    finally:
        await _give_up([one for one in tries if one is not won])


async def _race(
    connect: Connect, addresses: Sequence[str], tries: list[asyncio.Future[Stream]]
) -> asyncio.Future[Stream]:
    """The first of `tries` that succeeds, else the last that fails; each address adds one."""
    waiting = list(addresses)
    running: set[asyncio.Future[Stream]] = set()
    while True:
        if waiting:
            tries.append(asyncio.ensure_future(connect(waiting.pop(0))))
            running.add(tries[-1])
        done, running = await asyncio.wait(
            running,
            timeout=HEAD_START if waiting else None,
            return_when=asyncio.FIRST_COMPLETED,
        )
        good = [one for one in done if one.exception() is None]
        if good or not (waiting or running):
            return (good or list(done))[0]


async def _give_up(tries: Sequence[asyncio.Future[Stream]]) -> None:
    for one in tries:
        one.cancel()
    for late in await asyncio.gather(*tries, return_exceptions=True):
        if isinstance(late, Stream):
            await late.aclose()
