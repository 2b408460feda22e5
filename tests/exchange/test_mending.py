"""JSON that is broken where it is clear what was meant."""

import json
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.exchange.json_text import Found, found
from factcheck.exchange.mending import (
    COMMAS,
    COMMENT,
    CONTROLS,
    ENTITIES,
    MARK,
    SEMICOLON,
    SEVERAL,
    mended,
)

MANY = 1_000_000


def values(text: str) -> list[tuple[int, Any, tuple[str, ...]]]:
    return [tuple(each) for each in found(text, {"list"})]


def refusal(text: str) -> tuple[int, str]:
    *_, last = found(text, {"list"})
    assert isinstance(last.value, BadInput)
    assert last.value.line == last.line
    return last.line, last.value.message


@pytest.mark.parametrize(
    ("text", "value", "remarks"),
    [
        ('{"a": "b",}', {"a": "b"}, (COMMAS,)),
        ('{"a": ["b", ], }', {"a": ["b"]}, (COMMAS,)),
        ('{"a": "b,}", "c": ",]",\n}', {"a": "b,}", "c": ",]"}, (COMMAS,)),
        ('{"a": "\\",}",}', {"a": '",}'}, (COMMAS,)),
        ("{&quot;a&quot;: &#34;b &amp; c&#x22;}", {"a": "b & c"}, (ENTITIES,)),
        ('{"a": "b\nc\td"}', {"a": "b\nc\td"}, (CONTROLS,)),
        ('\ufeff{"a": "b"}', {"a": "b"}, (MARK,)),
        ('{"a": "b"};\n', {"a": "b"}, (SEMICOLON,)),
        ('<!--\n{"a": "b"}\n-->', {"a": "b"}, (COMMENT,)),
        ('<!-- {"a": "b"} //-->', {"a": "b"}, (COMMENT,)),
        ('//<![CDATA[\n{"a": "b"}\n//]]>', {"a": "b"}, (COMMENT,)),
        ('/*<![CDATA[*/\n{"a": "b"}\n/*]]>*/', {"a": "b"}, (COMMENT,)),
        ('<![CDATA[{"a": "b"};]]>', {"a": "b"}, (COMMENT, SEMICOLON)),
        ('<!--\n//<![CDATA[\n{"a": "b",}\n//]]>\n-->', {"a": "b"}, (COMMENT, COMMAS)),
    ],
)
def test_what_is_clear_is_mended_and_told(text: str, value: Any, remarks: tuple[str, ...]) -> None:
    ((_, got, told),) = values(text)
    assert (got, told) == (value, remarks)


@pytest.mark.parametrize("between", ["", "\n", " , ", ";\n"])
def test_objects_one_after_another_are_all_read(between: str) -> None:
    assert [value for _, value, _ in values('{"a": "b"}' + between + '{"c": "d"}')] == [
        {"a": "b"}, {"c": "d"},
    ]  # fmt: skip
    assert values('{"a": "b"}{"c": "d"}')[0] == (1, {"a": "b"}, (SEVERAL,))


def test_sound_json_is_left_alone() -> None:
    text = '{"a": "&quot;b&quot; ,] <!-- //]]> \\u0000"}'
    assert values(text) == [(1, json.loads(text), ())]


def test_lines_stay_what_they_are() -> None:
    text = '<!--\n\n[\n{"a": "b",},\n{\n"c": "d\ne"},\n{"f": "g"},\n]\n-->'
    assert [line for line, _, _ in values(text)] == [4, 5, 8]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('{"a":\n{"b": "c"}', 2, "the JSON breaks off before its brackets are closed"),
        ('[{"a": "b"},\n{"c": "d"', 2, "the JSON breaks off before its brackets are closed"),
        ('{"a": "b"}}', 1, "here JSON should begin, with { or ["),
        ('{"a":\n["b"}', 2, "'}' is no JSON there"),
        ('{"a":\n"b', 2, "a text is never closed by a quotation mark"),
        ('{"a": "b",\nc: "d"}', 2, "'c:' stands without quotation marks"),
        ("{'a': 'b'}", 1, "\"'a':\" stands in single quotation marks"),
        ('{"a": "b"\n"c": "d"}', 2, "'\"c\":' is no JSON there"),
        ('{"a": undefined}', 1, "'undefined}' stands without quotation marks"),
        ("callback({})", 1, "here JSON should begin, with { or ["),
        ('"a"', 1, "here JSON should begin, with { or ["),
        ('{"a": ,}', 1, "'}' is no JSON there"),
        ("[1,,2]", 1, "',2]' is no JSON there"),
        ("[" * 2000 + "]" * 2000, 1, "brackets stand in brackets too deep to be read"),
    ],
)
def test_what_is_not_clear_is_refused_with_its_line(text: str, line: int, why: str) -> None:
    assert refusal(text) == (line, f"Line {line}: {why}.")


def test_what_stands_before_the_break_is_given() -> None:
    first, last = found('[{"a": "b"},\n{"c": d}]', {"list"})
    assert first == Found(1, {"a": "b"}, ())
    assert isinstance(last.value, BadInput)


@pytest.mark.parametrize(
    "piece",
    ["[", "{", ",", '"', '{"', '["\\"', '\\"', "[,", '{"a":', ";", "<!--", "-->", "&quot;", "//",
     " ", ", ", "//<![CDATA[", "]]>", "'", "[{", "{}", "\ufeff", '"\\'],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", '["a", '])
def test_a_megabyte_of_one_thing_ends(piece: str, before: str) -> None:
    text = before + piece * (MANY // len(piece))
    mended(text)
    assert sum(1 for _ in found(text, {"list"})) <= MANY
