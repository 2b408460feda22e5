"""A report as a workbook (XLSX): the working sheet, and beside it evidence, sources, findings.

The sheet Claims has the columns of the CSV sheet and comes back like it. Every text is written
as text: no cell is a formula, and none becomes one when the sheet is saved as CSV.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from factcheck.exchange.rows import COLUMNS
from factcheck.exchange.sheet_rows import NUMBERED, of_content
from factcheck.exchange.workbook_package import packed
from factcheck.exchange.workbook_rows import CLAIMS, LONG_TEXTS, read
from factcheck.exchange.workbook_texts import parts, written
from factcheck.words import Outcome

__all__ = ["read", "write"]

Shape = Mapping[str, Any]

EVIDENCE = (
    "uid", "claim", "stance", "quote", "says", "locator", "how", "on", "tier", "seen", "source",
    "title", "url", "publisher", "comparison", "presence", "note", "retracted",
)  # fmt: skip
SOURCES = (
    "key", "title", "url", "publisher", "kind", "author", "published", "tier", "origin", "cited",
    "archived",
)  # fmt: skip
TEXTS = ("sheet", "row", "column", "part", "text")
FINDINGS = ("code", "severity", "state", "claim", "source", "message", "help")

#: In characters; what is not named here is as wide as its heading asks for.
WIDTHS = {
    "uid": 10, "fact": 48, "words": 40, "reason": 40, "fix": 28, "evidence": 48, "note": 28,
    "outcome": 17, "verdict": 17, "claimant": 18, "article": 18, "tags": 16, "source": 20,
    "place": 16, "version": 16, "quote": 48, "says": 32, "title": 36, "url": 40, "publisher": 20,
    "comparison": 36, "seen": 24, "message": 60, "help": 44, "archived": 40, "text": 100,
    "author": 18, "retracted": 24, "published": 13, "presence": 17, "locator": 18,
}  # fmt: skip
NARROW = 11

#: Cells that stay on one line, however narrow their column is.
ON_ONE_LINE = frozenset({"uid", "version"})

HEADING, TEXT, ONE_LINE, NUMBER = "Head", "Words", "One line", "Count"

#: Pale enough for black letters: the label says the same as the colour.
_GREEN, _YELLOW, _ORANGE, _RED = "D8EFD3", "FFF3C4", "FFDFBF", "F8CFCB"
_GREY, _BLUE, _VIOLET = "E6E6E6", "D6E6F5", "E7DBF2"
COLOURS: dict[str, str] = {
    Outcome.CUT: _GREY,
    Outcome.STET: _GREY,
    Outcome.ASK: _YELLOW,
    Outcome.OK_AS_CHANGED: _GREEN,
    Outcome.CHANGE: _RED,
    Outcome.ATTRIBUTE: _ORANGE,
    Outcome.CUT_ASKED: _RED,
    Outcome.OPEN: _YELLOW,
    Outcome.OK_ON_AUTHOR: _GREEN,
    Outcome.OK: _GREEN,
    Outcome.PARTLY: _ORANGE,
    Outcome.WRONG: _RED,
    Outcome.SOURCES_DIFFER: _VIOLET,
    Outcome.CANT_CONFIRM: _BLUE,
    Outcome.NO_FACT: _GREY,
}


Cell = str | int | None
#: A sheet of openpyxl that is written row by row.
Sheet: TypeAlias = Any


@dataclass(slots=True)
class Page:
    """A sheet: its rows, and the outcomes that colour them where it has any."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[Cell]]
    outcomes: Sequence[str] = ()


def write(content: Shape) -> bytes:
    """The workbook, the same bytes for the same content; a sheet without rows is left out."""
    claims = content.get("claims") or []
    evidence = [_piece(each, claim) for claim in claims for each in claim.get("evidence") or ()]
    pages = [
        Page(CLAIMS, COLUMNS, list(_claims(content)), [each.get("outcome") for each in claims]),
        Page("Evidence", EVIDENCE, evidence),
        Page("Sources", SOURCES, [_source(each) for each in content.get("sources") or ()]),
        Page("Findings", FINDINGS, [_finding(each) for each in content.get("findings") or ()]),
    ]
    pages.append(Page(LONG_TEXTS, TEXTS, [row for page in pages for row in _long_texts(page)]))
    return packed(_book([page for page in pages if page.rows or page.title == CLAIMS]))


# The rows


