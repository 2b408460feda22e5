"""The words around a value: what it is a figure of."""

import re
from dataclasses import dataclass
from functools import cache

from factcheck.text.languages import primary
from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.values.reading_cues import anywhere, cues
from factcheck.text.values.reading_scene import Scene
from factcheck.text.values.value import Value
from factcheck.words import ValueKind

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# What says nothing about what a figure is of.
_EMPTY = words("""
    rate rates figure figures number numbers total level percent per cent percentage point
    points amount amounts about around nearly almost over under more less least most than up
    down only just some estimated estimate reported reportedly according said says say told
    report reports reporting run runs running ran hold held holds take takes place took last
    lasts lasted reach reaches reached hit hits stood stand stands made make makes given give
    gives put cost costs show shows showed shown rise rises rose risen fall falls fell fallen
    grew grow grows grown increase increased increases decrease decreased decline declined drop
    dropped dropping jumped climbed surged soared plunged shrank gained slipped higher lower can
    now still then also already again ever even much many few several other another such very
    quite really later earlier ago since until through today yesterday tomorrow monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august
    september october november december day days week weeks month months year years hour hours
    minute minutes time times half quarter third million billion trillion thousand hundred dozen
    dozens dollar dollars euro euros pound pounds currently recently approximately roughly
    expected planned set plan plans scheduled will would could might should previously new end
    start set off got get gets went go goes come came comes is are was were be been being has
    have had do does did mr mrs ms dr one two three four five six seven eight nine ten eleven
    twelve twenty thirty forty fifty sixty seventy eighty ninety kilometer kilometers kilometre
    kilometres mile miles km kmh mph meter meters metre metres ton tons tonne tonnes kilogram
    kilograms kg degrees degree celsius
""")
_ALIKE: tuple[frozenset[str], ...] = tuple(
    words(line)
    for line in """
        trip journey visit tour travel travels
        meeting summit talks meet met
        depart departs departed departure leave leaves left leaving
        arrive arrives arrived arrival
        death deaths dead die died dies killed kill kills fatalities fatality perished toll victims
        injury injuries injured wounded hurt
        company firm business
        car cars vehicle vehicles automobile automobiles
        carriage carriages wagon wagons coach coaches
        worker workers employee employees staff workforce employ employs employed
        loss losses lose loses lost
        profit profits earn earns earned earnings
        debt debts owe owes owed
        production produce produces produced output
        donation donations donate donates donated
        investment investments invest invests invested
        population inhabitants inhabitant resident residents
        weight weigh weighs weighed
        length long
        height tall high
        depth deep
        width wide
        spend spends spent spending expenditure
        export exports exported
        member members membership
        unemployment jobless unemployed joblessness
        inflation prices price cpi
        speed speeds fast travels travelling traveling
        soldier soldiers troop troops
        pay salary salaries wage wages
        revenue revenues sales sold
        person persons people
        overseas foreign abroad
        begin begins began begun start starts started open opens opened opening
        end ends ended close closes closed finish finishes finished
        attack attacks attacked strike strikes struck bombing
        election elections vote votes voted
        crash crashed accident collision
        quake earthquake tremor
        fire fires blaze
        protest protests demonstration demonstrations rally
        agreement deal treaty pact accord
        buy buys bought purchase purchased acquire acquired acquisition
        build builds built construct constructed
        win wins won victory
        storm hurricane typhoon cyclone
        child children kid kids
        missile missiles rocket rockets
    """.strip().splitlines()
)
# Who says a figure is no thing of which it is one.
SAYS = (
    r"\b(?:said|says|say|reported|reports|estimated|estimates|counted|counts|put (?:it|the \w+) at"
    r"|sagte|meldete|sprach von|dit|annoncé|dijo|informó)(?: that| dass| que)?(?: there were| only"
    r"| about)? ?$"
)
# How much of a sentence is looked at on either side.
_REACH = 300
_SET_OFF = re.compile(r"\bset(?:s|ting)? (?:off|out)\b", re.IGNORECASE)
# In how many letters a word is known by what it shares with its other forms.
_LONG = 5


@dataclass(frozen=True, slots=True)
class Context:
    """Words around one value, alike ones in one form; `shown` is how they stand in the text."""

    near: frozenset[str]
    wide: frozenset[str]
    #: As written, in small letters, for tables of words that exclude each other.
    near_raw: tuple[str, ...]
    wide_raw: tuple[str, ...]
    shown: str
    names: frozenset[str]
    #: Who does it: a name before a verb, or right before the value.
    subject: frozenset[str]
    #: The clause before the value, and what follows at once.
    before: str
    after: str

    @property
    def all(self) -> frozenset[str]:
        return self.near | self.wide


