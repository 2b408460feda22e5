"""What robots.txt allows (RFC 9309)."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import httpx
from protego import Protego

from factcheck.fetch.answers import Answer
from factcheck.fetch.failures import (
    BadRedirect,
    Disallowed,
    Failure,
    Throttled,
    TlsTrouble,
    Unreachable,
    Unsafe,
)
from factcheck.fetch.trips import Trip
from factcheck.fetch.urls import shown

#: What a robots.txt calls us.
TOKEN = "factcheck"  # noqa: S105  no password
PATH = b"/robots.txt"
#: Bytes that are read.
MOST_BYTES = 512_000
MOST_REDIRECTS = 5
#: The headers that go with every request.
OURS = ("user-agent", "accept", "accept-language", "accept-encoding")

#: A failure that says more of the page than robots.txt could.
TELLING = (Unsafe, Unreachable, TlsTrouble, Throttled)

TOMORROW = "Try again tomorrow, or save the page in a browser and give the file."

Fetch = Callable[[Trip], Awaitable[Answer]]

_AGENT = re.compile(r"\s*user[\s-]*agent\b[\s:]*([^#]*)", re.IGNORECASE)
_PRODUCT = re.compile(r"[a-z_-]*")


@dataclass(frozen=True, slots=True)
class Rules:
    """What one server allows; without `read` everything, or nothing where `closed` says why."""

    read: Protego | None = None
    closed: str | None = None

    def allow(self, url: str) -> bool:
        if self.read is None:
            return self.closed is None
        return self.read.can_fetch(url, TOKEN)

    @property
    def delay(self) -> float:
        """Seconds that shall be between two requests."""
        return (self.read and self.read.crawl_delay(TOKEN)) or 0.0


@dataclass(slots=True)
class Robots:
    """The rules of each server, fetched once."""

    _known: dict[str, Rules] = field(default_factory=dict, init=False)
    _busy: dict[str, asyncio.Lock] = field(default_factory=dict, init=False)

    async def check(self, trip: Trip, fetch: Fetch) -> float:
        """Seconds that shall be between requests to where `trip` is now.

        Raises Disallowed, or why robots.txt could not be fetched.
        """
        url = trip.url.copy_with(raw_path=PATH, fragment=None)
        known = self._known.get(str(url))
        if known is None:
            with trip.stopped():
                known = await self._fetched(url, trip, fetch)
        if not known.allow(str(trip.url)):
            raise _disallowed(known, trip)
        return known.delay

    async def _fetched(self, url: httpx.URL, trip: Trip, fetch: Fetch) -> Rules:
        origin = str(url)
        async with self._busy.setdefault(origin, asyncio.Lock()):
            if origin not in self._known:
                try:
                    self._known[origin] = await _read(fetch(_trip(url, trip)))
                except Failure as error:
                    raise _of(error, origin, trip) from error
            return self._known[origin]


def _trip(url: httpx.URL, trip: Trip) -> Trip:
    headers = {name: value for name, value in trip.headers.items() if name in OURS}
    return Trip(
        *(str(url), url, headers, MOST_BYTES, MOST_REDIRECTS, trip.deadline),
        partial=True,
        resting=trip.resting,
    )


def _disallowed(known: Rules, trip: Trip) -> Disallowed:
    why = f"is left alone: its robots.txt {known.closed or 'says so'}"
    return Disallowed(
        f"{shown(trip.here)} {why}.",
        url=trip.here,
        hops=trip.hops,
        transient=known.closed is not None,
        hint=TOMORROW if known.closed else None,
    )


def _of(error: Failure, origin: str, trip: Trip) -> Failure:
    """What failed for robots.txt, said of the page."""
    message = error.message.replace(shown(origin), shown(trip.here), 1)
    return type(error)(message, url=trip.here, hops=trip.hops, transient=error.transient)


async def _read(fetching: Awaitable[Answer]) -> Rules:
    try:
        return rules(await fetching)
    except BadRedirect:
        return Rules()
    except Failure as error:
        if isinstance(error, TELLING) and not error.hops:
            raise
        # A way that leads where nobody may go is no robots.txt.
        return Rules() if isinstance(error, Unsafe) else Rules(closed="cannot be read")


def rules(answer: Answer) -> Rules:
    """What an answer to the request for robots.txt means."""
    if answer.status >= 500:  # noqa: PLR2004  the server's own failures
        return Rules(closed=f"is out of order ({answer.status})")
    if not answer.ok or answer.body.lstrip()[:1] == b"<":
        return Rules()
    text = answer.body.decode("utf-8-sig", "replace")
    if answer.partial:
        # The last line may be cut, and mean something else.
        text = text.rpartition("\n")[0]
    return Rules(Protego.parse(_shortened(text)))


def _shortened(text: str) -> str:
    """`text` with all agents but us and everybody as one, since each copies its group's rules."""
    return "\n".join(_line(line) for line in text.splitlines())


def _line(line: str) -> str:
    found = _AGENT.match(line)
    if not found:
        return line
    name = found[1].strip().lower()
    product = _PRODUCT.match(name)
    if product and product[0] == TOKEN:
        name = TOKEN
    return f"User-agent: {name if name in ('*', TOKEN) else 'other'}"
