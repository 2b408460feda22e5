"""A parser in a process of its own: it may crash, hang or fill the memory, and we go on.

The child gets the bytes on stdin and answers with JSON on stdout, a Document or an error.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from threading import Event, Thread, Timer
from typing import IO, Any

from factcheck.documents.document import Annotation, Document, Zoned
from factcheck.errors import BadInput
from factcheck.text.plain import MAX_BYTES
from factcheck.words import AnnotationKind, Format, Zone

try:
    import resource
except ImportError:  # Windows has no limits of this kind; the deadline holds there too.
    resource = None  # type: ignore[assignment]

SECONDS = 60
MEMORY = 1_500_000_000
ANSWER = 200_000_000
#: The exit status of a child that ran out of memory.
FULL = 77

_CHILD = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from factcheck.documents import worker; worker.main(*sys.argv[2:])"
)


def run(
    data: bytes, kind: Format, charset: str | None = None, *, seconds: float = SECONDS
) -> Document:
    """What the reader of `kind` makes of `data`.

    Raises BadInput when it refuses, and when it is killed: after `seconds`, or for its size.
    """
    with _child(kind, charset) as child, deadline(child, seconds) as late:
        answer = _asked(child, data)
    if late.is_set():
        raise _failed(f"it takes longer than {seconds:g} seconds")
    if len(answer) > ANSWER:
        raise _failed("there is too much in it")
    return _understood(answer, child.returncode)


@contextmanager
def _child(kind: Format, charset: str | None) -> Iterator[subprocess.Popen[bytes]]:
    # -I: no folder of the user's can lend the child a module; ours are passed by name.
    child = subprocess.Popen(  # noqa: S603  our own interpreter, our own words
        [sys.executable, "-I", "-c", _CHILD, json.dumps(paths()), kind, charset or ""],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        # Also after Ctrl-C, which does not reach a session of its own.
        kill(child)
        child.wait()
        for pipe in (child.stdin, child.stdout):
            with suppress(OSError):
                _open(pipe).close()


def paths() -> list[str]:
    """Where modules are found here, without the folder we happen to be in."""
    root = str(Path(__file__).resolve().parents[2])
    return [path for path in [*sys.path, root] if os.path.isabs(path)]  # noqa: PTH117  a zip too


@contextmanager
def deadline(child: subprocess.Popen[bytes], seconds: float) -> Iterator[Event]:
    """Ends `child` after `seconds`, and sets the event then."""
    late = Event()

    def end() -> None:
        late.set()
        kill(child)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def kill(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is not None:
        return
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()


def _asked(child: subprocess.Popen[bytes], data: bytes) -> bytes:
    feeder = Thread(target=_feed, args=[_open(child.stdin), data], daemon=True)
    feeder.start()
    answer = _open(child.stdout).read(ANSWER + 1)
    if len(answer) <= ANSWER:
        child.wait()
    else:
        kill(child)
    feeder.join()
    return answer


def _feed(pipe: IO[bytes], data: bytes) -> None:
    # A child that has already failed reads no more.
    with suppress(OSError), pipe:
        pipe.write(data)


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("The worker has no pipe.")
    return pipe


def _understood(answer: bytes, status: int) -> Document:
    try:
        said = json.loads(answer)
        if "error" in said:
            raise BadInput(str(said["error"]), hint=said["hint"])
        return _document(said)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _ended(status) from error


def _ended(status: int) -> BadInput:
    # The system ends what takes more memory than there is by signal 9.
    if status in {FULL, -9}:
        return _failed("it takes too much memory")
    if status == -getattr(signal, "SIGXCPU", 0):
        return _failed(f"it takes longer than {SECONDS} seconds")
    how = f"signal {-status}" if status < 0 else f"status {status}"
    return _failed(f"the reader stopped ({how})")


def _failed(why: str) -> BadInput:
    hint = "Save it again with another program, or give its text."
    return BadInput(f"The file could not be read: {why}.", hint=hint)


def _document(said: dict[str, Any]) -> Document:
    """The document in an answer; ValueError where a place lies outside its text."""
    document = Document(**{**said, "format": Format(said["format"])})
    document.zones = [Zoned(**{**zone, "zone": Zone(zone["zone"])}) for zone in said["zones"]]
    document.annotations = [
        Annotation(**{**note, "kind": AnnotationKind(note["kind"])}) for note in said["annotations"]
    ]
    _check_places(document)
    return document


def _check_places(document: Document) -> None:
    parts: list[Zoned | Annotation] = [*document.zones, *document.annotations]
    for part in parts:
        if not 0 <= part.start <= part.end <= len(document.text):
            raise ValueError(f"{part.start}-{part.end} lies outside the text.")


# In the child


def main(kind: str, charset: str) -> None:
    """Read stdin, answer on stdout."""
    reader = import_module(f"factcheck.documents.{kind}")
    limit()
    try:
        answer = _answer(reader, sys.stdin.buffer.read(), charset)
    except MemoryError:
        os._exit(FULL)
    with suppress(OSError):
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    # Taking a large tree down takes longer than making it.
    os._exit(0)


def _answer(reader: Any, data: bytes, charset: str) -> bytes:
    try:
        document = reader.read(data, charset=charset) if charset else reader.read(data)
        _check_length(document.text)
        said = asdict(document)
    except BadInput as error:
        said = {"error": error.message, "hint": error.hint}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  parsers of hostile files raise whatever they like
        failed = _failed(f"the reader stopped ({type(error).__name__})")
        said = {"error": failed.message, "hint": failed.hint}
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _check_length(text: str) -> None:
    if len(text) > MAX_BYTES:
        message = f"The file holds {len(text) / 1e6:.1f} million characters of text"
        raise BadInput(f"{message}; {MAX_BYTES // 10**6} can be taken.", hint="Divide it.")


def limit(memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """What this process may take; it ends when it takes more."""
    sys.setrecursionlimit(10_000)
    if resource is None:
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        # macOS refuses some; the deadline holds there too.
        with suppress(ValueError, OSError):
            hard = resource.getrlimit(what)[1]
            low = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (low, hard if what == resource.RLIMIT_CPU else low))
