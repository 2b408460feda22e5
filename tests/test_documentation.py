"""What the documentation says is so: commands, words, links, and every line one may type."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.generate.meanings import VIEWS
from docs.generate.pages import error_codes, every_command
from factcheck.cli import commands
from factcheck.cli.group import LazyGroup
from factcheck.cli.main import build
from factcheck.errors import ExitStatus
from factcheck.models.base import Base
from factcheck.words import LABELS, Conclusion, Kind, Outcome, Stance

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
REFERENCE = ROOT / "docs" / "reference"
COMMANDS = [" ".join(path) for path in every_command()]


def read(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def found(path: list[str]) -> tuple[Any, Any, list[str]]:
    """The command that these words name, its context, and the words after its name."""
    root = build()
    context = root.make_context("factcheck", path, resilient_parsing=True)
    words = path[2:] if path[0] == "--db" else path
    command = root.get_command(context, words[0])
    if isinstance(command, LazyGroup) and not words[1].startswith("-"):
        return command.get_command(context, words[1]), context, words[2:]
    return command, context, words[1:]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_begins_with_an_example(name: str) -> None:
    root = build()
    context = root.make_context("factcheck", [], resilient_parsing=True)
    command: Any = root
    for word in name.split():
        command = command.get_command(context, word)
    assert command.help
    if not isinstance(command, LazyGroup):
        assert command.examples
        assert all(example.startswith("factcheck ") for example in command.examples)
        assert all(f"{name} " in f"{example} " for example in command.examples)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_reference(name: str) -> None:
    assert re.search(rf"^#+ factcheck {name}$", read("commands.md"), re.MULTILINE)


def test_every_exit_status_and_error_code_is_listed() -> None:
    page = read("exit-statuses.md")
    for status in ExitStatus:
        assert f"\n| {int(status)} |" in page
    for code, status in error_codes().items():
        assert f"\n| `{code}` | {int(status)} |" in page


def test_every_word_is_listed() -> None:
    page = read("words.md")
    for outcome in Outcome:
        shown = f"{LABELS['line'][outcome]} | {LABELS['desk'][outcome]} |"
        assert re.search(rf"^\| `{outcome}` \| .* \| {re.escape(shown)}$", page, re.MULTILINE)
    for word in (*Conclusion, *Kind, *Stance):
        assert f"\n| `{word}` |" in page


def test_every_table_and_view_is_described() -> None:
    page = read("database.md")
    for table in Base.metadata.tables:
        assert f"\n### {table}\n" in page
    for view in VIEWS:
        assert f"\n| `{view}` |" in page


def test_every_environment_variable_is_described() -> None:
    sources = (path.read_text(encoding="utf-8") for path in ROOT.glob("factcheck/**/*.py"))
    named = {name for text in sources for name in re.findall(r'"(FACTCHECK_[A-Z_]+)"', text)}
    assert named
    assert all(f"| `{name}` |" in read("settings.md") for name in named)


def links() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            if "://" not in target:
                yield str(page.relative_to(ROOT)), target


def anchors(page: Path) -> set[str]:
    """The headings of a page as a Markdown viewer links to them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    bare = (re.sub(r"[^\w\s-]", "", heading.casefold()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in bare}


@pytest.mark.parametrize(("page", "target"), sorted(set(links())))
def test_links_lead_somewhere(page: str, target: str) -> None:
    name, _, anchor = target.partition("#")
    there = ((ROOT / page).parent / name).resolve() if name else ROOT / page
    assert there.is_file()
    assert not anchor or anchor in anchors(there)


def lines(page: Path) -> Iterator[str]:
    """What stands in blocks for the shell, continued lines joined."""
    text = page.read_text(encoding="utf-8")
    for kind, block in re.findall(r"^```(console|sh)\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for line in block.replace("\\\n", " ").splitlines():
            if kind == "sh":
                yield line
            elif line.startswith("$ "):
                yield line.removeprefix("$ ")


def typed(page: Path) -> Iterator[list[str]]:
    """The words after each `factcheck`, up to a pipe, a redirection or the end."""
    for line in lines(page):
        lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        current: list[str] | None = None
        for word in [*lexer, ";"]:
            if word == "factcheck" and current is None:
                current = []
            elif set(word) <= set("();<>|&") and word:
                if current is not None:
                    yield current
                current = None
            elif current is not None:
                current.append(word)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_line_can_be_typed(page: Path) -> None:
    for words in typed(page):
        command, context, rest = found(words)
        assert command is not None, words
        command.make_context(words[0], rest, parent=context)


def test_there_are_lines_to_type() -> None:
    assert sum(1 for page in PAGES for _ in typed(page)) > 80


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_named_in_the_text_exist(page: Path) -> None:
    known = {row.name for row in commands.COMMANDS} | {"COMMAND"}
    for name in re.findall(r"`factcheck ([^`]+)`", page.read_text(encoding="utf-8")):
        words = shlex.split(name)
        assert words[0].startswith("-") or words[0] in known, name


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 200
