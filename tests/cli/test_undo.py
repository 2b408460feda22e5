"""`factcheck undo` and `factcheck log`: every command that writes can be taken back."""

import shlex
from typing import Any

import pytest
from sqlalchemy import text

from factcheck.db.engine import make_engine
from factcheck.db.history import image_columns
from factcheck.models import RECORDS
from tests.cli.conftest import Stored
from tests.cli.told import LITE, dated
from tests.conftest import Program

WORK = """\
1 ok atlas p. 1
2 change "up to 47 mph" tass par. 2
3 ask which vents?
"""

#: What was typed, and what came before it where it needs that.
WRITING = {
    "add 'a new claim' --tag new --note why --from 'https://new.example/ par. 1'": None,
    "add --quote 'on Monday' --claimant KCNA": None,
    "verify 1 --wrong --because 'it is 21' --from 'tass par. 9' --fix '21 carriages'": None,
    "verify 2 --agreed 'Maria Keller'": None,
    "verify 2 --overruled 'Maria Keller' --because 'it is 37'": None,
    "verify 1-3 --opinion --because taste --yes --by Bo": None,
    "verify 3 --stet": None,
    "verify 1 --recheck 2027-01-01": None,
    "sign-off 1 --by Bo": None,
    "house edit needs off": None,
    "edit 1 --text 'The train has 21 carriages' --kind calculation": None,
    "edit 2 --quote 'according to Yonhap'": None,
    "rm 1 3 --yes --because twice": None,
    "restore 3": "rm 3",
    "tag 1-3 --add x --remove train --yes": None,
    "split 1 'a train' '20 carriages'": None,
    "same 1 2 3 --yes": None,
    "note 1 'they ring back' --kind call --next 2026-11-24": None,
    "note source:atlas 'second edition'": None,
    "query ask 1 'which carriages?'": None,
    "query answer 1 'these' --fix '12 vents' --agreed 'Maria Keller'": None,
    "article add - --slug other --author 'Bo Author'": None,
    "article edit kim-train --title 'Another' --author 'Bo Author'": None,
    "article close --url https://a.example/1": None,
    "article reopen kim-train": "article close",
    "source add 'A book' --key book --origin atlas": None,
    "source edit atlas --publisher 'Times Books' --origin tass": None,
    "source merge tass atlas --because same": None,
    "source rm bee": "source add https://bee.example/1",
    "source restore bee": "source add https://bee.example/1; source rm bee",
    "evidence add 3 atlas --quote '14 vents' --stance supports": None,
    "evidence edit 1 --locator 'p. 2' --source tass": None,
    "evidence seen 3 --stance refutes": "evidence add 3 atlas --cited",
    "evidence retract 1 --because 'a misprint'": None,
    "house edit words desk": None,
    "house edit --person 'Maria Keller' --alias mk": None,
}


def records(database: str) -> dict[str, list[tuple[Any, ...]]]:
    """What the log keeps of every record; people stay, for steps carry their names."""
    queries = {"standing": "SELECT status, outcome, stale, position FROM claim ORDER BY id"}
    for table, cls in RECORDS.items():
        names = ", ".join(f'"{name}"' for name in image_columns(cls))
        if table != "person":
            queries[table] = f'SELECT {names} FROM "{table}" ORDER BY id'  # noqa: S608 - names of ours
    with make_engine(database, writing=False).connect() as connection:
        rows = {table: connection.execute(text(query)) for table, query in queries.items()}
        return {table: [tuple(row) for row in found] for table, found in rows.items()}


@pytest.mark.parametrize("line", WRITING)
def test_a_command_taken_back(cli: Program, database: str, line: str) -> None:
    cli("verify", "-", stdin=WORK)
    for before in (WRITING[line] or "stats").split("; "):
        assert cli(*before.split()).status == 0
    then = records(database)
    done = cli(*shlex.split(line), stdin="The text of another article.\n")
    now = records(database)
    assert (done.status, now != then or "--person" in line) == (0, True), done.err
    step = cli("undo", "--by", "Bo" if "--by Bo" in line else "Ann Checker", "--json").json[
        "undone"
    ]
    assert records(database) == then
    assert cli("undo", step + 1).status == 0
    assert records(database) == now


def test_undo_for_people(cli: Program) -> None:
    cli("add", "--quote", "on Monday", "--tag", "day")
    assert cli("undo").out.startswith("Undid step 6: add --quote 'on Monday' --tag day\n")
    again = cli("undo", 7)
    assert again.out.startswith("Undid step 7: undo\n")
    assert again.err == ""


def test_undo_goes_further_back(cli: Program) -> None:
    for words in ("first", "second"):
        cli("add", words)
    undone = [cli("undo", "--json").json["undone"] for _ in range(3)]
    assert undone == [7, 6, 5]
    assert cli("undo", "--json").json["command"].startswith("source add https://tass.com")


