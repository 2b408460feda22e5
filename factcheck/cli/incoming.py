"""Articles and drafts on their way in: a file, an address, or stdin, of any format we read."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.network import AllowPrivate, allowed
from factcheck.words import Format, pick

if TYPE_CHECKING:
    from factcheck.services.incoming import Came

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="text|markdown|html|docx|pdf", help="Where the guess is wrong."
    ),
]
__all__ = ["AllowPrivate", "FormatOption", "document", "is_address"]

#: Bytes; the reader of each format knows its own limit below this.
LARGEST = 100_000_000


def document(what: str, form: str | None = None, allow: list[str] | None = None) -> "Came":
    """The document that FILE, URL or `-` names; what was decided on the way is said."""
    from factcheck.cli.stdin import file_bytes
    from factcheck.services import incoming

    wanted = pick(Format, form, what="format") if form else None
    if is_address(what):
        found = incoming.fetched(what, wanted, allowed(allow))
    else:
        name = "stdin" if what == "-" else what
        found = incoming.read(file_bytes(what, LARGEST), name, wanted)
    for remark in found.document.remarks:
        output.say(remark)
    return found


def is_address(what: str) -> bool:
    """Any scheme, so that ftp: is refused as an address and not looked for as a file."""
    return re.match(r"[a-z][a-z0-9+.-]*://", what, re.IGNORECASE) is not None
