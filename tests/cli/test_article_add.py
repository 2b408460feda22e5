"""`factcheck article add`: text, Markdown, HTML, DOCX and PDF, from files and addresses."""

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program
from tests.documents import docx_files, pdfs

MARKDOWN = """---
title: The tunnel
author: Bo Writer
date: 2024-03-02
lang: de
---
# The tunnel

The tunnel opened in 1971[^1]. It is [5 km](https://rail.example/tunnel) long.

[^1]: Rail Atlas, p. 7
"""
HTML = """<!doctype html><html lang="de"><head><title>Der Zug</title>
<meta name="author" content="Bo Writer">
<meta property="article:published_time" content="2024-03-02T10:00:00Z"></head>
<body><nav>Menu</nav><article><h1>Der Zug</h1><p>Der Zug hat 20 Wagen.</p>
<figure><img src="x.png"><figcaption>Der Zug am Montag</figcaption></figure>
<script>alert(1)</script></article></body></html>"""
SHAPE = [
    "id", "uid", "slug", "title", "author", "authors", "publisher", "published", "url",
    "language", "state", "revision", "sha256", "revisions", "claims", "closed", "proposals",
]  # fmt: skip


def docx() -> bytes:
    """A copy with a comment, a footnote and a tracked change."""
    f = docx_files
    return f.docx(
        f.p("The train has ", f.begin(1), "20 carriages", f.end(1), "."),
        f.p("It left on Monday", f.mark("footnote", 2), "."),
        f.p(
            "It has ",
            '<w:del w:id="8" w:author="A"><w:r><w:delText>14</w:delText></w:r></w:del>',
            '<w:ins w:id="9" w:author="A"><w:r><w:t>15</w:t></w:r></w:ins>',
            " vents.",
        ),
        comments=f.comment(1, "see https://atlas.example/212"),
        footnotes=f.note("footnote", 2, "KCNA, 10 September"),
    )


def write(name: str, content: bytes | str) -> str:
    data = content.encode() if isinstance(content, str) else content
    Path(name).write_bytes(data)
    return name


# What is taken


def test_a_page_of_html(cli: Program) -> None:
    added = cli("article", "add", write("zug.html", HTML), "--json").json
    assert set(SHAPE) <= set(added)
    assert (added["title"], added["authors"]) == ("Der Zug", ["Bo Writer"])
    assert (added["language"], added["published"]) == ("de", "2024-03-02")
    text = cli("article", "show", 2, "--text").out
    assert "20 Wagen" in text
    assert "Menu" not in text
    assert "alert" not in text


def test_a_claim_knows_its_zone(cli: Program) -> None:
    cli("article", "add", write("zug.html", HTML), "--slug", "zug")
    added = cli("add", "--quote", "am Montag", "--article", "zug", "--json").json
    assert added["span"]["zone"] == "caption"
    cli("add", "--quote", "20 Wagen", "--article", "zug")
    listed = cli("list", "--zone", "caption", "--json").json
    assert [claim["span"]["exact"] for claim in listed] == ["am Montag"]
    assert cli("list", "--zone", "pull-quote", "--json").json == []


def test_an_annotated_copy(cli: Program) -> None:
    added = cli("article", "add", write("copy.docx", docx()))
    assert "2 tracked changes: the accepted text was taken.\n" in added.err
    assert added.err.endswith("shows the notes of the copy.\n")
    shown = cli("article", "show", 2, "--text").out
    assert "It has 15 vents." in shown
    proposed = cli("article", "claims", 2, "--json").json
    noted = {each["why"][0]: each for each in proposed if each["note"]}
    assert noted["comment"]["text"] == "20 carriages"
    assert noted["comment"]["source"] == "https://atlas.example/212"
    assert noted["comment"]["note"]["author"] == "Maria Keller"
    assert noted["footnote"]["source"] == "KCNA, 10 September"


def test_markdown_is_kept_as_it_is(cli: Program, stored: Stored) -> None:
    added = cli("article", "add", write("tunnel.md", MARKDOWN), "--json").json
    assert (added["title"], added["authors"]) == ("The tunnel", ["Bo Writer"])
    assert [each["source"] for each in added["proposals"]] == [
        "Rail Atlas, p. 7", "https://rail.example/tunnel",
    ]  # fmt: skip
    assert stored("SELECT text FROM revision WHERE id = 2") == [(MARKDOWN,)]


