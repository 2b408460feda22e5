"""`factcheck article claims` and `article skip`: proposals become claims, or nothing to check."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.terminal import at_terminal
from tests.cli.told import CLAIM_KEYS, LITE
from tests.conftest import Program

COPY = (
    "The tunnel opened in 1971[^1]. It is [5 km](https://rail.example/tunnel) long.\n\n"
    "Will it last? It may well be wonderful.\n\n[^1]: Rail Atlas, p. 7\n"
)
QUESTION = (
    "[a]ccept  [o]pinion, not checkable  [s]kip, nothing to check  [n]ext  [q] keep and quit "
)


@pytest.fixture
def copy(cli: Program) -> Program:
    """An annotated copy beside the article of the desk."""
    Path("tunnel.md").write_text(COPY, encoding="utf-8")
    assert cli("article", "add", "tunnel.md").status == 0
    return cli


def ids(shown: Any) -> list[int]:
    return [each["id"] for each in shown]


# The list


def test_proposals_for_people(cli: Program) -> None:
    shown = cli("article", "claims")
    assert shown.out == (
        "#  line  kind         claimant  why                                   words\n"
        "2  2     measurement  Yonhap    figure, name, attribution, statement  "
        "It can reach speeds of up to 37 mph, according to Yonhap.\n"
        "1  1     number                 figure, date, name, statement         "
        "Kim’s armored train left Pyongyang on Monday with 20 carriages.\n"
        "4  3     description            statement                             "
        "Nobody knows why the train is green.\n"
    )
    assert shown.err == "Next: factcheck article claims kim-train --accept 2,1,4\n"


def test_every_key_of_a_proposal(copy: Program) -> None:
    shown = copy("article", "claims", "tunnel", "--json").json
    for each in shown:
        assert list(each) == [
            "id", "text", "span", "kind", "claimant", "values", "why", "score", "checkable",
            "note", "source",
        ]  # fmt: skip
        assert list(each["span"]) == ["start", "end", "exact", "zone", "line"]
    (footnote,) = [each for each in shown if each["why"] == ["footnote"]]
    assert list(footnote["note"]) == ["kind", "text", "author", "on", "urls", "colour"]
    assert footnote["source"] == "Rail Atlas, p. 7"


def test_opinions_and_questions_are_told_apart(copy: Program) -> None:
    shown = copy("article", "claims", "tunnel", "--json").json
    apart = [each["text"] for each in shown if not each["checkable"]]
    assert apart == ["Will it last?", "It may well be wonderful."]
    assert "\n\nOpinions, questions and predictions:\n#" in copy("article", "claims", "tunnel").out


def test_a_limit_and_lines_of_json(cli: Program) -> None:
    first = cli("article", "claims", "--limit", 1)
    assert len(first.out.splitlines()) == 2
    lines = cli("article", "claims", "--limit", 2, "--jsonl").out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith('{"id":') for line in lines)


def test_elements_are_counted_for_themselves(cli: Program) -> None:
    shown = cli("article", "claims", "--by", "ELEMENT", "--json").json
    assert [each["text"] for each in shown] == ["Monday", "Kim", "Pyongyang", "Yonhap"]
    made = cli("article", "claims", "--by", "element", "--by", "Bo", "--accept", "3", "--json").json
    assert [(claim["text"], claim["kind"]) for claim in made] == [("Monday", "date")]
    assert cli("log").out.splitlines()[1].split()[3] == "Bo"


def test_nothing_is_left(cli: Program) -> None:
    cli("article", "claims", "--accept", "all")
    told = cli("article", "claims")
    assert (told.out, told.err) == ("Nothing is left to propose.\n", "")
    assert cli("article", "claims", "--json").json == []


# Taking them


def test_claims_have_every_key(cli: Program) -> None:
    (made,) = cli("article", "claims", "--accept", "1", "--json").json
    assert [key for key in made if key in CLAIM_KEYS] == CLAIM_KEYS
    assert made["text"] == "Kim’s armored train left Pyongyang on Monday with 20 carriages."
    assert (made["span"]["zone"], made["outcome"], made["id"]) == ("body", "open", 4)


def test_notes_become_cited_evidence(copy: Program) -> None:
    shown = copy("article", "claims", "tunnel", "--json").json
    noted = [each["id"] for each in shown if each["note"]]
    made = copy("article", "claims", "tunnel", "--accept", ",".join(map(str, noted)), "--json").json
    pieces = [piece for claim in made for piece in claim["evidence"]]
    assert [(piece["stance"], piece["seen"]) for piece in pieces] == [(None, None)] * 2
    assert {piece["source"]["title"] for piece in pieces} == {"Rail Atlas, p. 7", "rail.example"}
    assert [claim["status"] for claim in made] == ["unverified"] * 2


def test_gaps_in_a_range_are_skipped(cli: Program) -> None:
    assert cli("article", "claims", "--accept", "1").out == "1 claim: 4.\n"
    assert cli("article", "claims", "--accept", "1-3,4").out == "2 claims: 5 to 6.\n"


def test_what_is_taken_is_open_no_more(cli: Program) -> None:
    cli("article", "claims", "--accept", "1")
    refused = cli("article", "claims", "--accept", "1")
    assert refused.status == 3
    assert refused.err == (
        "Error: There is no open proposal 1.\n"
        "Hint: Run factcheck article claims to see what is there.\n"
    )


def test_one_unknown_number_and_nothing_is_done(cli: Program, stored: Stored) -> None:
    assert cli("article", "claims", "--accept", "1,99").status == 3
    assert stored("SELECT count(*) FROM claim") == [(3,)]


def test_opinions_are_decided_in_one_go(copy: Program) -> None:
    made = copy("article", "claims", "tunnel", "--not-checkable", "all", "--json").json
    told = [(claim["outcome"], claim["verdict"]["reason"]) for claim in made]
    assert told == [("no-fact", "a question"), ("no-fact", "a prediction")]
    again = copy("article", "claims", "tunnel", "--not-checkable", "all")
    assert (again.status, again.out) == (0, "There was nothing to take.\n")


def test_a_statement_may_be_decided_as_no_fact(cli: Program) -> None:
    (made,) = cli("article", "claims", "--not-checkable", "4", "--json").json
    assert made["verdict"]["reason"] == "nothing in it to check"


def test_all_may_be_skipped(copy: Program, stored: Stored) -> None:
    assert copy("article", "claims", "tunnel", "--skip", "all").out == "2 passages skipped.\n"
    assert stored("SELECT exact FROM skip ORDER BY id") == [
        ("Will it last?",), ("It may well be wonderful.",),
    ]  # fmt: skip


def test_a_note_that_is_skipped_is_done_with(copy: Program) -> None:
    shown = copy("article", "claims", "tunnel", "--json").json
    (note,) = [each["id"] for each in shown if each["why"] == ["footnote"]]
    assert copy("article", "claims", "tunnel", "--skip", note).out == "1 passage skipped.\n"
    assert note not in ids(copy("article", "claims", "tunnel", "--json").json)


def test_several_choices_are_one_step(cli: Program, stored: Stored) -> None:
    before = cli("export").out
    done = cli("article", "claims", "--accept", "1", "--skip", "4", "--not-checkable", "2")
    assert done.out == "2 claims: 4 to 5.\n1 passage skipped.\n"
    assert stored("SELECT count(*) FROM step") == [(6,)]
    cli("undo")
    assert cli("export").out == before


@pytest.mark.parametrize("option", ["--accept", "--not-checkable", "--skip"])
def test_a_trial_leaves_nothing(copy: Program, option: str) -> None:
    before = copy("export").out
    tried = copy("article", "claims", "tunnel", option, "all", "--dry-run")
    assert (tried.status, tried.err) == (0, "Dry run: nothing was changed.\n")
    assert copy("export").out == before


@pytest.mark.parametrize("option", ["--accept", "--not-checkable", "--skip"])
def test_undo_puts_all_back(copy: Program, option: str) -> None:
    before = copy("export").out, copy("article", "claims", "tunnel").out
    assert copy("article", "claims", "tunnel", option, "all", "--yes").status == 0
    assert copy("undo").status == 0
    assert (copy("export").out, copy("article", "claims", "tunnel").out) == before


def test_a_hidden_claim_makes_room(cli: Program) -> None:
    cli("article", "claims", "--accept", "1")
    cli("rm", 4)
    assert 1 in ids(cli("article", "claims", "--json").json)


def test_what_the_notes_name_is_not_asked_twice(copy: Program) -> None:
    made = copy("article", "claims", "tunnel", "--accept", "all", "--json").json
    assert [claim["text"] for claim in made] == ["The tunnel opened in 1971", "5 km"]


def test_the_same_sentence_ten_times(cli: Program) -> None:
    cli("article", "add", "-", "--slug", "ten", stdin="The train has 20 carriages.\n" * 10)
    made = cli("article", "claims", "ten", "--accept", "all", "--json").json
    assert [claim["span"]["start"] for claim in made] == [28 * n for n in range(10)]


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("nope", 3, "There is no article 'nope'."),
        ("99", 3, "There is no article 99."),
        ("--accept 99", 3, "There is no open proposal 99."),
        ("--accept abc", 2, "'abc' is no proposal number."),
        ("--accept=", 2, "There is no proposal number in ''."),
        ("--accept claim:1", 2, "'claim:1' is a claim, but a proposal is needed here."),
        ("--skip 0-3", 2, "'0-3' is no proposal number: they begin with 1."),
        ("--by Ann --by Bo", 2, "--by is given too often."),
        ("--by element --by sentence", 2, "--by is given too often."),
        ("--interactive", 2, "There is nobody here to ask."),
    ],
)
def test_what_is_wrong_is_said(
    cli: Program, stored: Stored, words: str, status: int, message: str
) -> None:
    refused = cli("article", "claims", *words.split())
    assert (refused.status, refused.out) == (status, "")
    assert refused.err.startswith(f"Error: {message}\n")
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
def test_a_failure_as_json(cli: Program) -> None:
    refused = cli("article", "claims", "--accept", "99", "--json")
    assert refused.json == {
        "error": {
            "code": "not-found",
            "message": "There is no open proposal 99.",
            "hint": "Run factcheck article claims to see what is there.",
            "record": None,
            "line": None,
        }
    }


@LITE
def test_two_open_articles_must_be_told_apart(
    copy: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in (["claims"], ["coverage"], ["skip", "--quote", "1971"], ["diff"]):
        refused = copy("article", *words)
        assert refused.status == 2
        assert refused.err.startswith("Error: Several articles are open.\n")
    monkeypatch.setenv("FACTCHECK_ARTICLE", "tunnel")
    assert "The tunnel opened in 1971" in copy("article", "claims").out


# One after another


@LITE
def test_asked_one_after_another(copy: Program, stored: Stored) -> None:
    done = at_terminal("article", "claims", "kim-train", "-i", keys="a\nx\n\no\n")
    assert (done.status, done.out) == (0, "2 claims: 4 to 5.\n")
    assert done.err.startswith(
        "1 of 3: proposal 2, line 2\n"
        "  measurement, said by Yonhap: figure, name, attribution, statement\n"
        "  It can reach speeds of up to 37 mph, according to Yonhap.\n"
        f"{QUESTION}2 of 3: proposal 1, line 1\n"
    )
    assert done.err.count(QUESTION) == 4, "what is no answer is asked again"
    assert stored("SELECT kind FROM verdict v JOIN claim c ON c.id = v.claim_id") == [
        ("description",)
    ]


@LITE
def test_a_note_is_accepted_for_good(copy: Program) -> None:
    at_terminal("article", "claims", "tunnel", "-i", keys="a\nq\n")
    waiting = copy("article", "claims", "tunnel", "--json").json
    assert [each["text"] for each in waiting if each["note"]] == ["5 km"]


@LITE
def test_to_quit_keeps_what_was_decided(cli: Program, stored: Stored) -> None:
    done = at_terminal("article", "claims", "-i", "--by", "Bo", keys="s\na\nq\n")
    assert (done.status, done.out) == (0, "1 claim: 4.\n1 passage skipped.\n")
    assert cli("log").out.splitlines()[1].split()[3] == "Bo"
    assert stored("SELECT count(*) FROM step") == [(6,)]


@LITE
def test_to_decide_nothing_changes_nothing(cli: Program, stored: Stored) -> None:
    done = at_terminal("article", "claims", "-i", keys="n\nq\n")
    assert (done.status, done.out) == (0, "")
    assert done.err.endswith("Nothing was changed.\n")
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
def test_a_trial_of_answers(cli: Program, stored: Stored) -> None:
    done = at_terminal("article", "claims", "-i", "--dry-run", keys="a\nq\n")
    assert done.err.endswith("Dry run: nothing was changed.\n")
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
@pytest.mark.parametrize(("keys", "stop_at"), [("a\n", "2 of 3"), ("a\n\x04", None)])
def test_to_leave_midway_says_what_is_lost(
    cli: Program, stored: Stored, keys: str, stop_at: str | None
) -> None:
    done = at_terminal("article", "claims", "-i", keys=keys, stop_at=stop_at)
    assert done.status == 130
    assert "\nNothing was changed. You decided: --accept 2\n" in done.err
    assert done.err.endswith("Error: Interrupted.\n")
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
def test_a_refusal_after_the_last_answer_says_what_was_decided(copy: Program) -> None:
    copy("source", "add", "https://rail.example/tunnel", "--key", "rail")
    copy("source", "rm", "rail")
    done = at_terminal("article", "claims", "tunnel", "-i", keys="a\na\ns\nq\n")
    assert done.status == 2
    told = done.err.split(QUESTION)[-1]
    assert told.startswith("\nNothing was changed. You decided: --accept ")
    assert "Error: Proposal " in told
    assert ": source rail is hidden.\nHint: factcheck source restore rail\n" in told


def test_a_protected_name_in_a_note_is_no_new_source(cli: Program, stored: Stored) -> None:
    cli("source", "add", "Jane Doe", "--protected", "--alias", "a nurse", "--key", "nurse")
    cli(
        "article",
        "add",
        "-",
        "--format",
        "markdown",
        "--slug",
        "b",
        stdin="It cost 5 dollars[^1].\n\n[^1]: Jane Doe\n",
    )
    refused = cli("article", "claims", "b", "--accept", "all")
    assert refused.status == 2
    assert refused.err == (
        "Error: Proposal 1: a source of that name is protected.\nHint: Cite it as nurse.\n"
    )
    assert stored("SELECT count(*) FROM claim") == [(3,)]


@LITE
@pytest.mark.parametrize("option", [["--accept", "1"], ["--json"], ["--limit", "1"]])
def test_answers_go_with_no_other_choice(cli: Program, option: list[str]) -> None:
    refused = cli("article", "claims", "--interactive", *option)
    assert refused.status == 2
    assert "the other options do not go with it." in refused.err


# Skipping words


def test_words_are_skipped(cli: Program) -> None:
    before = cli("export").out
    skip = cli("article", "skip", "--quote", "on Monday", "--because", "known", "--json").json
    assert skip == {
        "article": {"id": 1, "slug": "kim-train", "title": "kim train"},
        "start": 35, "end": 44, "exact": "on Monday", "state": "exact",
        "because": "known", "by": "Ann Checker",
    }  # fmt: skip
    cli("undo")
    assert cli("export").out == before


def test_words_are_skipped_once(cli: Program, stored: Stored) -> None:
    for _ in range(2):
        assert cli("article", "skip", "--quote", "Kim's").out == 'Skipped: "Kim’s"\n'
    assert stored("SELECT exact FROM skip") == [("Kim’s",)]


@LITE
@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ([], "Which words shall be skipped?", 'Add --quote "the words".'),
        (["--quote", " "], "The --quote is empty.", "Give it in words."),
        (["--quote", "train"], '"train" stands 3 times in kim-train.', "Say which with --nth"),
        (
            ["--quote", "train", "--nth", 9],
            "--nth 9 is too far: the quote stands 3 times in kim-train.",
            "A number from 1 to 3.",
        ),
        (
            ["--quote", "with 21 carriages"],
            '"with 21 carriages" does not stand in kim-train.',
            "The nearest passage is:",
        ),
    ],
)
def test_words_that_cannot_be_skipped(
    cli: Program, stored: Stored, words: list[object], message: str, hint: str
) -> None:
    refused = cli("article", "skip", *words)
    assert refused.status == 2
    assert refused.err.startswith(f"Error: {message}\nHint: {hint}")
    assert stored("SELECT count(*) FROM skip") == [(0,)]
