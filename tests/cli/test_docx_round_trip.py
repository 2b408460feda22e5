"""A Word file goes out with our comments and comes back with the author's replies."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Word
from lxml import etree  # type: ignore[import-untyped]  # it carries none

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program
from tests.documents.docx_files import HEAD, NAMESPACES
from tests.reports.docx_contents import comments

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.microsoft.com/office/2011/relationships"

WORDS = "Kim left on Sunday with 20 carriages and 14 vents."
STORED = (
    "SELECT count(*) FROM claim", "SELECT count(*) FROM revision", "SELECT count(*) FROM span",
    "SELECT count(*) FROM annotation", "SELECT count(*) FROM evidence",
    "SELECT count(*) FROM verdict",
)  # fmt: skip


def authored() -> bytes:
    """A draft with formatting of its own, and a comment of the author's."""
    word, saved = Word(), io.BytesIO()
    word.add_heading("Kim\u2019s train", 0)
    paragraph = word.add_paragraph("Kim left on ")
    run = paragraph.add_run("Sunday")
    run.bold = run.italic = True
    paragraph.add_run(" with 20 carriages and 14 vents.")
    word.add_comment(run, text="Or Monday?", author="Maria Keller", initials="MK")
    word.add_paragraph("A quotation.", style="Intense Quote")
    word.save(saved)
    return saved.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def replied(data: bytes, **answers: str) -> bytes:
    """The file with Maria's reply to each comment that says these words, as Word writes it."""
    files = parts(data)
    root = etree.fromstring(files["word/comments.xml"])
    threads, added = [], []
    for number, (asked, answer) in enumerate(answers.items(), 500):
        (ours,) = (
            each for each in root for said in ["".join(each.itertext())]
            if asked.replace("_", " ") in said and "[factcheck" in said
        )  # fmt: skip
        last = ours.findall(f"{W}p")[-1]
        last.set(f"{W14}paraId", f"0000{number}A")
        reply = etree.fromstring(
            f'<w:comment {NAMESPACES} w:id="{number}" w:author="Maria Keller" w:initials="MK"'
            f' w:date="2030-01-01T10:00:00Z"><w:p w14:paraId="0000{number}B"><w:r><w:t>{answer}'
            "</w:t></w:r></w:p></w:comment>"
        )
        added.append((ours.get(f"{W}id"), number, reply))
        threads.append((f"0000{number}A", f"0000{number}B"))
    for _, _, reply in added:
        root.append(reply)
    files["word/comments.xml"] = etree.tostring(root)
    files["word/document.xml"] = _marked(files["word/document.xml"], added)
    return packed(_threaded(files, threads))


def _marked(document: bytes, added: list[tuple[str, int, Any]]) -> bytes:
    """A reply stands on the words of what it answers."""
    root = etree.fromstring(document)
    for ours, number, _ in added:
        for tag in ("commentRangeStart", "commentRangeEnd"):
            (place,) = (each for each in root.iter(f"{W}{tag}") if each.get(f"{W}id") == ours)
            place.addnext(place.makeelement(f"{W}{tag}", {f"{W}id": str(number)}))
        (run,) = (
            each.getparent() for each in root.iter(f"{W}commentReference")
            if each.get(f"{W}id") == ours
        )  # fmt: skip
        new = run.makeelement(f"{W}r", {})
        new.append(run.makeelement(f"{W}commentReference", {f"{W}id": str(number)}))
        run.addnext(new)
    return bytes(etree.tostring(root))


