"""What the words of the calendar are in a language: the shape of the tables.

Every word gets a letter, and the patterns of patterns.py run over the letters:

    M  month            m  a month that is another word too   a  a short month
    W  weekday          w  a short weekday                    T  today and alike
    p  morning          u  day, week, month, year, decade     y  weekend
    U  century          S  season                             R  quarter
    Q  Q3               P  H1                                 H  half
    L  last, this, next l  the same behind its noun           j  previous, following
    G  ago              g  the same before its number         B  earlier, later
    n  number word      q  several                            o  spelled ordinal
    r  Roman numeral    d  "années" of "années 1990"           k  early, late
    h  o'clock          Z  noon                               z  time zone
    v  of               e  the                                i  in, since
    f  from             b  between                            t  to
    &  and              x  clock time follows ("a las")       %  what is counted, units, percent
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.words import Bound

_ROMANS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"),
    *("XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII"),
)
# One letter alone is more often a name or "I".
_SHORTEST_ROMAN = 2


def words(line: str) -> frozenset[str]:
    return frozenset(line.split())


def phrases(line: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in line.split(",") if phrase.strip())


def numbered(line: str, first: int = 1) -> dict[str, int]:
    """Words in their order; a stroke parts those of one number, `-` leaves a number out."""
    numbers = {}
    for number, forms in enumerate(line.split(), first):
        numbers.update(dict.fromkeys(forms.split("/"), number))
    numbers.pop("-", None)
    return numbers


def valued(**lists: str) -> dict[str, int]:
    """`minus_1="last past", zero="this", plus_1="next"` and the like, by name of the number."""
    return {word: _NAMES[name] for name, line in lists.items() for word in line.split()}


def bounded(**lists: str) -> dict[str, Bound]:
    """Phrases by the name of their bound."""
    return {phrase: Bound[name.upper()] for name, line in lists.items() for phrase in phrases(line)}


_NAMES = {"minus_2": -2, "minus_1": -1, "zero": 0, "plus_1": 1, "plus_2": 2}

# Units of the calendar.
DAY, WEEK, MONTH, YEAR, DECADE, QUARTER, CENTURY = range(7)


@dataclass(frozen=True, eq=False)
class DateWords:
    """The tables of one language, in lower case; what is left out is not looked for."""

    months: str
    short_months: str
    weekdays: str
    short_weekdays: str = ""
    #: Months that are other words too: only beside a day, a year, or behind "in".
    doubtful: frozenset[str] = frozenset()
    #: Never a date in lower case.
    capital: frozenset[str] = frozenset()
    #: Never a date with a capital.
    small: frozenset[str] = frozenset()
    days: Mapping[str, int] = field(default_factory=dict)
    nights: frozenset[str] = frozenset()
    day_parts: frozenset[str] = frozenset()
    #: Endings by which a weekday and a part of the day make one word.
    day_ends: tuple[str, ...] = ()
    units: Mapping[str, int] = field(default_factory=dict)
    weekends: frozenset[str] = frozenset()
    centuries: frozenset[str] = frozenset()
    seasons: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    quarter_mark: str = ""
    halves: frozenset[str] = frozenset()
    near: Mapping[str, int] = field(default_factory=dict)
    near_behind: Mapping[str, int] = field(default_factory=dict)
    relative: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    #: The last word of what stands before the number: `a` of "il y a".
    ago_before: Mapping[str, str] = field(default_factory=dict)
    earlier: frozenset[str] = frozenset()
    numbers: str = ""
    tens: Mapping[str, int] = field(default_factory=dict)
    one: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    ordinals: str = ""
    decades: frozenset[str] = frozenset()
    decade_names: Mapping[str, int] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    clocks: frozenset[str] = frozenset()
    at_clock: frozenset[str] = frozenset()
    noon: frozenset[str] = frozenset()
    midnight: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    the: frozenset[str] = frozenset()
    into: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    from_: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    #: "1999 people" are no year, but "in 1999 prices" fell.
    plural_ends: tuple[str, ...] = ()

    #: What stands before a date and limits it.
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    #: The same before "two years ago": more than that is before it.
    ago_bounds: Mapping[str, Bound] = field(default_factory=dict)
    #: After these nouns "from 2019" is where a thing comes from, not a beginning.
    dated_things: frozenset[str] = frozenset()
    #: "the Sept. 11 attacks": such a date without its year is the name of an event.
    events: frozenset[str] = frozenset()
    #: "terror": may stand before the event.
    event_words: frozenset[str] = frozenset()
    #: "the attacks of Sept. 11": between the event and its date.
    of_event: frozenset[str] = frozenset()
    #: "Straße des 17. Juni".
    streets: frozenset[str] = frozenset()
    #: "a Friday report": beside `dated_things`, what happens or comes out on a day.
    day_things: frozenset[str] = frozenset()
    #: "half past eight".
    past_hour: frozenset[str] = frozenset()
    to_hour: frozenset[str] = frozenset()
    #: "every Monday" is no date.
    habits: frozenset[str] = frozenset()
    #: "Black Friday", "Sheffield Wednesday".
    named_before: frozenset[str] = frozenset()
    #: "the Sunday Times".
    named_behind: frozenset[str] = frozenset()
    #: "flight 1999".
    numbered_things: frozenset[str] = frozenset()
    #: "at least 2000".
    amounts: frozenset[str] = frozenset()

    #: Words by which what follows is still to come, or is past.
    future: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    future_ends: tuple[str, ...] = ()
    past_ends: tuple[str, ...] = ()
    #: A participle behind one of these is not past: "will be held".
    modals: frozenset[str] = frozenset()
    #: "agreed to meet": past verbs after which an infinitive is to come.
    intending: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    #: "until" is past behind these: "lasted until Friday".
    lasting: frozenset[str] = frozenset()
    #: Bounds that look ahead, or back.
    ahead: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    #: `'s` makes of a date the attribute of a noun.
    possessive: bool = False
    #: 11.09. is a date.
    short_dots: bool = False

    @cached_property
    def letters(self) -> dict[str, str]:
        """The letter of every word, in each of its spellings."""
        letters: dict[str, str] = {}
        for letter, listed in self._lists():
            for word in listed:
                for form in self._forms(word, letter):
                    letters.setdefault(form, letter)
        letters.update(dict.fromkeys(_roman_forms(), "r"))
        letters.update(dict.fromkeys(_ZONES, "z"))
        letters.update({f"{self.quarter_mark}{number}": "Q" for number in range(1, 5)})
        letters.update({f"H{number}": "P" for number in (1, 2)})
        return letters

    @cached_property
    def values(self) -> dict[str, int]:
        """The number that a word in lower case stands for."""
        return {
            **numbered(self.ordinals),
            **numbered(self.numbers, 1),
            **self.tens,
            **dict.fromkeys(self.one, 1),
            **numbered(self.short_months),
            **numbered(self.months),
            **numbered(self.short_weekdays, 0),
            **self._weekday_values(),
            **self.units,
            **self.near,
            **self.near_behind,
            **self.days,
            **self.decade_names,
            **{form.lower(): _roman(form) for form in _roman_forms()},
        }

    def _weekday_values(self) -> dict[str, int]:
        plain = numbered(self.weekdays, 0)
        joined = {day + end: number for day, number in plain.items() for end in self.day_ends}
        return {**plain, **joined}

    def _lists(self) -> Iterable[tuple[str, Iterable[str]]]:
        months = numbered(self.months)
        yield "m", (word for word in months if word in self.doubtful)
        yield "M", months
        yield "a", numbered(self.short_months)
        yield "W", self._weekday_values()
        yield "w", numbered(self.short_weekdays)
        yield from (
            *(("T", self.days), ("p", self.day_parts), ("u", self.units), ("y", self.weekends)),
            *(("U", self.centuries), ("S", self.seasons), ("R", self.quarters)),
            *(("H", self.halves), ("L", self.near), ("l", self.near_behind)),
            *(("j", self.relative), ("G", self.ago), ("g", self.ago_before), ("B", self.earlier)),
            *(("o", numbered(self.ordinals)), ("n", numbered(self.numbers)), ("n", self.tens)),
            *(("n", self.one), ("q", self.several), ("d", self.decades), ("E", self.decade_names)),
            *(("k", self.parts), ("h", self.clocks), ("x", self.at_clock), ("Z", self.noon)),
            *(("Z", self.midnight), ("v", self.of), ("f", self.from_), ("b", self.between)),
            *(("t", self.until), ("i", self.since), ("i", self.into), ("e", self.the)),
            *(("&", self.both), ("%", self.counted)),
        )

    def _forms(self, word: str, letter: str) -> list[str]:
        forms = [word.capitalize(), word.upper(), word]
        if word in self.capital or letter == "w":
            forms.pop()
        if word in self.small:
            forms = forms[1:]
        return forms


def _roman_forms() -> Iterable[str]:
    for numeral in _ROMANS:
        if len(numeral) >= _SHORTEST_ROMAN:
            yield from (numeral, f"{numeral}e", f"{numeral}ème")


def _roman(form: str) -> int:
    return _ROMANS.index(form.removesuffix("e").removesuffix("èm")) + 1


_ZONES = words(
    """
    GMT UTC BST CET CEST EST EDT ET CDT PST PDT PT MST MDT WET WEST EET EEST IST JST KST AEST
    AEDT MSK HKT SGT SAST MEZ MESZ
    """
)
