from itertools import pairwise
from pathlib import Path

import pytest

from factcheck.text.elements import What
from factcheck.text.spans import Span
from factcheck.text.worth import Proposal, Reason, by_element, rank
from factcheck.words import Kind

ARTICLE = Path(__file__).parents[2] / "seed" / "article.txt"


def shown(text: str, language: str = "en") -> list[tuple[str, str, bool]]:
    """Words, kind and whether it can be checked, in reading order."""
    ordered = sorted(rank(text, language), key=lambda one: one.span)
    return [(words(text, one), str(one.kind), one.checkable) for one in ordered]


def words(text: str, proposal: Proposal) -> str:
    return text[proposal.span.start : proposal.span.end]


def only(text: str, language: str = "en") -> Proposal:
    (proposal,) = rank(text, language)
    return proposal


# The words in the article, who is named, and the kinds that fit.
CLAIMS: list[tuple[str, str | None, set[Kind]]] = [
    (
        (
            "On Monday, an olive-green armored train believed to be ferrying the North Korean "
            "leader, Kim Jong Un, set off from Pyongyang for Vladivostok"
        ),
        None,
        {Kind.DATE},
    ),
    ("Kim\u2019s first overseas journey in over four years", None, {Kind.SUPERLATIVE}),
    (
        "his second summit with Russian President Vladimir Putin since their first meeting in 2019",
        None,
        {Kind.NUMBER},
    ),
    (
        "potential arms deals between Russia and North Korea could be on the agenda",
        "U.S. officials and analysts",
        {Kind.ATTRIBUTION},
    ),
    (
        (
            "the Putin-Kim meeting could align with the annual Eastern Economic Forum in the far "
            "eastern Russian port city of Vladivostok"
        ),
        "Reports",
        {Kind.PREDICTION},
    ),
    ("it runs through Wednesday", "website", {Kind.DATE}),
    (
        "a \u201chighly developed\u201d munitions industry",
        "Carnegie Endowment for International Peace",
        {Kind.QUOTE},
    ),
    (
        "any arms deal between North Korea and Russia would be a \u201cmassive blunder.\u201d",
        "United States",
        {Kind.QUOTE},
    ),
    ("it would \u201cpay a price.\u201d", "White House", {Kind.QUOTE}),
    ("its signature olive green, bulletproof carriages", None, {Kind.DESCRIPTION}),
    (
        "Kim\u2019s train can reach speeds up to 37 miles per hour",
        "Yonhap",
        {Kind.MEASUREMENT},
    ),
    ("the reported 20 armored carriages", None, {Kind.NUMBER}),
    (
        (
            "intensified security measures and potential renovations at the main train station in "
            "the Russian border city of Khasan"
        ),
        "Japanese media",
        {Kind.PLACE, Kind.ATTRIBUTION},
    ),
    (
        (
            "\u201cNorth Korea\u2019s support might enable Putin to prolong his war, which is "
            "detrimental news for Europe.\u201d"
        ),
        "Ramon Pacheco Pardo",
        {Kind.QUOTE},
    ),
]


@pytest.fixture(scope="module")
def article() -> str:
    return ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ranked(article: str) -> list[Proposal]:
    return rank(article)


@pytest.mark.parametrize(("claim", "named", "kinds"), CLAIMS)
def test_claim_of_the_seed_article_is_proposed(
    article: str, ranked: list[Proposal], claim: str, named: str | None, kinds: set[Kind]
) -> None:
    assert article.count(claim) == 1
    start = article.index(claim)
    (found,) = [one for one in ranked if one.span.holds(Span(start, start + len(claim)))]
    assert (named or "") in (found.claimant or "")
    assert found.kind in kinds
    assert found.checkable is (found.kind is not Kind.PREDICTION)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("stands as a testament to his leadership style", Reason.OPINION),
        ("in this evolving dynamic is crucial", Reason.OPINION),
        ("The stark difference in global perspectives", Reason.OPINION),
        ("it becomes imperative for diplomatic entities", Reason.OPINION),
        ("could be a harbinger of a new geopolitical chessboard", Reason.PREDICTION),
        ("will be closely monitoring any military cooperation", Reason.PREDICTION),
        ("its implications could ripple across", Reason.PREDICTION),
    ],
)
def test_rhetoric_of_the_seed_article_is_told_apart(
    article: str, ranked: list[Proposal], words: str, reason: Reason
) -> None:
    start = article.index(words)
    (found,) = [one for one in ranked if one.span.holds(Span(start, start + len(words)))]
    assert not found.checkable
    assert found.why[0] is reason


