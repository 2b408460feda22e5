"""Processes that each read many documents: one that hangs or dies is replaced, and we go on.

A question is two lengths, a JSON object with what the server said, and the bytes; an answer is
a length and the page as JSON. Between them one byte says that the question has arrived, so that
what ends a process before is not laid to the document.
"""

import asyncio
import gc
import json
import os
import subprocess
import sys
import weakref
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import partial
from importlib import import_module
from queue import LifoQueue
from signal import SIGABRT
from struct import Struct
from threading import Lock
from typing import IO, Any, Self

from factcheck.documents import worker
from factcheck.documents.page import Mark, Page
from factcheck.looks import PageMark, Trouble

try:
    import resource
except ImportError:  # Windows has no limits of this kind; the deadline holds there too.
    resource = None  # type: ignore[assignment]

MAX_BYTES = 100_000_000
# Parsers leak: a child that has read so many makes room for a fresh one.
MOST_READ = 500
_READY = _TAKEN = b"+"
_LENGTHS = Struct("!QQ")
_LENGTH = Struct("!Q")
# Of the processor, beyond what the deadline allows: for a child whose parent was killed.
_GRACE = 5

_CHILD = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from factcheck.documents import pool; pool.main(int(sys.argv[2]), float(sys.argv[3]))"
)


