from pathlib import Path

import pytest

from factcheck.documents.document import Annotation, Document, Zoned
from factcheck.documents.pdf import read
from factcheck.errors import BadInput
from factcheck.words import AnnotationKind, Format, Zone
from tests.documents.pdfs import Line, image_only, lines, link, pdf

WEATHER = ["Rain", "Wind", "Snow", "Hail", "Fog"]
DATA = Path(__file__).parents[1] / "data" / "documents"


def text_of(*texts: str) -> str:
    return read(pdf([lines(texts)])).text


def numbered(count: int) -> list[list[Line]]:
    """Pages with a running head, a body of their own and a page number at the foot."""
    return [
        [
            Line("The Hull Herald", 800, size=9),
            *lines([f"{word} is what this page is about,", "and here it ends.", "", "Next."]),
            Line(f"- {number} -", 40, x=290, size=9),
        ]
        for number, word in enumerate(WEATHER[:count], start=1)
    ]


# Text


def test_lines_become_paragraphs() -> None:
    found = text_of(
        "The council approved the plan on Tuesday after a debate",
        "that lasted nine hours and drew two hundred people.",
        "",
        "The second paragraph stands apart.",
    )
    assert found == (
        "The council approved the plan on Tuesday after a debate that lasted nine hours and drew "
        "two hundred people.\nThe second paragraph stands apart."
    )


def test_a_line_that_is_set_in_starts_a_paragraph() -> None:
    page = [
        Line("The council approved the plan on Tuesday after a debate", 720, x=84),
        Line("that lasted nine hours, until it was late and all went home.", 706),
        Line("The second paragraph is set in and runs on to another", 692, x=84),
        Line("line.", 678),
    ]
    assert read(pdf([page])).text == (
        "The council approved the plan on Tuesday after a debate that lasted nine hours, until it "
        "was late and all went home.\nThe second paragraph is set in and runs on to another line."
    )


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    found = text_of("The council voted.", "It approved the plan on Tuesday after nine hours of it.")
    assert found == "The council voted.\nIt approved the plan on Tuesday after nine hours of it."


def test_points_of_a_list_are_lines() -> None:
    found = text_of(
        "\u2022 the first point, which is long enough to need another",
        "line than its own",
        "\u2022 the second point",
    )
    assert found == (
        "\u2022 the first point, which is long enough to need another line than its own\n"
        "\u2022 the second point"
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("an inter-", "national body", "an international body"),
        ("an inter\u00ad", "national body", "an international body"),
        ("he met Jean-", "Paul there", "he met Jean-Paul there"),
        ("after COVID-", "19 came", "after COVID-19 came"),
        ("in 1990-", "1995 it was", "in 1990-1995 it was"),
        ("in 1990\u2013", "1995 it was", "in 1990\u20131995 it was"),
        ("it was \u2013", "as they say", "it was \u2013 as they say"),
        ("a three-year-", "old child", "a three-year-old child"),
        ("the self-", "employed pay", "the self-employed pay"),
    ],
)
def test_words_divided_at_the_end_of_a_line(first: str, second: str, expected: str) -> None:
    assert text_of(first, second) == expected


def test_the_document_shows_which_words_have_a_hyphen() -> None:
    assert text_of("a long-term plan is a long-", "term plan").endswith("is a long-term plan")


def test_a_paragraph_goes_on_over_pages() -> None:
    pages = [lines(["The council approved the plan after a de-"]), lines(["bate of nine hours"])]
    assert read(pdf(pages)).text == "The council approved the plan after a debate of nine hours"
    pages = [lines(["The council approved the plan"]), lines(["after nine hours."])]
    assert read(pdf(pages)).text == "The council approved the plan after nine hours."
    pages = [lines(["The council approved the plan."]), lines(["after nine hours."])]
    assert read(pdf(pages)).text == "The council approved the plan.\nafter nine hours."


def test_columns_are_read_one_after_the_other() -> None:
    left = lines(["The left column is read", "first and goes on with"])
    right = [line._replace(x=320) for line in lines(["the right column, where", "it ends."])]
    assert read(pdf([[*left, *right]])).text == (
        "The left column is read first and goes on with the right column, where it ends."
    )


@pytest.mark.parametrize("count", [2, 3, 5])
def test_running_heads_and_page_numbers_are_left_out(count: int) -> None:
    document = read(pdf(numbered(count)))
    body = [f"{word} is what this page is about, and here it ends.\nNext." for word in WEATHER]
    assert document.text == "\n".join(body[:count])
    assert document.remarks == [
        "Running heads and page numbers were left out: '- 1 -'; 'The Hull Herald'."
    ]


def test_short_pages_that_are_all_alike_keep_their_text() -> None:
    document = read(pdf([lines(["Kim left."])] * 3))
    assert (document.text, document.remarks) == ("Kim left.\nKim left.\nKim left.", [])


