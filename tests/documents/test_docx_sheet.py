from factcheck.documents.docx_sheet import Sheet
from factcheck.text.spans import Span


def test_places_begin_and_end_with_words() -> None:
    sheet = Sheet()
    sheet.put("  one ")
    mark = sheet.open()
    sheet.put("  two ")
    sheet.break_line()
    assert sheet.close(mark) == Span(6, 9)
    sheet.put("three  ")
    assert str(sheet) == "one   two \nthree"


def test_place_without_words_is_empty() -> None:
    sheet = Sheet()
    sheet.put("one")
    mark = sheet.open()
    sheet.put("  ")
    assert sheet.close(mark) == Span(3, 3)


def test_empty_paragraphs_leave_one_line() -> None:
    sheet = Sheet()
    for text in ("", "one", "", " ", "two", "three", ""):
        sheet.put(text)
        sheet.end_paragraph()
    assert str(sheet) == "one\n\ntwo\nthree"
