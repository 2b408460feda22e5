import subprocess
import sys
from datetime import date

from factcheck.text import values
from factcheck.text.values import dates, quantities
from factcheck.text.values.blocks import SIZE, blocks
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


def test_half_past_eight_holds_against_the_eight() -> None:
    assert told("Doors open at half past eight.") == [("time", "half past eight")]


def article(size: int) -> str:
    """Paragraphs of sentences, each with its own figures, in lines of several sentences."""
    sentences = [
        f"On Monday about {number} people in Ab\u00fc Dhabi paid ${number}.5 million, up "
        f"{number % 9}.5 percent, to see Kim, {20 + number % 60}, speak for {number} hours. "
        f"The forum, the {number}th, runs from Sept. {1 + number % 9} to Sept. 30, officials said. "
        "Critics of the forum call it a show without a purpose, which its hosts deny."
        f"{' ' if number % 4 else chr(10) * 2}"
        for number in range(2, 2 + size // 250)
    ]
    return "".join(sentences)


def test_blocks_change_nothing_in_an_article() -> None:
    text = article(200_000)
    found = values.find(text, MONDAY)
    assert len(text) > 190_000
    assert len(found) > 4000
    assert found == merged(quantities.find(text), dates.find(text, MONDAY))


def test_blocks_are_the_whole_text_and_end_between_words() -> None:
    text = "Ann said this. " * 2000 + "word " * 5000 + "x" * 30_000
    ends = list(blocks(text))
    assert "".join(text[start:end] for start, end in ends) == text
    assert max(end - start for start, end in ends) <= SIZE
    assert text[: ends[0][1]].endswith("said this. ")
    assert text[slice(*ends[3])].endswith("word ")


def test_of_many_thousand_figures_the_first_are_found() -> None:
    text = "5 feet of it, " * 50_000
    found = values.find(text)
    assert found[:5000] == quantities.find(text[:70_000])
    assert len(found) < 20_000


def test_nothing_in_nothing() -> None:
    assert values.find("") == []
    assert values.find("No figure stands here.") == []


def test_the_version_is_that_of_the_finder() -> None:
    assert values.VERSION == FINDER


def test_loading_reads_no_tables_of_other_packages() -> None:
    code = "import sys, factcheck.text.values; print(*{'pint', 'sqlalchemy'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "\n"
