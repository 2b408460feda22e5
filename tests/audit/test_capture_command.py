"""`source capture`, `--capture`, and looking at what was kept."""

import gzip
import hashlib
from pathlib import Path

import pytest

from tests.cli.told import LITE
from tests.conftest import Program
from tests.web import Web

LOCAL = ("--allow-private", "127.0.0.1")
QUICK = (*LOCAL, "--interval", "0")
QUOTE = "around 60 kilometers per hour"
BEFORE = f"The train can reach speeds of {QUOTE}, officials said on Monday."


def test_a_page_is_kept_with_its_bytes_headers_and_hops(cli: Program, web: Web) -> None:
    web.put("/new", BEFORE)
    web.reply("/old", b"", 301, location="/new")
    found = cli("source", "capture", f"{web.base}/old", *QUICK, "--json").json
    body = web.pages["/new"].body
    assert (found["captured"], found["status"], found["size"]) == (True, 200, len(body))
    assert found["sha256"] == hashlib.sha256(body).hexdigest()
    assert found["final_url"] == f"{web.base}/new"
    assert found["hops"] == [{"status": 301, "url": f"{web.base}/old"}]
    assert {"name": "content-type", "value": "text/html; charset=utf-8"} in found["headers"]


@LITE
def test_the_shape_follows_from_the_command_line(cli: Program, web: Web) -> None:
    url = web.put("/a", BEFORE)
    assert isinstance(cli("source", "capture", url, *QUICK, "--json").json, dict)
    assert isinstance(cli("source", "capture", url, url, *QUICK, "--json").json, list)
    assert isinstance(cli("source", "capture", "--all", *QUICK, "--json").json, list)


def test_the_same_bytes_are_kept_once(cli: Program, web: Web) -> None:
    url = web.put("/a", BEFORE)
    first = cli("source", "capture", url, *QUICK, "--json").json
    second = cli("source", "capture", url, *QUICK, "--json").json
    assert (first["id"], first["new"]) == (1, True)
    assert (second["id"], second["new"]) == (1, False)


@LITE
def test_what_cannot_be_fetched_is_status_5(cli: Program, web: Web) -> None:
    done = cli("source", "capture", f"{web.base}/nowhere", *QUICK)
    assert done.status == 5
    assert "404" in done.err
    both = cli("source", "capture", f"{web.base}/nowhere", web.put("/a", BEFORE), *QUICK, "--json")
    assert both.status == 5
    assert "1 of 2 sources" in both.err


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/x", "http://10.1.2.3/x", "http://localhost/"]
)
@LITE
def test_an_unsafe_address_is_refused(cli: Program, address: str) -> None:
    done = cli("source", "capture", address)
    assert (done.status, "refused" in done.err) == (5, True)


def test_a_file_is_a_copy_too(cli: Program) -> None:
    Path("scan.html").write_text(f"<p>{BEFORE}</p>", encoding="utf-8")
    cli("source", "add", "A report", "--key", "report", "--kind", "document")
    cli("add", "The train is slow", "--source", "report", "--evidence", QUOTE)
    found = cli("source", "capture", "report", "--file", "scan.html", "--json").json
    assert (found["how"], found["name"], found["url"]) == ("file", "scan.html", None)
    assert found["evidence"] == [{"id": 1, "presence": "exact"}]
    assert cli("source", "show", "report", "--text").out == f"{BEFORE}\n"


def test_words_that_a_saved_copy_does_not_have(cli: Program) -> None:
    Path("scan.html").write_text("<p>Nothing of the kind stands here at all.</p>", encoding="utf-8")
    cli("source", "add", "A report", "--key", "report", "--kind", "document")
    cli("add", "The train is slow", "--source", "report", "--evidence", QUOTE)
    cli("source", "capture", "report", "--file", "scan.html")
    found = cli("audit", "--offline", "--select", "L,D", "--json").json["findings"]
    assert [each["code"] for each in found] == ["D206"]


