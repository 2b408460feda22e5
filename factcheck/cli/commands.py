"""Every command: its name, the module that holds it, its line in the help page, its panel.

The lazy group, the help page, completion and the suggestions for mistyped names all read this
table, so that none of them has to import a command.
"""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple


class Row(NamedTuple):
    """`module` has a function `command`, or `app` (a Typer) for a noun with commands of its own."""

    name: str
    module: str
    help: str
    panel: str


EVERY_DAY = "Every day"
CLAIMS = "Claims"
RECORDS = "What claims stand on"
RESULTS = "Results"
HISTORY = "History"
SETUP = "House and database"

COMMANDS: tuple[Row, ...] = (
    Row("init", "factcheck.cli.init", "Make a database here.", EVERY_DAY),
    Row("add", "factcheck.cli.add", "Record a claim, with its source and evidence.", EVERY_DAY),
    Row("verify", "factcheck.cli.verify", "Compare the evidence; record a verdict.", EVERY_DAY),
    Row("review", "factcheck.cli.review", "Walk through open claims, one at a time.", EVERY_DAY),
    Row("gate", "factcheck.cli.gate", "What stands between a piece and print.", EVERY_DAY),
    Row("list", "factcheck.cli.listing", "List claims and what to do about them.", EVERY_DAY),
    Row("show", "factcheck.cli.show", "Show a claim with all that belongs to it.", EVERY_DAY),
    Row("search", "factcheck.cli.search", "Find claims, sources and evidence by words.", EVERY_DAY),
    Row("query", "factcheck.cli.query", "Questions to the author: ask, answer, list.", EVERY_DAY),
    Row("edit", "factcheck.cli.edit", "Change a claim.", CLAIMS),
    Row("sign-off", "factcheck.cli.sign_off", "Sign verdicts off, as a second person.", CLAIMS),
    Row("rm", "factcheck.cli.rm", "Hide a claim.", CLAIMS),
    Row("restore", "factcheck.cli.restore", "Bring back what was hidden.", CLAIMS),
    Row("tag", "factcheck.cli.tag", "Put tags on claims, or take them off.", CLAIMS),
    Row("split", "factcheck.cli.split", "Make two claims of one.", CLAIMS),
    Row("same", "factcheck.cli.same", "Join claims that say the same.", CLAIMS),
    Row("note", "factcheck.cli.note", "Keep a note on a claim, source or article.", CLAIMS),
    Row(
        "article",
        "factcheck.cli.article",
        "Pieces under check: add, list, show, edit, close, reopen.",
        RECORDS,
    ),
    Row(
        "source",
        "factcheck.cli.source",
        "Sources: add, list, show, edit, merge, capture, rm, restore.",
        RECORDS,
    ),
    Row(
        "evidence",
        "factcheck.cli.evidence",
        "What a source gives: add, list, edit, seen, retract.",
        RECORDS,
    ),
    Row("values", "factcheck.cli.values", "Show the figures and dates in a text.", RESULTS),
    Row("compare", "factcheck.cli.compare", "Compare the figures of two texts.", RESULTS),
    Row("audit", "factcheck.cli.audit", "Check sources, sourcing and verdicts.", RESULTS),
    Row("report", "factcheck.cli.report", "Write a report for people or machines.", RESULTS),
    Row("correct", "factcheck.cli.correct", "A correction after publication.", RESULTS),
    Row("export", "factcheck.cli.export", "Write everything, or an exchange format.", RESULTS),
    Row("import", "factcheck.cli.import_", "Read a file from here or elsewhere.", RESULTS),
    Row("stats", "factcheck.cli.stats", "Count what is done and what is open.", RESULTS),
    Row("log", "factcheck.cli.log", "Show who did what, when and why.", HISTORY),
    Row("undo", "factcheck.cli.undo", "Take a step back.", HISTORY),
    Row("house", "factcheck.cli.house", "The rules of the house: show, edit.", SETUP),
    Row("db", "factcheck.cli.db", "The database: upgrade, status, check, backup, restore.", SETUP),
    Row("demo", "factcheck.cli.demo", "Try it on a throwaway database, with a tour.", SETUP),
)

# What people type who come from other programs, and what they mean here.
MEANT: dict[str, str] = {
    "answer": "query answer",
    "ask": "query ask",
    "backup": "db backup",
    "check": "verify",
    "claims": "list",
    "delete": "rm",
    "find": "search",
    "help": "-h",
    "history": "log",
    "ls": "list",
    "new": "add",
    "remove": "rm",
    "sources": "source list",
    "articles": "article list",
    "upgrade": "db upgrade",
    "version": "--version",
}

HEAD = """\
{Example:}
  factcheck demo
  factcheck add "up to 37 mph" --article kim-train

{Usage:} factcheck [--db DATABASE] [--debug] COMMAND ...

A fact-checker's database: every fact in a piece, where it came from, who
checked it, and whether it still holds. factcheck COMMAND -h says more.
"""

OPTIONS = (
    ("--db DATABASE", "A file or an SQLAlchemy URL  [FACTCHECK_DB]"),
    ("--debug", "Show the traceback when something fails."),
    ("--version", "Show the version."),
    ("--install-completion", "Let the shell complete commands and options."),
    ("--show-completion", "Print what that would install."),
    ("-h, --help", "Show this page."),
)


def page(colour: Callable[[str, str], str]) -> str:
    """The help page of the top level."""

    def bold(heading: str) -> str:
        return colour(heading, "bold")

    parts = [HEAD.replace("{Example:}", bold("Example:")).replace("{Usage:}", bold("Usage:"))]
    for panel in dict.fromkeys(row.panel for row in COMMANDS):
        lines = [(row.name, row.help) for row in COMMANDS if row.panel == panel]
        parts.append(f"{bold(panel + ':')}\n{_aligned(lines, 10)}")
    parts.append(f"{bold('Options, before the command:')}\n{_aligned(list(OPTIONS), 21)}")
    return "\n".join(parts)


def _aligned(lines: list[tuple[str, str]], width: int) -> str:
    return "".join(f"  {name:<{width}} {text}\n" for name, text in lines)


# What may be an option. Anything else that begins with "-" is text: "-12 C", "- he said", "-$5".
OPTION = re.compile(r"--?[A-Za-z][^\s=]*(=.*)?", re.DOTALL)


def asks_for_json(args: Sequence[str], valued: AbstractSet[str] = frozenset()) -> bool:
    """Whether --json or --jsonl is among the options; `valued` take the next word."""
    words = iter(args)
    for word in words:
        if word == "--":
            return False
        if word in {"--json", "--jsonl"}:
            return True
        if word in valued or _takes_next(word, valued):
            next(words, None)
    return False


def _takes_next(word: str, valued: AbstractSet[str]) -> bool:
    """Whether word is a cluster like `-ya` of which only the last letter takes a value."""
    if not re.fullmatch("-[A-Za-z]{2,}", word):
        return False
    return f"-{word[-1]}" in valued and not any(f"-{flag}" in valued for flag in word[1:-1])
