"""What becomes of a quotation from one look at its page to the next."""

from typing import Any, NamedTuple

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.audit import life
from factcheck.db import holdings
from factcheck.models import Evidence
from tests.audit.sites import (
    CLOSE,
    Cited,
    Outcome,
    Sites,
    audit,
    cite,
    html,
    outcome,
    reply,
)
from tests.documents.pdfs import lines, pdf
from tests.fetch.servers import answer
from tests.services.desk import Desk


def found(presence: str, *codes: str, stale: bool = False) -> Outcome:
    return Outcome("read", presence, list(codes), stale=stale)


EXACT, FOLDED = found("exact"), found("folded")
MATERIAL = found("altered-material", "D202 error", stale=True)
FIGURES = found("altered-material", "D203 error", stale=True)
MINOR = found("altered-minor", "D202 warning")
MOVED = found("moved-or-replaced", "D201 error", stale=True)
ABSENT = found("absent", "D201 error", stale=True)
TAKEN_BACK = found("context-changed", "D205 error", stale=True)
UNSURE = found("ambiguous")


class Case(NamedTuple):
    """What is quoted, the page when it was, the page now, and what becomes of it."""

    quote: str
    before: str | bytes
    after: str | bytes
    outcome: Outcome


def same(quote: str, page: str, outcome: Outcome) -> Case:
    """The page has not changed."""
    return Case(quote, page, page, outcome)


HARBOURS = "The county closed 11 harbours in the spring of 2019, and most of them stayed closed."
FIRST = "The minister said that the harbours were old."
LAST = "She added that nobody would lose their work over it before the end of the year."
LONG = f"{FIRST} In the hall it was quiet for a while. {LAST}"
THAI = "นายกรัฐมนตรีกล่าวว่าท่าเรือจะปิด"
ARABIC = "قال الوزير إن الموانئ أغلقت في الربيع"
CHINESE = "港口在二零一九年春天关闭、部长说。"


def document(*said: str) -> bytes:
    return answer(pdf([lines([*said])]), "Content-Type: application/pdf", CLOSE)


