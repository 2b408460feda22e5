"""Import: into an empty database, again, and into a colleague's."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from factcheck.db.history import event_line, own_event_line
from factcheck.errors import BadInput
from factcheck.exchange import merge
from factcheck.exchange.merge import ImportResult
from factcheck.services import (
    articles,
    claims,
    drafts,
    history,
    house,
    lookup,
    notes,
    people,
    sources,
    undo,
    verdicts,
)
from factcheck.services import evidence as evidence_service
from factcheck.services.articles import NewArticle
from factcheck.services.claims import NewClaim
from factcheck.services.drafts import Draft
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.services.verdicts import Decision, NewFix
from factcheck.words import Action, Conclusion
from tests.exchange.copies import Copy, of_kind, records, written

Make = Callable[[], Copy]

COUNTS = "SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM event)"


def edit(session: Session, number: int, **changes: Any) -> None:
    claims.edit(session, lookup.claim(session, number), changes)


# Into an empty database


def test_a_new_database_holds_what_the_file_holds(empty: Copy, colleague: Copy) -> None:
    export = colleague.export()
    result = empty.take(export, who="Bob")
    assert empty.export() == export
    assert sum(result.added.values()) == len(records(export))
    assert (result.unchanged, result.renumbered, result.conflicts) == (0, [], [])
    assert empty.check() == []
    assert empty.ask("SELECT who, command, finished FROM step") == [("Bob", "test", True)]


def test_a_database_made_by_init_holds_what_the_file_holds(copy: Copy, colleague: Copy) -> None:
    export = colleague.export()
    result = copy.take(export)
    assert copy.export() == export
    assert (result.renumbered, result.conflicts) == ([], [])
    assert copy.check() == []
    assert copy.one("SELECT count(*) FROM step") == 2


def test_whoever_made_the_database_gives_way_to_the_people_of_the_file(
    copy: Copy, another: Make
) -> None:
    theirs = another()
    with theirs.writing("Carl") as session:
        sources.add(session, NewSource("The Great Atlas"))
        notes.add(session, "Called.", source=lookup.source(session, "great"))
    file = theirs.export()
    moved = file.replace('"id":2,"name":"Carl"', '"id":1,"name":"Carl"').replace(
        '"person_id":2', '"person_id":1'
    )
    assert moved != file
    copy.take(moved)
    assert copy.export() == moved
    assert copy.check() == []
    signed = "SELECT p.name FROM step s JOIN person p ON p.id = s.person_id ORDER BY s.id"
    assert copy.ask(signed) == [("Ann Checker",), ("Ann Checker",)]


def test_what_was_said_at_init_is_a_conflict(copy: Copy, another: Make) -> None:
    theirs = another().seeded()
    theirs.do(house.edit, "own_domains", ["example.org"])
    theirs.do(house.edit, "publisher", "The Paper")
    copy_of_init = another()
    copy_of_init.do(house.edit, "publisher", "The Desk")
    assert copy.take(theirs.export()).conflicts == []
    assert copy.export() == theirs.export()
    (conflict,) = [
        c for c in copy_of_init.take(theirs.export()).conflicts if c.ours["value"] == "The Desk"
    ]
    assert conflict.theirs == {"value": "The Paper"}
    assert copy_of_init.ask("SELECT json_extract(value, '$') FROM house WHERE key = 'publisher'")[
        0
    ] == ("The Desk",)


def test_derived_columns_are_worked_out_here(empty: Copy, colleague: Copy) -> None:
    colleague.do(verdicts.add_fix, *_claim_and_fix(colleague))
    empty.take(colleague.export())
    query = (
        "SELECT id, status, outcome, CASE WHEN stale THEN 1 ELSE 0 END, position, "
        "CASE WHEN elsewhere THEN 1 ELSE 0 END, search, claimant_folded FROM claim ORDER BY id"
    )
    assert empty.ask(query) == colleague.ask(query)
    assert empty.one("SELECT outcome FROM claim WHERE id = 4") == "change"


def _claim_and_fix(copy: Copy) -> tuple[Any, NewFix]:
    with copy.reading() as session:
        return lookup.claim(session, 4), NewFix(Action.CHANGE, wording="another word")


def test_a_pipe_can_be_imported(empty: Copy, colleague: Copy) -> None:
    export = colleague.export()
    with empty.writing() as session:
        merge.import_(session, io.BytesIO(export.encode()))
    assert empty.export() == export


def test_numbers_go_on_after_those_of_the_file(empty: Copy, colleague: Copy) -> None:
    empty.take(colleague.export())
    with empty.writing() as session:
        assert claims.add(session, NewClaim("One more.")).id == 15
        assert sources.add(session, NewSource("One more source"))[0].id > 1
    assert empty.check() == []


def test_what_comes_later_in_the_file_can_be_pointed_to(copy: Copy, colleague: Copy) -> None:
    with colleague.writing() as session:
        claims.join(session, lookup.claim(session, 14), [lookup.claim(session, 4)])
        first, *_, last = sources.every(session)
        sources.merge(session, last, first)
        if first.article_id is None:
            sources.set_origin(session, first, sources.every(session)[3].key)
    export = colleague.export()
    copy.take(export)
    assert copy.export() == export
    assert copy.check() == []


# Again


def test_importing_twice_changes_nothing(copy: Copy, colleague: Copy) -> None:
    export = colleague.export()
    copy.take(export)
    before = copy.ask(COUNTS)
    result = copy.take(export, who="Somebody New")
    assert copy.ask(COUNTS) == before
    assert not result.wrote
    assert result.unchanged == len(records(export))
    assert (result.conflicts, result.renumbered, result.renamed) == ([], [], [])


def test_our_own_export_changes_nothing(seeded: Copy) -> None:
    copy = seeded
    before = copy.ask(COUNTS)
    assert not copy.take(copy.export()).wrote
    assert copy.ask(COUNTS) == before


def test_an_import_can_be_undone_and_done_again(copy: Copy, colleague: Copy) -> None:
    copy.do(people.add, "Zoe", ["Z"])
    copy.do(people.add, "Zoe", ["ZZ"])
    copy.take(colleague.export())
    after = copy.export()
    with copy.writing() as session:
        undo.undo(session, history.step(session, 4))
    assert copy.one("SELECT count(*) FROM claim") == 0
    copy.take(colleague.export())
    assert copy.export() == after
    assert copy.check() == []


# Into a database that is in use


@pytest.fixture
def busy(copy: Copy) -> Copy:
    """Ours, with an article, sources and claims of the same numbers and names as the seed's."""
    with copy.writing() as session:
        article = articles.add(session, NewArticle("Our own text.", slug="kim-train"))
        sources.add(session, NewSource("Another thing", key="yonhap"))
        evidence = NewEvidence(source="yonhap", quote="Our own")
        claims.add(session, NewClaim(quote="own text", evidence=[evidence]), article)
    return copy


