import pytest

from factcheck.text.elements import Element, What, find
from factcheck.text.lexicon import lexicon
from factcheck.text.spans import Span
from factcheck.words import Kind


def found(text: str, language: str = "en", *whats: What) -> list[str]:
    """Each element as `kind: words`, all of them or those of some `whats`."""
    kept = [one for one in find(text, language) if not whats or one.what in whats]
    return [f"{one.kind}: {text[one.span.start : one.span.end]}" for one in kept]


def figures(text: str, language: str = "en") -> list[str]:
    return found(text, language, What.FIGURE)


def dates(text: str, language: str = "en") -> list[str]:
    return [each.removeprefix("date: ") for each in found(text, language, What.DATE)]


def names(text: str, language: str = "en") -> list[str]:
    return [each.partition(": ")[2] for each in found(text, language, What.NAME)]


def titles(text: str, language: str = "en") -> list[str]:
    return [each.removeprefix("title: ") for each in found(text, language, What.TITLE)]


def quotations(text: str, language: str = "en") -> list[str]:
    return [each.removeprefix("quote: ") for each in found(text, language, What.QUOTATION)]


def test_elements_come_in_reading_order_with_their_places() -> None:
    assert find("On Monday, Kim met 20 men.") == [
        Element(Span(3, 9), What.DATE, Kind.DATE),
        Element(Span(11, 14), What.NAME, Kind.NAME),
        Element(Span(19, 25), What.FIGURE, Kind.NUMBER),
    ]


