"""Other houses' fact-checks: what they become, what is here already, what cannot be taken."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import BadInput, FactcheckError, Refused
from factcheck.exchange import take_reviews
from factcheck.exchange.reviews import Citation, Review
from factcheck.exchange.take_reviews import ReviewsResult
from factcheck.models import RECORDS, OutsideRating
from factcheck.services import claims, evidence, history, house, lookup, sources, undo
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from tests.exchange.conftest import Make
from tests.exchange.copies import Copy

REVIEW = Review(
    claim="Unemployment fell by 40 % in 2025",
    url="https://news.example.org/checks/unemployment",
    uid=None,
    publisher="Example News",
    publisher_url="https://news.example.org",
    title="No, unemployment did not fall by 40 %",
    published="2026-08-14",
    language="en",
    label="Mostly false",
    number="2",
    best="5",
    worst="1",
    explanation=None,
    claimant="Jane Roe",
    claimant_role="minister",
    claimant_same_as="https://www.wikidata.org/wiki/Q0",
    said_on="2026-08-10",
    first_at="https://example.com/speech",
    said_at=("https://example.com/repeated",),
    citations=(),
    remarks=(),
)
UID = "0190a7e0-1111-7222-8333-444455556666"
COUNTS = "SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM event)"
TABLES = ("source", "claim", "evidence", "outside_rating")


def review(**changes: Any) -> Review:
    return replace(REVIEW, **changes)


def take(
    copy: Copy, *items: Review | BadInput, who: str = "Ann Checker", keep_going: bool = False
) -> ReviewsResult:
    """Import, as a command of its own; the lines are 10, 20, 30 ..."""
    with copy.writing(who) as session:
        return take_reviews.take(session, lined(items), keep_going=keep_going)


def lined(items: Iterable[Review | BadInput]) -> Iterator[tuple[int, Review | BadInput]]:
    return zip(count(10, 10), items, strict=False)


def rows(copy: Copy, table: str, without: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    listed = select(RECORDS[table].__table__).order_by("id")
    with copy.reading() as session:
        return [
            {name: value for name, value in row.items() if name not in without}
            for row in session.execute(listed).mappings()
        ]


def only(copy: Copy, table: str) -> dict[str, Any]:
    (row,) = rows(copy, table)
    return row


# What a review becomes


def test_a_review_is_a_claim_and_cited_for_it(copy: Copy) -> None:
    result = take(copy, REVIEW)
    assert result == ReviewsResult(added=result.added, claims=(1, 1))
    assert result.added == dict.fromkeys(TABLES, 1)
    claim, source = only(copy, "claim"), only(copy, "source")
    piece, rating = only(copy, "evidence"), only(copy, "outside_rating")
    assert {name: claim[name] for name in ("text", "kind", "status", "outcome", "said_at")} == {
        "text": REVIEW.claim, "kind": "other", "status": "unverified", "outcome": "open",
        "said_at": list(REVIEW.said_at),
    }  # fmt: skip
    names: tuple[str, ...] = ("key", "kind", "title", "url", "publisher", "published", "tier")
    assert [source[name] for name in names] == [
        "no", "page", REVIEW.title, REVIEW.url, "Example News", "2026-08-14", None,
    ]  # fmt: skip
    says = 'Rated "Mostly false" by Example News.'
    names = ("stance", "says", "quote", "how", "tier", "seen_at", "seen_by_id", "person_id")
    assert [piece[name] for name in names] == [
        "context", says, None, "page", "secondary", None, None, 1,
    ]  # fmt: skip
    names = ("evidence_id", "label", "number", "best", "worst")
    assert [rating[name] for name in names] == [1, "Mostly false", "2", "5", "1"]
    assert copy.count("verdict") == 0


CITED = (
    Citation("https://stats.example.org/2025", "The statistics", None, "It fell by 4 %", "refutes"),
    Citation(
        None, "The Great Atlas", "https://web.archive.org/web/1/https://a.example/", None, None
    ),
)
SEVERAL = (
    review(citations=CITED),
    review(
        claim="Der Zug fuhr 37 km/h.", url="https://other.example/zug", title=None, label="Falsch",
        explanation="Er fuhr 120 km/h.", claimant=None, claimant_role=None, number=None,
        claimant_same_as=None, said_on=None, first_at=None, said_at=(),
    ),
    review(claim="Something else", label="True", citations=CITED[:1]),
    review(url="https://news.example.org/2", title="No, nothing fell", label=None, number=None),
    review(url="https://news.example.org/3", title="2025", label="Seltsam", best=None, worst=None),
)  # fmt: skip


def test_the_records_are_those_that_a_checker_would_make(copy: Copy, another: Make) -> None:
    by_hand = another()
    with by_hand.writing() as session:
        for each in SEVERAL:
            typed(session, each)
    result = take(copy, *SEVERAL)
    assert result.unmapped == {"Seltsam": 1}
    for table in TABLES:
        without = ("uid", "created_at", "updated_at")
        assert rows(copy, table, without) == rows(by_hand, table, without), table
    assert copy.count("source") == 6
    assert [row["key"] for row in rows(copy, "source")] == [
        "no", "statistics", "great", "other", "no-2", "source-2025",
    ]  # fmt: skip
    assert copy.check() == []


STANCES = {"Mostly false": "context", "Falsch": "refutes", "True": "supports"}


def typed(session: Session, given: Review) -> None:
    """The same by the services, one by one."""
    new = NewSource(
        given.url or "", title=given.title, publisher=given.publisher, published=given.published
    )
    mine = sources.add(session, new)[0].key
    cited = [(each, sources.add(session, of_citation(each))[0].key) for each in given.citations]
    names = (
        "claimant", "claimant_role", "claimant_same_as", "said_on", "first_at", "said_at",
    )  # fmt: skip
    claim = claims.add(
        session, NewClaim(given.claim, **{name: getattr(given, name) for name in names})
    )
    rated = f'Rated "{given.label}" by {given.publisher}.' if given.label else None
    piece = evidence.add(
        session,
        claim,
        NewEvidence(
            source=mine, says=given.explanation or rated, how="page", tier="secondary",
            stance=STANCES.get(given.label or ""), seen=False,
        ),
    )  # fmt: skip
    if given.label:
        figures = {name: getattr(given, name) for name in ("number", "best", "worst")}
        session.add(OutsideRating(evidence_id=piece.id, label=given.label, **figures))
    for each, key in cited:
        note = f"Archived at {each.archived_at}" if each.archived_at else None
        how = "page" if each.url else None
        new_piece = NewEvidence(
            source=key, quote=each.quote, stance=each.stance, how=how, note=note, seen=False
        )
        evidence.add(session, claim, new_piece)
    session.flush()


def of_citation(each: Citation) -> NewSource:
    return NewSource(each.url or each.title or "", title=each.title)


@pytest.mark.parametrize(
    ("label", "stance"),
    [
        ("TRUE", "supports"),
        ("❌ Falso", "refutes"),
        ("Half true", "context"),
        ("Unproven", "context"),
        ("Satire", "context"),
        ("Our own word", None),
        (None, None),
    ],
)
def test_the_stance_follows_the_rating(copy: Copy, label: str | None, stance: str | None) -> None:
    result = take(copy, review(label=label, number=None))
    assert only(copy, "evidence")["stance"] == stance
    assert result.unmapped == ({label: 1} if label and stance is None else {})
    assert copy.count("outside_rating") == (label is not None)


def test_the_house_says_what_a_rating_means_here(copy: Copy) -> None:
    copy.do(house.edit, "outside_ratings", "Our own word=refuted; mostly false=refuted")
    result = take(copy, REVIEW, review(claim="Another", label="OUR OWN WORD!"))
    assert [row["stance"] for row in rows(copy, "evidence")] == ["refutes", "refutes"]
    assert result.unmapped == {}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"explanation": " It was 4. "}, "It was 4."),
        ({"label": None}, "Rated 2 on a scale from 1 to 5 by Example News."),
        ({"label": None, "best": None}, "Rated 2 by Example News."),
        ({"label": None, "number": None}, None),
        ({"publisher": None}, 'Rated "Mostly false" by news.example.org.'),
        (
            {"publisher": None, "publisher_url": None, "url": "https://www.a.example/1"},
            'Rated "Mostly false" by a.example.',
        ),
    ],
)
def test_what_it_says_is_its_explanation_or_its_rating(
    copy: Copy, changes: dict[str, Any], says: str | None
) -> None:
    take(copy, review(**changes))
    assert only(copy, "evidence")["says"] == says


def test_a_rating_in_figures_alone_is_kept_as_written(copy: Copy) -> None:
    take(copy, review(label=None))
    rating = only(copy, "outside_rating")
    names = ("label", "number", "best", "worst")
    assert [rating[name] for name in names] == ["2", "2", "5", "1"]


def test_without_an_address_the_publisher_is_cited(copy: Copy) -> None:
    take(copy, review(url=None), review(url=" ", claim="Another", title=None, published=None))
    source = only(copy, "source")
    assert (source["title"], source["kind"], source["url"]) == ("Example News", "other", None)
    assert [(row["locator"], row["how"]) for row in rows(copy, "evidence")] == [
        ("No, unemployment did not fall by 40 %, 2026-08-14", None),
        (None, None),
    ]
    assert copy.check() == []


def test_any_text_is_kept_as_it_is(copy: Copy) -> None:
    strange = "</script> ]]> =HYPERLINK(1) \N{RIGHT-TO-LEFT OVERRIDE}x " + "long " * 200_000
    take(copy, review(claim=strange, explanation=strange, claimant=strange, label=strange))
    assert only(copy, "claim")["text"] == strange.strip()
    assert only(copy, "claim")["claimant"] == strange.strip()
    assert only(copy, "evidence")["says"] == strange.strip()
    assert only(copy, "outside_rating")["label"] == strange.strip()
    assert copy.check() == []


def test_only_the_beginning_of_a_long_rating_is_listed(copy: Copy) -> None:
    assert take(copy, review(label="x" * 1_000_000)).unmapped == {"x" * 100: 1}


# What is here already


def test_importing_twice_changes_nothing(copy: Copy) -> None:
    take(copy, *SEVERAL)
    before = copy.ask(COUNTS)
    result = take(copy, *SEVERAL, who="Somebody New")
    assert (result.wrote, result.unchanged, result.claims) == (False, 5, None)
    assert copy.ask(COUNTS) == before
    assert copy.count("person") == 1


def test_one_check_comes_in_once_however_it_is_written(copy: Copy) -> None:
    same = review(
        claim=" unemployment  FELL by 40\N{NO-BREAK SPACE}% in 2025",
        url="http://www.news.example.org/checks/unemployment/?utm_source=x#top",
    )
    result = take(copy, REVIEW, same)
    assert (result.added["claim"], result.unchanged) == (1, 1)
    assert take(copy, same).unchanged == 1


def test_another_claim_of_the_same_review_cites_the_same_source(copy: Copy) -> None:
    take(copy, REVIEW)
    result = take(copy, review(claim="Another claim"), review(claim="A third one"))
    assert result.added == {"claim": 2, "evidence": 2, "outside_rating": 2}
    assert result.claims == (2, 3)
    assert [row["source_id"] for row in rows(copy, "evidence")] == [1, 1, 1]


def test_the_same_claim_checked_elsewhere_is_another(copy: Copy) -> None:
    take(copy, REVIEW, review(url="https://other.example/1"))
    assert (copy.count("claim"), copy.count("source")) == (2, 2)


@pytest.mark.parametrize("size", [1, 2])
def test_batches_know_of_each_other(copy: Copy, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(take_reviews, "BATCH", size)
    told: list[tuple[int, int | None]] = []
    five = (REVIEW, review(claim="Another"), REVIEW, review(url=None), review(url=None))
    with copy.writing() as session:
        result = take_reviews.take(session, lined(five), progress=lambda *n: told.append(n))
    assert (result.added["claim"], result.added["source"], result.unchanged) == (3, 2, 2)
    assert told == [(done, None) for done in ((1, 2, 3, 4, 5) if size == 1 else (2, 4, 5))]
    assert copy.count("step") == 2
    assert copy.check() == []


def test_a_batch_is_no_longer_than_memory_allows() -> None:
    heavy = review(claim="x" * take_reviews.HEAVIEST)
    sizes = [len(batch) for batch in take_reviews.batches(lined([REVIEW, heavy, heavy, REVIEW]))]
    assert sizes == [2, 1, 1]
    light = [len(batch) for batch in take_reviews.batches(lined([REVIEW] * 2500))]
    assert light == [1000, 1000, 500]


def test_our_own_export_adds_nothing(seeded: Copy) -> None:
    before = seeded.ask(COUNTS)
    uids = [row[0] for row in seeded.ask("SELECT uid FROM claim")]
    ours = [review(uid=f"urn:uuid:{uid}", claim=f"In other words {uid}") for uid in uids]
    result = take(seeded, *ours)
    assert (result.wrote, result.unchanged) == (False, 14)
    assert seeded.ask(COUNTS) == before


def test_a_claim_of_another_copy_keeps_its_uid(copy: Copy) -> None:
    result = take(
        copy,
        review(uid=f"urn:uuid:{UID.upper()}"),
        review(uid=UID, claim="The same"),
        review(uid="https://other.example/#claim", claim="Another"),
    )
    assert (result.added["claim"], result.unchanged) == (2, 1)
    first, second = (row["uid"] for row in rows(copy, "claim"))
    assert first == UID
    assert len(second) == len(UID)


def test_a_source_that_was_merged_leads_to_the_other(copy: Copy) -> None:
    take(copy, REVIEW)
    with copy.writing() as session:
        kept = sources.add(session, NewSource("https://news.example.org/new", key="kept"))[0]
        sources.merge(session, lookup.source(session, "no"), kept)
    assert take(copy, REVIEW).unchanged == 1
    take(copy, review(claim="Another"))
    assert {row["source_id"] for row in rows(copy, "evidence")} == {2}


def test_what_was_undone_can_be_done_again(copy: Copy) -> None:
    take(copy, *SEVERAL)
    with copy.writing() as session:
        undo.undo(session, history.step(session, 2))
    assert [copy.count(table) for table in TABLES] == [0, 0, 0, 0]
    assert copy.check() == []
    take(copy, *SEVERAL)
    assert [row["id"] for row in rows(copy, "claim")] == [6, 7, 8, 9, 10]
    assert [row["key"] for row in rows(copy, "source")][:2] == ["no", "statistics"]
    assert copy.check() == []


def test_numbers_go_on_after_those_of_an_import(copy: Copy) -> None:
    take(copy, *SEVERAL)
    with copy.writing() as session:
        assert claims.add(session, NewClaim("One more.")).id == 6
        assert sources.add(session, NewSource("One more source"))[0].id == 7


def test_a_new_database_can_begin_with_reviews(empty: Copy, another: Make) -> None:
    take(empty, *SEVERAL, who="Bob")
    assert empty.ask("SELECT who, p.name FROM step s JOIN person p ON p.id = s.person_id") == [
        ("Bob", "Bob")
    ]
    assert empty.check() == []
    colleague = another()
    assert colleague.take(empty.export()).added["outside_rating"] == 4
    assert colleague.check() == []


# Keys


def test_keys_are_those_that_one_by_one_would_get(copy: Copy, another: Make) -> None:
    by_hand = another()
    titles = ["Example", "2", "Source", "Example", "The example", "Source-2", "Author", "Example-2"]
    for each in (copy, by_hand):
        with each.writing() as session:
            for key in ("example-3", "example-x", "examples"):
                sources.add(session, NewSource(f"https://{key}.example/", key=key))
    given = [
        review(url=f"https://a.example/{number}", title=title)
        for number, title in enumerate(titles * 3)
    ]
    with by_hand.writing() as session:
        for each_review in given:
            sources.add(session, NewSource(each_review.url or "", title=each_review.title))
    take(copy, *given[:10])
    take(copy, *given[10:])
    keys = [[row["key"] for row in rows(each, "source")] for each in (copy, by_hand)]
    assert keys[0] == keys[1]
    assert len(set(keys[0])) == len(titles) * 3 + 3


# What cannot be taken


def hidden(copy: Copy) -> None:
    with copy.writing() as session:
        source = sources.add(session, NewSource(REVIEW.url or "", key="hidden"))[0]
        sources.hide(session, source)


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"claim": " "}, "The claim is empty."),
    ({"claim": "a\0b"}, "The claim contains a NUL character."),
    ({"explanation": "a\udc80b"}, "The explanation contains byte 0x80, which is not UTF-8."),
    (
        {"claimant": "\ud800"},
        "The claimant contains half a character (U+D800), which is not UTF-8.",
    ),
    ({"label": "x\0"}, "The rating contains a NUL character."),
    ({"publisher": "x\0"}, "The publisher contains a NUL character."),
    ({"url": "javascript:alert(1)"}, "'javascript:alert(1)' is no web address."),
    (
        {"url": None, "publisher": None, "publisher_url": None},
        "The review has neither an address nor a publisher.",
    ),
]


@pytest.mark.parametrize(("changes", "message"), REFUSED)
def test_what_cannot_be_taken_is_refused_with_its_line(
    copy: Copy, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(BadInput) as caught:
        take(copy, REVIEW, review(url="https://a.example/1"), review(**changes))
    assert (caught.value.message, caught.value.line) == (message, 30)
    assert [copy.count(table) for table in TABLES] == [0, 0, 0, 0]
    result = take(copy, REVIEW, review(**changes), keep_going=True)
    assert result.refused == [(20, message)]
    assert result.added["claim"] == 1
    assert copy.check() == []


def test_what_a_reader_could_not_take_is_refused_in_its_place(copy: Copy) -> None:
    broken = BadInput("The item breaks off.")
    with pytest.raises(BadInput) as caught:
        take(copy, REVIEW, broken)
    assert caught.value.line == 20
    assert copy.count("step") == 1
    result = take(copy, broken, REVIEW, broken, keep_going=True)
    assert result.refused == [(10, "The item breaks off."), (30, "The item breaks off.")]
    assert result.claims == (1, 1)


def test_a_hidden_source_is_not_cited(copy: Copy) -> None:
    hidden(copy)
    cites = review(
        url="https://a.example/1", citations=(Citation(REVIEW.url, None, None, None, None),)
    )
    for each in (REVIEW, cites):
        with pytest.raises(Refused) as caught:
            take(copy, each)
        assert (caught.value.message, caught.value.line) == ("Source hidden is hidden.", 10)
        assert take(copy, each, keep_going=True).refused == [(10, "Source hidden is hidden.")]
    assert [copy.count(table) for table in TABLES] == [1, 0, 0, 0]


def test_a_protected_name_does_not_come_in_as_an_open_source(copy: Copy) -> None:
    new = NewSource("Jane Roe", protected=True, alias="a senior official", kind="person")
    copy.do(sources.add, new)
    with pytest.raises(FactcheckError) as caught:
        take(copy, review(url=None, publisher="JANE ROE"))
    assert (caught.value.message, caught.value.hint) == (
        "A source of that name is protected.",
        "Cite it as senior.",
    )


def test_what_is_beside_the_claim_may_be_left_out(copy: Copy) -> None:
    nothing = Citation(None, " ", None, "Words", "supports")
    bad = Citation("ftp://a.example/", "A title", "javascript:x", None, "agrees")
    given = review(
        claimant_same_as="javascript:alert(1)", first_at="https://u:p@a.example/",
        said_at=("https://a.example/1", "data:,x"), citations=(nothing, bad),
        remarks=("The day was mended.",),
    )  # fmt: skip
    result, out = take(copy, given), "It was left out."
    assert result.remarks == [
        "Line 10: The day was mended.",
        "Line 10: What it cites without an address and a title was left out.",
        f"Line 10: {'ftp://a.example/'!r} is no web address. {out}",
        f"Line 10: {'javascript:x'!r} is no web address. {out}",
        f"Line 10: {'javascript:alert(1)'!r} is no web address. {out}",
        f"Line 10: The address {'https://...@a.example'!r} contains a user name or password. {out}",
        f"Line 10: {'data:,x'!r} is no web address. {out}",
    ]
    assert result.remarked == 7
    claim = only(copy, "claim")
    assert (claim["claimant_same_as"], claim["first_at"]) == (None, None)
    assert claim["said_at"] == ["https://a.example/1"]
    assert [row["stance"] for row in rows(copy, "evidence")] == ["context", None]


def test_no_more_remarks_are_kept_than_somebody_reads(copy: Copy) -> None:
    result = take(copy, review(remarks=("a",) * 999), review(claim="b", remarks=("c",) * 5))
    assert (len(result.remarks), result.remarked) == (1000, 1004)
    assert result.remarks[-1] == "Line 20: c"


# Many


def test_of_many_the_comparisons_are_left_to_whoever_looks(copy: Copy) -> None:
    numbered = [
        review(
            claim=f"It fell by {n} %", url=f"https://a.example/{n}", explanation="It fell by 4 %"
        )
        for n in range(1100)
    ]
    take(copy, *numbered[:1000])
    assert copy.one("SELECT count(*) FROM evidence WHERE comparison IS NULL") == 0
    take(copy, *(replace(each, url=f"{each.url}/other") for each in numbered))
    assert copy.one("SELECT count(*) FROM evidence WHERE comparison IS NULL") == 1100
    assert copy.check() == []
