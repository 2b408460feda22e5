"""Sources as CSL-JSON: what Zotero and Crossref write, and what comes back of what we write."""

import json
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.exchange import csl
from factcheck.exchange.cited_sources import GivenSource
from factcheck.words import SourceKind
from tests.exchange.test_bibtex import ATLAS, said

#: CSL 1.0.2.
TYPES = set(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
    """.split()  # noqa: SIM905  (a table of words, not forty lines of quotes)
)


def one(**members: Any) -> GivenSource:
    ((_, item),) = csl.read(json.dumps([{"title": "T", **members}]))
    assert isinstance(item, GivenSource), item
    return item


def lines(text: str) -> list[tuple[int, str]]:
    return [
        (line, item.message if isinstance(item, BadInput) else str(item.key))
        for line, item in csl.read(text)
    ]


def test_an_item_has_its_container_its_day_and_its_people() -> None:
    item = one(
        id="roe2020",
        type="article-journal",
        title='On <i>E. coli</i> and <span class="nocase">NASA</span>',
        author=[
            {"family": "Berg", "given": "Hans", "non-dropping-particle": "van der"},
            {"literal": "World Health Organization"},
        ],
        issued={"date-parts": [["2020", 5, 3]]},
        DOI="10.1000/182",
        publisher="Springer",
        note="Paper copy.",
        **{"container-title": "Nature"},
    )
    assert said(item) == (
        "roe2020",
        "document",
        "On E. coli and NASA",
        "https://doi.org/10.1000/182",
        "Nature",
        "Hans van der Berg; World Health Organization",
        "2020-05-03",
    )
    assert item.note == "Paper copy."


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("webpage", "page"), ("report", "document"), ("chapter", "book"), ("dataset", "dataset"),
        ("interview", "person"), ("song", "recording"), ("post-weblog", "post"),
        ("manuscript", "notes"), ("map", "other"), ("never heard", "other"),
    ],
)  # fmt: skip
def test_the_type_says_what_kind_it_is(form: str, kind: str) -> None:
    assert one(type=form).source.kind == kind


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        ({"date-parts": [[2020]]}, "2020"), ({"date-parts": [["2020", "5"]]}, "2020-05"),
        ({"date-parts": [[2020, 5, 3], [2020, 6]]}, "2020-05-03"),
        ({"date-parts": [[2020, 13]]}, "2020"), ({"date-parts": [[735]]}, "0735"),
        ({"date-parts": [[None]]}, None), ({"date-parts": [[2020, 2, 30]]}, "2020-02"),
        ({"date-parts": "2020"}, None), ({"raw": "2020-05-03"}, "2020-05-03"),
        ({"raw": "May 3, 2020"}, "2020-05-03"), ({"literal": "3 May 2020"}, "2020-05-03"),
        ({"raw": "03/04/2020"}, "2020"), ({"raw": "2020-05-03/2020-05-09"}, "2020-05-03"),
        ({"edtf": "2020-05"}, "2020-05"), ("2020-05-03", "2020-05-03"), ({}, None), (None, None),
    ],
)  # fmt: skip
def test_a_date_is_as_exact_as_it_is_said(issued: Any, day: str | None) -> None:
    item = one(issued=issued)
    assert (item.source.published, item.remarks) == (day, ())


def test_a_date_that_cannot_be_kept_is_told() -> None:
    item = one(id="x", issued={"literal": "in press"})
    assert (item.source.published, item.remarks) == (
        None,
        ("x: 'in press' is no date that can be kept.",),
    )


@pytest.mark.parametrize(
    ("author", "read"),
    [
        ([{"family": "King", "given": "Martin Luther", "suffix": "Jr."}], "Martin Luther King Jr."),
        ([{"name": "Crossref"}], "Crossref"), ("Jane Roe", "Jane Roe"), ({"literal": "A"}, "A"),
        (["A", {"literal": "B"}, 3, {}], "A; B"), (7, None),
    ],
)  # fmt: skip
def test_names_come_in_several_forms(author: Any, read: str | None) -> None:
    assert one(author=author).source.author == read


def test_an_editor_stands_in_for_the_author() -> None:
    assert one(editor=[{"literal": "Ed"}]).source.author == "Ed"


def test_lists_where_texts_belong_and_numbers_are_taken() -> None:
    item = one(id=7, title=["First", "Second"], publisher=[], **{"container-title": ["Nature"]})
    assert said(item)[:5] == ("7", "other", "First", "First", "Nature")


def test_each_item_has_its_line() -> None:
    text = (
        '[\n  {"id": "a", "title": "A"},\n  {"id": "b"},\n  "text",\n'
        '  {"id": "c", "title": "T", "URL": "javascript:alert(1)"},\n'
        '  {"id": "d", "title": {"x": 1}}, {"id": "e", "title": "half \\ud800"},\n'
        '  {"id": "f", "type": "webpage", "URL": "https://www.example.org/x"}\n]'
    )
    assert lines(text) == [
        (2, "a"),
        (3, "The source has no title."),
        (4, "'text' is no CSL item."),
        (5, "'javascript:alert(1)' is no web address."),
        (6, "title is {'x': 1}, not text."),
        (6, "The title contains half a character (U+D800), which is not UTF-8."),
        (7, "f"),
    ]


def test_items_may_stand_inside_or_follow_each_other() -> None:
    item = '{"id": "a", "title": "A", "references": "none"}'
    assert lines(f'{{"items":\n[{item},\n{item}],\n"x": 1}}') == [(2, "a"), (3, "a")]
    assert lines(f'{{"message": {{"items": [\n{item}]}}}}') == [(2, "a")]
    assert lines(f"{item}\n\n{item}\n") == [(1, "a"), (3, "a")]
    assert lines(item) == [(1, "a")]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[{"id": "a"},\n{"id" "b"}]', 2, "expecting ':' delimiter"),
        ('[{"title": "a"}\n{"title": "b"}]', 2, "a comma or ] is missing"),
        ('[\n{"title": "a"},\n', 3, "expecting value"),
        ('{"title": NaN}', 1, "NaN is no number"),
        ("[" * 100_000, 1, "it is nested too deep"),
        ('{"a":' * 100_000, 1, "it is nested too deep"),
        ("[" + "9" * 5000 + "]", 1, "Exceeds the limit"),
        ("<html>", 1, "expecting value"),
    ],
)
def test_what_is_no_json_is_refused_where_it_ends(text: str, line: int, message: str) -> None:
    *_, (number, error) = csl.read(text)
    assert isinstance(error, BadInput)
    assert (number, error.line) == (line, line)
    assert message in error.message


@pytest.mark.parametrize("data", [b"[]", b'{"items": []}'])
def test_no_item_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match="no CSL item"):
        list(csl.read(data))


def test_another_encoding_is_refused_by_its_line() -> None:
    with pytest.raises(BadInput, match="Windows-1252") as caught:
        list(csl.read('[\n{"title": "M\xfcller"}]'.encode("cp1252")))
    assert caught.value.line == 2


# Out


def test_an_item_is_written_as_the_schema_has_it() -> None:
    assert json.loads(csl.write([{**ATLAS, "url": "https://doi.org/10.1000/182"}])) == [
        {
            "id": "atlas",
            "type": "webpage",
            "title": "An Atlas",
            "author": [{"literal": "Jane Roe"}, {"literal": "World Health Organization"}],
            "publisher": "Rail & Co",
            "issued": {"date-parts": [[2020, 5, 3]]},
            "accessed": {"date-parts": [[2021, 1, 2]]},
            "DOI": "10.1000/182",
            "URL": "https://doi.org/10.1000/182",
        }
    ]


@pytest.mark.parametrize("kind", list(SourceKind))
@pytest.mark.parametrize("published", ["2020", "2020-05", "2020-05-03", None])
def test_what_is_written_reads_as_it_was(kind: str, published: str | None) -> None:
    title = 'A "title" \\ </script> =1+1 \u202eabc\nin two lines'
    source = {**ATLAS, "kind": kind, "title": title, "published": published}
    written = csl.write([source])
    assert written == csl.write([source])
    assert json.loads(written)[0]["type"] in TYPES
    ((_, item),) = csl.read(written)
    assert isinstance(item, GivenSource)
    assert said(item) == (
        "atlas", kind, title, ATLAS["url"], ATLAS["publisher"], ATLAS["author"], published,
    )  # fmt: skip


def test_a_date_in_words_stays_one() -> None:
    assert json.loads(csl.write([{**ATLAS, "published": "spring"}]))[0]["issued"] == {
        "literal": "spring"
    }


def test_a_protected_source_is_its_alias_alone() -> None:
    hidden = {**ATLAS, "kind": "person", "title": "Jane Roe", "alias": "an official"}
    assert json.loads(csl.write([{**hidden, "protected": True}])) == [
        {"id": "atlas", "type": "personal_communication", "title": "an official"}
    ]
