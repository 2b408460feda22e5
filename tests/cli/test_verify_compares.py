"""`factcheck verify` without a verdict: how evidence compares, where it points; and --accept."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from factcheck.words import LABELS, Conclusion
from tests.cli.conftest import Stored
from tests.cli.told import LITE, dated
from tests.conftest import Program

Claim = Callable[[int], Any]

NOTHING_TO_ACCEPT = (
    "There is nothing to accept for claim 1: no evidence that counts goes one way or the other."
)
AGREE, DIFFER = "around 60 kilometers per hour", "It reaches 90 mph"


def cite(cli: Program, quote: str | None, *words: object, claim: int = 2) -> None:
    passage = ["--quote", quote] if quote else []
    added = cli("evidence", "add", claim, *(words or ("tass",)), *passage)
    assert added.status == 0, added.err


def suggested(cli: Program, claim: int = 2) -> Any:
    found = cli("verify", claim, "--json").json["suggestion"]
    return found and found["conclusion"]


# What is shown


def test_a_claim_and_its_evidence(cli: Program) -> None:
    cite(cli, AGREE, "tass", "--locator", "par. 2", "--tier", "secondary")
    told = cli("verify", 2)
    assert told.status == 0
    assert dated(told.out) == (
        "Claim 2  OPEN\n"
        "  The train can reach 37 mph\n"
        "\n"
        "  in article  kim-train, draft 1, body, at 87\n"
        '  words       "up to 37 mph"\n'
        "  claimant    Yonhap\n"
        "  kind        measurement, #train\n"
        "\n"
        "  ? evidence 1 stance not yet said: tass, par. 2  [seen by Ann Checker, WHEN]\n"
        "    source      tass.com, TASS <https://tass.com/economy/1672415>\n"
        '    quote       "around 60 kilometers per hour"\n'
        f"    compare     figures agree: {explained(cli)}\n"
        "    tier        secondary\n"
        "  points      for it (--accept makes that your verdict)\n"
    )


def explained(cli: Program, claim: int = 2) -> str:
    (piece, *_) = cli("verify", claim, "--json").json["evidence"]
    return str(piece["comparison"]["explanation"]).removesuffix(": agrees")


def test_evidence_as_json(cli: Program) -> None:
    cite(cli, AGREE, "tass", "--tier", "primary")
    shape = cli("verify", 2, "--json").json
    (piece,) = shape["evidence"]
    assert list(piece["comparison"]) == ["result", "explanation"]
    assert (piece["comparison"]["result"], piece["tier"]) == ("agrees", "primary")
    assert shape["sources"] == {"seen": 1, "primary": 1, "independent": 1}
    assert list(shape["suggestion"]) == ["conclusion", "because"]
    assert shape["suggestion"]["because"] == piece["comparison"]["explanation"]
    assert (shape["verdict"], shape["below_need"]) == (None, [])


@pytest.mark.parametrize(
    ("quotes", "conclusion", "told"),
    [
        ([AGREE], "supported", "for it"),
        ([DIFFER], "refuted", "against it"),
        ([AGREE, DIFFER], "conflicting", "both ways"),
        ([None], None, None),
        (["It is slow."], None, None),
    ],
)
def test_where_it_points(
    cli: Program, quotes: list[str | None], conclusion: str | None, told: str | None
) -> None:
    for quote, source in zip(quotes, ("tass", "atlas"), strict=False):
        cite(cli, quote, source)
    assert suggested(cli) == conclusion
    lines = [line for line in cli("verify", 2).out.splitlines() if line.startswith("  points")]
    accept = "(--accept makes that your verdict)"
    assert lines == ([f"  points      {told} {accept}"] if told else [])


def test_a_stance_against_its_own_figures_is_named(cli: Program) -> None:
    cite(cli, AGREE, "atlas")
    cite(cli, DIFFER, "tass", "--stance", "supports")
    told = cli("verify", 2).out
    assert suggested(cli) is None
    assert "points      nowhere, look again: evidence 2 is said to support it, but " in told
    assert "--accept" not in told


def test_cited_evidence_is_compared_and_points_nowhere(cli: Program) -> None:
    cite(cli, AGREE, "tass", "--cited")
    shape = cli("verify", 2, "--json").json
    assert (shape["suggestion"], shape["evidence"][0]["comparison"]["result"]) == (None, "agrees")
    assert "points" not in cli("verify", 2).out


def test_no_word_of_a_verdict_is_on_the_screen(cli: Program) -> None:
    """What a machine suggests is shown in words that nobody takes for a conclusion."""
    for quote, source in ((AGREE, "tass"), (DIFFER, "atlas")):
        cite(cli, quote, source)
        shown = cli("verify", 2).out.splitlines()[1:]
        words = {label for house in LABELS.values() for label in house.values() if label != "-"}
        for word in (*Conclusion, *words - {"open", "OPEN"}):
            pattern = rf"(?<![\w-]){re.escape(word)}(?![\w-])"
            assert not re.search(pattern, "\n".join(shown)), word


def test_what_is_decided_points_no_more(cli: Program) -> None:
    cite(cli, AGREE)
    cli("verify", 2, "--ok")
    assert "points" not in cli("verify", 2).out


def test_looking_stores_nothing(cli: Program, stored: Stored) -> None:
    cite(cli, AGREE)
    before = stored("SELECT max(id) FROM step")
    cli("verify", 2)
    cli("verify", "--all", "--json")
    assert stored("SELECT max(id) FROM step") == before
    assert stored("SELECT count(*) FROM verdict") == [(0,)]


def test_passages_that_say_nothing_say_so_once(cli: Program) -> None:
    cli("edit", 3, "--kind", "quote", "--yes")
    cite(cli, None, "tass", "--says", "it has 14 vents", claim=3)
    (line,) = [one for one in cli("verify", 3).out.splitlines() if "compare" in one]
    assert line.count("nothing to compare") == 1


# Which claims


def ids(cli: Program, *words: object) -> Any:
    shown = cli("verify", *words, "--json")
    assert shown.status == 0, shown.err
    return shown.json["id"] if isinstance(shown.json, dict) else [one["id"] for one in shown.json]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2", 2),
        ("2-2", [2]),
        ("3 1", [3, 1]),
        ("2-9", [2, 3]),
        ("--all", [1, 2, 3]),
        ("--all --kind number", [1]),
        ("--tag train", [2]),
        ("--status unverified", [1, 2, 3]),
        ("--status supported", []),
        ("--outcome open --kind measurement", [2]),
        ("--article kim-train", [1, 2, 3]),
        ("--stale", []),
    ],
)
def test_the_shape_follows_the_command_line(cli: Program, words: str, found: Any) -> None:
    assert ids(cli, *words.split()) == found


def test_lines_of_json(cli: Program) -> None:
    lines = cli("verify", "--all", "--jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [1, 2, 3]


@LITE
@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("", "Which claims?", "Numbers as in 3 8-12, - for lines, filters, or --all."),
        ("1 --all", "Numbers and filters do not go together.", "Leave one of them out."),
        ("1 --stale", "Numbers and filters do not go together.", "Leave one of them out."),
        ("1 --accept --ok", "--accept is a verdict already.", "Leave the other one out."),
        ("1 --exception x", "--exception needs a verdict.", "Add --ok, --wrong, --verdict ..."),
        (
            "1 --ok --exception x --without-evidence y",
            "--without-evidence and --exception are both a reason to decide all the same.",
            "Give one of them.",
        ),
        (
            "1 --accept",
            NOTHING_TO_ACCEPT,
            "Decide it yourself: --ok, --wrong ...",
        ),
    ],
)
def test_what_is_refused_says_why(
    cli: Program, stored: Stored, words: str, message: str, hint: str
) -> None:
    before = stored("SELECT max(id) FROM step")
    refused = cli("verify", *words.split())
    assert refused.err == f"Error: {message}\nHint: {hint}\n"
    assert (refused.status, refused.out) == (2, "")
    assert stored("SELECT max(id) FROM step") == before


# Taken over


def test_accepted_under_a_name(cli: Program, claim: Claim) -> None:
    cite(cli, DIFFER)
    because = cli("verify", 2, "--json").json["suggestion"]["because"]
    accepted = cli("verify", 2, "--accept", "--by", "Maria Keller", "--json")
    assert accepted.status == 0, accepted.err
    verdict = claim(2)["verdict"]
    assert (verdict["conclusion"], verdict["by"], verdict["reason"]) == (
        "refuted", "Maria Keller", because,
    )  # fmt: skip
    assert accepted.json["verdict"] == verdict


def test_accepted_with_ones_own_reason(cli: Program, claim: Claim) -> None:
    cite(cli, AGREE)
    cli("verify", 2, "--accept", "--because", "the makers say so")
    assert claim(2)["verdict"]["reason"] == "the makers say so"


def test_several_are_accepted_each_its_own_way(cli: Program, claim: Claim) -> None:
    cite(cli, AGREE)
    cite(cli, "a train of 21 carriages", "atlas", claim=1)
    refused = cli("verify", 1, 2, "--accept")
    assert refused.status == 2
    assert "Add --yes." in refused.err
    cli("verify", 1, 2, "--accept", "--yes")
    assert (claim(1)["status"], claim(2)["status"]) == ("refuted", "supported")


def test_one_with_nothing_to_accept_stops_them_all(cli: Program, stored: Stored) -> None:
    cite(cli, AGREE)
    refused = cli("verify", "--all", "--accept", "--yes", "--json")
    assert (refused.status, refused.json["error"]["record"]) == (2, "claim:1")
    assert stored("SELECT count(*) FROM verdict") == [(0,)]


def test_a_trial_of_accepting_leaves_nothing(cli: Program, stored: Stored) -> None:
    cite(cli, AGREE)
    tried = cli("verify", 2, "--accept", "--dry-run", "--json")
    assert (tried.status, tried.json["status"]) == (0, "supported")
    assert stored("SELECT count(*) FROM verdict") == [(0,)]


def test_accepted_undone_and_redone(cli: Program, claim: Claim) -> None:
    cite(cli, AGREE)
    cli("verify", 2, "--accept")
    undone = cli("undo", "--json").json
    assert (claim(2)["verdict"], claim(2)["suggestion"]["conclusion"]) == (None, "supported")
    assert cli("undo", f"step:{undone['undone'] + 1}").status == 0
    assert claim(2)["status"] == "supported"


# What a decision needs


def test_below_the_need_it_is_recorded_and_shown(cli: Program, claim: Claim) -> None:
    decided = cli("verify", 2, "--ok", "--from", "tass par. 2")
    assert decided.status == 0
    wanted = "1 primary source or 2 independent sources; has 0 primary, 1 independent"
    assert f"  below need  better with {wanted}\n" in decided.out
    assert claim(2)["below_need"] == [
        {
            "needs": "1 primary source or 2 independent sources",
            "has": "0 primary, 1 independent",
            "blocks": False,
        }
    ]
    cli("edit", 2, "--priority", "high")
    assert f"  below need  needs {wanted}\n" in cli("verify", 2).out


def test_an_exception_says_why_it_will_do(cli: Program, claim: Claim) -> None:
    decided = cli("verify", 2, "--ok", "--from", "tass", "--exception", "there is no other")
    assert "below need" not in decided.out
    assert "  exception   there is no other\n" in decided.out
    assert claim(2)["verdict"]["exception"] == "there is no other"


def test_two_reports_of_one_wire_are_one(cli: Program, claim: Claim) -> None:
    cli("source", "add", "https://example.org/copy", "--key", "copy", "--origin", "tass")
    for source in ("tass", "copy"):
        cite(cli, AGREE, source, "--stance", "supports")
    cli("verify", 2, "--ok")
    assert claim(2)["sources"] == {"seen": 2, "primary": 0, "independent": 1}
    assert "  sources     2 seen, 0 primary, 1 independent\n" in cli("verify", 2).out


# Ratings


def test_a_rating_on_the_scale_of_the_house(cli: Program, claim: Claim) -> None:
    cli("house", "edit", "scale", "five-point")
    told = cli("verify", 2, "--ok", "--from", "tass", "--rating", "mostly true").out
    assert "  rating      Mostly true, 4 of 1-5\n" in told
    verdict = claim(2)["verdict"]
    assert (verdict["rating"], verdict["rating_detail"]) == (
        "Mostly true", {"number": 4, "best": 5, "worst": 1, "scale": "five-point"},
    )  # fmt: skip
    cli("house", "edit", "scale", "politifact")
    assert claim(2)["verdict"] == verdict
    assert cli("undo", 7).status == 0
    assert claim(2)["verdict"] is None
    assert cli("undo", 9).status == 0
    assert claim(2)["verdict"] == verdict


@LITE
@pytest.mark.parametrize(
    ("rating", "message", "hint"),
    [
        (
            "Mostly flase", "'Mostly flase' is not on the scale of this house.",
            "Did you mean Mostly false?",
        ),
        ("False", "'False' does not go with supported.", "For supported: True, Mostly true."),
    ],
)  # fmt: skip
def test_a_rating_that_does_not_fit_says_why(
    cli: Program, rating: str, message: str, hint: str
) -> None:
    cli("house", "edit", "scale", "five-point")
    refused = cli("verify", 2, "--ok", "--from", "tass", "--rating", rating)
    assert (refused.status, refused.err) == (2, f"Error: {message}\nHint: {hint}\n")


@LITE
def test_a_house_that_rates_nothing_says_so(cli: Program) -> None:
    refused = cli("verify", 2, "--ok", "--from", "tass", "--rating", "True")
    assert refused.status == 2
    assert refused.err.startswith("Error: This house publishes no ratings.\n")
