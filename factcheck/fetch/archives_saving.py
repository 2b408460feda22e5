"""Save Page Now 2: a page is ordered, and asked after until its copy is there."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from factcheck.errors import BadInput
from factcheck.fetch.answers import Answer
from factcheck.fetch.archives_copies import Copy, NoCopy, Shelf, page_of
from factcheck.fetch.client import Client
from factcheck.fetch.failures import BadAnswer, Failure
from factcheck.fetch.json_answers import ACCEPT, MOST, OK, bad, passes, record
from factcheck.fetch.urls import shown
from factcheck.text.show import shorten

Wait = Callable[[float], Awaitable[None]]

#: A copy of the same day serves; nothing is slowed down for scripts; the index may take its time.
WISHES = {
    "skip_first_archive": "1",
    "if_not_archived_within": "1d",
    "js_behavior_timeout": "0",
    "delay_wb_availability": "1",
}
#: What may pass; every other reason is final, also one that nobody knows yet.
PASSING = frozenset(
    """
    bad-gateway bandwidth-limit-exceeded browsing-timeout cannot-fetch capture-location-error celery
    gateway-timeout internal-server-error job-failed no-browsers-available protocol-error
    proxy-error read-timeout service-unavailable soft-time-limit-exceeded too-many-requests
    user-session-limit
    """.split()  # noqa: SIM905 (a table of words, not twenty lines of quotes)
)
_STATUSES = {401: "unauthorized", 429: "too-many-requests"}
_HINTS = {
    "unauthorized": "Give the keys of an account: https://archive.org/account/s3.php",
    "too-many-daily-captures": "Others had it saved today; look for that copy.",
    "pending": "It may still be saved; look for a copy in some hours.",
}
_CODE = re.compile(r"(?:error:)?([a-z0-9-]{1,60})", re.ASCII)
_KEY = re.compile(r"[!-~]+", re.ASCII)
_LONGEST_JOB = 200
_FIRST_PAUSE, _LONGEST_PAUSE = 3.0, 30.0


class NotSaved(Failure):
    """The archive took no copy; `state` is its reason in a word, like `not-found`."""

    advice = "Save the page in a browser and give the file."

    def __init__(self, url: str, state: str, why: str, *, transient: bool) -> None:
        message = f"{shown(url)} was not saved by the archive: {why}."
        super().__init__(message, url=url, hint=_HINTS.get(state), transient=transient)
        self.state = state

    @property
    def whole_day(self) -> bool:
        """Whether no page at all will be saved today."""
        return self.state.startswith("max-daily-bandwidth")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where pages are ordered, with the keys of an account or without."""

    client: Client
    shelf: Shelf
    keys: tuple[str, str] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        # A header that cannot be sent is quoted in an error, and these are secret.
        if self.keys and not all(_KEY.fullmatch(key) for key in self.keys):
            hint = "They are two words of letters and digits: access key and secret."
            raise BadInput("The keys of the archive cannot be sent.", hint=hint)

    async def save(self, url: str, wait: Wait, deadline: float) -> Copy:
        page = page_of(url)
        try:
            async with asyncio.timeout(deadline):
                job = await self._order(page)
                return await self._done(page, job, wait, deadline)
        except TimeoutError as error:
            raise _pending(page, deadline) from error

    async def _order(self, page: str) -> str:
        """The number of the job."""
        answer = await self.client.post(
            f"{self.shelf.base}/save",
            data={"url": page, **WISHES},
            headers=self._headers(),
            size=MOST,
        )
        said = _said(answer)
        job = said.get("job_id")
        # An error comes with status 200 too, and then without a job.
        if answer.status != OK or said.get("status") == "error":
            raise _refused(page, answer, said)
        if isinstance(job, str) and 0 < len(job) <= _LONGEST_JOB:
            return job
        if said.get("status_ext") or said.get("message"):
            raise _refused(page, answer, said)
        raise bad(answer, "it gives neither a job nor a reason")

    async def _done(self, page: str, job: str, wait: Wait, deadline: float) -> Copy:
        last: Failure | None = None
        for pause in _pauses(deadline):
            await wait(pause)
            # The job goes on, whatever becomes of a question after it.
            try:
                answer, said = await self._asked(page, job)
                last = None
            except Failure as error:
                if not error.transient:
                    raise
                last = error
                continue
            if said.get("status") != "pending":
                return self._copy(page, answer, said)
        raise last or _pending(page, deadline)

    async def _asked(self, page: str, job: str) -> tuple[Answer, dict[str, Any]]:
        url = f"{self.shelf.base}/save/status/{quote(job, safe='', errors='replace')}"
        answer = await self.client.get(
            url, headers=self._headers(), size=MOST, follow=False, robots=False
        )
        said = _said(answer)
        if answer.status != OK:
            raise _refused(page, answer, said)
        return answer, said

    def _copy(self, page: str, answer: Answer, said: dict[str, Any]) -> Copy:
        """The copy as announced; it shows itself only later, so nobody goes to see."""
        if said.get("status") == "error":
            raise _refused(page, answer, said)
        if said.get("status") != "success":
            raise bad(answer, "it says nothing of how the job stands")
        try:
            return self.shelf.copy(said.get("timestamp"), said.get("original_url"))
        except NoCopy as error:
            raise bad(answer, str(error)) from error

    def _headers(self) -> dict[str, str]:
        secret = {"authorization": f"LOW {':'.join(self.keys)}"} if self.keys else {}
        return ACCEPT | secret


def _said(answer: Answer) -> dict[str, Any]:
    """The record that was answered; empty where a refusal comes with none."""
    try:
        return record(answer)
    except BadAnswer:
        if answer.status == OK:
            raise
        return {}


def _refused(page: str, answer: Answer, said: dict[str, Any]) -> NotSaved:
    state = _state(answer.status, said.get("status_ext"))
    message = said.get("message")
    words = shorten(message, 200).rstrip(".") if isinstance(message, str) else ""
    passing = state in PASSING or passes(answer.status)
    return NotSaved(page, state, words or state.replace("-", " "), transient=passing)


def _state(status: int, given: object) -> str:
    found = _CODE.fullmatch(given) if isinstance(given, str) else None
    if found:
        return found[1]
    return "unknown" if status == OK else _STATUSES.get(status, f"status-{status}")


def _pending(page: str, deadline: float) -> NotSaved:
    return NotSaved(page, "pending", f"it took more than {deadline:g} seconds", transient=True)


def _pauses(deadline: float) -> Iterator[float]:
    """Seconds to wait before each question, growing, `deadline` in sum."""
    left, pause = deadline, _FIRST_PAUSE
    while left > 0:
        yield min(pause, left)
        left -= pause
        pause = min(pause * 1.5, _LONGEST_PAUSE)
