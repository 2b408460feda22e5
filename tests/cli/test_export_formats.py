"""`factcheck export` in the formats of others, and as a package for whoever takes a piece over."""

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import ExitStatus
from tests.cli.conftest import TEXT, Stored
from tests.cli.told import LITE
from tests.conftest import Program, run_here

KNOWN = "SELECT key, kind, title, url, publisher, author, published FROM source ORDER BY id"


@pytest.fixture
def filled(cli: Program) -> Program:
    """The atlas is cited for claim 1, a protected person for claim 2; two more articles' worth."""
    for words in (
        ["source", "edit", "tass", "--title", "Trains & <wheels>", "--published", "2026-11-01",
         "--author", "Jane Roe"],
        ["source", "add", "Irene Holt", "--key", "deep", "--protected", "--alias", "a driver"],
        ["verify", 1, "--ok", "--from", "atlas p. 2", "--because", "Counted."],
        ["evidence", "add", 2, "deep", "--says", "fast"],
        ["article", "edit", "kim-train", "--url", "https://desk.example/kim"],
    ):  # fmt: skip
        done = cli(*words)
        assert done.status == 0, done.err
    return cli


# Sources


def test_sources_as_others_keep_them(filled: Program, stored: Stored) -> None:
    """Of one article those that it cites, else all; they come back as they were."""
    every = json.loads(filled("export", "--format", "csl").out)
    assert [each["id"] for each in every] == ["author", "atlas", "tass", "deep"]
    assert every[2] == {
        "id": "tass", "type": "webpage", "title": "Trains & <wheels>",
        "author": [{"literal": "Jane Roe"}], "publisher": "TASS",
        "URL": "https://tass.com/economy/1672415", "issued": {"date-parts": [[2026, 11, 1]]},
    }  # fmt: skip
    cited = json.loads(filled("export", "--format", "csl", "--article", "kim-train").out)
    assert [each["id"] for each in cited] == ["atlas", "deep"]
    assert cited[1]["title"] == "a driver"
    for form in ("csl", "bibtex"):
        written = filled("export", "--format", form, "-o", f"all.{form}")
        assert (written.status, written.out, written.err) == (0, "", f"Wrote all.{form}.\n")
        assert Path(f"all.{form}").read_text(encoding="utf-8") == (
            filled("export", "--format", form).out
        )
        again = run_here(["--db", f"{form}.db", "import", f"all.{form}"])
        assert again.out == (
            "Added 4 sources.\nNote: author is kept under the key source-author.\n"
        )
        listed = json.loads(run_here(["--db", f"{form}.db", "source", "list", "--json"]).out)
        assert [each["title"] for each in listed] == [
            "Maria Keller, author", "The Times Atlas", "Trains & <wheels>", "a driver",
        ]  # fmt: skip
        here = {row[0]: row[3:] for row in stored(KNOWN)}
        names = ("url", "publisher", "author", "published")
        assert tuple(listed[2][name] for name in names) == here["tass"]
    assert "Irene" not in filled("export", "--format", "bibtex").out


# Annotations


def test_claims_as_annotations(filled: Program) -> None:
    shown = filled("export", "--format", "annotations", "--article", "kim-train")
    collection = shown.json
    items = collection["first"]["items"]
    assert (collection["type"], collection["total"], collection["label"]) == (
        "AnnotationCollection", 3, "kim train",
    )  # fmt: skip
    told = []
    for item in items:
        quote, position = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        told.append((quote["exact"], item["body"][0]["value"], item["target"]["source"]))
    assert told == [
        ("20 carriages", "OK\nCounted.", "https://desk.example/kim"),
        ("up to 37 mph", "OPEN", "https://desk.example/kim"),
        ("14 vents", "OPEN", "https://desk.example/kim"),
    ]
    assert filled("export", "--format", "annotations").out == shown.out


# A package


