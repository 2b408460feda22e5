"""A quotation in the parts that its writer left of it."""

import re
from typing import NamedTuple

from factcheck.text.folding import folded
from factcheck.text.wording.pieces import cut
from factcheck.text.wording.rows import Codes

# About so many characters a word that was left out has.
WORD = 12
MOST = 40
_CAPITAL = re.compile(r"(?<![^\W_])\[([^\W\d_])\](?=[^\W\d_])")
_CUT = re.compile(r"\.\.|\[|\. \.|\u2026")
_LOOSE = " ,;:"


class Part(NamedTuple):
    """Words that stand together, and how many characters may stand before them."""

    text: str
    gap: int = 0


def parts(quote: str) -> list[list[Part]]:
    """The parts of an abridged quotation; twice where a bracket changed a capital.

    None for a quotation that nobody cut.
    """
    text = folded(quote).strip()
    if not _CUT.search(text):
        return []
    turned = _CAPITAL.sub(lambda match: match[1].swapcase(), text)
    texts = [_CAPITAL.sub(r"\1", text), turned] if turned != text else [text]
    return [found for each in texts if (found := _parts(each))]


def _parts(text: str) -> list[Part]:
    pieces = cut(text, Codes())
    if not pieces.rows:
        return []
    words = [row.text.strip(_LOOSE) for row in pieces.rows]
    gaps = [0, *(gap.longest * WORD for gap in pieces.gaps)]
    found = [Part(*pair) for pair in zip(words, gaps, strict=True) if pair[0]]
    return found if len(found) <= MOST else []
