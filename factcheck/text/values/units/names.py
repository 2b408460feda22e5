"""The names of units in a text, by language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.text.values.units.currencies import CODES, SIGNS
from factcheck.text.values.units.names_de import GERMAN
from factcheck.text.values.units.names_en import ENGLISH
from factcheck.text.values.units.names_es import SPANISH
from factcheck.text.values.units.names_fr import FRENCH
from factcheck.text.values.units.shape import Tongue
from factcheck.text.values.units.table import UNITS

_TONGUES = {"de": GERMAN, "en": ENGLISH, "es": SPANISH, "fr": FRENCH}
_PREFIXES = (
    *("nano", "micro", "milli", "centi", "deci", "hecto", "kilo", "mega", "giga", "tera", "peta"),
    *("exa", "zetta"),
)

#: What opens a rate: "per"; "a", before a time or a measure; "le", before a measure alone.
STRICT, LOOSE, ARTICLE = "strict", "loose", "article"

#: As they are written everywhere; upper and lower case tell them apart.
SYMBOLS = {
    "s2": "second ** 2",
    "s\u00b2": "second ** 2",
    "sqm": "meter ** 2",
    "sqkm": "kilometer ** 2",
    "qm": "meter ** 2",
    "cfs": "foot ** 3 / second",
    "nm": "nanometer",
    "\u00b5m": "micrometer",
    "\u03bcm": "micrometer",
    "mm": "millimeter",
    "cm": "centimeter",
    "dm": "decimeter",
    "m": "meter",
    "km": "kilometer",
    "in": "inch",
    "\u2032": "foot",
    "\u2033": "inch",
    "'": "foot",
    '"': "inch",
    "ha": "hectare",
    "l": "liter",
    "L": "liter",
    "ml": "milliliter",
    "mL": "milliliter",
    "cl": "centiliter",
    "hl": "hectoliter",
    "dl": "deciliter",
    "ML": "megaliter",
    "ng": "nanogram",
    "\u00b5g": "microgram",
    "\u03bcg": "microgram",
    "mcg": "microgram",
    "mg": "milligram",
    "g": "gram",
    "kg": "kilogram",
    "t": "metric_ton",
    "Mt": "megametric_ton",
    "Gt": "gigametric_ton",
    "s": "second",
    "ms": "millisecond",
    "\u00b5s": "microsecond",
    "h": "hour",
    "N": "newton",
    "kN": "kilonewton",
    "Nm": "newton * meter",
    "J": "joule",
    "kJ": "kilojoule",
    "MJ": "megajoule",
    "GJ": "gigajoule",
    "TJ": "terajoule",
    "PJ": "petajoule",
    "EJ": "exajoule",
    "eV": "electron_volt",
    "Wh": "watt_hour",
    "kWh": "kilowatt_hour",
    "KWh": "kilowatt_hour",
    "MWh": "megawatt_hour",
    "GWh": "gigawatt_hour",
    "TWh": "terawatt_hour",
    "PWh": "petawatt_hour",
    "mW": "milliwatt",
    "W": "watt",
    "kW": "kilowatt",
    "KW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "TW": "terawatt",
    "Pa": "pascal",
    "hPa": "hectopascal",
    "kPa": "kilopascal",
    "MPa": "megapascal",
    "GPa": "gigapascal",
    "mbar": "millibar",
    "mV": "millivolt",
    "V": "volt",
    "kV": "kilovolt",
    "mA": "milliampere",
    "A": "ampere",
    "Ah": "ampere_hour",
    "mAh": "milliampere_hour",
    "\u03a9": "ohm",
    "\u2126": "ohm",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "THz": "terahertz",
    "lm": "lumen",
    "lx": "lux",
    "K": "kelvin",
    "C": "degree_Celsius",
    "F": "degree_Fahrenheit",
    "\u2103": "degree_Celsius",
    "\u2109": "degree_Fahrenheit",
    "B": "byte",
    "kB": "kilobyte",
    "KB": "kilobyte",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
    "PB": "petabyte",
    "EB": "exabyte",
    "ZB": "zettabyte",
    "KiB": "kibibyte",
    "Ko": "kilobyte",
    "Mo": "megabyte",
    "Go": "gigabyte",
    "To": "terabyte",
    "MiB": "mebibyte",
    "GiB": "gibibyte",
    "TiB": "tebibyte",
    "kb": "kilobit",
    "Mb": "megabit",
    "kbit": "kilobit",
    "Mbit": "megabit",
    "Gbit": "gigabit",
    "Gb": "gigabit",
    "Mbps": "megabit / second",
    "Gbps": "gigabit / second",
    "MBps": "megabyte / second",
    "Bq": "becquerel",
    "kBq": "kilobecquerel",
    "MBq": "megabecquerel",
    "GBq": "gigabecquerel",
    "TBq": "terabecquerel",
    "PBq": "petabecquerel",
    "Ci": "curie",
    "Gy": "gray",
    "mGy": "milligray",
    "Sv": "sievert",
    "mSv": "millisievert",
    "\u00b5Sv": "microsievert",
    "\u03bcSv": "microsievert",
    "dB": "decibel",
    "dBA": "decibel",
    "mmHg": "millimeter_Hg",
    "PS": "metric_horsepower",
    "bp": "percentage point / 100",
    "bps": "percentage point / 100",
    "pp": "percentage point",
    "cts": "USD / 100",
    "p": "GBP / 100",
    "x": "times",
    "\u00d7": "times",
    "au": "astronomical_unit",
    "ly": "light_year",
    "pc": "parsec",
    "y": "year",
    "yr": "year",
    "min": "minute",
    "\u00baC": "degree_Celsius",
    "\u00baF": "degree_Fahrenheit",
}
#: The symbols of one language only.
_LOCAL = {
    "en": frozenset({"p", "bp", "bps", "in", "cts", "au", "ly", "y", "yr", "pc"}),
    "fr": frozenset({"Ko", "Mo", "Go", "To"}),
    "de": frozenset({"PS"}),
}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one language, ready for looking up."""

    symbols: dict[str, str]
    #: Phrases in lower case, words parted by one blank.
    phrases: dict[str, str]
    #: The first word of a phrase -> how many words the longest has.
    longest: dict[str, int]
    #: What is money behind a large number.
    large: dict[str, str]
    #: Units and heads behind "per".
    heads: dict[str, str]
    #: What opens a rate, and how surely.
    openers: dict[str, str]
    whole_per: dict[str, str]
    #: The first words of rates.
    rates: frozenset[str]
    numbers: dict[str, int]
    no_rate_before: frozenset[str]
    links: bool
    scales: frozenset[str]
    paid: frozenset[str]


