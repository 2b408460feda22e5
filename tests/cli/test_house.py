"""`factcheck house`, `factcheck stats` and `factcheck report`."""

import json
from pathlib import Path

import pytest

from factcheck.services.house import RULES
from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program


def test_the_rules_are_shown(cli: Program) -> None:
    told = cli("house", "show").out.splitlines()
    assert told[:2] == ["words: the words that people see: line or desk", f"{'':14}line"]
    assert told[-2:] == ["  person      Ann Checker", "  person      Maria Keller"]


def test_an_edit_shows_its_rule(cli: Program) -> None:
    assert cli("house", "edit", "recheck", "money 7, tag:toll 1").out == (
        "recheck: after how many days a verdict is too old, by kind or tag\n"
        f"{'':14}money 7, tag:toll 1\n"
    )


def test_a_rule_as_json(cli: Program) -> None:
    edited = cli("house", "edit", "own_domains", "Example.org, example.com", "--json").json
    assert edited["rules"]["own_domains"] == ["example.org", "example.com"]
    assert [person["name"] for person in edited["people"]] == ["Ann Checker", "Maria Keller"]


def test_initials_are_one_person(cli: Program, stored: Stored) -> None:
    cli("house", "edit", "--person", "Maria Keller", "--alias", "mk", "--alias", "mkeller")
    for name in ("MK", "mkeller", "Maria Keller"):
        cli("verify", 1, "--opinion", "--because", "taste", "--by", name)
    assert stored("SELECT DISTINCT who FROM step WHERE id > 6") == [("Maria Keller",)]
    assert stored("SELECT count(*) FROM person") == [(2,)]


@LITE
@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["wrods", "desk"], "'wrods' is no rule of the house.", "Did you mean words?"),
        (["words", "dsk"], "'dsk' is no house.", "Did you mean desk?"),
        (["words"], "What should words be?", "factcheck house edit words VALUE"),
        ([], "Which rule?", f"One of {', '.join(RULES)}, or --person NAME."),
        (["words", "line", "--alias", "x"], "Whose alias is that?", "Add --person NAME."),
        (["--person", "Bo", "--alias", " "], "The alias is empty.", "Give it in words."),
        (
            ["--person", "Bo", "--alias", "ann checker"],
            "'ann checker' already means Ann Checker.",
            "One alias can mean one person only.",
        ),
    ],
)
def test_a_wrong_rule_says(cli: Program, words: list[str], message: str, hint: str) -> None:
    refused = cli("house", "edit", *words)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == f"Error: {message}\nHint: {hint}\n"


def test_the_desk_speaks_otherwise(cli: Program, run: Program) -> None:
    cli("house", "edit", "words", "desk")
    cli("verify", 1, "--verdict", "true", "--from", "atlas p. 1")
    assert run("list", "--outcome", "true").out == (
        "#  outcome  kind    claim\n1  true     number  The train has 20 carriages\n"
    )


def test_what_is_done_counted(cli: Program) -> None:
    cli("verify", "1-2", "--ok", "--from", "atlas", "--yes")
    cli("query", "ask", 3, "which?")
    cli("note", 1, "again", "--next", "today")
    assert cli("stats", "--json").json == {
        "claims": 3,
        "outcomes": {"ask": 1, "ok": 2},
        "kinds": {"measurement": 1, "number": 1, "other": 1},
        "articles": [{"article": "kim-train", "claims": 3, "open": 1}],
        "decided_today": 2,
        "sources": {"total": 3, "cited": 1},
        "open": {"claims": 1, "recheck": 0, "queries": 1, "due_notes": 1},
    }


def test_stats_for_people(run: Program) -> None:
    told = run("stats").out
    assert told.startswith("claims  outcome\n3       OPEN\n\nclaims  kind\n")
    assert "Decided today: 0. Sources: 3, cited 0.\n" in told


def test_a_report_of_work(cli: Program) -> None:
    cli("verify", 2, "--wrong", "--because", "47", "--from", "tass par. 2", "--fix", "47 mph")
    cli("query", "ask", 3, "which?")
    told = cli("report", "kim-train").out
    assert told.startswith("# Claim report: kim train\n\narticle `kim-train`, draft 1, open")
    headings = [line for line in told.splitlines() if line.startswith("## ")]
    parts = ["Summary", "What must change", "Open", "The text", "Every claim"]
    assert headings == [f"## {part}" for part in parts]
    assert '- **2** CHANGE TO "47 mph": The train can reach 37 mph' in told
    assert "Evidence against:\n\n- " in told


def test_a_report_as_json(cli: Program) -> None:
    report = cli("report", "--format", "json").json
    assert [claim["id"] for claim in report["claims"]] == [1, 2, 3]
    assert report["article"]["slug"] == "kim-train"
    assert cli("report", "--json").json == report


def test_a_report_of_claims(cli: Program) -> None:
    told = cli("report", 3, 1).out
    assert told.startswith("# Claim report\n")
    assert "### 2." not in told


def test_reports_are_the_same(cli: Program) -> None:
    assert cli("report").out == cli("report").out


def test_a_file_is_whole(cli: Program) -> None:
    file = Path("report.md")
    file.write_text("before")
    assert cli("report", 99, "-o", file).status == 3
    assert file.read_text() == "before"
    assert cli("report", "-o", file).status == 0
    assert file.read_text() == cli("report", "-o", "-").out


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("no-such", 3, "There is no article 'no-such'."),
        ("99", 3, "There is no claim 99."),
        ("--format htm", 2, "'htm' is no format of a report."),
        ("-o no/such/folder.md", 2, "no/such/folder.md cannot be written"),
    ],
)
def test_a_report_refused_says(cli: Program, words: str, status: int, message: str) -> None:
    refused = cli("report", *words.split(), "--json")
    assert (refused.status, refused.out) == (status, "")
    assert message in json.loads(refused.err)["error"]["message"]
