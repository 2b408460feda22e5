"""German, French and Spanish."""

import pytest

from factcheck.text.values.quantities import find
from factcheck.text.values.value import Value
from factcheck.words import Bound


def shown(value: Value) -> str:
    """`text: kind bound low high unit of`, as far as there is."""
    bound = value.bound if value.bound is not Bound.EXACT else None
    amounts = [value.low] if value.low == value.high else [value.low, value.high]
    parts = [value.kind, bound, *amounts, value.unit, value.of]
    return f"{value.text}: " + " ".join(str(part) for part in parts if part is not None)


def found(text: str, language: str) -> list[str]:
    return [shown(value) for value in find(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bis zu 60 Kilometer pro Stunde", "quantity at-most 60 kilometer / hour"),
        ("rund 20 gepanzerte Waggons", "count about 20 waggon"),
        ("1.234 F\u00e4lle", "count 1234 fall"),
        ("2,5 Prozent", "percent 2.5 percent"),
        ("1,2 Mrd. Euro", "money 1200000000 EUR"),
        ("500 Mio. Euro", "money 500000000 EUR"),
        ("mehr als zweihunderttausend Menschen", "count more-than 200000 mensch"),
        ("knapp 100 Verletzte", "count less-than 100 verletzte"),
        ("gut zwei Stunden", "duration more-than 2 hour"),
        ("zwischen 5 und 7 Prozent", "percent between 5 7 percent"),
        ("5 bis 7 Tage", "duration between 5 7 day"),
        ("ein 34-J\u00e4hriger", "age 34 year"),
        ("34 Jahre alt", "age 34 year"),
        ("ein Drittel der W\u00e4hler", "ratio 0.3333333333 w\u00e4hler"),
        ("drei von vier Befragten", "ratio 0.75 befragter"),
        ("der zweite Gipfel", "ordinal 2 gipfel"),
        ("Dutzende Menschen", "count at-least 24 mensch"),
        ("Millionen Menschen", "count at-least 2000000 mensch"),
        ("mindestens 30 Tote", "count at-least 30 tote"),
    ],
)
def test_german(text: str, expected: str) -> None:
    (one,) = found(text, "de")
    assert one.partition(": ")[2] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jusqu'\u00e0 60 kilom\u00e8tres par heure", "quantity at-most 60 kilometer / hour"),
        ("environ 20 wagons blind\u00e9s", "count about 20 wagon"),
        ("3,5 milliards d'euros", "money 3500000000 EUR"),
        ("plus de deux cent mille personnes", "count more-than 200000 personne"),
        ("1 234 567 habitants", "count 1234567 habitant"),
        ("entre 5 et 7 %", "percent between 5 7 percent"),
        ("de 5 \u00e0 7 %", "percent between 5 7 percent"),
        ("\u00e2g\u00e9 de 34 ans", "age 34 year"),
        ("un tiers des \u00e9lecteurs", "ratio 0.3333333333 \u00e9lecteur"),
        ("trois personnes sur quatre", "ratio 0.75 personne"),
        ("au moins 30 morts", "count at-least 30 mort"),
        ("plus d'un an", "duration more-than 1 year"),
        ("deux ans et demi", "duration 2.5 year"),
        ("une dizaine de personnes", "count 10 personne"),
        ("le deuxi\u00e8me sommet", "ordinal 2 sommet"),
    ],
)
def test_french(text: str, expected: str) -> None:
    (one,) = found(text, "fr")
    assert one.partition(": ")[2] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hasta 60 kil\u00f3metros por hora", "quantity at-most 60 kilometer / hour"),
        ("unos 20 vagones blindados", "count about 20 vag\u00f3n"),
        ("3.500 millones de euros", "money 3500000000 EUR"),
        ("m\u00e1s de doscientas mil personas", "count more-than 200000 persona"),
        ("entre el 5 y el 7 por ciento", "percent between 5 7 percent"),
        ("un hombre de 34 a\u00f1os", "age 34 year"),
        ("un tercio de los votantes", "ratio 0.3333333333 votante"),
        ("uno de cada cinco espa\u00f1oles", "ratio 0.2 espa\u00f1ol"),
        ("al menos 30 muertos", "count at-least 30 muerto"),
        ("m\u00e1s de un a\u00f1o", "duration more-than 1 year"),
        ("decenas de miles de manifestantes", "count at-least 20000 manifestante"),
        ("la segunda cumbre", "ordinal 2 cumbre"),
    ],
)
def test_spanish(text: str, expected: str) -> None:
    (one,) = found(text, "es")
    assert one.partition(": ")[2] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am 11. September 2023 um 10:30 Uhr, im Jahr 2019, Artikel 5", "de"),
        ("Le 11 septembre 2023 \u00e0 10h30, en 2019, l'article 5", "fr"),
        ("El 11 de septiembre de 2023 a las 10:30, en 2019, el art\u00edculo 5", "es"),
    ],
)
def test_dates_and_articles_are_left_out(text: str, language: str) -> None:
    assert found(text, language) == []


def test_going_up_to_a_figure_is_no_bound_in_spanish() -> None:
    assert found("La tasa subi\u00f3 hasta el 12 %.", "es") == ["12 %: percent 12 percent"]
