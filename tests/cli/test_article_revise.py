"""`factcheck article revise` and `article diff`: the next draft, and what it did to the claims."""

from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Stored
from tests.cli.terminal import at_terminal
from tests.cli.told import LITE
from tests.conftest import Program

OTHER = "".join(f"Another piece altogether says thing number {n} of cheese.\n" for n in range(8))
LONG = TEXT + "".join(f"In {n} the wheels were painted green.\n" for n in range(1990, 1996))


def draft(text: str, name: str = "next.txt") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


# One screen


def test_the_fates_of_the_claims(cli: Program) -> None:
    cli("verify", 1, "--fix", "21 carriages", "--agreed", "Maria")
    cli("verify", 2, "--cut", "--agreed", "Maria")
    text = TEXT.replace("20 carriages", "21 carriages").replace("14 vents", "15 vents")
    text = text.replace("It can reach speeds of up to 37 mph, according to Yonhap.\n", "")
    done = cli("article", "revise", draft(text + "On Friday 3 people left.\n"))
    assert (done.status, done.err) == (0, "")
    assert done.out == (
        "agreed 2: 2 in the draft\n"
        "Changed: need a look\n"
        "  3  figure: 14 became 15\n"
        '      was "14 vents"\n'
        '      is  "15 vents"\n'
        "Cut as agreed\n"
        '  2  "up to 37 mph"\n'
        "Changed as agreed\n"
        "  1  figure: 20 became 21\n"
        '      was "20 carriages"\n'
        '      is  "21 carriages"\n'
        "New sentences\n"
        "  line 3: On Friday 3 people left.\n"
        "draft 2: 0 carried, 1 changed as agreed, 1 changed and need a look, 1 cut as agreed, "
        "1 new sentence\n"
    )
    assert cli("article", "diff").out == done.out
    told = [(claim["id"], claim["outcome"]) for claim in cli("list", "--json").json]
    assert told == [(1, "ok-as-changed"), (3, "open")]


def test_a_fix_that_is_not_in_yet(cli: Program) -> None:
    cli("verify", 1, "--fix", "21 carriages", "--agreed", "Maria")
    done = cli("article", "revise", draft(TEXT.replace("20", "22"))).out
    assert done.startswith("agreed 1: 0 in the draft, 1 not yet (1)\n")
    assert '      not as agreed: "21 carriages"\n' in done


def test_a_verdict_on_changed_words_calls_for_a_re_check(cli: Program) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 1")
    cli("verify", 3, "--ok", "--from", "atlas p. 2")
    cli("article", "revise", draft("Far in the East.\n" + TEXT.replace("20 car", "21 car")))
    first, third = cli("show", 1, "--json").json, cli("show", 3, "--json").json
    assert (first["stale"], first["stale_because"]) == (True, ["20 became 21"])
    assert (third["stale"], third["span"]["state"]) == (False, "exact")


def test_every_key(cli: Program) -> None:
    text = TEXT.replace("20 car", "21 car") + "On Friday 3 people left.\n"
    done = cli("article", "revise", draft(text), "--json").json
    assert list(done) == [
        "article", "from", "to", "summary", "fixes", "claims", "new", "remarks",
    ]  # fmt: skip
    assert done["article"] == {"id": 1, "slug": "kim-train", "title": "kim train"}
    assert (done["from"], done["to"]) == (1, 2)
    assert done["summary"] == {
        "carried": 2, "agreed": 0, "changed": 1, "cut": 0, "returned": 0, "lost": 0, "new": 1,
    }  # fmt: skip
    assert done["fixes"] == {"agreed": 0, "in_draft": [], "missing": []}
    assert done["claims"][0] == {
        "claim": 1, "fate": "changed", "state": "changed",
        "before": "20 carriages", "after": "21 carriages", "start": 50, "end": 62,
        "changed": [{"what": "figure", "before": "20", "after": "21"}],
        "ambiguous": False, "fix": None, "fix_in_draft": None,
    }  # fmt: skip
    assert done["new"] == [
        {"text": "On Friday 3 people left.", "start": 183, "end": 207, "zone": "body", "line": 4}
    ]
    assert cli("article", "diff", "--json").json == done


