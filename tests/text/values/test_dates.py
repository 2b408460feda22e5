from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.values import dates
from factcheck.text.values.value import Value
from factcheck.words import Bound, ValueKind

MONDAY = date(2023, 9, 11)


def found(
    text: str, on: date | None = MONDAY, language: str = "en"
) -> list[tuple[str, str | None]]:
    return [(value.text, value.iso) for value in dates.find(text, on, language)]


def one(text: str, on: date | None = MONDAY, language: str = "en") -> Value:
    (value,) = dates.find(text, on, language)
    return value


def test_a_date_is_a_whole_value() -> None:
    assert dates.find("The forum runs through Wednesday.", MONDAY) == [
        Value(
            ValueKind.DATE,
            "through Wednesday",
            15,
            32,
            bound=Bound.AT_MOST,
            iso="2023-09-13",
            resolved_from='"Wednesday" after "through": the next one after Monday 2023-09-11',
        )
    ]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on 11 September 2023", "11 September 2023", "2023-09-11"),
        ("on Sept. 11, 2023, at", "Sept. 11, 2023", "2023-09-11"),
        ("the 12th of September, 2023", "12th of September, 2023", "2023-09-12"),
        ("Monday, 11 September 2023", "Monday, 11 September 2023", "2023-09-11"),
        ("Sun, 10 Sep 2023", "Sun, 10 Sep 2023", "2023-09-10"),
        ("dated 2023-09-11", "2023-09-11", "2023-09-11"),
        ("at 2023-09-10T14:30:00Z", "2023-09-10", "2023-09-10"),
        ("in week 2023-W37", "2023-W37", "2023-09-11/2023-09-17"),
        ("in September 2023", "September 2023", "2023-09"),
        ("March 2020's lockdown", "March 2020", "2020-03"),
        ("since their meeting in 2019", "2019", "2019"),
        ("in 1812 he", "1812", "1812"),
        ("the 2016 elections", "2016", "2016"),
        ("(2019)", "2019", "2019"),
        ("Expo 2020", "2020", "2020"),
        ("the 1990s", "1990s", "1990/1999"),
        ("in the 1970's", "1970", "1970/1979"),
        ("the '80s", "80s", "1980/1989"),
        ("in the 19th century", "19th century", "1801/1900"),
        ("the third quarter of 2023", "third quarter of 2023", "2023-07/2023-09"),
        ("in Q3 2023", "Q3 2023", "2023-07/2023-09"),
        ("the first half of 2023", "first half of 2023", "2023-01/2023-06"),
        ("the last Monday in May 2022", "last Monday in May 2022", "2022-05-30"),
        ("on September 10-13, 2023", "September 10-13, 2023", "2023-09-10/2023-09-13"),
        ("12 to 15 September 2023", "12 to 15 September 2023", "2023-09-12/2023-09-15"),
        ("between 2019 and 2021", "between 2019 and 2021", "2019/2021"),
        ("in 2019-21", "2019-21", "2019/2021"),
        ("the 2019/20 season", "2019/20", "2019/2020"),
        ("September 2022 to May 2023", "September 2022 to May 2023", "2022-09/2023-05"),
        ("from May 2015 to 2018", "from May 2015 to 2018", "2015-05/2018"),
        (
            "28 September to 2 October 2023",
            "28 September to 2 October 2023",
            "2023-09-28/2023-10-02",
        ),
    ],
)
def test_dates_that_need_no_reference(text: str, words: str, iso: str) -> None:
    assert found(text, on=None) == [(words, iso)]
    assert found(text) == [(words, iso)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("On Monday, a train set off.", "2023-09-11"),
        ("He left on Sunday afternoon.", "2023-09-10"),
        ("Officials said on Thursday they would act.", "2023-09-07"),
        ("On Thursday, officials said they will act.", "2023-09-07"),
        ("In a statement on Thursday, the ministry said it will act.", "2023-09-07"),
        ("Putin will meet Kim on Thursday.", "2023-09-14"),
        ("On Thursday, Putin will meet Kim.", "2023-09-14"),
        ("The verdict will be announced on Thursday.", "2023-09-14"),
        ("Talks scheduled for Thursday were cancelled.", "2023-09-14"),
        ("They agreed to meet on Thursday.", "2023-09-14"),
        ("He was forced to resign on Thursday.", "2023-09-07"),
        ("He could not be reached on Thursday.", "2023-09-07"),
        ("ahead of Thursday's summit", "2023-09-14"),
        ("after Thursday's summit", "2023-09-07"),
        ("It was postponed until Thursday.", "2023-09-14"),
        ("The talks lasted until Thursday.", "2023-09-07"),
        ("He must pay by Thursday.", "2023-09-14"),
        ("It may come as early as Thursday.", "2023-09-14"),
        ("last Monday", "2023-09-04"),
        ("this past Saturday", "2023-09-09"),
        ("this Friday", "2023-09-15"),
        ("next Monday", "2023-09-18"),
        ("Monday last week", "2023-09-04"),
        ("Friday the 15th", "2023-09-15"),
        ("Tuesday (September 12)", "2023-09-12"),
    ],
)
def test_weekdays(text: str, iso: str) -> None:
    assert one(text).iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("in September", "2023-09"),
        ("In December he was jailed.", "2022-12"),
        ("The trial begins in December.", "2023-12"),
        ("last September", "2022-09"),
        ("next March", "2024-03"),
        ("The work must end by May.", "2024-05"),
        ("10-13 September", "2023-09-10/2023-09-13"),
        ("It was released on Dec. 25.", "2022-12-25"),
        ("It will be released on Dec. 25.", "2023-12-25"),
        ("on Sept. 20", "2023-09-20"),
        ("from Monday to Wednesday", "2023-09-11/2023-09-13"),
        ("yesterday", "2023-09-10"),
        ("tomorrow night", "2023-09-12"),
        ("the day before yesterday", "2023-09-09"),
        ("last night", "2023-09-10"),
        ("last week", "2023-09-04/2023-09-10"),
        ("next month", "2023-10"),
        ("late last year", "2022"),
        ("at the end of the year", "2023"),
        ("over the weekend", "2023-09-09/2023-09-10"),
        ("two days ago", "2023-09-09"),
        ("three months ago", "2023-06"),
        ("four years ago", "2019"),
        ("a decade ago", "2010/2019"),
        ("the 20th of next month", "2023-10-20"),
        ("on Feb. 24 last year", "2022-02-24"),
        ("in May of last year", "2022-05"),
        ("the fourth quarter", "2022-10/2022-12"),
        ("last century", "1901/2000"),
    ],
)
def test_dates_counted_from_the_reference(text: str, iso: str) -> None:
    assert one(text).iso == iso
    assert one(text).resolved_from is not None
    assert one(text, on=None).iso is None
    assert "needs a date to count from" in one(text, on=None).remarks[0]


