import os
import signal
import subprocess
import sys
import threading
from itertools import repeat
from pathlib import Path

import pytest

import factcheck
from factcheck import documents
from factcheck.documents import worker
from factcheck.errors import BadInput
from factcheck.words import Format
from tests.documents.docx_files import docx, p
from tests.documents.pdfs import Line, pdf

ROOT = Path(factcheck.__file__).parents[1]
OUTSIDE = b"""
{"text": "a", "format": "docx", "annotations": [],
 "zones": [{"start": 0, "end": 2, "zone": "deck"}]}
"""
LOADED = """
import sys
from factcheck import documents
documents.read(open(sys.argv[1], "rb").read())
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_the_room_loads_no_parser(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("text")))
    done = subprocess.run(
        [sys.executable, "-c", LOADED, path],
        capture_output=True,
        check=True,
        text=True,
        # The child finds the same factcheck, however its parent found it.
        env={"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
    )
    assert {"docx", "lxml", "pypdfium2", "resiliparse"}.isdisjoint(done.stdout.split())
    assert done.stderr == ""


def test_modules_of_the_folder_we_are_in_are_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit")
    (tmp_path / "json.py").write_text("raise SystemExit")
    os.chdir(tmp_path)
    assert worker.run(docx(p("text")), Format.DOCX).text == "text"


def test_every_format_comes_back_whole() -> None:
    assert worker.run(docx(p("Zürich \U0001f682")), Format.DOCX).text == "Zürich \U0001f682"
    page = worker.run(b"<html lang=de><p>Z\xfcrich</p>", Format.HTML, "iso-8859-1")
    assert (page.text.strip(), page.language) == ("Zürich", "de")
    assert "Kim left" in worker.run(pdf([[Line("Kim left", 700)]]), Format.PDF).text


def test_a_deadline_ends_it() -> None:
    with pytest.raises(BadInput) as caught:
        worker.run(docx(p("text")), Format.DOCX, seconds=0.001)
    assert caught.value.message == (
        "The file could not be read: it takes longer than 0.001 seconds."
    )
    assert _children() == []


@pytest.mark.parametrize(
    ("answer", "status", "why"),
    [
        (b"", -9, "it takes too much memory"),
        (b"", worker.FULL, "it takes too much memory"),
        (b"", -11, "the reader stopped (signal 11)"),
        (b"", -signal.SIGXCPU, "it takes longer than 60 seconds"),
        (b"{", 1, "the reader stopped (status 1)"),
        (b"[]", 0, "the reader stopped (status 0)"),
        (b'{"text": "a", "format": "docx"}', 0, "the reader stopped (status 0)"),
        (OUTSIDE, 0, "the reader stopped (status 0)"),
        (b"[" * 100_000, 0, "the reader stopped (status 0)"),
    ],
)
def test_an_end_without_an_answer_is_a_sentence(answer: bytes, status: int, why: str) -> None:
    with pytest.raises(BadInput) as caught:
        worker._understood(answer, status)
    assert caught.value.message == f"The file could not be read: {why}."


def test_memory_has_an_end() -> None:
    # Packed well, but below what is called a bomb: the tree of it takes gigabytes.
    runs = "".join(f"<w:b/><w:i/><w:u/><w:p/>{number}" for number in range(6_000_000))
    with pytest.raises(BadInput) as caught:
        documents.read(docx(runs), "big.docx")
    assert caught.value.message == "big.docx could not be read: it takes too much memory."


def test_ctrl_c_leaves_no_child() -> None:
    thread = threading.Timer(0.2, signal.raise_signal, [signal.SIGINT])
    thread.start()
    runs = "".join(f"<w:b/>{number}" for number in range(500_000))
    with pytest.raises(KeyboardInterrupt):
        list(map(worker.run, repeat(docx(runs), 100), repeat(Format.DOCX)))
    thread.join()
    assert _children() == []


def _children() -> list[str]:
    """The workers that are ours and still there."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "ppid=,command="], capture_output=True, check=True, text=True
    )
    ours = [line for line in listed.stdout.splitlines() if line.split()[0] == str(os.getpid())]
    return [line for line in ours if "factcheck.documents" in line]
