"""What is counted: the noun behind a numeral, singular and in lower case."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.text.lexicon import Lexicon, lexicon
from factcheck.text.values.quantities.rows import Row
from factcheck.text.values.quantities.tongues import Tongue
from factcheck.text.values.quantities.tongues.shape import Order, words

_FARTHEST = 6


class Noun(NamedTuple):
    """A noun, and the word behind it."""

    name: str
    last: int
    #: Where the noun itself stands, in compounds and behind adjectives.
    head: int


def noun(row: Row, at: int, *, one: bool = False) -> Noun | None:
    """The noun that is counted by the numeral before word `at`; `one` looks for a singular."""
    tongue = row.tongue
    if one and tongue.order is Order.PLURAL:
        return _singular(row, at)
    if tongue.order is Order.PLURAL:
        return _plural(row, at) or _state(row, at)
    return _capital(row, at) if tongue.order is Order.CAPITAL else _first(row, at)


def joined(row: Row, at: int) -> Noun | None:
    """The noun behind the hyphen of `12-member team`."""
    word = row.words[at]
    if is_adjective(word, row.tongue) or word == "strong":
        return None
    if len(word) < 3 or not word.isalpha() or word in _stopping(row.tongue) or _is_participle(word):
        return None
    return Noun(singular(word, row.tongue), at + 1, at)


def share(row: Row, at: int) -> str | None:
    """What a share is of, from the "of" at word `at` on."""
    tongue = row.tongue
    if row.words[at] not in tongue.of:
        return None
    at += 1
    while _is_before_noun(row, at):
        at += 1
    if row.words[at] in tongue.plain or tongue.order is not Order.PLURAL:
        found = noun(row, at + (row.words[at] in tongue.plain))
        return found.name if found else None
    found = _plural(row, at)
    if found and (not row.capital(found.head) or _is_acronym(row, found.head)):
        return found.name
    return _last(row, at)


def is_noun(row: Row, at: int) -> bool:
    """Whether word `at` may be a noun or a name: no word that ends a noun phrase."""
    word = row.words[at]
    return word.isalpha() and not _stops(row, at) and word not in row.tongue.months


def _is_before_noun(row: Row, at: int) -> bool:
    word, tongue = row.words[at], row.tongue
    if word in tongue.determiners or word in tongue.of or word.endswith("'s"):
        return True
    return row.digits(at) or (word in tongue.scales and row.digits(at - 1))


def phrase(row: Row, at: int) -> Noun | None:
    """The noun behind an ordinal with its adjectives: `overseas trip`."""
    run = list(_run(row, at))[:4]
    if row.tongue.order is Order.CAPITAL:
        return _capital(row, at)
    if row.tongue.order is Order.FIRST:
        return _first(row, at)
    kept = _shortened(row, run)
    if not kept:
        return None
    text = row.text[row.starts[kept[0]] : row.ends[kept[-1]]].lower()
    words = text.split()
    words[-1] = singular(words[-1], row.tongue)
    return Noun(" ".join(words), kept[-1] + 1, kept[-1])


def _shortened(row: Row, run: list[int]) -> list[int]:
    """Up to the head: what follows a noun with -ed or -ing tells of it."""
    kept: list[int] = []
    verbs = lexicon(row.tongue.language).verbs
    for place in run:
        word = row.words[place]
        if kept and (word in verbs or _is_verb(row, word, kept[-1])):
            break
        if kept and _is_participle(word) and not is_adjective(row.words[kept[-1]], row.tongue):
            break
        if word.endswith("ly") and len(word) > 4 and kept:
            break
        if kept and row.capital(place) and not row.capital(kept[-1]):
            break
        kept.append(place)
    while kept and (row.words[kept[-1]] == "-" or _is_participle(row.words[kept[-1]])):
        kept.pop()
    return kept


def _is_verb(row: Row, word: str, before: int) -> bool:
    """`the population lacks`: behind a singular, what ends in s is a verb."""
    noun = row.words[before]
    if row.tongue.language != "en" or noun == "-" or noun.endswith("'s"):
        return False
    return (
        not is_adjective(noun, row.tongue)
        and is_plural(word, row.tongue)
        and (word not in row.tongue.plurals and not row.capital(before))
    )


def _is_participle(word: str) -> bool:
    return len(word) > 4 and word.endswith(("ed", "ing")) and word not in _NOUNS


# Nouns that end like participles.
_NOUNS = words("""
    meeting building hearing briefing ceiling reading ruling shooting hundred wedding wing
    ring king spring string painting filing landing rating ranking offering beginning
    sibling morning evening killing bombing stabbing screening sitting opening crossing
    outing standing feed seed sighting warning finding firing closing crossing swing evening
    weekend
