"""`factcheck note` and `factcheck query`: what is kept, and what is asked."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE, dated
from tests.conftest import Program

Claim = Callable[[int], Any]


def test_a_call_is_noted(cli: Program) -> None:
    noted = cli(
        "note",
        2,
        "they ring back",
        "--kind",
        "call",
        "--on",
        "23 Nov 2026",
        "--next",
        "24 Nov 2026",
    )
    assert dated(noted.out) == (
        "Note on claim 2: call: they ring back "
        "(Ann Checker, WHEN, on 2026-11-23, again 2026-11-24)\n"
    )


def test_a_note_as_json(cli: Program) -> None:
    noted = cli("note", "source:atlas", "second edition", "--kind", "why-chosen", "--json").json
    assert list(noted) == [
        "id", "claim", "source", "article", "kind", "text", "on", "next", "by", "at",
    ]  # fmt: skip
    assert (noted["source"], noted["kind"], noted["text"]) == (2, "why-chosen", "second edition")


def test_notes_stand_with_records(cli: Program) -> None:
    cli("note", "article:kim-train", "about the article")
    cli("note", "source:tass", "about the source")
    cli("note", "claim:1", "about the claim")
    assert "about the article" in cli("article", "show").out
    assert "about the source" in cli("source", "show", "tass").out
    assert "about the claim" in cli("show", 1).out


def test_a_due_note_waits(cli: Program) -> None:
    cli("note", 1, "ring again", "--next", "yesterday")
    cli("note", 2, "much later", "--next", "2999-01-01")
    assert [claim["id"] for claim in cli("list", "--waiting", "--json").json] == [1]
    cli("note", 1, "done")
    assert cli("list", "--waiting", "--json").json == []


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["1", " "], 2, "The note is empty."),
        (["1", "x", "--kind", "cal"], 2, "'cal' is no kind of note."),
        (["1", "x", "--on", "soon"], 2, "'soon' is no day."),
        (["1", "x", "--next", "soon"], 2, "'soon' is no day."),
        (["99", "x"], 3, "There is no claim 99."),
        (["source:atals", "x"], 2, "There is no source 'atals'."),
        (["article:kim", "x"], 3, "There is no article 'kim'."),
        (["evidence:1", "x"], 2, "'evidence:1' is nothing a note can be about."),
        (["1-2", "x"], 2, "A note is about one claim."),
    ],
)
def test_a_note_refused_says(cli: Program, words: list[str], status: int, message: str) -> None:
    refused = cli("note", *words, "--json")
    assert refused.status == status
    assert refused.json["error"]["message"] == message
    assert refused.json["error"]["hint"]


def test_a_question_waits(cli: Program, claim: Claim) -> None:
    asked = cli("query", "ask", 1, "Which 20?", "--to", "the photographer")
    assert dated(asked.out) == (
        "Claim 1, query 1: Which 20? (Ann Checker to the photographer, WHEN) - open\n"
    )
    assert claim(1)["outcome"] == "ask"


def test_an_answer_becomes_fix(cli: Program, claim: Claim) -> None:
    cli("query", "ask", 1, "Which 20?")
    answered = cli(
        "query", "answer", 1, "The brochure says 21", "--from", "Maria Keller",
        "--fix", "21 carriages", "--agreed", "Maria Keller",
    )  # fmt: skip
    assert answered.status == 0
    assert (claim(1)["outcome"], claim(1)["fix"]["state"]) == ("change", "agreed")
    [query] = claim(1)["queries"]
    assert (query["answer"], query["answered_by"]) == ("The brochure says 21", "Maria Keller")


def test_a_query_as_json(cli: Program) -> None:
    assert list(cli("query", "ask", 1, "Which?", "--json").json) == [
        "id", "claim", "question", "to", "by", "asked_at", "answer", "answered_by", "answered_at",
    ]  # fmt: skip


def test_queries_are_listed(cli: Program, run: Program) -> None:
    cli("query", "ask", 1, "Which 20?")
    cli("query", "ask", 3, "Where?")
    cli("query", "answer", 1, "These", "--stet", "--agreed", "Maria")
    assert run("query", "list").out == (
        "#  claim  question   put to      answer\n"
        "1  1      Which 20?  the author  These\n"
        "2  3      Where?     the author  open\n"
    )
    assert [query["id"] for query in cli("query", "list", "--open", "--json").json] == [2]


def test_an_answer_comes_once(cli: Program) -> None:
    cli("query", "ask", 1, "Which?")
    cli("query", "answer", 1, "These")
    assert cli("query", "answer", 1, "Those").err == (
        "Error: Query 1 was answered: These\nHint: Ask again with factcheck query ask.\n"
    )
    assert cli("query", "answer", 9, "x").status == 3
    assert cli("query", "ask", 1, " ").status == 2


def test_answer_and_fix_one_step(cli: Program, stored: Stored) -> None:
    cli("query", "ask", 1, "Which?")
    cli("query", "answer", 1, "None", "--cut")
    cli("undo")
    assert stored("SELECT answer FROM query") == [(None,)]
    assert stored("SELECT count(*) FROM fix") == [(0,)]
