"""How the names of units in a language are written down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """Phrases stand in lower case with commas between them; a hyphen counts as a blank."""

    #: Unit -> its words: `"mile": "mile, miles"`.
    units: dict[str, str]
    #: Currency -> its words.
    money: dict[str, str]
    #: Currency -> words that are money only behind a large number: `20 billion pounds`.
    large_money: dict[str, str]
    #: Words before the number that make pounds money: `cost`.
    paid: str
    #: Prefix in the table of units -> in this language, where it differs.
    prefixes: dict[str, str]
    #: How a length becomes an area and a volume: `square {}`.
    squares: str
    cubes: str
    #: Words that always open a rate; words that do so only before a time or what is sold by
    #: measure, `a barrel`; and articles, only before the latter: `le kilo`.
    per: str
    loose_per: str
    article_per: str
    #: Unit -> words that stand for `per` and the unit: `"year": "annually, a year"`.
    whole_per: dict[str, str]
    #: What only a rate knows: `"person": "person, capita, head"`.
    heads: dict[str, str]
    #: A number behind `per`: `per thousand`.
    numbers: dict[str, int]
    #: A loose rate is none before these: `20 dollars a year ago`.
    no_rate_before: str
    #: Whether "de" joins a large number and its unit: "20 millions de livres".
    links: bool
    #: A large number before the unit: `20 billion pounds`.
    scales: str