def context(scene: Scene, value: Value) -> Context:
    """The words of its clause, and those of its sentence and the one before."""
    text = scene.text
    sentence, previous = scene.sentence(value.start), scene.sentence(value.start, -1)
    before = text[max(sentence.start, value.start - _REACH) : value.start]
    after = text[value.end : min(sentence.end, value.end + _REACH)]
    ends = f"{cues(scene.language).ends}|{cues(scene.language).ends_negation}|,"
    clause_before, clause_after = _last_part(before, ends), _first_part(after, ends)
    of = f" {value.text if value.kind is ValueKind.ORDINAL else value.of or ''} "
    told = "" if anywhere(SAYS).search(clause_before) else clause_before
    near = f"{told}{of}{clause_after}"
    wide = f"{text[max(previous.start, previous.end - _REACH) : previous.end]} {before}{of}{after}"
    return Context(
        near=content(near, scene.language),
        wide=content(wide, scene.language),
        near_raw=_raw(near),
        wide_raw=_raw(f"{before}{of}{after}"),
        shown=_shown(near, scene.language) or _shown(f"{before} {after}", scene.language),
        names=_names(wide) - _function(scene.language),
        subject=_subject(clause_before, scene.language),
        before=clause_before[-80:],
        after=clause_after[:40],
    )


def described(value: Value) -> frozenset[str]:
    """The words between a figure and what it counts: gold, of three gold medals."""
    return content(value.text, "en") - content(value.of or "", "en")


def _last_part(text: str, ends: str) -> str:
    start = 0
    for found in anywhere(ends).finditer(text):
        start = found.end()
    # "On Monday, the train left": what follows the comma is the clause, too.
    return text[start:] if _WORD.search(text, start) else text


def _first_part(text: str, ends: str) -> str:
    found = anywhere(ends).search(text)
    return text[: found.start()] if found else text


def _raw(text: str) -> tuple[str, ...]:
    found = (match[0].lower().removesuffix("'s") for match in _WORD.finditer(text))
    return tuple(part for word in found for part in {word, *word.split("-")})


def content(text: str, language: str) -> frozenset[str]:
    """The words of a text that say something, alike ones in one form."""
    empty = _function(language)
    row = _raw(_SET_OFF.sub("depart", text))
    return frozenset(_form(word) for word in row if len(word) > 2 and word not in empty)


def _names(text: str) -> frozenset[str]:
    return frozenset(
        _form(match[0].lower().removesuffix("'s"))
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
    )


def _subject(clause: str, language: str) -> frozenset[str]:
    """`Smith won` -> Smith; nobody where a clause begins with another word."""
    row = [match[0] for match in _WORD.finditer(clause)][:6]
    size = next((at for at, word in enumerate(row) if not word[0].isupper()), len(row))
    verb = row[size].lower() if size < len(row) else None
    if not size or (verb is not None and verb not in lexicon(primary(language)).verbs):
        return frozenset()
    return frozenset(_form(word.lower()) for word in row[:size]) - _function(language)


def _shown(text: str, language: str) -> str:
    """The nearest words that say what the value is of."""
    empty = _function(language)
    found = [match[0] for match in _WORD.finditer(text)]
    told = [word for word in found if word.lower() not in empty and len(word) > 2]
    return " ".join(told[:3])


@cache
def _function(language: str) -> frozenset[str]:
    known = lexicon(primary(language))
    return _EMPTY | known.function | known.numbers | known.scales | known.months | known.weekdays


@cache
def _alike() -> dict[str, str]:
    return {word: min(group) for group in _ALIKE for word in group}


def _form(word: str) -> str:
    """One form for the forms of a word, roughly; it is only compared with others made so."""
    alike = _alike().get(word)
    if alike:
        return alike
    bare = word
    if len(bare) > 4 and bare.endswith("ies"):
        bare = bare[:-3] + "y"
    elif len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")):
        bare = bare[:-1]
    for ending in ("ing", "ed"):
        if len(bare) > _LONG + 1 and bare.endswith(ending):
            bare = bare.removesuffix(ending)
    return _alike().get(bare, bare.removesuffix("e") if len(bare) > _LONG else bare)