def test_days_around_new_year_are_of_the_nearer_year() -> None:
    assert one("on Dec. 25", on=date(2023, 1, 10)).iso == "2022-12-25"
    assert one("on Jan. 3", on=date(2022, 12, 28)).iso == "2023-01-03"


def test_weekday_tells_the_year() -> None:
    assert one("on Nov. 8", on=date(2024, 3, 1)).iso == "2023-11-08"
    assert one("Friday, Nov. 8", on=date(2024, 3, 1)).iso == "2024-11-08"


@pytest.mark.parametrize(
    ("text", "bound", "words"),
    [
        ("has lived there since 2019", Bound.AT_LEAST, "since 2019"),
        ("from 2019 on", Bound.AT_LEAST, "from 2019"),
        ("until Friday", Bound.AT_MOST, "until Friday"),
        ("until at least Friday", Bound.AT_LEAST, "until at least Friday"),
        ("up from a year earlier", Bound.EXACT, "a year earlier"),
        ("by 2030", Bound.AT_MOST, "by 2030"),
        ("before 2019", Bound.LESS_THAN, "before 2019"),
        ("after 10 May 2019", Bound.MORE_THAN, "after 10 May 2019"),
        ("around 1990", Bound.ABOUT, "around 1990"),
        ("since about 1990", Bound.AT_LEAST, "since about 1990"),
        ("between 2019 and 2021", Bound.BETWEEN, "between 2019 and 2021"),
        ("more than four years ago", Bound.LESS_THAN, "more than four years ago"),
        ("in 2019", Bound.EXACT, "2019"),
        ("a photo from 2019", Bound.EXACT, "2019"),
        ("since Monday's vote", Bound.EXACT, "Monday"),
        ("since the 2019 vote", Bound.EXACT, "2019"),
        ("from Monday to Wednesday", Bound.EXACT, "from Monday to Wednesday"),
    ],
)
def test_bounds(text: str, bound: Bound, words: str) -> None:
    assert (one(text).bound, one(text).text) == (bound, words)


