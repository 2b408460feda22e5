"""Sources as BibTeX, in and out; pybtex reads it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pybtex.bibtex.utils import (  # type: ignore[import-untyped]  # it carries none
    split_name_list,
)
from pybtex.database import Person  # type: ignore[import-untyped]  # it carries none
from pybtex.exceptions import PybtexError  # type: ignore[import-untyped]  # it carries none

from factcheck.errors import BadInput
from factcheck.exchange.bibtex_entries import Entry, entries
from factcheck.exchange.cited_sources import (
    Fields,
    GivenSource,
    day_in_words,
    doi_of,
    given,
    iso_day,
    names,
    shown,
    split_names,
)
from factcheck.exchange.latex import address, decoded, escaped
from factcheck.text.addresses import looks_like_url
from factcheck.text.plain import decode
from factcheck.words import SourceKind

Item = tuple[int, GivenSource | BadInput]

#: A list of authors may be long; a field that is longer is no field.
LONGEST_FIELD = 100_000

_KINDS = {
    **dict.fromkeys(("book", "mvbook", "inbook", "incollection", "booklet", "proceedings",
                     "collection", "reference", "inreference"), SourceKind.BOOK),
    **dict.fromkeys(("article", "inproceedings", "conference", "techreport", "report", "manual",
                     "thesis", "phdthesis", "mastersthesis", "unpublished", "patent", "standard",
                     "legislation", "jurisdiction", "legal", "letter"), SourceKind.DOCUMENT),
    **dict.fromkeys(("online", "electronic", "www"), SourceKind.PAGE),
    **dict.fromkeys(("audio", "video", "movie", "music", "performance"), SourceKind.RECORDING),
    "dataset": SourceKind.DATASET,
}  # fmt: skip
#: Settings of styles and parts for other entries, no sources.
_NO_SOURCES = {"control", "set", "xdata", "bibnote", "comment"}

#: Where something appeared, the closest first.
_PUBLISHERS = (
    "journaltitle", "journal", "booktitle", "institution", "school", "organization",
    "publisher", "howpublished",
)  # fmt: skip
_INHERITED = ("journal", "journaltitle", "institution", "organization", "publisher", "editor")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


# In


def read(data: bytes | str) -> Iterator[Item]:
    """Each source with the line of its entry, or what is wrong with it there.

    Raises BadInput for more than 25 MB, another encoding than UTF-8, and no entry at all.
    """
    text = data if isinstance(data, str) else decode(data, "The bibliography")
    listed = list(entries(text.replace("\r\n", "\n").replace("\r", "\n")))
    if not listed:
        hint = "An entry looks like this: @book{atlas, title = {An Atlas of Trains}}"
        raise BadInput("There is no BibTeX entry in it.", hint=hint, line=1)
    parents = {each.key.casefold(): each for each in listed if isinstance(each, Entry)}
    for each in listed:
        if isinstance(each, BadInput):
            yield each.line or 1, each
        elif each.type not in _NO_SOURCES:
            yield each.line, _taken(each, parents)


def _taken(entry: Entry, parents: Mapping[str, Entry]) -> GivenSource | BadInput:
    try:
        _check_lengths(entry)
        _inherit(entry, parents)
        return given(_fields(entry))
    except BadInput as error:
        error.line = entry.line
        return error


def _check_lengths(entry: Entry) -> None:
    for name in ("title", "author", "editor", "url", "note", *_PUBLISHERS):
        if len(entry.fields.get(name, "")) > LONGEST_FIELD:
            message = f"{name} of {entry.key:.60} is longer than {LONGEST_FIELD} characters."
            raise BadInput(message, hint="Is a brace missing?")


def _inherit(entry: Entry, parents: Mapping[str, Entry]) -> None:
    """What a part does not say for itself it has from the whole that it names."""
    named = entry.fields.get("crossref", "").strip()
    parent = parents.get(named.casefold())
    if not named or parent is entry:
        return
    if parent is None:
        entry.remarks.append(f"{entry.key}: there is no entry {named:.60} to take the rest from.")
        return
    dated = {"year", "date"} & entry.fields.keys()
    for name in (*_INHERITED, *(() if dated else ("year", "month", "day", "date"))):
        if name in parent.fields:
            entry.fields.setdefault(name, parent.fields[name])
    whole = parent.fields.get("booktitle") or parent.fields.get("title")
    if whole:
        entry.fields.setdefault("booktitle", whole)


def _fields(entry: Entry) -> Fields:
    said = entry.fields
    url = _url(said)
    published = _published(entry)
    return Fields(
        key=entry.key,
        kind=_kind(entry, url),
        title=_title(said),
        url=url,
        doi=address(said.get("doi", "")),
        publisher=_publisher(said, url),
        author=_people(said.get("author") or said.get("editor") or ""),
        published=published,
        note=decoded(said.get("note", "")),
        remarks=tuple(entry.remarks),
    )


def _kind(entry: Entry, url: str | None) -> str:
    known = _KINDS.get(entry.type)
    if known is not None:
        return known.value
    # What our own export has no type of its own for.
    said = decoded(entry.fields.get("entrysubtype", ""))
    if said in {kind.value for kind in SourceKind}:
        return said
    return (SourceKind.PAGE if url else SourceKind.OTHER).value


def _title(said: Mapping[str, str]) -> str | None:
    title = decoded(said.get("title") or said.get("booktitle") or "")
    subtitle = decoded(said.get("subtitle", ""))
    return f"{title}: {subtitle}" if title and subtitle else title


def _url(said: Mapping[str, str]) -> str | None:
    """Its own address, or one that stands where people put it when there was no field for it."""
    url = address(said.get("url", ""))
    if url:
        return url.split()[0]
    for name in ("howpublished", "note"):
        if r"\url" in said.get(name, ""):
            return address(said[name])
    if looks_like_url(address(said.get("howpublished", ""))):
        return address(said["howpublished"])
    kept = said.get("archiveprefix") or said.get("eprinttype") or ""
    if kept.strip().casefold() == "arxiv" and said.get("eprint"):
        return f"https://arxiv.org/abs/{address(said['eprint'])}"
    return None


def _publisher(said: Mapping[str, str], url: str | None) -> str | None:
    for name in _PUBLISHERS:
        # Of a book that stands for itself this is its title.
        is_title = name == "booktitle" and "title" not in said
        if not is_title and name in said and address(said[name]) != url:
            return decoded(said[name])
    return None


def _people(field: str) -> str | None:
    listed = split_name_list(" ".join(field.split()))
    return names("et al." if name == "others" else _name(name) for name in listed)


def _name(written: str) -> str:
    """`von Last, Jr, First` -> `First von Last Jr`."""
    try:
        person = Person(written)
    except (PybtexError, ValueError):
        return decoded(written)
    parts = (
        *person.first_names, *person.middle_names, *person.prelast_names, *person.last_names,
        *person.lineage_names,
    )  # fmt: skip
    return decoded(" ".join(parts))


def _published(entry: Entry) -> str | None:
    """As exact as it is said."""
    said = {name: decoded(entry.fields.get(name, "")) for name in ("date", "year", "month", "day")}
    begun = said["date"].partition("/")[0].rstrip("~?%")
    if iso_day(begun):
        return iso_day(begun)
    words = said["date"] or said["year"]
    year = _YEAR.search(words)
    if year is None:
        if words:
            entry.remarks.append(f"{entry.key}: {words[:60]!r} is no date that can be kept.")
        return None
    if said["date"] or iso_day(words):
        return _with_month(year[0], said) or day_in_words(words)
    return _with_month(year[0], said) or year[0]


def _with_month(year: str, said: Mapping[str, str]) -> str | None:
    """Year and month, and the day if there is one: it may stand beside the month."""
    name = re.search(r"[A-Za-z]{3}", said["month"])
    figures = re.findall(r"\d+", said["month"])
    if name and name[0].lower() in _MONTHS:
        month = _MONTHS.index(name[0].lower()) + 1
    elif figures:
        month = int(figures.pop(0)[:4])
    else:
        return None
    days = re.findall(r"\d+", said["day"]) or figures
    day = f"{year}-{month:02}-{int(days[0][:4]):02}" if days else ""
    return iso_day(day) or iso_day(f"{year}-{month:02}")


# Out

_TYPES = {SourceKind.BOOK.value: "book", SourceKind.DOCUMENT.value: "techreport"}
_PUBLISHED_BY = {"book": "publisher", "techreport": "institution", "misc": "howpublished"}


def write(sources: Iterable[Mapping[str, Any]]) -> str:
    """An entry a source, in the order given, in UTF-8; a protected one by its alias alone."""
    return "\n".join(_entry(shown(source)) for source in sources)


def _entry(source: Mapping[str, str | None]) -> str:
    kind = source.get("kind") or SourceKind.OTHER.value
    form = _TYPES.get(kind, "misc")
    written = {
        # In braces twice, so that no style changes its capitals.
        "title": f"{{{escaped(source['title'] or '')}}}",
        "author": _written_names(source.get("author")),
        _PUBLISHED_BY[form]: escaped(source.get("publisher") or ""),
        **_written_day(source.get("published")),
        "doi": _in_braces(doi_of(source.get("url"))),
        "url": _in_braces(source.get("url")),
        "urldate": source.get("accessed") or "",
        "entrysubtype": kind if form == "misc" else "",
    }
    lines = [f"  {name} = {_field(name, value)},\n" for name, value in written.items() if value]
    return f"@{form}{{{source['key']},\n{''.join(lines)}}}\n"


def _field(name: str, value: str) -> str:
    return _MONTHS[int(value) - 1] if name == "month" else f"{{{value}}}"


def _written_names(author: str | None) -> str:
    """Each name whole: nobody has said which part of it is the family's."""
    listed = (
        "others" if name == "et al." else f"{{{escaped(name)}}}" for name in split_names(author)
    )
    return " and ".join(listed)


def _written_day(published: str | None) -> dict[str, str]:
    found = iso_day(published or "")
    if found is None:
        return {"year": escaped(published or "")}
    year, *rest = found.split("-")
    return {"year": year, **dict(zip(("month", "day"), map(str, map(int, rest)), strict=False))}


def _in_braces(url: str | None) -> str:
    """Addresses are taken letter for letter, so a brace of theirs must not be counted."""
    return (url or "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
