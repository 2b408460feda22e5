"""`factcheck rm` and `factcheck restore`: nothing is destroyed."""

from tests.cli.conftest import Stored
from tests.conftest import Program


def numbers(cli: Program, *words: str) -> list[int]:
    return [claim["id"] for claim in cli("list", *words, "--json").json]


def test_a_claim_is_hidden(cli: Program, stored: Stored) -> None:
    assert cli("rm", 2, "--because", "twice").out == "Hidden: claim 2.\n"
    assert (numbers(cli), numbers(cli, "--hidden")) == ([1, 3], [2])
    assert stored("SELECT why FROM step ORDER BY id DESC LIMIT 1") == [("twice",)]


def test_a_claim_comes_back(cli: Program) -> None:
    cli("rm", 2)
    assert cli("restore", 2).out == "Restored: claim 2.\n"
    assert (numbers(cli), numbers(cli, "--hidden")) == ([1, 2, 3], [])


def test_a_hidden_claim_is_shown(cli: Program) -> None:
    hidden = cli("rm", "2", "--json").json
    assert (hidden["id"], hidden["hidden"]) == (2, True)
    assert cli("show", 2).out.startswith("Claim 2  OPEN  (hidden)\n")


def test_several_claims_are_asked(cli: Program, stored: Stored) -> None:
    assert cli("rm", "1-3").err == (
        "Error: Hide 3 claims? There is nobody here to ask.\nHint: Add --yes.\n"
    )
    assert cli("rm", "1-9", "--yes").out == "Hidden: claims 1, 2, 3.\n"
    assert cli("restore", "1-9").status == 2
    assert cli("restore", "1-9", "--yes", "--json").json[0]["hidden"] is False
    assert stored("SELECT count(*) FROM step") == [(7,)]


def test_a_trial_hides_nothing(cli: Program) -> None:
    tried = cli("rm", "1-3", "--dry-run")
    assert (tried.out, tried.err) == (
        "Hidden: claims 1, 2, 3.\n",
        "Dry run: nothing was changed.\n",
    )
    assert numbers(cli) == [1, 2, 3]


def test_a_missing_claim_stops(cli: Program, run: Program) -> None:
    refused = run("rm", 1, 99, "--yes")
    assert refused.status == 3
    assert numbers(cli) == [1, 2, 3]
    assert cli("restore", 99).status == 3
