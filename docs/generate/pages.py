"""The tables of the reference, written from the code that they describe."""

# ruff: noqa: TID253  nothing here is part of the program's start

import ast
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Column, Table

from docs.generate.desk import Desk
from factcheck import errors, words
from factcheck import looks as visits
from factcheck.cli import commands
from factcheck.cli.group import LazyGroup
from factcheck.cli.main import build
from factcheck.codes import CODES, FAMILIES, Code
from factcheck.errors import ExitStatus, FactcheckError
from factcheck.models.base import Base
from factcheck.services.house import RULES
from factcheck.services.rules import shown as typed
from factcheck.settings import INIT_TOML

ROOT = Path(__file__).resolve().parents[2]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


# Commands


def every_command() -> Iterator[tuple[str, ...]]:
    """`("add",)`, `("article",)`, `("article", "add")` ... in the order of the help pages."""
    root = build()
    with root.make_context("factcheck", [], resilient_parsing=True) as context:
        for name in root.list_commands(context):
            yield (name,)
            group = root.get_command(context, name)
            if isinstance(group, LazyGroup):
                yield from ((name, each) for each in group.list_commands(context))


def command_pages() -> str:
    """Every help page, under the panels of the first one."""
    desk = Desk("desk")
    panels = {row.name: row.panel for row in commands.COMMANDS}
    parts = ["```text\n" + desk.run("factcheck -h") + "```\n"]
    panel = ""
    for path in every_command():
        if panels[path[0]] != panel:
            panel = panels[path[0]]
            parts.append(f"## {panel}\n")
        name = " ".join(path)
        page = desk.run(f"factcheck {name} -h").rstrip()
        parts.append(f"{'#' * (2 + len(path))} factcheck {name}\n\n```text\n{page}\n```\n")
    return "\n".join(parts)


# Words


def vocabulary(members: type[StrEnum], meanings: dict[str, str]) -> str:
    """A table of words; a word without a meaning is a KeyError."""
    return table(["word", "means"], [(f"`{m}`", meanings[m.value]) for m in members])


def looks(meanings: dict[str, tuple[str, str]], amounts: dict[str, str]) -> str:
    """States of a look, with what each amounts to; a word without a meaning is a KeyError."""
    rows = [(f"`{look}`", *meanings[look.value]) for look in visits.Look]
    heads = ["state", "what came", "what it amounts to"]
    return table(heads, [(name, came, amounts[group]) for name, came, group in rows])


def outcomes(meanings: dict[str, str]) -> str:
    """Outcomes in the order in which they are looked for, with what each house calls them."""
    line, desk = words.LABELS["line"], words.LABELS["desk"]
    rows = [(f"`{o}`", meanings[o.value], line[o], desk[o]) for o in words.Outcome]
    return table(["outcome", "when", "line shows", "desk shows"], rows)


def conclusions(meanings: dict[str, str]) -> str:
    """Conclusions, and every word that may be typed for them."""
    rows = []
    for conclusion in words.Conclusion:
        typed = [word for word, is_for in words.CONCLUSION_WORDS.items() if is_for == conclusion]
        shown = ", ".join(f"`{word}`" for word in typed if word != conclusion)
        rows.append((f"`{conclusion}`", meanings[conclusion.value], shown))
    return table(["conclusion", "means", "may also be typed"], rows)


# Exit statuses


def status_rows(meanings: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(str(int(s)), meanings[s.name], ", ".join(_codes(s))) for s in ExitStatus]


def statuses(meanings: dict[str, str]) -> str:
    return table(["status", "means", "codes in JSON"], status_rows(meanings))


#: What `factcheck.cli.main` says of errors that are not of our tree.
OUTSIDE = {"interrupted": ExitStatus.INTERRUPTED, "bug": ExitStatus.BUG}


def error_codes() -> dict[str, ExitStatus]:
    """Every code that `{"error": {"code": ...}}` can hold, and the status that goes with it."""
    ours = {cls.code: cls.exit_status for cls in _tree(FactcheckError)}
    return {**ours, **OUTSIDE}


def _tree(cls: type[FactcheckError]) -> Iterator[type[FactcheckError]]:
    for child in cls.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from _tree(child)


def _codes(status: ExitStatus) -> list[str]:
    return [f"`{code}`" for code, its in error_codes().items() if its == status]


def codes(meanings: dict[str, str]) -> str:
    rows = [(f"`{c}`", str(int(s)), meanings[c]) for c, s in error_codes().items()]
    return table(["code", "status", "means"], rows)


# Settings


def toml() -> str:
    return f"```toml\n{INIT_TOML}```\n"


def rules() -> str:
    rows = [
        (f"`{name}`", rule.meaning, *(_typed(name, first) for first in (rule.line, rule.desk)))
        for name, rule in RULES.items()
    ]
    return table(["rule", "means", "line begins with", "desk begins with"], rows)


def _typed(name: str, value: object) -> str:
    shown = typed(name, value)
    return f"`{shown}`" if shown else ""


# Findings


