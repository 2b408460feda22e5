import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import factcheck
from factcheck.documents import pages, pool
from factcheck.documents.page import Page
from factcheck.documents.pool import Pool
from factcheck.looks import Trouble
from tests.documents.docx_files import docx, p
from tests.documents.pdfs import Line, pdf
from tests.documents.planted import PAGE

ROOT = Path(factcheck.__file__).parents[1]
# Looking up attributes takes time in the square of their number; so do lists to choose from.
HANGS = b"<p>The words <i " + b" ".join(b"a%d=1" % n for n in range(400_000)) + b">x"
CHOICES = b"<p>The words <select>" + b"<option>x" * 400_000
NAMES = {"media_type": "text/html", "charset": "utf-8", "url": "https://d.org/x/y"}


def process(pool: Pool) -> int:
    running = pool._children[0]._process
    assert running is not None
    return running.pid


def is_running(number: int) -> bool:
    """Also as a zombie."""
    told = subprocess.run(["ps", "-p", str(number)], capture_output=True, check=False)
    return told.returncode == 0


def wait_for(done: Callable[[], bool]) -> None:
    while not done():
        time.sleep(0.05)


def failed(trouble: Trouble, remark: str) -> Page:
    return Page("", "other", trouble=trouble, remarks=[remark])


def test_a_page_comes_back_whole() -> None:
    with Pool() as readers:
        for _ in range(3):
            assert readers.read(PAGE, **NAMES) == pages.read(PAGE, **NAMES)
        assert readers.read(docx(p("Zürich \U0001f682"))).text == "Zürich \U0001f682"
        assert readers.read(pdf([[Line("Kim left", 700)]])).text == "Kim left"
        assert readers.read(b"").trouble is Trouble.EMPTY
        assert readers.read(b"<p>a", url="https://\udcff/").text == "a"


def test_one_process_reads_many_and_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_READ", 3)
    with Pool() as readers:
        numbers = []
        for _ in range(3):
            readers.read(b"<p>a")
            numbers.append(readers._children[0]._process and process(readers))
        assert numbers[0] == numbers[1]
        assert numbers[2] is None
        assert readers.read(b"<p>a").text == "a"
        assert process(readers) != numbers[0]


def test_nothing_starts_before_it_is_needed() -> None:
    with Pool(2) as readers:
        assert [child._process for child in readers._children] == [None, None]


@pytest.mark.parametrize("data", [HANGS, CHOICES], ids=["51-attributes", "51-options"])
def test_what_hangs_is_ended_and_the_next_is_read(data: bytes) -> None:
    with Pool(seconds=1) as readers:
        readers.read(b"<p>a")
        before = process(readers)
        late = failed(Trouble.TOO_MUCH, "It takes longer than 1 seconds.")
        assert readers.read(data, media_type="text/html") == late
        assert not is_running(before)
        assert readers.read(b"<p>a").text == "a"


def test_51_what_fills_the_memory_is_ended_and_the_next_is_read() -> None:
    with Pool(memory=400_000_000, seconds=60) as readers:
        full = failed(Trouble.TOO_MUCH, "It takes too much memory.")
        assert readers.read(b"<html>" + b"<b>" * 8_000_000) == full
        assert readers.read(b"<p>a").text == "a"


def test_what_is_larger_than_any_document_is_not_sent() -> None:
    with Pool() as readers:
        page = readers.read(bytes(100_000_001))
        assert page == failed(Trouble.TOO_MUCH, "There are 100 MB of it.")
        assert readers._children[0]._process is None


def test_an_answer_that_is_none_is_told() -> None:
    answers = (b"{", b"[]", b"{}", b"[" * 100_000, b'{"marks": [[0, 1, "new"]], "trouble": null}')
    assert [pool._understood(answer) for answer in answers] == [None] * len(answers)


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_process_killed_while_idle_is_replaced(sent: signal.Signals) -> None:
    with Pool() as readers:
        readers.read(b"<p>a")
        before = process(readers)
        os.kill(before, sent)
        assert [readers.read(b"<p>a").text for _ in range(3)] == ["a"] * 3
        assert not is_running(before)


