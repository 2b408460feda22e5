"""What people wrote, made fit to stand in a page."""

import re
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup, escape

#: What no page may hold, or shows as nothing: controls and halves of characters.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_WEB = re.compile(r"https?://[^\s/?#\\]", re.IGNORECASE)
_BLANK = re.compile(r"[\s\x00-\x20\x7f-\x9f\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}\Z")

#: Words that begin with one of these bring their own quotation marks.
_QUOTES = ("\u201c", "\u201e", "\u00ab", '"')


def visible(text: str) -> str:
    r"""`text` with control characters as visible escapes, like \x1b."""
    return _CONTROL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if match[0] <= "\xff" else f"\\u{code:04x}"


def marked_up(text: str) -> Markup:
    return escape(visible(text))


def finished(value: Any) -> Any:
    """What a template shows of a value: nothing for None, no raw control character of a text."""
    if value is None or isinstance(value, Undefined):
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return visible(value)


def web(address: object) -> str | None:
    """An address that may be linked: http or https, without blanks; else None."""
    if not isinstance(address, str) or not _WEB.match(address) or _BLANK.search(address):
        return None
    return address


def language(tag: object) -> str | None:
    """A language tag that a browser understands, or None."""
    return tag if isinstance(tag, str) and _LANGUAGE.match(tag) else None


def day(moment: object) -> str:
    return str(moment)[:10] if moment else ""


def brief(text: str | None, most: int = 280) -> str:
    """The beginning of a text, for a list; it stands in full on the claim's card."""
    words = " ".join((text or "")[: most * 4].split())
    return words if len(words) <= most else f"{words[:most].rstrip()}\u2026"


def quoted(text: str) -> str:
    return text if text[:1] in _QUOTES else f"\u201c{text}\u201d"


def spoken(word: str | None) -> str:
    """`not-enough-evidence` -> `not enough evidence`."""
    return (word or "").replace("-", " ")
