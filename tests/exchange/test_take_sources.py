"""Bibliographies into the database: each source once."""

from typing import Any

import pytest

from factcheck.errors import BadInput, FactcheckError, Refused
from factcheck.exchange import bibtex, csl, take_sources
from factcheck.exchange.take_sources import SourcesResult
from factcheck.services import source_shapes, sources
from factcheck.services.sources import NewSource
from tests.exchange.copies import Copy

COLUMNS = "key, kind, title, url, publisher, author, published"


def take(copy: Copy, text: str, **options: Any) -> SourcesResult:
    with copy.writing() as session:
        return take_sources.take(session, bibtex.read(text), **options)


def rows(copy: Copy) -> list[tuple[Any, ...]]:
    return copy.ask(f"SELECT {COLUMNS} FROM source ORDER BY id")  # noqa: S608  columns are ours


def refused(copy: Copy, text: str) -> FactcheckError:
    with pytest.raises(FactcheckError) as caught:
        take(copy, text)
    assert copy.count("source") == copy.count("step") - 1 == 0
    return caught.value


def test_a_bibliography_comes_in_once(copy: Copy) -> None:
    text = (
        "@article{Roe2020, title = {Trains}, author = {Roe, Jane}, journal = {Nature},"
        " year = 2020, url = {https://www.example.org/a}, note = {Seen.}}\n"
        "@book{atlas, title = {An Atlas}}\n"
    )
    result = take(copy, text)
    assert (len(result.added), result.unchanged, result.refused) == (2, 0, [])
    assert rows(copy) == [
        (
            "roe2020",
            "document",
            "Trains",
            "https://www.example.org/a",
            "Nature",
            "Jane Roe",
            "2020",
        ),
        ("atlas", "book", "An Atlas", None, None, None, None),
    ]
    assert copy.ask("SELECT text, source_id FROM note") == [("Seen.", result.added[0])]
    steps = copy.count("step")
    again = take(copy, text)
    assert (again.added, again.unchanged, again.remarks) == ([], 2, [])
    assert copy.count("step") == steps
    assert copy.check() == []


def test_an_address_is_the_same_however_it_is_written(copy: Copy) -> None:
    take(copy, "@online{a, title = {A}, url = {https://www.example.org/x/?utm_source=y}}")
    result = take(copy, "@online{other, title = {B}, url = {http://example.org/x}}")
    assert (result.added, result.unchanged) == ([], 1)


def test_a_taken_key_gets_a_number(copy: Copy) -> None:
    text = (
        "@book{atlas, title = {One}}\n@book{Atlas, title = {Two}}\n@book{atlas, title = {Three}}\n"
        "@book{atlas, title = {TWO}}\n@online{atlas, title = {One}, url = {https://a.org/1}}\n"
        "@online{atlas, title = {Four}, url = {https://a.org/1}}\n"
        "@online{atlas, title = {Four}, url = {https://a.org/2}}\n"
    )
    result = take(copy, text)
    assert [row[0] for row in rows(copy)] == [f"atlas{n}" for n in ("", "-2", "-3", "-4", "-5")]
    assert result.unchanged == 2
    assert result.remarks == [
        "Atlas is kept under the key atlas-2.",
        "atlas is kept under the key atlas-3.",
        "atlas is kept under the key atlas-4.",
        "atlas is kept under the key atlas-5.",
    ]
    again = take(copy, text)
    assert (again.added, again.unchanged) == ([], 7)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("DBLP:conf/icml/Roe", "dblp-conf-icml-roe"), ("2020", "source-2020"),
        ("author", "source-author"), ("roe_2020.b", "roe_2020.b"), ("...", "trains"),
        ("source:3", "source-3"), ("x" * 200, "x" * 80),
    ],
)  # fmt: skip
def test_a_key_is_made_so_that_it_can_be_typed(copy: Copy, given: str, kept: str) -> None:
    take(copy, f"@book{{{given}, title = {{Trains}}}}")
    assert rows(copy)[0][0] == kept
    take(copy, f"@book{{{given}, title = {{Trains}}}}")
    assert copy.count("source") == 1


def test_a_source_without_a_key_is_named_by_its_author(copy: Copy) -> None:
    text = '[{"title": "1984", "author": [{"literal": "George Orwell"}]}, {"title": "1984"}]'
    with copy.writing() as session:
        result = take_sources.take(session, csl.read(text))
    assert [row[0] for row in rows(copy)] == ["george", "source-1984"]
    assert result.remarks == []


def test_books_of_one_title_are_several(copy: Copy) -> None:
    take(copy, "@book{a, title = {Report}, year = 2020}\n@book{b, title = {Report}, year = 2021}")
    assert [row[0] for row in rows(copy)] == ["a", "b"]


def test_what_is_wrong_stops_all_of_it(copy: Copy) -> None:
    error = refused(copy, "@book{a, title = {A}}\n\n@misc{b, url = {javascript:alert(1)}}")
    assert isinstance(error, BadInput)
    assert (error.line, "javascript" in error.message) == (3, True)


def test_what_is_wrong_is_left_out_when_asked_to(copy: Copy) -> None:
    text = "@book{a, title = {A}}\n@book{b}\n@book{c, title = {\n@book{d, title = {D}}"
    result = take(copy, text, keep_going=True)
    assert [line for line, _ in result.refused] == [2, 3]
    assert [row[0] for row in rows(copy)] == ["a", "d"]
    assert copy.check() == []


def test_a_protected_name_does_not_come_in_as_an_open_source(copy: Copy) -> None:
    new = NewSource("Jane Roe", protected=True, alias="a senior official", kind="person")
    key = copy.do(lambda s: sources.add(s, new)[0].key)
    with pytest.raises(Refused) as caught:
        take(copy, "\n@misc{x, title = {JANE ROE}}")
    assert (caught.value.line, caught.value.hint) == (2, f"Cite it as {key}.")


def test_what_was_written_comes_back_to_nothing_new(seeded: Copy) -> None:
    new = NewSource("Jane Roe", protected=True, alias="a senior official", kind="person")
    seeded.do(lambda s: sources.add(s, new)[0].key)
    with seeded.reading() as session:
        listed = [source_shapes.whole(session, row) for row in sources.every(session)]
    for write, read in ((bibtex.write, bibtex.read), (csl.write, csl.read)):
        written = write(listed)
        assert "Jane Roe" not in written
        with seeded.writing() as session:
            result = take_sources.take(session, read(written))
        assert (result.added, result.unchanged) == ([], len(listed))


def test_what_was_written_comes_to_another_database_as_it_was(seeded: Copy, copy: Copy) -> None:
    with seeded.reading() as session:
        listed = [source_shapes.whole(session, row) for row in sources.every(session)]
    names = [name.strip() for name in COLUMNS.split(",")]
    wanted = [tuple(each[name] for name in names) for each in listed if each["key"] != "author"]
    with copy.writing() as session:
        result = take_sources.take(session, csl.read(csl.write(listed)))
    assert len(result.added) == len(listed)
    assert result.remarks == ["author is kept under the key source-author."]
    assert [row for row in rows(copy) if row[0] != "source-author"] == wanted
