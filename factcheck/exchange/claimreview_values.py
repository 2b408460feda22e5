"""Values of a ClaimReview, looked at as its rules need them."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from factcheck.errors import BadInput
from factcheck.text.addresses import checked_url, domain

Thing = Mapping[str, Any]

_WEB = re.compile(r"https?://", re.IGNORECASE)
_DECIMAL = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
#: With its zone.
TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_WORD = re.compile(r"\w+")


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def thing(value: Any) -> Thing:
    """The value as a thing; a text is its name."""
    first = next(iter(listed(value)), None)
    if isinstance(first, Mapping):
        return first
    return {"name": first} if isinstance(first, str) else {}


def text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def folded(text: str) -> str:
    """` mostly false `: with a blank on both ends, so that words are found whole."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return False
    return _DECIMAL.fullmatch(str(value)) is not None


def is_address(value: Any) -> bool:
    if not isinstance(value, str) or not _WEB.match(value):
        return False
    try:
        return checked_url(value) == value
    except BadInput:
        return False


def is_within(url: str, sites: set[str]) -> bool:
    host = domain(url)
    return any(host == site or host.endswith(f".{site}") for site in sites)


def shown(value: Any) -> str:
    text = str(value)[:200] if isinstance(value, str | int | float) else "what stands there"
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def is_iso(value: Any) -> bool:
    if not isinstance(value, str) or not (_DAY.fullmatch(value) or TIME.fullmatch(value)):
        return False
    try:
        datetime.fromisoformat(f"{value}-01-01"[:10] if len(value) <= 10 else value)
    except ValueError:
        return False
    return True
