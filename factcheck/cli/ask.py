"""Questions to the person at the terminal, always on stderr."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from factcheck.cli.output import complain, interactive, one_line
from factcheck.errors import BadInput, Usage


def confirm(question: str, yes: bool) -> bool:
    """Whether to go on; a usage error where there is nobody to ask."""
    if yes:
        return True
    if not interactive():
        raise Usage(f"{question} There is nobody here to ask.", hint="Add --yes.")
    while True:
        answer = _answer(f"{question} [y/N] ").casefold()
        if answer in {"", "n", "no"}:
            return False
        if answer in {"y", "yes"}:
            return True


def ask_text(prompt: str) -> str:
    """A line of text; a usage error where there is nobody to ask."""
    if not interactive():
        raise Usage(f"{prompt} is missing, and there is nobody here to ask.")
    return _answer(f"{prompt}: ")


def ask_key(prompt: str, keys: Iterable[str]) -> str:
    """One of these letters; asked again for any other."""
    if not interactive():
        raise Usage("There is nobody here to ask.", hint="Name them: --accept 1-3.")
    while True:
        answer = _answer(f"{prompt} ").casefold()
        if answer[:1] in set(keys):
            return answer[:1]


def choose(prompt: str, options: Sequence[str]) -> int:
    """The index of the option that was chosen by its number."""
    if not interactive():
        raise Usage(f"{prompt}: there is nobody here to ask.")
    for number, option in enumerate(options, 1):
        complain(f"  {number}  {one_line(option)}")
    while True:
        answer = _answer(f"{prompt} [1-{len(options)}] ")
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(options):
            return int(answer[:9]) - 1


def _answer(prompt: str) -> str:
    """Not input(), which may write its prompt to stdout, among the data."""
    complain(prompt, end="")
    line = sys.stdin.readline()
    if not line:
        complain("")
        raise typer.Abort
    return line.strip()


def edit_text(text: str, suffix: str = ".txt") -> str:
    """The text after the user's editor; the copy on disk is private and removed."""
    import tempfile

    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise Usage("There is no editor to open.", hint="Set EDITOR, for example: EDITOR=nano.")
    # A folder of our own, so that the editor's swap and backup files go with it.
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        path = Path(folder, f"edit{suffix}")
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
        _open_editor(command, path)
        return _read_back(path, command)


def _open_editor(command: str, path: Path) -> None:
    import shlex
    import subprocess

    try:
        status = subprocess.call([*shlex.split(command), path])  # noqa: S603  the user's own editor
    except (OSError, ValueError) as error:
        why = f"The editor {command!r} does not start: {getattr(error, 'strerror', None) or error}."
        raise BadInput(why, hint="Set EDITOR to another one.") from error
    if status:
        raise BadInput(f"The editor {command!r} ended with status {status}; nothing was changed.")


def _read_back(path: Path, command: str) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise BadInput("The edited text is not UTF-8.", hint="Save it as UTF-8.") from error
    except OSError as error:
        raise BadInput(f"The editor {command!r} left no text; nothing was changed.") from error
