"""A DOCX file as it was, but for what was written into its document and its comments."""

import posixpath
from collections.abc import Container, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree  # type: ignore[import-untyped]  # it carries none

from factcheck.documents.docx_package import Element, Package, Part, relations_of, strictly
from factcheck.documents.docx_styles import R, W

_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = R[1:-1]
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
#: The day on which zip files begin: the same content gives the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


class Copy:
    """A package with its document and its comments, which may be written into."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.body = package.document()
        self._changed = {self.body.name: self.body.root}
        self.comments = self.part("comments") or self._new_comments()
        self._changed[self.comments.name] = self.comments.root

    def part(self, kind: str) -> Part | None:
        """A part by what the document calls it, which may be written into."""
        part = self._package.part(kind)
        if part is None:
            return None
        root = self._changed.setdefault(part.name, part.root)
        return Part(root, part.links, part.name)

    def _new_comments(self) -> Part:
        name = posixpath.join(posixpath.dirname(self.body.name), "comments.xml")
        while self._package.has(name):
            name = name.replace(".xml", "x.xml")
        relation = unused("fcComments", self.body.links)
        self._relate(self.body, relation, "comments", Target=posixpath.basename(name))
        types = self._tree(_TYPES)
        override = f"{{{_PACKAGE}/content-types}}Override"
        etree.SubElement(types, override, PartName=f"/{name}", ContentType=_COMMENTS)
        root = etree.Element(f"{W}comments", nsmap={"w": W[1:-1], "r": R[1:-1]})
        return Part(root, {}, name)

    def link(self, addresses: Mapping[str, str]) -> None:
        """Where the links of the comments lead, by the names of their relationships."""
        for name, address in addresses.items():
            self._relate(self.comments, name, "hyperlink", Target=address, TargetMode="External")

    def _relate(self, part: Part, name: str, kind: str, **said: str) -> None:
        path = relations_of(part.name)
        relation = f"{{{_PACKAGE}/relationships}}Relationship"
        etree.SubElement(self._tree(path), relation, Id=name, Type=f"{_OFFICE}/{kind}", **said)

    def _tree(self, name: str) -> Element:
        """A file of the package that is changed; a new one holds relationships."""
        if name not in self._changed:
            space = f"{_PACKAGE}/relationships"
            new = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})
            self._changed[name] = self._package.tree(name) if self._package.has(name) else new
        return self._changed[name]

    def data(self) -> bytes:
        """Raises BadInput where a file of the package is damaged."""
        changed = {name.lower(): self._written(root) for name, root in self._changed.items()}
        made = BytesIO()
        with ZipFile(made, "w") as archive:
            for name, data in self._package.files():
                _add(archive, name, changed.pop(name.lower(), data))
            for name in self._changed:
                if name.lower() in changed:
                    _add(archive, name, changed[name.lower()])
        return made.getvalue()

    def _written(self, root: Element) -> bytes:
        tree = root.getroottree()
        data = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return strictly(data) if self._package.is_strict else bytes(data)


def unused(name: str, taken: Container[str]) -> str:
    while name in taken:
        name += "x"
    return name


def _add(archive: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, _DAY)
    entry.compress_type = ZIP_DEFLATED
    # Windows would write another number here.
    entry.create_system = 3
    archive.writestr(entry, data)
