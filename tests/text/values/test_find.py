import subprocess
import sys
from datetime import date

from factcheck.text import values
from factcheck.text.values.merging import merged
from factcheck.text.values.value import Value
from factcheck.words import FINDER, ValueKind

MONDAY = date(2023, 9, 11)


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in values.find(text, MONDAY, language)]


def made(kind: ValueKind, start: int, end: int) -> Value:
    return Value(kind, "x" * (end - start), start, end)


def test_figures_and_dates_come_in_reading_order() -> None:
    text = "On Monday a train with 20 carriages reached 37 mph; in 2019 it had 12 percent more."
    assert told(text) == [
        ("date", "Monday"),
        ("count", "20 carriages"),
        ("quantity", "37 mph"),
        ("date", "2019"),
        ("percent", "12 percent"),
    ]


def test_offsets_are_those_of_the_text() -> None:
    text = "\u201cOn Monday,\u201d he said, \u201c1.3\u00a0million people left.\u201d"
    for one in values.find(text, MONDAY):
        assert text[one.start : one.end] == one.text


def test_a_date_holds_against_a_figure_of_the_same_words() -> None:
    count, year = made(ValueKind.COUNT, 0, 4), made(ValueKind.DATE, 0, 4)
    behind = made(ValueKind.COUNT, 6, 8)
    assert merged([count, behind], [year]) == [year, behind]
    assert merged([behind], [year]) == [year, behind]
    assert merged([count], []) == [count]
    assert merged([], [year]) == [year]
    assert merged([made(ValueKind.COUNT, 0, 2)], [made(ValueKind.DATE, 2, 4)]) == [
        made(ValueKind.COUNT, 0, 2),
        made(ValueKind.DATE, 2, 4),
    ]


def test_four_years_ago_is_a_date() -> None:
    assert told("Kim left four years ago.") == [("date", "four years ago")]


def test_other_languages() -> None:
    assert told("Am Montag kamen 1.234 Soldaten.", "de") == [
        ("date", "Montag"),
        ("count", "1.234 Soldaten"),
    ]


def test_nothing_in_nothing() -> None:
    assert values.find("") == []
    assert values.find("No figure stands here.") == []


def test_the_version_is_that_of_the_finder() -> None:
    assert values.VERSION == FINDER


def test_loading_reads_no_tables_of_other_packages() -> None:
    code = "import sys, factcheck.text.values; print(*{'pint', 'sqlalchemy'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "\n"
