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
        ("Jeder f\u00fcnfte Sch\u00fcler", "ratio 0.2 sch\u00fcler"),
        ("jeden zweiten Tag", "ordinal 2 tag"),
        ("anderthalb Stunden", "duration 1.5 hour"),
        ("Am Montag 13 Menschen", "count 13 mensch"),
        ("der St\u00fcrmer, 24, traf", "age 24 year"),
        ("Hans M\u00fcller, 34 Jahre, kam", "age 34 year"),
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
        ("une dizaine de personnes", "count about 10 personne"),
        ("une centaine d'otages", "count about 100 otage"),
        ("une quinzaine de jours", "duration about 15 day"),
        ("une dizaine de milliers de manifestants", "count about 10000 manifestant"),
        ("plus d'une centaine de morts", "count more-than 100 mort"),
        ("une douzaine d'\u0153ufs", "count 12 \u0153uf"),
        ("une heure et demie", "duration 1.5 hour"),
        ("sept heures et demie du matin", "duration 7.5 hour"),
        ("le troisi\u00e8me ministre", "ordinal 3 ministre"),
        ("Marie Dupont, 34 ans, a dit", "age 34 year"),
        ("le chauffeur, 34 ans, a dit", "age 34 year"),
        ("le contrat, 10 ans, est long", "duration 10 year"),
        ("Il y a 12 places", "count 12 place"),
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
        ("Una veintena de personas", "count about 20 persona"),
        ("m\u00e1s de un centenar de casos", "count more-than 100 caso"),
        ("Juan P\u00e9rez, de 34 a\u00f1os, dijo", "age 34 year"),
        ("El detenido, de 34 a\u00f1os, dijo", "age 34 year"),
        ("una conductora de 34 a\u00f1os", "age 34 year"),
        ("una pena de 12 a\u00f1os", "duration 12 year"),
        ("El acuerdo, de 10 a\u00f1os, fue", "duration 10 year"),
        ("una d\u00e9cada", "duration 1 decade"),
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


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("0,3 point, \u00e0 7,1 %", "0,3 point", "fr"),
        ("0,3 puntos, hasta el 12 %", "0,3 puntos", "es"),
        ("2,3 Punkte und kam auf 14 Prozent", "2,3 Punkte", "de"),
    ],
)
def test_points_beside_a_percentage(text: str, expected: str, language: str) -> None:
    first, _ = find(text, language)
    assert (first.text, first.unit) == (expected, "percentage point")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Composez le 01 42 34 56 78", "fr"),
        ("Llame al 91 321 45 67", "es"),
        ("calle Mayor, 12", "es"),
        ("55, rue du Faubourg Saint-Honor\u00e9", "fr"),
        ("12 rue de Rivoli, 75002 Paris", "fr"),
        ("Wilhelmstra\u00dfe 49, 10115 Berlin", "de"),
        ("Stra\u00dfe des 17. Juni 135", "de"),
        ("die Gruppe der Sieben", "de"),
        ("la piste 27", "fr"),
        ("la pista 14 del aeropuerto", "es"),
    ],
)
def test_telephones_houses_and_runways_are_left_out(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "amount", "language"),
    [
        ("1 234 567,89", "1234567.89", "fr"),
        ("600 123 456", "600123456", "es"),
        ("10115 Menschen", "10115", "de"),
    ],
)
def test_long_numbers_with_blanks_are_no_telephones(text: str, amount: str, language: str) -> None:
    (one,) = find(text, language)
    assert str(one.low) == amount
