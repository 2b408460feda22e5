"""The words around a value: what it is a figure of."""

import re
from dataclasses import dataclass
from functools import cache

from factcheck.text.languages import primary
from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.values.reading.alike import form, plainer
from factcheck.text.values.reading.cues import anywhere, cues
from factcheck.text.values.reading.scene import Scene
from factcheck.text.values.reading.subject import head, is_adrift, subject
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
    occurred occurs happened happens lies lie lay located situated measures measured main key
    base overall latest back
    expanded contracted dipped eased slid slides dips eases expand contract narrowed widened
    dropped dropping jumped climbed surged soared plunged shrank gained slipped higher lower can
    now still then also already again ever even much many few several other another such very
    quite really later earlier ago since until through today yesterday tomorrow monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august
    september october november december day days week weeks month months year years hour hours
    minute minutes time times half quarter third million billion trillion thousand hundred dozen
    thousands hundreds millions billions tens scores dozens dollar dollars euro euros pound pounds
    currently recently approximately roughly
    expected planned set plan plans scheduled will would could might should previously new end
    start set off got get gets went go goes come came comes is are was were be been being has
    have had do does did mr mrs ms dr one two three four five six seven eight nine ten eleven
    twelve twenty thirty forty fifty sixty seventy eighty ninety kilometer kilometers kilometre
    kilometres mile miles km kmh mph meter meters metre metres ton tons tonne tonnes kilogram
    kilograms kg degrees degree celsius
""")
# Who says a figure is no thing of which it is one.
SAYS = (
    r"\b(?:said|says|say|reported|reports|estimated|estimates|counted|counts|put (?:it|the \w+) at"
    r"|sagte|meldete|sprach von|dit|annoncé|dijo|informó)(?: that| dass| que)?(?: there were| only"
    r"| about)? ?$"
)
# How much of a sentence is looked at on either side.
_REACH = 300
# So near are the words that say that a figure is that of another time.
_LEAD = 60


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
    #: What does it, where that is no name: the central bank.
    head: frozenset[str]
    #: The clause before the value, and what follows at once.
    before: str
    after: str
    #: What stands right before the value, whether it is of the clause or not; and the sentence
    #: behind it.
    lead: str
    tail: str
    #: Its sentence has no subject of its own.
    is_adrift: bool

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
    near = plainer(f"{told}{of}{clause_after}")
    own = plainer(f"{before}{of}{after}")
    wide = f"{text[max(previous.start, previous.end - _REACH) : previous.end]} {own}"
    return Context(
        near=content(near, scene.language),
        wide=content(wide, scene.language),
        near_raw=_raw(near),
        wide_raw=_raw(own),
        shown=_shown(near, scene.language) or _shown(f"{before} {after}", scene.language),
        names=_names(wide) - _function(scene.language),
        subject=_subject(clause_before, scene.language),
        head=frozenset(form(word) for word in head(clause_before)) - _function(scene.language),
        before=clause_before[-80:],
        after=clause_after[:40],
        lead=before[-_LEAD:],
        tail=after[:_LEAD],
        is_adrift=is_adrift(text[sentence.start : sentence.end], scene.language),
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
    return tuple(part for word in found for part in _parts(word))


def _parts(word: str) -> tuple[str, ...]:
    """`start-up` is `startup` too."""
    return (word, *word.split("-"), word.replace("-", "")) if "-" in word else (word,)


def content(text: str, language: str) -> frozenset[str]:
    """The words of a text that say something, alike ones in one form."""
    empty = _function(language)
    row = _raw(plainer(text))
    return frozenset(form(word) for word in row if len(word) > 2 and word not in empty)


def _names(text: str) -> frozenset[str]:
    return frozenset(
        form(match[0].lower().removesuffix("'s"))
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
    )


def _subject(clause: str, language: str) -> frozenset[str]:
    found = subject(clause, language)
    return frozenset(form(word) for word in found) - _function(language)


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
