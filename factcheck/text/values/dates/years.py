"""Whether four digits are a year."""

from factcheck.text.values.dates.row import DateRow

# Without a preposition only these are years: "1500 men" is the plainer reading of the others.
_FIRST, _LAST = 1900, 2099
# "The 1848 revolution".
_FIRST_OF_THE = 1700
_ROUND = 100


def is_year(row: DateRow, at: int, *, joined: bool = False) -> bool:
    """Whether word `at`, of letter Y, is a year; `joined` to another year behind it."""
    year = row.value(at)
    if _is_part_of_another(row, at, joined=joined) or _is_counted(row, at):
        return False
    if _is_told(row, at):
        return True
    first = _FIRST_OF_THE if row.letter(at - 1) == "e" else _FIRST
    return first <= year <= _LAST and not _is_amount(row, at)


def _is_part_of_another(row: DateRow, at: int, *, joined: bool) -> bool:
    """`$2019`, `555-2019`, `2019-mile`, `2019%`."""
    before, behind = row.letter(at - 1), row.letter(at + 1)
    if before in {"$", "N", "O", "D"} or (before == "-" and row.letter(at - 2) in {"N", "Y", "D"}):
        return True
    if row.word(at - 1) in row.words.numbered_things:
        return True
    if joined:
        return False
    hyphen = behind == "-" and row.glued(at + 1) and row.glued(at + 2)
    if behind == "N":
        return before not in {"i", "u"}
    return behind == "/" or (hyphen and row.letter(at + 2) not in {"X", "W", "M", ""})


def _is_counted(row: DateRow, at: int) -> bool:
    """`1999 people`, `2000 armed men`."""
    return "%" in (row.letter(at + 1), row.letter(at + 2) if row.letter(at + 1) == "_" else "")


def _is_told(row: DateRow, at: int) -> bool:
    """`in 1812`, `the year 1812`, `(1812)`."""
    before, behind = row.letter(at - 1), row.letter(at + 1)
    if before in {"i", "u", "k", "b"} or (before == "(" and behind in {")", "-"}):
        return True
    if len(row.letters) == 1:
        return True
    bound = row.word(at - 1) in row.words.bounds
    return bound and not _is_amount(row, at) and behind != "s"


def _is_amount(row: DateRow, at: int) -> bool:
    """`at least 2000`, `2000 elections`; `the 2016 elections` is a year."""
    before = row.letter(at - 1)
    if row.word(at - 1) in row.words.amounts:
        return True
    if row.words.bounds.get(row.word(at - 1)) == "about" and row.value(at) % _ROUND == 0:
        return True
    if row.word(at + 1) in row.words.dated_things:
        return False
    return row.letter(at + 1) == "s" and before not in {"e", "X", "s", "_"}
