"""The report as Markdown, for people."""

import re
from typing import Any

import pytest

from factcheck.reports import corrections, markdown
from tests.reports.html_content import (
    BY,
    TEXT,
    article,
    claim,
    content,
    draft,
    fix,
    mark,
    piece,
    source,
    verdict,
)

Shape = dict[str, Any]

#: What would mean something in Markdown or in HTML, wherever it stood.
HOSTILE = (
    "# 1. - + > *a* _b_ `c` [d](javascript:alert(1)) ![e](x) <script>alert(1)</script> &lt; ~~f~~"
    " | g | [^1] [^1]: h \\ --- === ]]> \u202etxt.exe\u202c \x1b[31mred\0"
)
#: The same on one line, each sign of it made harmless.
HARMLESS = (
    r"\# 1. - + \> \*a\* \_b\_ \`c\` \[d\](javascript:alert(1)) \!\[e\](x) \<script\>alert(1)"
    r"\</script\> \&lt; \~\~f\~\~ \| g \| \[^1\] \[^1\]: h \\ --- === \]\]\> \\x202etxt.exe\\x202c"
    r" \\x1b\[31mred\\x00"
)


def paragraphs(report: str) -> list[str]:
    """The article's own, between its heading and the footnotes."""
    found = report.partition("## The text\n\n")[2].partition("\n\n## Every claim")[0]
    return [each for each in found.split("\n\n") if not re.match(r"\[\^[0-9]+\]: ", each)]


def footnotes(report: str) -> dict[int, str]:
    found = re.findall(r"^\[\^([0-9]+)\]: (.*)$", report, re.MULTILINE)
    return {int(number): said for number, said in found}


# Where the footnotes stand


def test_each_footnote_stands_after_its_words() -> None:
    shape = content(
        claim(1, verdict=verdict(reason="Counted."), evidence=[piece(), piece(retracted=True)]),
        claim(2, "change", fix=fix(), stale=True, stale_because=["20 became 21"]),
        claim(3, evidence=[piece(quote=None, locator=None, link=None, source=source(url=None))]),
        draft=draft(mark("Monday", 1), mark("20 carriages", 2), mark("Yonhap says", 3)),
    )  # fmt: skip
    report = markdown.report(shape)
    assert paragraphs(report) == [
        "A train to Vladivostok",
        "On Monday[^1] the train set off. It has 20 carriages[^2].",
        "It reaches 37 mph, Yonhap says[^3].",
    ]
    assert footnotes(report) == {
        1: "**OK** Counted. \u201caround 60 km/h\u201d, "
           "[Page 7](<https://news.example/7#:\\~:text=around%2060>), p. 3".replace("\\~", "~"),
        2: '**CHANGE TO "21 carriages"** RE-CHECK: 20 became 21.',
        3: "**OK** Page 7",
    }  # fmt: skip
    assert report == markdown.report(shape)


def test_claims_that_overlap_and_run_over_paragraphs() -> None:
    whole = {"start": 0, "end": len(TEXT), "claim": 5, "outcome": "ok", "stale": False,
             "listed": True}  # fmt: skip
    first = {**whole, "end": TEXT.index("On Monday"), "claim": 6}
    shape = content(
        *(claim(number) for number in range(1, 8)),
        draft=draft(
            whole, first, mark("On Monday the train", 1), mark("Monday", 2), mark("the train", 3),
            mark("carriages.\n\nIt reaches", 4), mark("37 mph", 4), mark("Yonhap", 99),
        ),
    )  # fmt: skip
    report = markdown.report(shape)
    assert paragraphs(report) == [
        "A train to Vladivostok[^6]",
        "On Monday[^2] the train[^1][^3] set off. It has 20 carriages.",
        "It reaches[^4] 37 mph[^4], Yonhap says.[^5]",
    ]
    assert list(footnotes(report)) == [1, 2, 3, 4, 5, 6], "7 stands nowhere, 99 is not told"