def test_a_pdf(cli: Program) -> None:
    page = pdfs.pdf([pdfs.lines(["The train has 20 carriages."])])
    cli("article", "add", write("train.pdf", page), "--slug", "train")
    assert cli("article", "show", "train", "--text").out.strip() == "The train has 20 carriages."


def test_what_was_said_wins(cli: Program) -> None:
    added = cli(
        "article", "add", write("tunnel.md", MARKDOWN), "--slug", "t", "--title", "Under the sea",
        "--author", "Cy", "--published", "2024-05-01", "--language", "fr", "--json",
    ).json  # fmt: skip
    assert (added["slug"], added["title"], added["authors"]) == ("t", "Under the sea", ["Cy"])
    assert (added["published"], added["language"]) == ("2024-05-01", "fr")


def test_the_format_is_said(cli: Program, stored: Stored) -> None:
    words = "# No heading\n\n[a](https://x.example/)\n"
    cli("article", "add", "-", "--format", "text", "--slug", "plain", stdin=words)
    assert cli("article", "claims", "plain", "--json").json == []
    cli("article", "add", "-", "--format", "Markdown", "--slug", "marked", stdin=words)
    assert stored("SELECT kind FROM annotation") == [("link",)]


def test_the_file_knows_better(cli: Program) -> None:
    added = cli("article", "add", "-", "--format", "docx", "--slug", "p", stdin="Plain.\n")
    assert added.status == 0
    assert added.err.startswith(
        "The file was said to be DOCX, but it is plain text and was read as that.\n"
    )


def test_brackets_stay_brackets(cli: Program) -> None:
    words = "It [[sic]] cost \\ 5 dollars. {x} ]] end\n"
    cli("article", "add", "-", "--slug", "odd", stdin=words)
    assert cli("article", "show", "odd", "--text").out == words


def test_a_name_with_blanks_and_a_line_break(cli: Program) -> None:
    added = cli("article", "add", write("the second\ndraft.txt", "Text.\n"), "--json")
    assert (added.status, added.json["slug"]) == (0, "the-second-draft")


# Trials and steps back


@pytest.mark.parametrize(
    ("name", "content"), [("a.md", MARKDOWN.encode()), ("a.docx", docx()), ("a.txt", b"Text.\n")]
)
def test_a_trial_leaves_nothing(cli: Program, name: str, content: bytes) -> None:
    before = cli("export").out
    tried = cli("article", "add", write(name, content), "--dry-run", "--json")
    assert (tried.status, tried.json["id"], tried.err) == (0, 2, "")
    assert cli("export").out == before


def test_a_trial_shows_the_notes(cli: Program) -> None:
    tried = cli("article", "add", write("copy.docx", docx()), "--dry-run")
    assert tried.err.endswith("Dry run: nothing was changed.\n")
    assert "20 carriages <- https://atlas.example/212\n" in tried.out


def test_undo_takes_it_back(cli: Program, stored: Stored) -> None:
    before = cli("export").out
    cli("article", "add", write("copy.docx", docx()), "--yes", "--by", "Bo")
    cli("undo", "--by", "Bo")
    assert cli("export").out == before
    assert stored("SELECT count(*) FROM annotation") == [(0,)]


# What is refused


@LITE
@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.md", b"", "empty.md: there is nothing in it."),
        ("bom.txt", b"\xef\xbb\xbf", "bom.txt: there is nothing in it."),
        ("no.docx", b"PK\x03\x04garbage", "no.docx is a zip file, a kind that is not supported."),
        ("cut.docx", docx()[:-200], "cut.docx is not whole"),
        ("scan.pdf", pdfs.image_only(), "scan.pdf: the PDF is scanned"),
        ("cut.pdf", b"%PDF-1.4 garbage", "cut.pdf: the PDF is not whole"),
        ("old.doc", b"{\\rtf1 x}", "old.doc is an RTF document, a kind that is not supported."),
        ("binary", b"\x7fELF\x02\x01\0", "binary is a program, a kind that is not supported."),
        ("latin.txt", b"caf\xe9", "latin.txt: line 1: byte 0xe9 is not UTF-8"),
    ],
)
def test_files_that_are_refused(
    cli: Program, stored: Stored, name: str, content: bytes, message: str
) -> None:
    refused = cli("article", "add", write(name, content))
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith(f"Error: {message}")
    assert "\nHint: " in refused.err
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
def test_an_unknown_format(cli: Program) -> None:
    refused = cli("article", "add", "kim.txt", "--format", "rtf")
    assert (refused.status, refused.err) == (
        2, "Error: 'rtf' is no format.\nHint: One of: text, markdown, html, docx, pdf.\n",
    )  # fmt: skip


