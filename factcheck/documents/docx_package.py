"""The parts of a DOCX file, each checked before it is unpacked and parsed."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple, TypeAlias
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  the module's own name for it is "error"

from lxml import etree  # type: ignore[import-untyped]  # it carries none

from factcheck.errors import BadInput

#: An element of lxml, which carries no types.
Element: TypeAlias = Any

MAX_PARTS = 10_000
MAX_UNPACKED = 300_000_000
#: A text packs to a tenth; nothing honest packs to a two-hundredth.
MAX_RATIO = 200
SMALL = 20_000_000

AGAIN = "Save it again with a word processor."

# ISO's strict names for what everybody writes under the old ones.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
_DTD = re.compile("<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}encoding=["']([\w.-]+)["']""")


class Link(NamedTuple):
    """A relationship of one part with another, or with an address outside."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Part:
    """A parsed part and its relationships by id."""

    root: Element
    links: dict[str, Link]
    #: Its path in the package.
    name: str

    def address(self, link: str | None) -> str | None:
        found = self.links.get(link or "")
        return found.target if found and found.external else None


class Package:
    """Raises BadInput for what is no whole DOCX, protected, or unpacks to far too much."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError) as error:
            message = "The file is not whole: the end of it is missing or damaged."
            raise BadInput(message, hint="Copy or download it again.") from error
        _check_sizes(self._zip, len(data))

    @cached_property
    def _names(self) -> dict[str, str]:
        return {name.lower(): name for name in self._zip.namelist()}

    @cached_property
    def _main(self) -> str:
        for link in self._links("").values():
            if link.kind == "officeDocument" and self.has(link.target):
                return link.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        message = "The file holds no document: word/document.xml is missing."
        raise BadInput(message, hint=AGAIN)

    def document(self) -> Part:
        return self._part(self._main)

    def part(self, kind: str) -> Part | None:
        """The part that the document names as `comments`, `styles` ...; None without one."""
        return self._first(self._links(self._main), kind)

    def properties(self) -> Part | None:
        return self._first(self._links(""), "core-properties")

    @cached_property
    def is_strict(self) -> bool:
        """Whether the document is written in ISO's strict names."""
        return _STRICT[0][0] in self._unpacked(self._main)

    def has(self, name: str) -> bool:
        return name.lower() in self._names

    def tree(self, name: str) -> Element:
        """A file of the package, parsed: its content types, the relationships of a part."""
        return self._parsed(name)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file in it by its path. Raises BadInput for one that cannot be unpacked."""
        for name in self._names.values():
            if not name.endswith("/"):
                yield name, self._unpacked(name)

    def _first(self, links: dict[str, Link], kind: str) -> Part | None:
        for link in links.values():
            if link.kind == kind and not link.external and self.has(link.target):
                return self._part(link.target)
        return None

    def _part(self, name: str) -> Part:
        return Part(self._parsed(name), self._links(name), name)

    def _links(self, name: str) -> dict[str, Link]:
        path = relations_of(name)
        if not self.has(path):
            return {}
        return dict(_links(self._parsed(path), posixpath.dirname(name)))

    def _parsed(self, name: str) -> Element:
        data = self._unpacked(name)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        _check_xml(data, name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            # The parser has no place and no word for it.
            if error.lineno == 0:
                raise MemoryError from error
            raise _damaged(name, str(error)) from error

    def _unpacked(self, name: str) -> bytes:
        try:
            return self._zip.read(self._names[name.lower()])
        except (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError) as error:
            raise _damaged(name, "it cannot be unpacked") from error


def strictly(data: bytes) -> bytes:
    """XML in ISO's strict names again."""
    for strict, usual in _STRICT:
        data = data.replace(usual, strict)
    return data


def relations_of(name: str) -> str:
    """Where the relationships of a part are written down."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _check_sizes(archive: ZipFile, packed: int) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        message = "The file is protected with a password."
        raise BadInput(message, hint="Open it, take the password off, and save it again.")
    if len(parts) > MAX_PARTS:
        message = f"The file holds {len(parts)} parts; at most {MAX_PARTS} can be taken."
        raise BadInput(message, hint=AGAIN)
    # A part that lies about its size is cut there by zipfile, and fails its checksum.
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED or (size > SMALL and size > packed * MAX_RATIO):
        message = f"The file is a zip bomb or damaged: {packed / 1e6:.1f} MB claim to hold"
        raise BadInput(f"{message} {size / 1e6:.0f} MB.", hint=AGAIN)


def _check_xml(data: bytes, name: str) -> None:
    """No word processor writes a DTD; entities hide files and bombs."""
    encoding = _encoding(data)
    if encoding is None or _DTD.search(data.decode(encoding, "ignore")):
        raise _damaged(name, "it holds a DTD or an encoding that no word processor writes")


def _encoding(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    data = data.removeprefix(b"\xef\xbb\xbf")
    # The parser knows other encodings by their first bytes.
    if not data.lstrip().startswith(b"<") or b"\0" in data[:4]:
        return None
    said = _ENCODING.match(data)
    written = said[1].decode().lower() if said else "utf-8"
    # What is read here as ASCII must be what the parser reads.
    return "latin-1" if written in {"utf-8", "us-ascii", "ascii", "iso-8859-1"} else None


def _damaged(name: str, why: str) -> BadInput:
    if "Excessive depth" in why:
        return BadInput(f"The file is nested too deeply: {name}.", hint=AGAIN)
    return BadInput(f"The file is damaged: {name}: {why}.", hint=AGAIN)


def _links(root: Element, folder: str) -> Iterator[tuple[str, Link]]:
    for element in root.iter("{*}Relationship"):
        target = element.get("Target", "")
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        yield element.get("Id", ""), Link(kind, target, external)