def _threaded(files: dict[str, bytes], threads: list[tuple[str, str]]) -> dict[str, bytes]:
    lines = "".join(
        f'<w15:commentEx w15:paraId="{ours}" w15:done="0"/>'
        f'<w15:commentEx w15:paraId="{reply}" w15:paraIdParent="{ours}" w15:done="0"/>'
        for ours, reply in threads
    )
    extended = f"{HEAD}<w15:commentsEx {NAMESPACES}>{lines}</w15:commentsEx>"
    relation = (
        f'<Relationship Id="rIdReplies" Type="{OFFICE}/commentsExtended"'
        ' Target="commentsExtended.xml"/></Relationships>'
    )
    kind = (
        f'<Override PartName="/word/commentsExtended.xml" ContentType="{TYPE}'
        '.commentsExtended+xml"/></Types>'
    )
    names = {
        "word/_rels/document.xml.rels": (b"</Relationships>", relation.encode()),
        "[Content_Types].xml": (b"</Types>", kind.encode()),
    }
    changed = {name: files[name].replace(*pair) for name, pair in names.items()}
    return {**files, **changed, "word/commentsExtended.xml": extended.encode()}


@pytest.fixture
def sent(cli: Program) -> bytes:
    """What the author gets: two questions, a verdict, and her own comment."""
    Path("kim.docx").write_bytes(authored())
    for words in (
        ["article", "add", "kim.docx", "--author", "Maria Keller"],
        ["add", "Kim left on Sunday", "--article", "kim", "--quote", "Sunday with 20"],
        ["add", "--article", "kim", "--quote", "20 carriages"],
        ["add", "--article", "kim", "--quote", "14 vents"],
        ["query", "ask", "4", "Which Sunday?"],
        ["query", "ask", "4", "Who saw it?"],
        ["query", "ask", "5", "Counted?"],
        ["verify", "6", "--wrong", "--from", "atlas p. 2", "--because", "There are 15."],
    ):
        done = cli(*words)
        assert done.status == 0, (words, done.err)
    done = cli("report", "kim", "-o", "out.docx")
    assert (done.status, done.err) == (0, "Wrote out.docx.\n")
    return Path("out.docx").read_bytes()


def revised(cli: Program, data: bytes) -> str:
    """What is said when this copy comes in."""
    Path("back.docx").write_bytes(data)
    done = cli("article", "revise", "kim", "back.docx")
    assert done.status == 0, done.err
    return done.err


def answers(stored: Stored) -> list[tuple[Any, ...]]:
    return stored("SELECT id, answer, answered_by FROM query ORDER BY id")


def counts(stored: Stored) -> list[int]:
    return [stored(query)[0][0] for query in STORED]


def test_replies_answer_queries_and_nothing_else_changes(
    cli: Program, sent: bytes, stored: Stored, claim: Callable[[int], Any]
) -> None:
    before, claims = counts(stored), [claim(number) for number in (4, 5, 6)]
    back = replied(
        sent, Which_Sunday="On 10 September.", Counted="Yes, twice.", Who_saw="Yonhap.",
        There_are_15="I see.",
    )  # fmt: skip
    assert revised(cli, back) == (
        "The copy answers queries 2, 1, 3: factcheck query list\n"
        "Replies without an open query are notes on claim 6.\n"
        "This is draft 1, letter for letter: nothing is new.\n"
    )
    assert answers(stored) == [
        (1, "On 10 September.", "Maria Keller"), (2, "Yonhap.", "Maria Keller"),
        (3, "Yes, twice.", "Maria Keller"),
    ]  # fmt: skip
    assert stored("SELECT claim_id, kind, text FROM note WHERE claim_id IS NOT NULL") == [
        (6, "reply", "Maria Keller: I see.")
    ]
    assert counts(stored) == before
    assert stored("SELECT name FROM original") == [("kim.docx",)]
    for number, known in zip((4, 5, 6), claims, strict=True):
        now = claim(number)
        assert [each["answered_by"] for each in now["queries"]] == ["Maria Keller"] * (6 - number)
        changed = {name for name in now if now[name] != known[name]}
        assert changed - {"updated_at"} == ({"notes"} if number == 6 else {"queries", "outcome"})
    again = revised(cli, back)
    assert again == "This is draft 1, letter for letter: nothing is new.\n"
    assert cli("undo").status == 0
    assert [answer for _, answer, _ in answers(stored)] == [None] * 3
    assert cli("db", "check").status == 0


