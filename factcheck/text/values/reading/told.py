"""Whose words a value is: those of the claimant, those of a rumour, or of some other source."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from factcheck.text.lexicon.shape import words
from factcheck.text.values.reading.cues import anywhere, compiled
from factcheck.text.values.reading.scene import Scene
from factcheck.text.values.reading.shape import Cues
from factcheck.text.values.value import Value

_WORD = re.compile(r"[^\W_](?:[\w&]|[.'-](?=\w))*")
_ARTICLES = words("the a an der die das le la les el los las une una ein eine of and")
# What many names share, and by which nobody is known.
_SHARED = words("""
    agency news ministry minister president prime premier official officials analyst analysts
    department office university institute school college center centre council committee
    government company corporation corp inc ltd co group party newspaper magazine press media
    spokesman spokeswoman spokesperson leader chief director chair chairman senator governor
    mayor king queen mr mrs ms dr sir professor prof general expert experts report reports website
    forum state states national international federal world bank jr sr ii iii iv former for on in
    at by de von van der du und y et del broadcaster service organisation organization association
    foundation police army military authority authorities researchers scientists residents people
    users post posts secretary lawmaker lawmakers sources source
""")
# Last words of names that are nobody's last name.
_NEVER_ALONE = words(
    "house nations union times post street journal kingdom korea east america africa fund"
)
_GIVES = (
    r"(?:'s?)? (?:own |new |latest |first |initial |preliminary )?(?:\w+ )?(?:claims?|figures?"
    r"|estimates?|numbers?|data|statements?|assertions?|boasts?|reports?|counts?|tall(?:y|ies)|polls?"
    r"|tweets?|posts?|remarks?|words?|account|total|statistics|survey|stud(?:y|ies)|website)\b"
)
_BEHIND_NAME = rf"{_GIVES}| ?[:)\]]"
_BEFORE_NAME = (
    r"(?:(?:said|reported|cited|given|quoted|estimated|published|released|claimed|stated|made|told"
    r"|data|figures?|numbers?|compiled|issued|according to|per|via|source:|credit:|citing|quoting"
    r"|laut|selon|según)(?: by| from| to)?|[(\u2013\u2014-])"
    r"(?: ?(?:the|a|an|state|news|media|agency|south|north|president|mr|ms|[A-Z][\w.]+,?|and)){0,6}"
    r"[ ,]{0,2}$"
)
_PERSONAL = frozenset(
    {"i", "he", "she", "er", "sie", "il", "elle", "él", "ella", "yo", "je", "ich"}
)


class Told(NamedTuple):
    """Who gives a value, if anybody is named."""

    source: str | None = None
    by_claimant: str | None = None
    by_rumour: str | None = None


class Name(NamedTuple):
    """Somebody, in folded words."""

    words: tuple[str, ...]
    #: The words by which they are known: a last name, or all that no other name shares.
    key: tuple[str, ...]
    known: frozenset[str]
    role: frozenset[str]
    initials: str


def told(scene: Scene, value: Value, claimant: str | None, known: Cues) -> Told:
    name = named(claimant) if claimant else None
    found = Told()
    for one in scene.told:
        if one.content is None or not one.content.start <= value.start < one.content.end:
            continue
        if _is_of_another(scene.text[one.content.start : value.start]):
            continue
        source = scene.text[one.source.start : one.source.end] if one.source else ""
        found = _with(found, source, name, scene, known)
    if name and not found.by_claimant and _gives(scene, value, name):
        return found._replace(by_claimant=claimant)
    return found


# "He said it fell, but police statistics show that" has another source.
_ANOTHER = (
    r"[,;] (?:but|while|whereas|though|although|yet) (?:[\w'-]+ ){1,6}(?:shows?|showed|says?|said"
    r"|puts?|found|suggests?|indicates?|recorded|reported|estimates?|counted)\b"
)


def _is_of_another(between: str) -> bool:
    return anywhere(_ANOTHER).search(between[-400:]) is not None


def _with(found: Told, source: str, name: Name | None, scene: Scene, known: Cues) -> Told:
    """`found`, and what one more source says about it."""
    if name and _is_claimant(source, name, scene, known):
        return found._replace(by_claimant=source)
    if source and compiled(known.rumour).search(source):
        return found._replace(by_rumour=source)
    return found._replace(source=found.source or source or None)


def _is_claimant(source: str, name: Name, scene: Scene, known: Cues) -> bool:
    if same(source, name):
        return True
    bare = source.strip()
    if compiled(known.pronouns).match(bare):
        # Nobody can tell who "he" is in a passage cut from its page.
        return bare.lower() in _PERSONAL or _stands(scene, name)
    return compiled(known.roles).match(bare) is not None and _stands(scene, name)


def same(source: str, name: Name) -> bool:
    """Whether `source` names the one who is `name`."""
    parts = _folded(source)
    plain = frozenset(parts) - _ARTICLES
    if not plain:
        return False
    if name.key and _holds(parts, name.key):
        return True
    if plain == frozenset(name.words) - _ARTICLES or (name.role and plain <= name.role):
        return True
    telling = plain - _SHARED
    return bool(telling - _NEVER_ALONE and telling <= name.known) or name.initials in plain


@cache
def named(claimant: str) -> Name:
    """`Kim Lee, head of the bank` -> the words of the name, and apart from them of the role."""
    first, _comma, rest = claimant.partition(",")
    row = _folded(first)
    telling = [word for word in row if word not in _SHARED | _ARTICLES]
    key = telling[-1:] if telling and telling[-1] not in _NEVER_ALONE else telling
    if len(key) == 1 and key[0] in _NEVER_ALONE:
        key = []
    role = frozenset(_folded(rest)) - _ARTICLES
    lead = frozenset(row[: -len(telling)]) - _ARTICLES if telling else frozenset()
    parts = [word for word in row if word not in _ARTICLES]
    initials = "".join(word[0] for word in parts) if len(parts) > 1 else "\0"
    return Name(tuple(row), tuple(key), frozenset(telling), role | lead, initials)


def _folded(text: str) -> list[str]:
    parts = unicodedata.normalize("NFKD", text[:400].casefold())
    bare = "".join(char for char in parts if not unicodedata.combining(char))
    found = (match[0] for match in _WORD.finditer(bare.replace("\u2019", "'")))
    return [word.removesuffix("'s").replace(".", "") for word in found]


def _holds(row: list[str], key: tuple[str, ...]) -> bool:
    size = len(key)
    return any(tuple(row[at : at + size]) == key for at in range(len(row) - size + 1))


@cache
def _pattern(key: tuple[str, ...]) -> re.Pattern[str]:
    row = r"[\s-]+".join(re.escape(word) for word in key)
    return re.compile(rf"(?<!\w){row}(?!\w)", re.IGNORECASE)


def _stands(scene: Scene, name: Name) -> bool:
    return bool(name.key) and _pattern(name.key).search(_bare(scene.text)) is not None


def _gives(scene: Scene, value: Value, name: Name) -> bool:
    """`Yonhap's figure of 60 km/h`, `60 km/h (Yonhap)`, `Yonhap: 60 km/h`."""
    if not name.key:
        return False
    before = _bare(scene.before(value))
    line = before + " " * (value.end - value.start) + _bare(scene.after(value))
    for found in _pattern(name.key).finditer(line):
        if anywhere(_BEHIND_NAME).match(line, found.end()):
            return True
        start = max(0, found.start() - 60)
        if anywhere(_BEFORE_NAME).search(line[start : found.start()]):
            return True
    return False


def _bare(text: str) -> str:
    """`text` without accents; its characters stay where they are."""
    return "".join(_letter(char) for char in text) if not text.isascii() else text


@cache
def _letter(char: str) -> str:
    first = unicodedata.normalize("NFKD", char)[:1]
    return first or char
