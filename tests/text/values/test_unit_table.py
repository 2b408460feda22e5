"""The table of units against pint, from which it was made, asked another way."""

import runpy
from pathlib import Path

import pint
import pytest

from factcheck.text.values.units.algebra import dimension
from factcheck.text.values.units.names import names
from factcheck.text.values.units.table import OFFSETS, UNITS

ROOT = Path(__file__).parents[3]
MAKER = runpy.run_path(str(ROOT / "tools" / "make_units.py"))
PINT: pint.UnitRegistry[float] = pint.UnitRegistry()
PINT.define("kiloton_TNT = 1000 * ton_TNT")
PINT.define("megaton_TNT = 1000000 * ton_TNT")
ELSEWHERE = {"percentage point", "times", "person", "household", "share of stock", "ppb"}
ELSEWHERE |= {"decibel", "magnitude"}
OURS: dict[str, str] = MAKER["EXPRESSIONS"]
BASES: dict[str, tuple[str, str]] = MAKER["APART"]
ROOTS = {"length": "m", "mass": "kg", "time": "s", "temperature": "K", "current": "A"}
ROOTS |= {"luminosity": "cd", "substance": "mol"} | {
    kind: base for kind, (base, _) in BASES.items()
}


def factor(name: str) -> float:
    above, _stroke, below = UNITS[name][0].partition("/")
    return float(above) / float(below or 1)


def reference(kind: str) -> str:
    return (
        " ".join(ROOTS.get(word, word) for word in kind.split(" "))
        if kind not in BASES
        else (ROOTS[kind])
    )


@pytest.mark.parametrize("name", sorted(set(UNITS) - ELSEWHERE))
def test_a_unit_is_as_large_as_pint_says(name: str) -> None:
    expression = OURS.get(name, f"1 {name}")
    number, _blank, unit = expression.partition(" ")
    unit = f"delta_{unit}" if unit in OFFSETS else unit
    asked = PINT.Quantity(float(number), unit).to(reference(UNITS[name][1]))
    assert factor(name) == pytest.approx(asked.magnitude, rel=1e-12)


@pytest.mark.parametrize("scale", sorted(OFFSETS))
def test_a_scale_begins_where_pint_says(scale: str) -> None:
    zero = PINT.Quantity(0.0, scale).to("kelvin").magnitude
    assert float(OFFSETS[scale]) * factor(scale) == pytest.approx(zero)


def test_the_table_is_what_the_tool_writes() -> None:
    assert MAKER["TABLE"].read_text(encoding="utf-8") == MAKER["module"](MAKER["registry"]())


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_every_name_leads_to_a_known_unit(language: str) -> None:
    known = names(language)
    units = {*known.phrases.values(), *known.symbols.values(), *known.large.values()}
    units |= {*known.heads.values(), *known.whole_per.values()}
    assert [unit for unit in sorted(units) if dimension(unit) is None] == []
