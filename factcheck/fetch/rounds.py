"""Many addresses, politely: a queue for each host, the longest one first."""

import asyncio
import contextlib
import heapq
import itertools
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from factcheck.errors import BadInput
from factcheck.fetch import urls
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client
from factcheck.fetch.failures import BadAddress, Failure
from factcheck.fetch.gate import AT_ONCE, Gate
from factcheck.fetch.policy import Refusal
from factcheck.fetch.urls import Place

#: Seconds that a page takes, as a rule.
PAGE = 0.8
#: Seconds after which `stop` and the budget are looked at again.
GLANCE = 1.0


@dataclass(frozen=True, slots=True)
class Errand:
    """One address to be asked, with headers for it alone; `key` is the caller's own."""

    url: str
    headers: dict[str, str]
    key: Any


Done = Callable[[Errand, Answer | Failure], Awaitable[None]]


@dataclass(slots=True)
class _Line:
    """The errands at one host; no place where they are at no host that could be asked."""

    place: Place | None
    errands: deque[Errand] = field(default_factory=deque)


async def rounds(  # noqa: PLR0913  each is a setting of its own
    client: Client,
    errands: Sequence[Errand],
    done: Done,
    *,
    workers: int = 50,
    budget: float | None = None,
    stop: Callable[[], bool] | None = None,
) -> int:
    """Run `errands` with `workers` at once, each outcome handed to `done`; how many are left.

    None begins once `budget` seconds have passed, or `stop` says so. What goes wrong with an
    errand is its outcome, of what kind ever; only what `done` raises ends the run.
    """
    run = _Run(client, done, _Slots(workers), budget, stop)
    lines = _lines(errands)
    tasks = [
        asyncio.ensure_future(run.walk(line))
        for line in lines
        for _ in range(min(client.gate.at_once, len(line.errands)))
    ]
    await _all(tasks)
    return sum(len(line.errands) for line in lines)


def polite(url: str) -> str:
    """The host by which politeness counts; empty where nobody can be asked."""
    place = _place(url)
    return place.polite if place else ""


def estimate(errands: Iterable[Errand], interval: float, workers: int) -> float:
    """Seconds that `errands` take: what the longest queue needs, or else the workers."""
    counted = Counter(polite(errand.url) for errand in errands)
    del counted[""]
    # Each host is asked for its robots.txt as well.
    requests = counted.total() + len(counted)
    longest = max(counted.values(), default=-1) + 1
    each = max(interval, PAGE) if interval else PAGE / AT_ONCE
    return max(longest * each, requests * PAGE / workers)


@dataclass(slots=True)
class _Run:
    client: Client
    done: Done
    slots: "_Slots"
    budget: float | None
    stop: Callable[[], bool] | None
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.gate.now()

    @property
    def gate(self) -> Gate:
        return self.client.gate

    async def walk(self, line: _Line) -> None:
        """Run the errands of one host, until they or the time are over."""
        while line.errands and not self._over():
            seconds = self._wait(line)
            if seconds:
                await self.gate.sleep(min(seconds, GLANCE))
                continue
            weight = len(line.errands)
            async with self.slots.taken(weight):
                if line.errands and not self._over():
                    errand = line.errands.popleft()
                    await self.done(errand, await self._outcome(errand, weight))

    def _wait(self, line: _Line) -> float:
        """Seconds until the host may be asked; none where it will not be asked any more."""
        seconds = self.gate.wait(line.place) if line.place else 0
        return seconds if seconds <= self.gate.patience else 0

    def _over(self) -> bool:
        if self.stop and self.stop():
            return True
        return self.gate.now() - self.began >= (inf if self.budget is None else self.budget)

    async def _outcome(self, errand: Errand, weight: int) -> Answer | Failure:
        def resting() -> contextlib.AbstractAsyncContextManager[None]:
            return self.slots.lent(weight)

        try:
            return await self.client.get(
                errand.url, headers=errand.headers, partial=True, resting=resting
            )
        except Failure as failure:
            return failure
        except BadInput as error:
            kind = Failure if _place(errand.url) else BadAddress
            return kind(error.message, url=urls.hidden(errand.url), hint=error.hint)
        except Exception as error:  # noqa: BLE001  thousands of others wait
            name = urls.shown(urls.hidden(errand.url))
            return Failure(f"{name} could not be fetched: {error!r}.", url=urls.hidden(errand.url))


class _Slots:
    """Places for `count` at once; of those that wait, the heaviest is next."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    @contextlib.asynccontextmanager
    async def taken(self, weight: int) -> AsyncIterator[None]:
        await self._take(weight)
        try:
            yield
        finally:
            self._give()

    @contextlib.asynccontextmanager
    async def lent(self, weight: int) -> AsyncIterator[None]:
        """Let others have the place meanwhile."""
        self._give()
        try:
            yield
        finally:
            await self._take(weight)

    async def _take(self, weight: int) -> None:
        if self._free:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (-weight, next(self._order), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give()
            raise

    def _give(self) -> None:
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


def _lines(errands: Iterable[Errand]) -> list[_Line]:
    """A line for each host, the longest first."""
    lines: dict[str, _Line] = {}
    for errand in errands:
        place = _place(errand.url)
        line = lines.setdefault(place.polite if place else "", _Line(place))
        line.errands.append(errand)
    return sorted(lines.values(), key=lambda line: -len(line.errands))


def _place(url: str) -> Place | None:
    try:
        return urls.place(urls.entry(url)[1])
    except (BadInput, Refusal):
        return None


async def _all(tasks: Sequence[asyncio.Future[None]]) -> None:
    """Wait for all; the first error cancels the others, and is raised."""
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
