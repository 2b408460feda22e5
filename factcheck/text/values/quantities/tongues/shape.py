"""What a language's tables are."""

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from factcheck.words import Bound

Phrases = frozenset[tuple[str, ...]]
Bounds = dict[tuple[str, ...], tuple[Bound, bool]]

_NO_WORDS: frozenset[str] = frozenset()
_NO_PHRASES: Phrases = frozenset()


class Order(Enum):
    """How the counted noun is known."""

    #: The first plural behind adjectives.
    PLURAL = "plural"
    #: The first word with a capital.
    CAPITAL = "capital"
    #: The first word that is no adjective.
    FIRST = "first"


def words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def phrases(table: str) -> Phrases:
    return frozenset(tuple(phrase.split()) for phrase in table.split(",") if phrase.strip())


def counted(table: str) -> dict[str, int]:
    """`one=1 two=2` as a table."""
    return {
        word: int(amount) for word, _, amount in (each.partition("=") for each in table.split())
    }


def named(table: str) -> dict[str, str]:
    """`men=man women=woman` as a table."""
    return dict(each.split("=") for each in table.split())


def bounds(table: dict[Bound, tuple[str, str]]) -> Bounds:
    """Phrases parted by commas: first those meant to the digit, then the vague ones."""
    return {
        phrase: (bound, bool(vague))
        for bound, both in table.items()
        for vague, listed in enumerate(both)
        for phrase in phrases(listed)
    }


