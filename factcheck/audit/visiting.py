"""Visits to all the pages of an audit: each distinct address once, each outcome kept as it comes.

Pages are fetched and read side by side; a thread of its own writes what they brought, a few at
a time, so that the database is never waited for and Ctrl-C loses at most what is on its way.
Until anything out there has answered, failures are held back: without a network they say
nothing about the pages.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from factcheck.audit.targets import Target
from factcheck.db import holdings
from factcheck.documents.pool import Pool
from factcheck.errors import Conflict
from factcheck.fetch import crossref
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client
from factcheck.fetch.failures import Failure
from factcheck.fetch.rounds import Errand, estimate, rounds
from factcheck.looks import REPLACED, SEEN, Capture, Look, Presence
from factcheck.services import looking, snapshots
from factcheck.services.looking import Seen
from factcheck.text import anchors
from factcheck.text.folding import fold
from factcheck.text.pagediff import changed_share

Writing = Callable[[], AbstractContextManager[Session]]
#: Done, of how many, and the seconds that are left.
Progress = Callable[[int, int, float], None]

WORKERS = 50
#: Visits written at once.
BATCH = 20
#: How often that is tried: people edit the same records meanwhile.
TRIES = 5
#: Pages of which less than this differs say the same.
SAME = 0.1
#: A page that there cannot be.
NOWHERE = "factcheck-looks-for-nothing-9f2b7c41"

_INTACT = {Presence.EXACT, Presence.FOLDED, Presence.NO_QUOTE}


@dataclass(slots=True)
class Tally:
    """What the visits of a run came to, in sources."""

    looked: int = 0
    could_not: int = 0
    #: Other text than before, and every quotation where it was.
    changed: int = 0
    left: int = 0
    #: Anything out there answered at all.
    network: bool = False

    def shape(self) -> dict[str, Any]:
        return {
            "sources_checked": self.looked, "could_not_look": self.could_not,
            "pages_changed": self.changed, "left": self.left,
        }  # fmt: skip


@dataclass(slots=True)
class Visitor:
    """Visits pages with one client and one reader."""

    client: Client
    pool: Pool
    writing: Writing
    run: int
    crossref: str = crossref.PUBLIC
    progress: Progress | None = None
    how: Capture = Capture.VISITED
    #: Hears of every source that was written down.
    told: Callable[[int, Seen, snapshots.Kept], None] | None = None
    tally: Tally = field(default_factory=Tally)
    _held: list[tuple[Target, Seen]] = field(default_factory=list)
    _queue: "asyncio.Queue[tuple[Target, Seen] | None]" = field(default_factory=asyncio.Queue)
    _siblings: dict[str, "asyncio.Future[str | None]"] = field(default_factory=dict)

    async def visit(self, targets: Sequence[Target], budget: float | None = None) -> Tally:
        """Look at every target, in their order; what the budget leaves undone is counted."""
        errands = [Errand(each.url, each.headers, each) for each in targets]
        total = len(errands)
        left = estimate(errands, self.client.gate.interval, WORKERS)
        writer = asyncio.create_task(self._write(total, left))
        try:
            undone = await rounds(self.client, errands, self._done, workers=WORKERS, budget=budget)
            self.tally.left = undone
        finally:
            self._queue.put_nowait(None)
            await asyncio.shield(writer)
        return self.tally

    async def _done(self, errand: Errand, outcome: Answer | Failure) -> None:
        target: Target = errand.key
        if isinstance(outcome, Failure):
            seen = looking.failed(target.url, outcome)
        else:
            seen = await looking.read(self.client, self.pool, target.url, outcome, target.headers)
            seen = await self._weighed(target, seen)
            seen = await self._retracted(target, seen)
        await self._queue.put((target, seen))

    # What the page alone does not tell

    async def _weighed(self, target: Target, seen: Seen) -> Seen:
        """Whether it is the page: the quotations say so, or a page that there cannot be."""
        seen = looking.confirmed(seen, target.quotes)
        if seen.page is None or not target.quotes or seen.state != Look.READ:
            return seen
        there = _stands(target.quotes, seen.page.text)
        if not there and await self._is_anything(seen):
            message = "the server answers any address with this page"
            return replace(seen, state=Look.SOFT_404, message=message)
        return seen

    async def _is_anything(self, seen: Seen) -> bool:
        """Whether the server gives the same page for addresses that there cannot be."""
        assert seen.answer is not None and seen.page is not None  # noqa: S101, PT018 - a page was read
        for folder in _folders(seen.answer.final_url):
            if folder not in self._siblings:
                self._siblings[folder] = asyncio.ensure_future(self._sibling(folder))
            other = await self._siblings[folder]
            if other is None or changed_share(other, seen.page.text) >= SAME:
                return False
        return urlsplit(seen.answer.final_url).path not in {"", "/"}

    async def _sibling(self, folder: str) -> str | None:
        """The text of a page that there cannot be; None where the server says so."""
        found = await looking.look(self.client, self.pool, f"{folder}/{NOWHERE}")
        return found.page.text if found.state == Look.READ and found.page else None

    async def _retracted(self, target: Target, seen: Seen) -> Seen:
        """What Crossref knows of a work; it not answering is no news."""
        if target.doi is None:
            return seen
        try:
            found = await crossref.updates(self.client, target.doi, base=self.crossref)
        except Failure:
            return seen
        told = [
            {"kind": each.kind, "label": each.label, "doi": each.doi, "on": each.on}
            for each in found
        ]
        return replace(seen, detail={**seen.detail, "updates": told}) if told else seen

    # Writing

    async def _write(self, total: int, seconds: float) -> None:
        """Everything in the queue, until its end; what was held back is written last."""
        done = 0
        ended = False
        while not ended:
            batch = [await self._queue.get()]
            while len(batch) < BATCH and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            ended = batch[-1] is None
            outcomes = [each for each in batch if each is not None]
            await asyncio.to_thread(self._keep, self._released(outcomes))
            done += len(outcomes)
            if self.progress and outcomes:
                self.progress(done, total, seconds * (total - done) / max(1, total))
        await asyncio.to_thread(
            self._keep, [(target, _offline(seen)) for target, seen in self._held]
        )
        self._held = []

    def _released(self, outcomes: Iterable[tuple[Target, Seen]]) -> list[tuple[Target, Seen]]:
        """Outcomes to be written now; all of them once anybody has answered."""
        self._held += outcomes
        if not self.tally.network and not any(seen.answered for _, seen in self._held):
            return []
        self.tally.network = True
        released, self._held = self._held, []
        return released

    def _keep(self, outcomes: Sequence[tuple[Target, Seen]]) -> None:
        if not outcomes:
            return
        for source, seen, kept in self._kept(outcomes):
            self._count(seen, kept)
            if self.told:
                self.told(source, seen, kept)

    def _kept(
        self, outcomes: Sequence[tuple[Target, Seen]], tries: int = TRIES
    ) -> list[tuple[int, Seen, snapshots.Kept]]:
        """Written in one transaction; again where somebody was at the same records."""
        try:
            with self.writing() as session:
                holdings.wait_for_others(session.connection())
                pairs = [(source, seen) for each, seen in outcomes for source in each.sources]
                known = snapshots.known(session, [source for source, _ in pairs])
                return [
                    (source, seen, self._written(session, source, seen, known))
                    for source, seen in pairs
                ]
        except Conflict:
            if tries == 1:
                raise
            return self._kept(outcomes, tries - 1)

    def _written(
        self, session: Session, source: int, seen: Seen, known: snapshots.Known
    ) -> snapshots.Kept:
        return snapshots.keep(session, source, replace(seen, how=self.how), self.run, known)

    def _count(self, seen: Seen, kept: snapshots.Kept) -> None:
        readable = seen.state in SEEN or kept.snapshot is not None
        blind = not readable and seen.state in _COULD_NOT
        self.tally.looked += not blind
        self.tally.could_not += blind
        intact = all(state in _INTACT for state in kept.presence.values())
        self.tally.changed += kept.new and kept.not_first and intact


def _folders(url: str) -> list[str]:
    """Where pages that there cannot be are looked for.

    Beside the page, and one step above: in /story/123/some-title many servers only read the 123.
    """
    parts = urlsplit(url)
    steps = parts.path.split("/")[:-1]
    return [f"{parts.scheme}://{parts.netloc}{'/'.join(kept)}" for kept in (steps, steps[:-1])][
        : max(1, len(steps))
    ]


def _stands(quotes: Sequence[str], text: str) -> bool:
    """Whether any of them stands there; as it is written, most of the time."""
    if any(quote in text for quote in quotes):
        return True
    page = fold(text)
    return any(anchors.find(quote, text, page) for quote in quotes)


#: The page may be as it was.
_COULD_NOT = frozenset(Look) - SEEN - REPLACED - {Look.NOT_FOUND}


def _offline(seen: Seen) -> Seen:
    """A failure while nothing at all answered: it is the network that failed."""
    if seen.state in {Look.UNSAFE, Look.BAD_ADDRESS}:
        return seen
    return replace(seen, state=Look.OFFLINE, message="there was no network")