def test_a_quotation_is_checked_when_it_is_recorded(cli: Program, web: Web) -> None:
    url = web.put("/a", BEFORE)
    wrong = ("The train is fast", "--source", url, "--evidence", QUOTE.replace("60", "90"))
    done = cli("add", *wrong, "--capture", *LOCAL)
    assert (done.status, "90 became 60" in done.err) == (2, True)
    assert cli("list", "--json").json == []
    assert cli("source", "list", "--json").json == []
    done = cli("add", *wrong, "--capture", "--anyway", *LOCAL)
    assert done.status == 0
    found = cli("audit", "--offline", "--select", "D", "--json").json["findings"]
    assert [each["code"] for each in found] == ["D203"]


def test_a_right_quotation_is_kept_with_its_page(cli: Program, web: Web) -> None:
    url = web.put("/a", BEFORE)
    cli("add", "The train is slow", "--source", url, "--evidence", QUOTE, "--capture", *LOCAL)
    (piece,) = cli("evidence", "list", "--json").json
    assert (piece["presence"], piece["presence_detail"]["snapshot"]) == ("exact", 1)
    more = ("--quote", "officials said on Monday", "--capture", *LOCAL, "--json")
    assert cli("evidence", "add", "1", url, *more).json["presence"] == "exact"


def test_a_page_that_cannot_be_fetched_adds_nothing(cli: Program, web: Web) -> None:
    new = ("add", "The train is slow", "--source", f"{web.base}/gone", "--evidence", QUOTE)
    assert cli(*new, "--capture", *LOCAL).status == 5
    assert cli("list", "--json").json == []


def test_undo_takes_the_claim_and_leaves_the_copy(cli: Program, web: Web) -> None:
    url = web.put("/a", BEFORE)
    cli("add", "The train is slow", "--source", url, "--evidence", QUOTE, "--capture", *LOCAL)
    assert cli("undo").status == 0
    assert cli("list", "--json").json == []
    assert cli("db", "check").status == 0
    cli("undo", "2")
    cli("undo", "3")
    (piece,) = cli("evidence", "list", "--json").json
    assert piece["source"]["url"] == url


def test_what_changed_between_two_copies(cli: Program, web: Web) -> None:
    url = web.put("/a", BEFORE)
    cli("source", "capture", url, *QUICK)
    web.put("/a", BEFORE.replace("60", "80"))
    cli("source", "capture", "1", *QUICK)
    done = cli("source", "show", "1", "--diff")
    assert f"- {BEFORE}" in done.out
    assert '"60" became "80" (figure)' in done.out
    kinds = [part["kind"] for part in cli("source", "show", "1", "--diff", "--json").json["parts"]]
    assert "changed" in kinds
    assert cli("source", "show", "1", "--diff", "1", "1").out.endswith("The text is the same.\n")


def test_the_list_of_what_was_kept(cli: Program, web: Web) -> None:
    url = web.put("/a", BEFORE)
    cli("source", "capture", url, *QUICK)
    web.pages.clear()
    cli("source", "capture", "1", *QUICK)
    shape = cli("source", "show", "1", "--snapshots", "--json").json
    assert [each["id"] for each in shape["snapshots"]] == [1]
    assert [each["state"] for each in shape["visits"]] == ["read", "not-found"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["capture"], 2),
        (["capture", "--all", "1"], 2),
        (["capture", "1", "2", "--file", "x"], 2),
        (["capture", "1", "--file", "nowhere.html"], 2),
        (["capture", "1"], 2),
        (["capture", "--all"], 2),
        (["show", "1", "--text"], 3),
        (["show", "1", "--diff"], 3),
        (["show", "1", "--text", "--diff"], 2),
        (["show", "1", "7"], 2),
        (["show", "1", "--diff", "7"], 2),
    ],
)
@LITE
def test_what_cannot_be_captured_or_shown(cli: Program, arguments: list[str], status: int) -> None:
    cli("source", "add", "A book", "--key", "book")
    assert cli("source", *arguments).status == status


