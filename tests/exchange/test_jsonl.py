"""The lossless export: everything, in one order, the same bytes everywhere."""

import json

from factcheck.db.history import digest
from factcheck.models import RECORDS
from factcheck.models.base import canonical
from factcheck.services import articles, claims, lookup, notes, people, sources, verdicts
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.services.verdicts import Decision
from factcheck.words import Conclusion
from tests.exchange.copies import Copy, of_kind, records


def test_the_header_says_what_follows(seeded: Copy) -> None:
    copy = seeded
    header = json.loads(copy.export().splitlines()[0])
    assert header == {
        "factcheck": "export",
        "protected": 0,
        "records": {kind: count for kind in RECORDS if (count := copy.count(kind))},
        "schema": "0008",
        "version": 1,
    }


def test_records_are_their_images_in_the_order_of_uids(seeded: Copy) -> None:
    copy = seeded
    lines = copy.export().splitlines()[1:]
    uids = [json.loads(line)["record"]["uid"] for line in lines]
    assert uids == sorted(uids)
    assert len(set(uids)) == len(uids)
    images = {row[0] for row in copy.ask("SELECT sha256 FROM image")}
    for line in lines:
        assert digest(canonical(json.loads(line)["record"])) in images


def test_nothing_of_the_log_and_no_derived_column_is_in_it(seeded: Copy) -> None:
    copy = seeded
    export = copy.export()
    assert {each["kind"] for each in records(export)} <= set(RECORDS)
    assert not {"status", "search", "version"} & set(of_kind(export, "claim")[0])


def test_hidden_retracted_and_superseded_records_are_in_it(seeded: Copy) -> None:
    copy = seeded
    with copy.writing() as session:
        claims.hide(session, [lookup.claim(session, 4)])
        again = Decision(Conclusion.REFUTED, because="It was another train.")
        verdicts.decide(session, [lookup.claim(session, 2)], again)
    export = copy.export()
    assert [each["hidden"] for each in of_kind(export, "claim") if each["id"] == 4] == [True]
    decided = [v["conclusion"] for v in of_kind(export, "verdict") if v["claim_id"] == 2]
    assert decided == ["supported", "refuted"]


def test_exporting_twice_gives_the_same_bytes(seeded: Copy) -> None:
    copy = seeded
    assert copy.export() == copy.export()


def test_protected_sources_are_counted_and_named(copy: Copy) -> None:
    new = NewSource("Jane Roe", protected=True, alias="a senior official", kind="person")
    copy.do(sources.add, new)
    export = copy.export()
    assert json.loads(export.splitlines()[0])["protected"] == 1
    assert of_kind(export, "source")[0]["title"] == "Jane Roe"


def test_who_is_known_from_the_log_alone_is_left_out(copy: Copy) -> None:
    with copy.writing("Bob") as session:
        sources.add(session, NewSource("The Great Atlas"))
    assert of_kind(copy.export(), "person") == []
    with copy.writing("Bob") as session:
        notes.add(session, "Called.", source=lookup.source(session, "great"))
    assert [each["name"] for each in of_kind(copy.export(), "person")] == ["Bob"]
    copy.do(people.add, "Carl")
    assert [each["name"] for each in of_kind(copy.export(), "person")] == ["Bob", "Carl"]


def test_any_text_comes_back(copy: Copy, empty: Copy) -> None:
    text = 'line\u2028separator \x1b[31m <script> "quoted" \\ \N{PILE OF POO} e\u0301'
    with copy.writing() as session:
        article = articles.add(session, articles.NewArticle("A\tB\r\u0085C\n", slug="odd"))
        evidence = NewEvidence(source="http://example.org/a%20b", quote=text)
        claims.add(session, NewClaim(text, quote="B", evidence=[evidence]), article)
    export = copy.export()
    assert of_kind(export, "claim")[0]["text"] == text
    empty.take(export)
    assert empty.export() == export
