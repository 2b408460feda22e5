"""The working sheet: out, edited by somebody, and back in."""

import csv
import io
import random
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.history import digest
from factcheck.errors import BadInput, Conflict, FactcheckError, NotFound, Refused
from factcheck.exchange import sheet
from factcheck.exchange.rows import COLUMNS
from factcheck.exchange.sheet import SheetResult
from factcheck.exchange.sheet_query import rows as queried
from factcheck.exchange.sheet_rows import Row, guarded, named, of_shape, unguarded
from factcheck.models import Article, Claim, Evidence, Fix, Person, Revision, Source, Span, Tag
from factcheck.models.base import canonical, now
from factcheck.services import claims, listing, lookup, notes, shapes, sources, verdicts
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.services.verdicts import Decision
from factcheck.words import LABELS, Action, Conclusion, FixState, House, SpanState
from tests.exchange.copies import Copy

Rows = list[dict[str, str]]
COUNTS = "SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM event)"


@pytest.fixture
def desk(seeded: Copy) -> Copy:
    return seeded


def exported(copy: Copy) -> str:
    with copy.reading() as session:
        return "".join(sheet.export(session))


def rows(copy: Copy) -> Rows:
    return list(csv.DictReader(io.StringIO(exported(copy), newline="")))


def written(table: Rows, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(table[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode()


def take(copy: Copy, data: bytes, **options: Any) -> SheetResult:
    with copy.writing() as session:
        return sheet.import_(session, data, **options)


def claim(copy: Copy, number: int) -> Any:
    with copy.reading() as session:
        return shapes.claim(session, number)


def edited(copy: Copy, claim: int, /, **cells: str) -> bytes:
    table = rows(copy)
    table[claim - 1].update(cells)
    return written(table)


def refused(copy: Copy, data: bytes) -> FactcheckError:
    before = copy.ask(COUNTS)
    with pytest.raises(FactcheckError) as caught:
        take(copy, data)
    assert copy.ask(COUNTS) == before
    return caught.value


def test_a_row_has_what_a_checker_needs(desk: Copy) -> None:
    first, second = rows(desk)[:2]
    assert list(first) == list(COLUMNS)
    assert (first["number"], first["article"]) == ("1", "kim-train")
    assert first["verdict"] == "refuted"
    assert first["fix"] == "On Sunday"
    assert first["outcome"] == "CHANGE TO"
    assert first["source"]
    assert any(row["evidence"] for row in rows(desk))
    assert first["reason"] == claim(desk, 1)["verdict"]["reason"]
    assert (second["outcome"], second["verdict"], second["note"]) == ("OK", "supported", "")
    assert second["words"] == claim(desk, 2)["span"]["exact"]
    assert second["tags"] == " ".join(claim(desk, 2)["tags"])


def test_a_sheet_that_comes_back_as_it_went_changes_nothing(desk: Copy) -> None:
    before = desk.ask(COUNTS)
    result = take(desk, exported(desk).encode())
    assert (result.added, result.changed, result.unchanged) == ([], [], 14)
    assert desk.ask(COUNTS) == before


def test_only_what_differs_changes(desk: Copy) -> None:
    before = desk.export()
    data = edited(
        desk, 4, fact="In other words", kind="Date", claimant="", priority="high", tags="new, tags"
    )
    assert take(desk, data).changed == [4]
    shape = claim(desk, 4)
    assert (shape["text"], shape["kind"], shape["claimant"]) == ("In other words", "date", None)
    assert (shape["priority"], shape["tags"]) == ("high", ["new", "tags"])
    others = [line for line in before.splitlines() if '"id":4' not in line]
    assert [line for line in others[1:] if line not in desk.export()] == [
        line for line in others[1:] if '"kind":"tag"' in line and '"claim_id":4' in line
    ]
    assert take(desk, data).unchanged == 14


def test_a_column_that_is_not_there_changes_nothing(desk: Copy) -> None:
    table = [{"uid": row["uid"], "Fact": row["fact"]} for row in rows(desk)]
    table[3]["Fact"] = "In other words"
    assert take(desk, written(table)).changed == [4]
    assert claim(desk, 4)["claimant"] == rows(desk)[3]["claimant"] or None


@pytest.mark.parametrize("word", ["ok", "x", "supported", "true", "OK"])
def test_a_verdict_is_a_decision_with_its_evidence(desk: Copy, word: str) -> None:
    key = rows(desk)[0]["source"]
    take(desk, edited(desk, 4, verdict=word, source=key, place="p. 3"))
    shape = claim(desk, 4)
    assert (shape["status"], shape["verdict"]["by"]) == ("supported", "Ann Checker")
    (evidence,) = [e for e in shape["evidence"] if e["locator"] == "p. 3"]
    assert (evidence["stance"], evidence["source"]["key"]) == ("supports", key)
    assert evidence["seen"]


def test_a_sheet_that_comes_twice_decides_once(desk: Copy) -> None:
    key = rows(desk)[0]["source"]
    data = edited(desk, 2, verdict="wrong", reason="No.", source=key, place="p. 3", tags="b, a")
    assert take(desk, data).changed == [2]
    before = desk.ask(COUNTS)
    assert take(desk, data).changed == []
    assert desk.ask(COUNTS) == before


def test_what_others_did_meanwhile_is_not_overwritten(desk: Copy) -> None:
    data = edited(desk, 4, fact="The words of the sheet")
    desk.do(lambda s: claims.edit(s, lookup.claim(s, 4), {"kind": "age"}))
    desk.do(lambda s: claims.edit(s, lookup.claim(s, 5), {"kind": "age"}))
    error = refused(desk, data)
    assert isinstance(error, Conflict)
    assert "Claim 4 was changed since the sheet was made" in error.message
    result = take(desk, data, keep_going=True)
    assert (result.unchanged, [line for line, _ in result.refused]) == (12, [5, 6])


def test_a_verdict_needs_what_it_always_needs(desk: Copy) -> None:
    error = refused(desk, edited(desk, 4, verdict="wrong"))
    assert isinstance(error, Refused)
    assert error.line
    take(desk, edited(desk, 4, verdict="opinion", reason="It is one."))
    assert claim(desk, 4)["verdict"]["reason"] == "It is one."
    take(desk, edited(desk, 7, verdict="unproven", why="no-time", reason="Too late."))
    assert claim(desk, 7)["verdict"]["why"] == "no-time"


def test_the_outcome_may_be_typed_where_it_is_a_verdict(desk: Copy) -> None:
    take(desk, edited(desk, 4, outcome="OPINION", reason="It is one."))
    assert claim(desk, 4)["status"] == "not-checkable"
    assert "computed" in refused(desk, edited(desk, 7, outcome="ASK AUTHOR")).message


def test_another_reason_supersedes_the_verdict(desk: Copy) -> None:
    take(desk, edited(desk, 2, reason="Two papers say so."))
    assert claim(desk, 2)["verdict"]["reason"] == "Two papers say so."
    assert desk.one("SELECT count(*) FROM verdict WHERE claim_id = 2") == 2


def test_a_fix_is_a_wording_or_a_word(desk: Copy) -> None:
    take(desk, edited(desk, 4, fix="on Tuesday"))
    take(desk, edited(desk, 7, fix="cut"))
    assert claim(desk, 4)["fix"]["wording"] == "on Tuesday"
    assert claim(desk, 7)["fix"]["action"] == "cut"


def test_nothing_is_taken_back_by_an_empty_cell(desk: Copy) -> None:
    assert "taken out" in refused(desk, edited(desk, 2, verdict="")).message
    assert "taken out" in refused(desk, edited(desk, 1, fix="")).message
    assert "empty" in refused(desk, edited(desk, 2, fact=" ")).message


def test_a_note_is_added_once(desk: Copy) -> None:
    data = edited(desk, 4, note="Called the ministry.")
    assert take(desk, data).changed == [4]
    assert take(desk, data).changed == []
    assert desk.one("SELECT count(*) FROM note WHERE text = 'Called the ministry.'") == 1


def test_rows_without_a_uid_are_new_claims(desk: Copy) -> None:
    key = rows(desk)[0]["source"]
    quote = rows(desk)[2]["words"]
    data = (
        f'Fact;Words;Source;Place;OK?;Tags\nA new one;"{quote}";{key};p. 9;x;train\nAnother;;;;;\n'
    ).encode()
    result = take(desk, b"\xef\xbb\xbf" + data)
    assert result.added == [15, 16]
    shape = claim(desk, 15)
    assert (shape["status"], shape["span"]["exact"], shape["tags"]) == (
        "supported",
        quote,
        ["train"],
    )
    assert claim(desk, 16)["status"] == "unverified"
    again = take(desk, data)
    assert (again.added, again.unchanged) == ([], 2)
    assert desk.check() == []


def test_cells_over_several_lines_keep_their_line_numbers(desk: Copy) -> None:
    data = b'sep=;\r\nfact;kind\r\n"one\r\nover three\r\nlines";date\r\ntwo;colour\r\n'
    error = refused(desk, data)
    assert ("colour" in error.message, error.line) == (True, 6)
    first, _second = take(desk, data.replace(b"colour", b"age")).added
    assert claim(desk, first)["text"] == "one\nover three\nlines"


def test_good_rows_are_kept_when_asked_to(desk: Copy) -> None:
    result = take(desk, b"fact,kind\none,colour\ntwo,date\n,age\n", keep_going=True)
    assert result.added == [15]
    assert [line for line, _ in result.refused] == [2, 4]
    assert desk.check() == []


@pytest.mark.parametrize(
    ("data", "said", "line"),
    [
        ("fact,name\nM\xfcller,\xfc\n".encode("cp1252"), "Windows-1252", 2),
        (b"fact,color\nx,y\n", "'color' is no column", 1),
        (b"fact,claim\nx,y\n", "stands in the sheet twice", 1),
        (b"kind,tags\nx,y\n", "does not name the columns", 1),
        (b'fact,kind\n"x,date\n', "no CSV", 2),
        (b"fact,kind\nx,date,z\n", "3 cells, the heading 2", 2),
        (b"fact,kind\nx\0,date\n", "NUL", 2),
        (b"", "nothing in it", None),
        (b"uid,fact\n01,x\n", "no claim with the uid '01'", 2),
        (b"fact,article\nx,kim-trian\n", "There is no article 'kim-trian'", 2),
    ],
)
def test_what_is_no_sheet_is_refused(desk: Copy, data: bytes, said: str, line: int | None) -> None:
    error = refused(desk, data)
    assert said in error.message
    assert error.line == line
    assert isinstance(error, BadInput | NotFound)


def test_rows_that_were_mixed_up_are_refused(desk: Copy) -> None:
    error = refused(desk, edited(desk, 4, number="5"))
    assert "that of claim 4, and the number is 5" in error.message
    assert take(desk, edited(desk, 4, number="4.0")).unchanged == 14


@pytest.mark.parametrize("text", ["=1+1", "+1", "-12 C", "@x", "\tx", "'=x", "''+", "plain", "'x"])
def test_no_cell_is_a_formula_and_every_one_comes_back(text: str) -> None:
    assert guarded(text)[0] not in "=+-@\t\r"
    assert unguarded(guarded(text)) == text


def test_formulas_come_back_as_they_were(desk: Copy) -> None:
    with desk.writing() as session:
        claims.add(session, NewClaim("=HYPERLINK(1)", claimant="-12 C"))
    assert "'=HYPERLINK(1)" in exported(desk)
    assert take(desk, exported(desk).encode()).unchanged == 15


def test_a_protected_source_is_named_by_its_key(desk: Copy) -> None:
    with desk.writing() as session:
        new = NewSource("Jane Roe", protected=True, alias="a senior official", kind="person")
        key = sources.add(session, new)[0].key
        evidence = NewEvidence(source=key, quote="no", locator="call")
        claims.add(session, NewClaim("One more.", evidence=[evidence]))
    assert "Jane Roe" not in exported(desk)
    assert rows(desk)[0]["source"] == key or rows(desk)[-1]["source"] == key


def test_one_article_alone(desk: Copy) -> None:
    desk.do(claims.add, NewClaim("Of no article."))
    with desk.reading() as session:
        lines = list(sheet.export(session, lookup.article(session, "kim-train")))
    assert len(lines) == 15


def test_notes_of_the_desk_are_not_in_the_sheet(desk: Copy) -> None:
    desk.do(lambda s: notes.add(s, "secret", claim=lookup.claim(s, 1)))
    assert "secret" not in exported(desk)


def test_a_claim_of_the_sheet_is_the_claim_of_its_json(desk: Copy) -> None:
    desk.do(_scattered)
    with desk.reading() as session:
        ids = list(session.scalars(select(Claim.id)))
        asked = [*reversed(ids), 99_999]
        found = list(queried(session.connection(), asked))
        assert [row.number for row in found] == ids[::-1]
        for row, shape in zip(found, shapes.claims(session, ids[::-1]), strict=True):
            for labels in LABELS.values():
                assert named(row, labels) == named(of_shape(shape), labels)
    filled = {name for row in found for name, value in zip(Row._fields, row, strict=True) if value}
    assert filled == set(Row._fields)


def _scattered(session: Session) -> None:
    """Claims that stand here and there, in old drafts and new ones, with and without all else."""
    chance = random.Random(6)  # noqa: S311  the same claims in each run
    drafts = [revision for number in range(1, 4) for revision in _drafts(session, number)]
    person = session.scalars(select(Person).order_by(Person.id)).first()
    assert person
    for number in range(40):
        article = chance.choice([None, 1, drafts[-1].article_id])
        claim = Claim(text=f"Claim {number}.", article_id=article)
        session.add(claim)
        session.flush()
        for draft in chance.sample(drafts, chance.randrange(5)):
            _stand(session, claim, draft, chance)
        _weigh(session, claim, person, chance)
        for name in chance.sample(["b", "a", "\u00e9", "Z", "a-b"], chance.randrange(4)):
            session.add(Tag(claim_id=claim.id, name=name))
        claim.hidden = chance.random() < 0.2
    session.flush()


def _drafts(session: Session, number: int) -> list[Revision]:
    article = Article(slug=f"piece-{number}", title="A piece")
    session.add(article)
    session.flush()
    found = [
        Revision(article_id=article.id, number=draft, text="x" * 100, sha256="0")
        for draft in (1, 2, 10)
    ]
    session.add_all(found)
    session.flush()
    return found


def _stand(session: Session, claim: Claim, draft: Revision, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 3)):
        start, state = chance.randrange(3), chance.choice([*SpanState]).value
        exact = f"words {draft.id} {start} {state}"
        session.add(
            Span(claim_id=claim.id, revision_id=draft.id, start=start, end=start + 9,
                 exact=exact, state=state)
        )  # fmt: skip
    session.flush()


def _weigh(session: Session, claim: Claim, person: Person, chance: random.Random) -> None:
    source = session.scalars(select(Source).order_by(Source.id)).first()
    assert source
    places: list[str | None] = [None, "p. 3"]
    for seen, gone in chance.sample([*product((None, now()), repeat=2)], chance.randrange(4)):
        session.add(
            Evidence(claim_id=claim.id, source_id=source.id, person_id=person.id, seen_at=seen,
                     quote=chance.choice([None, "It is so."]), locator=chance.choice(places),
                     retracted_at=gone, seen_by_id=person.id if seen else None)
        )  # fmt: skip
    session.flush()
    for conclusion in chance.sample([*Conclusion][-2:], chance.randrange(3)):
        why = {Conclusion.NOT_ENOUGH_EVIDENCE: "no-time"}.get(conclusion)
        decision = Decision(conclusion=conclusion, why=why, because="So.", exception="Late.")
        verdicts.decide(session, [claim], decision)
    for _ in range(chance.randrange(3)):
        action = chance.choice([*Action])
        session.add(
            Fix(claim_id=claim.id, action=action.value, person_id=person.id,
                wording="other words" if action == Action.CHANGE else None,
                state=chance.choice([*FixState]).value,
                at=now() - timedelta(seconds=chance.randrange(2)))
        )  # fmt: skip
    session.flush()


def test_the_sheet_is_in_the_order_and_the_choice_of_the_list(desk: Copy) -> None:
    desk.do(_scattered)
    for slug in (None, "kim-train", "piece-3"):
        with desk.reading() as session:
            article = lookup.article(session, slug) if slug else None
            ids = listing.chosen(session, listing.Filter(article=article), sort="reading")
            lines = list(sheet.export(session, article))
            assert list(sheet.export_ids(session, ids)) == lines
        numbers = [int(row["number"]) for row in csv.DictReader(lines)]
        assert numbers == ids
        assert len(ids) > 5


def test_the_version_of_a_row_is_the_same_in_every_release() -> None:
    row = Row(
        "0199", 4, "kim-train", 'A "fact"\n\u00e9\x07.', None, "date", None, "normal", "a b",
        "open", None, None, None, None, "key", "p. 3", None,
    )  # fmt: skip
    cells = named(row, LABELS[House.LINE])
    told = [cells[name] for name in COLUMNS[2:-2]]
    assert cells["version"] == "v" + digest(canonical(told))[:12] == "v90a4b2a0bbd9"


def test_a_sheet_of_some_claims_is_in_the_order_asked_for(desk: Copy) -> None:
    with desk.reading() as session:
        lines = list(sheet.export_ids(session, [7, 2, 5]))
    assert [row["number"] for row in csv.DictReader(lines)] == ["7", "2", "5"]