def test_control_characters_are_dropped() -> None:
    assert text_of("Kim\x07 left\x1b[31m.") == "Kim left."


# Zones and links


def test_what_is_set_largest_at_the_top_is_the_headline() -> None:
    headline = [Line("Council approves", 780, size=24), Line("the plan", 752, size=24)]
    body = lines(["It took nine hours and drew two hundred people, who", "stayed to the end."])
    document = read(pdf([[*headline, *body]]))
    assert document.zones == [Zoned(0, 25, Zone.HEADLINE)]
    assert document.text[:26] == "Council approves the plan\n"
    assert document.title == "Council approves the plan"


def test_text_of_one_size_has_no_headline() -> None:
    assert read(pdf([lines(["One.", "", "Two."])])).zones == []


def test_links_are_on_the_words_in_their_rectangle() -> None:
    # In Helvetica of 11 points, "See " is 24 points wide and "the report" 50.
    places = [link("https://a.org/r", 95, 718, 52), link("javascript:x", 72, 718, 20)]
    document = read(pdf([lines(["See the report of the council."])], links=places))
    assert document.annotations == [
        Annotation(4, 14, AnnotationKind.LINK, urls=["https://a.org/r"])
    ]
    assert document.text[4:14] == "the report"


def test_a_link_over_two_lines_is_one() -> None:
    corners = "72 716 130 716 72 730 130 730 72 702 92 702 72 716 92 716"
    over = link("https://a.org/r", 72, 702, 60, 28).replace(
        "/A <<", f"/QuadPoints [{corners}] /A <<"
    )
    document = read(pdf([lines(["The report", "that was read"])], links=[over]))
    assert [document.text[each.start : each.end] for each in document.annotations] == [
        "The report that"
    ]


def test_rows_of_figures_are_no_page_numbers() -> None:
    votes = {"Rain": 30, "Wind": 27, "Snow": 12}
    pages = [
        lines([str(count), "", f"for {word}.", "", f"{word}!"]) for word, count in votes.items()
    ]
    expected = "\n".join(f"{count}\nfor {word}.\n{word}!" for word, count in votes.items())
    assert read(pdf(pages)).text == expected


# What the file says of itself


def test_metadata() -> None:
    info = "/Title (Council approves) /Author (Ann Bee; Carl Dee and Eve Eff)"
    assert read(pdf([lines(["Kim left."])], info=info, catalog="/Lang (en_gb)")) == Document(
        "Kim left.",
        Format.PDF,
        title="Council approves",
        authors=["Ann Bee", "Carl Dee", "Eve Eff"],
        language="en-GB",
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Microsoft Word - The plan", "The plan"),
        ("Microsoft Word - plan_v3.docx", None),
        ("C:\\\\Users\\\\ann\\\\plan.indd", None),
        ("untitled", None),
    ],
)
def test_titles_that_programs_made_up_are_none(title: str, expected: str | None) -> None:
    assert read(pdf([lines(["Kim left."])], info=f"/Title ({title})")).title == expected


def test_what_acts_on_a_terminal_is_taken_out_of_titles() -> None:
    title = "\x07The \u202eplan\x9b31m".encode("utf-16-be").hex()
    assert read(pdf([lines(["Kim left."])], info=f"/Title <FEFF{title}>")).title == "The plan"


# Bad files


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "This is no PDF: it is empty."),
        (b"<!doctype html><p>Hello", "This is no PDF: it begins with '<!doctype html><p>Hello'."),
        (pdf([lines(["Kim left."])])[:300], "The PDF is not whole: it cannot be read."),
        (image_only(), "The PDF is scanned: its one page has no text layer."),
        (pdf([[], []]), "The PDF is scanned: its 2 pages have no text layer."),
        (pdf([]), "The PDF is not whole: it cannot be read."),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(data)
    assert caught.value.message == message
    assert caught.value.hint


def test_a_password_is_asked_for_only_where_it_is_needed_to_read() -> None:
    with pytest.raises(BadInput, match="The PDF is encrypted and opens only with a password"):
        read((DATA / "encrypted.pdf").read_bytes())
    owned = read((DATA / "owner_password.pdf").read_bytes())
    assert owned.text == "The council approved the plan."


def test_pages_without_text_are_named() -> None:
    document = read(pdf([lines(["Kim left."]), [], lines(["He came back."]), []]))
    assert document.text == "Kim left.\nHe came back."
    assert document.remarks == ["There is no text on 2 of 4 pages: 2, 4."]


def test_no_more_than_2000_pages_are_read() -> None:
    document = read(pdf([lines([f"Page {number}."]) for number in range(1, 2_003)]))
    assert document.text.endswith("\nPage 2000.")
    assert document.remarks == ["Only the first 2,000 of 2,002 pages were read."]


def test_junk_before_the_header_and_scripts_do_no_harm() -> None:
    script = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    assert read(b"junk\n" + pdf([lines(["Kim left."])], catalog=script)).text == "Kim left."
