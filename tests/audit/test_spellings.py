"""Names that are spelt in two ways, and names that only look so."""

import pytest

from factcheck.audit.spellings import Place, Twice, find


def pairs(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(each.one, each.other) for each in find(text, language)]


def test_the_commoner_one_first_with_all_places() -> None:
    text = "Dmitry Peskov said no. Later Pescov said yes. Peskov left."
    assert find(text, "en") == [
        Twice("Peskov", "Pescov", (Place(0, 13), Place(46, 52)), (Place(29, 35),))
    ]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Kim Jong Un left. Then Kim Jong-un came back.", ("Kim Jong Un", "Kim Jong-un")),
        ("Dmitri Peskov met Dmitry Peskov.", ("Dmitri Peskov", "Dmitry Peskov")),
        ("Volodymyr Zelensky spoke. Zelenskyy said no.", ("Zelensky", "Zelenskyy")),
        ("Recep Tayyip Erdogan came, and later Erdoğan left.", ("Erdogan", "Erdoğan")),
        ("John Anderson spoke. Andersen added that.", ("Anderson", "Andersen")),
        ("They saw the White House. The Whitehouse was lit.", ("White House", "Whitehouse")),
        ("Kyiv's Andriy Yermak came. Mr. Yermak, or Andrii Yermak, left.",
         ("Andriy Yermak", "Andrii Yermak")),
        ("Volodymyr Zelensky spoke. M. Zelenski left.", ("Zelensky", "Zelenski")),
        ("It was Al-Qaeda, and Al Qaeda again.", ("Al-Qaeda", "Al Qaeda")),
        ("He met Kevin Bourrillion, then Kevin Bourillion.",
         ("Kevin Bourrillion", "Kevin Bourillion")),
    ],
)  # fmt: skip
def test_one_name_in_two_ways(text: str, pair: tuple[str, str]) -> None:
    assert pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong Un left with Kim Jong Il.",
        "Maria Keller and Mario Keller met.",
        "Boris Johnson met Sarah Johnston, and Johnston said so.",
        "Michael Landon lived in London.",
        "Marco Parisi visited Paris in May.",
        "Korea and the Koreans, the Korean army of South Korea.",
        "the Smiths, Smith's house and John Smith",
        "a Cold-War relic of the Cold War",
        "KIM JONG UN\nKim Jong Un left.",
        "Red Lines And Blue Lines\nThe Red-Lines were drawn.",
        "Ann Hughes wrote to Beth Griggs (BethGriggs, beth@example.org).",
        "Peskov and peskov, Peskov's and Peskov\N{RIGHT SINGLE QUOTATION MARK}s",
        "He met Bjorn Reese. Reece, Reece and Reece said so.",
        "Texas is not Texan. Marta Brown met Browne.",
        "",
    ],
)
def test_names_that_only_look_alike(text: str) -> None:
    assert pairs(text) == []


def test_german_nouns_are_no_names() -> None:
    assert pairs("Die Deutsche Bahn und der Deutschen Bahn, Anreise und Abreise.", "de") == []
    text = "Olaf Scholz sprach am Montag. Scholtz sagte, er komme."
    assert pairs(text, "de") == [("Scholz", "Scholtz")]


@pytest.mark.parametrize(
    "text",
    [
        "Ab" * 500_000,
        "Peskov " * 140_000,
        "A-b'C " * 160_000,
        " ".join(f"Abcde{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}x said" for n in range(60_000)),
    ],
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    assert len(pairs(text)) < 100_000
