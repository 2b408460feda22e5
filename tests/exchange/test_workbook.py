"""The workbook: what is in it, and how it comes back from a spreadsheet program."""

import csv
import io
import re
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from datetime import time as clock
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from factcheck.errors import BadInput, Conflict
from factcheck.exchange import sheet, workbook, workbook_package, workbook_texts
from factcheck.exchange.rows import COLUMNS
from factcheck.exchange.sheet import SheetResult
from factcheck.exchange.sheet_rows import unguarded
from factcheck.exchange.workbook_texts import LONGEST, MARK
from factcheck.reports import audience, content
from factcheck.reports.audience import Audience
from factcheck.services import claims, lookup, shapes, sources, verdicts
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.services.verdicts import Decision
from factcheck.words import Conclusion
from tests.exchange.copies import Copy

COUNTS = "SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM event)"

HOSTILE = (
    '=HYPERLINK("http://e.org")', "+1", "-12 C", "@x", "'=x", "'x", "\ttab", "'\t",
    "a \x07bell\x1b and \ufffe", "_x0041_ and _x005F_ and _x000D_",
    "one\r\ntwo\rthree\n  four", "#REF!", "TRUE", "1e5", "\u202eabc\u2069 \u05d0", "\U0001f600" * 9,
    "<script>&amp;</script>]]>", "w" * LONGEST, "=" * LONGEST, "\U0001f600_x0041_" * 9_000,
    "\x07 long _x0041_" * 100_000, r"\x07 as it stands",
)  # fmt: skip


@pytest.fixture
def desk(colleague: Copy) -> Copy:
    return colleague


def report(copy: Copy, who: Audience = Audience.INTERNAL) -> dict[str, Any]:
    with copy.reading() as session:
        whole = content.of_article(session, lookup.article(session, "kim-train"))
        return audience.cut(session, whole, who)


def exported(copy: Copy, who: Audience = Audience.INTERNAL) -> bytes:
    return workbook.write(report(copy, who))


def take(copy: Copy, data: bytes, **options: Any) -> SheetResult:
    with copy.writing() as session:
        return sheet.import_(session, data, **options)


def saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def edited(data: bytes, change: Callable[[Any], object]) -> bytes:
    """As a spreadsheet program saves it after a change to the sheet Claims."""
    book = opened(data)
    change(book["Claims"])
    return saved(book)


def at(column: str, claim: int) -> str:
    return f"{chr(ord('A') + COLUMNS.index(column))}{claim + 1}"


def put(column: str, claim: int, value: object) -> Callable[[Any], object]:
    return lambda page: page[at(column, claim)].__setattr__("value", value)


def page_of(*rows: list[Any]) -> Any:
    page: Any = Workbook().active
    for row in rows:
        page.append(row)
    return page


def of_rows(*rows: list[Any]) -> bytes:
    return saved(page_of(*rows).parent)


def read(data: bytes) -> list[tuple[int, list[str]]]:
    return [(line, row) for line, row in workbook.read(data) if isinstance(row, list)]


def refused(copy: Copy, data: bytes) -> BadInput:
    before = copy.ask(COUNTS)
    with pytest.raises(BadInput) as caught:
        take(copy, data)
    assert copy.ask(COUNTS) == before
    return caught.value


def claim(copy: Copy, number: int) -> Any:
    with copy.reading() as session:
        return shapes.claim(session, number)


# Out


def test_the_sheet_of_claims_is_the_sheet_in_csv(desk: Copy) -> None:
    with desk.reading() as session:
        lines = list(sheet.export(session, lookup.article(session, "kim-train")))
    assert [row for _, row in read(exported(desk))] == list(csv.reader(lines))
    assert list(sheet.of_content(report(desk))) == lines


