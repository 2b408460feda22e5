"""A part of the database: all that an article or a claim needs to be whole elsewhere."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.exchange import part
from factcheck.models import RECORDS
from factcheck.models.base import iso
from factcheck.services import articles, claims, lookup, notes, sources
from factcheck.services.articles import NewArticle
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from tests.exchange import handover
from tests.exchange.copies import Copy, of_kind, records

Make = Callable[[], Copy]


@pytest.fixture
def desk(copy: Copy) -> Copy:
    return handover.filled(copy)


@pytest.fixture(scope="session")
def filled_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return handover.filled_file(sqlite_template, tmp_path_factory.mktemp("part"))


@pytest.fixture
def lite(filled_file: Path, tmp_path: Path) -> Copy:
    """The same on SQLite alone, for what is no matter of the database."""
    return handover.copied(filled_file, tmp_path)


def lines(copy: Copy, articles: Any = (), claims: Any = (), veiled: Any = ()) -> str:
    with copy.reading() as session:
        return "".join(part.lines(session, part.chosen(session, articles, claims, veiled)))


def numbers(export: str) -> dict[str, list[int]]:
    """The numbers of the records in it, by table, but for the rules of the house."""
    found: dict[str, list[int]] = {}
    for each in records(export):
        if each["kind"] != "house":
            found.setdefault(each["kind"], []).append(each["record"]["id"])
    return {table: sorted(ids) for table, ids in found.items()}


def test_every_table_is_owned_or_pointed_to() -> None:
    owned = {table for tables in part.OWNED.values() for table in tables}
    assert owned | {"person", "house", "article", "claim"} == RECORDS.keys()


def test_an_article_with_all_that_is_its_own(desk: Copy) -> None:
    assert numbers(lines(desk, [1])) == {
        "person": [1, 2, 3], "article": [1, 2], "article_author": [1], "revision": [1, 2],
        "closing": [1], "source": [1, 3, 4, 5, 6], "claim": [1, 4], "span": [1, 2, 3], "tag": [1],
        "evidence": [1, 2, 3], "verdict": [1], "fix": [1], "query": [1], "note": [1, 2, 3, 4],
        "stretch": [1], "annotation": [1], "skip": [1], "rating": [1], "sign_off": [1],
        "recheck": [1], "lift": [1, 2], "original": [1], "outside_rating": [1], "correction": [1],
    }  # fmt: skip


def test_claims_that_stand_in_an_article_come_with_it(lite: Copy) -> None:
    found = numbers(lines(lite, [2]))
    assert found["claim"] == [1, 2, 5]
    assert found["article"] == [1, 2]
    # Of the other article no more than the words on which the claim stands.
    assert "closing" not in found
    assert found["revision"] == [1, 2]


def test_a_claim_brings_its_article_and_no_other_claim(desk: Copy) -> None:
    found = numbers(lines(desk, claims=[4]))
    assert {name: found[name] for name in ("claim", "article", "revision", "closing", "span")} == {
        "claim": [4], "article": [1], "revision": [1], "closing": [1], "span": [3],
    }  # fmt: skip
    assert "evidence" not in found
    assert found["note"] == [4]
    assert found["lift"] == [2]


def test_a_claim_without_an_article(lite: Copy) -> None:
    assert numbers(lines(lite, claims=[3])) == {"claim": [3]}


def test_a_claim_brings_the_one_that_is_decided_for_it(lite: Copy) -> None:
    found = numbers(lines(lite, claims=[2]))
    assert found["claim"] == [1, 2]
    assert found["verdict"] == [1]
    assert found["article"] == [1, 2]


def test_a_part_brings_the_claim_that_it_is_a_part_of(lite: Copy) -> None:
    with lite.writing() as session:
        parts = claims.split(session, lookup.claim(session, 3), ["A claim", "Of no article"])
        smallest = claims.split(session, parts[0], ["A", "claim"])
    assert numbers(lines(lite, claims=[smallest[0].id]))["claim"] == [3, 6, 8]


def test_what_is_noted_on_an_annotation_of_another_claim_stays_behind(lite: Copy) -> None:
    lite.do(lambda session: _annotate(session, 4))
    assert "annotation" not in numbers(lines(lite, claims=[1]))
    assert numbers(lines(lite, claims=[4]))["annotation"] == [1]


def _annotate(session: Any, claim: int) -> None:
    from factcheck.models import Annotation  # noqa: PLC0415  used here alone

    session.get(Annotation, 1).claim_id = claim


def test_where_sources_come_from_is_followed_to_the_end(desk: Copy) -> None:
    with desk.writing() as session:
        for key, origin in (("c", None), ("b", "c"), ("a", "b")):
            new = NewSource(f"{key} of them", key=f"s-{key}", origin=origin and f"s-{origin}")
            sources.add(session, new)
        notes.add(session, "Of the first.", source=lookup.source(session, "s-c"))
        new_claim = NewClaim("Said by a", evidence=[NewEvidence("s-a", says="so")])
        number = claims.add(session, new_claim).id
    found = lines(desk, claims=[number])
    assert [each["key"] for each in of_kind(found, "source")] == ["s-c", "s-b", "s-a"]
    assert [each["text"] for each in of_kind(found, "note")] == ["Of the first."]


def test_where_a_veiled_source_comes_from_is_not_followed(lite: Copy) -> None:
    with lite.writing() as session:
        new_claim = NewClaim("Said", evidence=[NewEvidence("official", says="so")])
        number = claims.add(session, new_claim).id
    assert numbers(lines(lite, claims=[number]))["source"] == [3, 6]
    assert numbers(lines(lite, claims=[number], veiled={6}))["source"] == [6]


def test_what_was_merged_into_a_veiled_source_stays_behind(lite: Copy) -> None:
    with lite.writing() as session:
        sources.add(session, NewSource("Miss Roe of the railway", key="roe"))
        sources.merge(session, lookup.source(session, "roe"), lookup.source(session, "official"))
    assert 8 in numbers(lines(lite, [1]))["source"]
    assert numbers(lines(lite, [1], veiled={6}))["source"] == [1, 3, 4, 5, 6]


def test_what_is_not_there_is_left_out(lite: Copy) -> None:
    assert numbers(lines(lite, [77], [88])) == {}


def test_the_author_of_another_article_brings_that_article(lite: Copy) -> None:
    with lite.writing() as session:
        author = articles.author_source(session, lookup.article(session, "other"))
        new_claim = NewClaim("Told", evidence=[NewEvidence(author.key, says="so")])
        number = claims.add(session, new_claim).id
    found = numbers(lines(lite, claims=[number]))
    assert found["article"] == [2]
    assert found["source"] == [2]


def test_the_lines_are_those_of_an_export(desk: Copy) -> None:
    every = desk.export().splitlines()
    head, *found = lines(desk, [1, 2], [3]).splitlines()
    assert json.loads(head) == json.loads(every[0]) | {"records": json.loads(head)["records"]}
    assert sum(json.loads(head)["records"].values()) == len(found)
    # A source that nothing cites is no part of anything.
    (missing,) = [line for line in every[1:] if line not in set(found)]
    assert json.loads(missing)["record"]["key"] == "book"
    assert [line for line in every[1:] if line in set(found)] == found


def test_a_part_of_the_seed_is_all_of_it(seeded: Copy) -> None:
    whole = seeded.export()
    cited = {each["source_id"] for each in of_kind(whole, "evidence")}
    idle = {each["id"] for each in of_kind(whole, "source")} - cited
    left = {each["kind"] for each in records(whole)} - {"source", "note"}
    found = lines(seeded, [1])
    assert {kind: of_kind(found, kind) for kind in left} == {
        kind: of_kind(whole, kind) for kind in left
    }
    missing = {each["id"] for each in of_kind(whole, "source")} - {
        each["id"] for each in of_kind(found, "source")
    }
    assert missing <= idle


@pytest.mark.parametrize("scope", [([1], []), ([2], []), ([], [2, 3]), ([], [4]), ([1, 2], [3])])
def test_a_part_is_the_same_part_where_it_came_in(desk: Copy, another: Make, scope: Any) -> None:
    export = lines(desk, *scope)
    theirs = another()
    result = theirs.take(export)
    assert (result.conflicts, result.refused) == ([], [])
    assert lines(theirs, *scope) == export
    assert theirs.check() == []


def test_many_claims(lite: Copy, another: Make) -> None:
    with lite.writing() as session:
        article = articles.add(session, NewArticle("Words.", slug="many"))
        for count in range(1100):
            claims.add(session, NewClaim(f"Claim {count}", tags=["many"]), article)
    export = lines(lite, [article.id])
    assert len(of_kind(export, "claim")) == len(of_kind(export, "tag")) == 1100
    theirs = another()
    theirs.take(export)
    assert lines(theirs, [article.id]) == export


def test_the_newest_record_of_a_part(desk: Copy) -> None:
    with desk.reading() as session:
        found = part.newest(session, part.chosen(session, [1], []))
        assert part.newest(session, {}) is None
    times = [
        each["record"].get("updated_at", each["record"]["created_at"])
        for each in records(lines(desk, [1]))
    ]
    assert found is not None
    assert iso(found) == max(times)


def test_protected_sources_are_counted(lite: Copy) -> None:
    assert json.loads(lines(lite, [1]).partition("\n")[0])["protected"] == 1
    assert json.loads(lines(lite, claims=[3]).partition("\n")[0])["protected"] == 0
