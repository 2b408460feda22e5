"""The HTML report: what it says, how it is marked up, what it may do."""

import base64
import hashlib
import json
import re
from itertools import pairwise
from typing import Any

import pytest

from factcheck.reports import html
from factcheck.reports.html_looks import DARK, LIGHT, LOOKS, pairs
from factcheck.words import Outcome
from tests.reports.html_content import (
    BY,
    Shape,
    article,
    claim,
    content,
    draft,
    fix,
    mark,
    one,
    parsed,
    piece,
    said,
    source,
    verdict,
)


def tree(given: Shape) -> Any:
    return parsed(html.report(given))


def card(given: Shape, number: int = 12) -> Any:
    return one(tree(given), f"//article[@id='claim-{number}']")


def lines(element: Any) -> list[str]:
    """What its paragraphs say, headings and quotations among them."""
    found = element.xpath(".//*[self::h3 or self::h4 or self::p or self::blockquote]")
    return [said(each) for each in found]


def test_a_claim_says_all_that_bears_on_it() -> None:
    given = claim(
        outcome="wrong",
        span={"exact": "20 carriages"},
        also_at=[{"exact": "twenty cars"}],
        claimant="Yonhap",
        claimant_detail={"role": "news agency", "same_as": None},
        said={"on": "2026-11-19", "occasion": "a broadcast"},
        stale=True,
        stale_because=["37 became 47"],
        verdict=verdict(
            conclusion="not-enough-evidence",
            why="no-answer",
            rating="Mostly false",
            rating_detail={"number": "2", "best": "5", "worst": "1", "scale": "ours"},
            reason="Nobody counted.",
            exception="The editor knows.",
        ),
        fix=fix(state="agreed", agreed_with="Maria", because="It was counted."),
        sign_off=BY,
        queries=[
            {"question": "Who counted?", "to": "Maria", "by": None, "asked_at": None,
             "answer": "The driver.", "answered_by": "Maria",
             "answered_at": "2026-11-22T10:00:00Z"},
            {"question": "When?", "to": None, "by": "Ann Checker",
             "asked_at": "2026-11-21T09:00:00Z", "answer": None, "answered_by": None,
             "answered_at": None},
        ],
        notes=[{"kind": "looked-against", "text": "Nothing in the archive.", **BY}],
        corrections=[{"kind": "correction", "severity": "minor", "what": "The count was wrong.",
                      "why": "We did not ask.", "before": "20", "after": "21",
                      "reported_by": "a reader", "url": "https://desk.example/c", **BY}],
        review={"url": "https://desk.example/review", "on": None},
    )  # fmt: skip
    assert lines(card(content(given))) == [
        "12 ✗ WRONG RE-CHECK",
        "37 became 47",
        "“20 carriages”",
        "Claim 12 in words of its own",
        "Also: twenty cars",
        "Said by Yonhap, news agency, 2026-11-19, a broadcast",
        "Change to 21 carriages agreed with Maria; Ann Checker, 2026-11-21",
        "It was counted.",
        "Verdict: not enough evidence (no answer) Ann Checker, 2026-11-21",
        "Rating: Mostly false (2 of 1–5)",
        "Nobody counted.",
        "Exception: The editor knows.",
        "Signed off Ann Checker, 2026-11-21",
        "Asked Maria: Who counted?",
        "Answer: The driver. Maria, 2026-11-22",
        "Asked: When? Ann Checker, 2026-11-21",
        "No answer yet",
        "Looked against: Nothing in the archive. Ann Checker, 2026-11-21",
        "Correction (minor), Ann Checker, 2026-11-21",
        "The count was wrong.",
        "Why: We did not ask.",
        "Before: 20",
        "After: 21",
        "Reported by a reader",
        "https://desk.example/c",
        "Published review: https://desk.example/review",
    ]


def test_evidence_stands_under_what_it_does() -> None:
    pieces = [
        piece(id=1),
        piece(id=2, stance="refutes", quote=None, says="KCNA says 21", locator=None, on=None,
              how=None, seen=None, comparison={"result": "disagrees", "explanation": "20, 21"}),
        piece(id=3, stance="context", comparison=None, how=None, tier=None,
              note="Seen in print."),
        piece(id=4, stance=None, comparison=None, presence="altered-material"),
        piece(id=5, retracted=True, retracted_because="The page was wrong.", comparison=None),
    ]  # fmt: skip
    kept = {"at": "2026-11-20T10:00:00Z", "url": "https://archive.example/7", "sha256": "0"}
    given = content(claim(evidence=pieces), sources=[source(archived=kept)])
    where = "Page 7, A. Writer, The Herald, p. 3, 2026-11-19"
    seen = "seen by Ann Checker, 2026-11-21 · copy of 2026-11-20"
    assert lines(card(given))[2:] == [
        "Evidence for",
        "“around 60 km/h”",
        where,
        f"secondary · page 2026-11-20 · {seen}",
        "Agrees: 37 mph = 59.5 km/h",
        "Evidence against",
        "KCNA says 21",
        "Page 7, A. Writer, The Herald, 2026-11-19",
        "secondary · cited; nobody has looked · copy of 2026-11-20",
        "Disagrees: 20, 21",
        "Context",
        "“around 60 km/h”",
        where,
        f"read 2026-11-20 · {seen}",
        "Seen in print.",
        "Not yet said which way",
        "“around 60 km/h”",
        where,
        f"secondary · page 2026-11-20 · {seen} · in the source now: altered material",
        "Retracted",
        "“around 60 km/h”",
        "Retracted: The page was wrong.",
        where,
        f"secondary · page 2026-11-20 · {seen}",
    ]
    assert card(given).xpath(".//li[@class='gone']//s/text()") == ["“around 60 km/h”"]


