"""The article as a checker meets it: proposals, coverage, marks and the next draft."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Stored
from tests.conftest import Program

SECOND = TEXT.replace("37", "47").replace("Nobody", "On Friday 3 people left. Nobody")


def draft(words: str, name: str = "draft-2.txt") -> str:
    Path(name).write_text(words, encoding="utf-8")
    return name


# The next draft


def test_a_draft_is_taken_in_with_one_screen(cli: Program) -> None:
    done = cli("article", "revise", draft(SECOND))
    assert done.out.splitlines() == [
        "Changed: need a look",
        "  2  figure: 37 became 47",
        '      was "up to 37 mph"',
        '      is  "up to 47 mph"',
        "New sentences",
        "  line 3: On Friday 3 people left.",
        "draft 2: 2 carried, 1 changed and need a look, 1 new sentence",
    ]
    assert cli("article", "diff").out == done.out
    assert cli("show", "1", "--json").json["article"]["revision"] == 2


def test_a_dry_run_leaves_all_as_it_was(cli: Program) -> None:
    before = cli("export").out
    shown = cli("article", "revise", draft(SECOND), "--dry-run")
    assert shown.out.splitlines()[-1].startswith("draft 2: 2 carried")
    assert shown.err == "Dry run: nothing was changed.\n"
    assert cli("export").out == before


def test_undo_takes_a_draft_back(cli: Program) -> None:
    before = cli("export").out
    cli("article", "revise", "kim-train", draft(SECOND))
    assert cli("undo").status == 0
    assert cli("export").out == before


def test_two_drafts_as_json(cli: Program) -> None:
    shown = cli("article", "revise", "-", "--json", stdin=SECOND).json
    assert set(shown) == {"article", "from", "to", "summary", "fixes", "claims", "new", "remarks"}
    assert shown["summary"] == {
        "carried": 2, "agreed": 0, "changed": 1, "cut": 0, "returned": 0, "lost": 0, "new": 1,
    }  # fmt: skip
    (changed,) = (each for each in shown["claims"] if each["fate"] == "changed")
    assert changed["changed"] == [{"what": "figure", "before": "37", "after": "47"}]
    assert [each["line"] for each in shown["new"]] == [3]


def test_agreed_words_are_done(cli: Program) -> None:
    cli("verify", "1", "--fix", "21 carriages", "--agreed", "Maria", "--because", "counted")
    done = cli("article", "revise", draft(TEXT.replace("20", "21")))
    assert "agreed 1: 1 in the draft" in done.out
    assert done.out.splitlines()[-1] == "draft 2: 2 carried, 1 changed as agreed"
    assert cli("show", "1", "--json").json["outcome"] == "ok-as-changed"


def test_a_cut_claim_leaves_the_list(cli: Program) -> None:
    cli("verify", "3", "--cut", "--agreed", "Maria", "--because", "no source")
    done = cli("article", "revise", draft(TEXT.replace("The train has 14 vents. ", "")))
    assert done.out.splitlines()[-1] == "draft 2: 2 carried, 1 cut as agreed"
    assert [claim["id"] for claim in cli("list", "--json").json] == [1, 2]
    assert [claim["id"] for claim in cli("list", "--outcome", "cut", "--json").json] == [3]


def test_another_article_needs_a_yes(cli: Program) -> None:
    cli("article", "add", "-", "--slug", "long", stdin="".join(f"Fact {n}.\n" for n in range(9)))
    refused = cli("article", "revise", "long", draft("Quite another text.\n"))
    assert refused.status == 2
    assert "Hardly a sentence of long stands in this text." in refused.err
    assert "Add --yes." in refused.err
    assert cli("article", "revise", "long", "draft-2.txt", "--yes").status == 0


def test_the_same_text_is_nothing_new(cli: Program) -> None:
    done = cli("article", "revise", draft(TEXT))
    assert done.err == "This is draft 1, letter for letter: nothing is new.\n"
    assert cli("article", "show", "--json").json["revision"] == 1


def test_a_caption_may_come_alone(cli: Program) -> None:
    cli("article", "revise", draft("The train, on Monday\n"), "--zone", "caption")
    number = str(cli("add", "--quote", "The train, on Monday", "--json").json["id"])
    assert cli("show", number, "--json").json["span"]["zone"] == "caption"
    assert [c["id"] for c in cli("list", "--zone", "caption", "--json").json] == [int(number)]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["diff"], 2, "There is only draft 1 of kim-train."),
        (["revise", "none.txt"], 2, "none.txt cannot be read: No such file or directory."),
        (["revise", "a", "b", "c"], 2, "3 words are too many."),
        (["revise", "d.txt", "--zone", "foot"], 2, "'foot' is no zone."),
        (["revise", "d.txt", "--zone", "body"], 2, "The body is the article itself."),
        (["revise", "no-such", "d.txt"], 3, "There is no article 'no-such'."),
        (["claims", "--accept", "99"], 3, "There is no open proposal 99."),
        (["claims", "--accept", "x"], 2, "'x' is no proposal number."),
        (["claims", "--interactive"], 2, "There is nobody here to ask."),
        (["skip"], 2, "Which words shall be skipped?"),
        (["skip", "--quote", "not there"], 2, '"not there" does not stand in kim-train.'),
        (["mark"], 2, "There is no editor to open."),
    ],
)
def test_what_is_wrong_is_said(
    run: Program, arguments: list[str], status: int, message: str
) -> None:
    draft(TEXT + "New.\n", "d.txt")
    refused = run("article", *arguments)
    assert (refused.status, refused.out) == (status, "")
    assert message in refused.err


# Proposals and coverage


def test_proposals_as_json(cli: Program) -> None:
    shown = cli("article", "claims", "--json").json
    assert shown
    keys = {
        "id", "text", "span", "kind", "claimant", "values", "why", "score", "checkable", "note",
        "source",
    }  # fmt: skip
    for each in shown:
        assert set(each) == keys
        span = each["span"]
        assert TEXT[span["start"] : span["end"]] == span["exact"]


def test_proposals_are_accepted_and_taken_back(cli: Program) -> None:
    before = cli("export").out
    made = cli("article", "claims", "--by", "element", "--accept", "all", "--json").json
    assert {claim["span"]["exact"] for claim in made} >= {"Pyongyang", "Monday"}
    gaps = cli("article", "coverage", "--json").json["gaps"]
    assert [gap["text"] for gap in gaps] == ["Nobody knows why the train is green."]
    cli("undo")
    assert cli("export").out == before


def test_by_names_a_person_too(cli: Program) -> None:
    cli("article", "claims", "--by", "element", "--by", "Carla", "--accept", "all")
    assert cli("log", "--limit", "1", "--json").json[0]["by"] == "Carla"


def test_a_dry_run_of_accept(cli: Program) -> None:
    before = cli("export").out
    done = cli("article", "claims", "--accept", "all", "--by", "element", "--dry-run")
    assert "claims: " in done.out
    assert cli("export").out == before


def test_coverage_as_json(cli: Program) -> None:
    shown = cli("article", "coverage", "--json").json
    assert set(shown) == {"share", "checkable", "covered", "sentences", "gaps"}
    assert shown["checkable"] - shown["covered"] == len(shown["gaps"]) > 0
    for gap in shown["gaps"]:
        assert set(gap) == {"text", "start", "end", "zone", "line"}
        assert TEXT[gap["start"] : gap["end"]] == gap["text"]


def test_a_skipped_gap_is_a_gap_no_more(cli: Program, stored: Stored) -> None:
    gap = cli("article", "coverage", "--json").json["gaps"][0]["text"]
    done = cli("article", "skip", "--quote", gap, "--because", "known")
    assert done.out == f'Skipped: "{gap}"\n'
    assert gap not in [each["text"] for each in cli("article", "coverage", "--json").json["gaps"]]
    assert stored("SELECT exact, because FROM skip") == [(gap, "known")]


# Marks


def test_marks_from_a_file(cli: Program) -> None:
    marked = TEXT.replace("Monday", "[[Monday]]{atlas p. 212}")
    made = cli("article", "mark", "--file", draft(marked, "marked.txt"), "--json").json
    assert [claim["text"] for claim in made] == ["Monday"]
    assert made[0]["evidence"][0]["locator"] == "p. 212"
    assert made[0]["evidence"][0]["seen"] is None


def test_marks_from_an_editor(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "sed -i 's/Monday/[[Monday]]/'")
    assert cli("article", "mark").out == "1 claim: 4.\n"


def test_an_editor_that_changes_the_text_is_told(
    cli: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "sed -i 's/Monday/Sunday/'")
    refused = cli("article", "mark")
    assert refused.status == 2
    assert refused.err.startswith("Error: Line 1: the text was changed")


def test_the_text_with_its_claims(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("verify", "1", "--ok", "--from", "atlas p. 1")
    shown = cli("article", "show", "--marked").out
    assert "with [[20 carriages]]{1 OK}." in shown
    assert "[[up to 37 mph]]{2 OPEN}" in shown
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32;9m20 carriages\x1b[0m" in cli("article", "show", "--marked").out


# Files and addresses

PAGE = """<html lang="de"><head><title>Der Zug</title></head><body><article>
<h1>Der Zug</h1><p>Der Zug hat laut <a href="https://yonhap.example/1">Yonhap</a> 20 Wagen.</p>
<figure><figcaption>Der Zug am Montag</figcaption></figure></article></body></html>"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the server's
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A page on this machine alone."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "zug.html").write_text(PAGE, encoding="utf-8")
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        serving.join()


