"""House rules: how what a person types is read, what each house begins with, what is refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.models import Rule
from factcheck.services import house, rules
from factcheck.words import Kind
from tests.services.desk import Desk

SEEN = {"seen": 1, "primary": None, "independent": None, "blocks": True}
PRIMARY = {"seen": None, "primary": 1, "independent": None, "blocks": True}
EITHER = {"seen": None, "primary": 1, "independent": 2, "blocks": False}
TRUE = {"label": "True", "number": 5, "goes_with": ["supported"]}
FALSE = {"label": "False", "number": 1, "goes_with": ["refuted"]}
OWN = {"name": "our own", "labels": [TRUE, FALSE]}

READ: list[tuple[str, Any, Any]] = [
    ("words", "desk", "desk"),
    ("words", "LINE", "line"),
    ("second_person", "yes", True),
    ("second_person", "Off", False),
    ("second_person", True, True),
    ("gate_coverage", "no", False),
    ("own_domains", " Example.org, example.com,", ["example.org", "example.com"]),
    ("publisher", " The Paper ", "The Paper"),
    ("recheck", "title 30, tag:death-toll 1", {"title": 30, "tag:death-toll": 1}),
    ("recheck", "  title   30 ", {"title": 30}),
    ("recheck", "off", {}),
    ("recheck", "", {}),
    ("recheck", {"title": 30}, {"title": 30}),
    ("recheck", {"tag:x": "36500"}, {"tag:x": 36500}),
    ("needs", "1 primary", {"any": [PRIMARY]}),
    ("needs", "1 Primary source blocks", {"any": [PRIMARY]}),
    ("needs", "1 primary or 2 independent warns", {"any": [EITHER]}),
    ("needs", "2 independents or 1 primary, warns", {"any": [EITHER]}),
    ("needs", "any: 1 seen; 1 primary / age: 1 seen", {"any": [SEEN, PRIMARY], "age": [SEEN]}),
    ("needs", {"any": ["1 seen"], "high": [PRIMARY]}, {"any": [SEEN], "high": [PRIMARY]}),
    ("needs", "high:", {"high": []}),
    ("scale", "none", {"name": "none", "labels": []}),
    ("scale", "True=5 supported; False=1 refuted", OWN),
    ("scale", "True=5 true; False = 1 wrong;", OWN),
    ("scale", OWN, OWN),
]  # fmt: skip


@pytest.mark.parametrize(("key", "typed", "stored"), READ)
def test_what_is_typed_is_read(key: str, typed: Any, stored: Any) -> None:
    assert house.RULES[key].read(typed) == stored


@pytest.mark.parametrize(("key", "typed", "stored"), READ)
def test_what_is_stored_is_read_as_it_is(key: str, typed: Any, stored: Any) -> None:
    """An import and factcheck.toml bring the stored form."""
    assert house.RULES[key].read(json.loads(json.dumps(stored))) == stored


REFUSED: list[tuple[str, Any, str | None]] = [
    ("words", "dsk", "'dsk' is no house."),
    ("second_person", "maybe", "'maybe' is neither yes nor no."),
    ("second_person", "", "'' is neither yes nor no."),
    ("own_domains", 7, "own_domains is 7, not a list of domains."),
    ("recheck", "title", "'title' is no interval."),
    ("recheck", "30", "'30' is no interval."),
    ("recheck", ["title"], "['title'] is no interval."),
    ("recheck", "tilte 30", "'tilte' is no kind."),
    ("recheck", "tag: 30", "'tag:' is no kind."),
    ("recheck", "title 0", "'0' is no number of days."),
    ("recheck", "title -1", "'-1' is no number of days."),
    ("recheck", "title 36501", "'36501' is no number of days."),
    ("recheck", "title \u0661", "'\u0661' is no number of days."),
    ("recheck", f"title {'9' * 5000}", f"{repr('9' * 5000)[:40]} is no number of days."),
    ("recheck", {"title": 1.5}, "'1.5' is no number of days."),
    ("needs", "1 good", "'1 good' is no need."),
    ("needs", "0 primary", "'0 primary' is no need."),
    ("needs", "100 primary", "'100 primary' is no need."),
    ("needs", "primary", "'primary' is no need."),
    ("needs", "1 primary and 2 independent", "'1 primary and 2 independent' is no need."),
    ("needs", "warns", "'warns' is no need."),
    ("needs", "qoute: 1 primary", "'qoute' is nothing that needs are for."),
    ("needs", 5, "'5' is no need."),
    ("needs", {"any": "1 seen"}, "'1 seen' is no need."),
    ("needs", {"any": [{"seen": 1}]}, "\"{'seen': 1}\" is no need."),
    ("needs", {"any": [{**SEEN, "seen": True}]}, None),
    ("needs", {"any": [{**SEEN, "seen": None}]}, None),
    ("needs", {"any": [{**SEEN, "blocks": "yes"}]}, None),
    ("scale", "five", "'five' is no scale."),
    ("scale", "True=5", "'True=5' is no label of a scale."),
    ("scale", "True=5 supported; half", "'half' is no label of a scale."),
    ("scale", "=5 supported", "'=5 supported' is no label of a scale."),
    ("scale", "True=5 supportd", "'supportd' is no conclusion."),
    ("scale", "True=5 supported; true=1 refuted", "The scale has 'true' twice."),
    ("scale", {"name": "x"}, "That is no scale of ratings."),
    ("scale", {"name": "x", "labels": [{"label": "a"}]}, "That is no scale of ratings."),
    ("scale", {"name": "x", "labels": [{**TRUE, "goes_with": []}]}, "That is no scale of ratings."),
    ("scale", {"name": "x", "labels": [{**TRUE, "number": True}]}, "That is no scale of ratings."),
    ("scale", {"name": "x", "labels": [{**TRUE, "label": " "}]}, "That is no scale of ratings."),
]  # fmt: skip


@pytest.mark.parametrize(("key", "typed", "said"), REFUSED)
def test_what_no_rule_can_be_is_refused(key: str, typed: Any, said: str | None) -> None:
    with pytest.raises(BadInput) as caught:
        house.RULES[key].read(typed)
    assert said is None or caught.value.message == said
    assert caught.value.hint


@given(st.sampled_from(sorted(house.RULES)), st.text())
def test_whatever_is_typed_is_read_or_refused(key: str, typed: str) -> None:
    try:
        stored = house.RULES[key].read(typed)
    except BadInput:
        return
    assert house.RULES[key].read(stored) == stored


#: A person who copies what `house show` prints types no other rule.
@pytest.mark.parametrize("key", [key for key in house.RULES if key != "scale"])
@pytest.mark.parametrize("words", ["line", "desk"])
def test_what_is_shown_may_be_typed(key: str, words: str) -> None:
    value = house.default(key, words)
    assert house.RULES[key].read(rules.shown(key, value)) == value


def test_an_own_scale_that_is_shown_may_be_typed() -> None:
    shown = rules.shown("scale", OWN)
    assert shown == "our own: True=5 supported; False=1 refuted"
    assert rules.scale(shown.partition(": ")[2]) == OWN


@pytest.mark.parametrize("name", rules.SCALES)
def test_a_ready_made_scale_reads_as_itself(name: str) -> None:
    scale = rules.scale(name)
    assert scale["name"] == name
    assert rules.scale(scale) == scale
    assert rules.scale(f" {name.upper()} ") == scale


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("none", (None, None)),
        ("true-false", (2, 1)),
        ("five-point", (5, 1)),
        ("politifact", (6, 1)),
    ],
)
def test_a_scale_has_two_ends(name: str, ends: tuple[int | None, int | None]) -> None:
    assert rules.ends(rules.SCALES[name]) == ends


BLANK = " " * 100_000


@pytest.mark.parametrize(
    "text",
    [
        f"a{BLANK};",
        f"{BLANK}b{BLANK};",
        f"{BLANK}=;",
        f"b={BLANK}5x{BLANK}",
        f"b={BLANK}x\n{BLANK}x",
        f"b=5{BLANK}{BLANK}x,{BLANK}",
        "=" * 100_000,
        "b=" * 50_000,
        f"b={'9' * 100_000} supported",
    ],
)
def test_a_hostile_scale_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        rules.scale(f"a=5 supported;{text}")


# What each house begins with


def test_the_desk_begins_otherwise(desk: Desk) -> None:
    with desk.reading() as session:
        line = house.every(session)
    assert {key: line[key] for key in ("words", "second_person", "recheck", "gate_coverage")} == {
        "words": "line", "second_person": False, "recheck": {}, "gate_coverage": False,
    }  # fmt: skip
    assert line["scale"] == {"name": "none", "labels": []}
    assert {key: house.default(key, "desk") for key in ("words", "second_person", "recheck")} == {
        "words": "desk",
        "second_person": True,
        "recheck": {"title": 30, "money": 7, "tag:death-toll": 1},
    }
    assert house.default("scale", "desk")["name"] == "five-point"


def test_the_file_says_what_differs(desk: Desk) -> None:
    """[house] of factcheck.toml seeds the table; the rest is as the house begins."""
    desk.execute("DELETE FROM house")
    told = {
        "needs": {"any": ["1 primary"]},
        "second_person": False,
        "scale": "politifact",
        "recheck": {"title": 3},
        "people": {"Maria Keller": ["mk"]},
    }
    with desk.writing("init") as session:
        house.seed(session, "desk", told)
    with desk.reading() as session:
        stored = house.every(session)
    assert stored == {
        "words": "desk",
        "needs": {"any": [PRIMARY]},
        "second_person": False,
        "recheck": {"title": 3},
        "scale": rules.SCALES["politifact"],
        "gate_coverage": False,
        "severity": {},
        "strikes": {"failures": 3, "days": 3},
        "own_domains": [],
        "publisher": "",
        "publisher_url": "",
        "corrections_url": "",
        "political": False,
        "name_checkers": False,
        "outside_ratings": {},
    }


def test_severities_by_code() -> None:
    stored = {"S303": "note", "L103": "ignore"}
    assert rules.severities("s303 Note, L103 ignore") == stored
    assert rules.severities(stored) == stored
    assert rules.severities("off") == {}
    assert rules.shown("severity", stored) == "S303 note, L103 ignore"


@pytest.mark.parametrize("wrong", ["S303", "Z1 note", "S303 grave", 7, {"S303": "grave"}])
def test_no_severity(wrong: Any) -> None:
    with pytest.raises(BadInput):
        rules.severities(wrong)


def test_strikes() -> None:
    stored = {"failures": 2, "days": 7}
    assert rules.strikes("2 failures, 7 days apart") == stored
    assert rules.strikes(stored) == stored
    assert rules.shown("strikes", stored) == "2 failures, 7 days apart"


@pytest.mark.parametrize("wrong", ["", "3", "0 failures, 3 days", "3 and 999 days", "1 2 3", {}])
def test_no_strikes(wrong: Any) -> None:
    with pytest.raises(BadInput):
        rules.strikes(wrong)


@pytest.mark.parametrize("told", [{"need": "1 primary"}, {"scale": "five"}, {"recheck": {"x": 1}}])
def test_a_wrong_file_is_refused(desk: Desk, told: dict[str, Any]) -> None:
    desk.execute("DELETE FROM house")
    with pytest.raises(BadInput), desk.writing("init") as session:
        house.seed(session, "line", told)
    assert desk.ask("SELECT count(*) FROM house") == [(0,)]


def test_a_rule_newer_than_the_database_has_its_default(desk: Desk) -> None:
    desk.execute("DELETE FROM house WHERE key IN ('needs', 'scale')")
    desk.execute("UPDATE house SET value = '\"desk\"' WHERE key = 'words'")
    with desk.reading() as session:
        assert house.needs(session) == house.default("needs", "desk")
        assert house.every(session)["scale"]["name"] == "five-point"
    with desk.writing() as session:
        house.edit(session, "scale", "true-false")
    with desk.reading() as session:
        assert house.every(session)["scale"]["name"] == "true-false"


@pytest.mark.parametrize(("key", "typed", "stored"), READ)
def test_a_rule_is_stored_undone_and_redone(desk: Desk, key: str, typed: Any, stored: Any) -> None:
    with desk.reading() as session:
        before = house.every(session)
    with desk.writing("house edit") as session:
        number = house.edit(session, key, typed).id
    assert desk.row(Rule, number).value == stored
    if stored == before[key]:
        return
    desk.undo()
    assert desk.row(Rule, number).value == before[key]
    desk.undo()
    assert desk.row(Rule, number).value == stored


def test_an_unknown_rule_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput) as caught, desk.writing() as session:
        house.edit(session, "need", "1 primary")
    assert (caught.value.message, caught.value.hint) == (
        "'need' is no rule of the house.", "Did you mean needs?",
    )  # fmt: skip


def test_every_kind_may_have_an_interval_and_a_need() -> None:
    assert set(rules.intervals(", ".join(f"{kind} 9" for kind in Kind))) == set(Kind)
    assert set(rules.needs(" / ".join(f"{kind}: 1 seen" for kind in Kind))) == set(Kind)