def test_zones() -> None:
    text = "Head\nDeck\nBody\nSaid one\nSaid two\nOn the picture\n"

    def zone(words: str, name: str) -> Shape:
        return {"start": text.index(words), "end": text.index(words) + len(words), "zone": name}

    zones = (
        zone("Said one\nSaid two", "pull-quote"), zone("Head", "headline"), zone("Deck", "deck"),
        zone("On the picture", "caption"),
    )  # fmt: skip
    end = {"start": 0, "end": 4, "claim": 1, "outcome": "ok", "stale": False, "listed": True}
    shape = content(claim(1), draft=draft(end, text=text, zones=zones))
    assert paragraphs(markdown.report(shape)) == [
        "### Head[^1]", "#### Deck", "Body", "> Said one", "> Said two", "On the picture",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("1. item", r"1\. item"),
        ("12) item", r"12\) item"),
        ("2026 was fine", "2026 was fine"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("# head", r"\# head"),
        ("> said", r"\> said"),
        ("    code", "code"),
        ("\tcode", "code"),
        ("```", r"\`\`\`"),
        ("| a | b |", r"\| a \| b \|"),
        ("[^1]: note", r"\[^1\]: note"),
        ("ends with a break  ", "ends with a break"),
        (r"ends with one \ ".rstrip(), r"ends with one \\"),
    ],
)
def test_a_line_begins_nothing(text: str, shown: str) -> None:
    report = markdown.report(content(draft=draft(text=f"{text}\n")))
    assert paragraphs(report) == [shown]


@pytest.mark.parametrize("after", ["(javascript:alert(1))", "(<x>)", ": h", "[a](b)", "[]"])
def test_what_follows_a_reference_makes_nothing_of_it(after: str) -> None:
    words = {"start": 0, "end": 3, "claim": 1, "outcome": "ok", "stale": False, "listed": True}
    for start in (0, 3):
        shape = content(
            claim(1), draft=draft({**words, "end": start}, text=f"Kim{after}\n"[3 - start :])
        )
        (shown,) = paragraphs(markdown.report(shape))
        assert re.search(r"\[\^1\]\\[(:[]", shown), shown


def test_hostile_words_mean_nothing_anywhere() -> None:
    bad = HOSTILE
    hostile = claim(
        1, "change", text=bad, claimant=bad, claimant_detail={"role": bad, "same_as": None},
        span={"exact": bad}, also_at=[{"exact": bad}], stale=True, stale_because=[bad],
        verdict=verdict(rating=bad, reason=bad, exception=bad),
        fix=fix(wording=bad, because=bad, agreed_with=bad, by=bad),
        queries=[{"question": bad, "answer": bad, "answered_at": None},
                 {"question": bad, "answer": bad, "answered_at": BY["at"]}],
        evidence=[
            piece(quote=bad, locator=bad, on=bad, source=source(title=bad, published=bad)),
            piece(quote=None, says=bad, stance="refutes", source=source(title=bad, url=None)),
            piece(quote=None, says=None, stance=None, source=source(title=bad, url=None)),
            piece(retracted=True, retracted_because=bad),
        ],
        notes=[{"kind": "call", "text": bad, "by": bad, "at": BY["at"]}],
        corrections=[{"what": bad, "why": bad, "at": BY["at"]}],
    )  # fmt: skip
    shape = content(
        hostile,
        article=article(title=bad, author=bad, publisher=bad, published=bad, url=bad,
                        notes=[{"text": bad}], closed={"by": bad, "at": BY["at"], "open": []}),
        draft=draft(text=f"{bad}\n"), summary={
            "claims": 1, "outcomes": {"change": 1}, "must_change": [1], "recheck": [1],
            "unsettled": [],
            "open": [1]},
        let_stand=[{"code": "A506", "title": bad, "claim": 1, "because": bad, "by": bad,
                    "at": BY["at"]}],
    )  # fmt: skip
    report = markdown.report(shape)
    inner = report.replace(HARMLESS, "HARMLESS").replace(HARMLESS.lstrip("\\"), "HARMLESS")
    assert inner.count("HARMLESS") == 49
    assert not re.search(r"script|&lt;|txt|\x1b|\0|\u202e|~~|\]\]|\| g", inner)