def test_a_source_opens_at_the_quotation() -> None:
    link = one(card(content(claim(evidence=[piece()]))), ".//a[@class='out']")
    assert dict(link.attrib) == {
        "class": "out",
        "href": "https://news.example/7#:~:text=around%2060",
        "data-url": "https://news.example/7",
        "rel": "noopener noreferrer nofollow",
        "dir": "auto",
    }


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//news.example", "https:", "http://", "",
     " https://news.example", "https://news.example/a b", "https://news.example/\n", None],
)  # fmt: skip
def test_only_addresses_of_the_web_are_linked(address: str | None) -> None:
    kept = {"at": "2026-11-20T10:00:00Z", "url": address, "sha256": "0"}
    shown = source(url=address, archived=kept)
    given = content(claim(evidence=[piece(link=address, source=shown)]), sources=[shown],
                    article=article(url=address))  # fmt: skip
    hrefs = [href for href in tree(given).xpath("//@href") if not href.startswith("#")]
    assert hrefs == []


def test_names_are_left_out_without_a_trace() -> None:
    nobody = {"by": None, "at": "2026-11-21T09:00:00Z"}
    given = claim(
        verdict=verdict(**nobody), fix=fix(**nobody), sign_off=nobody,
        notes=[{"kind": "note", "text": "A note.", **nobody}],
        evidence=[piece(seen=nobody, **nobody)],
    )  # fmt: skip
    page = html.report(content(given))
    assert "None" not in page
    assert lines(one(parsed(page), "//article"))[2:] == [
        "Change to 21 carriages proposed; 2026-11-21",
        "Verdict: supported 2026-11-21",
        "Signed off 2026-11-21",
        "Evidence for",
        "“around 60 km/h”",
        "Page 7, A. Writer, The Herald, p. 3, 2026-11-19",
        "secondary · page 2026-11-20 · seen 2026-11-21",
        "Agrees: 37 mph = 59.5 km/h",
        "Note: A note. 2026-11-21",
    ]


def test_what_is_missing_leaves_no_section() -> None:
    bare = {"words": "line", "summary": {"claims": 0, "outcomes": {}}, "claims": []}
    found = tree(bare)
    assert [said(each) for each in found.xpath("//h1|//h2|//h3")] == ["Claims", "Claims"]
    assert said(one(found, "//div[@class='cards']")) == "There is no claim here."
    assert found.xpath("//button") == []


def test_the_top_says_what_is_to_be_done() -> None:
    claims = [
        claim(1, "change", fix=fix(), span={"exact": "20 carriages"}),
        claim(2, stale=True, stale_because=["37 became 47"]),
        claim(3, "open"),
    ]
    found = tree(
        content(
            *claims,
            article=article(closed={**BY, "open": ["c3"]}, notes=[{"text": "A note.", **BY}]),
            summary={"claims": 3, "outcomes": {"change": 1, "open": 1, "ok": 1},
                     "must_change": [1], "recheck": [2], "open": [3]},
            findings=[{"code": "V403", "severity": "error", "claim": 2, "message": "Look again.",
                       "help": "factcheck verify 2", "source": None}],
            let_stand=[{"code": "S302", "title": "one source", "claim": None,
                        "because": "It is the author's own.", **BY}],
            corrections=[{"claim": 1, "kind": "update", "severity": None, "what": "Counted anew.",
                          "why": None, "before": None, "after": None, "reported_by": None,
                          "url": None, **BY}],
        )
    )  # fmt: skip
    assert said(one(found, "//h1")) == "A train"
    assert [said(each) for each in found.xpath("//p[@class='facts']/span")] == [
        "By Maria Reyes", "The Desk", "2026-11-20", "https://desk.example/train", "Draft 2",
        "Closed Ann Checker, 2026-11-21, 1 open", "Checked at The Desk",
    ]  # fmt: skip
    assert [said(each) for each in found.xpath("//ul[@class='bar']/li")] == [
        "1 → CHANGE TO", "1 ○ OPEN", "1 ✓ OK",
    ]  # fmt: skip
    assert {
        said(each.xpath("./h2")[0]): [said(line) for line in each.xpath("./ul/li")]
        for each in found.xpath("//div[@class='lists']/section")
    } == {
        "What must change 1": ["1 → CHANGE TO 20 carriages 21 carriages"],
        "To re-check 1": ["2 ✓ OK Claim 2 in words of its own 37 became 47"],
        "Open 1": ["3 ○ OPEN Claim 3 in words of its own"],
        "Findings 1": ["V403 error 2 Look again. factcheck verify 2"],
        "Set aside 1": ["S302 one source: It is the author's own. Ann Checker, 2026-11-21"],
        "Corrections 1": ["1 Update, Ann Checker, 2026-11-21 Counted anew."],
    }


