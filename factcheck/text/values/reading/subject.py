"""Who or what a sentence is about: a name, or what was spoken of before it."""

import re

from factcheck.text.languages import primary
from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.values.reading.alike import is_common
from factcheck.text.values.reading.cues import anywhere

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# How much of a sentence is looked at.
_REACH = 300
_PERSONAL = words("he she it they we this these those his her hers its their both there that")
# A sentence that begins so may go on without a subject.
_LOOSE = words("""
    in on at by from since until for after before about around over under nearly almost more
    fewer less up down some first last total running runtime length height width depth weight age
    date capacity population born died married wed founded established elected appointed opened
    built completed released published directed written produced starring located based arrived
    resigned killed arrested sentenced awarded won signed launched as
""")
# A subject behind the comma: "At 4,808 m, Mont Blanc is the highest".
_TURN = (
    r", (?!(?:in|on|at|with|and|by|to|or|for|of|near"
    r"|from|but|who|which|it|he|she|they|we|this|its|his|her|their)\b)[^\W\d]"
)
_FIRST = re.compile(r"[^\W\d_]+")


def is_adrift(sentence: str, language: str) -> bool:
    """`They were married in 1999`, `Born in 1956`, `left Pyongyang on Sunday`."""
    found = _FIRST.search(sentence[:_REACH])
    if found is None:
        return True
    first = found[0]
    if first.islower() and not sentence[: found.start()].strip():
        return primary(language) != "de"
    if primary(language) != "en":
        return False
    word = first.lower()
    loose = word in _LOOSE and not anywhere(_TURN).search(sentence[:_REACH])
    return word in _PERSONAL or loose


def subject(clause: str, language: str) -> tuple[str, ...]:
    """`Smith won` -> Smith; nobody where a clause begins with another word."""
    row = [match[0] for match in _WORD.finditer(clause)][:6]
    if row and row[0][0].isupper() and row[0].endswith("'s") and _owner(row[0]):
        return (_owner(row[0]),)
    size = next((at for at, word in enumerate(row) if not word[0].isupper()), len(row))
    verb = row[size].lower() if size < len(row) else None
    if not size or (verb is not None and not _is_verb(verb, language)):
        return ()
    names = tuple(word.lower() for word in row[:size])
    return () if size == 1 and _is_thing(names[0]) else names


def _owner(word: str) -> str:
    """`Moderna's vaccine` -> moderna; nobody in `It's`."""
    name = word.lower().removesuffix("'s")
    return "" if name in _PERSONAL or name in lexicon("en").function else name


def head(clause: str) -> tuple[str, ...]:
    """`The central bank cut` -> central bank; nothing where the clause begins otherwise."""
    written = [match[0] for match in _WORD.finditer(clause)][:7]
    row = [word.lower() for word in written]
    first = int(row[:1] != [] and row[0] in _DETERMINERS)
    if len(row) < 2 + first or (_ends_phrase(row[0]) and not first):
        return ()
    size = next((at for at, word in enumerate(row) if at > first and _ends_phrase(word)), None)
    if not first and size == 1 and not _is_thing(row[0]):
        return ()
    if size is None or size > _LONGEST or any(word[0].isupper() for word in written[1:size]):
        return ()
    return () if size == 1 + first and row[size - 1] in ANYTHING else tuple(row[first:size])


_DETERMINERS = words("the a an this these those")
_LONGEST = 5
# What many things may be called when they are spoken of again.
ANYTHING = words("""
    deal man woman company firm group country nation city town place event incident disaster
    project structure building vessel machine vehicle star couple pair team player work record
    move plan programme program scheme business thing site complex facility tragedy measure
    figure total number rate level sum amount price region area district island operation
""")
_MORE_VERBS = words("""
    sold cost costs lost made held paid won carries carried covers runs ran weighs takes spent
    earns employs lies stands rises has had seats holds hosts owns built drew draws kept keeps
    grew fell rose lasts serves supplies makes produces receives sits gets took cut put hit left
    led met saw sent set shot sank struck swept burned
""")


def _ends_phrase(word: str) -> bool:
    known = lexicon("en")
    return word in _MORE_VERBS or word in known.function or _is_verb(word, "en")


def _is_thing(word: str) -> bool:
    """`Oil rose`, `Police said`: the capital is that of the sentence."""
    return is_common(word) or word in lexicon("en").common


def _is_verb(word: str, language: str) -> bool:
    known = lexicon(primary(language))
    ends = len(word) > 4 and word.endswith(known.past or ("ed",))
    return word in known.verbs or word in known.deeds or ends
