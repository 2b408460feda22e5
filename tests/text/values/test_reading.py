from decimal import Decimal

import pytest

from factcheck.text.values.reading import Reading, Standing, read
from factcheck.text.values.reading.scene import Scene, Scenes
from factcheck.text.values.reading.told import named, same
from factcheck.text.values.value import Value
from factcheck.words import ValueKind

DATES = {"Monday": ValueKind.DATE, "10-13 September": ValueKind.DATE, "2019": ValueKind.DATE}


def stands(
    text: str,
    words: str,
    claimant: str | None = None,
    language: str = "en",
    kind: ValueKind | None = None,
) -> Reading:
    at = text.index(words)
    kind = kind or DATES.get(words, ValueKind.COUNT)
    value = Value(kind, words, at, at + len(words), Decimal(20), Decimal(20))
    return read(Scene(text, language), value, claimant)


def marks(text: str, words: str = "20", claimant: str | None = None, language: str = "en") -> str:
    found = stands(text, words, claimant, language).marks
    return " ".join(sorted({mark.standing.value for mark in found}))


@pytest.mark.parametrize(
    "text",
    [
        "20 carriages",
        "around 20 carriages",
        "more than 20 carriages",
        "The train has 20 armored carriages.",
        "The quake claimed 20 lives.",
        "The train can reach 20 km/h.",
        "Nobody was hurt. The train has 20 carriages.",
        "The train did not stop, but it has 20 carriages.",
        "Not only 20 soldiers came.",
        "There is no doubt that 20 soldiers came.",
        "Kim, who may meet Putin, travelled with 20 guards.",
        "Kim may meet Putin, but the train has 20 carriages.",
        "Will Smith has 20 cars.",
        "In May the firm had 20 cars.",
        "Jobless claims rose to 20 thousand.",
        "The claim is false: only 20 people died.",
        "Officials denied visas to 20 people.",
        "The ministry dismissed 20 employees.",
        "20 people were denied entry.",
        "20 percent said the policy is too hard.",
        "The train is not new: it has 20 carriages.",
        "The number was higher than expected: 20 people died.",
        "It was less than expected, as 20 people came.",
        "The 20 people were wrongly convicted of murder in 2003.",
    ],
)
def test_what_the_text_says_itself(text: str) -> None:
    assert marks(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The train does not have 20 carriages.", "negated"),
        ("The train doesn't have 20 carriages.", "negated"),
        ("The train doesn\u2019t have 20 carriages.", "negated"),
        ("The train never had 20 carriages.", "negated"),
        ("It has 21 carriages, not 20 of them.", "negated"),
        ("It had 12 carriages rather than 20 of them.", "negated"),
        ("It failed to reach 20 km/h.", "negated"),
        ("Officials denied that 20 people died, saying 12 did.", "denied"),
        ("The ministry rejected reports of 20 deaths.", "denied"),
        ("The ministry dismissed reports that 20 people died.", "denied"),
        ("The army disputes the figure of 20 deaths.", "denied"),
        ("He denied having paid 20 dollars.", "denied"),
        ("20 people died, a figure that the army disputes.", "denied"),
        ("20 people died, witnesses said. The army denied the report.", "denied"),
        ("Reports said 20 people died. The army denied this.", "denied"),
        ("It was falsely reported that 20 people died.", "false"),
        ("The story that 20 people died is false.", "false"),
        ("The number of 20 people is wrong.", "false"),
        ("It is not true that 20 people died.", "false negated"),
        ("There is no evidence that 20 people died.", "false negated"),
        ("A hoax had it that 20 people died.", "false"),
        ("The figure of 20 deaths has been debunked.", "false"),
        ("20 people died. That is false.", "false"),
        ("20 people died. This isn't true.", "false"),
        ("20 people died. Not true.", "false"),
        ("Myth: 20 people died.", "false"),
        ("FALSE: 20 people died", "false"),
        ("20 people died in the crash, which is untrue.", "false"),
        ("The firm plans to buy 20 trains.", "planned"),
        ("The firm will buy 20 trains.", "planned"),
        ("The firm is expected to buy 20 trains.", "planned"),
        ("The firm aims to buy 20 trains.", "planned"),
        ("They'll buy 20 trains.", "planned"),
        ("The train could have 20 carriages.", "possible"),
        ("If it comes, the train has 20 carriages.", "possible"),
        ("The train may have 20 carriages.", "possible"),
        ("It would take 20 trains.", "possible"),
        ("Possibly 20 people died.", "possible"),
        ("Did 20 people die?", "asked"),
        ("Posts on Facebook say 20 people died.", "claimed"),
        ("He supposedly has 20 cars.", "claimed"),
        ("\u201cThe train has 20 carriages,\u201d he said.", "quoted"),
        ("He spoke of \u201820 carriages\u2019.", "quoted"),
        ("The train has 20 carriages,\u201d he said.", "quoted"),
        ("He said: \u201cThe train has 20 carriages", "quoted"),
    ],
)
def test_what_the_text_does_not_say_itself(text: str, expected: str) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "\u201cThe train has 20 carriages\u201d",
        '"The train has 20 carriages."',
        '"The train has 20 carriages".',
        "\u00abThe train has 20 carriages\u00bb",
        " '20 carriages' ",
    ],
)
def test_marks_around_the_whole_passage_are_those_of_the_checker(text: str) -> None:
    assert marks(text) == ""