@pytest.mark.parametrize(
    ("words", "shown"),
    [("- a", r"- \- a"), ("1. a", r"- 1\. a"), ("+ a", r"- \+ a"), ("= a", r"- \= a")],
)
def test_evidence_begins_no_list_of_its_own(words: str, shown: str) -> None:
    told = piece(quote=None, says=words, source=source(published=None), on=None, locator=None)
    gone = {**told, "retracted": True, "retracted_because": "a slip"}
    report = markdown.report(content(claim(1, evidence=[told, gone])))
    end = " - [Page 7](<https://news.example/7>), secondary"
    assert f"Evidence for:\n\n{shown}{end}\n" in report
    assert f"Retracted:\n\n{shown}{end}: a slip\n" in report


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://x.example/a(b)_c*d", "<https://x.example/a(b)_c*d>"),
        ("https://x.example/><script>", "<https://x.example/%3E%3Cscript%3E>"),
        ("https://x.example/a\\", "<https://x.example/a%5C>"),
    ],
)
def test_an_address_ends_where_it_ends(url: str, shown: str) -> None:
    cited = piece(source=source(url=url), link=url)
    shape = content(claim(1, evidence=[cited]), draft=draft(mark("Monday", 1)))
    report = markdown.report(shape)
    assert report.count(f"[Page 7]({shown})") == 2
    log = corrections.report({**shape, "house": {"corrections_url": url},
                              "corrections": [correction(url=url)]})  # fmt: skip
    assert f"- Where: {shown}\n" in log
    assert log.endswith(f"How we correct: {shown}\n")


def test_a_megabyte_is_there_in_full() -> None:
    words = "[^1](x) <b>*_" * 80_000
    text = f"{words}\n" + "a\n\n" * 20_000
    shape = content(
        *(claim(number, text=words if number == 1 else "x") for number in range(1, 501)),
        draft=draft(
            *({"start": 0, "end": number * 100, "claim": number, "outcome": "ok"}
              for number in range(1, 501)),
            text=text,
            zones=tuple({"start": n, "end": n + 1, "zone": "headline"} for n in range(20_000)),
        ),
    )  # fmt: skip
    report = markdown.report(shape)
    assert report.count(r"\[^1\](x) \<b\>\*\_" * 1000) >= 80
    assert re.sub(r"\[\^[0-9]+\]\\?", "", paragraphs(report)[0]).endswith(r"\<b\>\*\_")
    assert len(paragraphs(report)) == 20_001
    assert len(footnotes(report)) == 500


# All that it says


def test_a_report_of_an_article() -> None:
    shape = content(
        claim(
            12, "change", claimant="Yonhap", claimant_detail={"role": "agency", "same_as": None},
            span={"exact": "37 mph"}, also_at=[{"exact": "\u201c37\u201d"}],
            verdict=verdict(conclusion="refuted", why="no-record", rating="False",
                            reason="It is 38.", exception="one source"),
            fix=fix(wording="38 mph", because="It is 38."),
            queries=[{"question": "Who?", "answer": None, "answered_at": None}],
            evidence=[
                piece(stance="refutes", tier="primary"),
                piece(stance="context", quote=None, says="It was hot.", seen=None,
                      source=source(url=None, published=None), locator=None, on=None, tier=None),
            ],
            notes=[{"kind": "call", "text": "Called.", **BY}],
            corrections=[{"what": "It was 38.", "why": "A slip.", "at": BY["at"]}],
        ),
        claim(13, "stet", fix=fix(action="stet", wording=None, state="agreed",
                                  agreed_with="Maria")),
        article=article(state="closed", notes=[{"text": "Long."}],
                        closed={**BY, "open": ["u1", "u2"]}),
        summary={"claims": 2, "outcomes": {"stet": 1, "change": 1}, "must_change": [12],
                 "unsettled": [13], "recheck": [], "open": []},
        let_stand=[
            {"code": "A506", "title": "Old page", "claim": 12, "because": "known", **BY},
            {"code": "A504", "title": "No date", "claim": None, "because": "so", **BY, "by": None},
        ],
    )  # fmt: skip
    assert markdown.report(shape) == REPORT


