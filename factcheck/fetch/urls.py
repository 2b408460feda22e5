"""Addresses as they are asked for: checked, and without user names.

All checks look at what httpx made of an address, since that is what is connected to.
"""

import contextlib
import re
import unicodedata
from collections.abc import Collection
from ipaddress import IPv6Address
from typing import NamedTuple

import httpx

from factcheck.errors import BadInput
from factcheck.fetch.policy import SCHEMES, Refusal
from factcheck.text.addresses import LONGEST

EXAMPLE = "Write it like https://example.org/page."
DEFAULT_PORTS = {"http": 80, "https": 443}

_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_USER = re.compile(r"\A([a-z][a-z0-9+.-]*:)?(/*)[^/?#]*@", re.IGNORECASE)
_SHOWN = 100


class Place(NamedTuple):
    """Who is asked: a host in ASCII, and a port."""

    host: str
    port: int

    @property
    def polite(self) -> str:
        """What politeness counts by: a host; a server on an odd port is one of its own."""
        return self.host if self.port in DEFAULT_PORTS.values() else f"{self.host}:{self.port}"


class BadUrl(ValueError):
    """Not an address; the text says why, as a clause."""


def entry(text: str) -> tuple[str, httpx.URL]:
    """An address as the user gave it, without user and password, and as it is asked for.

    Raises BadInput for what is no address, Refusal for other schemes than http and https.
    """
    bare = text.strip()
    try:
        url = parse(bare)
    except BadUrl as error:
        named = shown(hidden(bare))
        raise BadInput(f"{named!r} cannot be fetched: {error}.", hint=EXAMPLE) from error
    return (str(url) if "@" in _authority(bare) else bare), url


def follow(location: bytes, base: httpx.URL) -> httpx.URL:
    """Where a Location header leads from `base`; BadUrl or Refusal where that is nowhere."""
    # Browsers forgive raw blanks and UTF-8 in this header, and servers count on it.
    text = _decoded(location).strip(" \t").replace(" ", "%20")
    _check_characters(text)
    try:
        joined = base.join(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise BadUrl(_clause(error)) from error
    if not joined.fragment and base.fragment:
        joined = joined.copy_with(fragment=base.fragment)
    try:
        return _checked(joined)
    except Refusal as error:
        raise Refusal(f"it leads to {shown(hidden(text))!r}, and {error}") from error


def parse(text: str) -> httpx.URL:
    """`text` as what is asked for; BadUrl or Refusal where that cannot be."""
    _check_characters(text)
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise BadUrl(_clause(error)) from error
    return _checked(url)


def host(url: httpx.URL) -> str:
    """The host in ASCII; of IPv6 without brackets."""
    return url.raw_host.decode("ascii")


def port(url: httpx.URL) -> int:
    return url.port or DEFAULT_PORTS[url.scheme]


def place(url: httpx.URL) -> Place:
    return Place(host(url), port(url))


def exempted(allow: Collection[str]) -> frozenset[str]:
    """Hosts and `host:port` in the form in which they are compared; BadInput for others."""
    return frozenset(map(_exempted, allow))


def hidden(text: str) -> str:
    """`text` with its user and password taken out, for messages about what is no address."""
    return _USER.sub(r"\1\2...@", text)


def shown(url: str) -> str:
    return url if len(url) <= _SHOWN else f"{url[: _SHOWN - 3]}..."


def _decoded(location: bytes) -> str:
    try:
        return location.decode()
    except UnicodeDecodeError:
        return location.decode("latin-1")


def _authority(text: str) -> str:
    return re.split(r"[/?#]", text.partition("://")[2], maxsplit=1)[0]


def _check_characters(text: str) -> None:
    if not text:
        raise BadUrl("it is empty")
    if len(text) > LONGEST:
        raise BadUrl(f"it is {len(text)} characters long, more than {LONGEST}")
    if "\\" in text:
        # Programs disagree on whether it ends the host.
        raise BadUrl("it contains a backslash")
    for char in text:
        if unicodedata.category(char)[0] in "CZ":
            raise BadUrl(f"it contains the character U+{ord(char):04X}")


def _checked(url: httpx.URL) -> httpx.URL:
    if not url.scheme:
        raise BadUrl("it does not begin with https://")
    if url.scheme not in SCHEMES:
        raise Refusal(f"{url.scheme}: is no scheme of the web")
    url = _without_dot(url)
    _check_host(host(url))
    if url.port is not None and not 0 < url.port < 65536:  # noqa: PLR2004  what TCP has
        raise BadUrl(f"{url.port} is no port")
    return url.copy_with(userinfo=b"")


def _without_dot(url: httpx.URL) -> httpx.URL:
    """`example.org.` is `example.org` in the directory, and in no certificate."""
    name = host(url)
    return url.copy_with(host=name[:-1]) if name.endswith(".") else url


def _check_host(name: str) -> None:
    if not name:
        raise BadUrl("it names no host")
    if ":" in name:
        return
    if len(name) > 253 or not _HOST.fullmatch(name):  # noqa: PLR2004  what DNS has
        raise BadUrl(f"{shown(name)!r} is no host")
    for label in name.split("."):
        _check_label(label)


def _check_label(label: str) -> None:
    if len(label) > 63:  # noqa: PLR2004  what DNS has
        raise BadUrl(f"{shown(label)!r} is too long for a part of a host")
    if not label.startswith("xn--"):
        return
    try:
        read = label[4:].encode().decode("punycode")
    except UnicodeError:
        read = ""
    if not read:
        raise BadUrl(f"{label!r} is no host")


def _clause(error: Exception) -> str:
    text = str(error).rstrip(".")
    return shown(text[:1].lower() + text[1:]) or "it cannot be read"


def _exempted(text: str) -> str:
    bare = text.strip()
    with contextlib.suppress(ValueError):
        bare = f"[{IPv6Address(bare)}]"
    try:
        # FTP has a default port of its own, so that a port of the web is not lost.
        url = _without_dot(httpx.URL(f"ftp://{bare}"))
        _check_host(host(url))
    except (httpx.InvalidURL, ValueError) as error:
        raise _no_host(bare) from error
    if str(url).removeprefix("ftp://") != url.netloc.decode("ascii"):
        raise _no_host(bare)
    return host(url) if url.port is None else f"{host(url)}:{url.port}"


def _no_host(text: str) -> BadInput:
    return BadInput(f"{shown(hidden(text))!r} is no host.", hint="Give host or host:port.")
