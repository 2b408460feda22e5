"""A hand-over: what is in it, what is not, and whether it can be seen to be whole."""

import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from factcheck.errors import NotFound
from factcheck.exchange import package, part
from factcheck.exchange.package_files import FileNames, ending, safe
from factcheck.exchange.package_veil import PRINTED, stands_in
from factcheck.models import Claim, Person, Rule, Tag, Verdict
from factcheck.services import articles, claims, lookup, originals, sources
from factcheck.services.articles import NewArticle
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.services.veils import Veil
from factcheck.words import Format
from tests.exchange import handover
from tests.exchange.copies import Copy, of_kind, records
from tests.exchange.handover import LATER, PAGE, SECRETS, TEXT, docx, files, packed, sha256

Make = Callable[[], Copy]


@pytest.fixture
def desk(copy: Copy) -> Copy:
    return handover.filled(copy)


@pytest.fixture(scope="session")
def filled_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return handover.filled_file(sqlite_template, tmp_path_factory.mktemp("package"))


@pytest.fixture
def lite(filled_file: Path, tmp_path: Path) -> Copy:
    """The same on SQLite alone, for what is no matter of the database."""
    return handover.copied(filled_file, tmp_path)


def manifest(data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(data)["manifest.json"])
    return found


def exported(data: bytes) -> str:
    return files(data)["records.jsonl"].decode()


# What is in it


def test_the_files_of_a_hand_over(desk: Copy) -> None:
    data, summary = packed(desk, reveal=True, reports={"report.html": b"<p>", "page.md": b"#"})
    found = files(data)
    assert list(found) == [
        "records.jsonl",
        "articles/train/draft-1.txt",
        "articles/train/draft-1.docx",
        "articles/other/draft-1.txt",
        "sources/atlas/1-2026-11-20.html",
        "sources/atlas/1-2026-11-20.text.txt",
        "sources/snapshots.jsonl",
        "reports/page.md",
        "reports/report.html",
        "README.txt",
        "manifest.json",
        "SHA256SUMS",
    ]
    assert found["articles/train/draft-1.txt"].decode() == TEXT
    assert found["articles/train/draft-1.docx"] == docx(TEXT)
    assert found["sources/atlas/1-2026-11-20.html"] == PAGE
    assert found["reports/report.html"] == b"<p>"
    assert (summary.folder, summary.articles, summary.claims, summary.sources) == (
        "train-handover", 1, 2, 5,
    )  # fmt: skip
    assert (summary.snapshots, summary.originals, summary.files) == (1, 1, 12)
    assert (summary.protected, summary.veiled, summary.left_out) == (1, 0, [])


def test_every_file_has_its_sum(lite: Copy) -> None:
    found = files(packed(lite)[0])
    lines = found["SHA256SUMS"].decode().splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert listed == {name: sha256(data) for name, data in found.items() if name != "SHA256SUMS"}


def test_the_manifest_names_what_there_is(desk: Copy) -> None:
    data, summary = packed(desk, reveal=True, made_by="Ann Checker", version="1.2")
    found, told = files(data), manifest(data)
    last = ("manifest.json", "SHA256SUMS")
    assert {each["name"]: (each["size"], each["sha256"]) for each in told["files"]} == {
        name: (len(data), sha256(data)) for name, data in found.items() if name not in last
    }
    assert (told["format"], told["version"], told["what"]) == (
        "factcheck-package", 1, "1 article, 2 claims, 5 sources, 1 snapshot",
    )  # fmt: skip
    assert (told["made_by"], told["made_with"]) == ("Ann Checker", "factcheck 1.2")
    assert told["masked"] is False
    assert told["protected"] == {"in_full": 1, "by_alias": 0}
    train, other = told["articles"]
    text = found["articles/train/draft-1.txt"]
    assert (train["slug"], train["revision"], train["sha256"]) == ("train", 1, sha256(text))
    assert (train["whole"], other["whole"]) == (True, False)
    assert train["drafts"][0]["original"] == "articles/train/draft-1.docx"
    assert told["records"] == json.loads(exported(data).partition("\n")[0])["records"]
    assert sum(told["records"].values()) == summary.records


