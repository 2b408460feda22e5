from collections.abc import Sequence
from io import BytesIO

import pytest
from docx import Document as Word

from factcheck import documents
from factcheck.documents.document import Document
from factcheck.documents.docx import read
from factcheck.words import AnnotationKind, Format
from tests.documents.docx_files import begin, comment, docx, end, mark, note, p, r, style, table

SUNDAY = "Kim left on Sunday. He came back."
INSTRUCTION = '<w:r><w:instrText> HYPERLINK "https://a.org/x" </w:instrText></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def zones(document: Document) -> list[tuple[str, str]]:
    return [(zone.zone.value, document.text[zone.start : zone.end]) for zone in document.zones]


def notes(document: Document, kind: AnnotationKind) -> list[tuple[str, str, Sequence[str]]]:
    """Of each annotation: its words, what it says, its addresses."""
    return [
        (document.text[each.start : each.end], each.text, list(each.urls))
        for each in document.annotations
        if each.kind is kind
    ]


def links(document: Document) -> list[tuple[str, str]]:
    return [(words, urls[0]) for words, _, urls in notes(document, AnnotationKind.LINK)]


# Text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ([p("one"), p(), p(), p("two"), p("three"), p()], "one\n\ntwo\nthree"),
        ([p(" one "), p("  "), p("two ", "and")], "one\n\ntwo and"),
        ([p("a", "<w:r><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/></w:r>")], "a\nb\tc"),
        ([p("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>", "a")], "a"),
        ([p("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>")], "co\u2011op"),
        ([p("<w:r><w:t>rail</w:t><w:softHyphen/><w:t>way</w:t></w:r>")], "rail\u00adway"),
        ([p("20 ", '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "C")], "20 \u00b0C"),
        ([p('<w:r><w:sym w:font="Wingdings" w:char="D800"/></w:r>', "a")], "a"),
        ([p("E = ", "<m:oMath><m:r><m:t>mc</m:t></m:r></m:oMath>")], "E = mc"),
        (
            [
                p(
                    "<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>".format(
                        r("x"), r("y")
                    )
                )
            ],
            "y",
        ),
        ([p("<w:smartTag>" + r("Rome") + "</w:smartTag>", " fell")], "Rome fell"),
        (
            ["<w:sdt><w:sdtPr/><w:sdtContent>" + p("in a box") + "</w:sdtContent></w:sdt>"],
            "in a box",
        ),
        ([p("<w:r><w:t>two\nlines</w:t></w:r>")], "two lines"),
    ],
)
def test_text_as_it_is_read(body: list[str], text: str) -> None:
    assert read(docx(*body)).text == text


def test_tables_are_tabs_and_lines() -> None:
    inner = table(["c", "d"], ["e", "f"])
    document = read(
        docx(
            p("before"), table(["a", "", "b"], ["", "x"], ["", ""], [p("1") + inner, "2"]), p("end")
        )
    )
    assert document.text == "before\na\t\tb\n\tx\n1\nc\td\ne\tf\t2\nend"
    assert zones(document) == [("table", "a\t\tb\n\tx\n1\nc\td\ne\tf\t2")]


def test_table_of_one_cell_is_a_frame() -> None:
    document = read(docx(table([p("Title", style="Title") + p("body")])))
    assert document.text == "Title\nbody"
    assert zones(document) == [("headline", "Title")]


def test_text_boxes_come_once_and_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('Kim left on Sunday')}</w:txbxContent>"
    twice = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read(docx(p("Yesterday ", twice, "Kim left on Sunday by train."), p("End")))
    assert document.text == "Yesterday Kim left on Sunday by train.\nKim left on Sunday\nEnd"
    assert zones(document) == [("pull-quote", "Kim left on Sunday")]


def test_a_box_with_words_of_its_own_is_body() -> None:
    inner = p("Words that stand here alone")
    box = f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    assert zones(read(docx(p("Kim left on Sunday by train.", box)))) == []


def test_only_the_result_of_a_field_is_text() -> None:
    told = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    nested = field("begin") + told + r("hidden") + field("separate") + r("7") + field("end")
    document = read(
        docx(p("Page ", field("begin"), told, nested, field("separate"), r("8"), field("end"), "."))
    )
    assert document.text == "Page 8."


def test_a_field_that_never_ends_swallows_no_paragraph() -> None:
    assert (
        read(docx(p("a", field("begin"), "lost"), p("b", field("end")), p("c"))).text == "a\nb\nc"
    )


def test_hidden_text_is_left_out_and_said() -> None:
    document = read(
        docx(p("seen", r(" unseen", "<w:vanish/>"), r(" again", '<w:vanish w:val="0"/>')))
    )
    assert (document.text, document.remarks) == ("seen again", ["Hidden text was left out."])


