"""The rows of a workbook that came back, as a spreadsheet program left them."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from factcheck.errors import BadInput, FactcheckError
from factcheck.exchange import workbook_texts
from factcheck.exchange.workbook_package import AGAIN, checked, merged
from factcheck.text.plain import MAX_BYTES

CLAIMS = "Claims"
LONG_TEXTS = "Long texts"

#: More columns than any sheet of ours has, and more merged cells than anybody makes.
MAX_COLUMNS = 100
MAX_MERGED = 1_000
MAX_ROWS = 1_048_576

#: A cell or a sheet of openpyxl, as it reads them.
Cell: TypeAlias = Any
Sheet: TypeAlias = Any

Rows = Iterator[tuple[int, Sequence[Cell]]]


def read(data: bytes) -> Iterator[tuple[int, list[str] | BadInput]]:
    """Each row that holds something, with its number; a row that cannot be taken as its error.

    Of the sheet Claims, or of the first. Raises BadInput for what is no workbook, or a trap.
    """
    try:
        yield from _read(data)
    except FactcheckError:
        raise
    except Exception as error:  # a stranger's file can make the library fall over anywhere
        msg = f"The workbook is damaged: {str(error) or type(error).__name__:.100}."
        raise BadInput(msg, hint=AGAIN) from error


def _read(data: bytes) -> Iterator[tuple[int, list[str] | BadInput]]:
    if len(data) > MAX_BYTES:
        msg = f"The workbook is larger than the {MAX_BYTES // 1_000_000} MB that can be taken."
        raise BadInput(msg, hint="Divide it.")
    archive = checked(data)
    book = _quietly(lambda: load_workbook(BytesIO(data), read_only=True, keep_links=False))
    if not book.worksheets:
        raise BadInput("The workbook has no sheet.", hint=AGAIN)
    sheet = _named(book, CLAIMS) or book.worksheets[0]
    whole = _whole(_named(book, LONG_TEXTS))
    areas = _areas(merged(archive, sheet._worksheet_path))  # noqa: SLF001  no other way to it
    yield from _texts(_filled(_rows(sheet), areas), whole)


def _quietly(work: Callable[[], Any]) -> Any:
    """The library warns of whatever it leaves out, and none of it is ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return work()


def _named(book: Any, title: str) -> Sheet | None:
    titles = (sheet for sheet in book.worksheets if sheet.title.casefold() == title.casefold())
    return next(titles, None)


def _rows(sheet: Sheet) -> Rows:
    found = sheet.iter_rows(min_row=1, max_row=MAX_ROWS, min_col=1, max_col=MAX_COLUMNS)
    line = 0
    while (row := _quietly(lambda: next(found, None))) is not None:
        line += 1
        yield line, row


# Cells


def _texts(
    rows: Rows, whole: dict[tuple[str, str], str]
) -> Iterator[tuple[int, list[str] | BadInput]]:
    """The cells under a heading; what stands beside the table is not looked at."""
    headings: list[str] = []
    for line, row in rows:
        if all(cell.value is None for cell in row):
            continue
        if not headings:
            headings = _headings(line, row)
            yield line, headings
            continue
        try:
            found = [
                _text(cell, place, line) if heading else ""
                for place, (cell, heading) in enumerate(zip(row, headings, strict=False), 1)
            ]
            yield line, _uncut(found, headings, whole)
        except BadInput as error:
            yield line, error


def _headings(line: int, row: Sequence[Cell]) -> list[str]:
    found = [_text(cell, place, line) for place, cell in enumerate(row, 1)]
    while not found[-1]:
        found.pop()
    return found


def _text(cell: Cell, place: int, line: int) -> str:
    """What a cell shows, as far as it can be told. Raises BadInput for formulas and errors."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in {"f", "e"}:
        what = "a formula" if cell.data_type == "f" else f"the error {value}"
        msg = f"The cell {get_column_letter(place)}{line} holds {what:.40}."
        raise BadInput(msg, hint="Put there what it should say, as a value.", line=line)
    if isinstance(value, str):
        return workbook_texts.read(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    return _moment(value)


def _number(value: float, form: str) -> str:
    """11.0 -> 11; 0.12 shown as a percentage -> 12%."""
    exact, sign = Decimal(repr(value)), ""
    if "%" in form:
        exact, sign = exact * 100, "%"
    return f"{exact.normalize():f}{sign}"


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        bare = value.time() == time()
        return value.date().isoformat() if bare else value.isoformat(sep=" ", timespec="minutes")
    return str(value)


# Cells that were cut


def _whole(sheet: Sheet | None) -> dict[tuple[str, str], str]:
    """The texts that no cell can hold, by the uid and the column that they are of."""
    found: dict[tuple[str, str], list[str]] = {}
    for line, row in _rows(sheet) if sheet else ():
        of, uid, column, part, text = (_text(c, n, line) for n, c in enumerate(row[:5], 1))
        if of == CLAIMS and part.isdecimal():
            found.setdefault((uid, column), []).append(text)
    return {key: workbook_texts.joined(parts) for key, parts in found.items()}


def _uncut(cells: list[str], headings: list[str], whole: dict[tuple[str, str], str]) -> list[str]:
    """With the whole text in place of a cell that was cut, and is as it was cut."""
    uid = next((c for c, heading in zip(cells, headings, strict=True) if heading == "uid"), "")
    return [
        whole[uid, heading] if workbook_texts.is_cut(cell, whole.get((uid, heading), "")) else cell
        for cell, heading in zip(cells, headings, strict=True)
    ]


# Cells that are one


class Area(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int


def _areas(refs: list[str]) -> list[Area]:
    if len(refs) > MAX_MERGED:
        msg = f"The sheet has {len(refs)} merged cells."
        raise BadInput(msg, hint="Divide them again: each row is a claim.")
    return [Area(*(bound or 1 for bound in range_boundaries(ref))) for ref in refs]


def _filled(rows: Rows, areas: list[Area]) -> Rows:
    """What stands in the first cell of a merged area holds for each of its cells."""
    first: dict[Area, Cell] = {}
    for line, row in rows:
        cells = list(row)
        for area in areas:
            if area.top == line and area.left <= len(row):
                first[area] = row[area.left - 1]
            if area.top <= line <= area.bottom and area in first:
                size = len(cells[area.left - 1 : area.right])
                cells[area.left - 1 : area.right] = [first[area]] * size
        yield line, cells