def unpacked(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(name) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def check_sums(files: dict[str, bytes]) -> None:
    """As `sha256sum -c SHA256SUMS` does, and every file has its line."""
    (sums,) = (name for name in files if name.endswith("SHA256SUMS"))
    folder = sums.removesuffix("SHA256SUMS")
    lines = [line.split("  ", 1) for line in files[sums].decode().splitlines()]
    assert {f"{folder}{name}" for _, name in lines} | {sums} == set(files)
    for sha256, name in lines:
        assert hashlib.sha256(files[f"{folder}{name}"]).hexdigest() == sha256


def test_a_package_goes_out_and_comes_in(filled: Program) -> None:
    done = filled("export", "kim-train", "--package", "kim.zip")
    files = unpacked("kim.zip")
    assert (done.status, done.out) == (0, "")
    assert done.err == (
        "1 protected source goes by its alias; --reveal would name them.\n"
        f"Wrote kim.zip: {len(files)} files. Anybody can check it: sha256sum -c SHA256SUMS\n"
    )
    check_sums(files)
    names = {name.rpartition("/")[2] for name in files}
    assert {"manifest.json", "report.html", "report.docx", "report.md", "report.json"} <= names
    by_name = {name.rpartition("/")[2]: data for name, data in files.items()}
    assert by_name["report.md"].decode() == filled("report", "kim-train").out
    assert by_name["report.json"].decode() == filled("report", "kim-train", "--json").out
    before = Path("kim.zip").read_bytes()
    filled("export", "--package", "again.zip")
    assert Path("again.zip").read_bytes() == before, "the same records, the same bytes"

    def other(*words: str) -> Any:
        return run_here(["--db", "other.db", *words])

    assert other("import", "kim.zip", "--dry-run").status == 0
    assert not Path("other.db").exists()
    taken = other("import", "kim.zip")
    assert (taken.status, taken.err[:5]) == (0, "Made "), taken.err
    theirs = json.loads(other("list", "--json").out)
    ours = filled("list", "--json").json
    assert [(c["uid"], c["text"], c["outcome"]) for c in theirs] == [
        (c["uid"], c["text"], c["outcome"]) for c in ours
    ]
    assert other("article", "show", "--text").out == filled("article", "show", "--text").out
    assert other("db", "check").status == 0


@LITE
def test_a_package_of_claims_and_of_names(filled: Program) -> None:
    assert filled("export", "2", "--package", "two.zip").status == 0
    files = unpacked("two.zip")
    check_sums(files)
    (name,) = (each for each in files if each.endswith("report.json"))
    assert [each["id"] for each in json.loads(files[name])["claims"]] == [2]
    assert b"Irene" not in b"".join(files.values())
    revealed = filled("export", "2", "--package", "two.zip", "--reveal")
    assert revealed.err.startswith("Warning: 1 protected source is named in full in this package.")
    assert b"Irene" in b"".join(unpacked("two.zip").values())


@LITE
def test_a_package_that_was_changed_is_refused(filled: Program) -> None:
    filled("export", "kim-train", "--package", "kim.zip")
    files = unpacked("kim.zip")
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data.replace(b"20 carriages", b"21 carriages"))
    Path("changed.zip").write_bytes(changed.getvalue())
    refused = run_here(["--db", "other.db", "import", "changed.zip"])
    assert (refused.status, refused.out) == (ExitStatus.USAGE, "")
    assert refused.err.startswith("Error: ")
    assert not Path("other.db").exists()


@LITE
def test_a_package_is_written_whole_or_not_at_all(filled: Program) -> None:
    Path("kim.zip").write_bytes(b"before")
    for words, status in (
        (["nope", "--package", "kim.zip"], ExitStatus.NOT_FOUND),
        (["9", "--package", "kim.zip"], ExitStatus.NOT_FOUND),
        (["kim-train", "2", "--package", "kim.zip"], ExitStatus.USAGE),
        (["kim-train", "--package", "none/kim.zip"], ExitStatus.USAGE),
        (["kim-train", "--package", "."], ExitStatus.USAGE),
        (["kim-train"], ExitStatus.USAGE),
        (["--reveal"], ExitStatus.USAGE),
        (["--format", "jsonl", "--article", "kim-train"], ExitStatus.USAGE),
        (["--format", "csl", "--article", "nope"], ExitStatus.NOT_FOUND),
        (["--format", "cls"], ExitStatus.USAGE),
    ):
        refused = filled("export", *words)
        assert (words, refused.status, refused.out) == (words, status, "")
        assert refused.err.count("Error: ") == refused.err.count("Hint: ") == 1
    assert [each.name for each in Path().iterdir()] == ["kim.zip"]
    assert Path("kim.zip").read_bytes() == b"before"