def test_the_copies_of_sources_are_told(lite: Copy) -> None:
    (copy,) = manifest(packed(lite)[0])["snapshots"]
    del copy["uid"]
    assert copy == {
        "source": "atlas", "at": "2026-11-20T09:00:00Z", "how": "fetched",
        "url": "https://atlas.example.org/a", "final_url": "https://atlas.example.org/a",
        "status": 200, "sha256": sha256(PAGE), "file": "sources/atlas/1-2026-11-20.html",
        "text": "sources/atlas/1-2026-11-20.text.txt",
    }  # fmt: skip


def test_the_readme_says_what_to_do(lite: Copy) -> None:
    found = files(packed(lite, made_by="Ann Checker")[0])["README.txt"].decode()
    for said in (
        "1 article, 2 claims, 5 sources, 1 snapshot", "Handed over by Ann Checker.",
        "sha256sum -c SHA256SUMS", "shasum -a 256 -c SHA256SUMS",
        "certutil -hashfile FILE SHA256", "factcheck import FILE.zip",
        "1 protected source is called by an alias",
    ):  # fmt: skip
        assert said in found
    assert "The other" not in found


def test_the_same_database_gives_the_same_bytes(desk: Copy) -> None:
    options: dict[str, Any] = {"reports": {"b.md": b"2", "a.md": b"1"}, "made_by": "Ann"}
    data, _ = packed(desk, **options)
    assert packed(desk, **options)[0] == data
    with zipfile.ZipFile(io.BytesIO(data)) as whole, desk.reading() as session:
        newest = part.newest(session, part.chosen(session, [1], []))
        assert newest is not None
        # A zip counts seconds by twos.
        even = newest.replace(second=newest.second // 2 * 2)
        assert {info.date_time for info in whole.infolist()} == {even.timetuple()[:6]}
        modes = {info.external_attr >> 16 for info in whole.infolist()}
        assert modes == {stat.S_IFREG | 0o644}


def test_it_can_be_written_to_what_cannot_be_read(lite: Copy) -> None:
    reader, writer = os.pipe()
    with lite.reading() as session, os.fdopen(writer, "wb") as out:
        package.write(out, session, claims=[3])
    with os.fdopen(reader, "rb") as sent:
        assert next(iter(files(sent.read()))) == "records.jsonl"


def test_the_same_bytes_are_packed_once(desk: Copy) -> None:
    with desk.writing() as session:
        handover.looked(session, handover.later(1), LATER)
        handover.looked(session, handover.later(2), PAGE)
    data, summary = packed(desk)
    assert [name for name in files(data) if name.startswith("sources/atlas/")] == [
        "sources/atlas/1-2026-11-20.html", "sources/atlas/1-2026-11-20.text.txt",
        "sources/atlas/2-2026-11-21.html", "sources/atlas/2-2026-11-21.text.txt",
    ]  # fmt: skip
    assert summary.snapshots == 3
    assert [each["file"] for each in manifest(data)["snapshots"]] == [
        "sources/atlas/1-2026-11-20.html", "sources/atlas/2-2026-11-21.html",
        "sources/atlas/1-2026-11-20.html",
    ]  # fmt: skip


def test_a_claim_without_an_article(lite: Copy) -> None:
    data, summary = packed(lite, claims=[3])
    assert summary.folder == "claims-handover"
    assert list(files(data)) == [
        "records.jsonl", "sources/snapshots.jsonl", "README.txt", "manifest.json", "SHA256SUMS",
    ]  # fmt: skip


def test_nothing_to_hand_over(lite: Copy) -> None:
    with pytest.raises(NotFound):
        packed(lite, articles=[99])


def test_bytes_that_are_hurt_are_left_out_by_name(lite: Copy) -> None:
    with lite.writing() as session:
        handover.looked(session, handover.later(1), LATER)
        _hurt(session, sha256(PAGE))
        _hurt(session, sha256(docx(TEXT)))
    data, summary = packed(lite, reveal=True)
    hurt = [sha256(docx(TEXT))[:12], sha256(PAGE)[:12]]
    assert summary.left_out == [
        f"the file of draft-1: The bytes {hurt[0]} are not as they were kept.",
        f"snapshot 1 of atlas: The bytes {hurt[1]} are not as they were kept.",
    ]
    assert (summary.snapshots, summary.originals) == (1, 0)
    assert summary.left_out[0] in files(data)["README.txt"].decode()
    lines = files(data)["sources/snapshots.jsonl"].decode().splitlines()
    assert [each["kind"] for each in map(json.loads, lines)].count("snapshot") == 1


def _hurt(session: Session, digest: str) -> None:
    from factcheck.db.holdings import blobs  # noqa: PLC0415  used here alone

    row = blobs.update().where(blobs.c.sha256 == digest)
    session.connection().execute(row.values(packed=b"x"))


# Protected sources


def test_no_name_of_a_protected_source_leaves(desk: Copy) -> None:
    found = files(packed(desk)[0])
    printed = {"articles/train/draft-1.txt"}
    lines = found.pop("records.jsonl").decode()
    assert found.keys() >= printed
    everything = {n: d for n, d in found.items() if n not in printed} | {"records": _said(lines)}
    for secret in (*SECRETS, "Jane", "Quimby", "Roe Press", "in the park"):
        assert [n for n, d in everything.items() if secret.lower().encode() in d.lower()] == []


def _said(lines: str) -> bytes:
    """The records without the article's own words."""
    found = records(lines)
    for each in found:
        for name in PRINTED.get(each["kind"], ()):
            del each["record"][name]
    return json.dumps(found).encode()


def test_a_protected_source_goes_by_its_alias(desk: Copy) -> None:
    data, summary = packed(desk)
    (source,) = [each for each in of_kind(exported(data), "source") if each["protected"]]
    assert (source["key"], source["title"], source["alias"]) == (
        "official", "a senior official", "a senior official",
    )  # fmt: skip
    for name in ("url", "author", "publisher", "kept", "published", "origin_id"):
        assert source[name] is None
    assert summary.veiled == 1
    assert summary.left_out == [
        "notes on protected sources: 1",
        "files of drafts with the name of a protected source in them: 1",
    ]
    assert manifest(data)["masked"] is True
    texts = [each["text"] for each in of_kind(exported(data), "note")]
    assert texts == [
        "a senior official lent it to me.", "a senior official rang.",
        "Ask a senior official for a photograph.",
    ]  # fmt: skip


def test_all_is_named_when_it_is_asked_for(lite: Copy) -> None:
    data, _ = packed(lite, reveal=True)
    with lite.reading() as session:
        lines = "".join(part.lines(session, part.chosen(session, [1], [])))
    assert exported(data) == lines
    said = "1 protected source is named in full"
    assert said in files(data)["README.txt"].decode()


def test_what_a_protected_source_said_stays_here(lite: Copy) -> None:
    with lite.writing() as session:
        handover.looked(session, handover.later(1), LATER, key="official")
    data, summary = packed(lite)
    assert summary.snapshots == 1
    assert sha256(LATER).encode() not in files(data)["sources/snapshots.jsonl"]
    assert packed(lite, reveal=True)[1].snapshots == 2


def test_verdicts_rest_on_what_was_masked(desk: Copy, empty: Copy) -> None:
    assert not desk.one("SELECT stale FROM claim WHERE id = 1")
    empty.take(exported(packed(desk)[0]))
    assert not empty.one("SELECT stale FROM claim WHERE id = 1")
    assert empty.check() == []


def test_what_called_for_a_recheck_still_does(lite: Copy, another: Make) -> None:
    with lite.writing() as session:
        handover.cited(session, 1, source="official", quote="21, no less", stance="refutes")
    assert lite.one("SELECT stale FROM claim WHERE id = 1")
    theirs = another()
    theirs.take(exported(packed(lite)[0]))
    assert theirs.one("SELECT stale FROM claim WHERE id = 1")


def test_names_in_names_become_numbers(lite: Copy) -> None:
    with lite.writing() as session:
        sources.edit(session, lookup.source(session, "official"), {"title": "Q-7"})
        claim = session.get_one(Claim, 1)
        session.add(Tag(claim_id=claim.id, name="q-7"))
        session.add(Person(name="Q-7", aliases=["Q-7", "q"]))
        session.get_one(Person, 2).aliases = ["Q-7", "BW"]
        articles.edit(session, lookup.article(session, "train"), {"slug": "q-7"})
        session.get_one(Rule, 10).value = "The Q-7 Times"
        sources.edit(session, lookup.source(session, "wire"), {"key": "q-7"})
    data, summary = packed(lite)
    lines = exported(data)
    assert [each["name"] for each in of_kind(lines, "tag")] == ["train", "tag-2"]
    assert of_kind(lines, "person")[1]["aliases"] == ["a senior official", "BW"]
    assert summary.folder == "article-1-handover"
    assert "source-3" in {each["key"] for each in of_kind(lines, "source")}
    assert "publisher" not in {each["key"] for each in of_kind(lines, "house")}
    assert "rules of the house with the name of a protected source in them: 1" in summary.left_out
    for data_of_file in files(data).values():
        assert b"q-7" not in data_of_file.lower()


def test_a_day_is_a_day_whatever_a_source_is_called(lite: Copy) -> None:
    with lite.writing() as session:
        sources.edit(session, lookup.source(session, "official"), {"title": "2030"})
    data, _ = packed(lite)
    assert of_kind(exported(data), "recheck")[0]["on"] == "2030-01-01"


def test_grounds_of_other_words_are_masked_too(lite: Copy, another: Make) -> None:
    with lite.writing() as session:
        claims.edit(session, lookup.claim(session, 1), {"text": "It has 20, Jane Roe told us"})
    data, _ = packed(lite)
    (verdict,) = of_kind(exported(data), "verdict")
    assert verdict["grounds"]["text"] == "The train has 20 carriages, as a senior official says"
    theirs = another()
    theirs.take(exported(data))
    assert theirs.one("SELECT stale FROM claim WHERE id = 1")


def test_the_database_itself_is_as_it_was(desk: Copy) -> None:
    before = desk.export()
    packed(desk)
    assert desk.export() == before
    with desk.reading() as session:
        verdict = session.get(Verdict, 1)
        assert verdict is not None
        assert verdict.reason == "Jane  roe says so."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (docx("The train"), "open"),
        (docx("from Jane", " Roe"), "named"),
        (docx("Roe &amp; Jane"), "open"),
        (b"Jane\nRoe was here", "named"),
        (b"<b>Jane</b> Roe", "named"),
        (b"PK\x03\x04 and nothing", "named"),
        (b"<" * 1_000_000, "open"),
        (b"", "open"),
    ],
)
def test_a_name_in_a_file(lite: Copy, data: bytes, expected: str) -> None:
    with lite.reading() as session:
        assert stands_in(Veil(session), data) is (expected == "named")


