"""Claims that no longer say what their words in the article say."""

from typing import Any

import pytest

from factcheck.services.straying import strays


def claim(text: str, exact: str | None, state: str = "exact") -> dict[str, Any]:
    span = None if exact is None else {"exact": exact, "state": state}
    return {"text": text, "span": span}


def test_another_figure_in_the_text_is_told() -> None:
    told = strays(claim("The wreck of the Halden drowned 112 people", "drowned 98 people"))
    assert told is not None
    assert told.startswith("the claim says 112 people, its words 98 people")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The wreck drowned 112 people", "drowned 112 people"),
        ("The wreck drowned 112 people", "112 drowned"),
        ("Kim's train can reach 37 mph", "up to 60 km/h"),
        ("The train is green", "a train of 20 carriages"),
        ("The train is green", "an olive train"),
        ("20 carriages", "20 carriages"),
        ("20 carriages", None),
    ],
)
def test_the_same_in_other_words_is_not(text: str, exact: str | None) -> None:
    assert strays(claim(text, exact)) is None


def test_of_words_that_are_gone_nobody_can_tell() -> None:
    assert strays(claim("drowned 112 people", "drowned 98 people", "lost")) is None
