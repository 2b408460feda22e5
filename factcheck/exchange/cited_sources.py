"""Sources as other programs keep them: what BibTeX and CSL-JSON have in common."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.errors import BadInput
from factcheck.services.sources import NewSource
from factcheck.text import values
from factcheck.text.addresses import checked_url, domain
from factcheck.text.plain import bare, check_characters, check_text

DOI = "https://doi.org/"

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ].*)?)?)?", re.DOTALL)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GivenSource:
    """A source that comes in, with the key that it has where it comes from."""

    key: str | None
    source: NewSource
    note: str | None = None
    #: What was left out or decided, a sentence each.
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class Fields:
    """What a bibliography says of a source, as plain text, before it is checked."""

    key: str | None = None
    kind: str | None = None
    title: str | None = None
    url: str | None = None
    doi: str | None = None
    publisher: str | None = None
    author: str | None = None
    #: An ISO 8601 year, month or day.
    published: str | None = None
    note: str | None = None
    remarks: tuple[str, ...] = ()


def given(fields: Fields) -> GivenSource:
    """Raises BadInput for no title and no address, and for what cannot be kept."""
    for name in ("key", "publisher", "author", "note"):
        check_characters(getattr(fields, name) or "", name)
    address = bare(fields.url)
    url = checked_url(address) if address else _of_doi(fields.doi)
    if not bare(fields.title) and url is None:
        raise BadInput("The source has no title.", hint="Add its title, or its address.")
    title = check_text(fields.title or domain(url or ""), "title", limit=2000)
    source = NewSource(
        what=url or title,
        kind=fields.kind,
        title=title,
        publisher=bare(fields.publisher),
        author=bare(fields.author),
        published=fields.published,
    )
    return GivenSource(bare(fields.key), source, bare(fields.note), fields.remarks)


def _of_doi(doi: str | None) -> str | None:
    match = _DOI.fullmatch((doi or "").strip())
    return checked_url(DOI + match[1]) if match else None


def doi_of(url: str | None) -> str | None:
    """`https://doi.org/10.1000/182` -> `10.1000/182`."""
    return url[len(DOI) :] if url and url.startswith(f"{DOI}10.") else None


def names(people: Iterable[str]) -> str | None:
    """Several names as one text."""
    return "; ".join(name for name in people if name) or None


def split_names(author: str | None) -> list[str]:
    return [name for part in (author or "").split(";") if (name := part.strip())]


def iso_day(text: str) -> str | None:
    """The year, month or day that is written at the beginning; None where there is none such."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return "-".join(part for part in match.groups() if part)


def day_in_words(text: str) -> str | None:
    """`May 3, 2020` -> 2020-05-03; the year alone where a day can be read in two ways."""
    iso = iso_day(text)
    if iso is not None:
        return iso
    dates = [value for value in values.find(text[:200]) if value.iso]
    if len(dates) != 1:
        return None
    found = str(dates[0].iso)
    return iso_day(found[:4] if dates[0].remarks else found)


def shown(source: Mapping[str, Any]) -> dict[str, str | None]:
    """What may be written of a source; of a protected one its key, its kind and its alias."""
    told = {name: source.get(name) for name in ("key", "kind", "title")}
    if source.get("protected"):
        told["title"] = source.get("alias") or told["title"]
        return told
    told |= {name: source.get(name) for name in ("url", "publisher", "author", "published")}
    archived = source.get("archived") or {}
    told["accessed"] = iso_day(str(archived.get("at") or "")) if told["url"] else None
    return told
