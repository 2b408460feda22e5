import re
from decimal import Decimal

import pytest

from factcheck.text.values import units
from factcheck.words import ValueKind

NUMBER = re.compile(r"\d(?:[\d.,]*\d)?(?: (?:billion|million|Millionen|milliards|millones))?")

ENGLISH = [
    ("37 miles per hour", "mile / hour"),
    ("37mph", "mile / hour"),
    ("60 km/h", "kilometer / hour"),
    ("60 kph", "kilometer / hour"),
    ("a 20-mile walk", "mile"),
    ("5 per cent", "percent"),
    ("5% more", "percent"),
    ("3 percentage points", "percentage point"),
    ("25 basis points", "percentage point / 100"),
    ("10 square miles", "mile ** 2"),
    ("10 sq. km", "kilometer ** 2"),
    ("10 km\u00b2", "kilometer ** 2"),
    ("10 cubic feet per second", "foot ** 3 / second"),
    ("9.8 m/s\u00b2", "meter / second ** 2"),
    ("100 acres", "acre"),
    ("12 nautical miles", "nautical_mile"),
    ("30 knots", "knot"),
    ("41C", "degree_Celsius"),
    ("41 \u00b0F", "degree_Fahrenheit"),
    ("20 US gallons", "US_gallon"),
    ("20 tonnes", "metric_ton"),
    ("20 short tons", "short_ton"),
    ("500 kilotons of TNT", "kiloton_TNT"),
    ("20 kilowatt-hours", "kilowatt_hour"),
    ("20 mW", "milliwatt"),
    ("20 MW", "megawatt"),
    ("5 megabits per second", "megabit / second"),
    ("5 Mbps", "megabit / second"),
    ("30,000 barrels per day", "oil_barrel / day"),
    ("30,000 bpd", "oil_barrel / day"),
    ("80 dollars a barrel", "USD / oil_barrel"),
    ("5 percent a year", "percent / year"),
    ("20 dollars a head per year", "USD / person / year"),
    ("20 cents per kilowatt-hour", "USD / 100 / kilowatt_hour"),
    ("12 per 100,000 people", "1 / 100000 / person"),
    ("3 times a week", "times / week"),
    ("24 hours a day", "hour / day"),
    ("20 U.S. dollars", "USD"),
    ("20 Australian dollars", "AUD"),
    ("20 EUR", "EUR"),
    ("50p", "GBP / 100"),
    ("10 million won", "KRW"),
    ("20 billion pounds", "GBP"),
    ("20 pounds sterling", "GBP"),
    ("20 lbs", "pound"),
    ("4 years", "year"),
]
GERMAN = [
    ("60 Kilometer pro Stunde", "kilometer / hour"),
    ("60 Stundenkilometer", "kilometer / hour"),
    ("60 Std.", "hour"),
    ("20 Prozent", "percent"),
    ("20 Prozentpunkte", "percentage point"),
    ("20 Quadratkilometer", "kilometer ** 2"),
    ("20 Tonnen", "metric_ton"),
    ("300 PS", "metric_horsepower"),
    ("20 Mikrogramm", "microgram"),
    ("20 Euro im Monat", "EUR / month"),
    ("20 Euro im Jahr 2019", "EUR"),
    ("20 Euro die Stunde", "EUR / hour"),
    ("20 Dollar je Barrel", "USD / oil_barrel"),
    ("20 US-Dollar", "USD"),
    ("20 Millionen Pfund", "GBP"),
    ("12 pro 100.000 Einwohner", "1 / 100000 / person"),
]
FRENCH = [
    ("60 kilom\u00e8tres-heure", "kilometer / hour"),
    ("60 kilom\u00e8tres \u00e0 l\u2019heure", "kilometer / hour"),
    ("20 pour cent", "percent"),
    ("20\u00a0%", "percent"),
    ("20 points de pourcentage", "percentage point"),
    ("20 kilom\u00e8tres carr\u00e9s", "kilometer ** 2"),
    ("20 m\u00e9gawatts", "megawatt"),
    ("20 Go", "gigabyte"),
    ("20 euros par mois", "EUR / month"),
    ("20 euros le kilo", "EUR / kilogram"),
    ("20 milliards de livres", "GBP"),
    ("20 milliards d'euros", "EUR"),
    ("20 dollars canadiens", "CAD"),
]
SPANISH = [
    ("60 km por hora", "kilometer / hour"),
    ("60 kil\u00f3metros por hora", "kilometer / hour"),
    ("20 por ciento", "percent"),
    ("20 puntos porcentuales", "percentage point"),
    ("20 metros c\u00fabicos", "meter ** 3"),
    ("20 megavatios", "megawatt"),
    ("20 d\u00f3lares el barril", "USD / oil_barrel"),
    ("20 euros al mes", "EUR / month"),
    ("20 millones de libras", "GBP"),
]


