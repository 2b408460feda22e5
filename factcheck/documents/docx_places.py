"""Where in its XML the text of a DOCX file stands, for whoever writes into it."""

from typing import NamedTuple

from factcheck.documents.docx import write
from factcheck.documents.docx_package import Element, Package, Part
from factcheck.documents.docx_sheet import Sheet
from factcheck.documents.docx_styles import Styles
from factcheck.documents.docx_walk import Found


class Piece(NamedTuple):
    """`text[start:end]` of a document, and the element that it was read from."""

    start: int
    end: int
    element: Element
    #: Where in the text of the element it begins.
    offset: int = 0
    #: The element shows other characters than it stands for, and cannot be cut.
    whole: bool = False


class Traced(Sheet):
    """A sheet that knows where its words came from."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []

    def put(self, text: str, origin: Element = None) -> None:
        super().put(text)
        words = text.strip()
        if words:
            offset = len(text) - len(text.lstrip())
            self.pieces.append(Piece(self.at - len(words), self.at, origin, offset))


def traced(package: Package, body: Part) -> Traced:
    """The text as `docx.read` takes it, and its pieces in order, without the blanks between."""
    sheet = Traced()
    write(package, body, sheet, Found(), Styles(package.part("styles")))
    return sheet
