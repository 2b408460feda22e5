"""One look at an address: what was answered, and what that amounts to.

A status says little: a page that is gone may answer 200, and one that is there 403. So what came
is judged by where it led, what it says and how little of it there is; and what kept us from
reading a page is never taken for the page being gone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from factcheck.documents.page import Page
from factcheck.documents.pool import Pool
from factcheck.errors import BadInput
from factcheck.fetch import failures
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client
from factcheck.fetch.failures import Failure, Hop
from factcheck.fetch.gate import seconds_until
from factcheck.looks import REPLACED, Capture, Look, Trouble
from factcheck.models.base import now
from factcheck.services import signs
from factcheck.text import anchors

PERMANENT = (301, 308)
NOT_MODIFIED = 304
UNAVAILABLE = 503
ON_AND_ON = "the page sends its readers on and on"
HELD_BACK = "the page says that it is for subscribers"
#: Characters of a quotation that stands on no page by chance.
TELLING = 12


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look brought; `answer` and `page` where there was something to read."""

    url: str
    at: datetime
    state: Look
    message: str | None = None
    answer: Answer | None = None
    page: Page | None = None
    hops: tuple[Hop, ...] = ()
    detail: Mapping[str, Any] = field(default_factory=dict)
    how: Capture = Capture.VISITED
    #: Of a file that was given by hand.
    name: str | None = None

    @property
    def partial(self) -> bool:
        return self.answer is not None and self.answer.partial

    @property
    def answered(self) -> bool:
        """Whether anything out there said anything, so that there is a network."""
        return self.answer is not None or bool(self.hops) or self.state in _ANSWERED


_ANSWERED = {
    Look.CERTIFICATE, Look.BAD_ANSWER, Look.TOO_SLOW, Look.BAD_REDIRECT, Look.TOO_LARGE,
    Look.ROBOTS,
}  # fmt: skip

#: From the state of a failure to what it amounts to.
_FAILED: dict[str, Look] = {
    failures.Unsafe.state: Look.UNSAFE,
    failures.NoSuchName.state: Look.NO_SUCH_NAME,
    failures.Unreachable.state: Look.UNREACHABLE,
    failures.TlsTrouble.state: Look.CERTIFICATE,
    failures.TooSlow.state: Look.TOO_SLOW,
    failures.TooLarge.state: Look.TOO_LARGE,
    failures.BadAnswer.state: Look.BAD_ANSWER,
    failures.Incomplete.state: Look.BAD_ANSWER,
    failures.Undecodable.state: Look.BAD_ANSWER,
    failures.BadRedirect.state: Look.BAD_REDIRECT,
    failures.TooManyRedirects.state: Look.BAD_REDIRECT,
    "robots": Look.ROBOTS,
    "throttled": Look.THROTTLED,
    "bad-url": Look.BAD_ADDRESS,
}


async def look(
    client: Client, pool: Pool, url: str, headers: Mapping[str, str] | None = None
) -> Seen:
    """Fetch and read a page; whatever happens is a Seen."""
    try:
        answer = await client.get(url, headers=headers, partial=True)
    except Failure as failure:
        return failed(url, failure)
    except BadInput as error:
        return Seen(url, now(), Look.BAD_ADDRESS, error.message)
    return await read(client, pool, url, answer, headers)


async def read(
    client: Client, pool: Pool, url: str, answer: Answer, headers: Mapping[str, str] | None = None
) -> Seen:
    """What an answer amounts to; one meta refresh is followed. `headers` were sent with it."""
    if answer.status == NOT_MODIFIED and not headers:
        message = "the server says that nothing has changed, and was not asked"
        return Seen(url, answer.when, Look.BAD_ANSWER, message, answer, hops=answer.hops)
    page = await _page(pool, answer)
    if page is None or not page.refresh or not answer.ok:
        return judged(url, answer, page)
    try:
        further = await client.get(page.refresh, partial=True)
    except Failure as failure:
        return failed(url, failure)
    except BadInput as error:
        return Seen(url, now(), Look.BAD_REDIRECT, error.message, hops=answer.hops)
    hop = Hop(answer.status, answer.final_url)
    answer = replace(further, url=answer.url, hops=(*answer.hops, hop, *further.hops))
    page = await _page(pool, answer)
    if page is not None and page.refresh and answer.ok and page.words < signs.SCANT:
        return Seen(url, answer.when, Look.BAD_REDIRECT, ON_AND_ON, answer, hops=answer.hops)
    return judged(url, answer, page)


async def taken(pool: Pool, url: str, answer: Answer) -> Seen:
    """What an answer amounts to, wherever it may lead further."""
    return judged(url, answer, await _page(pool, answer))