CASES = {
    "58-typography": same(
        'He said - "it\'s final" - and left the office at noon...',
        "He said \u2013 \u201cit\u2019s fi\u00adnal\u201d \u2013 and left "
        "the o\ufb03ce at\u00a0noon\u2026",
        FOLDED,
    ),
    "58-line-breaks": same(HARBOURS, HARBOURS.replace(" in ", "\n   in\t"), EXACT),
    "58-across-tags": same(HARBOURS, HARBOURS.replace("harbours", "<b>har</b>bours"), EXACT),
    "58-pdf": Case(
        "The committee found that the infrastructure of the county was neglected.",
        document("The committee found that the infra-", "structure of the county was neglected."),
        document("The committee found that the infra-", "structure of the county was neglected."),
        EXACT,
    ),
    "59-abridged": same(f"{FIRST} [...] {LAST}", LONG, FOLDED),
    "59-abridged-with-an-ellipsis": same(f"{FIRST} \u2026 {LAST}", LONG, FOLDED),
    "59-sic": same(
        "The harbors [sic] were closed by order of the county on the first of May.",
        "The harbors were closed by order of the county on the first of May.", FOLDED,
    ),
    "59-inserted": same(
        "She [the minister] added that nobody would lose their work over it this year.",
        "She added that nobody would lose their work over it this year.", FOLDED,
    ),
    "59-in-the-wrong-order": Case(
        f"{FIRST} [...] {LAST}", LONG, f"{LAST} In the hall it was quiet for a while. {FIRST}",
        MOVED,
    ),
    "60-too-short": same("was", "It was so, and it was not so, and it was never known.", UNSURE),
    "61-at-several-places": same(
        "the harbours were closed", f"{HARBOURS} In one the harbours were closed. "
        "In another the harbours were closed too.", UNSURE,
    ),
    "62-digit": Case(HARBOURS, HARBOURS, HARBOURS.replace("11", "17"), FIGURES),
    "62-unit": Case(
        "The pier is 300 metres long and was built by hand.",
        "The pier is 300 metres long and was built by hand.",
        "The pier is 300 feet long and was built by hand.", FIGURES,
    ),
    "62-sign": Case(
        "Trade grew by 3.5 percent in the north of the county.",
        "Trade grew by 3.5 percent in the north of the county.",
        "Trade grew by -3.5 percent in the north of the county.", FIGURES,
    ),
    "62-date": Case(HARBOURS, HARBOURS, HARBOURS.replace("2019", "2018"), FIGURES),
    "62-name": Case(
        "It was Anna Weber who signed the order to close the harbours.",
        "It was Anna Weber who signed the order to close the harbours.",
        "It was Paul Keller who signed the order to close the harbours.", MATERIAL,
    ),
    "62-negation": Case(
        "The minister did know of the order before it was signed.",
        "The minister did know of the order before it was signed.",
        "The minister did not know of the order before it was signed.", MATERIAL,
    ),
    "62-quantifier": Case(HARBOURS, HARBOURS, HARBOURS.replace("most", "some"), MATERIAL),
    "62-modal": Case(
        "The county will close the last of its harbours in the autumn.",
        "The county will close the last of its harbours in the autumn.",
        "The county may close the last of its harbours in the autumn.", MATERIAL,
    ),
    "63-typo": Case(
        "The goverment closed the harbours of the county without a word.",
        "The goverment closed the harbours of the county without a word.",
        "The government closed the harbours of the county without a word.", MINOR,
    ),
    "64-gone": Case(HARBOURS, HARBOURS, "Nothing else was said of it.", ABSENT),
    "64-a-twin": Case(
        HARBOURS, HARBOURS,
        "The county opened a road in the summer of 2020, and none of them stayed closed.",
        MOVED,
    ),
    "65-correction": Case(
        HARBOURS, HARBOURS,
        f"Correction: An earlier version of this article said: {HARBOURS} That was wrong.",
        TAKEN_BACK,
    ),
    "65-struck": Case(HARBOURS, HARBOURS, f"<del>{HARBOURS}</del>", TAKEN_BACK),
    "65-struck-s": Case(HARBOURS, HARBOURS, f"<s>{HARBOURS}</s>", TAKEN_BACK),
    "65-retracted": Case(
        HARBOURS, HARBOURS, f"{HARBOURS}</p><p>This article has been retracted.",
        found("exact", "D205 error"),
    ),
    "66-chinese": same(CHINESE, CHINESE, EXACT),
    "66-thai": same(THAI, f"x {THAI} y", EXACT),
    "66-arabic": same(ARABIC, f"<span dir=rtl>{ARABIC}.</span>", EXACT),
    "66-combining": same(
        "Le ministre a de\u0301clare\u0301 que les ports e\u0301taient ferme\u0301s.",
        "Le ministre a d\u00e9clar\u00e9 que les ports \u00e9taient ferm\u00e9s.", FOLDED,
    ),
    "66-emoji": same(
        "They closed the harbours \U0001f6a2\U0001f468\u200d\U0001f469\u200d\U0001f467 for good",
        "They closed the harbours \U0001f6a2\U0001f468\u200d\U0001f469\u200d\U0001f467 for good.",
        EXACT,
    ),
    "67-squared": Case(
        "The basin measures 10\u00b2 metres, and it is the smallest of all.",
        "The basin measures 10\u00b2 metres, and it is the smallest of all.",
        "The basin measures 102 metres, and it is the smallest of all.", FIGURES,
    ),
    "67-half": Case(
        "It took \u00bd of the money that the county had for its piers.",
        "It took \u00bd of the money that the county had for its piers.",
        "It took 12 of the money that the county had for its piers.", FIGURES,
    ),
    "68-translated": Case(
        "The county closed eleven harbours in the spring, the minister says in English.",
        "Der Kreis schloss im Fr\u00fchjahr elf H\u00e4fen, sagte die Ministerin.",
        "Der Kreis schloss im Fr\u00fchjahr elf H\u00e4fen, sagte die Ministerin.", ABSENT,
    ),
}  # fmt: skip