def test_a_quotation_within_the_wrapped_passage_counts() -> None:
    assert marks("\u201cHe said: \u2018It has 20 carriages\u2019 and left\u201d") == "quoted"


@pytest.mark.parametrize(
    ("text", "claimant", "expected"),
    [
        ("According to Yonhap, it has 20 carriages.", "Yonhap news agency", "claimant"),
        ("It has 20 carriages, Yonhap reported.", "Yonhap news agency", "claimant"),
        ("It has 20 carriages (Yonhap).", "Yonhap", "claimant"),
        ("Yonhap: 20 carriages", "Yonhap", "claimant"),
        ("Yonhap's estimate of 20 carriages", "Yonhap", "claimant"),
        ("It has 20 carriages, citing Reuters, Yonhap, AP", "Yonhap", "claimant"),
        ("Pacheco Pardo said it has 20 carriages.", "Ramon Pacheco Pardo, Korea Chair", "claimant"),
        ("It has 20 carriages, the president said.", "Joe Biden, president", "claimant"),
        ("Joe Biden spoke. The president said it has 20 cars.", "Joe Biden", "claimant"),
        ("He said it has 20 carriages.", "Joe Biden", "claimant"),
        ("According to Reuters, it has 20 carriages.", "Yonhap", ""),
        ("Officials say it has 20 carriages.", "Yonhap", ""),
        ("The UN said that 20 people died.", "United Nations", "claimant"),
        ("The White House said that 20 people died.", "the White House", "claimant"),
        ("The House said that 20 people died.", "the White House", ""),
        ("Müller sagte, dass 20 Menschen starben.", "Hans Muller", "claimant"),
        ("Trump said that 20 people died.", None, ""),
    ],
)
def test_words_of_the_claimant(text: str, claimant: str | None, expected: str) -> None:
    language = "de" if "sagte" in text else "en"
    assert marks(text, claimant=claimant, language=language) == expected


def test_another_source_is_named() -> None:
    assert stands("According to Reuters, it has 20 cars.", "20", "Yonhap") == Reading((), "Reuters")


@pytest.mark.parametrize(
    "text",
    [
        "The forum will run 10-13 September.",
        "The forum is to be held on 10-13 September.",
        "The forum is scheduled for 10-13 September.",
    ],
)
def test_announced_dates_are_dates(text: str) -> None:
    assert marks(text, "10-13 September") == ""


def test_a_date_may_be_in_doubt() -> None:
    assert marks("The forum did not open on Monday.", "Monday") == "negated"
    assert marks("Kim has not travelled abroad since 2019.", "since 2019") == "negated"


def test_a_span_of_time_is_not_negated() -> None:
    text = "Kim has not left the country in over four years."
    found = stands(text, "over four years", kind=ValueKind.DURATION)
    assert found.marks == ()
    since = stands("Kim has not been abroad since 2019.", "since 2019", kind=ValueKind.DATE)
    assert since.marks == ()


def test_a_count_of_trips_holds_for_a_planned_one() -> None:
    text = "The trip would be Kim's first abroad in over four years."
    assert stands(text, "first", kind=ValueKind.ORDINAL).marks == ()
    assert stands(text, "over four years", kind=ValueKind.DURATION).marks == ()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Der Zug hat nicht 20 Wagen.", "de", "negated"),
        ("Der Zug soll 20 Wagen bekommen.", "de", "planned"),
        ("Der Zug könnte 20 Wagen haben.", "de", "possible"),
        ("Die Behauptung, dass 20 Menschen starben, ist falsch.", "de", "claimed false"),
        ("Das Ministerium dementierte, dass 20 Menschen starben.", "de", "denied"),
        ("Der Zug hat 20 Wagen.", "de", ""),
        ("Le train n'a pas 20 voitures.", "fr", "negated"),
        ("Le train pourrait avoir 20 voitures.", "fr", "possible"),
        ("Le ministère a démenti que 20 personnes soient mortes.", "fr", "denied"),
        ("Le train a 20 voitures.", "fr", ""),
        ("El tren no tiene 20 vagones.", "es", "negated"),
        ("El tren podría tener 20 vagones.", "es", "possible"),
        ("El ministerio negó que murieran 20 personas.", "es", "denied"),
        ("El tren tiene 20 vagones.", "es", ""),
    ],
)
def test_other_languages(text: str, language: str, expected: str) -> None:
    assert marks(text, language=language) == expected


def test_names() -> None:
    assert same("Biden", named("Joe Biden"))
    assert same("the South Korean agency Yonhap", named("Yonhap news agency"))
    assert not same("the agency", named("Yonhap news agency"))
    assert not same("Jill", named("Joe Biden"))
    assert not same("", named("Joe Biden"))


def test_a_long_text_is_read_around_the_value() -> None:
    text = "The train ran. " * 2000 + "Officials denied that 20 people died. " + "It ran. " * 2000
    at = text.index("20")
    scene, value = Scenes(text, "en").around(Value(ValueKind.COUNT, "20", at, at + 2))
    assert scene.text[value.start : value.end] == "20"
    assert [mark.standing for mark in read(scene, value).marks] == [Standing.DENIED]
