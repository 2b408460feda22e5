"""The one place that prints: results to stdout, talk to stderr."""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import BadInput, FactcheckError, Usage
from factcheck.words import LABELS, Outcome

if TYPE_CHECKING:
    from datetime import datetime
    from typing import TextIO

CODES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "magenta": 35, "cyan": 36}

OUTCOME_STYLES: dict[str, tuple[Outcome, ...]] = {
    "green": (Outcome.OK, Outcome.OK_AS_CHANGED),
    "red": (Outcome.WRONG, Outcome.SOURCES_DIFFER, Outcome.CANT_CONFIRM),
    "dim": (Outcome.CUT, Outcome.STET, Outcome.NO_FACT),
    "magenta": (Outcome.ASK,),
    "cyan": (Outcome.OPEN,),
}
#: Columns of labels: coloured, and never cut.
LABELLED = {"outcome", "status", "re-check"}
COMFORTABLE, NARROWEST = 44, 12
STDOUT = "The standard output"
LARGEST_POWER = 30  # beyond 1e30 there is no value

# Not a context variable: progress is told from threads too.
_mode = {"json": False}


def set_json(on: bool) -> None:
    """Whether this invocation answers in JSON; then `say` and `warn` keep still."""
    _mode["json"] = on


def in_json() -> bool:
    return _mode["json"]


def emit(
    data: Any,
    *,
    as_json: bool = False,
    as_jsonl: bool = False,
    text: str | Callable[[], str] = "",
) -> None:
    """Print a result: as JSON, as a compact object a line, or as text for people."""
    if as_jsonl:
        one = isinstance(data, (dict, str)) or not isinstance(data, Iterable)
        for item in [data] if one else data:
            write(to_json(item, indent=None))
    elif as_json:
        lazy = isinstance(data, Iterable) and not isinstance(data, (dict, str))
        write(to_json(list(data) if lazy else data))
    else:
        shown = text() if callable(text) else text
        if shown:
            write(shown)


def to_json(data: Any, *, indent: int | None = 2) -> str:
    """JSON text, keys in the order given."""
    import json

    separators = (",", ": ") if indent else (",", ":")
    # A terminal that cannot show a character gets JSON's own escape, not Python's.
    ascii_only = "utf" not in (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    return json.dumps(
        data,
        ensure_ascii=ascii_only,
        indent=indent,
        separators=separators,
        default=json_default,
        allow_nan=False,
    )


def json_default(value: Any) -> Any:
    """What JSON has no word for: decimals, times in UTC, dates, enums, paths, sets."""
    from datetime import date, datetime
    from decimal import Decimal
    from enum import Enum

    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, date):
        return _moment(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, Iterable):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _moment(value: "datetime") -> str:
    from datetime import UTC

    aware = value if value.tzinfo else value.replace(tzinfo=UTC)  # as SQLite gives it
    return aware.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _number(value: Any) -> int | float | None:
    """1 stays whole, 37.0 stays broken; beyond 1e30 there is no value."""
    if not value.is_finite() or value.adjusted() > LARGEST_POWER:
        return None
    return int(value) if value.as_tuple().exponent == 0 else float(value)


def write(text: str) -> None:
    """A text to stdout, ending in one line break."""
    write_chunks([text if text.endswith("\n") else f"{text}\n"])


def write_chunks(chunks: Iterable[str | bytes]) -> None:
    """Text and bytes to stdout, as they come."""
    for chunk in chunks if sys.stdout is not None else ():
        try:
            _put(chunk)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise not_written(STDOUT, error) from error


def _put(chunk: str | bytes) -> None:
    if isinstance(chunk, str):
        sys.stdout.write(chunk)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(chunk)


def not_written(name: str, error: Exception) -> FactcheckError:
    """A sentence for a full disk, a missing folder, a lack of rights."""
    why = getattr(error, "strerror", None) or error
    hint = None if name == STDOUT else "Name another file."
    return BadInput(f"{name or 'That'} cannot be written: {why}.", hint=hint)


def say(message: str) -> None:
    """A message about the work; nothing in JSON mode."""
    if not in_json():
        complain(message)


def warn(message: str) -> None:
    if not in_json():
        complain(f"{colour('Warning:', 'yellow', stream=sys.stderr)} {message}")


def complain(line: str, end: str = "\n") -> None:
    """To stderr in any mode; a stderr that is gone is no reason to fail."""
    if sys.stderr is not None:  # print() would turn to stdout
        with suppress(OSError, ValueError):
            print(line, end=end, file=sys.stderr, flush=True)


def one_line(text: str) -> str:
    """A message on one line: what does not print is shown as an escape."""
    flat = " ".join(text.split())
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in flat)


def interactive() -> bool:
    """Whether there is somebody to ask."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def _is_terminal(stream: "TextIO | None") -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def in_colour(stream: "TextIO | None" = None) -> bool:
    """NO_COLOR and FORCE_COLOR by their rules, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _is_terminal(stream or sys.stdout) and os.environ.get("TERM") != "dumb"


