"""Names that may not be said: how they are found, and what stands in their place."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from factcheck.services.veils import Veil
from factcheck.words import Terms
from tests.cli.told import LITE
from tests.services.desk import Desk

NAME, URL = "Irene O\u2019Holt", "https://www.leaks.example/tape/12?utm_source=x"


@contextmanager
def veil(desk: Desk, *, reveal: bool = False, terms: bool = False) -> Iterator[Veil]:
    with desk.reading() as session:
        yield Veil(session, reveal=reveal, terms=terms)


def masked(desk: Desk, *texts: str, **how: bool) -> list[str]:
    with veil(desk, **how) as found:
        assert [found.names_one(text) for text in texts] == [found.mask(t) != t for t in texts]
        return [found.mask(text) for text in texts]


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A source of every sort."""
    desk.source(
        URL, "deep", title=NAME, author="I. Holt", kept="box 77", protected=True, alias="a driver"
    )
    desk.source("Nameless Ned", "ned", protected=True, alias="a witness")
    desk.source("Berta Back", "berta", terms=Terms.BACKGROUND.value, alias="an official")
    desk.source("Bob Back", "bob", terms=Terms.BACKGROUND.value)
    desk.source("Otto Off", "otto", terms=Terms.OFF_RECORD.value)
    desk.source("Rita Record", "rita", terms=Terms.ON_RECORD.value)
    return desk


def test_every_name_of_a_protected_source_gives_way_to_its_alias(told: Desk) -> None:
    said = (
        f"{NAME} (I. Holt) keeps box 77, {URL} or leaks.example/tape/12; Nameless Ned, Rita Record."
    )
    assert masked(told, said) == [
        "a driver (a driver) keeps a driver, a driver or a driver; a witness, Rita Record."
    ]


def test_who_is_called_otherwise(told: Desk) -> None:
    everybody = f"{NAME}, Nameless Ned, Berta Back, Bob Back, Otto Off, Rita Record"
    with veil(told, reveal=True) as open_to_all, veil(told) as desk, veil(told, terms=True) as out:
        assert open_to_all.aliases == {}
        assert open_to_all.mask(everybody) == everybody
        assert desk.aliases == {1: "a driver", 2: "a witness"}
        assert desk.mask(everybody) == (
            "a driver, a witness, Berta Back, Bob Back, Otto Off, Rita Record"
        )
        assert out.aliases == {
            **desk.aliases, 3: "an official", 4: "a source on background", 5: "a source",
        }  # fmt: skip
        assert out.mask(everybody) == (
            "a driver, a witness, an official, a source on background, a source, Rita Record"
        )
    assert masked(told, everybody, reveal=True, terms=True) == [
        f"{NAME}, Nameless Ned, an official, a source on background, a source, Rita Record"
    ]


@LITE
@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Irene O'Holt", "IRENE  O\u2019HOLT\u2019s tape", "X\u2019s tape"),
        ("Irene O\u2019Holt", "Irene\nO'Holt.", "X."),
        ("Irene Holt", "Irene Holten, Birene Holt", None),
        ("Irene Holt", "Irene\u00a0Holt, Ire\u00adne Holt", "X, X"),
        ("J\u00f6rg-Ren\u00e9 M\u00fcller", "Jo\u0308rg\u2010Rene\u0301 Mu\u0308ller", "X"),
        ("Anna Wei\u00df", "Anna Wei\u00df, ANNA WEISS, anna wei\u1e9e", "X, X, X"),
        ("\u0130rem Kaya", "\u0130rem Kaya", "X"),
        ("\u738b\u5c0f\u660e", "\u738b\u5c0f\u660e\u8bf4\u8fc7", "X\u8bf4\u8fc7"),
        ("\u674e\u5a1c", "\u6628\u5929\u674e\u5a1c\u8bf4", "\u6628\u5929X\u8bf4"),
        ("\uae40\uc815\uc740", "\uae40\uc815\uc740\uc774 \ub9d0", "X\uc774 \ub9d0"),
        ("Al", "Al said almost all", None),
        ("(.*)+$", "what (.*)+$ is", "what X is"),
        ("Kim Lee", f"{'Kim ' * 100_000}Lee", f"{'Kim ' * 99_999}X"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(
    desk: Desk, name: str, text: str, expected: str | None
) -> None:
    desk.source(name, "deep", protected=True, alias="X")
    assert masked(desk, text) == [text if expected is None else expected]


@LITE
def test_the_longest_name_is_found_first(desk: Desk) -> None:
    desk.source("https://holt.example/", "page", title="Holt", protected=True, alias="A")
    desk.source("Holt and Sons", "firm", protected=True, alias="B")
    assert masked(desk, "Holt and Sons, Holt, https://holt.example/") == ["B, A, A"]


@LITE
def test_an_alias_that_says_the_name_says_it(desk: Desk) -> None:
    desk.source("Ministry", "deep", protected=True, alias="a ministry official")
    assert masked(desk, "The ministry knows") == ["The ministry knows"]


@LITE
def test_data_are_masked_through_and_through(told: Desk) -> None:
    given = {
        "claims": [{"text": NAME, "id": 3, "tags": [NAME, None, True]}],
        "draft": {"text": NAME, "marks": [NAME]}, NAME: "Nameless Ned",
    }  # fmt: skip
    with veil(told) as found:
        assert found.over(given, ("draft",)) == {
            "claims": [{"text": "a driver", "id": 3, "tags": ["a driver", None, True]}],
            "draft": given["draft"], NAME: "a witness",
        }  # fmt: skip
    assert given["claims"][0]["text"] == NAME  # type: ignore[index]  # the given is left alone
    with veil(told, reveal=True) as nothing:
        assert nothing.over(given) is given


def test_a_surname_alone_is_found_as_it_is_written(desk: Desk) -> None:
    desk.source("Irene Holt", "irene", kind="person", protected=True, alias="a driver")
    desk.source("A paper", "paper", author="Jo Li", protected=True, alias="a leak")
    assert masked(desk, "Holt says so.", "the holt of an otter", "Holtz", "Li", "HOLT") == [
        "a driver says so.", "the holt of an otter", "Holtz", "Li", "HOLT",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "Ivan-Sidorov", "ivan_sidorov", "#IvanSidorov", "_Ivan Sidorov_", "**Ivan** Sidorov",
        "Ivan<b> Sidorov", "Ivan &nbsp;Sidorov", "Sidorov, Ivan", "Ivan%20Sidorov", "Ivan+Sidorov",
        "Ivan Sidorov2",
    ],
)  # fmt: skip
@LITE
def test_a_name_is_found_however_it_is_joined(desk: Desk, written: str) -> None:
    desk.source(
        "https://x.example/1", "deep", title="Ivan Sidorov", protected=True, alias="an aide"
    )
    (told,) = masked(desk, f"so {written} said")
    assert "idorov" not in told
    assert "an aide" in told


@LITE
def test_houses_of_protected_sources_alone_are_not_named(desk: Desk) -> None:
    desk.source("https://leak.example/1", "deep", title="A leak", publisher="Zzministry",
                protected=True, alias="an aide")  # fmt: skip
    desk.source("https://tass.com/1", "two", title="Two", publisher="TASS", protected=True,
                alias="a wire")  # fmt: skip
    desk.source("https://tass.com/2", "open", title="Open", publisher="TASS")
    said = "Zzministry at leak.example, TASS at tass.com, box 771"
    assert masked(desk, said) == ["an aide at an aide, TASS at tass.com, box 771"]