def test_headings_of_the_seed_article_are_absent(article: str, ranked: list[Proposal]) -> None:
    proposed = [words(article, one) for one in ranked]
    for heading in ("What\u2019s on the Table?", "Symbolism", "Global Implications", "Emerging"):
        assert not any(heading in each for each in proposed)


def test_spans_leave_out_bullets_and_labels(article: str, ranked: list[Proposal]) -> None:
    starts = {words(article, one)[:16] for one in ranked}
    assert "According to Sou" in starts
    assert not any("Train Attributes" in words(article, one) for one in ranked)


def test_best_come_first_and_what_is_told_apart_last(ranked: list[Proposal]) -> None:
    keys = [(not one.checkable, -one.score, one.span) for one in ranked]
    assert keys == sorted(keys)
    assert all(0 <= one.score <= 1 for one in ranked)


def test_proposals_do_not_overlap_and_cover_every_checkable_element(
    ranked: list[Proposal],
) -> None:
    spans = sorted(one.span for one in ranked)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    for one in ranked:
        assert all(one.span.holds(element.span) for element in one.elements)


def test_a_proposal_says_everything_about_itself() -> None:
    text = "According to Yonhap, Kim's train can reach 37 mph."
    found = only(text)
    assert found == Proposal(
        span=Span(0, len(text)),
        score=found.score,
        kind=Kind.MEASUREMENT,
        claimant="Yonhap",
        why=(Reason.FIGURE, Reason.NAME, Reason.ATTRIBUTION, Reason.STATEMENT),
        checkable=True,
        elements=found.elements,
    )
    assert [one.what for one in found.elements] == [What.NAME, What.NAME, What.FIGURE]


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Sales rose 5.4% last month.", Kind.STATISTIC, Reason.COMPARATIVE),
        ("The plan costs $2.4bn.", Kind.MONEY, Reason.FIGURE),
        ("It is the tallest building in Europe.", Kind.SUPERLATIVE, Reason.SUPERLATIVE),
        ("Paris is the capital of France.", Kind.OTHER, Reason.STATEMENT),
        ("Smoking causes lung cancer.", Kind.OTHER, Reason.CAUSAL),
        ("The Senate passed a significant bill on Tuesday.", Kind.DATE, Reason.DATE),
        ("Putin visited the important port of Odesa.", Kind.OTHER, Reason.STATEMENT),
        ("Critics say the plan is wrong.", Kind.ATTRIBUTION, Reason.ATTRIBUTION),
        ('"We won," Trump told supporters.', Kind.QUOTE, Reason.QUOTATION),
        ('"Is it true?" she asked.', Kind.QUOTE, Reason.QUOTATION),
        ("The coach is red and black.", Kind.DESCRIPTION, Reason.STATEMENT),
        ("Reports suggest the two men met in Geneva in May.", Kind.DATE, Reason.DATE),
        ("She is taller than her brother.", Kind.OTHER, Reason.COMPARATIVE),
    ],
)
def test_statements_can_be_checked(text: str, kind: Kind, reason: Reason) -> None:
    found = only(text)
    assert found.checkable
    assert found.kind is kind
    assert reason in found.why


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("I think we must do better.", Kind.OPINION, Reason.OPINION),
        ("The speech was wonderful.", Kind.OPINION, Reason.OPINION),
        ("America is the greatest country in the world.", Kind.OPINION, Reason.OPINION),
        ("Who is to blame?", Kind.OTHER, Reason.QUESTION),
        ("The government will cut taxes by 5% next year.", Kind.PREDICTION, Reason.PREDICTION),
        ("Prices might rise.", Kind.PREDICTION, Reason.PREDICTION),
        ("Some experts believe that prices might rise.", Kind.PREDICTION, Reason.PREDICTION),
    ],
)
def test_opinions_questions_and_predictions_are_told_apart(
    text: str, kind: Kind, reason: Reason
) -> None:
    found = only(text)
    assert not found.checkable
    assert found.kind is kind
    assert found.why[0] is reason