def test_only_own_steps_unnamed(cli: Program, stored: Stored) -> None:
    cli("add", "mine")
    cli("add", "theirs", "--by", "Bo")
    assert cli("undo", "--json").json["undone"] == 6
    assert cli("undo", 7, "--json").json["by"] == "Bo"
    assert cli("undo", "--by", "Nobody").err == (
        "Error: There is nothing to undo.\nHint: Run factcheck log to see the steps.\n"
    )
    assert stored("SELECT count(*) FROM claim") == [(3,)]


def test_a_later_step_first(cli: Program) -> None:
    cli("edit", 1, "--kind", "date")
    cli("edit", 1, "--kind", "age")
    refused = cli("undo", 6, "--json")
    assert refused.status == 2
    assert refused.json["error"] == {
        "code": "refused",
        "message": (
            "Step 6 cannot be undone: claim 1 was changed since by step 7 (edit 1 --kind age)."
        ),
        "hint": "factcheck undo 7 first.",
        "record": "step:7",
        "line": None,
    }


def test_what_is_needed_stays(cli: Program) -> None:
    assert cli("undo", 2).err == (
        "Error: Step 2 cannot be undone: claim 1, added since by step 5 (add -), needs article 1.\n"
        "Hint: factcheck undo 5 first.\n"
    )


def test_a_trial_undoes_nothing(run: Program, stored: Stored) -> None:
    tried = run("undo", "--dry-run")
    assert tried.out.startswith("Undid step 5: add -\n")
    assert tried.err == "Dry run: nothing was changed.\n"
    assert stored("SELECT count(*) FROM claim") == [(3,)]
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("undo 99", 3, "There is no step 99."),
        (f"undo {'9' * 400}", 3, "There is no step 2147483648."),
        ("undo x", 2, "'x' is no step number."),
        ("undo -1", 2, "'-1' is no step number."),
        ("log step:99", 3, "There is no step 99."),
        ("log 99", 3, "There is no claim 99."),
        ("log evidence:9", 3, "There is no evidence 9."),
        ("log article:kim", 3, "There is no article 'kim'."),
        ("log source:atals", 2, "There is no source 'atals'."),
        ("log x", 2, "'x' names no record."),
        ("log nothing:1", 2, "'nothing:1' names no record."),
    ],
)
def test_what_is_wrong_is_said(cli: Program, line: str, status: int, message: str) -> None:
    refused = cli(*line.split(), "--json")
    assert refused.status == status
    assert refused.json["error"]["message"] == message
    assert refused.json["error"]["hint"]


def test_an_undo_comes_once(cli: Program) -> None:
    cli("add", "x")
    cli("undo", 6)
    assert cli("undo", 6).err == (
        "Error: Step 6 was undone by step 7 already.\nHint: factcheck undo 7 brings it back.\n"
    )


def test_the_log_for_people(cli: Program) -> None:
    cli("rm", 3, "--because", "twice", "--by", "Bo")
    cli("undo", 6)
    told = dated(cli("log", "--limit", 2).out).splitlines()
    assert [" ".join(line.split()) for line in told] == [
        "step when who changes command",
        "7 WHEN Ann Checker 1 undoes 6 undo 6",
        "6 WHEN Bo 2 undone by 7 rm 3 --because twice --by Bo",
    ]


def test_a_step_as_json(cli: Program) -> None:
    cli("edit", 3, "--kind", "number")
    [step] = cli("log", "step:6", "--json").json
    expected = {
        "id": 6, "by": "Ann Checker", "kind": "command", "command": "edit 3 --kind number",
        "why": None, "undoes": None, "undone_by": None, "finished": True,
    }  # fmt: skip
    assert expected.items() <= step.items()
    assert step["events"][0]["record"] == {"kind": "claim", "id": 3}
    assert step["events"][0]["changes"] == {"kind": {"before": "other", "after": "number"}}


def test_the_log_of_one(cli: Program) -> None:
    cli("verify", 2, "--ok", "--from", "atlas p. 1")
    for what, steps in {
        "1": [5], "article:kim-train": [2], "source:atlas": [3], "source:3": [4],
        "claim:2": [6, 5], "span:1": [5], "evidence:1": [6], "step:3": [3],
    }.items():  # fmt: skip
        assert [step["id"] for step in cli("log", what, "--json").json] == steps, what


def test_the_reason_is_kept(cli: Program) -> None:
    cli("rm", 3, "--because", "said twice")
    assert "  because: said twice\n" in cli("log", "step:6").out


def test_reading_leaves_no_step(cli: Program, stored: Stored) -> None:
    lines = ("list", "show 1", "verify 1", "report", "stats", "log", "search train", "db check")
    assert {cli(*line.split()).status for line in lines} == {0}
    assert stored("SELECT count(*) FROM step") == [(5,)]
