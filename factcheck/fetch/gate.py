"""Turns at hosts: who may be asked, and when.

Every request has its turn here: of a redirect, and for robots.txt too. A host that refuses again
and again, or cannot be reached, is left alone for the rest of the run.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import inf

from factcheck.fetch.failures import (
    Failure,
    Hop,
    Throttled,
    TlsTrouble,
    TooSlow,
    Unreachable,
)
from factcheck.fetch.urls import Place, shown

#: Requests to one host at once where no interval is kept.
AT_ONCE = 6
#: Seconds that are worth waiting; a host that wants more is left out.
PATIENCE = 60.0
#: Seconds; what a host may ask for at most.
LONGEST_PARK = 3600.0
LONGEST_DELAY = 10.0
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
#: Failures to connect, in a row, after which a server is not asked again.
MOST_LOST = 3
#: Refusals in a row after which a host is not asked again; a clear one counts twice.
MOST_REFUSED = 10

TOO_MANY = 429
FORBIDDEN = 403
UNAVAILABLE = 503
TROUBLE = (TOO_MANY, 502, UNAVAILABLE, 504)


@dataclass(slots=True)
class _Door:
    """What is known of one host."""

    room: asyncio.Semaphore
    #: When it may be asked next.
    opens: float = -inf
    #: Seconds between requests that it asks for.
    delay: float = 0
    #: Seconds to wait after the last refusal.
    pause: float = 0
    refused: int = 0
    #: Whether it ever answered as one would wish.
    served: bool = False


@dataclass(slots=True)
class _Lost:
    """Failures to connect, in a row."""

    last: Failure
    count: int = 0


@dataclass(slots=True)
class Gate:
    """One request at a time for each host, at least `interval` seconds apart.

    `now` and `sleep` are the time: seconds that only go up, and waiting for them.
    """

    interval: float = 1.0
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _doors: dict[str, _Door] = field(default_factory=dict, init=False)
    _lost: dict[Place, _Lost] = field(default_factory=dict, init=False)

    @property
    def at_once(self) -> int:
        """Requests to one host at once."""
        return 1 if self.interval else AT_ONCE

    @property
    def patience(self) -> float:
        """Seconds that are worth waiting."""
        return max(PATIENCE, self.interval)

    def wait(self, place: Place) -> float:
        """Seconds until `place` may be asked; infinite when it may not in this run."""
        door = self._door(place)
        if self._gone(place) or door.refused >= MOST_REFUSED:
            return inf
        return max(0.0, door.opens - self.now())

    def open(self, place: Place) -> bool:
        """Whether entering takes no time."""
        return not self._door(place).room.locked() and self.wait(place) == 0

    async def enter(self, place: Place, url: str, hops: Sequence[Hop] = ()) -> None:
        """Wait for a turn, to ask for `url`; each needs a `leave`.

        Raises Throttled where that takes too long, and the failure of the requests before where
        they all failed to connect.
        """
        door = self._door(place)
        self._check(place, url, hops)
        await door.room.acquire()
        try:
            while (seconds := self._check(place, url, hops)) > 0:
                await self.sleep(seconds)
        except BaseException:
            door.room.release()
            raise
        door.opens = self.now() + max(self.interval, door.delay)

    def leave(self, place: Place) -> None:
        self._door(place).room.release()

    def delay(self, place: Place, seconds: float) -> None:
        """What robots.txt asks for between two requests."""
        self._door(place).delay = min(seconds, LONGEST_DELAY)

    def answered(self, place: Place, status: int, retry_after: str | None = None) -> None:
        """Take note of an answer: a refusal makes the next turn later, others forget refusals."""
        self._lost.pop(place, None)
        door = self._door(place)
        if status in TROUBLE:
            self._refused(door, status, seconds_until(retry_after))
        elif status == FORBIDDEN and door.served:
            # A page may be forbidden, but page after page is a ban.
            door.refused += 1
        else:
            door.refused = 0
            door.served |= status < 400  # noqa: PLR2004  where statuses of failure begin

    def arrived(self, place: Place) -> None:
        """Take note that an answer came whole."""
        door = self._door(place)
        if not door.refused:
            door.pause = 0

    def failed(self, place: Place, failure: Failure) -> None:
        """Take note that there was no answer."""
        if isinstance(failure, Unreachable | TlsTrouble | TooSlow):
            lost = self._lost.setdefault(place, _Lost(failure))
            lost.last = failure
            lost.count += 1
        if failure.transient:
            self._later(self._door(place))

    def _refused(self, door: _Door, status: int, wanted: float | None) -> None:
        clear = status == TOO_MANY or (status == UNAVAILABLE and wanted is not None)
        door.refused += 2 if clear else 1
        self._later(door)
        door.opens = max(door.opens, self.now() + min(wanted or 0, LONGEST_PARK))

    def _later(self, door: _Door) -> None:
        door.pause = min(max(2 * door.pause, self.interval, FIRST_PAUSE), LONGEST_PAUSE)
        door.opens = max(door.opens, self.now() + door.pause)

    def _check(self, place: Place, url: str, hops: Sequence[Hop]) -> float:
        """Seconds to wait, if they are worth waiting."""
        gone = self._gone(place)
        if gone:
            why = f"{shown(url)} was left out, since {place.host} failed {MOST_LOST} times in a row"
            raise type(gone)(f"{why}: {gone.message}", url=url, hops=hops, transient=gone.transient)
        seconds = self.wait(place)
        if seconds > self.patience:
            raise Throttled(
                f"{shown(url)} was left out: {_wish(place, seconds)}.", url=url, hops=hops
            )
        return seconds

    def _gone(self, place: Place) -> Failure | None:
        lost = self._lost.get(place)
        return lost.last if lost and lost.count >= MOST_LOST else None

    def _door(self, place: Place) -> _Door:
        door = self._doors.get(place.polite)
        if door is None:
            door = self._doors[place.polite] = _Door(asyncio.Semaphore(self.at_once))
        return door


def seconds_until(retry_after: str | None, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After header means, at `now`; None where it means nothing."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdecimal():
        # More digits than these mean the same: years.
        return float(text[:10])
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - (now or datetime.now(UTC))).total_seconds())


def _wish(place: Place, seconds: float) -> str:
    if seconds == inf:
        return f"{place.host} refused every request of late"
    return f"{place.host} wants no request for {seconds / 60:.0f} minutes"
