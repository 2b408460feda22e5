"""A client for pages that somebody else wrote.

httpx parses a Location before anybody can look at it, keeps cookies from one page to the next,
unpacks without a limit and times each read instead of the whole. So its requests and addresses
are used, over httpcore's connections, and redirects, cookies, bodies and time are looked after
here and in trips.py.
"""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

import httpcore
import httpx

from factcheck.fetch import urls
from factcheck.fetch.answers import Answer
from factcheck.fetch.backend import Guarded
from factcheck.fetch.blame import RAISED, failure
from factcheck.fetch.connections import Connections
from factcheck.fetch.failures import Failure
from factcheck.fetch.gate import TOO_MANY, TROUBLE, Gate, seconds_until
from factcheck.fetch.policy import Policy
from factcheck.fetch.resolving import Directory, LookupFailed, Resolve, system
from factcheck.fetch.robots import Robots
from factcheck.fetch.trips import Resting, Trip, values

REDIRECTS = (301, 302, 303, 307, 308)
ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
FORM = {"content-type": "application/x-www-form-urlencoded"}
#: Seconds that are waited before another try, at most: where a host says so, and otherwise.
SOON = 30.0
SHORT = 10.0
#: What has waited long enough already, or is tried more than once by others.
TRIED = (LookupFailed, httpcore.TimeoutException)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes and counts."""

    #: Seconds for one page, with its redirects; waiting for a turn at a host does not count.
    deadline: float = 60
    #: Bytes of a body, unpacked.
    size: int = 25_000_000
    #: Seconds to connect, and as many again for the TLS handshake.
    connect: float = 15
    #: Seconds to look a name up.
    lookup: float = 10
    redirects: int = 10
    connections: int = 100
    #: How often a request is made that fails in a way that may pass.
    tries: int = 3


#: What an archive says of a page that it shows as it was (RFC 7089).
MEMENTO = b"memento-datetime"
OK = 200


class Client:
    """`async with Client() as client: answer = await client.get(url)`."""

    def __init__(  # noqa: PLR0913  each is a setting of its own
        self,
        *,
        allow: Collection[str] = (),
        contact: str | None = None,
        language: str = "en, *;q=0.5",
        limits: Limits | None = None,
        context: ssl.SSLContext | None = None,
        resolve: Resolve = system,
        network: httpcore.AsyncNetworkBackend | None = None,
        robots: bool = False,
        gate: Gate | None = None,
    ) -> None:
        """Every setting has a default.

        `allow` exempts hosts (`host` or `host:port`) from the policy, `contact` is where the
        owner of a server can complain, `context` says whose certificates are believed, `robots`
        whether robots.txt is obeyed; clients that share a `gate` are polite together.
        """
        self.limits = limits or Limits()
        self.gate = gate or Gate(0)
        self._policy = Policy(urls.exempted(allow))
        self._headers = _headers(contact, language)
        self._heeds_robots = robots
        self._robots = Robots()
        self._connections = Connections(
            context or httpx.create_ssl_context(),
            Guarded(
                self._policy,
                Directory(resolve),
                network or httpcore.AnyIOBackend(),
                self.limits.lookup,
            ),
            asyncio.Semaphore(self.limits.connections),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._connections.close()

    async def get(  # noqa: PLR0913  each is a setting of its own
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        size: int | None = None,
        partial: bool = False,
        follow: bool = True,
        robots: bool | None = None,
        resting: Resting = contextlib.nullcontext,
    ) -> Answer:
        """The page at `url`, after redirects; without `follow` a redirect is the answer.

        A body over `size` bytes is a TooLarge, or with `partial` an answer with its beginning.
        `robots` replaces the client's own: robots.txt has no say over an interface for programs.
        Each wait for others is within `resting`. Raises BadInput where `url` is no address, a
        Failure where there is no answer.
        """
        trip = self._trip(url, headers, size)
        trip.partial, trip.follow, trip.resting = partial, follow, resting
        trip.robots = self._heeds_robots if robots is None else robots
        return await self._made(trip)

    async def post(
        self,
        url: str,
        *,
        data: Mapping[str, str],
        headers: Mapping[str, str] | None = None,
        size: int | None = None,
    ) -> Answer:
        """What `url` answers to a form with `data`; a redirect is an answer, and not followed.

        Asked once, whatever robots.txt says. Raises as `get` does.
        """
        trip = self._trip(url, FORM | dict(headers or {}), size)
        trip.sent, trip.follow = urlencode(data).encode(), False
        return await self._made(trip)

    def _trip(self, url: str, headers: Mapping[str, str] | None, size: int | None) -> Trip:
        given = {name.lower(): value for name, value in (headers or {}).items()}
        try:
            asked, target = urls.entry(url)
        except RAISED as error:
            raise failure(error, urls.hidden(url.strip()), []) from error
        return Trip(
            asked,
            target,
            self._headers | given,
            self.limits.size if size is None else size,
            self.limits.redirects,
            self.limits.deadline,
        )

    async def _made(self, trip: Trip) -> Answer:
        try:
            async with asyncio.timeout(trip.deadline) as trip.clock:
                while True:
                    answer = await self._leg(trip)
                    if answer:
                        return answer
        except TimeoutError as error:
            slow = trip.too_slow()
            self.gate.failed(trip.place, slow)
            raise slow from error

    async def _leg(self, trip: Trip) -> Answer | None:
        """What one address answers, asked again where that may help; None for a redirect."""
        with trip.blamed():
            self._policy.check(*trip.place)
            request = trip.request()
        if trip.robots:
            self.gate.delay(trip.place, await self._robots.check(trip, self._made))
        return await self._tried(trip, request)

    async def _tried(self, trip: Trip, request: httpx.Request) -> Answer | None:
        left = self.limits.tries if trip.sent is None else 1
        while True:
            left -= 1
            try:
                answer = await self._step(trip, request)
            except Failure as error:
                if left and _passing(error) and self._soon(trip, SHORT):
                    continue
                raise
            if not (left and answer and self._again(trip, answer)):
                return answer
            if answer.status == TOO_MANY:
                left = 1

    def _again(self, trip: Trip, answer: Answer) -> bool:
        """Whether to ask once more for what was refused."""
        wish = seconds_until(answer.header("retry-after"))
        if answer.header(MEMENTO.decode()):
            return False
        if answer.status not in TROUBLE or (answer.status == TOO_MANY and wish is None):
            return False
        return self._soon(trip, SHORT if wish is None else SOON)

    def _soon(self, trip: Trip, most: float) -> bool:
        """Whether there may be another try within `most` seconds, and within the deadline."""
        return self.gate.wait(trip.place) <= min(most, trip.left)

    async def _step(self, trip: Trip, request: httpx.Request) -> Answer | None:
        """The answer, or None where it was a redirect, which the trip has then followed."""
        place = trip.place
        async with self._turn(trip):
            try:
                with trip.blamed():
                    answer = await self._asked(trip, request)
            except Failure as error:
                self.gate.failed(place, error)
                raise
            self.gate.arrived(place)
            return answer

    @contextlib.asynccontextmanager
    async def _turn(self, trip: Trip) -> AsyncIterator[None]:
        place = trip.place
        if self.gate.open(place):
            await self.gate.enter(place, trip.here, trip.hops)
        else:
            with trip.stopped():
                async with trip.resting():
                    await self.gate.enter(place, trip.here, trip.hops)
        try:
            yield
        finally:
            self.gate.leave(place)

    async def _asked(self, trip: Trip, request: httpx.Request) -> Answer | None:
        async with self._connections.answered(_raw(request, self.limits.connect)) as response:
            after = values(response, b"retry-after")
            # A capture of an error, shown by an archive that is well.
            status = OK if values(response, MEMENTO) else response.status
            self.gate.answered(trip.place, status, after[-1] if after else None)
            trip.check_headers(response)
            if response.status not in REDIRECTS or not trip.follow:
                return await trip.arrived(response)
            trip.redirect(request, response)
        return None


def _passing(error: Failure) -> bool:
    """Whether another try at once may do better."""
    return error.transient and not isinstance(error.__cause__, TRIED)


def _raw(request: httpx.Request, connect: float) -> httpcore.Request:
    url = request.url
    return httpcore.Request(
        request.method,
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=request.content,
        extensions={"timeout": {"connect": connect}},
    )


def _headers(contact: str | None, language: str) -> dict[str, str]:
    product = f"factcheck/{_version()}"
    return {
        "user-agent": f"{product} (+{contact})" if contact else product,
        "accept": ACCEPT,
        "accept-language": language,
        "accept-encoding": "gzip",
    }


def _version() -> str:
    try:
        return version("factcheck-desk")
    except PackageNotFoundError:
        return "0"
