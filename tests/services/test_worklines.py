"""`verify -`: every form of a line, and every way to get it wrong."""

import pytest

from factcheck.errors import BadInput
from factcheck.services.evidence import NewEvidence
from factcheck.services.verdicts import Decision, NewFix
from factcheck.services.worklines import parse
from factcheck.words import Action, Conclusion


def placed(place: str) -> NewEvidence:
    return NewEvidence(place=place)


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("117 ok", Decision(Conclusion.SUPPORTED)),
        ("117 ok atlas p. 212", Decision(Conclusion.SUPPORTED, evidence=placed("atlas p. 212"))),
        (" 117\tOK  atlas", Decision(Conclusion.SUPPORTED, evidence=placed("atlas"))),
        ("#117 true", Decision(Conclusion.SUPPORTED)),
        ("claim:117 supported", Decision(Conclusion.SUPPORTED)),
        (
            "117 wrong atlas p. 9 | the table says so",
            Decision(
                Conclusion.REFUTED, because="the table says so", evidence=placed("atlas p. 9")
            ),
        ),
        ("117 partly right atlas", Decision(Conclusion.MIXED, evidence=placed("atlas"))),
        ("117 sources-differ|3 counts", Decision(Conclusion.CONFLICTING, because="3 counts")),
        ("117 accept", Decision(accepts=True)),
        ("117 accept | the sum is right", Decision(accepts=True, because="the sum is right")),
        ("117 opinion | a could", Decision(Conclusion.NOT_CHECKABLE, because="a could")),
        (
            "117 cant-confirm no-answer | two calls",
            Decision(Conclusion.NOT_ENOUGH_EVIDENCE, why="no-answer", because="two calls"),
        ),
        (
            "117 can't confirm no-record registry",
            Decision(
                Conclusion.NOT_ENOUGH_EVIDENCE, why="no-record", evidence=placed("registry")
            ),
        ),
        ("117 cant-confirm", Decision(Conclusion.NOT_ENOUGH_EVIDENCE)),
        (
            '117 change "14 vents" museum 23 Nov',
            Decision(
                fix=NewFix(Action.CHANGE, wording="14 vents"), evidence=placed("museum 23 Nov")
            ),
        ),
        ("117 fix \u201c14 vents\u201d", Decision(fix=NewFix(Action.CHANGE, wording="14 vents"))),
        (
            '117 change "14" | they counted',
            Decision(fix=NewFix(Action.CHANGE, wording="14"), because="they counted"),
        ),
        ("117 attribute", Decision(fix=NewFix(Action.ATTRIBUTE))),
        (
            '117 attribute "he said" atlas p. 1',
            Decision(
                fix=NewFix(Action.ATTRIBUTE, wording="he said"), evidence=placed("atlas p. 1")
            ),
        ),
        ("117 cut | libel", Decision(fix=NewFix(Action.CUT), because="libel")),
        ("117 stet", Decision(fix=NewFix(Action.STET))),
        ("117 stet The Editor", Decision(fix=NewFix(Action.STET, agreed_with="The Editor"))),
        ("117 ask which year?", Decision(question="which year?")),
        ("117 ask this | or that?", Decision(question="this | or that?")),
    ],
)  # fmt: skip
def test_forms_of_a_line(line: str, decision: Decision) -> None:
    found = parse(line)
    assert (found.numbers, found.decision) == ([117], decision)


@pytest.mark.parametrize(
    ("line", "numbers", "ranged"),
    [
        ("3 ok", [3], set()),
        ("3-5 ok", [3, 4, 5], {3, 4, 5}),
        ("3,5-6,5 ok", [3, 5, 6], {5, 6}),
        ("4-4 ok", [4], {4}),
    ],
)
def test_numbers_of_a_line(line: str, numbers: list[int], ranged: set[int]) -> None:
    found = parse(line)
    assert (found.numbers, found.ranged) == (numbers, ranged)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "is no line like"),
        ("ok 117", "is no line like"),
        ("117", "is no line like"),
        ("117ok", "is no line like"),
        ("117, ok", "is no line like"),
        ("-3 ok", "is no line like"),
        ("1234567890 ok", "is no line like"),
        ("5-3 ok", "5-3 is no range"),
        ("1-99999 ok", "is no range"),
        ("117 okay-ish", "'okay-ish' is no decision"),
        ("117 | because", "is no decision"),
        ("117 cant-confirm because", "is no reason for that"),
        ("117 change 14 vents", "needs the new wording in quotation marks"),
        ("117 change", "needs the new wording"),
        ('117 change ""', "needs the new wording"),
        ("117 ask", "What is the question"),
    ],
)
def test_lines_that_cannot_be_taken(line: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        parse(line)
    assert caught.value.hint


def test_slip_of_a_word_is_guessed() -> None:
    with pytest.raises(BadInput) as caught:
        parse("117 wrogn atlas")
    assert caught.value.hint == "Did you mean wrong?"


def test_long_line_is_shown_short() -> None:
    with pytest.raises(BadInput) as caught:
        parse("x" * 5_000_000)
    assert len(caught.value.message) < 120