def test_the_article_may_be_named_first(cli: Program) -> None:
    cli("article", "add", "-", "--slug", "other", stdin="Other.\n")
    assert cli("article", "revise", draft(TEXT + "More.\n")).status == 2
    for number, word in enumerate(("kim-train", "1", "article:1"), 2):
        done = cli("article", "revise", word, draft(TEXT + "More.\n" * number), "--json").json
        assert done["to"] == number


def test_a_draft_by_pipe(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    done = cli("article", "revise", "-", stdin=TEXT.replace("\n", "\r\n") + "More.\r\n")
    assert done.out == "draft 2: 3 carried\n"
    monkeypatch.setenv("FACTCHECK_ARTICLE", "kim-train")
    assert cli("article", "revise", "-", stdin=TEXT).out == "draft 3: 3 carried\n"
    assert cli("article", "show", "--text").out == TEXT


def test_the_same_text_is_nothing_new(cli: Program, stored: Stored) -> None:
    done = cli("article", "revise", draft(TEXT))
    assert (done.out, done.err) == (
        "draft 1: 3 carried\n", "This is draft 1, letter for letter: nothing is new.\n",
    )  # fmt: skip
    assert stored("SELECT count(*) FROM step") == [(5,)]


def test_hidden_claims_go_along_unseen(cli: Program) -> None:
    cli("rm", 1)
    done = cli("article", "revise", draft(TEXT.replace("20 car", "21 car")), "--json").json
    assert [each["claim"] for each in done["claims"]] == [2, 3]
    cli("restore", 1)
    assert cli("show", 1, "--json").json["span"]["exact"] == "21 carriages"


def test_lost_words_come_back(cli: Program) -> None:
    gone = TEXT.replace("The train has 14 vents. ", "")
    assert cli("article", "revise", draft(gone)).out == (
        'Lost: the words are gone\n  3  "14 vents"\ndraft 2: 2 carried, 1 lost\n'
    )
    assert cli("show", 3, "--json").json["span"]["state"] == "lost"
    assert cli("article", "revise", draft(TEXT)).out.endswith("draft 3: 2 carried, 1 back again\n")


def test_a_caption_alone(cli: Program) -> None:
    page = "<html><body><article><h1>Kim</h1><p>The train has 20 carriages.</p>{}</article></body>"
    figure = "<figure><img src='x'><figcaption>Kim on Monday</figcaption></figure>"
    draft(page.replace("{}", figure), "page.html")
    cli("article", "add", "page.html", "--slug", "page")
    cli("add", "--quote", "on Monday", "--article", "page")
    words = draft("Kim on Tuesday\n", "caption.txt")
    done = cli("article", "revise", "page", words, "--zone", "Caption", "--json").json
    assert [each["after"] for each in done["claims"]] == ["on Tuesday"]
    assert cli("show", 4, "--json").json["span"]["zone"] == "caption"
    assert "20 carriages." in cli("article", "show", "page", "--text").out


# Trials and steps back


def test_a_trial_leaves_nothing(cli: Program) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 1")
    before = cli("export").out
    text = draft(TEXT.replace("20 car", "21 car") + "On Friday 3 people left.\n")
    tried = cli("article", "revise", text, "--dry-run")
    assert tried.err == "Dry run: nothing was changed.\n"
    assert cli("export").out == before
    assert cli("article", "revise", text).out == tried.out


def test_undo_puts_all_back(cli: Program) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 1")
    cli("article", "skip", "--quote", "Nobody knows")
    before = cli("export").out
    cli("article", "revise", draft(TEXT.replace("20 car", "21 car")), "--by", "Bo", "--yes")
    cli("undo", "--by", "Bo")
    assert cli("export").out == before
    assert cli("show", 1, "--json").json["stale"] is False


# Another article


@LITE
def test_another_article_is_asked(cli: Program, stored: Stored) -> None:
    cli("article", "revise", draft(LONG))
    refused = cli("article", "revise", draft(OTHER))
    assert refused.err == (
        "Error: Hardly a sentence of kim-train stands in this text. Is it its next draft? "
        "There is nobody here to ask.\nHint: Add --yes.\n"
    )
    assert (refused.status, refused.out) == (2, "")
    assert stored("SELECT count(*) FROM revision") == [(2,)]
    assert cli("article", "revise", draft(OTHER), "--dry-run").status == 0
    assert cli("article", "revise", draft(OTHER), "--yes").status == 0
    assert stored("SELECT count(*) FROM revision") == [(3,)]


@LITE
@pytest.mark.parametrize(("keys", "status", "drafts"), [("n\n", 130, 2), ("y\n", 0, 3)])
def test_the_answer_counts(
    cli: Program, stored: Stored, keys: str, status: int, drafts: int
) -> None:
    cli("article", "revise", draft(LONG))
    done = at_terminal("article", "revise", draft(OTHER), keys=keys)
    question = "Hardly a sentence of kim-train stands in this text. Is it its next draft? [y/N] "
    assert done.status == status
    assert done.err == question + "Nothing was changed.\n" * (status > 0)
    assert stored("SELECT count(*) FROM revision") == [(drafts,)]


# What is refused


@pytest.mark.parametrize("option", [[], ["--dry-run"], ["--yes"]])
def test_a_closed_article_takes_no_draft(cli: Program, option: list[str]) -> None:
    cli("article", "close")
    refused = cli("article", "revise", "kim-train", draft(TEXT + "More.\n"), *option)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == (
        "Error: Article kim-train is closed: it ran as draft 1.\n"
        "Hint: factcheck article reopen kim-train\n"
    )


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("nope next.txt", 3, "There is no article 'nope'."),
        ("99 next.txt", 3, "There is no article 99."),
        ("kim-train nowhere.txt", 2, "nowhere.txt cannot be read: No such file or directory."),
        ("kim-train .", 2, ". cannot be read: Is a directory."),
        ("kim-train empty.txt", 2, "empty.txt: there is nothing in it."),
        ("a b c", 2, "3 words are too many."),
        ("", 2, "Missing argument '[ARTICLE] FILE|URL|-'."),
        ("next.txt --zone body", 2, "The body is the article itself."),
        ("next.txt --zone foot", 2, "'foot' is no zone."),
        ("next.txt --format rtf", 2, "'rtf' is no format."),
        ("http://127.0.0.1/x", 5, "http://127.0.0.1/x is refused: "),
    ],
)
def test_what_is_wrong_is_said(
    cli: Program, stored: Stored, words: str, status: int, message: str
) -> None:
    draft(TEXT + "More.\n")
    draft("", "empty.txt")
    refused = cli("article", "revise", *words.split())
    assert (refused.status, refused.out) == (status, "")
    assert refused.err.startswith(f"Error: {message}")
    assert stored("SELECT count(*) FROM step") == [(5,)]


