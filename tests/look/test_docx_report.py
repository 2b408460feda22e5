"""Word reports as LibreOffice opens, shows and saves them."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as Word
from lxml import etree  # type: ignore[import-untyped]  # it carries none

from factcheck import documents
from factcheck.reports import docx
from tests.reports.docx_contents import claim, comments, content, line, query, unsealed, words

OPEN = "urn:oasis:names:tc:opendocument:xmlns"
ARTICLE = """The Train

Kim left on Sunday, 10 September.
He came back on a train of 20 carriages.
It is \U0001f682 olive green."""
CHOSEN = ["The Train", "Sunday, 10 September", "20 carriages", "left on Sunday", "olive green"]

Convert = Callable[[bytes, str], bytes]


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """A Word file as LibreOffice exports it."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: apt-get install libreoffice-writer"
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"

    def converted(data: bytes, suffix: str) -> bytes:
        source, target = tmp_path / "report.docx", tmp_path / "made"
        source.write_bytes(data)
        command = [
            office,
            home,
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            str(target),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
        return (target / f"report.{suffix}").read_bytes()

    return converted


def original() -> bytes:
    """The article as its author set it."""
    word, saved = Word(), BytesIO()
    head, _, *lines = ARTICLE.split("\n")
    word.add_heading(head, 0)
    word.add_paragraph()
    for each in lines:
        paragraph = word.add_paragraph()
        for number, part in enumerate(each.split(" ")):
            paragraph.add_run(f" {part}" if number else part).bold = number % 2 == 0
    word.save(saved)
    return saved.getvalue()


def shown(flat: bytes) -> list[list[str]]:
    """The paragraphs of each comment in a flat file of LibreOffice."""
    return [
        ["".join(line.itertext()) for line in note.iter(f"{{{OPEN}:text:1.0}}p")]
        for note in etree.fromstring(flat).iter(f"{{{OPEN}:office:1.0}}annotation")
    ]


@pytest.mark.parametrize("given", [None, original()])
def test_the_comments_are_on_their_words_after_libreoffice(
    convert: Convert, given: bytes | None
) -> None:
    shape = content(ARTICLE, CHOSEN)
    shape["claims"][1]["queries"] = [query(3, "Which Sunday?")]
    assert given is None or docx.fits(shape, given)
    saved = convert(docx.report(shape, given), "docx")
    assert sorted(words(saved)) == sorted(CHOSEN)
    said = {each.words: each.lines[-1] for each in comments(saved)}
    assert said == {
        each: line(number, 3 if number == 2 else None) for number, each in enumerate(CHOSEN, 1)
    }
    found = documents.read(saved)
    assert (found.text, found.annotations) == (ARTICLE, [])


def test_all_of_a_comment_is_shown(convert: Convert) -> None:
    reason = "They \u201cleft\u201d on Sunday. \u05e9\u05dc\u05d5\u05dd"
    verdict = {"conclusion": "refuted", "reason": reason, "at": "2026-11-20T10:00:00+00:00"}
    piece = {
        "stance": "refutes", "quote": "on Sunday", "locator": "p. 3", "seen": {"by": "Ann"},
        "source": {"title": "The Times", "url": "https://times.org/a?b=1&c=2"}, "link": None,
    }  # fmt: skip
    claims = [claim(1, verdict=verdict, evidence=[piece])]
    data = docx.report(content(ARTICLE, ["Sunday"], claims=claims))
    found = [[unsealed(each) for each in lines] for lines in shown(convert(data, "fodt"))]
    assert found == [each.lines for each in comments(data)]
