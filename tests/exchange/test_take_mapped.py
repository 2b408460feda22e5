"""Claims from any CSV: cited, not seen."""

from typing import Any

import pytest

from factcheck.errors import BadInput, NotFound
from factcheck.exchange import mapped, take_mapped
from factcheck.exchange.take_mapped import MappedResult
from factcheck.services import lookup, shapes
from tests.exchange.copies import Copy

PAIRS = ("Statement=text", "Who=claimant", "Found in=source", "Words=evidence", "Where=locator")


def take(copy: Copy, data: bytes, *pairs: str, slug: str = "", **options: Any) -> MappedResult:
    with copy.writing() as session:
        article = lookup.article(session, slug) if slug else None
        mapping = mapped.parse_map(pairs or PAIRS)
        return take_mapped.take(session, data, mapping, article, **options)


def claim(copy: Copy, number: int) -> Any:
    with copy.reading() as session:
        return shapes.claim(session, number)


def test_what_comes_in_is_cited_and_not_seen(copy: Copy) -> None:
    data = (
        b"Statement,Who,Found in,Words,Where,Rating\n"
        b"One,Kim,Reuters,its words,p. 3,false\n"
        b"Two,,Reuters,,,true\nThree,,https://example.org/x,,,\n"
    )
    result = take(copy, data)
    assert result == MappedResult(added=[1, 2, 3], unmapped=["Rating"])
    shape = claim(copy, 1)
    (piece,) = shape["evidence"]
    assert (shape["text"], shape["claimant"], shape["status"]) == ("One", "Kim", "unverified")
    assert (piece["quote"], piece["locator"], piece["seen"]) == ("its words", "p. 3", None)
    assert copy.ask("SELECT key, title FROM source ORDER BY id") == [
        ("reuters", "Reuters"),
        ("example", "example.org"),
    ]
    assert copy.check() == []


def test_words_are_looked_for_in_the_article(seeded: Copy) -> None:
    quote = claim(seeded, 3)["span"]["exact"]
    data = f'Words,Piece\n"{quote}",kim-train\n'.encode()
    (number,) = take(seeded, data, "Words=quote", "Piece=article").added
    assert claim(seeded, number)["span"]["exact"] == quote
    again = take(seeded, data, "Words=quote", slug="kim-train")
    assert (again.added, again.unchanged) == ([], 1)
    once_more = take(seeded, data, "Words=quote")
    assert (once_more.added, once_more.unchanged) == ([], 1)


def test_what_is_wrong_stops_all_of_it(seeded: Copy) -> None:
    data = b"Words,Piece\nTrain,\nnowhere to be found at all,\n"
    with pytest.raises(BadInput) as caught:
        take(seeded, data, "Piece=article", "Words=text", "Words=quote", slug="kim-train")
    assert caught.value.line == 2
    with pytest.raises(NotFound) as missing:
        take(seeded, b"a,b\nx,kim-trian\n", "a=text", "b=article")
    assert (missing.value.line, missing.value.hint) == (2, "Did you mean kim-train?")
    assert seeded.count("claim") == 14


def test_what_is_wrong_is_left_out_when_asked_to(copy: Copy) -> None:
    data = b"Statement,Kind\none,date\ntwo,colour\n,age\nfour,\n"
    result = take(copy, data, "Statement=text", "Kind=kind", keep_going=True)
    assert result.added == [1, 2]
    assert [line for line, _ in result.refused] == [3, 4]
    assert copy.check() == []


def test_a_table_that_breaks_off_keeps_the_rows_before(copy: Copy) -> None:
    result = take(copy, b'\nStatement\none\n"two\n', "Statement=text", keep_going=True)
    assert (result.added, result.refused) == (
        [1], [(4, "The row that begins on line 4 is no CSV.")],
    )  # fmt: skip
