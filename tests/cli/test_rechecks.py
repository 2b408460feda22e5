"""Looking again by date: `verify --recheck`, the house rule `recheck`, `list --stale`."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from factcheck.db.engine import make_engine
from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program, run_here

Claim = Callable[[int], Any]
TODAY = date.today()  # noqa: DTZ011 - due on the checker's own calendar


def in_days(count: int) -> str:
    return (TODAY + timedelta(days=count)).isoformat()


def days_ago(database: str, count: int) -> None:
    """As if all verdicts were so old; what is decided or ruled later looks at them again."""
    then = datetime.now(UTC) - timedelta(days=count)
    with make_engine(database).begin() as connection:
        statement = text("UPDATE verdict SET at = :at")
        connection.execute(statement, {"at": f"{then:%Y-%m-%dT%H:%M:%S.%fZ}"})


@pytest.fixture
def decided(cli: Program) -> Program:
    """Claims 1 to 3 rest on the atlas."""
    done = cli("verify", "1-3", "--ok", "--from", "atlas p. 2", "--tier", "primary", "--yes")
    assert done.status == 0, done.err
    return cli


def stale(cli: Program) -> list[int]:
    return [claim["id"] for claim in cli("list", "--stale", "--json").json]


def test_a_day_of_ones_own(decided: Program, claim: Claim) -> None:
    told = decided("verify", 3, "--recheck", in_days(30))
    assert told.status == 0
    assert f"  re-check by {in_days(30)}\n" in told.out
    assert (claim(3)["recheck_by"], claim(3)["stale"]) == (in_days(30), False)
    assert stale(decided) == []


def test_a_day_and_a_verdict_in_one_breath(cli: Program, claim: Claim) -> None:
    cli("verify", 3, "--ok", "--from", "atlas p. 2", "--recheck", "tomorrow")
    assert (claim(3)["status"], claim(3)["recheck_by"]) == ("supported", in_days(1))


def test_today_is_due_today(decided: Program, claim: Claim) -> None:
    decided("verify", 3, "--recheck", "today")
    reason = f"due for a re-check since {in_days(0)}"
    assert (claim(3)["stale"], claim(3)["stale_because"]) == (True, [reason])
    assert decided("list", "--stale").out == (
        f"#  outcome  {'re-check':<{len(reason) + 10}}  kind   claim\n"
        f"3  OK       RE-CHECK: {reason}  other  The train has 14 vents\n"
    )


def test_decided_again_it_is_met(decided: Program, claim: Claim) -> None:
    decided("verify", 3, "--recheck", "yesterday")
    assert stale(decided) == [3]
    decided("verify", 3, "--ok")
    assert (stale(decided), claim(3)["recheck_by"]) == ([], None)


@pytest.mark.parametrize("word", ["never", "no", "off", "NEVER"])
def test_a_day_is_taken_away(decided: Program, claim: Claim, word: str) -> None:
    decided("verify", 3, "--recheck", "yesterday")
    decided("verify", 3, "--recheck", word)
    assert (stale(decided), claim(3)["recheck_by"]) == ([], None)


def test_a_day_for_several(decided: Program, stored: Stored) -> None:
    decided("verify", "1-2", "--recheck", in_days(9), "--yes")
    assert stored('SELECT claim_id, "on" FROM recheck ORDER BY id') == [
        (1, in_days(9)), (2, in_days(9)),
    ]  # fmt: skip


def test_a_day_for_what_is_not_decided_is_shown(cli: Program, claim: Claim) -> None:
    """Whoever set a day sees that it was taken, decided or not."""
    told = cli("verify", 3, "--recheck", in_days(30))
    assert told.status == 0
    assert in_days(30) in told.out


@LITE
@pytest.mark.parametrize("word", ["tomorow", "2026-02-30", "soon", "2026"])
def test_what_is_no_day_is_refused(decided: Program, stored: Stored, word: str) -> None:
    refused = decided("verify", 3, "--recheck", word)
    assert (refused.status, refused.out) == (2, "")
    assert repr(word) in refused.err
    assert stored("SELECT count(*) FROM recheck") == [(0,)]


def test_set_undone_and_redone(decided: Program, claim: Claim) -> None:
    decided("verify", 3, "--recheck", "yesterday")
    decided("undo")
    assert (stale(decided), claim(3)["recheck_by"]) == ([], None)
    decided("undo", 8)
    assert (stale(decided), claim(3)["recheck_by"]) == ([3], in_days(-1))
    assert decided("db", "check").status == 0


# By the rule of the house


def test_by_kind_and_by_tag(decided: Program, database: str, claim: Claim) -> None:
    days_ago(database, 10)
    decided("house", "edit", "recheck", "number 10, tag:train 30")
    decided_on = datetime.now(UTC).date() - timedelta(days=10)
    assert [claim(number)["recheck_by"] for number in (1, 2, 3)] == [
        (decided_on + timedelta(days=10)).isoformat(),
        (decided_on + timedelta(days=30)).isoformat(),
        None,
    ]
    assert stale(decided) == [1]


def test_a_changed_rule_and_its_undo_hold_at_once(decided: Program, database: str) -> None:
    days_ago(database, 10)
    decided("house", "edit", "recheck", "tag:train 9")
    assert stale(decided) == [2]
    decided("house", "edit", "recheck", "tag:train 11")
    assert stale(decided) == []
    decided("undo")
    assert stale(decided) == [2]
    decided("undo", 9)
    assert stale(decided) == []
    decided("house", "edit", "recheck", "other 1")
    assert stale(decided) == [3]
    decided("house", "edit", "recheck", "off")
    assert stale(decided) == []
    assert decided("db", "check").status == 0


def test_a_piece_that_ran_is_left_alone(decided: Program, database: str) -> None:
    days_ago(database, 10)
    decided("house", "edit", "recheck", "number 1, other 1, measurement 1")
    assert stale(decided) == [1, 2, 3]
    closed = decided("article", "close", "kim-train", "--yes")
    assert closed.status == 0, closed.err
    assert stale(decided) == []
    decided("article", "reopen", "kim-train")
    assert stale(decided) == [1, 2, 3]


def test_the_gate_wants_another_look(decided: Program, database: str) -> None:
    assert decided("gate").status == 0
    days_ago(database, 10)
    decided("house", "edit", "recheck", "tag:train 9")
    closed = decided("gate", "--json")
    assert closed.status == 1
    assert [each["name"] for each in closed.json["open"]] == ["V404:2"]


def test_verify_goes_by_what_is_due(decided: Program) -> None:
    decided("verify", 3, "--recheck", "yesterday")
    assert [each["id"] for each in decided("verify", "--stale", "--json").json] == [3]


# Out and in


def test_all_that_was_signed_travels(cli: Program, tmp_path: Path, claim: Claim) -> None:
    """Ratings, sign-offs, days and lifted findings: out of one database and into another."""
    cli("house", "edit", "scale", "five-point")
    cli("verify", 1, "--ok", "--from", "atlas p. 2", "--rating", "True")
    cli("sign-off", 1, "--by", "Maria Keller")
    cli("verify", 1, "--recheck", in_days(30))
    cli("gate", "--lift", "A506:3", "--because", "the lawyer has it")
    before = [claim(1), cli("gate", "--json").json]
    exported = cli("export").out
    kinds = [json.loads(line).get("kind") for line in exported.splitlines()]
    assert {"rating", "sign_off", "recheck", "lift"} <= set(kinds)
    file = tmp_path / "all.jsonl"
    file.write_text(exported, encoding="utf-8")
    other = f"sqlite:///{tmp_path / 'other.db'}"
    taken = run_here(["--db", other, "import", str(file), "--yes"])
    assert taken.status == 0, taken.err
    shown = run_here(["--db", other, "show", "1", "--json"]).json
    assert without_times(shown) == without_times(before[0])
    assert shown["sign_off"]["by"] == "Maria Keller"
    assert shown["verdict"]["rating_detail"]["scale"] == "five-point"
    assert shown["recheck_by"] == in_days(30)
    assert without_times(run_here(["--db", other, "gate", "--json"]).json) == without_times(
        before[1]
    )
    assert run_here(["--db", other, "export"]).out == exported
    assert run_here(["--db", other, "db", "check"]).status == 0


def without_times(shape: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in shape.items() if key not in {"created_at", "updated_at"}}


def test_taken_twice_it_is_there_once(cli: Program, stored: Stored, tmp_path: Path) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 2", "--recheck", in_days(30))
    cli("sign-off", 1, "--by", "Maria Keller")
    cli("gate", "--lift", "A506:3", "--because", "the lawyer has it")
    file = tmp_path / "all.jsonl"
    file.write_text(cli("export").out, encoding="utf-8")
    assert cli("import", file, "--yes").status == 0
    for table in ("sign_off", "recheck", "lift"):
        assert stored(f"SELECT count(*) FROM {table}") == [(1,)]  # noqa: S608 - tables are ours
