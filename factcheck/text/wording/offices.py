"""The office that a claim gives to a person, and the person."""

import re
from typing import NamedTuple

from factcheck.text import elements
from factcheck.text.folding import folded
from factcheck.text.lexicon import Lexicon, lexicon
from factcheck.text.lexicon.shape import words as table
from factcheck.text.spans import Span
from factcheck.text.wording.forms import FRAME, claimed, framed, parts
from factcheck.words import Kind

# A claim without a name of so many words is an office and nothing else.
BARE = 14

# Between a name and its office, in characters: "Ramon Pacheco Pardo, the Korea Chair".
FAR = 16
LONGEST_WORD = 42

_WORD_BEFORE = re.compile(r"([\w'.]{1,40})([ \-])\Z")
_ENDS = re.compile(r"[,;:()\"]|\. |\.$")
_LEAD = re.compile(
    r"(?:(?:the|a|an|as|is|was|are|were|became|who|its|his|her|their|der|die|das|ein|eine|ist|war"
    r"|le|la|les|un|une|est|el|es) )+",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r" (?:said|says|told|told\b.*|remarked|warned|added|met|arrived|wrote|called|announced|and|is"
    r"|was|has|had|visited|spoke)(?: .*)?$",
    re.IGNORECASE,
)
# What is put before an office and makes another one of it.
RESTRICTING = table("""
    vice deputy former ex acting interim assistant associate co under shadow designate honorary
    sub outgoing incoming ousted then would-be self-proclaimed self-styled
    stellvertretender stellvertretende ehemaliger ehemalige ehemaligen fr\u00fcherer fr\u00fchere
    fr\u00fcheren vize ancien ancienne ex-pr\u00e9sident exministro expresidente antiguo
    vicepresidente
    """)
# Words after which time decides: who is former now was none then.
OF_A_TIME = table(
    "former ex then acting interim outgoing incoming ousted ehemaliger ehemalige ehemaligen "
    "fr\u00fcherer fr\u00fchere fr\u00fcheren ancien ancienne antiguo"
)


class Office(NamedTuple):
    """The words of an office, and the name of who holds it, empty if there is none."""

    words: str
    holder: str


def offices(claim: str, language: str) -> tuple[list[Office], list[str]]:
    """The offices of a claim, and all the names in it that are no part of one."""
    text = folded(claim).strip()
    lexical = lexicon(language)
    titles = _titles(text, language)
    named = claimed(text, Kind.NAME, language)
    if not titles:
        people = [name for name in named if not _is_office(name, lexical)]
        words = _beside(text, people[:1], lexical)
        people = [name for name in people if name.rstrip(".") not in words]
        return [Office(words, "".join(people[:1]))] if words else [], people
    spans = [_widened(text, span, lexical) for span in titles]
    held = [text[span.start : span.end] for span in spans]
    people = [name for name in named if not any(name in words for words in held)]
    return [Office(_led(text[s.start : s.end]), _holder(text, s, people)) for s in spans], people


def _holder(text: str, office: Span, people: list[str]) -> str:
    """The name that stands nearest, and near enough; before an office a comma parts them."""
    found = []
    for name in people:
        behind = text.find(name, office.end)
        before = text.rfind(name, 0, office.start)
        if behind >= 0:
            found.append((behind - office.end, name))
        if before >= 0:
            found.append((office.start - before - len(name), name))
    nearest = min(found, default=(0, ""))
    return nearest[1] if nearest[0] <= FAR or len(people) == 1 else ""


def _titles(text: str, language: str) -> list[Span]:
    """What elements takes for a title, in the text as it is or as a part of a sentence."""
    for one in (text, framed(text)):
        shift = max(0, text.find(one[len(FRAME) : len(FRAME) + 20])) - len(FRAME)
        shift = 0 if one is text else shift
        found = [
            Span(each.span.start + shift, each.span.end + shift)
            for each in parts(one, language)
            if each.what == elements.What.TITLE
        ]
        if found:
            return _joined(one, found, shift)
    return []


def _joined(text: str, found: list[Span], shift: int) -> list[Span]:
    """Titles with a hyphen between them as one: Secretary-General."""
    joined = found[:1]
    for span in found[1:]:
        if text[joined[-1].end - shift : span.start - shift] == "-":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _widened(text: str, title: Span, words: Lexicon) -> Span:
    """With the "former" before it, and the "Bank of" of a "Bank of England Governor"."""
    at = title.start
    while before := _WORD_BEFORE.search(text[max(0, at - LONGEST_WORD) : at]):
        word = before[1].lower()
        binds = word in words.of and text[at].isupper()
        if not binds and not _is_part(word, words):
            break
        at -= len(before[0])
    return Span(at, title.end)


def _is_part(word: str, words: Lexicon) -> bool:
    tables = (RESTRICTING, words.role_words, words.demonyms, words.organisations)
    return any(word in one for one in tables)


def _is_office(name: str, words: Lexicon) -> bool:
    return any(word.lower() in words.roles for word in name.split())


def _beside(text: str, people: list[str], words: Lexicon) -> str:
    """What stands before or behind the name and says an office; all of a short claim."""
    if not people:
        return _trimmed(text) if len(text.split()) <= BARE else ""
    before, _, behind = text.partition(people[0])
    if before.rstrip().rsplit(" ", 1)[-1].lower() in words.of | words.inner | words.at:
        # The name is that of the body: chief executive of Acme.
        return _trimmed(_ENDS.split(before)[-1] + people[0])
    behind = behind.removeprefix("'s").lstrip(" ,:-(")
    sides = [_trimmed(_ENDS.split(behind)[0]), _trimmed(_ENDS.split(before)[-1])]
    return next((one for one in sides if _says_role(one, words)), "")


def _says_role(text: str, words: Lexicon) -> bool:
    return any(word.strip(".,").lower() in words.roles for word in text.replace("-", " ").split())


def _trimmed(text: str) -> str:
    return _TRAIL.sub("", _led(text.strip(" .,;:\"'()-"))[:400]).strip()


def _led(text: str) -> str:
    """Without the article or the "is" before it."""
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text
