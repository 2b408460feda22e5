from decimal import Decimal

import pytest

from factcheck.text.values.quantities import numerals, rows
from factcheck.text.values.quantities.tongues import tongue


def number(text: str, language: str = "en") -> str | None:
    """The numeral that begins with the first word, with the unit of its last digit."""
    found = numerals.read(rows.read(text, tongue(language)), 0)
    return f"{found.amount} {found.step}" if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("37", "37 1"),
        ("1,234", "1234 1"),
        ("1,234,567.50", "1234567.50 0.01"),
        ("5.0", "5.0 0.1"),
        (".5", "0.5 0.1"),
        ("1.234", "1.234 0.001"),
        ("12,34,567", "1234567 1"),
        ("10 000", "10000 1"),
        ("1\u202f234", "1234 1"),
        ("1'000'000", "1000000 1"),
        ("\u00bd", "0.5 0.01"),
        ("2\u00bd", "2.5 0.1"),
        ("2 1/2", "2.5 0.1"),
        ("\uff13\uff17", "37 1"),
        ("\u0663\u0667", "37 1"),
    ],
)
def test_digits_are_read_with_the_unit_of_the_last(text: str, expected: str) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    "text", ["1.2.3", "1,2,3", "007", "10\u00b2", "1" * 5000, "9" * 39 + " trillion", "11/09/2023"]
)
def test_versions_powers_dates_and_endless_digits_are_no_numbers(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("four", "4 1"),
        ("twenty-five", "25 1"),
        ("two hundred and five", "205 1"),
        ("three hundred thousand", "300000 100000"),
        ("a hundred", "100 100"),
        ("two million three hundred thousand and one", "2300001 1"),
        ("twenty-five hundred", "2500 100"),
        ("two dozen", "24 1"),
        ("half a million", "500000 100000"),
        ("a quarter of a million", "250000 100000"),
        ("two and a half", "2.5 0.1"),
        ("two and a half million", "2500000 100000"),
        ("a million and a half", "1500000 100000"),
        ("two point five", "2.5 0.1"),
        ("one hundred and two hundred", "100 100"),
    ],
)
def test_english_words(text: str, expected: str) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.3 million", "1300000 100000"),
        ("15 thousand", "15000 1000"),
        ("2.4bn", "2400000000 100000000"),
        ("3 lakh crore", "3000000000000 1000000000000"),
        ("1.5 crore", "15000000 1000000"),
        ("1.3m people", "1.3 0.1"),
    ],
)
def test_digits_and_words_together(text: str, expected: str) -> None:
    assert number(text) == expected


@pytest.mark.parametrize("text", ["nineteen eighty-four", "million", "a train", "trains"])
def test_spoken_years_bare_scales_and_articles_are_no_numbers(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234", "1234 1"),
        ("1,234", "1.234 0.001"),
        ("1.234,5", "1234.5 0.1"),
        ("12 500", "12500 1"),
        ("3.5", "3.5 0.1"),
        ("f\u00fcnfundzwanzig", "25 1"),
        ("zweihunderttausend", "200000 100000"),
        ("dreiundzwanzigtausendvierhundertf\u00fcnf", "23405 1"),
        ("neunhundertneunundneunzigtausendneunhundertneunundneunzig", "999999 1"),
        ("zweieinhalb", "2.5 0.1"),
        ("eine halbe Million", "500000 100000"),
        ("3,5 Milliarden", "3500000000 100000000"),
        ("1,2 Mrd.", "1200000000 100000000"),
        ("zwei Komma drei", "2.3 0.1"),
    ],
)
def test_german(text: str, expected: str) -> None:
    assert number(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 234 567", "1234567 1"),
        ("3,5 milliards", "3500000000 100000000"),
        ("quatre-vingt-dix-sept", "97 1"),
        ("dix-sept", "17 1"),
        ("vingt et un", "21 1"),
        ("soixante et onze", "71 1"),
        ("deux cent mille", "200000 100000"),
        ("quatre-vingts", "80 1"),
        ("un million", "1000000 1000000"),
    ],
)
def test_french(text: str, expected: str) -> None:
    assert number(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("treinta y cinco", "35 1"),
        ("doscientos mil", "200000 100000"),
        ("dos mil millones", "2000000000 1000000000"),
        ("veinti\u00fan", "21 1"),
        ("novecientos noventa y nueve mil novecientos noventa y nueve", "999999 1"),
        ("medio mill\u00f3n", "500000 100000"),
        ("3.500 millones", "3500000000 1000000"),
    ],
)
def test_spanish(text: str, expected: str) -> None:
    assert number(text, "es") == expected


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("1 Billion", "de", '"Billion" is 1,000,000,000,000, an English trillion'),
        ("un billion", "fr", '"billion" is 1,000,000,000,000, an English trillion'),
        ("un bill\u00f3n", "es", '"bill\u00f3n" is 1,000,000,000,000, an English trillion'),
    ],
)
def test_billion_of_a_million_millions_is_said(text: str, language: str, said: str) -> None:
    found = numerals.read(rows.read(text, tongue(language)), 0)
    assert found is not None
    assert found.amount == Decimal(10) ** 12
    assert found.remarks == (said,)
