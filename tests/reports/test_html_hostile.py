"""Anything may stand in any text: it is harmless in the HTML report, and there in full."""

from typing import Any

import pytest

from factcheck.reports import html
from tests.reports.html_content import (
    BY,
    Shape,
    article,
    article_text,
    claim,
    content,
    draft,
    fix,
    parsed,
    piece,
    source,
    verdict,
)

EVIL = (
    "</style></script></textarea><script>alert(1)</script>]]>--><img src=x onerror=alert(2)>"
    "\"'`<svg onload=alert(3)>{{ 7*7 }}{% raw %}&amp;&#60;=HYPERLINK(1)\u202egnp\u2066\u200bé"
)
#: What decides how a record is shown and is a word of the program.
FIXED = frozenset({
    "outcome", "outcomes", "words", "audience", "stance", "zone", "state", "action", "url",
    "link", "language", "at", "asked_at", "answered_at", "published", "presence", "result",
    "kind", "severity", "conclusion",
})  # fmt: skip


def full(text: str) -> Shape:
    """A content with `text` wherever a person writes."""
    given = claim(
        1, "wrong", span={"exact": "words"}, also_at=[{"exact": "x"}], claimant="x",
        claimant_detail={"role": "x"}, said={"on": None, "occasion": "x"}, stale=True,
        stale_because=["x"], verdict=verdict(reason="x", exception="x", rating="x"),
        fix=fix(because="x", agreed_with="x"),
        queries=[{"question": "x", "to": "x", "by": "x", "asked_at": BY["at"], "answer": "x",
                  "answered_by": "x", "answered_at": BY["at"]}],
        notes=[{"kind": "note", "text": "x", **BY}],
        evidence=[piece(), piece(quote=None, says="x", note="x"),
                  piece(retracted=True, retracted_because="x")],
        corrections=[{"kind": "correction", "severity": "minor", "what": "x", "why": "x",
                      "before": "x", "after": "x", "reported_by": "x", "url": None, **BY}],
    )  # fmt: skip
    shown = content(
        given, article=article(notes=[{"text": "x", **BY}]), sources=[source()],
        summary={"claims": 1, "outcomes": {"wrong": 1}, "must_change": [1], "recheck": [1],
                 "open": [1]},
        findings=[{"code": "V403", "severity": "error", "claim": 1, "message": "x", "help": "x"}],
        let_stand=[{"code": "S302", "title": "x", "claim": 1, "because": "x", **BY}],
    )  # fmt: skip
    filled: Shape = _filled(shown, text)
    marks = [{"start": 3, "end": len(text), "claim": 1, "outcome": "wrong", "stale": True,
              "listed": True}]  # fmt: skip
    return {**filled, "draft": {**draft(text=f"{text}\n{text}"), "marks": marks}}


def _filled(value: Any, text: str, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _filled(each, text, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, text, name) for each in value]
    return text if isinstance(value, str) and name not in FIXED else value


def shape(tree: Any) -> list[tuple[str, list[str]]]:
    """The elements of a page and the names of their attributes."""
    return [(each.tag, sorted(each.attrib)) for each in tree.iter("*")]


def test_no_text_makes_an_element_or_an_attribute() -> None:
    evil, tame = parsed(html.report(full(EVIL))), parsed(html.report(full("T" * len(EVIL))))
    assert shape(evil) == shape(tame)
    assert len(evil.xpath("//script")) == len(evil.xpath("//style")) == 1


def test_every_text_is_there_in_full() -> None:
    tame = parsed(html.report(full("T" * len(EVIL)))).text_content()
    evil = parsed(html.report(full(EVIL))).text_content()
    assert evil.count(EVIL) == tame.count("T" * len(EVIL)) > 40


def test_the_article_is_there_in_full() -> None:
    assert article_text(parsed(html.report(full(EVIL)))) == f"{EVIL}\n{EVIL}"


def test_control_characters_are_shown() -> None:
    tree = parsed(html.report(full("a\x00b\x1b[31mc\rd\x0ce\x85f\ud800g\th\x7f")))
    wanted = "a\\x00b\\x1b[31mc\\x0dd\\x0ce\\x85f\\ud800g\th\\x7f"
    assert article_text(tree) == f"{wanted}\n{wanted}"
    assert tree.text_content().count(wanted) > 20


def test_bidi_marks_stay_where_they_are() -> None:
    """Each text stands in an element that keeps its direction to itself."""
    tree = parsed(html.report(full("\u202eevil")))
    inside = {"article", "main", "body", "html", "title", "ul", "section"}
    for each in tree.xpath("//body//*[contains(text(), '\u202e')]"):
        around = [each, *each.iterancestors()]
        near = next(e for e in around if e.tag == "bdi" or e.get("dir") or isolated(e))
        assert near.tag not in inside, each.tag


def isolated(element: Any) -> bool:
    """Blocks and pictures, whose words do not mix with those outside."""
    return element.tag in {"p", "li", "h1", "h3", "text", "svg", "article", "main"}


def test_a_megabyte_of_claim_is_there_in_full() -> None:
    text = "".join(chr(97 + at % 26) for at in range(1_000_000))
    page = html.report(content(claim(1, text=text, span={"exact": "words"})))
    assert page.count(text) == 1


@pytest.mark.parametrize(
    "text",
    ["\n" * 1_000_000, "a\n\n" * 300_000, " " * 1_000_000, "<" * 1_000_000, "\x1b" * 200_000],
    ids=["lines", "paragraphs", "blanks", "brackets", "controls"],
)
def test_a_megabyte_of_draft_is_written_in_one_pass(text: str) -> None:
    whole = [{"start": 0, "end": len(text), "claim": 1, "outcome": "ok"}]
    page = html.report(content(claim(1), draft={**draft(text=text), "marks": whole}))
    assert page.endswith("</html>")


def test_many_marks_on_the_same_words() -> None:
    text = "word " * 2_000
    marks = [
        {"start": at, "end": len(text) - at, "claim": at, "outcome": "ok"} for at in range(2_000)
    ]
    page = html.report(content(*map(claim, range(2_000)), draft={**draft(text=text),
                                                                 "marks": marks}))  # fmt: skip
    assert article_text(parsed(page)) == text
    assert len(page) < 4_000_000


def test_a_language_or_an_outcome_cannot_break_out() -> None:
    evil = '"><script>alert(1)</script>'
    marks = [{"start": 0, "end": 4, "claim": 1, "outcome": evil, "stale": False, "listed": True}]
    zones = ({"start": 0, "end": 4, "zone": evil},)
    given = content(
        claim(1, evil), article=article(language=evil), sources=[source(tier=evil)],
        draft={**draft(zones=zones), "marks": marks}, words=evil,
    )  # fmt: skip
    assert len(parsed(html.report(given)).xpath("//script")) == 1
