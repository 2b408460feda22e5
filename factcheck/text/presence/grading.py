"""Whether what changed in a quotation changes what it says."""

import re
from collections.abc import Sequence
from enum import StrEnum

from factcheck.text.anchors import Difference, What
from factcheck.text.anchors.kinds import SIGNS
from factcheck.text.letters import bare
from factcheck.text.lexicon.shape import words as table
from factcheck.text.presence.notation import is_notation
from factcheck.text.presence.spelling import alike
from factcheck.text.wording.chains import recased

# The share of the words that may be others, and the number of them that always may.
SMALL = 0.15
FEW = 2


class Grade(StrEnum):
    NONE = "none"
    MINOR = "minor"
    MATERIAL = "material"


# Words that may come and go. Not "die", "den" or "des", which are other words in English.
_SLIGHT = table(
    """
    the a an that of on which who whom had has have also too very so indeed
    das dem ein eine einen einem einer eines
    le la les un une du de d' l' el los las una unos unas lo del al
    \u0627\u0644 \u7684 \u4e86 \u7740 \u8457 \u5f97
    """
)
_CONTRACTED = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "ain't": "is not",
    "i'm": "i am",
    "let's": "let us",
    "gonna": "going to",
    "1st": "first",
    "2nd": "second",
    "3rd": "third",
    "4th": "fourth",
    "5th": "fifth",
    "6th": "sixth",
    "7th": "seventh",
    "8th": "eighth",
    "9th": "ninth",
    "10th": "tenth",
}
_CONTRACTIONS = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"))
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?|'s\b")
_QUESTION = frozenset("?\uff1f\u061f")
_TURNING = (SIGNS | frozenset("=*/^")) - frozenset("-#~/")


def grade(before: str, after: str, changes: Sequence[Difference], page: str) -> Grade:
    """What kind of edit made `after` of `before`; `page` is the folded page in lower case."""
    if not changes:
        return Grade.NONE
    weighty = [change for change in changes if not is_minor(change, page)]
    if weighty and not is_notation(before, after, weighty):
        return Grade.MATERIAL
    allowed = max(FEW, SMALL * len(_WORD.findall(before)))
    count = sum(_size(change) for change in changes if change not in weighty)
    return Grade.MINOR if count <= allowed else Grade.MATERIAL


def _size(change: Difference) -> int:
    """How many words a change touched; capitals and signs are none."""
    old, new = _words(change.before), _words(change.after)
    return 0 if "".join(old) == "".join(new) else max(len(old), len(new))


def is_minor(change: Difference, page: str) -> bool:
    """Whether a change by itself leaves what is said as it was."""
    before, after = change.before, change.after
    if _turns(before) != _turns(after):
        return False
    if _is_respelled(before, after):
        # A sign without a word is that of a figure, unless it is punctuation.
        return change.what == What.OTHER or bool(_words(before))
    if change.what == What.NAME:
        return _is_accented(before, after) or _is_common(before, after, page)
    return change.what == What.OTHER and _is_slight(before, after)


def _turns(text: str) -> str:
    """The question marks and signs that a text has."""
    return "".join("?" if one in _QUESTION else one for one in text if one in _TURNING | _QUESTION)


def _is_respelled(before: str, after: str) -> bool:
    """Whether capitals, hyphens or contractions alone differ: `don't` and `do not`."""
    if _recased(before, after):
        return False
    if _has_figure(before) or _has_figure(after):
        # A point between two digits is more than typography.
        return _ordinal(before) == _ordinal(after)
    return "".join(_expanded(before)) == "".join(_expanded(after))


def _ordinal(text: str) -> str:
    low = text.lower()
    return _CONTRACTED.get(low, low)


def _recased(before: str, after: str) -> bool:
    old, new = _WORD.findall(before), _WORD.findall(after)
    return (
        len(old) == len(new)
        and [*map(str.lower, old)] == [*map(str.lower, new)]
        and (recased(old, new))
    )


def _expanded(text: str) -> list[str]:
    words = []
    for word in _words(text):
        plain = _CONTRACTED.get(word, word)
        for short, long in _CONTRACTIONS:
            plain = plain.removesuffix(short) + long if plain.endswith(short) else plain
        words += plain.replace("can not", "cannot").split()
    return " ".join(words).replace("can not", "cannot").split()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _has_figure(text: str) -> bool:
    return any(char.isnumeric() for char in text)


def _is_accented(before: str, after: str) -> bool:
    """Whether one is the other without its accents."""
    if before.lower() == after.lower() or bare(before) != bare(after):
        return False
    return bare(before) in {before.lower(), after.lower()}


def _is_common(before: str, after: str, page: str) -> bool:
    """Whether a capital is that of a common word, which the page has without it, too."""
    old, new = _words(before), _words(after)
    if len(old) != 1 or len(new) != 1 or before.isupper() or after.isupper():
        return False
    return alike(old[0], new[0]) and _stands_small(new[0], page)


def _stands_small(word: str, page: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", page) is not None


def _is_slight(before: str, after: str) -> bool:
    """Whether words were only misprinted, or came or went and say nothing."""
    old, new = _words(before), _words(after)
    if len(old) == len(new) and all(map(alike, old, new)):
        return True
    if "".join(old) == "".join(new):
        return True
    old, new = ([word for word in words if word not in _SLIGHT] for words in (old, new))
    return len(old) == len(new) and all(map(alike, old, new))
