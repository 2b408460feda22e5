"""Which unit a name means where it may mean several."""

import re
from typing import NamedTuple

from factcheck.text.values.units.algebra import Term, joined, terms
from factcheck.text.values.units.currencies import SHARED
from factcheck.text.values.units.names import Names


class Phrase(NamedTuple):
    """A unit, and where its name ends."""

    unit: str
    end: int


class Several(NamedTuple):
    """What a name may mean, the likeliest first, and the remark."""

    readings: tuple[str, ...]
    remark: str


SEVERAL = {
    "ton": Several(
        ("metric_ton", "short_ton", "long_ton"), '"ton" may be 1,000 kg, 907 kg or 1,016 kg'
    ),
    "gallon": Several(
        ("US_gallon", "imperial_gallon"), '"gallon" may be 3.79 liters (US) or 4.55 liters (UK)'
    ),
    "pint": Several(("US_pint", "imperial_pint"), '"pint" may be 0.47 liters (US) or 0.57 (UK)'),
    "quart": Several(("quart", "imperial_quart"), '"quart" may be 0.95 liters (US) or 1.14 (UK)'),
    "fluid_ounce": Several(
        ("fluid_ounce", "imperial_fluid_ounce"), '"fluid ounce" may be 29.6 ml (US) or 28.4 ml (UK)'
    ),
    "hundredweight": Several(
        ("hundredweight", "long_hundredweight"),
        '"hundredweight" may be 45.4 kg (US) or 50.8 kg (UK)',
    ),
    "barrel": Several(
        ("beer_barrel", "barrel", "oil_barrel"),
        '"barrel" may be 117 liters (beer, US), 119 liters or 159 liters (oil)',
    ),
    "calorie": Several(
        ("kilocalorie", "calorie"),
        '"calorie" may be the calorie of food, 1,000 calories of physics',
    ),
    "degree": Several(
        ("degree_Celsius", "degree_Fahrenheit", "degree"),
        '"degrees" may be degrees Celsius, degrees Fahrenheit or an angle',
    ),
}
AT_SEA = '"mile" may be a nautical mile (1.852 km)'
#: Unit -> the word that has other meanings, and the remark.
_ASSUMED = {
    "pound": ("pound", '"pound" is taken as the weight, not as money'),
    "GBP": ("pound", '"pounds" are taken as money, not as a weight'),
    "troy_ounce": (
        "o",
        '"ounce" is taken as the troy ounce of precious metals (31.1 g)',
    ),
    "kilometric_ton": ("kiloton", '"kiloton" is taken as a weight, not as explosive force'),
    "megametric_ton": ("megaton", '"megaton" is taken as a weight, not as explosive force'),
}

_METALS = re.compile(
    r"(?i)(?:gold|silver|platin|palladium|rhodium|bullion|oro\b|plata\b|argent\b|or\b|silber)"
)
_METALS_BEHIND = re.compile(rf"(?i)\W{{1,3}}(?:of|d'|de|fine)?\s*{_METALS.pattern[4:]}")
_DRINKS = re.compile(
    r"(?i)\s+(?:of|de|d')?\s*(?:beer|ale|wine|whisk|bourbon|cider|rum|bier|wein|bi[e\xe8]re|vin|cerveza)"
)
_CHANGES = re.compile(
    r"(?i)\s+(?:\(.{1,20}\)\s+)?(?:(?:of\s+)?(?:global\s+)?warming|warmer|cooler|colder|hotter"
    r"|(?:above|below)\s+(?:the|pre|normal|average)|w\xe4rmer|k\xe4lter|de r\xe9chauffement"
    r"|de calentamiento|m\xe1s c\xe1lid)"
)
_RISES = re.compile(
    r"(?i)\b(?:by|rise of|increase of|warming of|um)(?:\s+\w{1,12}){0,2}\s+[-\d.,]{1,8}$"
)
_SEA = re.compile(
    r"(?i)\W{1,3}(?:limit|territorial|exclusive|off\s+the\s+coast|offshore|out\s+to\s+sea|of\s+sea\b)"
)
_FEET = re.compile(r"(?:ft|foot|feet|')\.?,?\s\d{1,2}$")
_ATTACHED = frozenset(
    {"in", "A", "J", "N", "B", "K", "x", "\u00d7", "p", "'", '"', "\u2032", "\u2033"}
)