def test_taken_numbers_and_names_get_others(busy: Copy, colleague: Copy) -> None:
    slug = colleague.one("SELECT slug FROM article")
    with busy.writing() as session:
        articles.edit(session, lookup.article(session, "1"), {"slug": slug})
        key = colleague.ask("SELECT key FROM source WHERE article_id IS NULL ORDER BY id")[0][0]
        sources.edit(session, lookup.source(session, "yonhap"), {"key": key})
    ours = busy.export()
    result = busy.take(colleague.export())
    assert set(ours.splitlines()[1:]) <= set(busy.export().splitlines()[1:])
    assert ("claim", 1, 15) in result.renumbered
    assert ("article", 2, slug, f"{slug}-2") in result.renamed
    assert {key, "author"} <= {old for kind, _, old, _ in result.renamed if kind == "source"}
    assert result.conflicts == []
    assert busy.check() == []
    same = "SELECT c.text, s.exact, r.sha256, e.quote, e.says FROM claim c {} ORDER BY 1, 2, 4, 5"
    joined = same.format(
        "JOIN span s ON s.claim_id = c.id JOIN revision r ON r.id = s.revision_id "
        "LEFT JOIN evidence e ON e.claim_id = c.id"
    )
    assert set(colleague.ask(joined)) <= set(busy.ask(joined))
    again = busy.take(colleague.export())
    assert not again.wrote
    assert again.conflicts == []


def test_people_join_by_name_or_alias(busy: Copy, colleague: Copy) -> None:
    colleague.do(people.add, "Carl Sagan", ["CS"])
    busy.do(people.add, "Cosmos", ["Carl Sagan", "CS"])
    result = busy.take(colleague.export())
    assert busy.ask("SELECT name FROM person ORDER BY id") == [("Ann Checker",), ("Cosmos",)]
    assert ("person", 2) in result.joined


def test_initials_alone_join_nobody(busy: Copy, colleague: Copy) -> None:
    colleague.do(people.add, "Carl Sagan", ["CS"])
    busy.do(people.add, "Claire Simon", ["CS"])
    busy.take(colleague.export())
    assert busy.one("SELECT count(*) FROM person") == 3


