"""The program at a terminal, where it may ask."""

import os
import pty
import signal
import subprocess
import sys
import termios
from contextlib import suppress
from pathlib import Path

from tests.conftest import Result

ROOT = Path(__file__).parents[2]


def at_terminal(*arguments: object, keys: str = "", stop_at: str | None = None) -> Result:
    """`factcheck ARGUMENTS` with `keys` typed; Ctrl-C where `stop_at` is shown."""
    ours, theirs = pty.openpty()
    _without_echo(theirs)
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", *map(str, arguments)],
        stdin=theirs, stdout=subprocess.PIPE, stderr=theirs,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    ) as process:  # fmt: skip
        os.close(theirs)
        try:
            os.write(ours, keys.encode())
            shown = _shown(process, ours, stop_at)
            assert process.stdout is not None
            out = process.stdout.read().decode()
        except BaseException:
            # Popen would wait for ever for a program that waits for a key.
            process.kill()
            raise
    os.close(ours)
    return Result(process.returncode, out, shown)


def _without_echo(terminal: int) -> None:
    mode = termios.tcgetattr(terminal)
    mode[1] &= ~termios.OPOST
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, mode)


def _shown(process: subprocess.Popen[bytes], terminal: int, stop_at: str | None) -> str:
    """All that comes to the terminal until nobody holds its other end."""
    shown = b""
    with suppress(OSError):
        while chunk := os.read(terminal, 4096):
            shown += chunk
            if stop_at and stop_at in shown.decode("utf-8", "ignore"):
                process.send_signal(signal.SIGINT)
                stop_at = None
    return shown.decode()
