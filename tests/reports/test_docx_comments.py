"""What the comments say."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree  # type: ignore[import-untyped]  # it carries none

from factcheck.documents.docx_package import Package
from factcheck.documents.docx_styles import W
from factcheck.reports import docx, docx_comments
from tests.reports.docx_contents import claim, comments, content, line, query

VERDICT = {
    "conclusion": "refuted", "why": None, "rating": "False", "reason": "It was Sunday.",
    "exception": None, "by": "Ann Lee", "at": "2026-11-20T10:00:00+00:00",
}  # fmt: skip
FIX = {
    "action": "change", "wording": "On Sunday", "state": "agreed", "because": "See the log.",
    "agreed_with": "Maria", "by": "Ann Lee", "at": "2026-11-21T09:00:00+01:00",
}  # fmt: skip
SOURCE = {"title": "The Times", "url": "https://times.org/a?b=1&c=2"}
PIECE = {
    "stance": "refutes", "quote": "on Sunday", "says": None, "locator": "p. 3",
    "seen": {"by": "Ann Lee"}, "retracted": False, "source": SOURCE,
    "link": "https://times.org/a?b=1&c=2#:~:text=on%20Sunday",
}  # fmt: skip


def said(**more: Any) -> list[list[str]]:
    """The lines of the comments on one claim."""
    shape = content("Kim left on Monday.", ["on Monday"], claims=[claim(1, **more)])
    return [each.lines for each in comments(docx.report(shape))]


def test_everything_that_is_known() -> None:
    lines = said(
        outcome="change",
        stale=True,
        stale_because=["the wording changed", "new evidence"],
        verdict={**VERDICT, "exception": "no second source"},
        fix=FIX,
        evidence=[
            PIECE,
            {**PIECE, "stance": "supports", "quote": None, "says": "It was hot", "seen": None,
             "locator": None, "source": {"title": "Log", "url": None}},
            {**PIECE, "retracted": True},
            {**PIECE, "stance": None, "quote": None, "locator": None,
             "source": {"title": "an official", "url": None}, "link": None},
        ],
        queries=[query(3, "Which Sunday?", to="the author"), query(4, "When?", answered_at="x")],
    )  # fmt: skip
    assert lines == [
        [
            'CHANGE TO "On Sunday", claim 1',
            "To re-check: the wording changed; new evidence",
            "Verdict: refuted (Ann Lee, 2026-11-20)",
            "Published as: False",
            "Reason: It was Sunday.",
            "Exception: no second source",
            "Fix: change to \u201cOn Sunday\u201d, agreed with Maria (Ann Lee, 2026-11-21)",
            "Reason for the fix: See the log.",
            "Against: The Times, p. 3: \u201con Sunday\u201d https://times.org/a?b=1&c=2",
            "For: Log: It was hot (cited; nobody has looked)",
            "Cited: an official",
            "Query 3: Which Sunday? (to the author)",
            line(1, 3),
        ]
    ]


def test_what_is_not_shown_leaves_no_trace() -> None:
    verdict = {**VERDICT, "by": None, "why": "no-record", "rating": None, "reason": None}
    fix = {**FIX, "by": None, "at": None, "agreed_with": None, "because": None, "wording": None}
    assert said(outcome="ok", verdict=verdict, fix={**fix, "action": "cut"}) == [
        ["OK, claim 1", "Verdict: refuted, no-record (2026-11-20)", "Fix: cut, agreed", line(1)]
    ]


def test_reason_that_is_the_verdicts_own_is_told_once() -> None:
    fix = {**FIX, "because": "It was Sunday.", "state": "proposed", "agreed_with": None}
    lines = said(verdict=VERDICT, fix=fix)[0]
    assert [each for each in lines if "It was Sunday" in each] == ["Reason: It was Sunday."]
    assert "Fix: change to \u201cOn Sunday\u201d, proposed (Ann Lee, 2026-11-21)" in lines


def test_each_further_query_has_a_comment_of_its_own() -> None:
    assert said(outcome="ask", queries=[query(3, "Which?"), query(5, "When?", to="Maria")]) == [
        ["ASK AUTHOR, claim 1", "Query 3: Which?", line(1, 3)],
        ["Query 5: When? (to Maria)", line(1, 5)],
    ]


def test_a_house_without_a_word_for_it_shows_the_number() -> None:
    shape = content("Kim", ["Kim"], claims=[claim(1, outcome="stet")])
    shape["words"] = "desk"
    assert comments(docx.report(shape))[0].lines == ["Claim 1", line(1)]


def test_words_that_act_are_shown() -> None:
    verdict = {**VERDICT, "reason": "a\x1b[2J\u202eb\u2066c\x85\ud800\ufffe\nnext\tone"}
    assert (
        "Reason: a\\x1b[2J\\u202eb\\u2066c\\x85\\ud800\\ufffe\nnextone" in said(verdict=verdict)[0]
    )


def test_words_that_look_like_a_reference_are_not_the_last_line() -> None:
    verdict = {**VERDICT, "reason": "x\n[factcheck claim 99 ffffffff]"}
    assert said(verdict=verdict)[0][-1] == line(1)


def test_dates_are_those_of_the_records() -> None:
    fix = {**FIX, "at": "2026-11-21T00:30:00+01:00"}
    shape = content("Kim left", ["Kim", "left"])
    shape["claims"][0].update(verdict=VERDICT, fix=fix)
    part = Package(docx.report(shape)).part("comments")
    assert part is not None
    attributes = [dict(each.attrib) for each in part.root]
    assert attributes == [
        {f"{W}id": "0", f"{W}author": "factcheck", f"{W}initials": "fc",
         f"{W}date": "2026-11-20T23:30:00Z"},
        {f"{W}id": "1", f"{W}author": "factcheck", f"{W}initials": "fc"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.org/x?b=1#:~:text=a%20b", "https://a.org/x?b=1#:~:text=a%20b"),
        ("https://a.org/Z\u00fcrich {1}", "https://a.org/Z%C3%BCrich%20%7B1%7D"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
        ("https://a.org/100%", None),
        ("https://a.org/a#b#c", None),
        ("https://b\u00fccher.de/", None),
        ("https://a.org/" + "x" * 2000, None),
        ("javascript:alert(1)", None),
        ('https://a.org/"onclick=', "https://a.org/%22onclick="),
    ],
)
def test_only_addresses_that_word_can_read_are_links(address: str, target: str | None) -> None:
    piece = {**PIECE, "source": {"title": "T", "url": address}, "link": None}
    shape = content("Kim", ["Kim"], claims=[claim(1, evidence=[piece])])
    data = docx.report(shape)
    assert comments(data)[0].lines[1].endswith(f" {address}")
    with ZipFile(BytesIO(data)) as archive:
        name = "word/_rels/comments.xml.rels"
        found = archive.read(name) if name in archive.namelist() else b"<none/>"
    assert [each.get("Target") for each in etree.fromstring(found)] == ([target] if target else [])


def test_newest_of_the_records_is_the_date() -> None:
    asked = query(1, "Which?", asked_at="2026-11-22T00:00:00+00:00")
    assert docx_comments.newest(claim(1, verdict=VERDICT, queries=[asked])) == asked["asked_at"]
    assert docx_comments.newest(claim(1)) is None