def test_other_content_is_a_conflict_and_ours_stays(copy: Copy, colleague: Copy) -> None:
    copy.take(colleague.export())
    copy.do(edit, 3, text="Ours.", priority="high")
    colleague.do(edit, 3, text="Theirs.", claimant="a neighbour")
    before = copy.export()
    (conflict,) = copy.take(colleague.export()).conflicts
    assert (conflict.kind, conflict.number) == ("claim", 3)
    assert conflict.fields == ["text", "claimant", "priority"]
    assert (conflict.ours["text"], conflict.theirs["text"]) == ("Ours.", "Theirs.")
    assert copy.export() == before


def test_theirs_overwrites_and_can_be_undone(copy: Copy, colleague: Copy) -> None:
    copy.take(colleague.export())
    copy.do(edit, 2, text="Ours, quite otherwise.")
    before = copy.export()
    result = copy.take(colleague.export(), theirs=True)
    assert result.overwritten == {"claim": 1}
    assert [c.overwritten for c in result.conflicts] == [True]
    assert copy.export() == colleague.export()
    assert copy.check() == []
    with copy.writing() as session:
        undo.undo(session, history.step(session, 4))
    assert copy.export() == before


def test_a_later_time_alone_is_no_conflict(copy: Copy, colleague: Copy) -> None:
    export = colleague.export()
    copy.take(export)
    lines = records(export)
    for each in lines:
        if "updated_at" in each["record"]:
            each["record"]["updated_at"] = "2031-01-01T00:00:00Z"
    result = copy.take(written(export, lines))
    assert (result.wrote, result.conflicts) == (False, [])


def test_what_is_added_to_a_known_claim_counts(copy: Copy, colleague: Copy) -> None:
    copy.take(colleague.export())
    with colleague.writing() as session:
        claim = lookup.claim(session, 2)
        evidence = NewEvidence(source="The Great Atlas", quote="no", stance="refutes")
        evidence_service.add(session, claim, evidence)
        claims.tag(session, [claim], add=["again", "train"])
    copy.do(lambda session: claims.tag(session, [lookup.claim(session, 2)], add=["again"]))
    result = copy.take(colleague.export())
    assert result.added["evidence"] == 1
    assert copy.one("SELECT stale FROM claim WHERE id = 2")
    assert copy.one("SELECT count(*) FROM tag WHERE claim_id = 2 AND name = 'again'") == 1
    assert copy.check() == []


def test_another_draft_of_the_same_number_comes_after_ours(copy: Copy, colleague: Copy) -> None:
    copy.take(colleague.export())
    copy.do(_draft, "Our second draft.")
    colleague.do(_draft, "Their second draft.")
    result = copy.take(colleague.export())
    assert ("revision", 3, "2", "3") in result.renamed
    drafts = "SELECT text FROM revision WHERE number > 1 ORDER BY number"
    assert copy.ask(drafts) == [("Our second draft.",), ("Their second draft.",)]
    assert copy.take(colleague.export()).conflicts == []
    assert copy.check() == []


def test_the_same_draft_is_one(copy: Copy, colleague: Copy) -> None:
    copy.take(colleague.export())
    copy.do(_draft, "The second draft.")
    colleague.do(_draft, "The second draft.")
    result = copy.take(colleague.export())
    assert copy.one("SELECT count(*) FROM revision") == 2
    assert ("revision", 2) in result.joined


def _draft(session: Session, text: str) -> None:
    article = lookup.article(session, "1")
    drafts.store(session, article, 2, Draft(text))


def test_sources_of_one_address_are_listed_and_not_joined(copy: Copy, colleague: Copy) -> None:
    url, key = colleague.ask("SELECT url, key FROM source WHERE url IS NOT NULL ORDER BY id")[0]
    mine = copy.do(lambda s: sources.add(s, NewSource(f"{url}#top", key="mine"))[0].key)
    result = copy.take(colleague.export())
    assert [(t.ours_key, t.theirs_key) for t in result.twins] == [(mine, key)]


def test_a_protected_source_is_not_told_in_a_conflict(copy: Copy, colleague: Copy) -> None:
    new = NewSource("Jane Roe", protected=True, alias="a senior official", kind="person")
    colleague.do(sources.add, new)
    assert copy.take(colleague.export()).protected == 1
    colleague.do(lambda s: sources.edit(s, lookup.source(s, "senior"), {"title": "Jim Poe"}))
    (conflict,) = copy.take(colleague.export()).conflicts
    assert (conflict.fields, conflict.ours, conflict.theirs) == (["title"], {}, {})