@pytest.mark.parametrize(
    ("sent", "page"),
    [
        (signal.SIGTERM, failed(Trouble.BROKEN, "The reader stopped (signal 15).")),
        (signal.SIGSEGV, failed(Trouble.BROKEN, "The reader stopped (signal 11).")),
        (signal.SIGKILL, failed(Trouble.TOO_MUCH, "It takes too much memory.")),
    ],
)
def test_a_process_killed_while_it_reads_costs_one_document(
    sent: signal.Signals, page: Page
) -> None:
    with Pool(seconds=60) as readers, ThreadPoolExecutor(1) as threads:
        readers.read(b"<p>a")
        reading = threads.submit(readers.read, HANGS, media_type="text/html")
        wait_for(readers._idle.empty)
        # The question is longer than a pipe holds; it is reading once that is sent.
        time.sleep(0.5)
        os.kill(process(readers), sent)
        assert reading.result() == page
        assert readers.read(b"<p>a").text == "a"


def test_threads_share_processes() -> None:
    texts = [f"<p>Text number {number}" + "x" * 70_000 for number in range(50)]
    with Pool(2) as readers, ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda text: readers.read(text.encode()).text, texts))
    assert found == [text[3:] for text in texts]


def test_a_loop_goes_on_while_a_document_is_read() -> None:
    async def both() -> tuple[list[Page], int]:
        turns = 0
        reading = asyncio.gather(*(readers.aread(PAGE, **NAMES) for _ in range(5)))
        while not reading.done():
            turns += 1
            await asyncio.sleep(0)
        return await reading, turns

    with Pool(2) as readers:
        found, turns = asyncio.run(both())
    assert found == [pages.read(PAGE, **NAMES)] * 5
    assert turns > 1


def test_closing_leaves_no_process() -> None:
    readers = Pool(2)
    with readers, ThreadPoolExecutor(2) as threads:
        list(threads.map(readers.read, [PAGE] * 4))
        numbers = [child._process.pid for child in readers._children if child._process]
    assert numbers
    assert not any(map(is_running, numbers))
    with pytest.raises(RuntimeError):
        readers.read(PAGE)


def test_what_libraries_print_is_no_answer() -> None:
    code = "import os; os.write(1, b'noise'); print('noise', flush=True)"
    whole = (
        "import sys; from factcheck.documents import pages, pool; read = pages.read\n"
        f"def noisy(*a, **k):\n    {code}\n    return read(*a, **k)\n"
        "pages.read = noisy; pool.main(1_000_000_000, 10.0)"
    )
    said = b'{"media_type": null, "charset": null, "url": null}'
    asked = pool._LENGTHS.pack(len(said), 4) + said + b"<p>a"
    done = subprocess.run(
        [sys.executable, "-c", whole],
        input=asked * 2,
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    answer = pool._answer(pages.read(b"<p>a"))
    assert done.stdout == pool._READY + (pool._TAKEN + pool._LENGTH.pack(len(answer)) + answer) * 2


STARTED = """
import sys, time
from factcheck.documents.pool import Pool
readers = Pool()
readers.read(b"<p>a")
print(readers._children[0]._process.pid, flush=True)
"""
ENDS = {
    "end": "",
    "exit": "sys.exit(3)",
    "error": "1 / 0",
    "wait": "time.sleep(60)",
    "read": "readers.read(b'<p><i ' + b' '.join(b'a%d=1' % n for n in range(400_000)) + b'>')",
}


@pytest.mark.parametrize(
    ("how", "sent"),
    [
        ("end", None),
        ("exit", None),
        ("error", None),
        ("wait", signal.SIGINT),
        ("wait", signal.SIGTERM),
        ("wait", signal.SIGKILL),
        ("read", signal.SIGINT),
    ],
)
def test_no_process_outlives_the_program(how: str, sent: signal.Signals | None) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STARTED + ENDS[how]],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as program:
        assert program.stdout
        child = int(program.stdout.readline())
        if sent:
            time.sleep(0.5)
            program.send_signal(sent)
        program.wait(60)
    wait_for(lambda: not is_running(child))


def test_the_pool_loads_no_parser() -> None:
    code = "import factcheck.documents.pool, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert {"lxml", "pypdfium2", "resiliparse", "docx"}.isdisjoint(loaded)
