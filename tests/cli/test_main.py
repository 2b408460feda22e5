"""What becomes of errors: a line, a status, never a traceback unless asked for."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated

import pytest
import typer

from factcheck.cli import commands, group, main, output
from factcheck.cli.options import Json
from factcheck.errors import NotFound

ROOT = Path(__file__).parents[2]


def fail(
    how: Annotated[str, typer.Argument()],
    as_json: Json = False,  # noqa: FBT002  an option
) -> None:
    failures: dict[str, BaseException] = {
        "missing": NotFound("There is no claim 12.", hint="factcheck list", record="claim:12"),
        "bug": KeyError("x"),
        "deep": RecursionError("too deep"),
        "memory": MemoryError(),
        "ctrl-c": KeyboardInterrupt(),
        "abort": typer.Abort(),
        "pipe": BrokenPipeError(),
        "one": typer.Exit(1),
    }
    raise failures[how]


@pytest.fixture(autouse=True)
def table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    module = ModuleType("fake_fail")
    module.__dict__["command"] = fail
    monkeypatch.setitem(sys.modules, "fake_fail", module)
    row = commands.Row("fail", "fake_fail", "Fail.", "Every day")
    monkeypatch.setattr(commands, "COMMANDS", (row,))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("missing", 3),
        ("bug", 70),
        ("deep", 70),
        ("memory", 70),
        ("ctrl-c", 130),
        ("abort", 130),
        ("pipe", 141),
        ("one", 1),
    ],
)
def test_each_failure_has_its_status(
    how: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["fail", how]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err


def test_an_error_says_what_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    main.main(["fail", "missing"])
    assert capsys.readouterr().err == "Error: There is no claim 12.\nHint: factcheck list\n"


def test_with_json_a_failure_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["fail", "missing", "--json"]) == 3
    assert json.loads(capsys.readouterr().err) == {
        "error": {
            "code": "not-found",
            "message": "There is no claim 12.",
            "hint": "factcheck list",
            "record": "claim:12",
            "line": None,
        }
    }


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("fail ctrl-c --json", "interrupted"),
        ("fial --json", "usage"),
        ("fail --json", "usage"),
        ("fail bug --json", "bug"),
        ("fail x --jsn --json", "usage"),
    ],
)
def test_each_failure_has_its_code(
    line: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(line.split())
    assert json.loads(capsys.readouterr().err)["error"]["code"] == code


def test_a_bug_leaves_its_traceback_in_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(["fail", "bug"])
    said = capsys.readouterr().err
    [log] = tmp_path.rglob("*.log")
    assert str(log) in said
    assert said.count("\n") == 1
    assert "KeyError: 'x'" in log.read_text()


@pytest.mark.parametrize("how", ["missing", "bug", "ctrl-c"])
def test_debug_shows_the_traceback(how: str, capsys: pytest.CaptureFixture[str]) -> None:
    main.main(["--debug", "fail", how])
    assert "Traceback" in capsys.readouterr().err


def test_root_options_are_those_of_the_invocation() -> None:
    main.main(["--db", "here.db", "fail", "one"])
    assert group.root_options() == group.RootOptions(db="here.db", debug=False)
    main.main(["fail", "one"])
    assert group.root_options() == group.RootOptions()


def test_say_keeps_still_in_json_mode(capsys: pytest.CaptureFixture[str]) -> None:
    main.main(["fail", "one", "--json"])
    output.say("hello")
    main.main(["fail", "one"])
    output.say("hello again")
    assert capsys.readouterr().err == "hello again\n"


def program(code: str, *, redirect: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Python code with `output` at hand, run as the program is."""
    prelude = "from factcheck.cli import main, output, group\n"
    body = f"def work(args):\n    {code}\n    return 0\nmain._run = work\nmain.run()"
    return subprocess.run(
        ["bash", "-c", f'"$0" -c "$1" {redirect}', sys.executable, prelude + body],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **env},
    )


def test_a_reader_that_went_away_is_no_error() -> None:
    done = program("[output.write('x' * 99) for _ in range(9999)]", redirect="| head -c 1")
    assert (done.stdout, done.stderr) == (b"x", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_stdout_is_said() -> None:
    done = program("output.write('x')", redirect=">/dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith(b"Error: The standard output cannot be written: No space")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("redirect", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_error(redirect: str) -> None:
    assert program("output.write('x'); output.say('y')", redirect=redirect).returncode == 0


def test_any_text_prints_in_any_locale() -> None:
    text = r"output.write('\u00e9 \u2014 \U0001f600 \ud800 \udcff')"
    assert program(text, LC_ALL="C").stdout == "é — \U0001f600 \\ud800 \\udcff\n".encode()
    assert program(text, PYTHONIOENCODING="latin-1").returncode == 0


def test_a_start_loads_nothing_heavy() -> None:
    code = "import sys, factcheck.cli.main; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT
    )
    heavy = {"rich", "sqlalchemy", "alembic", "httpx", "platformdirs", "tomllib", "json"}
    heavy |= {"importlib.metadata", "factcheck.settings", "factcheck.text.show"}
    assert heavy.isdisjoint(done.stdout.split())


def test_the_table_fits_the_page() -> None:
    page = commands.page(lambda text, _: text)
    assert max(map(len, page.splitlines())) < 80
