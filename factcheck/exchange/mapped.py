"""Any CSV as claims: `Statement=text` says which column is which field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.errors import BadInput, Usage
from factcheck.exchange.cited_sources import day_in_words
from factcheck.exchange.sheet import read_rows
from factcheck.services import intake
from factcheck.services.intake import Incoming
from factcheck.text.plain import decode
from factcheck.words import nearest

#: Column and field, in the order given.
Map = tuple[tuple[str, str], ...]
Item = tuple[int, Incoming | BadInput]
Row = tuple[int, list[str] | BadInput]

#: A verdict is decided here, whatever stands in the file.
FIELDS = [name for name in intake.KNOWN if name != "ok"]

#: Fields that hold a day.
_DAYS = ("said_on", "on")
_AS_IN = 'As in --map "Statement=text" --map "Who=claimant"'


@dataclass(slots=True)
class Table:
    """What a file says of claims."""

    #: Columns that nothing was said about, by their names.
    unmapped: list[str]
    #: Each row with the line that it begins on, or what is wrong with it there.
    items: Iterator[Item]


def parse_map(pairs: Sequence[str]) -> Map:
    """`["Statement=text"]` -> `(("Statement", "text"),)`.

    Raises Usage for what is no pair, no field, or there twice; for verdicts, and where no field
    gives a claim its words.
    """
    found = tuple(_pair(each) for each in pairs)
    fields = [field for _, field in found]
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice:
        msg = f"Two columns are mapped to {twice}."
        raise Usage(msg, hint="A field is filled from one column.")
    if not {"text", "quote"} & set(fields):
        raise Usage("No column is mapped to text or quote.", hint=_AS_IN)
    return found


def _pair(given: str) -> tuple[str, str]:
    # A column may have the sign in its name, a field has not.
    column, sign, word = given.rpartition("=")
    if not sign or not column.strip() or not word.strip():
        raise Usage(f"{given!r:.60} maps no column to a field.", hint=_AS_IN)
    name = "_".join(word.casefold().replace("-", " ").replace("_", " ").split())
    field = intake.HEADINGS.get(name.replace("_", " "), name)
    if field == "ok":
        msg = f"The column {column.strip()!r:.60} cannot be a verdict: verdicts are decided here."
        raise Usage(msg, hint="Map it to note, and decide each claim with factcheck verify.")
    if field not in FIELDS:
        guess = nearest(field, FIELDS)
        hint = f"Did you mean {guess}?" if guess else f"Known: {', '.join(FIELDS)}."
        raise Usage(f"{word.strip()!r:.60} is no field of a claim.", hint=hint)
    return column.strip(), field


def read(data: bytes, mapping: Map) -> Table:
    """The claims of a CSV file, by its heading.

    Raises BadInput for more than 25 MB, another encoding than UTF-8, and a column that is not
    there; rows that are wrong come as BadInput.
    """
    rows = _rows(decode(data, "The table"))
    line, headings = next(rows, (1, []))
    if isinstance(headings, BadInput):
        raise headings
    try:
        places = {field: _place(column, headings) for column, field in mapping}
    except BadInput as error:
        error.line = line
        raise
    told = set(places.values())
    unmapped = [named for at, named in enumerate(_named(headings)) if at not in told and named]
    return Table(unmapped, _items(rows, places, len(headings)))


def _rows(text: str) -> Iterator[Row]:
    """The rows below the blank lines at the top; nothing can be read behind a broken one."""
    body = text.lstrip("\n")
    blank = len(text) - len(body)
    try:
        for line, row in read_rows(body):
            yield line + blank, row
    except BadInput as error:
        line = (error.line or 1) + blank
        msg = f"The row that begins on line {line} is no CSV."
        yield line, BadInput(msg, hint="Look at its quotation marks.", line=line)


def _named(headings: Sequence[str]) -> list[str]:
    """The headings; one that stands there again gets a number: Name, Name#2."""
    bare = [" ".join(cell.split()) for cell in headings]
    seen: dict[str, int] = {}
    found = []
    for name in bare:
        seen[name] = seen.get(name, 0) + 1
        found.append(f"{name}#{seen[name]}" if name and seen[name] > 1 else name)
    return found


def _place(column: str, headings: Sequence[str]) -> int:
    """Which column it is: as it is written, else without minding its capitals."""
    wanted, known = " ".join(column.split()), _named(headings)
    first = wanted.removesuffix("#1")
    for written in (wanted, first):
        if written in known:
            _check_single(written, known, said=wanted)
            return known.index(written)
    alike = [at for at, name in enumerate(known) if name.casefold() == wanted.casefold()]
    if len(alike) == 1:
        return alike[0]
    guess = nearest(wanted, [name for name in known if name])
    hint = f"Did you mean {guess}?" if guess else f"There are: {', '.join(filter(None, known))}."
    raise BadInput(f"There is no column {wanted!r:.60} in the table.", hint=f"{hint:.300}")


def _check_single(name: str, known: Sequence[str], said: str) -> None:
    if said == name and f"{name}#2" in known:
        msg = f"The column {name!r:.60} stands in the table more than once."
        raise BadInput(msg, hint=f"Say which: {name}#1 or {name}#2.")


def _items(rows: Iterator[Row], places: dict[str, int], width: int) -> Iterator[Item]:
    for line, row in rows:
        if isinstance(row, BadInput):
            yield line, row
        elif any(cell.strip() for cell in row):
            yield line, _taken(line, row, places, width)


def _taken(line: int, row: list[str], places: dict[str, int], width: int) -> Incoming | BadInput:
    try:
        _check_width(row, width)
        cells = {field: row[at].strip() for field, at in places.items() if at < len(row)}
        return intake.from_fields(
            {
                field: _day(field, cell) if field in _DAYS else cell
                for field, cell in cells.items()
                if cell
            }
        )
    except BadInput as error:
        error.line = line
        return error


def _check_width(row: list[str], width: int) -> None:
    if any(cell.strip() for cell in row[width:]):
        msg = f"The row has {len(row)} cells, the heading {width}."
        raise BadInput(msg, hint="Put cells that hold the separator into quotation marks.")


def _day(field: str, cell: str) -> str:
    found = day_in_words(cell)
    if found is None:
        raise BadInput(f"{field} is {cell!r:.60}, which is no day.", hint="As in 2026-11-23.")
    return found