def fits(text: str, at: int, start: int, end: int) -> bool:
    """Whether the symbol `text[start:end]` may stand for a unit there."""
    symbol, behind = text[start:end], text[end : end + 2]
    if symbol in _ATTACHED and start - at > (text[at : at + 1] == "-"):
        return symbol == "in" and _FEET.search(text[max(0, at - 14) : at]) is not None
    if behind[:1] in {"-", "'", "&", "\u2019"} and (len(symbol) == 1 or behind[1:].isdigit()):
        return False
    if symbol == "'":
        return behind[:1].isdigit()
    if symbol == '"':
        return re.search(r"\d'\s?\d{1,2}$", text[max(0, at - 8) : at]) is not None
    return not (symbol == "s" and start == at) and not (symbol == "h" and behind[:1].isdigit())


def chosen(text: str, at: int, words: str, phrase: Phrase, known: Names) -> str | None:
    """What the unit that `words` name means behind the number that ends at `at`; None: nothing."""
    unit, end = phrase
    word = words.strip(" \n\xa0\u202f-").lower()
    if word in known.large:
        return _weight_or_money(text, at, unit, known.large[word], known)
    if unit not in _BY_CONTEXT:
        return unit
    other, before, behind = _BY_CONTEXT[unit]
    found = before.search(text[max(0, at - 60) : at]) or behind.match(text[end : end + 40])
    return other if found else unit


def _weight_or_money(text: str, at: int, unit: str, money: str, known: Names) -> str | None:
    """20 billion pounds are money, 20 pounds may be a weight, 20 won are neither."""
    if is_large(text, at, known):
        return money
    if known.paid.intersection(re.findall(r"[^\W\d_]+", text[max(0, at - 40) : at].lower())):
        return money
    grouped = re.search(r"\d[.,\xa0\u202f ]\d{3}$", text[max(0, at - 6) : at])
    return unit if unit != money or grouped else None


def is_large(text: str, at: int, known: Names) -> bool:
    """Whether the number that ends at `at` ends in a scale: 20 million."""
    before = text[max(0, at - 14) : at]
    words = re.findall(r"[^\W\d_]+\.?$", before)
    return bool(words) and words[0].rstrip(".").lower() in known.scales


_NOTHING = re.compile(r"(?!)")
_BY_CONTEXT = {
    "ounce": ("troy_ounce", _METALS, _METALS_BEHIND),
    "oil_barrel": ("barrel", _NOTHING, _DRINKS),
    "degree_Celsius": ("delta_degree_Celsius", _RISES, _CHANGES),
    "degree_Fahrenheit": ("delta_degree_Fahrenheit", _RISES, _CHANGES),
}


def remarks(text: str, at: int, end: int, unit: str) -> tuple[str, ...]:
    """What a person should know about `unit`, read from the words `at` to `end`."""
    found = []
    for name, _power in terms(unit):
        if name in SEVERAL:
            found.append(SEVERAL[name].remark)
        elif name in SHARED:
            found.append(f'"{name}" may be {SHARED[name]}')
        elif name in _ASSUMED and _ASSUMED[name][0] in text[at:end].lower():
            found.append(_ASSUMED[name][1])
        elif name == "mile" and _SEA.match(text[end : end + 40]):
            found.append(AT_SEA)
    return tuple(found)


def readings(unit: str, said: tuple[str, ...] = ()) -> list[str]:
    """Every unit that `unit` may mean; `said` are the remarks made where it was read."""
    names = {name for name, _power in terms(unit)}
    for name in names:
        if name in SEVERAL:
            return [_replaced(unit, name, other) for other in SEVERAL[name].readings]
    if "mile" in names and AT_SEA in said:
        return [unit, _replaced(unit, "mile", "nautical_mile")]
    return [unit]


def _replaced(unit: str, old: str, new: str) -> str:
    return joined(
        tuple(Term(new if part.name == old else part.name, part.power) for part in terms(unit))
    )