# Any two drafts


@pytest.fixture
def third(cli: Program) -> Program:
    """An article with three drafts."""
    cli("article", "revise", draft(TEXT.replace("20 car", "21 car")))
    cli("article", "revise", draft(TEXT.replace("20 car", "22 car")))
    return cli


def test_any_two_drafts(third: Program) -> None:
    for words in (["1", "3"], ["kim-train", "1", "3"], ["kim-train", 1], ["1", "1", "3"]):
        shown = third("article", "diff", *words, "--json").json
        assert (shown["from"], shown["to"]) == (1, 3), words
        assert shown["claims"][0]["changed"][0]["after"] == "22"
    shown = third("article", "diff", "--json").json
    assert (shown["from"], shown["to"]) == (2, 3)
    back = third("article", "diff", "3", "1", "--json").json
    assert back["claims"][0]["changed"] == [{"what": "figure", "before": "22", "after": "20"}]


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("kim-train 1 9", 3, "There is no draft 9 of kim-train."),
        ("9 1", 3, "There is no draft 9 of kim-train."),
        ("kim-train x", 2, "'x' is no number of a draft."),
        ("1 0", 2, "'0' is no number of a draft."),
        ("1 1 2 3", 2, "4 words are too many."),
        ("nope", 3, "There is no article 'nope'."),
    ],
)
def test_drafts_that_are_none(third: Program, words: str, status: int, message: str) -> None:
    refused = third("article", "diff", *words.split())
    assert refused.status == status
    assert refused.err.startswith(f"Error: {message}\nHint: ")


@LITE
def test_a_first_draft_has_no_other(cli: Program) -> None:
    assert cli("article", "diff").err == (
        "Error: There is only draft 1 of kim-train.\n"
        "Hint: factcheck article revise FILE takes in the next one.\n"
    )
