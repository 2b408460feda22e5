"""`factcheck import` of what comes from elsewhere, a format at a time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factcheck.errors import ExitStatus
from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program, Result, run_here
from tests.web import Web

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://other.example/moon",
    "claimReviewed": "The moon is made of cheese",
    "datePublished": "2026-08-14",
    "author": {"@type": "Organization", "name": "Other House"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Jane Roe"}},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}
CHECKED: dict[str, Any] = {
    "text": "The moon is made of cheese",
    "claimant": "Jane Roe",
    "claimReview": [
        {
            "publisher": {"name": "Other House", "site": "other.example"},
            "url": "https://other.example/moon",
            "textualRating": "Gouda",
        }
    ],
}


def annotation(exact: str, text: str) -> dict[str, Any]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": text},
        "target": {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": exact}},
    }


class Case(NamedTuple):
    """A file of a format: two things that can be taken, and what cannot, on its own line."""

    good: str
    bad: str
    #: What is said of the good one, beside counts.
    told: str
    added: dict[str, int]
    #: What is stored, by a query.
    query: str
    rows: list[tuple[Any, ...]]
    #: The line of what cannot be taken, and why not.
    line: int
    reason: str
    options: tuple[str, ...] = ()
    #: What is to be done next.
    said: str = ""
    unmapped: dict[str, int] = {}  # noqa: RUF012 - never changed
    remarks: tuple[str, ...] = ()


def dumped(*things: Any) -> str:
    return json.dumps(list(things), indent=1)


CLAIMS = (
    "SELECT c.id, c.text, c.claimant, c.status, s.title, e.stance, e.seen_at, r.label FROM claim c "
    "JOIN evidence e ON e.claim_id = c.id JOIN source s ON s.id = e.source_id "
    "JOIN outside_rating r ON r.evidence_id = e.id ORDER BY c.id"
)
CASES: dict[str, Case] = {
    "claimreview": Case(
        dumped(REVIEW, {**REVIEW, "claimReviewed": "Mars is red", "url": "/mars"}),
        dumped(REVIEW, {"@type": "ClaimReview"}),
        "Added 2 sources, 2 claims, 2 evidence, 2 outside ratings.\n"
        "Note: Line 24: The address of the review is no whole address, and was left out: /mars.\n",
        {"source": 2, "claim": 2, "evidence": 2, "outside_rating": 2},
        CLAIMS,
        [
            (4, "The moon is made of cheese", "Jane Roe", "unverified", "other.example", "refutes",
             None, "False"),
            (5, "Mars is red", "Jane Roe", "unverified", "Other House", "refutes", None, "False"),
        ],
        24,
        "claimReviewed is missing: there is no saying which claim is checked.",
        remarks=(
            "Line 24: The address of the review is no whole address, and was left out: /mars.",
        ),
    ),
    "fact-check-tools": Case(
        json.dumps({"claims": [CHECKED]}, indent=1),
        json.dumps({"claims": [CHECKED, {"text": "And so?"}]}, indent=1),
        "Added 1 source, 1 claim, 1 evidence, 1 outside rating.\n"
        "No conclusion is known for the rating: 'Gouda' (1).\n"
        "Say what they mean: factcheck house edit outside_ratings 'LABEL=refuted; ...'\n",
        {"source": 1, "claim": 1, "evidence": 1, "outside_rating": 1},
        CLAIMS,
        [(4, "The moon is made of cheese", "Jane Roe", "unverified", "other.example", None,
          None, "Gouda")],
        17,
        "this claim has no claimReview.",
        unmapped={"Gouda": 1},
    ),
    "bibtex": Case(
        "% Encoding: UTF-8\n@book{marvel, title={Trains}, author={Roe, Jane}, year=1999}\n"
        "@misc{a, title={Wheels}, url={https://wheels.example/}}\n",
        "@book{marvel, title={Trains}, author={Roe, Jane}, year=1999}\n\n@book{b, title={}}\n",
        "Added 2 sources.\n",
        {"source": 2},
        "SELECT key, kind, title, author, published, url FROM source WHERE id > 3 ORDER BY id",
        [("marvel", "book", "Trains", "Jane Roe", "1999", None),
         ("a", "page", "Wheels", None, None, "https://wheels.example/")],
        3,
        "The source has no title.",
    ),
    "csl": Case(
        dumped({"id": "marvel", "type": "book", "title": "Trains", "URL": "https://t.example/"}),
        dumped({"id": "marvel", "type": "book", "title": "Trains", "URL": "https://t.example/"},
               {"id": "b", "type": "book"}),
        "Added 1 source.\n",
        {"source": 1},
        "SELECT key, kind, title, url FROM source WHERE id > 3 ORDER BY id",
        [("marvel", "book", "Trains", "https://t.example/")],
        8,
        "The source has no title.",
    ),
    "annotations": Case(
        dumped(annotation("20 carriages", "Counted?"), annotation("37  mph", "Which page?")),
        dumped(annotation("20 carriages", "Counted?"), annotation("21 carriages", "Hm.")),
        "Added 2 annotations.\n",
        {"annotation": 2, "note": 0},
        "SELECT kind, text, exact FROM annotation ORDER BY id",
        [("comment", "Counted?", "20 carriages"), ("comment", "Which page?", "37 mph")],
        17,
        '"21 carriages" does not stand in kim-train.',
        said="Next: factcheck article claims kim-train shows them, to make claims of.\n",
    ),
    "sheet": Case(
        'Statement;Who;Verdict\nThe moon is cheese;Jane Roe;true\n"Mars;\nis red";;\n',
        "Statement;Who;Verdict\nThe moon is cheese;Jane Roe;true\n;Bob;\n",
        "Added 2 claims.\nNote: The column Verdict was left out.\n",
        {"claim": 2},
        "SELECT id, text, claimant, status FROM claim WHERE id > 3 ORDER BY id",
        [(4, "The moon is cheese", "Jane Roe", "unverified"),
         (5, "Mars;\nis red", None, "unverified")],
        3,
        "A claim needs words.",
        options=("--map", "Statement=text", "--map", "Who=claimant"),
        remarks=("The column Verdict was left out",),
    ),
}  # fmt: skip


def file(text: str) -> str:
    Path("in.file").write_text(text, encoding="utf-8")
    return "in.file"


def counts(stored: Stored) -> list[int]:
    tables = ("step", "event", "claim", "source", "evidence", "outside_rating", "annotation")
    return [stored(f"SELECT count(*) FROM {table}")[0][0] for table in tables]  # noqa: S608 - ours


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


def test_what_is_stored_and_taken_back(cli: Program, stored: Stored, case: Case) -> None:
    before = counts(stored)
    done = cli("import", file(case.good), *case.options)
    assert (done.status, done.out, done.err) == (0, case.told, case.said)
    assert stored(case.query) == case.rows
    assert stored("SELECT count(*) FROM verdict") == [(0,)]
    assert counts(stored)[0] == before[0] + 1, "one step"
    again = cli("import", "in.file", "--json", *case.options)
    assert again.json["unchanged"] == len(case.rows)
    assert sum(again.json["added"].values()) == 0
    while counts(stored)[2:] != before[2:]:
        assert cli("undo").status == 0
    assert cli("db", "check").status == 0


@LITE
def test_what_it_did_as_json(cli: Program, stored: Stored, case: Case) -> None:
    """By a dry run, which leaves nothing, and by the same from standard input."""
    before = counts(stored)
    expected = {
        "added": case.added, "unchanged": 0, "refused": [], "unmapped": case.unmapped,
        "remarks": list(case.remarks),
    }  # fmt: skip
    tried = cli("import", "-", "--dry-run", "--json", *case.options, stdin=case.good)
    assert (tried.status, tried.json, tried.err) == (0, expected, "")
    assert counts(stored) == before
    shown = cli("import", "-", "--dry-run", *case.options, stdin=case.good)
    assert (shown.out, shown.err) == (case.told, "Dry run: nothing was changed.\n")
    assert counts(stored) == before
    done = cli("import", "-", "--json", *case.options, stdin=case.good)
    assert (done.status, done.json) == (0, expected)
    assert stored(case.query) == case.rows


@LITE
def test_what_cannot_be_taken_stops_all_of_it(cli: Program, stored: Stored, case: Case) -> None:
    before = counts(stored)
    refused = cli("import", file(case.bad), *case.options)
    assert (refused.status, refused.out) == (ExitStatus.USAGE, "")
    assert refused.err.startswith(f"Error: Line {case.line}: {case.reason}\nHint: ")
    assert cli("import", "in.file", *case.options, "--json").json["error"]["line"] == case.line
    assert counts(stored) == before


@LITE
def test_what_cannot_be_taken_may_be_left_out(cli: Program, stored: Stored, case: Case) -> None:
    done = cli("import", file(case.bad), "--keep-going", *case.options)
    assert (done.status, done.err) == (ExitStatus.CHECK_FAILED, case.said)
    assert done.out.splitlines()[0].startswith("Added 1 ")
    assert done.out.splitlines()[-1] == f"Left out: line {case.line}: {case.reason}"
    assert stored(case.query) == case.rows[:1]
    cli("undo")
    told = cli("import", "in.file", "--keep-going", "--json", *case.options)
    assert told.status == ExitStatus.CHECK_FAILED
    assert told.json["refused"] == [{"line": case.line, "reason": case.reason}]


# Where it comes from


@pytest.fixture
def feed(web: Web) -> str:
    body = json.dumps({**REVIEW, "url": "/moon"}).encode()
    return web.reply("/checks/feed.json", body, content_type="application/json")


@LITE
def test_an_address(cli: Program, stored: Stored, web: Web, feed: str) -> None:
    done = cli("import", feed, "--allow-private", "127.0.0.1", "--json")
    remark = f"Line 1: The address of the review was read as {web.base}/moon; it is written /moon."
    assert (done.status, done.json["remarks"]) == (0, [remark])
    assert stored("SELECT url FROM source WHERE id > 3") == [(f"{web.base}/moon",)]
    page = web.reply(
        "/page", f'<script type="application/ld+json">{json.dumps(REVIEW)}</script>'.encode()
    )
    assert cli("import", page, "--allow-private", "127.0.0.1", "--json").json["added"] == {
        "source": 1, "claim": 1, "evidence": 1, "outside_rating": 1,
    }  # fmt: skip
    assert "/checks/feed.json" in web.asked


@LITE
@pytest.mark.parametrize(
    "given",
    [
        ("{feed}", 5, "{feed} is refused: "),
        ("{base}/none --allow-private 127.0.0.1", 5, "{base}/none answers with status 404."),
        ("ftp://x.example/y", 5, "ftp://x.example/y is refused: ftp: is no scheme of the web."),
        ("none.json", 2, "There is no file none.json."),
        (".", 2, ". is a folder."),
        ("r.json --format bibtexx", 2, "'bibtexx' is no format of an import."),
        ("r.json --format csl", 2, ""),
        ("r.json --map a=text", 2, "--map is for a CSV file, and this is claimreview."),
        ("empty.json", 2, "There is nothing in it."),
        ("other.json", 2, "It is JSON, and does not say what of."),
        ("a.csv --map text", 2, "'text' maps no column to a field."),
        ("a.csv --map Fact=text", 2, ""),
    ],
)
def test_an_import_refused_says(
    cli: Program, stored: Stored, web: Web, given: tuple[str, int, str]
) -> None:
    what, status, message = given
    for name, words in {
        "r.json": json.dumps(REVIEW), "empty.json": "", "other.json": '{"a": 1}', "a.csv": "a,b\n",
    }.items():  # fmt: skip
        Path(name).write_text(words, encoding="utf-8")
    before = counts(stored)
    names = {"feed": f"{web.base}/feed.json", "base": web.base}
    refused = cli("import", *what.format(**names).split(), "--json")
    assert (refused.status, refused.out) == (status, "")
    assert refused.json["error"]["message"].startswith(message.format(**names))
    assert refused.json["error"]["hint"]
    assert counts(stored) == before


def test_no_database_yet(case: Case) -> None:
    """One is made for what needs no article; a dry run makes none."""

    def ask(*words: str) -> Result:
        return run_here(["--db", "new.db", *words], None)

    words = ("import", file(case.good), *case.options)
    tried = ask(*words, "--dry-run")
    assert not Path("new.db").exists()
    done = ask(*words)
    if "annotation" in case.added:
        assert (tried.status, done.status, Path("new.db").exists()) == (4, 4, False)
        return
    assert (tried.status, tried.out) == (done.status, done.out) == (0, case.told)
    assert done.err == f"Made {Path('new.db').absolute()}.\n"
    assert ask("db", "check").status == 0
    listed = json.loads(ask("list", "--json").out)
    assert len(listed) == case.added.get("claim", 0)


# What else


@LITE
def test_a_mapped_table_for_an_article(cli: Program, claim: Callable[[int], Any]) -> None:
    data = "Words,Said\n20 carriages,It has 20\nup to 37 mph,Fast\n"
    words = ("--map", "Words=quote", "--map", "Said=text", "--article", "kim-train")
    assert cli("import", "-", *words, stdin=data).out == "Added 2 claims.\n"
    assert [claim(number)["span"]["exact"] for number in (4, 5)] == ["20 carriages", "up to 37 mph"]


@LITE
def test_ratings_that_the_house_explained(cli: Program, claim: Callable[[int], Any]) -> None:
    cli("house", "edit", "outside_ratings", "Gouda=refuted")
    done = cli("import", "-", "--json", stdin=CASES["fact-check-tools"].good).json
    assert done["unmapped"] == {}
    assert claim(4)["evidence"][0]["stance"] == "refutes"
    assert claim(4)["outcome"] == "open", "nothing of it is a verdict here"


@LITE
def test_only_so_many_refusals_are_shown(cli: Program) -> None:
    data = "Fact,Kind\nfine,\n" + "wrong,colour\n" * 25
    words = ("--map", "Fact=text", "--map", "Kind=kind", "--keep-going")
    shown = cli("import", "-", *words, stdin=data)
    assert shown.out.splitlines()[0] == "Added 1 claim."
    assert shown.out.count("Left out: line ") == 20
    assert shown.out.splitlines()[-1] == "Left out: 5 more; --json has them all."
    cli("undo")
    assert len(cli("import", "-", *words, "--json", stdin=data).json["refused"]) == 25