# Tracked changes


def test_accepted_text_is_taken() -> None:
    document = read(
        docx(
            p("Kim left on ", f"<w:del>{r('Monday').replace('w:t', 'w:delText')}</w:del>"),
            p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", f"<w:ins>{r('Sun')}</w:ins>"),
            p(
                "day",
                f"<w:moveFrom>{r(' gone')}</w:moveFrom>",
                f"<w:moveTo>{r(' here')}</w:moveTo>",
            ),
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("row") + "</w:tc></w:tr></w:tbl>",
        )
    )
    assert document.text == "Kim left on\nSunday here"
    assert document.remarks == ["3 tracked changes: the accepted text was taken."]


# Zones


def test_zones_by_style() -> None:
    styles = (
        style("Titel", "Title")
        + style("berschrift1", "heading 1")
        + style("Mein", "Meine Art", based_on="Beschriftung")
        + style("Beschriftung", "caption")
        + style("IntensiveQuote", "Intense Quote")
        + style("Loop", "Loop", based_on="Loop")
        + '<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="x"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = [
        p("Kopf", style="Titel"),
        p("Vorspann", style="Untertitel"),
        p("Teil", style="berschrift1"),
        p("Bild", style="Mein"),
        p("Zitat", style="IntensiveQuote"),
        p("Text", style="Loop"),
        p("Noch", style="Outlined"),
        p("Text", style="Unknown"),
    ]
    assert zones(read(docx(*body, styles=styles))) == [
        ("headline", "Kopf"),
        ("deck", "Vorspann"),
        ("headline", "Teil"),
        ("caption", "Bild"),
        ("pull-quote", "Zitat"),
        ("headline", "Noch"),
    ]


def test_metadata_comes_from_the_properties() -> None:
    core = "<dc:title>On  Trains</dc:title><dc:creator>Ann Lee; Bob Ray</dc:creator>"
    document = read(docx(p(r("Der Kopf", '<w:lang w:val="de-DE"/>'), " x"), core=core))
    assert (document.title, document.authors, document.language) == (
        "On Trains",
        ["Ann Lee", "Bob Ray"],
        "de-DE",
    )
    assert read(docx(p("Head", style="Title"))).title == "Head"


# Footnotes and endnotes


def test_notes_stand_at_the_end_and_on_the_words_before_them() -> None:
    footnotes = (
        '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        + note(
            "footnote",
            1,
            p(
                "<w:r><w:footnoteRef/></w:r>",
                " Tass, ",
                '<w:hyperlink r:id="h">{}</w:hyperlink>'.format(r("report")),
            ),
        )
        + note("footnote", 2, "See https://b.org/a_(b).", "More.")
        + note("footnote", 3, "Nobody refers to me.")
    )
    document = read(
        docx(
            p(
                "It snowed. Kim left",
                mark("footnote", 1),
                ", and took the train",
                mark("footnote", 2),
                mark("endnote", 1),
                ". He sat.",
            ),
            footnotes=footnotes,
            endnotes=note("endnote", 1, "Ibid."),
            note_links={"h": "https://tass.com/1"},
        )
    )
    assert document.text == (
        "It snowed. Kim left, and took the train. He sat.\n"
        "Tass, report\nSee https://b.org/a_(b). More.\nIbid."
    )
    assert notes(document, AnnotationKind.FOOTNOTE) == [
        ("Kim left", "Tass, report", ["https://tass.com/1"]),
        ("and took the train", "See https://b.org/a_(b). More.", ["https://b.org/a_(b)"]),
    ]
    assert notes(document, AnnotationKind.ENDNOTE) == [("and took the train", "Ibid.", [])]
    assert zones(document) == [
        ("footnote", "Tass, report"),
        ("footnote", "See https://b.org/a_(b). More."),
        ("footnote", "Ibid."),
    ]
    assert links(document) == [("report", "https://tass.com/1")]


def test_a_mark_after_the_full_stop_is_about_its_sentence() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    document = read(
        docx(p("One. Two is here.", custom, " Three."), footnotes=note("footnote", 1, "Source"))
    )
    assert document.text == "One. Two is here. Three.\nSource"
    assert notes(document, AnnotationKind.FOOTNOTE) == [("Two is here.", "Source", [])]


# Comments