def shown(said: str | bytes) -> bytes:
    return said if isinstance(said, bytes) else html(said)


@pytest.fixture(scope="module")
def audited(bulk: Desk, every: Sites) -> dict[str, Cited]:
    """Every page before, then every page after."""
    return looked_twice(bulk, every, CASES)


def looked_twice(desk: Desk, net: Sites, cases: dict[str, Case]) -> dict[str, Cited]:
    for name, case in cases.items():
        net.put(name, shown(case.before))
    cited = cite(desk, {name: (net.at(name), case.quote) for name, case in cases.items()})
    audit(desk, net)
    for name, case in cases.items():
        net.put(name, shown(case.after))
    audit(desk, net)
    return cited


@pytest.mark.parametrize("name", CASES)
def test_what_becomes_of_a_quotation(bulk: Desk, audited: dict[str, Cited], name: str) -> None:
    assert outcome(bulk, audited[name]) == CASES[name].outcome


SOME = ("58-typography", "62-digit", "64-gone", "65-correction", "65-struck", "66-emoji", "67-half")


def test_both_engines_say_the_same(desk: Desk, net: Sites) -> None:
    cited = looked_twice(desk, net, {name: CASES[name] for name in SOME})
    assert {name: outcome(desk, each) for name, each in cited.items()} == {
        name: CASES[name].outcome for name in SOME
    }


def test_62_both_versions_are_shown(bulk: Desk, audited: dict[str, Cited]) -> None:
    one = audited["62-digit"]
    with bulk.reading() as session:
        run = holdings.newest_audit(session.connection())
        rows = life.shapes(session, run, findings(session, one))
    (shown_now,) = [each for each in rows if each["code"] == "D203"]
    assert shown_now["detail"]["quote"] == HARBOURS
    assert shown_now["detail"]["found"] == HARBOURS.replace("11", "17")
    assert shown_now["detail"]["changes"] == [["figure", "11", "17"]]
    why = bulk.row(Evidence, one.evidence).presence["why"]
    told = f"evidence {one.evidence} now reads otherwise in its source: {why}"
    assert bulk.shape(one.claim)["stale_because"] == [told]


def findings(session: Session, cited: Cited) -> list[Any]:
    table = holdings.findings
    return list(session.execute(select(table).where(table.c.source_id == cited.source)))


def test_a_page_that_is_mended_mends_its_claim(light: Desk, net: Sites) -> None:
    case = CASES["62-digit"]
    (one,) = looked_twice(light, net, {"mended": case}).values()
    assert outcome(light, one) == FIGURES
    net.put("mended", shown(case.before))
    done = audit(light, net)
    assert outcome(light, one) == EXACT
    assert [(each["code"], each["state"]) for each in done.fixed if each["code"] == "D203"] == [
        ("D203", "fixed")
    ]


def test_what_could_not_be_looked_for_keeps_what_was_seen(light: Desk, net: Sites) -> None:
    """A page that was altered, and then stands behind a wall, is no page that was mended."""
    case = CASES["62-digit"]
    (one,) = looked_twice(light, net, {"walled": case}).values()
    net.put("walled", reply(b"<p>No.</p>", status="403 Forbidden"))
    audit(light, net)
    assert outcome(light, one) == Outcome(
        "refused", "could-not-look", ["D203 error", "L106 note"], stale=True
    )


def test_68_words_of_our_own_are_not_looked_for(light: Desk, net: Sites) -> None:
    url = net.put("translated", shown(CASES["68-translated"].after))
    one = cite(light, {"translated": (url, None)})["translated"]
    audit(light, net)
    assert outcome(light, one) == found("no-quote")