def named(text: str, language: str = "en") -> units.Named | None:
    match = NUMBER.search(text)
    assert match
    return units.after(text, match.end(), language)


def unit(text: str, language: str = "en") -> str | None:
    found = named(text, language)
    return found.unit if found else None


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_names(text: str, expected: str) -> None:
    assert unit(text) == expected


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_names(text: str, expected: str) -> None:
    assert unit(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_names(text: str, expected: str) -> None:
    assert unit(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish_names(text: str, expected: str) -> None:
    assert unit(text, "es") == expected


@pytest.mark.parametrize(
    "text",
    [
        "20 carriages",
        "5G networks",
        "the 1990s",
        "20 in 2019",
        "20 t-shirts",
        "5 C-130 planes",
        "20 F-16s",
        "in 2019 won the prize",
        "20 real people",
        "20 bars",
        "20",
        "20.\n\nMiles",
    ],
)
def test_what_is_no_unit(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 dollars a year ago", "USD"),
        ("20 years a slave", "year"),
        ("20 m. A day later", "meter"),
        ("20 dollars in a year", "USD"),
    ],
)
def test_what_is_no_rate(text: str, expected: str) -> None:
    assert unit(text) == expected


def test_a_name_ends_where_its_last_word_ends() -> None:
    assert units.after("at 37 miles per hour.", 5, "en") == units.Named(
        "mile / hour", ValueKind.QUANTITY, 20
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("20 miles", ValueKind.QUANTITY),
        ("20 years", ValueKind.DURATION),
        ("20 euros a month", ValueKind.MONEY),
        ("20 percent a year", ValueKind.PERCENT),
        ("20 percentage points", ValueKind.PERCENTAGE_POINT),
        ("20 times", ValueKind.RATIO),
        ("20 ppm", ValueKind.QUANTITY),
        ("20 hours a day", ValueKind.QUANTITY),
    ],
)
def test_the_kind_follows_from_the_unit(text: str, kind: ValueKind) -> None:
    found = named(text)
    assert found
    assert found.kind is kind


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("20 tons", "ton", '"ton" may be 1,000 kg, 907 kg or 1,016 kg'),
        ("20 pounds", "pound", '"pound" is taken as the weight, not as money'),
        ("It cost 20 pounds", "GBP", '"pounds" are taken as money, not as a weight'),
        ("20 gallons", "gallon", '"gallon" may be 3.79 liters (US) or 4.55 liters (UK)'),
        ("12-mile limit", "mile", '"mile" may be a nautical mile (1.852 km)'),
        (
            "41 degrees",
            "degree",
            '"degrees" may be degrees Celsius, degrees Fahrenheit or an angle',
        ),
        (
            "100 ounces of gold",
            "troy_ounce",
            '"ounce" is taken as the troy ounce of precious metals (31.1 g)',
        ),
    ],
)
def test_what_may_mean_several_things_is_said(text: str, expected: str, remark: str) -> None:
    found = named(text)
    assert found
    assert (found.unit, found.remarks) == (expected, (remark,))


