"""Copies of pages in an archive, and their addresses."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

import httpx

from factcheck.fetch import urls
from factcheck.fetch.blame import failure
from factcheck.fetch.failures import Unsafe
from factcheck.fetch.policy import Policy, Refusal
from factcheck.text.addresses import domain

_STAMP = re.compile(r"\d{14}", re.ASCII)
_KEPT = re.compile(r"/web/(\d{14})/(https?://)([^/?#]*)(.*)", re.ASCII | re.IGNORECASE)
_NUMBERED = re.compile(r"www\d*\.")


class NoCopy(ValueError):
    """Not the address or the time of a copy; the text says why, as a clause."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A page as an archive keeps it."""

    #: For people: with the archive's banner, links leading into the archive.
    url: str
    #: For programs: the bytes as the archive received them.
    raw: str
    #: UTC, when the archive received them.
    at: datetime
    #: The address that the archive asked.
    original: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where an archive keeps its copies: addresses made and read."""

    #: Without a slash at its end.
    base: str

    def copy(self, stamp: object, original: object) -> Copy:
        """The copy of this time (14 digits) and address; NoCopy where one of them is none."""
        at = moment(stamp)
        page = _original(original)
        kept = f"{self.base}/web/{stamp}"
        return Copy(url=f"{kept}/{page}", raw=f"{kept}id_/{page}", at=at, original=page)

    def holds(self, url: str) -> bool:
        """Whether `url` is an address of a copy here."""
        return self._inside(httpx.URL(url)).startswith("/web/")

    def led_to(self, location: bytes, asked: str, page: str) -> Copy:
        """The copy of `page` that a redirect leads to; NoCopy where it leads elsewhere."""
        try:
            target = urls.follow(location, httpx.URL(asked))
        except (urls.BadUrl, Refusal) as error:
            raise NoCopy(str(error)) from error
        found = _KEPT.fullmatch(self._inside(target))
        if not found:
            raise NoCopy(f"it leads to {urls.shown(str(target))!r}")
        # Names with other letters than ASCII are escaped as if they were a path.
        copy = self.copy(found[1], f"{found[2]}{unquote(found[3])}{found[4]}")
        if _site(copy.original) != _site(page):
            raise NoCopy(f"it leads to a copy of {urls.shown(copy.original)!r}")
        return copy

    def _inside(self, url: httpx.URL) -> str:
        """The path of `url` in this archive; empty outside of it."""
        here = httpx.URL(self.base)
        path, front = url.raw_path.decode("ascii"), here.raw_path.decode("ascii").rstrip("/")
        # No port is the port of either scheme, so http may become https.
        if (url.host, url.port) != (here.host, here.port) or not path.startswith(front):
            return ""
        return path[len(front) :]


def page_of(url: str) -> str:
    """The address that an archive is asked about: without user, password and fragment.

    Raises BadInput for what is no address, Unsafe for what is not on the public web: even the
    name of an inner page is nobody else's business.
    """
    try:
        _, target = urls.entry(url)
    except Refusal as error:
        raise failure(error, urls.hidden(url.strip()), []) from error
    page = str(target.copy_with(fragment=None))
    try:
        Policy().check(urls.host(target), urls.DEFAULT_PORTS["https"])
    except Refusal as error:
        message = f"No archive is asked about {urls.shown(page)}: {error}."
        raise Unsafe(message, url=page, hint="Archives know the public web alone.") from error
    return page


def stamp_of(when: datetime) -> str:
    """`when` as archives write it: 14 digits, UTC, which is also meant without a zone."""
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return f"{aware.astimezone(UTC):%Y%m%d%H%M%S}".zfill(14)


def moment(stamp: object) -> datetime:
    """The time behind 14 digits; NoCopy where there is none."""
    if not isinstance(stamp, str) or not _STAMP.fullmatch(stamp):
        raise NoCopy("it gives no time")
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise NoCopy(f"{stamp} is no time") from error


def _original(url: object) -> str:
    if not isinstance(url, str):
        raise NoCopy("it gives no address")
    try:
        return str(urls.parse(url).copy_with(fragment=None))
    except (urls.BadUrl, Refusal) as error:
        raise NoCopy(f"{urls.shown(urls.hidden(url))!r} is no address of a page") from error


def _site(page: str) -> str:
    """What archives take for one host: `www2.example.org` is `example.org`."""
    name = domain(page)
    return _NUMBERED.sub("", name, count=1) if _NUMBERED.match(name) else name