def finding_families() -> str:
    """Every code under its family: how grave, what it says, why it matters, what to do."""
    parts = []
    for letter, family in FAMILIES.items():
        parts.append(f"## {letter}: {family}\n")
        parts += [_finding(name, code) for name, code in CODES.items() if name[0] == letter]
    return "\n".join(parts)


def _finding(name: str, code: Code) -> str:
    to_do = re.sub(r"\{(\w+)\}", lambda named: named[1].upper(), code.help)
    told = f"**{code.title}** ({code.severity})"
    return f"### {name}\n\n{told}\n\n{code.why}\n\nTo do: {to_do}\n"


# The database

#: Columns of all tables that are records.
SHARED = ("id", "uid", "created_at", "updated_at", "version", "hidden", "search")

#: What a column means where its name says it, or the comment above its neighbour.
PLAIN = {
    "title": "The title.",
    "publisher": "Who publishes it.",
    "language": "A code, as in `en` or `pt-BR`.",
    "url": "Its address.",
    "ordinal": "The order of several.",
    "reopened_at": "When it was reopened, if it was.",
    "kind": "Which kind: [the lists of words](words.md).",
    "claimant_role": 'What the claimant is: "South Korean news agency".',
    "claimant_same_as": "A page that says who the claimant is.",
    "said_on": "The day on which it was said.",
    "occasion": "On what occasion it was said.",
    "said_at": "Where else it was said.",
    "priority": "`low`, `normal` or `high`.",
    "review_on": "When the check was published.",
    "outcome": "What to do about it now: [the list of outcomes](words.md#outcomes).",
    "start": "Where it begins, in code points of the revision's text.",
    "end": "Where it ends, in code points.",
    "exact": "The words themselves.",
    "prefix": "The words just before.",
    "suffix": "The words just after.",
    "zone": "The part of the article: `body`, `headline` ...",
    "state": "How it stands now: [the lists of words](words.md).",
    "name": "The name.",
    "on": "When: a day or a time, ISO 8601.",
    "note": "A remark of the checker.",
    "seen_at": "When it was looked at. Empty means cited only.",
    "retracted_at": "When it was retracted. Retracted evidence counts no more.",
    "retracted_because": "Why it was retracted.",
    "author": "Who wrote it.",
    "published": "When it came out: a day, a month or a year, ISO 8601.",
    "alias": "What a protected source is called in public.",
    "conclusion": "One of [the conclusions](words.md#conclusions).",
    "reason": "Why, in the checker's words.",
    "at": "When, in UTC.",
    "action": "`change`, `attribute`, `cut` or `stet`.",
    "wording": "The new words.",
    "because": "Why.",
    "agreed_with": "Who agreed; for an overruled fix, who overruled it.",
    "agreed_at": "When it was agreed.",
    "question": "The question.",
    "asked_at": "When it was asked.",
    "answer": "The answer. Empty means that the query is open.",
    "answered_by": "Who answered, if not the author.",
    "answered_at": "When it was answered.",
    "text": "The words.",
    "key": "The name of the rule.",
    "value": "Its value, as JSON.",
    "id": "Its number.",
    "uid": "The same in every copy of the database.",
    "why": "The reason that was given.",
    "record_id": "The number of the record in that table.",
    "before_sha256": "Which image the record had before; for a step, the hash of the step before.",
    "after_sha256": "Which image the record has now.",
    "sha256": "The hash of the row itself, as hexadecimal digits.",
    "struck_because": "Why it was struck out.",
    "merged_into_id": "The source that took its place. Points to `source`.",
    "person_id": "Who did it. Points to `person`.",
    "article_author.person_id": "The author. Points to `person`.",
    "revision.person_id": "Who brought it in. Points to `person`.",
    "article_id": "Points to `article`.",
    "claim_id": "Points to `claim`.",
    "verdict_id": "Points to `verdict`.",
    "label": "What is published, as in `Half true`.",
    "scale": "The name of the scale that it is on.",
    "best": "The best number of the scale.",
    "worst": "The worst number of the scale.",
    "code": "The code of the finding: [the list of findings](findings.md).",
    "source_id": "Points to `source`.",
    "revision_id": "Points to `revision`.",
    "reopened_by_id": "Who reopened it. Points to `person`.",
    "retracted_by_id": "Who retracted it. Points to `person`.",
    "undoes_id": "The step that this one takes back. Points to `step`.",
    "step_id": "Points to `step`.",
    "run_id": "The `run` that it belongs to.",
    "evidence_id": "The `evidence` whose quotation it is.",
    "snapshot_id": "The `snapshot` in which it was looked for.",
    "started_at": "When it began, in UTC.",
    "summary": "What it came to: [the summary](findings.md#as-json).",
    "final_url": "The address at the end of all redirects.",
    "hops": "[status, address] of each redirect.",
    "severity": "How grave it is in this house: `error`, `warning` or `note`.",
    "message": "What was found, in a sentence.",
    "detail": "What it was found from, as in [JSON](findings.md#as-json).",
    "first_run_id": "The audit that found it first.",
    "last_run_id": "The newest audit that found it.",
    "first_at": "When it was found first.",
    "last_at": "When it was found last.",
    "fixed_at": "When an audit looked and it was gone. Empty while it is there.",
    "original.name": "The name of the file.",
    "original.format": "[Its format](words.md#files-and-their-notes).",
    "original.sha256": "The `blob` with its bytes.",
    "outside_rating.label": "As the other house wrote it.",
    "outside_rating.number": "The number, if there was one.",
    "outside_rating.evidence_id": "The `evidence` that cites the check. Points to `evidence`.",
    "correction.severity": "`minor` or `substantial`.",
    "correction.what": "What was wrong, and what is right.",
    "correction.why": "How it came about.",
    "correction.before": "The words that ran.",
    "correction.after": "The words that stand there now.",
    "correction.reported_by": "Who pointed it out; in no public log.",
    "blob.sha256": "The hash of the unpacked bytes, as hexadecimal digits.",
    "blob.packed": "The bytes, compressed.",
    "run.kind": "`audit` or `capture`.",
    "run.step_id": "Its step in the history.",
    "visit.state": "What it came to: [the list of looks](words.md#looks).",
    "visit.source_id": "The `source` whose address it is.",
    "snapshot.source_id": "The `source` that said it.",
    "snapshot.how": "How it came here: [the list of words](words.md#looks).",
    "snapshot.url": "As asked for, without user and password.",
    "snapshot.status": "The HTTP status; empty for a file.",
    "snapshot.media_type": "As the server called it.",
    "snapshot.size": "Of the body, in bytes.",
    "sighting.state": "What became of it: [the list of words](words.md#presence).",
    "sighting.basis": "SHA-256 of the quotation that was looked for.",
    "sighting.start": "Where it begins, in code points of the snapshot's text.",
    "sighting.hidden": "Whether it stands there unseen.",
    "sighting.why": "What is to be said of it.",
    "finding.record": "`claim`, `evidence`, `source`, `article` ...: what it is about.",
    "finding.record_id": "The number of that record.",
    "finding.claim_id": "The claim, where exactly one is concerned.",
    "finding.source_id": "The source, where one is.",
}  # fmt: skip


