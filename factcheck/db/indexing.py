"""What of each record can be searched and compared, folded when it is written."""

from typing import Any

from factcheck.models import Claim, Evidence, Note, Query, Source, Span, Verdict
from factcheck.text.addresses import fold_url
from factcheck.text.folding import folded
from factcheck.text.plain import check_characters
from factcheck.text.terms import terms

#: Which columns a search looks into, by table.
SEARCHED: dict[str, tuple[str, ...]] = {
    Claim.__tablename__: ("text", "claimant", "occasion"),
    Span.__tablename__: ("exact",),
    Source.__tablename__: ("key", "title", "author", "publisher", "url"),
    Evidence.__tablename__: ("quote", "says", "note", "locator"),
    Verdict.__tablename__: ("reason", "exception"),
    Query.__tablename__: ("question", "answer"),
    Note.__tablename__: ("text",),
}

#: A protected source is found by its alias alone: a search must not confirm a name.
PROTECTED = ("key", "alias")
PROTECTED_SOURCE = ("protected", *PROTECTED)


def fold_title(title: str) -> str:
    """The form in which titles are compared."""
    return folded(title).strip().casefold()


def search_text(table: str, values: Any) -> str:
    """The `search` column of a row, from its other columns by name."""
    names = PROTECTED if values.get("protected") else SEARCHED[table]
    return terms(" ".join(values[name] for name in names if values.get(name)))


def derived_values(table: str, values: Any) -> dict[str, Any]:
    """The derived columns that follow from the row alone."""
    found: dict[str, Any] = {}
    if table in SEARCHED:
        found["search"] = search_text(table, values)
    if table == Source.__tablename__:
        open_title = None if values.get("protected") else values["title"]
        found["url_folded"] = fold_url(values["url"]) if values.get("url") else None
        found["title_folded"] = fold_title(open_title) if open_title else None
    if table == Claim.__tablename__:
        claimant = values.get("claimant")
        found["claimant_folded"] = fold_title(claimant) if claimant else None
    return found


def prepare(record: Any) -> None:
    """Set them on a record that is about to be written.

    Raises BadInput for a text that no database can keep.
    """
    table = record.__tablename__
    for name, value in record.__dict__.items():
        if isinstance(value, str):
            check_characters(value, name.replace("_", " "))
    names = {*SEARCHED.get(table, ()), *(PROTECTED_SOURCE if table == "source" else ())}
    values = {name: getattr(record, name) for name in names}
    for name, value in derived_values(table, values).items():
        setattr(record, name, value)
