"""Files that are damaged, and files made to harm; each through the real worker."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from factcheck import documents
from factcheck.errors import BadInput
from tests.documents.docx_files import (
    HEAD,
    NAMESPACES,
    begin,
    comment,
    docx,
    end,
    mark,
    note,
    p,
    packed,
    table,
    whole,
)


def refused(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        documents.read(data, "a.docx")
    assert caught.value.hint
    return caught.value.message


def zipped(files: dict[str, bytes], level: int = 9) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def document(xml: str, declared: str = HEAD) -> bytes:
    return packed({"word/document.xml": declared + xml})


def test_truncated_file() -> None:
    message = "a.docx is not whole: the end of it is missing or damaged."
    assert refused(docx(p("text"))[:-40]) == message


def test_no_document_in_it() -> None:
    assert refused(packed({"word/styles.xml": whole("styles", "")})) == (
        "a.docx holds no document: word/document.xml is missing."
    )


def test_document_elsewhere_is_found() -> None:
    files = {"word/document2.xml": whole("document", f"<w:body>{p('here')}</w:body>")}
    rels = packed({})
    with ZipFile(BytesIO(rels)) as archive:
        relations = archive.read("_rels/.rels").decode().replace("document.xml", "document2.xml")
    assert documents.read(packed({**files, "_rels/.rels": relations})).text == "here"


def test_strict_namespaces_are_read() -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert (
        documents.read(
            document(f"<w:document {strict}><w:body>{p('text')}</w:body></w:document>")
        ).text
        == "text"
    )


def test_zip_bomb_is_not_unpacked() -> None:
    bomb = zipped({"word/document.xml": b"<" + b" " * 120_000_000})
    assert refused(bomb) == "a.docx is a zip bomb or damaged: 0.1 MB claim to hold 120 MB."


def test_size_that_is_a_lie_is_damage() -> None:
    honest = zipped({"word/document.xml": b" " * 1_000_000})
    size = (1_000_000).to_bytes(4, "little")
    lied = honest.replace(size, (1000).to_bytes(4, "little"))
    assert refused(lied) == "a.docx is damaged: word/document.xml: it cannot be unpacked."


def test_too_many_parts() -> None:
    many = zipped({f"word/{number}": b"" for number in range(10_001)}, level=0)
    assert refused(many) == "a.docx holds 10001 parts; at most 10000 can be taken."


def test_protected_zip() -> None:
    data = bytearray(docx(p("text")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == "a.docx is protected with a password."


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DTDS = {
    "bomb": f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>',
    "file": '<!DOCTYPE d [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>',
    "lower": '<!doctype d [<!ENTITY l11 "x">]>',
}


@pytest.mark.parametrize("dtd", DTDS)
def test_entities_are_never_resolved(dtd: str) -> None:
    body = f"<w:body>{p('<w:r><w:t>&l11;</w:t></w:r>')}</w:body>"
    data = document(f"{DTDS[dtd]}<w:document {NAMESPACES}>{body}</w:document>")
    assert refused(data) == (
        "a.docx is damaged: word/document.xml: "
        "it holds a DTD or an encoding that no word processor writes."
    )


@pytest.mark.parametrize("encoding", ["utf-7", "utf-16-le", "cp037"])
def test_dtd_in_disguise_is_refused(encoding: str) -> None:
    xml = f"{HEAD.replace('UTF-8', encoding)}{DTDS['file']}<w:document {NAMESPACES}/>"
    data = zipped({"word/document.xml": xml.encode(encoding)})
    assert "a DTD or an encoding" in refused(data)


def test_utf_16_is_read() -> None:
    xml = whole("document", f"<w:body>{p('Zürich')}</w:body>").replace("UTF-8", "UTF-16")
    assert documents.read(zipped({"word/document.xml": xml.encode("utf-16")})).text == "Zürich"


def test_xml_that_is_not_whole() -> None:
    assert refused(document("<w:document")).startswith("a.docx is damaged: word/document.xml: ")


@pytest.mark.parametrize("depth", [60, 1000])
def test_nested_tables(depth: int) -> None:
    inner = p("deep")
    for _ in range(depth):
        inner = table([inner + p()], ["x"])
    data = docx(inner)
    if depth == 60:
        assert documents.read(data).text.startswith("deep\nx")
    else:
        assert refused(data) == "a.docx is nested too deeply: word/document.xml."


def test_no_text_in_it() -> None:
    assert refused(docx(p())) == "a.docx: there is no text in it."


def test_two_thousand_comments_and_notes() -> None:
    count = 2000
    body = [
        p(begin(n), f"Sentence {n}", end(n), mark("footnote", n), ". More.") for n in range(count)
    ]
    found = documents.read(
        docx(
            *body,
            comments="".join(comment(n, f"comment {n}") for n in range(count)),
            footnotes="".join(note("footnote", n, f"note {n}") for n in range(count)),
        )
    )
    assert len(found.annotations) == 2 * count
    last = found.annotations[-1]
    assert (found.text[last.start : last.end], last.text) == (
        f"Sentence {count - 1}",
        f"note {count - 1}",
    )


def test_many_marks_in_one_paragraph() -> None:
    count = 20_000
    marks = mark("footnote", 1) * count
    opened = (
        "".join(begin(n % 7) for n in range(count))
        + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * count
    )
    found = documents.read(docx(p("Kim left", marks, opened), footnotes=note("footnote", 1, "x")))
    assert found.text == "Kim left\nx"
    assert len(found.annotations) == count


def test_relationships_that_lead_nowhere() -> None:
    broken = {
        "word/document.xml": whole("document", f"<w:body>{p('text')}</w:body>"),
        "word/_rels/document.xml.rels": '<Relationships><Relationship Type="x/comments" '
        'Target="../../NULL"/><Relationship/></Relationships>',
    }
    assert documents.read(packed(broken)).text == "text"


def test_notes_with_wrong_numbers() -> None:
    body = p("Kim", mark("footnote", 9), begin(1), " left", end(1), begin(5), mark("comment", 7))
    found = documents.read(docx(body, comments=comment(1, "a") + comment(1, "b") + "<w:comment/>"))
    assert [(each.start, each.end, each.text) for each in found.annotations] == [
        (0, 0, ""),
        (4, 8, "a"),
        (4, 8, "b"),
    ]
