"""How one name is like another: the same with other accents, in another order, longer ..."""

import re
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from factcheck.text.languages import primary
from factcheck.text.letters import bare
from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words as table
from factcheck.text.wording.forms import joint
from factcheck.text.wording.rows import Row, key

ALIKE = 0.6
MUCH_ALIKE = 0.75
# A name of one word is much like many other words.
SHORT_NAME = 5
LONG_NAME = 7

_CYRILLIC_OR_GREEK = re.compile("[\u0370-\u052f]")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
# Languages in which the ending of a name says its case.
_INFLECTED = table("pl cs sk hr sr bs sl lt lv et fi hu tr la eu ro sq is ru uk bg be el")
_GENITIVE_S = table("de nl sv da no nb nn")


_NUMERAL = re.compile("[IVX]+")
_UMLAUTS = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss"})
_ANOTHER = ", which may be another"


class Relation(NamedTuple):
    """A name of the passage, how near it is, and whether it is the same name in another form."""

    strength: int
    is_other: bool
    said: str
    how: str = ""


def related(
    name: Row, row: Row, place: tuple[int, int], *, whole: bool, language: str
) -> Relation | None:
    """What the words at a place are to a name, None for nothing; `whole` if they are no part."""
    first, last = place
    ours, theirs = name.words, row.words[first:last]
    said = row.said(first, last)
    one, other = list(map(key, ours)), list(map(key, theirs))
    joints = (joint(name, k) == joint(row, first + k) for k in range(1, name.size))
    if one == other and all(joints):
        # "Us" is not US; their capitals have been looked at.
        return None
    if said.isupper() and said.upper() == name.text.strip().upper():
        # Capitals lose the dotless i of Turkish and the sharp s of German.
        return Relation(9, is_other=False, said=said, how=", in capitals")
    same = _same_letters(one, other, said)
    if same:
        return same
    if len(one) == len(other):
        found = _word_for_word(ours, theirs, said, language)
    else:
        found = _longer(one, other, said) if whole else None
    return found or (_shared(one, other, said) if whole else None)


def _same_letters(one: list[str], other: list[str], said: str) -> Relation | None:
    joined = "".join(one), "".join(other)
    if joined[0] == joined[1]:
        return Relation(9, is_other=True, said=said, how=", joined in another way")
    if bare(joined[0]) == bare(joined[1]):
        return Relation(9, is_other=True, said=said, how=", with other accents")
    if _spelt_out(joined[0]) == _spelt_out(joined[1]):
        return Relation(9, is_other=True, said=said, how=", spelt in another way")
    if len(one) > 1 and sorted(map(bare, one)) == sorted(map(bare, other)):
        return Relation(8, is_other=True, said=said, how=", in another order")
    return None


def _spelt_out(word: str) -> str:
    """`Müller` as in `Mueller`."""
    return bare(word.translate(_UMLAUTS))


def _word_for_word(ours: list[str], theirs: list[str], said: str, language: str) -> Relation | None:
    pairs = [
        (one, other) for one, other in zip(ours, theirs, strict=True) if key(one) != key(other)
    ]
    equal = len(ours) - len(pairs)
    if _HAN.search(said):
        # Every sign of a Chinese name counts, so another one is another person's, too.
        near = equal > 1 and len(pairs) == 1
        return Relation(1, is_other=False, said=said, how=_ANOTHER) if near else None
    if all(map(_are_initials, *zip(*pairs, strict=True))) and equal > 1:
        return Relation(7, is_other=True, said=said, how=", with other initials")
    if all(_NUMERAL.fullmatch(word) for pair in pairs for word in pair) and equal:
        return Relation(7, is_other=True, said=said, how=", with another number")
    if any(_written_out(*pair) for pair in pairs) and equal:
        return Relation(5, is_other=False, said=said, how=", with a name for an initial")
    if any(_is_inflected(*pair, len(ours), language) for pair in pairs):
        alike = all(_likeness(*pair) >= ALIKE for pair in pairs)
        return Relation(5, is_other=False, said=said, how=", perhaps inflected") if alike else None
    return _misspelt(ours, pairs, said)


def _misspelt(ours: list[str], pairs: list[tuple[str, str]], said: str) -> Relation | None:
    equal = len(ours) - len(pairs)
    likeness = [_likeness(*pair) for pair in pairs]
    if len(ours) == 1:
        return _one_word(*pairs[0], said)
    if any(one[0].isdigit() or other[0].isdigit() for one, other in pairs):
        return None
    if (equal and min(likeness) >= ALIKE) or min(likeness) >= MUCH_ALIKE:
        return Relation(7, is_other=True, said=said)
    if len(pairs) == 1 and equal > 2 and pairs[0][1][0].isupper() and pairs[0][0][0].isupper():
        return Relation(6, is_other=True, said=said)
    return None


def _one_word(one: str, other: str, said: str) -> Relation | None:
    """A name of one word: a letter or two may be wrong, as long as it has enough of them."""
    if min(len(one), len(other)) < SHORT_NAME or not one[0].isupper() or not other[0].isupper():
        return None
    countries = lexicon("en").countries
    if key(one) in countries and key(other) in countries:
        return Relation(6, is_other=False, said=said, how=", another country")
    far = DamerauLevenshtein.distance(key(one), key(other))
    if far <= (2 if min(len(one), len(other)) >= LONG_NAME else 1):
        return Relation(6, is_other=True, said=said)
    return None


def _likeness(one: str, other: str) -> float:
    return Levenshtein.normalized_similarity(bare(one), bare(other))


def _are_initials(one: str, other: str) -> bool:
    return all(word.isupper() and len(word) <= 3 for word in (one, other)) and (
        len(one) == 1 or len(other) == 1 or len(one) != len(other)
    )


def _written_out(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 < len(long) and long.startswith(short) and not long.isupper()


def _is_inflected(one: str, other: str, size: int, language: str) -> bool:
    """Whether two words differ in their endings alone, where these say the case or the number."""
    code = primary(language.replace("_", "-"))
    small = key(one), key(other)
    if (code in _GENITIVE_S or size == 1) and sorted(small, key=len)[1] == min(
        small, key=len
    ) + "s":
        return True
    if not (
        _CYRILLIC_OR_GREEK.search(one)
        or code in _INFLECTED
        or key(other).startswith(key(one) + "'")
    ):
        return False
    stem = 0
    for left, right in zip(*small, strict=False):
        if left != right:
            break
        stem += 1
    return stem >= 3 and max(map(len, small)) - stem <= 4


def _longer(one: list[str], other: list[str], said: str) -> Relation | None:
    """Where one name has all the words of the other, in their order."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    if not all(word in rest for word in shorter):
        return None
    if len(shorter) == 1 and (len(shorter[0]) < 3 or shorter[0] != longer[-1]):
        return None
    which = "only the shorter form" if len(one) > len(other) else "the longer form"
    strength = 8 if len(shorter) > 1 else 2
    return Relation(strength, is_other=False, said=said, how=f", {which}")


def _shared(one: list[str], other: list[str], said: str) -> Relation | None:
    """Another name that shares its last word, or a long one."""
    long = {word for word in one if len(word) > 3 or word == one[-1]}
    if long.isdisjoint(other) or len(one) < 2 or len(other) < 2:
        return None
    return Relation(1, is_other=False, said=said, how=_ANOTHER)
