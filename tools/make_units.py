# noqa: INP001  a script, not a package
"""Write factcheck/text/values/units/table.py from pint.

    python tools/make_units.py

pint is exact here: it counts in fractions, and the table holds them as they are.
"""

from decimal import Decimal, Inexact, localcontext
from fractions import Fraction
from pathlib import Path

import pint

TABLE = Path(__file__).parents[1] / "factcheck" / "text" / "values" / "units" / "table.py"

#: Units by the names that pint prints.
NAMES = """
    nanometer micrometer millimeter centimeter decimeter meter kilometer inch foot yard mile
    nautical_mile fathom furlong league light_year astronomical_unit parsec angstrom
    are hectare acre
    milliliter centiliter deciliter liter hectoliter gigaliter megaliter acre_foot bushel
    fluid_ounce cup pint quart gallon imperial_fluid_ounce imperial_pint imperial_quart
    imperial_gallon barrel oil_barrel beer_barrel
    nanogram microgram milligram gram kilogram metric_ton kilometric_ton megametric_ton
    gigametric_ton carat grain ounce troy_ounce pound stone hundredweight
    long_hundredweight ton long_ton
    nanosecond microsecond millisecond second minute hour day week fortnight month year century
    millennium
    knot
    newton kilonewton force_pound
    joule kilojoule megajoule gigajoule terajoule petajoule exajoule calorie kilocalorie
    watt_hour kilowatt_hour megawatt_hour gigawatt_hour terawatt_hour petawatt_hour
    british_thermal_unit US_therm electron_volt ton_TNT kiloton_TNT megaton_TNT
    tonne_of_oil_equivalent
    milliwatt watt kilowatt megawatt gigawatt terawatt horsepower metric_horsepower
    pascal hectopascal kilopascal megapascal gigapascal millibar bar standard_atmosphere
    pound_force_per_square_inch millimeter_Hg inch_Hg torr
    millivolt volt kilovolt milliampere ampere milliampere_hour ampere_hour ohm farad tesla
    coulomb
    hertz kilohertz megahertz gigahertz terahertz
    lumen lux candela mole
    kelvin degree_Celsius degree_Fahrenheit
""".split()  # noqa: SIM905  a table of words, not a hundred lines of quotes

#: Names of ours for what pint calls otherwise, or not at all.
EXPRESSIONS = {
    "short_ton": "2000 pound",
    "US_gallon": "1 gallon",
    "US_pint": "1 pint",
    "quintal": "100 kilogram",
    "decade": "10 year",
    "million_BTU": "1000000 british_thermal_unit",
}

#: What pint counts as a bare number, or in one dimension with something else: the dimension of
#: ours, its units, and the unit of pint that is 1.
APART = {
    "angle": ("degree", "degree arcminute arcsecond"),
    "change of temperature": (
        "delta_degree_Celsius",
        "delta_degree_Celsius delta_degree_Fahrenheit",
    ),
    "turn": ("revolution", "revolution"),
    "information": (
        "bit",
        (
            "bit kilobit megabit gigabit terabit byte kilobyte megabyte gigabyte terabyte petabyte "
            "exabyte zettabyte kibibyte mebibyte gibibyte tebibyte"
        ),
    ),
    "radioactivity": (
        "becquerel",
        "becquerel kilobecquerel megabecquerel gigabecquerel terabecquerel petabecquerel curie",
    ),
    "absorbed dose": ("gray", "milligray gray"),
    "equivalent dose": ("sievert", "microsievert millisievert sievert rem millirem"),
    "exposure": ("roentgen", "roentgen milliroentgen"),
    "share": ("percent", "percent permille ppm"),
}

#: Units of no other library: name, factor, dimension.
OURS = {
    "percentage point": ("1", "percentage point"),
    "times": ("1", "times"),
    "person": ("1", "person"),
    "household": ("1", "household"),
    "share of stock": ("1", "share of stock"),
    "decibel": ("1", "sound level"),
    "magnitude": ("1", "magnitude"),
    "ppb": ("0.0000001", "share"),
}

HEAD = '''"""Units: the factor to the unit of reference, and the dimension.

Written by tools/make_units.py from pint {version}; not by hand.
"""

#: A factor is a decimal or a fraction of whole numbers.
UNITS: dict[str, tuple[str, str]] = {{
'''
OFFSETS_HEAD = """
#: What is added before the factor, for temperatures.
OFFSETS: dict[str, str] = {
"""

SCALES = ("degree_Celsius", "degree_Fahrenheit")

#: A fraction that is longer is written as a decimal.
LONGEST = 40

Row = tuple[str, str]


def registry() -> pint.UnitRegistry[Fraction]:
    made: pint.UnitRegistry[Fraction] = pint.UnitRegistry(
        non_int_type=Fraction, autoconvert_offset_to_baseunit=True
    )
    made.define("kiloton_TNT = 1000 * ton_TNT")
    made.define("megaton_TNT = 1000000 * ton_TNT")
    return made


def rows(units: pint.UnitRegistry[Fraction]) -> dict[str, Row]:
    plain = {name: name for name in NAMES} | EXPRESSIONS
    found = {name: row(units, expression) for name, expression in plain.items()}
    for kind, (base, members) in APART.items():
        for name in members.split():
            factor = Fraction(units.Quantity(Fraction(1), name).to(base).magnitude)
            found[name] = written(factor), kind
    return found | OURS


def row(units: pint.UnitRegistry[Fraction], expression: str) -> Row:
    number, _blank, name = expression.rpartition(" ")
    unit = units.Unit(f"delta_{name}" if name in SCALES else name)
    amount = units.Quantity(Fraction(number or 1), unit).to_base_units()
    powers = {
        name.strip("[]"): Fraction(str(power)) for name, power in amount.dimensionality.items()
    }
    return written(Fraction(amount.magnitude)), dimension(powers)


def dimension(powers: dict[str, Fraction]) -> str:
    """`length / time`, in the order of the alphabet."""
    above = [term(name, power) for name, power in sorted(powers.items()) if power > 0]
    below = [term(name, -power) for name, power in sorted(powers.items()) if power < 0]
    return " / ".join([" * ".join(above) or "1", *below])


def term(name: str, power: Fraction) -> str:
    return name if power == 1 else f"{name} ** {power}"


def written(factor: Fraction) -> str:
    """A decimal if it ends, a fraction if that is short, else thirty digits."""
    with localcontext() as context:
        context.prec = 30
        # The flags of whoever asked are copied into it.
        context.clear_flags()
        short = Decimal(factor.numerator) / Decimal(factor.denominator)
        exact = not context.flags[Inexact]
    if exact:
        return f"{short.normalize():f}"
    return str(factor) if len(str(factor)) < LONGEST else f"{short:f}"


def offset(units: pint.UnitRegistry[Fraction], scale: str) -> str:
    zero = units.Quantity(Fraction(0), scale).to("kelvin").magnitude
    degree = units.Quantity(Fraction(1), f"delta_{scale}").to("kelvin").magnitude
    return written(Fraction(zero / degree))


def module(units: pint.UnitRegistry[Fraction]) -> str:
    """The text of the module."""
    lines = [HEAD.format(version=pint.__version__)]
    lines += [
        f'    "{name}": ("{factor}", "{kind}"),\n' for name, (factor, kind) in rows(units).items()
    ]
    lines += ["}\n", OFFSETS_HEAD]
    lines += [f'    "{scale}": "{offset(units, scale)}",\n' for scale in SCALES]
    return "".join([*lines, "}\n"])


if __name__ == "__main__":
    TABLE.write_text(module(registry()), encoding="utf-8")