def test_comments_stand_on_their_ranges() -> None:
    document = read(
        docx(
            p(
                begin(0),
                "Kim ",
                begin(1),
                "left on",
                end(0),
                " Sunday.",
                f"<w:del>{begin(2)}</w:del>",
            ),
            p(" He came", end(1), " back.", end(2), begin(3), end(3)),
            comments=comment(0, "who")
            + comment(
                1, p("see ", '<w:hyperlink r:id="h">{}</w:hyperlink>'.format(r("this"))) + p("ok")
            )
            + comment(2, "when")
            + comment(3, "empty")
            + comment(4, "of all", author=""),
            note_links={"h": "https://a.org"},
        )
    )
    assert document.text == "Kim left on Sunday.\nHe came back."
    assert notes(document, AnnotationKind.COMMENT) == [
        ("", "of all", []),
        ("Kim left on", "who", []),
        ("left on Sunday.\nHe came", "see this\nok", ["https://a.org"]),
        ("He came back.", "when", []),
        ("He came back.", "empty", []),
    ]
    first, second = document.annotations[:2]
    assert (first.start, first.end, first.author) == (0, 0, None)
    assert (second.author, second.on) == ("Maria Keller", "2024-05-01T10:00:00+00:00")


def test_comment_without_range_is_about_its_sentence() -> None:
    document = read(
        docx(
            p("Kim left. He", mark("comment", 0), " came back. Snow fell."),
            p(f"<w:del>{begin(1)}{r('gone').replace('w:t', 'w:delText')}{end(1)}</w:del>", SUNDAY),
            comments=comment(0, "who") + comment(1, "deleted"),
        )
    )
    assert notes(document, AnnotationKind.COMMENT) == [
        ("He came back.", "who", []),
        ("Kim left on Sunday.", "deleted", []),
    ]


def test_reply_stands_where_its_parent_does() -> None:
    def paragraph(number: str, text: str) -> str:
        return p(text).replace("<w:p>", f'<w:p w14:paraId="{number}">')

    document = read(
        docx(
            p("Kim left on ", begin(0), "Sunday", end(0), "."),
            comments=comment(0, paragraph("0A", "which") + paragraph("0B", "one"))
            + comment(1, paragraph("0C", "the 4th"), author="Ann"),
            commentsExtended='<w15:commentEx w15:paraId="0B" w15:done="0"/>'
            '<w15:commentEx w15:paraId="0C" w15:paraIdParent="0B"/>',
        )
    )
    assert notes(document, AnnotationKind.COMMENT) == [
        ("Sunday", "which\none", []),
        ("Sunday", "the 4th", []),
    ]


# Links and marks


def test_links_lead_out() -> None:
    document = read(
        docx(
            p(
                '<w:hyperlink r:id="a">{}{}</w:hyperlink>'.format(r("Kim"), r(" left ", "<w:b/>")),
                '<w:hyperlink r:id="a" w:history="1">{}</w:hyperlink>'.format(r("home")),
                '<w:hyperlink r:id="js">{}</w:hyperlink>'.format(r(" one")),
                '<w:hyperlink w:anchor="here">{}</w:hyperlink>'.format(r(" two")),
                '<w:hyperlink r:id="m" w:anchor="x">{}</w:hyperlink>'.format(r(" three")),
                '<w:fldSimple w:instr=" HYPERLINK &quot;https://f.org&quot; ">'
                f"{r(' four')}</w:fldSimple>",
                field("begin")
                + INSTRUCTION
                + field("separate")
                + r(" five", '<w:u w:val="single"/>')
                + field("end"),
                f'<w:fldSimple w:instr="HYPERLINK \\l &quot;mark&quot;">{r(" six")}</w:fldSimple>',
                '<w:hyperlink r:id="gone">{}</w:hyperlink>'.format(r(" seven")),
            ),
            links={"a": "https://a.org", "js": "javascript:alert(1)", "m": "mailto:x@y.org"},
        )
    )
    assert document.text == "Kim left home one two three four five six seven"
    assert links(document) == [
        ("Kim left home", "https://a.org"),
        ("three", "mailto:x@y.org#x"),
        ("four", "https://f.org"),
        ("five", "https://a.org/x"),
    ]
    assert notes(document, AnnotationKind.UNDERLINE) == []


def test_marked_runs_of_one_colour_are_one() -> None:
    yellow, shaded = '<w:highlight w:val="yellow"/>', '<w:shd w:val="clear" w:fill="D9EAD3"/>'
    document = read(
        docx(
            p(
                r("Kim", yellow),
                " ",
                r("left", f"{yellow}<w:b/>"),
                r(" on", '<w:highlight w:val="darkBlue"/>'),
            ),
            p(r("Sunday", yellow), r(" by", shaded), r(" train", '<w:shd w:fill="FFFFFF"/>')),
            p(
                r("He", '<w:u w:val="single"/>'),
                r(" came", '<w:u w:val="wave"/>'),
                r(" back", '<w:u w:val="none"/>'),
            ),
        )
    )
    marks = [
        (document.text[each.start : each.end], each.kind.value, each.colour)
        for each in document.annotations
    ]
    assert marks == [
        ("Kim left", "highlight", "yellow"),
        ("on", "highlight", "dark blue"),
        ("Sunday", "highlight", "yellow"),
        ("by", "highlight", "green"),
        ("He came", "underline", None),
    ]


