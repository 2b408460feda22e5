"""What a language's tables are."""

from dataclasses import dataclass


def words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def phrases(table: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in table.split(",") if phrase.strip())


_NO_WORDS: frozenset[str] = frozenset()


# Compared by identity: there is one for each language, and caches are keyed by it.
@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The tables of one language; what is left out is not looked for."""

    # Figures.
    numbers: frozenset[str] = _NO_WORDS
    one: frozenset[str] = _NO_WORDS
    a: frozenset[str] = _NO_WORDS
    scales: frozenset[str] = _NO_WORDS
    #: "dozens of": a scale that is a figure by itself.
    masses: frozenset[str] = _NO_WORDS
    ordinals: frozenset[str] = _NO_WORDS
    fractions: frozenset[str] = _NO_WORDS
    half: frozenset[str] = _NO_WORDS
    multiples: frozenset[str] = _NO_WORDS
    times: frozenset[str] = _NO_WORDS
    currencies: frozenset[str] = _NO_WORDS
    percents: frozenset[str] = _NO_WORDS
    units: frozenset[str] = _NO_WORDS
    #: "square miles".
    unit_kinds: frozenset[str] = _NO_WORDS
    per: frozenset[str] = _NO_WORDS
    old: frozenset[str] = _NO_WORDS
    aged: frozenset[str] = _NO_WORDS
    #: "up to": taken into the figure where it stands directly before it.
    bounds: frozenset[str] = _NO_WORDS
    #: Plurals that do not end in s.
    plurals: frozenset[str] = _NO_WORDS
    #: Between a figure and what it counts; by their endings, or by themselves.
    adjectives: frozenset[str] = _NO_WORDS
    adjective_ends: tuple[str, ...] = ()
    #: How the counted noun follows, in the letters of tokens.py.
    counted: str = "g"

    # Dates.
    months: frozenset[str] = _NO_WORDS
    #: Months that are other words too; dates only beside a day, a year, or behind "in".
    maybe_months: frozenset[str] = _NO_WORDS
    weekdays: frozenset[str] = _NO_WORDS
    days: frozenset[str] = _NO_WORDS
    day_parts: frozenset[str] = _NO_WORDS
    durations: frozenset[str] = _NO_WORDS
    seasons: frozenset[str] = _NO_WORDS
    centuries: frozenset[str] = _NO_WORDS
    clocks: frozenset[str] = _NO_WORDS
    #: "last week", "next year".
    near: frozenset[str] = _NO_WORDS
    #: "la semaine dernière": the same, behind the noun.
    near_behind: frozenset[str] = _NO_WORDS
    #: "two days ago".
    ago: frozenset[str] = _NO_WORDS
    #: Words behind which a year or a month is one.
    when: frozenset[str] = _NO_WORDS
    into: frozenset[str] = _NO_WORDS
    #: Months and weekdays have a capital.
    capital_dates: bool = False

    # Words that bind.
    of: frozenset[str] = _NO_WORDS
    both: frozenset[str] = _NO_WORDS
    until: frozenset[str] = _NO_WORDS
    between: frozenset[str] = _NO_WORDS
    the: frozenset[str] = _NO_WORDS
    articles: frozenset[str] = _NO_WORDS
    #: Words that are never a counted noun, nor a name where a sentence begins with them.
    function: frozenset[str] = _NO_WORDS

    # Names.
    particles: frozenset[str] = _NO_WORDS
    #: "for" and "on" inside the names of organisations.
    inner: frozenset[str] = _NO_WORDS
    organisations: frozenset[str] = _NO_WORDS
    places: frozenset[str] = _NO_WORDS
    #: "the city of Khasan".
    settlements: frozenset[str] = _NO_WORDS
    countries: frozenset[str] = _NO_WORDS
    #: "Affairs": what ends "Ministry of Trade and Industry".
    subjects: frozenset[str] = _NO_WORDS
    demonyms: frozenset[str] = _NO_WORDS
    #: Given names that look like one: Brian.
    not_demonyms: frozenset[str] = _NO_WORDS
    demonym_ends: tuple[str, ...] = ()
    roles: frozenset[str] = _NO_WORDS
    role_words: frozenset[str] = _NO_WORDS
    #: "Korea Chair at the Brussels School of Governance".
    at: frozenset[str] = _NO_WORDS
    #: "Mr" is no part of a name.
    honorifics: frozenset[str] = _NO_WORDS
    #: Words that begin a sentence and are no names; with what stands in small letters elsewhere.
    common: frozenset[str] = _NO_WORDS
    #: All nouns have a capital.
    capital_nouns: bool = False
    #: "l'" before a name is a word by itself.
    elides: bool = False

    # Claims.
    superlatives: frozenset[str] = _NO_WORDS
    #: Words that make the first of its kind of a plain "first".
    firsts: frozenset[str] = _NO_WORDS
    comparatives: frozenset[str] = _NO_WORDS
    compared: frozenset[str] = _NO_WORDS
    causes: frozenset[str] = _NO_WORDS
    verbs: frozenset[str] = _NO_WORDS
    #: Endings by which a word of more than four letters is a past verb.
    past: tuple[str, ...] = ()
    #: What somebody did, where the ending does not show it.
    deeds: frozenset[str] = _NO_WORDS
    #: Words that end so and are no verbs.
    not_past: frozenset[str] = _NO_WORDS
    #: Colours and materials.
    looks: frozenset[str] = _NO_WORDS
    #: Judgements wherever they stand.
    opinions: frozenset[str] = _NO_WORDS
    #: Judgements unless a figure, a date or a deed stands beside them.
    judging: frozenset[str] = _NO_WORDS
    #: "could", "may".
    maybes: frozenset[str] = _NO_WORDS
    #: "will", "is expected to".
    futures: frozenset[str] = _NO_WORDS
    #: "next year": a time that has not been.
    ahead: frozenset[str] = _NO_WORDS
    #: "last", "ago": a time that has been.
    behind: frozenset[str] = _NO_WORDS
    #: "I", "we": whoever speaks so gives an opinion.
    ourselves: frozenset[str] = _NO_WORDS
    #: Sources that are nobody: "reports suggest".
    vague: frozenset[str] = _NO_WORDS
    #: Words that join two sentences in one.
    joins: frozenset[str] = _NO_WORDS
    #: "with Moscow facing isolation".
    alongside: frozenset[str] = _NO_WORDS
    #: How the sentence behind "and" begins.
    subjects_of_verbs: frozenset[str] = _NO_WORDS
    #: "stating it would".
    saying: frozenset[str] = _NO_WORDS