# Compared by identity: there is one for each language, and caches are keyed by it.
@dataclass(frozen=True, eq=False)
class Tongue:
    """The tables of one language; what is left out is not looked for."""

    language: str = "und"
    decimal: str = "."
    #: Thousands are parted by plain blanks.
    blanks: bool = False
    #: "d'" before a word is a word by itself.
    elides: bool = False
    order: Order = Order.PLURAL

    # The numeral.
    plain: dict[str, int] = field(default_factory=dict)
    hundreds: frozenset[str] = _NO_WORDS
    scales: dict[str, int] = field(default_factory=dict)
    #: "m" and "b": scales behind a currency, or touching digits.
    letters: dict[str, int] = field(default_factory=dict)
    #: "billion", where readers of English are misled: the word, and what to say.
    misread: dict[str, str] = field(default_factory=dict)
    #: "one" where it is no more than an article.
    articles: frozenset[str] = _NO_WORDS
    #: The words for one, which count only before what is counted.
    one: frozenset[str] = _NO_WORDS
    #: "the one", "no one": one that counts nothing.
    not_one: frozenset[str] = _NO_WORDS
    #: "and" inside a numeral.
    joins: frozenset[str] = _NO_WORDS
    #: That "and" stands behind hundreds; otherwise between tens and units.
    joins_hundreds: bool = False
    points: frozenset[str] = _NO_WORDS
    minus: frozenset[str] = _NO_WORDS
    dozens: dict[str, int] = field(default_factory=dict)
    #: "une quinzaine": those of the dozens that are never meant to the last one.
    rounds: frozenset[str] = _NO_WORDS
    #: "une dizaine de milliers".
    thousands: dict[str, int] = field(default_factory=dict)
    #: "a couple of", "a few hundred".
    vague: dict[tuple[str, ...], int] = field(default_factory=dict)
    #: Of those, the ones that are no figure without a scale.
    few: Phrases = _NO_PHRASES
    #: "dozens": the least that it means.
    masses: dict[str, int] = field(default_factory=dict)

    # Shares and multiples.
    halves: frozenset[str] = _NO_WORDS
    fractions: dict[str, int] = field(default_factory=dict)
    #: Fractions that are ordinals too, and shares only before "of".
    maybe_fractions: frozenset[str] = _NO_WORDS
    #: "half an hour": what stands between.
    of: frozenset[str] = _NO_WORDS
    #: "one in five", "nine out of ten".
    among: Phrases = _NO_PHRASES
    #: "jeder fünfte": with an ordinal a share, unless a time follows.
    each: frozenset[str] = _NO_WORDS
    times: frozenset[str] = _NO_WORDS
    multiples: dict[str, str] = field(default_factory=dict)
    #: "double the": multiples only before these words.
    maybe_multiples: dict[str, str] = field(default_factory=dict)
    multiplied: frozenset[str] = _NO_WORDS
    #: "to double": multiples behind these too.
    toward: frozenset[str] = _NO_WORDS
    #: "cut by half": shares behind these.
    by: frozenset[str] = _NO_WORDS
    folds: dict[str, int] = field(default_factory=dict)
    #: "points": percentage points where one of `percents`, and none of `scored`, is near.
    percent_points: frozenset[str] = _NO_WORDS
    percents: frozenset[str] = _NO_WORDS
    #: What has points of its own: games and stock indexes.
    scored: frozenset[str] = _NO_WORDS

    # What stands around.
    bounds: Bounds = field(default_factory=dict)
    tails: Bounds = field(default_factory=dict)
    #: "over", "about": prepositions of place and topic too.
    unsure: frozenset[str] = _NO_WORDS
    #: "talks about": behind these the unsure ones are no bounds.
    topics: frozenset[str] = _NO_WORDS
    #: "paid over four years": behind these "over" is a span of time.
    spread: frozenset[str] = _NO_WORDS
    between: frozenset[str] = _NO_WORDS
    both: frozenset[str] = _NO_WORDS
    to: frozenset[str] = _NO_WORDS
    or_: frozenset[str] = _NO_WORDS
    since: frozenset[str] = _NO_WORDS
    #: "ranging from": behind these "from 5 to 7" is a range.
    ranging: frozenset[str] = _NO_WORDS
    #: "rose 5 percent to 12 percent" are two values.
    changes: frozenset[str] = _NO_WORDS
    per: frozenset[str] = _NO_WORDS
    #: "a year ago" is no rate.
    ago: frozenset[str] = _NO_WORDS
    #: "a decade": spans behind an article; "an hour and a half": only with a half behind.
    spans: frozenset[str] = _NO_WORDS
    half_spans: frozenset[str] = _NO_WORDS
    #: "years old", behind the unit.
    old: Phrases = _NO_PHRASES
    #: "aged", before the numeral.
    aged: Phrases = _NO_PHRASES
    #: "jährig": an age in one word behind the numeral.
    aged_stem: str = "\0"
    #: "the woman, 34,".
    people: frozenset[str] = _NO_WORDS
    #: "the striker, 24,": endings of those who do something, and what ends so and is no person.
    person_ends: tuple[str, ...] = ()
    not_people: frozenset[str] = _NO_WORDS
    #: "at 78, she": the words before, and the words behind the comma.
    aged_at: frozenset[str] = _NO_WORDS
    aged_then: frozenset[str] = _NO_WORDS
    #: "Dupont, 34 ans,": behind a person, years are an age.
    years_are_ages: bool = False
    #: "Pérez, de 34 años".
    aged_links: frozenset[str] = _NO_WORDS
    #: "or older".
    older: frozenset[str] = _NO_WORDS
    #: "under-18s".
    groups: Phrases = _NO_PHRASES
    #: "in her 30s".
    theirs: frozenset[str] = _NO_WORDS

    # Nouns.
    #: Between a numeral and its unit: "two full days".
    inner: frozenset[str] = _NO_WORDS
    determiners: frozenset[str] = _NO_WORDS
    #: Words that end a noun phrase, beside those of the lexicon.
    stops: frozenset[str] = _NO_WORDS
    adjectives: frozenset[str] = _NO_WORDS
    plurals: dict[str, str] = field(default_factory=dict)
    not_plural: frozenset[str] = _NO_WORDS
    #: "20 dead".
    states: frozenset[str] = _NO_WORDS

    # Ranks, and numerals that count nothing.
    ordinals: dict[str, int] = field(default_factory=dict)
    #: Behind digits: "21st".
    suffixes: frozenset[str] = _NO_WORDS
    #: "first lady".
    not_ranked: frozenset[str] = _NO_WORDS
    #: "premier ministre": no rank behind "first" alone.
    not_first: frozenset[str] = _NO_WORDS
    #: "finished second".
    ranking: frozenset[str] = _NO_WORDS
    months: frozenset[str] = _NO_WORDS
    clocks: frozenset[str] = _NO_WORDS
    #: "section 5": what is numbered, not counted.
    labels: frozenset[str] = _NO_WORDS
    #: The same, unless a plural stands behind: "week 12 people".
    maybe_labels: frozenset[str] = _NO_WORDS
    #: "calle Mayor, 12", "12, rue de Rivoli"; German: endings of "Wilhelmstraße 49".
    streets: frozenset[str] = _NO_WORDS
    street_ends: tuple[str, ...] = ()
    #: Capitalised before a number they are a name: "the Group of Seven".
    bodies: frozenset[str] = _NO_WORDS
    #: Before a place with a capital: "in Kabul 12 people".
    places: frozenset[str] = _NO_WORDS
    #: "the 2016 elections": behind these four digits are a year.
    dated: frozenset[str] = _NO_WORDS

    @cached_property
    def vague_starts(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.vague)

    # Most figures stand beside none of these: to look for a phrase is dear, for a word cheap.

    @cached_property
    def bound_ends(self) -> frozenset[str]:
        return frozenset(phrase[-1] for phrase in self.bounds)

    @cached_property
    def tail_starts(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.tails)

    @cached_property
    def among_starts(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.among)

    @cached_property
    def old_starts(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.old)

    @cached_property
    def aged_ends(self) -> frozenset[str]:
        return frozenset(phrase[-1] for phrase in self.aged)

    @cached_property
    def vague_seconds(self) -> frozenset[str]:
        return frozenset(phrase[1] for phrase in self.vague if len(phrase) > 1)

    @cached_property
    def filling(self) -> frozenset[str]:
        """What stands between figures in a column of them, and the figures in words."""
        links = (self.both, self.to, self.or_, self.since, self.between, self.of)
        return self.starts.union(*links, *self.among)

    @cached_property
    def starts(self) -> frozenset[str]:
        """The words at which a figure may begin."""
        tables = (self.plain, self.scales, self.dozens, self.masses, self.fractions, self.folds)
        more = (self.hundreds, self.halves, self.articles, self.one, self.ordinals)
        most = (self.multiples, self.maybe_multiples, self.vague_starts)
        return frozenset().union(*tables, *more, *most)
