from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import documents
from factcheck.documents.document import Document
from factcheck.documents.markdown import read
from factcheck.text.plain import decode
from factcheck.words import AnnotationKind, Format

HEAD = """---
title: "On Trains"  # working title
authors: [Ann Lee, 'Bob Ray']
date: 2024-05-01 10:00
lang: en_GB
---
"""


def taken(text: str) -> Document:
    document = read(text.encode())
    assert document.text == text
    return document


def zones(text: str) -> list[tuple[str, str]]:
    return [(zone.zone.value, text[zone.start : zone.end]) for zone in taken(text).zones]


def marks(text: str) -> list[tuple[str, str, Sequence[str]]]:
    return [
        (each.kind.value, text[each.start : each.end], list(each.urls))
        for each in taken(text).annotations
    ]


def links(text: str) -> list[tuple[str, str]]:
    return [
        (words, urls[0]) for kind, words, urls in marks(text) if kind == AnnotationKind.LINK.value
    ]


def notes(text: str) -> list[tuple[str, str]]:
    return [
        (text[each.start : each.end], each.text)
        for each in taken(text).annotations
        if each.kind is AnnotationKind.FOOTNOTE
    ]


def test_text_is_kept_code_point_for_code_point() -> None:
    text = "\ta \\* b\r c\u2028 &amp; `d`\n\n\n* e\u00ad\n"
    document = documents.read(text.encode(), "a.md")
    assert (document.text, document.format) == (text, Format.MARKDOWN)


# Zones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title #\n\nBody", [("headline", "Title")]),
        ("#\tTitle\n### Part\nBody", [("headline", "Title"), ("headline", "Part")]),
        ("#Not a title\n\n####### Nor this", []),
        (
            "Title\non two lines\n===\n\nPart\n---\n",
            [("headline", "Title\non two lines"), ("deck", "Part")],
        ),
        (
            "# T\n\n*A line of emphasis, **bold** too.*\n\nBody",
            [("headline", "T"), ("deck", "*A line of emphasis, **bold** too.*")],
        ),
        ("# T\n\n*One* and *two*\n", [("headline", "T")]),
        ("# T\n\nBody\n\n*Emphasis*\n", [("headline", "T")]),
        (
            "# T\n## Deck\n\n## A\n\n## B",
            [("headline", "T"), ("deck", "Deck"), ("headline", "A"), ("headline", "B")],
        ),
        (
            "# T\n\n## Part\n\na\n\n## B",
            [("headline", "T"), ("headline", "Part"), ("headline", "B")],
        ),
        ("# T\n\n## All that follows\n\na", [("headline", "T"), ("deck", "All that follows")]),
        ("a | b\n--|--\n1 | 2\n\nafter", [("table", "a | b\n--|--\n1 | 2")]),
        ("before\n| a |\n| - |\n| 1 |", [("table", "| a |\n| - |\n| 1 |")]),
        ("a | b\n---\n", [("headline", "a | b")]),
        ("![A train](t.png 'In Dandong')", [("caption", "A train"), ("caption", "In Dandong")]),
        ("![](t.png)\n*The train.*\n", [("caption", "*The train.*")]),
        ("![](t.png)\n\n_The train._\n\n_Not this._", [("caption", "_The train._")]),
        (
            "<figure><img src=x>\n<figcaption>The train</figcaption></figure>",
            [("caption", "The train")],
        ),
        (
            "He left on Sunday by train.\n\n> He left\n> on *Sunday*\n",
            [("pull-quote", "> He left\n> on *Sunday*")],
        ),
        ("He left on Sunday.\n\n> He left on Monday\n\n> on Sunday", []),
        (
            "a[^1]\n\n[^1]: one\ntwo\n[^2]: three\n\n    four\n\nfive",
            [("footnote", "one\ntwo"), ("footnote", "three\n\n    four")],
        ),
        ("```\n# a\n| b |\n|---|\n```\n~~~~ x\n# c\n~~~\n# d", []),
        ("    # code\n\n- item\n\n      # in it", []),
        ("> ```\n> # a\nb\n\n# c", [("headline", "c")]),
        ("---\n# a\n---\n", [("headline", "a")]),
    ],
)
def test_zones_by_block(text: str, expected: list[tuple[str, str]]) -> None:
    assert zones(text) == expected


def test_front_matter_says_what_it_is() -> None:
    document = taken(f"{HEAD}\n# Head\n\nBody https://a.org")
    assert (document.title, document.authors) == ("On Trains", ["Ann Lee", "Bob Ray"])
    assert (document.published, document.language) == ("2024-05-01T10:00", "en-GB")
    assert [document.text[z.start : z.end] for z in document.zones] == ["Head"]


def test_authors_in_lines() -> None:
    assert taken("---\nauthor:\n  - name: Ann\n  - Bob\ntags: [x]\n---\nBody").authors == [
        "Ann",
        "Bob",
    ]


def test_title_is_the_first_heading() -> None:
    assert taken("a\n\n## Kim's *train*\n\n# b").title == "Kim's *train*"