def test_beside_the_claims_there_are_evidence_sources_and_findings() -> None:
    source = {"key": "kcna", "title": "KCNA", "url": "https://e.org/1", "publisher": None}
    piece = {
        "uid": "e1", "stance": "supports", "quote": "=1+1", "says": None, "locator": "p. 3",
        "how": "page", "on": "2026-11-20", "tier": "primary", "note": "Good.",
        "seen": {"by": None, "at": "2026-11-21T09:00:00Z"}, "source": source,
        "comparison": {"result": "agrees", "explanation": "37 is 37"}, "presence": "exact",
        "retracted": True, "retracted_because": "Not they.",
    }  # fmt: skip
    whole = {
        "audience": "internal", "words": "line",
        "claims": [{"id": 12, "uid": "c1", "text": "A fact.", "outcome": "wrong",
                    "evidence": [piece]}],
        "sources": [{**source, "kind": "page", "author": "Ri", "published": "2026-11-19",
                     "tier": "primary", "origin": "yonhap", "cited": 2,
                     "archived": {"at": "2026-11-22T09:00:00Z", "url": "https://a.org/1"}}],
        "findings": [{"code": "S12", "severity": "error", "state": "open", "claim": 12,
                      "source": None, "message": "@cmd", "help": "Look."}],
    }  # fmt: skip
    book = opened(workbook.write(whole))
    tables = {page.title: [list(row) for row in page.values] for page in book}
    assert tables["Evidence"] == [
        list(workbook.EVIDENCE),
        ["e1", 12, "supports", "'=1+1", None, "p. 3", "page", "2026-11-20", "primary",
         "2026-11-21T09:00:00Z", "kcna", "KCNA", "https://e.org/1", None, "agrees: 37 is 37",
         "exact", "Good.", "Not they."],
    ]  # fmt: skip
    assert tables["Sources"] == [
        list(workbook.SOURCES),
        ["kcna", "KCNA", "https://e.org/1", None, "page", "Ri", "2026-11-19", "primary", "yonhap",
         2, "2026-11-22T09:00:00Z https://a.org/1"],
    ]  # fmt: skip
    assert tables["Findings"] == [
        list(workbook.FINDINGS), ["S12", "error", "open", 12, None, "'@cmd", "Look."]
    ]  # fmt: skip
    assert list(tables) == ["Claims", "Evidence", "Sources", "Findings"]


def test_a_sheet_with_nothing_in_it_is_left_out() -> None:
    book = opened(workbook.write({"words": "desk", "claims": []}))
    assert [page.title for page in book] == ["Claims"]
    assert [list(row) for row in book["Claims"].values] == [list(COLUMNS)]


def test_the_heading_stays_filters_and_outcomes_have_colours_and_labels(desk: Copy) -> None:
    page = opened(exported(desk))["Claims"]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:S15")
    label = page[at("outcome", 1)]
    assert (label.value, label.fill.start_color.rgb[2:]) == ("CHANGE TO", "F8CFCB")
    assert page[at("fact", 1)].alignment.wrap_text
    assert page.column_dimensions["D"].width == workbook.WIDTHS["fact"]


def test_the_same_content_is_the_same_bytes(desk: Copy) -> None:
    whole = report(desk)
    data = workbook.write(whole)
    assert workbook.write(whole) == data
    with ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        times = re.findall(rb">([-0-9T:Z]{20})<", archive.read("docProps/core.xml"))
    assert times == [b"1980-01-01T00:00:00Z"] * 2


