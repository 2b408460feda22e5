"""What became of a scholarly work after it appeared: retractions, corrections."""

import contextlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote, unquote, urlencode

from factcheck.errors import BadInput
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client
from factcheck.fetch.json_answers import (
    ACCEPT,
    MOST,
    NOT_FOUND,
    OK,
    CouldNotLook,
    bad,
    place,
    record,
)
from factcheck.fetch.urls import shown
from factcheck.text.show import shorten

PUBLIC = "https://api.crossref.org"

_LONGEST = 300
_LONGEST_WORD = 200
_NUMBER = r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,5}"
# Angle brackets belong to a DOI only as in 10.1002/(SICI)...16<1661::AID-SIM968>3.0.CO;2-2.
_SERIAL = r"<[0-9][^\s\"<>]*>"
_FOUND = re.compile(
    rf"""
    /(?P<link>{_NUMBER}(?:/|%2f)(?:[^\s"?\#<>]|{_SERIAL})+)
    |[?&](?:doi|id)=(?P<query>{_NUMBER}(?:/|%2f)[^\s"&\#<>]+)
    |(?:\bdoi[:\s]\s{{0,3}}|\A)(?P<written>{_NUMBER}/(?:[^\s"<>]|{_SERIAL})+)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DOI = re.compile(rf"{_NUMBER}/\S+")
# Blanks, controls and what cannot be seen, also the signs that steer the direction of writing.
_UNSEEN = re.compile(
    "[\\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_LOOSE = frozenset(".,;:!?'\"\u2018\u2019\u201c\u201d\u00ab\u00bb\u2026*|\\/")
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}
# What publishers write behind it, to say which view of the work is meant.
_VIEW = re.compile(
    r"(?:/(?:abstract|abs|citation|epdf|epub|figures|full|fulltext|full-text|html|meta|pdf"
    r"|references|summary|suppl)|\.(?:epub|full|full-text|html|pdf|xml))+\Z",
    re.IGNORECASE,
)
# bioRxiv and medRxiv write the version behind it, which is registered nowhere.
_PREPRINT = re.compile(r"(10\.1101/[0-9.]*[0-9])v[0-9].*")


@dataclass(frozen=True, slots=True)
class Update:
    """A notice about a work."""

    #: `retraction`, `correction`, `expression_of_concern`, ... as Crossref has them.
    kind: str
    #: The kind for people.
    label: str
    #: Of the notice, which may be the work's own.
    doi: str | None
    #: The day in ISO form.
    on: str | None
    #: Who says so: `publisher`, `retraction-watch`.
    source: str | None


def doi_of(text: str) -> str | None:
    """The first DOI in an address or a text, in its own case; None where there is none.

    It is looked for where DOIs are marked as such: `doi:`, doi.org, a path or a parameter.
    """
    bare = text.strip()
    for found in _FOUND.finditer(bare):
        if len(found[0]) <= _LONGEST and (doi := _read(found)):
            return doi
    return None


async def updates(
    client: Client, doi: str, *, base: str = PUBLIC, mailto: str | None = None
) -> list[Update]:
    """What is known to have happened to a work; nothing for a DOI that Crossref has not.

    `mailto` is where its keepers can complain. Raises BadInput where `doi` is none, a Failure
    where there is no answer that can be read.
    """
    if not _DOI.fullmatch(doi) or _UNSEEN.search(doi) or len(doi) > _LONGEST:
        raise BadInput(f"{shorten(doi, 80)!r} is no DOI.", hint="Write it like 10.1000/182.")
    asked = f"{place(base)}/works/{quote(doi, safe='')}"
    if mailto:
        asked += f"?{urlencode({'mailto': mailto}, errors='replace')}"
    answer = await client.get(asked, headers=ACCEPT, size=MOST, robots=False)
    if answer.status == NOT_FOUND:
        return []
    if answer.status != OK:
        raise CouldNotLook(answer)
    return [_update(answer, given) for given in _given(answer)]


def _read(found: re.Match[str]) -> str | None:
    doi = found["written"] or unquote(found["link"] or found["query"])
    doi = _trimmed(_UNSEEN.split(doi, maxsplit=1)[0])
    before = found.string[: found.start()][-7:].lower()
    if found["link"] and before != "doi.org":
        doi = _trimmed(_VIEW.sub("", doi))
    doi = _PREPRINT.sub(r"\1", doi)
    return doi if _DOI.fullmatch(doi) else None


def _trimmed(doi: str) -> str:
    while doi and (doi[-1] in _LOOSE or _opens_nowhere(doi)):
        doi = doi[:-1]
    return doi


def _opens_nowhere(doi: str) -> bool:
    opening = _CLOSING.get(doi[-1])
    return opening is not None and doi.count(doi[-1]) > doi.count(opening)


def _given(answer: Answer) -> list[Any]:
    work = record(answer).get("message")
    named = isinstance(work, dict) and ("updated-by" in work or isinstance(work.get("DOI"), str))
    if not isinstance(work, dict) or not named:
        raise bad(answer, "it describes no work")
    given = work.get("updated-by")
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad(answer, "its updates are no list")
    return given


def _update(answer: Answer, given: Any) -> Update:
    if not isinstance(given, dict):
        raise bad(answer, "one of its updates is no record")
    words = [_word(answer, given, name) for name in ("type", "label", "DOI", "source")]
    kind, label, doi, source = words
    # A notice that cannot be named may be a retraction, and must not be passed over.
    if not kind:
        raise bad(answer, "one of its updates is of no type")
    kind = re.sub(r"[\s-]+", "_", kind.lower())
    label = label or kind.replace("_", " ").capitalize()
    return Update(kind=kind, label=label, doi=doi, on=_day(given.get("updated")), source=source)


def _word(answer: Answer, given: dict[str, Any], name: str) -> str | None:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise bad(answer, f"the {name} of one of its updates is {shown(repr(value))}")
    return shorten(value or "", _LONGEST_WORD) or None


def _day(given: Any) -> str | None:
    """The day, where one is given in full: the first of January may stand for a mere year."""
    if not isinstance(given, dict):
        return None
    parts = given.get("date-parts")
    if isinstance(parts, list) and parts:
        return _day_of_parts(parts[0])
    written = given.get("date-time")
    return _iso(written[:10]) if isinstance(written, str) else None


def _day_of_parts(parts: Any) -> str | None:
    if not isinstance(parts, list) or [type(part) for part in parts] != [int] * 3:
        return None
    year, month, day = parts
    return _iso(f"{year:04}-{month:02}-{day:02}") if 0 < year < 10_000 else None  # noqa: PLR2004  what ISO has


def _iso(text: str) -> str | None:
    with contextlib.suppress(ValueError):
        return date.fromisoformat(text).isoformat()
    return None