def test_a_file_without_a_name_leaves(lite: Copy) -> None:
    with lite.writing() as session:
        plain = articles.add(session, NewArticle("The train is long.", slug="plain"))
        file = originals.File("plain.docx", Format.DOCX, docx("The train is long."))
        originals.keep(session, plain.revisions[-1], file)
        number = plain.id
    data, summary = packed(lite, articles=[number])
    assert files(data)["articles/plain/draft-1.docx"] == docx("The train is long.")
    assert (summary.originals, summary.left_out) == (1, [])
    assert manifest(data)["masked"] is False


# Names of files


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kim-train", "kim-train"),
        ("Zo\u00eb's \u201cTrain\u201d", "Zoe-s-Train"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b\nc d", "a-b-c-d"),
        ("\uae40\uc815\uc740", ""),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("console", "console"),
        ("...", ""),
        ("x" * 500, "x" * 60),
    ],
)
def test_names_that_every_system_takes(words: str, expected: str) -> None:
    assert safe(words) == expected


def test_no_two_files_have_one_name() -> None:
    names = FileNames()
    given = ["a.md", "A.md", "a.md", "train", "Train", "\uae40", "\uc815"]
    assert [names.take(each, "report") for each in given] == [
        "a.md", "A-2.md", "a-3.md", "train", "Train-2", "report", "report-2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("text/html; charset=utf-8", ".html"), ("Application/PDF", ".pdf"), (None, ".bin"),
        ("", ".bin"), ("text/x-evil;../..", ".bin"),
    ],
)  # fmt: skip
def test_the_ending_of_a_copy(media_type: str | None, expected: str) -> None:
    assert ending(media_type) == expected


def test_slugs_and_keys_of_any_script(lite: Copy) -> None:
    with lite.writing() as session:
        sources.add(session, NewSource("https://x.example.org/a", key="\uae40"))
        article = articles.add(session, NewArticle("Words of it.", slug="\uc5f4\ucc28"))
        new = NewClaim("Words", quote="Words", evidence=[NewEvidence("\uae40", quote="20")])
        claims.add(session, new, article)
        source = lookup.source(session, "\uae40").id
        handover.looked(session, handover.AT, PAGE, key="\uae40")
        number = article.id
    data, summary = packed(lite, articles=[number])
    assert summary.folder == "article-handover"
    assert f"sources/source-{source}/2-2026-11-20.html" in files(data)
    assert f"articles/article-{number}/draft-1.txt" in files(data)