def test_each_sentence_of_a_long_quotation_is_a_quote() -> None:
    text = "Brown said: \u201cWe began with nothing. Now we have a factory.\u201d"
    assert shown(text) == [
        ("Brown said: \u201cWe began with nothing.", "quote", True),
        ("Now we have a factory.\u201d", "quote", True),
    ]


def test_a_prediction_that_somebody_made_can_be_checked() -> None:
    found = only("Officials in Seoul said that prices could rise.")
    assert found.checkable
    assert found.kind is Kind.ATTRIBUTION


@pytest.mark.parametrize("text", ["", "Hello and welcome.", "Thank you very much.", "\n\n", "..."])
def test_what_says_nothing_is_absent(text: str) -> None:
    assert rank(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales rose 5% in 2022, and Apple cut 300 jobs in May.",
            ["Sales rose 5% in 2022", "Apple cut 300 jobs in May."],
        ),
        (
            "Police held ten men; Kim denied it on Friday.",
            ["Police held ten men", "Kim denied it on Friday."],
        ),
        (
            "Apple employs 3,000 people, while rival Samsung employs 4,500.",
            ["Apple employs 3,000 people", "rival Samsung employs 4,500."],
        ),
        (
            "Apple employs 3,000 people, and the mood is good.",
            ["Apple employs 3,000 people, and the mood is good."],
        ),
        (
            "The law, passed in 1973, was repealed in 2020.",
            ["The law, passed in 1973", "was repealed in 2020."],
        ),
        (
            "The study, published in Nature, was repealed in 2020.",
            ["The study, published in Nature, was repealed in 2020."],
        ),
        (
            "Apple sold 3,000 phones, 20 cars, and Kim.",
            ["Apple sold 3,000 phones, 20 cars, and Kim."],
        ),
        (
            'He said: "Kim won in 2019, and Putin lost in 2020."',
            ['He said: "Kim won in 2019, and Putin lost in 2020."'],
        ),
    ],
)
def test_clauses_that_can_each_be_checked_are_parted(text: str, expected: list[str]) -> None:
    assert [each for each, _kind, _checkable in shown(text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "kind", "checkable"),
    [
        ("de", "Der Zug hat rund 20 Waggons.", "number", True),
        ("de", "Ich glaube, das ist ein Fehler.", "opinion", False),
        ("de", "Warum ist das so?", "other", False),
        ("fr", "Le train a atteint 60 kilom\u00e8tres par heure.", "measurement", True),
        ("fr", "Je pense qu\u2019il a raison.", "opinion", False),
        ("es", "El tren sali\u00f3 el 3 de mayo de 2019.", "date", True),
        ("es", "Creo que es un error.", "opinion", False),
        ("ar", "\u0642\u062a\u0644 300 \u0634\u062e\u0635.", "number", True),
        ("xx", "Ordo 37% kim.", "statistic", True),
    ],
)
def test_other_languages_are_ranked(
    language: str,
    text: str,
    kind: str,
    checkable: bool,  # noqa: FBT001  a column of the table
) -> None:
    assert shown(text, language) == [(text, kind, checkable)]


def test_each_element_is_a_proposal_and_a_name_only_once() -> None:
    text = "Kim said he has 20 trains. \u201cKim\u2019s first\u201d was red, Kim said."
    found = [(words(text, one), one.why) for one in by_element(text)]
    assert found == [
        ("Kim", (Reason.NAME,)),
        ("20 trains", (Reason.FIGURE,)),
        ("Kim\u2019s first", (Reason.QUOTATION,)),
    ]


def test_an_element_has_the_claimant_whose_words_hold_it() -> None:
    text = "Yonhap said that the train has 20 carriages. It left on Monday."
    found = {words(text, one): one.claimant for one in by_element(text)}
    assert found == {"Yonhap": None, "20 carriages": "Yonhap", "Monday": None}


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 20_000,
        "KIM " * 20_000,
        '"' * 50_000,
        " " * 1_000_000,
        "1. " * 3_000,
        "- a\n" * 3_000,
        "he won 5; " * 5_000,
        ("he won 5; " * 90 + "end. ") * 20,
        "On Monday, Kim said that 20 trains left. " * 2_000,
        "Kim said he won 5 of 10, " * 2_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    for one in (*rank(text), *by_element(text)):
        assert 0 <= one.span.start < one.span.end <= len(text)