def test_no_cell_is_a_formula_or_turns_into_one(desk: Copy) -> None:
    for text in HOSTILE:
        desk.do(claims.add, NewClaim(text, claimant=text[:2000]))
    with desk.reading() as session:
        data = workbook.write(content.of_claims(session, list(range(15, 15 + len(HOSTILE)))))
    book = opened(data)
    cells = [cell for page in book for row in page for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    texts = [cell.value for cell in cells if cell.data_type == "s"]
    assert not [text for text in texts if text[0] in "=+-@\t\r"]
    assert max(len(text.encode("utf-16-le")) // 2 for text in texts) <= LONGEST


# In


def test_a_workbook_that_comes_back_as_it_went_changes_nothing(seeded: Copy) -> None:
    before = seeded.ask(COUNTS)
    result = take(seeded, exported(seeded))
    assert (result.added, result.changed, result.unchanged) == ([], [], 14)
    assert take(seeded, edited(exported(seeded), lambda _: None)).unchanged == 14
    assert seeded.ask(COUNTS) == before


def test_any_text_comes_back_as_it_was(desk: Copy) -> None:
    for text in HOSTILE:
        desk.do(claims.add, NewClaim(text, claimant=text))
    with desk.reading() as session:
        ids = list(range(15, 15 + len(HOSTILE)))
        data = workbook.write(content.of_claims(session, ids))
    for came in (data, edited(data, lambda _: None)):
        before = desk.ask(COUNTS)
        assert take(desk, came).unchanged == len(HOSTILE)
        assert desk.ask(COUNTS) == before


def shared(data: bytes) -> bytes:
    """As Excel saves it: each text once, in a part of its own, with CR as `_x000D_`."""
    parts, texts = unzipped(data), []

    def moved(found: re.Match[bytes]) -> bytes:
        texts.append(found[2].replace(b"&#13;", b"_x000D_"))
        return b'%s t="s"><v>%d</v></c>' % (found[1], len(texts) - 1)

    inline = re.compile(rb'(<c [^>]*?) t="inlineStr"><is>(<t.*?</t>)</is></c>', re.DOTALL)
    for name in [name for name in parts if name.startswith("xl/worksheets/")]:
        parts[name] = inline.sub(moved, parts[name])
    body = b"".join(b"<si>%s</si>" % text for text in texts)
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (MAIN, body)
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(b"</Types>", STRINGS + b"</Types>")
    return rezipped(parts)


MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)


def test_texts_that_excel_keeps_in_one_place_come_back(desk: Copy) -> None:
    kept = [text for text in HOSTILE if "_x000D_" not in text]
    for text in kept:
        desk.do(claims.add, NewClaim(text, claimant=text))
    with desk.reading() as session:
        data = workbook.write(content.of_claims(session, list(range(1, 15 + len(kept)))))
    assert b"inlineStr" not in unzipped(shared(data))["xl/worksheets/sheet1.xml"]
    assert take(desk, shared(data)).unchanged == 14 + len(kept)


def test_a_workbook_that_was_saved_as_csv_comes_back_too(desk: Copy) -> None:
    number = desk.do(lambda s: claims.add(s, NewClaim("\x07" + "long " * 9_000)).id)
    with desk.reading() as session:
        data = workbook.write(content.of_claims(session, [1, 4, number]))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(opened(data)["Claims"].values)
    assert take(desk, out.getvalue().encode()).unchanged == 3


def test_only_what_differs_changes(desk: Copy) -> None:
    result = take(desk, edited(exported(desk), put("fact", 4, "In other words")))
    assert (result.changed, result.unchanged) == ([4], 13)
    assert claim(desk, 4)["text"] == "In other words"


def test_control_characters_outlive_an_edit_beside_them(desk: Copy) -> None:
    number = desk.do(lambda s: claims.add(s, NewClaim("a \x07bell rang")).id)
    with desk.reading() as session:
        data = workbook.write(content.of_claims(session, [number]))
    page = opened(data)["Claims"]
    assert page[at("fact", 1)].value == r"a \x07bell rang"
    take(desk, edited(data, put("fact", 1, r"the \x07bell rang")))
    assert claim(desk, number)["text"] == "the \x07bell rang"


@pytest.fixture
def long_one(desk: Copy) -> bytes:
    """A workbook of claim 15, whose text is too long for a cell."""
    desk.do(claims.add, NewClaim("=" + "word " * 20_000))
    with desk.reading() as session:
        return workbook.write(content.of_claims(session, [15]))


def test_a_text_that_no_cell_can_hold_goes_on_in_a_sheet_of_its_own(long_one: bytes) -> None:
    book = opened(long_one)
    cell = book["Claims"][at("fact", 1)].value
    assert (len(cell), cell[:6], cell.endswith(MARK)) == (LONGEST, "'=word", True)
    rows = [list(row) for row in book["Long texts"].values]
    uid = book["Claims"]["A2"].value
    assert [row[:4] for row in rows[1:]] == [["Claims", uid, "fact", n] for n in (1, 2, 3, 4)]
    assert "".join(row[4] for row in rows[1:]) == "'=" + ("word " * 20_000).strip()


def test_a_long_text_is_changed_where_it_is_whole(desk: Copy, long_one: bytes) -> None:
    book = opened(long_one)
    book["Long texts"]["E5"].value = "the end"
    assert take(desk, saved(book)).changed == [15]
    assert claim(desk, 15)["text"].endswith("the end")
    assert claim(desk, 15)["text"].startswith("=word word")


def test_a_long_text_cannot_be_changed_where_it_is_cut(desk: Copy, long_one: bytes) -> None:
    book = opened(long_one)
    cell = book["Claims"][at("fact", 1)]
    cell.value = cell.value.replace("word", "term", 1)
    assert "was changed where it is cut" in refused(desk, saved(book)).message
    del book["Long texts"]
    assert "was changed where it is cut" in refused(desk, saved(book)).message
    cell.value = cell.value.replace("term", "word", 1)
    assert take(desk, saved(book)).unchanged == 1


def test_a_workbook_for_an_audience_changes_nothing_here(desk: Copy) -> None:
    data = exported(desk, Audience.EDITOR)
    assert "for-editor" in {row[-1] for _, row in read(data)}
    before = desk.ask(COUNTS)
    error = refused(desk, edited(data, put("fact", 1, "In other words")))
    assert "was made for the editor" in error.message
    assert desk.ask(COUNTS) == before


def test_the_name_of_a_protected_source_is_not_lost_on_the_way(desk: Copy) -> None:
    def say(session: Any) -> None:
        new = NewSource("Jane Roe", protected=True, alias="a senior official", kind="person")
        key = sources.add(session, new)[0].key
        decision = Decision(conclusion=Conclusion.SUPPORTED, because="Jane Roe says so.")
        decision.evidence = NewEvidence(source=key, quote="no", locator="call")
        verdicts.decide(session, [lookup.claim(session, 4)], decision)

    desk.do(say)
    data = exported(desk)
    page = opened(data)["Claims"]
    assert page[at("reason", 4)].value == "a senior official says so."
    assert take(desk, data).unchanged == 14
    assert take(desk, edited(data, put("fact", 4, "In other words"))).changed == [4]
    with pytest.raises(Conflict):
        take(desk, edited(data, put("kind", 4, "age")))
    error = refused(desk, edited(exported(desk), put("reason", 4, "a senior official, again")))
    assert "its name would be lost" in error.message
    assert claim(desk, 4)["verdict"]["reason"] == "Jane Roe says so."


def _worked_on(page: Any) -> None:
    page.insert_rows(1)
    page.insert_rows(5, 2)
    page.column_dimensions["D"].hidden = True
    page.auto_filter.add_filter_column(1, ["1"])
    page.row_dimensions[4].hidden = True
    page.add_data_validation(DataValidation(type="list", formula1='"a,b"'))
    for row in page.iter_rows(min_row=2):
        if isinstance(row[1].value, int):
            row[1].value = float(row[1].value)
    page.parent.create_sheet("Sums", 0).append(["=1+1", "x"])


def test_what_people_do_to_a_sheet_does_not_disturb_it(desk: Copy) -> None:
    assert take(desk, edited(exported(desk), _worked_on)).unchanged == 14


def test_rows_of_another_programs_first_sheet(desk: Copy) -> None:
    key = claim(desk, 1)["evidence"][0]["source"]["key"]
    data = of_rows(
        [], ["Fact", None, "OK?", "Source", "Place"], ["A new one", "=1+1", True, key, 12],
        [None], ["Another"],
    )  # fmt: skip
    assert take(desk, data).added == [15, 16]
    shape = claim(desk, 15)
    assert (shape["status"], shape["evidence"][0]["locator"]) == ("supported", "12")


def test_numbers_dates_and_ticks_say_what_they_show() -> None:
    values = [
        11.0, 0.1, 1e20, 1.5e-7, True, date(2026, 11, 20), datetime(2026, 11, 20, 9, 30),  # noqa: DTZ001  a spreadsheet knows no zone
        clock(9, 30), timedelta(hours=2),
    ]  # fmt: skip
    page = page_of([*map(str, range(len(values) + 1))], [*values, 0.125])
    page.cell(2, len(values) + 1).number_format = "0.0%"
    assert read(saved(page.parent))[1][1] == [
        "11", "0.1", "100000000000000000000", "0.00000015", "true", "2026-11-20",
        "2026-11-20 09:30", "09:30:00", "2:00:00", "12.5%",
    ]  # fmt: skip


def test_a_merged_cell_stands_for_each_of_its_rows() -> None:
    page = page_of(["fact", "tags"], ["one", "a"], ["two", None], ["three", "b"])
    page.merge_cells("B2:B3")
    rows = [row for _, row in read(saved(page.parent))]
    assert [row[:2] for row in rows[1:]] == [["one", "a"], ["two", "a"], ["three", "b"]]


def test_many_merged_cells_are_refused(desk: Copy) -> None:
    page = page_of(["fact"])
    for row in range(2, 2_004, 2):
        page.merge_cells(f"A{row}:A{row + 1}")
    assert "1001 merged cells" in refused(desk, saved(page.parent)).message


@pytest.mark.parametrize("value", ["=1+1", "#REF!"])
def test_formulas_and_errors_are_refused_with_their_cell(desk: Copy, value: str) -> None:
    data = of_rows(["fact", "kind"], ["good", "date"], [value, "date"], ["fine", "date"])
    error = refused(desk, data)
    assert "The cell A3 holds" in error.message
    assert error.line == 3
    result = take(desk, data, keep_going=True)
    assert (result.added, [line for line, _ in result.refused]) == ([15, 16], [3])


def test_a_heading_is_looked_for_on_the_line_where_it_stands(desk: Copy) -> None:
    error = refused(desk, of_rows([], [], ["fact", "colour"], ["x", "y"]))
    assert ("'colour' is no column" in error.message, error.line) == (True, 3)
    assert "holds a formula" in refused(desk, of_rows(["fact", "=1+1"])).message
    assert "does not name the columns" in refused(desk, of_rows()).message


# What is no workbook, or a trap


def rezipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(name: str, old: bytes, new: bytes) -> bytes:
    parts = unzipped(of_rows(["fact"], ["x"]))
    assert old in parts[name]
    return rezipped({**parts, name: parts[name].replace(old, new, 1)})


PAGE = "xl/worksheets/sheet1.xml"
DTD = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def _traps() -> Iterator[tuple[str, bytes, str]]:
    good = of_rows(["fact"], ["x"])
    parts = unzipped(good)
    yield "old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "has a password"
    yield "cut", good[: len(good) // 2], "not whole"
    yield "bytes", b"PK\x03\x04" + bytes(500), "not whole"
    yield "another", rezipped({"mimetype": b"x", "content.xml": b"<a/>"}), "no workbook"
    yield "empty", rezipped({"xl/workbook.xml": b""}), "damaged"
    yield (
        "many",
        rezipped({"xl/workbook.xml": b"", **{f"{n}": b"" for n in range(10_001)}}),
        "10002",
    )
    yield "dtd", changed(PAGE, b"<worksheet", DTD + b"<worksheet"), "holds a DTD"
    wide = (DTD + parts[PAGE]).decode().encode("utf-16")
    yield "wide", rezipped({**parts, PAGE: wide}), "holds a DTD"
    yield "late", changed(PAGE, b"<worksheet", b" " * 1_000_001 + DTD + b"<worksheet"), "begin"
    yield "xml", changed(PAGE, b"</row>", b"</wor>"), "damaged"
    yield "column", changed(PAGE, b'r="A1"', b'r="ZZZZ1"'), "damaged"
    yield "row", changed(PAGE, b'<row r="1"', b'<row r="one"'), "damaged"


@pytest.mark.parametrize(("data", "said"), [pytest.param(d, s, id=i) for i, d, s in _traps()])
def test_what_is_no_workbook_is_refused(desk: Copy, data: bytes, said: str) -> None:
    assert said in refused(desk, data).message


def test_a_bomb_is_not_unpacked(desk: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_package, "MAX_UNPACKED", 1_000_000)
    parts = unzipped(of_rows(["fact"], ["x"]))
    bomb = rezipped({**parts, "xl/media/a.bin": bytes(2_000_000)})
    assert "unpacks to 2 MB" in refused(desk, bomb).message
    # What is said to be small is cut where it was said to end.
    lying = bytearray(rezipped({**parts, PAGE: parts[PAGE] + b" " * 900_000}))
    size = (len(parts[PAGE]) + 900_000).to_bytes(4, "little")
    assert "whole" in refused(desk, bytes(lying.replace(size, (90).to_bytes(4, "little")))).message


def test_a_workbook_that_is_too_large_is_refused() -> None:
    with pytest.raises(BadInput, match="larger than the 25 MB"):
        list(workbook.read(b"PK\x03\x04" + bytes(25_000_000)))


def test_a_row_far_down_and_a_cell_far_out_cost_nothing(desk: Copy) -> None:
    data = changed(PAGE, b'<row r="2"', b'<row r="2000000000"')
    assert take(desk, data).added == []
    data = changed(PAGE, b'r="A2"', b'r="XFD2"')
    assert take(desk, data).added == []


def test_macros_are_not_read(desk: Copy) -> None:
    parts = unzipped(of_rows(["fact"], ["x"]))
    name = "[Content_Types].xml"
    plain, macros = b"sheet.main+xml", b"sheet.macroEnabled.main+xml"
    parts[name] = parts[name].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml." + plain,
        b"application/vnd.ms-excel." + macros,
    )
    assert take(desk, rezipped({**parts, "xl/vbaProject.bin": b"\xd0\xcf"})).added == [15]


def test_the_library_warns_nobody_of_what_it_leaves_out() -> None:
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(read(changed(PAGE, b"</worksheet>", extension))) == 2


def test_escapes_of_the_format_are_undone() -> None:
    for text in HOSTILE:
        (shown, *rest) = workbook_texts.parts(text)
        assert "".join([shown, *rest]) == workbook_texts.visible(text)
        assert workbook_texts.is_as_written(
            unguarded(workbook_texts.read(workbook_texts.written(text))), text
        )
