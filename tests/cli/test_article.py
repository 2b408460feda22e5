"""`factcheck article`: the piece under check, its text kept code point for code point."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Stored
from tests.cli.told import LITE, dated
from tests.conftest import Program

SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_text_is_kept(cli: Program) -> None:
    shown = cli("article", "show", "kim-train", "--text", "--json").json
    assert shown["text"] == TEXT
    assert shown["sha256"] == SHA256
    assert cli("article", "show", "--text").out == TEXT


def test_only_bom_and_crlf_go(run: Program, stored: Stored) -> None:
    odd = "# Caf\u00e9 e\u0301\r\n\r\n\ttab\u00a0\u200b  \r\nlast"
    added = run("article", "add", "-", "--json", stdin=b"\xef\xbb\xbf" + odd.encode())
    kept = odd.replace("\r\n", "\n")
    assert stored("SELECT text FROM revision WHERE article_id = 2") == [(kept,)]
    assert added.json["sha256"] == hashlib.sha256(kept.encode()).hexdigest()
    assert added.json["slug"] == "cafe-e"


def test_what_is_said_of_it(cli: Program) -> None:
    added = cli(
        "article", "add", "-", "--slug", "vostok", "--title", "Vostok", "--author", "A", "--author",
        "B", "--publisher", "The Desk", "--published", "11 Sept 2023", "--url", "https://a.example/",
        "--language", "pt-BR", stdin="Text.\n",
    )  # fmt: skip
    assert added.err == ('Next: factcheck add --quote "words of the article" --article vostok\n')
    assert added.out.splitlines()[:7] == [
        "vostok  article 2, open",
        "  title       Vostok",
        "  author      A, B",
        "  publisher   The Desk",
        "  published   2023-09-11",
        "  language    pt-BR",
        "  url         https://a.example/",
    ]


def test_an_article_as_json(cli: Program) -> None:
    shown = cli("article", "show", "1", "--json").json
    expected = {
        "slug": "kim-train", "title": "kim train", "author": "Maria Keller", "state": "open",
        "authors": ["Maria Keller"], "publisher": None, "published": None, "language": "en",
        "revision": 1, "closed": None, "claims": {"total": 3, "outcomes": {"open": 3}},
    }  # fmt: skip
    assert expected.items() <= shown.items()
    assert [draft["characters"] for draft in shown["revisions"]] == [len(TEXT)]


def test_every_article_has_author(cli: Program, stored: Stored) -> None:
    cli("article", "add", "-", "--slug", "other", stdin="Text.\n")
    assert stored("SELECT key, article_id FROM source WHERE article_id IS NOT NULL") == [
        ("author", 1), ("author-other", 2),
    ]  # fmt: skip
    added = cli("add", "x", "-a", "other", "--from", "author call", "--json").json
    assert added["evidence"][0]["source"]["key"] == "author-other"


def test_articles_are_listed(cli: Program) -> None:
    cli("article", "add", "-", "--slug", "other", "--title", "Other", stdin="Text.\n")
    assert cli("article", "list").out == (
        "#  slug       state  draft  claims  title\n"
        "1  kim-train  open   1      3       kim train\n"
        "2  other      open   1      0       Other\n"
    )
    assert [a["slug"] for a in cli("article", "list", "--json").json] == ["kim-train", "other"]


def test_the_same_name_twice(cli: Program) -> None:
    Path("kim-train.txt").write_text("Again.\n")
    assert cli("article", "add", "kim-train.txt", "--json").json["slug"] == "kim-train-2"
    refused = cli("article", "add", "kim-train.txt", "--slug", "kim-train")
    assert refused.err == (
        "Error: There is an article 'kim-train' already.\nHint: Choose another with --slug.\n"
    )


def test_what_ran_is_kept(cli: Program, stored: Stored) -> None:
    cli("verify", 1, "--ok", "--from", "atlas p. 1")
    closed = cli("article", "close", "--url", "https://a.example/1", "--by", "Bo", "--json").json
    assert (closed["state"], closed["url"]) == ("closed", "https://a.example/1")
    assert (closed["closed"]["by"], closed["closed"]["sha256"]) == ("Bo", SHA256)
    uids = [row[0] for row in stored("SELECT uid FROM claim WHERE id > 1 ORDER BY id")]
    assert closed["closed"]["open"] == uids


def test_a_closed_article_reopens(cli: Program) -> None:
    assert cli("article", "reopen", "kim-train").status == 2
    cli("article", "close")
    assert cli("article", "close", "kim-train").err == (
        "Error: Article kim-train is closed already.\nHint: factcheck article reopen kim-train\n"
    )
    assert cli("article", "reopen", "kim-train", "--json").json["state"] == "open"


def test_a_closed_article_for_people(cli: Program) -> None:
    told = dated(cli("article", "close").out).splitlines()
    assert told[0] == "kim-train  article 1, closed"
    assert told[-1] == f"  closed      Ann Checker, WHEN, 3 open, sha256 {SHA256}"


def test_options_change_an_article(cli: Program) -> None:
    edited = cli(
        "article", "edit", "kim-train", "--title", "Kim's train", "--author", "Bo", "--slug",
        "train", "--published", "2023-09-11", "--json",
    ).json  # fmt: skip
    assert (edited["title"], edited["author"], edited["slug"]) == ("Kim's train", "Bo", "train")
    assert cli("source", "show", "author", "--json").json["title"] == "Bo, author"
    assert cli("article", "edit", "train", "--published", "", "--json").json["published"] is None


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("show no-such", 3, "There is no article 'no-such'."),
        ("show 99", 3, "There is no article 99."),
        ("show article:99", 3, "There is no article 99."),
        ("edit kim-train --slug 1234", 2, "'1234' cannot be a slug."),
        ("edit kim-train --slug A_b", 2, "'A_b' cannot be a slug."),
        ("edit kim-train --slug=", 2, "An article needs a slug."),
        ("edit kim-train --title=", 2, "An article needs a title."),
        ("edit kim-train --url x:y", 2, "'x:y' is no web address."),
        ("edit kim-train --published soon", 2, "'soon' is no day."),
        ("edit kim-train --language english!", 2, "'english!' is not a language."),
        ("add nowhere.txt", 2, "nowhere.txt cannot be read: No such file or directory."),
        ("add .", 2, ". cannot be read: Is a directory."),
        (f"add {'x' * 400}", 2, f"{'x' * 400} cannot be read: File name too long."),
        ("add - --url x:y", 2, "'x:y' is no web address."),
    ],
)
def test_what_is_wrong_is_said(cli: Program, words: str, status: int, message: str) -> None:
    refused = cli("article", *words.split(), "--json", stdin="Text.\n")
    assert refused.status == status
    assert refused.json["error"]["message"] == message
    assert refused.json["error"]["hint"]


@LITE
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "stdin: there is nothing in it."),
        (b" \n\t", "stdin: there is nothing in it."),
        (b"a\nb\0c", "stdin: line 2: there is a NUL byte, so this is not plain text."),
        (b"a\nb\xff", "stdin: line 2: byte 0xff is not UTF-8"),
        (b"x" * 25_000_001, "stdin has 25.0 MB, more than the 25 MB that can be taken."),
    ],
)
def test_a_bad_text_is_refused(cli: Program, stored: Stored, content: bytes, message: str) -> None:
    refused = cli("article", "add", "-", stdin=content)
    assert refused.status == 2
    assert message in refused.err
    assert stored("SELECT count(*) FROM article") == [(1,)]
