"""The working sheet, out and back in: one row a claim, as CSV that spreadsheets can take.

    uid,number,article,fact,words,kind,claimant,priority,tags,outcome,verdict,why,reason,fix,...

On the way back a row is matched by its uid, and only the cells that differ change anything. The
last column tells whether the claim is still as the sheet shows it: what others did meanwhile is
not overwritten.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.session import attempt
from factcheck.errors import BadInput, FactcheckError
from factcheck.exchange.rows import COLUMNS, Cells, Piece, apply, new_claim, version_of
from factcheck.models import Article, Claim
from factcheck.services import house, listing, shapes
from factcheck.text.plain import decode
from factcheck.words import LABELS, Action, nearest

# A spreadsheet would run what begins like this; what is guarded already is guarded once more,
# so that the guard can be taken away again.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")

#: What people call the columns, beside the names that an export gives them.
HEADINGS = {
    "claim": "fact", "statement": "fact", "text": "fact", "quote": "words", "exact": "words",
    "ok?": "verdict", "ok": "verdict", "checked": "verdict", "because": "reason",
    "where": "place", "page": "place", "locator": "place", "passage": "evidence",
    "tag": "tags", "notes": "note", "comment": "note", "said by": "claimant",
    "speaker": "claimant", "id": "number",
}  # fmt: skip

csv.field_size_limit(100_000_000)


# Out


def export(session: Session, article: Article | None = None) -> Iterator[str]:
    """The lines of the sheet, in reading order: of one article, or of all claims not hidden."""
    ids = listing.chosen(session, listing.Filter(article=article), sort="reading")
    yield _written(COLUMNS)
    for cells in _cells(session, ids):
        yield _written([guarded(cells[name]) for name in COLUMNS])


def _cells(session: Session, ids: Sequence[int]) -> Iterator[Cells]:
    labels = LABELS[house.words(session)]
    for shape in shapes.claims(session, ids):
        yield cells_of(shape, labels)


def cells_of(shape: dict[str, Any], labels: dict[str, str]) -> Cells:
    """The cells of a claim, from its JSON; a protected source is named by its key alone."""
    verdict = shape["verdict"] or {}
    seen = [e for e in shape["evidence"] if e["seen"] and not e["retracted"]]
    first: dict[str, Any] = seen[0] if seen else {"source": {}}
    named = {
        "uid": shape["uid"],
        "number": str(shape["id"]),
        "article": (shape["article"] or {}).get("slug"),
        "fact": shape["text"],
        "words": (shape["span"] or {}).get("exact"),
        "kind": shape["kind"],
        "claimant": shape["claimant"],
        "priority": shape["priority"],
        "tags": " ".join(shape["tags"]),
        "outcome": labels.get(shape["outcome"]),
        "verdict": verdict.get("conclusion"),
        "why": verdict.get("why"),
        "reason": verdict.get("reason"),
        "fix": _fix(shape["fix"]),
        "source": first["source"].get("key"),
        "place": first.get("locator"),
        "evidence": first.get("quote"),
        "note": "",
    }
    cells = {name: value or "" for name, value in named.items()}
    return {**cells, "version": version_of(cells)}


def pieces_of(shape: dict[str, Any]) -> set[Piece]:
    """Source, place and quote of each piece of evidence that somebody has seen."""
    seen = [e for e in shape["evidence"] if e["seen"] and not e["retracted"]]
    return {(e["source"]["key"], e["locator"] or "", e["quote"] or "") for e in seen}


def _fix(fix: dict[str, Any] | None) -> str:
    if fix is None:
        return ""
    if fix["action"] == Action.CHANGE:
        return str(fix["wording"])
    return str(fix["action"])


def guarded(cell: str) -> str:
    """`=1+1` -> `'=1+1`: text, whatever program opens it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _written(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


# In


@dataclass(slots=True)
class SheetResult:
    """What a sheet changed; claims by number."""

    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


def import_(
    session: Session, data: bytes, *, article: Article | None = None, keep_going: bool = False
) -> SheetResult:
    """Take over what differs; rows without a uid are new claims, of `article` if they name none.

    Raises BadInput or Refused, with the line, Conflict where a claim was changed since the sheet
    was made; with `keep_going` rows that are wrong are left out and listed.
    """
    rows = _rows(decode(data, "The sheet"))
    headings = _headings(next(rows, (1, []))[1])
    labels, result = LABELS[house.words(session)], SheetResult()
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        try:
            cells = _named(headings, row)
            if keep_going:
                with attempt(session):
                    _take(session, cells, article, labels, result)
            else:
                _take(session, cells, article, labels, result)
        except FactcheckError as error:
            error.line = line
            if not keep_going:
                raise
            result.refused.append((line, error.message))
    return result


def _take(
    session: Session,
    cells: Cells,
    article: Article | None,
    labels: dict[str, str],
    result: SheetResult,
) -> None:
    if not cells.get("uid"):
        result.added.append(new_claim(session, cells, article).id)
        return
    claim = _claim(session, cells)
    shape = shapes.claim(session, claim.id)
    if apply(session, claim, (cells_of(shape, labels), pieces_of(shape)), cells):
        result.changed.append(claim.id)
    else:
        result.unchanged += 1


def _claim(session: Session, cells: Cells) -> Claim:
    uid, number = cells["uid"].casefold(), cells.get("number", "")
    claim = session.scalars(select(Claim).where(Claim.uid == uid)).first()
    if claim is None:
        msg = f"There is no claim with the uid {uid!r:.60}."
        hint = "Is this the sheet of another database? A row without a uid is a new claim."
        raise BadInput(msg, hint=hint)
    if number.removesuffix(".0") not in {"", str(claim.id)}:
        msg = f"The uid is that of claim {claim.id}, and the number is {number:.20}."
        raise BadInput(msg, hint="Rows were mixed up; correct one of the two.")
    return claim


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins on; quoted cells may run over several."""
    # Excel's own line about its separator says nothing that the heading does not show.
    skipped = 1 if re.match(r"sep=.\n", text) else 0
    body = text.partition("\n")[2] if skipped else text
    delimiter = max(",;\t", key=body.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    before = skipped + 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            msg = f"The row that begins on line {before} is no CSV: {error}."
            raise BadInput(msg, hint="Look at its quotation marks.", line=before) from error
        if row is None:
            return
        yield before, row
        before = reader.line_num + skipped + 1


def heading(cell: str) -> str:
    name = " ".join(unguarded(cell).strip().casefold().split())
    return HEADINGS.get(name, name)


def _headings(row: list[str]) -> list[str]:
    found = [heading(cell) for cell in row]
    for name in found:
        if name and name not in COLUMNS:
            guess = nearest(name, list(COLUMNS))
            hint = f"Did you mean {guess}?" if guess else f"Known: {', '.join(COLUMNS)}."
            raise BadInput(f"{name!r:.60} is no column of the sheet.", hint=hint, line=1)
    twice = next((name for name in found if name and found.count(name) > 1), None)
    if twice:
        msg = f"The column {twice} stands in the sheet twice."
        raise BadInput(msg, hint="Rename or delete one of the two.", line=1)
    if not {"fact", "words", "uid"} & set(found):
        msg = "The first line does not name the columns of a working sheet."
        raise BadInput(msg, hint="It needs at least: fact, or words, or uid.", line=1)
    return found


def _named(headings: list[str], row: list[str]) -> Cells:
    extra = [cell for cell in row[len(headings) :] if cell.strip()]
    if extra:
        msg = f"The row has {len(row)} cells, the heading {len(headings)}."
        raise BadInput(msg, hint="Put cells that hold the separator into quotation marks.")
    pairs = zip(headings, row, strict=False)
    return {name: unguarded(cell).strip() for name, cell in pairs if name}
