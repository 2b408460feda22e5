"""A client for pages that somebody else wrote.

httpx parses a Location before anybody can look at it, keeps cookies from one page to the next,
unpacks without a limit and times each read instead of the whole. So its requests and addresses
are used, over httpcore's pool, and redirects, cookies, bodies and time are looked after here.
"""

import asyncio
import contextlib
import ssl
import warnings
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self

import httpcore
import httpx

from factcheck.fetch import failures, urls
from factcheck.fetch.answers import Answer
from factcheck.fetch.backend import Guarded
from factcheck.fetch.blame import RAISED, failure
from factcheck.fetch.failures import Hop
from factcheck.fetch.policy import Policy
from factcheck.fetch.resolving import Directory, Resolve, system
from factcheck.fetch.unpacking import Body, Full

REDIRECTS = (301, 302, 303, 307, 308)
MOST_HEADERS = 1000
MOST_HEADER_BYTES = 100_000
ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
#: What must not travel to another host than it was meant for.
SECRETS = ("authorization", "cookie", "proxy-authorization")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes and counts."""

    #: Seconds for one page, with its redirects.
    deadline: float = 60
    #: Bytes of a body, unpacked.
    size: int = 25_000_000
    #: Seconds to connect, and as many again for the TLS handshake.
    connect: float = 15
    #: Seconds to look a name up.
    lookup: float = 10
    redirects: int = 10
    connections: int = 100


@dataclass(slots=True)
class _Trip:
    """One page on its way, over its redirects."""

    asked: str
    url: httpx.URL
    headers: dict[str, str]
    size: int
    partial: bool
    hops: list[Hop] = field(default_factory=list)
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    seen: set[tuple[str, str]] = field(default_factory=set)

    @property
    def here(self) -> str:
        """The address that is asked now, as the user wrote it if it is theirs."""
        return str(self.url) if self.hops else self.asked


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
    ) -> None:
        """Every setting has a default.

        `allow` exempts hosts (`host` or `host:port`) from the policy, `contact` is where the
        owner of a server can complain, `context` says whose certificates are believed.
        """
        self.limits = limits or Limits()
        self._policy = Policy(urls.exempted(allow))
        self._headers = _headers(contact, language)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context or httpx.create_ssl_context(),
            max_connections=self.limits.connections,
            # Many idle connections slow the pool down; few pages come from one host.
            max_keepalive_connections=10,
            keepalive_expiry=5,
            network_backend=Guarded(
                self._policy,
                Directory(resolve),
                network or httpcore.AnyIOBackend(),
                self.limits.lookup,
            ),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._pool.aclose()

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        size: int | None = None,
        partial: bool = False,
    ) -> Answer:
        """The page at `url`, after redirects.

        A body over `size` bytes is a TooLarge, or with `partial` an answer with its beginning.
        Raises BadInput where `url` is no address, a Failure where there is no answer.
        """
        given = {name.lower(): value for name, value in (headers or {}).items()}
        with _blamed(urls.hidden(url.strip()), []):
            asked, target = urls.entry(url)
        most = self.limits.size if size is None else size
        trip = _Trip(asked, target, self._headers | given, most, partial=partial)
        try:
            async with asyncio.timeout(self.limits.deadline):
                return await self._travel(trip)
        except TimeoutError as error:
            raise _too_slow(trip, self.limits.deadline) from error

    async def _travel(self, trip: _Trip) -> Answer:
        while True:
            with _blamed(trip.here, trip.hops):
                answer = await self._step(trip)
            if answer:
                return answer
            if len(trip.hops) > self.limits.redirects:
                raise _lost(trip, f"is redirected more than {self.limits.redirects} times")

    async def _step(self, trip: _Trip) -> Answer | None:
        """The answer, or None where it was a redirect, which the trip has then followed."""
        self._policy.check(urls.host(trip.url), urls.port(trip.url))
        request = _request(trip)
        async with self._answered(request) as response:
            _check_headers(response, trip)
            if response.status not in REDIRECTS:
                return await _arrived(trip, response)
            _redirect(trip, request, response)
        return None

    @contextlib.asynccontextmanager
    async def _answered(self, request: httpx.Request) -> AsyncIterator[httpcore.Response]:
        url = request.url
        seconds = self.limits.connect
        response = await self._pool.handle_async_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                extensions={"timeout": {"connect": seconds}},
            )
        )
        try:
            yield response
        finally:
            await response.aclose()


@contextlib.contextmanager
def _blamed(url: str, hops: list[Hop]) -> Iterator[None]:
    try:
        yield
    except RAISED as error:
        raise failure(error, url, hops) from error


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


def _request(trip: _Trip) -> httpx.Request:
    # Names of people and cookies have letters that httpx would refuse in ASCII.
    headers = [(name.encode(), value.encode()) for name, value in trip.headers.items()]
    request = httpx.Request("GET", trip.url, headers=headers)
    request.headers.encoding = "utf-8"
    if "cookie" not in trip.headers:
        trip.cookies.set_cookie_header(request)
    visit = (str(trip.url.copy_with(fragment=None)), request.headers.get("cookie", ""))
    if visit in trip.seen:
        raise _lost(trip, "is redirected in a circle")
    trip.seen.add(visit)
    return request


def _check_headers(response: httpcore.Response, trip: _Trip) -> None:
    size = sum(len(name) + len(value) for name, value in response.headers)
    if len(response.headers) > MOST_HEADERS or size > MOST_HEADER_BYTES:
        message = f"{urls.shown(trip.here)} sends {len(response.headers)} headers, {size} bytes."
        raise failures.BadAnswer(message, url=trip.here, hops=trip.hops)


def _redirect(trip: _Trip, request: httpx.Request, response: httpcore.Response) -> None:
    given = [value for name, value in response.headers if name.lower() == b"location"]
    if not given:
        message = f"{urls.shown(trip.here)} is redirected, but not told where to."
        raise failures.BadRedirect(message, url=trip.here, hops=trip.hops)
    _keep_cookies(trip, httpx.Response(response.status, headers=response.headers, request=request))
    trip.hops.append(Hop(response.status, trip.here))
    target = urls.follow(given[0], trip.url)
    if _origin(target) != _origin(trip.url):
        trip.headers = {name: value for name, value in trip.headers.items() if name not in SECRETS}
    trip.url = target


def _keep_cookies(trip: _Trip, response: httpx.Response) -> None:
    # The standard library stumbles over some cookies, and would print a trace.
    with warnings.catch_warnings(action="ignore"):
        trip.cookies.extract_cookies(response)


def _origin(url: httpx.URL) -> tuple[str, str, int]:
    return url.scheme, urls.host(url), urls.port(url)


async def _arrived(trip: _Trip, response: httpcore.Response) -> Answer:
    when = datetime.now(UTC)
    body, partial = await _body(trip, response)
    return Answer(
        url=trip.asked,
        final_url=trip.here,
        status=response.status,
        headers=tuple(
            (name.decode("latin-1").lower(), value.decode("latin-1"))
            for name, value in response.headers
        ),
        body=body,
        hops=tuple(trip.hops),
        when=when,
        partial=partial,
    )


async def _body(trip: _Trip, response: httpcore.Response) -> tuple[bytes, bool]:
    if not trip.partial and _announced(response) > trip.size:
        raise _too_large(trip)
    body = Body(_values(response, b"content-encoding"), trip.size)
    try:
        async for chunk in response.aiter_stream():
            body.add(chunk)
    except Full as error:
        if trip.partial:
            return body.held, True
        raise _too_large(trip) from error
    return body.finish(), False


def _announced(response: httpcore.Response) -> int:
    lengths = [value for value in _values(response, b"content-length") if value.isdecimal()]
    return int(lengths[0][:20]) if lengths else 0


def _values(response: httpcore.Response, wanted: bytes) -> list[str]:
    return [value.decode("latin-1") for name, value in response.headers if name.lower() == wanted]


def _lost(trip: _Trip, why: str) -> failures.TooManyRedirects:
    message = f"{urls.shown(trip.asked)} {why}."
    return failures.TooManyRedirects(message, url=trip.here, hops=trip.hops)


def _too_large(trip: _Trip) -> failures.TooLarge:
    message = f"{urls.shown(trip.here)} is larger than {trip.size / 1e6:g} MB."
    return failures.TooLarge(message, url=trip.here, hops=trip.hops)


def _too_slow(trip: _Trip, seconds: float) -> failures.TooSlow:
    message = f"{urls.shown(trip.here)} took more than {seconds:g} seconds."
    return failures.TooSlow(message, url=trip.here, hops=trip.hops)
