"""Values and comparisons: made when something is written, kept, and made again when it is old."""

import json
from typing import Any

import pytest

from factcheck.db import backup
from factcheck.models import Evidence
from factcheck.services import evidence, lookup, sources
from factcheck.services.evidence import NewEvidence
from factcheck.words import Conclusion
from tests.services.desk import TEXT, Desk

AGREES, DISAGREES, NOTHING = "agrees", "disagrees", "not-comparable"


def furnish(desk: Desk) -> None:
    """Claim 1 in an article of 12 September 2023, and a source."""
    desk.article(published="2023-09-12")
    desk.source()
    desk.claim("The train has 20 carriages", quote="20 carriages", kind="number")


def cite(desk: Desk, number: int = 1, **fields: Any) -> int:
    with desk.writing("evidence add") as session:
        return evidence.add(
            session, lookup.claim(session, number), NewEvidence("atlas", **fields)
        ).id


def change(desk: Desk, number: int, **fields: Any) -> None:
    with desk.writing("evidence edit") as session:
        evidence.edit(session, session.get_one(Evidence, number), fields)


def shown(desk: Desk, number: int = 1) -> Any:
    """The comparisons as a page shows them, by evidence."""
    found = desk.shape(number)["evidence"]
    return [piece["comparison"] and piece["comparison"]["result"] for piece in found]


def kept(desk: Desk) -> list[Any]:
    """The comparisons as they are stored."""
    rows = desk.ask("SELECT comparison FROM evidence ORDER BY id")
    return [row[0] and json.loads(row[0]) for row in rows]


def results(desk: Desk) -> list[str | None]:
    return [row and row["result"] for row in kept(desk)]


def spoil(desk: Desk) -> None:
    """Another finder made them: they say so, and say something else."""
    old = json.dumps({"basis": "old", "result": AGREES, "explanation": "old"})
    desk.execute("UPDATE evidence SET comparison = :old WHERE comparison IS NOT NULL", old=old)
    found = json.dumps({"basis": "old", "found": []})
    desk.execute('UPDATE claim SET "values" = :old', old=found)


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        ({"quote": "a train of 20 carriages"}, AGREES),
        ({"quote": "a train of 21 carriages"}, DISAGREES),
        ({"quote": "a long train"}, NOTHING),
        ({"says": "it had 20 carriages"}, AGREES),
        ({"quote": "20 carriages", "says": "it had 21 carriages"}, AGREES),
        ({"locator": "p. 12"}, None),
        ({}, None),
    ],
)
def test_a_passage_is_compared_when_it_is_written(
    desk: Desk, fields: dict[str, Any], result: str | None
) -> None:
    cite(desk, **fields)
    assert (results(desk), shown(desk)) == ([result], [result])


def test_a_comparison_is_a_result_and_an_explanation(desk: Desk) -> None:
    cite(desk, quote="a train of 21 carriages")
    (piece,) = desk.shape(1)["evidence"]
    assert list(piece["comparison"]) == ["result", "explanation"]
    assert "20" in piece["comparison"]["explanation"]
    assert "21" in piece["comparison"]["explanation"]


@pytest.mark.parametrize("kind", ["quote", "name", "title", "organisation", "place"])
def test_words_are_compared_with_words_alone(desk: Desk, kind: str) -> None:
    """What the checker says in other words is no passage to compare letter for letter."""
    desk.edit(1, kind=kind)
    cite(desk, says="it had 20 carriages")
    cite(desk, locator="p. 12")
    assert shown(desk) == [NOTHING, None]
    (piece, _) = desk.shape(1)["evidence"]
    assert piece["comparison"]["explanation"] == (
        "the words of the source are not on file, only the checker's: nothing to compare"
    )


@pytest.mark.parametrize(
    ("kind", "text", "same", "other"),
    [
        (
            "quote", 'He called it a "massive blunder"',
            "It would be a massive blunder, he said.", "It would be a massive mistake, he said.",
        ),
        ("name", "Ramon Pardo", "Ramon Pardo teaches", "Ramon Prado teaches"),
        ("organisation", "Brookings Institution", "Brookings Institution", "Brookings Institute"),
        ("place", "Vladivostok", "in Vladivostok", "in Wladivostok"),
    ],
)  # fmt: skip
def test_names_and_quotations_go_by_their_words(
    desk: Desk, kind: str, text: str, same: str, other: str
) -> None:
    number = desk.claim(text, kind=kind)
    cite(desk, number, quote=same)
    cite(desk, number, quote=other)
    first, second = shown(desk, number)
    assert (first, second != AGREES) == (AGREES, True)


def test_a_name_is_not_compared_by_its_figures(desk: Desk) -> None:
    number = desk.claim("Boeing 747", kind="name")
    cite(desk, number, quote="747 carriages")
    assert shown(desk, number) != [AGREES]


# What it was made of


def test_other_words_make_it_anew(desk: Desk) -> None:
    cite(desk, quote="a train of 20 carriages")
    desk.edit(1, text="The train has 21 carriages")
    assert (results(desk), shown(desk)) == ([DISAGREES], [DISAGREES])
    desk.undo()
    assert (results(desk), shown(desk)) == ([AGREES], [AGREES])


