"""`factcheck add`: one go from claim to evidence."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import CLAIM_KEYS, LITE, dated
from tests.conftest import Program

Claim = Callable[[int], Any]


def test_a_quote_becomes_claim(cli: Program) -> None:
    added = cli("add", "--quote", "left Pyongyang on Monday", "--kind", "date")
    assert added.status == 0
    assert added.err == ""
    assert added.out == (
        "Claim 4  OPEN\n"
        "  left Pyongyang on Monday\n"
        "\n"
        "  in article  kim-train, draft 1, body, at 20\n"
        '  words       "left Pyongyang on Monday"\n'
        "  kind        date\n"
        "  evidence    none\n"
    )


def test_one_go_to_evidence(cli: Program) -> None:
    added = cli(
        "add", "It left on a Monday", "--quote", "on Monday", "--claimant", "KCNA",
        "--claimant-role", "agency", "--said-on", "2023-09", "--from", "atlas p. 3",
        "--evidence", "on Monday", "--stance", "supports", "--on", "2023-09-12",
        "--tier", "primary", "--note", "rings true", "--tag", "day", "--priority", "high",
    )  # fmt: skip
    assert added.status == 0
    assert dated(added.out).splitlines()[4:] == [
        '  words       "on Monday"',
        "  claimant    KCNA, agency",
        "  said        2023-09",
        "  kind        other, high priority, #day",
        "",
        "  + evidence 1 supports: atlas, p. 3  [seen by Ann Checker, WHEN]",
        "    source      The Times Atlas",
        '    quote       "on Monday"',
        '    compare     nothing to compare: "Monday" needs a date to count from',
        "    tier        primary",
        "    how         2023-09-12",
        "  points      for it (--accept makes that your verdict)",
    ]


def test_a_claim_as_json(cli: Program) -> None:
    added = cli("add", "x", "--said-at", "https://a.example/1", "--json").json
    extra = {"part_of", "same_as", "recheck_by", "sources", "below_need"}
    assert [key for key in added if key not in extra] == CLAIM_KEYS
    assert added["claimant_detail"] == {"role": None, "same_as": None}
    assert added["said"] == {
        "on": None, "occasion": None, "first": None, "appearances": ["https://a.example/1"],
    }  # fmt: skip
    assert added["article"] == {"id": 1, "slug": "kim-train", "title": "kim train", "revision": 1}


def test_a_span_as_json(cli: Program) -> None:
    span = cli("add", "--quote", "Kim's armored train", "--json").json["span"]
    assert list(span) == ["start", "end", "exact", "prefix", "suffix", "zone", "state"]
    assert (span["start"], span["end"]) == (0, 19)
    assert (span["exact"], span["state"]) == ("Kim\u2019s armored train", "exact")


def test_evidence_as_json(cli: Program) -> None:
    [piece] = cli("add", "x", "--source", "tass", "--says", "so", "--json").json["evidence"]
    keys = [
        "id", "stance", "quote", "says", "locator", "how", "on", "tier", "note", "seen",
        "retracted", "by", "at", "source", "comparison",
    ]  # fmt: skip
    assert [key for key in piece if key in keys] == keys
    assert piece["seen"]["by"] == "Ann Checker"
    source = {"id": 3, "key": "tass", "title": "tass.com", "publisher": "TASS"}
    assert source.items() <= piece["source"].items()


@LITE
@pytest.mark.parametrize(
    ("quote", "message", "hint"),
    [
        (
            "train",
            '"train" stands 3 times in kim-train.',
            "Say which with --nth, or quote more of it.",
        ),
        (
            "left Pyongyang on Sunday",
            '"left Pyongyang on Sunday" does not stand in kim-train.',
            'The nearest passage is: "left Pyongyang on Monday"',
        ),
        ("", "The --quote is empty.", "Give it in words."),
    ],
)
def test_a_quote_that_misses(cli: Program, quote: str, message: str, hint: str) -> None:
    refused = cli("add", "--quote", quote)
    assert refused.status == 2
    assert (refused.out, refused.err) == ("", f"Error: {message}\nHint: {hint}\n")


def test_nth_says_which_place(cli: Program) -> None:
    starts = [
        cli("add", "--quote", "train", "--nth", n, "--json").json["span"]["start"]
        for n in (1, 2, 3)
    ]
    assert starts == sorted(set(starts))
    refused = cli("add", "--quote", "train", "--nth", 4)
    assert refused.err == (
        "Error: --nth 4 is too far: the quote stands 3 times in kim-train.\n"
        "Hint: A number from 1 to 3.\n"
    )


@LITE
@pytest.mark.parametrize("text", ["-12 C", "- he said", "-$5", "\u2212 minus"])
def test_text_may_begin_with_dash(run: Program, text: str) -> None:
    assert run("add", text, "--json").json["text"] == text


def test_an_article_from_environment(
    cli: Program, monkeypatch: pytest.MonkeyPatch, claim: Claim
) -> None:
    cli("article", "add", "-", "--slug", "other", stdin="Another text.\n")
    both = cli("add", "--quote", "Another text")
    monkeypatch.setenv("FACTCHECK_ARTICLE", "other")
    cli("add", "--quote", "Another text")
    assert both.err == "Error: Several articles are open.\nHint: Name one with --article.\n"
    assert claim(4)["article"]["slug"] == "other"
    assert [row["id"] for row in cli("list", "--json").json] == [4]


def test_an_option_beats_environment(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_ARTICLE", "no-such")
    assert cli("add", "x").status == 3
    assert cli("add", "x", "-a", "kim-train").status == 0


@LITE
@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--kind", "measurment"], 2, "Did you mean measurement?"),
        (["--priority", "hihg"], 2, "Did you mean high?"),
        (["--stance", "supporst", "--source", "atlas"], 2, "Did you mean supports?"),
        (["--tier", "primry", "--source", "atlas"], 2, "Did you mean primary?"),
        (["--how", "cal", "--source", "atlas"], 2, "Did you mean call?"),
        (["--from", "atls p. 3"], 2, "Did you mean atlas?"),
        (["--source", "atals"], 2, "Did you mean atlas?"),
        (["--source", "99"], 3, "There is no source 99."),
        (["--article", "kim-trian"], 3, "Did you mean kim-train?"),
        (["--article", "9" * 400], 3, "There is no article"),
        (["--said-on", "31 Nov"], 2, "'31 Nov' is a day that does not exist."),
        (["--on", "soon", "--source", "atlas"], 2, "'soon' is no day."),
        (["--claimant-same-as", "javascript:x"], 2, "is no web address"),
        (["--tag", "two words"], 2, "One word, as in death-toll."),
        (["--evidence", "words"], 2, "Evidence needs a source."),
        (["--sorce", "atlas"], 2, "Did you mean --source?"),
        (["--source", "atlas", "--from", "atlas p. 1"], 2, "--source and --from both name"),
    ],
)
def test_what_is_wrong_is_said(
    cli: Program, stored: Stored, options: list[str], status: int, said: str
) -> None:
    refused = cli("add", "x", *options)
    assert refused.status == status
    assert said in refused.err
    assert stored("SELECT count(*) FROM claim") == [(3,)]


@LITE
@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_claim_needs_words(cli: Program, text: str) -> None:
    assert cli("add", text).err == "Error: The claim is empty.\nHint: Give it in words.\n"
    assert cli("add", text).status == 2


@LITE
def test_nobody_is_asked_here(run: Program) -> None:
    refused = run("add", stdin="words\n")
    assert refused.status == 2
    assert refused.err == (
        'Error: A claim needs words.\nHint: factcheck add "the claim in full words"\n'
    )


def test_a_new_address_is_recorded(cli: Program, stored: Stored) -> None:
    cli("add", "x", "--from", "http://www.tass.com/economy/1672415?utm_source=x par. 2")
    cli("add", "y", "--source", "https://b.example/1", "--says", "so")
    assert stored("SELECT key FROM source ORDER BY id") == [
        ("author",), ("atlas",), ("tass",), ("b",),
    ]  # fmt: skip
    assert stored("SELECT source_id, locator FROM evidence ORDER BY id") == [
        (3, "par. 2"), (4, None),
    ]  # fmt: skip


def test_blank_options_say_nothing(cli: Program, claim: Claim) -> None:
    cli("add", "x", "--claimant", "  ", "--occasion", "", "--claimant-role", " ")
    shown = claim(4)
    assert (shown["claimant"], shown["said"]["occasion"]) == (None, None)
    assert shown["claimant_detail"]["role"] is None


def test_jsonl_is_one_line(cli: Program) -> None:
    added = cli("add", "x", "--jsonl")
    assert added.out.count("\n") == 1
    assert json.loads(added.out)["id"] == 4