def test_an_ambiguous_unit_has_all_its_readings() -> None:
    assert units.readings("USD / ton") == [
        "USD / metric_ton",
        "USD / short_ton",
        "USD / long_ton",
    ]
    assert units.readings("mile", ('"mile" may be a nautical mile (1.852 km)',)) == [
        "mile",
        "nautical_mile",
    ]
    assert units.readings("mile") == ["mile"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5C above pre-industrial levels", "delta_degree_Celsius"),
        ("2 degrees Celsius of warming", "delta_degree_Celsius"),
        ("41 degrees Celsius in the shade", "degree_Celsius"),
    ],
)
def test_a_change_of_temperature_is_no_temperature(text: str, expected: str) -> None:
    assert unit(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "start"),
    [
        ("cost $", "USD", 5),
        ("US$", "USD", 0),
        ("for \u20ac\u00a0", "EUR", 4),
        ("about NT$", "TWD", 6),
        ("CHF ", "CHF", 0),
        ("Rs. ", "rupee", 0),
        ("R", "ZAR", 0),
    ],
)
def test_signs_and_codes_before_a_number(text: str, expected: str, start: int) -> None:
    found = units.before(text, len(text), "en")
    assert found
    assert (found.unit, found.kind, found.end) == (expected, ValueKind.MONEY, start)


@pytest.mark.parametrize("text", ["HR", "COP", "the ", "", "US"])
def test_what_is_no_currency(text: str) -> None:
    assert units.before(text, len(text), "en") is None


def test_a_counted_noun_may_have_a_rate() -> None:
    assert units.per("12 deaths per day", 9, "en") == units.Named("1 / day", ValueKind.QUANTITY, 17)
    assert units.per("12 deaths a year ago", 9, "en") is None
    assert units.per("12 deaths", 9, "en") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mile / hour", "length / time"),
        ("USD", "money:USD"),
        ("USD / year", "money:USD / time"),
        ("year", "time"),
        ("knot", "length / time"),
        ("1 / 100000 / person", "1 / person"),
        ("percentage point", "percentage point"),
        ("1", "1"),
        ("parrot", None),
        ("", None),
        ("mile /", None),
    ],
)
def test_dimensions(name: str, expected: str | None) -> None:
    assert units.dimension(name) == expected


@pytest.mark.parametrize(
    ("amount", "name", "to", "expected"),
    [
        ("37", "mile / hour", "kilometer / hour", "59.545728"),
        ("41", "degree_Celsius", "degree_Fahrenheit", "105.8"),
        ("-40", "degree_Fahrenheit", "degree_Celsius", "-40"),
        ("1.5", "delta_degree_Celsius", "delta_degree_Fahrenheit", "2.7"),
        ("1", "year", "month", "12"),
        ("1", "hectare", "meter ** 2", "10000"),
        ("50", "percentage point / 100", "percentage point", "0.5"),
        ("12", "1 / 100000 / person", "1 / 1000000 / person", "120"),
        ("5", "USD", "USD", "5"),
    ],
)
def test_conversions(amount: str, name: str, to: str, expected: str) -> None:
    assert units.convert(Decimal(amount), name, to) == Decimal(expected)


@pytest.mark.parametrize(
    ("name", "to"),
    [("USD", "EUR"), ("mile", "hour"), ("percent", "percentage point"), ("parrot", "mile")],
)
def test_what_does_not_convert(name: str, to: str) -> None:
    assert units.convert(Decimal(1), name, to) is None


def test_infinity_does_not_convert() -> None:
    assert units.convert(Decimal("Infinity"), "mile", "kilometer") is None
    assert units.convert(Decimal("NaN"), "mile", "mile") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kilometer / hour", "km/hour"),
        ("mile / hour", "mile/hour"),
        ("degree_Celsius", "\u00b0C"),
        ("USD", "USD"),
        ("USD / oil_barrel", "USD/barrel"),
        ("USD / 100 / kilowatt_hour", "US cent/kWh"),
        ("percent", "%"),
        ("kilometer ** 2", "km\u00b2"),
        ("1 / 100000 / person", "per 100,000 person"),
        ("percentage point / 100", "basis point"),
    ],
)
def test_short_names(name: str, expected: str) -> None:
    assert units.short(name) == expected


@pytest.mark.parametrize("piece", [" ", "-", ".", " per", " a", "a", "$", " square", "'", " per 1"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_megabyte_of_nothing_is_read_to_no_unit_that_is_unknown(
    piece: str, language: str
) -> None:
    text = piece * (1_000_000 // len(piece))
    found = [units.after(text, at, language) for at in range(0, len(text), 9_973)]
    found += [units.before(text, at, language) for at in range(0, len(text), 9_973)]
    assert all(units.dimension(one.unit) for one in found if one)
