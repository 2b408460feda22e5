"""One page on its way: what is asked, where it leads, what arrives."""

import asyncio
import contextlib
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpcore
import httpx

from factcheck.fetch import failures, urls
from factcheck.fetch.answers import Answer
from factcheck.fetch.blame import RAISED, failure
from factcheck.fetch.failures import Hop
from factcheck.fetch.unpacking import Body, Full
from factcheck.fetch.urls import Place

MOST_HEADERS = 1000
MOST_HEADER_BYTES = 100_000
#: What must not travel to another host than it was meant for.
SECRETS = ("authorization", "cookie", "proxy-authorization")

#: What surrounds each wait for others, so that the place is free meanwhile.
Resting = Callable[[], AbstractAsyncContextManager[None]]


@dataclass(slots=True)
class Trip:
    """One page, over its redirects; `size` in bytes, `deadline` in seconds."""

    asked: str
    url: httpx.URL
    headers: dict[str, str]
    size: int
    redirects: int
    deadline: float
    partial: bool = False
    #: Whether redirects are followed.
    follow: bool = True
    #: Whether robots.txt has a say.
    robots: bool = False
    #: The body of a POST; None for a GET.
    sent: bytes | None = None
    resting: Resting = contextlib.nullcontext
    hops: list[Hop] = field(default_factory=list)
    clock: asyncio.Timeout = field(default_factory=lambda: asyncio.timeout(None))
    _cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    _seen: set[tuple[str, str]] = field(default_factory=set)

    @property
    def here(self) -> str:
        """The address that is asked now, as the user wrote it if it is theirs."""
        return str(self.url) if self.hops else self.asked

    @property
    def place(self) -> Place:
        return urls.place(self.url)

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        when = self.clock.when()
        return self.deadline if when is None else when - asyncio.get_running_loop().time()

    @contextlib.contextmanager
    def stopped(self) -> Iterator[None]:
        """The deadline stands still: it is for the servers, not for our own manners."""
        left = self.left
        self.clock.reschedule(None)
        try:
            yield
        finally:
            self.clock.reschedule(asyncio.get_running_loop().time() + left)

    def request(self) -> httpx.Request:
        """The next request; raises TooManyRedirects where it was made before."""
        # Names of people and cookies have letters that httpx would refuse in ASCII.
        headers = [(name.encode(), value.encode()) for name, value in self.headers.items()]
        method = "GET" if self.sent is None else "POST"
        request = httpx.Request(method, self.url, headers=headers, content=self.sent)
        request.headers.encoding = "utf-8"
        if "cookie" not in self.headers and self.hops:
            self._cookies.set_cookie_header(request)
        visit = (str(self.url.copy_with(fragment=None)), request.headers.get("cookie", ""))
        if visit in self._seen:
            raise self.lost("is redirected in a circle")
        self._seen.add(visit)
        return request

    def redirect(self, request: httpx.Request, response: httpcore.Response) -> None:
        """Turn to where `response` leads."""
        given = [value for name, value in response.headers if name.lower() == b"location"]
        if not given:
            message = f"{urls.shown(self.here)} is redirected, but not told where to."
            raise failures.BadRedirect(message, url=self.here, hops=self.hops)
        self._keep_cookies(
            httpx.Response(response.status, headers=response.headers, request=request)
        )
        self.hops.append(Hop(response.status, self.here))
        target = urls.follow(given[0], self.url)
        if _origin(target) != _origin(self.url):
            self.headers = {
                name: value for name, value in self.headers.items() if name not in SECRETS
            }
        self.url = target
        if len(self.hops) > self.redirects:
            raise self.lost(f"is redirected more than {self.redirects} times")

    def _keep_cookies(self, response: httpx.Response) -> None:
        # The standard library stumbles over some cookies, and would print a trace.
        with warnings.catch_warnings(action="ignore"):
            self._cookies.extract_cookies(response)

    async def arrived(self, response: httpcore.Response) -> Answer:
        """The answer, with its body."""
        when = datetime.now(UTC)
        body, partial = await self._body(response)
        return Answer(
            url=self.asked,
            final_url=self.here,
            status=response.status,
            headers=tuple(
                (name.decode("latin-1").lower(), value.decode("latin-1"))
                for name, value in response.headers
            ),
            body=body,
            hops=tuple(self.hops),
            when=when,
            partial=partial,
        )

    async def _body(self, response: httpcore.Response) -> tuple[bytes, bool]:
        if not self.partial and _announced(response) > self.size:
            raise self._too_large()
        body = Body(values(response, b"content-encoding"), self.size)
        try:
            async for chunk in response.aiter_stream():
                body.add(chunk)
        except Full as error:
            if self.partial:
                return body.held, True
            raise self._too_large() from error
        return body.finish(), False

    def check_headers(self, response: httpcore.Response) -> None:
        size = sum(len(name) + len(value) for name, value in response.headers)
        if len(response.headers) > MOST_HEADERS or size > MOST_HEADER_BYTES:
            count = len(response.headers)
            message = f"{urls.shown(self.here)} sends {count} headers, {size} bytes."
            raise failures.BadAnswer(message, url=self.here, hops=self.hops)

    @contextlib.contextmanager
    def blamed(self) -> Iterator[None]:
        """What libraries raise becomes a Failure, or a BadInput."""
        try:
            yield
        except RAISED as error:
            raise failure(error, self.here, self.hops) from error

    def lost(self, why: str) -> failures.TooManyRedirects:
        message = f"{urls.shown(self.asked)} {why}."
        return failures.TooManyRedirects(message, url=self.here, hops=self.hops)

    def _too_large(self) -> failures.TooLarge:
        message = f"{urls.shown(self.here)} is larger than {self.size / 1e6:g} MB."
        return failures.TooLarge(message, url=self.here, hops=self.hops)

    def too_slow(self) -> failures.TooSlow:
        message = f"{urls.shown(self.here)} took more than {self.deadline:g} seconds."
        return failures.TooSlow(message, url=self.here, hops=self.hops)


def _origin(url: httpx.URL) -> tuple[str, str, int]:
    return url.scheme, urls.host(url), urls.port(url)


def _announced(response: httpcore.Response) -> int:
    lengths = [value for value in values(response, b"content-length") if value.isdecimal()]
    return int(lengths[0][:20]) if lengths else 0


def values(response: httpcore.Response, wanted: bytes) -> list[str]:
    """The values of one header, whose name is in lower case."""
    return [value.decode("latin-1") for name, value in response.headers if name.lower() == wanted]
