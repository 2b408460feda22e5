"""Copies that web archives keep: found, listed, fetched and asked for.

The calls are those of the Wayback Machine, which other archives understand in part. How often
they are made is the caller's business: 24 a minute for `timeline`, 7 for `save`.
"""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode

from factcheck.fetch import urls
from factcheck.fetch.answers import Answer
from factcheck.fetch.archives_copies import Copy, NoCopy, Shelf, page_of, stamp_of
from factcheck.fetch.archives_saving import Desk, NotSaved, Wait
from factcheck.fetch.client import REDIRECTS, Client
from factcheck.fetch.failures import Failure
from factcheck.fetch.json_answers import (
    ACCEPT,
    MOST,
    NOT_FOUND,
    OK,
    CouldNotLook,
    bad,
    passes,
    place,
    read,
)

__all__ = ["PUBLIC", "Archive", "Copy", "CouldNotLook", "NotArchived", "NotSaved"]

PUBLIC = "https://web.archive.org"
#: Bytes of an answer of which only the head is read.
_HEAD = 10_000
_MEMENTO = "memento-datetime"


class NotArchived(Failure):
    """What was answered is no capture: a notice of the archive, or another page."""

    state = "not-archived"
    advice = "Look for another copy."


class Archive:
    """An archive at `base`; `keys` are the access key and the secret of an account there."""

    def __init__(
        self, client: Client, base: str = PUBLIC, keys: tuple[str, str] | None = None
    ) -> None:
        """Raises BadInput where `base` is no address, or keys cannot be sent."""
        self._client = client
        self._shelf = Shelf(place(base))
        self._desk = Desk(client, self._shelf, keys)

    async def find(self, url: str, near: datetime | None = None) -> Copy | None:
        """The copy nearest to `near`, else the newest; None where there is none.

        It may be a copy of an error. A Failure says that it could not be looked for.
        """
        page = page_of(url)
        time = f"{stamp_of(near)}/" if near else ""
        asked = f"{self._shelf.base}/web/{time}{page}"
        answer = await self._client.get(asked, size=_HEAD, partial=True, follow=False, robots=False)
        # The second was guessed: the capture itself, whatever its status.
        if answer.header(_MEMENTO):
            return self._here(answer, page)
        if answer.status == NOT_FOUND:
            return None
        if answer.status in REDIRECTS:
            return self._there(answer, page)
        if answer.ok:
            raise bad(answer, "it is no copy, and does not say that there is none")
        raise CouldNotLook(answer)

    async def timeline(
        self,
        url: str,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 100,
    ) -> list[Copy]:
        """The newest `limit` copies that answered 200 and differ from the one before.

        Oldest first; `limit` is at least 1. A Failure says that they could not be looked for.
        """
        page = page_of(url)
        asked = f"{self._shelf.base}/cdx/search/cdx?{_query(page, since, until, limit)}"
        answer = await self._client.get(asked, headers=ACCEPT, size=MOST, robots=False)
        if answer.status != OK:
            raise CouldNotLook(answer)
        return self._listed(answer)[-limit:]

    async def fetch(self, copy: Copy, *, size: int | None = None) -> Answer:
        """The bytes of `copy`, as they were received; its status is that of the page then.

        Redirects are followed to other copies: Memento-Datetime says when that was. Raises
        NotArchived where the answer is no capture, CouldNotLook where there is none today.
        """
        answer = await self._client.get(copy.raw, size=size, robots=False)
        # A page of today could claim to be a capture.
        if answer.header(_MEMENTO) and self._shelf.holds(answer.final_url):
            return answer
        if passes(answer.status):
            raise CouldNotLook(answer)
        message = f"{urls.shown(answer.final_url)} is no capture (status {answer.status})."
        raise NotArchived(message, url=answer.final_url, hops=answer.hops)

    async def save(
        self,
        url: str,
        *,
        wait: Wait = asyncio.sleep,
        deadline: float = 180,
    ) -> Copy:
        """The copy that the archive takes now, or one of the last day.

        It can be found and fetched only some hours later, and its `original` is where redirects
        led. `wait` takes seconds, as `deadline` does. Raises NotSaved, or another Failure.
        """
        return await self._desk.save(url, wait, deadline)

    def _here(self, answer: Answer, page: str) -> Copy:
        try:
            at = parsedate_to_datetime(answer.header(_MEMENTO) or "")
            return self._shelf.copy(stamp_of(at), page)
        except (ValueError, OverflowError) as error:
            raise bad(answer, "its Memento-Datetime is no time") from error

    def _there(self, answer: Answer, page: str) -> Copy:
        given = [value for name, value in answer.headers if name == "location"]
        if len(given) != 1:
            raise bad(answer, f"it redirects with {len(given)} addresses")
        try:
            return self._shelf.led_to(given[0].encode("latin-1"), answer.final_url, page)
        except NoCopy as error:
            raise bad(answer, str(error)) from error

    def _listed(self, answer: Answer) -> list[Copy]:
        rows = read(answer)
        if not _is_table(rows):
            raise bad(answer, "it sends no table")
        copies = list(self._copies(rows))
        # A line or two in a million are broken; all of them are a broken answer.
        if len(rows) > 1 and not copies:
            raise bad(answer, "it lists no copy that can be read")
        return copies

    def _copies(self, rows: list[list[str]]) -> Iterator[Copy]:
        for row in rows[1:]:
            said = dict(zip(rows[0], row, strict=False))
            try:
                yield self._shelf.copy(said.get("timestamp"), said.get("original"))
            except NoCopy:
                continue


def _query(page: str, since: datetime | None, until: datetime | None, limit: int) -> str:
    asked = {
        "url": page,
        # Else an asterisk at the end of an address would be a wildcard.
        "matchType": "exact",
        "output": "json",
        "fl": "timestamp,original",
        "filter": "statuscode:200",
        "collapse": "digest",
        # Without "fastLatest", which may leave out some of them.
        "limit": str(-limit),
    }
    if since:
        asked["from"] = stamp_of(since)
    if until:
        asked["to"] = stamp_of(until)
    return urlencode(asked)


def _is_table(rows: Any) -> bool:
    return isinstance(rows, list) and all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows
    )
