"""One fact with two figures, and figures that are of two things."""

from datetime import date

import pytest

from factcheck.audit.contradictions import find

ON = date(2023, 9, 11)


def pairs(text: str, language: str = "en") -> list[tuple[str, str]]:
    found = find(text, ON, language)
    return [(each.one.value.text, each.other.value.text) for each in found]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The train has 20 carriages. It is green. The train's 21 carriages are armoured.",
         ("20 carriages", "21 carriages")),
        ("Kim's train has 20 armored carriages. It is old. Kim's train has 21 armored carriages.",
         ("20 armored carriages", "21 armored carriages")),
        ("The fire killed 12 people. Rescuers came. The fire killed 13 people in the town.",
         ("12 people", "13 people")),
        ("The tower is 320 metres tall. Many climb it. The tower is 330 metres tall.",
         ("320 metres", "330 metres")),
        ("John Smith, 42, was held in Leeds. A man fled. John Smith, 43, was held in Leeds.",
         ("42", "43")),
    ],
)  # fmt: skip
def test_one_fact_with_two_figures(text: str, pair: tuple[str, str]) -> None:
    assert pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        # The same figure.
        "The train has 20 carriages. The train's 20 carriages are armoured.",
        "The train is 320 metres long. The train is 1,050 feet long.",
        # Bounds, ranges and rounding.
        "The fire killed at least 12 people. The fire killed 13 people in the town.",
        "The train has about 20 carriages. The train has 21 carriages.",
        "The train has 20 to 22 carriages. The train has 21 carriages.",
        # Other times, places, sources and things.
        "In 2019 the train had 20 carriages. The train had 21 carriages.",
        "Police arrested 12 people on Monday. Police arrested 15 people on Tuesday.",
        "Three people were killed in the raid in Kyiv. Two people were killed in the raid in Lviv.",
        "Officials said the fire killed 12 people. Rebels said the fire killed 13 people.",
        "The train has 20 carriages. The other train has 21 carriages.",
        "The train has 20 carriages. Its rival has 21 carriages.",
        "Train 17 has 20 carriages. Train 18 has 21 carriages.",
        "The train has 20 carriages. The old train has 21 carriages.",
        "The train has 20 carriages. The train had 21 carriages.",
        # Parts, and some of many.
        "The train has 20 carriages. Two carriages of the train are green.",
        "The train has 20 carriages. The train lost another 18 carriages.",
        "The train has 20 carriages. The train could have 21 carriages.",
        # Kinds of things.
        "They sell two-bedroom flats in Leeds. They sell three-bedroom flats in Leeds.",
        "A 32-bit program runs on a 64-bit system. The 64-bit system is new.",
        "The train has 20 carriages and 21 lamps.",
        "",
    ],
)
def test_figures_of_two_things(text: str) -> None:
    assert pairs(text) == []


def test_each_pair_once() -> None:
    text = "The train has 20 carriages. The train has 21 carriages. " * 3
    assert pairs(text) == [("20 carriages", "21 carriages")]


@pytest.mark.parametrize(
    "text",
    [
        "The train has 20 carriages. The train has 21 carriages. " * 18_000,
        " ".join(f"The train has {n} carriages." for n in range(35_000)),
        "20 " * 330_000,
        "1,2.3" * 200_000,
    ],
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    assert len(pairs(text)) < 10_000