# Links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on [Sunday](https://a.org) by", [("Sunday", "https://a.org")]),
        ('[a b](<https://a.org/x y> "t")', [("a b", "https://a.org/x y")]),
        ("[a](https://a.org/x_(y)) )", [("a", "https://a.org/x_(y)")]),
        ("[a](https://a.org 'it (is)')", [("a", "https://a.org")]),
        ("[a](https://a.org/?x=1&amp;y=\\_z)", [("a", "https://a.org/?x=1&y=_z")]),
        (
            "[**a** b](https://a.org) [*c*](https://c.org)",
            [("**a** b", "https://a.org"), ("c", "https://c.org")],
        ),
        ("[a [b] c](https://a.org)", [("a [b] c", "https://a.org")]),
        (
            "[a [b](https://b.org) c](https://c.org)",
            [("b", "https://b.org"), ("https://c.org", "https://c.org")],
        ),
        ("[![alt](i.png)](https://a.org)", [("![alt](i.png)", "https://a.org")]),
        ("[a\nb](https://a.org)", [("a\nb", "https://a.org")]),
        ("[https://a.org](https://b.org)", [("https://a.org", "https://b.org")]),
        (
            "[a][R 1] [b][] [r  1]\n\n[r 1]: <https://r.org> 'R'\n[b]: https://b.org",
            [("a", "https://r.org"), ("b", "https://b.org"), ("r  1", "https://r.org")],
        ),
        (
            "<https://a.org> <x@y.org>",
            [("https://a.org", "https://a.org"), ("x@y.org", "mailto:x@y.org")],
        ),
        (
            "(see https://a.org/x_(y)). And https://b.org, **https://c.org**",
            [
                ("https://a.org/x_(y)", "https://a.org/x_(y)"),
                ("https://b.org", "https://b.org"),
                ("https://c.org", "https://c.org"),
            ],
        ),
        (
            '<a class="x" href="https://a.org/?a=1&amp;b">words</a>',
            [("words", "https://a.org/?a=1&b")],
        ),
        (
            "[a](/page) [b](#x) [c](javascript:x) [d]() [e](https://e.org\n\n[f](https://f.org x)",
            [("https://e.org", "https://e.org"), ("https://f.org", "https://f.org")],
        ),
        (
            r"\[a](https://a.org) `[b](https://b.org)` ``[c`](https://c.org)``",
            [("https://a.org", "https://a.org")],
        ),
        ("[a`](https://a.org)`", []),
        ("<!-- [a](https://a.org) --> [b](https://b.org)", [("b", "https://b.org")]),
        (
            "```\n[a](https://a.org)\n```\n\n    https://b.org\n\n[c](https://c.org)",
            [("c", "https://c.org")],
        ),
        (
            "| [a](https://a.org) | `b |\n|--|--|\n| c` [d](https://d.org) | e |",
            [("a", "https://a.org"), ("d", "https://d.org")],
        ),
    ],
)
def test_links_stand_on_their_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("==a b== c", [("highlight", "a b", [])]),
        ("a == b and c == d", []),
        ("a==b and c==d", []),
        ("====\na", []),
        ("<mark>a</mark> <u> b </u></u>", [("highlight", "a", []), ("underline", "b", [])]),
        ("`==a==` ==b==", [("highlight", "b", [])]),
    ],
)
def test_marks(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert marks(text) == expected


# Footnotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It snowed. Kim left.[^1] He sat.\n\n[^1]: Tass", [("Kim left.", "Tass")]),
        ("Kim left[^a], and sat[^B].\n\n[^a]: A\n[^b]: B", [("Kim left", "A"), ("and sat", "B")]),
        ("Kim left[^1][^2].\n\n[^1]: A\n[^2]: B", [("Kim left", "A"), ("Kim left", "B")]),
        ("Kim\nleft[^1].\n\n[^1]: A\n    b\n\n    c", [("Kim\nleft", "A b c")]),
        ("- Kim left[^1]\n- He sat[^1]\n\n[^1]: A", [("Kim left", "A"), ("He sat", "A")]),
        ("Kim left[^no] `[^1]` \\[^1].\n\n[^1]: A", []),
        ("| a | b |\n|---|---|\n| Kim[^1] | 2 |\n\n[^1]: A", [("Kim", "A")]),
        ("Kim left^[Tass [b](x) ^[c]] home.", [("Kim left", "Tass [b](x) ^[c]")]),
        ("[^1] Kim left.\n\n[^1]: A", [("Kim left.", "A")]),
    ],
)
def test_footnotes_stand_on_the_words_before_them(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert notes(text) == expected


def test_footnote_names_its_addresses() -> None:
    text = "Kim left.[^1]\n\n[^1]: [Tass](https://tass.com/1), https://a.org/b_(c).\n"
    assert marks(text)[0] == (
        "footnote",
        "Kim left.",
        ["https://tass.com/1", "https://a.org/b_(c)"],
    )


# Anything


@given(st.text(st.sampled_from("[]()!`<>*_=#|-:^\\\"' \n\tah1"), max_size=80))
def test_any_text_is_taken(text: str) -> None:
    if not text.strip():
        return
    document = read(text.encode())
    assert document.text == decode(text.encode(), "x")
    ends = [0, *(end for zone in document.zones for end in (zone.start, zone.end)), len(text)]
    assert ends == sorted(ends)
    assert all(0 <= each.start <= each.end <= len(text) for each in document.annotations)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "![" * 100_000,
        ">" * 100_000,
        "[a](" * 50_000,
        '[a](b "' * 30_000,
        "[a](<b" * 40_000,
        "[a](b" * 20_000 + " " * 100_000,
        "![" * 20_000 + "[a](b)" * 20_000,
        "^[" * 50_000 + "]" * 50_000,
        "<a " * 60_000,
        "<!--" * 50_000,
        "`" * 30_000 + " `` `" * 20_000,
        "https://x" + ")" * 200_000,
        "|a" * 40_000 + "|\n" + "|-" * 40_000 + "|\n" + "|1" * 40_000,
        "a|b\n" * 40_000,
        "#" * 100_000 + " #" * 50_000,
        "- " * 100_000,
        "[a]: " + "b" * 100_000 + ' "' + "c" * 100_000,
        "```\n" * 40_000,
        "* " * 100_000 + "x",
        "> a b c d\n\n" * 20_000,
        "[^1]" * 40_000 + "\n\n[^1]: " + "x " * 40_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_ends(text: str) -> None:
    assert read(text.encode()).text == text
