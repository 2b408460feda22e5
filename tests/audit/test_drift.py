"""What became of a quotation between two looks, and what that means for the claim."""

import pytest

from factcheck.services import evidence, lookup
from factcheck.services.evidence import NewEvidence
from factcheck.words import Conclusion
from tests.audit.auditing import audit, codes, presence, states
from tests.services.desk import Desk
from tests.web import Web

QUOTE = "around 60 kilometers per hour"
BEFORE = f"The train can reach speeds of {QUOTE}, officials said on Monday."


def cited(desk: Desk, url: str, quote: str | None = QUOTE, claim: int | None = None) -> int:
    """A decided claim that rests on a quotation from a page."""
    number = claim or desk.claim("The train reaches 60 km/h")
    with desk.writing("evidence add") as session:
        new = NewEvidence(source=url, quote=quote, stance="supports")
        added = evidence.add(session, lookup.claim(session, number), new).id
    if claim is None:
        desk.decide(number, Conclusion.SUPPORTED, because="the page says so")
    return added


def stale(desk: Desk, number: int = 1) -> bool:
    ((found,),) = desk.ask(f"SELECT stale FROM claim WHERE id = {number}")  # noqa: S608 - a number
    return bool(found)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (BEFORE, ("exact", None, False)),
        (BEFORE.replace("kilometers", "kilo\N{SOFT HYPHEN}meters"), ("folded", None, False)),
        (BEFORE.replace("60", "80"), ("altered-material", "D203", True)),
        (BEFORE.replace("around", "never"), ("altered-material", "D202", True)),
        (BEFORE.replace("kilometers", "kilometres"), ("altered-minor", "D202", False)),
        ("Nothing of that kind is said here any more at all.", ("absent", "D201", True)),
        (f"<s>{BEFORE}</s>", ("context-changed", "D205", True)),
    ],
)
def test_each_change_is_named(
    desk: Desk, web: Web, after: str, told: tuple[str, str | None, bool]
) -> None:
    state, code, calls = told
    piece = cited(desk, web.put("/a", BEFORE))
    audit(desk)
    assert presence(desk, piece) == "exact"
    web.put("/a", after)
    assert codes(audit(desk), "D") == ([(code, piece)] if code else [])
    assert (presence(desk, piece), stale(desk)) == (state, calls)


def test_what_comes_back_is_good_again(desk: Desk, web: Web) -> None:
    cited(desk, web.put("/a", BEFORE))
    audit(desk)
    web.put("/a", BEFORE.replace("60", "80"))
    audit(desk)
    assert stale(desk)
    web.put("/a", BEFORE)
    assert codes(audit(desk), "D") == []
    assert not stale(desk)


def test_who_decides_on_the_altered_page_knows_it(desk: Desk, web: Web) -> None:
    cited(desk, web.put("/a", BEFORE.replace("60", "80")))
    audit(desk)
    assert stale(desk)
    desk.decide(1, Conclusion.SUPPORTED, because="the page was wrong for a day")
    assert not stale(desk)
    web.put("/a", BEFORE.replace("60", "90"))
    audit(desk)
    assert stale(desk)


def test_a_page_that_fails_is_not_a_quotation_that_is_gone(desk: Desk, web: Web) -> None:
    piece = cited(desk, web.put("/a", BEFORE))
    audit(desk)
    web.reply("/a", b"down", 503)
    web.put("/b", BEFORE)
    found = audit(desk)
    assert (presence(desk, piece), stale(desk)) == ("could-not-look", False)
    assert codes(found) == [("L106", 1)]
    assert states(desk) == ["read", "server-error"]


def test_one_page_for_many_claims_is_asked_once(desk: Desk, web: Web) -> None:
    url = web.put("/a", BEFORE)
    pieces = [cited(desk, url), cited(desk, f"{url}#top"), cited(desk, url, "officials said")]
    audit(desk)
    assert web.asked.count("/a") == 1
    assert [presence(desk, piece) for piece in pieces] == ["exact"] * 3


def test_a_page_that_did_not_change_is_not_sent_again(desk: Desk, web: Web) -> None:
    url = web.put("/a", BEFORE)
    web.pages["/a"] = web.pages["/a"]._replace(headers={"etag": '"one"'})
    piece = cited(desk, url)
    audit(desk)
    audit(desk)
    assert states(desk) == ["read", "unchanged"]
    assert web.heard["/a"]["if-none-match"] == '"one"'
    assert presence(desk, piece) == "exact"
    assert desk.ask("SELECT count(*) FROM snapshot") == [(1,)]


def test_evidence_added_since_is_looked_for_in_the_copy(desk: Desk, web: Web) -> None:
    url = web.put("/a", BEFORE)
    cited(desk, url)
    audit(desk)
    right = cited(desk, url, "officials said on Monday", claim=1)
    wrong = cited(desk, url, "officials never spoke of the weather in June", claim=1)
    audit(desk, offline=True)
    assert (presence(desk, right), presence(desk, wrong)) == ("exact", "absent")


def test_an_edited_quotation_is_looked_for_anew(desk: Desk, web: Web) -> None:
    piece = cited(desk, web.put("/a", BEFORE), "around 80 kilometers per hour")
    assert codes(audit(desk), "D") == [("D203", piece)]
    with desk.writing("evidence edit") as session:
        evidence.edit(session, lookup.evidence(session, str(piece)), {"quote": QUOTE})
    assert presence(desk, piece) is None
    assert codes(audit(desk, offline=True), "D") == []
    assert presence(desk, piece) == "exact"


def test_retracted_evidence_is_left_alone(desk: Desk, web: Web) -> None:
    piece = cited(desk, web.put("/a", BEFORE.replace("60", "80")))
    with desk.writing("retract") as session:
        evidence.retract(session, lookup.evidence(session, str(piece)), "no longer used")
    assert codes(audit(desk), "D") == []


def test_a_new_notice_of_a_correction_is_told(desk: Desk, web: Web) -> None:
    cited(desk, web.put("/a", BEFORE))
    audit(desk)
    notice = "Correction: An earlier version of this article misstated the name of the minister."
    web.put("/a", BEFORE, notice)
    (found,) = [each for each in audit(desk).findings if each["code"] == "D205"]
    assert (found["record"], found["severity"]) == ({"kind": "source", "id": 1}, "warning")
    assert "misstated the name" in found["message"]


def test_much_new_text_around_an_intact_quotation_is_a_note(desk: Desk, web: Web) -> None:
    cited(desk, web.put("/a", BEFORE))
    audit(desk)
    other = [f"Sentence {n} of a wholly rewritten page with words of its own." for n in range(40)]
    body = "".join(f"<p>{each}</p>" for each in other)
    web.reply("/a", f"<title>x</title><p>{BEFORE}</p>{body}".encode())
    found = audit(desk)
    assert codes(found, "D") == [("D204", 1)]
    assert found.summary["pages_changed"] == 1


def test_the_summary_speaks_of_claims_first(desk: Desk, web: Web) -> None:
    gone, kept = web.put("/a", BEFORE), web.put("/b", BEFORE)
    cited(desk, gone)
    cited(desk, gone)
    cited(desk, kept, claim=2)
    audit(desk)
    web.put("/a", BEFORE.replace("60", "80"))
    told = audit(desk).summary
    assert (told["claims_at_risk"], told["lost_only_support"], told["lost_one_of_several"]) == (
        2,
        1,
        1,
    )
    assert (told["sources_checked"], told["could_not_look"]) == (2, 0)
