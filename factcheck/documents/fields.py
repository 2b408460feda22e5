"""What a file says of itself, made fit to be kept and shown: one line, no controls, capped."""

import re
from collections.abc import Iterable
from datetime import date

LONGEST_TITLE = 2_000
MOST_AUTHORS = 50
_LONGEST_NAME = 200

# Escape sequences go whole: without the escape character, "[31m" would stay behind.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]{0,1000}(?:\x07|\x1b\\\\)|\x1b"
)
# Controls, bidi marks, invisible format characters, tags and lone surrogates. The joiners
# U+200C and U+200D stay, and the soft hyphen: ordinary names and titles need them.
_ACTING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_BY = re.compile(r"(?:by|von|par|por|di|av|af|door)\s*:?\s+(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;|&]|\band\b)\s*")
_PERSON = re.compile(r"[^\W\d_]\S*(?: \S+){1,4}")
_ADDRESS = re.compile(r"https?:|www\.|@|/")
_DAY = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_NAMED_DAY = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?"
    r"\s+(\d{4})\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b", re.IGNORECASE)
_NO_LANGUAGE = {"und", "zxx", "mul", "mis"}


def without_controls(text: str) -> str:
    """`text` without escape sequences, half characters, and controls other than blanks."""
    return _CONTROLS.sub("", _ESCAPES.sub("", text))


def tidy(value: str | None, limit: int = LONGEST_TITLE) -> str | None:
    """One field on one line, without what could act on a terminal; None for nothing."""
    # Twice the limit leaves room for what is stripped, and bounds the work on a huge field.
    text = _ACTING.sub("", _ESCAPES.sub("", (value or "")[: 2 * limit]))
    return " ".join(text.split())[:limit].rstrip() or None


def names(values: Iterable[str]) -> list[str]:
    """The names in `values`, each once: "By A. Bee and C. Dee" is two; addresses are none."""
    found: dict[str, None] = {}
    for value in values:
        line = tidy(value, 10 * _LONGEST_NAME) or ""
        for name in _people(_BY.sub("", line, count=1) if _BY.match(line) else line):
            if not _ADDRESS.search(name):
                found.setdefault(name[:_LONGEST_NAME])
        if len(found) >= MOST_AUTHORS:
            break
    return list(found)[:MOST_AUTHORS]


def _people(line: str) -> list[str]:
    # "Smith, John" and "Health and Science Desk" are one name each: every piece must look
    # like a person's.
    pieces = [piece for piece in _BETWEEN.split(line) if piece]
    if len(pieces) > 1 and all(_PERSON.fullmatch(piece) for piece in pieces):
        return pieces
    return [line] if line else []


def day(value: str | None) -> str | None:
    """The day that `value` names, as it stands there, whatever its zone; ISO 8601."""
    text = (tidy(value, 100) or "").strip()
    if match := _DAY.match(text):
        return _valid(int(match[1]), int(match[2]), int(match[3]))
    if match := _NAMED_DAY.search(text):
        month = (match[2] or match[3])[:3].lower()
        if month in _MONTHS:
            return _valid(int(match[5]), _MONTHS.index(month) + 1, int(match[1] or match[4]))
    return None


def _valid(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def language(value: str | None) -> str | None:
    """`value` as BCP 47: `en_us` -> `en-US`; None for what names no language."""
    match = _LANGUAGE.match((value or "").strip())
    if not match or match[1].lower() in _NO_LANGUAGE:
        return None
    script, region = (match[2] or "").title(), (match[3] or "").upper()
    return "-".join(part for part in (match[1].lower(), script, region) if part)
