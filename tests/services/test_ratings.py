"""What the house publishes of a verdict: its scale, and labels that must go with the conclusion."""

from typing import Any

import pytest

from factcheck.errors import BadInput, FactcheckError, Refused
from factcheck.models import Rating
from factcheck.services import house, rules
from factcheck.services.evidence import NewEvidence
from factcheck.words import Conclusion
from tests.services.desk import Desk

NOT_ENOUGH = Conclusion.NOT_ENOUGH_EVIDENCE


def furnish(desk: Desk) -> None:
    """A claim with evidence, in a house that publishes five points."""
    desk.source()
    desk.claim(evidence=[NewEvidence("atlas")])
    scale(desk, "five-point")


def scale(desk: Desk, value: str) -> None:
    with desk.writing("house edit") as session:
        house.edit(session, "scale", value)


def rated(desk: Desk) -> tuple[Any, Any]:
    verdict = desk.shape(1)["verdict"]
    return verdict["rating"], verdict["rating_detail"]


def five(number: int | None) -> dict[str, Any]:
    return {"number": number, "best": 5, "worst": 1, "scale": "five-point"}


@pytest.mark.parametrize(
    ("word", "conclusion", "label", "number"),
    [
        ("True", Conclusion.SUPPORTED, "True", 5),
        ("mostly true", Conclusion.SUPPORTED, "Mostly true", 4),
        ("Mostly-True", Conclusion.MIXED, "Mostly true", 4),
        (" 3 ", Conclusion.MIXED, "Half true", 3),
        ("3", Conclusion.CONFLICTING, "Half true", 3),
        ("1", Conclusion.REFUTED, "False", 1),
        ("unproven", NOT_ENOUGH, "Unproven", None),
    ],
)
def test_a_label_by_its_text_or_number(
    desk: Desk, word: str, conclusion: Conclusion, label: str, number: int | None
) -> None:
    why = "no-record" if conclusion == NOT_ENOUGH else None
    desk.decide(1, conclusion, because="so", why=why, rating=word)
    assert rated(desk) == (label, five(number))


ALL = "One of: True, Mostly true, Half true, Mostly false, False, Unproven."


@pytest.mark.parametrize(
    ("word", "conclusion", "message", "hint"),
    [
        (
            "False",
            Conclusion.SUPPORTED,
            "'False' does not go with supported.",
            "For supported: True, Mostly true.",
        ),
        (
            "True",
            Conclusion.NOT_CHECKABLE,
            "'True' does not go with not-checkable.",
            "Leave --rating out.",
        ),
        (
            "Mostly tru",
            Conclusion.SUPPORTED,
            "'Mostly tru' is not on the scale of this house.",
            "Did you mean Mostly true?",
        ),
        ("6", Conclusion.SUPPORTED, "'6' is not on the scale of this house.", ALL),
        (
            "Pants on Fire",
            Conclusion.REFUTED,
            "'Pants on Fire' is not on the scale of this house.",
            ALL,
        ),
    ],
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(
    desk: Desk, word: str, conclusion: Conclusion, message: str, hint: str
) -> None:
    steps = desk.steps()
    with pytest.raises(FactcheckError) as caught:
        desk.decide(1, conclusion, because="so", rating=word)
    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert isinstance(caught.value, Refused) == ("does not go with" in message)
    assert (desk.steps(), desk.shape(1)["verdict"]) == (steps, None)


def test_a_house_without_a_scale_rates_nothing(desk: Desk) -> None:
    scale(desk, "none")
    with pytest.raises(BadInput) as caught:
        desk.decide(1, Conclusion.SUPPORTED, rating="True")
    assert caught.value.message == "This house publishes no ratings."
    assert caught.value.hint == "factcheck house edit scale true-false or five-point or politifact"


def test_a_verdict_needs_no_rating(desk: Desk) -> None:
    desk.decide(1, Conclusion.SUPPORTED)
    assert rated(desk) == (None, None)


@pytest.mark.parametrize("name", [name for name in rules.SCALES if name != "none"])
def test_every_label_of_a_ready_made_scale_goes_with_something(desk: Desk, name: str) -> None:
    scale(desk, name)
    for label in rules.SCALES[name]["labels"]:
        for conclusion in label["goes_with"]:
            why = "no-record" if conclusion == NOT_ENOUGH else None
            desk.decide(1, Conclusion(conclusion), because="x", why=why, rating=label["label"])
            shown, detail = rated(desk)
            assert (shown, detail["number"], detail["scale"]) == (
                label["label"], label["number"], name,
            )  # fmt: skip


def test_an_own_scale(desk: Desk) -> None:
    scale(desk, "Spot on=1 supported; Four Pinocchios=-4 refuted; No verdict= conflicting")
    desk.decide(1, Conclusion.REFUTED, because="x", rating="four pinocchios")
    detail = {"number": -4, "best": 1, "worst": -4, "scale": "our own"}
    assert rated(desk) == ("Four Pinocchios", detail)
    desk.decide(1, Conclusion.CONFLICTING, because="x", rating="No verdict")
    assert rated(desk) == ("No verdict", {**detail, "number": None})


def test_a_scale_of_labels_alone(desk: Desk) -> None:
    scale(desk, "Right= supported; Wrong= refuted")
    desk.decide(1, Conclusion.SUPPORTED, rating="right")
    detail = {"number": None, "best": None, "worst": None, "scale": "our own"}
    assert rated(desk) == ("Right", detail)


def test_a_changed_scale_leaves_what_was_rated_readable(desk: Desk) -> None:
    desk.decide(1, Conclusion.SUPPORTED, rating="Mostly true")
    scale(desk, "politifact")
    assert rated(desk) == ("Mostly true", five(4))
    scale(desk, "none")
    assert rated(desk) == ("Mostly true", five(4))
    assert desk.shape(1)["stale"] is False


def test_a_rating_falls_with_its_verdict(desk: Desk) -> None:
    desk.decide(1, Conclusion.SUPPORTED, rating="True")
    desk.decide(1, Conclusion.MIXED, because="on second thoughts")
    assert rated(desk) == (None, None)
    assert desk.ask("SELECT verdict_id, label FROM rating") == [(1, "True")]


def test_rated_undone_and_redone(desk: Desk) -> None:
    desk.decide(1, Conclusion.SUPPORTED, rating="Mostly true")
    stored = desk.row(Rating, 1)
    desk.undo()
    assert (desk.shape(1)["verdict"], desk.row(Rating, 1)) == (None, None)
    desk.undo()
    again = desk.row(Rating, 1)
    assert rated(desk) == ("Mostly true", five(4))
    assert (again.uid, again.number, again.scale) == (stored.uid, 4, "five-point")
    assert desk.faults() == []