@cache
def names(language: str) -> Names:
    """The names for a language code such as `de` or `de-AT`; English where we have none."""
    code = language[:2].lower()
    tongue = _TONGUES.get(code, ENGLISH)
    phrases = _phrases(tongue)
    heads = dict(_words(tongue.heads))
    whole = dict(_words(tongue.whole_per))
    openers = _openers(tongue)
    return Names(
        symbols=_symbols(code if code in _TONGUES else "en"),
        phrases=phrases,
        longest=_longest([*phrases, *heads, *whole, *openers]),
        large=dict(_words(tongue.large_money)),
        heads=heads,
        openers=openers,
        whole_per=whole,
        rates=frozenset(phrase.split()[0] for phrase in [*whole, *openers]),
        numbers=tongue.numbers,
        no_rate_before=frozenset(tongue.no_rate_before.split()),
        links=tongue.links,
        scales=frozenset(tongue.scales.split()),
        paid=frozenset(tongue.paid.split()),
    )


def _openers(tongue: Tongue) -> dict[str, str]:
    kinds = ((tongue.per, STRICT), (tongue.loose_per, LOOSE), (tongue.article_per, ARTICLE))
    return {word: kind for words, kind in kinds for word in _listed(words)}


def _phrases(tongue: Tongue) -> dict[str, str]:
    # What is money behind a large number is known as such, unless it is something else too.
    found = dict(_words(tongue.large_money))
    found |= dict(_prefixed(tongue)) | dict(_words(tongue.units)) | dict(_words(tongue.money))
    return dict(_powers(tongue, found)) | found


def _words(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((word, unit) for unit, words in table.items() for word in _listed(words))


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _prefixed(tongue: Tongue) -> Iterator[tuple[str, str]]:
    """`gigawatt hours`: what the table of units has, spelt as the language spells it."""
    for unit in UNITS:
        prefix = next((prefix for prefix in _PREFIXES if unit.startswith(prefix)), "")
        words = tongue.units.get(unit.removeprefix(prefix), "") if prefix else ""
        for word in _listed(words):
            if word[0].isalpha() and len(word) > 2:
                yield tongue.prefixes.get(prefix, prefix) + word, unit


def _powers(tongue: Tongue, found: dict[str, str]) -> Iterator[tuple[str, str]]:
    lengths = [
        (word, unit) for word, unit in found.items() if UNITS.get(unit, "")[1:] == ("length",)
    ]
    for templates, power in ((tongue.squares, 2), (tongue.cubes, 3)):
        for template in _listed(templates):
            for word, unit in lengths:
                yield template.format(word), f"{unit} ** {power}"


def _symbols(code: str) -> dict[str, str]:
    foreign = {sign for key, signs in _LOCAL.items() if key != code for sign in signs}
    here = {sign: unit for sign, unit in SYMBOLS.items() if sign not in foreign}
    lengths = [(sign, unit) for sign, unit in here.items() if _is_length(sign, unit)]
    powers = {
        f"{sign}{mark}": f"{unit} ** {power}"
        for sign, unit in lengths
        for mark, power in (("2", 2), ("\u00b2", 2), ("3", 3), ("\u00b3", 3))
    }
    money = {sign: unit for sign, unit in SIGNS.items() if sign.isalpha() or len(sign) == 1}
    return powers | dict(zip(CODES, CODES, strict=True)) | money | here


def _is_length(sign: str, unit: str) -> bool:
    return sign.isalpha() and unit in UNITS and UNITS[unit][1] == "length"


def _longest(phrases: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        found[first] = max(found.get(first, 1), 1 + len(rest))
    return found