def test_a_copy_that_was_edited_too(cli: Program, sent: bytes, stored: Stored) -> None:
    word = Word(io.BytesIO(replied(sent, Counted="Now 21.")))
    (run,) = (run for p in word.paragraphs for run in p.runs if "20" in run.text)
    run.text = run.text.replace("20", "21")
    saved = io.BytesIO()
    word.save(saved)
    told = revised(cli, saved.getvalue())
    assert told == "The copy answers query 3: factcheck query list\n"
    assert answers(stored)[2] == (3, "Now 21.", "Maria Keller")
    assert stored("SELECT number, text FROM revision WHERE article_id = 2 AND number = 2") == [
        (2, f"Kim\u2019s train\n{WORDS.replace('20', '21')}\nA quotation.")
    ]
    assert stored("SELECT text FROM annotation ORDER BY id") == [("Or Monday?",)]
    assert cli("report", "kim", "-o", "next.docx").status == 0
    lines = ["\n".join(each.lines) for each in comments(Path("next.docx").read_bytes())]
    heads = [each.partition("\n")[0] for each in lines]
    assert sorted(heads) == sorted([
        "Or Monday?", "ASK AUTHOR, claim 4", "Query 2: Who saw it?", "WRONG, claim 6",
        "OPEN, claim 5",
    ]), "what was answered is taken in, and ours are made anew"  # fmt: skip


@LITE
def test_the_author_keeps_her_formatting(cli: Program, sent: bytes) -> None:
    before, after = parts(authored()), parts(sent)
    same = {name for name in before if before[name] == after.get(name)}
    assert set(before) - same <= {
        "word/document.xml", "word/comments.xml", "docProps/core.xml",
    }  # fmt: skip
    word = Word(io.BytesIO(sent))
    assert [(p.text, p.style.name if p.style else None) for p in word.paragraphs] == [
        ("Kim\u2019s train", "Title"), (WORDS, "Normal"), ("A quotation.", "Intense Quote"),
    ]  # fmt: skip
    bold = "".join(run.text for run in word.paragraphs[1].runs if run.bold and run.italic)
    assert bold == "Sunday"
    said = comments(sent)
    assert [each.words for each in said if "[factcheck" in each.lines[-1]] == [
        "Sunday with 20", "Sunday with", "20 carriages", "14 vents",
    ]  # fmt: skip
    assert [each.words for each in said if each.lines == ["Or Monday?"]] == ["Sunday"]
    assert cli("report", "kim", "--format", "docx", "-o", "again.docx").status == 0
    assert Path("again.docx").read_bytes() == sent


@LITE
def test_a_copy_of_another_database_answers_nothing(
    cli: Program, sent: bytes, stored: Stored
) -> None:
    files = parts(replied(sent, Counted="Yes."))
    uid = str(stored("SELECT uid FROM claim WHERE id = 5")[0][0])[-8:]
    files["word/comments.xml"] = files["word/comments.xml"].replace(uid.encode(), b"00000000")
    assert "Warning: A reply answers a comment about no claim of this database: Yes.\n" in revised(
        cli, packed(files)
    )
    assert [answer for _, answer, _ in answers(stored)] == [None] * 3


@LITE
def test_a_file_that_is_not_here_gives_a_plain_one(cli: Program, sent: bytes) -> None:
    """The records alone travelled: the comments stand in a file of our own making."""
    Path("all.jsonl").write_text(cli("export").out, encoding="utf-8")
    assert cli("--db", "other.db", "import", "all.jsonl").status == 0
    assert cli("--db", "other.db", "report", "kim", "-o", "plain.docx").status == 0
    plain = Path("plain.docx").read_bytes()
    assert [each.words for each in comments(plain)][:1] == ["Sunday with 20"]
    assert "Intense Quote" not in {
        p.style.name for p in Word(io.BytesIO(plain)).paragraphs if p.style
    }
    assert plain != sent
