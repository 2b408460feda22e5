"""Copies made on purpose: pages fetched, files taken in, public copies looked for."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from factcheck.audit.desk import Desk, Scope
from factcheck.audit.runner import Request, begin, finish
from factcheck.audit.targets import Target, targets
from factcheck.audit.visiting import Progress, Visitor, Writing
from factcheck.documents.pool import Pool
from factcheck.errors import BadInput
from factcheck.fetch.answers import Answer
from factcheck.fetch.archives import PUBLIC, Archive
from factcheck.fetch.client import Client
from factcheck.fetch.failures import Failure
from factcheck.fetch.gate import Gate
from factcheck.looks import Capture
from factcheck.models import Source
from factcheck.models.base import now
from factcheck.services import looking, snapshots
from factcheck.services.looking import Seen
from factcheck.services.snapshots import Kept
from factcheck.text import anchors


@dataclass(frozen=True, slots=True)
class Public:
    """Whether public copies are looked for, and made where there are keys."""

    wanted: bool = False
    base: str = PUBLIC
    keys: tuple[str, str] | None = None


@dataclass(slots=True)
class Captured:
    """What came of one source: the look, what was kept, and a public copy with its words."""

    #: None for a new address that could not be captured.
    source: int | None
    seen: Seen
    kept: Kept
    #: The address of a public copy in which everything quoted stands.
    public: str | None = None
    #: Why there is none, where one was looked for.
    why_not: str | None = None

    @property
    def done(self) -> bool:
        return self.kept.snapshot is not None


def capture(
    writing: Writing,
    sources: Sequence[int],
    request: Request,
    public: Public,
    progress: Progress | None = None,
) -> list[Captured]:
    """Fetch and keep these sources, in their order; those without an address are left out."""
    scope = Scope(sources=frozenset(sources))
    with writing() as session:
        wanted = targets(Desk(session, scope))
        run = begin(session, "capture", scope.shape())
    for target in wanted:
        # A copy on purpose is of what is there now.
        target.headers = {}
    found = asyncio.run(_captured(writing, run, wanted, request, public, progress))
    with writing() as session:
        finish(session, run, {"captured": sum(each.done for each in found)})
    order = {number: place for place, number in enumerate(sources)}
    return sorted(found, key=lambda each: order[each.source or 0])


async def _captured(  # noqa: PLR0913, PLR0917  the parts of a run
    writing: Writing,
    run: int,
    wanted: Sequence[Target],
    request: Request,
    public: Public,
    progress: Progress | None,
) -> list[Captured]:
    found: list[Captured] = []
    with Pool() as pool:
        # A person asked for these pages by name: that is no crawl.
        async with Client(
            allow=request.allow, contact=request.contact, gate=Gate(request.interval)
        ) as client:
            visitor = Visitor(
                client, pool, writing, run, request.crossref, progress, how=Capture.FETCHED,
                told=lambda source, seen, kept: found.append(Captured(source, seen, kept)),
            )  # fmt: skip
            await visitor.visit(wanted)
            if public.wanted:
                press = _Press(Archive(client, public.base, public.keys), pool, writing)
                quotes = {number: each.quotes for each in wanted for number in each.sources}
                for each in found:
                    await press.publish(each, quotes[each.source or 0], save=bool(public.keys))
    return found


@dataclass(slots=True)
class _Press:
    """Public copies: made where there are keys, offered only if the words are in them."""

    archive: Archive
    pool: Pool
    writing: Writing

    async def publish(self, each: Captured, quotes: Sequence[str], *, save: bool) -> None:
        try:
            if save and each.done:
                # It may take hours until a new copy can be seen, so it is not looked at.
                each.public = (await self.archive.save(each.seen.url)).url
                return
            await self._look_for(each, quotes)
        except (Failure, BadInput) as error:
            each.why_not = error.message

    async def _look_for(self, each: Captured, quotes: Sequence[str]) -> None:
        copy = await self.archive.find(each.seen.url)
        if copy is None:
            each.why_not = "no public copy is known"
            return
        answer = await self.archive.fetch(copy)
        seen = replace(await looking.taken(self.pool, copy.url, answer), how=Capture.ARCHIVE)
        text = seen.page.text if seen.page else ""
        if not snapshots.is_readable(seen) or not all(anchors.find(q, text) for q in quotes):
            each.why_not = f"the public copy of {copy.at:%Y-%m-%d} does not have what is quoted"
            return
        each.public = copy.url
        with self.writing() as session:
            snapshots.keep_copy(session, each.source or 0, seen)


# Files


def read_file(data: bytes, name: str) -> Seen:
    """A file that a checker has, as a look at the source. Raises BadInput for an empty one."""
    if not data:
        raise BadInput(f"{name} is empty.", hint="Was it saved?")
    with Pool() as pool:
        page = pool.read(data)
    answer = Answer(name, name, 200, (), data, (), now())
    seen = looking.judged(name, answer, page)
    return replace(seen, how=Capture.FILE, name=name)


def is_worth_keeping(seen: Seen) -> bool:
    return snapshots.is_readable(seen) or snapshots.is_worth_keeping(seen)


def missed(url: str, seen: Seen) -> Captured:
    """A new address of which there is no copy: nothing of it is written."""
    nothing = Kept(visit=0, snapshot=None, new=False, not_first=False, presence={})
    return Captured(None, replace(seen, url=url), nothing)


def keep_page(session: Session, source: Source, seen: Seen) -> Captured:
    """Keep a page that was just fetched."""
    return Captured(source.id, seen, snapshots.keep(session, source.id, seen))


def keep_file(session: Session, source: Source, seen: Seen) -> Captured:
    """Keep a file as what the source said when it was captured."""
    run = begin(session, "capture", Scope(sources=frozenset({source.id})).shape())
    kept = snapshots.keep(session, source.id, seen, run)
    finish(session, run, {"captured": 1})
    return Captured(source.id, seen, kept)
