"""Comments put into the file that an article came in."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx import Document as Word
from lxml import etree  # type: ignore[import-untyped]  # it carries none

from factcheck import documents
from factcheck.documents.docx import read
from factcheck.documents.docx_package import Package
from factcheck.documents.docx_styles import W
from factcheck.reports import docx
from tests.documents.docx_files import (
    NAMESPACES,
    begin,
    comment,
    end,
    mark,
    note,
    p,
    r,
    table,
    whole,
)
from tests.documents.docx_files import (
    docx as made,
)
from tests.reports.docx_contents import Shape, claim, comments, content, line, unsealed, words

BOX = f"<w:txbxContent>{p('Words in the box')}</w:txbxContent>"
TWICE = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{BOX}</w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
DELETED = f"<w:del>{r('Monday').replace('w:t', 'w:delText')}</w:del>"


def into(original: bytes, *chosen: str) -> bytes:
    """The original with a claim on each of these words; all of its text stays."""
    shape = content(read(original).text, chosen)
    assert docx.fits(shape, original)
    data = docx.report(shape, original)
    before, after = read(original), read(data)
    assert (after.text, after.zones) == (before.text, before.zones)
    assert after.annotations == before.annotations
    return data


def ours(data: bytes) -> list[str]:
    """The words that our comments are on."""
    return [each.words for each in comments(data) if each.lines[0].startswith("OK, claim")]


def body(data: bytes) -> Any:
    return Package(data).document().root


def bare(root: Any) -> bytes:
    """A document without the comments of all."""
    for each in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        each.getparent().remove(each)
    for each in list(root.iter(f"{W}commentReference")):
        each.getparent().getparent().remove(each.getparent())
    return bytes(etree.tostring(root))


def test_a_file_of_word_keeps_all_that_the_author_set() -> None:
    word, saved = Word(), BytesIO()
    word.add_heading("The Train", 0)
    paragraph = word.add_paragraph("Kim left on ")
    run = paragraph.add_run("Sunday, 10 September")
    run.bold = run.italic = True
    paragraph.add_run(" by \U0001f682 train.")
    word.add_comment(run, text="Which?", author="Maria", initials="M")
    word.save(saved)
    data = into(saved.getvalue(), "left on Sunday", "10 Sept", "\U0001f682", "The Train")
    assert ours(data) == ["left on Sunday", "10 Sept", "\U0001f682", "The Train"]
    runs = Word(BytesIO(data)).paragraphs[1].runs
    assert [(run.text, run.bold, run.italic) for run in runs if run.text] == [
        ("Kim ", None, None), ("left on ", None, None), ("Sunday", True, True),
        (", ", True, True), ("10 Sept", True, True), ("ember", True, True),
        (" by ", None, None), ("\U0001f682", None, None), (" train.", None, None),
    ]  # fmt: skip
    with ZipFile(BytesIO(data)) as new, ZipFile(BytesIO(saved.getvalue())) as old:
        changed = {name for name in old.namelist() if new.read(name) != old.read(name)}
    assert changed <= {"word/document.xml", "word/comments.xml"}


def test_links_changes_tables_and_formulas() -> None:
    original = made(
        p(
            "Kim left ",
            f"<w:ins>{r('on Sunday')}</w:ins>",
            DELETED,
            '<w:hyperlink r:id="h">{}</w:hyperlink>'.format(r(" by train")),
            ".",
        ),
        table(["one cell", "two cells"], ["three", ""]),
        p("E = ", "<m:oMath><m:r><m:t>mc</m:t></m:r></m:oMath>", " is so."),
        p("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:br/><w:t>next  line</w:t></w:r>"),
        links={"h": "https://a.org"},
    )
    chosen = [
        "left on Sunday by", "by tra", "cell\ttwo", "three\nE", "E = mc", "o\u2011o", "op\nnext",
        "t  l",
    ]  # fmt: skip
    data = into(original, *chosen)
    assert ours(data) == chosen
    assert bare(body(into(original))) == bare(body(original))
    assert len(list(body(data).iter(f"{W}del"))) == 1


def test_a_formula_is_not_cut() -> None:
    original = made(p("E = ", "<m:oMath><m:r><m:t>mc</m:t></m:r></m:oMath>", " so"))
    assert ours(into(original, "c so")) == ["mc so"]


def test_claims_in_notes_stand_on_their_marks() -> None:
    original = made(
        p("One", f"<w:del>{mark('footnote', 1)}</w:del>", ". Kim left", mark("footnote", 1), "."),
        p("He sat", mark("endnote", 1), "."),
        footnotes=note("footnote", 1, "Tass says so."),
        endnotes=note("endnote", 1, "Ibid."),
    )
    data = into(original, "Tass", "Ibid", "He sat.\nTass says")
    assert ours(data) == ["", "", "He sat."]
    marks = [each.tag.removeprefix(W) for each in body(data).iter() if each.get(f"{W}id")]
    assert marks == [
        "footnoteReference",
        "commentRangeStart", "footnoteReference", "commentRangeEnd", "commentReference",
        "commentRangeStart",
        "commentRangeStart", "endnoteReference",
        "commentRangeEnd", "commentReference", "commentRangeEnd", "commentReference",
    ]  # fmt: skip
    package = Package(data)
    for name in ("footnotes", "endnotes"):
        part, before = package.part(name), Package(original).part(name)
        assert part is not None
        assert before is not None
        assert etree.tostring(part.root) == etree.tostring(before.root)


def test_claims_in_text_boxes_stand_on_the_box() -> None:
    original = made(p("Yesterday ", TWICE, "he left."), p("End."))
    data = into(original, "in the box", "left.\nWords", "box\nEnd")
    assert ours(data) == ["", "left.", "End"]
    boxes = list(body(data).iter(f"{W}txbxContent"))
    assert [len(list(box.iter(f"{W}commentRangeStart"))) for box in boxes] == [0, 0]


def test_alternatives_are_not_cut() -> None:
    chosen = f'<mc:Choice Requires="wps">{r("left on")}</mc:Choice>'
    either = (
        f"<mc:AlternateContent>{chosen}<mc:Fallback>{r('x')}</mc:Fallback></mc:AlternateContent>"
    )
    assert ours(into(made(p("Kim ", either, " Sunday.")), "on Sunday")) == ["left on Sunday"]


def test_claims_that_stand_nowhere_leave_the_text_alone() -> None:
    original = made(p("Kim left."), p("He sat", mark("footnote", 1), "."),
                    footnotes=note("footnote", 1, "Tass."))  # fmt: skip
    shape = content(read(original).text, ["Kim"])
    shape["claims"].append(claim(2, text="It has wheels"))
    data = docx.report(shape, original)
    assert read(data).text == read(original).text
    assert words(data) == ["Kim", "sat."]


def test_other_peoples_comments_stay() -> None:
    original = made(
        p(begin(5), "Kim", end(5), " left."),
        comments=comment(5, "who") + comment(7, "lost").replace('"7"', '"x"'),
    )
    data = into(original, "Kim")
    part = Package(data).part("comments")
    assert part is not None
    assert [each.get(f"{W}id") for each in part.root] == ["5", "x", "6"]


def test_what_we_said_before_and_its_answers_give_way() -> None:
    original = made(p("Kim left on Sunday by train."))
    text = read(original).text
    first = docx.report(content(text, ["left on", "Sunday"]), original)
    assert docx.report(content(text, ["left on", "Sunday"]), first) == first
    answered = _answered(first)
    again = docx.report(content(text, ["left on", "by train"]), answered)
    assert [(each.words, each.lines[-1]) for each in comments(again)] == [
        ("left on", line(1)), ("by train", line(2)),
    ]  # fmt: skip
    part = Package(again).part("commentsExtended")
    assert part is not None
    assert len(part.root) == 0


def _answered(data: bytes) -> bytes:
    """As Word saves it when somebody has answered the second comment."""
    root = body(data)
    part = Package(data).part("comments")
    assert part is not None
    for number, each in enumerate(part.root.iter(f"{W}p")):
        each.set(f"{{{_uri('w14')}}}paraId", f"0000000{number}")
    reply = comment(9, p("the 4th").replace("<w:p>", '<w:p w14:paraId="0000000A">'))
    part.root.append(etree.fromstring(whole("comments", reply).encode())[0])
    for kind in ("commentRangeStart", "commentRangeEnd"):
        at = root.find(f".//{W}{kind}[@{W}id='1']")
        at.addnext(at.makeelement(at.tag, {f"{W}id": "9"}))
    extended = (
        '<w15:commentEx w15:paraId="00000001"/><w15:commentEx w15:paraId="00000003"/>'
        '<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="00000003"/>'
    )
    files = {
        "word/document.xml": etree.tostring(root),
        "word/comments.xml": etree.tostring(part.root),
        "word/commentsExtended.xml": whole("commentsEx", extended, "w15").encode(),
    }
    return _with(data, files, b"commentsExtended")


def _uri(prefix: str) -> str:
    return NAMESPACES.partition(f'xmlns:{prefix}="')[2].partition('"')[0]


def _with(data: bytes, files: dict[str, bytes], related: bytes = b"") -> bytes:
    """A package with other files in it, and a part that the document names."""
    saved = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(saved, "w", ZIP_STORED) as new:
        for name in dict.fromkeys([*old.namelist(), *files]):
            content_ = files.get(name) or old.read(name)
            if related and name == "word/_rels/document.xml.rels":
                relation = b'<Relationship Id="x" Type="a/%s" Target="%s.xml"/></Relationships>'
                content_ = content_.replace(b"</Relationships>", relation % (related, related))
            new.writestr(name, content_)
    return saved.getvalue()


def test_a_strict_file_stays_strict() -> None:
    original = made(p(begin(1), "Kim left.", end(1)), comments=comment(1, "who"))
    with ZipFile(BytesIO(original)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        )
        for name, data in files.items()
    }
    data = into(_with(original, strict), "Kim")
    assert ours(data) == ["Kim"]
    with ZipFile(BytesIO(data)) as archive:
        usual = b"http://schemas.openxmlformats.org/wordprocessingml"
        assert [name for name in archive.namelist() if usual in archive.read(name)] == []


def _plain(shape: Shape, original: bytes) -> bool:
    """Whether the original was left alone."""
    data = docx.report(shape, original)
    assert data == docx.report(shape)
    return True


@pytest.mark.parametrize(
    "original",
    [b"", b"%PDF-1.4", b"PK\x03\x04 cut off", made(p("Kim left on Monday."))],
)
def test_a_file_that_does_not_hold_the_text_is_left_alone(original: bytes) -> None:
    shape = content("Kim left on Sunday.", ["Sunday"])
    assert not docx.fits(shape, original)
    assert _plain(shape, original)


def test_a_file_with_a_damaged_picture_is_left_alone() -> None:
    original = _with(made(p("Kim left.")), {"word/media/image1.png": b"picture" * 50})
    broken = original.replace(b"picturepicture", b"picturePICTURE", 1)
    shape = content("Kim left.", ["Kim"])
    assert docx.fits(shape, original)
    assert not docx.fits(shape, broken)
    assert _plain(shape, broken)


def test_the_public_sees_nothing_of_the_original() -> None:
    original = made(p("Kim left.", DELETED), comments=comment(0, "secret"))
    shape = content("Kim left.", ["Kim"], audience="public")
    assert docx.fits(shape, original)
    assert _plain(shape, original)


def test_claims_alone_have_no_original() -> None:
    assert not docx.fits(content(None, claims=[claim(1)]), made(p("claim 1")))


def test_replies_come_back_as_answers() -> None:
    original = made(p("Kim left on Sunday by train."))
    sent = docx.report(content(read(original).text, ["left on", "Sunday"]), original)
    (reply,) = documents.read(_answered(sent)).annotations
    assert (reply.text, reply.author, reply.resolved) == ("the 4th", "Maria Keller", False)
    assert unsealed(reply.answers or "") == f"OK, claim 2\n{line(2)}"
