"""`factcheck edit`: options, or the editor."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program

Claim = Callable[[int], Any]
Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """An editor that does to the form what a line of shell says; the form is "$1"."""

    def use(line: str) -> None:
        program = tmp_path / "editor"
        program.write_text(f"#!/bin/sh\n{line}\n")
        program.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(program))

    return use


def test_options_change_a_claim(cli: Program, claim: Claim) -> None:
    cli(
        "edit", 3, "--text", "It has 14 vents", "--kind", "number", "--claimant", "Mint",
        "--claimant-role", "outlet", "--claimant-same-as", "https://a.example/", "--said-on",
        "12 Sept 2023", "--said-at", "https://a.example/1", "--occasion", "a talk",
        "--review-url", "https://b.example/", "--review-on", "2024",
    )  # fmt: skip
    shown = claim(3)
    assert (shown["text"], shown["kind"], shown["claimant"]) == (
        "It has 14 vents",
        "number",
        "Mint",
    )
    assert shown["claimant_detail"] == {"role": "outlet", "same_as": "https://a.example/"}
    assert shown["said"]["on"] == "2023-09-12"
    assert shown["review"] == {"url": "https://b.example/", "on": "2024"}


def test_an_empty_value_clears(cli: Program, claim: Claim) -> None:
    cli("edit", 2, "--said-on", "2023", "--said-at", "https://a.example/1")
    cli("edit", 2, "--claimant", "", "--said-on", "", "--said-at", "")
    shown = claim(2)
    assert (shown["claimant"], shown["said"]["on"], shown["said"]["appearances"]) == (
        None, None, [],
    )  # fmt: skip


def test_a_claim_moves_place(cli: Program, claim: Claim) -> None:
    cli("edit", 3, "--quote", "train is green")
    assert claim(3)["span"]["exact"] == "train is green"
    refused = cli("edit", 3, "--quote", "train")
    assert (refused.status, claim(3)["span"]["exact"]) == (2, "train is green")


def test_several_claims_are_asked(cli: Program, stored: Stored) -> None:
    assert cli("edit", "1-3", "--kind", "date").err == (
        "Error: Change 3 claims? There is nobody here to ask.\nHint: Add --yes.\n"
    )
    changed = cli("edit", "1-3", "--kind", "date", "--yes", "--json")
    assert {row["kind"] for row in changed.json} == {"date"}
    assert stored("SELECT count(*) FROM step") == [(6,)]


def test_a_trial_leaves_nothing(cli: Program, stored: Stored) -> None:
    assert cli("edit", "1-3", "--kind", "date", "-n", "--json").json[2]["kind"] == "date"
    assert stored("SELECT count(*) FROM claim WHERE kind = 'date'") == [(0,)]


def test_no_change_no_step(cli: Program, stored: Stored) -> None:
    assert cli("edit", 1, "--kind", "number").status == 0
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["1", "--text", " "], "The claim is empty."),
        (["1", "--kind", ""], "'' is no kind."),
        (["1", "--said-on", "soon"], "'soon' is no day."),
        (["1", "--claimant-same-as", "x y"], "The address 'x y' contains a blank."),
        (["1", "2"], "What should change?"),
        (["1"], "There is no editor to open."),
        (["1", "--quote", "nowhere"], '"nowhere" does not stand in kim-train.'),
        (["99", "--kind", "date"], "There is no claim 99."),
    ],
)
def test_what_is_wrong_is_said(cli: Program, words: list[str], message: str) -> None:
    error = cli("edit", *words, "--json").json["error"]
    assert error["message"] == message
    assert error["hint"]


def test_the_editor_changes_fields(run: Program, editor: Editor, claim: Claim) -> None:
    editor("""sed -i 's/^kind = .*/kind = "number"/; s/^said_on.*/said_on = 2023-09-12/' "$1" """)
    assert run("edit", 3).status == 0
    assert (claim(3)["kind"], claim(3)["said"]["on"]) == ("number", "2023-09-12")


def test_an_untouched_form_is_nothing(run: Program, editor: Editor, stored: Stored) -> None:
    editor("true")
    assert run("edit", 3).err == "Nothing was changed.\n"
    assert stored("SELECT count(*) FROM step") == [(5,)]


def test_the_first_to_write_wins(run: Program, editor: Editor, claim: Claim) -> None:
    editor(
        f"{sys.executable} -m factcheck edit 3 --kind date >/dev/null\n"
        """sed -i 's/^kind = .*/kind = "number"/' "$1" """
    )
    late = run("edit", 3)
    assert late.status == 2
    assert late.err == (
        "Error: Somebody else changed claim 3 meanwhile; nothing was written.\n"
        "Hint: Look at it again and repeat the edit.\n"
    )
    assert claim(3)["kind"] == "date"


@LITE
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("s/^kind/kond/", "'kond' is no field of this form."),
        ('s/^kind.*/kind = "nubmer"/', "'nubmer' is no kind."),
        ('s/^kind.*/kind = ""/', "'' is no kind."),
        ("s/^kind.*/kind = 3/", "kind is 3, which it cannot be."),
        ("s/^kind.*/kind = [[/", "The form does not parse: "),
        ("s/^said_at.*/said_at = [3]/", "said_at is [3], which it cannot be."),
        ('s/^said_on.*/said_on = "soon"/', "'soon' is no day."),
        ('s/^text.*/text = "a\\\\u0000b"/', "The claim contains a NUL character."),
        ('s/^claimant .*/claimant = "a\\\\u0000b"/', "contains a NUL character."),
    ],
)
def test_a_wrong_form_says(
    cli: Program, editor: Editor, stored: Stored, line: str, message: str
) -> None:
    editor(f"""sed -i '{line}' "$1" """)
    refused = cli("edit", 3, "--json")
    assert refused.status == 2
    assert message in refused.json["error"]["message"]
    assert stored("SELECT count(*) FROM step") == [(5,)]
