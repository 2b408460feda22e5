"""The lazy group: help pages, suggestions, completion, text that begins with a dash."""

import sys
from types import ModuleType
from typing import Annotated

import pytest
import typer

from factcheck.cli import commands, output
from factcheck.cli.main import main
from factcheck.cli.options import Article, Json


def add(
    text: Annotated[str | None, typer.Argument(help="The claim.")] = None,
    article: Article = None,
    source: Annotated[str | None, typer.Option()] = None,
    as_json: Json = False,  # noqa: FBT002  an option
) -> None:
    """factcheck add "37 mph" --article kim-train

    Record a claim. It stands alone.
    """  # noqa: D400, D403
    data = {"text": text, "article": article, "source": source}
    output.emit(data, as_json=as_json, text=str(data["text"]))


@pytest.fixture(autouse=True)
def table(monkeypatch: pytest.MonkeyPatch) -> None:
    verb, noun = ModuleType("fake_add"), ModuleType("fake_source")
    verb.__dict__["command"] = add
    noun.__dict__["app"] = typer.Typer()
    noun.__dict__["app"].command("add")(add)
    monkeypatch.setitem(sys.modules, "fake_add", verb)
    monkeypatch.setitem(sys.modules, "fake_source", noun)
    rows = (
        commands.Row("add", "fake_add", "Record a claim.", "Every day"),
        commands.Row("source", "fake_source", "Sources: add.", "Records"),
        commands.Row("show", "no_such_module", "Never imported.", "Every day"),
    )
    monkeypatch.setattr(commands, "COMMANDS", rows)


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_of_the_top_imports_no_command(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([option]) == 0
    out = capsys.readouterr().out
    assert out.index("Every day:") < out.index("Records:")
    assert "  show       Never imported.\n" in out


def test_help_of_a_command_begins_with_its_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "-h"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Example:", '  factcheck add "37 mph" --article kim-train']
    assert "Usage: factcheck add [TEXT] [OPTIONS]" in lines
    assert "  Record a claim. It stands alone." in lines


def test_a_group_lists_its_commands_without_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", "-h"]) == 0
    assert "Commands:\n  add  Record a claim.\n" in capsys.readouterr().out


def test_without_a_command_the_help_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source"]) == 2
    assert "Usage: factcheck source" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("ad x", "Hint: Did you mean factcheck add?"),
        ("delete 3", "Hint: Did you mean factcheck rm?"),
        ("source lst", "Try: factcheck source -h"),
        ("source ad", "Hint: Did you mean factcheck source add?"),
        ("add --sorce x", "Hint: Did you mean --source?"),
        ("add -json", "Hint: Did you mean --json?"),
        ("add x --db here.db", "Try: factcheck --db DATABASE add ..."),
        ("source add x --debug", "Try: factcheck --debug source add ..."),
        ("add -x", 'Try: factcheck add -h; text that begins with "-" comes after --'),
        ("add x --article", "Try: factcheck add -h"),
        ("add x y", "Try: factcheck add -h"),
        ("--debgu add x", "Hint: Did you mean --debug?"),
    ],
)
def test_a_mistyped_line_says_what_was_meant(
    line: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    first, second = said.err.splitlines()
    assert first.startswith("Error: ")
    assert second == hint


@pytest.mark.parametrize(
    "text", ["-12 C", "-5", "-", "- he said", "-- and then", "-$5", "--source is what he said"]
)
def test_text_may_begin_with_a_dash(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", text, "--article", "kim"]) == 0
    assert capsys.readouterr().out == f"{text}\n"


def test_after_two_dashes_all_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "--", "--sorce"]) == 0
    assert capsys.readouterr().out == "--sorce\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("factcheck s", "source\nshow"),
        ("factcheck add --s", "--source"),
        ("factcheck source a", "add"),
        ("factcheck --d", "--db\n--debug"),
    ],
)
def test_the_shell_completes(
    words: str,
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("_FACTCHECK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    assert main([]) == 0
    assert capsys.readouterr().out == f"{expected}\n"


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["x", "--json"], True),
        (["--jsonl"], True),
        (["--by", "--json"], False),
        (["-ya", "--json"], False),
        (["-ay", "--json"], True),
        (["--", "--json"], False),
    ],
)
def test_json_is_asked_for_only_as_an_option(args: list[str], *, expected: bool) -> None:
    assert commands.asks_for_json(args, {"--by", "-a"}) is expected
