"""Whether a reason speaks of a piece of evidence."""

import pytest

from factcheck.audit.reasons import Against, speaks

PIECE = Against(
    number=13,
    names=("vedomosti", "The forum in September", "Vedomosti", "Anna Petrova"),
    said="12-15 September, the plan at that time",
    claim="The forum runs through 13 September 2023",
)


@pytest.mark.parametrize(
    "reason",
    [
        "Vedomosti has the plan of March.",
        "The paper of Anna Petrova was early.",
        "evidence 13 is old",
        "Evidence #13 is old",
        "12 to 15 was announced in March",
        "However, TASS has it.",
        "Aber TASS hat es.",
        "Mais TASS l'a.",
        "Pero TASS lo tiene.",
        "The other page is out of date.",
        "It was the plan at that time.",
        "The page is wrong about it.",
    ],
)
def test_it_speaks_of_it(reason: str) -> None:
    assert speaks(reason, PIECE)


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "  ",
        "TASS has it.",
        "So it says.",
        "evidence 131",
        "The forum runs through 13 September.",
    ],
)
def test_it_says_nothing_of_it(reason: str) -> None:
    assert not speaks(reason, PIECE)


def test_a_long_reason_comes_to_an_end() -> None:
    assert not speaks("so it is said " * 70_000, PIECE)