""")


def _plural(row: Row, at: int) -> Noun | None:
    """The first plural; a plural behind it is the head, as in `weapons systems`."""
    found = None
    for place in _run(row, at):
        if is_plural(row.words[place], row.tongue) or _is_acronym(row, place):
            found = place
        elif found is not None:
            break
    if found is None:
        return None
    name = row.words[found]
    name = name[:-1] if _is_acronym(row, found) else singular(name, row.tongue)
    return Noun(name, found + 1, found)


def _is_acronym(row: Row, at: int) -> bool:
    """`MPs`, `NGOs`."""
    word = row.text[row.starts[at] : row.ends[at]]
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def _state(row: Row, at: int) -> Noun | None:
    """`20 dead`, `30 injured`."""
    word = row.words[at]
    return Noun(word, at + 1, at) if word in row.tongue.states else None


def _singular(row: Row, at: int) -> Noun | None:
    """`one American soldier`."""
    kept = [place for place in _shortened(row, list(_run(row, at))) if row.words[place] != "-"]
    while kept and is_adjective(row.words[kept[-1]], row.tongue):
        kept.pop()
    if not kept or row.capital(kept[-1]) or row.words[kept[-1]].endswith("ly"):
        return None
    return Noun(row.words[kept[-1]], kept[-1] + 1, kept[-1])


def _last(row: Row, at: int) -> str | None:
    """`of the population`, `of GDP`, `of the United States`."""
    run = list(_run(row, at))
    if run and row.capital(run[0]):
        names = [place for place in run if row.capital(place)]
        plain = [place for place in _shortened(row, run) if not row.capital(place)]
        if len(names) == 1 and is_plural(row.words[names[0]], row.tongue):
            return singular(row.words[names[0]], row.tongue)
        if not plain:
            return " ".join(row.words[place].removesuffix("'s") for place in names)
    kept = _shortened(row, run)
    return singular(row.words[kept[-1]].removesuffix("'s"), row.tongue) if kept else None


def _run(row: Row, at: int) -> Iterator[int]:
    """The places of the words of one noun phrase."""
    words, last = row.words, at + _FARTHEST
    while at < last:
        word = words[at]
        if (word in _HYPHENS and word and row.glued(at - 1) and row.glued(at)) or (
            word == "," and is_adjective(words[at - 1], row.tongue) and words[at + 1].isalpha()
        ):
            last += 1
        elif word == "," or not word[:1].isalpha() or _stops(row, at):
            return
        else:
            yield at
        at += 1


_HYPHENS = "-\u2010\u2011"


def _stops(row: Row, at: int) -> bool:
    """Whether no noun phrase goes on here; words inside `state-of-the-art` do not stop it."""
    word = row.words[at]
    if word not in _stopping(row.tongue):
        return False
    joined = row.words[at - 1] in _HYPHENS or row.words[at + 1] in _HYPHENS
    return not (joined and row.glued(at))


@lru_cache(maxsize=8)
def _stopping(tongue: Tongue) -> frozenset[str]:
    words: Lexicon = lexicon(tongue.language)
    kept = {"more", "other", "such", "own"} | set(tongue.plurals) | tongue.adjectives
    # Behind a numeral "votes" and "reports" are plurals.
    verbs = {verb for verb in words.verbs if verb[-1] != "s" or len(verb) < 5}
    stopping = words.function | verbs | tongue.stops
    return frozenset(stopping) - (kept - tongue.stops)


@lru_cache(maxsize=4096)
def is_plural(word: str, tongue: Tongue) -> bool:
    word = word.removesuffix("'")
    if word in tongue.plurals or (tongue.language == "en" and word.endswith(_MEN)):
        return word not in _NOT_MEN
    if len(word) < 4 or word in tongue.not_plural:
        return False
    return word[-1] == "s" and word[-2:] not in {"ss", "us", "is", "'s"}


_MEN = ("children", "women", "men")
_NOT_MEN = words("specimen regimen abdomen acumen omen amen semen yemen")


@lru_cache(maxsize=4096)
def is_adjective(word: str, tongue: Tongue) -> bool:
    words: Lexicon = lexicon(tongue.language)
    if word in words.adjectives or word in tongue.adjectives or word in words.looks:
        return True
    return len(word) > 4 and word not in _NOUNS and word.endswith(words.adjective_ends or ("\0",))


@lru_cache(maxsize=4096)
def singular(word: str, tongue: Tongue) -> str:
    if word in tongue.plurals:
        return tongue.plurals[word]
    word = word.removesuffix("'")
    return _SINGULARS.get(tongue.language, str)(word)


def _english(word: str) -> str:
    if word.endswith(_MEN) and word not in _NOT_MEN:
        return word[:-3] if word.endswith("ren") else word[:-2] + "an"
    if len(word) < 4 or word[-1] != "s" or word[-2:] in {"ss", "us", "is"}:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "uses")) and word not in _HOUSES:
        return word[:-2]
    if word.endswith("oes") and len(word) > 5:
        return word[:-2]
    return word[:-1]


_HOUSES = words("""
    houses warehouses causes clauses uses spouses excuses nurses aches headaches caches
    abuses pauses blouses horses mouses greenhouses courthouses
