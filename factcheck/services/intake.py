"""`add -`: claims from a line each, JSON lines, or the working sheet as CSV."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from factcheck.errors import BadInput
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.text.plain import check_text
from factcheck.words import (
    Conclusion,
    How,
    Kind,
    Priority,
    Stance,
    Tier,
    nearest,
    pick,
    pick_conclusion,
)

# A line is at most as long as factcheck.text.plain lets it be; a cell may run over several.
csv.field_size_limit(100_000_000)

Item = tuple[int, "Incoming | BadInput"]


class Incoming:
    """A claim that comes in, and the decision that its sheet already holds, if any."""

    def __init__(self, claim: NewClaim, article: str | None, conclusion: Conclusion | None) -> None:
        self.claim = claim
        self.article = article
        self.conclusion = conclusion


#: Columns of the working sheet as people head them, and our names for them.
HEADINGS: dict[str, str] = {
    "fact": "text",
    "claim": "text",
    "statement": "text",
    "words": "quote",
    "where": "locator",
    "place": "locator",
    "page": "locator",
    "ok?": "ok",
    "checked": "ok",
    "verdict": "ok",
    "notes": "note",
    "comment": "note",
    "said by": "claimant",
    "speaker": "claimant",
    "tag": "tags",
    "passage": "evidence",
    "says": "says",
}

_CLAIM = {field.name for field in fields(NewClaim)} - {"evidence"}
_EVIDENCE = {field.name for field in fields(NewEvidence)} - {"place", "seen", "note"}
_OTHERS = {"article", "evidence", "from", "ok", "evidence_note"}
KNOWN = sorted(_CLAIM | _EVIDENCE | _OTHERS)

#: Vocabularies by field, so that a slip is named where it stands.
_VOCABULARIES: dict[str, Any] = {
    "kind": Kind,
    "priority": Priority,
    "stance": Stance,
    "how": How,
    "tier": Tier,
}

_YES = {"ok", "yes", "y", "x", "true", "1", "\N{CHECK MARK}", "\N{HEAVY CHECK MARK}"}
_NOT_YET = {"", "no", "n", "open", "?", "-", "0"}


def read(lines: Iterable[tuple[int, str | BadInput]], form: str | None = None) -> Iterator[Item]:
    """Each claim with the number of its line, or what is wrong with it there.

    The form is told by the first line: `{` begins JSON lines, a heading that names known
    columns begins CSV, anything else is a claim a line.
    """
    lines = iter(lines)
    first = next(lines, None)
    if first is None:
        return
    chosen = form or form_of(first[1])
    rest = _chain(first, lines)
    if chosen == "csv":
        yield from _sheet(rest)
        return
    make = _from_json if chosen == "json" else _from_text
    for number, line in rest:
        yield number, _tried(make, line)


def form_of(line: str | BadInput) -> str:
    if isinstance(line, BadInput):
        return "lines"
    if line.lstrip().startswith("{"):
        return "json"
    headings = [_heading(cell) for cell in _cells(line)]
    known = [heading for heading in headings if heading in KNOWN]
    return "csv" if len(headings) > 1 and {"text", "quote"} & set(known) else "lines"


def _chain(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield from rest


def _tried(make: Any, line: str | BadInput) -> "Incoming | BadInput":
    if isinstance(line, BadInput):
        return line
    try:
        made = make(line)
    except BadInput as error:
        return error
    assert isinstance(made, Incoming)  # noqa: S101 - tells mypy what make gives
    return made


def _from_text(line: str) -> Incoming:
    return Incoming(NewClaim(text=line), None, None)


def _from_json(line: str) -> Incoming:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"This is no JSON: {error}.", hint="One object a line.") from error
    if not isinstance(record, dict):
        raise BadInput("This is JSON, but no object.", hint='As in {"text": "...", "kind": "date"}')
    return from_fields(record)


def _sheet(lines: Iterable[tuple[int, str | BadInput]]) -> Iterator[Item]:
    """CSV rows; a quoted cell may run over several lines."""
    numbers: list[int] = []
    bad: list[tuple[int, BadInput]] = []

    def good() -> Iterator[str]:
        for number, line in lines:
            if isinstance(line, BadInput):
                bad.append((number, line))
                continue
            numbers.append(number)
            yield line + "\n"

    source = good()
    head = next(source, "")
    rows = csv.reader(source, delimiter=_delimiter(head))
    headings = [_heading(cell) for cell in _cells(head)]
    before = 1
    for row in _rows(rows):
        yield from bad
        bad.clear()
        number, before = numbers[min(before, len(numbers) - 1)], len(numbers)
        if isinstance(row, BadInput):
            yield number, row
        elif any(cell.strip() for cell in row):
            yield number, _tried(lambda _, cells=row: _from_row(headings, cells), "")
    yield from bad


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str] | BadInput]:
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield BadInput(f"This is no row of CSV: {error}.", hint="Look at its quotation marks.")
            continue
        if row is None:
            return
        yield row


def _from_row(headings: list[str], cells: list[str]) -> Incoming:
    if len(cells) > len(headings):
        msg = f"The row has {len(cells)} cells, the heading {len(headings)}."
        raise BadInput(msg, hint="Put cells with commas into quotation marks.")
    pairs = zip(headings, cells, strict=False)
    return from_fields({name: cell for name, cell in pairs if name and cell.strip()})


def _heading(cell: str) -> str:
    name = cell.strip().strip("\ufeff").casefold()
    return HEADINGS.get(name, name.replace(" ", "_").replace("-", "_"))


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def from_fields(record: dict[str, Any]) -> Incoming:
    """A claim from named fields, the names of the options of `add`.

    Raises BadInput for a name that is unknown or a value that cannot be taken.
    """
    record = {name.replace("-", "_"): value for name, value in record.items()}
    for name in record:
        if name not in KNOWN:
            guess = nearest(name, KNOWN)
            hint = f"Did you mean {guess}?" if guess else f"Known: {', '.join(KNOWN)}."
            raise BadInput(f"{name!r} is no field of a claim.", hint=hint)
    pieces = _pieces(record)
    given = {name: _value(name, record[name]) for name in _CLAIM if record.get(name) is not None}
    claim = NewClaim(**given, evidence=pieces)
    return Incoming(claim, _text("article", record.get("article")), _conclusion(record.get("ok")))


def _value(name: str, value: Any) -> Any:
    if name in {"tags", "said_at"}:
        items = value if isinstance(value, list) else str(value).replace(",", " ").split()
        return [_text(name, item) for item in items]
    if name == "nth":
        if isinstance(value, bool) or re.fullmatch(r"\s*\d{1,9}\s*", str(value)) is None:
            raise BadInput(f"nth is {value!r}, not a number.", hint="1 is the first place.")
        return int(value)
    return _word(name, value)


def _word(name: str, value: Any) -> str | None:
    text = _text(name, value)
    if text is not None and name in _VOCABULARIES:
        return str(pick(_VOCABULARIES[name], text, what=name).value)
    return text


def _text(name: str, value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadInput(f"{name} is {value!r}, not text.", hint="Put it into quotation marks.")
    if str(value).strip():
        check_text(str(value), name)
    return str(value)


def _pieces(record: dict[str, Any]) -> list[NewEvidence]:
    """One piece from the flat fields, or several from a list under `evidence`."""
    listed = record.get("evidence")
    if isinstance(listed, list):
        return [_piece(each) for each in listed]
    flat = {name: record[name] for name in _EVIDENCE if name in record}
    if "from" in record:
        flat["place"] = record["from"]
    if listed is not None:
        flat["quote"] = listed
    elif "quote" in flat:
        # Without a list, `quote` is the claim's place in the article.
        del flat["quote"]
    if "evidence_note" in record:
        flat["note"] = record["evidence_note"]
    return [_piece(flat)] if flat else []


def _piece(record: Any) -> NewEvidence:
    if not isinstance(record, dict):
        raise BadInput(
            f"evidence is {record!r}, not an object.", hint='{"source": ..., "quote": ...}'
        )
    known = {field.name for field in fields(NewEvidence)} - {"seen"}
    given = {("place" if name == "from" else name): value for name, value in record.items()}
    for name in given:
        if name not in known:
            guess = nearest(name, sorted(known))
            hint = f"Did you mean {guess}?" if guess else f"Known: {', '.join(sorted(known))}."
            raise BadInput(f"{name!r} is no field of evidence.", hint=hint)
    words: dict[str, Any] = {name: _word(name, value) for name, value in given.items()}
    return NewEvidence(**words)


def _conclusion(value: Any) -> Conclusion | None:
    text = (_text("ok", value) or "").strip().casefold()
    if text in _NOT_YET:
        return None
    return Conclusion.SUPPORTED if text in _YES else pick_conclusion(text)
