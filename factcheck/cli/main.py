"""The entry: runs a command line and turns whatever goes wrong into one line and a status."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command

from factcheck.cli import commands, group, output
from factcheck.errors import ExitStatus, FactcheckError

# What a shell reports of a program that SIGPIPE ended; 1 would mean that a check said no.
BROKEN_PIPE = 141

USUAL = gc.get_threshold()
COLLECT_AFTER = 100_000


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {version()}")
        raise typer.Exit


def version() -> str:
    """The installed version, from the name of a folder: importlib.metadata takes 35 ms."""
    for folder in sys.path:
        with suppress(OSError):
            for name in os.listdir(folder or "."):  # noqa: PTH208  names are all we need
                if name.startswith("factcheck_desk-") and name.endswith(".dist-info"):
                    return name.removeprefix("factcheck_desk-").removesuffix(".dist-info")
    return "(not installed)"


def _before_the_command(
    db: Annotated[str | None, typer.Option("--db")] = None,
    debug: Annotated[bool, typer.Option("--debug")] = False,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """`Root.parse_args` keeps them: a mistyped command must know of --debug too."""


def build() -> TyperGroup:
    """The whole program, none of its commands imported yet."""
    settings = {"max_content_width": 80}
    app = typer.Typer(cls=group.Root, rich_markup_mode=None, context_settings=settings)
    app.callback()(_before_the_command)
    root = get_command(app)
    root.name = "factcheck"
    return root  # type: ignore[return-value]  # a command that is a group


def run() -> None:
    """The console entry.

    A third of the start of a command with SQLAlchemy was garbage collection: of what was being
    imported, and once more at the end, of what the process is about to drop anyway.
    """
    gc.set_threshold(COLLECT_AFTER)
    status = main()
    gc.freeze()
    sys.exit(status)


def long_work() -> None:
    """Before work on many records: collect as usual again, but leave out what was imported."""
    gc.freeze()
    gc.set_threshold(*USUAL)


def main(argv: list[str] | None = None) -> int:
    """Run a command line; the exit status."""
    args = sys.argv[1:] if argv is None else list(argv)
    prepare_streams()
    group.start(args)
    output.set_json(commands.asks_for_json(args, {"--db"}))
    try:
        status = _run(args)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001  the outermost border
        return _ended(error)
    return status


def _run(args: list[str]) -> int:
    root = build()
    if "_FACTCHECK_COMPLETE" in os.environ:
        root.main(args, "factcheck", standalone_mode=False)
    # Not root.main: it turns Ctrl-C and a broken pipe into statuses of its own.
    with root.make_context("factcheck", args) as context:
        result = root.invoke(context)
    return result if isinstance(result, int) else ExitStatus.DONE


def prepare_streams() -> None:
    """No text may fail to print, whatever the locale says.

    UTF-8 where nobody looks at a terminal and nobody asked for another encoding;
    what still does not fit is written as an escape, which JSON readers understand.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty() or "PYTHONIOENCODING" in os.environ:
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


LONGEST_MESSAGE = 600


class Failure(NamedTuple):
    """What is told about an error, as a line or as JSON."""

    status: int
    code: str
    message: str
    hint: str | None = None
    record: str | None = None
    line: int | None = None


def _ended(error: BaseException) -> int:
    """The exit status for whatever ended the command, after telling what it was."""
    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else ExitStatus.DONE
    if isinstance(error, BrokenPipeError):
        _drop_stdout()
        return BROKEN_PIPE
    failure = _failure(error)
    _tell(failure, error)
    _flush_or_drop()
    return failure.status


def _failure(error: BaseException) -> Failure:
    if isinstance(error, FactcheckError):
        return _ours(error)
    if isinstance(error, typer.TyperException):
        return _usage(error)
    if isinstance(error, (typer.Abort, KeyboardInterrupt)):
        return Failure(ExitStatus.INTERRUPTED, "interrupted", "Interrupted.")
    if isinstance(error, OSError) and error.filename is None and _stdout_failed(error):
        return _ours(output.not_written("The standard output", error))
    return _bug(error)


def _ours(error: FactcheckError) -> Failure:
    hint = error.hint
    if hint is None and error.code == "usage":
        hint = f"Try: {group.command_path()} -h"
    status = int(error.exit_status)
    return Failure(status, error.code, _told(error.message), hint, error.record, error.line)


def _told(message: str) -> str:
    """A message stays a sentence, however long the value in it is."""
    if len(message) <= LONGEST_MESSAGE:
        return message
    half = LONGEST_MESSAGE // 2
    return f"{message[:half]} ... {message[-half:]}"


def _usage(error: typer.TyperException) -> Failure:
    """What Typer says, in one line, with the nearest option that exists."""
    close = getattr(error, "possibilities", None)
    message = error.message if close else error.format_message()
    hint = f"Did you mean {close[0]}?" if close else f"Try: {group.command_path()} -h"
    if close == [] and isinstance(getattr(error, "cmd", None), group.PlainCommand):
        hint += '; text that begins with "-" comes after --'
    return Failure(ExitStatus.USAGE, "usage", f"{message.rstrip('.')}.", hint)


def _bug(error: BaseException) -> Failure:
    what = type(error).__name__
    log = _logged(error)
    kept = f"The traceback is in {log}" if log else "Run it again with --debug for the traceback"
    return Failure(
        ExitStatus.BUG, "bug", f"This is a bug in factcheck ({what}). {kept}: please report it."
    )


def _logged(error: BaseException) -> str | None:
    """Write the traceback to a file only the user can read; its path."""
    import tempfile
    import time

    stamp = time.strftime("%Y%m%d-%H%M%S")
    text = f"factcheck {version()}, Python {sys.version}\n{group.command_path()}\n{_trace(error)}"
    for folder in (_log_folder(), tempfile.gettempdir()):
        try:
            Path(folder).mkdir(parents=True, exist_ok=True)
            handle, path = tempfile.mkstemp(".log", f"factcheck-{stamp}-", folder)
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)
        except OSError:
            continue
        return path
    return None


def _log_folder() -> str:
    from platformdirs import user_log_path

    return str(user_log_path("factcheck"))


def _trace(error: BaseException) -> str:
    from traceback import format_exception

    return "".join(format_exception(error))


def _tell(failure: Failure, error: BaseException) -> None:
    trace = _trace(error) if group.root_options().debug else None
    if output.in_json():
        _tell_json(failure, trace)
        return
    if trace:
        output.complain(trace.rstrip())
    word = output.colour("Error:", "red", stream=sys.stderr)
    output.complain(f"{word} {output.one_line(failure.message)}")
    if failure.hint:
        hint = output.one_line(failure.hint)
        output.complain(hint if hint.startswith("Try:") else f"Hint: {hint}")


def _tell_json(failure: Failure, trace: str | None) -> None:
    told = failure._asdict()
    del told["status"]
    if trace:
        told["traceback"] = trace
    output.complain(output.to_json({"error": told}, indent=None))


def _stdout_failed(error: OSError) -> bool:
    """Whether it is our last flush that failed: the disk behind stdout is full."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return last is not None and last.tb_frame.f_code is main.__code__


def _flush_or_drop() -> None:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _drop_stdout()


def _drop_stdout() -> None:
    """Nobody reads any more: Python's own flush at exit must not complain about it."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return