""")


def _french(word: str) -> str:
    if word.endswith("aux") and len(word) > 4 and not word.endswith("eaux"):
        return word[:-3] + "al"
    return word[:-1] if word[-1:] in {"s", "x"} and len(word) > 3 and word not in _FIXED else word


_FIXED = words("""
    fois mois pays corps bras cas prix voix avis repas temps procès succès français anglais
    colis
""")


def _spanish(word: str) -> str:
    if word.endswith("ces"):
        return word[:-3] + "z"
    if word.endswith("iones"):
        return word[:-5] + "ión"
    if word.endswith("es") and word[-3:-2] in set("rlndj") and len(word) > 4:
        return word[:-1] if word in _WITH_E else word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


_WITH_E = words("""
    detalles calles valles hombres nombres padres madres aires títulos trenes clases bosques
    postes viajes rehenes jefes coches dirigentes
""") - {"trenes", "rehenes"}


def _german(word: str) -> str:
    if word.endswith("innen"):
        return word[:-3]
    return word[:-2] if word.endswith(("ungen", "heiten", "keiten", "ionen", "schaften")) else word


_SINGULARS = {"en": _english, "fr": _french, "es": _spanish, "de": _german}


_PLAIN_OF = frozenset({"de", "d'"})


def _capital(row: Row, at: int) -> Noun | None:
    """German: the first noun, which has a capital."""
    for place in _run(row, at):
        if row.capital(place) and not (row.capital(place + 1) and _is_name(row, place)):
            return Noun(singular(row.words[place], row.tongue), place + 1, place)
    return None


def _is_name(row: Row, at: int) -> bool:
    return row.words[at].endswith("er") and row.ends[at] + 1 == row.starts[at + 1]


def _first(row: Row, at: int) -> Noun | None:
    """French and Spanish: the first noun; most adjectives stand behind it."""
    # "14 del aeropuerto" counts no airport.
    at += row.words[at] in _PLAIN_OF
    for place in _run(row, at):
        if not is_adjective(row.words[place], row.tongue) and not row.capital(place):
            return Noun(singular(row.words[place], row.tongue), place + 1, place)
    return None
