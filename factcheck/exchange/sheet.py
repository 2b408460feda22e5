"""The working sheet, out and back in: one row a claim, as CSV that spreadsheets can take.

    uid,number,article,fact,words,kind,claimant,priority,tags,outcome,verdict,why,reason,fix,...

On the way back a row is matched by its uid, and only the cells that differ change anything. The
last column tells whether the claim is still as the sheet shows it: what others did meanwhile is
not overwritten.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.derived import chunks
from factcheck.db.session import attempt
from factcheck.errors import BadInput, FactcheckError
from factcheck.exchange import sheet_query, sheet_rows
from factcheck.exchange.rows import COLUMNS, Cells, apply, new_claim
from factcheck.exchange.sheet_rows import FOR, Row, all_guarded, cells_of, masked, named, unguarded
from factcheck.exchange.workbook_package import is_workbook
from factcheck.exchange.workbook_texts import MARK, is_as_written, restored
from factcheck.models import Article, Claim
from factcheck.services import house, listing
from factcheck.services.listing import Filter
from factcheck.services.veils import Veil
from factcheck.text.plain import decode
from factcheck.words import LABELS, nearest

#: What people call the columns, beside the names that an export gives them.
HEADINGS = {
    "claim": "fact", "statement": "fact", "text": "fact", "quote": "words", "exact": "words",
    "ok?": "verdict", "ok": "verdict", "checked": "verdict", "because": "reason",
    "where": "place", "page": "place", "locator": "place", "passage": "evidence",
    "tag": "tags", "notes": "note", "comment": "note", "said by": "claimant",
    "speaker": "claimant", "id": "number",
}  # fmt: skip

#: What no edit is about: they say which claim it is, and what it was.
_UNCHANGING = frozenset({"uid", "number", "version"})

csv.field_size_limit(100_000_000)


# Out


def export(session: Session, article: Article | None = None) -> Iterator[str]:
    """The lines of the sheet, in reading order: of one article, or of all claims not hidden."""
    conditions = listing.conditions(session, Filter(article=article))
    return _lines(session, sheet_query.listed(session.connection(), conditions))


def export_ids(session: Session, ids: Iterable[int]) -> Iterator[str]:
    """The lines of a sheet of these claims, in this order."""
    return _lines(session, sheet_query.rows(session.connection(), ids))


def of_content(content: Mapping[str, Any]) -> Iterator[str]:
    """The lines of the sheet of a report, as its audience may see it."""
    yield from _written([COLUMNS])
    yield from _written(map(all_guarded, sheet_rows.of_content(content)))


def _lines(session: Session, rows: Iterable[Row]) -> Iterator[str]:
    labels = LABELS[house.words(session)]
    yield from _written([COLUMNS])
    yield from _written(all_guarded(cells_of(row, labels)) for row in rows)


class _Lines(list[str]):
    """A file for the csv module, which writes a line at a time."""

    write = list.append


def _written(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    for chunk in chunks(rows):
        writer.writerows(chunk)
        yield from lines
        lines.clear()


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
    rows = _rows_of(data)
    headings = _headings(*next(rows, (1, [])))
    taking = _Taking(session, article, LABELS[house.words(session)], Veil(session))
    for line, row in rows:
        if isinstance(row, list) and not any(cell.strip() for cell in row):
            continue
        try:
            cells = _named(headings, row)
            if keep_going:
                with attempt(session):
                    taking.take(cells)
            else:
                taking.take(cells)
        except FactcheckError as error:
            error.line = line
            if not keep_going:
                raise
            taking.result.refused.append((line, error.message))
    return taking.result


def _rows_of(data: bytes) -> Iterator[tuple[int, list[str] | BadInput]]:
    """The rows of a workbook, or of a CSV."""
    if not is_workbook(data):
        return read_rows(decode(data, "The sheet"))
    from factcheck.exchange import workbook  # noqa: PLC0415  a CSV does not wait for openpyxl

    return workbook.read(data)


@dataclass(slots=True)
class _Taking:
    """One sheet being taken in."""

    session: Session
    article: Article | None
    labels: dict[str, str]
    #: A report calls protected sources by their aliases, and its sheet may come back.
    veil: Veil
    seen: set[int] = field(default_factory=set)
    result: SheetResult = field(default_factory=SheetResult)

    def take(self, cells: Cells) -> None:
        if not cells.get("uid"):
            new = new_claim(self.session, cells, self.article)
            self.result.unchanged += new is None
            self.result.added += [] if new is None else [new.id]
            return
        claim = _claim(self.session, cells)
        if claim.id in self.seen:
            msg = f"Claim {claim.id} stands in the sheet twice."
            raise BadInput(msg, hint="Delete one of the two rows, or the uid of a new claim.")
        self.seen.add(claim.id)
        if self._change(claim, cells):
            self.result.changed.append(claim.id)
        else:
            self.result.unchanged += 1

    def _change(self, claim: Claim, cells: Cells) -> bool:
        connection = self.session.connection()
        (row,) = sheet_query.rows(connection, [claim.id])
        was, shown = named(row, self.labels), named(masked(row, self.veil), self.labels)
        changed = dict(_changed(cells, was, shown))
        if not changed:
            return False
        version = cells.get("version", "")
        _check_audience(claim, version)
        changed["version"] = was["version"] if version == shown["version"] else version
        return apply(self.session, claim, (was, sheet_query.pieces(connection, claim.id)), changed)


def _changed(cells: Cells, was: Cells, shown: Cells) -> Iterator[tuple[str, str]]:
    """The cells that are not as they were written; with what no program can show."""
    for name, cell in cells.items():
        if name in _UNCHANGING or is_as_written(cell, was[name]):
            continue
        if is_as_written(cell, shown[name]):
            continue
        _check_whole(name, cell, hides=was[name] != shown[name])
        yield name, restored(cell, was[name])


def _check_whole(name: str, cell: str, *, hides: bool) -> None:
    """Raises BadInput for a change that would lose what the cell does not show."""
    if cell.endswith(MARK):
        msg = f"The cell {name} was too long for the sheet, and was changed where it is cut."
        raise BadInput(msg, hint="Change it in the sheet Long texts.")
    if hides:
        msg = f"The cell {name} calls a protected source by its alias: its name would be lost."
        raise BadInput(msg, hint="Change it with factcheck edit, or verify.")


def _check_audience(claim: Claim, version: str) -> None:
    if version.startswith(FOR):
        told = version.removeprefix(FOR)
        msg = f"The sheet was made for the {told:.20}: not all of claim {claim.id} is in it."
        raise BadInput(msg, hint="Carry the change over into a sheet of your own.")


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


def read_rows(text: str) -> Iterator[tuple[int, list[str] | BadInput]]:
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


def _headings(line: int, row: list[str] | BadInput) -> list[str]:
    if isinstance(row, BadInput):
        raise row
    found = [heading(cell) for cell in row]
    for name in found:
        if name and name not in COLUMNS:
            guess = nearest(name, list(COLUMNS))
            hint = f"Did you mean {guess}?" if guess else f"Known: {', '.join(COLUMNS)}."
            raise BadInput(f"{name!r:.60} is no column of the sheet.", hint=hint, line=line)
    twice = next((name for name in found if name and found.count(name) > 1), None)
    if twice:
        msg = f"The column {twice} stands in the sheet twice."
        raise BadInput(msg, hint="Rename or delete one of the two.", line=line)
    if not {"fact", "words", "uid"} & set(found):
        msg = "The first line does not name the columns of a working sheet."
        raise BadInput(msg, hint="It needs at least: fact, or words, or uid.", line=line)
    return found


def _named(headings: list[str], row: list[str] | BadInput) -> Cells:
    if isinstance(row, BadInput):
        raise row
    extra = [cell for cell in row[len(headings) :] if cell.strip()]
    if extra:
        msg = f"The row has {len(row)} cells, the heading {len(headings)}."
        raise BadInput(msg, hint="Put cells that hold the separator into quotation marks.")
    pairs = zip(headings, row, strict=False)
    return {name: unguarded(cell).strip() for name, cell in pairs if name}