def test_a_rollback_leaves_nothing_and_tells_all(copy: Copy, colleague: Copy) -> None:
    class Tried(Exception):
        pass

    def tried() -> None:
        with copy.writing() as session:
            told.append(merge.import_(session, copy.file(colleague.export())))
            raise Tried

    told: list[ImportResult] = []
    before = copy.export(), copy.ask(COUNTS)
    with pytest.raises(Tried):
        tried()
    (result,) = told
    assert result.added["claim"] == 14
    assert (copy.export(), copy.ask(COUNTS)) == before
    copy.take(colleague.export())
    assert copy.export() == colleague.export()


# What cannot be taken


def refused(copy: Copy, content: str | bytes) -> BadInput:
    before = copy.export(), copy.ask(COUNTS)
    with pytest.raises(BadInput) as caught:
        copy.take(content)
    assert (copy.export(), copy.ask(COUNTS)) == before
    return caught.value


def changed(export: str, table: str, nth: int = 0, /, **values: Any) -> tuple[str, int]:
    """An export with one record changed, and the line of it."""
    lines = records(export)
    places = [n for n, each in enumerate(lines) if each["kind"] == table]
    record = lines[places[nth]]["record"]
    for name, value in values.items():
        if value is ...:
            del record[name]
        else:
            record[name] = value
    return written(export, lines), places[nth] + 2


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        ("claim", {"text": ...}, "lacks 'text'"),
        ("claim", {"colour": "red"}, "'colour' is no column of claim"),
        ("claim", {"text": 7}, "text is 7"),
        ("claim", {"text": None}, "text is null"),
        ("claim", {"text": "  "}, 'text is "  "'),
        ("claim", {"hidden": 1}, "hidden is 1"),
        ("claim", {"kind": "colour"}, 'kind is "colour"'),
        ("claim", {"said_at": "x"}, 'said_at is "x"'),
        ("claim", {"said_at": [1]}, "said_at is [1]"),
        ("claim", {"id": True}, "id is true"),
        ("claim", {"id": 0}, "id is 0"),
        ("claim", {"id": 10**12}, "id is 1000000000000"),
        ("claim", {"uid": "x"}, 'uid is "x"'),
        ("claim", {"created_at": "yesterday"}, 'created_at is "yesterday"'),
        ("claim", {"created_at": "2026-02-30T00:00:00Z"}, "created_at is"),
        ("claim", {"created_at": "2026-W47-1T09:00:00Z"}, "created_at is"),
        ("claim", {"text": "a\0b"}, "NUL character"),
        ("claim", {"text": "a\ud800b"}, "half a character"),
        ("claim", {"article_id": 99}, "needs article 99"),
        ("claim", {"same_as_id": 1}, "leads back to itself"),
        ("span", {"end": -1}, "start is"),
        ("source", {"key": "12"}, 'key is "12"'),
        ("source", {"protected": True}, "alias is null"),
        ("revision", {"text": "Other."}, "SHA-256"),
        ("verdict", {"basis": "0" * 64}, "SHA-256"),
        ("verdict", {"grounds": {}}, "grounds is {}"),
        ("verdict", {"conclusion": "true"}, 'conclusion is "true"'),
        ("house", {"value": float("nan")}, "value"),
        ("person", {"aliases": [1]}, "aliases is [1]"),
    ],
)
def test_a_record_that_cannot_be_stored_is_refused(
    copy: Copy, colleague: Copy, kind: str, values: dict[str, Any], said: str
) -> None:
    content, line = changed(colleague.export(), kind, **values)
    error = refused(copy, content)
    assert said in error.message
    assert error.line == line
    assert error.hint


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[1]", "no record of an export"),
        (b'{"kind":"claim"}', "no record of an export"),
        (b'{"kind":"claims","record":{}}', "'claims' is no kind"),
        (b'{"kind":"step","record":{}}', "'step' is no kind"),
        (b'{"kind":"claim","record":[]}', "no object"),
        (b'{"kind":"claim","record":{"text":"\xff"}}', "0xff"),
        (b'{"kind":"claim","record":{"text":"\0"}}', "NUL"),
    ],
)
def test_a_line_that_is_no_record_is_refused(
    copy: Copy, colleague: Copy, line: bytes, said: str
) -> None:
    lines = colleague.export().encode().splitlines()
    lines[5] = line
    error = refused(copy, b"\n".join(lines) + b"\n")
    assert said in error.message
    assert error.line == 6


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"{}", b"claim\n", b"\xff\xfe", b"SQLite format 3\0", b'{"factcheck":"x"}\n'],
)
def test_what_is_no_export_is_refused(copy: Copy, content: bytes) -> None:
    error = refused(copy, content)
    assert "no export" in error.message
    assert error.line == 1