class Pool:
    """Reads documents in `workers` processes; each document may take `seconds`.

    `memory`, in bytes, is the address space of a process. Threads may share a pool. Processes
    start when they are first needed.
    """

    def __init__(self, workers: int = 1, seconds: float = 10, memory: int = 1_000_000_000) -> None:
        self._children = [_Child(seconds, memory) for _ in range(workers)]
        self._idle: LifoQueue[_Child] = LifoQueue()
        for child in self._children:
            self._idle.put(child)
        # A pool of its own: names are resolved in the usual one, and dead ones would block it.
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="factcheck-read")
        self._closing = weakref.finalize(self, _close, self._children)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the processes; what they are reading is broken off."""
        self._closing()
        self._threads.shutdown(cancel_futures=True)

    def read(
        self,
        data: bytes,
        *,
        media_type: str | None = None,
        charset: str | None = None,
        url: str | None = None,
    ) -> Page:
        """What `pages.read` makes of `data`, and TOO_MUCH or BROKEN where that ends badly.

        Waits for an idle process. Raises RuntimeError after `close`.
        """
        if len(data) > MAX_BYTES:
            return _failed(Trouble.TOO_MUCH, f"There are {len(data) / 1e6:.0f} MB of it")
        said = {"media_type": media_type, "charset": charset, "url": url}
        child = self._idle.get()
        try:
            return child.read(json.dumps(said).encode(), data)
        finally:
            self._idle.put(child)

    async def aread(
        self,
        data: bytes,
        *,
        media_type: str | None = None,
        charset: str | None = None,
        url: str | None = None,
    ) -> Page:
        """`read`, without holding up the event loop."""
        call = partial(self.read, data, media_type=media_type, charset=charset, url=url)
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)


def _close(children: Iterable["_Child"]) -> None:
    for child in children:
        child.close()


class _Child:
    """A process, or the place for one; one thread at a time asks it."""

    def __init__(self, seconds: float, memory: int) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0
        self._closed = False
        self._lock = Lock()

    def read(self, said: bytes, data: bytes) -> Page:
        try:
            return self._page(said, data)
        except BaseException:
            # After Ctrl-C the answer to this question would be taken for that to the next.
            self._stop()
            raise

    def close(self) -> None:
        self._closed = True
        self._stop()

    def _page(self, said: bytes, data: bytes) -> Page:
        late, answer = self._asked(said, data)
        if answer is None:
            status = self._stop()
            return _late(self._seconds) if late else _ended(status)
        self._read += 1
        page = _understood(answer)
        if page is None or self._read >= MOST_READ:
            self._stop()
        return page or _failed(Trouble.BROKEN, "The reader gave no answer")

    def _asked(self, said: bytes, data: bytes) -> tuple[bool, bytes | None]:
        """Whether the time ran out, and the answer if one came."""
        for _ in range(2):
            process = self._started()
            with worker.deadline(process, self._seconds) as late:
                sent = _send(process, said, data)
                answer = _received(process) if sent else None
            if sent or late.is_set():
                break
            # It died while it was idle: the document had no part in that.
            self._stop()
        return late.is_set(), answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._stop()
        with self._lock:
            if self._closed:
                raise RuntimeError("The pool is closed.")
            self._process = process = _start(self._memory, self._seconds)
        with worker.deadline(process, worker.SECONDS), suppress(OSError, ValueError):
            _stream(process.stdout).read(len(_READY))
        return process

    def _stop(self) -> int:
        """Ends the process, if there is one; its exit status."""
        with self._lock:
            process, self._process, self._read = self._process, None, 0
        if process is None:
            return 0
        worker.kill(process)
        status = process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                _stream(pipe).close()
        return status


def _start(memory: int, seconds: float) -> subprocess.Popen[bytes]:
    # -I: no folder of the user's can lend the child a module; ours are passed by name.
    return subprocess.Popen(  # noqa: S603  our own interpreter, our own words
        [sys.executable, "-I", "-c", _CHILD, json.dumps(worker.paths()), str(memory), str(seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _stream(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("The process has no pipe.")
    return pipe


def _send(process: subprocess.Popen[bytes], said: bytes, data: bytes) -> bool:
    """Whether the question has arrived."""
    pipe = _stream(process.stdin)
    try:
        pipe.write(_LENGTHS.pack(len(said), len(data)) + said)
        pipe.write(data)
        pipe.flush()
        return _stream(process.stdout).read(len(_TAKEN)) == _TAKEN
    except (OSError, ValueError):
        return False


def _received(process: subprocess.Popen[bytes]) -> bytes | None:
    pipe = _stream(process.stdout)
    try:
        head = pipe.read(_LENGTH.size)
        length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
        answer = pipe.read(length) if length <= worker.ANSWER else b""
    except (OSError, ValueError):
        return None
    return answer if length and len(answer) == length else None


# What became of it


def _ended(status: int) -> Page:
    # The system ends what takes more memory than there is by signal 9; a parser in Rust or C++
    # that gets none aborts.
    if status in {worker.FULL, -9, -SIGABRT}:
        return _failed(Trouble.TOO_MUCH, "It takes too much memory")
    how = f"signal {-status}" if status < 0 else f"status {status}"
    return _failed(Trouble.BROKEN, f"The reader stopped ({how})")


def _late(seconds: float) -> Page:
    return _failed(Trouble.TOO_MUCH, f"It takes longer than {seconds:g} seconds")


def _failed(trouble: Trouble, why: str) -> Page:
    return Page("", "other", trouble=trouble, remarks=[f"{why}."])


def _understood(answer: bytes) -> Page | None:
    try:
        said = json.loads(answer)
        said["marks"] = [Mark(start, end, PageMark(kind)) for start, end, kind in said["marks"]]
        said["trouble"] = said["trouble"] and Trouble(said["trouble"])
        return Page(**said)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


# In the child


@dataclass(slots=True)
class _Desk:
    """The pipes, out of the reach of what libraries print."""

    questions: IO[bytes]
    answers: IO[bytes]


def main(memory: int, seconds: float) -> None:
    """Reads questions until there are no more."""
    pages = import_module("factcheck.documents.pages")
    desk = _desk()
    worker.limit(memory, _allowed(seconds))
    # What has been loaded stays; looking through it for garbage takes a tenth of the time.
    gc.freeze()
    desk.answers.write(_READY)
    desk.answers.flush()
    try:
        while head := desk.questions.read(_LENGTHS.size):
            _serve(pages, desk, *_LENGTHS.unpack(head))
            _allow(seconds)
    except MemoryError:
        os._exit(worker.FULL)
    except OSError:
        # Nobody waits for the answer any more.
        os._exit(1)


def _desk() -> _Desk:
    desk = _Desk(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return desk


def _serve(pages: Any, desk: _Desk, saying: int, length: int) -> None:
    said, data = json.loads(desk.questions.read(saying)), desk.questions.read(length)
    desk.answers.write(_TAKEN)
    desk.answers.flush()
    answer = _answer(pages.read(data, **said))
    desk.answers.write(_LENGTH.pack(len(answer)))
    desk.answers.write(answer)
    desk.answers.flush()


def _answer(page: Page) -> bytes:
    said = {each.name: getattr(page, each.name) for each in fields(page)}
    said["marks"] = [(mark.start, mark.end, mark.kind) for mark in page.marks]
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _allow(seconds: float) -> None:
    """Time of the processor for one more document."""
    if resource is not None:
        with suppress(ValueError, OSError):
            hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
            resource.setrlimit(resource.RLIMIT_CPU, (_allowed(seconds), hard))


def _allowed(seconds: float) -> int:
    if resource is None:
        return 0
    used = resource.getrusage(resource.RUSAGE_SELF)
    return int(used.ru_utime + used.ru_stime + seconds) + _GRACE
