"""Sources as CSL-JSON, in and out: what Zotero, Pandoc and Crossref understand (CSL 1.0.2)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.errors import BadInput
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
from factcheck.exchange.json_records import records
from factcheck.text.plain import decode
from factcheck.words import SourceKind

Item = tuple[int, GivenSource | BadInput]

_KINDS = {
    **dict.fromkeys(("webpage", "entry", "entry-dictionary", "entry-encyclopedia"),
                    SourceKind.PAGE),
    **dict.fromkeys(("article", "article-journal", "article-magazine", "article-newspaper", "bill",
                     "document", "hearing", "legal_case", "legislation", "pamphlet",
                     "paper-conference", "patent", "periodical", "regulation", "report", "review",
                     "review-book", "standard", "thesis", "treaty"), SourceKind.DOCUMENT),
    **dict.fromkeys(("book", "chapter", "classic", "collection"), SourceKind.BOOK),
    **dict.fromkeys(("interview", "personal_communication"), SourceKind.PERSON),
    **dict.fromkeys(("broadcast", "motion_picture", "performance", "song", "speech"),
                    SourceKind.RECORDING),
    **dict.fromkeys(("post", "post-weblog"), SourceKind.POST),
    "dataset": SourceKind.DATASET,
    "manuscript": SourceKind.NOTES,
}  # fmt: skip
_TYPES = {
    SourceKind.PAGE: "webpage", SourceKind.DOCUMENT: "report", SourceKind.BOOK: "book",
    SourceKind.DATASET: "dataset", SourceKind.PERSON: "personal_communication",
    SourceKind.RECORDING: "broadcast", SourceKind.POST: "post", SourceKind.NOTES: "manuscript",
    SourceKind.OTHER: "document",
}  # fmt: skip

#: Of a letter there is no publisher: the place where something appeared comes first.
_PUBLISHERS = ("container-title", "publisher", "archive")
_NAME_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
# The only mark-up that CSL knows in a title.
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>")


# In


def read(data: bytes | str) -> Iterator[Item]:
    """Each source with the line that it begins on, or what is wrong with it there.

    Raises BadInput for more than 25 MB, another encoding than UTF-8, and no item at all.
    """
    text = data if isinstance(data, str) else decode(data, "The bibliography")
    found = False
    for line, record in records(text, lists=("items", "references", "message")):
        found = True
        yield line, record if isinstance(record, BadInput) else _taken(record, line)
    if not found:
        raise BadInput("There is no CSL item in it.", hint="A list of objects, each a source.")


def _taken(record: Any, line: int) -> GivenSource | BadInput:
    try:
        return given(_fields(record))
    except BadInput as error:
        error.line = line
        return error


def _fields(record: Any) -> Fields:
    if not isinstance(record, dict):
        message = f"{record!r:.60} is no CSL item."
        raise BadInput(message, hint='As in {"id": "atlas", "type": "book", "title": "..."}')
    key = _text(record, "id") or _text(record, "citation-key")
    url, doi = _text(record, "URL"), _text(record, "DOI")
    published, said = _published(record)
    unread = [f"{key}: {said[:60]!r} is no date that can be kept."] if said else []
    return Fields(
        key=key,
        kind=_kind(record, url),
        title=_MARKUP.sub("", _text(record, "title") or "") or None,
        url=url,
        doi=doi,
        publisher=next(filter(None, (_text(record, name) for name in _PUBLISHERS)), None),
        author=_people(record.get("author")) or _people(record.get("editor")),
        published=published,
        note=_text(record, "note"),
        remarks=tuple(unread),
    )


def _text(record: Mapping[str, Any], name: str) -> str | None:
    """A member as text; of a list, as Crossref writes it, the first."""
    value = record.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadInput(f"{name} is {value!r:.60}, not text.", hint="Put it into quotation marks.")
    return str(value).strip() or None


def _kind(record: Mapping[str, Any], url: str | None) -> str:
    # Our own export says so where CSL has no type of its own.
    custom = record.get("custom")
    said = custom.get("kind") if isinstance(custom, dict) else None
    if said in [kind.value for kind in SourceKind]:
        return str(said)
    known = _KINDS.get(_text(record, "type") or "")
    return (known or (SourceKind.PAGE if url else SourceKind.OTHER)).value


def _people(listed: Any) -> str | None:
    if isinstance(listed, str | dict):
        listed = [listed]
    return names(_name(each) for each in listed) if isinstance(listed, list) else None


def _name(person: Any) -> str:
    """Given name before family name, as people say it."""
    if isinstance(person, str):
        return person.strip()
    if not isinstance(person, dict):
        return ""
    whole = _text(person, "literal") or _text(person, "name")
    return whole or " ".join(filter(None, (_text(person, part) for part in _NAME_PARTS)))


def _published(record: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The date as exact as it is said, or the words that say none."""
    issued = record.get("issued")
    if isinstance(issued, dict):
        day = _of_parts(issued.get("date-parts"))
        said = (_text(issued, name) for name in ("edtf", "raw", "literal"))
        words = next(filter(None, said), None)
    else:
        day, words = None, _text(record, "issued")
    found = day or (day_in_words(words.partition("/")[0]) if words else None)
    # Not all that has a stroke in it is a range.
    found = found or (day_in_words(words) if words else None)
    return found, None if found else words


def _of_parts(ranges: Any) -> str | None:
    """[[2020, 5, 3], [2020, 5, 4]] -> 2020-05-03."""
    first = ranges[0] if isinstance(ranges, list) and ranges else None
    if not isinstance(first, list):
        return None
    parts = [str(part).strip() for part in first[:3]]
    known = [part for part in parts if re.fullmatch(r"[0-9]{1,4}", part)]
    for count in range(len(known), 0, -1):
        day = iso_day("-".join([known[0].zfill(4), *(part.zfill(2) for part in known[1:count])]))
        if day and known == parts:
            return day
    return None


# Out


def write(sources: Iterable[Mapping[str, Any]]) -> str:
    """A list of items in the order given; a protected source by its alias alone."""
    items = [_item(shown(source)) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(source: Mapping[str, str | None]) -> dict[str, Any]:
    kind = SourceKind(source.get("kind") or SourceKind.OTHER)
    item = {
        "id": source["key"],
        "type": _TYPES[kind],
        "title": source["title"],
        "author": [{"literal": name} for name in split_names(source.get("author"))],
        "publisher": source.get("publisher"),
        "issued": _date(source.get("published")),
        "accessed": _date(source.get("accessed")),
        "DOI": doi_of(source.get("url")),
        "URL": source.get("url"),
        "custom": {"kind": kind.value} if _KINDS.get(_TYPES[kind]) != kind else None,
    }
    return {name: value for name, value in item.items() if value}


def _date(day: str | None) -> dict[str, Any] | None:
    if not day:
        return None
    found = iso_day(day)
    return {"date-parts": [[int(part) for part in found.split("-")]]} if found else {"literal": day}
