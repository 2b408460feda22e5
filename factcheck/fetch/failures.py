"""Why there is no answer.

    FetchFailed
    `-- Failure            one address could not be fetched
        |-- BadAddress         no address at all; nothing was sent
        |-- Unsafe             refused by the policy; nothing was sent to that address
        |-- Disallowed         robots.txt says no, or cannot be read today
        |-- Throttled          the host wants no more requests for now; nothing was sent
        |-- Unreachable        no connection
        |   `-- NoSuchName     the name is in no directory
        |-- TlsTrouble         a connection, but nobody vouches for who is at the other end
        |-- TooSlow            the time is up
        |-- TooLarge           more bytes than are wanted
        |-- BadAnswer          not HTTP as it should be
        |   |-- Incomplete     the body was cut
        |   `-- Undecodable    the body cannot be unpacked
        `-- BadRedirect        it leads nowhere
            `-- TooManyRedirects

A status (404, 503) is an answer, no failure. `transient` says whether another try, later, may
do better.
"""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.errors import FetchFailed


class Hop(NamedTuple):
    """A redirect that was met: its status, and the address that gave it."""

    status: int
    url: str


class Failure(FetchFailed):
    """`url` is the address that failed, after `hops`; `state` is the class in a word."""

    state = "failed"
    transient = False
    advice = "Open it in a browser; save the page there and give the file."

    def __init__(
        self,
        message: str,
        *,
        url: str,
        hops: Sequence[Hop] = (),
        hint: str | None = None,
        transient: bool | None = None,
    ) -> None:
        super().__init__(message, hint=hint or self.advice)
        self.url = url
        self.hops = tuple(hops)
        if transient is not None:
            self.transient = transient


class Unsafe(Failure):
    state = "unsafe"
    advice = (
        "Only pages of the public web are fetched; save the page and give the file, "
        "or add --allow-private HOST."
    )


class BadAddress(Failure):
    state = "bad-url"
    advice = "Write it like https://example.org/page."


class Disallowed(Failure):
    state = "robots"
    advice = "Programs are not wanted there; open it in a browser, save the page and give the file."


class Throttled(Failure):
    state = "throttled"
    transient = True
    advice = "Try again in some hours."


class Unreachable(Failure):
    state = "unreachable"
    transient = True
    advice = "Check the connection, then try again."


class NoSuchName(Unreachable):
    state = "no-such-name"
    transient = False
    advice = "Check the spelling; if it is right, look for a copy in an archive."


class TlsTrouble(Failure):
    state = "tls"


class TooSlow(Failure):
    state = "too-slow"
    transient = True
    advice = "Try again later, or save the page in a browser and give the file."


class TooLarge(Failure):
    state = "too-large"


class BadAnswer(Failure):
    state = "bad-answer"
    transient = True
    advice = "Try again; if it stays so, save the page in a browser and give the file."


class Incomplete(BadAnswer):
    state = "incomplete"


class Undecodable(BadAnswer):
    state = "undecodable"
    transient = False


class BadRedirect(Failure):
    state = "bad-redirect"


class TooManyRedirects(BadRedirect):
    state = "too-many-redirects"