@LITE
def test_copies_of_a_protected_source_need_reveal(cli: Program) -> None:
    Path("memo.txt").write_text("A memo of the ministry.", encoding="utf-8")
    cli("source", "add", "The memo", "--key", "memo", "--protected", "--alias", "a document")
    cli("source", "capture", "memo", "--file", "memo.txt")
    assert cli("source", "show", "memo", "--text").status == 2
    assert cli("source", "show", "memo", "--text", "--reveal").out == "A memo of the ministry.\n"
    done = cli("export", "--warc", "-o", "out.warc.gz")
    assert done.status == 3


def test_a_warc_of_what_was_kept(cli: Program, web: Web) -> None:
    cli("source", "capture", web.put("/a", BEFORE), *QUICK)
    cli("export", "--warc", "-o", "out.warc.gz")
    packed = gzip.decompress(Path("out.warc.gz").read_bytes())
    assert packed.startswith(b"WARC/1.1\r\n")
    assert web.pages["/a"].body in packed


def test_a_public_copy_is_offered_only_with_the_words_in_it(cli: Program, web: Web) -> None:
    """Of a page that is gone: `.invalid` is a name that nobody ever has (RFC 6761)."""
    url = "http://pages.invalid/a"
    cli("add", "The train is slow", "--source", url, "--evidence", QUOTE)
    Path("factcheck.toml").write_text(f'[fetch]\narchive = "{web.base}"\n', encoding="utf-8")
    place = f"/web/20230912000000/{url}"
    web.reply(f"/web/{url}", b"", 302, location=place)
    raw = f"/web/20230912000000id_/{url}"
    web.put(raw, BEFORE)
    memento = {"memento-datetime": "Tue, 12 Sep 2023 00:00:00 GMT"}
    web.pages[raw] = web.pages[raw]._replace(headers=memento)
    done = cli("source", "capture", "1", "--archive", *QUICK, "--json")
    assert (done.status, done.json["public"]) == (0, f"{web.base}{place}")
    kept = cli("source", "show", "1", "--snapshots", "--json").json["snapshots"]
    assert [each["how"] for each in kept] == ["archive"]
    web.put(raw, "Something else altogether stands here.")
    web.pages[raw] = web.pages[raw]._replace(headers=memento)
    done = cli("source", "capture", "1", "--archive", *QUICK)
    assert done.status == 5
    assert "does not have what is quoted" in done.out


def test_what_became_of_a_quotation_stands_beside_it(cli: Program, web: Web) -> None:
    url = web.put("/a", BEFORE)
    cli("add", "The train is slow", "--source", url, "--evidence", QUOTE, "--capture", *LOCAL)
    assert "on page     word for word, " in cli("show", "1").out
    web.put("/a", BEFORE.replace("60", "80"))
    cli("source", "capture", "1", *QUICK)
    shown = " ".join(cli("show", "1").out.split())
    assert "on page ALTERED" in shown
    assert '60 became 80: "around 80 kilometers per hour"' in shown


def test_words_that_readers_do_not_see_are_refused(cli: Program, web: Web) -> None:
    url = web.put("/a", f'<span style="display:none">{BEFORE}</span>', "Other words are here.")
    done = cli("add", "x", "--source", url, "--evidence", QUOTE, "--capture", *LOCAL)
    assert (done.status, "readers do not see it" in done.err) == (2, True)


@LITE
def test_what_cannot_be_read_is_kept_and_said(cli: Program, web: Web) -> None:
    url = web.reply("/p", b"\x89PNG\r\n\x1a\n" + bytes(100), content_type="image/png")
    done = cli("source", "capture", url, *QUICK)
    assert (done.status, "of a kind that we cannot read" in done.out) == (0, True)
    assert cli("source", "show", "1", "--diff").status == 3
