"""Small PDFs, written by hand so that a test shows what is in them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One line of text; `x` and `y` in points from the lower left corner."""

    text: str
    y: float
    x: float = 72
    size: float = 11


def lines(texts: Iterable[str], top: float = 720, step: float = 14) -> list[Line]:
    """Lines under one another, a blank one for a gap."""
    return [Line(text, top - step * row) for row, text in enumerate(texts) if text]


def pdf(
    pages: Iterable[Sequence[Line]],
    *,
    info: str = "",
    catalog: str = "",
    links: Sequence[str] = (),
) -> bytes:
    """A PDF with those pages; `info` and `catalog` are entries of the dictionaries.

    `links` are annotations, written out, of the first page.
    """
    streams = [_stream(page) for page in pages]
    first = 4 + len(links)
    numbers = range(first, first + 2 * len(streams), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Count {len(streams)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *(link.encode() for link in links),
    ]
    annots = " ".join(f"{4 + place} 0 R" for place in range(len(links)))
    for number, stream in zip(numbers, streams, strict=True):
        objects += [_page(number + 1, annots if number == first else ""), stream]
    objects.append(f"<< {info} >>".encode("latin-1"))
    return _file(objects)


def link(url: str, x: float, y: float, width: float, height: float = 12) -> str:
    """A link annotation over a rectangle whose lower left corner is at `x`, `y`."""
    rect = f"[{x} {y} {x + width} {y + height}]"
    action = f"<< /S /URI /URI ({url}) >>"
    return f"<< /Type /Annot /Subtype /Link /Rect {rect} /Border [0 0 0] /A {action} >>"


def image_only() -> bytes:
    """One page with a grey square where a scan would be."""
    return pdf([[]]).replace(b"BT ET", b"0.5 g 72 72 400 600 re f")


def _page(contents: int, annots: str) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R "
        f"/Annots [{annots}] /Resources << /Font << /F1 3 0 R >> >> >>"
    ).encode()


def _stream(page: Sequence[Line]) -> bytes:
    shown = b" ".join(_shown(line) for line in page)
    data = b"BT " + shown + b" ET" if shown else b"BT ET                            "
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _shown(line: Line) -> bytes:
    text = line.text.encode("cp1252")
    for special in (b"\\", b"(", b")"):
        text = text.replace(special, b"\\" + special)
    return b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj" % (line.size, line.x, line.y, text)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
