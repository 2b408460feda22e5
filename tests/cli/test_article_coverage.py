"""`factcheck article coverage` and `show --marked`: what nobody has looked at yet."""

from pathlib import Path

import pytest

from tests.cli.conftest import TEXT
from tests.cli.told import LITE
from tests.conftest import Program

PAGE = """<html><head><title>x</title></head><body><article><h1>Kim visits Moscow</h1>
<p>The train has 20 carriages.</p>
<figure><img src="a.png"><figcaption>Kim in 2019</figcaption></figure></article></body></html>"""


def test_coverage_for_people(cli: Program) -> None:
    shown = cli("article", "coverage")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out == (
        "38% covered: 3 of 8 checkable elements, 1 of 4 sentences.\n"
        "  line 1: Kim; Pyongyang; Monday\n"
        "  line 2: Yonhap\n"
        "  line 3: (whole sentence) Nobody knows why the train is green.\n"
    )


def test_coverage_as_json(cli: Program) -> None:
    shown = cli("article", "coverage", "kim-train", "--json").json
    assert list(shown) == ["share", "checkable", "covered", "sentences", "gaps"]
    assert (shown["share"], shown["checkable"], shown["covered"]) == (0.375, 8, 3)
    assert shown["sentences"] == {"checkable": 4, "covered": 1}
    assert shown["gaps"][0] == {"text": "Kim", "start": 0, "end": 3, "zone": "body", "line": 1}
    for gap in shown["gaps"]:
        assert TEXT[gap["start"] : gap["end"]] == gap["text"]


def test_gaps_name_their_zone(cli: Program) -> None:
    Path("page.html").write_text(PAGE, encoding="utf-8")
    cli("article", "add", "page.html", "--slug", "page")
    assert cli("article", "coverage", "page").out == (
        "0% covered: 0 of 4 checkable elements, 0 of 3 sentences.\n"
        "  line 1 headline: Kim; Moscow\n"
        "  line 2: 20 carriages\n"
        "  line 3 caption: 2019\n"
    )


def test_claims_and_skips_fill_the_gaps(cli: Program) -> None:
    for words in ("Kim's", "Pyongyang", "Monday", "Nobody knows why the train is green"):
        cli("article", "skip", "--quote", words)
    cli("add", "--quote", "according to Yonhap")
    assert cli("article", "coverage").out == (
        "100% covered: 8 of 8 checkable elements, 4 of 4 sentences.\n"
    )


def test_a_hidden_claim_covers_nothing(cli: Program) -> None:
    cli("rm", 1)
    assert cli("article", "coverage", "--json").json["covered"] == 2
    cli("restore", 1)
    assert cli("article", "coverage", "--json").json["covered"] == 3


def test_changed_words_are_a_gap_again(cli: Program) -> None:
    cli("article", "skip", "--quote", "Monday")
    Path("next.txt").write_text(TEXT.replace("Monday", "Sunday"), encoding="utf-8")
    cli("article", "revise", "next.txt")
    assert "Sunday" in [gap["text"] for gap in cli("article", "coverage", "--json").json["gaps"]]


def test_nothing_to_check_is_all_covered(cli: Program) -> None:
    cli("article", "add", "-", "--slug", "blank", stdin="Hello.\n")
    assert cli("article", "coverage", "blank", "--json").json == {
        "share": 1.0, "checkable": 0, "covered": 0,
        "sentences": {"checkable": 0, "covered": 0}, "gaps": [],
    }  # fmt: skip


def test_a_closed_article_is_measured_by_name(cli: Program) -> None:
    cli("article", "close")
    assert cli("article", "coverage").err.startswith("Error: There is no open article.\n")
    assert cli("article", "coverage", "kim-train").status == 0


@LITE
@pytest.mark.parametrize("words", [["nope"], ["99"], ["article:99"]])
def test_an_unknown_article(cli: Program, words: list[str]) -> None:
    for command in ("coverage", "claims", "diff"):
        assert cli("article", command, *words).status == 3
    assert cli("article", "skip", *words, "--quote", "Kim").status == 3
    assert cli("article", "show", *words, "--marked").status == 3


# The text with its claims


def test_the_text_with_its_claims(cli: Program) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 1")
    assert cli("article", "show", "--marked").out == (
        "Kim’s armored train left Pyongyang on Monday with [[20 carriages]]{1 OK}.\n"
        "It can reach speeds of [[up to 37 mph]]{2 OPEN}, according to Yonhap.\n"
        "The train has [[14 vents]]{3 OPEN}. Nobody knows why the train is green.\n"
    )


def test_claims_in_one_another(cli: Program) -> None:
    cli("add", "--quote", "The train has 14 vents.")
    cli("add", "--quote", "14")
    shown = cli("article", "show", "--marked").out
    assert "\n[[The train has [[[[14]]{5 OPEN} vents]]{3 OPEN}.]]{4 OPEN} Nobody" in shown


def test_claims_that_cross_are_in_pieces(cli: Program) -> None:
    cli("add", "--quote", "vents. Nobody")
    shown = cli("article", "show", "--marked").out
    assert "[[14 ]]{3 OPEN}[[[[vents]]{3 OPEN}. Nobody]]{4 OPEN} knows" in shown


def test_colours_only_where_they_are_wanted(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 1")
    assert "\x1b" not in cli("article", "show", "--marked").out
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b" not in cli("article", "show", "--marked").out, "a pipe is no terminal"
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = cli("article", "show", "--marked").out
    assert "\x1b[32;9m20 carriages\x1b[0m\x1b[1m[1]\x1b[0m." in shown
    assert "\x1b[36mup to 37 mph\x1b[0m\x1b[1m[2]\x1b[0m," in shown


def test_lost_and_hidden_claims_are_not_in_the_text(cli: Program) -> None:
    cli("rm", 1)
    Path("next.txt").write_text(TEXT.replace("The train has 14 vents. ", ""), encoding="utf-8")
    cli("article", "revise", "next.txt")
    assert "]]{2 OPEN}" in cli("article", "show", "--marked").out
    assert cli("article", "show", "--marked").out.count("[[") == 1