def test_an_export_of_a_newer_factcheck_is_refused(copy: Copy, colleague: Copy) -> None:
    export = colleague.export()
    assert "newer" in refused(copy, export.replace('"version":1', '"version":2', 1)).message
    assert "newer" in refused(copy, export.replace('"0008"', '"0009"', 1)).message
    assert "version" in refused(copy, export.replace('"version":1', '"version":"1"', 1)).message


def test_a_file_that_was_cut_off_is_refused(copy: Copy, colleague: Copy) -> None:
    export = colleague.export()
    lines = export.count("\n")
    error = refused(copy, export[:-20])
    assert ("middle" in error.message, error.line) == (True, lines)
    error = refused(copy, "".join(export.splitlines(keepends=True)[:-1]))
    assert f"{lines - 1} records, and the file holds {lines - 2}" in error.message


def test_a_missing_file_is_refused(copy: Copy) -> None:
    with pytest.raises(BadInput, match=r"nowhere\.jsonl cannot be read"), copy.writing() as session:
        merge.import_(session, copy.folder / "nowhere.jsonl")


@pytest.mark.parametrize(("name", "said"), [("uid", "uid"), ("id", "number"), ("name", "name")])
def test_what_stands_twice_is_refused(copy: Copy, colleague: Copy, name: str, said: str) -> None:
    colleague.do(people.add, "Carl", ["C"])
    export = colleague.export()
    value = of_kind(export, "person")[0][name]
    content, line = changed(export, "person", 1, **{name: value})
    error = refused(copy, content)
    assert f"with the {said} {value} stands in the file already" in error.message
    assert error.line == line


def test_rings_are_refused(copy: Copy, colleague: Copy) -> None:
    lines = records(colleague.export())
    claim = {each["record"]["id"]: each["record"] for each in lines if each["kind"] == "claim"}
    claim[1]["same_as_id"], claim[2]["same_as_id"], claim[3]["same_as_id"] = 2, 3, 1
    assert "leads back" in refused(copy, written(colleague.export(), lines)).message


def test_good_lines_are_kept_when_asked_to(copy: Copy, colleague: Copy) -> None:
    content, line = changed(colleague.export(), "claim", 1, kind="colour")
    result = copy.take(content, keep_going=True)
    number = of_kind(content, "claim")[1]["id"]
    needing = [
        place
        for place, each in enumerate(records(content), 2)
        if each["record"].get("claim_id") == number
    ]
    assert [line for line, _ in result.refused] == sorted([line, *needing])
    assert "colour" in result.refused[0].reason
    assert copy.one("SELECT count(*) FROM claim") == 13
    assert copy.check() == []


def test_whatever_needs_what_was_refused_is_refused_to_the_end(copy: Copy, colleague: Copy) -> None:
    content, _line = changed(colleague.export(), "article", title="")
    result = copy.take(content, keep_going=True)
    assert set(result.added) <= {"person", "house", "source", "note"}
    assert result.added["source"] == copy.count("source") > 0
    assert copy.one("SELECT count(*) FROM claim") == 0
    assert copy.check() == []


def test_the_count_of_a_cut_file_is_no_obstacle_when_going_on(copy: Copy, colleague: Copy) -> None:
    whole = "".join(colleague.export().splitlines(keepends=True)[:-1])
    result = copy.take(whole, keep_going=True)
    assert [line for line, _ in result.refused] == [1]


def test_progress_is_told(copy: Copy, colleague: Copy) -> None:
    told: list[tuple[int, int | None]] = []
    export = colleague.export()
    with copy.writing() as session:
        merge.import_(
            session, copy.file(export), progress=lambda done, total: told.append((done, total))
        )
    total = 2 * len(records(export))
    assert told[-1] == (total, total)


def test_conclusions_that_are_stored_can_be_read_again(empty: Copy, colleague: Copy) -> None:
    with colleague.writing() as session:
        for number, conclusion in enumerate(Conclusion, 7):
            decision = Decision(
                conclusion,
                because="So it is.",
                exception="a test",
                why="no-time" if conclusion == Conclusion.NOT_ENOUGH_EVIDENCE else None,
            )
            verdicts.decide(session, [lookup.claim(session, number)], decision)
    export = colleague.export()
    empty.take(export)
    assert empty.export() == export


@pytest.mark.parametrize("shas", [(None, "ab"), ("ab", None), ("ab", "cd")])
def test_the_quick_line_of_an_event_is_the_canonical_one(shas: tuple[Any, Any]) -> None:
    row = (3, 1, "article_author", 12, "changed", *shas)
    assert own_event_line(row) == event_line(row)
    assert json.loads(own_event_line(row)) == list(row[1:])
