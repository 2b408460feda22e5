"""What the rating of another house says of the fact, where that is known; never a guess."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from factcheck.errors import BadInput
from factcheck.services.outside_labels import TABLE
from factcheck.services.rules import NO
from factcheck.text.folding import folded
from factcheck.words import Conclusion, pick_conclusion, slugged

#: No label is longer; what is, is a sentence.
LONGEST = 200

#: What some houses write before it, with a colon.
_BEFORE = re.compile(
    r"(?:(?:our |the |final )?(?:rating|verdict|conclusion|fact[ -]check)\W*:\W*)+", re.IGNORECASE
)
#: Turkish has an i of its own, which is lost in capitals and found again in small letters.
_ONE_I = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{COMBINING DOT ABOVE}": None})


def slug(label: str) -> str:
    """`Rating: FALSE!` -> `false`: the form in which labels are compared; empty for no words."""
    return _slug(label) if len(label) <= LONGEST else ""


@lru_cache(maxsize=1000)
def _slug(label: str) -> str:
    """Kept, for a feed of a hundred thousand reviews has a few dozen labels."""
    bare = _bared(folded(label))
    before = _BEFORE.match(bare)
    words = slugged(_bared(bare[before.end() :]) if before else bare)
    return unicodedata.normalize("NFC", words.translate(_ONE_I))


def _bared(text: str) -> str:
    """Without the signs and little pictures around it."""
    inside = [place for place, char in enumerate(text) if _is_word(char)]
    return text[inside[0] : inside[-1] + 1] if inside else ""


def _is_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def _labels(table: Mapping[Conclusion, str]) -> Iterator[tuple[str, Conclusion]]:
    for found, lines in table.items():
        for line in lines.splitlines():
            labels = line.partition(":")[2].split(";")
            yield from ((slug(label), found) for label in labels if label.strip())


#: What the labels of many houses say, by their slug.
LABELS: dict[str, Conclusion] = dict(_labels(TABLE))


def conclusion(label: str, additions: Mapping[str, str]) -> Conclusion | None:
    """What a label says of the fact; None where neither the house nor the table knows it.

    `additions` is the house's rule `outside_ratings`, slug -> conclusion, and goes first.
    """
    word = slug(label)
    said = additions.get(word)
    return LABELS.get(word) if said is None else Conclusion(said)


# The house's rule


def read(value: Any) -> dict[str, str]:
    """`Pants on Fire=refuted; Mezcla=mixed` -> conclusions by slug; `off` is none."""
    if isinstance(value, str):
        parts = [] if slugged(value) in NO | {""} else value.split(";")
        pairs: Iterable[tuple[Any, Any]] = [_pair(part) for part in parts if part.strip()]
    elif isinstance(value, dict):
        pairs = value.items()
    else:
        raise _no_label(value)
    found: dict[str, str] = {}
    for label, word in pairs:
        said = pick_conclusion(str(word).strip()).value
        if found.setdefault(_checked(str(label)), said) != said:
            msg = f"The label {str(label).strip()!r:.60} is there twice."
            raise BadInput(msg, hint="A label has one conclusion.")
    return found


def _pair(part: str) -> tuple[str, str]:
    label, sign, word = part.rpartition("=")
    if not sign:
        raise _no_label(part)
    return label, word


def _checked(label: str) -> str:
    found = slug(label)
    if not found:
        raise _no_label(label)
    return found


def _no_label(value: Any) -> BadInput:
    hint = "For example: factcheck house edit outside_ratings 'Pants on Fire=refuted; Mezcla=mixed'"
    return BadInput(f"{str(value).strip()!r:.60} is no label with a conclusion.", hint=hint)
