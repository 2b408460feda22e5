"""Markup of Markdown and addresses, out of the way of what is read."""

import pytest

from factcheck.text.markup import plain, veiled


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("opened in 1971[^1] and", "opened in 1971 and"),
        ("It is [the longest](https://a.example/1999), he said.", "It is the longest, he said."),
        ('An ![image of 12](a.png "3 trains") here', "An image of 12 here"),
        ("See https://a.example/2024/12 for it", "See for it"),
        ("[^2]: Atlas, p. 212", "Atlas, p. 212"),
        ("He [the author] said so", "He [the author] said so"),
        ("a [b](c(d) e", "a [b](c(d) e"),
    ],
)
def test_what_is_read_of_it(text: str, read: str) -> None:
    assert plain(text, 0, len(text)) == read
    assert len(veiled(text)) == len(text)


@pytest.mark.parametrize("piece", ["[", "](", "[^", "![a](", "https://a"])
def test_a_megabyte_of_markup(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert len(veiled(text)) == len(text)
