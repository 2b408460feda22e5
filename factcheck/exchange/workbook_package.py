"""The zip file that a workbook is: the same bytes each time, and nothing harmful on the way in."""

import re
from io import BytesIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812  the module's own name for it is "error"

from factcheck.errors import BadInput

MAX_PARTS = 10_000
MAX_UNPACKED = 200_000_000

#: The earliest day that a zip file knows: a report is not of the moment when it was written.
_DAY = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")

#: Of a part, looked at before it is read.
HEAD = 1_000_000

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AGAIN = "Save it as XLSX without a password, or as CSV."


def packed(file: BytesIO) -> bytes:
    """A workbook with all times taken out."""
    out = BytesIO()
    with ZipFile(file) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = ZipInfo(name, _DAY)
            part.compress_type = ZIP_DEFLATED
            data = old.read(name)
            if name == _CORE:
                data = _TIME.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            new.writestr(part, data)
    return out.getvalue()


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are what a spreadsheet program saves, and no text."""
    return data.startswith((_ZIP, _OLE))


def checked(data: bytes) -> ZipFile:
    """The parts of a workbook. Raises BadInput for what is none, is locked, or is a trap."""
    if data.startswith(_OLE):
        raise BadInput("The workbook has a password, or is of the old kind, XLS.", hint=AGAIN)
    try:
        archive = ZipFile(BytesIO(data))
        _check_parts(archive)
        for part in archive.infolist():
            _check_head(archive, part)
    except (BadZipFile, ZlibError, EOFError, OSError, ValueError, NotImplementedError) as error:
        msg = "The workbook is not whole: a part of it is missing or damaged."
        raise BadInput(msg, hint="Copy or download it again.") from error
    return archive


def _check_parts(archive: ZipFile) -> None:
    parts = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise BadInput("The file is no workbook of the kind XLSX.", hint=AGAIN)
    if any(part.flag_bits & 1 for part in parts):
        raise BadInput("The workbook is protected with a password.", hint=AGAIN)
    # A part that lies about its size is cut there by zipfile, and fails its checksum.
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED or len(parts) > MAX_PARTS:
        msg = f"The workbook unpacks to {size / 1e6:.0f} MB in {len(parts)} parts."
        most = f"{MAX_UNPACKED // 1_000_000} MB in {MAX_PARTS} parts"
        raise BadInput(msg, hint=f"At most {most} can be taken; divide it.")


def _check_head(archive: ZipFile, part: ZipInfo) -> None:
    """No spreadsheet program writes a DTD: entities hide files and bombs.

    The parser that reads the sheets looks at what stands before the first element, so that no
    encoding hides it; what is not XML is not looked at any further.
    """
    began = False

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal began
        began = True

    def refuse(*_declared: object) -> None:
        raise BadInput(f"The workbook is damaged: {part.filename} holds a DTD.", hint=AGAIN)

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = refuse
    with archive.open(part) as file:
        try:
            parser.Parse(file.read(HEAD), False)  # noqa: FBT003  that more may follow
        except expat.ExpatError:
            return
        if not began and file.read(1):
            msg = f"The workbook is damaged: {part.filename} does not begin."
            raise BadInput(msg, hint=AGAIN)


def merged(archive: ZipFile, name: str) -> list[str]:
    """The areas of a sheet that are one cell each: `A3:A7`."""
    found: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "mergeCell":
            found.append(attributes.get("ref", ""))

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    with archive.open(name) as file:
        parser.ParseFile(file)
    return found
