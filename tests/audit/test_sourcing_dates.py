"""What the sources could know: which are later than the claim, which older than the event."""

import pytest

from factcheck.audit.desk import Scope
from tests.audit.sourced import Noticed, cite, findings, messages, noticed
from tests.services.desk import Desk

EVENT = "The train left Pyongyang on 11 September 2023"


def published(desk: Desk, day: str | None) -> None:
    """A source of that day."""
    desk.source("https://example.org/atlas", "atlas", published=day)


# Later than the claim, S307


@pytest.mark.parametrize(
    ("day", "said", "shown"),
    [
        ("2023-09-12", "2023-09-11", ("12 September 2023", "11 September 2023")),
        ("2023-10", "2023-09-11", ("October 2023", "11 September 2023")),
        ("2024", "2023-09", ("2024", "September 2023")),
    ],
)
def test_a_source_that_is_later(desk: Desk, day: str, said: str, shown: tuple[str, str]) -> None:
    published(desk, day)
    desk.claim(said_on=said)
    cite(desk, "atlas", "supports")
    told = f"atlas ({shown[0]}) is later than what was said ({shown[1]})"
    assert noticed(desk, "S307") == [Noticed("S307", "evidence", 1, told, claim=1, source=1)]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2023-09-11", "2023-09-11"),
        ("2023-09-10", "2023-09-11"),
        ("2023-09", "2023-09-11"),
        ("2023", "2023-09-11"),
        ("2023-09-30", "2023-09"),
        ("2023-12", "2023"),
        ("soon", "2023-09-11"),
        ("2024-01-01", "then"),
        (None, "2023-09-11"),
        ("2024-01-01", None),
    ],
)
def test_a_source_that_may_be_earlier(desk: Desk, day: str | None, said: str | None) -> None:
    published(desk, day)
    desk.claim(said_on=said)
    cite(desk, "atlas", "supports", on="2026-11-23")
    assert noticed(desk, "S307") == []


def test_an_article_says_when(desk: Desk) -> None:
    published(desk, "2023-09-12")
    desk.article(published="2023-09-11")
    desk.claim(quote="20 carriages")
    desk.claim(quote="37 mph", nth=1, said_on="2023-09-12")
    for claim in (1, 2):
        cite(desk, "atlas", "supports", claim=claim)
    told = "atlas (12 September 2023) is later than the article (11 September 2023)"
    assert messages(desk, "S307") == [told]


def test_what_refutes_it_repeats_nothing(desk: Desk) -> None:
    published(desk, "2023-09-12")
    desk.claim(said_on="2023-09-11")
    cite(desk, "atlas", "refutes")
    cite(desk, "atlas", "context")
    cite(desk, "atlas", "supports", seen=False)
    assert noticed(desk, "S307") == []
    cite(desk, "atlas")
    assert [each.name for each in noticed(desk, "S307")] == ["S307:4"]


# Older than the event, S313


@pytest.mark.parametrize(
    ("day", "event", "shown"),
    [
        ("2023-09-10", EVENT, ("10 September 2023", "11 September 2023")),
        ("2023-08", EVENT, ("August 2023", "11 September 2023")),
        ("2021", "The bridge was opened in 2022", ("2021", "2022")),
        ("1985", "The town grew in the 1990s", ("1985", "1990 to 1999")),
        ("2018-12-31", "He has lived there since 2019", ("31 December 2018", "2019")),
        ("1904", "It was signed in 1905 and revised in 2019", ("1904", "1905")),
        ("2021", "It left at 14:30 on 1 May 2022", ("2021", "1 May 2022")),
    ],
)
def test_a_source_that_is_older(desk: Desk, day: str, event: str, shown: tuple[str, str]) -> None:
    published(desk, day)
    desk.claim(event, said_on="2023-09-12")
    cite(desk, "atlas", "context")
    cite(desk, "atlas", "refutes")
    told = f"atlas ({shown[0]}) is older than the event ({shown[1]})"
    assert noticed(desk, "S313") == [Noticed("S313", "evidence", 2, told, claim=1, source=1)]


@pytest.mark.parametrize(
    ("day", "event"),
    [
        ("2023-09-11", EVENT),
        ("2023-09", EVENT),
        ("2023", EVENT),
        ("1950", "It was signed in 1905 and revised in 2019"),
        ("2018", "It was finished before 2019"),
        ("2018", "It was finished by 2019"),
        ("2010", "The treaty stood from about 2015"),
        ("2023-09-01", "The forum took place on Monday"),
        ("2023-09-01", "The forum will be held on 11 September 2023"),
        ("2023-09-01", "The forum was scheduled for 11 September 2023"),
        ("2023-09-01", "The forum runs to 13 September 2023"),
        ("2022-01-01", "The election is in 2023"),
        ("2023-09-01", "The train has 20 carriages"),
        (None, EVENT),
        ("once", EVENT),
    ],
)
def test_a_source_that_may_know(desk: Desk, day: str | None, event: str) -> None:
    published(desk, day)
    desk.claim(event, said_on="2023-09-12")
    cite(desk, "atlas", "supports")
    assert noticed(desk, "S313") == []


def test_a_prediction_is_older_than_its_event(desk: Desk) -> None:
    published(desk, "2023-09-01")
    desk.claim(EVENT, said_on="2023-09-12", kind="prediction")
    cite(desk, "atlas", "supports")
    assert noticed(desk, "S313") == []


def test_nobody_knows_when_it_was_said(desk: Desk) -> None:
    published(desk, "2023-09-01")
    desk.claim(EVENT)
    cite(desk, "atlas", "supports")
    assert noticed(desk, "S313") == []


def test_findings_in_order_of_the_evidence(desk: Desk) -> None:
    published(desk, "2023-09-01")
    for _ in range(2):
        desk.claim(EVENT, said_on="2023-09-12")
    for claim in (2, 1, 2):
        cite(desk, "atlas", "supports", claim=claim)
    assert [each.number for each in findings(desk, "S313")] == [1, 2, 3]
    meant = findings(desk, "S313", scope=Scope(claims=frozenset({2})))
    assert [each.number for each in meant] == [1, 3]


def test_a_protected_source_has_no_day(desk: Desk) -> None:
    for day, key in (("2023-09-01", "early"), ("2023-09-30", "late")):
        desk.source(
            f"https://example.org/{key}", key, published=day, protected=True, alias="an aide"
        )
    desk.claim(EVENT, said_on="2023-09-12")
    cite(desk, "early", "supports")
    cite(desk, "late", "supports")
    assert noticed(desk, "S307", "S313") == []
