from factcheck.documents.docx import read
from factcheck.documents.docx_package import Package
from factcheck.documents.docx_places import Traced, traced
from tests.documents.docx_files import docx, mark, note, p, r, table


def places(data: bytes) -> Traced:
    package = Package(data)
    return traced(package, package.document())


def test_the_text_is_that_of_the_reader_and_its_pieces_are_in_order() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('in a box')}</w:txbxContent></w:pict></w:r>"
    data = docx(
        p("  Kim ", r("left", "<w:b/>"), box, mark("footnote", 1), " on Sunday.  "),
        p("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op\n x</w:t><w:tab/></w:r>"),
        table(["a", "b"]),
        footnotes=note("footnote", 1, "Tass"),
    )
    sheet = places(data)
    text = str(sheet)
    assert text == read(data).text
    assert [text[piece.start : piece.end] for piece in sheet.pieces] == [
        "Kim", "left", "on Sunday.", "in a box", "co", "\u2011", "op  x", "a", "b", "Tass",
    ]  # fmt: skip
    for start, end, element, offset, whole in sheet.pieces:
        shown = (element.text or "\u2011").replace("\n", " ")
        assert shown[offset : offset + end - start] == text[start:end]
        assert not whole
