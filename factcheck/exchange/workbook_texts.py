"""Any text as a cell of a workbook may hold it, and what a cell says when it comes back."""

import re

from factcheck.exchange.sheet_rows import guarded, unguarded

#: What a cell holds at most, in UTF-16 code units.
LONGEST = 32_767
MARK = "... (continued in Long texts sheet)"

# What XML has no spelling for.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads `_x0041_` as A, and `_x005F_` as the line that begins it.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x(005F|000D)_", re.IGNORECASE)


def visible(text: str) -> str:
    r"""Control characters as `\x07`, to be seen and to come back."""
    return _FORBIDDEN.sub(lambda found: _spelled(found[0]), text)


def _spelled(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


def restored(cell: str, was: str) -> str:
    """A cell with the control characters that the record's text has."""
    for char in set(_FORBIDDEN.findall(was)):
        cell = cell.replace(_spelled(char), char)
    return cell


def parts(text: str) -> list[str]:
    """The whole text in parts that a cell can hold each; nearly always it is one."""
    shown = visible(text)
    # One less than a cell can hold, for the guard.
    found = [_fitting(shown[: LONGEST - 1])]
    done = len(found[0])
    while done < len(shown):
        found.append(_fitting(shown[done : done + LONGEST - 1]))
        done += len(found[-1])
    return found


def _fitting(text: str) -> str:
    """As much as a cell can hold: an underline may take seven characters, any other two."""
    while _length(text) > LONGEST:
        text = text[: len(text) * 9 // 10]
    return text


def written(text: str) -> str:
    """The cell: the text as it can be seen, or what fits of it and where the rest is."""
    first, *rest = parts(text)
    cell = _ESCAPE.sub("_x005F_", guarded(first))
    return cell[: -len(MARK)] + MARK if rest else cell


def _length(text: str) -> int:
    """With escapes and guard, counted in code units as Excel does."""
    return len(_ESCAPE.sub("_x005F_", text).encode("utf-16-le")) // 2 + 1


def read(cell: str) -> str:
    """What a cell says: the escapes of the format are undone, the guard is left."""
    return _ESCAPED.sub(lambda found: "_" if found[1].upper() == "005F" else "\r", cell)


def joined(cells: list[str]) -> str:
    """The cell that was cut, whole, from the parts of it that came back; guarded as it was."""
    return "".join([*cells[:1], *map(unguarded, cells[1:])])


def flat(text: str) -> str:
    """Without the blanks around, and with one kind of line end: both are lost on the way."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def is_cut(cell: str, whole: str) -> bool:
    """Whether a cell is the beginning of this text, and says that it goes on elsewhere."""
    return cell.endswith(MARK) and flat(whole).startswith(flat(cell.removesuffix(MARK)))


def is_as_written(cell: str, was: str) -> bool:
    """Whether a cell came back as it went out, from a CSV or from a workbook."""
    if flat(cell) in {flat(was), flat(visible(was))}:
        return True
    return cell.endswith(MARK) and flat(cell) == flat(unguarded(read(written(was))))
