"""The files that drafts came in."""

import hashlib
from pathlib import Path

import pytest

from factcheck.documents import read
from factcheck.exchange import jsonl, merge
from factcheck.services import articles, drafts, originals, revising
from factcheck.services.originals import File
from factcheck.words import Format
from tests.cli.told import LITE
from tests.documents.docx_files import docx, p
from tests.services.desk import TEXT, Desk, article

ROWS = "SELECT revision_id, name, format FROM original ORDER BY id"
SECOND = TEXT + "It is green.\n"


def word(text: str = TEXT, name: str = "kim.docx", style: str | None = None) -> File:
    """The same text in another style is another file."""
    return File(name, Format.DOCX, docx(*(p(each, style=style) for each in text.splitlines())))


def add(desk: Desk, file: File, slug: str = "kim") -> None:
    with desk.writing("article add") as session:
        new = articles.of_document(read(file.data, name=file.name), file.name, file)
        new.slug = slug
        articles.add(session, new)


def revise(desk: Desk, file: File) -> None:
    with desk.writing("article revise") as session:
        draft = drafts.of_document(read(file.data, name=file.name), file)
        revising.revise(session, article(session), draft)


def found(desk: Desk, text: str) -> bytes | None:
    """Through a new connection, by what the file says."""
    with desk.reading() as session:
        return originals.of_draft(session, drafts.digest(text))


def text_of(file: File) -> str:
    return read(file.data, name=file.name).text


def test_the_file_of_every_draft_is_kept(desk: Desk) -> None:
    first, second = word(), word(SECOND, "C:\\Desk\\kim 2.docx")
    add(desk, first)
    revise(desk, second)
    assert desk.ask(ROWS) == [(1, "kim.docx", "docx"), (2, "kim 2.docx", "docx")]
    assert found(desk, text_of(first)) == first.data
    assert found(desk, text_of(second)) == second.data
    assert desk.faults() == []


@LITE
def test_the_same_text_again_keeps_the_first_file(desk: Desk) -> None:
    first, again = word(), word(style="Quote")
    assert first.data != again.data
    add(desk, first)
    revise(desk, again)
    assert (desk.ask(ROWS), found(desk, text_of(first))) == ([(1, "kim.docx", "docx")], first.data)


@LITE
def test_a_file_that_comes_later_to_its_text_is_kept(desk: Desk) -> None:
    file = word()
    desk.article(text_of(file))
    assert found(desk, text_of(file)) is None
    revise(desk, file)
    assert (desk.ask(ROWS), found(desk, text_of(file))) == ([(1, "kim.docx", "docx")], file.data)


@LITE
def test_one_file_for_two_articles_is_kept_once(desk: Desk) -> None:
    file, other = word(), word(style="Quote")
    add(desk, file)
    add(desk, file, slug="kim-again")
    assert desk.ask("SELECT sha256 FROM blob") == [(hashlib.sha256(file.data).hexdigest(),)]
    add(desk, other, slug="kim-anew")
    assert found(desk, text_of(file)) == other.data, "the newest file of the text"


def test_undo_takes_the_record_back(desk: Desk) -> None:
    file = word()
    add(desk, file)
    desk.undo()
    assert desk.ask(ROWS) == []
    assert found(desk, text_of(file)) is None
    assert desk.faults() == []


@LITE
@pytest.mark.parametrize("form", [each for each in Format if each != Format.DOCX])
def test_no_other_file_is_kept(desk: Desk, form: Format) -> None:
    with desk.writing() as session:
        new = articles.NewArticle(
            TEXT, slug="kim", draft=drafts.Draft(TEXT, file=File("kim", form, b"the bytes"))
        )
        articles.add(session, new)
    assert desk.ask(ROWS) == desk.ask("SELECT sha256 FROM blob") == []
    assert found(desk, TEXT) is None


@LITE
@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("", "draft"),
        ("/home/ann/kim.docx", "kim.docx"),
        ("https://example.org/a/kim.docx", "kim.docx"),
        ("C:\\Users\\ann\\kim.docx", "kim.docx"),
        ("../..", ".."),
    ],
)
def test_the_folders_of_whoever_sent_it_are_not_kept(desk: Desk, name: str, kept: str) -> None:
    add(desk, word(name=name))
    assert desk.ask(ROWS) == [(1, kept, "docx")]


def test_an_export_brings_the_record_without_the_file(
    desk: Desk, sqlite_template: Path, tmp_path: Path
) -> None:
    file = word()
    add(desk, file)
    with desk.reading() as session:
        (tmp_path / "all.jsonl").write_text("".join(jsonl.export(session)), encoding="utf-8")
    (tmp_path / "colleague.db").write_bytes(sqlite_template.read_bytes())
    colleague = Desk(f"sqlite:///{tmp_path}/colleague.db")
    with colleague.writing("import") as session:
        merge.import_(session, tmp_path / "all.jsonl")
    assert colleague.ask(ROWS) == [(1, "kim.docx", "docx")]
    assert found(colleague, text_of(file)) is None
    assert colleague.faults() == []


def test_a_damaged_file_is_none(desk: Desk) -> None:
    file = word()
    add(desk, file)
    desk.execute("UPDATE blob SET packed = :packed", packed=b"not what it was")
    assert found(desk, text_of(file)) is None
    assert any("are not as they were kept" in fault for fault in desk.faults())
