"""Which format a file is in, by how it begins."""

import codecs
import re
import zipfile
from enum import StrEnum
from typing import BinaryIO

from factcheck.errors import BadInput

#: Bytes that are looked at.
HEAD = 65_536


class Incoming(StrEnum):
    """What can be taken in."""

    EXPORT = "export"
    PACKAGE = "package"
    SHEET = "sheet"
    CLAIMREVIEW = "claimreview"
    FACT_CHECK_TOOLS = "fact-check-tools"
    BIBTEX = "bibtex"
    CSL = "csl"
    ANNOTATIONS = "annotations"


_ENTRY = re.compile(rb"\s*(?:%[^\n]*\n\s*)*@\s*[A-Za-z]+\s*[{(]")
# Programs write remarks of their own before the first entry.
_LATER_ENTRY = re.compile(rb"^@[A-Za-z]+\{[^\s{},]+,\s*$", re.MULTILINE)
#: What stands in JSON of each kind, in the order in which they are looked for.
_SIGNS: tuple[tuple[Incoming, re.Pattern[bytes]], ...] = (
    (Incoming.EXPORT, re.compile(rb'\A\{"factcheck"\s*:')),
    (
        Incoming.ANNOTATIONS,
        re.compile(
            rb'anno\.jsonld|"(?:TextQuote|TextPosition|Range)Selector"|"type"\s*:\s*"Annotation'
        ),
    ),
    (Incoming.CLAIMREVIEW, re.compile(rb'claimReviewed|[":/]ClaimReview"|[":/]DataFeed"')),
    (
        Incoming.FACT_CHECK_TOOLS,
        re.compile(rb'"textualRating"|"claimReview"|"nextPageToken"|\A\{\s*"claims"\s*:'),
    ),
    (Incoming.ANNOTATIONS, re.compile(rb'\A\{\s*"(?:rows|total|export_userid)"\s*:')),
    (
        Incoming.CSL,
        re.compile(rb'"(?:container-title|issued|citation-key|citation-label|DOI|ISBN)"\s*:'),
    ),
    (Incoming.CSL, re.compile(rb'\A\[\s*\{.*"type"\s*:\s*"[a-z_-]+"', re.DOTALL)),
)


def guess(file: BinaryIO) -> Incoming:
    """The format of a file, which is read from its beginning again afterwards.

    Raises BadInput where nothing can be made of it.
    """
    head = file.read(HEAD)
    file.seek(0)
    if head.startswith(b"\x1f\x8b"):
        raise BadInput("It is packed with gzip.", hint="Unpack it: gunzip FILE")
    if head[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(file)
    if not head.strip():
        raise BadInput("There is nothing in it.", hint="Name an export, a sheet or a feed.")
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare[:1] in {b"{", b"["}:
        return _json(bare)
    if bare[:1] == b"<":
        return Incoming.CLAIMREVIEW
    if _ENTRY.match(bare) or _LATER_ENTRY.search(bare):
        return Incoming.BIBTEX
    return Incoming.SHEET


def _zipped(file: BinaryIO) -> Incoming:
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        msg = "It begins as a ZIP file and cannot be read as one."
        raise BadInput(msg, hint="Copy it again, whole.") from error
    finally:
        file.seek(0)
    if any(name.split("/")[-1] == "manifest.json" for name in names):
        return Incoming.PACKAGE
    if "xl/workbook.xml" in names:
        return Incoming.SHEET
    raise BadInput(
        "It is a ZIP file, but no package of ours and no workbook.",
        hint="An article comes in by factcheck article add.",
    )


def _json(head: bytes) -> Incoming:
    for form, sign in _SIGNS:
        if sign.search(head):
            return form
    if head[:1] == b"{" and b'"kind"' in head and b'"record"' in head:
        # Our own, without its first line: its reader says so.
        return Incoming.EXPORT
    raise BadInput(
        "It is JSON, and does not say what of.",
        hint=f"Add --format: {', '.join(form.value for form in Incoming)}.",
    )
