"""A copy written by LibreOffice itself, with comments, footnotes, links and colours."""

import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck import documents
from factcheck.words import AnnotationKind

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in (("office", "office"), ("text", "text"), ("style", "style"))
)
FLAT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="HL" style:family="text">
<style:text-properties fo:background-color="#ffff00"/></style:style></office:automatic-styles>
<office:body><office:text><text:h text:style-name="Title">A train</text:h>
<text:p>It has <office:annotation office:name="a"><dc:creator>Maria</dc:creator>
<dc:date>2026-11-20T10:00:00</dc:date><text:p>See https://e.org/1</text:p></office:annotation>20
 carriages<office:annotation-end office:name="a"/>. It reaches 37 mph<text:note text:id="f"
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Atlas, p. 212</text:p></text:note-body></text:note>, <text:a xlink:type="simple"
 xlink:href="https://e.org/2">they say</text:a>, and is <text:span
 text:style-name="HL">olive green</text:span>.</text:p>
</office:text></office:body></office:document>
"""


@pytest.fixture
def copy(tmp_path: Path) -> bytes:
    """The document as LibreOffice exports it."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: apt-get install libreoffice-writer"
    flat = tmp_path / "copy.fodt"
    flat.write_text(FLAT, encoding="utf-8")
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [
        office,
        home,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path),
        str(flat),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return (tmp_path / "copy.docx").read_bytes()


def test_the_notes_of_a_libreoffice_copy(copy: bytes) -> None:
    found = documents.read(copy, "copy.docx")
    noted = {
        each.kind: (found.text[each.start : each.end], each.text, list(each.urls), each.colour)
        for each in found.annotations
    }
    assert noted == {
        AnnotationKind.COMMENT: ("20 carriages", "See https://e.org/1", ["https://e.org/1"], None),
        AnnotationKind.FOOTNOTE: ("It reaches 37 mph", "Atlas, p. 212", [], None),
        AnnotationKind.LINK: ("they say", "", ["https://e.org/2"], None),
        AnnotationKind.HIGHLIGHT: ("olive green", "", [], "yellow"),
    }
    assert found.text.startswith("A train\n")