def _claims(content: Shape) -> Iterator[Sequence[Cell]]:
    for row in of_content(content):
        cells: list[Cell] = [*row]
        cells[NUMBERED] = int(row[NUMBERED])
        yield cells


def _piece(piece: Shape, claim: Shape) -> Sequence[Cell]:
    source, comparison = piece.get("source") or {}, piece.get("comparison") or {}
    told = [comparison[name] for name in ("result", "explanation") if comparison.get(name)]
    because = piece.get("retracted_because") or "yes"
    cells: dict[str, Cell] = {
        "claim": claim["id"],
        "seen": _seen(piece.get("seen")),
        "source": source.get("key"),
        **{name: source.get(name) for name in ("title", "url", "publisher")},
        "comparison": ": ".join(told),
        "retracted": because if piece.get("retracted") else None,
    }
    return [cells[name] if name in cells else piece.get(name) for name in EVIDENCE]


def _seen(seen: Shape | None) -> str | None:
    """When somebody looked, and who; as far as it may be told."""
    told = [seen[name] for name in ("at", "by") if seen.get(name)] if seen else []
    return ", ".join(told) or ("yes" if seen else None)


def _source(source: Shape) -> Sequence[Cell]:
    archived = source.get("archived") or {}
    kept = " ".join(archived[name] for name in ("at", "url") if archived.get(name))
    return [kept if name == "archived" else source.get(name) for name in SOURCES]


def _finding(finding: Shape) -> Sequence[Cell]:
    return [finding.get(name) for name in FINDINGS]


def _long_texts(page: Page) -> Iterator[Sequence[Cell]]:
    """What no cell can hold, in parts, each with the row and the column that it is of."""
    for row in page.rows:
        for name, cell in zip(page.columns, row, strict=True):
            found = parts(cell) if isinstance(cell, str) else []
            if len(found) > 1:
                for number, part in enumerate(found, 1):
                    yield page.title, row[0], name, number, part


# The book


def _book(pages: Iterable[Page]) -> BytesIO:
    book = Workbook(write_only=True)
    for style in _styles():
        book.add_named_style(style)
    for page in pages:
        _fill(book.create_sheet(page.title), page)
    book.properties.creator = "factcheck"
    file = BytesIO()
    book.save(file)
    return file


def _styles() -> Iterator[NamedStyle]:
    """Of headings, texts, texts on one line, and of each outcome."""
    bold, top = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    yield NamedStyle(HEADING, font=bold, fill=_fill_of(_GREY), alignment=top, number_format="@")
    yield NamedStyle(TEXT, alignment=top, number_format="@")
    yield NamedStyle(ONE_LINE, alignment=Alignment(vertical="top"), number_format="@")
    yield NamedStyle(NUMBER, alignment=Alignment(vertical="top"))
    for outcome, colour in COLOURS.items():
        yield NamedStyle(
            outcome, font=bold, fill=_fill_of(colour), alignment=top, number_format="@"
        )


def _fill_of(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour)


def _fill(sheet: Sheet, page: Page) -> None:
    _lay_out(sheet, page)
    sheet.append([_text(sheet, name, HEADING) for name in page.columns])
    outcomes = page.outcomes or [""] * len(page.rows)
    for row, outcome in zip(page.rows, outcomes, strict=True):
        pairs = zip(page.columns, row, strict=True)
        sheet.append([_cell(sheet, name, value, outcome) for name, value in pairs])


def _lay_out(sheet: Sheet, page: Page) -> None:
    """The heading stays in sight and filters; on paper it stands on each page."""
    last = get_column_letter(len(page.columns))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(page.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for place, name in enumerate(page.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(name, NARROW)


def _cell(sheet: Sheet, name: str, value: Cell, outcome: str) -> Any:
    if isinstance(value, int):
        return _styled(WriteOnlyCell(sheet, value), NUMBER)
    if name == "outcome" and outcome in COLOURS:
        return _text(sheet, value or "", outcome)
    return _text(sheet, value or "", ONE_LINE if name in ON_ONE_LINE else TEXT)


def _text(sheet: Sheet, text: str, style: str) -> Any:
    """A cell that is text whatever it begins with, also when somebody goes into it and out."""
    cell = _styled(WriteOnlyCell(sheet), style)
    if text:
        cell.value = written(text)
        # Not what it looks like: a formula, or an error.
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith("'")
    return cell


def _styled(cell: Any, style: str) -> Any:
    cell.style = style
    return cell
