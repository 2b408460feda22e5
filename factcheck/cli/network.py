"""Options of commands that fetch, and what factcheck.toml says about fetching."""

import os
import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.errors import BadInput, Usage

if TYPE_CHECKING:
    from factcheck.settings import Settings

Interval = Annotated[
    float | None,
    typer.Option(
        "--interval", metavar="SECONDS", help="Between two requests to one host; 1 if not said."
    ),
]
AllowPrivate = Annotated[
    list[str] | None,
    typer.Option("--allow-private", metavar="HOST", help="Fetch from this private host too."),
]

#: The access key and the secret of an account at the archive, with a colon between.
KEYS = "FACTCHECK_ARCHIVE_KEYS"
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(s|m|h|)", re.IGNORECASE)
_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600}


def fetching(interval: float | None, allow: list[str] | None) -> dict[str, Any]:
    """The parts of a Request that say how pages are fetched."""
    from factcheck.cli.context import settings

    found = settings()
    told: dict[str, Any] = {
        "interval": _interval(interval, found),
        "allow": allowed(allow),
    }
    for name in ("contact", "crossref"):
        if name in found.fetch:
            told[name] = found.fetch[name]
    return told


def allowed(given: list[str] | None) -> list[str]:
    """Private hosts that may be asked: those of factcheck.toml, and those that were typed."""
    from factcheck.cli.context import settings

    return [*settings().fetch.get("allow_private", []), *(given or [])]


def _interval(given: float | None, found: "Settings") -> float:
    from factcheck.settings import LONGEST_INTERVAL

    seconds = given if given is not None else float(found.fetch.get("interval", 1.0))
    if not 0 <= seconds <= LONGEST_INTERVAL:
        hint = f"Give seconds, from 0 to {LONGEST_INTERVAL}."
        raise Usage(f"--interval {seconds:g} is no interval.", hint=hint)
    return seconds


def archive() -> dict[str, Any]:
    """Where public copies are, and the keys for making them."""
    from factcheck.cli.context import settings

    found = settings().fetch
    told: dict[str, Any] = {"base": found["archive"]} if "archive" in found else {}
    keys = os.environ.get(KEYS, "").strip()
    if keys:
        access, colon, secret = keys.partition(":")
        if not (access and colon and secret):
            raise BadInput(f"{KEYS} does not hold two keys.", hint="Set it to ACCESS:SECRET.")
        told["keys"] = (access, secret)
    return told


def length(text: str, option: str) -> float:
    """`90`, `90s`, `5m`, `1h` -> seconds."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise Usage(f"{option} {text!r:.40} is no length of time.", hint="Like 90s, 5m or 1h.")
    return float(match[1]) * _UNITS[match[2].lower()]
