"""Connections, kept open for the next request to the same server.

httpcore's own pool looks at all its connections, and asks the system about each idle one,
whenever a request begins or ends; and it closes what it could keep when there are many. Here a
connection is found by its server.
"""

import asyncio
import contextlib
import ssl
from collections import OrderedDict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpcore

#: Idle connections; the one that is idle for longest is closed first.
MOST_KEPT = 100
#: Seconds that a connection is kept idle: most servers wait as long.
KEPT = 5

Server = tuple[bytes, bytes, int]


@dataclass(slots=True)
class Connections:
    """`async with connections.answered(request) as response: ...`; at most `free` at once."""

    context: ssl.SSLContext
    network: httpcore.AsyncNetworkBackend
    free: asyncio.Semaphore
    _idle: OrderedDict[httpcore.AsyncHTTPConnection, Server] = field(
        default_factory=OrderedDict, init=False
    )
    _by_server: dict[Server, list[httpcore.AsyncHTTPConnection]] = field(
        default_factory=dict, init=False
    )

    @contextlib.asynccontextmanager
    async def answered(self, request: httpcore.Request) -> AsyncIterator[httpcore.Response]:
        """The answer, its body not yet read; raises what httpcore raises."""
        async with self.free:
            connection = await self._taken(request.url.origin)
            response = await connection.handle_async_request(request)
            try:
                yield response
            finally:
                await response.aclose()
                await self._keep(connection, request.url.origin)

    async def close(self) -> None:
        while self._idle:
            await self._forget(next(iter(self._idle))).aclose()

    async def _taken(self, origin: httpcore.Origin) -> httpcore.AsyncHTTPConnection:
        kept = self._by_server.get(_server(origin))
        while kept:
            connection = self._forget(kept[-1])
            if not connection.has_expired():
                return connection
            await connection.aclose()
        return httpcore.AsyncHTTPConnection(
            origin=origin,
            ssl_context=self.context,
            keepalive_expiry=KEPT,
            network_backend=self.network,
        )

    async def _keep(
        self, connection: httpcore.AsyncHTTPConnection, origin: httpcore.Origin
    ) -> None:
        if not connection.is_idle():
            return
        server = _server(origin)
        self._idle[connection] = server
        self._by_server.setdefault(server, []).append(connection)
        if len(self._idle) > MOST_KEPT:
            await self._forget(next(iter(self._idle))).aclose()

    def _forget(self, connection: httpcore.AsyncHTTPConnection) -> httpcore.AsyncHTTPConnection:
        server = self._idle.pop(connection)
        kept = self._by_server[server]
        kept.remove(connection)
        if not kept:
            del self._by_server[server]
        return connection


def _server(origin: httpcore.Origin) -> Server:
    return origin.scheme, origin.host, origin.port