def test_the_words_of_the_article_count_too(desk: Desk) -> None:
    """A claim that was mended and an article that was not: the worst of both is shown."""
    desk.edit(1, text="The train has 21 carriages")
    cite(desk, quote="a train of 21 carriages")
    assert shown(desk) == [DISAGREES]
    desk.revise(TEXT.replace("20 carriages", "21 carriages"))
    assert (results(desk), shown(desk)) == ([AGREES], [AGREES])


def test_words_without_figures_leave_it_to_the_claim(desk: Desk) -> None:
    number = desk.claim("The train has 20 carriages", quote="train left Pyongyang", kind="number")
    cite(desk, number, quote="a train of 20 carriages")
    assert shown(desk, number) == [AGREES]


def test_another_passage_makes_it_anew(desk: Desk) -> None:
    number = cite(desk, quote="a train of 20 carriages")
    change(desk, number, quote="a train of 21 carriages")
    assert results(desk) == [DISAGREES]
    change(desk, number, quote=None)
    assert (results(desk), shown(desk)) == ([None], [None])
    desk.undo()
    assert results(desk) == [DISAGREES]


def test_another_kind_makes_it_anew(desk: Desk) -> None:
    cite(desk, says="it had 20 carriages")
    desk.edit(1, kind="quote")
    assert (results(desk), shown(desk)) == ([NOTHING], [NOTHING])


@pytest.mark.parametrize(
    ("published", "result"),
    [("2023-09-10", AGREES), ("2023-09-20", NOTHING)],
)
def test_weekdays_count_from_the_source_and_the_article(
    desk: Desk, published: str, result: str
) -> None:
    desk.source("https://example.com/", "wire", published=published)
    number = desk.claim("The train left on Friday", kind="date")
    with desk.writing() as session:
        new = NewEvidence("wire", quote="The train left on Friday")
        evidence.add(session, lookup.claim(session, number), new)
    assert shown(desk, number) == [result]


def test_another_date_of_the_source_is_noticed_at_once(desk: Desk) -> None:
    desk.source("https://example.com/", "wire", published="2023-09-10")
    number = desk.claim("The train left on Friday", kind="date")
    with desk.writing() as session:
        new = NewEvidence("wire", quote="The train left on Friday")
        evidence.add(session, lookup.claim(session, number), new)
    with desk.writing() as session:
        wire = lookup.source(session, "wire")
        sources.edit(session, wire, {"published": "2023-09-20"})
    assert shown(desk, number) == [NOTHING]


def test_a_year_is_no_day_to_count_from(desk: Desk) -> None:
    desk.source("https://example.com/", "wire", published="2023")
    with desk.writing() as session:
        new = NewEvidence("wire", quote="a train of 20 carriages")
        evidence.add(session, lookup.claim(session, 1), new)
    assert shown(desk) == [AGREES]


# Kept


def test_values_are_those_of_the_claim(desk: Desk) -> None:
    (value,) = desk.shape(1)["values"]
    assert (value["text"], value["low"], value["high"], value["of"]) == (
        "20 carriages", 20, 20, "carriage",
    )  # fmt: skip
    desk.edit(1, text="It is green")
    assert desk.shape(1)["values"] == []


def test_what_is_kept_is_shown_as_it_is(desk: Desk) -> None:
    cite(desk, quote="a train of 20 carriages")
    (before,) = kept(desk)
    old = json.dumps({**before, "explanation": "kept"})
    desk.execute("UPDATE evidence SET comparison = :old", old=old)
    (piece,) = desk.shape(1)["evidence"]
    assert piece["comparison"] == {"result": AGREES, "explanation": "kept"}


def test_what_an_older_finder_made_is_made_again(desk: Desk) -> None:
    cite(desk, quote="a train of 21 carriages")
    before, shape = kept(desk), desk.shape(1)
    spoil(desk)
    assert desk.shape(1) == shape
    assert results(desk) == [AGREES]
    desk.edit(1, priority="high")
    assert kept(desk) == before


def test_repair_keeps_them_anew(desk: Desk) -> None:
    cite(desk, quote="a train of 21 carriages")
    before = kept(desk)
    spoil(desk)
    with desk._engine().begin() as connection:
        backup.repair(connection)
    assert kept(desk) == before


def test_they_are_in_no_image_and_no_export(desk: Desk) -> None:
    cite(desk, quote="a train of 20 carriages")
    images = [json.loads(row[0]) for row in desk.ask("SELECT json FROM image")]
    assert [image for image in images if {"comparison", "values"} & image.keys()] == []


def test_a_comparison_alone_is_no_reason_for_a_recheck(desk: Desk) -> None:
    cite(desk, quote="a train of 20 carriages", stance="supports")
    desk.decide(1, Conclusion.SUPPORTED)
    spoil(desk)
    assert desk.shape(1)["stale"] is False
    assert desk.faults() == []


@pytest.mark.parametrize(
    "quote",
    [
        "20 " * 5_000,
        "\u0660" * 2_000,
        "1,2,3," * 2_000,
        "\N{PILE OF POO}" * 2_000,
        "'" * 5_000,
        "1e999999 carriages",
        "-" * 5_000,
    ],
)
def test_odd_passages_are_stored(desk: Desk, quote: str) -> None:
    cite(desk, quote=quote)
    assert shown(desk)[0] in {AGREES, DISAGREES, NOTHING}
