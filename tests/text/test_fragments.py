"""Links that open a page at its quotation."""

import pytest

from factcheck.text.fragments import fragment, link, of_quote

PAGE = "The train has 20 carriages.\nThe other train has 20 carriages too, he said.\n"


def test_words_that_stand_once_need_no_context() -> None:
    assert fragment(PAGE, 0, 9) == ":~:text=The%20train"


def test_words_that_stand_twice_have_what_is_around_them() -> None:
    start = PAGE.rindex("20 carriages")
    found = fragment(PAGE, start, start + len("20 carriages"))
    assert found == ":~:text=other%20train%20has-,20%20carriages,-too%2C%20he%20said."


def test_context_never_runs_over_a_line() -> None:
    start = PAGE.index("20 carriages")
    found = fragment(PAGE, start, start + len("20 carriages"))
    assert found == ":~:text=The%20train%20has-,20%20carriages,-."


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("olive-green, R&D", ":~:text=olive%2Dgreen%2C%20R%26D"),
        ("60 км/ч", ":~:text=60%20%D0%BA%D0%BC%2F%D1%87"),
        ("one\ntwo", ":~:text=one,two"),
        (
            "a b c d e f g h i j k l m n",
            ":~:text=a%20b%20c%20d%20e,j%20k%20l%20m%20n",
        ),
        ("a b c d e f g h i j k l", ":~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k%20l"),
        ("  ", ""),
    ],
)
def test_directives(words: str, directive: str) -> None:
    assert of_quote(words) == directive


@pytest.mark.parametrize(
    ("url", "words", "made"),
    [
        ("https://e.org/a", "37 mph", "https://e.org/a#:~:text=37%20mph"),
        ("https://e.org/a#top", "37 mph", "https://e.org/a#top"),
        ("https://e.org/a", None, "https://e.org/a"),
    ],
)
def test_links(url: str, words: str | None, made: str) -> None:
    assert link(url, words) == made