async def _page(pool: Pool, answer: Answer) -> Page | None:
    # Of an error only its first words matter, for telling a wall from a page that is gone.
    if not answer.body:
        return None
    return await pool.aread(
        answer.body,
        media_type=answer.media_type,
        charset=answer.charset,
        url=answer.final_url,
    )


def failed(url: str, failure: Failure) -> Seen:
    """A look that brought no answer."""
    state = _FAILED.get(failure.state, Look.BAD_ANSWER)
    return Seen(url, now(), state, failure.message, hops=failure.hops)


def judged(url: str, answer: Answer, page: Page | None) -> Seen:
    """What an answer amounts to."""
    state, message = _state(answer, page)
    detail: dict[str, Any] = {}
    if answer.hops and answer.ok:
        permanent = all(hop.status in PERMANENT for hop in answer.hops)
        detail = {"moved_to": answer.final_url, "permanent": permanent}
    return Seen(url, answer.when, state, message, answer, page, answer.hops, detail)


def _state(answer: Answer, page: Page | None) -> tuple[Look, str | None]:
    if answer.status == NOT_MODIFIED:
        return Look.UNCHANGED, None
    wall = signs.wall(answer, page)
    if wall:
        return wall
    if not answer.ok:
        return _by_status(answer)
    return _replaced(answer, page) or _unreadable(page) or _held_back(page) or (Look.READ, None)


#: What a status says, and how it is said.
_STATUS: dict[int, tuple[Look, str]] = {
    401: (Look.LOGIN, "asks for a password"),
    402: (Look.PAYWALL, "wants to be paid"),
    403: (Look.REFUSED, "refuses us"),
    404: (Look.NOT_FOUND, "says that there is no such page"),
    407: (Look.REFUSED, "is behind a proxy that refuses us"),
    410: (Look.NOT_FOUND, "says that the page is gone"),
    429: (Look.THROTTLED, "has had enough questions for now"),
    451: (Look.REFUSED, "may not show it, for legal reasons"),
    999: (Look.REFUSED, "refuses us"),
}


def _by_status(answer: Answer) -> tuple[Look, str]:
    status = answer.status
    if status in _STATUS:
        state, said = _STATUS[status]
    elif status == UNAVAILABLE and seconds_until(answer.header("retry-after")) is not None:
        state, said = Look.THROTTLED, "asks to come back later"
    elif status >= 500:
        state, said = Look.SERVER_ERROR, "has trouble of its own"
    elif status >= 400:
        state, said = Look.REFUSED, "does not answer this question"
    else:
        state, said = Look.BAD_REDIRECT, "leads nowhere"
    return state, f"the server {said} (status {status})"


def _replaced(answer: Answer, page: Page | None) -> tuple[Look, str] | None:
    """It answers, but with something else than the page."""
    if page is not None:
        parked = signs.parked(answer, page)
        if parked:
            return Look.PARKED, parked
    missing = signs.missing(answer, page)
    if missing:
        return Look.SOFT_404, missing
    if signs.home(answer):
        return Look.HOME_PAGE, "the address leads to a home page now"
    return None


_TROUBLE = {
    Trouble.EMPTY: "there is nothing on the page",
    Trouble.SCANNED: "it is a picture of a text",
    Trouble.ENCRYPTED: "it is locked with a password",
    Trouble.BROKEN: "the file is broken",
    Trouble.UNSUPPORTED: "it is of a kind that we cannot read",
    Trouble.TOO_MUCH: "there is too much of it to read",
    Trouble.NEEDS_BROWSER: "it shows its text in a browser only",
    Trouble.MOJIBAKE: "its letters cannot be decoded",
}


def _unreadable(page: Page | None) -> tuple[Look, str] | None:
    if page is None:
        return Look.UNREADABLE, _TROUBLE[Trouble.EMPTY]
    return (Look.UNREADABLE, _TROUBLE[page.trouble]) if page.trouble else None


def _held_back(page: Page | None) -> tuple[Look, str] | None:
    if page is not None and (page.paywalled or signs.teaser(page)):
        return Look.PAYWALL, HELD_BACK
    return None


def confirmed(seen: Seen, quotes: Iterable[str]) -> Seen:
    """A page that has what is quoted is the page, whatever it looks like otherwise."""
    doubted = seen.state in REPLACED | {Look.CHALLENGED, Look.CONSENT, Look.LOGIN, Look.REFUSED}
    if not doubted or seen.page is None or seen.answer is None or not seen.answer.ok:
        return seen
    text = seen.page.text
    if any(len(quote) >= TELLING and anchors.find(quote, text) for quote in quotes):
        return replace(seen, state=Look.READ, message=None)
    return seen