def test_about_is_approximate() -> None:
    assert one("around 1990").approximate
    assert one("since about 1990").approximate
    assert not one("in 1990").approximate


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Sunday, 11 September 2023", "11 September 2023 was a Monday, not a Sunday"),
        ("31 February 2023", "there is no 31 February"),
        ("29 February 2023", "there is no 29 February in 2023"),
        ("31 April", "there is no 31 April"),
        ("in the year 0", "there is no year 0"),
        ("2023-13-01", "there is no month 13"),
        ("summer of 2019", "a season has no exact days"),
        ("three years earlier", "it is counted from another date in the text"),
        ("the next day", "it is counted from another date in the text"),
        ("several weeks ago", "it does not say how many"),
        ("15-12 September 2023", "its end is before its beginning"),
        ("early 2020", '"early" has no exact days'),
        ("next Friday", '"next Friday" may also be a week later'),
        ("on 11/09/2023", '"11/09/2023" is read month first; it may be the other way round'),
    ],
)
def test_what_a_person_should_know(text: str, remark: str) -> None:
    assert one(text).remarks == (remark,)


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("11/09/2023", "en", "2023-11-09"),
        ("11/09/2023", "en-US", "2023-11-09"),
        ("11/09/2023", "en-GB", "2023-09-11"),
        ("11/09/2023", "fr", "2023-09-11"),
        ("13/09/2023", "en", "2023-09-13"),
        ("09/13/2023", "en-GB", "2023-09-13"),
        ("11.09.2023", "en", "2023-09-11"),
        ("11.9.23", "de", "2023-09-11"),
        ("11/09/85", "en-GB", "1985-09-11"),
    ],
)
def test_dates_in_figures(text: str, language: str, iso: str) -> None:
    assert one(text, language=language).iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "2,019 people",
        "1999 people",
        "2000 armed men",
        "$2019",
        "at least 2000",
        "a 2000-mile journey",
        "Apollo 11",
        "Resolution 1973",
        "flight 1999",
        "call 555-2019",
        "COVID-19",
        "37 miles per hour",
        "Theresa May won",
        "Mr. March",
        "the march on May Day",
        "April Jones smiled",
        "after May resigned",
        "a plan opposed by May.",
        "Section 5 May not be used",
        "You may go, or you may stay.",
        "He sat in the sun.",
        "Black Friday",
        "every Monday",
        "It was a Monday",
        "the first Monday",
        "the Sunday Times",
        "for the past four years",
        "the past two decades",
        "the last year",
        "temperatures in the 80s",
        "led 14-7 in the second quarter with a touchdown",
        "the fall of Kabul",
        "wait a second",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates.find(text, MONDAY) == []


def test_dates_stand_in_reading_order_and_apart() -> None:
    text = "In 2022 he said on May 5 that from 10 to 13 June, at 5 p.m., nothing happened."
    assert found(text) == [
        ("2022", "2022"),
        ("May 5", "2023-05-05"),
        ("from 10 to 13 June", "2023-06-10/2023-06-13"),
        ("5 p.m.", "17:00"),
    ]


def test_one_year_may_stand_for_several_dates() -> None:
    assert found("in March and May 2020", None) == [("March", "2020-03"), ("May 2020", "2020-05")]
    assert found("10 and 11 May 2020", None) == [("10 and 11 May 2020", "2020-05-10/2020-05-11")]


