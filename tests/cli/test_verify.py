"""`factcheck verify`: verdicts and fixes, and the rules that guard them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE, dated
from tests.conftest import Program

Claim = Callable[[int], Any]


def test_the_line_typed_often(cli: Program, claim: Claim) -> None:
    decided = cli("verify", "1-3", "--ok", "--from", "atlas p. 212", "--yes")
    assert decided.status == 0
    assert decided.out == (
        "#  outcome  kind         claimant  claim\n"
        "1  OK       number                 The train has 20 carriages\n"
        "2  OK       measurement  Yonhap    The train can reach 37 mph\n"
        "3  OK       other                  The train has 14 vents\n"
    )
    [piece] = claim(3)["evidence"]
    assert (piece["source"]["key"], piece["locator"], piece["stance"]) == (
        "atlas", "p. 212", "supports",
    )  # fmt: skip


def test_one_claim_in_full(cli: Program) -> None:
    decided = cli(
        "verify", 2, "--wrong", "--because", "the timetable says 47", "--source", "tass",
        "--evidence", "47 mph", "--locator", "par. 2", "--fix", "up to 47 mph",
    )  # fmt: skip
    assert dated(decided.out) == (
        'Claim 2  CHANGE TO "up to 47 mph"\n'
        "  The train can reach 37 mph\n"
        "\n"
        "  in article  kim-train, draft 1, body, at 87\n"
        '  words       "up to 37 mph"\n'
        "  claimant    Yonhap\n"
        "  kind        measurement, #train\n"
        "  verdict     refuted, Ann Checker, WHEN\n"
        "  because     the timetable says 47\n"
        '  fix         change to "up to 47 mph", proposed, Ann Checker, WHEN\n'
        "\n"
        "  - evidence 1 refutes: tass, par. 2  [seen by Ann Checker, WHEN]\n"
        "    source      tass.com, TASS <https://tass.com/economy/1672415>\n"
        '    quote       "47 mph"\n'
        "    compare     figures differ: the claim says 37 mph, the source 47 mph; two different "
        "figures\n"
        "  below need  better with 1 primary source or 2 independent sources; has 0 primary, "
        "1 independent\n"
    )


def test_without_verdict_nothing_changes(cli: Program, stored: Stored) -> None:
    before = stored("SELECT count(*) FROM step")
    assert cli("verify", 2).out == cli("show", 2).out
    assert [claim["id"] for claim in cli("verify", "2-9", "--json").json] == [2, 3]
    assert stored("SELECT count(*) FROM step") == before


def test_a_verdict_as_json(cli: Program) -> None:
    cli("house", "edit", "scale", "true-false")
    shown = cli("verify", 2, "--ok", "--from", "atlas p. 1", "--rating", "True", "--json").json
    assert list(shown["verdict"]) == [
        "conclusion", "why", "rating", "rating_detail", "reason", "exception", "by", "at",
    ]  # fmt: skip
    assert (shown["verdict"]["conclusion"], shown["verdict"]["by"]) == ("supported", "Ann Checker")
    assert (shown["status"], shown["outcome"], shown["stale"]) == ("supported", "ok", False)


def test_a_fix_as_json(cli: Program) -> None:
    fix = cli("verify", 2, "--fix", "47 mph", "--agreed", "Maria Keller", "--json").json["fix"]
    keys = ["action", "wording", "state", "agreed_with", "by", "at", "in_draft"]
    assert [key for key in fix if key in keys] == keys
    assert (fix["action"], fix["wording"], fix["state"]) == ("change", "47 mph", "agreed")
    assert (fix["agreed_with"], fix["in_draft"]) == ("Maria Keller", False)


@LITE
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--verdict", "true"], "supported"),
        (["--verdict", "Partly right", "--because", "x"], "mixed"),
        (["--partly", "--because", "x"], "mixed"),
        (["--verdict", "partly true, misleading", "--because", "x"], "mixed"),
        (["--verdict", "sources differ", "--because", "x"], "conflicting"),
        (["--cant-confirm", "no-answer", "--because", "x"], "not-enough-evidence"),
        (
            ["--verdict", "unproven", "--cant-confirm", "No record", "--because", "x"],
            "not-enough-evidence",
        ),
        (["--opinion", "--because", "x"], "not-checkable"),
    ],
)
def test_both_houses_are_understood(cli: Program, words: list[str], status: str) -> None:
    decided = cli("verify", 1, *words, "--from", "atlas p. 3", "--json")
    assert decided.status == 0, decided.err
    assert decided.json["status"] == status


@LITE
@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (
            "--ok",
            "Claim 1 has no evidence.",
            "Add --from 'SOURCE PLACE', or --without-evidence REASON.",
        ),
        (
            "--wrong --because x",
            "Claim 1 has no evidence.",
            "Add --from 'SOURCE PLACE', or --without-evidence REASON.",
        ),
        ("--ok --from atls", "There is no source 'atls'.", "Did you mean atlas?"),
        (
            "--partly --from atlas",
            "Claim 1 cannot be mixed without a reason.",
            "Add --because 'why'.",
        ),
        ("--verdict supportd", "'supportd' is no conclusion.", "Did you mean supported?"),
        ("--ok --wrong", "That is more than one verdict.", "Give one of them."),
        ("--cant-confirm refusd", "'refusd' is no reason for that.", "Did you mean refused?"),
        ("--because x", "--because needs a verdict.", "Add --ok, --wrong, --verdict ..."),
        ("--rating x --cut", "--rating needs a verdict.", "Add --ok, --wrong, --verdict ..."),
        (
            "--without-evidence x",
            "--without-evidence needs a verdict.",
            "Add --ok, --wrong, --verdict ...",
        ),
        (
            "--cut --stet",
            "That is more than one fix.",
            "One of --fix, --attribute, --cut, --stet.",
        ),
        (
            "--agreed Maria",
            "Claim 1 has no fix to agree to.",
            "Add --fix 'the new wording'.",
        ),
        (
            "--overruled Maria",
            "Overruling the fix of claim 1 needs a reason.",
            "Add --because 'why'.",
        ),
        (
            "--ok --cant-confirm refused --because x",
            "That is more than one verdict.",
            "Give one of them.",
        ),
    ],
)
def test_the_rules_refuse_it(
    cli: Program, stored: Stored, words: str, message: str, hint: str
) -> None:
    refused = cli("verify", 1, *words.split())
    assert refused.err == f"Error: {message}\nHint: {hint}\n"
    assert (refused.status, refused.out) == (2, "")
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
@pytest.mark.parametrize("option", ["--fix", "--agreed", "--overruled", "--because"])
def test_blank_words_are_refused(cli: Program, option: str) -> None:
    blank = ["--ok", "--from", "atlas p. 1", option, " "]
    assert cli("verify", 1, *blank).status == 2


def test_a_reason_without_evidence(cli: Program, claim: Claim) -> None:
    assert cli("verify", 1, "--ok", "--without-evidence", " ").status == 2
    assert cli("verify", 1, "--ok", "--without-evidence", "common knowledge").status == 0
    assert claim(1)["verdict"]["exception"] == "common knowledge"


def test_a_change_needs_reason(cli: Program, stored: Stored) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 212")
    refused = cli("verify", 1, "--wrong")
    assert refused.err == (
        "Error: Claim 1 was supported; a changed verdict needs a reason.\n"
        "Hint: Add --because 'what changed'.\n"
    )
    cli("verify", 1, "--wrong", "--because", "a misprint", "--from", "tass par. 1")
    assert stored("SELECT conclusion, reason FROM verdict ORDER BY id") == [
        ("supported", None), ("refuted", "a misprint"),
    ]  # fmt: skip


def test_cited_evidence_becomes_seen(cli: Program, claim: Claim) -> None:
    cli("evidence", "add", 1, "atlas", "--locator", "p. 3", "--cited")
    refused = cli("verify", 1, "--ok")
    cli("verify", 1, "--ok", "--from", "atlas p. 3", "--by", "Bo")
    [piece] = claim(1)["evidence"]
    assert "Hint: factcheck evidence seen 1," in refused.err
    assert (piece["seen"]["by"], piece["stance"]) == ("Bo", "supports")


def test_a_fix_is_overruled(cli: Program, claim: Claim) -> None:
    cli("verify", 1, "--fix", "21 carriages")
    assert claim(1)["outcome"] == "change"
    cli("verify", 1, "--overruled", "Maria Keller", "--because", "it is 20")
    assert (claim(1)["outcome"], claim(1)["fix"]) == ("open", None)


def test_several_claims_are_asked(cli: Program, stored: Stored) -> None:
    refused = cli("verify", "1-2", "--opinion", "--because", "x")
    assert refused.err == (
        "Error: Decide 2 claims? There is nobody here to ask.\nHint: Add --yes.\n"
    )
    assert refused.status == 2
    assert stored("SELECT count(*) FROM verdict") == [(0,)]


def test_one_of_a_range(cli: Program) -> None:
    decided = cli("verify", "3-9", "--opinion", "--because", "x", "--json")
    assert decided.status == 0
    assert [claim["id"] for claim in decided.json] == [3]


def test_a_missing_claim_stops(cli: Program, stored: Stored) -> None:
    refused = cli("verify", 1, 99, "--opinion", "--because", "x", "--yes")
    assert refused.status == 3
    assert refused.err == (
        "Error: There is no claim 99.\nHint: Run factcheck list to see what is there.\n"
    )
    assert stored("SELECT count(*) FROM verdict") == [(0,)]


def test_a_trial_leaves_nothing(run: Program, stored: Stored) -> None:
    tried = run("verify", "1-3", "--ok", "--from", "atlas p. 1", "--dry-run", "--json")
    assert {claim["outcome"] for claim in tried.json} == {"ok"}
    assert stored("SELECT count(*) FROM evidence") == [(0,)]
    assert stored("SELECT count(*) FROM step") == [(5,)]


def test_a_hidden_claim_waits(cli: Program) -> None:
    cli("rm", 1)
    refused = cli("verify", 1, "--ok", "--from", "atlas")
    assert refused.err == "Error: Claim 1 is hidden.\nHint: factcheck restore 1\n"
    assert refused.status == 2
