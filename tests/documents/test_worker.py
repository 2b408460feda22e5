import os
import signal
import subprocess
import sys
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
    assert _workers() == []


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


INTERRUPTED = """
import sys
from factcheck.documents import worker
from factcheck.words import Format
data = open(sys.argv[1], "rb").read()
try:
    while True:
        worker.run(data, Format.DOCX)
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_ctrl_c_leaves_no_child(tmp_path: Path) -> None:
    path = tmp_path / "long.docx"
    path.write_bytes(docx("".join(f"<w:b/>{number}" for number in range(500_000))))
    here = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", INTERRUPTED, path], env=here) as running:
        while not (children := _children(running.pid)):
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
    # What was just starting ends by itself, for its stdin is closed.
    while any(map(_is_running, children)):
        pass


def _workers() -> list[int]:
    """Those of this process; its other children are the shells of other tests."""
    return [
        number for number in _children(os.getpid()) if "factcheck.documents" in _command(number)
    ]


def _command(number: int) -> str:
    told = subprocess.run(
        ["ps", "-o", "command=", "-p", str(number)], capture_output=True, text=True, check=False
    )
    return told.stdout


def _is_running(number: int) -> bool:
    told = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False
    )
    return bool(told.stdout.strip()) and not told.stdout.startswith("Z")


def _children(parent: int) -> list[int]:
    """The numbers of the processes that this one has started."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "ppid=,pid="], capture_output=True, check=True, text=True
    )
    pairs = [line.split() for line in listed.stdout.splitlines()]
    return [int(number) for ours, number in pairs if ours == str(parent)]
