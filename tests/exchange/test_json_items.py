"""The items of JSON one by one, through a window that moves over the text."""

import json
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.exchange.json_items import Figure, Item, Window, items, local

LISTS = {"list", "@graph"}

TEXT = """
{"name": "a \\u00e4 \\ud83d\\ude00 \\n \\\\",
 "list": [
  {"a": -12.50e+3, "b": [true, false, null, -Infinity]},
  [], {},
  "text", 12345678901234567890123

 ],
 "schema:list": [{"c": {"list": [1]}}], "x": {"y": [{}]}, "n": 1.50
}
"""
ITEMS: list[Item] = [
    (4, {"a": "-12.50e+3", "b": [True, False, None, "-Infinity"]}),
    (5, []),
    (5, {}),
    (6, "text"),
    (6, "12345678901234567890123"),
    (9, {"c": {"list": ["1"]}}),
    (2, {"name": "a \u00e4 \U0001f600 \n \\", "x": {"y": [{}]}, "n": "1.50"}),
]


def through(text: str, size: int, **options: Any) -> list[Item]:
    pieces = (text[start : start + size] for start in range(0, len(text), size))
    return list(items(Window(pieces, **options), LISTS))


@pytest.mark.parametrize("size", [*range(1, 40), 1000])
def test_items_are_the_same_through_any_window(size: int) -> None:
    assert through(TEXT, size) == ITEMS


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[\n{"a": 1},\n{"a": b}\n]', 3),
        ('[\n{"a": 1},\n{"a":', 3),
        ('[\n{"a": 1}\n\n"b"]', 4),
        ('{"a": 1}\n\n{}', 3),
        ('{"a": "b\n"}', 1),
    ],
)
def test_a_break_is_on_the_same_line_through_any_window(text: str, line: int, size: int) -> None:
    with pytest.raises(BadInput) as caught:
        through(text, size)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"Line {line}: ")


def test_numbers_are_kept_as_they_are_written() -> None:
    ((_, value),) = through('{"a": 2.50}', 100)
    assert type(value["a"]) is Figure
    assert value["a"] == "2.50"


def test_lines_count_from_where_the_text_begins() -> None:
    assert through("[1,\n2]", 100, line=7) == [(7, "1"), (8, "2")]


def test_an_item_longer_than_the_window_is_read() -> None:
    long = "x" * 100_000
    assert through(json.dumps([long, long]), 10) == [(1, long), (1, long)]


def test_names_of_schema_org_go_by_their_last_part() -> None:
    names = ["url", "schema:url", "https://schema.org/url", "http://example.org/terms#url"]
    assert {local(name) for name in names} == {"url"}
    assert local("@graph") == "@graph"
