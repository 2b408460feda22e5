"""What was found of one quotation or name, and how it is said."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text.show import shorten
from factcheck.words import Result

LONGEST = 100
MOST_SHOWN = 3

# One altered quotation is worth more to a checker than all that could not be compared.
_ORDER = (Result.DISAGREES, Result.NOT_COMPARABLE, Result.AGREES)


class Found(NamedTuple):
    """One result, and the sentence for it without its ending."""

    result: Result
    words: str


def agrees(words: str) -> Found:
    return Found(Result.AGREES, words)


def differs(words: str) -> Found:
    return Found(Result.DISAGREES, words)


def unclear(words: str) -> Found:
    return Found(Result.NOT_COMPARABLE, words)


def quoted(text: str, longest: int = LONGEST) -> str:
    """`text` between marks, on one line, not too long."""
    return f'"{shorten(text[: 4 * longest], longest)}"'


def joined(found: Sequence[Found]) -> Found:
    """The worst of several results, with the sentences that led to it."""
    result = next(one for one in _ORDER if any(each.result == one for each in found))
    told = list(dict.fromkeys(each.words for each in found if each.result == result))
    more = [f"and {len(told) - MOST_SHOWN} more"] if len(told) > MOST_SHOWN else []
    return Found(result, f"{'; '.join([*told[:MOST_SHOWN], *more])}: {result.said}")