def tables() -> str:
    """Every table with the meaning of each of its columns."""
    notes = dict(_comments())
    parts = []
    for each in Base.metadata.tables.values():
        about, columns = notes[each.name]
        rows = [_row(each.name, column, columns) for column in each.columns if _shown(each, column)]
        heading = f"### {each.name}\n\n{about}\n" if about else f"### {each.name}\n"
        parts.append(f"{heading}\n{table(['column', 'type', 'meaning'], rows)}")
    return "\n".join(parts)


def _shown(each: Table, column: "Column[object]") -> bool:
    return column.name not in SHARED or each.name in {"step", "event", "image"}


def _row(name: str, column: "Column[object]", comments: dict[str, str]) -> tuple[str, str, str]:
    known = PLAIN.get(f"{name}.{column.name}") or comments.get(column.name)
    meaning = known or PLAIN[column.name]
    derived = " *Computed.*" if column.info.get("derived") else ""
    return f"`{column.name}`", _type(column), meaning + derived


def _type(column: "Column[object]") -> str:
    name = type(column.type).__name__
    shown = {"Text": "text", "Integer": "number", "Boolean": "yes or no", "Moment": "time",
             "Json": "JSON", "LargeBinary": "bytes"}[name]  # fmt: skip
    return f"{shown}, or empty" if column.nullable else shown


def _comments() -> Iterator[tuple[str, tuple[str, dict[str, str]]]]:
    """By table: the first line of the class's docstring, and the `#:` comments of its columns."""
    for path in sorted((ROOT / "factcheck" / "models").glob("*.py")):
        source = path.read_text(encoding="utf-8")
        for node in ast.parse(source).body:
            name = _table_name(node) if isinstance(node, ast.ClassDef) else None
            if name and isinstance(node, ast.ClassDef):
                about = (ast.get_docstring(node) or "").split("\n\n")[0]
                yield name, (" ".join(about.split()), dict(_above(node, source.splitlines())))


def _table_name(node: ast.ClassDef) -> str | None:
    for each in node.body:
        named = isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == "__tablename__"
        if named and isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant):
            return str(each.value.value)
    return None


def _above(node: ast.ClassDef, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for each in node.body:
        if isinstance(each, ast.AnnAssign):
            comment: list[str] = []
            at = each.lineno - 2
            while lines[at].strip().startswith("#:"):
                comment.insert(0, lines[at].strip().removeprefix("#:").strip())
                at -= 1
            yield ast.unparse(each.target), " ".join(comment)


def views() -> dict[str, list[str]]:
    """The views of a fresh SQLite database, and their columns."""
    desk = Desk("desk")
    desk.run("factcheck init")
    with sqlite3.connect(desk.folder / "factcheck.db") as opened:
        named = opened.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
        found = {name: opened.execute(f"PRAGMA table_info({name})") for (name,) in named.fetchall()}
        return {name: [row[1] for row in rows] for name, rows in found.items()}


def view_table(meanings: dict[str, str]) -> str:
    rows = [
        (f"`{name}`", meanings[name], ", ".join(f"`{column}`" for column in columns))
        for name, columns in views().items()
    ]
    return table(["view", "holds", "columns"], rows)