REPORT = """\
# Claim report: A train

article `train`, draft 2, closed, author Maria Reyes, publisher The Desk, published 2026-11-20, \
url https://desk.example/train

Note: Long.

Closed by Ann Checker on 2026-11-21, 2 claims open.

## Summary

| outcome | claims |
|---|---:|
| STET | 1 |
| CHANGE TO | 1 |
| all | 2 |

## What must change

- **12** CHANGE TO "38 mph": Claim 12 in words of its own (asked: Who?)

## Not settled

- **13** STET (Maria): Claim 13 in words of its own

## Set aside

- **12** A506 Old page: known (Ann Checker, 2026-11-21)
- A504 No date: so (2026-11-21)

## Every claim

### 12. Claim 12 in words of its own

**CHANGE TO "38 mph"**

- In the article: \u201c37 mph\u201d
- Also: \u201c37\u201d
- Said by: Yonhap, agency
- Verdict: refuted, no-record (Ann Checker, 2026-11-21)
- Published as: False
- Reason: It is 38.
- Exception: one source
- Fix: change to \u201c38 mph\u201d, proposed (Ann Checker, 2026-11-21)
- Asked: Who? Answer: no answer yet
- Call: Called. (Ann Checker, 2026-11-21)
- Corrected on 2026-11-21: It was 38. A slip.

Evidence against:

- \u201caround 60 km/h\u201d - [Page 7](<https://news.example/7>), p. 3, 2026-11-19, \
read 2026-11-20, primary

Context:

- It was hot. - Page 7 (cited; nobody has looked)

### 13. Claim 13 in words of its own

**STET (Maria)**

- Fix: stet, agreed with Maria (Ann Checker, 2026-11-21)
"""


def test_a_report_of_nothing() -> None:
    assert markdown.report(content()) == (
        "# Claim report\n\n## Summary\n\n| outcome | claims |\n|---|---:|\n| all | 0 |\n\n"
        "## Every claim\n\nThere is no claim yet.\n"
    )


# The public log


def correction(**given: Any) -> Shape:
    return {
        "id": 1, "claim": 12, "article": "train", "article_title": "A train",
        "kind": "correction", "severity": "minor", "what": "It is 38 mph.", "why": "A slip.",
        "before": "37 mph", "after": None, "reported_by": None, "url": None, **BY, **given,
    }  # fmt: skip


def test_the_log_of_corrections_the_newest_first() -> None:
    later = correction(
        id=2, kind="retraction", severity="substantial", what="1. It was not so.",
        before=None, after="\u201cWell\u201d", reported_by="A *reader*", by=None,
        at="2026-11-22T09:00:00Z",
    )  # fmt: skip
    shape = content(corrections=[correction(), later], house={"corrections_url": None})
    assert corrections.report(shape) == (
        "# Corrections\n\n"
        "## 2026-11-22: retraction, substantial\n\n1\\. It was not so.\n\n- Piece: A train\n"
        "- Why: A slip.\n- After: \u201cWell\u201d\n\n"
        "## 2026-11-21: correction, minor\n\nIt is 38 mph.\n\n- Piece: A train\n"
        "- Why: A slip.\n- Before: \u201c37 mph\u201d\n"
    )