# As programs write them


def test_file_of_python_docx_goes_through_the_worker() -> None:
    word, made = Word(), BytesIO()
    word.add_heading("The Train", 0)
    run = word.add_paragraph("Kim left on ").add_run("Sunday")
    word.add_comment(run, text="Which?", author="Maria", initials="M")
    word.save(made)
    document = documents.read(made.getvalue(), "train.docx")
    assert document.format is Format.DOCX
    assert document.text == "The Train\nKim left on Sunday"
    assert notes(document, AnnotationKind.COMMENT) == [("Sunday", "Which?", [])]


def test_file_of_libreoffice() -> None:
    styles = style("Normal", "Normal") + style("Quotations", "Quotations", based_on="Normal")
    characters = '<w:rPr><w:rStyle w:val="FootnoteCharacters"/></w:rPr>'
    text = f'<w:r>{characters}<w:footnoteReference w:id="2"/></w:r>'
    noted = (
        '<w:p><w:pPr><w:pStyle w:val="Footnote"/></w:pPr><w:r><w:rPr/><w:footnoteRef/></w:r>'
        "<w:r><w:rPr/><w:tab/><w:t>Tass</w:t></w:r></w:p>"
    )
    said = '<w:p><w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>Sure?</w:t></w:r></w:p>'
    document = read(
        docx(
            p("Kim", style="Title"),
            p(
                '<w:commentRangeStart w:id="0"/>',
                "Kim left",
                '<w:commentRangeEnd w:id="0"/>',
                '<w:r><w:rPr/></w:r><w:r><w:commentReference w:id="0"/></w:r>',
                " home",
                text,
                ".",
            ),
            p("Never again.", style="Quotations"),
            styles=styles,
            comments=comment(0, said, author="Ann").replace("Z", "").replace("MK", ""),
            footnotes=note("footnote", 2, noted),
        )
    )
    assert document.text == "Kim\nKim left home.\nNever again.\nTass"
    assert zones(document) == [
        ("headline", "Kim"),
        ("pull-quote", "Never again."),
        ("footnote", "Tass"),
    ]
    assert notes(document, AnnotationKind.COMMENT) == [("Kim left", "Sure?", [])]
    assert notes(document, AnnotationKind.FOOTNOTE) == [("Kim left home", "Tass", [])]
    assert [each.on for each in document.annotations if each.author == "Ann"] == [
        "2024-05-01T10:00:00"
    ]


def test_file_of_google_docs() -> None:
    arial = '<w:rFonts w:ascii="Arial"/><w:rtl w:val="0"/>'
    linked = f'{arial}<w:color w:val="1155cc"/><w:u w:val="single"/>'
    yellow = f'{arial}<w:shd w:fill="fff2cc" w:val="clear"/>'
    said = p('<w:pPr><w:keepNext w:val="0"/></w:pPr>', r("Which Sunday?", arial))
    document = read(
        docx(
            "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr>{}</w:p>".format(r("Kim", arial)),
            "<w:p><w:pPr><w:pStyle w:val='Subtitle'/></w:pPr>{}</w:p>".format(r("By train", arial)),
            p(
                r("Kim ", arial),
                '<w:hyperlink r:id="rId7">{}</w:hyperlink>'.format(r("left", linked)),
                r(" on ", arial),
                '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>',
                r("Sunday", yellow),
                '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
                '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
                r(".", arial),
            ),
            links={"rId7": "https://a.org"},
            comments=comment(0, said) + comment(1, said.replace("Which Sunday?", "The 4th.")),
        )
    )
    assert document.text == "Kim\nBy train\nKim left on Sunday."
    assert zones(document) == [("headline", "Kim"), ("deck", "By train")]
    assert links(document) == [("left", "https://a.org")]
    assert notes(document, AnnotationKind.HIGHLIGHT) == [("Sunday", "", [])]
    assert notes(document, AnnotationKind.UNDERLINE) == []
    assert notes(document, AnnotationKind.COMMENT) == [
        ("Sunday", "Which Sunday?", []),
        ("Sunday", "The 4th.", []),
    ]