def test_a_long_list_shows_its_beginning() -> None:
    claims = [claim(number, "open") for number in range(1, 31)]
    summary = {"claims": 30, "outcomes": {"open": 30}, "must_change": [], "recheck": [],
               "open": list(range(1, 31))}  # fmt: skip
    section = one(tree(content(*claims, summary=summary)), "//section[h2/@id='open']")
    assert len(section.xpath("./ul/li")) == 8
    assert len(section.xpath("./details/ul/li")) == 22
    assert said(one(section, "./details/summary")) == "22 more"


def test_an_outcome_is_never_told_by_colour_alone() -> None:
    assert set(LOOKS) == set(Outcome)
    assert len({(look.tone, look.sign) for look in LOOKS.values()}) == len(LOOKS) - 1
    style = one(tree(content()), "//style").text
    assert all(f'.o-{outcome}{{--sign:"{look.sign}"}}' in style for outcome, look in LOOKS.items())


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_colours_has_the_contrast_of_aa(colours: dict[str, str]) -> None:
    poor = {pair: contrast(*(colours[name] for name in pair)) for pair in pairs()}
    assert {pair: value for pair, value in poor.items() if value < 4.5} == {}


def test_the_style_sheet_has_no_other_colours() -> None:
    style = one(tree(content()), "//style").text
    sheet = style.split("\n", 2)[2].split("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgb|\bhsl", sheet) == []


def contrast(ink: str, paper: str) -> float:
    """The ratio of WCAG 2."""
    high, low = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_page_may_run_what_it_brings_and_nothing_else() -> None:
    found = tree(content(claim(), article=article()))
    policy = one(found, "//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest(found, 'style')}'; "
        f"script-src 'sha256-{digest(found, 'script')}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    assert found.xpath("//@style|//@src|//link|//*[starts-with(name(), 'on')]") == []
    assert not re.search(r"url\(|@import", one(found, "//style").text)


def digest(found: Any, tag: str) -> str:
    return base64.b64encode(hashlib.sha256(one(found, f"//{tag}").text.encode()).digest()).decode()


def test_the_bar_is_as_wide_as_the_counts() -> None:
    given = content(claim(1), claim(2), claim(3, "open"))
    assert ".bar>.o-ok{flex-grow:2}.bar>.o-open{flex-grow:1}" in one(tree(given), "//style").text


def test_without_script_the_tools_are_hidden() -> None:
    found = tree(content(claim(1), claim(2, "open", stale=True, stale_because=["37 became 47"])))
    assert one(found, "//div[@class='tools']").get("hidden") is not None
    assert [(said(each), each.get("aria-pressed")) for each in found.xpath("//button")] == [
        ("All 2", "true"), ("✓ OK 1", "false"), ("○ OPEN 1", "false"), ("RE-CHECK 1", "false"),
    ]  # fmt: skip


def test_headings_are_in_order_and_landmarks_are_named() -> None:
    zones = ({"start": 0, "end": 22, "zone": "headline"},)
    given = content(
        claim(1, evidence=[piece()]), article=article(), draft=draft(zones=zones),
        sources=[source()],
        summary={"claims": 1, "outcomes": {"ok": 1}, "must_change": [1], "recheck": [1],
                 "open": []},
    )  # fmt: skip
    found = tree(given)
    levels = [int(each.tag[1]) for each in found.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(found.xpath("//main")) == len(found.xpath("//h1")) == 1
    ids = set(found.xpath("//@id"))
    assert set(found.xpath("//@aria-labelledby")) <= ids
    assert [link.get("href") for link in found.xpath("//a[@class='skip']")] == ["#copy", "#claims"]
    assert one(found, "/html").get("lang") == "en"


def test_a_desk_reads_its_own_words() -> None:
    given = content(claim(1, "wrong"), claim(2, "stet", fix=fix(action="stet", wording=None)),
                    words="desk")  # fmt: skip
    found = tree(given)
    assert [said(each) for each in found.xpath("//h3")] == ["1 ✗ false", "2 = STET"]


def test_a_name_stands_with_stet() -> None:
    stet = fix(action="stet", wording=None, state="agreed", agreed_with="Maria")
    found = tree(content(claim(2, "stet", fix=stet)))
    assert said(one(found, "//h3")) == "2 = STET (Maria)"


def test_an_outcome_that_is_not_known_yet_is_shown_by_its_code() -> None:
    found = tree(content(claim(1, "some-day")))
    assert said(one(found, "//h3")) == "1 • some-day"


def test_the_same_content_gives_the_same_bytes() -> None:
    given = content(claim(1, evidence=[piece()]), article=article(), sources=[source()],
                    draft=draft(mark("37 mph", 1)))  # fmt: skip
    assert html.report(given) == html.report(json.loads(json.dumps(given)))
