"""What comes in by pipe or from a file."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import BadInput, Usage


def stdin_lines() -> "Iterator[tuple[int, str | BadInput]]":
    """The lines of stdin with their numbers; each is checked alone."""
    from factcheck.text.plain import lines

    if sys.stdin is None:
        raise Usage("There is no stdin to read.")
    if sys.stdin.isatty():
        from factcheck.cli.output import say

        say("Reading from the keyboard; end with Ctrl-D.")
        # All of it before the database is opened: nobody else shall wait for the typing.
        return iter(list(lines(sys.stdin.buffer)))
    return lines(sys.stdin.buffer)


def file_text(name: str) -> str:
    """The text of a file, or of stdin for `-`: UTF-8, a BOM gone, CRLF made LF."""
    from factcheck.text.plain import MAX_BYTES, decode

    return decode(file_bytes(name, MAX_BYTES), "stdin" if name == "-" else name)


def file_bytes(name: str, most: int) -> bytes:
    """A file, or stdin for `-`; one byte more than `most` of what is larger."""
    if name == "-":
        if sys.stdin is None:
            raise Usage("There is no stdin to read.")
        return sys.stdin.buffer.read(most + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        hint = "Name a file." if os.path.exists(name) else "Check the name."  # noqa: PTH110  Path.exists raises for a name that is too long
        raise BadInput(f"{name} cannot be read: {error.strerror}.", hint=hint) from error
    except ValueError as error:
        raise BadInput(f"{name!r} cannot be the name of a file.", hint="Check it.") from error