def test_quotation_holds_the_elements_inside_it() -> None:
    text = "He said: \u201cWe lost 20 men to Russia in 2019.\u201d"
    assert found(text) == [
        "quote: We lost 20 men to Russia in 2019.",
        "number: 20 men",
        "place: Russia",
        "date: 2019",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("speeds up to 37 miles per hour", ["measurement: up to 37 miles per hour"]),
        ("its journey in over four years", ["measurement: over four years"]),
        ("the reported 20 armored carriages", ["number: reported 20 armored carriages"]),
        ("some 60km/h", ["measurement: some 60km/h"]),
        ("at 41.5\u00b0C", ["measurement: 41.5\u00b0C"]),
        ("by 25 basis points", ["measurement: 25 basis points"]),
        ("for just over four years", ["measurement: just over four years"]),
        ("a 10-year plan", ["measurement: 10-year"]),
        ("three and a half hours", ["measurement: three and a half hours"]),
        ("it cost $2.4bn", ["money: $2.4bn"]),
        ("it cost \u20ac3m", ["money: \u20ac3m"]),
        ("they paid 5 million dollars", ["money: 5 million dollars"]),
        ("between $5 and $10", ["money: between $5 and $10"]),
        ("bonds of 20 billion pounds", ["money: 20 billion pounds"]),
        ("it weighs 20 pounds", ["measurement: 20 pounds"]),
        ("on $5 a day", ["money: $5 a day"]),
        ("up 5.4%", ["statistic: 5.4%"]),
        ("up 3.4 per cent", ["statistic: 3.4 per cent"]),
        ("one in five children", ["statistic: one in five"]),
        ("three out of ten", ["statistic: three out of ten"]),
        ("a third of voters", ["statistic: a third"]),
        ("nearly two-thirds of it", ["statistic: nearly two-thirds"]),
        ("half of it", ["statistic: half"]),
        ("twice as large", ["statistic: twice"]),
        ("12 times more", ["statistic: 12 times"]),
        ("workers aged 42", ["age: aged 42"]),
        ("a 42-year-old", ["age: 42-year-old"]),
        ("she is 42 years old", ["age: 42 years old"]),
        ("John Smith, 42, won", ["age: 42"]),
        ("two dozen workers", ["number: two dozen workers"]),
        ("tens of thousands of civilians", ["number: tens of thousands of civilians"]),
        ("at least 20 Russian soldiers", ["number: at least 20 Russian soldiers"]),
        ("between 10 and 15 people", ["number: between 10 and 15 people"]),
        ("about one million refugees", ["number: about one million refugees"]),
        ("they won 3-1", ["number: 3-1"]),
        ("2,000 men, 2000 men", ["number: 2,000 men", "number: 2000 men"]),
        ("the world's third-largest economy", ["number: third-largest economy"]),
        ("his second summit", ["number: second summit"]),
        ("Kim's first overseas journey", ["number: first overseas journey"]),
    ],
)
def test_figure_takes_its_unit_or_noun_and_bounds(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One can only hope.",
        "He is the one.",
        "First, the army left.",
        "They first met here.",
        "The two leaders met.",
        "1. The army left.",
        "COVID-19 spread.",
        "The F-16 took off.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Monday, September 11, 2023,", ["Monday, September 11, 2023"]),
        ("on 3 May 2019", ["3 May 2019"]),
        ("on May 5", ["May 5"]),
        ("on Sept. 30", ["Sept. 30"]),
        ("in September", ["September"]),
        ("in May 2019", ["May 2019"]),
        ("elected in May", ["May"]),
        ("2023-09-11", ["2023-09-11"]),
        ("11.09.2023", ["11.09.2023"]),
        ("in 1066", ["1066"]),
        ("the 2019 summit", ["2019"]),
        ("(1949-1990)", ["1949-1990"]),
        ("last week and next year", ["last week", "next year"]),
        ("two days ago", ["two days ago"]),
        ("yesterday morning", ["yesterday morning"]),
        ("at 10:30 p.m.", ["10:30 p.m."]),
        ("at 5 p.m.", ["5 p.m."]),
        ("in the 1990s", ["1990s"]),
        ("the 19th century", ["19th century"]),
        ("in spring 2022", ["spring 2022"]),
    ],
)
def test_dates_are_found(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    ["It may rain.", "They march on.", "2000 men", "1500 tonnes", "May it last.", "version 1.2.3"],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Kim\u2019s train left.", ["Kim"]),
        ("then Ursula von der Leyen spoke", ["Ursula von der Leyen"]),
        ("then Osama bin Laden spoke", ["Osama bin Laden"]),
        ("then J.K. Rowling spoke", ["J.K. Rowling"]),
        ("NATO and the U.S. left", ["NATO", "U.S."]),
        ("the Bank of England", ["Bank of England"]),
        (
            "the Carnegie Endowment for International Peace",
            ["Carnegie Endowment for International Peace"],
        ),
        ("the Putin-Kim meeting", ["Putin-Kim"]),
        ("The White House warned.", ["White House"]),
        ("Seoul might do so.", ["Seoul"]),
        ("Reports say so. Officials deny it.", []),
        ("Massive floods hit. Given that, nobody left.", []),
        ("Reports say so. They read Reports daily.", ["Reports", "Reports"]),
        ("They sent Russian weapons to South Korean officials.", []),
        ("then Mr Smith and Mrs. Jones", ["Smith", "Jones"]),
        ("then COVID-19 and the Su-35", ["COVID-19", "Su-35"]),
    ],
)
def test_names_are_runs_of_capitals(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Ministry of Defence", ["organisation: Ministry of Defence"]),
        ("the River Thames", ["place: River Thames"]),
        ("in Ukraine", ["place: Ukraine"]),
        ("the border city of Khasan", ["place: Khasan"]),
        ("for Khasan", ["name: Khasan"]),
    ],
)
def test_kind_of_a_name_follows_from_its_words(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_headings_and_labels_give_no_new_names() -> None:
    text = "The Armored Train of Putin\n- Security Measures: Then Putin left.\n"
    assert names(text) == ["Putin", "Putin"]


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("with Russian President Vladimir Putin", "Russian President", "Vladimir Putin"),
        ("the North Korean leader, Kim Jong Un, left", "North Korean leader", "Kim Jong Un"),
        ("Chancellor Olaf Scholz left.", "Chancellor", "Olaf Scholz"),
        ("Secretary of State Antony Blinken left.", "Secretary of State", "Antony Blinken"),
        ("then Apple CEO Tim Cook left", "Apple CEO", "Tim Cook"),
        ("then Putin's spokesman Dmitry Peskov", "spokesman", "Dmitry Peskov"),
        (
            "Ramon Pardo, the Korea Chair at the Brussels School of Governance, spoke.",
            "the Korea Chair at the Brussels School of Governance",
            "Ramon Pardo",
        ),
        ("John Smith, 42, a senior analyst, spoke", "a senior analyst", "John Smith"),
    ],
)
def test_titles_stand_before_names_or_behind_them(text: str, title: str, name: str) -> None:
    assert titles(text) == [title]
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a "massive blunder" indeed', ["massive blunder"]),
        ("a \u201cmassive blunder.\u201d", ["massive blunder."]),
        ("ein \u201eschwerer Fehler\u201c", ["schwerer Fehler"]),
        ("une \u00ab\u00a0erreur massive\u00a0\u00bb", ["erreur massive"]),
        ("\u91d1\u6b63\u6069\uff0c\u300c\u5927\u9519\u300d", ["\u5927\u9519"]),
        ("'Massive blunder' was it; don't.", ["Massive blunder"]),
        ("the workers' union and the dogs' home", []),
    ],
)
def test_quotations_stand_between_marks(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            (
                "Bundeskanzler Olaf Scholz traf am 3. Mai 2019 Wladimir Putin. Putin sagte, rund "
                "20 gepanzerte Waggons kosten 2,4 Milliarden Euro."
            ),
            [
                "title: Bundeskanzler",
                "name: Olaf Scholz",
                "date: 3. Mai 2019",
                "name: Wladimir Putin",
                "name: Putin",
                "number: rund 20 gepanzerte Waggons",
                "money: 2,4 Milliarden Euro",
            ],
        ),
        ("de-AT", "Der 42 Jahre alte Mann.", ["age: 42 Jahre alte"]),
        (
            "fr",
            (
                "Plus de 5 millions d\u2019euros, soit 12 % du budget de l\u2019\u00c9lys\u00e9e, "
                "la semaine derni\u00e8re."
            ),
            [
                "money: Plus de 5 millions d\u2019euros",
                "statistic: 12 %",
                "name: \u00c9lys\u00e9e",
                "date: semaine derni\u00e8re",
            ],
        ),
        (
            "es",
            "Pedro S\u00e1nchez viaj\u00f3 el 3 de mayo de 2019 con m\u00e1s de 300 personas.",
            [
                "name: Pedro S\u00e1nchez",
                "date: 3 de mayo de 2019",
                "number: m\u00e1s de 300 personas",
            ],
        ),
        (
            "ar",
            (
                "\u0641\u064a 11 \u0633\u0628\u062a\u0645\u0628\u0631 2023 \u0642\u062a\u0644 300 "
                "\u0634\u062e\u0635"
            ),
            [
                "date: 11 \u0633\u0628\u062a\u0645\u0628\u0631 2023",
                "number: 300 \u0634\u062e\u0635",
            ],
        ),
        (
            "zh",
            "2023\u5e749\u670811\u65e5\uff0c\u91d1\u6b63\u6069\u7ea637%",
            ["date: 2023\u5e749\u670811\u65e5", "statistic: 37%"],
        ),
        ("xx", "ordo 37% Kim 2019", ["statistic: 37%", "name: Kim", "date: 2019"]),
    ],
)
def test_other_languages_have_their_words(language: str, text: str, expected: list[str]) -> None:
    assert found(text, language) == expected


def test_language_of_a_region_is_the_language() -> None:
    assert lexicon("pt-BR") is lexicon("xx")
    assert lexicon("de_CH") is lexicon("DE")


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1 " * 20_000,
        "Kim " * 20_000,
        '"' * 20_000,
        "\u201c" * 20_000,
        " " * 1_000_000,
        "1. " * 20_000,
        "two million " * 20_000,
        "Ministry of " * 20_000,
        "President " * 20_000,
        "last May " * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_elements_do_not_overlap_whatever_comes(text: str) -> None:
    end = 0
    for one in find(text):
        if one.what is not What.QUOTATION:
            assert end <= one.span.start < one.span.end <= len(text)
            end = one.span.end