@LITE
def test_a_pipe_is_read_once(cli: Program) -> None:
    os.mkfifo("pipe")
    writer = threading.Thread(target=Path("pipe").write_text, args=("From a pipe.\n",))
    writer.start()
    assert cli("article", "add", "pipe", "--json").json["slug"] == "pipe"
    writer.join()


# Addresses


class Site(BaseHTTPRequestHandler):
    """A page, a redirection to it, a file with the wrong type, and nothing else."""

    pages: ClassVar[dict[str, tuple[int, str, bytes]]] = {
        "/zug": (200, "text/html; charset=utf-8", HTML.encode()),
        "/copy.docx": (200, "application/octet-stream", docx()),
        "/latin": (200, "text/plain; charset=iso-8859-1", b"Ein Caf\xe9 mit 20 Pl\xe4tzen.\n"),
        "/old": (302, "/zug", b""),
        "/none": (404, "text/html", b"no"),
        "/blank": (200, "text/plain", b""),
    }

    def do_GET(self) -> None:
        status, kind, body = self.pages.get(self.path, (404, "text/plain", b""))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the server's name
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine alone."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        serving.join()


LOCAL = ("--allow-private", "127.0.0.1")


def test_a_page_by_its_address(cli: Program, site: str) -> None:
    added = cli("article", "add", f"{site}/zug", *LOCAL, "--json").json
    assert (added["title"], added["url"], added["language"]) == ("Der Zug", f"{site}/zug", "de")


@LITE
def test_where_it_was_led_counts(cli: Program, site: str) -> None:
    assert cli("article", "add", f"{site}/old", *LOCAL, "--json").json["url"] == f"{site}/zug"


@LITE
def test_a_file_at_an_address(cli: Program, site: str) -> None:
    added = cli("article", "add", f"{site}/copy.docx", *LOCAL, "--json").json
    assert [each["why"] for each in added["proposals"]] == [["comment"], ["footnote"]]


@LITE
def test_the_server_says_the_charset(cli: Program, site: str) -> None:
    cli("article", "add", f"{site}/latin", *LOCAL, "--slug", "cafe")
    assert cli("article", "show", "cafe", "--text").out == "Ein Café mit 20 Plätzen.\n"


@LITE
def test_a_private_address_is_refused(cli: Program, stored: Stored, site: str) -> None:
    refused = cli("article", "add", f"{site}/zug")
    assert (refused.status, refused.out) == (5, "")
    assert refused.err.startswith(f"Error: {site}/zug is refused: ")
    assert refused.err.count("\n") == 2
    assert stored("SELECT count(*) FROM article") == [(1,)]


@LITE
@pytest.mark.parametrize(
    ("page", "status", "message"),
    [
        ("/none", 5, "answers with status 404."),
        ("/blank", 2, "there is nothing in it."),
    ],
)
def test_pages_that_are_no_articles(
    cli: Program, site: str, page: str, status: int, message: str
) -> None:
    refused = cli("article", "add", f"{site}{page}", *LOCAL)
    assert refused.status == status
    assert message in refused.err
    assert "\nHint: " in refused.err


@LITE
@pytest.mark.parametrize(
    "address",
    ["http://", "http://[::1", "https://user@/", "http://a b/", "http://x.example:99999/"],
)
def test_addresses_that_are_none(cli: Program, address: str) -> None:
    refused = cli("article", "add", address)
    assert refused.status == 2
    assert refused.err.startswith("Error: ")
    assert "\nHint: Write it like https://example.org/page.\n" in refused.err