def test_a_page_by_its_address(cli: Program, site: str) -> None:
    added = cli("article", "add", f"{site}/zug.html", "--allow-private", "127.0.0.1", "--json").json
    assert (added["slug"], added["title"], added["language"]) == ("zug", "Der Zug", "de")
    assert added["url"] == f"{site}/zug.html"
    (link,) = added["proposals"]
    assert (link["span"]["exact"], link["source"]) == ("Yonhap", "https://yonhap.example/1")
    cli("add", "--quote", "Der Zug am Montag", "--article", "zug")
    (caption,) = cli("list", "--zone", "caption", "--json").json
    assert caption["span"]["exact"] == "Der Zug am Montag"


def test_a_private_address_is_refused(cli: Program, site: str) -> None:
    refused = cli("article", "add", f"{site}/zug.html")
    assert refused.status == 5
    assert "is refused" in refused.err


def test_a_page_that_is_not_there(cli: Program, site: str) -> None:
    refused = cli("article", "add", f"{site}/none", "--allow-private", "127.0.0.1")
    assert refused.status == 5
    assert refused.err.startswith(f"Error: {site}/none answers with status 404.\n")


def test_an_annotated_copy_is_shown_first(cli: Program) -> None:
    copy = draft("The tunnel opened in 1971[^1].\n\n[^1]: Atlas, p. 212\n", "copy.md")
    before = cli("export").out
    shown = cli("article", "add", copy, "--dry-run", "--json").json
    assert [each["source"] for each in shown["proposals"]] == ["Atlas, p. 212"]
    assert shown["proposals"][0]["note"]["kind"] == "footnote"
    assert cli("export").out == before


def test_a_format_may_be_said(cli: Program) -> None:
    added = cli(
        "article",
        "add",
        "-",
        "--format",
        "markdown",
        "--json",
        stdin="# A\n\n[b](https://c.example)\n",
    )
    assert [each["why"] for each in added.json["proposals"]] == [["link"]]
    assert cli("article", "add", "-", "--format", "doc", stdin="x").status == 2