@pytest.mark.parametrize(
    ("language", "text", "words", "iso"),
    [
        ("de", "am 11. September 2023", "11. September 2023", "2023-09-11"),
        ("de", "vom 10. bis 13. September", "vom 10. bis 13. September", "2023-09-10/2023-09-13"),
        ("de", "bis zum 13. September", "bis zum 13. September", "2023-09-13"),
        ("de", "bis Mittwoch", "bis Mittwoch", "2023-09-13"),
        ("de", "Montag, den 11. September", "Montag, den 11. September", "2023-09-11"),
        ("de", "am 11.9. kam er", "11.9.", "2023-09-11"),
        ("de", "am Freitag wird er sprechen", "Freitag", "2023-09-15"),
        ("de", "am Freitag sprach er", "Freitag", "2023-09-08"),
        ("de", "Montagabend", "Montagabend", "2023-09-11"),
        ("de", "vor mehr als vier Jahren", "vor mehr als vier Jahren", "2019"),
        ("de", "in der letzten Woche", "letzten Woche", "2023-09-04/2023-09-10"),
        ("de", "in den 1990er Jahren", "1990er Jahren", "1990/1999"),
        ("de", "im 19. Jahrhundert", "19. Jahrhundert", "1801/1900"),
        ("de", "morgen", "morgen", "2023-09-12"),
        ("de", "im Jahr 2023 2,4 Milliarden", "2023", "2023"),
        ("fr", "le 1er mai 2019", "1er mai 2019", "2019-05-01"),
        ("fr", "du 10 au 13 septembre", "du 10 au 13 septembre", "2023-09-10/2023-09-13"),
        ("fr", "jusqu\u2019\u00e0 mercredi", "jusqu\u2019\u00e0 mercredi", "2023-09-13"),
        ("fr", "lundi dernier", "lundi dernier", "2023-09-04"),
        ("fr", "il rencontrera Kim mercredi", "mercredi", "2023-09-13"),
        ("fr", "il a rencontr\u00e9 Kim mercredi", "mercredi", "2023-09-06"),
        ("fr", "l'ann\u00e9e derni\u00e8re", "ann\u00e9e derni\u00e8re", "2022"),
        ("fr", "il y a plus de deux ans", "il y a plus de deux ans", "2021"),
        ("fr", "dans les ann\u00e9es 1990", "les ann\u00e9es 1990", "1990/1999"),
        ("fr", "au XIXe si\u00e8cle", "XIXe si\u00e8cle", "1801/1900"),
        ("fr", "aujourd\u2019hui", "aujourd\u2019hui", "2023-09-11"),
        ("es", "el 11 de septiembre de 2023", "11 de septiembre de 2023", "2023-09-11"),
        ("es", "del 10 al 13 de septiembre", "del 10 al 13 de septiembre", "2023-09-10/2023-09-13"),
        ("es", "hasta el mi\u00e9rcoles", "hasta el mi\u00e9rcoles", "2023-09-13"),
        ("es", "el lunes pasado", "lunes pasado", "2023-09-04"),
        ("es", "se reunir\u00e1 con Kim el mi\u00e9rcoles", "mi\u00e9rcoles", "2023-09-13"),
        ("es", "la semana pasada", "semana pasada", "2023-09-04/2023-09-10"),
        ("es", "hace cuatro a\u00f1os", "hace cuatro a\u00f1os", "2019"),
        ("es", "la d\u00e9cada de 1990", "la d\u00e9cada de 1990", "1990/1999"),
        ("es", "el siglo XIX", "siglo XIX", "1801/1900"),
    ],
)
def test_other_languages(language: str, text: str, words: str, iso: str) -> None:
    assert found(text, language=language) == [(words, iso)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "1999 Menschen"),
        ("de", "jeden Montag"),
        ("de", "am Morgen"),
        ("fr", "tous les lundis"),
        ("fr", "1999 personnes"),
        ("es", "todos los lunes"),
        ("es", "por la ma\u00f1ana"),
        ("ja", "2023-09-11"),
        ("", "2023-09-11"),
    ],
)
def test_what_is_no_date_in_other_languages(language: str, text: str) -> None:
    assert dates.find(text, MONDAY, language) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("9" * 100_000, 0),
        ("one " * 20_000, 0),
        ("1," * 50_000, 0),
        ("the " * 20_000, 0),
        ("\u0661" * 10_000, 0),
        ("\u00b2" * 10_000, 0),
        ("10-" * 10_000, 0),
        ("early " * 10_000, 0),
        ("Monday " * 1_000, 1_000),
    ],
)
def test_long_rows_of_one_thing(text: str, values: int) -> None:
    assert len(dates.find(text, MONDAY)) == values


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("9999 years ago", MONDAY),
        ("99999999 days ago", MONDAY),
        ("yesterday", date.min),
        ("tomorrow", date.max),
        ("last week", date.min),
        ("this weekend", date.max),
        ("next Friday", date.max),
        ("last Friday", date.min),
    ],
)
def test_beyond_the_calendar(text: str, on: date) -> None:
    assert one(text, on=on).iso is None


