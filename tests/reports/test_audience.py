"""Who may see what of a report."""

import copy
import json
from typing import Any

import pytest

from factcheck.errors import Refused
from factcheck.reports import audience
from factcheck.reports.audience import Audience, cut, named_in_print
from factcheck.words import Outcome, Stance, Terms
from tests.reports.html_content import (
    BY,
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
from tests.services.desk import Desk

Shape = dict[str, Any]

HOUSE = {"publisher": "The Desk", "name_checkers": False, "second_person": False}
INTERNAL, AUTHOR, EDITOR, PUBLIC = Audience
OUTSIDE = (AUTHOR, EDITOR, PUBLIC)


@pytest.fixture
def desk(sqlite_database: str) -> Desk:
    """What is cut is data: the engine does not matter."""
    return Desk(sqlite_database)


def seen(desk: Desk, given: Shape, who: Audience, **how: bool) -> Shape:
    """The content as `who` sees it; what was given stays as it was."""
    before = copy.deepcopy(given)
    with desk.reading() as session:
        shown = cut(session, given, who, **how)
    assert given == before
    assert shown["audience"] == who.value
    return shown


def ids(shown: Shape) -> list[int]:
    return [each["id"] for each in shown["claims"]]


def report(*claims: Shape, **given: Any) -> Shape:
    return content(*claims, **{"house": HOUSE, **given})


# Which claims

#: Who sees a claim of each outcome that has a verdict and needs no re-check.
SEEN: dict[Outcome, str] = {
    Outcome.CUT: "editor",
    Outcome.STET: "editor",
    Outcome.ASK: "author editor",
    Outcome.OK_AS_CHANGED: "public",
    Outcome.CHANGE: "author editor",
    Outcome.ATTRIBUTE: "author editor",
    Outcome.CUT_ASKED: "author editor",
    Outcome.OPEN: "editor",
    Outcome.OK_ON_AUTHOR: "public",
    Outcome.OK: "public",
    Outcome.PARTLY: "editor public",
    Outcome.WRONG: "editor public",
    Outcome.SOURCES_DIFFER: "editor public",
    Outcome.CANT_CONFIRM: "editor public",
    Outcome.NO_FACT: "editor public",
}


def who_sees(desk: Desk, **given: Any) -> dict[Outcome, str]:
    """By outcome, the audiences beside the house's own that see such a claim."""
    whole = report(*(claim(n, each.value, **given) for n, each in enumerate(Outcome, 1)))
    everything = ids(seen(desk, whole, INTERNAL))
    assert everything == list(range(1, len(Outcome) + 1))
    listed = {who: set(ids(seen(desk, whole, who))) for who in OUTSIDE}
    return {
        outcome: " ".join(who.value for who in OUTSIDE if number in listed[who])
        for number, outcome in enumerate(Outcome, 1)
    }


def test_which_claims_each_audience_sees(desk: Desk) -> None:
    assert who_sees(desk, verdict=verdict()) == SEEN


def test_what_needs_a_re_check_is_the_editors_and_not_the_publics(desk: Desk) -> None:
    stale = who_sees(desk, verdict=verdict(), stale=True, stale_because=["20 became 21"])
    assert stale == {
        outcome: "author editor" if "author" in who else "editor" for outcome, who in SEEN.items()
    }


def test_without_a_verdict_nothing_is_public(desk: Desk) -> None:
    assert who_sees(desk) == {
        outcome: who.replace("editor public", "editor").replace("public", "")
        for outcome, who in SEEN.items()
    }


def test_the_editor_sees_what_was_let_stand(desk: Desk) -> None:
    aside = {"code": "A506", "title": "A", "claim": 1, **BY, "because": "known"}
    whole = report(claim(1), claim(2), let_stand=[aside, {**aside, "claim": None}])
    shown = seen(desk, whole, EDITOR)
    assert (ids(shown), shown["let_stand"]) == ([1], whole["let_stand"])
    assert [seen(desk, whole, who)["let_stand"] for who in (AUTHOR, PUBLIC)] == [[], []]


# What of them


def full(number: int = 12, outcome: str = "wrong", **given: Any) -> Shape:
    """A claim of which everything is known."""
    asked = {"id": 1, "question": "When?", "to": "Maria", "asked_at": BY["at"], "by": "Ann",
             "answer": None, "answered_by": None, "answered_at": None}  # fmt: skip
    answered = {**asked, "id": 2, "answer": "Now", "answered_by": "Maria", "answered_at": BY["at"]}
    return claim(
        number, outcome,
        **{
            "priority": "high", "tags": ["train"], "recheck_by": "2027-01-01",
            "verdict": verdict(conclusion="refuted", reason="No.", exception="Rushed."),
            "fix": fix(agreed_with="Maria"), "queries": [asked, answered], "sign_off": BY,
            "suggestion": {"conclusion": "refuted"}, "below_need": [{"need": 2}],
            "sources": {"all": 1},
            "evidence": [
                piece(note="He was shy.", presence="there", presence_detail={"at": BY["at"]}),
                piece(id=5, seen=None),
                piece(id=6, retracted=True, retracted_because="A hoax."),
            ],
            "notes": [{"id": 1, "kind": "call", "text": "Called.", **BY}],
            "corrections": [{"id": 1, "claim": 12, "reported_by": "Bob", "what": "W", **BY}],
            "review": {"url": "https://desk.example/r", "on": "2026-11-21"},
            **given,
        },
    )  # fmt: skip


UNSAID: Shape = {
    "priority": "normal", "tags": [], "stale": False, "stale_because": [], "recheck_by": None,
    "verdict": None, "fix": None, "queries": [], "sign_off": None, "suggestion": None,
    "evidence": [], "below_need": [], "notes": [], "corrections": [], "sources": None,
}  # fmt: skip


def test_the_house_and_its_editor_see_all_of_a_claim(desk: Desk) -> None:
    given = full()
    for who in (INTERNAL, EDITOR):
        assert seen(desk, report(given), who)["claims"] == [given]


def test_the_author_sees_open_queries_and_the_fix(desk: Desk) -> None:
    given = full(outcome="change")
    (shown,) = seen(desk, report(given), AUTHOR)["claims"]
    assert shown == {**given, **UNSAID, "fix": given["fix"], "queries": given["queries"][:1]}


def test_the_public_sees_verdict_and_evidence_without_names(desk: Desk) -> None:
    given = full()
    whole = report(given)
    unnamed = {"by": None, "at": BY["at"]}
    published = {
        **given, **UNSAID,
        "verdict": {**given["verdict"], "exception": None, "by": None},
        "evidence": [{**piece(), **unnamed, "seen": unnamed, "presence_detail": None}],
        "corrections": [{**given["corrections"][0], **unnamed, "reported_by": None}],
    }  # fmt: skip
    assert seen(desk, whole, PUBLIC)["claims"] == [published]
    named = seen(desk, {**whole, "house": {**HOUSE, "name_checkers": True}}, PUBLIC)["claims"][0]
    assert (named["verdict"]["by"], named["evidence"][0]["seen"]) == ("Ann Checker", BY)
    # A reader is no checker.
    assert named["corrections"] == [{**given["corrections"][0], "reported_by": None}]
    assert named["fix"] is named["sign_off"] is None


def test_what_was_changed_before_it_ran_is_told_to_nobody(desk: Desk) -> None:
    changed = claim(1, "ok-as-changed", verdict=verdict(), fix=fix(state="agreed"))
    whole = report(changed, draft=draft(mark("20 carriages", 1, "ok-as-changed")))
    shown = seen(desk, whole, PUBLIC)
    (given,) = shown["claims"]
    assert (given["outcome"], given["fix"]) == ("ok", None)
    assert [each["outcome"] for each in shown["draft"]["marks"]] == ["ok"]
    assert shown["summary"]["outcomes"] == {"ok": 1}


def test_what_else_a_report_says(desk: Desk) -> None:
    closed = {**BY, "open": [12]}
    noted = [{"id": 1, "kind": "note", "text": "Ours.", **BY}]
    corrections = [{"id": 1, "claim": 9, "reported_by": "Bob", "what": "W", **BY}]
    whole = report(
        claim(1, "wrong", verdict=verdict()), claim(2, "ask"), claim(3),
        article=article(closed=closed, notes=noted, claims={"open": 1}, revisions=[1]),
        draft=draft(mark("20 carriages", 1), mark("37 mph", 2), mark("Yonhap", 3)),
        findings=[{"id": 1, "code": "A506"}], corrections=corrections,
    )  # fmt: skip

    def told(who: Audience) -> Shape:
        shown = seen(desk, whole, who)
        return {
            "closed": shown["article"]["closed"], "notes": shown["article"]["notes"],
            "counts": shown["article"]["claims"], "findings": shown["findings"],
            "corrections": shown["corrections"], "summary": shown["summary"],
            "marks": [(each["claim"], each["listed"]) for each in shown["draft"]["marks"]],
        }  # fmt: skip

    every = {"claims": 3, "outcomes": {"ask": 1, "ok": 1, "wrong": 1}, "must_change": [1],
             "unsettled": [], "recheck": [], "open": [2]}  # fmt: skip
    internal = told(INTERNAL)
    assert internal == {
        "closed": closed, "notes": noted, "counts": {"open": 1}, "findings": whole["findings"],
        "corrections": corrections, "summary": whole["summary"],
        "marks": [(1, True), (2, True), (3, True)],
    }  # fmt: skip
    cutting = {**internal, "notes": [], "counts": None, "findings": []}
    assert told(AUTHOR) == {
        **cutting, "corrections": [], "marks": [(2, True)],
        "summary": {"claims": 1, "outcomes": {"ask": 1}, "must_change": [],
                    "unsettled": [], "recheck": [], "open": [2]},
    }  # fmt: skip
    assert told(EDITOR) == {
        **cutting,
        "marks": [(1, True), (2, True), (3, False)],
        "summary": {**every, "claims": 2, "outcomes": {"ask": 1, "wrong": 1}},
    }
    assert told(PUBLIC) == {
        **cutting, "closed": None, "corrections": [{**corrections[0], "reported_by": None,
                                                    "by": None}],
        "marks": [(1, True)],
        "summary": {"claims": 1, "outcomes": {"wrong": 1}, "must_change": [], "unsettled": [],
                    "recheck": [], "open": []},
    }  # fmt: skip


# Sources, by their terms

BERTA = "Berta Back"


def on_terms(desk: Desk, terms: Terms | None, *, protected: bool = False) -> Shape:
    """A report of one wrong claim that rests on such a source."""
    number = desk.source(
        BERTA, "berta-back", kind="person", terms=terms and terms.value, protected=protected,
        alias="an official",
    )  # fmt: skip
    cited = source(
        number, key="berta-back", title=BERTA, url="https://berta.example/", terms=terms,
        protected=protected, archived={"at": BY["at"], "url": None, "sha256": "00"},
    )  # fmt: skip
    if protected:  # as the content says it already
        cited |= {"title": "an official", "url": None, "publisher": None, "author": None,
                  "published": None, "archived": None}  # fmt: skip
    given = claim(
        1, "wrong", verdict=verdict(reason=f"{BERTA} says so."),
        evidence=[piece(source={**cited, "archived": None}, note="At home.")],
    )  # fmt: skip
    return report(given, sources=[cited])


@pytest.mark.parametrize("terms", [None, Terms.ON_RECORD])
def test_who_speaks_on_the_record_is_named_to_everybody(desk: Desk, terms: Terms | None) -> None:
    whole = on_terms(desk, terms)
    for who in (INTERNAL, EDITOR, PUBLIC):
        shown = seen(desk, whole, who)
        assert shown["sources"] == whole["sources"]
        assert shown["claims"][0]["verdict"]["reason"] == f"{BERTA} says so."
        assert shown["claims"][0]["evidence"][0]["source"]["title"] == BERTA


def test_who_speaks_on_background_is_named_on_the_desk_alone(desk: Desk) -> None:
    whole = on_terms(desk, Terms.BACKGROUND)
    assert seen(desk, whole, INTERNAL)["sources"] == whole["sources"]
    veiled = {"title": "an official", "key": "source-1", "url": None, "publisher": None,
              "author": None, "published": None, "archived": None}  # fmt: skip
    unmet = dict.fromkeys(("link", "locator", "how", "on", "note", "presence_detail"))
    for who in (EDITOR, PUBLIC):
        shown = seen(desk, whole, who)
        (given,) = shown["claims"][0]["evidence"]
        assert shown["sources"] == [{**whole["sources"][0], **veiled}]
        assert {name: given[name] for name in unmet} == unmet
        assert given["source"] == {**whole["claims"][0]["evidence"][0]["source"], **veiled}
        assert shown["claims"][0]["verdict"]["reason"] == "an official says so."


@pytest.mark.parametrize("terms", [Terms.DEEP_BACKGROUND, Terms.OFF_RECORD])
@pytest.mark.parametrize("how", [{}, {"protected": True}])
def test_what_is_off_the_record_does_not_leave_the_desk(
    desk: Desk, terms: Terms, how: dict[str, bool]
) -> None:
    whole = on_terms(desk, terms, **how)
    internal = seen(desk, whole, INTERNAL)
    assert (len(internal["sources"]), len(internal["claims"][0]["evidence"])) == (1, 1)
    for who in OUTSIDE:
        shown = seen(desk, whole, who)
        assert shown["sources"] == []
        assert [each["evidence"] for each in shown["claims"]] == [[]] * len(shown["claims"])
        assert "erta" not in json.dumps(shown["claims"])
        assert ids(shown) == ([] if who == AUTHOR else [1]), "the claim itself is told"


def test_a_protected_source_is_veiled_everywhere(desk: Desk) -> None:
    whole = on_terms(desk, None, protected=True)
    for who in Audience:
        shown = seen(desk, whole, who)
        assert BERTA not in json.dumps(shown)
        if who != AUTHOR:
            assert shown["claims"][0]["verdict"]["reason"] == "an official says so."
    revealed = seen(desk, whole, INTERNAL, reveal=True)
    assert revealed["claims"][0]["verdict"]["reason"] == f"{BERTA} says so."
    outside = seen(desk, whole, EDITOR, reveal=True)
    assert outside["claims"][0]["verdict"]["reason"] == "an official says so."


# Sources, by where they were taken from


def origins(desk: Desk) -> Shape:
    """1 on background, 2 off the record, 3 to 5 plain; 3 from 1, 4 from 2, 2 from 5."""
    for what, key, terms in (
        ("Berta Back", "berta", "background"), ("Otto Off", "otto", "off-record"),
        ("Page 3", "three", None), ("Page 4", "four", None), ("Page 5", "five", None),
    ):  # fmt: skip
        desk.source(what, key, kind="other", terms=terms)
    listed = [
        source(1, key="berta", terms=Terms.BACKGROUND, title="Berta Back", cited=0),
        source(2, key="otto", terms=Terms.OFF_RECORD, title="Otto Off", origin="five"),
        source(3, key="three", origin="berta", cited=2),
        source(4, key="four", origin="otto", cited=2),
        source(5, key="five", cited=0),
    ]
    pieces = [piece(id=n, source=listed[n - 1]) for n in (2, 3, 4)]
    wrong = claim(1, "wrong", verdict=verdict(), evidence=pieces)
    fine = claim(2, "open", evidence=[piece(id=8, source=listed[2]),
                                      piece(id=9, source=listed[3], retracted=True)])  # fmt: skip
    return report(wrong, fine, sources=listed)


def chains(shown: Shape) -> dict[str, tuple[str | None, int]]:
    return {each["key"]: (each["origin"], each["cited"]) for each in shown["sources"]}


def test_no_origin_says_what_its_terms_withhold(desk: Desk) -> None:
    whole = origins(desk)
    assert chains(seen(desk, whole, INTERNAL)) == {
        "berta": (None, 0), "otto": ("five", 1), "three": ("berta", 2), "four": ("otto", 2),
        "five": (None, 0),
    }  # fmt: skip
    assert chains(seen(desk, whole, EDITOR)) == {
        "source-1": (None, 0), "three": ("source-1", 2), "four": (None, 1),
    }  # fmt: skip
    assert chains(seen(desk, whole, PUBLIC)) == {
        "source-1": (None, 0), "three": ("source-1", 1), "four": (None, 1),
    }  # fmt: skip
    assert chains(seen(desk, whole, AUTHOR)) == {}


# Names in words


@pytest.mark.parametrize("field", ["text", "claimant"])
def test_words_that_name_a_source_are_not_published(desk: Desk, field: str) -> None:
    desk.source("Irene Holt", "deep", protected=True, alias="a driver")
    whole = report(claim(7, "ok", verdict=verdict(), **{field: "irene  holt said so"}))
    with pytest.raises(Refused) as refused:
        seen(desk, whole, PUBLIC)
    what = "claimant of claim 7 is" if field == "claimant" else "words of claim 7 name"
    assert refused.value.message == f"The {what} a source that may not be named."
    assert refused.value.record == "claim:7"
    assert seen(desk, whole, EDITOR)["claims"] == []
    assert seen(desk, whole, INTERNAL)["claims"][0][field] == "a driver said so"
    unpublished = report(claim(7, "open", **{field: "Irene Holt said so"}))
    assert seen(desk, unpublished, PUBLIC)["claims"] == []


def test_printed_words_stand_as_they_are_and_are_named(desk: Desk) -> None:
    desk.source("Vladivostok", "deep", protected=True, alias="a town")
    place = {"start": 11, "end": 22, "exact": "Vladivostok", "state": "exact"}
    whole = report(
        claim(1, "wrong", verdict=verdict(), span=place),
        claim(2, "ok", also_at=[{"article": 1, **place}]), claim(3),
        draft=draft(mark("Vladivostok", 1)),
    )  # fmt: skip
    for who in (INTERNAL, EDITOR, PUBLIC):
        shown = seen(desk, whole, who)
        assert shown["draft"]["text"] == whole["draft"]["text"]
        assert shown["claims"][0]["span"] == place
    with desk.reading() as session:
        assert named_in_print(session, whole) == [1, 2]


def test_a_source_may_be_called_as_our_own_words_are(desk: Desk) -> None:
    """What a writer looks up by its code stays a code."""
    words = [*Outcome, *Stance, "line", "change", "proposed", "warning", "page", "secondary",
             "supported", "uid-7"]  # fmt: skip
    for number, word in enumerate(dict.fromkeys(words)):
        desk.source(word, f"s{number}", kind="other", protected=True, alias="X")
    given = [full(n, each.value) for n, each in enumerate(Outcome, 1)]
    shown = seen(desk, report(*given, sources=[source()]), INTERNAL)
    assert shown["words"] == "line"
    for before, after in zip(given, shown["claims"], strict=True):
        for name in ("outcome", "kind", "uid"):
            assert after[name] == before[name]
        assert after["verdict"]["conclusion"] == "refuted"
        assert (after["fix"]["action"], after["fix"]["state"]) == ("change", "proposed")
        assert [each["stance"] for each in after["evidence"]] == ["supports"] * 3
        assert [each["source"]["kind"] for each in after["evidence"]] == ["page"] * 3
    assert shown["sources"] == [source(title="X 7")]


def test_only_what_is_decided_is_public() -> None:
    for conclusion, more in (("supported", {Outcome.OK_AS_CHANGED}), ("refuted", set())):
        given = verdict(conclusion=conclusion)
        decided = {each for each in Outcome if audience.is_public(claim(1, each, verdict=given))}
        assert decided == audience.PUBLIC | more
    assert not audience.is_public(claim(1, "ok", verdict=verdict(), stale=True))
    assert not audience.is_public(claim(1, "ok"))
