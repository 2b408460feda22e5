"""The article in the HTML report: every claim at its words, and every word once."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports import html
from factcheck.words import Outcome
from tests.reports.html_content import (
    TEXT,
    Shape,
    article,
    article_text,
    claim,
    content,
    draft,
    fix,
    mark,
    one,
    parsed,
    said,
)


def tree(given: Shape) -> Any:
    return parsed(html.report(given))


def test_words_are_marked_in_their_paragraphs() -> None:
    zones = ({"start": 0, "end": 22, "zone": "headline"},)
    marks = mark("20 carriages", 12, "change"), mark("37 mph", 13, "open", stale=True)
    claims = [claim(12, "change", fix=fix(wording="21 & more")), claim(13, "open")]
    found = tree(content(*claims, article=article(), draft=draft(*marks, zones=zones)))
    shown = one(found, "//article[@class='text']")
    assert shown.get("lang") == "en"
    assert [(each.tag, each.get("class"), said(each)) for each in shown] == [
        ("h2", "headline", "A train to Vladivostok"),
        ("p", None, "On Monday the train set off. It has 20 carriages21 & more."),
        ("p", None, "It reaches 37 mph, Yonhap says."),
    ]
    assert [dict(each.attrib) for each in shown.xpath(".//a")] == [
        {"class": "mark t-loud o-change", "id": "at-12", "href": "#claim-12", "data-c": "12",
         "data-n": "12"},
        {"class": "mark t-wait o-open stale", "id": "at-13", "href": "#claim-13",
         "data-c": "13", "data-n": "13"},
    ]  # fmt: skip
    assert one(shown, ".//ins").text == "21 & more"


def test_a_claim_inside_a_louder_one_is_both() -> None:
    marks = mark("It has 20 carriages", 1, "wrong"), mark("20", 2, "ok"), mark("20", 3, "open")
    claims = [claim(1, "wrong"), claim(2), claim(3, "open")]
    shown = one(tree(content(*claims, draft=draft(*marks))), "//article[@class='text']")
    assert [(a.get("class"), a.get("href"), a.get("data-n"), said(a)) for a in shown.iter("a")] == [
        ("mark t-loud o-wrong", "#claim-1", None, "It has"),
        ("mark t-wait o-open in-loud", "#claim-3", "3", "20"),
        ("ref t-good o-ok", "#claim-2", "2", ""),
        ("mark t-loud o-wrong", "#claim-1", "1", "carriages"),
    ]
    assert article_text(shown.getroottree()) == TEXT


def test_the_new_wording_stands_until_it_is_in_the_draft() -> None:
    marks = (mark("20 carriages", 12, "change"),)
    for fixed, wanted in (
        (fix(), ["21 carriages"]),
        (fix(state="agreed"), ["21 carriages"]),
        (fix(state="overruled"), []),
        (fix(in_draft=True), []),
        (fix(wording=None), []),
    ):
        found = tree(content(claim(12, "change", fix=fixed), draft=draft(*marks)))
        assert found.xpath("//article[@class='text']//ins/text()") == wanted


def test_a_mark_whose_claim_is_not_shown_is_no_link() -> None:
    given = mark("20 carriages", 99, listed=False)
    shown = one(tree(content(draft=draft(given))), "//article[@class='text']")
    assert shown.xpath(".//a") == []
    assert said(one(shown, ".//span[@class='mark t-good o-ok']")) == "20 carriages"


def test_lines_broken_to_a_width_make_one_paragraph() -> None:
    text = "The train set off on\nMonday, it is said.\n\nNobody saw it.\n"
    shown = one(tree(content(draft=draft(text=text))), "//article[@class='text']")
    assert [each.text for each in shown] == ["The train set off on\nMonday, it is said.",
                                             "Nobody saw it."]  # fmt: skip
    assert article_text(shown.getroottree()) == text


SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=12)
TEXTS = st.text(alphabet="ab \n\t<&é\u202e漢", max_size=50)


@given(text=TEXTS, spans=SPANS, zones=SPANS, fixed=st.integers(0, 12))
def test_nothing_of_the_text_is_lost_or_doubled(
    text: str, spans: list[tuple[int, int]], zones: list[tuple[int, int]], fixed: int
) -> None:
    outcomes = list(Outcome)
    marks: list[Shape] = [
        {"start": start, "end": end, "claim": at, "outcome": outcomes[at].value, "stale": False,
         "listed": at % 3 != 0}
        for at, (start, end) in enumerate(spans)
    ]  # fmt: skip
    claims = [claim(each["claim"], each["outcome"], fix=fix() if each["claim"] < fixed else None,
                    span={"exact": "words"})
              for each in marks if each["listed"]]  # fmt: skip
    parts = tuple({"start": start, "end": end, "zone": "table"} for start, end in zones)
    shown = content(*claims, draft={**draft(text=text, zones=parts), "marks": marks})
    found = tree(shown)
    assert article_text(found) == text
    _every_link_arrives(found)
    _every_mark_is_there(found, text, marks)


def _every_link_arrives(found: Any) -> None:
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in found.xpath("//a/@href")} <= set(ids)


def _every_mark_is_there(found: Any, text: str, marks: list[Shape]) -> None:
    numbers = found.xpath("//article[starts-with(@class, 'text')]//@data-n")
    assert len(numbers) == len(set(numbers))
    listed = [each for each in marks if each["listed"]]
    wanted = {
        str(each["claim"])
        for each in listed
        if text[max(each["start"], 0) : max(each["end"], 0)].strip()
    }
    assert wanted <= set(numbers) <= {str(each["claim"]) for each in listed}


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [("pt-BR", "pt-BR"), ("ar", "ar"), ("not a tag", None), ('en" onload="x', None), (None, None)],
)
def test_the_article_has_its_own_language(tag: str | None, wanted: str | None) -> None:
    found = tree(content(article=article(language=tag), draft=draft()))
    assert one(found, "//article[@class='text']").get("lang") == wanted
