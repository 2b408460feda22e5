"""Which format a file is in, by how it begins."""

import json
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.exchange.guessing import HEAD, Incoming, guess

REVIEW = {"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "It is."}


def packed(*names: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            # A day of its own would make the name of a test another one in each process.
            archive.writestr(zipfile.ZipInfo(name), "{}")
    return made.getvalue()


def hypothesis(**target: Any) -> dict[str, Any]:
    return {"rows": [{"uri": "https://x.example/", "text": "Hm", "target": [target]}], "total": 1}


EXAMPLES: dict[str, tuple[Incoming, Any]] = {
    "an export": (Incoming.EXPORT, '{"factcheck": "1.0", "records": 2}\n{"kind": "claim"}\n'),
    "an export without its first line": (
        Incoming.EXPORT, '{"kind": "claim", "record": {"id": 1}}\n',
    ),
    "a package": (Incoming.PACKAGE, packed("kim/manifest.json", "kim/README.txt")),
    "a workbook": (Incoming.SHEET, packed("[Content_Types].xml", "xl/workbook.xml")),
    "a sheet": (Incoming.SHEET, "Fact,Checked,Notes\nThe sky is blue,OK,\n"),
    "a sheet with semicolons": (Incoming.SHEET, "Fact;Checked\nThe sky, it is blue;OK\n"),
    "a sheet in Windows-1252": (Incoming.SHEET, b"Fact,Notes\nZ\xfcrich,caf\xe9\n"),
    "a sheet in UTF-16": (Incoming.SHEET, "Fact\tNotes\na\tb\n".encode("utf-16")),
    "a sheet whose first column is PK": (Incoming.SHEET, "PK,Fact\n1,The sky is blue\n"),
    "a sheet with quotation marks": (Incoming.SHEET, '"Fact","Notes"\n"a","{b}"\n'),
    "a page": (Incoming.CLAIMREVIEW, "<!DOCTYPE html>\n<html><p>Hello"),
    "a script element": (
        Incoming.CLAIMREVIEW,
        f'\n <script type="application/ld+json">{json.dumps(REVIEW)}</script>',
    ),
    "a review": (Incoming.CLAIMREVIEW, REVIEW),
    "a review of several types": (Incoming.CLAIMREVIEW, {"@type": ["Review", "ClaimReview"]}),
    "a list of reviews": (Incoming.CLAIMREVIEW, [REVIEW, REVIEW]),
    "a review by its full name": (Incoming.CLAIMREVIEW, {"@type": "http://schema.org/ClaimReview"}),
    "a feed": (Incoming.CLAIMREVIEW, {"@type": "DataFeed", "dataFeedElement": []}),
    "an answer": (
        Incoming.FACT_CHECK_TOOLS, {"claims": [{"text": "a", "claimReview": []}]},
    ),
    "an empty answer": (Incoming.FACT_CHECK_TOOLS, {"claims": []}),
    "the last answer": (Incoming.FACT_CHECK_TOOLS, {"nextPageToken": "CBQ"}),
    "a library": (Incoming.BIBTEX, "@book{atlas, title = {An Atlas}}\n"),
    "a library as Mendeley writes it": (
        Incoming.BIBTEX,
        "Made by Mendeley, 1.19\n\nAny changes are lost\n\n@article{Roe2020,\ntitle = {A}\n}\n",
    ),
    "a library with remarks": (
        Incoming.BIBTEX, "% Encoding: UTF-8\n\n%% Made by hand\n@String ( a = {b} )\n",
    ),
    "a library in CSL": (
        Incoming.CSL, [{"id": "a", "type": "article-journal", "container-title": "Nature"}],
    ),
    "a poor library in CSL": (Incoming.CSL, [{"id": "a", "type": "book", "title": "An Atlas"}]),
    "one work in CSL": (Incoming.CSL, {"type": "book", "DOI": "10.1/x"}),
    "annotations": (
        Incoming.ANNOTATIONS,
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": "x"},
    ),
    "a collection": (Incoming.ANNOTATIONS, {"type": "AnnotationCollection", "total": 0}),
    "rows of Hypothesis": (
        Incoming.ANNOTATIONS, hypothesis(selector=[{"type": "TextQuoteSelector", "exact": "a"}]),
    ),
    "page notes of Hypothesis": (Incoming.ANNOTATIONS, hypothesis(source="https://x.example/")),
    "an annotation about a review": (
        Incoming.ANNOTATIONS,
        {"type": "Annotation", "body": "what is claimReviewed and textualRating?"},
    ),
}  # fmt: skip


def encoded(given: Any) -> bytes:
    if isinstance(given, bytes):
        return given
    return (given if isinstance(given, str) else json.dumps(given)).encode()


def guessed(given: Any) -> Incoming:
    file = BytesIO(encoded(given))
    found = guess(file)
    assert file.tell() == 0, "it is read from its beginning again"
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_format_is_known(name: str) -> None:
    form, given = EXAMPLES[name]
    assert guessed(given) == form
    if not isinstance(given, bytes):
        assert guessed(b"\xef\xbb\xbf" + encoded(given)) == form, "with a byte order mark"
        assert guessed(b"\r\n \t" + encoded(given)) == form, "with blanks"
    if not isinstance(given, (bytes, str)):
        assert guessed(json.dumps(given, indent=4)) == form


def test_there_is_an_example_of_every_format() -> None:
    assert {form for form, _ in EXAMPLES.values()} == set(Incoming)


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        (b"", "There is nothing in it.", "Name an export, a sheet or a feed."),
        (b" \n\t", "There is nothing in it.", "Name an export, a sheet or a feed."),
        (
            {"name": "Kim", "trains": 20},
            "It is JSON, and does not say what of.",
            f"Add --format: {', '.join(Incoming)}.",
        ),
        (
            packed("word/document.xml"),
            "It is a ZIP file, but no package of ours and no workbook.",
            "An article comes in by factcheck article add.",
        ),
        (
            packed("xl/workbook.xml")[:60],
            "It begins as a ZIP file and cannot be read as one.",
            "Copy it again, whole.",
        ),
    ],
)
def test_what_is_of_no_format_is_refused(given: Any, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as refused:
        guessed(given)
    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_the_beginning_alone_is_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as huge:
        huge.write(encoded(REVIEW))
        huge.truncate(50_000_000_000)
    with file.open("rb") as huge:
        assert (guess(huge), huge.tell()) == (Incoming.CLAIMREVIEW, 0)


@pytest.mark.parametrize(
    "pattern", ["% a\n", "%", " \n", "@", "@article", '[{"type" ', '{"type":', '"', "[{", "\\"]
)
def test_hostile_beginnings_end_soon(pattern: str) -> None:
    """What is looked at is small, and every pattern is of linear time on it."""
    for head in ("", "[{", "{", "%\n", "@a"):
        given = (head + pattern * HEAD)[:HEAD].encode()
        with suppress(BadInput):
            assert guessed(given) in set(Incoming)
