"""Bytes of any format -> text, zones, notes, links and metadata.

    document.py     the shapes
    formats.py      what a file is
    worker.py       the process in which DOCX, PDF and HTML are taken apart
    plain.py  markdown.py  docx.py  html.py  pdf.py     a reader each
    notes.py        which words a note is about
    own_comments.py  docx_places.py     our comments in a file, and where in it a stretch of text is
    page.py  pages.py  pool.py     all visible text of a page, for quotations; warm processes

Importing this room loads none of the libraries that parse.
"""

import re

from factcheck.documents import formats, markdown, plain, worker
from factcheck.documents.document import Annotation, Document, Zoned
from factcheck.errors import BadInput
from factcheck.text.plain import MAX_BYTES
from factcheck.words import Format

__all__ = ["Annotation", "Document", "Zoned", "read"]

MAX_PACKED = 100_000_000
# The readers know no name; their sentences begin with this.
_FILE = "The file"

# What no database can keep.
_UNKEPT = re.compile("[\0\ud800-\udfff]")


def read(
    data: bytes,
    name: str = "",
    format: Format | None = None,  # noqa: A002  callers know it by this word
    charset: str | None = None,
) -> Document:
    """What is in a file; `name`, `format` and `charset` are what others say of it.

    Raises BadInput, in a sentence that begins with `name`, for what cannot be taken.
    """
    try:
        document = _read(data, name, format, charset)
    except BadInput as error:
        raise _named(error, name) from error
    document.text = _UNKEPT.sub("\N{REPLACEMENT CHARACTER}", document.text)
    return document


def _read(data: bytes, name: str, said: Format | None, charset: str | None) -> Document:
    if not data:
        raise BadInput("There is nothing in it.", hint="Was it saved?")
    found, remarks = formats.guess(data, name, said)
    _check_size(data, found)
    document = _by_format(data, found, charset)
    if not document.text.strip():
        raise BadInput("There is no text in it.", hint="Is it a picture of a text?")
    document.remarks[:0] = remarks
    return document


def _by_format(data: bytes, found: Format, charset: str | None) -> Document:
    if found is Format.TEXT:
        return plain.read(data, charset=charset)
    if found is Format.MARKDOWN:
        return markdown.read(data, charset=charset)
    return worker.run(data, found, charset)


def _check_size(data: bytes, found: Format) -> None:
    most = MAX_PACKED if found in {Format.DOCX, Format.PDF} else MAX_BYTES
    if len(data) > most:
        message = f"The file has {len(data) / 1e6:.1f} MB, more than the {most // 10**6} MB"
        raise BadInput(f"{message} that can be taken.", hint="Divide it.")


def _named(error: BadInput, name: str) -> BadInput:
    if not name:
        return error
    if error.message.startswith(_FILE):
        message = name + error.message.removeprefix(_FILE)
    else:
        message = f"{name}: {_lowered(error.message)}"
    return BadInput(message, hint=error.hint, line=error.line)


def _lowered(sentence: str) -> str:
    """`There is` -> `there is`; `PDF` stays as it is."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence
