import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import wording
from factcheck.text.values.value import Comparison
from factcheck.words import Kind, Result

WORDED = [Kind.QUOTE, Kind.NAME, Kind.TITLE, Kind.ORGANISATION, Kind.PLACE]

HOSTILE = [
    "",
    " ",
    '"',
    '""',
    "[" * 2000,
    '"' + "[a] " * 500 + '"',
    "..." * 1000,
    '"' + "a ... " * 90 + '"',
    "\0\ud800\U0010ffff",
    "e" + "\u0301" * 2000,
    "\u202e\u200f\u0661",
    "A." * 1000,
    "A-" * 1000,
    "'s " * 1000,
    "President of " * 300,
    "\u91d1" * 2000,
    "\u30d7" * 2000,
    "$$$ %%% 5%5%",
]


def result(claim: str, passage: str, kind: Kind = Kind.QUOTE) -> Result:
    return wording.check(claim, passage, kind).result


def test_explanation_is_one_line_with_its_ending() -> None:
    passage = "It would be a major\nblunder."
    assert wording.check('a "massive blunder"', passage, Kind.QUOTE) == Comparison(
        Result.DISAGREES,
        '"massive blunder": the passage has "major" for "massive": differs',
    )


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in WORDED])
def test_other_kinds_are_not_compared(kind: Kind) -> None:
    assert wording.check("Kim", "Kim", kind) == Comparison(
        Result.NOT_COMPARABLE,
        f"a claim of the kind {kind} is not compared word for word: not comparable",
    )


@pytest.mark.parametrize("kind", WORDED)
def test_no_passage_is_nothing_to_compare(kind: Kind) -> None:
    assert wording.check('"Kim"', " \n", kind) == Comparison(
        Result.NOT_COMPARABLE, "there is no passage: not comparable"
    )


@pytest.mark.parametrize("kind", WORDED)
def test_what_is_too_long_is_not_compared(kind: Kind) -> None:
    assert result('"Kim"', "Kim " * 600_000, kind) == Result.NOT_COMPARABLE
    assert result("Kim " * 60_000, "Kim", kind) == Result.NOT_COMPARABLE


@pytest.mark.parametrize("kind", WORDED)
@pytest.mark.parametrize("claim", HOSTILE)
def test_hostile_texts_are_compared(claim: str, kind: Kind) -> None:
    for passage in HOSTILE:
        found = wording.check(claim, passage, kind)
        assert "\n" not in found.explanation
        assert found.explanation.rsplit(": ", 1)[1] in {"agrees", "differs", "not comparable"}


@pytest.mark.parametrize(
    "passage",
    [
        "A " * 125_000,
        "A." * 125_000,
        "A-" * 125_000,
        '"a ' * 82_500,
        "\u91d1" * 250_000,
        "\u30d7" * 250_000,
        "... " * 62_500,
        "e" + "\u0301" * 250_000,
        "Bank of " * 31_250,
        "not a massive blunder " * 11_250,
    ],
)
def test_a_large_passage_is_compared(passage: str) -> None:
    assert result('a "massive blunder here"', passage) == Result.NOT_COMPARABLE
    assert result("Kim Jong Un met Vladimir Putin", passage, Kind.NAME) == Result.NOT_COMPARABLE
    assert result("President Vladimir Putin", passage, Kind.TITLE) == Result.NOT_COMPARABLE


@pytest.mark.parametrize("kind", WORDED)
@pytest.mark.parametrize(
    "claim",
    [
        '"' + "a ... " * 4_000 + '"',
        '"a b c d e" ' * 2_250,
        "[" * 25_000,
        "'" * 25_000,
        "Aa " * 8_250,
        "A. " * 8_250,
        "President of " * 1_750,
    ],
)
def test_an_endless_claim_is_compared(claim: str, kind: Kind) -> None:
    passage = 'President Vladimir Putin met Kim. "A blunder," he said. ' * 300
    assert result(claim, passage, kind) == Result.NOT_COMPARABLE


TEXTS = st.text() | st.lists(
    st.sampled_from(
        ["Kim", "Putin", "not", '"', "...", "[he]", "massive", "blunder", ".", ",", "-", "'s", "W."]
    ),
    max_size=12,
).map(" ".join)


@given(TEXTS, TEXTS, st.sampled_from(list(Kind)), st.sampled_from(["en", "de", "xx", "", "en_US"]))
def test_any_texts_are_compared(claim: str, passage: str, kind: Kind, language: str) -> None:
    assert wording.check(claim, passage, kind, language).left is None


@given(TEXTS, TEXTS, st.sampled_from(WORDED))
def test_the_same_words_give_the_same_answer(claim: str, passage: str, kind: Kind) -> None:
    first = wording.check(claim, passage, kind)
    assert wording.check(claim, passage, kind) == first