_WORDS = [
    *("Monday", "May", "September", "11", "31", "2023", "2019-21", "the"),
    *("of", "from", "to", "between", "and", "last", "next", "ago"),
    *("two", "days", "week", "year", "century", "quarter", "summer", "19th"),
    *("Q3", "10:30", "a.m.", "5pm", "GMT", "noon", "since", "until"),
    *("by", "1990s", ",", ".", "(", ")", "-", "'"),
    *("0", "99", "2023-02-30", "11/09/2023", "2023-W99", "XIX", "weekend", "tomorrow"),
    *("early"),
]


@given(
    st.lists(
        st.sampled_from(_WORDS),
        max_size=12,
    ),
    st.none() | st.dates(),
    st.sampled_from(["en", "en-GB", "de", "fr", "es"]),
)
def test_any_row_of_words_gives_values_that_stand_in_it(
    words: list[str], on: date | None, language: str
) -> None:
    text = " ".join(words)
    values = dates.find(text, on, language)
    ends = [0, *(value.end for value in values)]
    for value, before in zip(values, ends, strict=False):
        assert text[value.start : value.end] == value.text
        assert value.start >= before


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the Sept. 11 attacks", "en"),
        ("after the Oct. 7 Hamas-led attack", "en"),
        ("the September 11 terror attacks", "en"),
        ("the 7 October massacre", "en"),
        ("the attacks of September 11", "en"),
        ("die Anschl\u00e4ge vom 11. September", "de"),
        ("les attentats du 11 septembre", "fr"),
        ("los atentados del 11 de septiembre", "es"),
    ],
)
def test_day_by_which_an_event_is_named_has_no_year(text: str, language: str) -> None:
    value = one(text, MONDAY, language)
    assert (value.iso, value.bound) == (None, Bound.EXACT)
    assert value.remarks[0].endswith(("September is not said", "October is not said"))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("the Sept. 11, 2001, attacks", "2001-09-11"),
        ("On Sept. 9, attacks began", "2023-09-09"),
        ("attacks on Sept. 9", "2023-09-09"),
        ("the May 6 election", "2023-05-06"),
    ],
)
def test_other_days_beside_events_have_their_year(text: str, iso: str) -> None:
    assert one(text).iso == iso


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("10 and 13 September", "en", ["2023-09-10", "2023-09-13"]),
        ("the 10th and 13th of September", "en", ["2023-09-10", "2023-09-13"]),
        ("September 10 and 13", "en", ["2023-09-10", "2023-09-13"]),
        ("10, 11 and 13 May 2020", "en", ["2020-05-10", "2020-05-11", "2020-05-13"]),
        ("March 3, 5 and 7, 2020", "en", ["2020-03-03", "2020-03-05", "2020-03-07"]),
        ("am 10. und 13. September", "de", ["2023-09-10", "2023-09-13"]),
        ("les 3, 5 et 9 mai 2022", "fr", ["2022-05-03", "2022-05-05", "2022-05-09"]),
        ("los d\u00edas 10 y 13 de septiembre", "es", ["2023-09-10", "2023-09-13"]),
        ("between 10 and 13 September", "en", ["2023-09-10/2023-09-13"]),
        ("On May 3, 12 others died", "en", ["2023-05-03"]),
        ("On May 3 and 12 more", "en", ["2023-05-03"]),
        ("On September 10 and 13 people died", "en", ["2023-09-10"]),
    ],
)
def test_days_of_a_list(text: str, language: str, expected: list[str]) -> None:
    assert [iso for _, iso in found(text, MONDAY, language)] == expected


def test_weekday_of_a_report_is_a_date() -> None:
    assert found("a Friday report") == [("Friday", "2023-09-08")]
    assert found("Friday's vote") == [("Friday", "2023-09-08")]
    assert found("a Friday afternoon, any Friday, the odds of a Friday") == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023-W37-1", "2023-09-11"),
        ("2023W37-7", "2023-09-17"),
        ("2023-W37-8", None),
        ("2023-W37-0", None),
        ("2023-W54", None),
        ("0000-W01", None),
    ],
)
def test_weeks_by_number(text: str, iso: str | None) -> None:
    assert one(text).iso == iso


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in der Stra\u00dfe des 17. Juni", "de"),
        ("la rue du 4 septembre", "fr"),
        ("la plaza del 2 de mayo", "es"),
    ],
)
def test_streets_with_the_name_of_a_day_are_no_dates(text: str, language: str) -> None:
    assert found(text, MONDAY, language) == []