def colour(text: str, style: str, *, stream: "TextIO | None" = None) -> str:
    """Text in a colour or weight of CODES, where colours are shown."""
    code = CODES.get(style)
    return f"\x1b[{code}m{text}\x1b[0m" if code and in_colour(stream) else text


def outcome_style(label: str) -> str:
    """The colour of an outcome, by its code or by what either house calls it."""
    if label.startswith("RE-CHECK"):
        return "red"
    codes = [code for words in LABELS.values() for code, word in words.items() if label == word]
    code = codes[0] if codes else label
    found = [style for style, members in OUTCOME_STYLES.items() if code in members]
    fixing = label.startswith("CHANGE TO") or code in set(Outcome)
    return found[0] if found else "yellow" * fixing


def table(rows: Iterable[Sequence[object]], columns: Sequence[str]) -> str:
    """Aligned columns; on a terminal coloured, and shortened to its width.

    Drawn by hand: rich takes nine times as long for a thousand rows.
    """
    from factcheck.text.show import width_of

    cells = [[_cell(value) for value in row] for row in rows]
    looked_at = _is_terminal(sys.stdout)
    if looked_at:
        cells = _fitted(cells, columns)
    widths = [max(map(width_of, column)) for column in zip(columns, *cells, strict=True)]
    lines = [[colour(_padded(n, w), "bold") for n, w in zip(columns, widths, strict=True)]]
    if looked_at and in_colour():
        lines.append([colour("-" * width, "dim") for width in widths])
    styled = [name.lower() in LABELLED for name in columns]
    lines += [list(_styled(row, widths, styled)) for row in cells]
    return "\n".join("  ".join(line).rstrip() for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    from factcheck.text.show import harmless

    return str(value) if isinstance(value, int) else harmless(" ".join(str(value).split()))


def _styled(row: Sequence[str], widths: Sequence[int], styled: Sequence[bool]) -> Iterator[str]:
    for text, width, in_style in zip(row, widths, styled, strict=True):
        padded = _padded(text, width)
        yield colour(padded, outcome_style(text)) if in_style else padded


def _padded(text: str, width: int) -> str:
    from factcheck.text.show import width_of

    return text + " " * (width - width_of(text))


def _fitted(cells: list[list[str]], columns: Sequence[str]) -> list[list[str]]:
    """Columns give way until a row fits the terminal: the last, which says most, not first."""
    from shutil import get_terminal_size

    from factcheck.text.show import shorten, width_of

    widths = [max(map(width_of, column)) for column in zip(columns, *cells, strict=True)]
    excess = sum(widths) + 2 * (len(widths) - 1) - get_terminal_size().columns
    last = len(widths) - 1
    others = [at for at, name in enumerate(columns[:-1]) if name.lower() not in LABELLED]
    for places, least in (([last], COMFORTABLE), (others, NARROWEST), ([last], NARROWEST)):
        for at in sorted(places, key=lambda at: -widths[at]):
            given = max(0, min(excess, widths[at] - least))
            widths[at], excess = widths[at] - given, excess - given
    return [
        [shorten(cell, width) for cell, width in zip(row, widths, strict=True)] for row in cells
    ]


def write_file(path: str | os.PathLike[str], content: str | bytes | Iterable[str | bytes]) -> None:
    """A file whole or not at all; "-" is stdout."""
    chunks = [content] if isinstance(content, (str, bytes)) else content
    if os.fspath(path) == "-":
        write_chunks(chunks)
        return
    # Through a symbolic link to the file itself, or os.replace would replace the link.
    try:
        _check_precious(Path(path).resolve())
        _replace(Path(path).resolve(), chunks)
    except (OSError, RuntimeError) as error:
        raise not_written(os.fspath(path), error) from error


#: How a database of SQLite begins.
SQLITE = b"SQLite format 3\0"


def _check_precious(target: Path) -> None:
    """A slip after -o must not cost a database."""
    hint = "Give another name to -o."
    if target.name == "factcheck.toml" and target.exists():
        raise Usage(f"{target} holds the settings.", hint=hint)
    database = target.with_name(re.sub(r"-(?:wal|shm|journal)$", "", target.name))
    if database.is_file():
        with database.open("rb") as file:
            if file.read(len(SQLITE)) == SQLITE:
                raise Usage(f"{target} is a database, or a part of one.", hint=hint)


def _replace(target: Path, chunks: Iterable[str | bytes]) -> None:
    import tempfile

    if target.is_dir():
        raise IsADirectoryError(21, "it is a directory")
    if target.exists() and not target.is_file():
        _fill(os.open(target, os.O_WRONLY), chunks)  # a pipe or a device is written straight
        return
    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        _fill(handle, chunks)
        Path(beside).chmod(mode)
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _fill(handle: int, chunks: Iterable[str | bytes]) -> None:
    with os.fdopen(handle, "wb") as file:
        for chunk in chunks:
            data = chunk.encode("utf-8", "backslashreplace") if isinstance(chunk, str) else chunk
            file.write(data)
        file.flush()
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            os.fsync(file.fileno())


def _umask() -> int:
    mask = os.umask(0o077)  # the only way to ask for it is to set it
    os.umask(mask)
    return mask
