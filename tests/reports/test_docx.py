"""Reports as Word files of our own making."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from factcheck import documents
from factcheck.documents import own_comments
from factcheck.documents.docx import read
from factcheck.reports import docx
from tests.reports.docx_contents import claim, comments, content, line, query, words

ARTICLE = """The Train

Kim left on Sunday, 10 September.
He came back on a train of 20 carriages.

It is \U0001f682\U0001f682 olive green."""


def test_every_claim_has_its_comment_on_its_words() -> None:
    chosen = ["The Train", "Sunday, 10 September", "back on a train of 20", "\U0001f682 olive"]
    data = docx.report(content(ARTICLE, chosen))
    assert words(data) == chosen
    assert [each.lines for each in comments(data)] == [
        [f"OK, claim {number}", line(number)] for number in range(1, 5)
    ]
    assert documents.read(data).text == ARTICLE


def test_comments_overlap_and_run_over_paragraphs() -> None:
    chosen = [ARTICLE, "Kim left on Sunday", "left on", "on Sunday, 10 September.\nHe came", "He"]
    data = docx.report(content(ARTICLE, chosen))
    assert words(data) == chosen
    assert read(data).text == ARTICLE


def test_same_content_is_the_same_bytes() -> None:
    shape = content(ARTICLE, ["Sunday"])
    data = docx.report(shape)
    assert data == docx.report(shape)
    with ZipFile(BytesIO(data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "text",
    [
        "one\ntwo\n\nthree",
        "one\n\n\n\ntwo",
        "one  \ntwo",
        "one\n    indented\n\n  \n\n- item\n\t- item",
        "a\tb\t\tc",
        "a  b   c",
        "- one\n- two\n\n# three",
        "soft\u00adhyphen, no\u2011break, \u200bzero, \ufeffmark, nbsp\u00a0here\u2028there",
        "\u05e9\u05dc\u05d5\u05dd 12 abc\nabc \u202eevil\u202c",
        "<b>&amp;</b> ]]> <![CDATA[ </w:t>",
    ],
)
def test_text_comes_back_letter_for_letter(text: str) -> None:
    assert read(docx.report(content(text))).text == text


def test_what_xml_cannot_hold_is_shown() -> None:
    text = "It is \x1b[31mred\x1b[0m, a \0 and \uffff.\x0cNext."
    data = docx.report(content(text, ["\x1b[31mred", "red\x1b", "\0", "\x0c"]))
    assert read(data).text == "It is \\x1b[31mred\\x1b[0m, a \\x00 and \\uffff.\\x0cNext."
    assert words(data) == ["\\x1b[31mred", "red\\x1b", "\\x00", "\\x0c"]


def test_zones_are_styles() -> None:
    zones = {
        "The Train": "headline", "Kim left on Sunday, 10 September.": "deck",
        "He came back on a train of 20 carriages.": "caption",
        "It is \U0001f682\U0001f682 olive green.": "pull-quote",
    }  # fmt: skip
    found = read(docx.report(content(ARTICLE, zones=zones)))
    assert {found.text[z.start : z.end]: z.zone.value for z in found.zones} == zones


def test_a_zone_ends_its_paragraph_whatever_blanks_follow() -> None:
    found = read(docx.report(content("Head\n  \n\nBody", zones={"Head": "headline"})))
    assert found.text == "Head\n\nBody"
    assert [(zone.start, zone.end) for zone in found.zones] == [(0, 4)]


def test_first_line_that_is_the_title_is_set_as_such() -> None:
    article = {"title": "The Train", "author": "Ann Lee", "language": "de"}
    found = read(docx.report(content(ARTICLE, article=article)))
    assert [(zone.start, zone.end) for zone in found.zones] == [(0, 9)]
    assert (found.title, found.authors, found.language) == ("The Train", ["Ann Lee"], "de")


def test_claims_without_an_article_are_listed() -> None:
    claims = [claim(3, text="Kim left on\nSunday"), claim(7, text="")]
    data = docx.report(content(None, claims=claims))
    assert read(data).text == "Claims\nKim left on Sunday"
    assert [(each.words, each.lines) for each in comments(data)] == [
        ("Kim left on Sunday", ["OK, claim 3", line(3)]),
        ("", ["OK, claim 7", line(7)]),
    ]


def test_claims_that_stand_nowhere_are_told_at_the_end() -> None:
    shape = content(ARTICLE, ["Sunday"])
    shape["claims"] += [claim(8, text="It has wheels"), claim(9, queries=[query(4, "Which?")])]
    data = docx.report(shape)
    assert read(data).text == ARTICLE
    assert [(each.words, each.lines) for each in comments(data)[1:]] == [
        (
            "green.",
            [
                "OK, claim 8",
                "This stands nowhere in the text: \u201cIt has wheels\u201d",
                line(8),
            ],
        ),
        (
            "olive green.",
            [
                "OK, claim 9",
                "This stands nowhere in the text: \u201cclaim 9\u201d",
                "Query 4: Which?",
                line(9, 4),
            ],
        ),
    ]


def test_a_claim_at_several_places_is_told_at_its_first() -> None:
    shape = content("Kim left. Kim came back.", ["Kim"])
    shape["draft"]["marks"].append({"start": 10, "end": 13, "claim": 1, "outcome": "ok"})
    first, second = comments(docx.report(shape))
    assert (first.words, second.words) == ("Kim", "Kim")
    said = "The same claim: the comment on its first place says more."
    assert second.lines == ["OK, claim 1", said, line(1)]


def test_marks_of_claims_that_are_not_listed_say_nothing() -> None:
    shape = content(ARTICLE, ["Sunday", "20"])
    del shape["claims"][0]
    assert words(docx.report(shape)) == ["20"]


def test_a_place_without_words_is_a_point() -> None:
    shape = content("Kim left.", ["Kim"])
    shape["draft"]["marks"] = [{"start": 3, "end": 3, "claim": 1}]
    data = docx.report(shape)
    assert words(data) == [""]
    assert read(data).text == "Kim left."


def test_ours_do_not_come_back() -> None:
    shape = content(ARTICLE, ["Sunday", "20"])
    shape["claims"][0]["queries"] = [query(3, "Which?"), query(4, "When?")]
    assert documents.read(docx.report(shape)).annotations == []


def test_no_two_comments_on_a_claim_stand_on_the_same_words() -> None:
    shape = content(ARTICLE, ["on a train of"])
    shape["claims"][0]["queries"] = [query(n, "Why?") for n in (1, 2, 3, 4, 5, 6)]
    assert words(docx.report(shape)) == [
        "on a train of", "on a train", "on a", "on", "on", "on",
    ]  # fmt: skip


def test_a_megabyte_is_there_in_full() -> None:
    text = "\n".join(["A train of 20 carriages\tand more \U0001f682." * 20] * 1200)
    shape = content(text, [text, "carriages"])
    shape["claims"][0]["verdict"] = {"conclusion": "supported", "reason": "because " * 130_000}
    data = docx.report(shape)
    first, second = comments(data)
    assert (first.words, second.words) == (text, "carriages")
    assert first.lines[2] == "Reason: " + "because " * 130_000


def test_the_reference_is_understood_again() -> None:
    lines = comments(docx.report(content(ARTICLE, ["Sunday"])))[0].lines
    assert own_comments.reference("\n".join(lines)) == (1, "00000001", None)
